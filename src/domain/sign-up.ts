/**
 * Taking and leaving a place, alone or as one party, and the waiting list (DESIGN §9 Sign-up). Every path that frees a
 * place ends in `promote`. Refuses to count rows: capacity is people.
 */
import { type Activity, activityById, closesAt, lastMoment } from './activity.ts';
import type { Board } from './board.ts';
import { apply, type Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { HORIZON_DAYS } from './location.ts';
import { tell } from './notice-rules.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import type { SignUp } from './sign-up-row.ts';
import { group, row } from './table.ts';
import { addDays, DAY, dateAt, dayNumber, type Instant, instantOfText } from './time.ts';

/** After this long the person who tapped has left the screen and must be told another way. */
const LEFT_THE_SCREEN: Instant = 120_000;

export const peopleOf = (party: SignUp): number => party.residentIds.length + party.guests + party.hidden;

export const isLive = (party: SignUp): boolean => party.status !== 'withdrawn';

/** The live parties of an activity in order of arrival: first those going, then the waiting list. */
export function partiesOf(
  board: Board,
  id: string,
): { readonly going: readonly SignUp[]; readonly waiting: readonly SignUp[] } {
  const live = [...group(board.signUp, id).values()].filter(isLive).sort((a, b) => a.arrival - b.arrival);
  return {
    going: live.filter((party) => party.status === 'going'),
    waiting: live.filter((party) => party.status === 'waiting'),
  };
}

/** People going. */
export function peopleGoing(board: Board, id: string): number {
  let people = 0;
  for (const party of group(board.signUp, id).values()) if (party.status === 'going') people += peopleOf(party);
  return people;
}

/** Places left, never below zero; infinite where there is no limit. */
export function placesLeft(board: Board, activity: Activity): number {
  if (activity.capacity === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, activity.capacity - peopleGoing(board, activity.id));
}

/** The live party a resident is in, as far as this board may know. */
export function partyWith(board: Board, id: string, residentId: string): SignUp | undefined {
  for (const party of group(board.signUp, id).values()) {
    if (party.residentIds.includes(residentId) && isLive(party)) return party;
  }
  return undefined;
}

export function signUp(command: CommandOf<'signUp'>, judgement: Judgement): Verdict {
  const { board } = judgement;
  const activity = activityById(board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId });
  const refusal = refuseParty(activity, command, judgement) ?? refuseMoment(activity, command.residentIds, judgement);
  if (refusal !== null) return no(refusal);

  const earlier = [...group(board.signUp, activity.id).values()];
  const people = command.residentIds.length + command.guests;
  const queue = earlier.some((party) => party.status === 'waiting');
  const party: SignUp = {
    id: judgement.newId(),
    activityId: activity.id,
    residentIds: command.residentIds,
    guests: command.guests,
    hidden: 0,
    // Who comes now never passes a party that already waits, also where a single place would fit (DESIGN §9).
    status: !queue && people <= placesLeft(board, activity) ? 'going' : 'waiting',
    arrival: earlier.reduce((last, each) => Math.max(last, each.arrival), 0) + 1,
    visitId: judgement.actor.visitId,
    late: false,
  };
  // A withdrawn party of the same people says nothing any more: who comes and goes all day leaves one row.
  const stale = earlier.filter((each) => !isLive(each) && each.residentIds[0] === command.residentIds[0]);
  return ok([...stale.map((each) => removed(each)), { type: 'signUpPut', row: party }]);
}

