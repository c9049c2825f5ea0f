/** Which dates of a series are still to come, and which of them a change is about. Refuses to touch what has begun. */
import { type Activity, activitiesOfSeries, activityId, lastMoment } from './activity.ts';
import type { Judgement } from './decide.ts';
import { HORIZON_DAYS } from './location.ts';
import { isLive, partiesIn } from './parties.ts';
import { FURTHEST_SHIFT, lastDate, type Series } from './series.ts';
import { group } from './table.ts';
import { addDays, dateAt, type PlainDate } from './time.ts';

/** Of a series without end so many days are looked at: nobody can sign up further ahead. */
export const LOOK_AHEAD = 366;
const LOOK_BACK = 31 + FURTHEST_SHIFT;

export type Reach = 'following' | 'all';
type Asked = Pick<Judgement, 'board' | 'now' | 'zone'>;

export interface Ahead {
  /** The first date, by the series' own calendar, from which none has begun. */
  readonly from: PlainDate;
  /** Everything that has not begun, cancelled ones too, in order of the series' own calendar. */
  readonly activities: readonly Activity[];
}

/** What a change of this reach, asked for at one activity, is about. */
export function aheadOf(
  asked: Asked,
  series: Series,
  about: { readonly originalDate: PlainDate; readonly reach: Reach },
): Ahead {
  const today = dateAt(asked.now, asked.zone);
  const end = addDays(lastDate(series) ?? today, FURTHEST_SHIFT);
  const far = addDays(today, LOOK_AHEAD);
  const all = activitiesOfSeries(
    asked.board,
    series,
    addDays(today, -LOOK_BACK),
    lastDate(series) !== null && end > far ? end : far,
  );
  const first = about.reach === 'all' ? '' : about.originalDate;
  const begun = all.filter((each) => asked.now >= lastMoment(each, asked.zone)).map(({ originalDate }) => originalDate);
  const last = begun.reduce((a, b) => (a > b ? a : b), addDays(today, -LOOK_BACK));
  const from = addDays(last, 1);
  return {
    from: from > first ? from : first,
    activities: all
      .filter((each) => each.originalDate >= first && asked.now < lastMoment(each, asked.zone))
      .sort((a, b) => (a.originalDate < b.originalDate ? -1 : 1)),
  };
}

/** Those of them that somebody has a place or a plan for: who must hear of it. */
export function signedUpFor({ board, now, zone }: Asked, activities: readonly Activity[]): readonly string[] {
  const horizon = addDays(dateAt(now, zone), HORIZON_DAYS);
  return activities
    .filter(({ date, id, seriesId }) => {
      if (group(board.signUp, id).size > 0) return true;
      // Who comes every time counts on the days a screen looks ahead to.
      return date <= horizon && group(board.standing, seriesId).size > 0;
    })
    .filter(({ id }) => [...partiesIn(board, id)].some(isLive))
    .map(({ id }) => id);
}

/** What the house said about one date of its own, of these fields. */
export function byHand(board: Judgement['board'], activity: Activity, fields: readonly string[]): readonly string[] {
  const override = group(board.override, activity.seriesId).get(activityId(activity.seriesId, activity.originalDate));
  return override === undefined ? [] : fields.filter((field) => field in override.fields);
}
