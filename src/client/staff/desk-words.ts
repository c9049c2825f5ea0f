/** How the staff side says people, days, times, parts and refusals. Takes what is so, and never asks what time it is. */

import type { Board } from '../../domain/board.ts';
import type { Booking, ScooterPart } from '../../domain/scooter-rows.ts';
import { type DeskPerson, deskPerson } from '../app/staff-people.ts';
import { type TripTime, tripTime, zoneOfHouse } from '../app/staff-trips.ts';
import { localMoment } from '../app/staff-week.ts';
import { civilDate, clockTime, formatDay, formatDayMonth, formatTime } from '../i18n/dates.ts';
import type { StaffKey, StaffSpeech } from '../i18n/staff-i18n.ts';
import type { Reason } from '../state/screens.ts';
import { mealRefusal } from './meal/meal-words.ts';
import { peopleRefusal } from './people/people-words.ts';

const partWords: Readonly<Record<ScooterPart, StaffKey>> = {
  tyre: 'deskcare:partTyre',
  battery: 'deskcare:partBattery',
  brake: 'deskcare:partBrake',
  light: 'deskcare:partLight',
  seat: 'deskcare:partSeat',
  other: 'deskcare:partOther',
};
export const partNames = Object.keys(partWords) as readonly ScooterPart[];

export const partWord = ({ t }: StaffSpeech, part: ScooterPart): string => t(partWords[part]);

/** "Bep de Bruin (107)" */
export const nameAndDoor = ({ name, door }: DeskPerson): string => (door === '' ? name : `${name} (${door})`);

/** "de Bruin 107" */
export const shortName = ({ surname, door }: DeskPerson): string => `${surname} ${door}`.trim();

/** Who has a trip, in full or short; somebody who does not live here has no name. */
export function riderOf(speech: StaffSpeech, board: Board, { residentId }: Pick<Booking, 'residentId'>) {
  const person = residentId === null ? null : deskPerson(board, residentId);
  const nobody = speech.t(residentId === null ? 'deskweek:somebody' : 'deskweek:gone');
  return {
    person,
    full: person === null ? nobody : nameAndDoor(person),
    short: person === null ? nobody : shortName(person),
  };
}

/** "9:30" */
export const clock = (time: string): string => formatTime(clockTime(time));

/** "donderdag 15 oktober" */
export const longDay = (speech: StaffSpeech, date: string): string => formatDay(speech, civilDate(date));

/** "15 oktober" */
export const dayMonth = (speech: StaffSpeech, date: string): string => formatDayMonth(speech, civilDate(date));

/** "15 oktober 2027": of what may be years away. */
export const dayMonthYear = (speech: StaffSpeech, date: string): string =>
  `${dayMonth(speech, date)} ${date.slice(0, 4)}`;

/** "do 15" */
export function shortDay({ t }: StaffSpeech, date: string): string {
  const { weekday, day } = civilDate(date);
  return t('deskwhen:shortDay', { day: t(`deskwhen:short${weekday}` as StaffKey), number: day });
}

/** "do 10:28", and with the date where it is not this week. */
export function shortMoment(speech: StaffSpeech, local: { readonly date: string; readonly time: string }): string {
  const { weekday } = civilDate(local.date);
  return speech.t('deskwhen:shortTime', {
    day: speech.t(`deskwhen:short${weekday}` as StaffKey),
    time: clock(local.time),
  });
}

export const momentIn = (board: Board, at: number) => localMoment(at, zoneOfHouse(board));

export const tripIn = (board: Board, booking: Pick<Booking, 'from' | 'to'>): TripTime =>
  tripTime(booking, zoneOfHouse(board));

/** "9:30 tot 12:00" */
export const span = ({ t }: StaffSpeech, { from, to }: Pick<TripTime, 'from' | 'to'>): string =>
  t('deskwhen:span', { from: clock(from), to: clock(to) });

/** "vrijdag 16 oktober, 9:30 tot 12:00" */
export const dayAndSpan = (speech: StaffSpeech, trip: Pick<TripTime, 'date' | 'from' | 'to'>): string =>
  speech.t('deskwhen:dayAndSpan', { day: longDay(speech, trip.date), from: clock(trip.from), to: clock(trip.to) });

/** "2 uur en 30 minuten" */
export function howLong({ t }: StaffSpeech, minutes: number): string {
  const hours = t('deskwhen:hours', { count: Math.floor(minutes / 60) });
  const rest = t('deskwhen:minutes', { count: minutes % 60 });
  if (minutes % 60 === 0) return hours;
  return minutes < 60 ? rest : t('deskwhen:hoursAndMinutes', { hours, minutes: rest });
}

/** A rule's no as a sentence that says what to do now. */
export function refusalWords(speech: StaffSpeech, reason: Reason, board: Board | null): string {
  const { t } = speech;
  switch (reason.type) {
    case 'noClearance':
      return reason.scooterType === null
        ? t('deskno:noClearance')
        : t('deskno:noClearanceType', { type: reason.scooterType });
    case 'clearanceEnds':
      return t('deskno:clearanceEnds', { day: dayMonthYear(speech, reason.validUntil) });
    case 'tripTooLong':
      return t('deskno:tripTooLong', { long: howLong(speech, reason.minutes) });
    case 'tripTooFarAhead':
      return t('deskno:tripTooFarAhead', { count: reason.days });
    case 'timeDoesNotExist':
      return t('deskno:timeDoesNotExist', { time: clock(reason.time) });
    case 'timeExistsTwice':
      return t('deskno:timeExistsTwice', { time: clock(reason.time) });
    case 'scootersClosed':
      return t('deskno:scootersClosed', { opens: clock(reason.opens), closes: clock(reason.closes) });
    case 'scooterBlackout':
      return t('deskno:scooterBlackout', { reason: reason.reason });
    case 'tooManyBookings':
      return t('deskno:tooManyBookings', { count: reason.limit });
    case 'tooManyHours':
      return t('deskno:tooManyHours', { long: howLong(speech, reason.limitMinutes) });
    case 'againTooLate':
      return t('deskno:againTooLate', { count: reason.days });
    case 'tooManyLinks':
      return t('deskno:tooManyLinks', { count: reason.limit });
    case 'takenTooEarly': {
      const at = Date.parse(reason.from);
      const time = board === null || !Number.isFinite(at) ? reason.from : momentIn(board, at).time;
      return t('deskno:takenTooEarly', { time: clock(time) });
    }
    case 'notAllowed':
    case 'passwordNeeded':
    case 'residentUnknown':
    case 'scooterUnknown':
    case 'bookingUnknown':
    case 'tripInvalid':
    case 'tripPast':
    case 'scooterOutOfService':
    case 'scooterTaken':
    case 'noneFree':
    case 'bookingOverlaps':
    case 'bookingReleased':
    case 'bookingOver':
    case 'alreadyTaken':
    case 'notTaken':
    case 'scooterNotBack':
    case 'otherType':
    case 'notBroken':
    case 'callUnknown':
    case 'callTold':
      return t(`deskno:${reason.type}`);
    default:
      return peopleRefusal(speech, reason, board) ?? mealRefusal(speech, reason);
  }
}

/** "15:14:08": where a second counts. */
export const secondIn = (board: Board, at: number): string =>
  `${momentIn(board, at).time}:${String(Math.floor(at / 1_000) % 60).padStart(2, '0')}`;
