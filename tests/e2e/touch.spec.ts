/** Old hands on glass: drift, long presses, bounces, resting fingers. Each means one tap or none, never two. */
import type { Page } from '@playwright/test';
import { type BrowserHouse, expect, test } from './house.ts';
import { partiesOf, plan, SUNDAY, SUNDAY_MORNING } from './programme.ts';
import { button, joinButton, openMyThings, rowOf, screen, wake } from './screens.ts';
import { createFinger, middleOf, type Point, stopTime } from './taps.ts';

test.use({ startsAt: SUNDAY_MORNING });

const CHOIR = `Koor/${SUNDAY}`;

/** A button whose every activation counts: one guest more. */
async function standBeforeCounter(house: BrowserHouse, page: Page) {
  const hand = await wake(page);
  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(rowOf(page, 'Koor').getByRole('button').first());
  await hand.tap(joinButton(page, 'Koor'));
  await expect(screen(page, 'done')).toBeVisible();
  await hand.tap(button(page, 'Hulp'));
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(rowOf(page, 'Koor').getByRole('button').first());
  const bring = button(page, 'Ik neem iemand mee: Koor');
  await bring.waitFor();
  await hand.wait(1_000);
  return {
    hand,
    bring,
    middle: await middleOf(bring),
    finger: await createFinger(page),
    /** How often the button was activated: what the screen shows, and then what the server has. */
    async expectCount(count: number) {
      await expect(screen(page, 'activity')).toContainText(
        count === 0 ? '1 persoon doet mee' : `${count + 1} mensen doen mee`,
      );
      await expect.poll(async () => (await partiesOf(house, CHOIR)).map(({ guests }) => guests)).toEqual([count]);
    },
  };
}

const counter = { id: 'Koor', capacity: null, guests: 20, startTime: '14:00', endTime: '15:00' } as const;

test('UX 6: a finger that drifts while it presses taps once, as far as 60 pixels', async ({ browser, house }) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const { expectCount, finger, hand, middle } = await standBeforeCounter(house, page);
  const drifts: readonly Point[] = [
    { x: 0, y: 0 },
    { x: 14, y: 0 },
    { x: 18, y: 0 },
    { x: 30, y: 0 },
    { x: 60, y: 40 },
    { x: 0, y: 60 },
  ];
  for (const [i, drift] of drifts.entries()) {
    await finger.shakyTap(middle, drift);
    await expectCount(i + 1);
    await hand.wait(800);
  }
});

test('UX 7: a press of 40 milliseconds to 5 seconds is one tap and opens no menu', async ({ browser, house }) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const { bring, expectCount, finger, hand, middle } = await standBeforeCounter(house, page);
  // The system's own long press does not come from a test: what the browser would then ask is refused, on words as well.
  for (const asked of [bring, page.getByRole('heading', { level: 1 })]) {
    for (const type of ['contextmenu', 'dragstart']) {
      expect(
        await asked.evaluate((element, name) => {
          const event = new Event(name, { bubbles: true, cancelable: true });
          element.dispatchEvent(event);
          return event.defaultPrevented;
        }, type),
        type,
      ).toBe(true);
    }
  }
  expect(await bring.evaluate((element) => getComputedStyle(element).userSelect)).toBe('none');
  await page.evaluate(() => {
    const watch = window as unknown as { menus: number };
    watch.menus = 0;
    addEventListener('contextmenu', (event) => {
      if (!event.defaultPrevented) watch.menus += 1;
    });
  });
  for (const [i, held] of [40, 450, 1_200, 2_500, 5_000].entries()) {
    await finger.down(middle);
    // The browser's own long press goes by the real clock: up to 1,200 ms are real.
    const real = Math.min(held, 1_200);
    await new Promise((resolve) => setTimeout(resolve, real));
    if (held > real) await hand.wait(held - real);
    await finger.up();
    await expectCount(i + 1);
    await hand.wait(800);
  }
  expect(await page.evaluate(() => (window as unknown as { menus: number }).menus)).toBe(0);
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
});

test('UX 8: three taps 60 milliseconds apart are one, a second later it is the next', async ({ browser, house }) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const { expectCount, finger, middle } = await standBeforeCounter(house, page);
  await stopTime(page);
  for (let i = 0; i < 3; i += 1) {
    await finger.down(middle);
    await finger.up();
    await page.clock.runFor(60);
  }
  await page.clock.resume();
  await expectCount(1);
  await page.clock.fastForward(1_000);
  await finger.down(middle);
  await finger.up();
  await expectCount(2);
});

