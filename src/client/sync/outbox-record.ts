/** What the outbox keeps of one command, as it is stored and read back. Refuses a shape it does not know. */
import * as v from 'valibot';
import type { Envelope } from '../../domain/commands.ts';
import { commandIdSchema } from '../../domain/envelope.ts';
import { heardRefusalSchema } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/refusals.ts';

const cursor = v.object({ epoch: v.string(), version: v.number() });

/** The intents that this screen can have: a shared one need not know what staff want. */
export type EnvelopeSchema = v.GenericSchema<unknown, Envelope>;

export const outboxRecordOf = (envelopeSchema: EnvelopeSchema) => v.object({ ...fields, envelope: envelopeSchema });

const fields = {
  id: commandIdSchema,
  /** First in, first out. */
  order: v.number(),
  state: v.variant('type', [
    v.object({ type: v.literal('queued') }),
    /** Kept for 72 hours, to be sent again when history has forked. */
    v.object({ type: v.literal('confirmed'), at: v.number(), cursor: v.nullable(cursor) }),
    /** Kept until the person was told. */
    v.object({ type: v.literal('refused'), at: v.number(), refusal: heardRefusalSchema }),
    /** The server could not read it. Kept, for somebody to look at. */
    v.object({ type: v.literal('parked'), at: v.number(), status: v.number(), code: v.string(), told: v.boolean() }),
  ]),
};
type Parsed = v.InferOutput<ReturnType<typeof outboxRecordOf>>;
export type OutboxState =
  | Exclude<Parsed['state'], { type: 'refused' }>
  | { readonly type: 'refused'; readonly at: number; readonly refusal: Refusal };
export interface OutboxRecord {
  readonly id: string;
  readonly order: number;
  readonly envelope: Envelope;
  readonly state: OutboxState;
}
