/** The desk, the list of a meal on the tablet and what comes out of the printer look as somebody saw and found good. */
import type { Browser, Page } from '@playwright/test';
import { alarmPhrases } from '../../src/client/app/alarm-phrases.ts';
import { saidBy } from '../../src/client/app/alarm-words.ts';
import { alarm, post } from './announcements.ts';
import { busyMeal, busyWeek, newsToTell } from './desk-busy.ts';
import { goTo, openAt, openPage, sizes } from './desk-house.ts';
import { type BrowserHouse, expect } from './house.ts';
import { codeFor, enter, fillMeal, list, mealId, neighbours, openDoor, VOLUNTEER, volunteerAt } from './meal-house.ts';
import { button } from './screens.ts';
import { createCamera, standStill, test } from './visual-camera.ts';
import { deskPictures, desks, mealPictures, panels, printPictures } from './visual-pictures.ts';

const THURSDAY = '2026-10-15';
const part = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const title = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name }).first()).toBeVisible();

/** A Thursday afternoon on which something has to be told, mended, cooked and looked at. */
async function busyThursday(house: BrowserHouse): Promise<void> {
  await newsToTell(house);
  await busyMeal(house);
  await busyWeek(house);
  await post(house);
  standStill(house);
}

for (const desk of desks) {
  const size = sizes.find(({ name }) => name === desk.size)!;
  test(`the desk on ${desk.size} looks as it was found good`, async ({ browser, house }) => {
    test.setTimeout(240_000);
    await busyThursday(house);
    const folder = `desk-${desk.name}`;
    const outside = await openPage(browser, house, size);
    await outside.goto(`${house.url}/beheer`);
    await title(outside, /Beheer/);
    const door = createCamera({ page: outside, house, folder, names: ['sign-in'] });
    await door.take('sign-in');
    await outside.context().close();

    const page = await openAt(browser, house, 'Vandaag', { size });
    const { finish, take } = createCamera({
      page,
      house,
      folder,
      names: deskPictures.filter((each) => each !== 'sign-in'),
    });
    await expect(page.getByRole('region', { name: 'Dit vraagt nu iets van u' })).toBeVisible();
    await take('vandaag');
    await goTo(page, 'Bellen');
    await expect(page.getByText('Riet Molenaar').first()).toBeVisible();
    await take('bellen');
    await atMessages(page, take);
    await goTo(page, 'Programma');
    await expect(page.getByRole('button', { name: 'Nieuwe activiteit' })).toBeVisible();
    await take('programma');
    await page.getByRole('button').filter({ hasText: 'Samen eten' }).first().click();
    await title(page, /Samen eten/);
    await take('activiteit');
    await goTo(page, 'Eten');
    await expect(page.getByRole('group', { name: 'Riet Molenaar', exact: true })).toBeVisible();
    await take('eten');
    await goTo(page, 'Bewoners');
    await expect(page.getByText('148 bewoners achter 110 deuren')).toBeVisible();
    await take('bewoners');
    await page.getByRole('searchbox', { name: 'Zoek op deur of naam' }).fill('Riet Molenaar');
    await page
      .getByRole('button', { name: /^Riet Molenaar/ })
      .first()
      .click();
    await title(page, /Riet Molenaar/);
    await take('bewoner');
    await goTo(page, 'Scootmobielen');
    await title(page, 'Scootmobielen');
    await take('scootmobielen');
    await part(page, 'Onderhoud');
    await take('onderhoud');
    await part(page, 'Cijfers');
    await take('cijfers');
    for (const [name, picture] of [
      ['Team', 'team'],
      ['Tablets', 'tablets'],
      ['Instellingen', 'instellingen'],
    ] as const) {
      await goTo(page, name);
      await title(page, name);
      await take(picture);
    }
    finish();
  });
}

/** What hangs, a message being written, and an alarm before it is given. */
async function atMessages(page: Page, take: (name: 'berichten' | 'bericht' | 'alarm') => Promise<void>): Promise<void> {
  await goTo(page, 'Berichten');
  await expect(page.getByText('Soep in de hal').first()).toBeVisible();
  await take('berichten');
  await part(page, 'Nieuw bericht');
  await page.getByLabel('Titel', { exact: true }).fill('De lift staat morgen stil');
  await page.getByLabel('Tekst', { exact: true }).fill('I.v.m. onderhoudswerkzaamheden staat de lift stil.');
  await page.clock.runFor(1_000);
  await take('bericht');
  await goTo(page, 'Berichten');
  await part(page, 'Alarm geven');
  await take('alarm');
}

