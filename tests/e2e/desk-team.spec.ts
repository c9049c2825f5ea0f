/** The team lets itself in: by password, a link, a code to write down, a card; and tablets come and go. */
import type { Page } from '@playwright/test';
import { PIXEL } from './announcements.ts';
import { barriers, linkFor, MANAGER, openAt, openPage, sizes, told, VOLUNTEER } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { arrive, createWalker } from './layout-hand.ts';
import { holdCard } from './taps.ts';

const PASSWORD = 'vier losse natte woorden';

const asOperator = (house: BrowserHouse, path: string, body: unknown) =>
  fetch(`${house.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: house.url,
      authorization: `Bearer ${house.running.operatorToken}`,
    },
    body: JSON.stringify(body),
  });

async function staffId(house: BrowserHouse, name: string): Promise<string> {
  const found = ((await house.rowsForStaff()).staffMember ?? []).find((member) => member.name === name);
  return found!.id;
}

async function givePassword(house: BrowserHouse, name: string, userName: string): Promise<void> {
  const body = { staffId: await staffId(house, name), way: 'password', userName, password: PASSWORD };
  expect((await asOperator(house, '/api/staff-secrets', body)).status).toBe(204);
}

async function signIn(page: Page, userName: string, password: string): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(userName);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

test('who is there today and with which face stands under Hulp, in one tap of a manager', async ({
  browser,
  house,
}) => {
  const { page: tablet } = await house.openKiosk(browser);
  const walk = createWalker(tablet);
  await walk.wake();
  await walk.place(4);
  await arrive(tablet, 'help');
  const helper = (name: string) => tablet.locator('.helper', { hasText: name });
  await expect(helper('Peter Louwers').getByText('PL')).toBeVisible();
  const page = await openAt(browser, house, 'Team');
  await page.getByRole('button', { name: 'Is er vandaag niet: Peter Louwers' }).click();
  await expect(helper('Peter Louwers')).toHaveCount(0);
  await expect(helper(MANAGER).getByText('SH')).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: `Wijzig: ${MANAGER}` }).click();
  const file = page.getByLabel('Kies een foto');
  await file.setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload=alert(1)>') });
  await expect(page.locator('#photo-wrong')).toHaveText('Dit is geen foto. Kies een JPEG, PNG of WebP.');
  await file.setInputFiles({ name: 'a.webp', mimeType: 'image/webp', buffer: Buffer.from(PIXEL, 'base64') });
  await expect(helper(MANAGER).locator('img')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Haal de foto weg' }).click();
  await expect(helper(MANAGER).getByText('SH')).toBeVisible();
  await page.keyboard.press('Escape');

  await walk.hand.tap(tablet.getByRole('button', { name: /^Ons team/ }));
  await arrive(tablet, 'team');
  const row = tablet.locator('.member', { hasText: MANAGER });
  await expect(row.getByText('sociaal beheerder')).toBeVisible();
  await expect(row.getByText(/^vandaag hier, tot/)).toBeVisible();
  await expect(row.locator('.number')).toHaveText(/^0\d/);
  await page.getByRole('button', { name: 'Is er vandaag toch: Peter Louwers' }).click();
  await expect(tablet.locator('.member', { hasText: 'Peter Louwers' }).getByText(/^vandaag hier, tot/)).toBeVisible();
  expect((await house.rows()).staffFace?.find(({ today }) => today !== null)).toBeUndefined();
});

test.describe('by password', () => {
  test('the right one lets a manager in, and what needs them now opens first', async ({ browser, house }) => {
    await givePassword(house, MANAGER, 'samira.test');
    const page = await openPage(browser, house);
    await page.goto(`${house.url}/beheer`);
    await signIn(page, 'samira.test', PASSWORD);
    await expect(page.getByText(MANAGER, { exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Vandaag' })).toHaveAttribute('aria-current', 'page');
  });

  test('a wrong one is one sentence, whichever of the two was wrong, and the fields stay', async ({
    browser,
    house,
  }) => {
    await givePassword(house, MANAGER, 'samira.test');
    const page = await openPage(browser, house);
    await page.goto(`${house.url}/beheer`);
    const sentence = page.getByText('Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het nog een keer.');
    await signIn(page, 'samira.test', 'een heel ander woord');
    await expect(sentence).toBeVisible();
    await expect(page.getByLabel('Gebruikersnaam')).toHaveValue('samira.test');
    await page.reload();
    await signIn(page, 'niemand', PASSWORD);
    await expect(sentence).toBeVisible();
  });

  test('nothing typed is said at its field, and what is typed can be shown', async ({ browser, house }) => {
    const page = await openPage(browser, house);
    await page.goto(`${house.url}/beheer`);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByLabel('Gebruikersnaam')).toHaveAccessibleDescription('Vul uw gebruikersnaam in.');
    const password = page.getByLabel('Wachtwoord', { exact: true });
    await expect(password).toHaveAttribute('autocomplete', 'current-password');
    await expect(password).toHaveAttribute('type', 'password');
    await page.getByRole('button', { name: 'Laat zien' }).click();
    await expect(password).toHaveAttribute('type', 'text');
  });

  test('without network the page says so', async ({ browser, house }) => {
    const page = await openPage(browser, house);
    await page.goto(`${house.url}/beheer`);
    await page.context().setOffline(true);
    await signIn(page, 'samira', PASSWORD);
    await expect(page.getByText('De server antwoordt nu niet. Kijk of er internet is.')).toBeVisible();
  });
});

test('who comes by a link and has no password is asked for one, with each refusal its sentence', async ({
  browser,
  house,
}) => {
  await asOperator(house, '/api/staff-secrets', {
    staffId: await staffId(house, VOLUNTEER),
    way: 'password',
    remove: true,
  });
  await givePassword(house, MANAGER, 'bezet');
  const page = await openPage(browser, house);
  await page.goto(await linkFor(house, VOLUNTEER));
  await expect(page.getByRole('heading', { name: `Welkom, ${VOLUNTEER}` })).toBeVisible();
  const password = page.getByLabel('Nieuw wachtwoord');
  await expect(password).toHaveAccessibleDescription(/Minstens 12 tekens\./);
  const save = page.getByRole('button', { name: 'Bewaar het wachtwoord' });
  await page.getByLabel('Gebruikersnaam').fill('bezet');
  await password.fill('kort');
  await save.click();
  await expect(page.getByText('Dit wachtwoord is te kort. Gebruik meer tekens.')).toBeVisible();
  await password.fill('wachtwoordwachtwoord');
  await save.click();
  await expect(page.getByText('Dit wachtwoord is te bekend. Kies iets anders.')).toBeVisible();
  await password.fill(PASSWORD);
  await save.click();
  await expect(page.getByText('Iemand anders heeft deze naam al. Kies een andere.')).toBeVisible();
  await page.getByLabel('Gebruikersnaam').fill('ton');
  await save.click();
  await expect(told(page)).toContainText('U logt voortaan in als ton.');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await signIn(page, 'ton', PASSWORD);
  await expect(page.getByText(VOLUNTEER)).toBeVisible();
});

test.describe('the team', () => {
  test('a manager adds a volunteer and gives a code that is shown once', async ({ browser, house }) => {
    const page = await openAt(browser, house, 'Team');
    await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
    await page.keyboard.press('n');
    await page.getByLabel('Naam', { exact: true }).fill('Wim Kok');
    await page.getByLabel('Functie').fill('gastheer lunch');
    await page.getByRole('button', { name: 'Dagen erbij' }).click();
    await page.getByRole('button', { name: 'do', exact: true }).click();
    await page.getByRole('button', { name: 'Zet in het team' }).click();
    await expect(told(page)).toContainText('Wim Kok staat in het team.');
    const row = page.getByRole('listitem').filter({ hasText: 'Wim Kok' });
    await expect(row).toContainText('do: 9:00 tot 17:00');
    await expect(row).toContainText('kan nog niet binnen');
    await page.getByRole('button', { name: 'Code en pas: Wim Kok' }).click();
    await page.getByRole('button', { name: 'Geef een code' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/^\d{3} \d{3}$/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Terug', exact: true }).click();
    await expect(row).toContainText('code');
    await page.getByRole('button', { name: 'Code en pas: Wim Kok' }).click();
    await expect(dialog.getByText(/^\d{3} \d{3}$/)).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: 'Geef een nieuwe code' })).toBeVisible();
  });

  test('a card is held to the reader, and another person’s card is refused', async ({ browser, house }) => {
    const page = await openAt(browser, house, 'Team');
    await page.getByRole('button', { name: `Code en pas: ${VOLUNTEER}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Geef een (andere )?pas$/ }).click();
    await holdCard(page, '04A91B77C2');
    await expect(dialog.getByRole('button', { name: 'Geef een andere pas' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Terug', exact: true }).click();
    await page.getByRole('button', { name: 'Code en pas: Joke Pronk' }).click();
    await dialog.getByRole('button', { name: /^Geef een (andere )?pas$/ }).click();
    await dialog.getByLabel('Houd de pas bij de lezer').fill('04A91B77C2');
    await dialog.getByRole('button', { name: 'Bewaar de pas' }).click();
    await expect(dialog.getByText('Iemand anders heeft dit al. Kies iets anders.')).toBeVisible();
  });

  test('says what taking somebody away does, and that managers change volunteers only', async ({ browser, house }) => {
    const page = await openAt(browser, house, 'Team');
    const other = page.getByRole('listitem').filter({ hasText: 'Peter Louwers' });
    await expect(other).toContainText('Alleen de beheerder van het systeem wijzigt dit.');
    await expect(other.getByRole('button', { name: /^Wijzig/ })).toHaveCount(0);
    await page.getByRole('button', { name: `Wijzig: ${VOLUNTEER}` }).click();
    await page.getByRole('button', { name: 'Haal uit het team' }).click();
    await expect(page.getByText(`${VOLUNTEER} kan niet meer inloggen.`)).toBeVisible();
    await page.getByRole('button', { name: `Haal ${VOLUNTEER} weg` }).click();
    await expect(page.getByRole('listitem').filter({ hasText: VOLUNTEER })).toHaveCount(0);
    await expect
      .poll(async () => (await house.rowsForStaff()).staffMember?.map(({ name }) => name))
      .not.toContain(VOLUNTEER);
  });

  test('a volunteer has no page for it, also not by its address', async ({ browser, house }) => {
    const page = await openAt(browser, house, 'Eten', { name: VOLUNTEER });
    await expect(page.getByRole('link', { name: 'Team' })).toHaveCount(0);
    await page.goto(`${house.url}/beheer#team`);
    await expect(page.getByRole('link', { name: 'Eten' })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toHaveCount(0);
  });
});

