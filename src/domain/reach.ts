/**
 * What each choice of "which dates" would touch, said before it is made: people, dates, and the dates somebody changed by
 * hand. Refuses to count differently from the rule: it looks at the same dates.
 */
import { type Activity, activityById } from './activity.ts';
import { type Board, locationOf } from './board.ts';
import { isLive, partiesIn, peopleGoing } from './parties.ts';
import { lastDate } from './series.ts';
import { aheadOf, byHand, type Reach } from './series-ahead.ts';
import { row } from './table.ts';
import type { Instant, PlainDate } from './time.ts';

export interface Touched {
  /** Residents who have a place or wait, each once however often they come. */
  readonly people: number;
  /** Dates that happen. */
  readonly dates: number;
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
  /** The series has no end: the dates are those of the coming year. */
  readonly endless: boolean;
  /** Dates that say some of these fields themselves. */
  readonly byHand: readonly Activity[];
  /** The most people going on one of these dates. */
  readonly most: number;
}

/** Null where the activity is unknown. `fields` are the names of what changes; a move in days is `date`. */
export function reachOf(
  board: Board,
  now: Instant,
  { activityId, fields }: { readonly activityId: string; readonly fields: readonly string[] },
): (Readonly<Record<Reach, Touched>> & { readonly one: Touched; readonly comesOnce: boolean }) | null {
  const activity = activityById(board, activityId);
  const series = activity && row(board.series, activity.seriesId, activity.seriesId);
  if (activity === undefined || series === undefined) return null;
  const zone = locationOf(board).timeZone;
  const endless = lastDate(series) === null;
  const of = (reach: Reach) => {
    const { activities } = aheadOf({ board, now, zone }, series, { originalDate: activity.originalDate, reach });
    return touchedBy(board, activities, { fields, endless });
  };
  const [following, all] = [of('following'), of('all')];
  const one = touchedBy(board, [activity], { fields: [], endless: false });
  return { one, following, all, comesOnce: all.dates <= 1 && following.dates <= 1 && !endless };
}

function touchedBy(
  board: Board,
  activities: readonly Activity[],
  { endless, fields }: { readonly fields: readonly string[]; readonly endless: boolean },
): Touched {
  const on = activities.filter(({ cancelled }) => cancelled === null);
  const people = new Set(
    on.flatMap(({ id }) => [...partiesIn(board, id)].filter(isLive).flatMap(({ residentIds }) => residentIds)),
  );
  const dates = on.map(({ date }) => date).sort();
  return {
    people: people.size,
    dates: on.length,
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    endless,
    byHand: on.filter((each) => byHand(board, each, fields).length > 0),
    most: Math.max(0, ...on.map(({ id }) => peopleGoing(board, id))),
  };
}
