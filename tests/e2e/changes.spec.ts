/** What staff change: the row says it at once on every screen, and who was signed up is told at the next identification. */
import { expect, test } from './house.ts';
import { partiesOf, plan, rivalJoins, SUNDAY, SUNDAY_MORNING } from './programme.ts';
import { button, joinButton, openMyThings, rowOf, screen, wake } from './screens.ts';

test.use({ startsAt: SUNDAY_MORNING });

const CHOIR = `Koor/${SUNDAY}`;
const choir = { id: 'Koor', startTime: '14:00', endTime: '15:00', room: 'Huiskamer' } as const;

for (const [what, fields, mark, was] of [
  ['another time', { startTime: '14:30', endTime: '15:30' }, 'Nieuwe tijd.', 'Eerst was het 14:00.'],
  ['another place', { room: 'Atelier' }, 'Andere plek.', 'Eerst was het Huiskamer.'],
] as const) {
  test(`${what} is on the row and in a notice, with what it was before`, async ({ browser, house }) => {
    await plan(house, SUNDAY, [choir]);
    await rivalJoins(house, '1', CHOIR);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await expect(rowOf(page, 'Koor')).toContainText('14:00');
    await house.asStaff({ type: 'changeActivity', activityId: CHOIR, fields });
    await expect(rowOf(page, 'Koor')).toContainText(mark);
    await expect(rowOf(page, 'Koor')).toContainText(was);
    if ('startTime' in fields) await expect(rowOf(page, 'Koor')).toContainText(fields.startTime);

    await openMyThings(hand, 0, '1');
    const notice = rowOf(page, 'Koor').first();
    await expect(notice).toContainText(mark);
    await expect(notice).toContainText(was);
    await hand.tap(button(page, 'Ik weet het: Koor'));
    await expect(rowOf(page, 'Koor')).toHaveCount(1);
    await expect(button(page, 'Ik weet het: Koor')).toHaveCount(0);
    await expect.poll(async () => (await house.rows()).notice ?? []).toEqual([]);
    expect((await partiesOf(house, CHOIR)).map(({ status }) => status)).toEqual(['going']);
  });
}

test('another day moves the row there and keeps the sign-up', async ({ browser, house }) => {
  await plan(house, SUNDAY, [choir]);
  await rivalJoins(house, '1', CHOIR);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await expect(rowOf(page, 'Koor')).toBeVisible();
  await house.asStaff({ type: 'changeActivity', activityId: CHOIR, fields: { date: '2026-10-20' } });
  await expect(rowOf(page, 'Koor')).toHaveCount(0);
  await expect(screen(page, 'today')).toContainText('Vandaag is er niets meer');
  await openMyThings(hand, 0, '1');
  await expect(rowOf(page, 'Koor').first()).toContainText('Andere dag.');
  await expect(rowOf(page, 'Koor').first()).toContainText('Eerst was het vandaag.');
  await expect(rowOf(page, 'Koor').first()).toContainText('dinsdag');
});

test('cancelled is said with the reason, cannot be joined, and is told to who was signed up', async ({
  browser,
  house,
}) => {
  await plan(house, SUNDAY, [choir]);
  await rivalJoins(house, '1', CHOIR);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await house.asStaff({ type: 'cancelActivity', activityId: CHOIR, reason: 'De dirigent is ziek.' });
  await expect(rowOf(page, 'Koor')).toContainText('Gaat niet door.');
  await expect(rowOf(page, 'Koor')).toContainText('De dirigent is ziek.');
  await expect(joinButton(page, 'Koor')).toHaveCount(0);
  await openMyThings(hand, 0, '1');
  await expect(rowOf(page, 'Koor')).toHaveCount(1);
  await expect(rowOf(page, 'Koor')).toContainText('Gaat niet door.');
  await expect(rowOf(page, 'Koor')).toContainText('U hoeft niets te doen.');
});

test('restored is told too, and the sign-up is there as before', async ({ browser, house }) => {
  await plan(house, SUNDAY, [choir]);
  await rivalJoins(house, '1', CHOIR);
  await house.asStaff({ type: 'cancelActivity', activityId: CHOIR, reason: '' });
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await expect(rowOf(page, 'Koor')).toContainText('Gaat niet door.');
  await house.asStaff({ type: 'restoreActivity', activityId: CHOIR });
  await expect(joinButton(page, 'Koor')).toBeVisible();
  await expect(rowOf(page, 'Koor')).not.toContainText('Gaat niet door.');
  await openMyThings(hand, 0, '1');
  await expect(screen(page, 'my-things')).toContainText('Gaat toch door.');
  await expect(screen(page, 'my-things')).toContainText('U doet mee');
  expect((await partiesOf(house, CHOIR)).map(({ status }) => status)).toEqual(['going']);
});

test('more chairs bring the waiting list in, and the ticket in view says so by itself', async ({ browser, house }) => {
  await plan(house, SUNDAY, [{ ...choir, capacity: 1 }]);
  await rivalJoins(house, '5', CHOIR);
  await rivalJoins(house, '1', CHOIR);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await openMyThings(hand, 0, '1');
  await expect(rowOf(page, 'Koor')).toContainText('U bent eerste');
  await house.asStaff({ type: 'changeActivity', activityId: CHOIR, fields: { capacity: 2 } });
  await expect(screen(page, 'my-things')).toContainText('Er is een stoel voor u vrij.');
  await expect(screen(page, 'my-things')).not.toContainText('U bent eerste');
});

test('a date that is taken out while somebody looks at it is said kindly', async ({ browser, house }) => {
  await plan(house, SUNDAY, [choir]);
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(rowOf(page, 'Koor').getByRole('button').first());
  await expect(screen(page, 'activity')).toBeVisible();
  await house.asStaff({ type: 'skipDate', seriesId: 'Koor', date: SUNDAY });
  await expect(page.getByRole('alert')).toContainText('Dit staat niet meer op het bord.');
  await hand.tap(button(page, 'Terug'));
  await expect(screen(page, 'today')).toBeVisible();
});
