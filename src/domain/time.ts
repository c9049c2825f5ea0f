/**
 * Wall-clock time of one location: dates and times as people read them, instants derived from them (DESIGN §7).
 * Refuses to know what time it is: every "now" comes in from outside.
 */
import * as v from 'valibot';

/** `2026-10-14`. Compares in order as text. */
export type PlainDate = string;
/** `09:30`, 24 hours. Compares in order as text. */
export type PlainTime = string;
/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export const plainDateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'not a date'),
  v.check(isRealDate, 'a date that does not exist'),
);
export const plainTimeSchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time'));
export const instantTextSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/, 'not an instant in UTC'),
  v.check(isRealDate, 'an instant that does not exist'),
);

/** Milliseconds. */
export const MINUTE: Instant = 60_000;

/** Milliseconds. Of the clock, not of the calendar: a day with a clock change has another length. */
export const DAY: Instant = 86_400_000;

/** An instant as text in UTC, the way rows keep it. */
export const instantText = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString();

/** The instant of a text that `instantTextSchema` has passed. */
export const instantOfText = (text: string): Instant => Date.parse(text);

/** The local date at an instant. "Which day is it" is answered here and nowhere else. */
export function dateAt(now: Instant, zone: string): PlainDate {
  return localAt(now, zone).date;
}

/** The local date and minute at an instant. */
export function localAt(now: Instant, zone: string): { readonly date: PlainDate; readonly time: PlainTime } {
  const text = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDateTime().toString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/**
 * The instant of a wall-clock time. A time that does not exist (spring) moves forward by the gap, a time that exists
 * twice (autumn) is the first one: RFC 5545 §3.3.5.
 */
export function instantOf(date: PlainDate, time: PlainTime, zone: string): Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/** Every instant a wall clock shows this time: none in the hour that spring skips, two in the hour that autumn repeats. */
export function instantsOf(date: PlainDate, time: PlainTime, zone: string): readonly Instant[] {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!first.toPlainDateTime().equals(local)) return [];
  return first.epochMilliseconds === last.epochMilliseconds
    ? [first.epochMilliseconds]
    : [first.epochMilliseconds, last.epochMilliseconds];
}

/** Days since 1970-01-01, so that calendar arithmetic never meets a clock change. */
export function dayNumber(date: PlainDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
}

export function dateOfDay(day: number): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY)
    .toString()
    .slice(0, 10);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether the machine knows this IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return Number.isFinite(instantOf('2026-01-01', '00:00', zone));
  } catch {
    return false;
  }
}

/** Whether a text that begins `yyyy-mm-dd` begins with a date of the calendar. */
export function isRealDate(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / DAY;
}
