/** What carries an intent: who has it, when the tap was, and an id that makes a repeat harmless. Refuses to know the intents. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { instantTextSchema } from './time.ts';

/** One intent: its name, and exactly these fields. */
export const command = <const Name extends string, Entries extends v.ObjectEntries>(type: Name, entries: Entries) =>
  v.strictObject({ type: v.literal(type), ...entries });

/** How a person showed who they are, weakest first (DESIGN §9 Identity). */
export const proofs = ['name', 'card', 'code', 'session'] as const;
export type Proof = (typeof proofs)[number];

export const actorSchema = v.union([
  v.strictObject({
    residentId: idSchema,
    proof: v.picklist(['name', 'card', 'code']),
    visitId: idSchema,
    /** The server's word that card or code was shown in this visit; checked at the door, never kept. */
    token: v.optional(v.pipe(v.string(), v.maxLength(400))),
  }),
  v.strictObject({ staffId: idSchema, proof: v.literal('session'), visitId: idSchema }),
]);
export type Actor = Frozen<v.InferOutput<typeof actorSchema>>;

export const commandIdSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a UUID version 7'),
);

/** An intent of one of these, with who has it and when the tap was. The id is made at the tap. */
export const envelopeOf = <const Schema extends v.GenericSchema>(commandSchema: Schema) =>
  v.strictObject({ id: commandIdSchema, command: commandSchema, tappedAt: instantTextSchema, actor: actorSchema });
