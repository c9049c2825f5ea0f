/** Staff look after the scooters: in by a link, the week, a trip for a resident, a broken one and all that follows. */
import {
  book,
  bookings,
  linkFor,
  MANAGER,
  openDesk,
  openPage,
  residentId,
  scooterId,
  sizes,
  told,
  VOLUNTEER,
} from './desk-house.ts';
import { expect, test } from './house.ts';

const THURSDAY = '2026-10-15';
const FRIDAY = '2026-10-16';

test.describe('the way in', () => {
  test('without a session the page says how to come in', async ({ browser, house }) => {
    const page = await openPage(browser, house);
    await page.goto(`${house.url}/beheer`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beheer van de huiskamer');
    await expect(page.getByText('U bent nog niet binnen.')).toBeVisible();
    await expect(page.getByText('Vraag de beheerder van dit systeem om een link.')).toBeVisible();
  });

  test('a link lets in once, leaves no code behind and lasts over a reload until signed out', async ({
    browser,
    house,
  }) => {
    const link = await linkFor(house, MANAGER);
    const page = await openPage(browser, house);
    await page.goto(link);
    await expect(page.getByText('Samira Haddou')).toBeVisible();
    expect(page.url()).toBe(`${house.url}/beheer`);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.reload();
    await expect(page.getByText('Samira Haddou')).toBeVisible();
    const other = await openPage(browser, house);
    await other.goto(link);
    await expect(other.getByText('Deze link werkt niet meer.')).toBeVisible();
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await expect(page.getByText('U bent nog niet binnen.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('U bent nog niet binnen.')).toBeVisible();
  });

  test('nothing of staff is kept on the device', async ({ browser, house }) => {
    const page = await openDesk(browser, house);
    const kept = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      local: localStorage.length,
      session: Object.keys(sessionStorage).filter((key) => key !== 'huiskamer.defects').length,
    }));
    expect(kept).toEqual({ databases: 0, local: 0, session: 0 });
  });
});

test.describe('a trip for a resident', () => {
  test('by keyboard: n, a name, Enter, and the button; then taken back', async ({ browser, house }) => {
    const page = await openDesk(browser, house);
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog', { name: 'Reserveer voor een bewoner' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Voor wie?' })).toBeFocused();
    await page.keyboard.type('nel bakker');
    await page.keyboard.press('Enter');
    await page.getByLabel('Welke dag?').selectOption({ label: 'vrijdag 16 oktober' });
    await page.getByLabel('Hoe laat?').selectOption('10:00');
    await page.getByLabel('Hoe lang?').selectOption({ label: '2 uur' });
    await expect(
      page.getByText(/^Dan rijdt Nel Bakker \(15\) met .+: vrijdag 16 oktober, 10:00 tot 12:00\.$/),
    ).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Reserveer', exact: true }).press('Enter');
    await expect(told(page)).toContainText('Gereserveerd: ');
    await expect(page.getByRole('button', { name: /^Bakker 15: afgesproken\./ })).toBeVisible();
    await expect.poll(async () => (await bookings(house)).map(({ status }) => status)).toEqual(['booked']);
    await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
    await expect.poll(async () => (await bookings(house)).map(({ status }) => status)).toEqual(['cancelled']);
    await expect(page.getByRole('button', { name: /^Bakker 15/ })).toHaveCount(0);
  });

  test('what the rules refuse stands as a sentence at its field, and nothing is sent', async ({ browser, house }) => {
    await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: FRIDAY, time: '10:00' });
    const page = await openDesk(browser, house);
    await page.getByRole('button', { name: 'Reserveer' }).click();
    const dialog = page.getByRole('dialog');
    const search = dialog.getByRole('textbox', { name: 'Voor wie?' });
    await search.fill('cicilia');
    await search.press('Enter');
    await dialog.getByRole('button', { name: 'Reserveer', exact: true }).click();
    await expect(dialog.getByText('Deze bewoner heeft geen rijtest. Kies iemand anders.')).toBeVisible();

    await dialog.getByRole('button', { name: 'Kies iemand anders' }).click();
    await search.fill('15');
    await search.press('Enter');
    await dialog.getByLabel('Welke scootmobiel?').selectOption({ label: 'Reiger, groen, zwaar' });
    await expect(
      dialog.getByText('Deze bewoner heeft geen rijtest voor type zwaar. Kies een ander soort.'),
    ).toBeVisible();
    await dialog.getByLabel('Welke scootmobiel?').selectOption({ label: 'Merel, rood, licht' });
    await dialog.getByLabel('Welke dag?').selectOption({ label: 'vrijdag 16 oktober' });
    await dialog.getByLabel('Hoe laat?').selectOption('11:00');
    const scooter = dialog.getByLabel('Welke scootmobiel?');
    await expect(scooter).toHaveAccessibleDescription(/Deze scootmobiel is dan bezet\./);
    await expect(scooter).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByLabel('Hoe laat?').selectOption('16:30');
    await expect(dialog.getByLabel('Hoe laat?')).toHaveAccessibleDescription('De rit past niet tussen 9:00 en 17:00.');
    await dialog.getByRole('button', { name: 'Reserveer', exact: true }).click();
    expect(await bookings(house)).toHaveLength(1);
  });

  test('an empty stretch of a lane is where the form begins', async ({ browser, house }) => {
    const page = await openDesk(browser, house);
    const merel = await scooterId(house, 'Merel');
    const line = page.locator(`[data-date="${FRIDAY}"][data-scooter="${merel}"]`);
    const { width } = (await line.boundingBox())!;
    await line.click({ position: { x: width * 0.51, y: 10 } });
    await expect(page.getByLabel('Welke scootmobiel?')).toHaveValue(merel);
    await expect(page.getByLabel('Welke dag?')).toHaveValue(FRIDAY);
    await expect(page.getByLabel('Hoe laat?')).toHaveValue('13:00');
  });

  test('cancelled from the timeline, and booked again by taking that back', async ({ browser, house }) => {
    await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: FRIDAY, time: '10:00' });
    const page = await openDesk(browser, house);
    await page
      .getByRole('button', { name: /^Molenaar 1: afgesproken\. Merel, vrijdag 16 oktober, 10:00 tot 12:00\.$/ })
      .click();
    await expect(page.getByRole('dialog')).toContainText('Riet Molenaar (1)');
    await page.getByRole('button', { name: 'Zeg deze rit af' }).click();
    await expect(told(page)).toContainText(
      'Afgezegd: Merel van Riet Molenaar (1), vrijdag 16 oktober, 10:00 tot 12:00.',
    );
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await expect(page.getByRole('button', { name: /^Molenaar 1: afgesproken/ })).toBeVisible();
    await expect
      .poll(async () => (await bookings(house)).map(({ status }) => status).sort())
      .toEqual(['booked', 'cancelled']);
  });
});

