/** The rooms of the house, as far as the house describes them. Refuses to say who is where: `rooms.ts` reads that. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText } from './text.ts';

export const roomSchema = v.object({
  id: idSchema,
  /** A series keeps this name: no two rooms have the same. */
  name: someText(80),
  /** People it holds; null is not said. */
  places: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000))),
  /** Several activities may be there at once. */
  shared: v.boolean(),
});
export type Room = Frozen<v.InferOutput<typeof roomSchema>>;
