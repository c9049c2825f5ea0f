/** Instellingen: what a house sets holds at once, what goes out can be taken and withdrawn, and the week hangs in the hall. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pdfLines } from '../support/pdf-text.ts';
import { barriers, goTo, openAt, sizes, told } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { plan } from './programme.ts';

test.use({ startsAt: '2026-10-15T15:12:00+02:00' });

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Onderdelen van de instellingen' }).getByRole('link', { name }).click();
const rules = async (house: BrowserHouse) => (await house.rowsForStaff()).scooterRules?.[0];

test('a rule holds at once, and is taken back in one tap', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Instellingen');
  await part(page, 'Scootmobielen');
  await page.getByLabel('Langste rit').selectOption('2 uur');
  await expect(told(page)).toContainText('Bewaard. Langste rit: 2 uur.');
  await expect.poll(async () => (await rules(house))?.longestMinutes).toBe(120);
  expect((await rules(house))!.lengths).toEqual([60, 120]);
  await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(async () => (await rules(house))?.lengths).toEqual([60, 120, 240]);

  await page.getByRole('button', { name: 'Dagen erbij' }).click();
  await page.getByLabel('Van', { exact: true }).fill('2026-10-21');
  await page.getByLabel('Tot en met').fill('2026-10-20');
  await page.getByLabel('Waarom').fill('Keuring');
  await page.getByRole('button', { name: 'Zet erbij' }).click();
  await expect(page.getByText('De laatste dag ligt voor de eerste. Kies later.')).toBeVisible();
  await page.getByLabel('Tot en met').fill('2026-10-22');
  await page.getByRole('button', { name: 'Zet erbij' }).click();
  await expect
    .poll(async () => (await rules(house))?.blackouts)
    .toEqual([{ from: '2026-10-21', until: '2026-10-22', reason: 'Keuring' }]);
});

test('how the backups go is told, and who has left is erased for good', async ({ browser, house }) => {
  const [first] = (await house.rowsForStaff()).resident ?? [];
  const residentId = first?.id ?? '';
  await house.asStaff({ type: 'leaveHouse', residentId, reason: 'moved' });
  const page = await openAt(browser, house, 'Instellingen');
  await expect(page.getByRole('region', { name: 'Reservekopie' })).toContainText('Een demonstratie krijgt geen');
  const gone = page.getByRole('region', { name: 'Vertrokken bewoners wissen' });
  await gone.getByRole('button', { name: `Wis ${first?.firstName}` }).click();
  await page.getByRole('button', { name: 'Ja, wis voorgoed' }).click();
  await expect(gone).toContainText('Er is niemand om te wissen.');
  expect((await house.rowsForStaff()).resident?.map(({ id }) => id)).not.toContain(residentId);
});

test('a backup that failed is told on the first page, with the way to why', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Instellingen');
  const failed = { at: '2026-10-15T00:10:00Z', why: 'full' };
  await page.route('**/api/backups?*', (route) => route.fulfill({ json: { made: null, failed, nightly: true } }));
  await goTo(page, 'Vandaag');
  await expect(page.getByRole('region', { name: 'Reservekopie' })).toContainText('De laatste is niet gelukt.');
  await page.getByRole('button', { name: 'Bekijk waarom' }).click();
  await expect(page.getByText('Op 15 oktober om 2:10 was de schijf vol.')).toBeVisible();
});

