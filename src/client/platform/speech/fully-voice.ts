/**
 * The voice of Android inside Fully Kiosk, whose browser has none of its own. The one file that knows `window.fully`'s
 * speech. It never tells when it has finished: that is reckoned from the words.
 */
import type { Timers } from '../timers.ts';
import type { SpeechEngine } from './engine.ts';
import { timeToSay, waitOrStop } from './pace.ts';

/** What is used of Fully Kiosk's interface; each may be absent. */
export interface Fully {
  readonly textToSpeech?: (text: string, locale: string, engine: string, queue: boolean) => void;
  readonly stopTextToSpeech?: () => void;
}

/** Android has these on the tablet itself once they were downloaded (the install guide says so). */
const LOCALES: Readonly<Record<string, string>> = {
  nl: 'nl_NL',
  tr: 'tr_TR',
  ar: 'ar',
  'pt-PT': 'pt_PT',
  en: 'en_GB',
};
/** Milliseconds before the voice begins. */
const BREATH = 400;

/** Null outside Fully Kiosk, or where its speech was switched off. */
export function createFullyVoice(fully: Fully | undefined, timers: Pick<Timers, 'after'>): SpeechEngine | null {
  if (typeof fully?.textToSpeech !== 'function') return null;
  const speaks = (lang: string) => Object.hasOwn(LOCALES, lang);
  return {
    speaks,
    canSay: ({ lang }) => speaks(lang),
    async say({ lang, text }, { signal }) {
      // Called on the object itself: Android refuses a method that was taken from it.
      try {
        fully.textToSpeech?.(text, LOCALES[lang] ?? lang, '', false);
      } catch {
        return false;
      }
      const wasSaid = await waitOrStop(timers, BREATH + timeToSay(text), signal);
      if (!wasSaid) fully.stopTextToSpeech?.();
      return true;
    },
    whenChanged: () => undefined,
  };
}
