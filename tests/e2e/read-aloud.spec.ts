/** "Lees voor": what is heard on a screen, in which voice, and everything that makes it fall silent (UX 50 to 52). */
import type { Browser, Page } from '@playwright/test';
import { ALARM, alarm, post } from './announcements.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { showCard } from './scooters.ts';
import { button, floorTile, joinButton, openMyThings, screen, wake } from './screens.ts';
import { type Hand, stopTime } from './taps.ts';
import { EVERY_VOICE, heardOn, letVoicesArrive, silencedOn, type VoicesGiven } from './voices.ts';

const RIET = { title: 'Lunch', floor: 0, door: '1' } as const;
const BAR = 'nl: Vandaag, Scootmobiel, Berichten, Mijn dingen, Hulp.';
const CARD_NOBODY_HAS = '00000001';
const PAPIAMENTU_BAR = 'Awe, Scootmobil, Mensahe, Mi kosnan, Yudansa';
const MOST_WORDS = 12;

test('today is read row by row, in the order and the words of the screen, by a voice of the tablet', async ({
  browser,
  house,
}) => {
  const { hand, page } = await listening(browser, house);
  const row = page.locator('.row').nth(1);
  const [before, rowBefore] = [await heardOn(page), await row.boundingBox()];
  expect(before).toEqual([]);
  await hand.tap(tool(page, 'Lees voor'));
  await expect(page.locator('[data-reading]')).toContainText('Woensdag 14 oktober');
  while (!(await row.evaluate((element) => element.hasAttribute('data-reading')))) await hand.wait(1_000);
  const line = await row.evaluate((element) => getComputedStyle(element).outline);
  expect(line).toBe('rgb(18, 63, 102) solid 8px');
  expect(await row.boundingBox()).toEqual(rowBefore);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await row.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  expect(await page.locator('.tool').count()).toBeLessThanOrEqual(4);
  await toTheEnd(hand);
  await expect(tool(page, 'Lees voor')).toBeVisible();
  const heard = await heardOn(page);
  expect(heard.map(said)).toEqual([
    'nl: Woensdag 14 oktober.',
    'nl: tien voor half negen ’s ochtends 8:20.',
    'nl: 9:30, Koffie-inloop, tot 11:00, Huiskamer, Loop gewoon binnen.',
    'nl: 10:00, Wandelclub, tot 11:15, Verzamelen bij de ingang.',
    'nl: Ik doe mee.',
    'nl: 12:00, Lunch, tot 13:00, Eetkamer.',
    'nl: Ik doe mee.',
    BAR,
  ]);
  for (const { local, rate } of heard) expect([local, rate >= 0.9 && rate <= 1]).toEqual([true, true]);
});

test('an activity, a ticket and the question who one is are read too, without the names behind other doors', async ({
  browser,
  house,
}) => {
  const { hand, page } = await listening(browser, house);
  await hand.tap(page.locator('.row', { hasText: 'Wandelclub' }).locator('.slip'));
  expect(await readOut(hand)).toEqual([
    'nl: Wandelclub.',
    expect.stringMatching(/^nl: .* 8:2\d\.$/),
    'nl: Vandaag, tien uur, van 10:00 tot 11:15.',
    'nl: Verzamelen bij de ingang.',
    'nl: nog niemand doet mee.',
    'nl: Twee rondes: een kort, een lang.',
    'nl: Ik doe mee.',
    BAR,
  ]);
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(joinButton(page, RIET.title));
  expect(await readOut(hand)).toContain('nl: 1 Eerste verdieping.');
  await hand.tap(floorTile(page, RIET.floor));
  const names = await page.locator('.tile.door .names').allInnerTexts();
  const doors = (await readOut(hand)).join(' ');
  expect(doors).toContain('nl: 1. nl: 2.');
  const eachName = names.join(' ').trim().split(/\s+/);
  expect(eachName).toContain('Riet');
  for (const name of eachName) expect(doors).not.toContain(name);
  await hand.tap(page.locator('.tile.door').first());
  await expect(screen(page, 'done')).toBeVisible();
  expect(await readOut(hand)).toEqual([
    'nl: Gelukt, Riet.',
    'nl: Dit is uw kaartje.',
    'nl: U hoeft niets te bewaren.',
    'nl: Lunch.',
    'nl: Vandaag, 12:00 uur.',
    'nl: Eetkamer.',
    'nl: U komt alleen.',
    'nl: U doet mee.',
    'nl: Elke keer.',
    'nl: Klaar, Toch niet, Hulp.',
  ]);
});

