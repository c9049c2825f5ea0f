/** The card at the reader, which types like a keyboard, on every screen and whatever has the focus. */
import { expect, test } from './house.ts';
import { idOf, partiesOf, plan, residentAt, rivalJoins, SUNDAY, SUNDAY_MORNING } from './programme.ts';
import { button, doorTile, floorTile, joinButton, openTomorrow, rowOf, screen, wake } from './screens.ts';
import { holdCard, typeKeys } from './taps.ts';

const RIET = '2BB29976';
const LEEN = '142C8364';
const DUTCH = { riet: 'Riet M., deur 1', leen: 'Leen M., deur 2' };

test('UX 33: Ik doe mee and then the card is one tap to the ticket', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const before = hand.taps;
  await hand.tap(joinButton(page, 'Lunch'));
  await expect(page.getByText('Houd uw druppel tegen de lezer')).toBeVisible();
  await holdCard(page, RIET);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  expect(hand.taps - before).toBe(1);
  const lunch = await idOf(house, 'Lunch', '2026-10-14');
  await expect
    .poll(async () => (await partiesOf(house, lunch)).map(({ residentIds }) => residentIds))
    .toEqual([[await residentAt(house, '1')]]);
});

test('the card and then Ik doe mee is one tap as well', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await holdCard(page, RIET);
  // Somebody is known now: their own things are one tap away without a question.
  await hand.tap(button(page, 'Mijn dingen'));
  await expect(screen(page, 'my-things')).toContainText(DUTCH.riet);
  await hand.tap(button(page, 'Vandaag'));
  const before = hand.taps;
  await hand.tap(joinButton(page, 'Lunch'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  expect(hand.taps - before).toBe(1);
});

test('a card at rest opens Mijn dingen without a touch', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  await expect(screen(page, 'rest')).toBeVisible();
  await holdCard(page, RIET);
  await expect(screen(page, 'my-things')).toContainText(DUTCH.riet);
});

test('a card of somebody else ends the first visit and opens the own things of the second', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  await expect(screen(page, 'rest')).toBeVisible();
  await holdCard(page, RIET);
  await expect(screen(page, 'my-things')).toContainText(DUTCH.riet);
  await page.clock.fastForward(1_000);
  await holdCard(page, LEEN);
  await expect(screen(page, 'my-things')).toContainText(DUTCH.leen);
  await expect(page.locator('body')).not.toContainText('Riet');
});

test('UX 49: the language of the holder follows the card and leaves with them', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  await expect(screen(page, 'rest')).toBeVisible();
  await holdCard(page, '73E8231C');
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr');
  await page.clock.fastForward(91_000);
  await expect(screen(page, 'still-there')).toBeVisible();
  await page.clock.fastForward(61_000);
  await expect(screen(page, 'rest')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
});

test('UX 56: what a person types by hand is no card: nothing is asked and nothing happens', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/identify')) asked.push(request.url());
  });
  await wake(page);
  await typeKeys(page, [...RIET], 220);
  await page.clock.fastForward(1_000);
  await expect(screen(page, 'today')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Riet');
  // The same keys at the speed of a reader are asked about, so the silence above was the answer.
  await holdCard(page, RIET);
  await expect.poll(() => asked.length).toBe(1);
});

test('the button that has the focus is not clicked by the Enter of a card', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  await wake(page);
  await page.clock.fastForward(1_000);
  await page.evaluate(() => {
    const watch = window as unknown as { clicks: number };
    watch.clicks = 0;
    addEventListener('click', () => (watch.clicks += 1), true);
  });
  await joinButton(page, 'Lunch').focus();
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/identify'));
  await holdCard(page, RIET);
  expect((await answered).status()).toBe(200);
  await expect(screen(page, 'today')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { clicks: number }).clicks)).toBe(0);
  expect(await partiesOf(house, await idOf(house, 'Lunch', '2026-10-14'))).toEqual([]);
  // By hand the same key does press it.
  await page.clock.fastForward(1_000);
  await joinButton(page, 'Lunch').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
});

test('a card nobody has is said kindly on any screen, with one button that leads back to it', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await openTomorrow(hand);
  await holdCard(page, 'DEADBEEF');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Deze druppel kennen wij niet.');
  await expect(alert).toContainText('Kies uw verdieping en uw deur.');
  await expect(alert.getByRole('button')).toHaveCount(1);
  await hand.tap(alert.getByRole('button'));
  await expect(screen(page, 'day')).toBeVisible();
  for (const [place, name] of [
    ['Hulp', 'help'],
    ['Vandaag', 'today'],
  ] as const) {
    await holdCard(page, 'DEADBEEF');
    await expect(alert).toBeVisible();
    await hand.tap(button(page, place));
    await expect(screen(page, name)).toBeVisible();
  }
});

test('where a card is asked for, one nobody has leaves floor and door to choose', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Lunch'));
  await holdCard(page, 'DEADBEEF');
  await expect(page.getByText('Deze druppel kennen wij niet.')).toBeVisible();
  await hand.tap(floorTile(page, 0));
  await hand.tap(doorTile(page, '1'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
});

test('without a server the card is said not to work now, and floor and door do', async ({ browser, house }) => {
  const { page, context } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Lunch'));
  await context.setOffline(true);
  await holdCard(page, RIET);
  await expect(page.getByText('De lezer werkt nu even niet.')).toBeVisible();
  await hand.tap(floorTile(page, 0));
  await hand.tap(doorTile(page, '1'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Genoteerd');
  await expect(screen(page, 'done')).toContainText('bewaard');
});

test('UX 56: a card is heard on every screen', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const roads: readonly (readonly [string, () => Promise<void>])[] = [
    ['today', async () => undefined],
    ['day', () => openTomorrow(hand)],
    ['scooter', () => hand.tap(button(page, 'Scootmobiel'))],
    ['week', () => hand.tap(button(page, 'Week'))],
    ['language', () => hand.tap(button(page, 'Taal'))],
    ['help', () => hand.tap(button(page, 'Hulp'))],
    ['activity', () => hand.tap(rowOf(page, 'Wandelclub').getByRole('button').first())],
    ['who', () => hand.tap(joinButton(page, 'Wandelclub'))],
  ];
  for (const [name, go] of roads) {
    await go();
    await expect(screen(page, name as 'today')).toBeVisible();
    await page.clock.fastForward(1_000);
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/identify'));
    await holdCard(page, RIET);
    expect((await answered).status(), name).toBe(200);
    if (name === 'who') continue;
    await hand.tap(button(page, 'Mijn dingen'));
    await expect(screen(page, 'my-things'), name).toContainText(DUTCH.riet);
    await hand.tap(button(page, 'Klaar'));
    await expect(screen(page, 'today')).toBeVisible();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
});

test.describe('of a discreet activity', () => {
  test.use({ startsAt: SUNDAY_MORNING });

  test('the card shows the own sign-up, the name does not', async ({ browser, house }) => {
    await plan(house, SUNDAY, [{ id: 'Praatgroep', category: 'dementia', discreet: true }]);
    await rivalJoins(house, '1', `Praatgroep/${SUNDAY}`);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await expect(rowOf(page, 'Praatgroep')).toContainText('nog 3 stoelen');
    await hand.tap(button(page, 'Mijn dingen'));
    await hand.tap(floorTile(page, 0));
    await hand.tap(doorTile(page, '1'));
    await expect(screen(page, 'my-things')).toContainText('U doet nog nergens aan mee');
    await holdCard(page, RIET);
    await expect(rowOf(page, 'Praatgroep')).toContainText('U doet mee');
  });
});
