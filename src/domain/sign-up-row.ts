/** The row of a sign-up, apart from its rules so that the board can name it. Refuses to judge: see `sign-up.ts`. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));

/** One party for one activity. */
export const signUpRowSchema = v.object({
  id: idSchema,
  activityId: idSchema,
  /** Who of the house, the one who signed up first. */
  residentIds: v.array(idSchema),
  guests: count,
  /** People this screen may not know: a discreet activity sends counts only (DESIGN §5). */
  hidden: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)),
  status: v.picklist(['going', 'waiting', 'withdrawn']),
  /** Order of arrival within the activity; the waiting list goes by it. 0 came by "elke donderdag". */
  arrival: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The visit that made it; null on screens, which must not know. */
  visitId: v.nullable(idSchema),
  /** Somebody of it withdrew after sign-up had closed: the kitchen had counted on them. */
  late: v.boolean(),
});
export type SignUp = Frozen<v.InferOutput<typeof signUpRowSchema>>;
