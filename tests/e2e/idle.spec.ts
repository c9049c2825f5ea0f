/** What happens when somebody walks away: nothing too soon, a question before anything personal goes, and nothing lost. */
import type { Page } from '@playwright/test';
import { expect, test } from './house.ts';
import { idOf, partiesOf } from './programme.ts';
import { button, floorTile, joinButton, openMyThings, rowOf, screen, signUp, wake } from './screens.ts';
import { createHand, middleOf, stopTime } from './taps.ts';

const RIET = { title: 'Lunch', floor: 0, door: '1' } as const;

/** A touch on nothing at all, with the clock standing still: from here the seconds are counted. */
async function touchAndStopTime(page: Page): Promise<void> {
  await stopTime(page);
  await page.touchscreen.tap(4, 4);
}

/** Every word and box but those of the line that tells the time. */
const sightOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-screen] *')]
      .filter((each) => each.checkVisibility() && each.closest('.place, .day-time') === null)
      .map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        const own = [...each.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent);
        return `${each.tagName} ${each.getAttribute('class')} ${[left, top, width, height].join()} ${own.join()}`;
      }),
  );

const shown = (page: Page): Promise<string> => page.locator('.kept').innerHTML();

for (const [name, button1] of [
  ['today', null],
  ['scooter', 'Scootmobiel'],
  ['help', 'Hulp'],
  ['language', 'Taal'],
] as const) {
  test(`UX 25, 28: ${name} stays as it is but for its clock for 119 seconds without a touch, and goes to rest after 120`, async ({
    browser,
    house,
  }) => {
    const { cable, page } = await house.openKiosk(browser);
    const hand = await wake(page);
    // The clock of the house does not run with that of the page: what Vandaag says of that is said before.
    cable.pull();
    await expect(page.getByText('Even geen internet')).toBeVisible();
    if (button1 !== null) await hand.tap(button(page, button1));
    await expect(screen(page, name)).toBeVisible();
    await touchAndStopTime(page);
    const before = await sightOf(page);
    expect(before.length).toBeGreaterThan(20);
    for (const seconds of [20, 20, 20, 20, 20, 19]) {
      await hand.wait(seconds * 1_000);
      expect(await sightOf(page)).toEqual(before);
    }
    await expect(screen(page, name)).toBeVisible();
    await expect(screen(page, 'still-there')).toHaveCount(0);
    await hand.wait(1_000);
    await expect(screen(page, 'rest')).toBeVisible();
  });
}

test('a touch on nothing at all counts: the 120 seconds begin again', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await touchAndStopTime(page);
  await hand.wait(119_000);
  await page.touchscreen.tap(4, 4);
  await hand.wait(119_000);
  await expect(screen(page, 'today')).toBeVisible();
  await hand.wait(1_000);
  await expect(screen(page, 'rest')).toBeVisible();
});

for (const name of ['done', 'my-things', 'who'] as const) {
  test(`UX 25: ${name} is left alone for 89 seconds and asks after 91, without a name`, async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    if (name === 'done') await signUp(hand, RIET);
    if (name === 'my-things') await openMyThings(hand, 0, '1');
    if (name === 'who') {
      await hand.tap(joinButton(page, 'Lunch'));
      await hand.tap(floorTile(page, 0));
    }
    await touchAndStopTime(page);
    await hand.wait(89_000);
    await expect(screen(page, name)).toBeVisible();
    await hand.wait(2_000);
    await expect(screen(page, 'still-there')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bent u er nog?');
    await expect(page.getByText('Wat u deed, is bewaard.')).toBeVisible();
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Riet');
    await expect(screen(page, 'still-there').getByRole('main').getByRole('button')).toHaveCount(1);
    await expect(screen(page, name)).toHaveCount(0);
  });
}

test('UX 26: the question counts down from 60 seconds and then nothing personal is left anywhere', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(button(page, 'Groter'));
  await signUp(hand, { ...RIET, title: 'Wandelclub' });
  await hand.tap(button(page, 'Taal'));
  await hand.tap(button(page, /Türkçe/));
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'groter');
  await touchAndStopTime(page);
  await hand.wait(90_000);
  await expect(page.getByText('60 saniye kaldı')).toBeVisible();
  await hand.wait(30_000);
  await expect(page.getByText('30 saniye kaldı')).toBeVisible();
  await hand.wait(29_000);
  await expect(screen(page, 'still-there')).toBeVisible();
  await hand.wait(1_000);
  await expect(screen(page, 'rest')).toBeVisible();
  await page.clock.resume();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'normal');
  const html = await page.locator('html').innerHTML();
  for (const word of ['Riet', 'Molenaar', 'Wandelclub', 'Toch niet']) expect(html).not.toContain(word);
  // What was done is done.
  await expect.poll(async () => partiesOf(house, await idOf(house, 'Wandelclub', '2026-10-14'))).toHaveLength(1);
  const next = await wake(page);
  await expect(rowOf(page, 'Wandelclub')).toContainText('1 persoon doet mee');
  await next.tap(button(page, 'Mijn dingen'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wie bent u?');
});

