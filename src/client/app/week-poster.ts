/**
 * What hangs in the hall of a week: every activity once, what is there nearly every day in one line, what does not go on, and
 * which days are holidays. Refuses to know paper and words.
 */
import { type Activity, activitiesBetween } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import { daysOff, type Holiday, periodsOf } from '../../domain/holidays.ts';
import { menuOn } from '../../domain/meal.ts';
import type { Period } from '../../domain/period.ts';
import { mondayOf as mondayOfDate } from '../../domain/scooter-time.ts';
import type { StaffMember } from '../../domain/staff-member.ts';
import { rows } from '../../domain/table.ts';
import { addDays, type PlainDate, weekdayOf } from '../../domain/time.ts';
import { type ClockChange, clockChange } from './clock-change.ts';

export type { Holiday } from '../../domain/holidays.ts';

export interface PosterRow {
  readonly activity: Activity;
  /** What there is to eat; null is not a meal, or not known. */
  readonly menu: string | null;
  /** What is other than people were told. */
  readonly moved: 'day' | 'time' | 'room' | null;
}

export interface PosterDay {
  readonly date: PlainDate;
  readonly holiday: Holiday | null;
  readonly rows: readonly PosterRow[];
}

export interface PosterDaily {
  readonly activity: Activity;
  readonly dates: readonly PlainDate[];
  /** ISO weekdays, Monday is 1. */
  readonly weekdays: readonly number[];
}

export interface WeekPoster {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly days: readonly PosterDay[];
  readonly daily: readonly PosterDaily[];
  /** School holidays and closures that have a day in it. */
  readonly periods: readonly Period[];
  /** The day whose night has a clock change. */
  readonly clock: ClockChange | null;
  /** Whom residents may ask. */
  readonly contact: Pick<StaffMember, 'name' | 'phone'> | null;
}

/** The same thing on so many days of a week is said once. */
const DAILY = 4;

export function weekPoster(board: Board, monday: PlainDate): WeekPoster {
  const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const until = addDays(monday, 6);
  const activities = activitiesBetween(board, monday, until).filter((each) => lastDayOf(each) >= monday);
  const daily = dailyOf(activities);
  const once = new Set(daily.flatMap(({ key }) => key));
  const off = daysOff(board, dates);
  const rowsOn = (date: PlainDate) =>
    activities
      // What began last week and runs on stands on the first day.
      .filter((each) => (each.date < monday ? monday : each.date) === date)
      .filter((each) => each.cancelled !== null || !once.has(keyOf(each)))
      .map((activity) => rowOf(board, activity));
  return {
    from: monday,
    until,
    days: dates.map((date) => ({ date, holiday: off.get(date)?.holiday ?? null, rows: rowsOn(date) })),
    daily: daily.map(({ activity, dates: on }) => ({ activity, dates: on, weekdays: on.map(weekdayOf) })),
    periods: periodsOf(board).filter((period) => period.from <= until && period.until >= monday),
    clock: clockChange(dates, locationOf(board).timeZone),
    contact: [...rows(board.staffMember)].find(({ contact }) => contact) ?? null,
  };
}

export const mondayOf = (date: PlainDate): PlainDate => mondayOfDate(date);

export const weekAway = (monday: PlainDate, weeks: number): PlainDate => addDays(monday, 7 * weeks);

/** A meal is another one each day. */
const keyOf = ({ meal, room, startTime, title }: Activity): string =>
  meal === null ? `${startTime} ${title} ${room}` : '';

function dailyOf(activities: readonly Activity[]) {
  const found = new Map<string, { readonly activity: Activity; readonly dates: Set<PlainDate> }>();
  for (const activity of activities) {
    const key = keyOf(activity);
    if (key === '' || activity.allDay) continue;
    const known = found.get(key) ?? { activity, dates: new Set() };
    known.dates.add(activity.date);
    found.set(key, known);
  }
  return [...found]
    .filter(([, { dates }]) => dates.size >= DAILY)
    .map(([key, { activity, dates }]) => ({ key, activity, dates: [...dates].sort() }));
}

function rowOf(board: Board, activity: Activity): PosterRow {
  const { date, meal, room, startTime, was } = activity;
  const menu = meal === null ? '' : (menuOn(board.menuDay, meal, date)?.menu ?? '');
  const changed = was === null ? null : was.date !== date ? 'day' : was.startTime !== startTime ? 'time' : null;
  const moved = changed ?? (was !== null && was.room !== room ? 'room' : null);
  return { activity, menu: menu === '' ? null : menu, moved };
}

/** The last day of it. All day until midnight ends the day before; an evening that runs over midnight is that evening. */
export function lastDayOf({ allDay, date, endDays, endTime }: Activity): PlainDate {
  const days = endTime === '00:00' ? endDays - 1 : endDays;
  return allDay || days > 1 ? addDays(date, Math.max(0, days)) : date;
}
