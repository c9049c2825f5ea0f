/** Signing up at the kiosk without a card: how many taps, what is said, and what is left on the screen. */
import { expect, test } from './house.ts';
import { idOf, partiesOf, residentAt } from './programme.ts';
import { button, chooseDoor, doorTile, finish, floorTile, joinButton, rowOf, screen, wake } from './screens.ts';

const TODAY = '2026-10-14';

test('UX 33: who lives alone signs up with three taps: Ik doe mee, floor, door', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const before = hand.taps;
  await hand.tap(joinButton(page, 'Lunch'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wie bent u?');
  await hand.tap(floorTile(page, 0));
  await hand.tap(doorTile(page, '1'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  expect(hand.taps - before).toBe(3);

  const ticket = screen(page, 'done').getByRole('main');
  await expect(ticket).toContainText('Lunch');
  await expect(ticket).toContainText('Vandaag, 12:00 uur');
  await expect(ticket).toContainText('Eetkamer');
  await expect(ticket).toContainText('U komt alleen');
  await expect(ticket).toContainText('U doet mee');

  const lunch = await idOf(house, 'Lunch', TODAY);
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  const [party] = await partiesOf(house, lunch);
  expect(party).toMatchObject({ residentIds: [await residentAt(house, '1')], guests: 0, status: 'going' });
});

test('UX 33: where people share a door a fourth tap says which of them', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const before = hand.taps;
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 4, '63');
  await hand.tap(button(page, 'Bram'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Bram');
  expect(hand.taps - before).toBe(4);
  await expect(screen(page, 'done')).toContainText('U komt alleen');
  const lunch = await idOf(house, 'Lunch', TODAY);
  await expect
    .poll(async () => (await partiesOf(house, lunch)).map(({ residentIds }) => residentIds))
    .toEqual([[await residentAt(house, '63', 'Bram')]]);
});

test('Samen signs both up as one party, with four taps', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const before = hand.taps;
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 4, '63');
  await hand.tap(button(page, /^Samen/));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Gelukt, (Lenie en Bram|Bram en Lenie)$/);
  expect(hand.taps - before).toBe(4);
  await expect(screen(page, 'done')).toContainText('U komt samen');

  const lunch = await idOf(house, 'Lunch', TODAY);
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  const [party] = await partiesOf(house, lunch);
  expect(new Set(party!.residentIds)).toEqual(
    new Set([await residentAt(house, '63', 'Lenie'), await residentAt(house, '63', 'Bram')]),
  );
  await finish(hand);
  await expect(rowOf(page, 'Lunch')).toContainText('2 mensen doen mee');
});

test('the row counts the people who take part and offers it to the next person', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await expect(rowOf(page, 'Wandelclub')).not.toContainText(/persoon doet mee|mensen doen mee/);
  for (const [door, words] of [
    ['1', '1 persoon doet mee'],
    ['2', '2 mensen doen mee'],
  ] as const) {
    await hand.tap(joinButton(page, 'Wandelclub'));
    await chooseDoor(hand, 0, door);
    await finish(hand);
    await expect(rowOf(page, 'Wandelclub')).toContainText(words);
    await expect(joinButton(page, 'Wandelclub')).toBeVisible();
  }
});

test('until Klaar the row is a ticket, after it no name and no ticket is left anywhere', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const before = await page.locator('body').innerHTML();
  expect(before).not.toContain('Riet');
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 0, '1');
  await expect(screen(page, 'done')).toContainText('Riet');
  await finish(hand);
  const html = await page.locator('html').innerHTML();
  for (const word of ['Riet', 'Molenaar', 'U doet mee', 'Toch niet']) expect(html).not.toContain(word);
  expect(await page.title()).not.toContain('Riet');
  await hand.tap(button(page, 'Mijn dingen'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wie bent u?');
});

test('with somebody at the screen the own row says so, and Terug never asks again who it is', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(button(page, 'Mijn dingen'));
  await chooseDoor(hand, 0, '1');
  await expect(screen(page, 'my-things')).toContainText('U doet nog nergens aan mee');
  await hand.tap(button(page, 'Vandaag'));
  const before = hand.taps;
  await hand.tap(joinButton(page, 'Lunch'));
  await expect(screen(page, 'done')).toBeVisible();
  expect(hand.taps - before).toBe(1);
  await hand.tap(button(page, 'Klaar'));
  await expect(screen(page, 'today')).toBeVisible();
});

test('Terug goes from the door to the floor and from there to today, and nothing has happened', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 4, '63');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wie van u is het?');
  await hand.tap(button(page, 'Terug'));
  await expect(doorTile(page, '63')).toBeVisible();
  await hand.tap(button(page, 'Terug'));
  await expect(floorTile(page, 4)).toBeVisible();
  await hand.tap(button(page, 'Terug'));
  await expect(screen(page, 'today')).toBeVisible();
  expect(await partiesOf(house, await idOf(house, 'Lunch', TODAY))).toEqual([]);
});

test('two things at one time are told on the ticket and both are kept', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await house.asStaff({
    type: 'changeActivity',
    activityId: await idOf(house, 'Wandelclub', TODAY),
    fields: { startTime: '11:45', endTime: '12:30' },
  });
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 0, '1');
  await finish(hand);
  await hand.tap(joinButton(page, 'Wandelclub'));
  await chooseDoor(hand, 0, '1');
  await expect(screen(page, 'done')).toContainText('Let op: dan is ook Lunch.');
  await expect.poll(async () => partiesOf(house, await idOf(house, 'Lunch', TODAY))).toHaveLength(1);
  await expect.poll(async () => partiesOf(house, await idOf(house, 'Wandelclub', TODAY))).toHaveLength(1);
});
