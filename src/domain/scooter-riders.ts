/**
 * Who may ride which scooter, and how much: the driving test, open bookings, hours a week (DESIGN §9). Refuses to know
 * which scooter is free.
 */
import type { Board } from './board.ts';
import type { Judgement } from './decide.ts';
import type { Refusal } from './refusals.ts';
import { isLive, scootersOf, spanOfBooking } from './scooter-free.ts';
import type { Booking } from './scooter-rows.ts';
import { lastDateOf, type Span, scooterRulesOf, weekAt } from './scooter-time.ts';
import { group, row } from './table.ts';
import { type Instant, instantOfText, MINUTE, type PlainDate } from './time.ts';

/** A resident acts for themself, staff for anybody. */
export function mayActFor({ actor, role }: Judgement, residentId: string | null): boolean {
  return role !== 'resident' || ('residentId' in actor && actor.residentId === residentId);
}

export function refuseResident(board: Board, residentId: string): Refusal | null {
  const resident = row(board.resident, residentId, residentId);
  return resident === undefined || resident.left !== null ? { type: 'residentUnknown', residentId } : null;
}

/** The driving test must be for this type and good until the last day of the trip, that day included. */
export function refuseClearance(
  board: Board,
  rider: { readonly residentId: string; readonly scooterType: string },
  lastDate: PlainDate,
): Refusal | null {
  let validUntil: PlainDate | null = null;
  for (const clearance of group(board.clearance, rider.residentId).values()) {
    if (!clearance.types.some((type) => sameType(type, rider.scooterType))) continue;
    if (validUntil === null || clearance.validUntil > validUntil) validUntil = clearance.validUntil;
  }
  if (validUntil === null) return { type: 'noClearance', scooterType: rider.scooterType };
  return validUntil < lastDate ? { type: 'clearanceEnds', validUntil } : null;
}

/** Types as lists of residents and of scooters write them. */
export const sameType = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** All trips of a resident, on every scooter, also those that are over. */
export function tripsOf(board: Board, residentId: string): readonly Booking[] {
  const trips: Booking[] = [];
  for (const { id } of scootersOf(board)) {
    for (const booking of group(board.booking, id).values()) if (booking.residentId === residentId) trips.push(booking);
  }
  return trips;
}

/** Nobody rides two scooters at once, whoever books. */
export function refuseOverlap(board: Board, trips: readonly Booking[], span: Span, now: Instant): Refusal | null {
  const overlaps = trips.some((trip) => {
    if (!isLive(board, trip, now)) return false;
    const { from, to } = spanOfBooking(trip);
    // One that is late is still under way now, but says nothing about tomorrow.
    const until = trip.status === 'taken' ? Math.max(to, now + 1) : to;
    return from < span.to && span.from < until;
  });
  return overlaps ? { type: 'bookingOverlaps' } : null;
}

/** What a resident may book for themself; staff may go beyond it. */
export function refuseTooMuch(
  trips: readonly Booking[],
  span: Span,
  { board, now, zone }: Pick<Judgement, 'board' | 'now' | 'zone'>,
): Refusal | null {
  const rules = scooterRulesOf(board);
  const open = trips.filter((trip) => isLive(board, trip, now));
  if (open.length >= rules.mostOpen) return { type: 'tooManyBookings', limit: rules.mostOpen };
  const counted = trips.filter(({ status }) => status === 'returned').concat(open);
  const week = weekAt(span.from, zone);
  const minutes = counted
    .filter(({ from }) => weekAt(instantOfText(from), zone) === week)
    .reduce((sum, trip) => sum + minutesOf(trip), (span.to - span.from) / MINUTE);
  return minutes > rules.mostMinutesAWeek ? { type: 'tooManyHours', limitMinutes: rules.mostMinutesAWeek } : null;
}

/** What a trip costs its resident: as booked, or until the return where that was sooner. Whole minutes. */
export function minutesOf(trip: Booking): number {
  const { from, to } = spanOfBooking(trip);
  const end = trip.returnedAt === null ? to : Math.min(to, Math.max(from, instantOfText(trip.returnedAt)));
  return Math.ceil((end - from) / MINUTE);
}

export const lastDateOfTrip = (trip: Booking, zone: string): PlainDate => lastDateOf(spanOfBooking(trip), zone);
