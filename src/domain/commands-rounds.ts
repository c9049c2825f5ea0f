/** What the call-and-knock round makes people want. Refuses anything whose shape is not exactly one of these. */
import * as v from 'valibot';
import { callOutcomes, callRefSchema } from './call-rows.ts';

/** People behind one door who hear the same are one call. */
const calls = v.pipe(v.array(callRefSchema), v.minLength(1), v.maxLength(20));

export const roundCommands = [
  v.strictObject({ type: v.literal('noteCall'), calls, outcome: v.picklist(callOutcomes) }),
  /** Takes the last outcome back. */
  v.strictObject({ type: v.literal('undoCall'), calls }),
] as const;
