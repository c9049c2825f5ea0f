/** What the call-and-knock round makes people want. Refuses anything whose shape is not exactly one of these. */
import * as v from 'valibot';
import { callOutcomes, callRefSchema, MOST_SAID } from './call-rows.ts';
import { idSchema } from './resident.ts';
import { someText } from './text.ts';
import { instantTextSchema } from './time.ts';

/** People behind one door who hear the same are one call. */
const calls = v.pipe(v.array(callRefSchema), v.minLength(1), v.maxLength(20));

export const roundCommands = [
  v.strictObject({
    type: v.literal('noteCall'),
    calls,
    outcome: v.picklist(callOutcomes),
    /** Of who was not reached: not before this moment. */
    again: v.optional(instantTextSchema),
  }),
  /** Takes the last outcome back. */
  v.strictObject({ type: v.literal('undoCall'), calls }),
  /** A word of the team's own for one resident. */
  v.strictObject({ type: v.literal('putOnRound'), residentId: idSchema, words: someText(MOST_SAID) }),
] as const;
