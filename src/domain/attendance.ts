/**
 * Who came, where it is not a meal: confirmed by a person of the team, so that no mark never means that somebody stayed
 * away. Refuses meals, whose plates say it, and days that are still to come.
 */
import { activityById } from './activity.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { livesHere } from './parties.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { dateAt } from './time.ts';

export function markAttendance(command: CommandOf<'markAttendance'>, judgement: Judgement): Verdict {
  const { activityId, came, residentIds } = command;
  const refusal = refuse(activityId, judgement);
  if (refusal !== null) return no(refusal);
  const unknown = residentIds.find((each) => !livesHere(judgement.board, each));
  if (unknown !== undefined) return no({ type: 'residentUnknown', residentId: unknown });
  return ok(
    residentIds.map((residentId): Change => {
      const id = `${activityId}/${residentId}`;
      if (came === null) return { type: 'attendanceRemoved', parent: activityId, id };
      return { type: 'attendancePut', row: { id, activityId, residentId, came } };
    }),
  );
}

export function countVisitors({ activityId, people }: CommandOf<'countVisitors'>, judgement: Judgement): Verdict {
  const refusal = refuse(activityId, judgement);
  return refusal === null ? ok([{ type: 'visitorsPut', row: { id: activityId, people } }]) : no(refusal);
}

function refuse(activityId: string, { board, now, zone }: Judgement): Refusal | null {
  const activity = activityById(board, activityId);
  if (activity === undefined) return { type: 'activityUnknown', activityId };
  if (activity.meal !== null) return { type: 'isAMeal', activityId };
  if (activity.cancelled !== null) return { type: 'activityCancelled', activityId };
  // Who is early sits there before it begins.
  return activity.date > dateAt(now, zone) ? { type: 'activityNotToday', activityId } : null;
}
