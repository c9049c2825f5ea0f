/** Every "no" a rule can say, as plain data. Refuses to phrase it: screens do, in the language of the person. */
import * as v from 'valibot';
import type { Change } from './changes.ts';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';

const refusal = <const Name extends string, Entries extends v.ObjectEntries>(type: Name, entries: Entries) =>
  v.object({ type: v.literal(type), ...entries });
const number = v.pipe(v.number(), v.integer());

export const refusalSchema = v.variant('type', [
  /** This person, in this role and with this proof of who they are, may not do this. */
  refusal('notAllowed', {}),
  /** Who came in by a code or a card may change nothing that lets anybody in. */
  refusal('passwordNeeded', {}),
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
  refusal('tooManyGuests', { activityId: idSchema, limit: number }),
  refusal('partyTooLarge', { activityId: idSchema, capacity: number }),
  /** More people than there are places left; the party stays as it was. */
  refusal('activityFull', { activityId: idSchema, left: number }),
  refusal('signUpUnknown', { signUpId: idSchema }),
  refusal('noticeUnknown', { noticeId: idSchema }),
  refusal('seriesUnknown', { seriesId: idSchema }),
  refusal('dateNotInSeries', { seriesId: idSchema, date: v.string() }),
  refusal('activityNotCancelled', { activityId: idSchema }),
  /** An activity that would end before it starts. */
  refusal('endsBeforeStart', { activityId: idSchema }),
  /** Nothing of it is still to come. */
  refusal('seriesOver', { seriesId: idSchema }),
  /** A new series says when it ends. */
  refusal('seriesEndless', {}),
  /** No date of it happens. */
  refusal('seriesEmpty', {}),
  /** Its first date is left out: it may as well begin on the next. */
  refusal('firstDateSkipped', { date: v.string(), next: v.string() }),
  /** What has been stays: the earliest end there may be. */
  refusal('endInPast', { first: v.string() }),
  refusal('shiftTooFar', { days: number }),
  refusal('roomUnknown', { room: v.string() }),
  /** More people go than there would be places: asked, and nobody is thrown out. */
  refusal('capacityBelow', { activityId: idSchema, people: number, capacity: number }),
  /** So many were told that only their number shows: asked. */
  refusal('namesWouldShow', { people: number }),
  /** Who eats is on the plates of the kitchen: a meal is discreet on every date or on none. */
  refusal('mealHasNames', { activityId: idSchema }),
  /** A call may be put off by so many days. */
  refusal('againTooLate', { days: number }),
  refusal('periodInvalid', {}),
  refusal('periodUnknown', { periodId: idSchema }),
  /** Its plates say who came. */
  refusal('isAMeal', { activityId: idSchema }),
  refusal('activityNotToday', { activityId: idSchema }),
  refusal('nobodyToTell', { activityId: idSchema }),
  /** Only a meal has plates. */
  refusal('notAMeal', { activityId: idSchema }),
  /** Staff may add somebody after closing: asked once. */
  refusal('mealClosed', { activityId: idSchema, at: v.string() }),
  /** It has ended: who sat there is known. */
  refusal('mealOver', { activityId: idSchema }),
  /** Its end is not known before its start. */
  refusal('mealNotBegun', { activityId: idSchema }),
  /** Another sheet has this number: the next one is free. */
  refusal('sheetTaken', { number }),
  /** No sheet with this number was printed. */
  refusal('sheetUnknown', { number }),
  /** Something else became of this line already. */
  refusal('lineTaken', { sheet: number, line: number }),
  refusal('plateUnknown', { plateId: idSchema }),
  refusal('dishUnknown', { dish: v.string() }),
  refusal('standingUnknown', { seriesId: idSchema }),
  /** No more standing places than there are places. */
  refusal('standingFull', { seriesId: idSchema, capacity: number }),
  refusal('pauseInvalid', {}),
  refusal('menuInvalid', {}),
  /** It does not stand on the round any more. */
  refusal('callUnknown', {}),
  /** A colleague has told it already. */
  refusal('callTold', {}),
  refusal('staffUnknown', { staffId: idSchema }),
  refusal('userNameTaken', {}),
  refusal('nameTaken', {}),
  /** Somebody must be able to let others in. */
  refusal('lastAdmin', {}),
  refusal('scooterUnknown', { scooterId: idSchema }),
  refusal('bookingUnknown', { bookingId: idSchema }),
  /** No driving test for this type, or for any. */
  refusal('noClearance', { scooterType: v.nullable(v.string()) }),
  /** The driving test is good until this date, and the trip is after it. */
  refusal('clearanceEnds', { validUntil: v.string() }),
  /** Not on the grid, or a length nobody is offered. */
  refusal('tripInvalid', {}),
  refusal('tripTooLong', { minutes: number }),
  refusal('tripPast', {}),
  refusal('tripTooFarAhead', { days: number }),
  /** The night the clock goes forward. */
  refusal('timeDoesNotExist', { date: v.string(), time: v.string() }),
  /** The night the clock goes back. */
  refusal('timeExistsTwice', { date: v.string(), time: v.string() }),
  refusal('scootersClosed', { opens: v.string(), closes: v.string() }),
  refusal('scooterBlackout', { reason: v.string() }),
  refusal('scooterOutOfService', { scooterId: idSchema }),
  /** This one is not free then; another may be. */
  refusal('scooterTaken', { scooterId: idSchema }),
  refusal('noneFree', { date: v.string() }),
  refusal('tooManyBookings', { limit: number }),
  refusal('tooManyHours', { limitMinutes: number }),
  /** The same resident has another trip then. */
  refusal('bookingOverlaps', {}),
  /** Too early to take it: from this instant, as text. */
  refusal('takenTooEarly', { from: v.string() }),
  /** It was not taken in time and has come free. */
  refusal('bookingReleased', { bookingId: idSchema }),
  refusal('bookingOver', { bookingId: idSchema }),
  refusal('alreadyTaken', { bookingId: idSchema }),
  refusal('notTaken', { bookingId: idSchema }),
  /** The one before has not come back. */
  refusal('scooterNotBack', { scooterId: idSchema }),
  /** As many addresses for calendars as there may be: one must be withdrawn first. */
  refusal('tooManyLinks', { limit: number }),
  refusal('otherType', { scooterId: idSchema }),
  refusal('notBroken', { scooterId: idSchema }),
  /** Somebody else changed these since they were looked at; what they are now stands on the board. */
  refusal('changedMeanwhile', { fields: v.array(v.string()) }),
  refusal('nameMissing', {}),
  refusal('doorUnreadable', {}),
  refusal('phoneUnreadable', {}),
  /** A door the house does not know yet needs its floor. */
  refusal('floorMissing', {}),
  /** The house knows this door, on this floor. */
  refusal('otherFloor', { floor: number }),
  /** The same person behind the same door. */
  refusal('alreadyLivesHere', { residentId: idSchema }),
  /** This card is somebody else's. */
  refusal('cardTaken', { residentId: idSchema }),
  /** A driving test is for at least one type of scooter. */
  refusal('typesMissing', {}),
  refusal('announcementUnknown', { announcementId: idSchema }),
  /** Without a title, or a card of an alarm without words. */
  refusal('announcementEmpty', {}),
  /** More under the title of an alarm than somebody in a hurry reads; `most` in characters. */
  refusal('alarmWordy', { most: v.number() }),
  refusal('announcementEndsFirst', {}),
  /** Its end is past already. */
  refusal('announcementOver', {}),
  refusal('announcementTooLong', { hours: number }),
]);

export type Refusal = Frozen<v.InferOutput<typeof refusalSchema>> & {
  /** What must be told although the answer is no: kept and fed like any change, never part of the answer. */
  readonly aftermath?: readonly Change[];
  /** Whoever it is about is told by their notices or their trip: the screen it was tapped at need not say it again. */
  readonly told?: true;
};
export type RefusalType = Refusal['type'];
