/** What hangs on the board of the house: a message until a moment, or an alarm over every screen. Refuses one without end. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText, text } from './text.ts';
import { instantTextSchema } from './time.ts';

export const announcementLevels = ['information', 'important', 'alarm'] as const;
export type AnnouncementLevel = (typeof announcementLevels)[number];

/** Characters (DESIGN §9 Announcements). */
export const TITLE_LENGTH = 40;
export const TEXT_LENGTH = 280;
/** Under the title of an alarm, which is read in a hurry and from afar. */
export const ALARM_TEXT_LENGTH = 120;
/** What to do at an alarm: a picture and a few words each. */
export const MOST_ACTS = 3;

const title = someText(TITLE_LENGTH);
/** Counts the changes of what stands on a screen. */
const revision = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/));

export const announcementSchema = v.object({
  id: idSchema,
  level: v.picklist(announcementLevels),
  title,
  text: text(TEXT_LENGTH),
  /** One of the house's drawings, or a photo the server keeps. */
  picture: v.nullable(v.union([v.strictObject({ pictogram: name }), v.strictObject({ photo: idSchema })])),
  acts: v.pipe(v.array(v.strictObject({ pictogram: name, words: title })), v.maxLength(MOST_ACTS)),
  from: instantTextSchema,
  until: instantTextSchema,
  /** Empty is every tablet of the house. */
  deviceIds: v.pipe(v.array(idSchema), v.maxLength(500)),
  /** Beside the Dutch; BCP 47. */
  translations: v.pipe(
    v.array(
      v.strictObject({
        language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)),
        /** Empty where only what to do is said in this language. */
        title: text(TITLE_LENGTH),
        text: text(TEXT_LENGTH),
        /** The words of each act, in their order; empty is Dutch. */
        acts: v.optional(v.pipe(v.array(text(TITLE_LENGTH)), v.maxLength(MOST_ACTS)), []),
      }),
    ),
    v.maxLength(20),
  ),
  /** Of the team; null is the server itself. */
  by: v.nullable(idSchema),
  at: instantTextSchema,
  /** Taken away before its time. */
  endedAt: v.nullable(instantTextSchema),
  revision,
  /** When what stands on a screen was last changed; null is never. */
  changedAt: v.optional(v.nullable(instantTextSchema), null),
});
export type Announcement = Frozen<v.InferOutput<typeof announcementSchema>>;

/** That a tablet showed an alarm, and since when which words of it. `id` is `<announcementId>/<deviceId>`. */
export const showingSchema = v.object({
  id: idSchema,
  announcementId: idSchema,
  deviceId: idSchema,
  at: instantTextSchema,
  revision,
});
export type Showing = Frozen<v.InferOutput<typeof showingSchema>>;
