/** The menu of one meal: what is cooked, what can be chosen, what is in it and what it costs. Changes one date only. */
import { useId, useState } from 'preact/hooks';
import type { Allergen } from '../../domain/meal-rows.ts';
import { type MealList, mealList } from '../../domain/meal-views.ts';
import {
  CHOICE_LENGTH,
  draftOf,
  keptDishes,
  MENU_LENGTH,
  type MenuDraft,
  type MenuWrong,
  MOST_CHOICES,
  menuCommand,
  whyNotMenu,
} from '../app/meal-menu.ts';
import { allergenChoices } from '../app/meal-parts.ts';
import { civilDate, formatWeekday } from '../i18n/dates.ts';
import type { StaffKey } from '../i18n/staff-i18n.ts';
import type { Reason } from '../state/screens.ts';
import { Button, IconButton, Wrong } from './controls.tsx';
import type { DeskMealProps } from './DeskMeal.tsx';
import { type Desk, useDesk } from './desk-context.ts';
import { clock, longDay, refusalWords } from './desk-words.ts';
import { Field } from './Field.tsx';
import { allergenWord, money } from './meal/meal-words.ts';
import { PageHead } from './PageHead.tsx';
import { PastMenu } from './PastMenu.tsx';
import { ToWeekly, useTurns } from './ToWeekly.tsx';
import { useBegun } from './use-begun.ts';

export function MenuPart({ activityId, board, days, tabs }: DeskMealProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const list = mealList(board, activityId, app.minute.value);
  const [turn, setWeekly] = useTurns(list?.menu?.on === list?.activity.date);
  const [stops, setStops] = useState(0);
  if (list === null) return <p class="s-card">{t('deskeat:noMeal')}</p>;
  const { activity } = list;
  return (
    <>
      <PageHead
        title={t('deskmenu:title', { meal: activity.title })}
        line={t('deskmenu:line', { day: longDay(desk, activity.date), time: clock(activity.startTime) })}
        tabs={tabs}
      />
      {days}
      <div class="s-row is-wrap is-apart">
        <p>{whose(desk, list)}</p>
        <ToWeekly
          board={board}
          list={list}
          onDone={() => {
            app.begun.drop('menu', activityId);
            setWeekly();
          }}
        />
      </div>
      {list.door === 'over' ? (
        <PastMenu list={list} />
      ) : (
        <MenuForm key={`${activityId} ${turn} ${stops}`} list={list} onStop={() => setStops(stops + 1)} />
      )}
    </>
  );
}

/** Of this date alone, or of every week. */
function whose(desk: Desk, { activity, door, menu }: MealList): string {
  const { t } = desk;
  if (door === 'over') return t('deskmenu:over');
  if (menu === null) return t('deskmenu:none');
  if (menu.on === activity.date) return t('deskmenu:own');
  return t('deskmenu:weekly', { day: formatWeekday(desk, civilDate(activity.date)) });
}

const priceWords: Readonly<Record<Extract<MenuWrong, { field: 'price' }>['why'], StaffKey>> = {
  minus: 'deskmenu:priceMinus',
  letter: 'deskmenu:priceLetter',
  cents2: 'deskmenu:priceCents',
  tooMuch: 'deskmenu:priceBig',
};

function MenuForm({ list, onStop }: { readonly list: MealList; readonly onStop: () => void }) {
  const desk = useDesk();
  const { app, t } = desk;
  const begun = useBegun('menu', list.activity.id, draftOf(list));
  const { fields: draft, put } = begun;
  const [wrong, setWrong] = useState<MenuWrong | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const save = () => {
    const no = whyNotMenu(draft);
    setWrong(no);
    setRefused(null);
    if (no !== null) return;
    const command = menuCommand(list, draft, (each) => allergenWord(desk, each));
    const refusal = app.act(command, { text: t('deskmenu:saved', { day: longDay(desk, list.activity.date) }) });
    if (refusal === null) begun.drop();
    else setRefused(menuRefusal(desk, refusal));
  };
  const frozen = list.sitting?.price ?? null;
  return (
    <div class="s-card s-form">
      <Field
        label={t('deskmenu:menu')}
        help={t('deskmenu:menuHelp')}
        value={draft.menu}
        maxLength={MENU_LENGTH}
        onInput={(menu) => put({ menu })}
        wrong={wrong?.field === 'menu' ? t('deskmenu:noMenu') : null}
      />
      <Choices
        list={list}
        draft={draft}
        onChange={(choices) => put({ choices })}
        twice={wrong?.field === 'choice' ? wrong.index : null}
      />
      <Allergens draft={draft} onChange={(allergens) => put({ allergens })} />
      <div class="s-narrow">
        <Field
          label={t('deskmenu:price')}
          help={frozen === null ? t('deskmenu:priceHelp') : t('deskmenu:frozen', { amount: money(desk, frozen) })}
          value={draft.price}
          inputMode="decimal"
          maxLength={12}
          onInput={(price) => put({ price })}
          wrong={wrong?.field === 'price' ? t(priceWords[wrong.why]) : null}
        />
      </div>
      <Wrong id="menu" sentence={refused} />
      <div class="s-ends">
        {begun.isBegun ? (
          <Button
            onPress={() => {
              begun.drop();
              onStop();
            }}
          >
            {t('deskframe:stop')}
          </Button>
        ) : null}
        <Button tone="main" onPress={save}>
          {t('deskmenu:save')}
        </Button>
      </div>
    </div>
  );
}

