/** Being written. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no } from './result.ts';

export const openMeal = (_command: CommandOf<'openMeal'>, _judgement: Judgement): Verdict => no({ type: 'notAllowed' });
export const closeMeal = (_command: CommandOf<'closeMeal'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const finishMeal = (_command: CommandOf<'finishMeal'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const printMeal = (_command: CommandOf<'printMeal'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const notePaperLine = (_command: CommandOf<'notePaperLine'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const setMenu = (_command: CommandOf<'setMenu'>, _judgement: Judgement): Verdict => no({ type: 'notAllowed' });
