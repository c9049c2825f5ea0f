/**
 * Who takes part in one activity: the sign-ups that were made, and those that follow from "elke donderdag" as dates
 * follow from a series (DESIGN §9 Meals). Refuses to judge. Nothing else counts people or looks for a party.
 */
import type { Activity } from './activity.ts';
import type { Board } from './board.ts';
import type { Standing } from './meal-rows.ts';
import type { SignUp } from './sign-up-row.ts';
import { type Group, group, row } from './table.ts';
import type { PlainDate } from './time.ts';

export const peopleOf = (party: SignUp): number => party.residentIds.length + party.guests + party.hidden;

export const isLive = (party: SignUp): boolean => party.status !== 'withdrawn';

/** The series of an activity's id, and the date it has there. */
export function partsOf(activityId: string): { readonly seriesId: string; readonly originalDate: PlainDate } {
  const slash = activityId.lastIndexOf('/');
  return { seriesId: activityId.slice(0, slash), originalDate: activityId.slice(slash + 1) };
}

/** Every party of an activity, withdrawn ones included, in no order. */
export function partiesIn(board: Board, id: string): Iterable<SignUp> {
  const stored = group(board.signUp, id);
  const standing = group(board.standing, partsOf(id).seriesId);
  return standing.size === 0 ? stored.values() : [...stored.values(), ...standingParties(board, id, standing)];
}

/** One party by its id, also where it only follows from a standing sign-up. */
export function partyById(board: Board, id: string, signUpId: string): SignUp | undefined {
  const stored = row(board.signUp, id, signUpId);
  if (stored !== undefined || !signUpId.startsWith('standing/')) return stored;
  for (const party of partiesIn(board, id)) if (party.id === signUpId) return party;
  return undefined;
}

/** The live parties of an activity in order of arrival: first those going, then the waiting list. */
export function partiesOf(
  board: Board,
  id: string,
): { readonly going: readonly SignUp[]; readonly waiting: readonly SignUp[] } {
  const live = [...partiesIn(board, id)].filter(isLive).sort(byArrival);
  return {
    going: live.filter((party) => party.status === 'going'),
    waiting: live.filter((party) => party.status === 'waiting'),
  };
}

/** People going. */
export function peopleGoing(board: Board, id: string): number {
  let people = 0;
  for (const party of partiesIn(board, id)) if (party.status === 'going') people += peopleOf(party);
  return people;
}

/** Places left, never below zero; infinite where there is no limit. */
export function placesLeft(board: Board, activity: Activity): number {
  if (activity.capacity === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, activity.capacity - peopleGoing(board, activity.id));
}

/** The live party a resident is in, as far as this board may know. */
export function partyWith(board: Board, id: string, residentId: string): SignUp | undefined {
  for (const party of partiesIn(board, id)) {
    if (party.residentIds.includes(residentId) && isLive(party)) return party;
  }
  return undefined;
}

export const livesHere = (board: Board, residentId: string): boolean =>
  row(board.resident, residentId, residentId)?.left === null;

export const standingId = (seriesId: string, residentId: string): string => `${seriesId}/${residentId}`;

/** Whether a standing sign-up is about this original date: begun, not ended, not in a pause. */
export function standsOn({ from, until, pauses }: Standing, date: PlainDate): boolean {
  if (date < from || (until !== null && date > until)) return false;
  return !pauses.some((pause) => date >= pause.from && date <= pause.until);
}

/**
 * What follows from the standing sign-ups of a series on one date. A sign-up or a plate that names the resident, also
 * one that was taken off, says more than the habit does.
 */
function* standingParties(board: Board, id: string, standing: Group<Standing>): Generator<SignUp> {
  const { originalDate } = partsOf(id);
  let named: ReadonlySet<string> | null = null;
  for (const each of standing.values()) {
    if (!standsOn(each, originalDate)) continue;
    named ??= namedIn(board, id);
    const { residentId } = each;
    if (named.has(residentId) || !livesHere(board, residentId)) continue;
    yield {
      id: `standing/${each.id}/${originalDate}`,
      activityId: id,
      residentIds: [residentId],
      guests: 0,
      hidden: 0,
      status: 'going',
      arrival: 0,
      visitId: null,
      late: false,
    };
  }
}

function namedIn(board: Board, id: string): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { residentIds } of group(board.signUp, id).values()) for (const each of residentIds) named.add(each);
  for (const { residentId } of group(board.plate, id).values()) if (residentId !== null) named.add(residentId);
  return named;
}

const byArrival = (a: SignUp, b: SignUp): number => a.arrival - b.arrival || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
