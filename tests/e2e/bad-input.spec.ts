/**
 * What a house may bring and a browser may lack, all at once: a resident with a name in Arabic script and a language the
 * kiosk has no words for, a title of one word of forty letters, and neither voice nor wake lock nor `Temporal`. The main
 * journey is whole and fits, in both sizes (`tests/webkit` runs it in a browser that really lacks them).
 */
import type { Page } from '@playwright/test';
import { type BrowserHouse, expect, test } from './house.ts';
import { defectsOf } from './kiosk-asserts.ts';
import { millimetre, profiles } from './layout-matrix.ts';
import { partiesOf, plan, SUNDAY, SUNDAY_MORNING } from './programme.ts';
import { button, chooseDoor, screen, wake } from './screens.ts';

test.use({ startsAt: SUNDAY_MORNING });

const LONG = 'Meerdaagsewandelvierdaagsevoorbereidings';
const FATIMA = 'فاطمة';
const DOOR = '999';
const FLOOR = 9;

test('a long word, a name in another script, an unknown language and a poor browser: each shown well', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  expect(LONG.length).toBe(40);
  await plan(house, SUNDAY, [{ id: 'long', title: LONG, startTime: '13:00', endTime: '14:00' }]);
  await moveIn(house);
  const { context, page } = await house.openKiosk(browser);
  await context.addInitScript(takeAway);
  await page.reload();
  const hand = await wake(page);
  expect(
    await page.evaluate(() => ['speechSynthesis', 'wakeLock'].filter((each) => each in window || each in navigator)),
  ).toEqual([]);
  await expect(page.locator('.tool .aloud')).toHaveCount(0);

  for (const size of ['normal', 'groter'] as const) {
    if (size === 'groter') await hand.tap(button(page, 'Groter'));
    await expectFits(page, size);
    await hand.tap(page.locator('.row').getByRole('button').first());
    await expect(screen(page, 'activity')).toBeVisible();
    await expectFits(page, size);
    await hand.tap(page.locator('.sign-up, [data-primary]').filter({ hasText: 'Ik doe mee' }).first());
    await chooseDoor(hand, FLOOR, DOOR);
    await expect(screen(page, 'done')).toBeVisible();
    // The name keeps its own direction; the sentence around it stays Dutch, and is marked so.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Gelukt, \u2068${FATIMA}\u2069`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    await expect(screen(page, 'done')).toContainText(new RegExp([...LONG].join('\u00ad?')));
    await expectFits(page, size);
    await expect.poll(async () => (await partiesOf(house, `long/${SUNDAY}`)).length).toBe(1);
    await hand.tap(button(page, 'Toch niet'));
    await expect(screen(page, 'left')).toBeVisible();
    await expect.poll(async () => (await partiesOf(house, `long/${SUNDAY}`)).length).toBe(0);
    await hand.tap(button(page, 'Klaar'));
    await expect(screen(page, 'today')).toBeVisible();
  }
});

const [P1] = profiles;

async function expectFits(page: Page, size: 'normal' | 'groter'): Promise<void> {
  const expected = { mm: millimetre(P1), profile: P1.name, groter: size === 'groter', lang: 'nl', dir: 'ltr' } as const;
  expect(await defectsOf(page, { ...expected, manyTiles: false })).toEqual([]);
}

/** Somebody who speaks Polish, which the kiosk does not. */
function moveIn(house: BrowserHouse): Promise<void> {
  const fields = {
    number: DOOR,
    salutation: null,
    language: 'pl',
    showName: true,
    firstName: FATIMA,
    infix: '',
    lastName: 'الزهراء',
  };
  return house.asStaff({ type: 'putResident', id: null, fields: { ...fields, phone: null }, was: {}, floor: FLOOR });
}

/** Runs in the page, before anything else there. */
function takeAway(): void {
  for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance', 'Temporal']) Reflect.deleteProperty(window, name);
  Reflect.deleteProperty(Navigator.prototype, 'wakeLock');
}
