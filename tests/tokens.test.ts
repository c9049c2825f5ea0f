// Colour tokens keep their contrast for a young eye and for an aged one (UX requirements 19, 20, 22, 23).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const colours = (file: string): ReadonlyMap<string, string> => {
  const css = readFileSync(join(import.meta.dirname, '../src/client/styles', file), 'utf8');
  return new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gi)].map(([, name, hex]) => [name!, hex!]));
};
const day = colours('tokens.css');
const byNight = colours('night.css');

/** The light an aged lens lets through, per linear channel. */
const AGED = [0.75, 0.62, 0.32] as const;
const YOUNG = [1, 1, 1] as const;

/** Ink on paper: what must be read without effort. */
const BODY = 'inkt/linnen inkt/papier inkt/vezel inkt/zon inkt/zon-tint inkt/groen-tint inkt/baksteen-tint papier/inkt';
const TEXT =
  'leisteen/linnen leisteen/papier leisteen/vezel leisteen/groen-tint leisteen/baksteen-tint inkt/maas-tint ' +
  'groen-donker/groen-tint papier/groen papier/groen-donker groen/papier papier/baksteen papier/baksteen-donker ' +
  'baksteen/papier baksteen-donker/papier maas/maas-tint oker/oker-tint pruim/pruim-tint oker/papier pruim/papier';
const NIGHT =
  'nacht-tekst/nacht nacht-tekst/nacht-vlak nacht-zacht/nacht nacht-zacht/nacht-vlak nacht-tekst/nacht-water nacht-zon/nacht';
const MARKS =
  'kade/linnen kade/papier inkt/linnen groen/linnen groen/groen-tint baksteen/linnen baksteen/baksteen-tint ' +
  'maas/linnen inkt/zon nacht-lijn/nacht nacht-lijn/nacht-vlak';

describe('UX 19, 22: a text on its ground', () => {
  test.each(pairs(`${BODY} ${TEXT} ${NIGHT}`))(
    '%s on %s is at least 7:1, and 6:1 through an aged lens',
    (text, ground) => {
      expect(contrast(text, ground, YOUNG)).toBeGreaterThanOrEqual(7);
      expect(contrast(text, ground, AGED)).toBeGreaterThanOrEqual(6);
    },
  );

  test.each(pairs(BODY))('%s on %s, which carries titles and times, is at least 10:1', (text, ground) => {
    expect(contrast(text, ground, YOUNG)).toBeGreaterThanOrEqual(10);
  });
});

test.each(pairs(MARKS))('UX 20: a border or sign in %s on %s is at least 4.5:1', (mark, ground) => {
  expect(contrast(mark, ground, YOUNG)).toBeGreaterThanOrEqual(4.5);
});

describe('by night', () => {
  test.each(pairs(`${BODY} ${TEXT}`))('%s on %s is at least 7:1, and 6:1 through an aged lens', (text, ground) => {
    expect(contrast(text, ground, YOUNG, byNight)).toBeGreaterThanOrEqual(7);
    expect(contrast(text, ground, AGED, byNight)).toBeGreaterThanOrEqual(6);
  });

  test.each(pairs(MARKS.replace(/nacht\S+/g, '')))('a border or sign in %s on %s is at least 4.5:1', (mark, ground) => {
    expect(contrast(mark, ground, YOUNG, byNight)).toBeGreaterThanOrEqual(4.5);
  });

  test('every colour of the day has one, and no ground gives a tenth of the light of the page by day', () => {
    const ofTheDay = [...day.keys()].filter((name) => !name.startsWith('nacht'));
    expect([...byNight.keys()].sort()).toEqual(ofTheDay.sort());
    const light = luminance(hex('linnen', day), YOUNG) / 10;
    const grounds = [...byNight.keys()].filter((name) => /linnen|papier|vezel|tint|^zon$/.test(name));
    expect(grounds.filter((name) => luminance(hex(name, byNight), YOUNG) > light)).toEqual([]);
  });
});

test('UX 23: the page is bright and warm, never a glaring white', () => {
  const page = luminance(hex('linnen', day), YOUNG);
  expect(page).toBeGreaterThanOrEqual(0.85);
  expect(page).toBeLessThanOrEqual(0.94);
});

test('UX 22: yes, stop and now differ in red or in light, which an aged lens lets through', () => {
  const meanings = ['groen', 'baksteen', 'zon'];
  for (const one of meanings) {
    for (const other of meanings.slice(meanings.indexOf(one) + 1)) {
      const red = Math.abs(linear(hex(one, day), 0) - linear(hex(other, day), 0)) * AGED[0];
      expect(red >= 0.15 || contrast(one, other, AGED) >= 3, `${one} and ${other}`).toBe(true);
    }
  }
});

describe('UX 22, 23: in the styles of the kiosk', () => {
  const styles = join(import.meta.dirname, '../src/client/styles');
  const rules = readdirSync(styles)
    .filter((file) => file.endsWith('.css') && !file.startsWith('staff'))
    .flatMap((file) => [...readFileSync(join(styles, file), 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g)])
    .map(([, selector = '', body = '']) => ({ selector: selector.replace(/\/\*[\s\S]*?\*\//g, '').trim(), body }));

  test('blue, ochre and plum say nothing about what can be done or is so', () => {
    const states = /\.(do|key|tab|tool|stub|ticket|mine|full|off|yes|stop|free|taken|joined|waiting|now|panel)\b/;
    const decoration = rules.filter(({ body }) => /--(maas|oker|pruim)\b/.test(body)).map(({ selector }) => selector);
    expect(decoration.length).toBeGreaterThan(5);
    expect(decoration.filter((selector) => states.test(selector))).toEqual([]);
  });

  test('no picture lies under words, and a pattern only under signs: of what is full, and a folded corner', () => {
    const patterned = rules.filter(({ body }) => /gradient\(|url\(/.test(body) && !/src: *url|src:\s/.test(body));
    expect(patterned.map(({ selector }) => selector).sort()).toEqual([
      '.folded.important::after',
      '.folded::after',
      '.full .side',
      '.tile.full',
      "[dir='rtl'] .folded.important::after",
      "[dir='rtl'] .folded::after",
    ]);
  });
});

test('a token that does not exist is noticed', () => {
  expect(() => contrast('paars', 'papier', YOUNG)).toThrow('paars');
});

function pairs(list: string): readonly (readonly [string, string])[] {
  return list
    .trim()
    .split(/ +/)
    .map((pair) => pair.split('/') as [string, string]);
}

function contrast(a: string, b: string, lens: readonly number[], tokens = day): number {
  const [low = 0, high = 0] = [luminance(hex(a, tokens), lens), luminance(hex(b, tokens), lens)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function hex(name: string, tokens: ReadonlyMap<string, string>): string {
  const found = tokens.get(name);
  if (found === undefined) throw new Error(`no colour token ${name}`);
  return found;
}

/** WCAG 2 relative luminance, through a lens. */
function luminance(colour: string, lens: readonly number[]): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return weights.reduce((sum, weight, i) => sum + weight * (lens[i] ?? 1) * linear(colour, i), 0);
}

function linear(colour: string, channel: number): number {
  const value = Number.parseInt(colour.slice(1 + channel * 2, 3 + channel * 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
