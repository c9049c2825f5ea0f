/** The words of the staff side, which speaks Dutch only, beside those for days and months. Formats nothing itself. */
import { createInstance } from 'i18next';
import type { Key, Values } from './keys.ts';
import { type Language, languages, sourceLanguage } from './languages.ts';
import { staffWords } from './locales/nl/staff-words.ts';
import { words as dutch } from './locales/nl/words.ts';

type Plural = 'one' | 'other';
type Base<K> = K extends `${infer B}_${Plural}` ? B : K;
type StaffSubject = keyof typeof staffWords;
export type StaffKey = {
  [S in StaffSubject]: `${S}:${Base<keyof (typeof staffWords)[S]> & string}`;
}[StaffSubject];
export type StaffTranslate = (key: StaffKey | Key, values?: Values) => string;

export interface StaffSpeech {
  readonly t: StaffTranslate;
  readonly language: Language;
}

export function createStaffSpeech(root: { lang: string; dir: string }): StaffSpeech {
  const engine = createInstance();
  void engine.init({
    lng: sourceLanguage,
    resources: { [sourceLanguage]: { ...dutch, ...staffWords } },
    keySeparator: false,
    initAsync: false,
    // What is filled in becomes text, never markup: the screens see to that.
    interpolation: { escapeValue: false },
  });
  root.lang = sourceLanguage;
  root.dir = 'ltr';
  const language = languages.find(({ tag }) => tag === sourceLanguage);
  if (language === undefined) throw new Error('the source language is not among the languages');
  return { t: (key, values) => engine.t(key, { ...values }), language };
}
