/** Why somebody may not take or leave a place. Refuses to change anything: `sign-up.ts` does, once nothing stands here. */
import { type Activity, activityById, lastMoment } from './activity.ts';
import { isClosedAt } from './closing.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement } from './decide.ts';
import { HORIZON_DAYS } from './location.ts';
import { tell } from './notice-rules.ts';
import { isLive, partyById, partyWith } from './parties.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import type { SignUp } from './sign-up-row.ts';
import { group, row } from './table.ts';
import { addDays, DAY, dateAt, dayNumber, type Instant, instantOfText } from './time.ts';

/** After this long the person who tapped has left the screen and must be told another way. */
const LEFT_THE_SCREEN: Instant = 120_000;

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
  const refusal = refuseEnded(activity, residentIds, judgement);
  const told = () => tell(judgement, { residentIds, type: 'tooLate', activityId });
  if (refusal === null) {
    const late = judgement.role === 'resident' && isOnPaper(activity, residentIds, judgement);
    return late ? { type: 'tooLate', activityId, aftermath: told() } : null;
  }
  if (!hasLeftTheScreen(judgement)) return refusal;
  return { type: 'tooLate', activityId, aftermath: told() };
}

/** By the sender's own word, however little it counts otherwise: it only decides how a no is told. */
export const hasLeftTheScreen = ({ now, saidTappedAt }: Judgement): boolean =>
  now - instantOfText(saidTappedAt) > LEFT_THE_SCREEN;

/** The local day is asked only where it can matter: a board judges fifty taps again at every entry of its feed. */
function isTooFarAhead({ date }: Activity, now: Instant, zone: string): boolean {
  if (dayNumber(date) < Math.floor(now / DAY) + HORIZON_DAYS) return false;
  return date > addDays(dateAt(now, zone), HORIZON_DAYS);
}

function refuseEnded(activity: Activity, residentIds: readonly string[], judgement: Judgement): Refusal | null {
  const activityId = activity.id;
  if (activity.cancelled !== null) return { type: 'activityCancelled', activityId };
  if (judgement.now >= lastMoment(activity, judgement.zone)) return { type: 'activityStarted', activityId };
  const { board, role, tappedAt: at, zone } = judgement;
  if (role === 'resident' && isClosedAt(board, activity, { at, zone, residentIds }))
    return { type: 'signUpClosed', activityId };
  return null;
}

/** Tapped in time, but it closed since and the kitchen has its sheet: the team is told and decides. */
function isOnPaper(activity: Activity, residentIds: readonly string[], judgement: Judgement): boolean {
  const { board, now: at, zone } = judgement;
  return group(board.mealPrint, activity.id).size > 0 && isClosedAt(board, activity, { at, zone, residentIds });
}

/** Whether the kitchen had counted on who leaves now; on who still waited, nobody had. */
export function isLate(activity: Activity, party: SignUp, { board, now: at, zone }: Judgement): boolean {
  return party.status === 'going' && isClosedAt(board, activity, { at, zone });
}

/** A live party and its activity, for who may act for it. */
export function findParty(command: { activityId: string; signUpId: string }, judgement: Judgement) {
  const activity = activityById(judgement.board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId } as const);
  const party = partyById(judgement.board, command.activityId, command.signUpId);
  if (party === undefined || !isLive(party)) return no({ type: 'signUpUnknown', signUpId: command.signUpId } as const);
  // On a screen a discreet party has no names, so whose it is, is left to the server.
  if (party.hidden === 0 && !mayActFor(judgement, party.residentIds)) return no({ type: 'notAllowed' } as const);
  return ok({ activity, party });
}

/** A resident acts for a party they belong to; staff act for anybody. */
export function mayActFor({ actor, role }: Judgement, residentIds: readonly string[]): boolean {
  return role !== 'resident' || ('residentId' in actor && residentIds.includes(actor.residentId));
}

export const tooManyGuests = (activity: Activity): Refusal => ({
  type: 'tooManyGuests',
  activityId: activity.id,
  limit: activity.guests,
});
