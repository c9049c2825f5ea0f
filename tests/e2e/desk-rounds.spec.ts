/** Who must be told something is told, at a door or by phone; what asks for a manager stands on Vandaag. */
import type { Page } from '@playwright/test';
import { barriers, book, goTo, openAt, residentId, scooterId, sizes, told, VOLUNTEER } from './desk-house.ts';
import { type BrowserHouse, expect, test } from './house.ts';
import { button, chooseDoor, finish, openMyThings, screen, wake } from './screens.ts';

const BEWEEG = 'beweeg@zilvermeeuw.example/2026-10-15';

/** Riet (1) and Nel (15) come to a class that is cancelled; Tonny (17) has a trip on a scooter that breaks. */
async function news(house: BrowserHouse): Promise<void> {
  for (const [door, name] of [
    ['15', 'Nel'],
    ['1', 'Riet'],
  ] as const) {
    const residentIds = [await residentId(house, door, name)];
    await house.asStaff({ type: 'signUp', activityId: BEWEEG, residentIds, guests: 0 });
  }
  await house.asStaff({ type: 'cancelActivity', activityId: BEWEEG, reason: 'Merel is ziek' });
  await book(house, { who: ['17', 'Tonny'], scooter: 'Reiger', date: '2026-10-16', time: '10:00' });
  await house.asStaff({ type: 'reportDefect', scooterId: await scooterId(house, 'Reiger'), part: 'tyre' });
}

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const SAYS = 'Beweegklas, donderdag 15 oktober om 10:30, gaat niet door. Merel is ziek.';

