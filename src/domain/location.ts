/** One flat: its name, its zone and what may be set there. Refuses to hold secrets: every screen reads it. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText } from './text.ts';
import { isZone } from './time.ts';

export const locationSchema = v.object({
  id: idSchema,
  name: someText(80),
  /** IANA zone such as `Europe/Amsterdam`. */
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(60), v.check(isZone, 'not a time zone')),
  /** Places at a table of the dining room. */
  tableSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 8),
});
export type Location = Frozen<v.InferOutput<typeof locationSchema>>;

/** How far ahead a shared screen looks, and a resident signs up (DESIGN §5). */
export const HORIZON_DAYS = 14;
