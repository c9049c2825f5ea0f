/**
 * Chooses a language and a size as a visitor does, by the tools of the header, and lends one language the words of the
 * pseudo language. Refuses to leave the screen it was asked on.
 */
import type { Words } from '../../src/client/i18n/keys.ts';
import { words as dutch } from '../../src/client/i18n/locales/nl/words.ts';
import { pseudoText } from '../i18n/pseudo.ts';
import type { Look } from './layout-matrix.ts';
import type { Scene } from './layout-states.ts';

/** The language whose words the pseudo language borrows: also one with long words. */
export const PSEUDO_AS = 'pap';

export const pseudoWords: Words = Object.fromEntries(
  Object.entries(dutch).map(([subject, words]) => [
    subject,
    Object.fromEntries(Object.entries(words).map(([key, text]) => [key, pseudoText(text)])),
  ]),
);

export type Speech = Pick<Look, 'language' | 'size'>;

export interface Speaker {
  /** A page that has loaded the words of one language never loads others for it. */
  readonly canSpeak: (language: Look['language']) => boolean;
  readonly choose: (speech: Speech) => Promise<void>;
}

const WORDS = '**/words-*.js';

/** Of a kiosk on which nothing was chosen yet. */
export function createSpeaker({ context, walk }: Pick<Scene, 'context' | 'walk'>): Speaker {
  let now: Speech = { language: 'nl', size: 'normal' };
  const loaded = new Map<string, Look['language']>();
  const tagOf = (language: Look['language']) => (language === 'pseudo' ? PSEUDO_AS : language);
  const canSpeak: Speaker['canSpeak'] = (language) => (loaded.get(tagOf(language)) ?? language) === language;

  const speak = async (language: Look['language']) => {
    if (!canSpeak(language)) throw new Error(`this page has other words than ${language}`);
    loaded.set(tagOf(language), language);
    if (language !== 'pseudo') return walk.speak(tagOf(language));
    const body = `export const words = ${JSON.stringify(pseudoWords)};`;
    await context.route(WORDS, (route) => route.fulfill({ contentType: 'text/javascript', body }));
    await walk.speak(PSEUDO_AS);
    await context.unroute(WORDS);
  };

  return {
    canSpeak,
    async choose({ language, size }) {
      if (language !== now.language) await speak(language);
      if (size !== now.size) await walk.letters(size);
      now = { language, size };
    },
  };
}
