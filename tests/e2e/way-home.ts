/**
 * The way back to Vandaag from any screen (UX 37): it stands first in the bar, on a question Terug stands there, on a
 * result Klaar. Refuses to take any other way.
 */
import type { Page } from '@playwright/test';
import { words as ar } from '../../src/client/i18n/locales/ar/words.ts';
import { words as en } from '../../src/client/i18n/locales/en/words.ts';
import { words as nl } from '../../src/client/i18n/locales/nl/words.ts';
import { words as pap } from '../../src/client/i18n/locales/pap/words.ts';
import { words as ptPT } from '../../src/client/i18n/locales/pt-PT/words.ts';
import { words as tr } from '../../src/client/i18n/locales/tr/words.ts';
import type { LayoutState } from './layout-states.ts';
import { screen } from './screens.ts';
import { createHand } from './taps.ts';

/** By a screen that is no question and no result one tap, else more than any question has steps. */
const MOST = { places: 1, own: 1, back: 6, question: 7 } as const;
const FIRST = '.wake-all:visible, .bar:visible button';

const words: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ nl, tr, ar, pap, 'pt-PT': ptPT, en }).map(([lang, { common }]) => [
    lang,
    [common.today, common.back, common.done],
  ]),
);

/** What may stand first in the bar, in this language. */
export const placesHome = (lang: string): readonly string[] => words[lang] ?? [];

/** Goes home from this state; nothing where it took no more taps than it may. The page is at Vandaag then. */
export async function wayHomeDefects(page: Page, state: LayoutState): Promise<readonly string[]> {
  // An alarm, a defect and an answer that is awaited cover the screen until they end.
  if (state.bar === 'none' && state.screen !== 'rest') return [];
  const most = state.bar === 'none' ? 1 : MOST[state.bar];
  const hand = createHand(page);
  const at: string[] = [];
  while ((await screen(page, 'today').count()) === 0) {
    at.push((await page.locator('[data-screen]:visible').last().getAttribute('data-screen')) ?? '');
    if (at.length > most) return [`way home: not at Vandaag after ${most} taps: ${at.join(', ')}`];
    const first = screen(page, 'still-there').getByRole('main').getByRole('button').or(page.locator(FIRST)).first();
    await hand.tap(first);
    await page.waitForFunction(changed, at.at(-1));
  }
  return [];
}

/** Runs in the page: each step of a question has a name of its own. */
const changed = (from: string | undefined): boolean =>
  ![...document.querySelectorAll<HTMLElement>('[data-screen]')].some(
    (each) => each.checkVisibility() && each.dataset.screen === from,
  );
