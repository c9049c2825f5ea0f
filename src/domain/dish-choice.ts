/**
 * Which dish is on a plate. Refuses a dish that is not on the menu, and to know prices and presence: a screen in the hall
 * loads this, and not those.
 */
import { lastMoment } from './activity.ts';
import type { Change } from './changes.ts';
import { isClosedAt } from './closing.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Plate } from './meal-rows.ts';
import { findLive, type PlateFound } from './plate-found.ts';
import { putPlate, refuseDish } from './plate-rows.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { mayActFor } from './sign-up-refusals.ts';

/** A resident chooses until the list closes; staff until the meal is over. */
export function chooseDish(command: CommandOf<'chooseDish'>, judgement: Judgement): Verdict {
  const found = findLive(command, judgement);
  if (!found.ok) return found;
  const refusal =
    refuseChoosing(found.value, judgement) ?? refuseDish(judgement.board, found.value.activity, command.dish);
  return refusal === null ? ok(withSaid(found.value, { dish: command.dish })) : no(refusal);
}

function refuseChoosing({ activity, party }: PlateFound, judgement: Judgement): Refusal | null {
  const { board, now, role, tappedAt: at, zone } = judgement;
  if (role !== 'resident') return null;
  if (!mayActFor(judgement, party.residentIds)) return { type: 'notAllowed' };
  if (now >= lastMoment(activity, zone)) return { type: 'activityStarted', activityId: activity.id };
  const closed = isClosedAt(board, activity, { at, zone, residentIds: party.residentIds });
  return closed ? { type: 'signUpClosed', activityId: activity.id } : null;
}

/** Who stands there by "elke donderdag" gets a row of their own once something is said of them. */
export const withSaid = ({ party, plate }: PlateFound, fields: Partial<Plate>): readonly Change[] => [
  { type: 'signUpPut', row: party },
  putPlate({ ...plate, ...fields }),
];
