// The frame for languages nobody has translated yet: what is known of them is right, and one comes in by its folder and
// its entry, through every check there is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageChoices } from '../../src/client/app/staff-residents.ts';
import { createI18n, loadWords } from '../../src/client/i18n/create-i18n.ts';
import { civilDate, formatDay, formatDayMonth } from '../../src/client/i18n/dates.ts';
import type { Words } from '../../src/client/i18n/keys.ts';
import { type Language, languages, spokenLanguage } from '../../src/client/i18n/languages.ts';
import { type LanguageToCome, languagesToCome } from '../../src/client/i18n/languages-to-come.ts';
import es from '../../src/client/i18n/locales/es/dates.json' with { type: 'json' };
import kea from '../../src/client/i18n/locales/kea/dates.json' with { type: 'json' };
import { words as dutch } from '../../src/client/i18n/locales/nl/words.ts';
import pl from '../../src/client/i18n/locales/pl/dates.json' with { type: 'json' };
import zh from '../../src/client/i18n/locales/zh/dates.json' with { type: 'json' };
import { parseLanguage } from '../../src/server/import/language.ts';
import { entries, translationDefects, writingDefects } from './word-checks.ts';

const dates: Readonly<Record<string, Readonly<Record<string, string>>>> = { es, kea, pl, zh };
const FONTS = join(import.meta.dirname, '../../src/client/styles/fonts.css');

test('Kriolu, Polish, Chinese and Spanish are to come', () => {
  expect(languagesToCome.map(({ tag, dir, endonym }) => [tag, dir, endonym])).toEqual([
    ['kea', 'ltr', 'Kriolu'],
    ['pl', 'ltr', 'Polski'],
    ['zh', 'ltr', '中文'],
    ['es', 'ltr', 'Español'],
  ]);
});

describe.each(languagesToCome)('$tag', (language) => {
  const { tag } = language;

  test('is a language somebody may have: by its name in a list, and at the desk', () => {
    const names = { kea: 'Kaapverdisch', pl: 'Pools', zh: 'Chinees', es: 'Spaans' };
    const name = Object.entries(names).find(([each]) => each === tag)?.[1] ?? '';
    expect(parseLanguage(name)).toBe(tag);
    const choices = languageChoices('nl');
    expect(choices.slice(languages.length).find(({ value }) => value === tag)?.text).toMatch(/^\p{Lu}/u);
    expect(choices.filter(({ value }) => value === tag).length).toBe(1);
  });

  test('is not spoken, and nothing is said in its name: Dutch, or what most of its speakers read', () => {
    expect(languages.some((each) => each.tag === tag)).toBe(false);
    expect(spokenLanguage(tag)).toBe(tag === 'kea' ? 'pt-PT' : null);
  });

  test('has the plural forms of the Unicode tables, by those of a language every browser knows', () => {
    const forms = (of: string) => new Intl.PluralRules(of).resolvedOptions().pluralCategories;
    expect(forms(language.pluralsAs ?? tag)).toEqual(forms(tag));
    for (let count = 0; count < 130; count += 1) {
      const form = (of: string) => new Intl.PluralRules(of).select(count);
      expect(form(language.pluralsAs ?? tag)).toBe(form(tag));
    }
  });

  test('UX 47: has the days and months of the Unicode tables in its own', async () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([tag])).toEqual([tag]);
    const { i18n, speech } = await speaking(language);
    const write = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    for (let day = 0; day < 366; day += 1) {
      const at = new Date(Date.UTC(2028, 0, 1 + day));
      const date = civilDate(at.toISOString().slice(0, 10));
      expect(formatDay(speech, date)).toBe(write({ weekday: 'long', day: 'numeric', month: 'long' }).format(at));
      expect(formatDayMonth(speech, date)).toBe(write({ day: 'numeric', month: 'long' }).format(at));
    }
    const near = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
    expect([i18n.t('dates:today'), i18n.t('dates:tomorrow')]).toEqual([0, 1].map((days) => near.format(days, 'day')));
  });

  test('comes in by its folder and its entry, through every check', async () => {
    const words = folderOf(language);
    const forms = new Intl.PluralRules(language.pluralsAs ?? tag).resolvedOptions().pluralCategories;
    expect(translationDefects({ words, source: dutch, forms })).toEqual([]);
    expect(writingDefects(words)).toEqual([]);
    const { i18n, root } = await speaking(language);
    expect(root).toEqual({ lang: tag, dir: language.dir });
    expect(i18n.t('common:today')).toBe('Vandaag*');
    for (const count of [0, 1, 2, 5, 22, 100]) {
      expect(i18n.t('activity:people', { count })).toContain(`(${new Intl.PluralRules(tag).select(count)})`);
    }
  });
});

test('every letter of every language is in a font of the house, but those that are too many to send', async () => {
  const ranges = [...readFileSync(FONTS, 'utf8').matchAll(/font-family: Kiosk;[^}]*unicode-range: ([^;]+);/g)]
    .flatMap(([, list]) => (list ?? '').split(','))
    .map((range) =>
      range
        .trim()
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16)),
    )
    .map(([from = 0, to = from]) => [from, to] as const);
  const lettersOf = (text: string) => [...text].filter((letter) => !/\s/u.test(letter));
  const missing = (text: string) =>
    lettersOf(text).filter(
      (letter) => !ranges.some(([from, to]) => letter.codePointAt(0)! >= from && letter.codePointAt(0)! <= to),
    );
  for (const { tag, endonym, welcome } of languages) {
    const words = tag === 'nl' ? dutch : await loadWords(tag);
    expect(missing([endonym, welcome, ...entries(words).map(([, text]) => text)].join('')), tag).toEqual([]);
  }
  for (const { tag, endonym, letters } of languagesToCome) {
    const text = [endonym, ...Object.values(dates[tag] ?? {})].join('');
    if (letters === 'of the house') expect(missing(text), tag).toEqual([]);
    else expect(missing(text).length, tag).toBeGreaterThan(0);
  }
});

/** What a translator would hand over: Dutch with a mark stands for words nobody has written yet. */
function folderOf({ tag, pluralsAs }: LanguageToCome): Words {
  const forms = new Intl.PluralRules(pluralsAs ?? tag).resolvedOptions().pluralCategories;
  const subjects = Object.entries(dutch as Words).map(([subject, texts]) => {
    const translated = Object.entries(texts).flatMap(([key, text]) => {
      if (key.endsWith('_one')) return [];
      if (!key.endsWith('_other')) return [[key, `${text}*`]];
      return forms.map((form) => [key.replace('other', form), `${text} (${form})`]);
    });
    const own = subject === 'dates' ? (dates[tag] ?? {}) : {};
    return [subject, { ...Object.fromEntries(translated), ...own }];
  });
  return Object.fromEntries(subjects);
}

async function speaking(language: LanguageToCome) {
  const entry: Language = {
    ...language,
    // The type knows only the languages that are there.
    tag: language.tag as Language['tag'],
    long: false,
    greetings: { morning: '*', afternoon: '*', evening: '*' },
    welcome: '*',
    yourLanguage: '*',
    load: () => Promise.resolve({ words: folderOf(language) }),
  };
  const root = { lang: '', dir: '' };
  const load = async () => (await entry.load?.())?.words ?? {};
  const i18n = createI18n({ root, load, spoken: [...languages, entry] });
  await i18n.setLanguage(entry.tag);
  return { i18n, root, speech: { t: i18n.t, language: i18n.language.value } };
}
