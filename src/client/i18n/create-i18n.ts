/** Speaks the languages of the house: Dutch is there at once, the others come when chosen. Formats nothing itself. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { createInstance } from 'i18next';
import type { Key, Translate, Values, Words } from './keys.ts';
import { type Language, type LanguageTag, languages, sourceLanguage } from './languages.ts';
import { firstWords } from './locales/nl/first-words.ts';

export interface I18n {
  readonly language: ReadonlySignal<Language>;
  /** Reads the language as a signal: a screen or a computed that calls it is drawn again when the language changes. */
  readonly t: Translate;
  /** Resolves when the words are shown. Rejects when they could not be fetched; the language then stays as it was. */
  readonly setLanguage: (tag: LanguageTag) => Promise<void>;
  /** More of the Dutch words, before anything is drawn that says them. */
  readonly learn: (words: Words) => void;
}

export interface I18nDeps {
  readonly root: { lang: string; dir: string };
  /** Fetches the words of a language that is not there yet. */
  readonly load: (tag: Exclude<LanguageTag, 'nl'>) => Promise<Words>;
  /** All that can be chosen. */
  readonly spoken?: readonly Language[];
}

export function createI18n({ root, load, spoken = languages }: I18nDeps): I18n {
  const engine = createInstance();
  const chosen = signal<Language>(languageOf(sourceLanguage, spoken));
  let wanted: LanguageTag = sourceLanguage;
  void engine.init({
    lng: sourceLanguage,
    fallbackLng: sourceLanguage,
    resources: { [sourceLanguage]: firstWords },
    keySeparator: false,
    initAsync: false,
    // A word that was left empty is one that is missing: Dutch is better than nothing.
    returnEmptyString: false,
    interpolation: { escapeValue: true, escape: (value) => isolated(String(value), chosen.peek()) },
  });
  countAsTold(engine.services.pluralResolver, spoken);
  mark(root, chosen.peek());

  const t = (key: Key, values?: Values) => engine.t(key, { ...values, lng: chosen.value.tag });

  return {
    language: computed(() => chosen.value),
    t,
    learn(words) {
      for (const [subject, texts] of Object.entries(words)) engine.addResourceBundle(sourceLanguage, subject, texts);
    },
    async setLanguage(tag) {
      wanted = tag;
      if (tag !== 'nl' && !engine.hasResourceBundle(tag, 'common')) {
        for (const [subject, words] of Object.entries(await load(tag))) engine.addResourceBundle(tag, subject, words);
      }
      // Whoever chose last wins, also when an earlier language arrives later.
      if (wanted !== tag) return;
      chosen.value = languageOf(tag, spoken);
      mark(root, chosen.value);
    },
  };
}

/** The words of one language. Rejects when they cannot be fetched now. */
export async function loadWords(tag: Exclude<LanguageTag, 'nl'>): Promise<Words> {
  const { load } = languageOf(tag, languages);
  if (load === null) throw new Error(`${tag} is there from the start`);
  return (await load()).words;
}

function languageOf(tag: LanguageTag, spoken: readonly Language[]): Language {
  const found = spoken.find((language) => language.tag === tag);
  if (found === undefined) throw new Error(`No such language: ${tag}`);
  return found;
}

interface PluralResolver {
  getRule: (tag: string, options?: object) => Intl.PluralRules;
}

/** Browsers take the rules of the tablet's own language, whatever it is, for one they do not know. */
function countAsTold(resolver: PluralResolver, spoken: readonly Language[]): void {
  const rulesOf = resolver.getRule.bind(resolver);
  resolver.getRule = (tag, options) => rulesOf(spoken.find((each) => each.tag === tag)?.pluralsAs ?? tag, options);
}

function mark(root: I18nDeps['root'], language: Language): void {
  root.lang = language.tag;
  root.dir = language.dir;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** A name, a room or a time keeps its own direction inside the sentence; plain Dutch stays plain text. */
function isolated(value: string, language: Language): string {
  const needed = language.dir === 'rtl' || RIGHT_TO_LEFT.test(value);
  return needed ? `${isolateFor(value, language)}${value}${POP_DIRECTIONAL_ISOLATE}` : value;
}

/** A value with isolates was put together here, in the language; by its first strong letter these would be passed over. */
function isolateFor(value: string, { dir }: Language): string {
  if (!value.includes(POP_DIRECTIONAL_ISOLATE)) return FIRST_STRONG_ISOLATE;
  return dir === 'rtl' ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE;
}
