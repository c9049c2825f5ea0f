/**
 * What a resident's screen shows of their own meals: what can be chosen, what was chosen, and the meals somebody takes
 * part in every time. Refuses to know who eats what beside those who stand there.
 */
import { type Activity, activitiesOfSeries, activityById, lastMoment } from './activity.ts';
import { type Board, locationOf } from './board.ts';
import { closedFrom, isClosedAt, seenAt } from './closing.ts';
import { HORIZON_DAYS } from './location.ts';
import type { MenuDay } from './meal.ts';
import type { Standing } from './meal-rows.ts';
import { partiesOf } from './parties.ts';
import { platesOf } from './plate-rows.ts';
import { type Rule, type Series, seriesOn } from './series.ts';
import type { SignUp } from './sign-up-row.ts';
import { row, rows } from './table.ts';
import { addDays, dateAt, type Instant, localAt, type PlainDate, type PlainTime } from './time.ts';
import type { Viewer } from './views.ts';

/** What a resident is asked to choose between; empty where one dish, or none, leaves nothing to ask. */
export function dishesToAsk(menu: MenuDay | null): readonly string[] {
  return menu === null || menu.choices.length < 2 ? [] : menu.choices;
}

export interface OwnPlate {
  readonly id: string;
  /** Null is a guest. */
  readonly residentId: string | null;
  /** Of a guest: its place among the guests of this party, from 1; else 0. */
  readonly nth: number;
  readonly dish: string | null;
}

/** The plates of a party as people count them: its residents, then its guests. Of a discreet party there are none. */
export function ownPlates(board: Board, party: SignUp): readonly OwnPlate[] {
  const activity = activityById(board, party.activityId);
  let guests = 0;
  return (activity === undefined ? [] : platesOf(board, activity, party)).map(({ id, residentId, dish }) => {
    if (residentId === null) guests += 1;
    return { id, residentId, nth: residentId === null ? guests : 0, dish };
  });
}

/** The live party on whose table this plate stands: a plate's id begins with its party's. */
export function partyOfPlate(board: Board, activityId: string, plateId: string): SignUp | undefined {
  const { going, waiting } = partiesOf(board, activityId);
  return [...going, ...waiting].find(({ id }) => plateId.startsWith(`${id}/`));
}

/** Since when, or from when, nobody can come or choose any more without asking; the start at the latest. */
function closedSince(board: Board, activity: Activity): Instant {
  const zone = locationOf(board).timeZone;
  const last = lastMoment(activity, zone);
  return Math.min(closedFrom(board, activity, zone) ?? last, last);
}

/** The same on the wall of the house. */
export function closedOnWall(board: Board, activity: Activity): { readonly date: PlainDate; readonly time: PlainTime } {
  return localAt(closedSince(board, activity), locationOf(board).timeZone);
}

/** Whether these may still come and choose: also where it was opened for one of them. */
export function mayChoose(board: Board, activity: Activity, { residentIds }: Viewer, now: Instant): boolean {
  const zone = locationOf(board).timeZone;
  if (activity.cancelled !== null || now >= lastMoment(activity, zone)) return false;
  return !isClosedAt(board, activity, { at: seenAt(board, activity, now), zone, residentIds });
}

/** The rhythm of the series a meal belongs to; null for what is no meal, or comes only once. */
export function rhythmOfMeal(board: Board, { meal, originalDate, seriesId }: Activity): number | null {
  const series = meal === null ? undefined : row(board.series, seriesId, seriesId);
  return series === undefined ? null : rhythmOf(series.rule, seriesOn(series, originalDate).shiftDays);
}

/** The weekday on which it is every week (ISO, from 1), 0 is every time it is; null comes only once. */
export function rhythmOf(rule: Rule, shiftDays = 0): number | null {
  if (rule.type === 'dates') return rule.dates.length > 1 ? 0 : null;
  if (rule.type !== 'weekly' || rule.interval > 1) return 0;
  const [only = 0, ...others] = rule.weekdays;
  return others.length === 0 ? ((((only - 1 + shiftDays) % 7) + 7) % 7) + 1 : 0;
}

export interface StandingView {
  readonly series: Series;
  /** As it is called on the days a screen looks ahead to. */
  readonly title: string;
  readonly residentId: string;
  readonly rhythm: number;
  /** `none` has not, or no longer, said so. */
  readonly state: 'none' | 'on' | 'paused';
  /** The first meal after the pause; null is not paused, or this screen does not know. */
  readonly backOn: PlainDate | null;
  /** The next meal that is not closed; null where none is known. */
  readonly next: Activity | null;
}

/** Far enough for a meal a month. */
const LOOK_AHEAD = 62;
/** A screen knows of a pause only so far. */
const KNOWN_PAUSE = 14;

/** What somebody said about every meal of a series; null where that is no meal that comes again. */
export function standingView(
  board: Board,
  { seriesId, residentId }: { readonly seriesId: string; readonly residentId: string },
  now: Instant,
): StandingView | null {
  const today = dateAt(now, locationOf(board).timeZone);
  const series = row(board.series, seriesId, seriesId);
  if (series === undefined || series.meal === null) return null;
  const ahead = seriesOn(series, addDays(today, HORIZON_DAYS));
  const rhythm = rhythmOf(series.rule, ahead.shiftDays);
  if (rhythm === null) return null;
  const next = coming(board, series, today).find((each) => now < closedSince(board, each)) ?? null;
  const stands = row(board.standing, seriesId, `${seriesId}/${residentId}`);
  const seen = { series, title: ahead.series.title, residentId, rhythm, next };
  const at = next?.originalDate ?? today;
  if (stands === undefined || (stands.until !== null && stands.until < at)) {
    return { ...seen, state: 'none', backOn: null };
  }
  const pause = stands.pauses.find(({ from, until }) => from <= at && until >= at);
  if (pause === undefined) return { ...seen, state: 'on', backOn: null };
  const backOn = pause.until >= addDays(today, KNOWN_PAUSE) ? null : backAfter(board, series, pause.until);
  return { ...seen, state: 'paused', backOn };
}

/** Everything these take part in every time, by title. */
export function myStandings(board: Board, viewer: Viewer, now: Instant): readonly StandingView[] {
  const own = [...rows<Standing>(board.standing)].filter(({ residentId }) => viewer.residentIds.includes(residentId));
  return own
    .flatMap((stands) => standingView(board, stands, now) ?? [])
    .filter(({ state }) => state !== 'none')
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

export interface Pause {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The first meal after it; null where none is known. */
  readonly backOn: PlainDate | null;
}

/** So many days without this meal, counted from the next one. */
export function pauseOf(board: Board, { series, next }: StandingView, days: number): Pause | null {
  if (next === null) return null;
  const until = addDays(next.originalDate, days - 1);
  return { from: next.originalDate, until, backOn: backAfter(board, series, until) };
}

function coming(board: Board, series: Series, from: PlainDate): readonly Activity[] {
  return activitiesOfSeries(board, series, from, addDays(from, LOOK_AHEAD))
    .filter(({ cancelled }) => cancelled === null)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

const backAfter = (board: Board, series: Series, until: PlainDate): PlainDate | null =>
  coming(board, series, addDays(until, 1)).find(({ originalDate }) => originalDate > until)?.date ?? null;
