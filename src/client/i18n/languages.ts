/** The languages the screens speak, with their own names; adding one is an entry here and a folder of words. */
import type { Words } from './keys.ts';

interface Line {
  /** BCP 47 */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly endonym: string;
  /** Its words are long: the bar grows and labels break (README of the pictures: "Fits"). */
  readonly long: boolean;
  readonly greetings: Readonly<Record<'morning' | 'afternoon' | 'evening', string>>;
  /** A word of welcome for the rest screen. */
  readonly welcome: string;
  /** "Your language", for who cannot read the language that is on. */
  readonly yourLanguage: string;
  /** A language with the same plural forms, for browsers that know none of this one and would take the tablet's. */
  readonly pluralsAs?: string;
  /** A file of the build of its own, so that Dutch does not wait for the others; none for what is there at once. */
  readonly load: (() => Promise<{ readonly words: Words }>) | null;
}

const lines = [
  {
    tag: 'nl',
    dir: 'ltr',
    endonym: 'Nederlands',
    long: false,
    greetings: { morning: 'Goedemorgen', afternoon: 'Goedemiddag', evening: 'Goedenavond' },
    welcome: 'Welkom',
    yourLanguage: 'Uw taal',
    load: null,
  },
  {
    tag: 'tr',
    dir: 'ltr',
    endonym: 'Türkçe',
    long: true,
    greetings: { morning: 'Günaydın', afternoon: 'İyi günler', evening: 'İyi akşamlar' },
    welcome: 'Hoş geldiniz',
    yourLanguage: 'Diliniz',
    load: () => import('./locales/tr/words.ts'),
  },
  {
    tag: 'ar',
    dir: 'rtl',
    endonym: 'العربية',
    long: false,
    greetings: { morning: 'صباح الخير', afternoon: 'مساء الخير', evening: 'مساء الخير' },
    welcome: 'مرحبا',
    yourLanguage: 'لغتك',
    load: () => import('./locales/ar/words.ts'),
  },
  {
    tag: 'pap',
    dir: 'ltr',
    endonym: 'Papiamentu',
    long: true,
    greetings: { morning: 'Bon dia', afternoon: 'Bon tardi', evening: 'Bon nochi' },
    welcome: 'Bon bini',
    yourLanguage: 'Bo idioma',
    pluralsAs: 'en',
    load: () => import('./locales/pap/words.ts'),
  },
  {
    tag: 'pt-PT',
    dir: 'ltr',
    endonym: 'Português',
    long: true,
    greetings: { morning: 'Bom dia', afternoon: 'Boa tarde', evening: 'Boa noite' },
    welcome: 'Bem-vindo',
    yourLanguage: 'A sua língua',
    load: () => import('./locales/pt-PT/words.ts'),
  },
  {
    tag: 'en',
    dir: 'ltr',
    endonym: 'English',
    long: false,
    greetings: { morning: 'Good morning', afternoon: 'Good afternoon', evening: 'Good evening' },
    welcome: 'Welcome',
    yourLanguage: 'Your language',
    load: () => import('./locales/en/words.ts'),
  },
] as const satisfies readonly Line[];

export type LanguageTag = (typeof lines)[number]['tag'];

export interface Language extends Line {
  readonly tag: LanguageTag;
}

export const languages: readonly Language[] = lines;

export const sourceLanguage: LanguageTag = 'nl';

/** What most people learned to read whose own language has no words here yet. */
const readInstead: Readonly<Record<string, LanguageTag>> = { kea: 'pt-PT' };

/** The kiosk's language for a resident's, or null when the house does not speak it: `tr-TR` is `tr`, `pt` is `pt-PT`. */
export const spokenLanguage = (tag: string): LanguageTag | null => spokenAs(tag) ?? readInstead[primary(tag)] ?? null;

function spokenAs(tag: string): LanguageTag | null {
  const wanted = tag.toLowerCase();
  const exact = languages.find((language) => language.tag.toLowerCase() === wanted);
  const related = languages.find((language) => primary(language.tag) === primary(wanted));
  return (exact ?? related)?.tag ?? null;
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
