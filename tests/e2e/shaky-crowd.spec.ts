/**
 * A crowd of shaking hands at the real recogniser of gestures, beside a twin of the kiosk that is told by
 * keys what was meant: both show the same after every tap, so none acted twice and none was lost; and from every screen
 * the first place of the bar leads home (UX 6 to 10, 37). `HUISKAMER_TAPS` says how many; `npm run soak` asks for 10,000.
 */
import type { Browser, Page } from '@playwright/test';
import { words as ar } from '../../src/client/i18n/locales/ar/words.ts';
import { words as en } from '../../src/client/i18n/locales/en/words.ts';
import { words as nl } from '../../src/client/i18n/locales/nl/words.ts';
import { words as pap } from '../../src/client/i18n/locales/pap/words.ts';
import { words as ptPT } from '../../src/client/i18n/locales/pt-PT/words.ts';
import { words as tr } from '../../src/client/i18n/locales/tr/words.ts';
import { expect, openBrowserHouse, test } from './house.ts';
import { screen } from './screens.ts';
import { createFinger, type Finger, type Point, stopTime } from './taps.ts';

const TAPS = Number(process.env.HUISKAMER_TAPS ?? 120);
/** Longer than the guards against bounces and ghost taps. */
const BETWEEN = 800;
/** More than any question has steps. */
const FARTHEST = 8;

test(`${TAPS} taps of shaking hands: none twice, none lost, no dead end`, async ({ browser, house }) => {
  test.setTimeout(90_000 + TAPS * 3_000);
  const twinHouse = await openBrowserHouse();
  try {
    twinHouse.setTime(new Date(house.now()).toISOString());
    const [page, twin] = [await open(browser, house), await open(browser, twinHouse)];
    const finger = await createFinger(page);
    const chance = createChance(20_261_122);
    const visited = new Set<string>();
    let tapped = 0;
    for (let tap = 0; tap < TAPS; tap += 1) {
      const targets = await targetsOn(page);
      const allowed = targets.filter(({ leadsOut }) => !leadsOut);
      expect(allowed.length, await sightOf(page)).toBeGreaterThan(0);
      const target = allowed[Math.floor(chance() * allowed.length)]!;
      const before = await sightOf(page);
      await Promise.all([page, twin].map((each) => each.clock.fastForward(BETWEEN)));
      const manner = await press(finger, target, chance);
      await twin.evaluate(focusNth, target.nth);
      await twin.keyboard.press('Enter');
      tapped += 1;
      await expect(async () => {
        // Each has its own clock and its own server to hear from.
        await Promise.all([page, twin].map((each) => each.clock.fastForward(200)));
        const [shown, meant] = [await sightOf(page), await settled(twin)];
        expect(shown, `tap ${tap}: "${target.name}", ${manner}, on ${before}`).toBe(meant);
      }).toPass({ timeout: 10_000 });
      visited.add((await sightOf(page)).split(' ')[2] ?? '');
      await expectWayHome(page);
    }
    expect(tapped).toBe(TAPS);
    expect(visited.size, [...visited].join(', ')).toBeGreaterThan(6);
    for (let step = 0; (await screen(page, 'today').count()) === 0; step += 1) {
      expect(step, `no way home from ${await sightOf(page)}`).toBeLessThan(FARTHEST);
      await page.clock.fastForward(BETWEEN);
      await page.locator('.wake-all:visible, .bar:visible > button:first-child').first().tap();
      await page.clock.fastForward(BETWEEN);
    }
  } finally {
    await twinHouse.stop();
  }
});

async function open(browser: Browser, house: Awaited<ReturnType<typeof openBrowserHouse>>): Promise<Page> {
  const { page } = await house.openKiosk(browser);
  await expect(screen(page, 'rest')).toBeVisible();
  await stopTime(page);
  return page;
}

