/** What can be wanted with announcements. Refuses anything whose shape is not exactly one of these. */
import * as v from 'valibot';
import { announcementSchema, showingSchema } from './announcement.ts';
import { idSchema } from './resident.ts';

const { level, title, text, picture, acts, from, until, deviceIds, translations } = announcementSchema.entries;
const written = { title, text, picture, acts, from, until, deviceIds, translations };
/** What an edit changes, each with the value the editor saw; an alarm stays one, and nothing becomes one. */
const edited = v.strictObject(
  v.partial(
    v.strictObject({
      ...written,
      level: v.picklist(['information', 'important']),
      /** Taken away, or hung up again. */
      endedAt: announcementSchema.entries.endedAt,
    }),
  ).entries,
);

export const announcementCommands = [
  v.strictObject({ type: v.literal('postAnnouncement'), level, ...written }),
  v.strictObject({ type: v.literal('changeAnnouncement'), announcementId: idSchema, fields: edited, was: edited }),
  v.strictObject({ type: v.literal('endAnnouncement'), announcementId: idSchema }),
  /** A tablet says that it shows an alarm; the server's own route makes it. */
  v.strictObject({
    type: v.literal('noteShowing'),
    announcementId: idSchema,
    deviceId: idSchema,
    revision: showingSchema.entries.revision,
  }),
] as const;
