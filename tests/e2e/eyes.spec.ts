/**
 * The same screens for other eyes: larger (UX 13), set wider (UX 17), in letters and signs of the house itself (UX 18),
 * through an aged lens and by night (UX 19, 20, 22, 23), without colours (UX 21), in the colours of the system (UX 24),
 * without motion (UX 31), and from right to left (UX 48).
 */
import type { Page } from '@playwright/test';
import { languages } from '../../src/client/i18n/languages.ts';
import { everyScreen } from './every-screen.ts';
import { expect, test } from './house.ts';
import { profiles } from './layout-matrix.ts';
import { colourDefects } from './look-at-colours.ts';
import { layoutDefects } from './look-at-layout.ts';
import { takeAll } from './scooters.ts';
import { button, chooseDoor, screen, signUp, wake } from './screens.ts';
import { createHand } from './taps.ts';

/** What WCAG 1.4.12 lets somebody set. */
const WIDE = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
  html, body, .rest { block-size: auto !important; overflow: auto !important; }
  .screen { block-size: auto !important; min-block-size: 100dvb; grid-template-rows: auto auto auto !important; }`;

for (const { name: panel, width, height } of profiles) {
  test(`UX 13, 17, 48: on ${panel} every screen grows and shrinks in its place, stays whole set wider, and can be mirrored`, async ({
    browser,
    house,
  }) => {
    test.setTimeout(120_000);
    const { page } = await house.openKiosk(browser, { width, height });
    const found: string[] = [];
    const note = (where: string, defects: readonly string[]) =>
      found.push(...defects.map((each) => `${where}: ${each}`));
    await everyScreen(page, async (name) => {
      note(name, await offTheMirror(page));
      await setWide(page, true);
      // At rest the first touch only wakes, and there any touch is the answer.
      if (name === 'rest' || name === 'still-there') note(name, await lost(page));
      else {
        const before = await whereOn(page);
        const hand = createHand(page);
        await hand.tap(button(page, 'Groter'));
        await expect(page.locator('html')).toHaveAttribute('data-size', 'groter');
        note(`${name}, groter`, await lost(page));
        await hand.tap(button(page, 'Kleiner'));
        await expect(page.locator('html')).toHaveAttribute('data-size', 'normal');
        note(name, await lost(page));
        expect(await whereOn(page)).toEqual(before);
      }
      await setWide(page, false);
    });
    expect(found).toEqual([]);
  });
}

const whereOn = (page: Page): Promise<readonly (string | undefined)[]> =>
  page
    .locator('[data-screen]:visible')
    .evaluateAll((all) =>
      all.map((each) => `${each.getAttribute('data-screen')} ${each.querySelector('h1')?.textContent}`),
    );

/** By a style sheet of the page itself: the house forbids styles from anywhere else. */
const setWide = (page: Page, isWide: boolean): Promise<void> =>
  page.evaluate(
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    },
    isWide ? WIDE : '',
  );

/** Where the content may scroll, nothing may be cut off or lie over something else. */
async function lost(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate<string[]>(`[...(${layoutDefects})(), ...(${cutOff})()]`);
  return found.filter((each) => /^(over each other|cut)/.test(each));
}

/** Words of which a part cannot be read, wherever somebody scrolls to. Runs in the page. */
function cutOff(): string[] {
  const bad: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    if (text === '' || node.parentElement?.checkVisibility() !== true) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    for (let each: HTMLElement | null = node.parentElement; each !== null; each = each.parentElement) {
      if (each.matches('html, body, .rest') || getComputedStyle(each).overflowX === 'visible') continue;
      const box = each.getBoundingClientRect();
      const over = Math.max(box.left - left, box.top - top, right - box.right, bottom - box.bottom);
      if (over > 4) bad.push(`cut off: "${text.slice(0, 30)}" by ${over.toFixed(0)} px in ${each.className}`);
    }
    if (left < -1 || right > innerWidth + 1) bad.push(`cut off: "${text.slice(0, 30)}" beside the glass`);
  }
  return bad;
}

/** The same words, so that nothing but the direction differs. */
async function offTheMirror(page: Page): Promise<readonly string[]> {
  const turn = (dir: 'ltr' | 'rtl') =>
    page.evaluate((next) => {
      document.documentElement.dir = next;
    }, dir);
  const before = await places(page);
  await turn('rtl');
  const after = await places(page);
  // Arrows turn, clocks and ticks do not.
  const turned = await page
    .locator('svg:visible')
    .evaluateAll((all) => all.map((each) => [each.matches('.flip'), getComputedStyle(each).transform] as const));
  await turn('ltr');
  const { width } = page.viewportSize()!;
  return [
    ...before.flatMap(({ left, right, top }, i) => {
      const mirrored = after[i]!;
      const off = Math.max(
        Math.abs(width - right - mirrored.left),
        Math.abs(width - left - mirrored.right),
        Math.abs(top - mirrored.top),
      );
      return off > 2 ? [`${left}–${right} is mirrored at ${mirrored.left}–${mirrored.right}`] : [];
    }),
    ...turned
      .filter(([flips, transform]) => transform !== (flips ? 'matrix(-1, 0, 0, 1, 0, 0)' : 'none'))
      .map(([flips]) => (flips ? 'an arrow that does not turn' : 'a drawing that turns')),
  ];
}

test('UX 18: every letter comes from the house and is there without a network; a zero has no stroke', async ({
  browser,
  house,
}) => {
  const { page, context } = await house.openKiosk(browser);
  await wake(page);
  await page.evaluate(() => document.fonts.ready);
  await context.setOffline(true);
  const missing = await page.evaluate(async () => {
    const used = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility() || (element.innerText ?? '').trim() === '') continue;
      const { fontFamily, fontSize, fontWeight } = getComputedStyle(element);
      used.add(`${fontWeight} ${fontSize} ${fontFamily}`);
    }
    return [...used].filter((font) => !document.fonts.check(font, 'Hé 10:30'));
  });
  expect(missing).toEqual([]);
  // What `check` says of a family nobody brought along is true as well: every word asks for the letters of the house.
  const foreign = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .map((each) => getComputedStyle(each).fontFamily)
      .filter((family) => !family.startsWith('Kiosk')),
  );
  expect(foreign).toEqual([]);
  const families = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  expect(families).toBeGreaterThanOrEqual(2);
  // In the middle of an unslashed zero there is no ink.
  const inkInZero = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(200, 200);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.font = `700 160px ${getComputedStyle(document.body).fontFamily}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'alphabetic';
    pen.fillText('0', 100, 160);
    const { actualBoundingBoxAscent: high } = pen.measureText('0');
    const middle = 160 - high / 2;
    const { data } = pen.getImageData(90, Math.round(middle - 10), 20, 20);
    return data.filter((_, i) => i % 4 === 3).some((alpha) => alpha > 40);
  });
  expect(inkInZero).toBe(false);
});

