/** The programme from the desk: a series with a skipped holiday, dates that move and fall out, two managers at once. */
import type { Page } from '@playwright/test';
import { barriers, goTo, MANAGER, openAt, sizes, told } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { rivalJoins } from './programme.ts';
import { button, openMyThings, rowOf, wake } from './screens.ts';

test.use({ startsAt: '2026-12-13T09:00:00+01:00' });

const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Every Tuesday up to the end of January, but not in the holidays. */
async function makeSeries(page: Page): Promise<void> {
  await press(page, 'Nieuwe activiteit');
  await page.getByLabel('Naam', { exact: true }).fill('Stoelgym');
  await page.getByLabel('Dag', { exact: true }).fill('2026-12-15');
  await page.getByLabel('Van', { exact: true }).fill('11:30');
  await page.getByLabel('Tot', { exact: true }).fill('12:15');
  await press(page, 'Nieuwe ruimte');
  await page.getByLabel('Naam van de nieuwe ruimte').fill('Balkonzaal');
  await press(page, 'Voeg ruimte toe');
  await expect(page.getByLabel('Waar')).toHaveValue('Balkonzaal');
  await press(page, 'Elke week');
  await page.getByLabel('Laatste keer').fill('2027-01-26');
}

async function seriesId(house: BrowserHouse): Promise<string> {
  const found = ((await house.rowsForStaff()).series ?? []).find(({ title }) => title === 'Stoelgym');
  return found!.id;
}

test('a series that skips a holiday, one date moved and one called off, reach who signed up at the screen', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  await house.asStaff({ type: 'setPeriod', id: null, name: 'Kerstvakantie', from: '2026-12-19', until: '2027-01-03' });
  const page = await openAt(browser, house, 'Programma');
  await makeSeries(page);
  const dates = page.getByRole('region', { name: 'Alle keren' });
  await expect(dates.getByText('5 keer')).toBeVisible();
  await expect(dates.getByRole('listitem').filter({ hasText: 'Kerstvakantie' })).toHaveCount(2);
  await press(page, 'Zet in het programma');
  await expect(told(page)).toContainText('Stoelgym staat in het programma.');
  const id = await seriesId(house);
  const [first, later] = [`${id}/2026-12-15`, `${id}/2027-01-05`];
  await rivalJoins(house, '1', first);

  // The first date half an hour later, by hand of who has no mouse.
  await press(page, 'Week verder');
  await page.getByRole('button', { name: /^Stoelgym ?, 11:30 tot 12:15/ }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(dialog(page)).toContainText('Stoelgym verandert. Welke keren?');
  await expect(dialog(page).getByText('1 mens')).toHaveCount(3);
  await expect(dialog(page)).toContainText('Balkonzaal is dan vrij.');
  await press(page, 'Verander 1 keer');
  await expect(page.getByRole('button', { name: /^Stoelgym ?, 11:45 tot 12:30/ })).toBeVisible();

  // Another date is called off from its own page.
  await house.asStaff({ type: 'cancelActivity', activityId: later, reason: 'De docent is ziek.' });
  const { page: kiosk } = await house.openKiosk(browser);
  const hand = await wake(kiosk);
  await openMyThings(hand, 0, '1');
  await expect(rowOf(kiosk, 'Stoelgym').first()).toContainText('Nieuwe tijd.');

  await page.getByRole('button', { name: /^Stoelgym ?, 11:45/ }).click();
  await press(page, 'Stuur bericht');
  await dialog(page).getByLabel('Bericht').fill('Neem een handdoek mee.');
  await press(page, 'Stuur aan 1 mens');
  await expect(rowOf(kiosk, 'Stoelgym').filter({ hasText: 'Neem een handdoek mee.' })).toBeVisible();
  await press(page, 'Laat niet doorgaan');
  await dialog(page).getByLabel('Waarom?').fill('De docent is ziek.');
  await dialog(page).getByRole('button', { name: 'Laat niet doorgaan' }).click();
  await expect(told(page)).toContainText('Stoelgym gaat niet door.');
  await expect(button(kiosk, 'Ik weet het: Stoelgym').first()).toBeVisible();
  await expect(rowOf(kiosk, 'Stoelgym').filter({ hasText: 'Gaat niet door.' }).first()).toBeVisible();
  expect((await house.rowsForStaff()).signUp?.filter(({ activityId }) => activityId === first)).toHaveLength(1);
});

