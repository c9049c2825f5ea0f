/** Every intent a resident can have: what a screen in the hall must be able to read. */
import * as v from 'valibot';
import { visitCommands } from './commands-visits.ts';
import { command, envelopeOf } from './envelope.ts';
import { plateSchema } from './meal-rows.ts';
import { idSchema } from './resident.ts';
import { scooterParts } from './scooter-rows.ts';
import { plainDateSchema, plainTimeSchema } from './time.ts';

const party = v.pipe(
  v.array(idSchema),
  v.minLength(1),
  v.maxLength(8),
  v.check((ids) => new Set(ids).size === ids.length, 'somebody twice'),
);
/** Any number: what a trip may not be is a rule's no, said in words. */
export const minutes = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const trip = { scooterId: idSchema, bookingId: idSchema };
const part = v.picklist(scooterParts);
const { dish } = plateSchema.entries;
export const plate = { activityId: idSchema, plateId: idSchema };
const stands = { seriesId: idSchema, residentId: idSchema };
const guests = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));

export const residentCommands = [
  command('signUp', {
    activityId: idSchema,
    residentIds: party,
    guests,
    /** Of a meal: what each of the residents eats, then each guest. Absent has not been asked. */
    dishes: v.optional(v.pipe(v.array(dish), v.maxLength(28))),
  }),
  command('changeGuests', { activityId: idSchema, signUpId: idSchema, guests }),
  /** These people leave the party; when the last resident leaves, so do the guests. */
  command('withdraw', { activityId: idSchema, signUpId: idSchema, residentIds: party }),
  command('dismissNotice', { noticeId: idSchema }),
  command('chooseDish', { ...plate, dish }),
  command('setStanding', { ...stands, dish }),
  command('stopStanding', stands),
  command('pauseStanding', { ...stands, from: plainDateSchema, until: plainDateSchema }),
  command('resumeStanding', stands),
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
  /** Somebody looked for a scooter on this date and found none free. */
  command('missScooter', { date: plainDateSchema }),
  ...visitCommands,
] as const;

/** What a shared screen keeps of its taps. */
export const residentEnvelopeSchema = envelopeOf(v.variant('type', residentCommands));
