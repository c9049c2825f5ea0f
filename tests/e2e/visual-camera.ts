/**
 * Holds what is on the glass against the picture that is kept of it. Time stands where the house was put, and letters
 * are drawn without the hints of one machine. Refuses to know a screen.
 */
import type { Page } from '@playwright/test';
import { chromiumLaunch } from '../support/chromium.ts';
import { type BrowserHouse, test as base, expect } from './house.ts';

const { args = [], ...launch } = chromiumLaunch();

/** Letters come out the same on every machine: neither its hints nor the colours of its panel have a say. */
export const test = base.extend<object, object>({
  launchOptions: [
    { ...launch, args: [...args, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'] },
    { scope: 'worker' },
  ],
});

/** Takes the pictures of one walk, each once. */
export interface Camera<Name extends string> {
  readonly take: (name: Name) => Promise<void>;
  /** Throws when a picture of the list was not taken. */
  readonly finish: () => void;
}

export interface Film<Name extends string> {
  readonly page: Page;
  readonly house: BrowserHouse;
  readonly folder: string;
  readonly names: readonly Name[];
  /** Behind every name, before the end of the file's. */
  readonly look?: string;
  /** Of the whole page, not only what is on the glass. */
  readonly fullPage?: boolean;
}

export function createCamera<Name extends string>(film: Film<Name>): Camera<Name> {
  const { folder, fullPage = false, house, look, names, page } = film;
  const standsAt = new Date(house.now());
  const taken = new Set<string>();
  return {
    async take(name) {
      taken.add(name);
      house.setTime(standsAt.toISOString());
      await page.clock.setSystemTime(standsAt);
      await page.evaluate(() => scrollTo(0, 0));
      const file = look === undefined ? name : `${name}-${look}`;
      await expect(page).toHaveScreenshot([folder, `${file}.png`], { fullPage });
    },
    finish() {
      expect([...taken].sort()).toEqual([...names].sort());
    },
  };
}

/** The middle of a minute: what a walk takes of time does not reach the next. */
export function standStill(house: BrowserHouse): void {
  const minute = 60_000;
  house.setTime(new Date(Math.floor(house.now() / minute) * minute + minute / 2).toISOString());
}
