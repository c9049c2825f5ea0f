/** What a resident must be told, on the screen or at the door. Refuses to phrase it: screens do, in their language. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { text } from './text.ts';
import { instantTextSchema } from './time.ts';

export const noticeTypes = [
  /** A place came free and is yours. */
  'promoted',
  /** Another date, time or room. */
  'changed',
  'cancelled',
  /** It happens after all. */
  'restored',
  /** Somebody withdrew you in another visit; "Toch wel" for a day (DESIGN §4). */
  'withdrawn',
  /** Tapped while the network was away, and refused when it arrived: they are not signed up. */
  'tooLate',
  /** The same of another number of guests. */
  'guestsStayed',
  /** The same of a withdrawal: they were still expected. */
  'stillIn',
  /** The same of another dish. */
  'dishStayed',
  /** The same of coming every time; the activity is the next of its series. */
  'notStanding',
  /** Something the team wants to say about an activity, in its own words. */
  'message',
] as const;
export type NoticeType = (typeof noticeTypes)[number];

/** What the team says in its own words; empty where the type says it all. */
const words = v.optional(text(280), '');

/** A message for one resident, shown at the next identification. */
export const noticeSchema = v.object({
  id: idSchema,
  residentId: idSchema,
  type: v.picklist(noticeTypes),
  activityId: idSchema,
  at: instantTextSchema,
  words,
});
export type Notice = Frozen<v.InferOutput<typeof noticeSchema>>;

/** One line on the staff's call-and-knock round: the same news, for who does not come to the screen. */
export const callTaskSchema = v.object({
  id: idSchema,
  residentId: idSchema,
  type: v.picklist(noticeTypes),
  activityId: idSchema,
  at: instantTextSchema,
  words,
  done: v.boolean(),
});
export type CallTask = Frozen<v.InferOutput<typeof callTaskSchema>>;
