/** Being written. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no } from './result.ts';

export const setDiet = (_command: CommandOf<'setDiet'>, _judgement: Judgement): Verdict => no({ type: 'notAllowed' });
export const setGuestDiet = (_command: CommandOf<'setGuestDiet'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
