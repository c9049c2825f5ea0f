/** When it cannot be, or not now: a sentence of two lines with one button, and no tap is ever lost or doubled. */
import type { Page } from '@playwright/test';
import { expect, test } from './house.ts';
import { idOf, partiesOf, plan, residentAt, rivalJoins, SUNDAY, SUNDAY_MORNING } from './programme.ts';
import { button, chooseDoor, finish, joinButton, openMyThings, rowOf, screen, signUp, wake } from './screens.ts';

const RIET = { title: 'Lunch', floor: 0, door: '1' } as const;
const TODAY = '2026-10-14';

/** What happened and what to do now, as one alert with one button. */
async function expectRefusal(page: Page, what: string, now: string): Promise<void> {
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading')).toHaveText(what);
  await expect(alert).toContainText(now);
  await expect(alert.getByRole('button')).toHaveCount(1);
}

/** Lets both the server and the page come to a moment. */
async function timePasses(house: { setTime(text: string): void }, page: Page, text: string): Promise<void> {
  house.setTime(text);
  await page.clock.fastForward(Date.parse(text) - (await page.evaluate(() => Date.now())));
}

test('closed between the tap and the door: nothing is sent and it is said', async ({ browser, house }) => {
  house.setTime('2026-10-14T09:29:30+02:00');
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Lunch'));
  await timePasses(house, page, '2026-10-14T09:30:10+02:00');
  await chooseDoor(hand, 0, '1');
  await expectRefusal(page, 'Aanmelden kan niet meer.', 'Vraag het aan de gastvrouw of gastheer.');
  expect(await partiesOf(house, await idOf(house, 'Lunch', TODAY))).toEqual([]);
  await hand.tap(button(page, 'Terug'));
  await expect(screen(page, 'today')).toBeVisible();
  await expect(rowOf(page, 'Lunch')).toContainText('Gesloten om 9:30');
  await expect(joinButton(page, 'Lunch')).toHaveCount(0);
});

test('started between looking and tapping: the server says no to what the screen had said yes to', async ({
  browser,
  house,
}) => {
  house.setTime('2026-10-14T09:59:40+02:00');
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Wandelclub'));
  // Only the server knows how late it is.
  house.setTime('2026-10-14T10:00:20+02:00');
  await chooseDoor(hand, 0, '1');
  await expectRefusal(page, 'Dit is al begonnen.', 'Loop binnen en vraag of het nog kan.');
  expect(await partiesOf(house, await idOf(house, 'Wandelclub', TODAY))).toEqual([]);
  await hand.tap(button(page, 'Terug'));
  await expect(screen(page, 'today')).toBeVisible();
  await expect(rowOf(page, 'Wandelclub')).toContainText('Nu');
  await expect(joinButton(page, 'Wandelclub')).toHaveCount(0);
});

test('UX 13, 29, 40: who is in already is told so for as long as they want, also in large letters, and is in once', async ({
  browser,
  house,
}) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await signUp(hand, RIET);
  await finish(hand);
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 0, '1');
  await expectRefusal(page, 'U bent al aangemeld.', 'U hoeft niets meer te doen.');
  await hand.wait(60_000);
  await hand.tap(button(page, 'Groter'));
  await expect(page.locator('html')).toHaveAttribute('data-size', 'groter');
  await expectRefusal(page, 'U bent al aangemeld.', 'U hoeft niets meer te doen.');
  expect(await partiesOf(house, await idOf(house, 'Lunch', TODAY))).toHaveLength(1);
});

test('cancelled while somebody chooses a door', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  await hand.tap(joinButton(page, 'Lunch'));
  await house.asStaff({ type: 'cancelActivity', activityId: lunch, reason: 'De kok is ziek.' });
  await chooseDoor(hand, 0, '1');
  await expectRefusal(page, 'Dit gaat niet door.', 'Kies iets anders op het bord.');
});