test.describe('the round on a laptop', () => {
  test('goes by floor and door, with what to say, and is told by key with a way back', async ({ browser, house }) => {
    await news(house);
    const page = await openAt(browser, house, 'Bellen');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Begane grond', '1e verdieping']);
    await expect(page.locator('[data-stop] b:first-child').filter({ hasText: /./ })).toContainText(['Riet']);
    await expect(row(page, 'Nel Bakker')).toContainText(SAYS);
    await expect(row(page, 'Nel Bakker').getByRole('link', { name: 'Bel 010 000 01 15' })).toHaveAttribute(
      'href',
      'tel:0100000115',
    );
    await expect(row(page, 'Tonny Visser')).toContainText('scootmobiel onzeker');
    await expect(row(page, 'Tonny Visser')).toContainText('klop aan');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('v');
    await expect(told(page)).toContainText('Verteld: Riet Molenaar (1).');
    // The row stays under the finger, and says who told it.
    await expect(row(page, 'Riet Molenaar')).toContainText('verteld door Samira Haddou');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await expect(row(page, 'Nel Bakker')).toContainText('1 keer niet bereikt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect(page.getByRole('button', { name: 'Open 1' })).toBeVisible();
    await told(page).getByRole('button', { name: 'Maak ongedaan' }).click();
    await expect(page.getByRole('button', { name: 'Open 2' })).toBeVisible();

    await page.getByRole('button', { name: 'Verteld vandaag 1' }).click();
    await page.getByRole('button', { name: 'Toch niet: Riet Molenaar (1)' }).click();
    await page.getByRole('button', { name: 'Open 3' }).click();
    await expect(row(page, 'Riet Molenaar').getByRole('button', { name: /^Verteld/ })).toBeVisible();
    await page.getByRole('button', { name: 'Dringendste eerst' }).click();
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
    await expect(page.locator('[data-stop]').last()).toContainText('Tonny Visser');
  });

  test('takes somebody more with own words, finds them, and tries them again another time', async ({
    browser,
    house,
  }) => {
    await news(house);
    const page = await openAt(browser, house, 'Bellen');
    await expect(row(page, 'Nel Bakker')).toBeVisible();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Zet iemand op de lijst' }).click();
    await expect(dialog).toContainText('Kies eerst een bewoner.');
    await dialog.getByRole('textbox', { name: 'Wie?' }).fill('17');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Zet iemand op de lijst' }).click();
    await expect(dialog).toContainText('Schrijf eerst op wat u moet zeggen.');
    await dialog.getByLabel('Wat moet u zeggen?').fill('Uw pakje ligt bij mij.');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Zet iemand op de lijst' }).click();
    await expect(row(page, 'Uw pakje ligt bij mij.')).toContainText('bericht');
    await page.getByRole('searchbox', { name: 'Zoek naam of deur' }).fill('17');
    await expect(page.locator('[data-stop]')).toHaveCount(2);
    await row(page, 'Uw pakje ligt bij mij.')
      .getByRole('button', { name: /^Andere tijd/ })
      .click();
    await dialog.getByRole('button', { name: 'Morgenochtend, na 10:00' }).click();
    await expect(page.locator('[data-stop]')).toHaveCount(1);
    await page.getByRole('button', { name: 'Later 1' }).click();
    await expect(row(page, 'Uw pakje ligt bij mij.')).toContainText('weer na do 10:00');
  });

  test('is one sheet on paper, in walking order, with boxes for a pen', async ({ browser, house }) => {
    await news(house);
    const page = await openAt(browser, house, 'Bellen');
    await expect(row(page, 'Nel Bakker')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.s-paper h2')).toHaveText(['Begane grond', '1e verdieping']);
    await expect(page.locator('.s-paper tr')).toHaveCount(3);
    await expect(page.locator('.s-paper')).toContainText(SAYS);
    await expect(page.getByRole('button', { name: 'Print het rondje' })).toBeHidden();
  });

  test('is given to a volunteer by a manager, with the numbers to call', async ({ browser, house }) => {
    await news(house);
    const theirs = await openAt(browser, house, 'Eten', { name: VOLUNTEER });
    const menu = theirs.getByRole('navigation', { name: 'Hoofdmenu' });
    await expect(menu.getByRole('link', { name: 'Bellen en kloppen' })).toHaveCount(0);
    const page = await openAt(browser, house, 'Team');
    await page.getByRole('button', { name: `Wijzig: ${VOLUNTEER}` }).click();
    await page.getByLabel('Maakt het rondje bellen en kloppen.').check();
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await expect(menu.getByRole('link', { name: 'Bellen en kloppen' })).toBeVisible();
    await menu.getByRole('link', { name: 'Bellen en kloppen' }).click();
    await expect(row(theirs, 'Nel Bakker')).toContainText('010 000 01 15');
    await row(theirs, 'Nel Bakker')
      .getByRole('button', { name: /^Verteld/ })
      .click();
    await expect(told(theirs)).toContainText('Verteld: Nel Bakker (15).');
  });
});

test('on a phone it is one person a screen, until everybody was', async ({ browser, house }) => {
  await news(house);
  const page = await openAt(browser, house, 'Bellen', { size: sizes[3] });
  await expect(page.getByText('1 van 3 · Begane grond')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Riet Molenaar' })).toBeVisible();
  await expect(page.getByText(`«${SAYS}»`)).toBeVisible();
  await page.getByRole('button', { name: 'Verteld' }).click();
  await expect(page.getByText('2 van 3 · 1e verdieping')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bel 010 000 01 15' })).toBeVisible();
  await page.getByRole('button', { name: 'Niet bereikt' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Tonny Visser' })).toBeVisible();
  await page.getByRole('button', { name: 'Verteld' }).click();
  await page.getByRole('button', { name: 'Nog een keer' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Nel Bakker' })).toBeVisible();
  await expect(page.getByText('1 keer niet bereikt')).toBeVisible();
});

test('Vandaag says what needs somebody, one act each, and leads to it', async ({ browser, house }) => {
  await news(house);
  const page = await openAt(browser, house, 'Vandaag');
  await expect(page.getByRole('heading', { level: 1, name: 'Goedemorgen Samira' })).toBeVisible();
  const needs = page.getByRole('region', { name: 'Dit vraagt nu iets van u' });
  await expect(needs.getByRole('listitem').first()).toContainText('Scootmobiel Reiger is stuk: lekke band');
  await expect(page.getByRole('region', { name: 'Vandaag en morgen' })).toContainText('Lunch');
  await needs.getByRole('button', { name: /^Los op/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Scootmobielen' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'Begin de ronde' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bellen en kloppen' })).toBeVisible();
});

test('Vandaag leads to the week of a clash, and to the list of who came', async ({ browser, house }) => {
  const residentIds = [await residentId(house, '1', 'Riet')];
  const { series = [] } = await house.rowsForStaff();
  const walk = series.find(({ title }) => title === 'Wandelclub')!.id;
  await house.asStaff({ type: 'signUp', activityId: `${walk}/2026-10-14`, residentIds, guests: 0 });
  house.setTime('2026-10-14T13:00:00+02:00');
  const page = await openAt(browser, house, 'Vandaag');
  const needs = page.getByRole('region', { name: 'Dit vraagt nu iets van u' });
  await needs.getByRole('button', { name: 'Los op: Gymzaal is dubbel op donderdag 15 oktober om 11:00' }).click();
  await expect(page.getByText('Dubbel met Beweegklas').first()).toBeVisible();
  await goTo(page, 'Vandaag');
  await needs.getByRole('button', { name: 'Vul aan: Wie was er bij Wandelclub?' }).click();
  await page.getByLabel('Is er geweest Riet Molenaar').check();
  await goTo(page, 'Vandaag');
  await expect(needs.getByText('Wie was er bij Wandelclub?')).toHaveCount(0);
});

test('who wants somebody to come by taps once after their door, and takes it back in Mijn dingen', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const ask = 'Ik wil dat iemand langskomt';
  await hand.tap(button(page, 'Hulp'));
  await hand.tap(button(page, ask));
  await chooseDoor(hand, 0, '1');
  await expect(screen(page, 'visit')).toContainText('Er komt iemand bij u langs');
  const desk = await openAt(browser, house, 'Bellen');
  await expect(row(desk, 'Riet Molenaar')).toContainText('wil bezoek');
  await finish(hand);
  await openMyThings(hand, 0, '1');
  await expect(screen(page, 'my-things')).toContainText('U heeft dit gevraagd.');
  await hand.tap(button(page, 'Toch niet: Er komt iemand bij u langs'));
  await expect(screen(page, 'visit')).toContainText('Er komt niemand langs');
  await expect(row(desk, 'Riet Molenaar')).toHaveCount(0);
  await expect(desk.getByText('Iedereen weet wat hij moet weten.')).toBeVisible();
});

test.describe('keeps nobody out', () => {
  for (const size of sizes) {
    test(`on ${size.name}`, async ({ browser, house }) => {
      await news(house);
      const page = await openAt(browser, house, 'Vandaag', { size });
      await expect(page.getByRole('button', { name: 'Begin de ronde' })).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await goTo(page, 'Bellen');
      await expect(page.getByText('Riet Molenaar').first()).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      const more = page.getByRole('button', { name: 'Meer' });
      if (!(await more.isVisible())) return;
      await more.click();
      expect(await barriers(page)).toEqual([]);
    });
  }
});
