/**
 * Handing over: the key goes out and comes back, at the screen or from the hands of staff. Times are whole minutes in
 * the row, so that rows compare as text. Refuses to find a time: that is `scooter.ts`.
 */
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no, ok } from './result.ts';
import { newBooking, refuseScooter } from './scooter.ts';
import { defectOf, settle, tripOf, tripOut } from './scooter-free.ts';
import { brokenBy } from './scooter-repairs.ts';
import { lastDateOfTrip, refuseClearance, refuseOverlap, refuseResident, tripsOf } from './scooter-riders.ts';
import type { Booking } from './scooter-rows.ts';
import { lastDateOf, refuseLength, scooterRulesOf } from './scooter-time.ts';
import { findBooking, refuseNotBooked } from './scooter-trips.ts';
import { row } from './table.ts';
import { type Instant, instantOfText, instantText, MINUTE } from './time.ts';

/**
 * From some minutes before the start until it lapses, where it is there and whole. The charging after the trip before is
 * not asked again: the booking left room for it, and a late return must not cost the next resident the trip.
 */
export function takeScooter(command: CommandOf<'takeScooter'>, judgement: Judgement): Verdict {
  const { board, now, zone } = judgement;
  const found = findBooking(command, judgement);
  if (!found.ok) return found;
  const { booking, scooter } = found.value;
  // Whoever took it in time has it, also when the network brings that later (DESIGN §4).
  const over = refuseNotBooked(booking, board, Math.min(now, judgement.tappedAt));
  if (over !== null) return no(over);
  const from = instantOfText(booking.from) - scooterRulesOf(board).earlyMinutes * MINUTE;
  if (now < from) return no({ type: 'takenTooEarly', from: instantText(from) });
  if (defectOf(board, scooter.id) !== null) return no({ type: 'scooterOutOfService', scooterId: scooter.id });
  if (tripOut(board, scooter.id) !== null) return no({ type: 'scooterNotBack', scooterId: scooter.id });
  if (booking.residentId !== null) {
    const rider = { residentId: booking.residentId, scooterType: scooter.type };
    const refusal = refuseClearance(board, rider, lastDateOfTrip(booking, zone));
    if (refusal !== null) return no(refusal);
    const isOut = ({ id, status }: Booking) => id !== booking.id && status === 'taken';
    if (tripsOf(board, booking.residentId).some(isOut)) return no({ type: 'bookingOverlaps' });
  }
  const row = { ...booking, status: 'taken', takenAt: instantText(now), news: null } as const;
  return ok([...settle(board, [scooter.id], now), { type: 'bookingPut', row }]);
}

/** The time that is left comes free, after charging. What is broken puts the scooter out of service. */
export function returnScooter(command: CommandOf<'returnScooter'>, judgement: Judgement): Verdict {
  const { board, now } = judgement;
  const found = findBooking(command, judgement);
  if (!found.ok) return found;
  const { booking, scooter } = found.value;
  if (booking.status !== 'taken') return no({ type: 'notTaken', bookingId: booking.id });
  const charged = nextMinute(now) + scooterRulesOf(board).pauseMinutes * MINUTE;
  const back: Change = {
    type: 'bookingPut',
    row: {
      ...booking,
      status: 'returned',
      returnedAt: instantText(now),
      // Never before its own start, also where it was taken early and brought back before it began.
      blockedUntil: instantText(Math.max(charged, instantOfText(booking.from))),
      batteryLow: command.batteryLow,
      news: null,
    },
  };
  const settled = settle(board, [scooter.id], now);
  const broken = command.broken === null ? [] : brokenBy(command.broken, scooter.id, judgement);
  return ok([...settled, back, ...broken]);
}

/** Handed out now, without a booking. Nobody who has booked waits for it: it ends, charging included, before the next. */
export function lendScooter(command: CommandOf<'lendScooter'>, judgement: Judgement): Verdict {
  const { board, now, zone } = judgement;
  const { scooterId, residentId, minutes } = command;
  const rules = scooterRulesOf(board);
  const scooter = row(board.scooter, scooterId, scooterId);
  if (scooter === undefined) return no({ type: 'scooterUnknown', scooterId });
  const from = Math.floor(now / MINUTE) * MINUTE;
  const trip = tripOf({ from, to: from + minutes * MINUTE }, rules);
  const wrong = refuseLength(rules, minutes) ?? (residentId === null ? null : refuseResident(board, residentId));
  if (wrong !== null) return no(wrong);
  if (residentId !== null) {
    const refusal =
      refuseClearance(board, { residentId, scooterType: scooter.type }, lastDateOf(trip, zone)) ??
      refuseOverlap(board, tripsOf(board, residentId), trip, now);
    if (refusal !== null) return no(refusal);
  }
  const taken =
    tripOut(board, scooterId) === null
      ? refuseScooter(judgement, scooterId, trip)
      : ({ type: 'scooterTaken', scooterId } as const);
  if (taken !== null) return no(taken);
  const booked = newBooking(judgement, trip, { scooter, residentId });
  return ok([
    ...settle(board, [scooterId], now),
    { type: 'bookingPut', row: { ...booked, status: 'taken', takenAt: instantText(now) } },
  ]);
}

const nextMinute = (at: Instant): Instant => Math.ceil(at / MINUTE) * MINUTE;
