/**
 * Finds the words for a key: in the language asked for, else in the house's own; in the form the number asks for; with
 * what belongs in their gaps. Refuses to fetch any words, and to know which language is chosen.
 */
import type { Values, Words } from './keys.ts';

export interface Phrases {
  readonly learn: (tag: string, words: Words) => void;
  readonly knows: (tag: string) => boolean;
  /** `key` is `subject:name`. A key without words is said as it is: somebody will see it. */
  readonly say: (tag: string, key: string, values?: Values) => string;
}

export interface PhrasesDeps {
  readonly sourceLanguage: string;
  /** What is written into a gap. */
  readonly write: (value: string) => string;
}

const GAP = /\{\{\s*(\w+)\s*\}\}/g;

export function createPhrases({ sourceLanguage, write }: PhrasesDeps): Phrases {
  const known = new Map<string, Map<string, string>>();
  const rules = new Map<string, Intl.PluralRules>();

  const formOf = (tag: string, count: number): string => {
    const rule = rules.get(tag) ?? new Intl.PluralRules(tag);
    rules.set(tag, rule);
    return rule.select(count);
  };
  /** None is said in its own way where a language has one, also in languages whose rules do not ask for it. */
  const formsOf = (tag: string, count: string | number | undefined): readonly string[] => {
    if (typeof count !== 'number') return [''];
    return [...(count === 0 ? ['_zero'] : []), `_${formOf(tag, count)}`, ''];
  };
  const find = (tag: string, key: string, values: Values): string | undefined => {
    const words = known.get(tag);
    for (const form of formsOf(tag, values.count)) {
      const found = words?.get(key + form);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    learn(tag, words) {
      const all = known.get(tag) ?? new Map<string, string>();
      for (const [subject, texts] of Object.entries(words))
        for (const [name, text] of Object.entries(texts)) all.set(`${subject}:${name}`, text);
      known.set(tag, all);
    },
    knows: (tag) => known.has(tag),
    say(tag, key, values = {}) {
      const text = find(tag, key, values) ?? find(sourceLanguage, key, values) ?? key;
      // A gap that was forgotten is left for somebody to see.
      return text.replace(GAP, (gap, name: string) => (name in values ? write(String(values[name])) : gap));
    },
  };
}
