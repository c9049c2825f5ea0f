/** What a house sets for its scooters, and the picture code of a resident. Refuses to see a code: it gets its hash. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no, ok } from './result.ts';
import { refuseResident } from './scooter-riders.ts';
import { type ScooterRules, usualScooterRules } from './scooter-rows.ts';
import { scooterRulesOf } from './scooter-time.ts';
import { row } from './table.ts';

/** One row for the house; a rule that is not named stays. Bookings that were made under the old rules stay as they are. */
export function setScooterRules({ rules }: CommandOf<'setScooterRules'>, { board }: Pick<Judgement, 'board'>): Verdict {
  const next = { ...scooterRulesOf(board), ...rules } as ScooterRules;
  const lengths = [...new Set(next.lengths)].sort((a, b) => a - b);
  return ok([{ type: 'scooterRulesPut', row: { ...next, lengths, id: usualScooterRules.id } }]);
}

export function setPictureCode(
  { residentId, hash }: CommandOf<'setPictureCode'>,
  { board }: Pick<Judgement, 'board'>,
): Verdict {
  // Nobody's code is set that is not here; anybody's may be taken away.
  const unknown = hash === null ? null : refuseResident(board, residentId);
  if (unknown !== null) return no(unknown);
  if (hash !== null) return ok([{ type: 'pictureCodePut', row: { id: residentId, hash } }]);
  if (row(board.pictureCode, residentId, residentId) === undefined) return ok([]);
  return ok([{ type: 'pictureCodeRemoved', parent: residentId, id: residentId }]);
}
