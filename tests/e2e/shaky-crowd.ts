/**
 * A crowd of shaking hands at a kiosk, beside a twin in a house of its own that is told by a script what was meant. Both
 * show the same after every tap, so none acted twice and none was lost. Refuses to choose how many taps there are.
 */
import type { Browser, Page } from '@playwright/test';
import { languages } from '../../src/client/i18n/languages.ts';
import { type Chance, createChance, oneOf } from './chance.ts';
import { type BrowserHouse, openBrowserHouse } from './house.ts';
import { type Box, meansTap, shake } from './shaky-hands.ts';
import { createFinger, type Finger, stopTime } from './taps.ts';
import { placesHome } from './way-home.ts';

/** Milliseconds of the page: what a tap sets going is drawn, and then longer than the guards against ghosts and bounces. */
const SOON = 100;
const A_BLINK = 20;
const AFTER_A_TAP = 800;
/** So often somebody goes back to Vandaag. */
const GOES_HOME = 25;
/** More than any question has steps. */
const FARTHEST = 6;
const PATIENCE = 20_000;

export interface CrowdOptions {
  readonly startsAt: string;
  readonly seed: number;
  readonly taps: number;
}

export interface CrowdSeen {
  readonly screens: ReadonlySet<string>;
  /** How many taps each way home took. */
  readonly home: readonly number[];
}

/** Throws at the first tap that did something else than was meant, and where there is no way on or no way home. */
export async function sendCrowd(browser: Browser, { startsAt, seed, taps }: CrowdOptions): Promise<CrowdSeen> {
  const houses = await Promise.all([openBrowserHouse(startsAt), openBrowserHouse(startsAt)]);
  try {
    const [page, twin] = await openTwins(browser, houses);
    const crowd: Crowd = { page, twin, houses, finger: await createFinger(page), chance: createChance(seed) };
    return await tapAndTap(crowd, taps);
  } finally {
    await Promise.all(houses.map((house) => house.stop()));
  }
}

interface Crowd {
  readonly page: Page;
  readonly twin: Page;
  readonly houses: readonly BrowserHouse[];
  readonly finger: Finger;
  readonly chance: Chance;
}

interface Target {
  /** Its place among all buttons in sight. */
  readonly nth: number;
  readonly name: string;
  readonly box: Box;
  /** To the side of the team, which is no screen of a resident. */
  readonly leadsOut: boolean;
}

interface Look {
  /** Size, language, screen and words but for the time of day; of two kiosks these are the same. */
  readonly sight: string;
  readonly screen: string;
  readonly lang: string;
  /** The words of what stands first in the bar; null where there is no bar. */
  readonly first: string | null;
  readonly targets: readonly Target[];
  /** How many answers of the server and of the disk it waits for. */
  readonly awaited: number;
  /** Milliseconds of the page's clock. */
  readonly now: number;
}

async function tapAndTap(crowd: Crowd, taps: number): Promise<CrowdSeen> {
  const screens = new Set<string>();
  const home: number[] = [];
  let look = await whenSame(crowd, 'at first');
  for (let tap = 1; tap <= taps; tap += 1) {
    const allowed = look.targets.filter(({ leadsOut }) => !leadsOut);
    if (allowed.length === 0) throw new Error(`a dead end: ${look.sight}`);
    look = await tapOn(crowd, oneOf(allowed, crowd.chance), `tap ${tap} on ${look.sight}`);
    screens.add(look.screen);
    expectPlaceHome(look);
    if (tap % GOES_HOME !== 0) continue;
    const steps = await goHome(crowd, look);
    home.push(steps.taps);
    look = steps.look;
  }
  return { screens, home };
}

/** One tap in a manner of chance here, and what it means at the twin. */
async function tapOn(crowd: Crowd, target: Target, when: string): Promise<Look> {
  const manner = await shake(crowd.finger, target.box, crowd.chance);
  await crowd.twin.evaluate(use, meansTap(manner) ? target.nth : null);
  return whenSame(crowd, `${when}: "${target.name}", ${manner}`);
}

/** Vandaag, or on a question Terug, or on a result Klaar: one of them stands first, wherever somebody is. */
function expectPlaceHome({ first, lang, screen, sight }: Look): void {
  if (screen === 'rest' || screen === 'still-there') return;
  const isThere = placesHome(lang).some((words) => first?.startsWith(words) === true);
  if (!isThere) throw new Error(`"${first}" stands where the way home should be: ${sight}`);
}

async function goHome(crowd: Crowd, from: Look): Promise<{ readonly look: Look; readonly taps: number }> {
  let look = from;
  for (let taps = 0; taps <= FARTHEST; taps += 1) {
    if (look.screen === 'today') return { look, taps };
    const nth = await crowd.page.evaluate(nthOfWayHome);
    await Promise.all([crowd.page, crowd.twin].map((page) => page.evaluate(use, nth)));
    look = await whenSame(crowd, `on the way home from ${from.sight}`);
  }
  throw new Error(`no way home from ${from.sight}`);
}