test('handed out now to somebody who does not live here, and taken in with an empty battery', async ({
  browser,
  house,
}) => {
  house.setTime(`${THURSDAY}T11:00:00+02:00`);
  const page = await openDesk(browser, house);
  await page.getByRole('button', { name: 'Leen nu uit' }).click();
  await page.getByRole('button', { name: 'Iemand anders' }).click();
  await page.getByRole('button', { name: 'Leen uit', exact: true }).click();
  await expect(told(page)).toContainText('Uitgeleend: Kievit aan iemand anders, tot 12:00.');
  await page.getByRole('button', { name: /^iemand anders onderweg/ }).click();
  await page.getByRole('button', { name: 'Is terug' }).click();
  await page.getByLabel('De accu is bijna leeg').check();
  await page.getByRole('button', { name: 'Is terug' }).click();
  await expect(told(page)).toContainText('Kievit is terug.');
  await expect.poll(async () => (await bookings(house))[0]).toMatchObject({ status: 'returned', batteryLow: true });
  await page.getByRole('button', { name: 'Onderhoud' }).click();
  await expect(page.getByRole('row', { name: /Kievit/ })).toContainText('bijna leeg');
});

test('who is late stays taken, and is called and taken in from Onderhoud', async ({ browser, house }) => {
  house.setTime(`${THURSDAY}T08:30:00+02:00`);
  const trip = await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: THURSDAY, time: '13:00' });
  house.setTime(`${THURSDAY}T13:00:00+02:00`);
  await house.asStaff({ type: 'takeScooter', bookingId: trip.id, scooterId: trip.scooterId });
  house.setTime(`${THURSDAY}T15:20:00+02:00`);
  const page = await openDesk(browser, house);
  await expect(page.getByRole('button', { name: /^Molenaar 1, moest 15:00 terug zijn/ })).toBeVisible();
  await page.getByRole('button', { name: 'Onderhoud' }).click();
  await expect(page.getByRole('row', { name: /Merel/ })).toContainText('laat: Molenaar 1');
  await expect(page.getByRole('listitem').filter({ hasText: 'Merel moest do 15:00 terug zijn.' })).toBeVisible();
});