test.describe('tablets', () => {
  test('a new one comes in with its code on the large keys, and is put out with one tap', async ({
    browser,
    house,
  }) => {
    const page = await openAt(browser, house, 'Tablets');
    await page.getByRole('button', { name: 'Nieuwe tablet' }).click();
    const shown = page.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/);
    await expect(page.getByText(/^Nog (9 minuten en \d+ tellen|10 minuten en 0 tellen) geldig\.$/)).toBeVisible();
    const code = (await shown.innerText()).replace(' ', '');

    const tablet = await openPage(browser, house, sizes[1]);
    const refused = {
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'x', title: 'x', status: 403, code: 'notADemonstration', detail: 'x' }),
    };
    await tablet.route('**/api/devices/demonstration', (route) => route.fulfill(refused));
    await tablet.goto(house.url);
    await expect(tablet.getByRole('heading', { name: 'Nieuwe tablet' })).toBeVisible();
    const press = async (signs: string) => {
      for (const sign of signs) await tablet.getByRole('button', { name: sign, exact: true }).click();
    };
    await press(code === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA');
    await tablet.getByRole('button', { name: 'Hal', exact: true }).click();
    await expect(tablet.getByText('Deze code werkt niet. Vraag een nieuwe code.')).toBeVisible();
    await press(code);
    await tablet.getByRole('button', { name: 'Hal', exact: true }).click();
    await expect(
      tablet.locator('[data-screen]:not([data-screen="enrol"]):not([data-screen="moment"])').first(),
    ).toBeVisible();

    await page.reload();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Hal' }) });
    await expect(card).toContainText('hier');
    await card.getByRole('button', { name: 'Zet uit: Hal' }).click();
    await expect(told(page)).toContainText('Hal staat uit.');
    await expect(tablet.getByText('Deze tablet is uitgezet.')).toBeVisible({ timeout: 30_000 });
  });
});
