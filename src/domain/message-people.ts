/** A word of the team to everybody of one activity, on the screen and on the round. Refuses where nobody would hear it. */
import { activityById } from './activity.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { isLive, livesHere, partiesIn } from './parties.ts';
import { no, ok } from './result.ts';
import { instantText } from './time.ts';

export function messagePeople({ activityId, words }: CommandOf<'messagePeople'>, judgement: Judgement): Verdict {
  const { board, newId, now } = judgement;
  if (activityById(board, activityId) === undefined) return no({ type: 'activityUnknown', activityId });
  const live = [...partiesIn(board, activityId)].filter(isLive);
  const residentIds = [...new Set(live.flatMap((party) => party.residentIds))].filter((each) => livesHere(board, each));
  if (residentIds.length === 0) return no({ type: 'nobodyToTell', activityId });
  const message = newId();
  return ok(
    residentIds.flatMap((residentId): readonly Change[] => {
      // A second message does not take the place of the first.
      const id = `${residentId}/${activityId}/message/${message}`;
      const line = { id, residentId, type: 'message' as const, activityId, at: instantText(now), words };
      return [
        { type: 'noticePut', row: line },
        { type: 'callTaskPut', row: { ...line, done: false } },
      ];
    }),
  );
}
