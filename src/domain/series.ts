/**
 * A rule on the calendar and the dates it yields (DESIGN §7). All arithmetic is in calendar days, so a weekly 10:00
 * stays 10:00 over a clock change. Refuses to know iCalendar: that is read in `server/import`.
 */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText, text } from './text.ts';
import {
  addDays,
  dateOfDay,
  dayNumber,
  daysInMonth,
  type PlainDate,
  plainDateSchema,
  plainTimeSchema,
  weekdayOf,
} from './time.ts';

const interval = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366));
const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));
const span = { from: plainDateSchema, until: v.nullable(plainDateSchema) };

/** `until` is the last possible date, itself included; null has no end. Weeks start on Monday. */
export const ruleSchema = v.variant('type', [
  v.object({ type: v.literal('dates'), dates: v.pipe(v.array(plainDateSchema), v.maxLength(2000)) }),
  v.object({ type: v.literal('daily'), interval, ...span }),
  v.object({ type: v.literal('weekly'), interval, weekdays: v.pipe(v.array(weekday), v.minLength(1)), ...span }),
  v.object({
    type: v.literal('monthly'),
    interval,
    weekday,
    /** 1 to 5 counts from the start of the month, -1 to -5 from its end. A month without a fifth has no date. */
    nth: v.picklist([1, 2, 3, 4, 5, -1, -2, -3, -4, -5]),
    ...span,
  }),
]);
export type Rule = Frozen<v.InferOutput<typeof ruleSchema>>;

export const categories = [
  'meeting',
  'sharedMeal',
  'exercise',
  'fallPrevention',
  'digitalSkills',
  'culture',
  'dementia',
  'care',
  'community',
] as const;
export type Category = (typeof categories)[number];

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** What one date of a series says; an override may say each of these differently for one date. */
export const activityFields = {
  title: someText(80),
  description: text(600),
  room: text(80),
  startTime: plainTimeSchema,
  endTime: plainTimeSchema,
  /** Days from the start date to the end date: 1 for an evening that runs over midnight. */
  endDays: count(14),
  allDay: v.boolean(),
  signUp: v.picklist(['open', 'none']),
  /** People, companions and guests included; null has no limit. */
  capacity: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000))),
  /** When sign-up ends, as wall-clock time so many days before the start date; null is at the start. */
  closes: v.nullable(v.object({ daysBefore: count(60), time: plainTimeSchema })),
  /** Guests one party may bring. */
  guests: count(20),
  neighbours: v.boolean(),
  /** Cents; null is not said, 0 is free. */
  price: v.nullable(count(100_000)),
  /** Who of the team leads it, by name; empty is not said. */
  leader: v.optional(text(80), ''),
} as const;

/** What of the kind of thing it is may change along the way. */
export const kindFields = {
  category: v.picklist(categories),
  pictogram: text(40),
  minutesOfMovement: v.nullable(count(1000)),
  /** Counts only on shared screens: dementia, care, one to one (DESIGN §5). A meal is so on every date or on none. */
  discreet: v.boolean(),
} as const;

/** What "this one and all that follow" may say differently. */
export const phaseFieldsSchema = v.partial(v.object({ ...activityFields, ...kindFields }));
export type PhaseFields = Frozen<v.InferOutput<typeof phaseFieldsSchema>>;

/** So often a series may be said differently from a date on. */
export const MOST_PHASES = 200;
/** So many days a date may be away from where its rule has it. */
export const FURTHEST_SHIFT = 60;

/** From one date of the series on, by its own calendar: the dates keep their ids, whatever day they move to. */
export const phaseSchema = v.object({
  from: plainDateSchema,
  fields: phaseFieldsSchema,
  /** How many days later than the rule says they are. */
  shiftDays: v.pipe(v.number(), v.integer(), v.minValue(-FURTHEST_SHIFT), v.maxValue(FURTHEST_SHIFT)),
});
export type Phase = Frozen<v.InferOutput<typeof phaseSchema>>;