test('in another language the words of the house are read by its voice, and what was written in Dutch by a Dutch one', async ({
  browser,
  house,
}) => {
  await post(house, {
    title: 'Onderhoudswerkzaamheden in de hal',
    text: 'Kom om twaalf uur proeven, wij hebben ook brood. Het is gratis.',
  });
  const { hand, page } = await listening(browser, house);
  await speak(hand, 'Taal', 'Türkçe');
  const today = await readOut(hand, 'Dinle');
  expect(today).toEqual(expect.arrayContaining(['nl: Koffie-inloop.', 'tr: bitiş 11:00.', 'nl: Huiskamer.']));
  expect(today.join(' ')).toContain('nl: Onderhoudswerkzaamheden in de hal, Kom om twaalf uur proeven');
  expect(today.slice(0, 2)).toEqual(['tr: Çarşamba.', 'tr: 14 Ekim, sabah 8:20, 1 / 2.']);
  expect(today.at(-1)).toMatch(/^tr: Bugün, .*Yardım\.$/);
  await hand.tap(page.locator('.slip.hung'));
  const [title, ...message] = await readOut(hand, 'Dinle');
  expect(title).toBe('nl: Onderhoudswerkzaamheden in de hal.');
  expect(message).toEqual(
    expect.arrayContaining(['nl: Kom om twaalf uur proeven, wij hebben ook brood.', 'nl: Het is gratis.']),
  );
  expect(message.filter((each) => each.startsWith('tr: ')).length).toBeGreaterThan(1);

  await hand.tap(button(page, 'Bugün'));
  await hand.tap(button(page, 'Sonra'));
  const join = page.getByRole('button', { name: /^Ben de varım: / }).first();
  const [, activity = ''] = ((await join.getAttribute('aria-label')) ?? '').split(': ');
  await hand.tap(join);
  await expect(screen(page, 'who')).toBeVisible();
  // The title somebody wrote in Dutch stands in the middle of a sentence of the house.
  const asked = await readOut(hand, 'Dinle');
  expect(asked).toContain(`nl: ${activity}.`);
  expect(asked[asked.indexOf(`nl: ${activity}.`) + 1]).toMatch(/^tr: bugün/);
  await hand.tap(button(page, 'Yardım'));
  await hand.tap(button(page, 'Bugün'));
  await speak(hand, 'Dil', 'العربية');
  const arabic = await readOut(hand, 'اقرأ لي');
  expect(arabic[0]).toMatch(/^ar: الأربعاء/);
  expect(arabic).toContain('nl: Koffie-inloop.');
  for (const { text } of await heardOn(page)) {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
    expect(text).not.toMatch(/[\u00ad\u2066-\u2069·]/);
  }
});

test('it begins by a tap alone, and a second tap, a touch elsewhere or another screen stops it', async ({
  browser,
  house,
}) => {
  const { hand, page } = await listening(browser, house);
  await hand.wait(20_000);
  expect(await heardOn(page)).toEqual([]);
  const stops: readonly (readonly [name: string, stop: () => Promise<void>])[] = [
    ['a second tap', () => hand.tap(tool(page, 'Stop'))],
    ['a touch on nothing', () => page.touchscreen.tap(4, 4)],
    ['another size', () => hand.tap(button(page, 'Groter'))],
    ['another screen', () => hand.tap(button(page, 'Berichten'))],
    ['another place', () => hand.tap(button(page, 'Vandaag'))],
    ['Escape', () => page.keyboard.press('Escape')],
  ];
  for (const [name, stop] of stops) {
    const [count, silenced] = [(await heardOn(page)).length, await silencedOn(page)];
    await hand.tap(tool(page, 'Lees voor'));
    expect((await heardOn(page)).length, name).toBe(count + 1);
    await stop();
    await expect(tool(page, 'Lees voor'), name).toBeVisible();
    await expect(page.locator('[data-reading]'), name).toHaveCount(0);
    const atStop = (await heardOn(page)).length;
    expect(await silencedOn(page), name).toBe(silenced + 1);
    await hand.wait(30_000);
    expect((await heardOn(page)).length, name).toBe(atStop);
  }
});

test('an alarm stops it', async ({ browser, house }) => {
  const { hand, page } = await listening(browser, house);
  await hand.tap(tool(page, 'Lees voor'));
  await alarm(house, ALARM);
  await expect(page.locator('[data-screen=alarm]')).toBeVisible();
  expect(await silencedOn(page)).toBe(1);
  await hand.wait(20_000);
  expect((await heardOn(page)).length).toBe(1);
});

test('who listens is there: the seconds of idleness begin when the reading ends, even of a voice that never tells', async ({
  browser,
  house,
}) => {
  const { hand, page } = await listening(browser, house, { langs: ['nl-NL'], late: false, endless: true });
  await stopTime(page);
  await hand.tap(tool(page, 'Lees voor'));
  let listened = 0;
  for (; await isReading(page); listened += 1) await hand.wait(1_000);
  expect((await heardOn(page)).map(said).at(-1)).toBe(BAR);
  expect(listened).toBeGreaterThan(20);
  expect(listened).toBeLessThan(120);
  await hand.wait(118_000);
  await expect(screen(page, 'today')).toBeVisible();
  await hand.wait(3_000);
  await expect(screen(page, 'rest')).toBeVisible();
});

