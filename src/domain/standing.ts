/** Being written. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no } from './result.ts';

export const setStanding = (_command: CommandOf<'setStanding'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const stopStanding = (_command: CommandOf<'stopStanding'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const pauseStanding = (_command: CommandOf<'pauseStanding'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const resumeStanding = (_command: CommandOf<'resumeStanding'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