test.describe('with one chair left', () => {
  test.use({ startsAt: SUNDAY_MORNING });
  const CHOIR = `Koor/${SUNDAY}`;
  const one = { id: 'Koor', capacity: 1, startTime: '14:00', endTime: '15:00' } as const;

  test('that a rival takes during the choice of a door, the ticket is one for the list and says so', async ({
    browser,
    house,
  }) => {
    await plan(house, SUNDAY, [one]);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await hand.tap(joinButton(page, 'Koor'));
    await rivalJoins(house, '5', CHOIR);
    await chooseDoor(hand, 0, '1');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('U staat op de lijst, Riet');
    await expect(screen(page, 'done')).toContainText('U bent eerste');
    await expect
      .poll(async () => (await partiesOf(house, CHOIR)).map(({ status }) => status))
      .toEqual(['going', 'waiting']);
  });

  test('that a rival takes while this tablet is cut off, the ticket changes as soon as it is known', async ({
    browser,
    house,
  }) => {
    await plan(house, SUNDAY, [one]);
    const { page, cable } = await house.openKiosk(browser);
    const hand = await wake(page);
    cable.pull();
    await rivalJoins(house, '5', CHOIR);
    await signUp(hand, { title: 'Koor', floor: 0, door: '1' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Genoteerd');
    await expect(screen(page, 'done')).toContainText('Nog niet zeker: er is even geen internet.');
    cable.plugIn();
    await hand.wait(31_000);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('U staat op de lijst, Riet');
    await expect(screen(page, 'done')).toContainText('U bent eerste');
    await expect(screen(page, 'done')).not.toContainText('bewaard');
    expect((await partiesOf(house, CHOIR)).map(({ status }) => status)).toEqual(['going', 'waiting']);
  });

  test('what arrives after the start is told as too late, once, to who had tapped in time', async ({
    browser,
    house,
  }) => {
    await plan(house, SUNDAY, [one]);
    house.setTime('2026-10-18T13:57:00+02:00');
    const { page, cable } = await house.openKiosk(browser);
    const hand = await wake(page);
    cable.pull();
    await signUp(hand, { title: 'Koor', floor: 0, door: '1' });
    await finish(hand);
    await timePasses(house, page, '2026-10-18T14:05:00+02:00');
    cable.plugIn();
    await hand.wait(31_000);
    await expect(screen(page, 'rest')).toBeVisible();
    await expect.poll(async () => ((await house.rows()).notice ?? []).map(({ type }) => type)).toEqual(['tooLate']);
    await wake(page);
    await openMyThings(hand, 0, '1');
    await expect(screen(page, 'my-things').getByText('Dit kwam te laat.')).toHaveCount(1);
    await expect(rowOf(page, 'Koor')).toContainText('U doet niet mee.');
    await hand.tap(button(page, 'Ik weet het: Koor'));
    await expect(screen(page, 'my-things')).toContainText('U doet nog nergens aan mee');
    await expect.poll(async () => (await house.rows()).notice ?? []).toEqual([]);
    expect(await partiesOf(house, CHOIR)).toEqual([]);
  });

  test('a no that comes after somebody left is kept and told when they are back', async ({ browser, house }) => {
    await plan(house, SUNDAY, [one]);
    const { page, cable } = await house.openKiosk(browser);
    const hand = await wake(page);
    cable.pull();
    await signUp(hand, { title: 'Koor', floor: 0, door: '1' });
    await finish(hand);
    await house.asStaff({ type: 'cancelActivity', activityId: CHOIR, reason: 'De dirigent is ziek.' });
    cable.plugIn();
    await hand.wait(31_000);
    await expect(rowOf(page, 'Koor')).toContainText('Gaat niet door.');
    await expect(screen(page, 'today')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await openMyThings(hand, 0, '1');
    await expect(screen(page, 'my-things')).toContainText('Dit gaat niet door.');
    await hand.tap(button(page, /^Ik weet het/));
    await expect(screen(page, 'my-things')).not.toContainText('Dit gaat niet door.');
    expect(await partiesOf(house, CHOIR)).toEqual([]);
  });
});

const problem = (status: number) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'problem',
    status,
    code: status === 503 ? 'storeUnavailable' : 'defect',
  }),
});