test('what cannot be is said at the form, and nothing is half done', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Programma');
  const before = (await house.rowsForStaff()).series?.length;
  await press(page, 'Nieuwe activiteit');
  await press(page, 'Zet in het programma');
  await expect(page.getByText('Vul een naam in.').first()).toBeVisible();
  await page.getByLabel('Naam', { exact: true }).fill('Kerstkoor');
  await page.getByLabel('Dag', { exact: true }).fill('2026-12-25');
  await press(page, 'Elke week');
  await press(page, 'Zet in het programma');
  await expect(page.getByText('Kies de laatste keer, op of na de eerste dag.').first()).toBeVisible();
  await page.getByLabel('Laatste keer').fill('2027-01-15');
  await press(page, 'Zet in het programma');
  await expect(page.getByText(/De eerste keer, vrijdag 25 december, slaat over/)).toBeVisible();
  expect((await house.rowsForStaff()).series?.length).toBe(before);
  await press(page, 'Begin op vrijdag 8 januari');
  await expect(page.getByLabel('Dag', { exact: true })).toHaveValue('2027-01-08');
  // A room that somebody else took away meanwhile.
  await press(page, 'Nieuwe ruimte');
  await page.getByLabel('Naam van de nieuwe ruimte').fill('Balkonzaal');
  await press(page, 'Voeg ruimte toe');
  await expect(page.getByLabel('Waar')).toHaveValue('Balkonzaal');
  await house.asStaff({ type: 'removeRoom', roomId: 'balkonzaal' });
  await press(page, 'Zet in het programma');
  await expect(page.getByText('Balkonzaal is geen ruimte van dit huis.')).toBeVisible();
  expect((await house.rowsForStaff()).series?.length).toBe(before);
});

