/** The board of the house: written at the desk, seen at the tablets; an alarm over everything; and nothing hostile runs. */
import type { Page } from '@playwright/test';
import { alarmPhrases } from '../../src/client/app/alarm-phrases.ts';
import { saidBy } from '../../src/client/app/alarm-words.ts';
import { pdfLines } from '../support/pdf-text.ts';
import { ALARM, alarm, post } from './announcements.ts';
import { barriers, openAt, sizes, told } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { arrive, createWalker } from './layout-hand.ts';

const sounding = (page: Page) => page.locator('[data-screen=alarm]');
const glass = (page: Page, title: string) => page.frameLocator(`iframe[title="${title}"]`);
/** What hangs is there once the tablet knows which it is. */
const knowsItself = (page: Page) => page.waitForFunction(() => localStorage.getItem('huiskamer.device') !== null);
const hung = async (house: BrowserHouse) => (await house.rowsForStaff()).announcement ?? [];

test('a message in two languages, mended by its meter, kept over a closed browser, hangs at a tablet', async ({
  browser,
  house,
}) => {
  const page = await openAt(browser, house, 'Berichten');
  await page.getByRole('button', { name: 'Nieuw bericht' }).click();
  // Nothing is sent without a title and an end, and the button says which.
  await page.getByRole('button', { name: 'Schrijf eerst een titel' }).click();
  await expect(page.locator('#place-wrong')).toHaveText('Schrijf eerst een titel');
  await page.getByLabel('Titel', { exact: true }).fill('De lift staat morgen stil');
  await page.getByLabel('Tekst', { exact: true }).fill('I.v.m. onderhoudswerkzaamheden staat de lift stil.');
  await page.getByRole('button', { name: 'Kies eerst tot wanneer' }).click();
  await page.getByRole('button', { name: 'Een week lang' }).click();
  await page.getByRole('button', { name: 'Maak: donderdag' }).click();
  await page.getByRole('button', { name: 'Maak: Door' }).click();
  await page.getByRole('button', { name: 'Maak: onderhoud' }).click();
  await expect(page.getByText('Makkelijk te lezen')).toBeVisible();
  await expect(page.getByLabel('Tekst', { exact: true })).toHaveValue('Door onderhoud staat de lift stil.');
  await page.getByRole('button', { name: 'Voeg toe: Türkçe' }).click();
  await page.getByLabel('Titel in het Türkçe').fill('Asansör çalışmıyor');

  await page.reload();
  await expect(page.getByLabel('Titel in het Türkçe')).toHaveValue('Asansör çalışmıyor');
  expect(await hung(house)).toEqual([]);
  // The kiosk itself, drawn with what is written.
  await page.clock.runFor(1_000);
  await expect(glass(page, 'Zo staat het op de tablet').getByText('De lift staat donderdag stil')).toBeVisible();
  await page.getByLabel('In welke taal').selectOption('tr');
  await page.clock.runFor(1_000);
  await expect(glass(page, 'Na een tik op het bericht').getByText('Asansör çalışmıyor')).toBeVisible();

  const { page: tablet } = await house.openKiosk(browser);
  const walk = createWalker(tablet);
  await walk.wake();
  await page.getByRole('button', { name: 'Plaats bericht' }).click();
  await expect(told(page)).toContainText('«De lift staat donderdag stil» hangt er nu.');
  const row = tablet.locator('.row', { hasText: 'De lift staat donderdag stil' });
  await expect(row).toBeVisible();
  await walk.hand.tap(row.locator('.slip'));
  await arrive(tablet, 'message');
  await expect(tablet.getByText('Van Samira Haddou')).toBeVisible();
  await walk.speak('tr');
  await expect(tablet.getByRole('heading', { name: 'Asansör çalışmıyor' })).toBeVisible();
  // Dutch is one tap away.
  await walk.hand.tap(tablet.getByRole('button', { name: 'Nederlands' }));
  await expect(tablet.getByText('Door onderhoud staat de lift stil.')).toBeVisible();

  await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(tablet.getByText('Door onderhoud')).toHaveCount(0);
});

