/**
 * The days on which the house may be different: public holidays of the Netherlands, computed, and the periods the house
 * wrote down. Refuses to skip anything: people choose, by name.
 */
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no, ok } from './result.ts';
import { row, rows } from './table.ts';
import { addDays, type PlainDate, weekdayOf } from './time.ts';

export const holidays = [
  'newYear',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'kingsDay',
  'liberationDay',
  'ascension',
  'whitSunday',
  'whitMonday',
  'christmas',
  'boxingDay',
] as const;
export type Holiday = (typeof holidays)[number];

export interface DayOff {
  readonly date: PlainDate;
  /** A public holiday, or a period of the house by its own name. */
  readonly holiday: Holiday | null;
  readonly period: { readonly id: string; readonly name: string } | null;
}

/** The holidays of a year, in order. King's Day is a day early where 27 April is a Sunday. */
export function holidaysOf(year: number): readonly { readonly date: PlainDate; readonly holiday: Holiday }[] {
  const easter = easterOf(year);
  const on = (month: number, day: number): PlainDate =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const dates: { readonly [Name in Holiday]: PlainDate } = {
    newYear: on(1, 1),
    goodFriday: addDays(easter, -2),
    easterSunday: easter,
    easterMonday: addDays(easter, 1),
    kingsDay: weekdayOf(on(4, 27)) === 7 ? on(4, 26) : on(4, 27),
    liberationDay: on(5, 5),
    ascension: addDays(easter, 39),
    whitSunday: addDays(easter, 49),
    whitMonday: addDays(easter, 50),
    christmas: on(12, 25),
    boxingDay: on(12, 26),
  };
  return holidays
    .map((holiday) => ({ date: dates[holiday], holiday }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Easter Sunday of the Gregorian calendar: the algorithm of Meeus, Jones and Butcher. */
export function easterOf(year: number): PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return addDays(`${String(year).padStart(4, '0')}-${String(Math.floor(days / 31)).padStart(2, '0')}-01`, days % 31);
}

/** What each of these dates is; a date that is nothing in particular is not in it. */
export function daysOff(board: Board, dates: readonly PlainDate[]): ReadonlyMap<PlainDate, DayOff> {
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))));
  const known = new Map([...years].flatMap(holidaysOf).map(({ date, holiday }) => [date, holiday]));
  const periods = periodsOf(board);
  const found = new Map<PlainDate, DayOff>();
  for (const date of dates) {
    const holiday = known.get(date) ?? null;
    const period = periods.find(({ from, until }) => date >= from && date <= until) ?? null;
    if (holiday !== null || period !== null) found.set(date, { date, holiday, period });
  }
  return found;
}

/** In order of their first day. */
export const periodsOf = (board: Board) =>
  [...rows(board.period)].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

export function setPeriod(command: CommandOf<'setPeriod'>, { board, newId }: Judgement): Verdict {
  const { type: _type, id, ...fields } = command;
  if (fields.until < fields.from) return no({ type: 'periodInvalid' });
  if (id !== null && row(board.period, id, id) === undefined) return no({ type: 'periodUnknown', periodId: id });
  return ok([{ type: 'periodPut', row: { ...fields, id: id ?? newId() } } satisfies Change]);
}

export function removePeriod({ periodId }: CommandOf<'removePeriod'>, { board }: Judgement): Verdict {
  if (row(board.period, periodId, periodId) === undefined) return no({ type: 'periodUnknown', periodId });
  return ok([{ type: 'periodRemoved', parent: periodId, id: periodId }]);
}
