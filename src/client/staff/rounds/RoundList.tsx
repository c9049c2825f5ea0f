/** The round as rows: by floor or with the most urgent first, each with what to say and what became of it. */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import { byFloor, type DeskStop, stopsFound, urgentFirst, walking } from '../../app/rounds.ts';
import { Segments } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { SearchField } from '../SearchField.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { floorWords } from './round-words.ts';
import { isTold, StopRow } from './StopRow.tsx';
import type { Round } from './use-round.ts';

type Filter = 'open' | 'notReached' | 'later' | 'told';
type Order = 'door' | 'urgency';

export interface RoundListProps {
  readonly board: Board;
  readonly round: Round;
}

export function RoundList({ board, round }: RoundListProps) {
  const desk = useDesk();
  const { t } = desk;
  const [filter, setFilter] = useState<Filter>('open');
  const [order, setOrder] = useState<Order>('door');
  const missed = round.open.filter(({ stop }) => stop.tries > 0);
  const [query, setQuery] = useState('');
  const shown = stopsFound(shownOf(round, filter), query);
  const choose = (next: Filter) => {
    round.forget();
    setFilter(next);
  };
  const actOn = (act: (stop: DeskStop) => void) => () => {
    const id = currentRow()?.dataset.stop;
    const found = shown.find(({ stop }) => stop.id === id);
    if (found !== undefined && !isTold(round, found)) act(found);
  };
  useSingleKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ' ': actOn(round.tell),
    v: actOn(round.tell),
    x: actOn(round.miss),
  });
  return (
    <>
      <div class="s-row is-wrap">
        <Segments<Filter>
          label={t('deskround:show')}
          choices={[
            { value: 'open', text: t('deskround:open', { count: round.open.length }) },
            { value: 'notReached', text: t('deskround:notReached', { count: missed.length }) },
            { value: 'later', text: t('deskround:laterCount', { count: round.later.length }) },
            { value: 'told', text: t('deskround:told', { count: round.told.length }) },
          ]}
          chosen={filter}
          onChoose={choose}
        />
        <Segments<Order>
          label={t('deskround:order')}
          choices={[
            { value: 'door', text: t('deskround:byDoor') },
            { value: 'urgency', text: t('deskround:byUrgency') },
          ]}
          chosen={order}
          onChoose={setOrder}
        />
        <SearchField label={t('deskround:search')} value={query} onInput={setQuery} />
      </div>
      <p class="s-hidden" role="status">
        {query.trim() === '' ? '' : t('deskround:found', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <p class="s-card">{t(query.trim() === '' ? empty[filter] : 'deskround:nobodyFound')}</p>
      ) : null}
      {shown.length === 0 ? null : (
        <div class="s-card is-flush s-round">
          {order === 'urgency' ? (
            <Rows board={board} round={round} stops={urgentFirst(shown)} />
          ) : (
            byFloor(shown).map(({ floor, stops }) => (
              <section key={floor ?? 'around'} aria-label={floorWords(desk, floor)}>
                <h2>{floorWords(desk, floor)}</h2>
                <Rows board={board} round={round} stops={stops} />
              </section>
            ))
          )}
        </div>
      )}
      <p class="is-soft">{t('deskround:undoHint')}</p>
    </>
  );
}

const empty = {
  open: 'deskround:emptyOpen',
  notReached: 'deskround:emptyNotReached',
  later: 'deskround:emptyLater',
  told: 'deskround:emptyTold',
} as const;

/** What was told a moment ago keeps its place. */
function shownOf({ kept, later, open, told }: Round, filter: Filter): readonly DeskStop[] {
  if (filter === 'told') return told;
  if (filter === 'later') return later;
  const here = new Set(open.map(({ stop }) => stop.id));
  const stays = told.filter(({ stop }) => kept.has(stop.id) && !here.has(stop.id));
  return walking([...(filter === 'open' ? open : open.filter(({ stop }) => stop.tries > 0)), ...stays]);
}

interface RowsProps extends RoundListProps {
  readonly stops: readonly DeskStop[];
}

function Rows({ board, round, stops }: RowsProps) {
  return (
    <ul>
      {stops.map((each) => (
        <StopRow key={each.stop.id} board={board} round={round} each={each} />
      ))}
    </ul>
  );
}

const currentRow = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-stop]') ?? null;

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const current = currentRow();
  const at = current === null ? -1 : rows.indexOf(current);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}
