/** The team of the house: who helps with what, and when they are there. Refuses to hold codes or passwords. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText, text } from './text.ts';
import { instantTextSchema, plainTimeSchema } from './time.ts';

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
  /** A volunteer who makes the call-and-knock round, and so reads the numbers of residents. */
  calls: v.optional(v.boolean(), false),
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

/** How a member of the team shows who they are: keyed or slow hashes only, for the server alone. `id` is the member's. */
export const staffSecretSchema = v.object({
  id: idSchema,
  /** Of six digits, keyed with the house's secret. */
  codeHash: v.nullable(idSchema),
  /** In lower case; null has no account on an own laptop. */
  userName: v.nullable(someText(40)),
  /** argon2id, in its PHC string. */
  passwordHash: v.nullable(idSchema),
});
export type StaffSecret = Frozen<v.InferOutput<typeof staffSecretSchema>>;

/** A card by its keyed hash: the number on the card is never stored. */
export const staffCardSchema = v.object({ id: idSchema, staffId: idSchema });
export type StaffCard = Frozen<v.InferOutput<typeof staffCardSchema>>;

/** Somebody tried so often that the way in rests: shown to managers. */
export const lockoutSchema = v.object({
  id: idSchema,
  way: v.picklist(['code', 'card', 'password', 'enrolment']),
  /** Whose name it was tried on; null where it was nobody's. */
  staffId: v.nullable(idSchema),
  /** The name of the tablet; null is a browser that is none. */
  device: v.nullable(text(80)),
  at: instantTextSchema,
  until: instantTextSchema,
});
export type Lockout = Frozen<v.InferOutput<typeof lockoutSchema>>;
