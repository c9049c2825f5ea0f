/** Days on which the house is not as usual: a school holiday, a closure. Refuses public holidays: those are computed. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText } from './text.ts';
import { plainDateSchema } from './time.ts';

export const periodSchema = v.object({
  id: idSchema,
  name: someText(80),
  /** Both included. */
  from: plainDateSchema,
  until: plainDateSchema,
});
export type Period = Frozen<v.InferOutput<typeof periodSchema>>;
