/**
 * What a resident's screen shows of the scooters: days, times, the first free trip, one's own bookings. Refuses to know
 * whose a booking on a shared screen is, but what the visit itself was told (`own-trips.ts`).
 */
import { type Board, locationOf } from './board.ts';
import type { OwnRows } from './own-trips.ts';
import {
  bestScooter,
  defectOf,
  isLapsed,
  isLate,
  scootersOf,
  spanOfBooking,
  tripLeft,
  tripOf,
  tripOut,
} from './scooter-free.ts';
import { sameType, tripsOf } from './scooter-riders.ts';
import type { Booking, Scooter, ScooterPart } from './scooter-rows.ts';
import { datesOf, freeLengths, type Search, type Slot, searchOf, slotsOn, usualLength } from './scooter-search.ts';
import { blackoutIn, isPast, scooterRulesOf, timeAt } from './scooter-time.ts';
import { group, row } from './table.ts';
import { type Instant, localAt, MINUTE, type PlainDate, type PlainTime } from './time.ts';

/** What somebody is looking for. */
export interface Wanted {
  /** Null is any. */
  readonly scooterId: string | null;
  /** What they passed the test for; null where it is not known who, and every type counts. */
  readonly types: readonly string[] | null;
}

export interface ScooterDay {
  readonly date: PlainDate;
  /** `full` is nothing free any more, `closed` a day without scooters. */
  readonly state: 'free' | 'full' | 'closed';
  /** Free tiles of `scooterTimes` on that day. */
  readonly freeTimes: number;
}

export interface ScooterLength {
  readonly minutes: number;
  readonly until: PlainTime;
}

/** One tile for an hour of the day: the whole hour, or the first grid time in it that is free where that is not. */
export interface ScooterTime {
  readonly time: PlainTime;
  readonly state: 'free' | 'taken' | 'past';
  /** Those that fit, shortest first; none unless free. */
  readonly lengths: readonly ScooterLength[];
  /** Until when one could have it at most, up to the middle of what the house offers; null unless free. */
  readonly longest: PlainTime | null;
}

export interface FreeTrip {
  readonly date: PlainDate;
  readonly time: PlainTime;
  readonly minutes: number;
  readonly until: PlainTime;
  readonly scooter: Scooter;
}

/**
 * `early` booked, cannot be taken yet · `ready` can be taken now · `away` taken · `late` taken and past its end ·
 * `doubt` booked on a broken scooter · `waits` could be taken, but the scooter is not back · `over` with news to tell.
 */
export type BookingState = 'early' | 'ready' | 'away' | 'late' | 'doubt' | 'waits' | 'over';

export interface BookingView {
  readonly booking: Booking;
  readonly scooter: Scooter;
  readonly date: PlainDate;
  readonly from: PlainTime;
  readonly to: PlainTime;
  readonly state: BookingState;
  readonly news: Booking['news'];
  /** Another of the same type that is free then, for `doubt` and `waits`. */
  readonly other: Scooter | null;
}

export interface ScooterChoice {
  readonly scooter: Scooter;
  /** What keeps it out of service; null where it can be had. */
  readonly broken: ScooterPart | null;
}

/** What they passed the test for. Null where it is not known who, or for nothing: the rule says then why not. */
export function typesOf(own: OwnRows | null): Wanted['types'] {
  const types = (own?.clearances ?? []).flatMap((clearance) => clearance.types);
  return types.length === 0 ? null : types;
}

/** The scooters of the types somebody passed the test for, by name; all where it is not known who, or of no type. */
export function scooterChoices(board: Board, own: OwnRows | null): readonly ScooterChoice[] {
  const types = typesOf(own);
  return scootersOf(board)
    .filter(({ type }) => types === null || types.some((each) => sameType(each, type)))
    .map((scooter) => ({ scooter, broken: defectOf(board, scooter.id)?.part ?? null }));
}

/** Today and the days to the horizon. */
export function scooterDays(board: Board, now: Instant, wanted: Wanted): readonly ScooterDay[] {
  const search = searchOf(board, now, wanted);
  return datesOf(search).map((date) => {
    if (blackoutIn(search.rules, date, date) !== null) return { date, state: 'closed', freeTimes: 0 };
    const freeTimes = timesOn(search, date).filter(({ state }) => state === 'free').length;
    return { date, state: freeTimes > 0 ? 'free' : 'full', freeTimes };
  });
}

/** The tiles of a day, in order; none where it is closed all day. */
export function scooterTimes(board: Board, date: PlainDate, now: Instant, wanted: Wanted): readonly ScooterTime[] {
  return timesOn(searchOf(board, now, wanted), date);
}