test('UX 21: every state is a word in the name of what can be tapped, or beside it', async ({ browser, house }) => {
  await takeAll(house, { date: '2026-10-14', time: '10:00', minutes: 60 });
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await signUp(hand, { title: 'Lunch', floor: 0, door: '1' });
  await hand.tap(button(page, 'Klaar'));
  await hand.tap(button(page, 'Mijn dingen'));
  await chooseDoor(hand, 0, '1');
  for (const ticket of await page.locator('.ticket').all()) {
    await expect(ticket).toContainText(/U doet mee|U bent/);
  }
  await hand.tap(button(page, 'Scootmobiel'));
  for (const day of await page.locator('.day-choice').all()) {
    await expect(day).toContainText(/vrij|bezet|Geen scootmobiel/i);
    await expect(day.locator('svg')).not.toHaveCount(0);
  }
  await hand.tap(page.locator('.day-choice').first());
  for (const time of await page.locator('.time-choice').all()) {
    await expect(time).toContainText(/Vrij|Bezet|Voorbij/);
    await expect(time.locator('.mark svg')).toHaveCount(1);
  }
  // Each word has a drawing of its own, so that who sees no colours and who reads nothing can tell them apart.
  const drawn = await page
    .locator('.time-choice .mark')
    .evaluateAll((all) => all.map((each) => [each.textContent?.trim(), each.querySelector('svg')?.innerHTML] as const));
  const [words, drawings] = [new Set(drawn.map(([word]) => word)), new Set(drawn.map(([, drawing]) => drawing))];
  expect(words.size).toBeGreaterThan(1);
  expect(drawings.size).toBe(words.size);
});

