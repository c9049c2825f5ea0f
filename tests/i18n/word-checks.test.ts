// Each check of the words bites: on a sample that is whole it says nothing, on one that is broken what is wrong with it.
import { describe, expect, test } from 'vitest';
import type { Words } from '../../src/client/i18n/keys.ts';
import { translationDefects, usageDefects, writingDefects } from './word-checks.ts';

const source: Words = {
  day: { title: 'Vandaag, {{date}}', chairs_one: 'Nog één stoel', chairs_other: 'Nog {{count}} stoelen' },
};
const whole: Words = {
  day: {
    title: 'Dzisiaj, {{date}}',
    chairs_one: 'a',
    chairs_few: '{{count}} b',
    chairs_many: '{{count}} c',
    chairs_other: '{{count}} d',
  },
};
const POLISH = ['one', 'few', 'many', 'other'];

const translated = (day: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const texts = Object.entries({ ...whole.day, ...day }).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, text]],
  );
  return translationDefects({ words: { day: Object.fromEntries(texts) }, source, forms: POLISH });
};

describe('a translation', () => {
  test('that is whole has no defect', () => {
    expect(translated({})).toEqual([]);
  });

  test.each([
    ['a key that is missing', { title: undefined }, ['day:title: missing']],
    [
      'a key that is misspelt',
      { title: undefined, titel: 'x' },
      ['day:title: missing', 'day:titel: not in the source'],
    ],
    ['a key nobody knows', { more: 'x' }, ['day:more: not in the source']],
    [
      'a place that is named otherwise',
      { title: 'Dzisiaj, {{data}}' },
      ['day:title: {{data}} is not given', 'day:title: {{date}} is left out'],
    ],
    ['a place that is left out', { title: 'Dzisiaj' }, ['day:title: {{date}} is left out']],
    ['a place that nobody gives, in a plural', { chairs_few: '{{n}} b' }, ['day:chairs_few: {{n}} is not given']],
    [
      'a plural form that is missing',
      { chairs_few: undefined },
      ['day:chairs: has many,one,other, the language has few,many,one,other'],
    ],
    [
      'a plural form the language has not',
      { chairs_two: 'x' },
      ['day:chairs: has few,many,one,other,two, the language has few,many,one,other'],
    ],
    [
      'a number without plural forms',
      { chairs_one: undefined, chairs_few: undefined, chairs_many: undefined },
      ['day:chairs: has other, the language has few,many,one,other'],
    ],
  ])('with %s is refused', (_what, broken, defects) => {
    expect(translated(broken)).toEqual(defects);
  });
});

describe('writing', () => {
  const written = (text: string) => writingDefects({ day: { title: text } });

  test.each([
    'Een twee drie vier vijf zes zeven acht negen tien elf twaalf. En nog een, hier.',
    'Raak <b>het scherm</b> aan',
    'om 14.30 uur',
    'الجمعة، الساعة الثانية',
  ])('"%s" has no defect', (text) => {
    expect(written(text)).toEqual([]);
  });

  test.each([
    ['Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien', '13 words'],
    ['Ja, nee, misschien', '2 commas'],
    ['نعم، لا، ربما', '2 commas'],
    ['', 'empty'],
    [' Ja', 'spaces'],
    ['Ja 🙂', 'picture letter'],
    ['LET op', 'shouts "LET"'],
    ['Elke dag, bijv. maandag', 'abbreviates "bijv."'],
    ['Maandag t/m vrijdag', 'abbreviates "t/m"'],
    ['Alles m.u.v. soep', 'abbreviates "m.u.v."'],
    ['Soup, e.g. tomato', 'abbreviates "e.g."'],
    ['Çorba vb. yemek', 'abbreviates "vb."'],
    ['Sopa, máx. 4 pessoas', 'abbreviates "máx."'],
    ['Een <i>scheef</i> woord', 'mark-up'],
    ['Een <b>vet woord', 'mark-up'],
  ])('"%s" is refused', (text, defect) => {
    const found = written(text);
    expect(found.length).toBe(1);
    expect(found[0]).toContain(defect);
  });
});

describe('use', () => {
  const words: Words = { day: { title: 'a', part1: 'b', part2: 'c', chairs_one: 'd', chairs_other: 'e' } };
  const code = `t('day:title'); t(\`day:part\${n}\`); t('day:chairs', { count }); t('deskday:own');`;

  test('of all words, put together or plural, has no defect', () => {
    expect(usageDefects(words, code)).toEqual([]);
  });

  test('is missed where a word is never said, and where words are said that are not there', () => {
    expect(usageDefects(words, code.replace('day:title', 'day:titel'))).toEqual([
      'day:title: unused',
      'day:titel: used, and not there',
    ]);
  });
});
