/** The desk under names as long as people make them: everything stays on the glass. */
import type { Page } from '@playwright/test';
import { book, goTo, openAt, sizes } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { plan } from './programme.ts';

const LONG = 'Onderhoudswerkzaamhedenbijeenkomstvoorbereidingsvergaderingscommissieledenoverle';

async function longNames(house: BrowserHouse): Promise<void> {
  const [name, door] = ['Wilhelmina-Catharina-Petronella-Adriana', '901'];
  await house.asStaff({ type: 'putRoom', id: null, name: LONG.slice(0, 40), places: 12, shared: false });
  await house.asStaff({
    type: 'setLocation',
    location: { name: LONG.slice(0, 60), timeZone: 'Europe/Amsterdam', tableSize: 8 },
  });
  await plan(house, '2026-10-14', [
    { id: 'long', title: LONG, startTime: '15:00', endTime: '16:00', room: LONG.slice(0, 40) },
  ]);
  const fields = { number: door, firstName: name, infix: 'van der', lastName: LONG, phone: '0612345678' } as const;
  const more = { salutation: null, language: 'nl', showName: true } as const;
  await house.asStaff({ type: 'putResident', id: null, fields: { ...fields, ...more }, was: {}, floor: 9 });
  await house.asStaff({
    ...{ type: 'putStaffMember', id: null, name: LONG.slice(0, 60), role: 'volunteer', function: LONG, contact: true },
    ...{ calls: true, phone: '010 1234567', presence: [] },
  });
}

async function staysOnGlass(page: Page, width: number, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  // A phone makes room for what is too wide: what it shows must be as wide as its glass.
  expect([name, await page.evaluate(() => innerWidth), Math.max(0, beside)]).toEqual([name, width, 0]);
}

for (const size of [sizes[0], sizes[3]]) {
  test(`at ${size.name} no name pushes anything off the glass`, async ({ browser, house }) => {
    await longNames(house);
    const page = await openAt(browser, house, 'Vandaag', { size });
    const look = (name: string) => staysOnGlass(page, size.width, name);
    await expect(page.getByText(LONG).first()).toBeVisible();
    await look('Vandaag');
    for (const name of ['Bellen', 'Berichten', 'Eten', 'Team', 'Instellingen', 'Programma']) {
      await goTo(page, name);
      await look(name);
    }
    await page
      .getByRole('button', { name: /^Onder\u00ad?houds/ })
      .or(page.getByRole('button', { name: LONG }))
      .first()
      .click();
    await look('people');
    await page.getByRole('button', { name: 'Verander' }).click();
    await look('form');
    await goTo(page, 'Bewoners');
    await page.getByRole('searchbox', { name: 'Zoek op deur of naam' }).fill('901');
    await look('residents');
    await page.getByRole('button', { name: /^Wilhelmina/ }).click();
    await look('resident');
  });
}

for (const [size, said] of [
  [sizes[0], 'Bakker 15'],
  [sizes[3], '15'],
] as const) {
  test(`at ${size.name} a trip says as much of whose it is as fits, and no name is cut off`, async ({
    browser,
    house,
  }) => {
    house.setTime('2026-10-15T08:30:00+02:00');
    await book(house, { who: ['15', 'Nel'], scooter: 'Kievit', date: '2026-10-15', time: '09:00' });
    const page = await openAt(browser, house, 'Scootmobielen', { size });
    const trip = page.getByRole('button', { name: /Kievit, donderdag 15 oktober/ }).filter({ hasText: said });
    await expect(trip.first()).toHaveText(said);
    const beyond = await trip.first().evaluate((button) => button.scrollWidth - button.clientWidth);
    expect(beyond).toBe(0);
  });
}
