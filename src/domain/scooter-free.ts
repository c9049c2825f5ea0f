/**
 * What of a scooter's time is taken, and which scooter to suggest. Availability is computed from the rows each time it
 * is asked, never kept. Refuses to know who may ride.
 */
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { Booking, Defect, Scooter, ScooterRules } from './scooter-rows.ts';
import { hoursAround, type Span, scooterRulesOf } from './scooter-time.ts';
import { group, rows } from './table.ts';
import { DAY, type Instant, instantOfText, instantText, MINUTE } from './time.ts';

/** How far back the wear of a scooter is looked at, for the suggestion; a shared screen keeps trips as long. */
export const WEAR: Instant = 28 * DAY;

/** A stretch of time with the charging after it. */
export interface Trip extends Span {
  readonly blockedUntil: Instant;
}

export function tripOf(span: Span, rules: ScooterRules): Trip {
  return { ...span, blockedUntil: span.to + rules.pauseMinutes * MINUTE };
}

/** What is left of a booked trip from now: one that should have begun begins at this minute. */
export function tripLeft(booking: Booking, rules: ScooterRules, now: Instant): Trip {
  const { from, to } = spanOfBooking(booking);
  return tripOf({ from: Math.max(from, Math.floor(now / MINUTE) * MINUTE), to }, rules);
}

/**
 * The fields of a row that say when. All three are whole minutes, so that as text they are equally long and their order
 * as text is their order in time. The store relies on one law: of one scooter's rows that are `booked` or `taken`, no
 * two stretches [from, blockedUntil) overlap.
 */
export function whenOf(trip: Trip): Pick<Booking, 'from' | 'to' | 'blockedUntil'> {
  return { from: instantText(trip.from), to: instantText(trip.to), blockedUntil: instantText(trip.blockedUntil) };
}

export const spanOfBooking = (booking: Booking): Span => ({
  from: instantOfText(booking.from),
  to: instantOfText(booking.to),
});

export const bookingsOf = (board: Board, scooterId: string): Iterable<Booking> =>
  group(board.booking, scooterId).values();

