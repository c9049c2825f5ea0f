/**
 * When a scooter may be out: opening hours, the grid of starting times, days without scooters, and wall-clock times
 * that a clock change takes away or gives twice. Refuses to know who rides or what is free.
 */
import type { Board } from './board.ts';
import type { Refusal } from './refusals.ts';
import { no, ok, type Result } from './result.ts';
import { type ScooterRules, usualScooterRules } from './scooter-rows.ts';
import { row } from './table.ts';
import {
  addDays,
  dateAt,
  type Instant,
  instantOf,
  instantsOf,
  localAt,
  MINUTE,
  type PlainDate,
  type PlainTime,
  weekdayOf,
} from './time.ts';

/** Whether a start is over. By the minute, as screens count: what begins in this very minute can still be booked. */
export const isPast = (start: Instant, now: Instant): boolean => start < Math.floor(now / MINUTE) * MINUTE;

/** Half open: the last instant is not in it. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** A time at the wall and how long from then, in minutes that pass. */
export interface AskedTrip {
  readonly date: PlainDate;
  readonly time: PlainTime;
  readonly minutes: number;
}

/** What this house has set, or what is usual. */
export function scooterRulesOf(board: Board): ScooterRules {
  return row(board.scooterRules, usualScooterRules.id, usualScooterRules.id) ?? usualScooterRules;
}

/** The opening hours that begin on a date; they may end on the next. */
export function hoursOf(rules: ScooterRules, date: PlainDate, zone: string): Span {
  const last = rules.closes <= rules.opens ? addDays(date, 1) : date;
  return { from: instantOf(date, rules.opens, zone), to: instantOf(last, rules.closes, zone) };
}

/** All opening hours that a moment of this date can be in; open day and night is one stretch without end. */
export function hoursNear(rules: ScooterRules, date: PlainDate, zone: string): readonly Span[] {
  if (rules.opens === rules.closes) return [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];
  return [hoursOf(rules, addDays(date, -1), zone), hoursOf(rules, date, zone)];
}

/** The opening hours around an instant; null where it is closed then. */
export function hoursAround(rules: ScooterRules, at: Instant, zone: string): Span | null {
  return within(hoursNear(rules, dateAt(at, zone), zone), at);
}

/** The stretch that holds an instant. Where a clock change makes two of them overlap, the one that lasts longest. */
export function within(stretches: readonly Span[], at: Instant): Span | null {
  return stretches.findLast(({ from, to }) => from <= at && at < to) ?? null;
}

/** The span of a trip that is well formed, whoever asks for it; whether it is open then is `refuseHours`. */
export function spanOf(rules: ScooterRules, asked: AskedTrip, zone: string): Result<Span, Refusal> {
  const { date, time, minutes } = asked;
  const wrong = refuseLength(rules, minutes);
  if (wrong !== null) return no(wrong);
  if (Number(time.slice(3)) % rules.slotMinutes !== 0 || minutes % rules.slotMinutes !== 0) {
    return no({ type: 'tripInvalid' });
  }
  const [from, again] = instantsOf(date, time, zone);
  if (from === undefined) return no({ type: 'timeDoesNotExist', date, time });
  if (again !== undefined) return no({ type: 'timeExistsTwice', date, time });
  return ok({ from, to: from + minutes * MINUTE });
}

export function refuseLength(rules: ScooterRules, minutes: number): Refusal | null {
  if (minutes <= 0) return { type: 'tripInvalid' };
  return minutes > rules.longestMinutes ? { type: 'tripTooLong', minutes: rules.longestMinutes } : null;
}

/** A trip lies inside one stretch of opening hours, and touches no day without scooters. */
export function refuseHours(rules: ScooterRules, span: Span, zone: string): Refusal | null {
  const blackout = blackoutIn(rules, dateAt(span.from, zone), lastDateOf(span, zone));
  if (blackout !== null) return { type: 'scooterBlackout', reason: blackout };
  const hours = hoursAround(rules, span.from, zone);
  if (hours !== null && span.to <= hours.to) return null;
  return { type: 'scootersClosed', opens: rules.opens, closes: rules.closes };
}

/** Why there are no scooters on some of these dates; null where there are. The reason may be empty. */
export function blackoutIn(rules: ScooterRules, first: PlainDate, last: PlainDate): string | null {
  return rules.blackouts.find(({ from, until }) => from <= last && until >= first)?.reason ?? null;
}

/** The local date of a span's last moment: a trip that ends at midnight is not on the next day. */
export const lastDateOf = (span: Span, zone: string): PlainDate => dateAt(span.to - 1, zone);

/** The Monday of the ISO week of a date. */
export const mondayOf = (date: PlainDate): PlainDate => addDays(date, 1 - weekdayOf(date));

/** The Monday of the local ISO week an instant is in. */
export const weekAt = (at: Instant, zone: string): PlainDate => mondayOf(dateAt(at, zone));

export const timeAt = (at: Instant, zone: string): PlainTime => localAt(at, zone).time;