test('the name of the house, rooms and holidays are of the house', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Instellingen');
  await page.getByLabel('Naam van het huis').fill('De Reiger');
  await page.getByRole('button', { name: 'Bewaar de naam' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instellingen van De Reiger');

  await part(page, 'Eten');
  await page.getByLabel('Plaatsen aan een tafel').selectOption('6 plaatsen');
  await expect.poll(async () => (await house.rowsForStaff()).location?.[0]?.tableSize).toBe(6);
  expect((await house.rowsForStaff()).location![0]!.name).toBe('De Reiger');

  await part(page, 'Schermen');
  await page.getByLabel('Donker vanaf').selectOption('22:30');
  await expect(told(page)).toContainText('Bewaard. Donker vanaf: 22:30.');
  await page.getByLabel('Verkeerd achter elkaar').selectOption('3 keer');
  await expect(page.getByLabel('Verkeerd in een uur op één scherm').locator('option')).toHaveText([
    '20 keer',
    '15 keer',
    '10 keer',
  ]);
  const stricter = { tableSize: 6, darkFrom: '22:30', darkUntil: '07:00', guessesInARow: 3, guessRestMinutes: 15 };
  await expect.poll(async () => (await house.rowsForStaff()).location?.[0]).toMatchObject(stricter);
  await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect.poll(async () => (await house.rowsForStaff()).location?.[0]?.guessesInARow).toBe(5);

  await part(page, 'Ruimtes');
  await expect(page.getByRole('heading', { level: 2, name: 'Ruimtes' })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByLabel('Naam', { exact: true }).fill('Huiskamer');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await expect(page.getByText('Er is al een ruimte met deze naam. Kies een andere.')).toBeVisible();
  await page.getByLabel('Naam', { exact: true }).fill('Zolder');
  await page.getByLabel('Plaatsen').fill('12');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  const attic = page.getByRole('listitem').filter({ hasText: 'Zolder' });
  await expect(attic).toContainText('12 plaatsen, voor één activiteit tegelijk');
  await attic.getByRole('button', { name: 'Haal weg: Zolder' }).click();
  await expect(attic).toHaveCount(0);
  await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(attic).toHaveCount(1);

  await part(page, 'Vakanties en sluiting');
  await page.getByRole('button', { name: 'Neem 5 vakanties over' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Kerstvakantie' })).toContainText('19 december');
  await expect.poll(async () => (await house.rowsForStaff()).period?.length).toBe(5);
  await expect(page.getByText('Schoolvakanties van regio Midden')).toHaveCount(0);
});

test('the programme has an address until it is withdrawn, and lists are files', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Instellingen');
  await part(page, 'Agenda');
  await page.getByRole('button', { name: 'Maak een adres' }).click();
  const address = await page.getByRole('textbox', { name: 'Adres voor het hele huis' }).inputValue();
  expect(address).toMatch(new RegExp(`^${house.url}/calendar/[\\w-]{20,}\\.ics$`));
  expect((await fetch(address)).status).toBe(200);
  await page.getByRole('button', { name: 'Trek in' }).click();
  await page.getByRole('button', { name: 'Toch niet' }).click();
  await page.getByRole('button', { name: 'Trek in' }).click();
  await page.getByRole('button', { name: 'Trek het adres in' }).click();
  await expect(page.getByText('Er zijn nog geen adressen.')).toBeVisible();
  await expect.poll(async () => (await fetch(address)).status).toBe(404);

  await part(page, 'Bestanden');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download: Bewoners' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('bewoners.csv');
  expect((await readFile(await file.path(), 'utf8')).slice(1)).toMatch(/^huisnummer;/);
  await page.getByLabel('Tot en met').fill('2026-01-01');
  await expect(page.getByText('De laatste dag ligt voor de eerste. Kies later.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download: Maaltijden' })).toHaveCount(0);
});

/** So many things on every day of the week as no house has. */
async function fullWeek(house: BrowserHouse, perDay: number): Promise<void> {
  for (const day of [12, 13, 14, 15, 16, 17, 18]) {
    await plan(
      house,
      `2026-10-${day}`,
      Array.from({ length: perDay }, (_, at) => ({
        id: `full-${day}-${at}`,
        title: `Bijeenkomst ${day}-${at} over het een en ander in de wijk`,
        startTime: `${String(8 + (at % 12)).padStart(2, '0')}:00`,
        endTime: `${String(9 + (at % 12)).padStart(2, '0')}:00`,
        room: `Vergaderzaal ${at}`,
      })),
    );
  }
}

/** The page of paper as Chromium prints it, with its size in points. */
async function printed(page: Page) {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(Buffer.from(pdf).toString('latin1'))!;
  return { pages: pdfLines(pdf), width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) };
}

test('the week is one page of A4 or A3, whatever the programme', async ({ browser, house }) => {
  const { series = [] } = await house.rowsForStaff();
  const yoga = series.find(({ title }) => title === 'Stoelyoga')!;
  await house.asStaff({ type: 'cancelActivity', activityId: `${yoga.id}/2026-10-15`, reason: 'De juf is ziek' });
  const page = await openAt(browser, house, 'Programma');
  await page.getByRole('button', { name: 'Weekposter' }).click();
  const shown = page.locator('.k-poster');
  await expect(shown).toContainText('Deze week in huis');
  const usual = await printed(page);
  expect(usual).toMatchObject({ width: 595, height: 842 });
  expect(usual.pages).toHaveLength(1);
  const text = usual.pages[0]!.join('\n');
  // What is bold is another piece of text, with no letter for the space before it.
  const days = ['Maandag12', 'Dinsdag13', 'Woensdag14', 'Donderdag15', 'Vrijdag16', 'Zaterdag17', 'Zondag18'];
  for (const day of days) expect(text.replaceAll(' ', '')).toContain(day);
  for (const name of ['Valpreventie-training', 'Wandelclub', 'Stamppot', 'Muziekmiddag', 'Gymzaal', 'Eetkamer'])
    expect(text).toContain(name);
  expect(text).toContain('Meedoen? Tik het aan op de tablet in de huiskamer.');
  await expect(shown.locator('.k-poster-dates')).toHaveText('12 tot en met 18 oktober');
  expect(text).not.toContain('Instellingen');
  expect(text.match(/Koffie/g)).toHaveLength(1);

  expect(text).toContain('gaat niet door');
  await expect(shown.locator('s')).toHaveText('Stoelyoga');

  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: 'Print de poster' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');

  for (let week = 0; week < 10; week += 1) await page.keyboard.press('ArrowRight');
  await expect(shown.locator('.k-poster-dates')).toHaveText('21 tot en met 27 december');
  const christmas = (await printed(page)).pages;
  expect(christmas).toHaveLength(1);
  expect(christmas[0]!.join('\n')).toContain('Eerste kerstdag');
  await page.keyboard.press('t');

  await page.getByRole('button', { name: 'A3, groot' }).click();
  const large = await printed(page);
  expect(large).toMatchObject({ width: 842, height: 1191 });
  expect(large.pages).toHaveLength(1);

  await fullWeek(house, 14);
  await expect(shown).toContainText('Bijeenkomst 18-13');
  for (const paper of ['A3, groot', 'A4']) {
    await page.getByRole('button', { name: paper }).click();
    const full = await printed(page);
    expect(full.pages).toHaveLength(1);
    const words = full.pages[0]!.join('\n');
    for (const day of [12, 18]) for (const at of [0, 13]) expect(words).toContain(`Bijeenkomst ${day}-${at} `);
    expect(words).toContain('Meedoen?');
    expect(await shown.evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight)).toBeLessThanOrEqual(0);
  }
});

for (const size of sizes.filter(({ name }) => name === 'a laptop' || name === 'a phone')) {
  test(`at ${size.name} no setting keeps anybody out`, async ({ browser, house }) => {
    test.setTimeout(120_000);
    const page = await openAt(browser, house, 'Instellingen', { size });
    const look = async (name: string) => expect(await barriers(page), name).toEqual([]);
    await look('Huis');
    for (const name of [
      'Eten',
      'Scootmobielen',
      'Ruimtes',
      'Vakanties en sluiting',
      'Agenda',
      'Bestanden',
      'Sneltoetsen',
    ]) {
      await part(page, name);
      if (name === 'Agenda') {
        await page.getByRole('button', { name: 'Maak een adres' }).click();
        await expect(page.getByRole('textbox', { name: 'Adres voor het hele huis' })).toBeVisible();
      }
      await look(name);
    }
    await part(page, 'Ruimtes');
    await page.getByRole('button', { name: 'Nieuwe ruimte' }).click();
    await look('a new room');
    await page.keyboard.press('Escape');
    await goTo(page, 'Programma');
    await page.getByRole('button', { name: 'Weekposter' }).click();
    await look('the poster');
  });
}