/** Every scooter of the house, by name. */
export function scootersOf(board: Board): readonly Scooter[] {
  return [...rows(board.scooter)].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

/** The defect that keeps a scooter out of service: the oldest that is not mended. */
export function defectOf(board: Board, scooterId: string): Defect | null {
  let oldest: Defect | null = null;
  for (const defect of group(board.defect, scooterId).values()) {
    if (defect.mendedAt === null && (oldest === null || defect.at < oldest.at)) oldest = defect;
  }
  return oldest;
}

/** The trip that is out with a scooter, but for one. */
export function tripOut(board: Board, scooterId: string, but: string | null = null): Booking | null {
  for (const booking of bookingsOf(board, scooterId)) {
    if (booking.status === 'taken' && booking.id !== but) return booking;
  }
  return null;
}

/** Not back at its end. */
export const isLate = (booking: Booking, now: Instant): boolean =>
  booking.status === 'taken' && now > instantOfText(booking.to);

/**
 * From when a booking that nobody took is free for others. Who cannot take it, because it is broken or not yet back, has
 * until the end: their time to come starts when it is there again.
 */
export function lapsesAt(board: Board, booking: Booking, rules: ScooterRules): Instant {
  const { from, to } = spanOfBooking(booking);
  let since = from;
  for (const other of bookingsOf(board, booking.scooterId)) {
    if (other.id === booking.id || other.from >= booking.to) continue;
    if (other.status === 'taken') return to;
    if (other.status === 'returned' && other.returnedAt !== null && other.blockedUntil > booking.from) {
      since = Math.max(since, instantOfText(other.returnedAt));
    }
  }
  for (const { mendedAt } of group(board.defect, booking.scooterId).values()) {
    if (mendedAt === null) return to;
    since = Math.max(since, instantOfText(mendedAt));
  }
  return Math.min(to, since + rules.lapseMinutes * MINUTE);
}

/** Booked, not taken in time, and so released: judged when it is read, never by a timer (DESIGN §4). */
export function isLapsed(board: Board, booking: Booking, now: Instant): boolean {
  if (booking.status !== 'booked') return false;
  // Nearly every booking is still to come.
  if (now < instantOfText(booking.from)) return false;
  return now >= lapsesAt(board, booking, scooterRulesOf(board));
}

/** Still to come or under way. */
export function isLive(board: Board, booking: Booking, now: Instant): boolean {
  return booking.status === 'taken' || (booking.status === 'booked' && !isLapsed(board, booking, now));
}

/** Bookings of these scooters that were not taken in time, written down as released. First in every command. */
export function settle(board: Board, scooterIds: readonly string[], now: Instant): readonly Change[] {
  return scooterIds.flatMap((scooterId) =>
    [...bookingsOf(board, scooterId)]
      .filter((booking) => isLapsed(board, booking, now))
      .map((booking): Change => ({ type: 'bookingPut', row: { ...booking, status: 'released', news: 'released' } })),
  );
}

/**
 * Stretches in which a scooter is not there for others, in order, as far as they touch `near`; a late one is away
 * without end. Most rows are of other days, and are left out by their text.
 */
export function busyTimes(board: Board, scooterId: string, now: Instant, near: Span): readonly Span[] {
  const [first, last] = [edge(near.from, EARLIEST), edge(near.to, LATEST)];
  const busy: Span[] = [];
  for (const booking of bookingsOf(board, scooterId)) {
    const { status } = booking;
    if (status === 'cancelled' || status === 'released' || booking.from > last) continue;
    if ((booking.blockedUntil < first && status !== 'taken') || isLapsed(board, booking, now)) continue;
    const to = isLate(booking, now) ? Number.POSITIVE_INFINITY : instantOfText(booking.blockedUntil);
    // One that was taken early is away before its time.
    const since = booking.takenAt !== null && booking.takenAt < booking.from ? booking.takenAt : booking.from;
    busy.push({ from: instantOfText(since), to });
  }
  return busy.sort((a, b) => a.from - b.from);
}

const [EARLIEST, LATEST] = ['0000', '9999'];

const edge = (at: Instant, endless: string): string => (Number.isFinite(at) ? instantText(at) : endless);

/** Whether nothing else has the scooter during the trip and the charging after it. */
export function fits(busy: readonly Span[], trip: Trip): boolean {
  return busy.every(({ from, to }) => to <= trip.from || trip.blockedUntil <= from);
}

export function isFree(board: Board, scooterId: string, trip: Trip, now: Instant): boolean {
  return defectOf(board, scooterId) === null && fits(busyTimes(board, scooterId, now, blocked(trip)), trip);
}

const blocked = ({ from, blockedUntil }: Trip): Span => ({ from, to: blockedUntil });

/**
 * The one of these scooters to suggest for a trip: where it leaves the least free time around it, so that long stretches
 * stay; then the least used in four weeks and to come; then by name (DESIGN §9). Null where none is free.
 */
export function bestScooter(
  board: Board,
  candidates: readonly Scooter[],
  trip: Trip,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Scooter | null {
  const open = hoursAround(scooterRulesOf(board), trip.from, zone) ?? trip;
  const hours = { from: Math.max(now, open.from), to: open.to };
  const near = { from: Math.min(hours.from, trip.from), to: Math.max(hours.to, trip.blockedUntil) };
  let best: readonly Scooter[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const scooter of candidates) {
    if (defectOf(board, scooter.id) !== null) continue;
    const busy = busyTimes(board, scooter.id, now, near);
    if (!fits(busy, trip)) continue;
    const room = roomAround(busy, trip, hours);
    if (best.length > 0 && room > least) continue;
    best = room === least ? [...best, scooter] : [scooter];
    least = room;
  }
  return leastUsed(board, best, now);
}

function leastUsed(board: Board, scooters: readonly Scooter[], now: Instant): Scooter | null {
  const [first, ...others] = [...scooters].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  if (first === undefined || others.length === 0) return first ?? null;
  const used = (scooter: Scooter) => ({ scooter, minutes: minutesUsed(board, scooter.id, now) });
  return others.map(used).reduce((a, b) => (b.minutes < a.minutes ? b : a), used(first)).scooter;
}

/** The free stretch a trip would lie in. */
function roomAround(busy: readonly Span[], trip: Trip, hours: Span): number {
  const from = busy.reduce((last, each) => (each.to <= trip.from ? Math.max(last, each.to) : last), hours.from);
  const to = busy.reduce(
    (first, each) => (each.from >= trip.blockedUntil ? Math.min(first, each.from) : first),
    hours.to,
  );
  return to - from;
}

function minutesUsed(board: Board, scooterId: string, now: Instant): number {
  const since = instantText(now - WEAR);
  let used = 0;
  for (const booking of bookingsOf(board, scooterId)) {
    if (booking.from < since || booking.status === 'cancelled' || booking.status === 'released') continue;
    const { from, to } = spanOfBooking(booking);
    used += to - from;
  }
  return used / MINUTE;
}

const compare = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);