export function changeGuests(command: CommandOf<'changeGuests'>, judgement: Judgement): Verdict {
  const found = findParty(command, judgement);
  if (!found.ok) return found;
  const { activity, party } = found.value;
  const more = command.guests - party.guests;
  const row: SignUp = {
    ...party,
    guests: command.guests,
    late: more < 0 ? isLate(activity, party, judgement) : party.late,
  };
  if (more <= 0) {
    if (judgement.now >= lastMoment(activity, judgement.zone)) {
      return no({ type: 'activityStarted', activityId: activity.id });
    }
    return ok(withPromotion(judgement, activity.id, [{ type: 'signUpPut', row }]));
  }
  const refusal =
    refuseMoment(activity, party.residentIds, judgement) ??
    (command.guests > activity.guests ? tooManyGuests(activity) : null);
  if (refusal !== null) return no(refusal);
  const left = placesLeft(judgement.board, activity);
  if (activity.capacity !== null && peopleOf(party) + more > activity.capacity) {
    return no({ type: 'partyTooLarge', activityId: activity.id, capacity: activity.capacity });
  }
  const queue = partiesOf(judgement.board, activity.id).waiting.length > 0;
  // A guest more is a place more: it does not pass the people who wait for one.
  if (party.status === 'going' && (queue || more > left)) {
    return no({ type: 'activityFull', activityId: activity.id, left: queue ? 0 : left });
  }
  return ok([{ type: 'signUpPut', row }]);
}

/** Always possible until the start; after the closing time it is kept as late, for the kitchen (DESIGN §9). */
export function withdraw(command: CommandOf<'withdraw'>, judgement: Judgement): Verdict {
  const found = findParty(command, judgement);
  if (!found.ok) return found;
  const { activity, party } = found.value;
  if (judgement.now >= lastMoment(activity, judgement.zone))
    return no({ type: 'activityStarted', activityId: activity.id });
  const stay = party.residentIds.filter((id) => !command.residentIds.includes(id));
  // On a screen a discreet party has no names; anywhere else somebody of it must be leaving.
  if (party.hidden === 0 && stay.length === party.residentIds.length)
    return no({ type: 'signUpUnknown', signUpId: party.id });
  const late = isLate(activity, party, judgement);
  const row: SignUp =
    stay.length === 0 ? { ...party, status: 'withdrawn', late } : { ...party, residentIds: stay, late };
  const changes: Change[] = [{ type: 'signUpPut', row }];
  const leaving = party.residentIds.filter((id) => command.residentIds.includes(id));
  // A null visit is a screen that may not know who made it: the notice is the server's to give.
  if (judgement.role === 'resident' && party.visitId !== null && party.visitId !== judgement.actor.visitId) {
    changes.push(...tell(judgement, { residentIds: leaving, type: 'withdrawn', activityId: activity.id }));
  }
  return ok(withPromotion(judgement, activity.id, changes));
}

/** The changes, and the promotions they make possible. */
export function withPromotion(judgement: Judgement, id: string, changes: readonly Change[]): readonly Change[] {
  return [...changes, ...promote({ ...judgement, board: apply(judgement.board, changes) }, id)];
}

/**
 * Gives free places to the waiting list, in order, whole parties only, never after the start. The head of the line is
 * never skipped by a smaller party behind it (DESIGN §9).
 */
export function promote(judgement: Judgement, id: string): readonly Change[] {
  const activity = activityById(judgement.board, id);
  if (activity === undefined || activity.cancelled !== null) return [];
  if (judgement.now >= lastMoment(activity, judgement.zone)) return [];
  let left = placesLeft(judgement.board, activity);
  const changes: Change[] = [];
  for (const party of partiesOf(judgement.board, id).waiting) {
    if (peopleOf(party) > left) break;
    left -= peopleOf(party);
    changes.push({ type: 'signUpPut', row: { ...party, status: 'going' } });
    changes.push(...tell(judgement, { residentIds: party.residentIds, type: 'promoted', activityId: id }));
  }
  return changes;
}

