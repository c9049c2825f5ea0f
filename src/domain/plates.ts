/** Being written. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no } from './result.ts';

export const addPlate = (_command: CommandOf<'addPlate'>, _judgement: Judgement): Verdict => no({ type: 'notAllowed' });
export const removePlate = (_command: CommandOf<'removePlate'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const restorePlate = (_command: CommandOf<'restorePlate'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const movePlate = (_command: CommandOf<'movePlate'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const chooseDish = (_command: CommandOf<'chooseDish'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const setTakeAway = (_command: CommandOf<'setTakeAway'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const nameGuest = (_command: CommandOf<'nameGuest'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const markPaid = (_command: CommandOf<'markPaid'>, _judgement: Judgement): Verdict => no({ type: 'notAllowed' });
export const markCame = (_command: CommandOf<'markCame'>, _judgement: Judgement): Verdict => no({ type: 'notAllowed' });
