/** How the desk says activities, dates and the rules' no about the programme. Asks no clock and draws nothing. */
import type { Activity } from '../../../domain/activity.ts';
import type { Board } from '../../../domain/board.ts';
import type { Holiday } from '../../../domain/holidays.ts';
import type { Item } from '../../app/staff-programme.ts';
import type { StaffKey, StaffSpeech } from '../../i18n/staff-i18n.ts';
import type { Reason } from '../../state/screens.ts';
import { clock, longDay, refusalWords } from '../desk-words.ts';
import { money } from '../meal/meal-words.ts';

/** "14 van 16, 2 wachten" */
export function countWords({ t }: StaffSpeech, { activity, people, skipped, waiting }: Item): string {
  if (skipped) return t('deskprogramme:skipped');
  if (activity.cancelled !== null) return t('deskprogramme:cancelled');
  if (activity.signUp === 'none') return t('deskprogramme:noSignUp');
  const { capacity } = activity;
  const going =
    capacity === null
      ? t('deskprogramme:going', { count: people })
      : t('deskprogramme:goingOf', { count: people, capacity });
  return waiting === 0 ? going : `${going}, ${t('deskprogramme:waiting', { count: waiting })}`;
}

type Hours = Pick<Activity, 'allDay' | 'endDays' | 'endTime' | 'startTime'>;

/** "10:00 tot 11:30", "22:00 tot 0:30 de volgende dag" */
export const timeWords = (speech: StaffSpeech, hours: Hours): string =>
  hours.allDay
    ? speech.t('deskprogramme:allDay')
    : speech.t('deskwhen:span', { from: clock(hours.startTime), to: endWords(speech, hours) });

/** "0:30 de volgende dag" */
export function endWords(speech: StaffSpeech, { endDays, endTime }: Pick<Hours, 'endDays' | 'endTime'>): string {
  return endDays === 0 ? clock(endTime) : `${clock(endTime)} ${endDayWords(speech, endDays)}`;
}

const endDayWords = ({ t }: StaffSpeech, count: number): string => {
  if (count === 0) return t('deskprogramme:sameDay');
  return count === 1 ? t('deskprogramme:nextDay') : t('deskprogramme:daysLater', { count });
};

interface Off {
  readonly holiday: Holiday | null;
  readonly period: { readonly name: string } | null;
}

/** Of a holiday, of a period of the house, or of both. */
export function dayOffWords({ t }: StaffSpeech, { holiday, period }: Off): string {
  const said = holiday === null ? '' : t(`deskprogramme:holiday_${holiday}`);
  return [said, period?.name ?? ''].filter((word) => word !== '').join(', ');
}

/** What a field says, for who must choose between two. */
export function valueWords(speech: StaffSpeech, field: string, value: unknown): string {
  const { t } = speech;
  if (field === 'closes') return closesWords(speech, value as Activity['closes']);
  if (value === null || value === '' || value === undefined) return t('deskprogramme:nothingSaid');
  if (field === 'price') return money(speech, Number(value));
  if (field === 'date') return longDay(speech, String(value));
  if (field === 'startTime' || field === 'endTime') return clock(String(value));
  if (field === 'endDays') return endDayWords(speech, Number(value));
  if (field === 'category') return t(`deskprogramme:category_${String(value)}` as StaffKey);
  if (field === 'signUp') return t(value === 'open' ? 'deskprogramme:signUpOpen' : 'deskprogramme:signUpNone');
  if (field === 'discreet') return t(value === true ? 'deskprogramme:onlyNumber' : 'deskprogramme:withNames');
  if (typeof value === 'boolean') return t(value ? 'deskprogramme:yes' : 'deskprogramme:no');
  return String(value);
}

export function closesWords({ t }: StaffSpeech, closes: Activity['closes']): string {
  if (closes === null) return t('deskprogramme:closesStart');
  if (closes.daysBefore === 0 && closes.time === '10:00') return t('deskprogramme:closesMorning');
  if (closes.daysBefore === 1 && closes.time === '17:00') return t('deskprogramme:closesDayBefore');
  return t('deskprogramme:closesOwn', { days: closes.daysBefore, time: clock(closes.time) });
}

/** A rule's no about the programme as a sentence that says what to do now. */
export function programmeRefusal(speech: StaffSpeech, reason: Reason, board: Board | null = null): string {
  const { t } = speech;
  switch (reason.type) {
    case 'firstDateSkipped': {
      const [day, next] = [longDay(speech, reason.date), longDay(speech, reason.next)];
      return t('deskprogramme:no_firstDateSkipped', { day, next });
    }
    case 'endInPast':
      return t('deskprogramme:no_endInPast', { day: longDay(speech, reason.first) });
    case 'shiftTooFar':
      return t('deskprogramme:no_shiftTooFar', { count: reason.days });
    case 'roomUnknown':
      return t('deskprogramme:no_roomUnknown', { room: reason.room });
    case 'capacityBelow':
      return t('deskprogramme:no_capacityBelow', { count: reason.people });
    case 'namesWouldShow':
      return t('deskprogramme:no_namesWouldShow', { count: reason.people });
    case 'activityFull':
    case 'mealHasNames':
    case 'changedMeanwhile':
    case 'seriesOver':
    case 'seriesEndless':
    case 'seriesEmpty':
    case 'periodInvalid':
    case 'periodUnknown':
    case 'isAMeal':
    case 'activityNotToday':
    case 'nobodyToTell':
    case 'endsBeforeStart':
    case 'activityUnknown':
    case 'nameTaken':
    case 'dateNotInSeries':
      return t(`deskprogramme:no_${reason.type}`);
    default:
      return refusalWords(speech, reason, board);
  }
}
