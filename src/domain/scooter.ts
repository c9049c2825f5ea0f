/** Shared mobility scooters, and who passed the driving test for which type. Refuses to book: nothing here does so yet. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText, text } from './text.ts';
import { plainDateSchema } from './time.ts';

export const scooterSchema = v.object({
  id: idSchema,
  name: someText(40),
  colour: text(30),
  type: text(30),
  /** Kilometres an hour. */
  maxSpeed: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
  place: text(120),
  remark: text(200),
});
export type Scooter = Frozen<v.InferOutput<typeof scooterSchema>>;

/** The passed driving test that lets a resident book these types, until this date, itself included. */
export const clearanceSchema = v.object({
  id: idSchema,
  residentId: idSchema,
  validUntil: plainDateSchema,
  types: v.array(text(30)),
});
export type Clearance = Frozen<v.InferOutput<typeof clearanceSchema>>;
