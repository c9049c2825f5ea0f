/** What travels between screens and server, as schemas both sides parse with. Refuses to know how it travels. */
import * as v from 'valibot';
import { collectionNames, collections } from './board.ts';
import { changeSchema } from './changes.ts';
import { commandIdSchema } from './envelope.ts';
import type { Frozen } from './frozen.ts';
import type { Refusal } from './refusals.ts';
import { idSchema } from './resident.ts';
import type { Instant } from './time.ts';

const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const epoch = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,40}$/));

/** RFC 9457. `code` is the stable name a program may decide by; `detail` is a sentence for people. */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
});
export type Problem = Frozen<v.InferOutput<typeof problemSchema>>;

/**
 * A "no" as a screen hears it, by its name: a newer server may say one that this screen has no words for, and still be
 * believed. What there is of them is `refusalSchema`.
 */
export const heardRefusalSchema = v.looseObject({ type: v.string() }) as unknown as v.GenericSchema<unknown, Refusal>;

/** What became of one command. `version` is the journal's, so that a screen knows when its feed has caught up. */
export const answerSchema = v.variant('status', [
  v.object({ commandId: commandIdSchema, status: v.literal('accepted'), version }),
  v.object({ commandId: commandIdSchema, status: v.literal('refused'), version, refusal: heardRefusalSchema }),
  v.object({ commandId: v.nullable(v.string()), status: v.literal('problem'), problem: problemSchema }),
]);
export type Answer = Frozen<v.InferOutput<typeof answerSchema>>;

const lists = Object.fromEntries(
  collectionNames
    .filter((name) => collections[name].scope !== 'server')
    .map((name) => [name, v.optional(v.array(collections[name].schema as v.GenericSchema))]),
);

/** A whole board at one moment of one history. */
export const snapshotSchema = v.object({ epoch, version, rows: v.object(lists) });
export type Snapshot = {
  readonly epoch: string;
  readonly version: number;
  readonly rows: import('./board.ts').BoardRows;
};

/** One judged command in the feed. Empty changes are sent too: the version moves on. */
export const feedEntrySchema = v.object({
  commandId: idSchema,
  refusal: v.nullable(heardRefusalSchema),
  changes: v.array(changeSchema),
});
export type FeedEntry = Frozen<v.InferOutput<typeof feedEntrySchema>>;

/** A place in one history: `epoch:version` (DESIGN §4). */
export interface Cursor {
  readonly epoch: string;
  readonly version: number;
}

export const cursorText = ({ epoch: name, version: at }: Cursor): string => `${name}:${at}`;

/** The cursor in a text, or null where it is none. */
export function parseCursor(text: string): Cursor | null {
  const match = /^([0-9a-z]{8,40}):(\d{1,15})$/.exec(text);
  return match?.[1] === undefined ? null : { epoch: match[1], version: Number(match[2]) };
}

const HOUR: Instant = 3_600_000;

/**
 * When a tap was, as far as it is believed: never in the future, not before the device's last answered request, and at
 * most 12 hours back; an older one counts as now (DESIGN §4 "Which clock").
 */
export function believedTap(tappedAt: Instant, now: Instant, lastAnswered: Instant | null): Instant {
  if (tappedAt < now - 12 * HOUR) return now;
  return Math.min(now, Math.max(tappedAt, lastAnswered ?? tappedAt));
}

/** The longest batch one request may carry. */
export const LONGEST_BATCH = 200;
