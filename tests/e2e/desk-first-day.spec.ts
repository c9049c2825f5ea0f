/**
 * The first day of who is new at the desk: from a flat in which nobody lives to news that reached somebody at the screen
 * and at the door, and a sheet for the hall. By what stands on the screens alone, as no manual says it.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { sampleBytes, sampleNames } from '../server/import/sample.ts';
import { pdfLines } from '../support/pdf-text.ts';
import { goTo, openPage, sizes, told } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { arrive, createWalker, type Walker } from './layout-hand.ts';
import { chooseDoor, finish, openMyThings, rowOf, screen } from './screens.ts';

/** A Thursday; Christmas is on a Friday, three weeks later. */
test.use({ isEmpty: true, startsAt: '2026-12-03T09:00:00+01:00' });

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const dialog = (page: Page) => page.getByRole('dialog');
const block = (page: Page) => page.getByRole('button', { name: /^Breicafé ?, / });
const needs = (page: Page) => page.getByRole('region', { name: 'Dit vraagt nu iets van u' });
const WHY = 'De docent is ziek.';

test('from an empty flat to a full week, and nobody misses what changes', async ({ browser, house }) => {
  test.setTimeout(120_000);
  const page = await openPage(browser, house);
  await page.goto(readFileSync(house.running.firstAdminFiles[0]!, 'utf8').trim());
  await page.getByLabel('Gebruikersnaam').fill('nieuw');
  await page.getByLabel('Nieuw wachtwoord').fill('Drie stoelen om de tafel');
  await press(page, 'Bewaar het wachtwoord');
  await readTheBuilding(page);
  const tablet = await connectTablet(page, browser, house);
  // What is left is of the building, not of setting it up.
  await expect(needs(page)).toContainText('Rijtest loopt af');
  await expect(needs(page)).not.toContainText(/nog geen|nog niets/);
  const walk = createWalker(tablet);
  await walk.wake();
  await hangUp(page, walk);
  await makeSeries(page);

  await walk.place(0);
  await walk.tomorrow();
  await walk.join('Breicafé');
  await chooseDoor(walk.hand, 0, '1');
  await expect(screen(tablet, 'done')).toBeVisible();
  await finish(walk.hand);

  await dragLater(page);
  await moveByForm(page);
  await callOff(page);

  await openMyThings(walk.hand, 0, '1');
  await expect(rowOf(tablet, 'Breicafé').first()).toContainText('Nieuwe tijd. Eerst was het 13:00.');
  await walk.tap('.header .tool');
  await openMyThings(walk.hand, 1, '15');
  // Moved and then cancelled: said once, as it is.
  await expect(rowOf(tablet, 'Breicafé')).toHaveText([/Gaat niet door\./]);

  await tellThem(page);
  await printPoster(page);
});

