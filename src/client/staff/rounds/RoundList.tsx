/** The round as rows: by floor or with the most urgent first, each with what to say and what became of it. */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import { byFloor, type DeskStop, stopsFound, urgentFirst, walking } from '../../app/rounds.ts';
import { Button, Door, Segments, State } from '../controls.tsx';
import { Call } from '../DefectCard.tsx';
import { type Desk, useDesk } from '../desk-context.ts';
import { clock, momentIn, shortMoment } from '../desk-words.ts';
import { Icon } from '../Icon.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { OtherTimeDialog } from './OtherTimeDialog.tsx';
import { floorWords, sentenceOf, tagOf, whoAndDoor, whoOf } from './round-words.ts';
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
        <div class="s-search">
          <Icon name="search" />
          <input
            type="search"
            autocomplete="off"
            aria-label={t('deskround:search')}
            placeholder={t('deskround:search')}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </div>
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

const isTold = ({ told }: Round, each: DeskStop): boolean => told.includes(each);

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

function StopRow({ board, each, round }: RoundListProps & { readonly each: DeskStop }) {
  const desk = useDesk();
  const { t } = desk;
  const { about, people, phone, stop } = each;
  const who = whoAndDoor(desk, each);
  const [choosing, choose] = useState(false);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a row is walked to with the arrow keys and told with one.
    <li data-stop={stop.id} tabIndex={0}>
      <Door number={stop.door?.number ?? '?'} />
      <div class="is-grow">
        <p class="s-round-who">
          <b>{whoOf(desk, people)}</b>
          <span class="s-tag">{tagOf(desk, about)}</span>
          {stop.tries > 0 && !isTold(round, each) ? (
            <State tone="wait">{t('deskround:tries', { count: stop.tries })}</State>
          ) : null}
          {round.later.includes(each) && stop.note?.again ? (
            <State tone="info">
              {t('deskround:againAt', { when: shortMoment(desk, momentIn(board, Date.parse(stop.note.again))) })}
            </State>
          ) : null}
        </p>
        <p>{sentenceOf(desk, board, each)}</p>
      </div>
      <span class="s-round-phone">
        {people.length === 0 ? null : phone === null ? (
          <b class="is-soft">{t('deskround:knock')}</b>
        ) : (
          <Call phone={phone} door="" />
        )}
      </span>
      {isTold(round, each) ? (
        <span class="s-round-acts">
          <State tone="ok">{toldWords(desk, board, each)}</State>
          <Button icon="undo" label={`${t('deskround:notAfterAll')}: ${who}`} onPress={() => round.undo(each)}>
            {t('deskround:notAfterAll')}
          </Button>
        </span>
      ) : (
        <span class="s-round-acts">
          <Button
            icon="check"
            tone="yes"
            label={`${t(about.type === 'line' ? 'deskround:isAsked' : 'deskround:isTold')}: ${who}`}
            onPress={() => round.tell(each)}
          >
            {t(about.type === 'line' ? 'deskround:isAsked' : 'deskround:isTold')}
          </Button>
          {about.type === 'line' ? null : (
            <>
              <Button label={`${t('deskround:isNotReached')}: ${who}`} onPress={() => round.miss(each)}>
                {t('deskround:isNotReached')}
              </Button>
              <Button label={`${t('deskround:otherTime')}: ${who}`} onPress={() => choose(true)}>
                {t('deskround:otherTime')}
              </Button>
            </>
          )}
          {choosing ? (
            <OtherTimeDialog
              board={board}
              each={each}
              onChoose={(until) => round.putOff(each, until)}
              onClose={() => choose(false)}
            />
          ) : null}
        </span>
      )}
    </li>
  );
}

function toldWords(desk: Desk, board: Board, { by, stop }: DeskStop): string {
  const { t } = desk;
  if (stop.note === null) return t('deskround:isTold');
  const time = clock(momentIn(board, Date.parse(stop.note.at)).time);
  if (stop.note.by === null) return t('deskround:readAt', { time });
  return by === null ? t('deskround:toldAt', { time }) : t('deskround:toldBy', { name: by, time });
}

const currentRow = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-stop]') ?? null;

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const current = currentRow();
  const at = current === null ? -1 : rows.indexOf(current);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}