/** Whether this party, at this moment, gets past the door: everything but who is asking and how full it is. */
export function refuseParty(activity: Activity, command: CommandOf<'signUp'>, judgement: Judgement): Refusal | null {
  const { board } = judgement;
  const { residentIds, guests } = command;
  if (!mayActFor(judgement, residentIds)) return { type: 'notAllowed' };
  const homes = new Set<string>();
  for (const residentId of residentIds) {
    const resident = row(board.resident, residentId, residentId);
    if (resident === undefined || resident.left !== null) return { type: 'residentUnknown', residentId };
    homes.add(resident.homeId);
    if (partyWith(board, activity.id, residentId)) return { type: 'alreadySignedUp', activityId: activity.id };
  }
  if (homes.size > 1) return { type: 'notSameHome', activityId: activity.id };
  if (guests > activity.guests) return tooManyGuests(activity);
  if (activity.capacity !== null && residentIds.length + guests > activity.capacity) {
    return { type: 'partyTooLarge', activityId: activity.id, capacity: activity.capacity };
  }
  return null;
}

/** Whether sign-up is open now. */
export function refuseMoment(activity: Activity, residentIds: readonly string[], judgement: Judgement): Refusal | null {
  const { now, zone } = judgement;
  const activityId = activity.id;
  if (activity.signUp === 'none') return { type: 'signUpNotNeeded', activityId };
  if (judgement.role === 'resident' && isTooFarAhead(activity, now, zone)) {
    return { type: 'activityTooFarAhead', activityId };
  }
  const refusal = refuseEnded(activity, judgement);
  // By the sender's own word, however little it counts otherwise: it only decides how the no is told.
  if (refusal === null || now - instantOfText(judgement.saidTappedAt) <= LEFT_THE_SCREEN) return refusal;
  return { type: 'tooLate', activityId, aftermath: tell(judgement, { residentIds, type: 'tooLate', activityId }) };
}

/** The local day is asked only where it can matter: a board judges fifty taps again at every entry of its feed. */
function isTooFarAhead({ date }: Activity, now: Instant, zone: string): boolean {
  if (dayNumber(date) < Math.floor(now / DAY) + HORIZON_DAYS) return false;
  return date > addDays(dateAt(now, zone), HORIZON_DAYS);
}

function refuseEnded(activity: Activity, judgement: Judgement): Refusal | null {
  const activityId = activity.id;
  if (activity.cancelled !== null) return { type: 'activityCancelled', activityId };
  if (judgement.now >= lastMoment(activity, judgement.zone)) return { type: 'activityStarted', activityId };
  if (judgement.role === 'resident' && isClosed(activity, judgement, judgement.tappedAt))
    return { type: 'signUpClosed', activityId };
  return null;
}

/** Whether the kitchen had counted on who leaves now; on who still waited, nobody had. */
function isLate(activity: Activity, party: SignUp, judgement: Judgement): boolean {
  return party.late || (party.status === 'going' && isClosed(activity, judgement, judgement.now));
}

function isClosed(activity: Activity, judgement: Judgement, at: Instant): boolean {
  const closes = closesAt(activity, judgement.zone);
  return closes !== null && at >= closes;
}

function findParty(command: { activityId: string; signUpId: string }, judgement: Judgement) {
  const activity = activityById(judgement.board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId } as const);
  const party = row(judgement.board.signUp, command.activityId, command.signUpId);
  if (party === undefined || !isLive(party)) return no({ type: 'signUpUnknown', signUpId: command.signUpId } as const);
  // On a screen a discreet party has no names, so whose it is, is left to the server.
  if (party.hidden === 0 && !mayActFor(judgement, party.residentIds)) return no({ type: 'notAllowed' } as const);
  return ok({ activity, party });
}

/** A resident acts for a party they belong to; staff act for anybody. */
function mayActFor({ actor, role }: Judgement, residentIds: readonly string[]): boolean {
  return role !== 'resident' || ('residentId' in actor && residentIds.includes(actor.residentId));
}

const tooManyGuests = (activity: Activity): Refusal => ({
  type: 'tooManyGuests',
  activityId: activity.id,
  limit: activity.guests,
});

const removed = (party: SignUp): Change => ({ type: 'signUpRemoved', parent: party.activityId, id: party.id });
