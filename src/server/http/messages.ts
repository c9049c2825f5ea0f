/** What the routes besides commands and feed take and give, as the schemas that check it and describe it. */

import * as v from 'valibot';
import { showingSchema } from '../../domain/announcement.ts';
import { envelopeSchema } from '../../domain/commands.ts';
import { heartbeatSchema } from '../../domain/heartbeat.ts';
import { importKinds } from '../../domain/import-preview.ts';
import { noticeSchema } from '../../domain/notice.ts';
import { answerSchema, LONGEST_BATCH, problemSchema } from '../../domain/protocol.ts';
import { idSchema } from '../../domain/resident.ts';
import { bookingSchema, CODE_LENGTH, CODE_PICTURES, clearanceSchema } from '../../domain/scooter-rows.ts';
import { signUpRowSchema } from '../../domain/sign-up-row.ts';
import { staffRoles } from '../../domain/staff-member.ts';
import { instantTextSchema } from '../../domain/time.ts';
import { backupStateSchema } from '../backup/state.ts';

const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = (longest: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(longest));

/** A card to be given: signs alone would be the same card, whichever they are. */
const cardToGive = v.pipe(line(64), v.regex(/^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){4}/u));

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

const picture = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CODE_PICTURES - 1));
/** Which of them, in order; counted from the first of the first row. */
const pictures = v.pipe(v.array(picture), v.length(CODE_LENGTH));

/** The number on a card as the reader types it, or the picture code of who says who they are. */
export const identifyRequestSchema = v.union([
  v.strictObject({ card: line(64), visitId: idSchema }),
  v.strictObject({ residentId: idSchema, pictures, visitId: idSchema }),
]);
export const identifyResponseSchema = v.object({
  residentId: idSchema,
  /** Goes with the token in the envelopes of this visit. */
  proof: v.picklist(['card', 'code']),
  token: v.string(),
  /** Their own, those for discreet activities too. */
  signUps: v.array(signUpRowSchema),
  /** What is new for them, about discreet activities too. */
  notices: v.array(noticeSchema),
  /** Their own, of the last weeks and to come: a shared screen does not know whose they are. */
  bookings: v.array(bookingSchema),
  clearances: v.array(clearanceSchema),
});

/** A room by its name; null is the whole house. */
export const calendarLinkRequestSchema = v.strictObject({ room: v.nullable(line(80)) });

/** Where else this account works, by the name each flat goes by. */
export const flatsSchema = v.array(v.object({ id: idSchema, name: v.string() }));
export const flatLinkSchema = v.object({ url: v.string() });

/** Null takes the card away. */
export const residentCardRequestSchema = v.strictObject({ residentId: idSchema, card: v.nullable(cardToGive) });
/** Who has one, never what it is. */
export const residentCardsSchema = v.object({ cards: v.array(idSchema), codes: v.array(idSchema) });

export const backupsSchema = v.object({ ...backupStateSchema.entries, nightly: v.boolean() });

/** Somebody of whom nothing may stay. */
export const residentErasureRequestSchema = v.strictObject({ residentId: idSchema });

/** Null takes the code away. */
export const pictureCodeRequestSchema = v.strictObject({ residentId: idSchema, pictures: v.nullable(pictures) });

/** Somebody of the team; with a role, somebody who is not on it yet comes on it. */
export const linkRequestSchema = v.strictObject({ name: line(80), role: v.optional(v.picklist(staffRoles)) });
export const linkResponseSchema = v.object({
  /** To open in a browser, once, within ten minutes. */
  path: v.string(),
  name: v.string(),
  role: v.picklist(staffRoles),
});
const digits = v.pipe(v.string(), v.regex(/^\d{6}$/));
/** The code of a link; six digits or a card, at a tablet of the house; or a password. */
export const sessionRequestSchema = v.union([
  v.strictObject({ code: line(100) }),
  v.strictObject({ staffId: idSchema, digits }),
  v.strictObject({ card: cardToGive }),
  v.strictObject({ userName: line(100), password: line(1000) }),
]);
export const sessionResponseSchema = v.object({
  staffId: idSchema,
  name: v.string(),
  role: v.picklist(staffRoles),
  /** Whether they have a user name and password. */
  hasPassword: v.boolean(),
});

const way = <const Name extends string, Entries extends v.ObjectEntries>(name: Name, entries: Entries) =>
  v.strictObject({ staffId: idSchema, way: v.literal(name), ...entries });
/** A way in for somebody of the team: a new code, which the answer shows, a password or a card; or one less. */
export const staffSecretRequestSchema = v.union([
  way('code', {}),
  way('password', { userName: line(100), password: line(1000) }),
  way('card', { card: cardToGive }),
  v.strictObject({ staffId: idSchema, way: v.picklist(['code', 'password', 'card']), remove: v.literal(true) }),
]);
/** Shown this once. */
export const staffCodeSchema = v.object({ digits });
export const staffSecretsSchema = v.array(
  v.object({ staffId: idSchema, code: v.boolean(), userName: v.nullable(v.string()), card: v.boolean() }),
);

/** To type at a new tablet, once, before then. */
export const deviceCodeSchema = v.object({ code: v.string(), until: instantTextSchema });
export const enrolRequestSchema = v.strictObject({ code: line(20), name: line(80) });
/** Ids of commands, never what is in them. */
export const unsentRequestSchema = v.strictObject({
  commandIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1), v.maxLength(LONGEST_BATCH)),
});
export const devicesSchema = v.array(
  v.object({
    id: idSchema,
    name: v.string(),
    at: instantTextSchema,
    /** To within ten minutes; null is never. */
    lastSeen: v.nullable(instantTextSchema),
    revoked: v.boolean(),
    /** What it last told of itself; null is nothing yet. */
    told: v.nullable(
      v.object({
        ...heartbeatSchema.entries,
        at: instantTextSchema,
        /** This server gives browsers another build. */
        older: v.boolean(),
      }),
    ),
  }),
);

export const deviceRequestSchema = v.strictObject({ name: line(80) });
export const deviceResponseSchema = v.object({
  id: idSchema,
  /** Name and value for a `Cookie` header. Shown this once. */
  cookie: v.string(),
});

export const whichDeviceSchema = v.object({ id: idSchema, name: v.nullable(v.string()) });
export const showingRequestSchema = v.strictObject({
  announcementId: idSchema,
  revision: showingSchema.entries.revision,
});
/** The name of a form says what is changed by its id: what stands in an id may stand in it. */
export const draftRequestSchema = v.strictObject({
  staffId: idSchema,
  name: idSchema,
  value: v.nullable(v.record(v.string(), v.unknown())),
});
export const draftsSchema = v.object({
  staffId: idSchema,
  drafts: v.array(v.object({ name: idSchema, value: v.record(v.string(), v.unknown()) })),
});

export const photoRequestSchema = v.strictObject({ base64: v.pipe(v.string(), v.minLength(1), v.base64()) });
export const photoResponseSchema = v.object({ id: v.string() });

export const fileSchema = v.strictObject({ name: line(255), base64: v.pipe(v.string(), v.base64()) });
export const importRequestSchema = v.strictObject({
  files: v.partial(v.strictObject(v.entriesFromList(importKinds, fileSchema))),
  goodLines: v.boolean(),
});
export const importResponseSchema = v.object({ text: v.string(), ok: v.boolean() });

/** Where history is now. */
export const cursorGoneSchema = v.object({ ...problemSchema.entries, epoch: v.string(), version });
