/** Every "no" a rule can say, as plain data. Refuses to phrase it: screens do, in the language of the person. */
import * as v from 'valibot';
import type { Change } from './changes.ts';
import { idSchema } from './resident.ts';

const refusal = <const Name extends string, Entries extends v.ObjectEntries>(type: Name, entries: Entries) =>
  v.object({ type: v.literal(type), ...entries });
const people = v.pipe(v.number(), v.integer());

export const refusalSchema = v.variant('type', [
  /** This person, in this role and with this proof of who they are, may not do this. */
  refusal('notAllowed', {}),
  refusal('residentUnknown', { residentId: idSchema }),
  refusal('activityUnknown', { activityId: idSchema }),
  refusal('activityCancelled', { activityId: idSchema }),
  refusal('activityStarted', { activityId: idSchema }),
  refusal('activityTooFarAhead', { activityId: idSchema }),
  refusal('signUpNotNeeded', { activityId: idSchema }),
  refusal('signUpClosed', { activityId: idSchema }),
  /** Tapped in time or not, it arrived after the end, and the person has left the screen. */
  refusal('tooLate', { activityId: idSchema }),
  /** Somebody of the party; not who, because every screen hears of it. */
  refusal('alreadySignedUp', { activityId: idSchema }),
  refusal('notSameHome', { activityId: idSchema }),
  refusal('tooManyGuests', { activityId: idSchema, limit: people }),
  refusal('partyTooLarge', { activityId: idSchema, capacity: people }),
  /** More people than there are places left; the party stays as it was. */
  refusal('activityFull', { activityId: idSchema, left: people }),
  refusal('signUpUnknown', { signUpId: idSchema }),
  refusal('noticeUnknown', { noticeId: idSchema }),
  refusal('seriesUnknown', { seriesId: idSchema }),
  refusal('dateNotInSeries', { seriesId: idSchema, date: v.string() }),
  refusal('activityNotCancelled', { activityId: idSchema }),
  /** An activity that would end before it starts. */
  refusal('endsBeforeStart', { activityId: idSchema }),
]);

export type Refusal = v.InferOutput<typeof refusalSchema> & {
  /** What must be told although the answer is no: kept and fed like any change, never part of the answer. */
  readonly aftermath?: readonly Change[];
};
export type RefusalType = Refusal['type'];
