/** The team of the house: who helps with what, and when they are there. Refuses to hold codes or passwords. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText, text } from './text.ts';
import { plainTimeSchema } from './time.ts';

export const staffRoles = ['volunteer', 'manager', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const staffMemberSchema = v.object({
  id: idSchema,
  name: someText(80),
  role: v.picklist(staffRoles),
  /** What they are to residents, such as "sociaal beheerder". */
  function: text(120),
  /** The fixed contact of the Thuisplus team: whose number stands under Hulp. */
  contact: v.boolean(),
  /** The number of their work, shown to residents; null is none. */
  phone: v.nullable(text(30)),
  /** Present on these ISO weekdays, from and until. */
  presence: v.array(
    v.object({
      weekdays: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
      from: plainTimeSchema,
      until: plainTimeSchema,
    }),
  ),
});
export type StaffMember = Frozen<v.InferOutput<typeof staffMemberSchema>>;
