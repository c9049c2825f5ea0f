/** What a house sets for itself. What was agreed under the old settings stays. */
import { locationOf } from './board.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Location } from './location.ts';
import { ok } from './result.ts';

/** A setting that is not named stays, so that two people who set different ones both get what they set. */
export function setLocation({ location }: CommandOf<'setLocation'>, { board }: Pick<Judgement, 'board'>): Verdict {
  return ok([{ type: 'locationPut', row: { ...locationOf(board), ...location } as Location }]);
}
