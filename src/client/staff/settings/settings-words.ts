/** The values of the settings as words, each number with its noun. */
import type { NumberRule } from '../../app/staff-settings.ts';
import type { StaffKey, StaffSpeech } from '../../i18n/staff-i18n.ts';
import { dayMonth, howLong, longDay } from '../desk-words.ts';

const nouns: Readonly<Partial<Record<NumberRule, StaffKey>>> = {
  horizonDays: 'desksettings:days',
  mostOpen: 'desksettings:bookings',
  checkUpWeeks: 'desksettings:weeks',
  checkUpTrips: 'desksettings:trips',
};

/** "14 dagen", "30 minuten", "niet" */
export function ruleValueWords(speech: StaffSpeech, rule: NumberRule, value: number): string {
  const noun = nouns[rule];
  if (noun !== undefined) return speech.t(noun, { count: value });
  return value === 0 ? speech.t('desksettings:nothing') : howLong(speech, value);
}

interface Days {
  readonly from: string;
  readonly until: string;
}

/** "19 december tot en met 3 januari", or one day by its name. */
export function daysWords(speech: StaffSpeech, { from, until }: Days): string {
  if (from === until) return longDay(speech, from);
  return speech.t('desksettings:span', { from: dayMonth(speech, from), until: dayMonth(speech, until) });
}

/** What is wrong with the days somebody chose; null is nothing. */
export function daysWrong({ t }: StaffSpeech, { from, until }: Days): string | null {
  if (from === '' || until === '') return t('desksettings:noDays');
  return until < from ? t('desksettings:untilBeforeFrom') : null;
}
