/** Giving free places to who waits for them. Every path that frees a place ends here (DESIGN §9 Sign-up). */
import { activityById, lastMoment } from './activity.ts';
import { apply, type Change } from './changes.ts';
import type { Judgement } from './decide.ts';
import { tell } from './notice-rules.ts';
import { partiesOf, peopleOf, placesLeft } from './parties.ts';

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