for (const status of [500, 503] as const) {
  test(`UX 40: a server that answers ${status}: it is kept, said so, sent later, and there once`, async ({
    browser,
    house,
  }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    const lunch = await idOf(house, 'Lunch', TODAY);
    let refused = 0;
    await page.route('**/api/commands', (route) => {
      refused += 1;
      return route.fulfill(problem(status));
    });
    await signUp(hand, RIET);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Genoteerd');
    await expect(screen(page, 'done')).toContainText('Nog niet zeker: er is even geen internet.');
    await expect.poll(() => refused).toBeGreaterThan(1);
    expect(await partiesOf(house, lunch)).toEqual([]);
    await page.unroute('**/api/commands');
    await hand.wait(31_000);
    await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
    await expect(screen(page, 'done')).not.toContainText('bewaard');
  });
}

test('an answer that is lost on the way makes no second sign-up', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  let lost = 0;
  await page.route('**/api/commands', async (route) => {
    await route.fetch();
    lost += 1;
    if (lost <= 2) return route.abort('connectionreset');
    return route.continue();
  });
  await signUp(hand, RIET);
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  await hand.wait(31_000);
  await expect(screen(page, 'done')).not.toContainText('bewaard');
  expect(await partiesOf(house, lunch)).toHaveLength(1);
  expect(await residentAt(house, '1')).toBe((await partiesOf(house, lunch))[0]!.residentIds[0]);
});

test('what the server cannot read is said as not done, and the row is as it was', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await page.route('**/api/commands', (route) => route.fulfill({ ...problem(422) }));
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 0, '1');
  await expectRefusal(page, 'Dat lukte niet.', 'Probeer het nog een keer.');
  await page.unroute('**/api/commands');
  await hand.tap(button(page, 'Terug'));
  await hand.tap(joinButton(page, 'Lunch'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  await expect.poll(async () => partiesOf(house, await idOf(house, 'Lunch', TODAY))).toHaveLength(1);
});

test('UX 29, 57: without a network everything can be done, is said to be kept, and arrives once, also after a reload', async ({
  browser,
  house,
}) => {
  const { page, cable } = await house.openKiosk(browser);
  const hand = await wake(page);
  const lunch = await idOf(house, 'Lunch', TODAY);
  const walk = await idOf(house, 'Wandelclub', TODAY);
  cable.pull();
  await expect(page.getByText('Even geen internet')).toBeVisible();
  await hand.wait(60_000);
  await expect(page.getByText('Meedoen kan gewoon. Wij versturen het later.')).toBeVisible();
  // The note takes the place of a row: the others are one page on.
  await signUp(hand, { title: 'Wandelclub', floor: 0, door: '1' });
  await expect(screen(page, 'done')).toContainText('bewaard');
  await finish(hand);
  await hand.tap(button(page, 'Later').first());
  await signUp(hand, { title: 'Lunch', floor: 0, door: '2' });
  await hand.tap(button(page, 'Toch niet'));
  await expect(screen(page, 'left')).toBeVisible();
  await hand.tap(button(page, 'Toch wel'));
  await expect(screen(page, 'done')).toContainText('bewaard');
  expect(await partiesOf(house, lunch)).toEqual([]);
  cable.plugIn();
  await page.reload();
  await expect.poll(() => partiesOf(house, lunch)).toHaveLength(1);
  await expect.poll(() => partiesOf(house, walk)).toHaveLength(1);
  await wake(page);
  await expect(rowOf(page, 'Lunch')).toContainText('1 persoon doet mee');
  await expect(rowOf(page, 'Wandelclub')).toContainText('1 persoon doet mee');
});
