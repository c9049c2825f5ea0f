/**
 * The voices of the browser that need no network. Refuses a voice that would send what is on the screen elsewhere, and
 * never pauses: on Android that silences for good.
 */
import type { Timers } from '../timers.ts';
import type { SpeechEngine } from './engine.ts';
import { LONGEST_UTTERANCE, timeToSay } from './pace.ts';

export interface BrowserVoicesDeps {
  readonly synthesis: SpeechSynthesis;
  readonly newUtterance: (text: string) => SpeechSynthesisUtterance;
  readonly timers: Pick<Timers, 'after'>;
}

/** Where several voices speak a language, whose sounds the house knows best. */
const REGIONS: Readonly<Record<string, string>> = { nl: 'nl-nl', tr: 'tr-tr', en: 'en-gb', ar: 'ar-sa' };
/** Milliseconds: some browsers know their voices only a while after the page asked, without telling. */
const ASK_AGAIN = 1_500;
/** A voice that never tells it has ended is not waited for: this much longer than the words take, and 2 s to begin. */
const PATIENCE = 2;
const BEGINNING = 2_000;

/** Of 0.9 to 1.0: what makes about 150 words a minute of this voice. */
const RATES: readonly (readonly [RegExp, number])[] = [
  [/espeak/i, 0.9],
  [/google|-local$/i, 0.95],
];
const USUAL_RATE = 1;

export const rateOf = ({ name }: Pick<SpeechSynthesisVoice, 'name'>): number =>
  RATES.find(([pattern]) => pattern.test(name))?.[1] ?? USUAL_RATE;

/** At least one voice may come later; `speaks` is false until then. */
export function createBrowserVoices({ synthesis, newUtterance, timers }: BrowserVoicesDeps): SpeechEngine {
  const voiceOf = (lang: string) => bestVoice(synthesis.getVoices(), lang);
  // What an earlier page left unsaid would be said now.
  synthesis.cancel();
  return {
    speaks: (lang) => voiceOf(lang) !== null,
    canSay: ({ lang }) => voiceOf(lang) !== null,
    say({ lang, text }, { volume, signal }) {
      const voice = voiceOf(lang);
      if (voice === null) return Promise.resolve(false);
      const utterance = newUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = rateOf(voice);
      utterance.volume = volume;
      return uttered(utterance, signal, { synthesis, timers });
    },
    whenChanged(listener) {
      synthesis.addEventListener('voiceschanged', listener);
      timers.after(ASK_AGAIN, listener);
    },
  };
}

/** Exactly this language, else that of the usual region, else any region of it; null is no voice on this tablet. */
export function bestVoice(voices: readonly SpeechSynthesisVoice[], lang: string): SpeechSynthesisVoice | null {
  const wanted = tagOf(lang);
  const primary = wanted.split('-')[0] ?? '';
  const local = voices.filter((voice) => voice.localService && tagOf(voice.lang).split('-')[0] === primary);
  const ranked = [wanted, REGIONS[primary]].map((tag) => local.find((voice) => tagOf(voice.lang) === tag));
  return ranked.find((voice) => voice !== undefined) ?? local[0] ?? null;
}

/** Android writes `nl_NL`. */
const tagOf = (lang: string): string => lang.toLowerCase().replaceAll('_', '-');

function uttered(
  utterance: SpeechSynthesisUtterance,
  signal: AbortSignal,
  { synthesis, timers }: Pick<BrowserVoicesDeps, 'synthesis' | 'timers'>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const end = (said: boolean) => {
      listening.abort();
      forget();
      resolve(said);
    };
    const silence = () => {
      end(true);
      synthesis.cancel();
    };
    const longest = Math.min(LONGEST_UTTERANCE, BEGINNING + PATIENCE * timeToSay(utterance.text));
    // Holds on to the utterance too: one that nobody holds is collected, and then never ends.
    const forget = timers.after(longest, silence);
    const options = { signal: listening.signal };
    utterance.addEventListener('end', () => end(true), options);
    utterance.addEventListener('error', () => end(false), options);
    signal.addEventListener('abort', silence, options);
    synthesis.speak(utterance);
  });
}