test('a broken one: reported, everybody offered another, told, mended, checked', async ({ browser, house }) => {
  await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: FRIDAY, time: '10:00' });
  await book(house, { who: ['15', 'Nel'], scooter: 'Merel', date: FRIDAY, time: '14:00' });
  const merel = await scooterId(house, 'Merel');
  const page = await openDesk(browser, house);
  await page.getByRole('button', { name: 'Meld stuk' }).click();
  await page.getByLabel('Welke scootmobiel?').selectOption({ label: 'Merel, rood, licht' });
  await expect(page.getByText('2 mensen hebben Merel afgesproken.')).toBeVisible();
  await page.getByRole('radio', { name: 'lekke band' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Meld stuk' }).click();
  await expect(told(page)).toContainText('Merel is stuk gemeld: lekke band.');
  await expect(page.getByText('Merel is stuk: 2 mensen onzeker')).toBeVisible();
  await expect(page.getByRole('button', { name: /^\? Bakker 15 onzeker/ })).toBeVisible();

  await page.getByRole('button', { name: 'Los op: bied andere aan: Merel' }).click();
  await page.getByRole('button', { name: /^Zet om: Riet Molenaar \(1\) naar / }).click();
  await expect.poll(async () => (await bookings(house)).filter(({ scooterId: id }) => id === merel).length).toBe(1);
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Terug', exact: true }).click();

  await page.getByRole('button', { name: 'Onderhoud' }).click();
  await page.getByRole('button', { name: /^Verteld: Nel Bakker/ }).click();
  await expect(told(page)).toContainText('Verteld aan Nel Bakker (15).');
  await page.getByRole('button', { name: 'Weer heel: Merel' }).click();
  await expect(told(page)).toContainText('Merel is weer heel.');
  await expect.poll(async () => ((await house.rowsForStaff()).defect ?? [])[0]?.mendedAt ?? null).not.toBeNull();

  await page.getByRole('button', { name: 'Beurt voor Merel' }).click();
  await page.getByLabel('Banden zijn hard').check();
  await page.getByRole('button', { name: 'Nog 2 om na te kijken' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByLabel('Accu laadt goed').check();
  await page.getByLabel('Remmen pakken goed').check();
  await page.getByRole('button', { name: 'Beurt gedaan' }).click();
  await expect.poll(async () => (await house.rowsForStaff()).checkUp?.length).toBe(1);
});

test('three pictures are set, open the door for that resident only, and are taken away', async ({ browser, house }) => {
  const resident = await residentId(house, '1', 'Riet');
  const identify = async (pictures: readonly number[]) => {
    const reply = await fetch(`${house.url}/api/identify`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: house.url,
        authorization: `Bearer ${house.running.operatorToken}`,
      },
      body: JSON.stringify({ residentId: resident, pictures, visitId: 'visit' }),
    });
    return reply.ok;
  };
  const page = await openDesk(browser, house);
  await page.getByRole('button', { name: 'Wie mag rijden' }).click();
  await page.getByLabel('Zoek op deur of naam').fill('riet');
  await page.getByRole('button', { name: 'Kies plaatjes voor Riet Molenaar' }).click();
  const dialog = page.getByRole('dialog');
  for (const picture of ['sleutel', 'maan', 'zon']) await dialog.getByRole('button', { name: picture }).click();
  await expect(dialog.getByText('Gekozen: 3 van 3')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bewaar de plaatjes' }).click();
  await expect(told(page)).toContainText('De plaatjes van Riet Molenaar (1) zijn bewaard.');
  expect(await identify([3, 8, 0])).toBe(true);
  expect(await identify([0, 8, 3])).toBe(false);
  await page.getByRole('button', { name: 'Kies plaatjes voor Riet Molenaar' }).click();
  await expect(page.getByRole('dialog').getByText('Gekozen: 0 van 3')).toBeVisible();
  await page.getByRole('button', { name: 'Haal de plaatjes weg' }).click();
  await expect(told(page)).toContainText('Riet Molenaar (1) heeft geen plaatjes meer.');
  expect(await identify([3, 8, 0])).toBe(false);
});

test('a volunteer looks after scooters, and is not offered anybody’s pictures', async ({ browser, house }) => {
  const page = await openDesk(browser, house, { name: VOLUNTEER });
  await page.getByRole('button', { name: 'Wie mag rijden' }).click();
  await expect(page.getByText('De sociaal beheerder kiest de plaatjes.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Kies plaatjes/ })).toHaveCount(0);
});

test('what somebody else does appears by itself', async ({ browser, house }) => {
  const page = await openDesk(browser, house);
  await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: FRIDAY, time: '10:00' });
  await expect(page.getByRole('button', { name: /^Molenaar 1: afgesproken/ })).toBeVisible();
});

test('single letters can be switched off, and never work in a field', async ({ browser, house }) => {
  const page = await openDesk(browser, house);
  await page.getByRole('button', { name: 'Toetsen' }).click();
  await page.getByLabel('Losse letters doen iets').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Week 43: /)).toBeVisible();
  await page.getByRole('button', { name: 'Deze week' }).click();
  await expect(page.getByText(/^Week 42: /)).toBeVisible();
});

test('a phone shows a day at a time, with its list below', async ({ browser, house }) => {
  await book(house, { who: ['1', 'Riet'], scooter: 'Merel', date: FRIDAY, time: '10:00' });
  const page = await openDesk(browser, house, { size: sizes[3] });
  await expect(page.getByText('Geen ritten op deze dag.')).toBeVisible();
  await page.getByRole('button', { name: 'vr 16' }).click();
  await expect(page.getByRole('button', { name: /^Molenaar 1: afgesproken/ })).toBeVisible();
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Riet Molenaar \(1\)/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('Afgesproken');
});
