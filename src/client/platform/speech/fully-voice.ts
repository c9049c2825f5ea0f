/**
 * The voice of Android inside Fully Kiosk, whose browser has none of its own. The one file that knows `window.fully`'s
 * speech. It never tells when it has finished: that is reckoned from the words.
 */
import type { Timers } from '../timers.ts';
import type { SpeechEngine } from './engine.ts';
import { timeToSay, waitOrStop } from './pace.ts';

/** What is used of Fully Kiosk's interface; each may be absent. */
export interface Fully {
  readonly textToSpeech?: (text: string, locale: string) => void;
  readonly stopTextToSpeech?: () => void;
  /** 0 to 100 */
  readonly setAudioVolume?: (level: number, stream: number) => void;
  readonly getAudioVolume?: (stream: number) => number;
}

/** The sound Android speaks with; its voices have no volume of their own. */
const MUSIC = 3;

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
    async say({ lang, text }, { signal, volume }) {
      const before = fully.getAudioVolume?.(MUSIC);
      // Called on the object itself: Android refuses a method that was taken from it.
      try {
        if (before !== undefined) fully.setAudioVolume?.(Math.round(100 * volume), MUSIC);
        fully.textToSpeech?.(text, LOCALES[lang] ?? lang);
      } catch {
        return false;
      }
      const wasSaid = await waitOrStop(timers, BREATH + timeToSay(text), signal);
      if (!wasSaid) fully.stopTextToSpeech?.();
      // Whatever else sounds on this tablet, an alarm too, is as loud as the house set it.
      if (before !== undefined) fully.setAudioVolume?.(before, MUSIC);
      return true;
    },
    whenChanged: () => undefined,
  };
}