test('at rest it is silent, and the next visitor hears the usual volume', async ({ browser, house }) => {
  const { hand, page } = await listening(browser, house);
  await openMyThings(hand, RIET.floor, RIET.door);
  await hand.tap(tool(page, 'Lees voor'));
  await hand.tap(tool(page, 'Harder'));
  await hand.tap(tool(page, 'Harder'));
  await expect(tool(page, 'Zachter')).toBeVisible();
  const volumes = new Set((await heardOn(page)).map(({ volume }) => volume));
  expect([...volumes].toSorted()).toEqual([0.5, 0.75, 1]);
  // The tablet slept, and wakes in another visit.
  await page.clock.fastForward(600_000);
  await expect(screen(page, 'rest')).toBeVisible();
  const atRest = (await heardOn(page)).length;
  expect(await silencedOn(page)).toBeGreaterThan(0);
  await hand.wait(20_000);
  expect((await heardOn(page)).length).toBe(atRest);
  await wake(page);
  await hand.tap(tool(page, 'Lees voor'));
  expect((await heardOn(page)).at(-1)?.volume).toBe(0.5);
});

test('without a voice of the tablet there is no tool; it comes when a voice does, for that language alone', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser, { voices: { langs: ['nl-NL', 'tr-TR'], late: true } });
  const hand = await wake(page);
  await hand.wait(5_000);
  await expect(page.locator('.tool .aloud')).toHaveCount(0);
  await expect(page.locator('.tool')).toHaveCount(3);
  await letVoicesArrive(page);
  await expect(tool(page, 'Lees voor')).toBeVisible();
  await speak(hand, 'Taal', 'Papiamentu');
  await expect(page.locator('.tool .aloud')).toHaveCount(0);
});

test('a language without a voice is heard from the clips the house recorded', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser, { voices: { langs: ['nl-NL'], late: false } });
  await page.route('**/clips/manifest.json', (route) =>
    route.fulfill({ json: { pap: { [PAPIAMENTU_BAR]: 'bar.wav' } } }),
  );
  await page.route('**/clips/pap/bar.wav', (route) => route.fulfill({ contentType: 'audio/wav', body: beep() }));
  await page.reload();
  const hand = await wake(page);
  await tool(page, 'Lees voor').waitFor();
  await speak(hand, 'Taal', 'Papiamentu');
  const clip = page.waitForRequest('**/clips/pap/bar.wav');
  await hand.tap(tool(page, 'Skucha'));
  await toTheEnd(hand);
  await clip;
  expect((await heardOn(page)).map(said)).toContain('nl: Koffie-inloop.');
  expect((await heardOn(page)).every(({ lang }) => lang === 'nl-NL')).toBe(true);
});

test('why something could not be is read where there is no header, and stopped there', async ({ browser, house }) => {
  const { hand, page } = await listening(browser, house);
  await showCard(page, CARD_NOBODY_HAS);
  await expect(screen(page, 'refused')).toBeVisible();
  const read = await readOut(hand);
  expect(read.length).toBeGreaterThan(2);
  expect(read.at(-1)).toBe('nl: Vandaag, Hulp.');
  await hand.tap(tool(page, 'Lees voor'));
  await hand.tap(tool(page, 'Stop'));
  await expect(page.locator('[data-reading]')).toHaveCount(0);
});

test('every sound has a twin for the eye: what is read is on the screen, and reading shows', async ({
  browser,
  house,
}) => {
  const { hand, page } = await listening(browser, house);
  const plain = (text: string) => text.replace(/[\s\u00ad\u2066-\u2069.,·]/g, '');
  const shown = plain((await page.locator('[data-screen]').innerText()) ?? '');
  await hand.tap(tool(page, 'Lees voor'));
  await expect(tool(page, 'Stop')).toBeVisible();
  await toTheEnd(hand);
  for (const { text } of await heardOn(page)) {
    for (const part of text.split(', ')) expect(shown).toContain(plain(part));
  }
});

const tool = (page: Page, name: string) => page.locator('.tool').filter({ hasText: name }).filter({ visible: true });

async function listening(
  browser: Browser,
  house: BrowserHouse,
  voices: VoicesGiven = { langs: EVERY_VOICE, late: false },
) {
  const { page } = await house.openKiosk(browser, { voices });
  const hand = await wake(page);
  await tool(page, 'Lees voor').waitFor();
  return { hand, page };
}

const said = ({ lang, text }: { readonly lang: string; readonly text: string }): string =>
  `${lang.slice(0, 2)}: ${text}`;

/** The drawing of the tool is another one while it reads, in every language. */
const isReading = async (page: Page): Promise<boolean> => (await page.locator('.tool .aloud rect').count()) > 0;

async function toTheEnd(hand: Hand): Promise<void> {
  while (await isReading(hand.page)) await hand.wait(1_000);
}

/** Lets a reading come to its end, and gives what was heard of it. */
async function readOut(hand: Hand, name = 'Lees voor'): Promise<readonly string[]> {
  const before = (await heardOn(hand.page)).length;
  await hand.tap(tool(hand.page, name));
  await toTheEnd(hand);
  return (await heardOn(hand.page)).slice(before).map(said);
}

async function speak({ page, tap }: Hand, tools: string, endonym: string): Promise<void> {
  await tap(tool(page, tools));
  await tap(button(page, new RegExp(endonym)));
}

/** A tenth of a second of silence: 8 bits, 8000 a second. */
function beep(): Buffer {
  const samples = Buffer.alloc(800, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
