/** Every page and window of the staff side, at every size: nobody is kept out of it (WCAG 2.2 AA, contrast AAA). */
import type { Page } from '@playwright/test';
import { busyMeal, busyWeek } from './desk-busy.ts';
import { barriers, goTo, openAt, openDesk, openPage, sizes } from './desk-house.ts';
import { expect, test } from './house.ts';

const close = (page: Page) => page.getByRole('button', { name: 'Terug', exact: true }).click();
const part = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const size of sizes) {
  test(`at ${size.name} no page and no window keeps anybody out`, async ({ browser, house }) => {
    test.setTimeout(180_000);
    await busyWeek(house);
    const outside = await openPage(browser, house, size);
    await outside.goto(`${house.url}/beheer`);
    await expect(outside.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await barriers(outside), 'the way in').toEqual([]);

    const page = await openDesk(browser, house, { size });
    const look = async (name: string) => expect(await barriers(page), name).toEqual([]);
    await look('week');
    if (size.width >= 720) {
      await part(page, 'Als lijst');
      await look('list');
      await part(page, 'Als tijdlijn');
      await page.getByRole('button', { name: 'Toetsen' }).click();
      await look('keys');
      await close(page);
    }
    await page.locator('button.s-block.is-late').click();
    await look('late trip');
    await part(page, 'Is terug');
    await look('how it came back');
    await close(page);
    await page.getByRole('button', { name: /Los op/ }).click();
    await look('broken');
    await close(page);
    await page.getByRole('button', { name: 'Reserveer' }).click();
    const who = page.getByRole('textbox', { name: 'Voor wie?' });
    await who.fill('van');
    await look('searching');
    await who.fill('cicilia');
    await who.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Reserveer', exact: true }).click();
    await look('refused');
    await part(page, 'Stop');
    await part(page, 'Leen nu uit');
    await look('lend');
    await part(page, 'Stop');
    await part(page, 'Meld stuk');
    await look('report');
    await part(page, 'Stop');
    await part(page, 'Onderhoud');
    await look('care');
    await page.getByRole('button', { name: 'Beurt voor Kievit' }).click();
    await look('check-up');
    await part(page, 'Stop');
    await part(page, 'Wie mag rijden');
    await look('riders');
    await page
      .getByRole('button', { name: /Kies plaatjes/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'koffie' }).click();
    await look('pictures');
    await close(page);
    await part(page, 'Cijfers');
    await look('figures');
  });
}

for (const size of sizes) {
  test(`at ${size.name} meals, team and tablets keep nobody out`, async ({ browser, house }) => {
    test.setTimeout(180_000);
    await busyMeal(house);
    const page = await openAt(browser, house, 'Eten', { size });
    const look = async (name: string) => expect(await barriers(page), name).toEqual([]);
    const to = (name: string) => goTo(page, name);
    await expect(page.getByRole('group', { name: 'Riet Molenaar', exact: true })).toBeVisible();
    await look('list');
    await page.getByRole('button', { name: 'Gerecht van Riet Molenaar: vlees' }).click();
    await look('a plate');
    await page.getByRole('dialog').getByRole('button', { name: 'Dieet' }).click();
    await look('a diet');
    await part(page, 'Stop');
    await part(page, 'Wie is er?');
    await look('at table');
    await part(page, 'Iemand erbij');
    await page.getByRole('dialog').getByRole('searchbox').fill('van');
    await look('somebody more');
    await close(page);
    await part(page, 'Keukenblad');
    await look('sheet');
    await part(page, 'Terug naar de lijst');
    await part(page, 'Van papier');
    await look('paper');
    await part(page, 'Terug naar de lijst');
    for (const name of ['Weken', 'Geld', 'Menu']) {
      await part(page, name);
      await look(name);
    }
    await to('Team');
    await page.getByRole('button', { name: /^Wijzig: Ton/ }).click();
    await look('a member');
    await close(page);
    await look('team');
    await page.getByRole('button', { name: /^Code en pas: Ton/ }).click();
    await look('ways in');
    await close(page);
    await to('Tablets');
    await part(page, 'Nieuwe tablet');
    await expect(page.getByRole('heading', { name: 'Nieuwe tablet aansluiten' })).toBeVisible();
    await look('tablets');
  });
}
