/**
 * What becomes of the call-and-knock round: who was told, who was not reached, and who asked for somebody to come by.
 * Refuses to say what there is to tell: `call-round.ts` derives that.
 */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { bookingNews } from './scooter-rows.ts';
import { instantTextSchema } from './time.ts';

/**
 * What one call is about: a call task, the news of a scooter's booking, somebody who asked for a visit, or a line of a
 * meal list that nobody could read.
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
});
export type CallNote = Frozen<v.InferOutput<typeof callNoteSchema>>;

/** A resident wants somebody of the team to come by. `id` is the resident's: once it is open it is not asked twice. */
export const visitAskedSchema = v.object({ id: idSchema, at: instantTextSchema });
export type VisitAsked = Frozen<v.InferOutput<typeof visitAskedSchema>>;

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
  }
}
