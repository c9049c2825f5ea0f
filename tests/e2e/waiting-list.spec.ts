/** A full activity: the list, the place in line, and what somebody hears when a chair comes free. Guests take places too. */
import { expect, test } from './house.ts';
import { partiesOf, plan, residentAt, rivalJoins, SUNDAY, SUNDAY_MORNING } from './programme.ts';
import {
  button,
  chooseDoor,
  finish,
  joinButton,
  listButton,
  openMyThings,
  rowOf,
  screen,
  signUp,
  wake,
} from './screens.ts';

test.use({ startsAt: SUNDAY_MORNING });

const CHOIR = `Koor/${SUNDAY}`;

test('a full activity offers the list, says the place in line, and tells who gets the chair', async ({
  browser,
  house,
}) => {
  await plan(house, SUNDAY, [{ id: 'Koor', capacity: 1, startTime: '14:00', endTime: '15:00', guests: 0 }]);
  const first = await rivalJoins(house, '5', CHOIR);
  await rivalJoins(house, '6', CHOIR);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await expect(rowOf(page, 'Koor')).toContainText('Vol');
  await expect(rowOf(page, 'Koor')).toContainText('1 van 1 stoelen');
  await expect(joinButton(page, 'Koor')).toHaveCount(0);
  await hand.tap(listButton(page, 'Koor'));
  await chooseDoor(hand, 0, '1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U staat op de lijst, Riet');
  await expect(screen(page, 'done')).toContainText('Koor is nu vol.');
  await expect(screen(page, 'done')).toContainText('U bent tweede');
  await expect(screen(page, 'done')).toContainText('Komt er een stoel vrij? Dan hoort u dat van ons.');
  await expect
    .poll(async () => (await partiesOf(house, CHOIR)).map(({ status }) => status))
    .toEqual(['going', 'waiting', 'waiting']);

  // The one before moves up: the ticket says the new place by itself.
  const residentId = await residentAt(house, '5');
  await house.asResident(residentId, {
    type: 'withdraw',
    activityId: CHOIR,
    signUpId: first,
    residentIds: [residentId],
  });
  await expect(screen(page, 'done')).toContainText('U bent eerste');
  await finish(hand);

  const [going] = await partiesOf(house, CHOIR);
  const next = going!.residentIds;
  await house.asResident(next[0]!, { type: 'withdraw', activityId: CHOIR, signUpId: going!.id, residentIds: next });
  await expect
    .poll(async () => (await partiesOf(house, CHOIR)).map(({ residentIds, status }) => ({ residentIds, status })))
    .toEqual([{ residentIds: [await residentAt(house, '1')], status: 'going' }]);

  await openMyThings(hand, 0, '1');
  await expect(rowOf(page, 'Koor').first()).toContainText('Er is een stoel voor u vrij.');
  await expect(rowOf(page, 'Koor').first()).toContainText('U doet mee.');
  await hand.tap(button(page, 'Ik weet het: Koor'));
  await expect(screen(page, 'my-things')).not.toContainText('Er is een stoel voor u vrij.');
  await expect(rowOf(page, 'Koor')).toContainText('U doet mee');
  await hand.tap(button(page, 'Vandaag'));
  await expect(rowOf(page, 'Koor')).toContainText('U doet mee');
  await expect(rowOf(page, 'Koor')).not.toContainText('lijst');
});

test('who waits leaves the list with Toch niet, and the others keep their order', async ({ browser, house }) => {
  await plan(house, SUNDAY, [{ id: 'Koor', capacity: 1, startTime: '14:00', endTime: '15:00' }]);
  await rivalJoins(house, '5', CHOIR);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(listButton(page, 'Koor'));
  await chooseDoor(hand, 0, '1');
  await expect(screen(page, 'done')).toContainText('U bent eerste');
  await expect.poll(() => partiesOf(house, CHOIR)).toHaveLength(2);
  await rivalJoins(house, '6', CHOIR);
  await hand.tap(button(page, 'Toch niet'));
  await expect(screen(page, 'left')).toBeVisible();
  await expect
    .poll(async () => (await partiesOf(house, CHOIR)).map(({ residentIds, status }) => ({ residentIds, status })))
    .toEqual([
      { residentIds: [await residentAt(house, '5')], status: 'going' },
      { residentIds: [await residentAt(house, '6')], status: 'waiting' },
    ]);
});

test('two who come together wait together and are not split', async ({ browser, house }) => {
  await plan(house, SUNDAY, [{ id: 'Koor', capacity: 2, startTime: '14:00', endTime: '15:00' }]);
  await rivalJoins(house, '5', CHOIR);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await expect(rowOf(page, 'Koor')).toContainText('nog 1 stoel');
  await signUp(hand, { title: 'Koor', floor: 4, door: '63', who: 'Samen' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^U staat op de lijst, /);
  await expect
    .poll(async () => (await partiesOf(house, CHOIR)).map(({ residentIds, status }) => [residentIds.length, status]))
    .toEqual([
      [1, 'going'],
      [2, 'waiting'],
    ]);
});

test('guests come along one by one up to the limit, and each takes a place', async ({ browser, house }) => {
  await plan(house, SUNDAY, [{ id: 'Koor', capacity: 10, startTime: '14:00', endTime: '15:00', guests: 2 }]);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(rowOf(page, 'Koor').getByRole('button').first());
  await hand.tap(button(page, 'Ik neem iemand mee: Koor'));
  await chooseDoor(hand, 0, '1');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  await expect(screen(page, 'done')).toContainText('U neemt 1 gast mee');
  await expect.poll(async () => (await partiesOf(house, CHOIR)).map(({ guests }) => guests)).toEqual([1]);
  await finish(hand);
  await expect(rowOf(page, 'Koor')).toContainText('2 mensen doen mee');

  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(rowOf(page, 'Koor').getByRole('button').first());
  await hand.tap(button(page, 'Ik neem iemand mee: Koor'));
  await expect(screen(page, 'activity')).toContainText('3 mensen doen mee');
  await expect.poll(async () => (await partiesOf(house, CHOIR)).map(({ guests }) => guests)).toEqual([2]);
  // Two is the limit here: it is not offered any more.
  await expect(button(page, /^Ik neem iemand mee/)).toHaveCount(0);
  await hand.tap(button(page, 'Toch niet: Koor'));
  await expect.poll(() => partiesOf(house, CHOIR)).toEqual([]);
});

test('a guest for whom there is no chair is refused in words and the sign-up stays as it was', async ({
  browser,
  house,
}) => {
  await plan(house, SUNDAY, [{ id: 'Koor', capacity: 1, startTime: '14:00', endTime: '15:00', guests: 2 }]);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(joinButton(page, 'Koor'));
  await expect(screen(page, 'done')).toBeVisible();
  await hand.tap(button(page, 'Hulp'));
  await hand.tap(button(page, 'Vandaag'));
  await hand.tap(rowOf(page, 'Koor').getByRole('button').first());
  await hand.tap(button(page, 'Ik neem iemand mee: Koor'));
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/Er is geen stoel meer\.|Er zijn niet genoeg stoelen\./);
  await expect(alert.getByRole('button')).toHaveCount(1);
  await hand.tap(button(page, 'Terug'));
  await expect(screen(page, 'activity')).toContainText('U doet mee');
  expect((await partiesOf(house, CHOIR)).map(({ guests, status }) => [guests, status])).toEqual([[0, 'going']]);
});
