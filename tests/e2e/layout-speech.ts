/**
 * Lends a language of the kiosk the words of the pseudo language, and keeps which words a page has. Refuses to choose a
 * language for anybody.
 */
import type { BrowserContext } from '@playwright/test';
import type { Words } from '../../src/client/i18n/keys.ts';
import { words as dutch } from '../../src/client/i18n/locales/nl/words.ts';
import { pseudoText } from '../i18n/pseudo.ts';
import type { Look } from './layout-matrix.ts';
import type { Remote } from './layout-remote.ts';

export const pseudoWords: Words = Object.fromEntries(
  Object.entries(dutch).map(([subject, words]) => [
    subject,
    Object.fromEntries(Object.entries(words).map(([key, text]) => [key, pseudoText(text)])),
  ]),
);

type Spoken = Pick<Look, 'language' | 'tag'>;

export interface Speech {
  /** A page that has loaded the words of one language never loads others for it. */
  readonly knows: (look: Spoken) => boolean;
  /** Fetches the words of all these looks, as far as one page can know them, and speaks Dutch again. */
  readonly learn: (looks: readonly Spoken[]) => Promise<void>;
}

const WORDS = '**/words-*.js';
const PSEUDO = `export const words = ${JSON.stringify(pseudoWords)};`;

/** Of a page that has just been loaded. */
export function createSpeech(context: BrowserContext, remote: Pick<Remote, 'speak'>): Speech {
  const known = new Map<string, Look['language']>([['nl', 'nl']]);
  return {
    knows: ({ language, tag }) => known.get(tag) === language,
    async learn(looks) {
      for (const { language, tag } of looks) {
        if (known.has(tag)) continue;
        known.set(tag, language);
        if (language === 'pseudo')
          await context.route(WORDS, (route) => route.fulfill({ contentType: 'text/javascript', body: PSEUDO }));
        await remote.speak(tag);
        if (language === 'pseudo') await context.unroute(WORDS);
      }
      await remote.speak('nl');
    },
  };
}
