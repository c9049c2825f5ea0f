// What the kiosk says when something cannot be, and what its buttons say (UX requirements 40 and 45).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadWords } from '../../src/client/i18n/create-i18n.ts';
import { languages } from '../../src/client/i18n/languages.ts';
import { words as dutch } from '../../src/client/i18n/locales/nl/words.ts';
import { entries, textsOf } from './word-checks.ts';

const KIOSK = join(import.meta.dirname, '../../src/client/kiosk');

test.each(languages)(
  'UX 40: in $tag what went wrong and what to do now are two sentences at most, without a code',
  async ({ tag }) => {
    const text = new Map(entries(tag === 'nl' ? dutch : await loadWords(tag)));
    const troubles = [...text.keys()].filter((key) => text.has(`${key}Do`)).map((key) => [key, `${key}Do`]);
    expect(troubles.length).toBeGreaterThan(40);
    const beside = [
      ['refused:cardResting', 'refused:cardUnknownDo'],
      ['refused:cardAway', 'refused:cardUnknownDo'],
      ['code:resting', 'code:instead'],
      ['code:away', 'code:instead'],
    ];
    for (const keys of [...troubles, ...beside]) {
      const said = keys.map((key) => text.get(key) ?? '').join(' ');
      const sentences = said.split(/[.!?؟]+/).filter((each) => each.trim() !== '');
      expect(sentences.length, `${keys[0]}: ${said}`).toBeLessThanOrEqual(2);
      expect(said, keys[0]).not.toMatch(/\d/);
    }
  },
);

test('UX 45: every Dutch button begins with "Ik", with a verb, or with a word that is the same everywhere', () => {
  const verbs = ['Zet', 'Raak', 'Bel', 'Kies', 'Houd', 'Lees', 'Stop'];
  // Places and tools by their name, the ways back, and what answers the question above it.
  const places = ['Vandaag', 'Morgen', 'Week', 'Scootmobiel', 'Berichten', 'Mijn dingen', 'Hulp', 'Voor medewerkers'];
  const ways = ['Later', 'Meer', 'Terug', 'Opnieuw', 'Alle berichten', 'Volgend bericht', 'Groter', 'Kleiner', 'Taal'];
  const answers = ['Toch niet', 'Toch wel', 'Klaar', 'Ja, ik ben er nog', 'Even pauze', 'Weer meedoen'];
  const trips = [
    'Mijn rit',
    'Eerste vrije tijd',
    'Welke?',
    'Een andere scootmobiel',
    'Die neem ik',
    'Er is iets kapot',
  ];
  const glossary = [...places, ...ways, ...answers, ...trips];
  const keys = buttonKeys();
  expect(keys.size).toBeGreaterThan(40);
  for (const key of keys) {
    const [text = ''] = textsOf(dutch, key);
    const first = text.split(' ')[0] ?? '';
    expect(first === 'Ik' || verbs.includes(first) || glossary.includes(text), `${key}: ${text}`).toBe(true);
  }
});

/** Of every control that is drawn with a word of its own; a control whose words are put together is not among them. */
function buttonKeys(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of readdirSync(KIOSK)) {
    const source = readFileSync(join(KIOSK, file), 'utf8');
    const drawn = source.matchAll(/<(?:Action|Key|KeyButton|WideKey|Tab|TapButton)\b(?:[^<>]|=>)*?label=\{([^}]*)\}/g);
    const told = source.matchAll(/label: ([^\n]*)[^;]{0,160}?onTap/g);
    for (const [, words = ''] of [...drawn, ...told])
      for (const [, key = ''] of words.matchAll(/'([a-z]+:\w+)'/g)) found.add(key);
  }
  return found;
}
