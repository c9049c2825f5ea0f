/** The names of all words, taken from the Dutch source: a key that does not exist does not compile. */
import type { words } from './locales/nl/words.ts';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Base<K> = K extends `${infer B}_${Plural}` ? B : K;

export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type Subject = keyof typeof words;
export type Key = { [S in Subject]: `${S}:${Base<keyof (typeof words)[S]> & string}` }[Subject];
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: Key, values?: Values) => string;
