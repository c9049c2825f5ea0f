// The words of the kiosk: complete in every language, short, and all of them used (UX requirements 44 to 46).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadWords } from '../../src/client/i18n/create-i18n.ts';
import type { Words } from '../../src/client/i18n/keys.ts';
import { type Language, languages } from '../../src/client/i18n/languages.ts';
import { words as dutch } from '../../src/client/i18n/locales/nl/words.ts';
import { pseudoText } from './pseudo.ts';
import {
  countedIn,
  entries,
  pluralDefects,
  textsOf,
  translationDefects,
  usageDefects,
  writingDefects,
} from './word-checks.ts';

const LOCALES = join(import.meta.dirname, '../../src/client/i18n/locales');
const CLIENT = join(import.meta.dirname, '../../src/client');
const spoken: readonly (readonly [tag: string, Words, Language])[] = await Promise.all(
  languages.map(async (each) => [each.tag, each.tag === 'nl' ? dutch : await loadWords(each.tag), each] as const),
);
const formsOf = ({ pluralsAs, tag }: Language) =>
  new Intl.PluralRules(pluralsAs ?? tag).resolvedOptions().pluralCategories;

test.each(spoken.filter(([tag]) => tag !== 'nl'))(
  'UX 46: %s has exactly the words of the Dutch source, fills in the same, and has the plural forms of its language',
  (_tag, words, language) => {
    expect(translationDefects({ words, source: dutch, forms: formsOf(language) })).toEqual([]);
  },
);

test.each(spoken)(
  'UX 44: in %s every sentence has at most 12 words and one comma, and nothing is abbreviated',
  (_, words) => {
    expect(writingDefects(words)).toEqual([]);
  },
);

test('UX 46: Dutch has its plural forms, and counts more than one thing', () => {
  expect(pluralDefects(dutch, ['one', 'other'])).toEqual([]);
  expect(countedIn(dutch).size).toBeGreaterThan(4);
});

test.each(spoken)('%s has one file for each subject, named after it', (tag, words) => {
  const files = readdirSync(join(LOCALES, tag)).filter((file) => file.endsWith('.json') && !file.startsWith('staff-'));
  expect(files.sort()).toEqual(
    Object.keys(words)
      .map((subject) => `${subject}.json`)
      .sort(),
  );
});

describe('Dutch', () => {
  const texts = entries(dutch);

  test('UX 45: says u, and says who does something', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toMatch(/\b(jij|je|jou|jouw|jullie)\b/i);
      expect(text, key).not.toMatch(/\b(wordt|worden)\b/i);
    }
  });

  test('has the same word for the same thing', () => {
    const meant = {
      'activity:join': 'Ik doe mee',
      'activity:joined': 'U doet mee',
      'activity:undo': 'Toch niet',
      'common:done': 'Klaar',
      'activity:full': 'Vol',
      'activity:toList': 'Zet mij op de lijst',
      'activity:cancelled': 'Gaat niet door.',
    };
    for (const [key, text] of Object.entries(meant)) expect(textsOf(dutch, key)).toEqual([text]);
    for (const [key, text] of texts) expect(text, key).not.toMatch(/annuleer|inschrij|registreer|bevestig|deelnemen/i);
  });
});

test('every word is used, and only words that exist are used', () => {
  const code = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('locales'))
    .map((path) => readFileSync(join(CLIENT, path), 'utf8'))
    .join('\n');
  expect(usageDefects(dutch, code)).toEqual([]);
});

test('the longer test language keeps what is filled in, and is longer', () => {
  expect(pseudoText('nog {{count}} stoelen')).toMatch(/^nog \{\{count\}\} stoelen .+/);
  expect(pseudoText('Vandaag').length).toBeGreaterThanOrEqual('Vandaag'.length * 1.3);
});
