/**
 * The same screens for other eyes: letters set wider (UX 17), letters and signs from the house itself (UX 18), without
 * colours (UX 21), in the colours of the system (UX 24), without motion (UX 31), and from right to left (UX 48).
 */
import type { Page } from '@playwright/test';
import { everyScreen } from './every-screen.ts';
import { expect, test } from './house.ts';
import { layoutDefects } from './look-at-layout.ts';
import { button, chooseDoor, signUp, wake } from './screens.ts';

/** What WCAG 1.4.12 lets somebody set. */
const WIDE = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
  html, body { block-size: auto !important; overflow: auto !important; }
  .screen { block-size: auto !important; min-block-size: 100dvb; grid-template-rows: auto auto auto !important; }`;

test('UX 17: letters, words and lines set wider stay whole and within reach', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const lost: string[] = [];
  await everyScreen(page, async (name) => {
    // By a style sheet of the page itself: the house forbids styles from anywhere else.
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, WIDE);
    // Where the content may scroll, nothing may be cut off or lie over something else.
    const found = await page.evaluate<string[]>(`(${layoutDefects})()`);
    lost.push(...found.filter((each) => /^(over each other|cut)/.test(each)).map((each) => `${name}: ${each}`));
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  });
  expect(lost).toEqual([]);
});

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
});

test('UX 24: in the colours of the system every control keeps a border, and more contrast changes no place', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const bare: string[] = [];
  await everyScreen(page, async (name) => {
    await page.emulateMedia({ contrast: 'more' });
    const after = await places(page);
    await page.emulateMedia({ contrast: null });
    expect(await places(page), name).toEqual(after);
    await page.emulateMedia({ forcedColors: 'active' });
    for (const each of await page.evaluate(bareControls)) bare.push(`${name}: ${each}`);
    await page.emulateMedia({ forcedColors: null });
  });
  expect(bare).toEqual([]);
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

test('UX 31: nothing moves for longer than 200 milliseconds, nor at all for who asks for rest', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const moving = () =>
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
  await everyScreen(page, async (name) => {
    for (const { milliseconds, what } of await moving()) {
      expect(milliseconds, `${name}: ${what}`).toBeLessThanOrEqual(200);
      expect(what, name).toMatch(/^(opacity|outline.*|)$/);
    }
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving(), name).toEqual([]);
    await page.emulateMedia({ reducedMotion: null });
    await expect(page.locator('video, audio[autoplay]')).toHaveCount(0);
  });
});

test('UX 48: from right to left everything stands where a mirror would put it', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const turn = (dir: 'ltr' | 'rtl') =>
    page.evaluate((next) => {
      document.documentElement.dir = next;
    }, dir);
  await everyScreen(page, async (name) => {
    const before = await places(page);
    // The same words, so that nothing but the direction differs.
    await turn('rtl');
    const after = await places(page);
    // Arrows turn, clocks and ticks do not.
    const turned = await page
      .locator('svg:visible')
      .evaluateAll((all) => all.map((each) => [each.matches('.flip'), getComputedStyle(each).transform] as const));
    await turn('ltr');
    const { width } = page.viewportSize()!;
    for (const [i, { left, right, top }] of before.entries()) {
      const mirrored = after[i]!;
      const off = Math.max(
        Math.abs(width - right - mirrored.left),
        Math.abs(width - left - mirrored.right),
        Math.abs(top - mirrored.top),
      );
      expect(off, `${name}: ${left}–${right} is ${mirrored.left}–${mirrored.right}`).toBeLessThanOrEqual(2);
    }
    for (const [flips, transform] of turned) {
      expect(transform, name).toBe(flips ? 'matrix(-1, 0, 0, 1, 0, 0)' : 'none');
    }
  });
});

test('UX 48: names, rooms and times keep their own direction in an Arabic sentence', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(button(page, 'Taal'));
  await hand.tap(button(page, /العربية/));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const times = page.locator('.slip .time:visible');
  await expect(times).not.toHaveCount(0);
  for (const part of [...(await times.all()), ...(await page.locator('.slip .name:visible').all())]) {
    await expect(part.locator('bdi')).toHaveCount(1);
  }
});
