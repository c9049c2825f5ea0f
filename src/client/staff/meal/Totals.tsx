/** The numbers of a meal as buttons that filter the list (DESK rule 8). Refuses to count: it shows what it is given. */
import type { ComponentChildren } from 'preact';
import type { MealList } from '../../../domain/meal-views.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Icon } from '../Icon.tsx';
import { everybody, type Filter, filterKey, sameFilter } from './filter.ts';
import { dietWords, money, tableWords } from './meal-words.ts';

export interface TotalsProps {
  readonly speech: StaffSpeech;
  readonly list: MealList;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

export function Totals({ speech, list, filter, onFilter }: TotalsProps) {
  const { t } = speech;
  const { totals } = list;
  const tile = (props: Pick<TileProps, 'of' | 'count' | 'look'> & { readonly children: ComponentChildren }) => (
    <Tile key={filterKey(props.of)} {...props} isOn={sameFilter(filter, props.of)} onFilter={onFilter} />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, these are views.
    <div class="m-totals" role="group" aria-label={t('deskmeal:totals')}>
      {tile({
        of: everybody,
        count: totals.people,
        look: 'is-all',
        children: (
          <span>
            {t('deskmeal:people', { count: totals.people })}
            <small>{t('deskmeal:more')}</small>
          </span>
        ),
      })}
      {list.choices.length === 0
        ? null
        : totals.dishes.map(({ dish, count }) =>
            tile({ of: { type: 'dish', dish }, count, look: 'is-dish', children: dish ?? t('deskmeal:noDish') }),
          )}
      {list.knowsDiets
        ? tile({
            of: { type: 'diet' },
            count: totals.withDiet,
            look: 'is-diet',
            children: (
              <>
                <Icon name="warn" />
                <span>{t('deskmeal:withDiet')}</span>
              </>
            ),
          })
        : null}
      {tile({ of: { type: 'takeAway' }, count: totals.takeAway, look: 'is-part', children: t('deskmeal:takeAway') })}
    </div>
  );
}

interface TileProps {
  readonly of: Filter;
  readonly count: number;
  readonly look: string;
  readonly isOn: boolean;
  readonly onFilter: (filter: Filter) => void;
  readonly children: ComponentChildren;
}

function Tile({ of, count, look, isOn, onFilter, children }: TileProps) {
  return (
    <button type="button" class={`m-total ${look}`} aria-pressed={isOn} onClick={() => onFilter(of)}>
      <b>{count}</b>
      {children}
    </button>
  );
}

/** Of who is at the table: came, absent, to pay, and what is in the till. */
export function TableTotals({ speech, list, filter, onFilter }: TotalsProps) {
  const { t } = speech;
  const { absent, came, people, unmarked, unpaid } = list.totals;
  const tile = (of: Filter, count: number, words: string, look: string) => (
    <Tile key={of.type} of={of} count={count} look={look} isOn={sameFilter(filter, of)} onFilter={onFilter}>
      <span>{words}</span>
    </Tile>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, these are views. */}
      <div class="m-totals" role="group" aria-label={t('deskmeal:totals')}>
        {tile(everybody, came, t(came === 1 ? 'deskmeal:cameOfOne' : 'deskmeal:cameOf', { all: people }), 'is-all')}
        {tile({ type: 'absent' }, absent, t('deskmeal:absent', { count: absent }), 'is-wide')}
        {unmarked === 0
          ? null
          : tile({ type: 'unmarked' }, unmarked, t('deskmeal:unmarked', { count: unmarked }), 'is-wide')}
        {list.knowsDiets ? tile({ type: 'unpaid' }, unpaid, t('deskmeal:mustPay', { count: unpaid }), 'is-wide') : null}
      </div>
      <Till speech={speech} list={list} />
    </>
  );
}

/** What was taken in, what is still to come, and what is to be given back where there is any. A board of names knows none. */
export function Till({ list, speech }: Pick<TotalsProps, 'list' | 'speech'>) {
  const { t } = speech;
  if (!list.knowsDiets) return null;
  const { backCents, openCents, paidCents } = list.totals;
  const line = (words: string, cents: number) => (
    <div>
      <dt>{words}</dt>
      <dd>{money(speech, cents)}</dd>
    </div>
  );
  return (
    <dl class="m-till">
      {line(t('deskmeal:inTill'), paidCents)}
      {line(t('deskmeal:stillOpen'), openCents)}
      {backCents === 0 ? null : line(t('deskmeal:toGiveBack'), backCents)}
    </dl>
  );
}

/** The smaller numbers behind a total: who sits where, or which diets there are. Null where there is nothing to choose. */
export function SubTotals({ speech, list, filter, onFilter, open }: TotalsProps & { readonly open: boolean }) {
  const { t } = speech;
  const { totals } = list;
  const tables = tableWords(speech, totals.tables);
  const inDiets = filter.type === 'diet' || filter.type === 'dietClass' || filter.type === 'clash';
  const parts: readonly (readonly [Filter, number, string])[] = inDiets
    ? [
        [{ type: 'clash' }, totals.clashes, t('deskmeal:clashes', { count: totals.clashes })],
        ...totals.diets.flatMap(({ count, diet, key }): readonly (readonly [Filter, number, string])[] =>
          diet === null ? [] : [[{ type: 'dietClass', key }, count, dietWords(speech, diet)]],
        ),
      ]
    : [
        [{ type: 'guests' }, totals.guests, t('deskmeal:guests', { count: totals.guests })],
        [{ type: 'atTable' }, totals.atTable, [t('deskmeal:atTable'), tables].filter((each) => each !== '').join(': ')],
        [{ type: 'waiting' }, list.waiting.length, t('deskmeal:waitingTotal', { count: list.waiting.length })],
      ];
  const shown = parts.filter(([, count]) => count > 0);
  if (!(open || inDiets) || shown.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, these are views.
    <div class="m-parts" role="group" aria-label={t('deskmeal:totals')}>
      {shown.map(([of, count, words]) => (
        <Tile key={filterKey(of)} of={of} count={count} look="" isOn={sameFilter(filter, of)} onFilter={onFilter}>
          <span>{words}</span>
        </Tile>
      ))}
    </div>
  );
}