test('UX 26, 27: ten times over, the answer brings back exactly what was there', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await signUp(hand, RIET);
  await expect.poll(async () => partiesOf(house, await idOf(house, 'Lunch', '2026-10-14'))).toHaveLength(1);
  await expect(screen(page, 'done')).not.toContainText('bewaard');
  const before = await shown(page);
  expect(before).toContain('Gelukt, Riet');
  for (let time = 1; time <= 10; time += 1) {
    await hand.wait(91_000);
    await expect(screen(page, 'still-there')).toBeVisible();
    // The button on one, any other place on the glass on the next.
    if (time % 2 === 0) await hand.tap(button(page, 'Ja, ik ben er nog'));
    else await page.touchscreen.tap(4, 4);
    await expect(screen(page, 'still-there')).toHaveCount(0);
    await expect.poll(() => shown(page), `time ${time}`).toBe(before);
  }
});

test('a page of doors and the large letters are still there after the question', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(button(page, 'Groter'));
  await hand.tap(joinButton(page, 'Wandelclub'));
  await hand.tap(floorTile(page, 0));
  await hand.tap(button(page, 'Volgende'));
  await expect(page.getByText(/^2 van \d$/)).toBeVisible();
  const before = await shown(page);
  await hand.wait(91_000);
  await expect(screen(page, 'still-there')).toBeVisible();
  await hand.tap(button(page, 'Ja, ik ben er nog'));
  await expect.poll(() => shown(page)).toBe(before);
});

test('the touch that answers does nothing else, wherever it lands', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await signUp(hand, RIET);
  const undo = await middleOf(button(page, 'Toch niet'));
  await hand.wait(91_000);
  await expect(screen(page, 'still-there')).toBeVisible();
  await page.touchscreen.tap(undo.x, undo.y);
  await expect(screen(page, 'done')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveText('Gelukt, Riet');
  await expect.poll(async () => partiesOf(house, await idOf(house, 'Lunch', '2026-10-14'))).toHaveLength(1);
});

test('UX 28, 43: at rest the screen says day, time and what comes next, and its clock goes on', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const rest = screen(page, 'rest');
  await expect(rest.getByRole('heading', { level: 1 })).toHaveText('Woensdagochtend');
  await expect(rest).toContainText('8:20');
  await expect(rest).toContainText('14 oktober');
  await expect(rest).toContainText('9:30');
  await expect(rest).toContainText('Koffie-inloop');
  await expect(rest).toContainText('Huiskamer');
  house.setTime('2026-10-14T08:21:10+02:00');
  await page.clock.fastForward(60_000);
  await expect(rest).toContainText('8:21');
  house.setTime('2026-10-14T11:20:00+02:00');
  await page.clock.fastForward('02:59:00');
  await expect(rest).toContainText('11:20');
  await expect(rest).toContainText('Lunch');
  await expect(rest).toContainText('Straks');
});

test('at rest the screen is dark in the hours the house sets', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const rest = screen(page, 'rest').getByRole('main');
  await expect(rest).not.toHaveClass(/night/);
  await house.asStaff({ type: 'setLocation', location: { darkFrom: '19:00', darkUntil: '08:21' } });
  await expect(rest).toHaveClass(/night/);
  house.setTime('2026-10-14T08:21:10+02:00');
  await page.clock.fastForward('01:00');
  await expect(rest).not.toHaveClass(/night/);
});

test('UX 28: the first touch only wakes, also where a button will be, and a second one at once hits nothing', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const join = await middleOf(joinButton(page, 'Lunch'));
  await hand.wait(121_000);
  await expect(screen(page, 'rest')).toBeVisible();
  await hand.wait(1_000);
  await stopTime(page);
  await page.touchscreen.tap(join.x, join.y);
  await expect(screen(page, 'today')).toBeVisible();
  await page.clock.runFor(150);
  await page.touchscreen.tap(join.x, join.y);
  await page.clock.runFor(2_000);
  await expect(screen(page, 'today')).toBeVisible();
  await page.clock.resume();
  await createHand(page).tap(joinButton(page, 'Lunch'));
  await expect(screen(page, 'who')).toBeVisible();
});
