/**
 * Days under each other, a lane for each scooter, each trip where it lies between opening and closing. Whoever cannot
 * read that hears a sentence for each piece, and finds the same in the list.
 */
import type { CSSProperties } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { rulesOfHouse, zoneOfHouse } from '../app/staff-trips.ts';
import { type Bar, type DayLine, type LaneLine, momentAt, type Stretch, sameHours } from '../app/staff-week.ts';
import { blockWords } from './block-words.ts';
import { useDesk } from './desk-context.ts';
import { longDay, shortDay } from './desk-words.ts';
import { useFitting } from './fitting-words.ts';
import { Icon } from './Icon.tsx';
import type { Open } from './open-dialog.ts';

export interface TimelineProps {
  readonly board: Board;
  readonly days: readonly DayLine[];
  readonly open: Open;
}

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;
const at = ({ start, size }: Stretch): CSSProperties => ({
  insetInlineStart: percent(start),
  inlineSize: percent(size),
});

export function Timeline({ board, days, open }: TimelineProps) {
  const { t } = useDesk();
  const place = useEmptyClicks({ board, days, open });
  const [first] = days;
  if (first === undefined) return null;
  return (
    <section ref={place} class="s-week" aria-label={t('deskweek:timeline')}>
      <Hours day={first} />
      {days.map((day) => (
        <Day key={day.date} board={board} day={day} own={sameHours(day, first) ? null : day} open={open} />
      ))}
    </section>
  );
}

/** The hours on the wall; the night of a clock change has its own. */
function Hours({ day }: { readonly day: DayLine }) {
  return (
    <div class="s-hours" aria-hidden="true">
      <div class="s-hours-line">
        {day.ticks.map(({ at: part, hour, minor }) => (
          <span key={part} class={minor ? 'is-minor' : undefined} style={{ insetInlineStart: percent(part) }}>
            {hour}
          </span>
        ))}
      </div>
    </div>
  );
}

interface DayProps {
  readonly board: Board;
  readonly day: DayLine;
  readonly own: DayLine | null;
  readonly open: Open;
}

function Day({ board, day, own, open }: DayProps) {
  const desk = useDesk();
  const heading = useId();
  return (
    <section class={day.isToday ? 's-day is-today' : 's-day'} aria-labelledby={heading}>
      <div class="s-date">
        <h2 id={heading}>
          <span aria-hidden="true">{shortDay(desk, day.date)}</span>
          <span class="s-hidden">{longDay(desk, day.date)}</span>
        </h2>
        {day.isToday ? <p>{desk.t('deskwhen:today')}</p> : null}
        {day.misses > 0 ? (
          <p class="s-none">
            <Icon name="cross" />
            {desk.t('deskweek:noneFree', { count: day.misses })}
          </p>
        ) : null}
        {day.blackout === null ? null : <p>{desk.t('deskweek:closed', { reason: day.blackout })}</p>}
      </div>
      <div class="s-lanes">
        {own === null ? null : <Hours day={own} />}
        {day.lanes.map((lane) => (
          <LaneRow key={lane.scooter.id} board={board} day={day} lane={lane} open={open} />
        ))}
      </div>
    </section>
  );
}

interface LaneProps {
  readonly board: Board;
  readonly day: DayLine;
  readonly lane: LaneLine;
  readonly open: Open;
}

function LaneRow({ board, day, lane, open }: LaneProps) {
  const { t } = useDesk();
  return (
    <div class="s-lane">
      <p class="s-lane-name">
        <span>{lane.scooter.name}</span>
        {lane.bars.some(({ block }) => block.type === 'broken') ? (
          <>
            <Icon name="wrench" />
            <span class="s-hidden">{t('deskweek:brokenNow')}</span>
          </>
        ) : null}
      </p>
      <div class="s-line" data-date={day.date} data-scooter={lane.scooter.id}>
        {day.ticks.map(({ at: part }) => (
          <i key={part} class="s-tick-line" style={{ insetInlineStart: percent(part) }} />
        ))}
        {day.now === null ? null : <i class="s-now" style={{ insetInlineStart: percent(day.now) }} />}
        {lane.bars.map((bar) =>
          bar.pause === null ? null : <i key={bar.block.from} class="s-pause" style={at(bar.pause)} />,
        )}
        {lane.bars.map((bar) => (
          <Block key={keyOf(bar)} board={board} day={day} lane={lane} bar={bar} open={open} />
        ))}
      </div>
    </div>
  );
}

const keyOf = ({ block }: Bar): string => block.booking?.id ?? block.defect?.id ?? String(block.from);

function Block({ board, day, lane, bar, open }: LaneProps & { readonly bar: Bar }) {
  const desk = useDesk();
  const { block } = bar;
  const words = blockWords(desk, board, { bar, scooter: lane.scooter, day });
  const show = () => {
    if (block.booking !== null) open({ type: 'trip', bookingId: block.booking.id });
    else open({ type: 'broken', scooterId: lane.scooter.id });
  };
  const isOver = block.defect !== null && block.defect.mendedAt !== null;
  const { fits, place } = useFitting([words.text, ...words.shorter]);
  return (
    <button
      ref={place}
      type="button"
      class={`s-block is-${block.type}${isOver ? ' is-over' : ''}`}
      style={at(bar.place)}
      aria-label={words.sentence}
      onClick={show}
    >
      {fits === '' ? null : <span>{fits}</span>}
    </button>
  );
}

/** An empty stretch of a lane books there; for the keyboard there is the button Reserveer. */
function useEmptyClicks({ board, days, open }: TimelineProps) {
  const place = useRef<HTMLElement>(null);
  const latest = useRef({ board, days, open });
  latest.current = { board, days, open };

  useLayoutEffect(() => {
    const element = place.current;
    const book = (event: MouseEvent) => {
      const line = event.target instanceof Element ? event.target.closest('.s-line') : null;
      if (!(line instanceof HTMLElement) || (event.target as Element).closest('button')) return;
      const day = latest.current.days.find(({ date }) => date === line.dataset.date);
      if (day === undefined) return;
      const { x, width } = line.getBoundingClientRect();
      const house = latest.current.board;
      const grid = { zone: zoneOfHouse(house), slotMinutes: rulesOfHouse(house).slotMinutes };
      const start = momentAt((event.clientX - x) / width, day, grid);
      latest.current.open({ type: 'book', preset: { scooterId: line.dataset.scooter ?? null, ...start } });
    };
    element?.addEventListener('click', book);
    return () => element?.removeEventListener('click', book);
  }, []);
  return place;
}