test.describe('a meal on the tablet', () => {
  test.use({ startsAt: `${THURSDAY}T17:32:00+02:00` });
  test('looks as it was found good', async ({ browser, house }) => {
    test.setTimeout(240_000);
    const people = (await neighbours(house)).slice(0, 14);
    const meal = await mealId(house, 'Samen eten', THURSDAY);
    await fillMeal(house, meal, { people, dishes: ['vlees', 'halal', 'vegetarisch', 'vlees'] });
    const diet = { kinds: ['diabetes'], allergens: ['milk'], note: 'alleen koud' } as const;
    await house.asStaff({ type: 'setDiet', residentId: people[1]!.id, ...diet });
    for (const [at, panel] of panels.entries()) {
      const digits = await codeFor(house, VOLUNTEER);
      standStill(house);
      const { context, page } = await house.openKiosk(browser, panel);
      const names = at === 0 ? [...mealPictures.everyPanel, ...mealPictures.once] : mealPictures.everyPanel;
      const { finish, take } = createCamera<string>({ page, house, folder: `meal-${panel.name}`, names });
      await openDoor(page);
      const hand = volunteerAt(page);
      if (at === 0) {
        await take('names');
        await hand.tap(button(page, new RegExp(VOLUNTEER)));
        await take('code');
        await hand.tap(button(page, 'Terug'));
      }
      await enter(hand, VOLUNTEER, digits);
      await expect(list(page)).toBeVisible();
      await take('list');
      if (at === 0) {
        await hand.tap(button(page, 'Keukenblad'));
        await take('sheet');
        await page.evaluate(() => {
          window.print = () => undefined;
        });
        await hand.tap(button(page, /^Print blad/));
        await hand.tap(button(page, 'Van papier'));
        await take('paper');
        await hand.tap(button(page, 'Terug'));
        await hand.tap(button(page, 'Iedereen is er'));
        await take('at-table');
      }
      finish();
      await context.close();
    }
  });
});

/** A4 at the 96 pixels to an inch of a style sheet. */
const PAPER = { width: 794, height: 1123 } as const;

test('what is printed looks as it was found good', async ({ browser, house }) => {
  test.setTimeout(240_000);
  await busyThursday(house);
  const page = await openAt(browser, house, 'Bellen');
  const { finish, take } = createCamera({ page, house, folder: 'print', names: printPictures, fullPage: true });
  const onPaper = async (name: (typeof printPictures)[number]) => {
    const glass = page.viewportSize()!;
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    await take(name);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(glass);
  };
  await expect(page.getByText('Riet Molenaar').first()).toBeVisible();
  await onPaper('round');
  await goTo(page, 'Eten');
  await part(page, 'Keukenblad');
  await expect(page.locator('.k-sheet')).toContainText('Riet Molenaar');
  await onPaper('kitchen-sheet');
  await goTo(page, 'Programma');
  await part(page, 'Weekposter');
  await expect(page.locator('.k-poster')).toContainText('Stoelyoga');
  await onPaper('week-poster');
  await alarmForOneOutOfReach(browser, house, page);
  await onPaper('alarm-sheet');
  finish();
});

/** An alarm that a tablet in the house does not show. */
async function alarmForOneOutOfReach(browser: Browser, house: BrowserHouse, page: Page): Promise<void> {
  const far = await house.openKiosk(browser);
  await far.page.waitForFunction(() => localStorage.getItem('huiskamer.device') !== null);
  far.cable.pull();
  const { acts, translations } = saidBy(alarmPhrases.find(({ name }) => name === 'lift') ?? null);
  await alarm(house, { title: 'De lift is stuk', text: '', acts, translations });
  await goTo(page, 'Berichten');
  await page.getByRole('button', { name: 'Er is alarm' }).click();
  await page.clock.runFor(31_000);
  await page.getByRole('button', { name: /^Print een blad voor/ }).click();
}
