/**
 * The starts a screen can offer: which scooters suit, what of them is taken, and what of the grid lies inside the opening
 * hours. Refuses to say what a tile looks like.
 */
import { type Board, locationOf } from './board.ts';
import { busyTimes, defectOf, fits, scootersOf, tripOf } from './scooter-free.ts';
import { sameType } from './scooter-riders.ts';
import type { Scooter, ScooterRules } from './scooter-rows.ts';
import { blackoutIn, hoursNear, isPast, lastDateOf, type Span, scooterRulesOf, within } from './scooter-time.ts';
import { addDays, dateAt, type Instant, instantsOf, MINUTE, type PlainDate, type PlainTime } from './time.ts';

export interface Search {
  readonly rules: ScooterRules;
  readonly zone: string;
  readonly now: Instant;
  /** The scooters that suit and are in service, with what is taken of each. */
  readonly pool: readonly { readonly scooter: Scooter; readonly busy: readonly Span[] }[];
}

export interface Slot {
  readonly time: PlainTime;
  readonly from: Instant;
  /** Minutes that stay inside the opening hours. */
  readonly lengths: readonly number[];
}

/** Null as a scooter is any, null as types is all of them. */
export function searchOf(
  board: Board,
  now: Instant,
  { scooterId, types }: { readonly scooterId: string | null; readonly types: readonly string[] | null },
): Search {
  const suits = ({ id, type }: Scooter) =>
    (scooterId === null || id === scooterId) && (types === null || types.some((each) => sameType(each, type)));
  const pool = scootersOf(board)
    .filter((scooter) => suits(scooter) && defectOf(board, scooter.id) === null)
    .map((scooter) => ({
      scooter,
      busy: busyTimes(board, scooter.id, now, { from: now, to: Number.POSITIVE_INFINITY }),
    }));
  return { rules: scooterRulesOf(board), zone: locationOf(board).timeZone, now, pool };
}

/** Today and the days to the horizon. */
export function datesOf({ rules, zone, now }: Search): readonly PlainDate[] {
  const today = dateAt(now, zone);
  return Array.from({ length: rules.horizonDays + 1 }, (_, days) => addDays(today, days));
}

/** The starts of a date at which the house is open for the shortest trip, in order. */
export function slotsOn({ rules, zone }: Search, date: PlainDate): readonly Slot[] {
  const hours = hoursNear(rules, date, zone);
  return gridOf(rules).flatMap((time) => {
    const [from, again] = instantsOf(date, time, zone);
    if (from === undefined || again !== undefined) return [];
    const stretch = within(hours, from);
    const isOpen = (minutes: number) => {
      const span = { from, to: from + minutes * MINUTE };
      if (minutes > rules.longestMinutes || stretch === null || span.to > stretch.to) return false;
      return rules.blackouts.length === 0 || blackoutIn(rules, date, lastDateOf(span, zone)) === null;
    };
    const lengths = rules.lengths.filter((minutes) => minutes % rules.slotMinutes === 0 && isOpen(minutes));
    return lengths.length === 0 ? [] : [{ time, from, lengths }];
  });
}

/** The times of the grid at which the house may be open: all others are not worth a look. */
function gridOf({ slotMinutes, opens, closes }: ScooterRules): readonly PlainTime[] {
  const times = Array.from({ length: 24 * Math.ceil(60 / slotMinutes) }, (_, n) => {
    const [hour, minute] = [
      Math.floor(n / Math.ceil(60 / slotMinutes)),
      (n % Math.ceil(60 / slotMinutes)) * slotMinutes,
    ];
    return `${`${hour}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`;
  });
  return times.filter((time) => (opens < closes ? opens <= time && time < closes : time >= opens || time < closes));
}

/** The lengths some scooter is free for, shortest first; none where the start has passed. */
export function freeLengths({ pool, rules, now }: Search, { from, lengths }: Slot): readonly number[] {
  if (isPast(from, now)) return [];
  return lengths.filter((minutes) => {
    const trip = tripOf({ from, to: from + minutes * MINUTE }, rules);
    return pool.some(({ busy }) => fits(busy, trip));
  });
}

/** The longest of these, up to the middle of what the house offers. */
export function usualLength(rules: ScooterRules, free: readonly number[]): number | null {
  const middle = rules.lengths[Math.floor(rules.lengths.length / 2)] ?? Number.POSITIVE_INFINITY;
  return free.findLast((minutes) => minutes <= middle) ?? free[0] ?? null;
}
