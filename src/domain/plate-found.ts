/** Finding the plate a command names, stored or not, with its party and its meal. Refuses what is no meal. */
import { type Activity, activityById } from './activity.ts';
import type { Judgement } from './decide.ts';
import type { Plate } from './meal-rows.ts';
import { refuseMeal } from './obstacles.ts';
import { isLive, partiesIn, partyById } from './parties.ts';
import { platesOf } from './plate-rows.ts';
import { no, ok } from './result.ts';
import type { SignUp } from './sign-up-row.ts';
import { row } from './table.ts';

export interface PlateFound {
  readonly activity: Activity;
  readonly party: SignUp;
  readonly plate: Plate;
  /** On the list: going or in the line. */
  readonly live: boolean;
}

interface Named {
  readonly activityId: string;
  readonly plateId: string;
}

export function findPlate({ activityId, plateId }: Named, { board }: Judgement) {
  const activity = activityById(board, activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId } as const);
  if (activity.meal === null) return no({ type: 'notAMeal', activityId } as const);
  const stored = row(board.plate, activityId, plateId);
  const party = stored === undefined ? undefined : partyById(board, activityId, stored.signUpId);
  if (stored !== undefined && party !== undefined) {
    return ok<PlateFound>({ activity, party, plate: stored, live: stored.goneAt === null && isLive(party) });
  }
  for (const each of partiesIn(board, activityId)) {
    if (!plateId.startsWith(`${each.id}/`)) continue;
    const plate = platesOf(board, activity, each).find(({ id }) => id === plateId);
    if (plate !== undefined) return ok<PlateFound>({ activity, party: each, plate, live: true });
  }
  return no({ type: 'plateUnknown', plateId } as const);
}

/** A plate that is on the list of a meal that has not ended. */
export function findLive(named: Named, judgement: Judgement) {
  const found = findPlate(named, judgement);
  if (!found.ok) return found;
  const refusal = refuseMeal(found.value.activity, judgement);
  if (refusal !== null) return no(refusal);
  return found.value.live ? found : no({ type: 'plateUnknown', plateId: named.plateId } as const);
}
