/** Names days and moments from where somebody stands: today, tomorrow, half past five. Takes the time, never asks. */
import {
  capitalised,
  civilDate,
  clockInWords,
  clockTime,
  formatDay,
  formatDayMonth,
  formatTime,
  formatWeekday,
  type Speech,
} from '../i18n/dates.ts';
import type { App } from './app-context.ts';

const DAY_MS = 86_400_000;
const WEEK = 7;

/** Words and language as signals: a screen that calls this is drawn again when the language changes. */
export function speechOf(app: App): Speech {
  return { t: app.i18n.t, language: app.i18n.language.value };
}

/** Whole days from one date to another, both `2026-10-14`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);
}

/** "vandaag", "morgen", "donderdag", "donderdag 22 oktober": as near as it can be said. */
export function dayName(speech: Speech, today: string, date: string): string {
  const ahead = daysBetween(today, date);
  if (ahead <= 0) return speech.t('dates:today');
  if (ahead === 1) return speech.t('dates:tomorrow');
  if (ahead < WEEK) return formatWeekday(speech, civilDate(date));
  return speech.language.long ? formatDayMonth(speech, civilDate(date)) : formatDay(speech, civilDate(date));
}

/** "Vandaag, half zes" */
export function dayInWords(
  speech: Speech,
  today: string,
  at: { readonly date: string; readonly time: string },
): string {
  const words = clockInWords(speech, clockTime(at.time));
  return capitalised(speech, speech.t('dates:dayWords', { day: dayName(speech, today, at.date), words }));
}

/** "Vandaag, 17:30 uur" */
export function dayAtTime(speech: Speech, today: string, at: { readonly date: string; readonly time: string }): string {
  const day = dayName(speech, today, at.date);
  return capitalised(speech, speech.t('dates:dayAt', { day, time: digits(at.time) }));
}

/** "9:30", from `09:30` */
export function digits(time: string): string {
  return formatTime(clockTime(time));
}
