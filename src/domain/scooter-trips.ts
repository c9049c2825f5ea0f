/**
 * What can be done with a booking before it is taken: leaving it, moving it to another scooter, hearing what became of
 * it. Refuses to change its time: that is leaving it and booking another.
 */
import type { Board } from './board.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Refusal } from './refusals.ts';
import { no, ok, type Result } from './result.ts';
import { refuseScooter } from './scooter.ts';
import { isLapsed, settle, tripLeft, whenOf } from './scooter-free.ts';
import { lastDateOfTrip, mayActFor, refuseClearance, sameType } from './scooter-riders.ts';
import type { Booking, Scooter } from './scooter-rows.ts';
import { scooterRulesOf } from './scooter-time.ts';
import { row } from './table.ts';
import type { Instant } from './time.ts';

export function cancelBooking(command: CommandOf<'cancelBooking'>, judgement: Judgement): Verdict {
  const found = findBooking(command, judgement);
  if (!found.ok) return found;
  const { booking, scooter } = found.value;
  const over = refuseNotBooked(booking, judgement.board, judgement.now);
  if (over !== null) return no(over);
  return ok([
    ...settle(judgement.board, [scooter.id], judgement.now),
    { type: 'bookingPut', row: { ...booking, status: 'cancelled', news: newsOf('cancelled', booking, judgement) } },
  ]);
}

/** The offer to who has a doubtful booking: the same type, the same booking, the same time or what is left of it. */
export function moveBooking(command: CommandOf<'moveBooking'>, judgement: Judgement): Verdict {
  const { board, now, zone } = judgement;
  const { toScooterId } = command;
  const found = findBooking(command, judgement);
  if (!found.ok) return found;
  const { booking, scooter } = found.value;
  const target = row(board.scooter, toScooterId, toScooterId);
  if (target === undefined) return no({ type: 'scooterUnknown', scooterId: toScooterId });
  const over = refuseNotBooked(booking, judgement.board, judgement.now);
  if (over !== null) return no(over);
  if (target.id === scooter.id) return ok([]);
  if (!sameType(target.type, scooter.type)) return no({ type: 'otherType', scooterId: target.id });
  const trip = tripLeft(booking, scooterRulesOf(board), now);
  const rider = booking.residentId === null ? null : { residentId: booking.residentId, scooterType: target.type };
  const refusal =
    (rider === null ? null : refuseClearance(board, rider, lastDateOfTrip(booking, zone))) ??
    refuseScooter(judgement, target.id, trip);
  if (refusal !== null) return no(refusal);
  const moved = { ...booking, ...whenOf(trip), scooterId: target.id, news: newsOf('moved', booking, judgement) };
  return ok([
    ...settle(board, [scooter.id, target.id], now),
    // First off the one, then on the other: an id is in one place.
    { type: 'bookingRemoved', parent: scooter.id, id: booking.id },
    { type: 'bookingPut', row: moved },
  ]);
}

/** What there was to tell has been told, at the screen or by staff. */
export function seenBooking(command: CommandOf<'seenBooking'>, judgement: Judgement): Verdict {
  const found = findBooking(command, judgement);
  if (!found.ok) return found;
  const { booking } = found.value;
  const status = isLapsed(judgement.board, booking, judgement.now) ? 'released' : booking.status;
  return ok([{ type: 'bookingPut', row: { ...booking, status, news: null } }]);
}

/** A booking the actor may have a say in: a resident in their own, staff in any. */
export function findBooking(
  { scooterId, bookingId }: { readonly scooterId: string; readonly bookingId: string },
  judgement: Judgement,
): Result<{ readonly booking: Booking; readonly scooter: Scooter }, Refusal> {
  const { board } = judgement;
  const scooter = row(board.scooter, scooterId, scooterId);
  if (scooter === undefined) return no({ type: 'scooterUnknown', scooterId });
  const booking = row(board.booking, scooterId, bookingId);
  if (booking === undefined) return no({ type: 'bookingUnknown', bookingId });
  return mayActFor(judgement, booking.residentId) ? ok({ booking, scooter }) : no({ type: 'notAllowed' });
}

/** Only what is booked, and not lapsed, can be taken, left or moved. */
/** Why it cannot be taken, left or moved any more at a moment; null where it can. */
export function refuseNotBooked(booking: Booking, board: Board, at: Instant): Refusal | null {
  const bookingId = booking.id;
  if (booking.status === 'taken') return { type: 'alreadyTaken', bookingId };
  if (booking.status === 'released' || isLapsed(board, booking, at)) return { type: 'bookingReleased', bookingId };
  return booking.status === 'booked' ? null : { type: 'bookingOver', bookingId };
}

/** Who did it themself needs no telling. */
function newsOf(news: 'cancelled' | 'moved', booking: Booking, { role }: Judgement): Booking['news'] {
  return role === 'resident' || booking.residentId === null ? null : news;
}