/** Vandaag says what a new house lacks, and leads there. */
async function readTheBuilding(page: Page): Promise<void> {
  await expect(needs(page).getByRole('listitem')).toHaveText([/bewoners/, /programma/, /tablet/]);
  await press(page, /^Lees bewoners in/);
  await page.locator('input[type="file"]').setInputFiles([
    { name: sampleNames.residents, mimeType: 'text/csv', buffer: sampleBytes(sampleNames.residents) },
    { name: sampleNames.programme, mimeType: 'text/calendar', buffer: sampleBytes(sampleNames.programme) },
  ]);
  await press(page, 'Lees 168 regels in');
  await expect(told(page)).toContainText('168 regels ingelezen: Bewoners, Programma.', { timeout: 20_000 });
  // The way on is in sight and under the finger, after a list of 168 lines.
  await expect(page.getByRole('button', { name: 'Terug naar de lijst' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('148 bewoners achter 110 deuren')).toBeVisible();
}

async function connectTablet(page: Page, browser: Browser, house: BrowserHouse): Promise<Page> {
  await goTo(page, 'Vandaag');
  await press(page, /^Sluit een tablet aan/);
  await press(page, 'Nieuwe tablet');
  const code = await page.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).innerText();
  const tablet = await openPage(browser, house, sizes[1]);
  await tablet.goto(house.url);
  await expect(tablet.getByRole('heading', { name: 'Nieuwe tablet' })).toBeVisible();
  await tablet.keyboard.type(code.replace(' ', ''));
  await tablet.getByRole('button', { name: 'Huiskamer', exact: true }).click();
  await expect(screen(tablet, 'rest')).toBeVisible();
  // The desk sees it come in by itself.
  await expect(told(page)).toContainText('Huiskamer is aangesloten.', { timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Nieuwe tablet aansluiten' })).toHaveCount(0);
  await goTo(page, 'Vandaag');
  return tablet;
}

/** In Dutch and in Turkish, and read in both. */
async function hangUp(page: Page, walk: Walker): Promise<void> {
  await goTo(page, 'Berichten');
  await press(page, 'Nieuw bericht');
  await page.getByLabel('Titel', { exact: true }).fill('De voordeur is stuk');
  await page.getByLabel('Tekst', { exact: true }).fill('Gebruik de deur aan de tuin.');
  await press(page, 'Een week lang');
  await press(page, 'Voeg toe: Türkçe');
  await page.getByLabel('Titel in het Türkçe').fill('Ön kapı bozuk');
  await page.getByLabel('Tekst in het Türkçe').fill('Bahçe kapısını kullanın.');
  await press(page, 'Plaats bericht');
  await expect(told(page)).toContainText('«De voordeur is stuk» hangt er nu.');
  await walk.hand.tap(rowOf(walk.page, 'De voordeur is stuk').locator('.slip'));
  await arrive(walk.page, 'message');
  await expect(walk.page.getByText('Gebruik de deur aan de tuin.')).toBeVisible();
  await walk.speak('tr');
  await expect(walk.page.getByRole('heading', { name: 'Ön kapı bozuk' })).toBeVisible();
  await walk.speak('nl');
}

/** Every Friday of December, but not at Christmas. */
async function makeSeries(page: Page): Promise<void> {
  await goTo(page, 'Programma');
  await press(page, 'Nieuwe activiteit');
  await page.getByLabel('Naam', { exact: true }).fill('Breicafé');
  await page.getByLabel('Dag', { exact: true }).fill('2026-12-04');
  await page.getByLabel('Van', { exact: true }).fill('13:00');
  await page.getByLabel('Tot', { exact: true }).fill('14:00');
  await page.getByLabel('Waar').selectOption('Atelier');
  await expect(page.getByText('Atelier is dan vrij.')).toBeVisible();
  await press(page, 'Elke week');
  await page.getByLabel('Laatste keer').fill('2026-12-31');
  const dates = page.getByRole('region', { name: 'Alle keren' });
  await expect(dates.getByText('3 keer')).toBeVisible();
  await expect(dates.getByRole('listitem').filter({ hasText: 'Eerste kerstdag' })).toContainText('Toch wel');
  await press(page, 'Zet in het programma');
  await expect(told(page)).toContainText('Breicafé staat in het programma.');
}

/** Tomorrow's a quarter of an hour later, once somebody has joined. */
async function dragLater(page: Page): Promise<void> {
  await expect(block(page)).toContainText('1 mens');
  const box = (await block(page).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 20, { steps: 4 });
  await page.mouse.up();
  await expect(dialog(page)).toContainText('Breicafé verandert. Welke keren?');
  await expect(dialog(page)).toContainText('Zij komen ook op Bellen en kloppen.');
  await press(page, 'Verander 1 keer');
  await expect(page.getByRole('button', { name: /^Breicafé ?, 13:15 tot 14:15/ })).toBeVisible();
}

/** Next week's to another day, with somebody put on the list at the desk. */
async function moveByForm(page: Page): Promise<void> {
  await press(page, 'Week verder');
  await block(page).click();
  await expect(page.getByText('Laatste keer: 18 december 2026.')).toBeVisible();
  await press(page, 'Zet iemand erbij');
  await dialog(page).getByLabel('Naam').fill('bakker');
  // Who comes to knit needs no driving test, and nobody has to see whether they passed it.
  await expect(dialog(page).getByText('rijtest')).toHaveCount(0);
  await dialog(page)
    .getByRole('button', { name: /Nel Bakker/ })
    .click();
  await expect(told(page)).toContainText('Nel Bakker (15) doet mee.');
  await press(page, 'Verander');
  await page.getByLabel('Dag', { exact: true }).fill('2026-12-10');
  await press(page, 'Kies de keren');
  await expect(dialog(page)).toContainText('donderdag 10 december');
  await press(page, 'Verander 1 keer');
  await expect(told(page)).toContainText('Breicafé is veranderd.');
}

async function callOff(page: Page): Promise<void> {
  await block(page).click();
  await expect(page.getByText('donderdag 10 december, 13:00 tot 14:00')).toBeVisible();
  await press(page, 'Laat niet doorgaan');
  await dialog(page).getByLabel('Waarom?').fill(WHY);
  await expect(dialog(page)).toContainText('1 mens krijgt bericht en komt op Bellen en kloppen.');
  await dialog(page).getByRole('button', { name: 'Laat niet doorgaan' }).click();
  await expect(told(page)).toContainText('Breicafé gaat niet door.');
}

/** In walking order: Riet has no telephone, Nel has. */
async function tellThem(page: Page): Promise<void> {
  await goTo(page, 'Bellen en kloppen');
  const stop = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(stop('Riet Molenaar')).toContainText('Het is nu vrijdag 4 december om 13:15');
  await expect(stop('Riet Molenaar')).toContainText('klop aan');
  await expect(stop('Nel Bakker')).toContainText(`donderdag 10 december om 13:00, gaat niet door. ${WHY}`);
  await expect(stop('Nel Bakker').getByRole('link', { name: 'Bel 010 000 01 15' })).toBeVisible();
  await press(page, 'Verteld: Riet Molenaar (1)');
  await press(page, 'Verteld: Nel Bakker (15)');
  await expect(page.getByRole('button', { name: 'Open 0' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verteld vandaag 2' })).toBeVisible();
}

/** One A4 a week, with what was moved and what does not go on. */
async function printPoster(page: Page): Promise<void> {
  await goTo(page, 'Programma');
  await press(page, 'Weekposter');
  const poster = page.locator('.k-poster');
  await expect(poster).toContainText('30 november');
  await expect(poster.getByRole('listitem').filter({ hasText: 'Breicafé' }).locator('svg')).toHaveCount(1);
  expect(await printed(page)).toMatch(/13:15\s*Breicafé\s*\(nieuwe tijd\)/);
  await press(page, 'Week verder');
  await expect(poster).toContainText('7 tot en met 13 december');
  expect(await printed(page)).toMatch(/Breicafé\s*gaat niet door/);
}

async function printed(page: Page): Promise<string> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MediaBox\s*\[\s*0 0 59\d(\.\d+)? 84\d/);
  const pages = pdfLines(pdf);
  expect(pages).toHaveLength(1);
  return pages[0]!.join('\n');
}
