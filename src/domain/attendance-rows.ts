/** Who came to an activity that is not a meal, by hand of the team. No row says nothing: that is not staying away. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';

export const attendanceSchema = v.object({
  /** `<activityId>/<residentId>`. */
  id: idSchema,
  activityId: idSchema,
  residentId: idSchema,
  came: v.boolean(),
});
export type Attendance = Frozen<v.InferOutput<typeof attendanceSchema>>;

/** How many others came, without a name. `id` is the activity's. */
export const visitorsSchema = v.object({
  id: idSchema,
  people: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)),
});
export type Visitors = Frozen<v.InferOutput<typeof visitorsSchema>>;