/** What both show when nothing is under way any more, and has not changed for longer than the guards look back. */
async function whenSame({ houses, page, twin }: Crowd, when: string): Promise<Look> {
  const pages = [page, twin];
  const until = performance.now() + PATIENCE;
  let before: string | null = null;
  // While an answer is awaited hardly any time goes by: nobody is asked whether they are still there.
  for (let forward = SOON; ; forward = before === null ? A_BLINK : AFTER_A_TAP) {
    await Promise.all(pages.map((each) => each.clock.fastForward(forward)));
    const [shown, meant] = await Promise.all([page.evaluate(lookAround), twin.evaluate(lookAround)]);
    const isSame = shown.awaited === 0 && meant.awaited === 0 && shown.sight === meant.sight;
    if (isSame && shown.sight === before) {
      keepTime(houses, shown.now);
      return shown;
    }
    if (performance.now() > until) throw new Error(`${when}\nshown: ${shown.sight}\nmeant: ${meant.sight}`);
    if (!isSame) await new Promise((resolve) => setTimeout(resolve, 20));
    before = isSame ? shown.sight : null;
  }
}

/** The servers go by the kiosk's time, as else it would go back to theirs. */
function keepTime(houses: readonly BrowserHouse[], now: number): void {
  for (const house of houses) house.setTime(new Date(now).toISOString());
}

async function openTwins(browser: Browser, houses: readonly BrowserHouse[]): Promise<readonly [Page, Page]> {
  const [first, second] = await Promise.all(houses.map((house) => house.openKiosk(browser)));
  if (first === undefined || second === undefined) throw new Error('there are two');
  const pages = [first.page, second.page] as const;
  for (const { context, page } of [first, second]) {
    await context.addInitScript(countAnswers);
    await page.reload();
    await page.locator('[data-screen="rest"]').waitFor();
    await stopTime(page);
    await learnLanguages(page);
  }
  return pages;
}

/** The words of a language come when it is first chosen, which is no matter of taps: all are there before the first. */
async function learnLanguages(page: Page): Promise<void> {
  await page.evaluate(useFirst, '.wake-all');
  for (const { tag } of languages) {
    for (const what of ['.header .tool:last-child', `.tile.language[lang="${tag}"]`]) {
      await page.clock.fastForward(AFTER_A_TAP);
      await page.locator(what).filter({ visible: true }).first().waitFor();
      await page.evaluate(useFirst, what);
    }
    await page.locator(`html[lang="${tag}"]`).waitFor();
  }
  // Long enough for nobody to be there any more.
  await page.clock.fastForward(121_000);
  await page.locator('[data-screen="rest"]').waitFor();
}

/** Runs in the page, before anything else there. */
function countAnswers(): void {
  const { fetch } = window;
  const watched = window as unknown as { awaited: number };
  watched.awaited = 0;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = transaction.apply(this, asked);
    watched.awaited += 1;
    for (const end of ['complete', 'abort']) begun.addEventListener(end, () => (watched.awaited -= 1));
    return begun;
  };
  window.fetch = async (...request) => {
    watched.awaited += 1;
    try {
      return await fetch(...request);
    } finally {
      watched.awaited -= 1;
    }
  };
}

/** Runs in the page. */
function lookAround(): Look {
  const buttons = [...document.querySelectorAll<HTMLElement>('button')].filter((each) => each.checkVisibility());
  const targets = buttons.map((each, nth) => {
    const { left: x, top: y, width, height } = each.getBoundingClientRect();
    // Where the steps of Hulp stand on a page of their own it comes second there, after the way back.
    const leadsOut = each.matches('[data-screen^="help"] .tools > :nth-child(-n + 2)');
    return { nth, name: each.ariaLabel ?? each.innerText, box: { x, y, width, height }, leadsOut };
  });
  const shown = [...document.querySelectorAll<HTMLElement>('[data-screen]')]
    .filter((each) => each.checkVisibility())
    .at(-1);
  const { lang, dataset } = document.documentElement;
  // Ids of commands differ; what they name does not.
  const name = shown?.dataset.screen?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id') ?? '';
  const moments = shown?.querySelectorAll<HTMLElement>('.place .sub, .moment, .day-time') ?? [];
  const said = [...moments].reduce((text, { innerText }) => text.replace(innerText, ''), shown?.innerText ?? '');
  const words = said.replace(/\s+/g, ' ');
  const first = shown?.querySelector<HTMLElement>('.bar > *')?.innerText ?? null;
  const { awaited } = window as unknown as { awaited: number };
  return {
    sight: `${dataset.size} ${lang} ${name} ${words}`,
    screen: name.split(' ')[0] ?? '',
    lang,
    first,
    targets,
    awaited,
    now: Date.now(),
  };
}

/** Runs in the page: somebody is there, and uses the button with this place among those in sight, or none. */
function use(nth: number | null): void {
  window.dispatchEvent(new PointerEvent('pointercancel'));
  if (nth === null) return;
  [...document.querySelectorAll<HTMLElement>('button')].filter((each) => each.checkVisibility())[nth]?.click();
}

/** Runs in the page. */
function useFirst(selector: string): void {
  [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility())?.click();
}

/** Runs in the page: which of the buttons in sight leads home. */
function nthOfWayHome(): number {
  const buttons = [...document.querySelectorAll<HTMLElement>('button')].filter((each) => each.checkVisibility());
  return buttons.findIndex((each) => each.matches('.wake-all, .bar button'));
}