/** The soonest start there is, as long as fits up to the middle of what the house offers. */
export function firstFreeTrip(board: Board, now: Instant, wanted: Wanted): FreeTrip | null {
  const search = searchOf(board, now, wanted);
  const { rules, zone } = search;
  for (const date of datesOf(search)) {
    for (const slot of slotsOn(search, date)) {
      const minutes = usualLength(rules, freeLengths(search, slot));
      if (minutes === null) continue;
      const trip = tripOf({ from: slot.from, to: slot.from + minutes * MINUTE }, rules);
      const candidates = search.pool.map(({ scooter }) => scooter);
      const scooter = bestScooter(board, candidates, trip, { now, zone });
      if (scooter !== null) return { date, time: slot.time, minutes, until: timeAt(trip.to, zone), scooter };
    }
  }
  return null;
}

/** The bookings of these residents that are not over, and those with news, in order of time. */
export function myBookings(board: Board, now: Instant, residentIds: readonly string[]): readonly BookingView[] {
  return residentIds
    .flatMap((residentId) => tripsOf(board, residentId))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .flatMap((booking) => bookingView(board, booking, now) ?? [])
    .filter(({ state, news }) => state !== 'over' || news !== null);
}

/** One booking as it stands now, also where its row still says less; null on a scooter that does not exist. */
export function bookingView(board: Board, booking: Booking, now: Instant): BookingView | null {
  const scooter = row(board.scooter, booking.scooterId, booking.scooterId);
  if (scooter === undefined) return null;
  const zone = locationOf(board).timeZone;
  const span = spanOfBooking(booking);
  const { date, time: from } = localAt(span.from, zone);
  const state = stateOf(board, booking, now);
  const seeksOther = (state === 'doubt' || state === 'waits') && now < span.to;
  const news = isLapsed(board, booking, now) ? 'released' : booking.news;
  const other = seeksOther ? otherFor(board, booking, now) : null;
  return { booking, scooter, date, from, to: timeAt(span.to, zone), state, news, other };
}

/** Another scooter of the same type that is free for this booking, the one to suggest. */
export function otherFor(board: Board, booking: Booking, now: Instant): Scooter | null {
  const scooter = row(board.scooter, booking.scooterId, booking.scooterId);
  if (scooter === undefined) return null;
  const others = scootersOf(board).filter(({ id, type }) => id !== scooter.id && sameType(type, scooter.type));
  const trip = tripLeft(booking, scooterRulesOf(board), now);
  return bestScooter(board, others, trip, { now, zone: locationOf(board).timeZone });
}

/** What a resident may know of themself, from a board that has it: for their visit, and after each of its commands. */
export function ownRowsOf(board: Board, residentId: string): OwnRows {
  return {
    residentId,
    bookings: tripsOf(board, residentId),
    clearances: [...group(board.clearance, residentId).values()],
  };
}

function stateOf(board: Board, booking: Booking, now: Instant): BookingState {
  if (booking.status === 'taken') return isLate(booking, now) ? 'late' : 'away';
  if (booking.status !== 'booked' || isLapsed(board, booking, now)) return 'over';
  if (defectOf(board, booking.scooterId) !== null) return 'doubt';
  if (now < spanOfBooking(booking).from - scooterRulesOf(board).earlyMinutes * MINUTE) return 'early';
  return tripOut(board, booking.scooterId) === null ? 'ready' : 'waits';
}

function timesOn(search: Search, date: PlainDate): readonly ScooterTime[] {
  const hours = Map.groupBy(slotsOn(search, date), ({ time }) => time.slice(0, 2));
  return [...hours.values()].flatMap((slots) => tileOf(search, slots) ?? []);
}

function tileOf(search: Search, slots: readonly Slot[]): ScooterTime | null {
  const { rules, zone, now } = search;
  for (const slot of slots) {
    const free = freeLengths(search, slot);
    const usual = usualLength(rules, free);
    if (usual === null) continue;
    const until = (minutes: number) => timeAt(slot.from + minutes * MINUTE, zone);
    const lengths = free.map((minutes) => ({ minutes, until: until(minutes) }));
    return { time: slot.time, state: 'free', lengths, longest: until(usual) };
  }
  const [first] = slots;
  if (first === undefined) return null;
  const state = slots.every(({ from }) => isPast(from, now)) ? 'past' : 'taken';
  return { time: first.time, state, lengths: [], longest: null };
}
