/**
 * Which dates of a series a habit can still change (DESIGN §9 Meals): what has begun or is closed, it leaves as it is.
 * Refuses to decide who comes.
 */
import { activityById, activityId, lastMoment } from './activity.ts';
import { isClosedAt } from './closing.ts';
import type { Judgement } from './decide.ts';
import { HORIZON_DAYS } from './location.ts';
import { FURTHEST_SHIFT, occurrences, type Series } from './series.ts';
import { group, row } from './table.ts';
import { addDays, dateAt, type PlainDate } from './time.ts';

/** How far ahead sign-ups that staff made are looked for, in days. */
const LOOK_AHEAD = 366;
/** A meal that was put off counts from the date it had. */
const LOOK_BACK = 31;

/** The dates of a series, by its own calendar, that have not begun and are not closed. */
export function openDates(judgement: Judgement, series: Series): readonly PlainDate[] {
  const { board, now: at, zone } = judgement;
  const day = today(judgement);
  const near = addDays(day, Math.max(HORIZON_DAYS, series.closes?.daysBefore ?? 0));
  return inReach(judgement, series).filter((date) => {
    const id = activityId(series.id, date);
    const isPhased = series.phases.length > 0;
    const isDecided = isPhased || group(board.override, series.id).has(id) || row(board.sitting, id, id) !== undefined;
    // The clock is asked only where it can matter.
    if (date > near && !isDecided) return true;
    const activity = activityById(board, id);
    return activity !== undefined && at < lastMoment(activity, zone) && !isClosedAt(board, activity, { at, zone });
  });
}

/** Dates near enough to be looked at one by one, begun and closed ones included. */
export function inReach(judgement: Judgement, series: Series): readonly PlainDate[] {
  const day = today(judgement);
  const back = series.phases.length > 0 ? LOOK_BACK + FURTHEST_SHIFT : LOOK_BACK;
  return datesOf(judgement, series, addDays(day, -back), addDays(day, LOOK_AHEAD));
}

export function datesOf({ board }: Judgement, series: Series, from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const dates = new Set(occurrences(series, from, to));
  for (const { absent, originalDate } of group(board.override, series.id).values()) {
    if (absent) dates.delete(originalDate);
    else if (originalDate >= from && originalDate <= to) dates.add(originalDate);
  }
  return [...dates].sort();
}

/**
 * Up to here dates are signed up for one by one: residents can see them, somebody has, or something was decided about
 * the date. One that is closed by then is nobody's habit.
 */
export function lastOrdinary(judgement: Judgement, series: Series): PlainDate {
  const { board } = judgement;
  const day = today(judgement);
  const horizon = addDays(day, HORIZON_DAYS);
  const isOrdinary = (date: PlainDate) => {
    const id = activityId(series.id, date);
    const isDecided = row(board.override, series.id, id) !== undefined || row(board.sitting, id, id) !== undefined;
    return isDecided || group(board.signUp, id).size > 0;
  };
  return datesOf(judgement, series, addDays(horizon, 1), addDays(day, LOOK_AHEAD)).findLast(isOrdinary) ?? horizon;
}

export const today = ({ now, zone }: Judgement): PlainDate => dateAt(now, zone);
