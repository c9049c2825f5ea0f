/** Every intent a screen, a desk or an import can have. Refuses anything whose shape is not exactly one of these. */
import * as v from 'valibot';
import { overrideFieldsSchema, overrideSchema } from './activity.ts';
import type { Frozen } from './frozen.ts';
import { locationSchema } from './location.ts';
import { menuDaySchema } from './meal.ts';
import { homeSchema, idSchema, residentPrivateSchema, residentSchema } from './resident.ts';
import { clearanceSchema, scooterParts, scooterRulesSchema, scooterSchema } from './scooter-rows.ts';
import { seriesSchema } from './series.ts';
import { staffMemberSchema } from './staff-member.ts';
import { text } from './text.ts';
import { instantTextSchema, plainDateSchema, plainTimeSchema } from './time.ts';

const command = <const Name extends string, Entries extends v.ObjectEntries>(type: Name, entries: Entries) =>
  v.strictObject({ type: v.literal(type), ...entries });
const party = v.pipe(
  v.array(idSchema),
  v.minLength(1),
  v.maxLength(8),
  v.check((ids) => new Set(ids).size === ids.length, 'somebody twice'),
);
/** Any number: what a trip may not be is a rule's no, said in words. */
const minutes = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const trip = { scooterId: idSchema, bookingId: idSchema };
const part = v.picklist(scooterParts);
const guests = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));

/** A line of a residents' file. A field that is absent was not in the file, and what is known stays. */
export const residentLineSchema = v.strictObject({
  ...v.pick(homeSchema, ['number', 'floor']).entries,
  ...v.pick(residentSchema, ['salutation']).entries,
  ...v.pick(residentPrivateSchema, ['firstName', 'infix', 'lastName']).entries,
  language: v.optional(residentSchema.entries.language),
  showName: v.optional(v.boolean()),
  phone: v.optional(residentPrivateSchema.entries.phone),
  /** The card by its keyed hash; null is none in the file, and keeps the card somebody has. */
  cardHash: v.optional(v.nullable(idSchema)),
  clearance: v.optional(v.nullable(v.pick(clearanceSchema, ['validUntil', 'types']))),
});
export type ResidentLine = Frozen<v.InferOutput<typeof residentLineSchema>>;

/** A series of a calendar file with its dates that differ. */
export const seriesLineSchema = v.strictObject({
  series: seriesSchema,
  overrides: v.array(v.pick(overrideSchema, ['originalDate', 'fields', 'cancelled'])),
});
export type SeriesLine = Frozen<v.InferOutput<typeof seriesLineSchema>>;

const many = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.maxLength(5000));

export const commandSchema = v.variant('type', [
  command('signUp', { activityId: idSchema, residentIds: party, guests }),
  command('changeGuests', { activityId: idSchema, signUpId: idSchema, guests }),
  /** These people leave the party; when the last resident leaves, so do the guests. */
  command('withdraw', { activityId: idSchema, signUpId: idSchema, residentIds: party }),
  command('dismissNotice', { noticeId: idSchema }),
  /** A trip for this resident, by wall clock; null is any scooter that suits. */
  command('book', {
    residentId: idSchema,
    scooterId: v.nullable(idSchema),
    date: plainDateSchema,
    time: plainTimeSchema,
    minutes,
  }),
  command('cancelBooking', trip),
  /** The same trip on another scooter of the same type. */
  command('moveBooking', { ...trip, toScooterId: idSchema }),
  command('takeScooter', trip),
  command('returnScooter', { ...trip, batteryLow: v.boolean(), broken: v.nullable(part) }),
  /** What there was to tell about it has been told. */
  command('seenBooking', trip),
  command('reportDefect', { scooterId: idSchema, part }),
  command('mendScooter', { scooterId: idSchema }),
  /** Handed out now, without a booking; null is somebody who does not live here. */
  command('lendScooter', { scooterId: idSchema, residentId: v.nullable(idSchema), minutes }),
  command('checkScooter', { scooterId: idSchema }),
  /** Somebody looked for a scooter on this date and found none free. */
  command('missScooter', { date: plainDateSchema }),
  command('setScooterRules', { rules: v.strictObject(v.omit(scooterRulesSchema, ['id']).entries) }),
  /** By its keyed hash; null takes the code away. */
  command('setPictureCode', { residentId: idSchema, hash: v.nullable(idSchema) }),
  command('changeActivity', { activityId: idSchema, fields: v.strictObject(overrideFieldsSchema.entries) }),
  command('cancelActivity', { activityId: idSchema, reason: text(120) }),
  command('restoreActivity', { activityId: idSchema }),
  command('skipDate', { seriesId: idSchema, date: plainDateSchema }),
  command('restoreDate', { seriesId: idSchema, date: plainDateSchema }),
  command('setLocation', { location: v.strictObject(v.omit(locationSchema, ['id']).entries) }),
  command('importResidents', { lines: many(residentLineSchema) }),
  command('importProgramme', { lines: many(seriesLineSchema) }),
  command('importScooters', { lines: many(v.omit(scooterSchema, ['id'])) }),
  command('importStaff', { lines: many(v.omit(staffMemberSchema, ['id'])) }),
  command('importMenu', { lines: many(v.omit(menuDaySchema, ['id'])) }),
]);
export type Command = Frozen<v.InferOutput<typeof commandSchema>>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;

/** How a person showed who they are, weakest first (DESIGN §9 Identity). */
export const proofs = ['name', 'card', 'code', 'session'] as const;
export type Proof = (typeof proofs)[number];

export const actorSchema = v.union([
  v.strictObject({
    residentId: idSchema,
    proof: v.picklist(['name', 'card', 'code']),
    visitId: idSchema,
    /** The server's word that card or code was shown in this visit; checked at the door, never kept. */
    token: v.optional(v.pipe(v.string(), v.maxLength(400))),
  }),
  v.strictObject({ staffId: idSchema, proof: v.literal('session'), visitId: idSchema }),
]);
export type Actor = Frozen<v.InferOutput<typeof actorSchema>>;

export const commandIdSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a UUID version 7'),
);

/** An intent with who has it and when the tap was. The id is made at the tap and makes a repeat harmless. */
export const envelopeSchema = v.strictObject({
  id: commandIdSchema,
  command: commandSchema,
  tappedAt: instantTextSchema,
  actor: actorSchema,
});
export type Envelope = Frozen<v.InferOutput<typeof envelopeSchema>>;
