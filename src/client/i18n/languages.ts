/** The languages of the house with their own names; adding one is a line here and a folder of words. */
export type LanguageTag = 'nl' | 'tr' | 'ar' | 'pap' | 'pt-PT' | 'en';

export interface Language {
  /** BCP 47 */
  readonly tag: LanguageTag;
  readonly dir: 'ltr' | 'rtl';
  readonly endonym: string;
  /** Its words are long: the bar grows and labels break (README of the pictures: "Fits"). */
  readonly long: boolean;
  readonly greetings: Readonly<Record<'morning' | 'afternoon' | 'evening', string>>;
  /** A word of welcome for the rest screen. */
  readonly welcome: string;
  /** "Your language", for who cannot read the language that is on. */
  readonly yourLanguage: string;
}

export const sourceLanguage: LanguageTag = 'nl';

export const languages: readonly Language[] = [
  {
    tag: 'nl',
    dir: 'ltr',
    endonym: 'Nederlands',
    long: false,
    greetings: { morning: 'Goedemorgen', afternoon: 'Goedemiddag', evening: 'Goedenavond' },
    welcome: 'Welkom',
    yourLanguage: 'Uw taal',
  },
  {
    tag: 'tr',
    dir: 'ltr',
    endonym: 'Türkçe',
    long: true,
    greetings: { morning: 'Günaydın', afternoon: 'İyi günler', evening: 'İyi akşamlar' },
    welcome: 'Hoş geldiniz',
    yourLanguage: 'Diliniz',
  },
  {
    tag: 'ar',
    dir: 'rtl',
    endonym: 'العربية',
    long: false,
    greetings: { morning: 'صباح الخير', afternoon: 'مساء الخير', evening: 'مساء الخير' },
    welcome: 'مرحبا',
    yourLanguage: 'لغتك',
  },
  {
    tag: 'pap',
    dir: 'ltr',
    endonym: 'Papiamentu',
    long: true,
    greetings: { morning: 'Bon dia', afternoon: 'Bon tardi', evening: 'Bon nochi' },
    welcome: 'Bon bini',
    yourLanguage: 'Bo idioma',
  },
  {
    tag: 'pt-PT',
    dir: 'ltr',
    endonym: 'Português',
    long: true,
    greetings: { morning: 'Bom dia', afternoon: 'Boa tarde', evening: 'Boa noite' },
    welcome: 'Bem-vindo',
    yourLanguage: 'A sua língua',
  },
  {
    tag: 'en',
    dir: 'ltr',
    endonym: 'English',
    long: false,
    greetings: { morning: 'Good morning', afternoon: 'Good afternoon', evening: 'Good evening' },
    welcome: 'Welcome',
    yourLanguage: 'Your language',
  },
];

/** The kiosk's language for a resident's, or null when the house does not speak it: `tr-TR` is `tr`, `pt` is `pt-PT`. */
export function spokenLanguage(tag: string): LanguageTag | null {
  const wanted = tag.toLowerCase();
  const exact = languages.find((language) => language.tag.toLowerCase() === wanted);
  const related = languages.find((language) => primary(language.tag) === primary(wanted));
  return (exact ?? related)?.tag ?? null;
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
