/** Walks through the kiosk by shape and place, in whatever language it speaks. Refuses any way that is not a tap. */
import type { Locator, Page } from '@playwright/test';
import { controlPictograms } from '../../src/client/ui/pictograms/control-pictograms.ts';
import { showCard } from './scooters.ts';
import { createHand, type Hand } from './taps.ts';

/** What is shown now; the screen that is kept behind a question is not. */
export const shown = (page: Page): Locator => page.locator('[data-screen]').filter({ visible: true });

const at = (page: Page, screen: string): Locator =>
  page.locator(`[data-screen="${screen}"], [data-screen^="${screen} "]`).filter({ visible: true });

export const arrive = (page: Page, screen: string): Promise<void> => at(page, screen).waitFor();

export const isAt = async (page: Page, screen: string): Promise<boolean> => (await at(page, screen).count()) > 0;

/** Taps what leads to another page, and waits for it. */
export async function turn(hand: Hand, target: Locator): Promise<void> {
  const before = await shown(hand.page).locator('main').last().innerText();
  await hand.tap(target);
  await hand.page.waitForFunction(
    (words) =>
      [...document.querySelectorAll<HTMLElement>('main')].every(
        (main) => !main.checkVisibility() || main.innerText !== words,
      ),
    before,
  );
}

export interface Walker {
  readonly hand: Hand;
  readonly page: Page;
  tap(selector: string, nth?: number): Promise<void>;
  /** From rest to today. */
  wake(): Promise<void>;
  speak(tag: string): Promise<void>;
  /** By the tool that makes the letters larger, or smaller again. */
  letters(size: 'normal' | 'groter'): Promise<void>;
  /** Whether size and language can be chosen on this screen. */
  hasTools(): Promise<boolean>;
  /** Vandaag, Scootmobiel, Berichten, Mijn dingen, Hulp. */
  place(nth: 0 | 1 | 2 | 3 | 4): Promise<void>;
  /** Whether there was another page to go to. */
  later(): Promise<boolean>;
  /** Goes on through the pages of this day until the activity is there. */
  find(title: string | RegExp): Promise<Locator>;
  open(title: string): Promise<void>;
  /** "Ik doe mee" or "Zet mij op de lijst". */
  join(title: string): Promise<void>;
  floor(floor: number): Promise<void>;
  /** Goes on through the pages of the floor until the door is there. */
  door(number: string): Promise<void>;
  /** The person behind a shared door with this place on the screen; `together` is the tile after them. */
  person(nth: number): Promise<void>;
  tomorrow(): Promise<void>;
  /** By the week to the leaf with this number. */
  day(number: number): Promise<void>;
  showCard(card: string): Promise<void>;
}

/** Known by its drawing: the words are those of the language that is on. */
const toolWith = (...pictures: readonly (keyof typeof controlPictograms)[]): string =>
  pictures.map((name) => `.header .tool:has(path[d="${controlPictograms[name][0][1]}"])`).join(', ');
const LANGUAGE = toolWith('language');
const LETTERS = toolWith('bigger', 'smaller');
const NEXT = '.header .tool:has(.pic.flip:not(.aloud))';

export function createWalker(page: Page): Walker {
  const hand = createHand(page);
  const tap: Walker['tap'] = (selector, nth = 0) => hand.tap(shown(page).locator(selector).nth(nth));
  const slip = (title: string | RegExp) => shown(page).locator('.row', { hasText: title });

  const walker: Walker = {
    hand,
    page,
    tap,
    async wake() {
      await arrive(page, 'rest');
      await tap('.wake-all');
      await arrive(page, 'today');
    },
    async speak(tag) {
      await hand.tap(shown(page).locator(LANGUAGE));
      await arrive(page, 'language');
      await tap(`.tile.language[lang="${tag}"]`);
      await page.locator(`html[lang="${tag}"]`).waitFor();
    },
    async letters(size) {
      await hand.tap(shown(page).locator(LETTERS));
      await page.locator(`html[data-size="${size}"]`).waitFor();
    },
    hasTools: async () =>
      (await shown(page).locator(LANGUAGE).count()) > 0 && (await shown(page).locator(LETTERS).count()) > 0,
    place: (nth) => hand.tap(shown(page).locator('.bar .tab').nth(nth)),
    async later() {
      const next = shown(page).locator(NEXT);
      if ((await next.count()) === 0) return false;
      await turn(hand, next);
      return true;
    },
    async find(title) {
      while ((await slip(title).count()) === 0) {
        if (!(await walker.later())) throw new Error(`${title} is on no page`);
      }
      return slip(title);
    },
    async open(title) {
      await hand.tap((await walker.find(title)).locator('.slip'));
      await arrive(page, 'activity');
    },
    async join(title) {
      await hand.tap((await walker.find(title)).locator('.do'));
    },
    async floor(floor) {
      await arrive(page, 'who floor');
      await tap(`.tile.floor[aria-label^="${floor} "]`);
      await arrive(page, 'who door');
    },
    async door(number) {
      const plate = page.locator('.plate').getByText(number, { exact: true });
      const tile = shown(page).locator('.tile.door').filter({ has: plate });
      while ((await tile.count()) === 0) await turn(hand, shown(page).locator('.bar .middle .key'));
      await hand.tap(tile);
    },
    async person(nth) {
      await arrive(page, 'who person');
      await tap('.who-tile', nth);
    },
    async tomorrow() {
      const week = shown(page).locator('.header .tool').first();
      while (await walker.later());
      await hand.tap(week);
      await arrive(page, 'week');
      await tap('.leaf.tomorrow');
      await arrive(page, 'day');
    },
    async day(number) {
      const week = shown(page).locator('.header .tool').first();
      while (await walker.later());
      await hand.tap(week);
      await arrive(page, 'week');
      const leaf = shown(page)
        .locator('.leaf')
        .filter({ has: page.locator('.number', { hasText: new RegExp(`^${number}\\s*$`) }) });
      while ((await leaf.count()) === 0) await turn(hand, shown(page).locator('.tile.later'));
      await hand.tap(leaf);
      await arrive(page, 'day');
    },
    async showCard(card) {
      await showCard(page, card);
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    },
  };
  return walker;
}
