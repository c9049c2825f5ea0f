/**
 * A no that comes when whoever tapped has left the screen: what they wanted, and is not so, becomes a notice and a line on
 * the call round, or the news of the trip it was about (DESIGN §4). Refuses to tell what is so anyway, and to whoever still
 * stands there.
 */
import { activityById, activityId } from './activity.ts';
import type { Change } from './changes.ts';
import type { Command, CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { NoticeType } from './notice.ts';
import { isCurrent, tell } from './notice-rules.ts';
import { partyWith } from './parties.ts';
import type { Refusal, RefusalType } from './refusals.ts';
import { no } from './result.ts';
import { newBooking } from './scooter.ts';
import { defectOf, isLive, scootersOf, tripOf } from './scooter-free.ts';
import { brokenBy } from './scooter-repairs.ts';
import { sameType, tripsOf } from './scooter-riders.ts';
import type { Booking, Scooter } from './scooter-rows.ts';
import { scooterRulesOf, spanOf } from './scooter-time.ts';
import { hasLeftTheScreen } from './sign-up-refusals.ts';
import { openDates } from './standing-dates.ts';
import { group, row, rows } from './table.ts';
import { instantText } from './time.ts';

/** The same verdict; a late no to a resident with what must be told of it. */
export function withNews(command: Command, verdict: Verdict, judgement: Judgement): Verdict {
  if (verdict.ok || judgement.role !== 'resident' || !hasLeftTheScreen(judgement)) return verdict;
  const news = newsOf(command, verdict.error, judgement);
  if (news.length === 0) return verdict;
  return no({ ...verdict.error, told: true, aftermath: [...(verdict.error.aftermath ?? []), ...news] });
}

function newsOf(command: Command, refusal: Refusal, judgement: Judgement): readonly Change[] {
  // The proof did not hold: nobody knows that it was they who wanted this.
  if (refusal.type === 'notAllowed') return [];
  switch (command.type) {
    case 'signUp':
      return ofSignUp(command, refusal, judgement);
    case 'changeGuests':
      return isGone(refusal.type) ? [] : ofActivity('guestsStayed', command.activityId, judgement);
    case 'withdraw':
      return isGone(refusal.type) ? [] : ofActivity('stillIn', command.activityId, judgement);
    case 'chooseDish':
      return isGone(refusal.type) ? [] : ofActivity('dishStayed', command.activityId, judgement);
    case 'setStanding':
      return ofStanding(command, judgement);
    case 'book':
      return ofBooking(command, refusal, judgement);
    case 'cancelBooking':
    case 'moveBooking':
    case 'takeScooter':
      return ofTrip(command, refusal, judgement);
    case 'returnScooter':
      return ofReturn(command, judgement);
    default:
      // What else a resident may want is so already where it is refused, or nobody waits for it.
      return [];
  }
}

/** They are not in it any more: there is nothing to keep or to leave. */
const isGone = (type: RefusalType): boolean =>
  type === 'signUpUnknown' || type === 'plateUnknown' || type === 'activityUnknown';

/** To those of the party who are not in it by another tap. `tooLate` has told it already. */
function ofSignUp(
  { activityId: id, residentIds }: CommandOf<'signUp'>,
  { aftermath }: Refusal,
  judgement: Judgement,
): readonly Change[] {
  if (aftermath !== undefined) return [];
  const missing = residentIds.filter((each) => partyWith(judgement.board, id, each) === undefined);
  return current('tooLate', id, missing, judgement);
}

/** To who tapped: it was about their own party. */
const ofActivity = (type: NoticeType, id: string, judgement: Judgement): readonly Change[] =>
  current(type, id, actorOf(judgement), judgement);

/** About the next date: a notice is about one. */
function ofStanding({ residentId, seriesId }: CommandOf<'setStanding'>, judgement: Judgement): readonly Change[] {
  const series = row(judgement.board.series, seriesId, seriesId);
  const next = series === undefined ? undefined : openDates(judgement, series)[0];
  return next === undefined ? [] : current('notStanding', activityId(seriesId, next), [residentId], judgement);
}

/** What is over by now need not be told. */
function current(
  type: NoticeType,
  id: string,
  residentIds: readonly string[],
  judgement: Judgement,
): readonly Change[] {
  if (activityById(judgement.board, id) === undefined) return [];
  const notice = { id: '', residentId: '', activityId: id, type, at: instantText(judgement.now), words: '' };
  return isCurrent(notice, judgement) ? tell(judgement, { residentIds, type, activityId: id }) : [];
}

/**
 * The trip as it was wanted, as one that does not go on: its own news tells it, at the screen and on the round. It never
 * had the scooter, and keeps nobody from it.
 */
function ofBooking(command: CommandOf<'book'>, refusal: Refusal, judgement: Judgement): readonly Change[] {
  const { board, now, zone } = judgement;
  const { residentId } = command;
  const resident = row(board.resident, residentId, residentId);
  const rules = scooterRulesOf(board);
  const span = spanOf(rules, command, zone);
  const scooter = scooterFor(command, judgement);
  if (resident === undefined || resident.left !== null || !span.ok || scooter === undefined) return [];
  const booking = newBooking(judgement, tripOf(span.value, rules), { scooter, residentId });
  // Another tap of theirs has booked it.
  const has = (trip: Booking) => isLive(board, trip, now) && trip.from === booking.from;
  if (tripsOf(board, residentId).some(has)) return [];
  const notMade = WAS_TAKEN.has(refusal.type) ? 'taken' : 'rule';
  return [{ type: 'bookingPut', row: { ...booking, status: 'cancelled', news: 'cancelled', notMade } }];
}

const WAS_TAKEN: ReadonlySet<RefusalType> = new Set(['scooterTaken', 'noneFree', 'scooterOutOfService']);

/** The one they wanted, else one they may ride, else any. */
function scooterFor({ residentId, scooterId }: CommandOf<'book'>, { board }: Judgement): Scooter | undefined {
  const all = scootersOf(board);
  const types = [...group(board.clearance, residentId).values()].flatMap((clearance) => clearance.types);
  const mayRide = ({ type }: Scooter) => types.some((each) => sameType(each, type));
  return all.find(({ id }) => id === scooterId) ?? all.find(mayRide) ?? all[0];
}

/**
 * A trip that is still theirs although they wanted otherwise, on a broken scooter or by now on another one: that is told
 * once more. One that is over, or lapses, tells that itself.
 */
function ofTrip(
  { bookingId }: { readonly bookingId: string },
  refusal: Refusal,
  judgement: Judgement,
): readonly Change[] {
  const { board, now } = judgement;
  const trip = [...rows(board.booking)].find(({ id }) => id === bookingId);
  if (trip?.status !== 'booked' || !isLive(board, trip, now)) return [];
  if (trip.residentId === null || !actorOf(judgement).includes(trip.residentId)) return [];
  const isBroken = defectOf(board, trip.scooterId) !== null;
  // It is not where they had it: somebody of the team moved it.
  const news = isBroken ? 'doubt' : refusal.type === 'bookingUnknown' ? 'moved' : null;
  return news === null ? [] : [{ type: 'bookingPut', row: { ...trip, news } }];
}

/** It is back already, by another tap; that it is broken must not be lost with that. */
function ofReturn({ broken, scooterId }: CommandOf<'returnScooter'>, judgement: Judgement): readonly Change[] {
  if (broken === null || row(judgement.board.scooter, scooterId, scooterId) === undefined) return [];
  return brokenBy(broken, scooterId, judgement);
}

const actorOf = ({ actor }: Judgement): readonly string[] => ('residentId' in actor ? [actor.residentId] : []);
