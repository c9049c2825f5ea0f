/** Asking for somebody of the team to come by, and taking that back. A name is enough. Refuses to ask for somebody else. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no, ok } from './result.ts';
import { mayActFor, refuseResident } from './scooter-riders.ts';
import { row } from './table.ts';
import { instantText } from './time.ts';

/** Asked twice is asked once, since the first time. */
export function askVisit({ residentId }: CommandOf<'askVisit'>, judgement: Judgement): Verdict {
  const { board, now } = judgement;
  if (!mayActFor(judgement, residentId)) return no({ type: 'notAllowed' });
  const refusal = refuseResident(board, residentId);
  if (refusal !== null) return no(refusal);
  if (row(board.visitAsked, residentId, residentId) !== undefined) return ok([]);
  return ok([{ type: 'visitAskedPut', row: { id: residentId, at: instantText(now) } }]);
}

/** What is not asked, or was heard meanwhile, needs no taking back. */
export function takeBackVisit({ residentId }: CommandOf<'takeBackVisit'>, judgement: Judgement): Verdict {
  if (!mayActFor(judgement, residentId)) return no({ type: 'notAllowed' });
  return ok([{ type: 'visitAskedRemoved', parent: residentId, id: residentId }]);
}
