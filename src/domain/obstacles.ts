/**
 * What stands in the way of one more plate: a closed list, a full table. Staff are asked once, and who allowed it is
 * kept (DESIGN §9 Meals). Refuses to be asked about a meal that has ended.
 */
import { type Activity, endOf, lastMoment, startOf } from './activity.ts';
import { closedFrom, isClosedAt } from './closing.ts';
import type { Judgement } from './decide.ts';
import type { Obstacle } from './meal-rows.ts';
import { partiesOf, placesLeft } from './parties.ts';
import type { Refusal } from './refusals.ts';
import { instantText } from './time.ts';

/** Whether there are plates here, and still some to come. */
export function refuseMeal(activity: Activity, { now, zone }: Judgement): Refusal | null {
  const activityId = activity.id;
  if (activity.meal === null) return { type: 'notAMeal', activityId };
  if (activity.cancelled !== null) return { type: 'activityCancelled', activityId };
  return now >= endOf(activity, zone) ? { type: 'mealOver', activityId } : null;
}

/** In the way of so many people more. */
export function obstaclesOf(
  judgement: Judgement,
  activity: Activity,
  { people, residentIds }: { readonly people: number; readonly residentIds: readonly string[] },
): readonly Obstacle[] {
  const { board, now, zone } = judgement;
  const closed = now >= lastMoment(activity, zone) || isClosedAt(board, activity, { at: now, zone, residentIds });
  return [
    ...(closed ? (['closed'] as const) : []),
    ...(people > leftFor(judgement, activity) ? (['full'] as const) : []),
  ];
}

/** The first of these that nobody allowed. */
export function refuseObstacles(
  judgement: Judgement,
  activity: Activity,
  { obstacles, despite }: { readonly obstacles: readonly Obstacle[]; readonly despite: readonly Obstacle[] },
): Refusal | null {
  const activityId = activity.id;
  for (const obstacle of obstacles) {
    if (despite.includes(obstacle)) continue;
    if (obstacle === 'full') return { type: 'activityFull', activityId, left: leftFor(judgement, activity) };
    const at = closedFrom(judgement.board, activity, judgement.zone) ?? startOf(activity, judgement.zone);
    return { type: 'mealClosed', activityId, at: instantText(at) };
  }
  return null;
}

/** Who comes now never passes a party that already waits. */
function leftFor({ board, now, zone }: Judgement, activity: Activity): number {
  const left = placesLeft(board, activity);
  if (now >= lastMoment(activity, zone)) return Math.min(left, 2000);
  return partiesOf(board, activity.id).waiting.length > 0 ? 0 : Math.min(left, 2000);
}
