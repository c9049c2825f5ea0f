// The words of the kiosk: complete in every language, short, and all of them used (UX requirements 44 to 46).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadWords } from '../../src/client/i18n/create-i18n.ts';
import type { Words } from '../../src/client/i18n/keys.ts';
import { type LanguageTag, languages } from '../../src/client/i18n/languages.ts';
import { words as dutch } from '../../src/client/i18n/locales/nl/words.ts';
import { pseudoText } from './pseudo.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const CLIENT = join(import.meta.dirname, '../../src/client');
const spoken: readonly (readonly [LanguageTag, Words])[] = await Promise.all(
  languages.map(async ({ tag }) => [tag, tag === 'nl' ? dutch : await loadWords(tag)] as const),
);
const others = spoken.filter(([tag]) => tag !== 'nl');

describe.each(others)('%s', (_tag, words) => {
  test('UX 46: has exactly the words of the Dutch source', () => {
    expect(keysOf(words)).toEqual(keysOf(dutch));
  });

  test('fills in the same places', () => {
    for (const [key, text] of entries(words)) {
      const source = textsOf(dutch, key.replace(PLURAL, '')).flatMap(places);
      const own = places(text);
      // "Eén stoel" may leave its number out; nothing may be filled in that is not given.
      for (const place of own) expect(source, `${key}: {{${place}}}`).toContain(place);
      if (!PLURAL.test(key)) expect(new Set(own), key).toEqual(new Set(source));
    }
  });
});

test.each(spoken)('UX 46: %s has every plural form its language has, and no other', (tag, words) => {
  const forms = [...new Intl.PluralRules(tag === 'pap' ? 'en' : tag).resolvedOptions().pluralCategories].sort();
  const counted = new Set(entries(words).flatMap(([key]) => (PLURAL.test(key) ? [key.replace(PLURAL, '')] : [])));
  expect(counted.size).toBeGreaterThan(4);
  for (const key of counted) {
    const own = entries(words).flatMap(([each]) =>
      each.replace(PLURAL, '') === key ? (PLURAL.exec(each)?.[1] ?? []) : [],
    );
    expect(own.sort(), key).toEqual(forms);
  }
});

describe.each(spoken)('in %s', (_tag, words) => {
  test('UX 44: every sentence has at most 12 words and one comma', () => {
    for (const [key, text] of entries(words)) {
      for (const sentence of text.split(/[.!?؟]+/)) {
        expect(sentence.trim().split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(12);
        expect(sentence.match(/[,،]/g)?.length ?? 0, `${key}: ${sentence}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test('nothing is empty, shouted or a picture letter', () => {
    for (const [key, text] of entries(words)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(text, key).not.toMatch(/\p{Extended_Pictographic}/u);
      expect(text.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/\p{Lu}{3}/u);
    }
  });

  test('bold is the only markup, and it closes', () => {
    for (const [key, text] of entries(words)) {
      expect(text.replace(/<b>[^<]+<\/b>/g, ''), key).not.toMatch(/[<>]/);
    }
  });
});

describe('Dutch', () => {
  const texts = entries(dutch);

  test('knows no abbreviations', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toMatch(
        /\b(bijv|m\.u\.v|i\.v\.m|max|min|t\/m|evt|nr|tel|o\.a|d\.w\.z|mevr|dhr|incl|excl)\./i,
      );
    }
  });

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

  test('begins a button with "Ik", with a verb, or with a word of the glossary', () => {
    const verbs = ['Zet', 'Raak', 'Bel', 'Kies', 'Houd'];
    const glossary = ['Toch niet', 'Toch wel', 'Klaar', 'Later', 'Volgende', 'Terug', 'Meer', 'Ja, ik ben er nog'];
    const buttons = [
      'activity:join',
      'activity:toList',
      'activity:undo',
      'activity:again',
      'activity:bring',
      'mine:know',
      'common:done',
      'common:later',
      'common:next',
      'common:back',
      'common:more',
      'still:yes',
    ];
    for (const key of buttons) {
      const [text = ''] = textsOf(dutch, key);
      const first = text.split(' ')[0] ?? '';
      expect(first === 'Ik' || verbs.includes(first) || glossary.includes(text), `${key}: ${text}`).toBe(true);
    }
  });
});

test('every word is used, and only words that exist are used', () => {
  const used = usedKeys();
  const known = [...new Set(entries(dutch).map(([key]) => key.replace(PLURAL, '')))];
  expect(known.filter((key) => !used.exact.has(key) && !used.starts.some((start) => key.startsWith(start)))).toEqual(
    [],
  );
  const subjects = Object.keys(dutch);
  const missing = [...used.exact].filter((key) => subjects.includes(key.split(':')[0] ?? '') && !known.includes(key));
  expect(missing).toEqual([]);
});

test('the longer test language keeps what is filled in, and is longer', () => {
  expect(pseudoText('nog {{count}} stoelen')).toMatch(/^nog \{\{count\}\} stoelen .+/);
  expect(pseudoText('Vandaag').length).toBeGreaterThanOrEqual('Vandaag'.length * 1.3);
});

function entries(words: Words): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([subject, texts]) =>
    Object.entries(texts).map(([key, text]) => [`${subject}:${key}`, text] as const),
  );
}

function keysOf(words: Words): readonly string[] {
  return [...new Set(entries(words).map(([key]) => key.replace(PLURAL, '')))].sort();
}

function textsOf(words: Words, key: string): readonly string[] {
  return entries(words).flatMap(([each, text]) => (each.replace(PLURAL, '') === key ? [text] : []));
}

function places(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);
}

/** Keys written out in the source, and the starts of those that are put together there. */
function usedKeys(): { readonly exact: ReadonlySet<string>; readonly starts: readonly string[] } {
  const source = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('locales'))
    .map((path) => readFileSync(join(CLIENT, path), 'utf8'))
    .join('\n');
  const exact = [...source.matchAll(/['`]([a-z]+:[A-Za-z0-9]+)['`]/g)].map(([, key]) => key!);
  const put = [...source.matchAll(/`([a-z]+:[A-Za-z0-9]*)\$\{[^}]+\}(\w*)`/g)].map(([, start]) => start!);
  return { exact: new Set(exact), starts: put };
}
