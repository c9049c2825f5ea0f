/** Every page and window of the staff side, at every size: nobody is kept out of it (WCAG 2.2 AA, contrast AAA). */
import type { Page } from '@playwright/test';
import { barriers, book, openDesk, openPage, sizes } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';

const THURSDAY = '2026-10-15';
const FRIDAY = '2026-10-16';

/** A week with something of everything: done, out, late, in doubt, broken, nothing free. */
async function busyWeek(house: BrowserHouse): Promise<void> {
  const at = (time: string) => house.setTime(`${THURSDAY}T${time}:00+02:00`);
  at('08:30');
  const early = await book(house, { who: ['15', 'Nel'], scooter: 'Kievit', date: THURSDAY, time: '09:00' });
  const late = await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: THURSDAY, time: '12:00' });
  const out = await book(house, { who: ['22', 'Lenie'], scooter: 'Meeuw', date: THURSDAY, time: '14:00' });
  await book(house, { who: ['17', 'Tonny'], scooter: 'Reiger', date: FRIDAY, time: '10:00' });
  await book(house, { who: ['20', 'Bep'], scooter: 'Kievit', date: FRIDAY, time: '10:00' });
  await house.asStaff({ type: 'missScooter', date: THURSDAY });
  for (const [trip, time] of [
    [early, '09:00'],
    [late, '12:00'],
    [out, '14:00'],
  ] as const) {
    at(time);
    await house.asStaff({ type: 'takeScooter', bookingId: trip.id, scooterId: trip.scooterId });
    if (trip !== early) continue;
    at('10:40');
    await house.asStaff({
      type: 'returnScooter',
      bookingId: trip.id,
      scooterId: trip.scooterId,
      batteryLow: true,
      broken: null,
    });
  }
  const reiger = (await house.rowsForStaff()).scooter!.find(({ name }) => name === 'Reiger')!;
  await house.asStaff({ type: 'reportDefect', scooterId: reiger.id, part: 'tyre' });
  at('15:12');
}

const close = (page: Page) => page.getByRole('button', { name: 'Terug', exact: true }).click();
const part = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const size of sizes) {
  test(`at ${size.name} no page and no window keeps anybody out`, async ({ browser, house }) => {
    test.setTimeout(180_000);
    await busyWeek(house);
    const outside = await openPage(browser, house, size);
    await outside.goto(`${house.url}/beheer`);
    await expect(outside.getByRole('heading', { level: 2 })).toBeVisible();
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