interface Target {
  /** Its place among all buttons in sight. */
  readonly nth: number;
  readonly name: string;
  readonly box: Point & { readonly width: number; readonly height: number };
  /** To the side of the team, which is no screen of a resident. */
  readonly leadsOut: boolean;
}

const targetsOn = (page: Page): Promise<readonly Target[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button')]
      .filter((each) => each.checkVisibility())
      .map((each, nth) => {
        const { left: x, top: y, width, height } = each.getBoundingClientRect();
        const name = each.ariaLabel ?? each.innerText;
        const leadsOut = each.matches('[data-screen="help"] .tools > :first-child');
        return { nth, name, box: { x, y, width, height }, leadsOut };
      }),
  );

/** Runs in the page. */
function focusNth(nth: number): void {
  [...document.querySelectorAll<HTMLElement>('button')].filter((each) => each.checkVisibility())[nth]?.focus();
}

/** Size, language, screen and words but for the time of day; of two kiosks these are the same. */
const sightOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('[data-screen]')].find((each) => each.checkVisibility());
    const { lang, dataset } = document.documentElement;
    // Ids of commands differ; what they name does not.
    const id = shown?.dataset.screen?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
    const moment = shown?.querySelector<HTMLElement>('.place .sub, .moment')?.innerText ?? '';
    const words = shown?.innerText.replace(moment, '').replace(/\s+/g, ' ');
    return `${dataset.size} ${lang} ${id} ${words}`;
  });

/** What is shown when the server has had its say. */
async function settled(page: Page): Promise<string> {
  let last = await sightOf(page);
  for (let same = 0; same < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const next = await sightOf(page);
    same = next === last ? same + 1 : 0;
    last = next;
  }
  return last;
}

/** One tap that was meant for the target, as one of these hands does it. Gives the manner of the hand. */
async function press(finger: Finger, { box }: Target, chance: () => number): Promise<string> {
  const inside = (size: number) => size * (0.15 + 0.7 * chance());
  const at = { x: box.x + inside(box.width), y: box.y + inside(box.height) };
  // Wanders as far as 60 px, and lifts on the control or no further than a finger's edge beside it.
  const reach = (from: number, low: number, size: number) =>
    Math.max(low - 20 - from, Math.min(low + size + 20 - from, (chance() - 0.5) * 120));
  const drift = { x: reach(at.x, box.x, box.width), y: reach(at.y, box.y, box.height) };
  const manner = Math.floor(chance() * 4);
  if (manner === 0) {
    await finger.shakyTap(at, drift);
    return 'drifting';
  }
  if (manner === 1) {
    await finger.shakyTap(at, { x: 0, y: 0 });
    await finger.shakyTap(at, { x: 3, y: 2 });
    return 'bouncing';
  }
  if (manner === 2) {
    const palm = { x: at.x > 640 ? 40 : 1_240, y: 780, id: 1 };
    await finger.glass('touchStart', [{ ...at, id: 0 }]);
    await finger.glass('touchStart', [{ ...at, id: 0 }, palm]);
    await finger.glass('touchEnd', [{ ...at, id: 0 }]);
    await finger.glass('touchEnd', []);
    return 'with a palm on the glass';
  }
  await finger.down(at);
  await finger.move({ x: at.x + drift.x / 2, y: at.y + drift.y / 2 });
  await finger.move(at);
  await finger.up();
  return 'trembling';
}

/** Vandaag, or on a question Terug, or on a result Klaar: one of them stands first, wherever somebody is. */
async function expectWayHome(page: Page): Promise<void> {
  if ((await screen(page, 'rest').count()) > 0) return;
  const lang = await page.evaluate(() => document.documentElement.lang);
  const common = homeWords[lang];
  await expect(page.locator('.bar:visible > *').first()).toHaveText(new RegExp(`^(${common?.join('|')})`));
}

const homeWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ nl, tr, ar, pap, 'pt-PT': ptPT, en }).map(([lang, { common }]) => [
    lang,
    [common.today, common.back, common.done],
  ]),
);

/** Repeatable chance: mulberry32. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
