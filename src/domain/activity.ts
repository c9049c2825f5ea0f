/**
 * One occurrence of a series on one date: what the series says, unless an override for that date says otherwise
 * (DESIGN §7). Refuses to store occurrences: they are derived, and a row exists only where something differs.
 */
import * as v from 'valibot';
import type { Board } from './board.ts';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { activityFields, kindFields, occurrences, occursOn, type Series, seriesOn } from './series.ts';
import { type Group, group, row, rows } from './table.ts';
import { text } from './text.ts';
import { addDays, type Instant, instantOf, type PlainDate, plainDateSchema } from './time.ts';

/** What one date says differently. A field that is absent is as in the series. */
export const overrideFieldsSchema = v.partial(v.object({ date: plainDateSchema, ...activityFields, ...kindFields }));
export type OverrideFields = Frozen<v.InferOutput<typeof overrideFieldsSchema>>;

export const overrideSchema = v.object({
  /** The activity's id: `<seriesId>/<original date>`, for ever, also when moved. */
  id: idSchema,
  seriesId: idSchema,
  originalDate: plainDateSchema,
  fields: overrideFieldsSchema,
  /** Why it does not happen, in the words of the house; null happens. */
  cancelled: v.nullable(text(120)),
  /** The house took this date out: it is not shown at all, whatever a later calendar file says. */
  absent: v.boolean(),
  /** Came from a calendar file, so a later file that lacks it takes it back. */
  imported: v.boolean(),
  /** What people were told before date, time or room changed; null has not changed. */
  was: v.nullable(v.object({ date: plainDateSchema, startTime: v.string(), room: v.string() })),
});
export type Override = Frozen<v.InferOutput<typeof overrideSchema>>;

export interface Activity extends Omit<Series, 'id' | 'rule' | 'skipped' | 'extra' | 'phases'> {
  readonly id: string;
  readonly seriesId: string;
  readonly originalDate: PlainDate;
  readonly date: PlainDate;
  readonly cancelled: string | null;
  readonly was: Override['was'];
}

export const activityId = (seriesId: string, originalDate: PlainDate): string => `${seriesId}/${originalDate}`;

/** One activity, or undefined where the series is unknown or does not happen on that date. */
export function activityById(board: Board, id: string): Activity | undefined {
  const slash = id.lastIndexOf('/');
  const [seriesId, originalDate] = [id.slice(0, slash), id.slice(slash + 1)];
  const series = row(board.series, seriesId, seriesId);
  if (series === undefined) return undefined;
  const override = row(board.override, seriesId, id);
  if (override === undefined ? !occursOn(series, originalDate) : override.absent) return undefined;
  return merge(series, originalDate, override);
}

/** All activities that are on some time from `from` to `to`, both included, in order of start, then of title. */
export function activitiesBetween(board: Board, from: PlainDate, to: PlainDate): readonly Activity[] {
  const found: Activity[] = [];
  for (const series of rows(board.series)) found.push(...activitiesOfSeries(board, series, from, to));
  return found.sort(byStart);
}

/** The activities of one series that are on from `from` to `to`, cancelled and moved ones included. */
export function activitiesOfSeries(board: Board, series: Series, from: PlainDate, to: PlainDate): readonly Activity[] {
  const overrides = group(board.override, series.id);
  const found: Activity[] = [];
  if (series.phases.length > 0) return phasedOfSeries(series, overrides, { from, to });
  // What began before and runs on is on too.
  for (const date of occurrences(series, addDays(from, -series.endDays), to)) {
    if (!overrides.has(activityId(series.id, date))) found.push(merge(series, date, undefined));
  }
  for (const override of overrides.values()) {
    const activity = merge(series, override.originalDate, override);
    if (!override.absent && addDays(activity.date, activity.endDays) >= from && activity.date <= to)
      found.push(activity);
  }
  return found;
}

/** As above, where dates may be some days away from where the rule has them. */
function phasedOfSeries(
  series: Series,
  overrides: Group<Override>,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): readonly Activity[] {
  const shifts = series.phases.map(({ shiftDays }) => shiftDays);
  const longest = Math.max(series.endDays, ...series.phases.map(({ fields }) => fields.endDays ?? 0));
  const first = addDays(from, -longest - Math.max(0, ...shifts));
  const dates = occurrences(series, first, addDays(to, -Math.min(0, ...shifts)));
  const plain = dates.filter((date) => !overrides.has(activityId(series.id, date)));
  const all = [
    ...plain.map((date) => merge(series, date, undefined)),
    ...[...overrides.values()].filter(({ absent }) => !absent).map((each) => merge(series, each.originalDate, each)),
  ];
  return all.filter(({ date, endDays }) => addDays(date, endDays) >= from && date <= to);
}

function merge(series: Series, originalDate: PlainDate, override: Override | undefined): Activity {
  const own = { id: activityId(series.id, originalDate), seriesId: series.id, originalDate, date: originalDate };
  if (series.phases.length > 0) {
    const { series: said, shiftDays } = seriesOn(series, originalDate);
    const moved = { ...said, ...own, date: addDays(originalDate, shiftDays) };
    return {
      ...moved,
      ...override?.fields,
      cancelled: override?.cancelled ?? null,
      was: override?.was ?? null,
    } as Activity;
  }
  // One copy of the whole series, its rule too: leaving fields out takes ten times as long, and this is done for every tap.
  if (override === undefined) return { ...series, ...own, cancelled: null, was: null };
  return { ...series, ...own, ...override.fields, cancelled: override.cancelled, was: override.was } as Activity;
}

function byStart(a: Activity, b: Activity): number {
  const [left, right] = [`${a.date}T${a.startTime} ${a.title} ${a.id}`, `${b.date}T${b.startTime} ${b.title} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const startOf = (activity: Activity, zone: string): Instant =>
  instantOf(activity.date, activity.startTime, zone);

export const endOf = (activity: Activity, zone: string): Instant =>
  instantOf(addDays(activity.date, activity.endDays), activity.endTime, zone);

/** Until when people may come and go: the start, and for something that lasts all day its end. */
export const lastMoment = (activity: Activity, zone: string): Instant =>
  activity.allDay ? endOf(activity, zone) : startOf(activity, zone);

/** When sign-up ends, or null where it ends only at the start. */
export function closesAt(activity: Activity, zone: string): Instant | null {
  if (activity.closes === null) return null;
  return instantOf(addDays(activity.date, -activity.closes.daysBefore), activity.closes.time, zone);
}
