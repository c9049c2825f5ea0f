/**
 * Languages of residents that nobody has translated yet: what is known of them without a translator. Until they have
 * words the kiosk speaks Dutch with them, or what they read instead. Refuses to hold words: days and months of the
 * Unicode tables (CLDR) wait in `locales/<tag>/dates.json`.
 */
export interface LanguageToCome {
  /** BCP 47, as in the resident's profile. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** Its name in itself. */
  readonly endonym: string;
  /** A language with the same plural forms, where browsers know none of this one. */
  readonly pluralsAs?: string;
  /** Whether the letters come with the house or from the tablet: those of Chinese are too many to send. */
  readonly letters: 'of the house' | 'of the tablet';
}

export const languagesToCome: readonly LanguageToCome[] = [
  { tag: 'kea', dir: 'ltr', endonym: 'Kriolu', pluralsAs: 'zh', letters: 'of the house' },
  { tag: 'pl', dir: 'ltr', endonym: 'Polski', letters: 'of the house' },
  { tag: 'zh', dir: 'ltr', endonym: '中文', letters: 'of the tablet' },
  { tag: 'es', dir: 'ltr', endonym: 'Español', letters: 'of the house' },
];
