/** What the routes besides commands and feed take and give, as the schemas that check it and describe it. */
import * as v from 'valibot';
import { envelopeSchema } from '../../domain/commands.ts';
import { noticeSchema } from '../../domain/notice.ts';
import { answerSchema, LONGEST_BATCH, problemSchema } from '../../domain/protocol.ts';
import { idSchema } from '../../domain/resident.ts';
import { signUpRowSchema } from '../../domain/sign-up-row.ts';

const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));

export const commandsRequestSchema = v.union([
  envelopeSchema,
  v.pipe(v.array(envelopeSchema), v.maxLength(LONGEST_BATCH)),
]);
export const commandsResponseSchema = v.union([answerSchema, v.array(answerSchema)]);

export const healthSchema = v.object({
  status: v.literal('ok'),
  version: v.string(),
  uptimeSeconds: v.pipe(v.number(), v.integer(), v.minValue(0)),
  database: v.string(),
  board: v.object({ version }),
});

/** The number on a card as the reader types it. */
export const identifyRequestSchema = v.strictObject({ card: line(64), visitId: idSchema });
export const identifyResponseSchema = v.object({
  residentId: idSchema,
  /** Goes with `proof: 'card'` in the envelopes of this visit. */
  token: v.string(),
  /** Their own, those for discreet activities too. */
  signUps: v.array(signUpRowSchema),
  /** What is new for them, about discreet activities too. */
  notices: v.array(noticeSchema),
});

export const deviceRequestSchema = v.strictObject({ name: line(80) });
export const deviceResponseSchema = v.object({
  id: idSchema,
  /** Name and value for a `Cookie` header. Shown this once. */
  cookie: v.string(),
});

export const importKinds = ['residents', 'programme', 'scooters', 'staff', 'menu'] as const;
const fileSchema = v.strictObject({ name: line(255), base64: v.pipe(v.string(), v.base64()) });
export const importRequestSchema = v.strictObject({
  files: v.partial(v.strictObject(v.entriesFromList(importKinds, fileSchema))),
  goodLines: v.boolean(),
});
export const importResponseSchema = v.object({ text: v.string(), ok: v.boolean() });

/** Where history is now. */
export const cursorGoneSchema = v.object({ ...problemSchema.entries, epoch: v.string(), version });
