/** Every page and window of the staff side, at every size: nobody is kept out of it (WCAG 2.2 AA, contrast AAA). */
import type { Page } from '@playwright/test';
import { barriers, book, goTo, openAt, openDesk, openPage, residentId, sizes } from './desk-house.ts';
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

/** A list with a guest, a diet, money, a sheet and what changed after it. */
async function busyMeal(house: BrowserHouse): Promise<void> {
  house.setTime('2026-10-14T10:00:00+02:00');
  const { series = [] } = await house.rowsForStaff();
  const activityId = `${series.find(({ title }) => title === 'Samen eten')!.id}/${THURSDAY}`;
  const riet = await residentId(house, '1', 'Riet');
  const add = (residentId: string | null, hostId: string | null, guestName: string) =>
    house.asStaff({
      type: 'addPlate',
      activityId,
      residentId,
      hostId,
      guestName,
      dish: 'vlees',
      takeAway: guestName !== '',
      despite: [],
      mayWait: false,
    });
  const nel = await residentId(house, '15', 'Nel');
  await add(riet, null, '');
  await add(nel, null, '');
  const plates = async () =>
    ((await house.rowsForStaff()).plate ?? []).filter((plate) => plate.activityId === activityId);
  const plateOf = async (id: string) => (await plates()).find((plate) => plate.residentId === id)!.id;
  await add(null, await plateOf(riet), 'Dochter van Riet');
  await house.asStaff({ type: 'setDiet', residentId: riet, kinds: ['diabetes'], allergens: ['milk'], note: 'koud' });
  await house.asStaff({ type: 'markPaid', activityId, plateIds: [await plateOf(riet)], paid: 550 });
  const shown = (await plates()).map(({ dish, id, takeAway }) => ({ id, dish, takeAway }));
  await house.asStaff({ type: 'printMeal', activityId, number: 1, plates: shown });
  await house.asStaff({ type: 'removePlate', activityId, plateId: await plateOf(nel) });
  house.setTime(`${THURSDAY}T15:12:00+02:00`);
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
