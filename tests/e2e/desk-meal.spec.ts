/** Meals on a laptop and a phone: the list by keyboard, closed and full, paper, the menu, the money and the weeks. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pdfLines } from '../support/pdf-text.ts';
import { openAt, residentId, sizes, told, VOLUNTEER } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';

const THURSDAY = '2026-10-15';
const PEOPLE = [
  ['1', 'Riet'],
  ['15', 'Nel'],
  ['17', 'Tonny'],
] as const;

async function warmMeal(house: BrowserHouse): Promise<string> {
  const series = ((await house.rowsForStaff()).series ?? []).find(
    ({ meal, title }) => meal !== null && title === 'Samen eten',
  );
  return `${series!.id}/${THURSDAY}`;
}

/** Three at table on Thursday, before the list closes. */
async function withThree(house: BrowserHouse): Promise<string> {
  house.setTime('2026-10-14T10:00:00+02:00');
  const activityId = await warmMeal(house);
  for (const [door, firstName] of PEOPLE) {
    await house.asStaff({
      type: 'addPlate',
      activityId,
      residentId: await residentId(house, door, firstName),
      hostId: null,
      guestName: '',
      dish: 'vlees',
      takeAway: false,
      despite: [],
      mayWait: false,
    });
  }
  house.setTime(`${THURSDAY}T15:12:00+02:00`);
  return activityId;
}

const plates = async (house: BrowserHouse, activityId: string) =>
  ((await house.rowsForStaff()).plate ?? []).filter(
    (plate) => plate.activityId === activityId && plate.goneAt === null,
  );
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('today’s meal opens first, and its totals filter the list', async ({ browser, house }) => {
  await withThree(house);
  const page = await openAt(browser, house, 'Eten', { name: VOLUNTEER });
  await expect(page.getByRole('heading', { level: 1, name: 'Samen eten' })).toBeVisible();
  await expect(page.getByText(/Donderdag 15 oktober · 17:30 uur · .+ · 3 van \d+ · gesloten/)).toBeVisible();
  await page.getByRole('button', { name: /^0\s*afhalen/ }).click();
  await expect(page.getByText('Niemand past hierbij.')).toBeVisible();
  await page.getByRole('button', { name: /^3\s*vlees/ }).click();
  await expect(page.locator('[data-plate]')).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Zoek op naam of deur' }).fill('nel');
  await expect(page.locator('[data-plate]')).toHaveCount(1);
});

test('by keyboard: another day, a row down, is there, paid, off the list and back', async ({ browser, house }) => {
  const activityId = await withThree(house);
  const page = await openAt(browser, house, 'Eten');
  await expect(row(page, 'Riet Molenaar')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Vrijdag 16 oktober/)).toBeVisible();
  await page.keyboard.press('t');
  await expect(row(page, 'Riet Molenaar')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Riet Molenaar')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Riet Molenaar is er' })).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Geld van Riet Molenaar: betaald' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect(told(page)).toContainText('Nel Bakker staat niet meer op de lijst.');
  await expect.poll(async () => (await plates(house, activityId)).length).toBe(2);
  await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(async () => (await plates(house, activityId)).length).toBe(3);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Scootmobielen' })).toBeVisible();
});

test('somebody more after closing: typed, asked once, and kept who allowed it', async ({ browser, house }) => {
  const activityId = await withThree(house);
  const page = await openAt(browser, house, 'Eten');
  await expect(row(page, 'Riet Molenaar')).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Wie komt erbij?' });
  await page.keyboard.type('koos');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^vegetarisch/ }).click();
  await expect(dialog.getByText('De lijst is al gesloten.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Toch erbij' }).click();
  await expect(dialog.getByText(/staat erbij: vegetarisch/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Klaar' }).click();
  await expect
    .poll(async () => (await plates(house, activityId)).find(({ dish }) => dish === 'vegetarisch')?.despite)
    .toEqual(['closed']);
});