test('at rest they come one by one, each for twenty seconds', async ({ browser, house }) => {
  await post(house, { title: 'Eerste' });
  await post(house, { title: 'Tweede', level: 'important' });
  const { page } = await house.openKiosk(browser);
  await arrive(page, 'rest');
  await knowsItself(page);
  const changes: { readonly title: string; readonly at: number }[] = [];
  for (let second = 0; second < 80; second += 1) {
    await page.clock.runFor(1_000);
    const seen = await page.evaluate(() => ({
      title: document.querySelector('.coming .what')?.textContent ?? '',
      at: Date.now(),
    }));
    if (seen.title !== changes.at(-1)?.title) changes.push(seen);
  }
  expect(new Set(changes.map(({ title }) => title))).toContain('Eerste');
  expect(new Set(changes.map(({ title }) => title))).toContain('Tweede');
  // The first was there before anybody looked, and one looks once a second.
  const lasted = changes.slice(2).map(({ at }, nth) => at - (changes[nth + 1]?.at ?? 0));
  expect(lasted.length).toBeGreaterThan(0);
  expect(Math.min(...lasted)).toBeGreaterThanOrEqual(18_500);
});

test('until before from, and an end that is past, are sentences at the form, and nothing is half done', async ({
  browser,
  house,
}) => {
  const page = await openAt(browser, house, 'Berichten');
  await page.getByRole('button', { name: 'Nieuw bericht' }).click();
  await page.getByLabel('Titel', { exact: true }).fill('Soep');
  await page.getByLabel('Van (dag)').fill('2026-10-20');
  await page.getByLabel('Tot (dag, moet)').fill('2026-10-19');
  // On an English computer the field itself reads 10/19.
  await expect(page.getByLabel('Tot (dag, moet)')).toHaveAccessibleDescription('maandag 19 oktober');
  await expect(page.getByText('maandag 19 oktober', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Tot (tijd, moet)')).toHaveAccessibleDescription('22:00 uur');
  const place = page.getByRole('button', { name: 'Plaats bericht' });
  await place.click();
  await expect(page.locator('#place-wrong')).toHaveText(
    'Dit bericht is weg voor het er hangt. Kies een latere einddag.',
  );
  await page.getByLabel('Van (dag)').fill('2026-10-01');
  await page.getByLabel('Tot (dag, moet)').fill('2026-10-02');
  await place.click();
  await expect(page.locator('#place-wrong')).toHaveText('Deze einddag is al voorbij. Kies een latere dag.');
  expect(await hung(house)).toEqual([]);
});

test('two who change the same message: the second sees both and chooses', async ({ browser, house }) => {
  const announcementId = await post(house, { title: 'Soep in de hal' });
  const page = await openAt(browser, house, 'Berichten');
  await page.getByRole('button', { name: 'Verander: Soep in de hal' }).click();
  await house.asStaff({
    type: 'changeAnnouncement',
    announcementId,
    fields: { title: 'Soep in de eetkamer' },
    was: { title: 'Soep in de hal' },
  });
  await page.getByLabel('Titel', { exact: true }).fill('Soep in de tuin');
  await page.getByRole('button', { name: 'Bewaar de verandering' }).click();
  await expect(page.getByText('Er staat nu: Soep in de eetkamer')).toBeVisible();
  await page.getByRole('button', { name: 'Zet mijn versie erop' }).click();
  await page.getByRole('button', { name: 'Bewaar de verandering' }).click();
  await expect(told(page)).toContainText('«Soep in de tuin» is veranderd.');
  expect((await hung(house)).map(({ title }) => title)).toEqual(['Soep in de tuin']);
});

test.describe('an alarm', () => {
  test('where no tablet hangs says that nobody sees it', async ({ browser, house }) => {
    await alarm(house);
    const page = await openAt(browser, house, 'Eten');
    await page.getByRole('button', { name: 'Er is alarm' }).click();
    await expect(page.getByText('Er is geen tablet die dit toont. Bel of klop aan.')).toBeVisible();
    await expect(page.getByText(/0 van 0/)).toHaveCount(0);
  });

  test('is given in four steps, covers every screen in every language, and the giver sees which', async ({
    browser,
    house,
  }) => {
    const [first, second] = [await house.openKiosk(browser), await house.openKiosk(browser)];
    for (const { page } of [first, second]) await arrive(page, 'rest');
    // Somebody is in the middle of something.
    const walk = createWalker(second.page);
    await walk.wake();
    await walk.place(3);
    await arrive(second.page, 'who floor');
    const page = await openAt(browser, house, 'Eten');
    await page.getByRole('button', { name: 'Alarm geven' }).click();
    await page.getByRole('button', { name: 'Lift stuk' }).click();
    // Without an end nothing is sent.
    await page.getByRole('button', { name: 'Kies eerst tot hoe laat' }).click();
    await expect(page.locator('#give-wrong')).toHaveText('Kies eerst tot hoe laat');
    expect(await hung(house)).toEqual([]);
    await page.getByRole('button', { name: '1 uur' }).click();
    await page.getByRole('button', { name: 'Zet het alarm aan' }).click();
    for (const { page: tablet } of [first, second]) {
      await expect(sounding(tablet).getByRole('heading', { name: 'De lift is stuk' })).toBeVisible();
      await expect(sounding(tablet).getByText('Asansör bozuk')).toBeVisible();
      await expect(sounding(tablet).getByText('المصعد معطّل')).toBeVisible();
      // What to do too.
      await expect(sounding(tablet).getByText('استخدموا الدرج')).toBeVisible();
    }
    await expect(second.page.locator('[data-screen^="who"]')).toBeHidden();
    await expect(page.getByText('2 van 2 schermen tonen het alarm')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Alarm stoppen' }).click();
    for (const { page: tablet } of [first, second]) await expect(sounding(tablet)).toHaveCount(0);
    // What somebody was doing is still there.
    await expect(second.page.locator('[data-screen^="who"]')).toBeVisible();
  });

  test('in other words stands on every tablet; who gave it sees on which, and prints it for where it does not', async ({
    browser,
    house,
  }) => {
    const [near, far] = [await house.openKiosk(browser), await house.openKiosk(browser)];
    for (const { page } of [near, far]) await arrive(page, 'rest');
    const { acts, translations } = saidBy(alarmPhrases.find(({ name }) => name === 'lift') ?? null);
    const page = await openAt(browser, house, 'Berichten');
    await alarm(house, { title: 'De lift is stuk', text: '', acts, translations });
    await page.getByRole('button', { name: 'Er is alarm' }).click();
    await expect(page.getByText('2 van 2 schermen tonen het alarm')).toBeVisible();
    far.cable.pull();
    await page.getByRole('button', { name: 'Verander de tekst' }).click();
    await page.getByLabel('Titel', { exact: true }).fill('De lift blijft stuk');
    await page.getByLabel('Vaste zin voor kaart 2').selectOption('Wij komen bij u langs');
    await page.getByText('English', { exact: true }).click();
    await expect(page.getByLabel('Kaart 2 in het English')).toHaveValue('We will come to you');
    await page.getByLabel('Titel in het English').fill('The lift still does not work');
    await expect(page.getByRole('button', { name: 'Blijft tot 9:20' })).toHaveAttribute('aria-pressed', 'true');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zet de nieuwe woorden op de schermen' }).click();
    await expect(sounding(near.page).getByRole('heading', { name: 'De lift blijft stuk' })).toBeVisible();
    await expect(sounding(near.page).getByText('We will come to you')).toBeVisible();
    await expect(page.getByText('1 van 2 schermen tonen de nieuwe woorden')).toBeVisible();
    await page.clock.runFor(31_000);
    await expect(page.getByText('toont nog de oude woorden')).toBeVisible();
    await page.getByRole('button', { name: /^Print een blad voor/ }).click();
    expect(await barriers(page)).toEqual([]);
    const [sheet = [], ...more] = pdfLines(await page.pdf({ preferCSSPageSize: true }));
    expect(more).toEqual([]);
    for (const words of ['De lift blijft stuk', 'Wij komen bij u langs', 'We will come to you', 'Size geleceğiz'])
      expect(sheet.join(' ')).toContain(words);
    await page.getByRole('button', { name: 'Terug' }).click();
    far.cable.plugIn();
    await far.page.clock.runFor(60_000);
    await expect(sounding(far.page).getByRole('heading', { name: 'De lift blijft stuk' })).toBeVisible();
    await expect(page.getByText('2 van 2 schermen tonen de nieuwe woorden')).toBeVisible();
    // One tap, and it stands there large in another language.
    await createWalker(near.page).hand.tap(sounding(near.page).getByRole('button', { name: /Asansör|Size geleceğiz/ }));
    await expect(sounding(near.page).locator('.act').filter({ hasText: 'Size geleceğiz' })).toBeVisible();
  });

  test('that two change at once says what stands there now, and goes to the tablets somebody chose alone', async ({
    browser,
    house,
  }) => {
    const [hall, other] = [await house.openKiosk(browser), await house.openKiosk(browser)];
    for (const { page } of [hall, other]) {
      await arrive(page, 'rest');
      await knowsItself(page);
    }
    const page = await openAt(browser, house, 'Berichten');
    await page.getByRole('button', { name: 'Alarm geven' }).click();
    await page.getByRole('button', { name: '1 uur' }).click();
    const places = page.getByRole('group', { name: 'Welke schermen?' });
    await places.getByRole('checkbox').nth(1).check();
    await expect(page.getByText(/^1 scherm, tot/)).toBeVisible();
    await page.getByRole('button', { name: 'Zet het alarm aan' }).click();
    await expect(page.getByText('1 van 1 schermen tonen het alarm')).toBeVisible();
    const shown = [await sounding(hall.page).count(), await sounding(other.page).count()];
    expect(shown.toSorted()).toEqual([0, 1]);

    await page.getByRole('button', { name: 'Verander de tekst' }).click();
    const [on] = await hung(house);
    const words = { fields: { title: 'Water is weg' }, was: { title: 'Er is geen water' } };
    await house.asStaff({ type: 'changeAnnouncement', announcementId: on!.id, ...words });
    await page.getByLabel('Titel', { exact: true }).fill('Er is weer water');
    const save = page.getByRole('button', { name: 'Zet de nieuwe woorden op de schermen' });
    await save.click();
    await expect(page.getByText('Er staat nu: Water is weg')).toBeVisible();
    await page.getByRole('button', { name: 'Zet mijn versie erop' }).click();
    await save.click();
    await expect(page.getByText('1 van 1 schermen tonen de nieuwe woorden')).toBeVisible();
    expect((await hung(house)).map(({ revision, title }) => [title, revision])).toEqual([['Er is weer water', 2]]);
  });

  test('stays without network, ends on time by itself, and comes late only while it lasts', async ({
    browser,
    house,
  }) => {
    const [kept, late] = [await house.openKiosk(browser), await house.openKiosk(browser)];
    for (const { page } of [kept, late]) await arrive(page, 'rest');
    await knowsItself(late.page);
    late.cable.pull();
    await late.page.clock.runFor(45_000);
    const until = new Date(house.now() + 10 * 60_000).toISOString();
    await alarm(house, { until });
    await expect(sounding(kept.page)).toBeVisible();
    kept.cable.pull();
    await expect(sounding(late.page)).toHaveCount(0);
    late.cable.plugIn();
    // In small steps: what is asked meanwhile is answered in real time, and would run into its own limit.
    await expect.poll(async () => late.page.clock.runFor(5_000).then(() => sounding(late.page).count())).toBe(1);
    await kept.page.clock.runFor(9 * 60_000);
    await kept.page.clock.runFor(2 * 60_000);
    // Nobody told it: the network is still away.
    await expect(sounding(kept.page)).toHaveCount(0);
    house.setTime(new Date(Date.parse(until) + 60_000).toISOString());
    await late.page.clock.runFor(11 * 60_000);
    await expect(sounding(late.page)).toHaveCount(0);
    const { page: fresh } = await house.openKiosk(browser);
    await arrive(fresh, 'rest');
    await expect(sounding(fresh)).toHaveCount(0);
  });
});

test.describe('nothing hostile runs', () => {
  const ATTACKS = [
    '<script>document.title="x"</script>',
    '<img src=x onerror="document.title=1">',
    '"><svg/onload=document.title=1>',
    'javascript:document.title=1',
  ] as const;

  test('words that are markup are words, on every screen that shows them', async ({ browser, house }) => {
    for (const title of ATTACKS)
      await post(house, {
        title: title.slice(0, 40),
        text: `${ATTACKS.join(' ')} \u202ereversed\u2066`,
        translations: [{ language: 'tr', title: title.slice(0, 40), text: title, acts: [] }],
      });
    const { page: tablet } = await house.openKiosk(browser);
    const ran: string[] = [];
    tablet.on('dialog', (dialog) => ran.push(dialog.message()));
    const walk = createWalker(tablet);
    await walk.wake();
    const title = await tablet.title();
    await walk.place(2);
    await arrive(tablet, 'messages');
    await walk.tap('.row .slip');
    await arrive(tablet, 'message');
    await expect(tablet.getByText('<img src=x onerror', { exact: false }).first()).toBeVisible();
    await walk.speak('tr');
    await alarm(house, {
      ...ALARM,
      title: ATTACKS[1].slice(0, 40),
      acts: [{ pictogram: 'home', words: '<b onclick=x>' }],
    });
    await expect(sounding(tablet).getByText('<b onclick=x>')).toBeVisible();
    expect(await tablet.locator('main img, main script, main [onerror], main [onload], main [onclick]').count()).toBe(
      0,
    );
    expect([await tablet.title(), ran]).toEqual([title, []]);
    expect((await hung(house)).some(({ text }) => /[\u202e\u2066]/.test(text))).toBe(false);
  });

  test('marks that turn a line around turn no word around, and Arabic stays Arabic', async ({ browser, house }) => {
    const arabic = 'حساء في القاعة';
    await post(house, {
      title: 'Soep \u202ereeh taat\u2066 straks',
      text: 'Kom \u200f\u202bproeven.',
      translations: [{ language: 'ar', title: `\u202d${arabic}`, text: '', acts: [] }],
    });
    const { page: tablet } = await house.openKiosk(browser);
    const walk = createWalker(tablet);
    await walk.wake();
    await walk.place(2);
    await arrive(tablet, 'messages');
    const name = tablet.locator('.row .name');
    await expect(name).toHaveText('Soep reeh taat straks');
    // Where the words stand, from one side to the other.
    const places = await name.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const found: number[] = [];
      for (let node = text.nextNode(); node !== null; node = text.nextNode())
        for (const { index } of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          found.push(range.getBoundingClientRect().left);
        }
      return found;
    });
    expect(places.length).toBe(4);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await walk.speak('ar');
    await expect(name).toHaveText(arabic);
    await alarm(house, { acts: [{ pictogram: 'home', words: 'Blijf \u202ebinnen' }] });
    await expect(sounding(tablet).getByText('Blijf binnen', { exact: true })).toBeVisible();
    const rows = JSON.stringify(await hung(house));
    expect(rows).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  test('nobody types more than fits, in a message and in an alarm', async ({ browser, house }) => {
    const page = await openAt(browser, house, 'Berichten');
    await page.getByRole('button', { name: 'Nieuw bericht' }).click();
    const paste = async (label: string): Promise<number> => {
      await page.getByLabel(label, { exact: true }).fill('');
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.insertText('x'.repeat(10_000));
      return (await page.getByLabel(label, { exact: true }).inputValue()).length;
    };
    expect([await paste('Titel'), await paste('Tekst')]).toEqual([40, 280]);
    await page.getByRole('button', { name: 'Alarm geven' }).click();
    const alarmed = [await paste('Titel'), await paste('Zin eronder (hoeft niet)'), await paste('Kaart 1')];
    expect(alarmed).toEqual([40, 120, 40]);
  });

  test('ten thousand characters, and an address in place of a picture, are refused', async ({ house }) => {
    await expect(post(house, { text: 'x'.repeat(10_000) })).rejects.toThrow('commandMalformed');
    const picture = { photo: 'data:image/svg+xml,<svg onload=alert(1)>', href: 'x' } as unknown as { photo: string };
    await expect(post(house, { picture })).rejects.toThrow('commandMalformed');
    expect(await hung(house)).toEqual([]);
  });

  test('a photo is made small; a drawing with a script, a page and a bomb are refused in words', async ({
    browser,
    house,
  }) => {
    const page = await openAt(browser, house, 'Berichten');
    await page.getByRole('button', { name: 'Nieuw bericht' }).click();
    const file = page.getByLabel('Kies een foto');
    const choose = (name: string, mimeType: string, buffer: Buffer) => file.setInputFiles({ name, mimeType, buffer });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="x"</script></svg>';
    await choose('a.svg', 'image/svg+xml', Buffer.from(svg));
    await expect(page.locator('#photo-wrong')).toHaveText('Dit is geen foto. Kies een JPEG, PNG of WebP.');
    await choose('a.png', 'image/png', Buffer.from('<!doctype html><script>document.title="x"</script>'));
    await expect(page.locator('#photo-wrong')).toHaveText('Dit is geen foto. Kies een JPEG, PNG of WebP.');
    await choose('bomb.png', 'image/png', bomb());
    await expect(page.locator('#photo-wrong')).toHaveText(
      'Deze foto is te groot om te openen. Kies een kleinere foto.',
    );
    const photo = await bigPhoto(page);
    expect(photo.length).toBeGreaterThan(5 * 1024 * 1024);
    const sent = page.waitForRequest((request) => request.url().includes('/api/photos') && request.method() === 'POST');
    await choose('groot.png', 'image/png', photo);
    expect(((await sent).postData() ?? '').length).toBeLessThan(560 * 1024);
    await expect(page.getByText('Er staat een foto bij.')).toBeVisible();
    await expect(page.locator('#photo-wrong')).toHaveCount(0);
    const width = () => page.locator('.s-photo').evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
    expect(await width()).toBeLessThanOrEqual(1_280);
  });
});

/** A PNG of a few bytes that says it is sixty thousand pixels square. */
function bomb(): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const side = Buffer.alloc(8);
  side.writeUInt32BE(60_000, 0);
  side.writeUInt32BE(60_000, 4);
  return Buffer.concat([head, side, Buffer.from('0802000000', 'hex')]);
}

/** Noise: what packs worst. */
async function bigPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1_600, 1_200);
    const context = canvas.getContext('2d')!;
    const pixels = context.createImageData(1_600, 1_200);
    for (let i = 0; i < pixels.data.length; i += 65_536)
      crypto.getRandomValues(pixels.data.subarray(i, Math.min(i + 65_536, pixels.data.length)));
    for (let i = 3; i < pixels.data.length; i += 4) pixels.data[i] = 255;
    context.putImageData(pixels, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    let text = '';
    for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
    return btoa(text);
  });
  return Buffer.from(base64, 'base64');
}

for (const size of [sizes[0], sizes[3]])
  test(`keeps nobody out on ${size.name}: list, form, alarm`, async ({ browser, house }) => {
    await post(house);
    const page = await openAt(browser, house, 'Berichten', { size });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nieuw bericht' }).click();
    await page.getByLabel('Titel', { exact: true }).fill('Morgen i.v.m. feest dicht');
    await page.getByRole('button', { name: 'Voeg toe: العربية' }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Alarm geven' }).click();
    expect(await barriers(page)).toEqual([]);
  });
