/** Being written. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no } from './result.ts';

export const putStaffMember = (_command: CommandOf<'putStaffMember'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const removeStaffMember = (_command: CommandOf<'removeStaffMember'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const setStaffCode = (_command: CommandOf<'setStaffCode'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const setStaffPassword = (_command: CommandOf<'setStaffPassword'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const setStaffCard = (_command: CommandOf<'setStaffCard'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
export const noteLockout = (_command: CommandOf<'noteLockout'>, _judgement: Judgement): Verdict =>
  no({ type: 'notAllowed' });