test('an evening that runs over midnight is said in words, and stays whole when it is moved', async ({
  browser,
  house,
}) => {
  const page = await openAt(browser, house, 'Programma');
  await press(page, 'Nieuwe activiteit');
  await page.getByLabel('Naam', { exact: true }).fill('Spelavond');
  await page.getByLabel('Dag', { exact: true }).fill('2026-12-13');
  await page.getByLabel('Van', { exact: true }).fill('22:00');
  await page.getByLabel('Tot', { exact: true }).fill('00:30');
  await expect(page.getByText('Dit loopt tot 0:30 de volgende dag.')).toBeVisible();
  const kiosk = page.frameLocator('iframe[title="Zo zien bewoners het"]');
  await expect(kiosk.getByText('Spelavond')).toBeVisible();
  await expect(kiosk.getByText('22:00')).toBeVisible();
  await press(page, 'Zet in het programma');
  await page.getByRole('button', { name: /^Spelavond ?, 22:00 tot 0:30 de volgende dag/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await press(page, 'Verander 1 keer');
  await page.getByRole('button', { name: /^Spelavond ?, 21:45 tot 0:15 de volgende dag/ }).click();
  await press(page, 'Verander');
  await page.getByLabel('Tot', { exact: true }).fill('23:45');
  await expect(page.getByText('Dit loopt tot')).toHaveCount(0);
  await press(page, 'Kies de keren');
  await expect(dialog(page)).toContainText('de volgende dag dezelfde dag');
  await press(page, 'Verander 1 keer');
  await expect(page.getByRole('button', { name: /^Spelavond ?, 21:45 tot 23:45(?! de)/ })).toBeVisible();
});

test('names go from the board at once, and come back only after a question', async ({ browser, house }) => {
  house.setTime('2026-10-14T08:00:00+02:00');
  const page = await openAt(browser, house, 'Programma');
  const { series = [] } = await house.rowsForStaff();
  const yoga = series.find(({ title }) => title === 'Stoelyoga')!.id;
  await rivalJoins(house, '1', `${yoga}/2026-10-15`);
  const onlyNumber = page.getByLabel('Op het bord alleen aantallen, geen namen');
  const open = async () => {
    await page.getByRole('button', { name: /^Stoelyoga ?, / }).click();
    await press(page, 'Verander');
  };
  await open();
  await onlyNumber.check();
  await press(page, 'Kies de keren');
  await expect(dialog(page)).toContainText('Hun naam gaat van het bord.');
  await press(page, 'Verander 1 keer');
  await open();
  await onlyNumber.uncheck();
  await press(page, 'Kies de keren');
  await expect(dialog(page)).toContainText('1 mens weet niet dat de naam op het bord komt.');
  await expect(dialog(page)).toContainText('Van wat geweest is verandert niets.');
  await press(page, 'Verander toch');
  await expect(told(page)).toContainText('Stoelyoga is veranderd.');
});

test('where a pair heads the line and one place is free, they are asked, and who fits comes in', async ({
  browser,
  house,
}) => {
  house.setTime('2026-10-14T08:00:00+02:00');
  const { home = [], resident = [], series = [] } = await house.rowsForStaff();
  const activityId = `${series.find(({ title }) => title === 'Stoelyoga')!.id}/2026-10-15`;
  const doors = home.map(({ id }) => resident.filter((each) => each.homeId === id && each.left === null));
  const pair = doors.find((people) => people.length === 2)!.map(({ id }) => id);
  const alone = doors.filter((people) => people.length === 1).map(([only]) => only!.id);
  await house.asStaff({ type: 'changeActivity', activityId, fields: { capacity: 2 } });
  for (const residentIds of [[alone[0]!], pair, [alone[1]!]])
    await house.asStaff({ type: 'signUp', activityId, residentIds, guests: 0 });
  const page = await openAt(browser, house, 'Programma');
  const block = page.getByRole('button', { name: /^Stoelyoga ?, / });
  await expect(block).toContainText('1 van 2, 3 wachten');
  await block.click();
  await expect(page.getByText('Eerst aan de beurt: 2 mensen samen.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await press(page, /^Vraag .* eerst\?$/);
  await expect(told(page)).toContainText('staat op Bellen en kloppen.');
  expect((await house.rowsForStaff()).toTell).toHaveLength(1);
  await press(page, /^Dat mag: /);
  await expect(page.getByRole('heading', { name: '2 van 2 plaatsen' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wachtlijst: 2 mensen' })).toBeVisible();
  // Fewer places than people is asked, and throws nobody out.
  await press(page, 'Verander');
  await page.getByLabel('Plaatsen').fill('1');
  await press(page, 'Kies de keren');
  await expect(dialog(page)).toContainText('Er doen al 2 mensen mee. U kiest 1. Niemand gaat eraf.');
  await press(page, 'Verander toch');
  await expect(told(page)).toContainText('Stoelyoga is veranderd.');
  const going = (await house.rowsForStaff()).signUp?.filter((each) => each.activityId === activityId);
  expect(going?.filter(({ status }) => status === 'going')).toHaveLength(2);
});

test('two managers at one activity: what only one changed stays, and what both changed is asked', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  const page = await openAt(browser, house, 'Programma');
  await makeSeries(page);
  await press(page, 'Zet in het programma');
  await expect(told(page)).toContainText('Stoelgym staat in het programma.');
  const first = `${await seriesId(house)}/2026-12-15`;
  await press(page, 'Week verder');
  await page.getByRole('button', { name: /^Stoelgym ?, / }).click();
  await press(page, 'Verander');
  await page.getByLabel('Naam', { exact: true }).fill('Gym op de stoel');
  await page.getByLabel('Plaatsen').fill('12');
  // The other one is faster, with another number and another leader.
  await house.asStaff({
    type: 'changeSeries',
    activityId: first,
    reach: 'all',
    days: 0,
    fields: { capacity: 20, leader: MANAGER },
  });
  await press(page, 'Kies de keren');
  await expect(dialog(page)).toContainText('Plaatsen: u koos 12. Nu staat er 20.');
  await expect(dialog(page).getByRole('button', { name: /^Verander/ })).toHaveCount(0);
  await press(page, 'Houd wat er staat');
  await dialog(page)
    .getByRole('radio', { name: /Alle keren die nog komen/ })
    .check();
  await press(page, /^Verander \d+ keer$/);
  await expect(told(page)).toContainText('is veranderd.');
  const rows = await house.rowsForStaff();
  const series = rows.series?.find(({ id }) => first.startsWith(id));
  expect(series?.phases[0]?.fields).toMatchObject({ title: 'Gym op de stoel', capacity: 20, leader: MANAGER });
});

test('two managers at one series, each in a browser of their own, both see what became of it', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000);
  house.setTime('2026-10-14T08:00:00+02:00');
  const [samira, peter] = [
    await openAt(browser, house, 'Programma'),
    await openAt(browser, house, 'Programma', { name: 'Peter Louwers' }),
  ];
  const all = (page: Page) => dialog(page).getByRole('radio', { name: /Alle keren die nog komen/ });
  for (const [page, places] of [
    [samira, '10'],
    [peter, '12'],
  ] as const) {
    await page.getByRole('button', { name: /^Stoelyoga ?, / }).click();
    await press(page, 'Verander');
    await page.getByLabel('Plaatsen').fill(places);
  }
  await press(samira, 'Kies de keren');
  await all(samira).check();
  await press(samira, /^Verander \d+ keer$/);
  await expect(told(samira)).toContainText('Stoelyoga is veranderd.');
  await expect(samira.getByRole('button', { name: /^Stoelyoga ?, / })).toContainText('0 van 10');

  await peter.getByLabel('Naam', { exact: true }).fill('Yoga op de stoel');
  await press(peter, 'Kies de keren');
  await expect(dialog(peter)).toContainText('Plaatsen: u koos 12. Nu staat er 10.');
  await press(peter, 'Neem mijn keuze');
  await all(peter).check();
  await press(peter, /^Verander \d+ keer$/);
  await expect(told(peter)).toContainText('is veranderd.');
  for (const page of [samira, peter])
    await expect(page.getByRole('button', { name: /^Yoga op de stoel ?, / })).toContainText('0 van 12');
});

test('a block dragged to another time asks which dates, and letting it go where it was opens it', async ({
  browser,
  house,
}) => {
  house.setTime('2026-10-14T09:00:00+02:00');
  const page = await openAt(browser, house, 'Programma');
  const block = page.getByRole('button', { name: /^Stoelyoga ?, / });
  const box = (await block.boundingBox())!;
  const [x, y] = [box.x + box.width - 10, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 20, { steps: 4 });
  await page.mouse.move(x, y + 40, { steps: 4 });
  await page.mouse.up();
  await expect(dialog(page)).toContainText('Stoelyoga verandert. Welke keren?');
  await expect(dialog(page)).toContainText('Gymzaal is dan vrij.');
  await dialog(page)
    .getByRole('radio', { name: /Deze keer en alle keren erna/ })
    .check();
  await press(page, /^Verander \d+ keer$/);
  await expect(page.getByRole('button', { name: /^Stoelyoga ?, 11:30 tot 12:15/ })).toBeVisible();
  await expect(page.getByText(/Dubbel met/)).toHaveCount(0);
  await page.getByRole('button', { name: /^Stoelyoga ?, / }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stoelyoga' })).toBeVisible();
});

for (const size of [sizes[0], sizes[3]]) {
  test(`at ${size.name} the programme keeps nobody out`, async ({ browser, house }) => {
    test.setTimeout(180_000);
    house.setTime('2026-10-14T09:00:00+02:00');
    const page = await openAt(browser, house, 'Programma', { size });
    const look = async (name: string) => {
      expect(await barriers(page), name).toEqual([]);
      // A phone makes room for what is too wide: what it shows must be as wide as its glass.
      expect(await page.evaluate(() => innerWidth), name).toBe(size.width);
    };
    await look('week');
    const one = page.getByRole('button', { name: /Stoelyoga/ }).first();
    await expect(page.getByText(/Dubbel met/).first()).toBeVisible();
    await one.click();
    await look('people');
    await press(page, 'Verander');
    await look('form');
    await page.getByLabel('Tot', { exact: true }).fill('12:30');
    await press(page, 'Kies de keren');
    await look('which');
    await press(page, 'Toch niet');
    await press(page, 'Stop');
    await press(page, 'Nieuwe activiteit');
    await look('new');
    await press(page, 'Stop');
    await press(page, 'Neem vorige week over');
    await look('copy');
    await page.getByRole('button', { name: 'Terug', exact: true }).click();
    await press(page, 'Vrije dagen');
    await expect(page.getByRole('heading', { name: 'Schoolvakanties en sluiting' })).toBeVisible();
    await goTo(page, 'Programma');
    await press(page, 'Ruimtes');
    await press(page, 'Wijzig: Gymzaal');
    await look('a room');
  });
}