export const seriesSchema = v.object({
  id: idSchema,
  ...activityFields,
  rule: ruleSchema,
  /** Dates of the rule that do not happen, and dates beside the rule that do. */
  skipped: v.array(plainDateSchema),
  extra: v.array(plainDateSchema),
  ...kindFields,
  /** Which menu belongs to it (`lunch`, `warm`); null is not a meal. */
  meal: v.nullable(text(30)),
  /** In order of their first date; a later one wins. */
  phases: v.optional(v.pipe(v.array(phaseSchema), v.maxLength(MOST_PHASES)), []),
  /** Goes up with every change to the series or to one of its dates: SEQUENCE of RFC 5545 §3.8.7.4. */
  revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
export type Series = Frozen<v.InferOutput<typeof seriesSchema>>;

/** The categories that are discreet unless somebody says otherwise (DESIGN §5). */
export const discreetCategories: readonly Category[] = ['dementia', 'care'];

/** The series as it is on one of its dates, and how many days later than the rule that date is. */
export function seriesOn(
  series: Series,
  originalDate: PlainDate,
): { readonly series: Series; readonly shiftDays: number } {
  let [said, shiftDays] = [series, 0];
  for (const phase of series.phases) {
    if (phase.from > originalDate) break;
    said = { ...said, ...(phase.fields as Partial<Series>) };
    shiftDays = phase.shiftDays;
  }
  return { series: said, shiftDays };
}

/** The dates of a series from `from` to `to`, both included, in order, each once. */
export function occurrences(
  series: Pick<Series, 'rule' | 'skipped' | 'extra'>,
  from: PlainDate,
  to: PlainDate,
): readonly PlainDate[] {
  const dates = new Set(datesOfRule(series.rule, from, to));
  for (const date of series.extra) if (date >= from && date <= to) dates.add(date);
  for (const date of series.skipped) dates.delete(date);
  return [...dates].sort();
}

/** Whether the series happens on this date. Costs the same for a rule of any age. */
export function occursOn(series: Pick<Series, 'rule' | 'skipped' | 'extra'>, date: PlainDate): boolean {
  // The date may come out of an id somebody sent: a second spelling of a date would be a second activity.
  if (!v.is(plainDateSchema, date) || series.skipped.includes(date)) return false;
  return series.extra.includes(date) || ruleHits(series.rule, date);
}

function datesOfRule(rule: Rule, from: PlainDate, to: PlainDate): readonly PlainDate[] {
  if (rule.type === 'dates') return rule.dates.filter((date) => date >= from && date <= to);
  const first = rule.from > from ? rule.from : from;
  const last = rule.until !== null && rule.until < to ? rule.until : to;
  const dates: PlainDate[] = [];
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1) {
    const date = dateOfDay(day);
    if (ruleHits(rule, date)) dates.push(date);
  }
  return dates;
}

function ruleHits(rule: Rule, date: PlainDate): boolean {
  if (rule.type === 'dates') return rule.dates.includes(date);
  if (date < rule.from || (rule.until !== null && date > rule.until)) return false;
  switch (rule.type) {
    case 'daily':
      return (dayNumber(date) - dayNumber(rule.from)) % rule.interval === 0;
    case 'weekly':
      return (
        rule.weekdays.includes(weekdayOf(date)) && ((mondayOf(date) - mondayOf(rule.from)) / 7) % rule.interval === 0
      );
    case 'monthly':
      return (
        weekdayOf(date) === rule.weekday &&
        (monthNumber(date) - monthNumber(rule.from)) % rule.interval === 0 &&
        isNth(rule.nth, date)
      );
  }
}

const mondayOf = (date: PlainDate): number => dayNumber(date) - (weekdayOf(date) - 1);

const monthNumber = (date: PlainDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

function isNth(nth: number, date: PlainDate): boolean {
  const day = Number(date.slice(8, 10));
  if (nth > 0) return Math.ceil(day / 7) === nth;
  const left = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) - day;
  return Math.floor(left / 7) + 1 === -nth;
}

/** The last date of a series, or null where it has no end. */
export function lastDate(series: Pick<Series, 'rule' | 'extra'>): PlainDate | null {
  const { rule } = series;
  if (rule.type !== 'dates' && rule.until === null) return null;
  const ends = [...series.extra, ...(rule.type === 'dates' ? rule.dates : [rule.until ?? rule.from])];
  return ends.reduce((a, b) => (a > b ? a : b), addDays('1970-01-01', 0));
}
