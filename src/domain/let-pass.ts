/**
 * A party that waits takes places that are free, past who stands before it: because those were asked and said yes. Nobody
 * passes by itself (`promotion.ts`, DESIGN §9). Refuses more people than there are places; a meal has a way of its own.
 */
import { activityById, lastMoment } from './activity.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { tell } from './notice-rules.ts';
import { partyById, peopleOf, placesLeft } from './parties.ts';
import { withPromotion } from './promotion.ts';
import { no, ok } from './result.ts';

export function letPass({ activityId, signUpId }: CommandOf<'letPass'>, judgement: Judgement): Verdict {
  const { board, now, zone } = judgement;
  const activity = activityById(board, activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId });
  if (activity.meal !== null) return no({ type: 'isAMeal', activityId });
  if (activity.cancelled !== null) return no({ type: 'activityCancelled', activityId });
  if (now >= lastMoment(activity, zone)) return no({ type: 'activityStarted', activityId });
  const party = partyById(board, activityId, signUpId);
  if (party?.status !== 'waiting') return no({ type: 'signUpUnknown', signUpId });
  const left = placesLeft(board, activity);
  if (peopleOf(party) > left) return no({ type: 'activityFull', activityId, left });
  const told = tell(judgement, { residentIds: party.residentIds, type: 'promoted', activityId });
  return ok(withPromotion(judgement, activityId, [{ type: 'signUpPut', row: { ...party, status: 'going' } }, ...told]));
}
