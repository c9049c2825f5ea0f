/** What a poster says, as sentences: when something is there nearly every day, what a row is called, which holiday it is. */
import type { ClockChange } from '../../app/clock-change.ts';
import { euros } from '../../app/meal-money.ts';
import type { PosterDaily, PosterRow, WeekPoster } from '../../app/week-poster.ts';
import { capitalised, civilDate, formatWeekday } from '../../i18n/dates.ts';
import type { StaffKey, StaffSpeech } from '../../i18n/staff-i18n.ts';
import { dayMonth } from '../desk-words.ts';

const WORKDAYS = '1 2 3 4 5';
const moved: Readonly<Record<NonNullable<PosterRow['moved']>, StaffKey>> = {
  day: 'deskposter:movedDay',
  time: 'deskposter:movedTime',
  room: 'deskposter:movedRoom',
};

/** "Maandag" */
export const weekday = (speech: StaffSpeech, date: string): string =>
  capitalised(speech, formatWeekday(speech, civilDate(date)));

/** "19 tot en met 25 oktober" */
export function weekWords(speech: StaffSpeech, { from, until }: Pick<WeekPoster, 'from' | 'until'>): string {
  const [first, last] = [civilDate(from), civilDate(until)];
  const start = first.month === last.month ? String(first.day) : dayMonth(speech, from);
  return speech.t('deskposter:days', { from: start, until: dayMonth(speech, until) });
}

/** "Elke werkdag", or the days by name. */
export function everyWhen(speech: StaffSpeech, { dates, weekdays }: PosterDaily): string {
  const { t } = speech;
  if (weekdays.length === 7) return t('deskposter:everyDay');
  if (weekdays.join(' ') === WORKDAYS) return t('deskposter:everyWorkday');
  const names = dates.map((date) => formatWeekday(speech, civilDate(date)));
  return capitalised(speech, t('deskposter:and', { some: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' }));
}

/** "Lunch: soep en broodjes" */
export function rowTitle({ t }: StaffSpeech, { activity, menu }: PosterRow): string {
  return menu === null ? activity.title : t('deskposter:withMenu', { title: activity.title, menu });
}

/** What stands behind the title: until when, the price, what changed. */
export function rowNotes(speech: StaffSpeech, { activity, moved: how }: PosterRow, lastDate: string): string {
  const { t } = speech;
  const { date, price } = activity;
  return [
    lastDate > date ? t('deskposter:until', { day: dayMonth(speech, lastDate) }) : '',
    price !== null && price > 0 ? t('deskposter:price', { price: euros(price) }) : '',
    how === null ? '' : t(moved[how]),
  ]
    .filter((note) => note !== '')
    .join(' ');
}

/** "In de nacht naar zondag gaat de klok een uur terug." */
export function clockWords(speech: StaffSpeech, { date, goes }: ClockChange): string {
  const day = weekday(speech, date).toLowerCase();
  return speech.t(goes === 'back' ? 'deskposter:clockBack' : 'deskposter:clockForward', { day });
}
