/**
 * Booking a scooter: a chosen one or any that suits (DESIGN §9 Scooters). Every rule is judged again here, on every path
 * and on rows, never on what a screen had computed. Refuses to hand over: that is `scooter-keys.ts`.
 */
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Refusal } from './refusals.ts';
import { no, ok, type Result } from './result.ts';
import { bestScooter, defectOf, isFree, scootersOf, settle, type Trip, tripOf, whenOf } from './scooter-free.ts';
import { mayActFor, refuseClearance, refuseOverlap, refuseResident, refuseTooMuch, tripsOf } from './scooter-riders.ts';
import type { Booking, Scooter } from './scooter-rows.ts';
import { isPast, lastDateOf, refuseHours, type Span, scooterRulesOf, spanOf } from './scooter-time.ts';
import { row } from './table.ts';
import { addDays, dateAt, instantText, type PlainDate } from './time.ts';

export function book(command: CommandOf<'book'>, judgement: Judgement): Verdict {
  const { board, now } = judgement;
  const wrong = refuseRider(command, judgement);
  if (wrong !== null) return no(wrong);
  const asked = askedSpan(command, judgement);
  if (!asked.ok) return asked;
  const trip = tripOf(asked.value, scooterRulesOf(board));
  const cleared = clearedScooters(command, trip, judgement);
  if (!cleared.ok) return cleared;
  const trips = tripsOf(board, command.residentId);
  const tooMuch =
    refuseOverlap(board, trips, trip, now) ??
    (judgement.role === 'resident' ? refuseTooMuch(trips, trip, judgement) : null);
  if (tooMuch !== null) return no(tooMuch);

  const chosen = choose(command, { trip, candidates: cleared.value }, judgement);
  if (!chosen.ok) return chosen;
  const settled = settle(board, [chosen.value.id], now);
  return ok([
    ...settled,
    { type: 'bookingPut', row: newBooking(judgement, trip, { scooter: chosen.value, residentId: command.residentId }) },
  ]);
}

/** A row for a trip to come. */
export function newBooking(
  { newId, actor }: Judgement,
  trip: Trip,
  who: { readonly scooter: Scooter; readonly residentId: string | null },
): Booking {
  return {
    id: newId(),
    scooterId: who.scooter.id,
    residentId: who.residentId,
    ...whenOf(trip),
    status: 'booked',
    takenAt: null,
    returnedAt: null,
    batteryLow: false,
    news: null,
    visitId: actor.visitId,
    notMade: null,
  };
}

/** Somebody looked on a screen and found none free, so nothing was tapped that could be refused (*misgrijp*). */
export function missScooter({ date }: CommandOf<'missScooter'>, judgement: Judgement): Verdict {
  const today = dateAt(judgement.now, judgement.zone);
  const days = scooterRulesOf(judgement.board).horizonDays;
  if (date < today) return no({ type: 'tripPast' });
  if (date > addDays(today, days)) return no({ type: 'tripTooFarAhead', days });
  return ok(missOn(date, judgement));
}

/** One row for each visit and date, however often somebody taps. */
function missOn(date: PlainDate, { board, actor, now }: Judgement): readonly Change[] {
  const id = `${date}/${actor.visitId}`;
  if (row(board.miss, date, id) !== undefined) return [];
  return [{ type: 'missPut', row: { id, date, at: instantText(now) } }];
}

function refuseRider(command: CommandOf<'book'>, judgement: Judgement): Refusal | null {
  const { scooterId, residentId } = command;
  const { board } = judgement;
  if (!mayActFor(judgement, residentId)) return { type: 'notAllowed' };
  const unknown = refuseResident(board, residentId);
  if (unknown !== null) return unknown;
  if (scooterId === null || row(board.scooter, scooterId, scooterId) !== undefined) return null;
  return { type: 'scooterUnknown', scooterId };
}

/** The trip in time: on the grid, to come, not too far ahead, inside the opening hours. */
function askedSpan(command: CommandOf<'book'>, { board, now, zone, role }: Judgement): Result<Span, Refusal> {
  const rules = scooterRulesOf(board);
  const span = spanOf(rules, command, zone);
  if (!span.ok) return span;
  const isResident = role === 'resident';
  // Staff book any length on the grid; a resident what the screen offers.
  if (isResident && !rules.lengths.includes(command.minutes)) return no({ type: 'tripInvalid' });
  if (isPast(span.value.from, now)) return no({ type: 'tripPast' });
  if (isResident && command.date > addDays(dateAt(now, zone), rules.horizonDays)) {
    return no({ type: 'tripTooFarAhead', days: rules.horizonDays });
  }
  const closed = refuseHours(rules, span.value, zone);
  return closed === null ? span : no(closed);
}

/** The chosen scooter, or all, as far as the resident passed the test for them. */
function clearedScooters(
  { scooterId, residentId }: CommandOf<'book'>,
  trip: Trip,
  { board, zone }: Judgement,
): Result<readonly Scooter[], Refusal> {
  const lastDate = lastDateOf(trip, zone);
  const asked = scootersOf(board).filter(({ id }) => scooterId === null || id === scooterId);
  const judged = asked.map((scooter) => ({
    scooter,
    refusal: refuseClearance(board, { residentId, scooterType: scooter.type }, lastDate),
  }));
  const cleared = judged.filter(({ refusal }) => refusal === null).map(({ scooter }) => scooter);
  if (cleared.length > 0) return ok(cleared);
  // A test that ends too soon says more than one that was for another type.
  const refusals = judged.flatMap(({ refusal }) => refusal ?? []);
  const first = refusals.find(({ type }) => type === 'clearanceEnds') ?? (scooterId === null ? undefined : refusals[0]);
  return no(first ?? { type: 'noClearance', scooterType: null });
}

function choose(
  { scooterId, date }: CommandOf<'book'>,
  { trip, candidates }: { readonly trip: Trip; readonly candidates: readonly Scooter[] },
  judgement: Judgement,
): Result<Scooter, Refusal> {
  const { board, now } = judgement;
  if (scooterId !== null) {
    const refusal = refuseScooter(judgement, scooterId, trip);
    const chosen = candidates[0];
    return refusal === null && chosen !== undefined ? ok(chosen) : no(refusal ?? { type: 'scooterUnknown', scooterId });
  }
  const best = bestScooter(board, candidates, trip, { now, zone: judgement.zone });
  return best === null ? no({ type: 'noneFree', date, aftermath: missOn(date, judgement) }) : ok(best);
}

/** Whether this scooter cannot be had for a trip. */
export function refuseScooter(
  { board, now }: Pick<Judgement, 'board' | 'now'>,
  scooterId: string,
  trip: Trip,
): Refusal | null {
  if (defectOf(board, scooterId) !== null) return { type: 'scooterOutOfService', scooterId };
  return isFree(board, scooterId, trip, now) ? null : { type: 'scooterTaken', scooterId };
}
