// The live word about the words of an announcement.
import { describe, expect, test } from 'vitest';
import { type Finding, findingsIn, mended, type When } from '../../src/client/app/plain-words.ts';

const when: When = {
  from: '2026-10-15',
  until: '2026-10-16',
  dayName: (_date, days) => ['woensdag', 'donderdag', 'vrijdag', 'zaterdag'][days + 1] ?? '',
};
const said = (text: string, at: When = when) =>
  findingsIn(text, at).map(({ type, words, instead, count }: Finding) => [type, words, instead ?? count]);

describe('finds', () => {
  test('words that name a day, where it hangs longer than that day', () => {
    expect(said('Morgen staat de lift stil.')).toEqual([['expires', 'Morgen', 'Vrijdag']]);
    expect(said('Het is vandaag stil.')).toEqual([['expires', 'vandaag', 'donderdag']]);
    expect(said('Morgen staat de lift stil.', { ...when, until: when.from })).toEqual([]);
    expect(said('Goedemorgen allemaal.')).toEqual([]);
  });

  test('abbreviations, those it knows no words for too, and no ends of sentences', () => {
    expect(said('I.v.m. feest open t/m zes.')).toEqual([
      ['abbreviation', 'I.v.m.', 'Door'],
      ['abbreviation', 't/m', 'tot en met'],
    ]);
    expect(said('Bel de k.v.k. snel.')).toEqual([['abbreviation', 'k.v.k.', 0]]);
    expect(said('Neem soep, brood e.d. mee.')).toEqual([['abbreviation', 'e.d.', 'en meer']]);
    expect(said('Kom in de hal. Het is er warm.')).toEqual([]);
  });

  test('difficult words, with an easy one and its capital', () => {
    expect(said('Onderhoudswerkzaamheden: wij zijn reeds bezig.')).toEqual([
      ['hardWord', 'Onderhoudswerkzaamheden', 'Onderhoud'],
      ['hardWord', 'reeds', 'al'],
    ]);
  });

  test('sentences of more than twelve words, and counts them past an abbreviation', () => {
    const twelve = 'Een twee drie vier vijf zes zeven acht negen tien elf twaalf';
    expect(said(`${twelve}. Ja.`)).toEqual([]);
    expect(said(`Kom. ${twelve} dertien. Ja.`)).toEqual([['longSentence', `${twelve} dertien.`, 13]]);
    expect(said(`D.m.v. ${twelve}.`).map(([type]) => type)).toEqual(['longSentence', 'abbreviation'].sort());
  });

  test('nothing in plain words', () => {
    expect(said('Kom om twaalf uur soep proeven. Het is gratis.')).toEqual([]);
  });
});

test('mends one finding and leaves the rest', () => {
  const text = 'Wij zijn reeds open, reeds om acht uur.';
  const [first] = findingsIn(text, when);
  expect(mended(text, first!)).toBe('Wij zijn al open, reeds om acht uur.');
});
