/** What can say words aloud, and which of several ways says these. Refuses to know what is on the screen. */

/** Words to be said in one go: at most twelve of them (UX requirement 50). */
export interface Words {
  readonly text: string;
  /** BCP 47: the language of the words, not of the screen. */
  readonly lang: string;
}

export interface Saying {
  /** 0 to 1 */
  readonly volume: number;
  /** Silence at once. */
  readonly signal: AbortSignal;
}

export interface SpeechEngine {
  /** Whether anything can be said in this language without the network. */
  readonly speaks: (lang: string) => boolean;
  readonly canSay: (words: Words) => boolean;
  /** Resolves when it was said or silenced; false when it could not be said after all. Never rejects. */
  readonly say: (words: Words, saying: Saying) => Promise<boolean>;
  /** More or fewer languages than before. */
  readonly whenChanged: (listener: () => void) => void;
}

/** One voice out of many: the first engine that can say it does, and the next when that one fails. */
export function createVoice(engines: readonly SpeechEngine[]): SpeechEngine {
  return {
    speaks: (lang) => engines.some((engine) => engine.speaks(lang)),
    canSay: (words) => engines.some((engine) => engine.canSay(words)),
    async say(words, saying) {
      for (const engine of engines) {
        if (saying.signal.aborted) return true;
        if (engine.canSay(words) && (await engine.say(words, saying))) return true;
      }
      return false;
    },
    whenChanged(listener) {
      for (const engine of engines) engine.whenChanged(listener);
    },
  };
}
