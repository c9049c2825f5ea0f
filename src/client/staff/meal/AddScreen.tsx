/** Somebody more, on one screen: floor, name, dish; the third tap saves, and its way back stands above (meal-05). */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { MealList, PlateView } from '../../../domain/meal-views.ts';
import type { MealDesk } from '../../app/meal-acts.ts';
import { dietOf } from '../../app/meal-parts.ts';
import type { DeskPerson } from '../../app/staff-people.ts';
import { Icon } from '../Icon.tsx';
import { AskBox } from './AskBox.tsx';
import { useAdding, usualOf, type Who, whoWords } from './adding.ts';
import { MealButton } from './buttons.tsx';
import { MealTop } from './MealTop.tsx';
import { dietWords, type MealSpeech, plateName, toldWords } from './meal-words.ts';
import { Floors, floorsWithPeople, Names, type Place } from './PersonPicker.tsx';

export interface AddScreenProps {
  readonly desk: MealDesk;
  readonly board: Board;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly onBack: () => void;
}

export function AddScreen({ board, desk, list, onBack, speech }: AddScreenProps) {
  const { t } = speech;
  const floors = floorsWithPeople(board);
  const [place, setPlace] = useState<Place | null>(null);
  const [who, setWho] = useState<Who | null>(null);
  const adding = useAdding({ desk, list, speech, onAdded: () => setWho(null) });
  const left = list.left;
  const sub =
    left === null
      ? t('deskadd:subFree', { meal: list.activity.title })
      : left === 0
        ? t('deskadd:subFull', { meal: list.activity.title })
        : t('deskadd:sub', { meal: list.activity.title, count: left });
  return (
    <>
      <MealTop speech={speech} title={t('deskadd:title')} sub={sub} name={null} onBack={onBack}>
        <AddTold desk={desk} speech={speech} />
      </MealTop>
      <main class="m-add">
        <section>
          <Step number={1} words={t('deskadd:floor')} />
          <Floors
            speech={speech}
            floors={floors}
            place={place}
            guests
            onPlace={(next) => {
              setPlace(next);
              setWho(null);
              adding.cancel();
            }}
          />
        </section>
        <section class="m-add-names">
          <Step number={2} words={t('deskadd:name')} />
          <AskBox speech={speech} list={list} question={adding.question} />
          {place === null ? <p class="m-soft">{t('deskadd:chooseFloor')}</p> : null}
          {place?.type === 'floor' && adding.question === null ? (
            <Names
              board={board}
              speech={speech}
              list={list}
              floor={place.floor}
              chosen={who?.type === 'resident' ? who.person.id : null}
              onChoose={(person) => {
                adding.cancel();
                setWho({ type: 'resident', person });
              }}
            />
          ) : null}
          {place?.type === 'guest' && adding.question === null ? (
            <Hosts speech={speech} list={list} who={who} onWho={setWho} />
          ) : null}
        </section>
        <section class="m-add-dish">
          <Step number={3} words={t('deskadd:dish')} />
          {who === null ? (
            <p class="m-soft">{place === null ? '' : t('deskadd:chooseName')}</p>
          ) : (
            <Dishes board={board} speech={speech} list={list} who={who} onDish={(dish) => adding.add(who, dish)} />
          )}
        </section>
      </main>
    </>
  );
}

export function Step({ number, words }: { readonly number: number; readonly words: string }) {
  return (
    <h2 class="m-step">
      <i>{number}</i>
      {words}
    </h2>
  );
}

/** Somebody's guest stands behind the host; a neighbour has none. */
export function Hosts(props: {
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly who: Who | null;
  readonly onWho: (who: Who) => void;
}) {
  const { list, onWho, speech, who } = props;
  const { t } = speech;
  const hosts = list.plates.filter(({ kind }) => kind === 'resident');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div class="m-names" role="group" aria-label={t('deskadd:guestOfWhom')}>
      <button
        type="button"
        class="m-person is-wide"
        aria-pressed={who?.type === 'neighbour'}
        onClick={() => onWho({ type: 'neighbour' })}
      >
        <span>
          <b>{t('deskadd:guestNew')}</b> {t('deskadd:guestNewText')}
        </span>
      </button>
      {hosts.length === 0 ? null : <p class="m-wide">{t('deskadd:guestOfWhom')}</p>}
      {hosts.map((host: PlateView) => (
        <button
          key={host.plate.id}
          type="button"
          class="m-person"
          aria-pressed={who?.type === 'guest' && who.host.plate.id === host.plate.id}
          onClick={() => onWho({ type: 'guest', host })}
        >
          <b>{host.door}</b>
          <span>{plateName(speech, host)}</span>
        </button>
      ))}
    </div>
  );
}

interface DishesProps {
  readonly board: Board;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly who: Who;
  readonly onDish: (dish: string | null) => void;
}

export function Dishes({ board, list, onDish, speech, who }: DishesProps) {
  const { t } = speech;
  const usual = usualOf(board, speech, list, who);
  const choices: readonly (string | null)[] = list.choices.length === 0 ? [null] : list.choices;
  const only = choices.length === 1;
  return (
    <>
      <div class="m-dishes">
        {choices.map((dish) => {
          const isUsual = only || dish === usual?.dish;
          return (
            <MealButton key={dish ?? ''} tone={isUsual ? 'main' : 'plain'} onPress={() => onDish(dish)}>
              {dish ?? t('deskadd:addNow')}
              {usual !== null && dish === usual.dish ? <small>{usual.words}</small> : null}
            </MealButton>
          );
        })}
      </div>
      {only ? null : <p>{t('deskadd:chooseDish', { name: whoWords(speech, who) })}</p>}
      {who.type === 'resident' ? <DietLine board={board} speech={speech} list={list} person={who.person} /> : null}
    </>
  );
}

function DietLine(props: Pick<DishesProps, 'board' | 'speech' | 'list'> & { readonly person: DeskPerson }) {
  const { board, list, person, speech } = props;
  const { t } = speech;
  if (!list.knowsDiets) return <p class="m-soft">{t('deskadd:dietUnknown')}</p>;
  const diet = dietOf(board, person.id);
  if (diet === null) return <p class="m-soft">{t('deskadd:noDiet')}</p>;
  return (
    <p class="m-warning">
      <Icon name="warn" />
      <span>{t('deskadd:diet', { diet: dietWords(speech, diet) })}</span>
    </p>
  );
}

/** Who was added last, in the head, with the way back beside it. */
function AddTold({ desk, speech }: Pick<AddScreenProps, 'desk' | 'speech'>) {
  const told = desk.told.value;
  return (
    <div class="m-top-told" role="status">
      {told === null ? null : (
        <>
          <p class={told.type === 'done' ? 'is-done' : 'is-refused'}>
            <Icon name={told.type === 'done' ? 'ok' : 'warn'} />
            <span>{toldWords(speech, told)}</span>
          </p>
          {told.type === 'done' && told.undo !== null ? (
            <MealButton icon="undo" onPress={desk.undo}>
              {speech.t('deskadd:notAfterAll')}
            </MealButton>
          ) : null}
        </>
      )}
    </div>
  );
}
