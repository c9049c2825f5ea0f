// Our own few lines against the library that everybody knows: every sentence of every language, with every number.
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { Words } from '../../src/client/i18n/keys.ts';
import { words as ar } from '../../src/client/i18n/locales/ar/words.ts';
import { words as en } from '../../src/client/i18n/locales/en/words.ts';
import { staffWords } from '../../src/client/i18n/locales/nl/staff-words.ts';
import { words as nl } from '../../src/client/i18n/locales/nl/words.ts';
import { words as pap } from '../../src/client/i18n/locales/pap/words.ts';
import { words as pt } from '../../src/client/i18n/locales/pt-PT/words.ts';
import { words as tr } from '../../src/client/i18n/locales/tr/words.ts';
import { createPhrases } from '../../src/client/i18n/phrases.ts';

const languages: Readonly<Record<string, Words>> = { nl: { ...nl, ...staffWords }, en, tr, ar, pap, 'pt-PT': pt };
const write = (value: string) => `‹${value}›`;

const phrases = createPhrases({ sourceLanguage: 'nl', write });
for (const [tag, words] of Object.entries(languages)) phrases.learn(tag, words);
const library = createInstance();
void library.init({
  lng: 'nl',
  fallbackLng: 'nl',
  resources: languages,
  keySeparator: false,
  initAsync: false,
  interpolation: { escapeValue: true, escape: (value) => write(String(value)) },
});

const FORM = /_(zero|one|two|few|many|other)$/;
/** What stands in the gaps of any sentence; some of it tries to be a gap itself. */
const valuesFor = (subject: string, base: string) => {
  const forms = Object.values(languages).flatMap((words) =>
    Object.entries(words[subject] ?? {}).flatMap(([name, text]) => (name.replace(FORM, '') === base ? [text] : [])),
  );
  const gaps = [...forms.join().matchAll(/\{\{\s*(\w+)/g)];
  return Object.fromEntries(gaps.map(([, name = ''], n) => [name, `${name} & $1 {{x}} ${n}`]));
};

describe('a sentence is what the library makes of it', () => {
  // Also the Dutch keys that another language lacks: the staff side's.
  test.each(Object.keys(languages))('in %s', (tag) => {
    let said = 0;
    for (const words of [languages[tag]!, languages.nl!])
      for (const [subject, texts] of Object.entries(words))
        for (const name of Object.keys(texts)) {
          const base = name.replace(FORM, '');
          const key = `${subject}:${base}`;
          const values = valuesFor(subject, base);
          for (const count of FORM.test(name) ? [0, 1, 2, 3, 10, 11, 99, 100, 101, 1_000_000] : [undefined]) {
            const given = count === undefined ? values : { ...values, count };
            expect(phrases.say(tag, key, given)).toBe(library.t(key, { ...given, lng: tag }));
            said += 1;
          }
        }
    expect(said).toBeGreaterThan(300);
  });
});

test('a gap that was forgotten is seen, and a key without words is said as it is', () => {
  const few = createPhrases({ sourceLanguage: 'nl', write: (value) => value });
  few.learn('nl', { day: { hello: 'Dag {{name}}!' } });
  expect(few.say('nl', 'day:hello')).toBe('Dag {{name}}!');
  expect(few.say('tr', 'day:hello', { name: 'Ans' })).toBe('Dag Ans!');
  expect(few.say('nl', 'day:bye')).toBe('day:bye');
  expect([few.knows('nl'), few.knows('tr')]).toEqual([true, false]);
});

test('what is learned later is added to what is known', () => {
  const few = createPhrases({ sourceLanguage: 'nl', write: (value) => value });
  few.learn('nl', { day: { one: 'een' } });
  few.learn('nl', { day: { two: 'twee' } });
  expect([few.say('nl', 'day:one'), few.say('nl', 'day:two')]).toEqual(['een', 'twee']);
});
