/** Two tablets show the same house: within a second, and after a broken connection again without a reload. */
import type { Page } from '@playwright/test';
import { expect, test } from './house.ts';
import { idOf, rivalJoins } from './programme.ts';
import { button, chooseDoor, finish, joinButton, rowOf, screen, signUp, wake } from './screens.ts';

const LUNCH = { title: 'Lunch', floor: 0, door: '1' } as const;

/** Something that only lives as long as this page does. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(window, { marked: true }));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'marked' in window);

test('a sign-up on one tablet is on the other within one second, by its own clock', async ({ browser, house }) => {
  const one = await house.openKiosk(browser);
  const other = await house.openKiosk(browser, { ownClock: true });
  await expect(async () => {
    // By its own clock the first touch may come too soon after the first screen.
    if (await screen(other.page, 'rest').isVisible()) await screen(other.page, 'rest').getByRole('button').tap();
    await expect(rowOf(other.page, 'Lunch')).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(rowOf(other.page, 'Lunch')).not.toContainText('persoon doet mee');
  const hand = await wake(one.page);
  await signUp(hand, LUNCH);
  await expect(rowOf(other.page, 'Lunch')).toContainText('1 persoon doet mee', { timeout: 1_000 });
  await hand.tap(button(one.page, 'Toch niet'));
  await expect(screen(one.page, 'left')).toBeVisible();
  await expect(rowOf(other.page, 'Lunch')).not.toContainText('persoon doet mee', { timeout: 1_000 });
});

test('a tablet whose connection broke says so, goes on, and both catch up without a reload', async ({
  browser,
  house,
}) => {
  const one = await house.openKiosk(browser);
  const other = await house.openKiosk(browser);
  const hand = await wake(one.page);
  const otherHand = await wake(other.page);
  await mark(one.page);
  await mark(other.page);
  const reloads: string[] = [];
  for (const { page } of [one, other]) page.on('load', () => reloads.push(page.url()));

  other.cable.pull();
  await expect(other.page.getByText('Even geen internet')).toBeVisible();
  await signUp(hand, LUNCH);
  await finish(hand);
  await signUp(otherHand, { title: 'Wandelclub', floor: 0, door: '2' });
  await expect(screen(other.page, 'done')).toContainText('bewaard');
  await finish(otherHand);
  await rivalJoins(house, '5', await idOf(house, 'Lunch', '2026-10-14'));
  await expect(rowOf(one.page, 'Lunch')).toContainText('2 mensen doen mee');
  await expect(rowOf(one.page, 'Wandelclub')).not.toContainText('persoon doet mee');

  other.cable.plugIn();
  await otherHand.wait(31_000);
  await expect(rowOf(other.page, 'Lunch')).toContainText('2 mensen doen mee');
  await expect(other.page.getByText('Even geen internet')).toHaveCount(0);
  await expect(rowOf(one.page, 'Wandelclub')).toContainText('1 persoon doet mee');
  expect(reloads).toEqual([]);
  expect([await isMarked(one.page), await isMarked(other.page)]).toEqual([true, true]);
});

test('a connection that only fell silent is given up and made again', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await mark(page);
  const again = page.waitForRequest((request) => request.url().includes('/api/changes'));
  // Longer than two heartbeats by the page's clock, in which none came.
  await hand.wait(41_000);
  await again;
  await rivalJoins(house, '1', await idOf(house, 'Lunch', '2026-10-14'));
  await expect(rowOf(page, 'Lunch')).toContainText('1 persoon doet mee');
  expect(await isMarked(page)).toBe(true);
});

test('what two tablets do at the same moment ends the same on both', async ({ browser, house }) => {
  const lunch = await idOf(house, 'Lunch', '2026-10-14');
  await house.asStaff({ type: 'changeActivity', activityId: lunch, fields: { capacity: 1 } });
  const one = await house.openKiosk(browser);
  const other = await house.openKiosk(browser);
  const hands = [await wake(one.page), await wake(other.page)] as const;
  for (const hand of hands) {
    await hand.tap(joinButton(hand.page, 'Lunch'));
    await hand.tap(button(hand.page, /^0 /));
  }
  await Promise.all([hands[0].tap(button(one.page, /^1 /)), hands[1].tap(button(other.page, /^2 /))]);
  const titles = [one.page, other.page].map((page) => page.getByRole('heading', { level: 1 }));
  await expect
    .poll(async () =>
      (await Promise.all(titles.map((title) => title.innerText()))).filter((text) => text.startsWith('Gelukt')),
    )
    .toHaveLength(1);
  await expect
    .poll(async () =>
      (await Promise.all(titles.map((title) => title.innerText()))).filter((text) =>
        text.startsWith('U staat op de lijst'),
      ),
    )
    .toHaveLength(1);
  for (const hand of hands) await finish(hand);
  for (const { page } of [one, other]) {
    await expect(rowOf(page, 'Lunch')).toContainText('Vol');
    await expect(rowOf(page, 'Lunch')).toContainText('1 van 1 stoelen');
  }
});

test('a choice of door goes on undisturbed while others sign up', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const other = await house.openKiosk(browser);
  await wake(other.page);
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Lunch'));
  await hand.tap(button(page, /^4 /));
  const before = await screen(page, 'who').innerHTML();
  const lunch = await idOf(house, 'Lunch', '2026-10-14');
  for (const door of ['5', '6', '7']) await rivalJoins(house, door, lunch);
  await expect(rowOf(other.page, 'Lunch')).toContainText('3 mensen doen mee');
  expect(await screen(page, 'who').innerHTML()).toBe(before);
  await hand.tap(button(page, 'Terug'));
  await chooseDoor(hand, 0, '1');
  await finish(hand);
  await expect(rowOf(page, 'Lunch')).toContainText('4 mensen doen mee');
});
