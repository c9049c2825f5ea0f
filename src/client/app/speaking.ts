/**
 * Which language the screen speaks: Dutch, the one of whoever said who they are, or the one chosen by hand, which stays
 * until nobody is there. Refuses to know where the words come from.
 */
import type { I18n } from '../i18n/create-i18n.ts';
import { type LanguageTag, sourceLanguage, spokenLanguage } from '../i18n/languages.ts';

export interface Speaking {
  /** Of people who said who they are, as their profiles have it (BCP 47): what all of them speak, else Dutch. */
  readonly follow: (languages: readonly string[]) => void;
  readonly choose: (tag: string) => void;
  /** Who stood there has finished: a language that came with them goes with them. */
  readonly finish: () => void;
  readonly reset: () => void;
}

export function createSpeaking(i18n: I18n): Speaking {
  let byHand = false;
  const speak = (tag: LanguageTag) => {
    // Words that cannot be fetched now leave the language as it was.
    i18n.setLanguage(tag).catch(() => undefined);
  };
  const reset = () => {
    byHand = false;
    speak(sourceLanguage);
  };
  return {
    follow(languages) {
      if (byHand) return;
      const [tag, ...others] = new Set(languages.map(spokenLanguage));
      speak(tag === undefined || tag === null || others.length > 0 ? sourceLanguage : tag);
    },
    choose(tag) {
      const spoken = spokenLanguage(tag);
      if (spoken === null) return;
      byHand = true;
      speak(spoken);
    },
    finish() {
      if (!byHand) speak(sourceLanguage);
    },
    reset,
  };
}
