/** What a trip form may offer, and what is known of a trip: days, times, other scooters. Refuses to judge: the rules do. */
import { type Board, locationOf } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import { scootersOf as scootersByName } from '../../domain/scooter-free.ts';
import type { Booking, Defect, Scooter, ScooterRules } from '../../domain/scooter-rows.ts';
import { scooterRulesOf } from '../../domain/scooter-time.ts';
import { type BookingView, bookingView, otherFor } from '../../domain/scooter-views.ts';
import { group, rows } from '../../domain/table.ts';
import { addDays, type Instant, instantOfText, localAt, type PlainDate, type PlainTime } from '../../domain/time.ts';
import type { StaffApp } from './staff-app.ts';

export const rulesOfHouse = (board: Board): ScooterRules => scooterRulesOf(board);

export const zoneOfHouse = (board: Board): string => locationOf(board).timeZone;

/** In order of name. */
export const scootersOf = (board: Board): readonly Scooter[] => scootersByName(board);

/** What is not mended, oldest first. */
export function defectsOf(board: Board): readonly Defect[] {
  return [...rows(board.defect)].filter(({ mendedAt }) => mendedAt === null).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Trips on this scooter that are still to come, in order. */
export function tripsToCome(board: Board, scooterId: string, now: Instant): readonly Booking[] {
  return [...group(board.booking, scooterId).values()]
    .filter(({ status, to }) => status === 'booked' && instantOfText(to) > now)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A trip as it is now; undefined where it is gone. */
export function tripNow(board: Board, bookingId: string): Booking | undefined {
  for (const booking of rows(board.booking)) if (booking.id === bookingId) return booking;
  return undefined;
}

export interface TripTime {
  readonly date: PlainDate;
  readonly from: PlainTime;
  readonly to: PlainTime;
  readonly minutes: number;
}

export function tripTime({ from, to }: Pick<Booking, 'from' | 'to'>, zone: string): TripTime {
  const [start, end] = [instantOfText(from), instantOfText(to)];
  const local = localAt(start, zone);
  return { date: local.date, from: local.time, to: localAt(end, zone).time, minutes: (end - start) / 60_000 };
}

export function daysToBook(today: PlainDate, { horizonDays }: ScooterRules): readonly PlainDate[] {
  return Array.from({ length: horizonDays + 1 }, (_, index) => addDays(today, index));
}

/** Starts on the grid while the house is open, by the wall clock of one date. */
export function timesToBook({ opens, closes, slotMinutes }: ScooterRules): readonly PlainTime[] {
  const open = (time: PlainTime) => {
    if (opens === closes) return true;
    return opens < closes ? time >= opens && time < closes : time >= opens || time < closes;
  };
  const times: PlainTime[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    for (let minute = 0; minute < 60; minute += slotMinutes) {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      if (open(time)) times.push(time);
    }
  }
  return times;
}

/** The best other one for this trip, as residents are offered it; null where none is free. */
export const proposalFor = (board: Board, booking: Booking, now: Instant): Scooter | null =>
  otherFor(board, booking, now);

/** The scooters this trip can go to as the rules stand. */
export function otherScooters(app: StaffApp, board: Board, booking: Booking): readonly Scooter[] {
  return scootersOf(board).filter(
    ({ id }) =>
      id !== booking.scooterId &&
      app.check({ type: 'moveBooking', scooterId: booking.scooterId, bookingId: booking.id, toScooterId: id }) === null,
  );
}

/** The trip that an act made or changed. */
export function tripIn(changes: readonly Change[]): Booking | null {
  for (const change of changes) if (change.type === 'bookingPut') return change.row;
  return null;
}

export const houseName = (board: Board): string => locationOf(board).name;

/** How a trip stands now, also where its row still says less. */
export const viewOfTrip = (board: Board, booking: Booking, now: Instant): BookingView | null =>
  bookingView(board, booking, now);
