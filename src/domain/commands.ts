/** Every intent a screen, a desk or an import can have. Refuses anything whose shape is not exactly one of these. */
import * as v from 'valibot';
import { overrideSchema } from './activity.ts';
import { calendarLinkCommands } from './calendar-link.ts';
import { announcementCommands } from './commands-announcements.ts';
import { peopleCommands } from './commands-people.ts';
import { programmeCommands } from './commands-programme.ts';
import { minutes, plate, residentCommands } from './commands-residents.ts';
import { roundCommands } from './commands-rounds.ts';
import { command, envelopeOf } from './envelope.ts';
import type { Frozen } from './frozen.ts';
import { locationSchema } from './location.ts';
import { menuDaySchema } from './meal.ts';
import {
  dietNoteSchema,
  dietSchema,
  mealPrintSchema,
  obstacles,
  paperLineSchema,
  plateSchema,
  printedMenuSchema,
} from './meal-rows.ts';
import { homeSchema, idSchema, residentPrivateSchema, residentSchema } from './resident.ts';
import { clearanceSchema, scooterRulesSchema, scooterSchema } from './scooter-rows.ts';
import { seriesSchema } from './series.ts';
import { staffFaceSchema } from './staff-face.ts';
import { lockoutSchema, staffMemberSchema, staffSecretSchema } from './staff-member.ts';
import { plainDateSchema } from './time.ts';

const { dish, guestName, takeAway, paid, came } = plateSchema.entries;
const despite = v.pipe(v.array(v.picklist(obstacles)), v.maxLength(obstacles.length));
const unsaid = v.optional(v.boolean());
const plates = { activityId: idSchema, plateIds: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(500)) };
const { kinds, allergens } = dietSchema.entries;
/** `was` is the diet its writer changed: what somebody else wrote meanwhile stays. Absent says all of it anew. */
const diet = {
  ...{ kinds, allergens, note: dietNoteSchema },
  was: v.optional(v.pick(dietSchema, ['kinds', 'allergens', 'note'])),
};

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
  /** Who somebody said it is; null is somebody new. Absent is found by card or by name. */
  residentId: v.optional(v.nullable(idSchema)),
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
  ...residentCommands,
  /** A plate for a resident, for somebody's guest (`hostId` is the host's plate), or for a neighbour: both null. */
  command('addPlate', {
    activityId: idSchema,
    residentId: v.nullable(idSchema),
    hostId: v.nullable(idSchema),
    guestName,
    dish,
    takeAway,
    /** What was asked and allowed. */
    despite,
    /** Rather in the line than over the number, where it is full. */
    mayWait: v.boolean(),
  }),
  command('removePlate', plate),
  /** Takes a removal back: the same plate, with what was paid. */
  command('restorePlate', { ...plate, despite }),
  /** A party that waits comes, as one and past whoever stands before it: also one without anybody of the house. */
  command('letIn', { ...plate, despite }),
  /** Takes "toch erbij" back: the party waits again where it stood in the line. */
  command('backToLine', plate),
  /** Somebody else comes instead, on what was chosen and paid; null is somebody who does not live here. */
  command('movePlate', { ...plate, residentId: v.nullable(idSchema), guestName }),
  command('setTakeAway', { ...plate, takeAway }),
  command('nameGuest', { ...plate, guestName }),
  /** `unsaid` is only of whom nobody has said anything by then: a list that is a moment old takes nobody's word back. */
  command('markPaid', { ...plates, paid, unsaid }),
  command('markCame', { ...plates, came, unsaid }),
  command('setDiet', { residentId: idSchema, ...diet }),
  command('setGuestDiet', { ...plate, ...diet }),
  /** After closing, for one resident or, where null, for everybody. */
  command('openMeal', { activityId: idSchema, residentId: v.nullable(idSchema) }),
  command('closeMeal', { activityId: idSchema }),
  /** Back to the closing time, whatever was opened or closed by hand; who it was opened for keeps that. */
  command('resetMeal', { activityId: idSchema }),
  command('finishMeal', { activityId: idSchema }),
  /** The sheet as it stands on paper: its number, and what it says of each plate. */
  command('printMeal', {
    activityId: idSchema,
    ...v.pick(mealPrintSchema, ['number', 'plates']).entries,
    /** Of the menu that is on it (`menuMark`). Absent is not said. */
    menu: v.optional(printedMenuSchema),
  }),
  command('notePaperLine', {
    activityId: idSchema,
    ...v.pick(paperLineSchema, ['sheet', 'line', 'outcome', 'plateId']).entries,
  }),
  /** The menu of one date: it wins over the weekly one. */
  command('setMenu', {
    date: plainDateSchema,
    ...v.pick(menuDaySchema, ['meal', 'choices', 'allergens', 'price']).entries,
    /** Null is back to the weekly one, whatever else is said here. */
    menu: v.nullable(menuDaySchema.entries.menu),
  }),
  /** Null is somebody new. */
  command('putStaffMember', { id: v.nullable(idSchema), ...v.omit(staffMemberSchema, ['id']).entries }),
  command('removeStaffMember', { staffId: idSchema }),
  /** By its keyed hash; null takes it away. These three are made by the server's own routes only. */
  command('setStaffCode', { staffId: idSchema, codeHash: staffSecretSchema.entries.codeHash }),
  command('setStaffPassword', {
    staffId: idSchema,
    ...v.pick(staffSecretSchema, ['userName', 'passwordHash']).entries,
  }),
  command('setStaffCard', { staffId: idSchema, cardHash: v.nullable(idSchema) }),
  command('setStaffPhoto', { staffId: idSchema, photo: staffFaceSchema.entries.photo }),
  command('setStaffToday', { staffId: idSchema, here: v.nullable(v.boolean()) }),
  command('noteLockout', v.omit(lockoutSchema, ['id', 'at']).entries),
  command('mendScooter', { scooterId: idSchema }),
  /** Handed out now, without a booking; null is somebody who does not live here. */
  command('lendScooter', { scooterId: idSchema, residentId: v.nullable(idSchema), minutes }),
  command('checkScooter', { scooterId: idSchema }),
  /** Those that change: two people who set different ones both get what they set. */
  command('setScooterRules', { rules: v.strictObject(v.partial(v.omit(scooterRulesSchema, ['id'])).entries) }),
  /** By its keyed hash; null takes the code away. */
  command('setPictureCode', { residentId: idSchema, hash: v.nullable(idSchema) }),
  ...roundCommands,
  ...programmeCommands,
  /** Those that change, for the same reason. */
  command('setLocation', { location: v.strictObject(v.partial(v.omit(locationSchema, ['id'])).entries) }),
  command('importResidents', { lines: many(residentLineSchema) }),
  command('importProgramme', { lines: many(seriesLineSchema) }),
  command('importScooters', { lines: many(v.omit(scooterSchema, ['id'])) }),
  command('importStaff', { lines: many(v.omit(staffMemberSchema, ['id'])) }),
  command('importMenu', { lines: many(v.omit(menuDaySchema, ['id'])) }),
  ...peopleCommands,
  ...calendarLinkCommands,
  ...announcementCommands,
]);
export type Command = Frozen<v.InferOutput<typeof commandSchema>>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>;

export const envelopeSchema = envelopeOf(commandSchema);
export type Envelope = Frozen<v.InferOutput<typeof envelopeSchema>>;
