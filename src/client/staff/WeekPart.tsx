/** A week of all scooters: as a timeline, as a list, and on a phone a day of it; what is broken asks first. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { statesOf } from '../app/staff-care.ts';
import { tripsToCome } from '../app/staff-trips.ts';
import { type DayLine, daysLater, weekNumber, weekOf, weekStart } from '../app/staff-week.ts';
import { Button, IconButton } from './controls.tsx';
import { DayList } from './DayList.tsx';
import { type BoardProps, type Desk, useDesk } from './desk-context.ts';
import { dayMonth, shortDay } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import { Legend } from './Legend.tsx';
import { NoScooters } from './NoScooters.tsx';
import type { Open } from './open-dialog.ts';
import { PageHead } from './PageHead.tsx';
import { useSingleKeys } from './single-keys.ts';
import { Timeline } from './Timeline.tsx';

export interface PartProps extends BoardProps {
  readonly open: Open;
  readonly tabs: VNode;
}

const WEEK = 7;

export function WeekPart({ board, open, tabs }: PartProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const today = app.wallClock.value.date;
  const [chosen, choose] = useState<{ monday: string; date: string } | null>(null);
  const [asList, setAsList] = useState(false);
  const monday = chosen?.monday ?? weekStart(today);
  const date = chosen?.date ?? today;
  const days = weekOf(board, monday, app.minute.value);
  const goTo = (weeks: number) => {
    const next = daysLater(monday, weeks * WEEK);
    choose({ monday: next, date: next === weekStart(today) ? today : next });
  };
  const toToday = () => choose(null);
  useSingleKeys({ ArrowLeft: () => goTo(-1), ArrowRight: () => goTo(1), t: toToday });
  const hasAlert = statesOf(board, app.minute.value).some(({ defect }) => defect !== null);
  const preset = { scooterId: null, date: date < today ? today : date, time: null };
  const narrow = app.narrow.value;
  const shown = narrow ? days.filter((day) => day.date === date) : days;
  const head = <PageHead title={t('deskframe:scooters')} line={lineOf(desk, monday, days)} tabs={tabs} />;
  if (statesOf(board, app.minute.value).length === 0)
    return (
      <>
        {head}
        <NoScooters />
      </>
    );
  return (
    <>
      {head}
      <div class="s-row is-wrap is-apart">
        <div class="s-row is-wrap">
          <IconButton icon="back" label={t('deskweek:before')} onPress={() => goTo(-1)} />
          <Button onPress={toToday}>{t('deskweek:thisWeek')}</Button>
          <IconButton icon="next" label={t('deskweek:after')} onPress={() => goTo(1)} />
          {narrow ? null : (
            <Button icon={asList ? 'line' : 'list'} onPress={() => setAsList(!asList)}>
              {t(asList ? 'deskweek:asLine' : 'deskweek:asList')}
            </Button>
          )}
        </div>
        <div class="s-acts">
          <Button icon="wrench" onPress={() => open({ type: 'report', scooterId: null })}>
            {t('deskweek:report')}
          </Button>
          <Button icon="hand" onPress={() => open({ type: 'lend' })}>
            {t('deskweek:lend')}
          </Button>
          <Button
            icon="plus"
            tone={hasAlert ? 'plain' : 'main'}
            hint={app.letters.value && !narrow ? 'n' : undefined}
            onPress={() => open({ type: 'book', preset })}
          >
            {t('deskweek:book')}
          </Button>
        </div>
      </div>
      <Alerts board={board} open={open} />
      {narrow ? <DayPicker days={days} date={date} onChoose={(next) => choose({ monday, date: next })} /> : null}
      {asList && !narrow ? null : <Timeline board={board} days={shown} open={open} />}
      {asList || narrow ? <DayList board={board} days={shown} open={open} /> : null}
      {asList && !narrow ? null : <Legend />}
    </>
  );
}

/** "Week 42: 12 oktober tot en met 18 oktober · 28 ritten · 3 keer was er niets vrij" */
function lineOf(desk: Desk, monday: string, days: readonly DayLine[]): string {
  const { t } = desk;
  const bars = days.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.bars));
  const trips = new Set(bars.flatMap(({ block }) => (block.booking === null ? [] : [block.booking.id]))).size;
  const misses = days.reduce((sum, day) => sum + day.misses, 0);
  const [from, to] = [dayMonth(desk, monday), dayMonth(desk, daysLater(monday, WEEK - 1))];
  return t('deskweek:weekLine', {
    week: t('deskweek:weekOf', { week: weekNumber(monday), from, to }),
    summary: t('deskweek:summary', {
      trips: t('deskweek:trips', { count: trips }),
      misses: t('deskweek:misses', { count: misses }),
    }),
  });
}

/** One line for each scooter that is broken, with the way out. */
function Alerts({ board, open }: { readonly board: Board; readonly open: Open }) {
  const { app, t } = useDesk();
  const now = app.minute.value;
  const broken = statesOf(board, now).filter(({ defect }) => defect !== null);
  return (
    <>
      {broken.map(({ scooter }, index) => {
        const count = tripsToCome(board, scooter.id, now).length;
        return (
          <p key={scooter.id} class="s-alert">
            <span class="s-state is-warn">
              <Icon name="warn" />
              <span>
                {count === 0
                  ? t('deskweek:isBroken', { scooter: scooter.name })
                  : t('deskweek:inDoubt', { count, scooter: scooter.name })}
              </span>
            </span>
            <Button
              tone={index === 0 && count > 0 ? 'main' : 'plain'}
              label={`${t(count === 0 ? 'deskweek:openDefect' : 'deskweek:solve')}: ${scooter.name}`}
              onPress={() => open({ type: 'broken', scooterId: scooter.id })}
            >
              {t(count === 0 ? 'deskweek:openDefect' : 'deskweek:solve')}
            </Button>
          </p>
        );
      })}
    </>
  );
}

interface DayPickerProps {
  readonly days: readonly DayLine[];
  readonly date: string;
  readonly onChoose: (date: string) => void;
}

function DayPicker({ days, date, onChoose }: DayPickerProps) {
  const desk = useDesk();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, these are views.
    <div class="s-one-of s-days" role="group" aria-label={desk.t('deskweek:days')}>
      {days.map((day) => (
        <button
          key={day.date}
          type="button"
          aria-pressed={day.date === date}
          class={day.isToday ? 'is-today' : undefined}
          onClick={() => onChoose(day.date)}
        >
          {shortDay(desk, day.date)}
        </button>
      ))}
    </div>
  );
}
