/**
 * What becomes of the call-and-knock round: who was told, who was not reached, and who asked for somebody to come by.
 * Refuses to say what there is to tell: `call-round.ts` derives that.
 */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { bookingNews } from './scooter-rows.ts';
import { someText } from './text.ts';
import { instantTextSchema } from './time.ts';

/** What somebody says at a door must be short enough to remember on the stairs. */
export const MOST_SAID = 280;

/**
 * What one call is about: a call task, the news of a scooter's booking, somebody who asked for a visit, a line of a meal
 * list that nobody could read, or a word of the team.
 */
export const callRefSchema = v.variant('type', [
  v.strictObject({ type: v.literal('news'), residentId: idSchema, taskId: idSchema }),
  v.strictObject({
    type: v.literal('trip'),
    residentId: idSchema,
    scooterId: idSchema,
    bookingId: idSchema,
    news: v.picklist(bookingNews),
  }),
  v.strictObject({ type: v.literal('visit'), residentId: idSchema }),
  v.strictObject({ type: v.literal('line'), activityId: idSchema, lineId: idSchema }),
  /** The words travel along: once they are said, nothing else keeps them. */
  v.strictObject({ type: v.literal('word'), residentId: idSchema, wordId: idSchema, words: someText(MOST_SAID) }),
]);
export type CallRef = Frozen<v.InferOutput<typeof callRefSchema>>;

export const callOutcomes = ['told', 'notReached'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export const callNoteSchema = v.object({
  /** What it is about, as one text (`callId`). */
  id: idSchema,
  /** Null for what is about nobody who is known. */
  residentId: v.nullable(idSchema),
  about: callRefSchema,
  outcome: v.picklist(callOutcomes),
  at: instantTextSchema,
  /** Who of the team; null is the resident, who read it on a screen. */
  by: v.nullable(idSchema),
  /** How often nobody was reached. */
  tries: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  /** Since when there was something to tell: news that is younger is open again. */
  since: instantTextSchema,
  /** Not before this moment, as they wished; null is at once. */
  again: v.optional(v.nullable(instantTextSchema), null),
});
export type CallNote = Frozen<v.InferOutput<typeof callNoteSchema>>;

/** A resident wants somebody of the team to come by. `id` is the resident's: once it is open it is not asked twice. */
export const visitAskedSchema = v.object({ id: idSchema, at: instantTextSchema });
export type VisitAsked = Frozen<v.InferOutput<typeof visitAskedSchema>>;

/** Something of the team for one resident, until it is told. Theirs alone: no screen in the hall reads it. */
export const toTellSchema = v.object({
  id: idSchema,
  residentId: idSchema,
  words: someText(MOST_SAID),
  at: instantTextSchema,
});
export type ToTell = Frozen<v.InferOutput<typeof toTellSchema>>;

export function callId(ref: CallRef): string {
  switch (ref.type) {
    case 'news':
      return ref.taskId;
    case 'trip':
      return `trip/${ref.bookingId}/${ref.news}`;
    case 'visit':
      return `visit/${ref.residentId}`;
    case 'line':
      return `line/${ref.lineId}`;
    case 'word':
      return `word/${ref.wordId}`;
  }
}
