/** Work at the desk goes on where it was: over a session that ended, a way back, a menu, a network that went. */
import type { Page } from '@playwright/test';
import { goTo, linkFor, openAt, told, VOLUNTEER } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const again = (page: Page) => page.getByRole('dialog', { name: 'Beheer van de huiskamer' });
const titles = async (house: BrowserHouse) => ((await house.rowsForStaff()).series ?? []).map(({ title }) => title);

async function beginActivity(page: Page): Promise<void> {
  await press(page, 'Nieuwe activiteit');
  await page.getByLabel('Naam', { exact: true }).fill('Stoelgym');
  await page.getByLabel('Uitleg').fill('Op de stoel of ernaast.');
}

/** Signed out beside this page, as by another tab: the next thing that is asked of the server finds out. */
async function endSession(page: Page, { url }: BrowserHouse): Promise<void> {
  await page.context().request.delete(`${url}/api/sessions`, { headers: { origin: url } });
}

test.describe('a session that ended', () => {
  test('lets the same one go on with what was typed, and what was done meanwhile is sent', async ({
    browser,
    house,
  }) => {
    const page = await openAt(browser, house, 'Programma');
    await beginActivity(page);
    await press(page, 'Zet in het programma');
    await expect(told(page)).toContainText('Stoelgym staat in het programma.');
    await beginActivity(page);
    await page.getByLabel('Naam', { exact: true }).fill('Koor');
    await endSession(page, house);
    await press(page, 'Zet in het programma');
    await expect(again(page)).toContainText('Dan gaat u verder waar u was.');
    await expect(page.getByRole('heading', { name: 'Programma' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(again(page)).toBeVisible();
    expect(await titles(house)).not.toContain('Koor');

    // By a link in another tab.
    const beside = await page.context().newPage();
    await beside.goto(await linkFor(house, 'Samira Haddou'));
    await expect(beside.getByText('Samira Haddou').first()).toBeVisible();
    await page.bringToFront();
    await expect(again(page)).toHaveCount(0, { timeout: 30_000 });
    await expect.poll(() => titles(house)).toContain('Koor');
    await expect(told(page)).toContainText('Koor staat in het programma.');
  });

  test('keeps a half filled form, and asks for the password in its place', async ({ browser, house }) => {
    const page = await openAt(browser, house, 'Bewoners');
    await press(page, 'Nieuwe bewoner');
    const form = page.getByRole('dialog', { name: 'Nieuwe bewoner' });
    await form.getByLabel('Voornaam').fill('Ineke');
    await endSession(page, house);
    await page.clock.runFor(60_000);
    await house.asStaff({ type: 'putRoom', id: null, name: 'Zolder', places: null, shared: true });
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(again(page)).toBeVisible();
    await expect(form).toBeHidden();
    await again(page).getByLabel('Gebruikersnaam').fill('samira');
    await again(page).getByLabel('Wachtwoord', { exact: true }).fill('nee');
    await again(page).getByRole('button', { name: 'Log in' }).click();
    await expect(again(page)).toContainText('horen niet bij elkaar');
    const account = house.running.shown?.accounts.find((each) => 'password' in each);
    const password = account !== undefined && 'password' in account ? account.password : '';
    await again(page).getByLabel('Wachtwoord', { exact: true }).fill(password);
    await again(page).getByRole('button', { name: 'Log in' }).click();
    await expect(again(page)).toHaveCount(0);
    await expect(form.getByLabel('Voornaam')).toHaveValue('Ineke');
  });

  test('shows somebody else nothing of it', async ({ browser, house }) => {
    const page = await openAt(browser, house, 'Programma');
    await beginActivity(page);
    await endSession(page, house);
    await press(page, 'Zet in het programma');
    await expect(again(page)).toBeVisible();
    const beside = await page.context().newPage();
    await beside.goto(await linkFor(house, VOLUNTEER));
    await expect(beside.getByText(VOLUNTEER).first()).toBeVisible();
    await page.bringToFront();
    await expect(page.getByText(VOLUNTEER).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Stoelgym')).toHaveCount(0);
    expect(await titles(house)).not.toContain('Stoelgym');
  });
});

/** What the server keeps of who is signed in at this page. */
const kept = async (page: Page, { url }: BrowserHouse) => (await page.request.get(`${url}/api/drafts`)).text();

const everythingStored = (page: Page) =>
  page.evaluate(async () => {
    const asked = (await caches.keys()).map(async (name) =>
      (await (await caches.open(name)).keys()).map(({ url }) => url),
    );
    const bases = (await indexedDB.databases()).map(({ name }) => `base ${name}`);
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, bases, await Promise.all(asked)]);
  });

test('UX 27: what was begun stands there a day later in another browser, for the same one alone, until it is done', async ({
  browser,
  house,
}) => {
  const form = (page: Page) => page.getByRole('dialog', { name: 'Nieuwe bewoner' });
  const first = await openAt(browser, house, 'Bewoners');
  await press(first, 'Nieuwe bewoner');
  await form(first).getByLabel('Voornaam').fill('Ineke');
  await form(first).getByLabel('Achternaam').fill('Zandstra');
  await expect.poll(() => kept(first, house)).toContain('Zandstra');
  expect(await everythingStored(first)).not.toMatch(/Ineke|Zandstra|base |drafts/);
  await first.context().close();
  house.setTime('2026-10-15T10:20:00+02:00');

  const colleague = await openAt(browser, house, 'Bewoners', { name: 'Peter Louwers' });
  expect(await kept(colleague, house)).not.toContain('Zandstra');
  await press(colleague, 'Nieuwe bewoner');
  await expect(form(colleague).getByLabel('Achternaam')).toHaveValue('');
  await colleague.context().close();

  const second = await openAt(browser, house, 'Bewoners');
  await press(second, 'Nieuwe bewoner');
  await expect(form(second).getByLabel('Voornaam')).toHaveValue('Ineke');
  await expect(form(second).getByLabel('Achternaam')).toHaveValue('Zandstra');
  await form(second).getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => kept(second, house)).not.toContain('Zandstra');
  await second.reload();
  await press(second, 'Nieuwe bewoner');
  await expect(form(second).getByLabel('Achternaam')).toHaveValue('');
  await form(second).getByRole('button', { name: 'Stop' }).click();

  // The page is gone before anybody waits for it.
  await goTo(second, 'Programma');
  await beginActivity(second);
  await second.goto('about:blank');
  await second.goto(`${house.url}/beheer#programma`);
  await press(second, 'Nieuwe activiteit');
  await expect(second.getByLabel('Uitleg')).toHaveValue('Op de stoel of ernaast.');
  await press(second, 'Zet in het programma');
  await expect.poll(() => titles(house)).toContain('Stoelgym');
  await expect.poll(() => kept(second, house)).not.toContain('Stoelgym');
  await press(second, 'Nieuwe activiteit');
  await expect(second.getByLabel('Naam', { exact: true })).toHaveValue('');
});

test('UX 27: forms of the house come back too, and leave what a colleague changed meanwhile', async ({
  browser,
  house,
}) => {
  await house.asStaff({ type: 'putRoom', id: null, name: 'Zolder', places: 8, shared: false });
  const open = async (page: Page) => {
    await page.getByRole('link', { name: 'Ruimtes' }).click();
    await page
      .getByRole('button', { name: /: Zolder$/ })
      .first()
      .click();
  };
  const page = await openAt(browser, house, 'Instellingen');
  await open(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam').fill('Zolderkamer');
  await expect.poll(() => kept(page, house)).toContain('Zolderkamer');
  const { room = [] } = await house.rowsForStaff();
  const zolder = room.find(({ name }) => name === 'Zolder');
  await house.asStaff({ type: 'putRoom', id: zolder?.id ?? '', name: 'Zolder', places: 20, shared: false });
  await page.reload();
  await open(page);
  await expect(dialog.getByLabel('Naam')).toHaveValue('Zolderkamer');
  await expect(dialog.getByLabel('Plaatsen')).toHaveValue('20');
  await page.keyboard.press('Escape');
  await goTo(page, 'Team');
  await press(page, 'Iemand erbij');
  await dialog.getByLabel('Naam', { exact: true }).fill('Wim de Wit');
  await expect.poll(() => kept(page, house)).toMatch(/^(?!.*Zolderkamer).*Wim de Wit/);
  await page.reload();
  await press(page, 'Iemand erbij');
  await expect(dialog.getByLabel('Naam', { exact: true })).toHaveValue('Wim de Wit');
});

test('UX 27: an alarm comes back without its end, a menu can be stopped, and signing out takes the last word along', async ({
  browser,
  house,
}) => {
  const page = await openAt(browser, house, 'Berichten');
  const again = async (name: string) => {
    await expect.poll(() => kept(page, house)).toContain(name);
    await page.reload();
  };
  await page.goto(`${house.url}/beheer#berichten/alarm`);
  const title = page.getByLabel('Titel', { exact: true });
  await title.fill('De kelder staat blank');
  await page.getByRole('button', { name: '1 uur' }).click();
  await expect(page.getByRole('button', { name: 'Zet het alarm aan' })).toBeVisible();
  await again('kelder');
  await expect(title).toHaveValue('De kelder staat blank');
  await page.getByRole('button', { name: 'Kies eerst tot hoe laat' }).click();
  expect((await house.rows()).announcement ?? []).toEqual([]);
  await press(page, 'Stop, geen alarm');
  await expect.poll(() => kept(page, house)).not.toContain('kelder');

  await page.goto(`${house.url}/beheer#eten/menu`);
  const menu = page.getByLabel('Wat eten we?');
  const before = await menu.inputValue();
  expect(before).not.toBe('');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
  await menu.fill('Hutspot');
  await again('Hutspot');
  await expect(menu).toHaveValue('Hutspot');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(menu).toHaveValue(before);
  await expect.poll(() => kept(page, house)).not.toContain('Hutspot');

  await menu.fill('Erwtensoep');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByText('U bent nog niet binnen.')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(await linkFor(house, 'Samira Haddou'));
  await expect(page.getByText('Samira Haddou').first()).toBeVisible();
  await page.goto(`${house.url}/beheer#eten/menu`);
  await expect(menu).toHaveValue('Erwtensoep');
});

test('what was begun stands there again after the way back and after another page, until it is stopped', async ({
  browser,
  house,
}) => {
  const page = await openAt(browser, house, 'Programma');
  const name = page.getByLabel('Naam', { exact: true });
  await beginActivity(page);
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Week van het programma' })).toBeVisible();
  await press(page, 'Nieuwe activiteit');
  await expect(name).toHaveValue('Stoelgym');
  await goTo(page, 'Bewoners');
  await press(page, 'Nieuwe bewoner');
  const form = page.getByRole('dialog', { name: 'Nieuwe bewoner' });
  await form.getByLabel('Voornaam').fill('Ineke');
  await page.goBack();
  await press(page, 'Nieuwe activiteit');
  await expect(name).toHaveValue('Stoelgym');
  await press(page, 'Stop');
  await press(page, 'Nieuwe activiteit');
  await expect(name).toHaveValue('');
  await goTo(page, 'Bewoners');
  await press(page, 'Nieuwe bewoner');
  await expect(form.getByLabel('Voornaam')).toHaveValue('Ineke');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Riet Molenaar/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Riet Molenaar');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bewoners');
});

test('a network that goes keeps what was done, and says so until it is sent', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Programma');
  await beginActivity(page);
  await page.context().setOffline(true);
  await press(page, 'Zet in het programma');
  await expect(told(page)).toContainText('Stoelgym staat in het programma.');
  // Longer than the silence between two heartbeats.
  await page.clock.runFor(60_000);
  await expect(page.getByText(/Geen internet/)).toContainText('1 ');
  expect(await titles(house)).not.toContain('Stoelgym');
  await page.context().setOffline(false);
  await expect.poll(() => titles(house), { timeout: 40_000 }).toContain('Stoelgym');
});

test('the form of an activity is filled in, left and saved without a mouse', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Programma');
  const name = page.getByLabel('Naam', { exact: true });
  await expect(page.getByRole('region', { name: 'Week van het programma' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(name).toBeFocused();
  await page.keyboard.type('Koor');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Week van het programma' })).toBeVisible();
  // Not lost at the top of the page: the next key is for what is shown.
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('n');
  await expect(name).toHaveValue('Koor');
  await page.keyboard.press('Control+Enter');
  await expect(told(page)).toContainText('Koor staat in het programma.');
  await page.getByRole('button', { name: /^Koor ?, / }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Koor' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Week van het programma' })).toBeVisible();
});

test('what was told goes with the page it was told of', async ({ browser, house }) => {
  const page = await openAt(browser, house, 'Instellingen');
  await page.getByRole('link', { name: 'Agenda' }).click();
  await press(page, 'Maak een adres');
  await expect(told(page)).toContainText('Het adres staat in de lijst.');
  await page.getByRole('link', { name: 'Bestanden' }).click();
  await expect(told(page)).toHaveText('');
});