test('UX 19, 20, 22 to 24, 31: the colours of every screen by day, by night and of the system, and what moves', async ({
  browser,
  house,
}) => {
  test.setTimeout(90_000);
  const { page } = await house.openKiosk(browser);
  const found: string[] = [];
  const note = (name: string, defects: readonly string[]) => found.push(...defects.map((each) => `${name}: ${each}`));
  await everyScreen(page, async (name) => {
    note(name, await page.evaluate(colourDefects));
    await page.evaluate(() => document.documentElement.toggleAttribute('data-night', true));
    note(`${name} by night`, await page.evaluate(colourDefects));
    await page.evaluate(() => document.documentElement.removeAttribute('data-night'));

    await page.emulateMedia({ contrast: 'more' });
    const after = await places(page);
    note(`${name} with more contrast`, await page.evaluate(colourDefects));
    await page.emulateMedia({ contrast: null });
    expect(await places(page), name).toEqual(after);
    await page.emulateMedia({ forcedColors: 'active' });
    note(`${name} in the colours of the system`, await page.evaluate(bareControls));
    await page.emulateMedia({ forcedColors: null });

    for (const { milliseconds, what } of await moving(page)) {
      expect(milliseconds, `${name}: ${what}`).toBeLessThanOrEqual(200);
      expect(what, name).toMatch(/^(opacity|outline.*|)$/);
    }
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(page), name).toEqual([]);
    await page.emulateMedia({ reducedMotion: null });
    await expect(page.locator('video, audio[autoplay]')).toHaveCount(0);
  });
  expect(found).toEqual([]);
});

/** What can be tapped, or is where one is, and has no border to be seen. Runs in the page. */
function bareControls(): readonly string[] {
  return [...document.querySelectorAll('button, [aria-current]')]
    .filter((each) => each.checkVisibility() && !each.matches('.wake-all'))
    .filter((each) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(each);
      const thin = borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 2;
      return thin || borderTopColor === backgroundColor;
    })
    .map((each) => `${each.className} ${each.textContent?.slice(0, 30)}`);
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** Of everything that can be tapped, in the order of the page. */
const places = (page: Page): Promise<readonly Place[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, [aria-current]')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect())
      .map(({ left, right, top }) => ({ left, right, top })),
  );

const moving = (page: Page) =>
  page.evaluate(() => {
    const longest = (text: string) => Math.max(...text.split(',').map((each) => Number.parseFloat(each) * 1_000));
    const styled = [...document.querySelectorAll('body, body *')].flatMap((each) => {
      const { animationName, animationDuration, transitionDuration, transitionProperty } = getComputedStyle(each);
      return [
        { what: animationName, milliseconds: animationName === 'none' ? 0 : longest(animationDuration) },
        { what: transitionProperty, milliseconds: longest(transitionDuration) },
      ];
    });
    const running = document.getAnimations().map((each) => ({
      what: each.id,
      milliseconds: Number(each.effect?.getComputedTiming().duration ?? 0),
    }));
    return [...styled, ...running].filter(({ milliseconds }) => milliseconds > 0);
  });

test('UX 46, 48, 49: Arabic in two taps by its own name, with its plurals, and names, rooms and times keep their direction', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const before = hand.taps;
  await hand.tap(button(page, 'Taal'));
  for (const { tag, endonym } of languages.filter((each) => each.tag !== 'nl')) {
    const tile = button(page, new RegExp(endonym));
    await expect(tile).toHaveAttribute('lang', tag);
    await expect(tile.locator('img')).toHaveCount(0);
  }
  await hand.tap(button(page, /العربية/));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(screen(page, 'today')).toBeVisible();
  expect(hand.taps - before).toBe(2);

  // The forms this very browser asks for are those the words have (tests/i18n/words.test.ts compares these).
  const forms = await page.evaluate(
    (tags) => tags.map((tag) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted()),
    languages.map(({ tag }) => tag as string),
  );
  for (const [i, { tag }] of languages.entries())
    expect(forms[i], tag).toEqual(
      new Intl.PluralRules(tag === 'pap' ? 'nl' : tag).resolvedOptions().pluralCategories.toSorted(),
    );

  const times = page.locator('.slip .time:visible');
  await expect(times).not.toHaveCount(0);
  for (const part of [...(await times.all()), ...(await page.locator('.slip .name:visible').all())]) {
    await expect(part.locator('bdi')).toHaveCount(1);
  }
  for (const room of ['Huiskamer', 'Eetkamer'])
    await expect(page.locator('.slip bdi', { hasText: new RegExp(`^${room}$`) }).first()).toBeVisible();
});
