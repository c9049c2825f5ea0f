/**
 * Voices for a browser that has none, and an ear that hears all of it. Refuses to know what should be said. A voice says
 * a piece in a second of the page's own time, and then tells that it has ended, as most browsers do.
 */
import type { BrowserContext, Page } from '@playwright/test';

/** A voice of the tablet for every language of the house, and one of the network, which may never be heard. */
export const EVERY_VOICE = ['nl-NL', 'tr_TR', 'ar-EG', 'pap-CW', 'pt-PT', 'en-GB'] as const;

export interface Heard {
  readonly text: string;
  /** BCP 47, of the voice. */
  readonly lang: string;
  readonly local: boolean;
  readonly volume: number;
  readonly rate: number;
}

interface Ear extends Window {
  heard: Heard[];
  silenced: number;
  voicesArrive: () => void;
}

export interface VoicesGiven {
  readonly langs: readonly string[];
  /** Not there until `letVoicesArrive`. */
  readonly late: boolean;
  /** They never tell that they have ended. */
  readonly endless?: boolean;
}

/** Every language, and so slowly that there is time to look while it reads. */
export const SLOW_VOICES: VoicesGiven = { langs: EVERY_VOICE, late: false, endless: true };

export const giveVoices = (context: BrowserContext, given: VoicesGiven): Promise<unknown> =>
  context.addInitScript(installVoices, given);

/** Everything that was begun, in order. */
export const heardOn = (page: Page): Promise<readonly Heard[]> => page.evaluate(() => (window as unknown as Ear).heard);

/** How often the voice was told to be silent. */
export const silencedOn = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as Ear).silenced);

export const letVoicesArrive = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Ear).voicesArrive());

/** Runs in the page. */
function installVoices({ endless = false, langs, late }: VoicesGiven): void {
  const ear = window as unknown as Ear;
  ear.heard = [];
  ear.silenced = 0;
  const voices = langs.flatMap((lang) => [
    { name: `${lang}-network`, lang, localService: false, default: false, voiceURI: lang },
    { name: `${lang}-local`, lang, localService: true, default: false, voiceURI: lang },
  ]);
  class Utterance extends EventTarget {
    voice: SpeechSynthesisVoice | null = null;
    lang = '';
    rate = 1;
    volume = 1;
    readonly text: string;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  class Synthesis extends EventTarget {
    arrived = !late;
    now: { readonly utterance: Utterance; readonly timer: ReturnType<typeof setTimeout> } | null = null;
    getVoices = () => (this.arrived ? voices : []);
    speak(utterance: Utterance) {
      const { text, voice, volume, rate } = utterance;
      if (this.now !== null) throw new Error('two voices at once');
      ear.heard.push({ text, lang: voice?.lang ?? '', local: voice?.localService ?? false, volume, rate });
      const timer = setTimeout(() => {
        if (endless) return;
        this.now = null;
        utterance.dispatchEvent(new Event('end'));
      }, 1_000);
      this.now = { utterance, timer };
    }
    cancel() {
      if (this.now === null) return;
      const { timer, utterance } = this.now;
      clearTimeout(timer);
      this.now = null;
      ear.silenced += 1;
      utterance.dispatchEvent(new Event('error'));
    }
  }
  const synthesis = new Synthesis();
  ear.voicesArrive = () => {
    synthesis.arrived = true;
    synthesis.dispatchEvent(new Event('voiceschanged'));
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
}
