/** Brings a kiosk to a state as a visitor with a size and a language, and stops at every page there is. */
import type { Browser, Page } from '@playwright/test';
import type { Words } from '../../src/client/i18n/keys.ts';
import { words as dutch } from '../../src/client/i18n/locales/nl/words.ts';
import { pseudoText } from '../i18n/pseudo.ts';
import { type BrowserHouse, type Kiosk, openBrowserHouse } from './house.ts';
import { type FixedPlaces, fixedPlaces } from './kiosk-asserts.ts';
import { arrive, createWalker, shown, turn, type Walker } from './layout-hand.ts';
import type { Look, Profile } from './layout-matrix.ts';
import { stages } from './layout-stages.ts';
import type { LayoutState, Scene } from './layout-states.ts';
import { tidyScooters } from './scooters.ts';

/** The language whose words the pseudo language borrows: also one with long words. */
export const PSEUDO_AS = 'pap';

export const pseudoWords: Words = Object.fromEntries(
  Object.entries(dutch).map(([subject, words]) => [
    subject,
    Object.fromEntries(Object.entries(words).map(([key, text]) => [key, pseudoText(text)])),
  ]),
);

export interface Stop {
  readonly page: Page;
  /** Counted from 0, of the pages this state has. */
  readonly nth: number;
  /** Where things were on Vandaag in the same size and language; null where nobody has been there. */
  readonly home: FixedPlaces | null;
}

export interface LayoutVisits {
  readonly house: BrowserHouse;
  /** Goes there anew and calls `look` at every page. Gives what was read on all of them. */
  readonly visit: (look: Look, atStop: (stop: Stop) => Promise<void>) => Promise<string>;
  /** Leaves this kiosk for what it is; the next visit opens another. */
  readonly giveUp: (profile: Profile) => void;
  readonly stop: () => Promise<void>;
}

const MOST_PAGES = 12;
const PATIENCE = 8_000;

export async function openVisits(browser: Browser, state: LayoutState): Promise<LayoutVisits> {
  const stage = stages[state.stage];
  const house = await openBrowserHouse(stage.startsAt);
  await stage.prepare(house);
  const before = new Set((await house.rows()).signUp?.map(({ id }) => id));
  const tripsBefore = new Set((await house.rowsForStaff()).booking?.map(({ id }) => id));
  const kiosks = new Map<Profile, Kiosk>();

  const kioskFor = async (profile: Profile): Promise<Kiosk> => {
    const open = kiosks.get(profile);
    if (open !== undefined) {
      await open.page.goto(house.url);
      return open;
    }
    const kiosk = await house.openKiosk(browser, profile);
    kiosk.page.setDefaultTimeout(PATIENCE);
    kiosks.set(profile, kiosk);
    return kiosk;
  };

  /** The next visitor finds the house as this one did. */
  const tidy = async () => {
    for (const party of (await house.rows()).signUp ?? []) {
      if (before.has(party.id) || party.status === 'withdrawn') continue;
      const { activityId, id: signUpId, residentIds } = party;
      await house.asStaff({ type: 'withdraw', activityId, signUpId, residentIds });
    }
    for (const { seriesId, residentId, until } of (await house.rows()).standing ?? []) {
      if (until === null) await house.asStaff({ type: 'stopStanding', seriesId, residentId });
    }
    await tidyScooters(house, tripsBefore);
  };

  return {
    house,
    async visit(look, atStop) {
      const { context, page } = await kioskFor(look.profile);
      await context.unroute('**/words-*.js');
      if (look.language === 'pseudo') {
        await context.route('**/words-*.js', (route) =>
          route.fulfill({
            contentType: 'text/javascript',
            body: `export const words = ${JSON.stringify(pseudoWords)};`,
          }),
        );
      }
      const scene: Scene = { house, context, walk: createWalker(page) };
      const home = state.untouched === true ? null : await begin(scene, look);
      await state.reach(scene);
      await arrive(page, state.screen);
      const read = await throughPages(scene.walk, (nth) => atStop({ page, nth, home }));
      await state.leave?.(scene);
      await tidy();
      return read;
    },
    giveUp: (profile) => void kiosks.delete(profile),
    stop: house.stop,
  };
}

async function begin({ walk }: Scene, { language, size }: Look): Promise<FixedPlaces> {
  await walk.wake();
  if (language !== 'nl') await walk.speak(language === 'pseudo' ? PSEUDO_AS : language);
  await arrive(walk.page, 'today');
  if (size === 'groter') await walk.groter();
  return fixedPlaces(walk.page);
}

/** The tools and tiles that lead to another page of the same screen. */
const MORE = '.header .tool:has(.pic.flip), .tile.later, .bar .middle .key';

async function throughPages({ page, hand }: Walker, atPage: (nth: number) => Promise<void>): Promise<string> {
  const read: string[] = [];
  const seen = new Set<string>();
  for (let nth = 0; nth < MOST_PAGES; nth += 1) {
    await page.evaluate(() => document.fonts.ready);
    const words = await shown(page).locator('main').last().innerText();
    if (seen.has(words)) break;
    seen.add(words);
    read.push(await shown(page).last().innerText());
    await atPage(nth);
    const more = shown(page).locator(MORE);
    if ((await more.count()) === 0) break;
    await turn(hand, more.first());
  }
  return read.join('\n');
}