test('UX 9: a finger that slides off and lifts there has changed its mind', async ({ browser, house }) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const { bring, expectCount, finger, hand, middle } = await standBeforeCounter(house, page);
  await finger.down(middle);
  await expect(bring).toHaveAttribute('data-pressed', '');
  await finger.move({ x: middle.x - 400, y: middle.y - 200 });
  await expect(bring).not.toHaveAttribute('data-pressed');
  await finger.up();
  await finger.shakyTap(middle, { x: 0, y: -200 });
  await hand.wait(800);
  await finger.down(middle);
  await finger.up();
  // The one that did not slide is the only one that counts.
  await expectCount(1);
});

test('UX 10: a second finger or the ball of the hand neither taps nor spoils the tap', async ({ browser, house }) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const { expectCount, finger, hand, middle } = await standBeforeCounter(house, page);
  const undo = await middleOf(button(page, 'Toch niet: Koor'));
  await finger.glass('touchStart', [{ ...middle, id: 0 }]);
  await finger.glass('touchStart', [
    { ...middle, id: 0 },
    { ...undo, id: 1 },
  ]);
  // The first finger lifts, the second stays where it is.
  await finger.glass('touchEnd', [{ ...middle, id: 0 }]);
  await expectCount(1);
  await finger.glass('touchEnd', []);
  await hand.wait(1_000);
  await expectCount(1);
  await expect(screen(page, 'activity')).toContainText('U doet mee');
});

test('UX 10: signing up works with a second finger resting on the glass', async ({ browser, house }) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const finger = await createFinger(page);
  const palm = { x: 6, y: 400, id: 1 };
  for (const target of [joinButton(page, 'Koor'), button(page, /^0 /), button(page, /^1 /)]) {
    await target.waitFor();
    await hand.wait(800);
    const at = { ...(await middleOf(target)), id: 0 };
    await finger.glass('touchStart', [at]);
    await finger.glass('touchStart', [at, palm]);
    await finger.glass('touchEnd', [at]);
    await finger.glass('touchEnd', [palm]);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
});

test('UX 8: a second landing 150 milliseconds after another screen came hits nothing on it', async ({
  browser,
  house,
}) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const finger = await createFinger(page);
  // Where the floors will be, there is a row now.
  await hand.tap(joinButton(page, 'Koor'));
  const floor = await middleOf(button(page, /^0 /));
  await hand.tap(button(page, 'Terug'));
  await expect(screen(page, 'today')).toBeVisible();
  await hand.wait(1_000);
  await stopTime(page);
  const join = await middleOf(joinButton(page, 'Koor'));
  await finger.down(join);
  await finger.up();
  await expect(screen(page, 'who')).toBeVisible();
  await page.clock.runFor(150);
  await finger.down(floor);
  await finger.up();
  await page.clock.runFor(1_000);
  await expect(screen(page, 'who')).toHaveAttribute('data-screen', /floor/);
  // Later the same place is a floor.
  await finger.down(floor);
  await finger.up();
  await expect(button(page, /^1 /)).toBeVisible();
});

test('Enter and Space press the button that has the focus, once each', async ({ browser, house }) => {
  await plan(house, SUNDAY, [counter]);
  const { page } = await house.openKiosk(browser);
  const { bring, expectCount, hand } = await standBeforeCounter(house, page);
  for (const [i, key] of ['Enter', 'Space', 'Enter'].entries()) {
    await bring.focus();
    await page.keyboard.press(key);
    await expectCount(i + 1);
    await hand.wait(800);
  }
  await bring.evaluate((element: HTMLElement) => element.click());
  await expectCount(4);
});

test('a tool that becomes another under the finger is used once, also by a finger that bounces', async ({
  browser,
  house,
}) => {
  await plan(house, SUNDAY, [
    counter,
    { id: 'Bingo', startTime: '15:00', endTime: '16:00' },
    { id: 'Film', startTime: '16:00', endTime: '17:00' },
    { id: 'Soep', startTime: '18:00', endTime: '19:00' },
  ]);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  // Later becomes Week, and Groter becomes Kleiner.
  await hand.tap(button(page, 'Later'));
  await expect(rowOf(page, 'Soep')).toBeVisible();
  await expect(button(page, 'Week')).toBeVisible();
  await hand.tap(button(page, 'Groter'));
  await expect(page.locator('html')).toHaveAttribute('data-size', 'groter');
  await hand.tap(button(page, 'Kleiner'));
  await expect(page.locator('html')).toHaveAttribute('data-size', 'normal');
  const finger = await createFinger(page);
  const bigger = await middleOf(button(page, 'Groter'));
  await hand.wait(1_000);
  await stopTime(page);
  for (let i = 0; i < 3; i += 1) {
    await finger.down(bigger);
    await finger.up();
    await page.clock.runFor(60);
  }
  await page.clock.resume();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'groter');
});
