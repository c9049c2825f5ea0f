/** The people of the house at the desk: from an empty flat to a full one, a move, a card, and somebody who leaves. */
import type { Page } from '@playwright/test';
import { sampleBytes, sampleNames } from '../server/import/sample.ts';
import { barriers, linkFor, openAt, openPage, sizes, told } from './desk-house.ts';
import { expect, test } from './house.ts';
import { partiesOf, plan, residentAt, rivalJoins } from './programme.ts';
import { holdCard } from './taps.ts';

const SUNDAY = '2026-10-18';
const CHOIR = `Koor/${SUNDAY}`;
const NEW_CARD = '5D00AA77';
const RIETS_CARD = '2BB29976';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
interface ListFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const files = (kinds: readonly (keyof typeof sampleNames)[]): readonly ListFile[] =>
  kinds.map((kind) => ({
    name: sampleNames[kind],
    mimeType: kind === 'programme' ? 'text/calendar' : 'text/csv',
    buffer: sampleBytes(sampleNames[kind]),
  }));
const choose = (page: Page, chosen: readonly ListFile[]) =>
  page.locator('input[type="file"]').setInputFiles([...chosen]);
const textOf = (text: string) => [{ name: 'bewoners.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }];

async function openResident(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Zoek op deur of naam' }).fill(name);
  await button(page, new RegExp(`^${name}`))
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test.describe('an empty flat', () => {
  test.use({ isEmpty: true });

  test('is filled from the sample building, the one line that could not be read mended in its place', async ({
    browser,
    house,
  }) => {
    const page = await openPage(browser, house);
    await page.goto(await linkFor(house, 'Nora de Wit', 'admin'));
    await button(page, 'Niet nu').click();
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Bewoners' }).click();
    await button(page, 'Lees een lijst in').click();
    const spoilt = sampleBytes(sampleNames.residents).toString('utf8').replace('\n2;0;meneer;', '\n2;zolder;meneer;');
    const rest = files(['programme', 'scooters', 'staff', 'menu']);
    await choose(page, [...textOf(spoilt), ...rest]);
    const list = page.getByRole('region', { name: 'Bewoners: bewoners.csv' });
    await expect(button(page, 'Eerst 1 regel beslissen')).toBeVisible();
    await expect(list.getByText('De verdieping ‘zolder’ is niet te lezen.')).toBeVisible();
    await expect(page.getByText('er is nog niets veranderd')).toBeVisible();
    expect((await house.rowsForStaff()).resident ?? []).toEqual([]);
    await button(page, 'Eerst 1 regel beslissen').click();
    await page.keyboard.press('Enter');
    const mend = page.getByRole('dialog', { name: 'Regel 3 verbeteren' });
    await mend.getByLabel('verdieping').fill('BG');
    await mend.getByRole('button', { name: 'Gebruik dit' }).click();
    await button(page, 'Lees 183 regels in').click();
    await expect(told(page)).toContainText('183 regels ingelezen');
    const { resident, scooter, series, menuDay, staffMember } = await house.rowsForStaff();
    expect([resident, scooter, series, menuDay].map((rows) => rows?.length)).toEqual([148, 4, 20, 5]);
    expect(staffMember?.map(({ name }) => name)).toContain('Samira Haddou');
    await button(page, 'Terug naar de lijst').click();
    await expect(page.getByText('148 bewoners achter 110 deuren')).toBeVisible();
  });
});

test('a later list asks about a card and a move, and no card number is ever in sight', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Bewoners');
  await button(page, 'Lijst inlezen').click();
  const head = 'huisnummer;verdieping;aanhef;voornaam;achternaam;pas\n';
  const lines = [`33;2;mevrouw;Tonny;Verhoef;${RIETS_CARD}`, '99;5;meneer;Rignald;Cicilia;'];
  await choose(page, textOf(head + lines.join('\n')));
  await expect(page.getByText('Deze pas is al van Riet Molenaar (1).')).toBeVisible();
  await expect(page.getByText('Rignald Cicilia woont al op 5. Is dit dezelfde, of iemand anders?')).toBeVisible();
  await expect(page.getByText(RIETS_CARD)).toHaveCount(0);
  await button(page, /^Zonder pas: regel 2/).click();
  await button(page, /^Dezelfde, verhuisd: regel 3/).click();
  await expect(page.getByText('Deur: nu 5, straks 99')).toBeVisible();
  await button(page, 'Lees 2 regels in').click();
  await expect(told(page)).toContainText('2 regels ingelezen: Bewoners.');
  const { home, resident } = await house.rowsForStaff();
  const doorOf = (firstName: string) => {
    const homeId = resident?.find((each) => each.firstName === firstName)?.homeId;
    return home?.find(({ id }) => id === homeId)?.number;
  };
  expect(doorOf('Rignald')).toBe('99');
});

test('somebody moves house, and a card held to the reader is theirs unless it is somebody else’s', async ({
  browser,
  house,
}) => {
  const page = await openAt(browser, house, 'Bewoners');
  await openResident(page, 'Tonny Lagendijk');
  await button(page, 'Verander: Telefoon').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Deur').fill('10');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(told(page)).toContainText('De gegevens van Tonny Lagendijk zijn bewaard.');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('10');

  await button(page, 'Geef een pas: Pas').click();
  await holdCard(page, RIETS_CARD);
  await expect(dialog.getByText('Deze pas is al van Riet Molenaar (1). Pak een andere pas.')).toBeVisible();
  await holdCard(page, NEW_CARD);
  await expect(told(page)).toContainText('De pas van Tonny Lagendijk werkt nu.');
  await expect(page.getByText(NEW_CARD)).toHaveCount(0);
  await expect(button(page, 'Nieuwe pas: Pas')).toBeVisible();
});

test('who leaves is asked about in numbers, frees a place for the next in line, and can be taken back', async ({
  browser,
  house,
}) => {
  await plan(house, SUNDAY, [{ id: 'Koor', capacity: 1, startTime: '14:00', endTime: '15:00', guests: 0 }]);
  await rivalJoins(house, '5', CHOIR);
  await rivalJoins(house, '6', CHOIR);
  const [rignald, djamila] = [await residentAt(house, '5'), await residentAt(house, '6')];
  const page = await openAt(browser, house, 'Bewoners');
  await openResident(page, 'Rignald Cicilia');
  await button(page, 'Verhuisd of overleden').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 aanmelding')).toBeVisible();
  await expect(dialog.getByText('1 mens van de wachtlijst krijgt een plaats en bericht.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Kies eerst wat er is gebeurd' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Kies eerst wat er is gebeurd');
  await dialog.getByLabel('Verhuisd').check();
  await dialog.getByRole('button', { name: 'Ja, Rignald Cicilia woont hier niet meer' }).click();
  await expect(told(page)).toContainText('Rignald Cicilia woont hier niet meer.');
  await expect
    .poll(async () => (await partiesOf(house, CHOIR)).map(({ residentIds, status }) => [status, ...residentIds]))
    .toEqual([['going', djamila]]);
  await expect(page.getByText('147 bewoners')).toBeVisible();
  await expect(button(page, /^Rignald/)).toHaveCount(0);
  await button(page, 'Maak ongedaan').click();
  await expect(told(page)).toContainText('Rignald Cicilia woont hier weer.');
  await expect(page.getByText('148 bewoners')).toBeVisible();
  expect((await house.rowsForStaff()).resident?.find(({ id }) => id === rignald)?.left).toBeNull();
});

for (const size of [sizes[0], sizes[3]]) {
  test(`at ${size.name} nobody is kept out of the people of the house`, async ({ browser, house }) => {
    test.setTimeout(120_000);
    const page = await openAt(browser, house, 'Bewoners', { size });
    const look = async (name: string) => expect(await barriers(page), name).toEqual([]);
    await expect(button(page, /^Riet Molenaar/)).toBeVisible();
    await look('the list');
    if (size.width > 720) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(button(page, /^Leen Molenaar/)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Leen Molenaar');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bewoners');
      await page.keyboard.press('n');
    } else await button(page, 'Nieuwe bewoner').click();
    await look('somebody new');
    await button(page, 'Stop').click();
    await openResident(page, 'Riet Molenaar');
    await look('one of them');
    for (const act of [/^Nieuwe pas/, /^Verander: Dieet/, /^Verander: Samen eten/, /^Nieuwe rijtest/, /^Verhuisd of/]) {
      await button(page, act).click();
      await look(String(act));
      await page.keyboard.press('Escape');
    }
    await button(page, 'Terug naar de lijst').click();
    await button(page, 'Lijst inlezen').click();
    await choose(page, textOf('huisnummer;verdieping;voornaam;achternaam\n1;hoog;A;B\n2;0;C;D\n'));
    await expect(button(page, /^Verbeter/)).toBeVisible();
    await look('a list');
    await button(page, /^Verbeter/).click();
    await look('a line');
  });
}