test('the sheet is printed, what changes after it is told, and paper lines are taken over', async ({
  browser,
  house,
}) => {
  const activityId = await withThree(house);
  const page = await openAt(browser, house, 'Eten');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: 'Keukenblad' }).click();
  // What is around it at the desk is not printed with it.
  const sheets = pdfLines(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(sheets).toHaveLength(1);
  expect(sheets[0]!.join(' ')).toContain('Nel Bakker');
  expect(sheets[0]!.join(' ')).not.toMatch(/Uitloggen|Bewoners|Print blad|Terug/);
  await page.getByRole('button', { name: 'Print blad 1' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
  await expect.poll(async () => (await house.rowsForStaff()).mealPrint?.[0]?.plates.length).toBe(3);
  await page.getByRole('button', { name: 'Gerecht van Nel Bakker: vlees' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'vegetarisch' }).click();
  await expect(page.getByText(/^1 anders sinds 15:1\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'Van papier' }).click();
  await page.getByRole('button', { name: 'Kan ik niet lezen' }).click();
  await expect(page.getByText('niet te lezen, iemand vraagt het na')).toBeVisible();
  await expect
    .poll(async () => (await house.rowsForStaff()).paperLine?.map(({ activityId: of, outcome }) => [of, outcome]))
    .toEqual([[activityId, 'unreadable']]);
});

test('the menu of a day: each mistake its sentence, and the list has the new choices', async ({ browser, house }) => {
  house.setTime(`${THURSDAY}T09:00:00+02:00`);
  const page = await openAt(browser, house, 'Eten');
  await part(page, 'Menu');
  await expect(page.getByText(/Dit is het menu van elke donderdag\./)).toBeVisible();
  const price = page.getByLabel('Prijs');
  for (const [typed, sentence] of [
    ['-5', 'Een prijs onder nul kan niet.'],
    ['vijf', 'Gebruik alleen cijfers, zoals 5,50.'],
    ['5,505', 'Na de komma staan hoogstens twee cijfers.'],
    ['5000', 'Zo duur is een bord niet. Kijk de prijs na.'],
  ] as const) {
    await price.fill(typed);
    await part(page, 'Bewaar het menu');
    await expect(price).toHaveAccessibleDescription(new RegExp(sentence.replaceAll('.', '\\.')));
  }
  await price.fill('6.25');
  await page.getByLabel('Wat eten we?').fill('Hutspot');
  await page.getByLabel('Keuze 2', { exact: true }).fill('Vlees');
  await part(page, 'Bewaar het menu');
  await expect(page.getByText('Deze keuze staat er twee keer.')).toBeVisible();
  await page.getByLabel('Keuze 2', { exact: true }).fill('zonder spek');
  await part(page, 'Bewaar het menu');
  await expect(told(page)).toContainText('Het menu van donderdag 15 oktober is bewaard.');
  await expect
    .poll(async () => (await house.rowsForStaff()).menuDay?.find(({ on }) => on === THURSDAY))
    .toMatchObject({ menu: 'Hutspot', price: 625 });
  await part(page, 'Lijst');
  await expect(page.getByRole('button', { name: /^0\s*zonder spek/ })).toBeVisible();
  await part(page, 'Menu');
  await part(page, 'Terug naar het weekmenu');
  await expect(told(page)).toContainText('Deze dag volgt weer het weekmenu.');
  await expect(page.getByText(/Dit is het menu van elke donderdag\./)).toBeVisible();
  await expect(page.getByLabel('Wat eten we?')).not.toHaveValue('Hutspot');
  await expect.poll(async () => (await house.rowsForStaff()).menuDay?.some(({ on }) => on === THURSDAY)).toBe(false);
});

test('the menu of a meal that is over is read, not changed', async ({ browser, house }) => {
  house.setTime(`${THURSDAY}T22:00:00+02:00`);
  const page = await openAt(browser, house, 'Eten');
  await part(page, 'Menu');
  await expect(page.getByText('Deze maaltijd is geweest. Het menu blijft zoals het was.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Stamppot boerenkool' })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Bewaar het menu' })).toHaveCount(0);
});

test('what is open is paid with one tap, and the treasurer’s file has what the list has', async ({
  browser,
  house,
}) => {
  const activityId = await withThree(house);
  const page = await openAt(browser, house, 'Eten');
  await part(page, 'Geld');
  await expect(page.getByText('€ 16,50 open bij 3 mensen')).toBeVisible();
  await page.getByRole('button', { name: /^€ 5,50 betaald: Nel Bakker/ }).click();
  await expect(told(page)).toContainText('Nel Bakker betaalde € 5,50.');
  await expect.poll(async () => (await plates(house, activityId)).filter(({ paid }) => paid === 550).length).toBe(1);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Maak een bestand met 3 borden' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.startsWith('\uFEFFDatum;Maaltijd;')).toBe(true);
  expect(file.split('\r\n').filter((line) => line.startsWith('15-10-2026;'))).toHaveLength(3);
  expect(file).toContain(';Nel Bakker;;vlees;nee;5,50;5,50;');
});

test('who owes more than one plate pays all of it with one tap, and has it back with one', async ({
  browser,
  house,
}) => {
  const activityId = await withThree(house);
  const [host] = (await plates(house, activityId)).filter(({ residentId: id }) => id !== null);
  await house.asStaff({
    type: 'addPlate',
    activityId,
    residentId: null,
    hostId: host!.id,
    guestName: 'Zus',
    dish: 'vlees',
    takeAway: false,
    despite: ['closed'],
    mayWait: false,
  });
  const page = await openAt(browser, house, 'Eten');
  await part(page, 'Geld');
  await expect(page.getByText('€ 22,00 open bij 3 mensen')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Alles betaald/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Alles betaald: Riet Molenaar, € 11,00' }).click();
  await expect(told(page)).toContainText('Riet Molenaar betaalde alles, € 11,00.');
  await expect(page.getByText('€ 11,00 open bij 2 mensen')).toBeVisible();
  const paid = async () => (await plates(house, activityId)).filter((plate) => plate.paid === 550).length;
  await expect.poll(paid).toBe(2);
  await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(page.getByText('€ 22,00 open bij 3 mensen')).toBeVisible();
  await expect.poll(paid).toBe(0);
});

for (const size of sizes) {
  test(`on ${size.name} every number of the money and the weeks is in sight`, async ({ browser, house }) => {
    await withThree(house);
    const page = await openAt(browser, house, 'Eten', { size });
    for (const name of ['Geld', 'Weken']) {
      await part(page, name);
      await expect(page.locator('table.s-table td').first()).toBeVisible();
      const outside = await page.locator('table.s-table :is(th, td)').evaluateAll((cells) =>
        cells
          .filter((cell) => cell.checkVisibility())
          .filter((cell) => {
            const { left, right } = cell.getBoundingClientRect();
            const card = cell.closest('.s-card')!.getBoundingClientRect();
            return left < card.left || right > card.right || right > innerWidth || cell.scrollWidth > cell.clientWidth;
          })
          .map((cell) => cell.textContent),
      );
      expect(outside, name).toEqual([]);
    }
  });
}

test('Ctrl and p prints the sheet as its button does, from the list and from the sheet', async ({ browser, house }) => {
  await withThree(house);
  const page = await openAt(browser, house, 'Eten');
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = `${Number(document.body.dataset.printed ?? 0) + 1}`;
    };
  });
  await expect(row(page, 'Riet Molenaar')).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.locator('body')).toHaveAttribute('data-printed', '1');
  const numbers = async () => (await house.rowsForStaff()).mealPrint?.map(({ number }) => number);
  await expect.poll(numbers).toEqual([1]);
  await part(page, 'Keukenblad');
  await page.getByRole('button', { name: 'Op naam' }).click();
  await page.keyboard.press('Control+p');
  await expect(page.locator('body')).toHaveAttribute('data-printed', '2');
  await expect.poll(numbers).toEqual([1, 2]);
  await expect(row(page, 'Riet Molenaar')).toBeVisible();
});

