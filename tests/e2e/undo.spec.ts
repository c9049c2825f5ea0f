/** Toch niet: wherever a sign-up shows, and after it the server holds what it held before. */
import { expect, test } from './house.ts';
import { idOf, partiesOf, residentAt } from './programme.ts';
import { button, chooseDoor, finish, joinButton, openMyThings, rowOf, screen, signUp, wake } from './screens.ts';

const TODAY = '2026-10-14';
const RIET = { title: 'Lunch', floor: 0, door: '1' } as const;

test('UX 30, 41: Toch niet on the ticket takes it back at once, and Toch wel gives it again', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  await signUp(hand, RIET);
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  await hand.tap(button(page, 'Toch niet'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U doet niet meer mee');
  await expect.poll(() => partiesOf(house, lunch)).toEqual([]);
  await hand.tap(button(page, 'Toch wel'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  await hand.tap(button(page, 'Toch niet'));
  // Both screens have a Klaar, and one tapped as the other is drawn is rightly taken for a ghost's.
  await expect(screen(page, 'left')).toBeVisible();
  await finish(hand);
  await expect.poll(() => partiesOf(house, lunch)).toEqual([]);
  await expect(rowOf(page, 'Lunch')).not.toContainText(/persoon doet mee|mensen doen mee/);
  // Undone in the same visit: nobody needs to be told.
  await openMyThings(hand, 0, '1');
  await expect(screen(page, 'my-things')).toContainText('U doet nog nergens aan mee');
  expect((await house.rows()).notice ?? []).toEqual([]);
});

test('UX 29, 30: the ticket and its Toch niet stay for as long as the visit lasts', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await signUp(hand, RIET);
  await hand.wait(60_000);
  await expect(button(page, 'Toch niet')).toBeVisible();
  await hand.wait(28_000);
  await expect(button(page, 'Toch niet')).toBeVisible();
});

test('UX 34: from the row of today it takes two taps: the row, Toch niet', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(joinButton(page, 'Lunch'));
  await expect(screen(page, 'done')).toBeVisible();
  // The card's holder is still there when the ticket was left by another way than Klaar.
  await hand.tap(button(page, 'Hulp'));
  await hand.tap(button(page, 'Vandaag'));
  await expect(rowOf(page, 'Lunch')).toContainText('U doet mee');
  const before = hand.taps;
  await hand.tap(rowOf(page, 'Lunch').getByRole('button').first());
  await hand.tap(button(page, 'Toch niet: Lunch'));
  expect(hand.taps - before).toBe(2);
  await expect(joinButton(page, 'Lunch')).toBeVisible();
  await expect.poll(() => partiesOf(house, lunch)).toEqual([]);
});

test('UX 27, 30: after the screen went to rest it is in Mijn dingen, and Toch niet there takes it back', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  await signUp(hand, RIET);
  await hand.wait(91_000);
  await expect(screen(page, 'still-there')).toBeVisible();
  await hand.wait(61_000);
  await expect(screen(page, 'rest')).toBeVisible();
  await wake(page);
  await openMyThings(hand, 0, '1');
  await expect(rowOf(page, 'Lunch')).toContainText('U doet mee');
  const before = hand.taps;
  await hand.tap(button(page, 'Toch niet: Lunch'));
  expect(hand.taps - before).toBe(1);
  await expect.poll(() => partiesOf(house, lunch)).toEqual([]);
  // It was made in an earlier visit, so a notice offers it again.
  await expect(rowOf(page, 'Lunch')).toContainText('U bent afgemeld.');
});

test('what somebody takes back in another visit is told to its owner, and Toch wel signs up again', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  await signUp(hand, RIET);
  await finish(hand);
  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, 'Toch niet: Lunch'));
  await expect.poll(() => partiesOf(house, lunch)).toEqual([]);
  await hand.tap(button(page, 'Klaar'));

  await openMyThings(hand, 0, '1');
  await expect(rowOf(page, 'Lunch')).toContainText('U bent afgemeld.');
  await expect(rowOf(page, 'Lunch')).toContainText('Dat is op dit bord gedaan.');
  await hand.tap(button(page, 'Toch wel: Lunch'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  await finish(hand);
  await openMyThings(hand, 0, '1');
  await expect(screen(page, 'my-things')).not.toContainText('U bent afgemeld.');
  await expect(rowOf(page, 'Lunch')).toContainText('U doet mee');
  await expect.poll(async () => (await house.rows()).notice ?? []).toEqual([]);
});

test('one of two who came together leaves and the other stays', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  await signUp(hand, { title: 'Lunch', floor: 4, door: '63', who: 'Samen' });
  await finish(hand);
  await expect(rowOf(page, 'Lunch')).toContainText('2 mensen doen mee');
  await hand.tap(button(page, 'Mijn dingen'));
  await chooseDoor(hand, 4, '63');
  await hand.tap(button(page, 'Bram'));
  await hand.tap(button(page, 'Toch niet: Lunch'));
  const lenie = await residentAt(house, '63', 'Lenie');
  await expect
    .poll(async () => (await partiesOf(house, lunch)).map(({ residentIds, status }) => ({ residentIds, status })))
    .toEqual([{ residentIds: [lenie], status: 'going' }]);
  await hand.tap(button(page, 'Klaar'));
  await expect(rowOf(page, 'Lunch')).toContainText('1 persoon doet mee');
  await hand.tap(button(page, 'Mijn dingen'));
  await chooseDoor(hand, 4, '63');
  await hand.tap(button(page, 'Lenie'));
  await expect(rowOf(page, 'Lunch')).toContainText('U doet mee');
});

test('both leave together with one Toch niet', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  await signUp(hand, { title: 'Lunch', floor: 4, door: '63', who: 'Samen' });
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  await hand.tap(button(page, 'Toch niet'));
  await expect(screen(page, 'left')).toBeVisible();
  await expect.poll(() => partiesOf(house, lunch)).toEqual([]);
});
