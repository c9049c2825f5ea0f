/** What floors and people are called on a shared screen. */
import type { Person } from '../../domain/views.ts';
import { capitalised, ordinal } from '../i18n/dates.ts';
import type { App } from './app-context.ts';
import { speechOf } from './now.ts';

/** First name with consent; else "mevrouw" or "meneer" in Dutch, or the word for a resident. */
export function callName(app: App, person: Person): string {
  if (person.name !== null) return person.name.firstName;
  const speech = speechOf(app);
  const dutch = speech.language.tag === 'nl';
  return dutch && person.salutation !== null ? capitalised(speech, person.salutation) : speech.t('who:resident');
}

export function floorWord(app: App, floor: number): string {
  const speech = speechOf(app);
  if (floor < 0) return speech.t('who:below');
  return floor === 0 ? speech.t('who:ground') : capitalised(speech, ordinal(speech, floor));
}

export function floorName(app: App, floor: number): string {
  const speech = speechOf(app);
  if (floor < 0) return speech.t('who:below');
  if (floor === 0) return speech.t('who:groundFloor');
  return capitalised(speech, speech.t('who:floor', { ordinal: ordinal(speech, floor) }));
}