test('Ctrl and Enter keeps what is typed, in a form on the page and in a window', async ({ browser, house }) => {
  house.setTime(`${THURSDAY}T09:00:00+02:00`);
  const page = await openAt(browser, house, 'Eten');
  await part(page, 'Menu');
  await page.getByLabel('Wat eten we?').fill('Hutspot');
  await page.keyboard.press('Control+Enter');
  await expect(told(page)).toContainText('Het menu van donderdag 15 oktober is bewaard.');
  await expect
    .poll(async () => (await house.rowsForStaff()).menuDay?.find(({ on }) => on === THURSDAY)?.menu)
    .toBe('Hutspot');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Team' }).click();
  await page.getByRole('button', { name: /^Wijzig: Ton/ }).click();
  await page.getByRole('dialog').getByLabel('Functie').fill('kok');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('vrijwilliger · kok')).toBeVisible();
});

test('the weeks say what to buy, and how many came', async ({ browser, house }) => {
  await withThree(house);
  const page = await openAt(browser, house, 'Eten');
  await part(page, 'Weken');
  const today = page.getByRole('listitem').filter({ hasText: 'donderdag 15 oktober' });
  await expect(today).toContainText('3 mensen');
  await expect(today).toContainText('3 vlees');
  await expect(page.getByRole('img', { name: /^Hoeveel mensen aten mee/ })).toBeVisible();
  const living = ((await house.rowsForStaff()).resident ?? []).filter(({ left }) => left === null).length;
  const everyone = `alle ${living} bewoners`;
  await expect(
    page.getByRole('img', { name: new RegExp(`^Hoeveel verschillende bewoners kwamen, ${everyone}:`) }),
  ).toBeVisible();
  await expect(page.locator('.s-everyone').getByText(everyone)).toBeVisible();
});

test('two at the same row: both see what came of it', async ({ browser, house }) => {
  const activityId = await withThree(house);
  const [one, other] = [
    await openAt(browser, house, 'Eten'),
    await openAt(browser, house, 'Eten', { name: VOLUNTEER }),
  ];
  await one.getByRole('button', { name: 'Geld van Nel Bakker: € 5,50 open' }).click();
  await expect(other.getByRole('button', { name: 'Geld van Nel Bakker: betaald' })).toBeVisible();
  await other.getByRole('button', { name: 'Nel Bakker: is er?' }).click();
  await expect(one.getByRole('button', { name: 'Nel Bakker is er' })).toBeVisible();
  await expect
    .poll(
      async () => (await plates(house, activityId)).filter(({ came, paid }) => came === true && paid === 550).length,
    )
    .toBe(1);
});

test('a phone has the same rows with large buttons', async ({ browser, house }) => {
  await withThree(house);
  const page = await openAt(browser, house, 'Eten', { size: sizes[3] });
  await page.getByRole('button', { name: 'Nel Bakker: is er?' }).click();
  await expect(page.getByRole('button', { name: 'Nel Bakker is er' })).toBeVisible();
  const box = await page.getByRole('button', { name: 'Nel Bakker is er' }).boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(48);
});
