/** Which combinations the layout of a screen is looked at in: none is left out by all, and none by the full matrix. */
import { describe, expect, test } from 'vitest';
import { type Look, languages, looksOf, profiles, sizes } from './e2e/layout-matrix.ts';

const said = ({ profile, size, language }: Look) => `${profile.name} ${size} ${language}`;
const names = Array.from({ length: 150 }, (_, i) => `state ${i}`);
const all = profiles.flatMap(({ name }) =>
  sizes.flatMap((size) => languages.map((language) => `${name} ${size} ${language}`)),
);

describe('the full matrix', () => {
  test.each(names.slice(0, 10))('looks at %s in every size and language on every panel, once', (name) => {
    expect(looksOf({ name }, true).map(said).toSorted()).toEqual(all.toSorted());
  });
});

describe('the choice of every day', () => {
  test.each(names.slice(0, 10))('looks at %s once on every panel in every size, always in another language', (name) => {
    const looks = looksOf({ name }, false);
    expect(new Set(looks.map(({ profile, size }) => `${profile.name} ${size}`)).size).toBe(6);
    expect(looks).toHaveLength(6);
    const spoken = new Set(looks.map(({ language }) => language));
    expect(spoken.size).toBe(6);
    for (const language of ['nl', 'ar', 'en', 'pseudo'] as const) expect(spoken).toContain(language);
  });

  test('leaves out only the language whose name the pseudo language goes by', () => {
    for (const name of names) {
      const looks = looksOf({ name }, false);
      const { tag } = looks.find(({ language }) => language === 'pseudo')!;
      expect(['tr', 'pap', 'pt-PT']).toContain(tag);
      expect(looks.some(({ language }) => language === tag)).toBe(false);
    }
  });

  test('shows every panel, size and language together in one screen or another, and begins with each', () => {
    const looks = names.map((name) => looksOf({ name }, false));
    expect([...new Set(looks.flat().map(said))].toSorted()).toEqual(all.toSorted());
    expect(new Set(looks.map(([first]) => first?.language)).size).toBe(languages.length);
    expect(new Set(looks.map(([first]) => `${first?.profile.name} ${first?.size}`)).size).toBe(6);
  });

  test('depends on nothing but the name', () => {
    const once = names.map((name) => looksOf({ name }, false));
    const again = names.toReversed().map((name) => looksOf({ name }, false));
    expect(again.toReversed()).toEqual(once);
  });
});

test('in the full matrix the language that lends its name is spoken after the pseudo language', () => {
  for (const name of names) {
    const spoken = looksOf({ name }, true).map(({ language }) => language);
    const { tag } = looksOf({ name }, true).find(({ language }) => language === 'pseudo')!;
    expect(spoken.lastIndexOf('pseudo')).toBeLessThan(spoken.indexOf(tag as Look['language']));
  }
});

test('what nobody has touched yet is Dutch of the normal size, on every panel', () => {
  for (const everything of [true, false]) {
    const looks = looksOf({ name: 'rest', untouched: true }, everything).map(said);
    expect(looks.toSorted()).toEqual(['p1 normal nl', 'p2 normal nl', 'p3 normal nl']);
  }
});
