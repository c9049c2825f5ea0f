/** The same days as rows to read: the twin of the timeline, with the same windows behind it. */
import { useId } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { DayLine } from '../app/staff-week.ts';
import { blockWords } from './block-words.ts';
import { State, type Tone } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { longDay } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import type { Open } from './open-dialog.ts';

export interface DayListProps {
  readonly board: Board;
  readonly days: readonly DayLine[];
  readonly open: Open;
}

const tones = { booked: 'info', taken: 'info', done: 'ok', late: 'wait', doubt: 'warn', broken: 'warn' } as const;

export function DayList({ board, days, open }: DayListProps) {
  return (
    <div class="s-list">
      {days.map((day) => (
        <DayRows key={day.date} board={board} day={day} open={open} />
      ))}
    </div>
  );
}

interface DayRowsProps {
  readonly board: Board;
  readonly day: DayLine;
  readonly open: Open;
}

function DayRows({ board, day, open }: DayRowsProps) {
  const desk = useDesk();
  const { t } = desk;
  const heading = useId();
  const rows = day.lanes
    .flatMap(({ scooter, bars }) => bars.map((bar) => ({ scooter, bar })))
    .sort((a, b) => a.bar.block.from - b.bar.block.from);
  return (
    <section aria-labelledby={heading} class="s-card is-flush">
      <h2 id={heading}>
        {longDay(desk, day.date)}
        {day.isToday ? `, ${t('deskwhen:today')}` : ''}
        {day.misses > 0 ? (
          <span class="s-none">
            <Icon name="cross" />
            {t('deskweek:noneFree', { count: day.misses })}
          </span>
        ) : null}
      </h2>
      {day.blackout === null ? null : <p class="s-pad">{t('deskweek:closed', { reason: day.blackout })}</p>}
      {rows.length === 0 ? <p class="s-pad is-soft">{t('deskweek:emptyDay')}</p> : null}
      <ul>
        {rows.map(({ scooter, bar }) => {
          const { block } = bar;
          const words = blockWords(desk, board, { bar, scooter, day });
          const tone: Tone = tones[block.type];
          return (
            <li key={`${scooter.id} ${block.booking?.id ?? block.from}`}>
              <button
                type="button"
                onClick={() =>
                  block.booking === null
                    ? open({ type: 'broken', scooterId: scooter.id })
                    : open({ type: 'trip', bookingId: block.booking.id })
                }
              >
                <span class="is-when">{words.times}</span>
                <span class="is-what">{scooter.name}</span>
                <b class="is-who">{words.who}</b>
                <State tone={tone}>{words.state}</State>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
