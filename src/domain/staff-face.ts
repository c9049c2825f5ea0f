/** What the kiosk shows of a member of the team beside their name: a photo they agreed to, and whether they are there today. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { plainDateSchema } from './time.ts';

/** `id` is the member's. */
export const staffFaceSchema = v.object({
  id: idSchema,
  /** The server keeps it; null is their initials. */
  photo: v.nullable(idSchema),
  /** Other than their fixed days, for one date. */
  today: v.nullable(v.object({ date: plainDateSchema, here: v.boolean() })),
});
export type StaffFace = Frozen<v.InferOutput<typeof staffFaceSchema>>;
