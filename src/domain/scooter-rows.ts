/**
 * Shared mobility scooters: the rows of scooters, who may ride them, trips, defects, check-ups and the house's settings.
 * Refuses to judge: `scooter.ts` does.
 */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { someText, text } from './text.ts';
import { instantTextSchema, plainDateSchema, plainTimeSchema } from './time.ts';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const scooterSchema = v.object({
  id: idSchema,
  name: someText(40),
  colour: text(30),
  type: text(30),
  /** Kilometres an hour. */
  maxSpeed: v.nullable(whole(1, 60)),
  place: text(120),
  remark: text(200),
});
export type Scooter = Frozen<v.InferOutput<typeof scooterSchema>>;

/** The passed driving test that lets a resident book these types, until this date, itself included. */
export const clearanceSchema = v.object({
  id: idSchema,
  residentId: idSchema,
  validUntil: plainDateSchema,
  types: v.array(text(30)),
});
export type Clearance = Frozen<v.InferOutput<typeof clearanceSchema>>;

/** What became of a trip. One that was not taken in time is released, also while its row still says `booked`. */
export const bookingStatuses = ['booked', 'taken', 'returned', 'cancelled', 'released'] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

/** What its resident must still be told of a booking, at the screen or by a call. */
export const bookingNews = ['released', 'doubt', 'mended', 'moved', 'cancelled'] as const;

export const bookingSchema = v.object({
  id: idSchema,
  scooterId: idSchema,
  /** Null for somebody who does not live here, and on a shared screen for everybody. */
  residentId: v.nullable(idSchema),
  from: instantTextSchema,
  to: instantTextSchema,
  /** Nobody else before this: the end, or the return, and the time to charge. Stored, so that the database can keep it. */
  blockedUntil: instantTextSchema,
  status: v.picklist(bookingStatuses),
  takenAt: v.nullable(instantTextSchema),
  returnedAt: v.nullable(instantTextSchema),
  /** Said at the return. */
  batteryLow: v.boolean(),
  news: v.nullable(v.picklist(bookingNews)),
  visitId: v.nullable(idSchema),
  /** It never was: asked for without a network, it came when none was free any more, or against another rule. */
  notMade: v.optional(v.nullable(v.picklist(['taken', 'rule'])), null),
});
export type Booking = Frozen<v.InferOutput<typeof bookingSchema>>;

/** What can be broken: six drawings. */
export const scooterParts = ['tyre', 'battery', 'brake', 'light', 'seat', 'other'] as const;
export type ScooterPart = (typeof scooterParts)[number];

/** A scooter is out of service while one of these is not mended. */
export const defectSchema = v.object({
  id: idSchema,
  scooterId: idSchema,
  part: v.picklist(scooterParts),
  /** Who told it; null is staff, and on a shared screen everybody. */
  residentId: v.nullable(idSchema),
  at: instantTextSchema,
  mendedAt: v.nullable(instantTextSchema),
});
export type Defect = Frozen<v.InferOutput<typeof defectSchema>>;

/** Tyres, battery and brakes were looked at. */
export const checkUpSchema = v.object({ id: idSchema, scooterId: idSchema, at: instantTextSchema });
export type CheckUp = Frozen<v.InferOutput<typeof checkUpSchema>>;

/** Somebody asked and none was free on that date (*misgrijp*): once for each visit and date, and not who. */
export const missSchema = v.object({ id: idSchema, date: plainDateSchema, at: instantTextSchema });
export type Miss = Frozen<v.InferOutput<typeof missSchema>>;

/** What a picture code is made of: so many of so many drawings, in order. */
export const CODE_LENGTH = 3;
export const CODE_PICTURES = 9;

/** A picture code as a keyed hash. The id is the resident's. */
export const pictureCodeSchema = v.object({ id: idSchema, hash: idSchema });
export type PictureCode = Frozen<v.InferOutput<typeof pictureCodeSchema>>;

/** What a house may set (DESIGN §9 Scooters). Minutes are of the clock: a day with a clock change has more or fewer. */
export const scooterRulesSchema = v.object({
  id: idSchema,
  opens: plainTimeSchema,
  /** Not after `opens` is on the next day; the same time is open day and night. */
  closes: plainTimeSchema,
  /** Trips start on this grid, counted from the hour. */
  slotMinutes: whole(5, 60),
  /** What a resident is offered, shortest first. */
  lengths: v.pipe(v.array(whole(15, 1440)), v.minLength(1), v.maxLength(6)),
  longestMinutes: whole(15, 1440),
  horizonDays: whole(1, 60),
  /** Bookings of one resident that are still to come or under way. */
  mostOpen: whole(1, 50),
  /** Minutes of one resident in an ISO week; a trip counts in the week it starts. */
  mostMinutesAWeek: whole(15, 10_080),
  /** Between two trips, to charge. */
  pauseMinutes: whole(0, 720),
  /** So long before the start it can be taken. */
  earlyMinutes: whole(0, 120),
  /** Not taken so long after the start, it comes free. */
  lapseMinutes: whole(5, 240),
  /** Days without scooters, first and last included. */
  blackouts: v.pipe(
    v.array(v.object({ from: plainDateSchema, until: plainDateSchema, reason: text(80) })),
    v.maxLength(100),
  ),
  checkUpWeeks: whole(1, 104),
  checkUpTrips: whole(1, 1000),
});
export type ScooterRules = Frozen<v.InferOutput<typeof scooterRulesSchema>>;

export const usualScooterRules: ScooterRules = {
  id: 'usual',
  opens: '09:00',
  closes: '17:00',
  slotMinutes: 30,
  lengths: [60, 120, 240],
  longestMinutes: 240,
  horizonDays: 14,
  mostOpen: 2,
  mostMinutesAWeek: 600,
  pauseMinutes: 30,
  earlyMinutes: 15,
  lapseMinutes: 30,
  blackouts: [],
  checkUpWeeks: 6,
  checkUpTrips: 60,
};
