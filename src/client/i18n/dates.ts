/**
 * Days and times from the house's own tables, the same in every browser: Intl knows no Papiamentu and writes Arabic
 * with other digits (UX part c). Takes civil dates and clock times; knows no zone and never asks what time it is.
 */
import { dutchClock } from './dutch-clock.ts';
import type { Key, Translate } from './keys.ts';
import type { Language } from './languages.ts';

/** A civil date as the calendar on the wall has it. */
export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

export interface ClockTime {
  /** 0–23 */
  readonly hour: number;
  /** 0–59 */
  readonly minute: number;
}

export type DayPart = 'night' | 'morning' | 'afternoon' | 'evening';

export interface Speech {
  readonly t: Translate;
  readonly language: Language;
}

export function dayPartOf({ hour }: ClockTime): DayPart {
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** `2026-10-14` with its weekday. The calendar is the proleptic Gregorian one, as in ISO 8601. */
export function civilDate(iso: string): CivilDate {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const sundayIsZero = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday: sundayIsZero === 0 ? 7 : sundayIsZero };
}

/** `14:30` or `14:30:00` */
export function clockTime(iso: string): ClockTime {
  const [hour = 0, minute = 0] = iso.split(':').map(Number);
  return { hour, minute };
}

/** "woensdag" */
export function formatWeekday({ t }: Speech, date: CivilDate): string {
  return t(`dates:weekday${date.weekday}` as Key);
}

/** "14 oktober" */
export function formatDayMonth({ t }: Speech, date: CivilDate): string {
  return t('dates:dayMonth', { day: date.day, month: monthOf(t, date) });
}

/** "woensdag 14 oktober"; a language with long words keeps only the weekday. */
export function formatDay(speech: Speech, date: CivilDate): string {
  const { t } = speech;
  const weekday = formatWeekday(speech, date);
  return t('dates:dayTitle', { weekday, day: date.day, month: monthOf(t, date) });
}

/** "woensdagmiddag" */
export function formatWeekdayPart(speech: Speech, date: CivilDate, time: ClockTime): string {
  const weekday = formatWeekday(speech, date);
  return speech.t(`dates:${dayPartOf(time)}Of` as Key, { weekday });
}

/** "woensdagmiddag 14 oktober" */
export function formatDayWithPart(speech: Speech, date: CivilDate, time: ClockTime): string {
  const { t } = speech;
  const weekday = formatWeekdayPart(speech, date, time);
  return t('dates:dayTitle', { weekday, day: date.day, month: monthOf(t, date) });
}

/** "14 oktober, ’s middags" */
export function formatDayMonthPart({ t }: Speech, date: CivilDate, time: ClockTime): string {
  return t('dates:dayMonthPart', { day: date.day, month: monthOf(t, date), part: partOf(t, time) });
}

/** "14:30": always 24 hours, always Latin digits. */
export function formatTime({ hour, minute }: ClockTime): string {
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

/** "half drie ’s middags" in Dutch; elsewhere the part of the day, with the digits beside it. */
export function timeInWords({ t, language }: Speech, time: ClockTime): string {
  const part = partOf(t, time);
  return language.tag === 'nl' ? `${dutchClock(time)} ${part}` : part;
}

/** "half zes" in Dutch, "17:30" elsewhere. */
export function clockInWords({ language }: Speech, time: ClockTime): string {
  return language.tag === 'nl' ? dutchClock(time) : formatTime(time);
}

/** "tweede" */
export function ordinal({ t }: Speech, number: number): string {
  if (number >= 1 && number <= 12) return t(`dates:ordinal${number}` as Key);
  return t('dates:ordinalMore', { number });
}

/** The first letter large, by the rules of the language: Turkish has an İ. */
export function capitalised({ language }: Speech, text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language.tag) + text.slice(first.length);
}

function monthOf(t: Translate, date: CivilDate): string {
  return t(`dates:month${date.month}` as Key);
}

function partOf(t: Translate, time: ClockTime): string {
  return t(`dates:${dayPartOf(time)}`);
}
