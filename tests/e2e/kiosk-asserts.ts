/**
 * What must hold on every screen of the kiosk, measured in the page itself. Each look returns sentences about what is
 * wrong, an empty list when nothing is. Refuses to know which screen it looks at: that is in `Expected`.
 */
import type { Page } from '@playwright/test';
import { layoutDefects } from './look-at-layout.ts';
import { type TargetRules, targetDefects } from './look-at-targets.ts';
import { type TextRules, textDefects } from './look-at-text.ts';

export interface Expected {
  /** CSS pixels per millimetre of the panel. */
  readonly mm: number;
  readonly profile: 'p1' | 'p2' | 'p3';
  readonly groter: boolean;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** One screen may hold a whole floor of the house (UX requirement 36). */
  readonly manyTiles: boolean;
}

/** Smallest letters in CSS pixels by what they say (UX requirements 12 and 13, and the table of type). */
const LETTERS = {
  normal: { any: 28, body: 32, button: 36, name: 40, title: 52 },
  groter: { any: 44, body: 44, button: 46, name: 54, title: 60 },
  normalP2: { any: 36, body: 42, button: 48, name: 56, title: 76 },
  groterP2: { any: 50, body: 52, button: 56, name: 68, title: 84 },
} as const;

/** Height of a capital H in Atkinson Hyperlegible Next, as a part of the letter size. */
const CAPITAL = 0.668;
/** At 500 mm, and for "Groter" 0.7° at 400 mm (EN 301 549 5.1.4). */
const SMALLEST_CAPITAL = { normal: 3.1, groter: 4.89 } as const;

export type Letters = (typeof LETTERS)[keyof typeof LETTERS];

export async function defectsOf(page: Page, expected: Expected): Promise<readonly string[]> {
  const { mm, groter, profile } = expected;
  const size = groter ? 'groter' : 'normal';
  const letters: Letters = LETTERS[profile === 'p2' ? (`${size}P2` as const) : size];
  const text: TextRules = { mm, letters, capital: CAPITAL, least: SMALLEST_CAPITAL[size] };
  // All in one question to the browser.
  const found = await page.evaluate<string[]>(`[
    ...(${frameDefects})(${JSON.stringify(expected)}),
    ...(${targetDefects})(${JSON.stringify({ mm, manyTiles: expected.manyTiles } satisfies TargetRules)}),
    ...(${textDefects})(${JSON.stringify(text)}),
    ...(${layoutDefects})(),
  ]`);
  return [...new Set(found)];
}

/** Calibration, language, no typing, no sound, no emoji (UX requirements 1, 18, 39, 48). Runs in the page. */
function frameDefects({ mm, lang, dir }: Expected): string[] {
  const bad: string[] = [];
  const root = document.documentElement;
  const told = Number.parseFloat(getComputedStyle(root).getPropertyValue('--mm'));
  if (!(Math.abs(told - mm) <= mm * 0.02)) bad.push(`calibration: --mm is ${told}, the panel has ${mm.toFixed(2)}`);
  if (root.lang !== lang || root.dir !== dir) bad.push(`language: ${root.lang} ${root.dir}, not ${lang} ${dir}`);
  for (const field of document.querySelectorAll('input,select,textarea,[contenteditable]')) {
    bad.push(`typing: there is a ${field.tagName.toLowerCase()}`);
  }
  for (const sound of document.querySelectorAll('audio,video')) bad.push(`sound: there is a ${sound.tagName}`);
  const emoji = /\p{Extended_Pictographic}/u.exec(document.body.innerText);
  if (emoji !== null) bad.push(`emoji: ${emoji[0]}`);
  return bad;
}

export interface FixedPlaces {
  /** Left, top, right and bottom in CSS pixels; null when the bar has no such thing. */
  readonly first: readonly number[] | null;
  readonly help: readonly number[] | null;
}

/** Where the first slot of the bar and Hulp are (UX requirements 37 and 42). */
export function fixedPlaces(page: Page): Promise<FixedPlaces> {
  return page.evaluate(() => {
    const bar = [...document.querySelectorAll('.bar')].find((each) => each.checkVisibility());
    const box = (element: Element | null | undefined) => {
      if (element === null || element === undefined) return null;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return [left, top, right, bottom];
    };
    const help = bar?.querySelector('.hand');
    const first = bar?.firstElementChild;
    return { first: first === help ? null : box(first), help: box(help) };
  });
}

/** The same place within two pixels. */
export function samePlace(one: readonly number[] | null, other: readonly number[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.every((value, i) => Math.abs(value - (other[i] ?? Number.NaN)) <= 2);
}