function menuRefusal(desk: Desk, reason: Reason): string {
  if (reason.type === 'menuInvalid') return desk.t('deskmenu:invalid');
  return reason.type === 'mealOver' ? desk.t('deskmenu:over') : refusalWords(desk, reason, null);
}

interface ChoicesProps {
  readonly list: MealList;
  readonly draft: MenuDraft;
  readonly onChange: (choices: readonly string[]) => void;
  /** The one that was there already. */
  readonly twice: number | null;
}

/** With how many people each touches, before it is changed. */
function Choices({ draft, list, onChange, twice }: ChoicesProps) {
  const { t } = useDesk();
  const { choices } = draft;
  const countOf = (dish: string) => list.totals.dishes.find((each) => each.dish === dish.trim())?.count ?? 0;
  return (
    <fieldset class="s-field">
      <legend>{t('deskmenu:choices')}</legend>
      <p class="s-help">{t('deskmenu:choicesHelp', { count: MOST_CHOICES })}</p>
      <ul class="s-choices">
        {choices.map((choice, index) => {
          const number = index + 1;
          const count = choice.trim() === '' ? 0 : countOf(choice);
          return (
            <li key={index}>
              <Field
                label={t('deskmenu:choice', { number })}
                value={choice}
                maxLength={CHOICE_LENGTH}
                onInput={(next) => onChange(choices.with(index, next))}
                help={count === 0 ? undefined : t('deskmenu:chosen', { count })}
                wrong={twice === index ? t('deskmenu:twice') : null}
              />
              <IconButton
                icon="cross"
                label={t('deskmenu:removeChoice', { number })}
                onPress={() => onChange(choices.toSpliced(index, 1))}
              />
            </li>
          );
        })}
      </ul>
      {choices.length < MOST_CHOICES ? (
        <Button icon="plus" onPress={() => onChange([...choices, ''])}>
          {t('deskmenu:addChoice')}
        </Button>
      ) : null}
      <div class="s-list" role="status">
        {keptDishes(list, draft).map(({ count, dish }) => (
          <p key={dish}>{t('deskmenu:stays', { count, dish })}</p>
        ))}
      </div>
    </fieldset>
  );
}

interface AllergensProps {
  readonly draft: MenuDraft;
  readonly onChange: (allergens: readonly Allergen[]) => void;
}

function Allergens({ draft, onChange }: AllergensProps) {
  const desk = useDesk();
  const { t } = desk;
  const id = useId();
  const has = (each: Allergen) => draft.allergens.includes(each);
  return (
    <fieldset class="s-field" aria-describedby={id}>
      <legend>{t('deskmenu:allergens')}</legend>
      <p class="s-help" id={id}>
        {t('deskmenu:allergensHelp')}
      </p>
      <div class="s-ticks">
        {allergenChoices.map((each) => (
          <label key={each} class="s-tick">
            <input
              type="checkbox"
              checked={has(each)}
              onChange={() =>
                onChange(has(each) ? draft.allergens.filter((other) => other !== each) : [...draft.allergens, each])
              }
            />
            <span>{allergenWord(desk, each)}</span>
          </label>
        ))}
      </div>
      {draft.other.length === 0 ? null : <p class="s-help">{t('deskmenu:other', { what: draft.other.join(', ') })}</p>}
    </fieldset>
  );
}
