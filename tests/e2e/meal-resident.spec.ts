/** Residents and their meals: what they eat, every time, not this time; and a door that closes and is opened. */
import { expect, type Page } from '@playwright/test';
import type { Kiosk } from './house.ts';
import { type BrowserHouse, test } from './house.ts';
import { profiles } from './layout-matrix.ts';
import { partiesOf, residentAt } from './programme.ts';
import { button, chooseDoor, finish, joinButton, openMyThings, openTomorrow, rowOf, screen, wake } from './screens.ts';
import type { Hand } from './taps.ts';

const SERIES = 'warm@zilvermeeuw.example';
const DINNER = `${SERIES}/2026-10-15`;
const NEXT_WEEK = `${SERIES}/2026-10-22`;
const TITLE = 'Samen eten';

const title = (page: Page) => page.getByRole('heading', { level: 1 }).filter({ visible: true });
const dish = (page: Page, name: string) => screen(page, 'dish').getByRole('button', { name: new RegExp(`^${name}`) });
const plate = (page: Page, name: string) => screen(page, 'plate').getByRole('button', { name: new RegExp(`^${name}`) });
const answer = (page: Page, name: string) => page.locator('.tile.dish').filter({ hasText: name, visible: true });

/** At the day of the dinner, with nobody known at the screen. */
async function atDinner(kiosk: Kiosk): Promise<Hand> {
  const hand = await wake(kiosk.page);
  await toDinner(hand);
  return hand;
}

async function toDinner(hand: Hand): Promise<void> {
  await openTomorrow(hand);
  while ((await rowOf(hand.page, TITLE).count()) === 0) await hand.tap(button(hand.page, 'Later'));
}

async function joins(hand: Hand, dishes: string): Promise<void> {
  await hand.tap(joinButton(hand.page, TITLE));
  await chooseDoor(hand, 0, '1');
  await hand.tap(dish(hand.page, dishes));
  await expect(screen(hand.page, 'done')).toBeVisible();
}

/** What is on the plates of a meal, by whose they are; a guest's is under the number of the guest. */
async function dishesOf(house: BrowserHouse, activityId: string): Promise<Readonly<Record<string, string | null>>> {
  const { plate: plates = [] } = await house.rows();
  const live = plates.filter((each) => each.activityId === activityId && each.goneAt === null);
  return Object.fromEntries(live.map((each) => [each.id.slice(each.signUpId.length + 1), each.dish]));
}

const goingTo = async (house: BrowserHouse, activityId: string) =>
  (await partiesOf(house, activityId)).filter(({ status }) => status === 'going').map(({ residentIds }) => residentIds);

for (const panel of profiles) {
  test.describe(panel.name, () => {
    const open = (house: BrowserHouse, browser: Parameters<BrowserHouse['openKiosk']>[0]) =>
      house.openKiosk(browser, panel);

    test('one more tap says what somebody eats, and the ticket repeats it', async ({ browser, house }) => {
      const hand = await atDinner(await open(house, browser));
      const { page } = hand;
      const before = hand.taps;
      await hand.tap(joinButton(page, TITLE));
      await chooseDoor(hand, 0, '1');
      await expect(title(page)).toHaveText('Wat wilt u eten?');
      await hand.tap(dish(page, 'Vlees'));
      await expect(title(page)).toHaveText('Gelukt, Riet');
      expect(hand.taps - before).toBe(4);
      await expect(screen(page, 'done').getByRole('main')).toContainText('Vlees');
      const riet = await residentAt(house, '1');
      await expect.poll(() => dishesOf(house, DINNER)).toEqual({ [riet]: 'vlees' });
    });

    test('two who come together are asked one after the other', async ({ browser, house }) => {
      const hand = await atDinner(await open(house, browser));
      const { page } = hand;
      const before = hand.taps;
      await hand.tap(joinButton(page, TITLE));
      await chooseDoor(hand, 4, '63');
      await hand.tap(button(page, /^Samen/));
      await expect(title(page)).toHaveText(/^Wat wil (Lenie|Bram) eten\?$/);
      const first = await title(page).innerText();
      await hand.tap(dish(page, 'Halal'));
      await expect(title(page)).not.toHaveText(first);
      await hand.tap(dish(page, 'Vlees'));
      await expect(screen(page, 'done')).toBeVisible();
      expect(hand.taps - before).toBe(6);
      await expect.poll(async () => Object.values(await dishesOf(house, DINNER)).sort()).toEqual(['halal', 'vlees']);
    });

    test('a guest is asked for too', async ({ browser, house }) => {
      const hand = await atDinner(await open(house, browser));
      const { page } = hand;
      const before = hand.taps;
      await hand.tap(rowOf(page, TITLE).locator('.slip'));
      await hand.tap(button(page, /^Ik neem iemand mee/));
      await chooseDoor(hand, 0, '1');
      await hand.tap(dish(page, 'Vlees'));
      await expect(title(page)).toHaveText('Wat wil uw gast eten?');
      await hand.tap(dish(page, 'Vegetarisch'));
      await expect(screen(page, 'done')).toContainText('Gast: vegetarisch');
      expect(hand.taps - before).toBe(6);
      const riet = await residentAt(house, '1');
      await expect.poll(() => dishesOf(house, DINNER)).toEqual({ [riet]: 'vlees', 1: 'vegetarisch' });
    });

    test('other food is two taps away, on the ticket and in Mijn dingen', async ({ browser, house }) => {
      const hand = await atDinner(await open(house, browser));
      const { page } = hand;
      const riet = await residentAt(house, '1');
      await joins(hand, 'Vlees');
      const onTicket = hand.taps;
      await hand.tap(button(page, 'Kies ander eten'));
      await expect(plate(page, 'Vlees')).toContainText('Dit kiest u nu');
      await hand.tap(plate(page, 'Halal'));
      await expect(screen(page, 'done').getByRole('main')).toContainText('Halal');
      expect(hand.taps - onTicket).toBe(2);
      await expect.poll(() => dishesOf(house, DINNER)).toEqual({ [riet]: 'halal' });
      await finish(hand);

      await openMyThings(hand, 0, '1');
      await expect(rowOf(page, TITLE)).toContainText('Halal');
      const inMine = hand.taps;
      await hand.tap(rowOf(page, TITLE).locator('.slip'));
      await hand.tap(plate(page, 'Vlees'));
      await expect(rowOf(page, TITLE)).toContainText('Vlees');
      expect(hand.taps - inMine).toBe(2);
      await expect.poll(() => dishesOf(house, DINNER)).toEqual({ [riet]: 'vlees' });
    });

    test('every Thursday: asked once, with a pause, not this time, and no more', async ({ browser, house }) => {
      const hand = await atDinner(await open(house, browser));
      const { page } = hand;
      const riet = await residentAt(house, '1');
      await joins(hand, 'Vlees');
      const before = hand.taps;
      await hand.tap(button(page, 'Elke donderdag'));
      await expect(screen(page, 'standing')).toContainText('Wij zetten u dan elke donderdag op de lijst.');
      await hand.tap(button(page, 'Ik eet elke donderdag mee'));
      await expect(title(page)).toHaveText('U eet elke donderdag mee');
      expect(hand.taps - before).toBe(2);
      await expect.poll(() => goingTo(house, NEXT_WEEK)).toEqual([[riet]]);
      await hand.tap(button(page, 'Terug'));
      await expect(screen(page, 'done')).toContainText('U eet elke donderdag mee');
      await finish(hand);

      await openMyThings(hand, 0, '1');
      await hand.tap(page.locator('.row .slip').filter({ hasText: 'U eet elke donderdag mee' }));
      await hand.tap(answer(page, 'Deze keer niet'));
      await expect(answer(page, 'Deze keer wel')).toBeVisible();
      await expect.poll(() => goingTo(house, DINNER)).toEqual([]);
      await expect.poll(() => goingTo(house, NEXT_WEEK)).toEqual([[riet]]);
      await hand.tap(answer(page, 'Even pauze'));
      await hand.tap(answer(page, '2 weken'));
      await expect(title(page)).toHaveText('U heeft pauze');
      await expect.poll(() => goingTo(house, NEXT_WEEK)).toEqual([]);
      await hand.tap(answer(page, 'Weer meedoen'));
      await expect(title(page)).toHaveText('U eet elke donderdag mee');
      await expect.poll(() => goingTo(house, NEXT_WEEK)).toEqual([[riet]]);
      await hand.tap(answer(page, 'Stoppen'));
      await expect(title(page)).toHaveText('U eet niet meer elke donderdag mee');
      await expect.poll(() => goingTo(house, NEXT_WEEK)).toEqual([]);
      await hand.tap(button(page, 'Terug'));
      await expect(screen(page, 'my-things')).not.toContainText('elke donderdag');
    });
  });
}

test('a row of Mijn dingen pauses in two taps and goes on in one', async ({ browser, house }) => {
  const riet = await residentAt(house, '1');
  await house.asResident(riet, { type: 'setStanding', seriesId: SERIES, residentId: riet, dish: 'vlees' });
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await openMyThings(hand, 0, '1');
  const before = hand.taps;
  await hand.tap(button(page, `Even pauze: ${TITLE}`));
  await hand.tap(answer(page, '1 week'));
  await expect(screen(page, 'my-things')).toContainText('U heeft pauze');
  expect(hand.taps - before).toBe(2);
  await expect.poll(() => goingTo(house, DINNER)).toEqual([]);
  await hand.tap(button(page, `Weer meedoen: ${TITLE}`));
  await expect(screen(page, 'my-things')).toContainText('U eet elke donderdag mee');
  await expect.poll(() => goingTo(house, DINNER)).toEqual([[riet]]);
});

test('the usual dish comes first', async ({ browser, house }) => {
  const riet = await residentAt(house, '1');
  const party = { activityId: NEXT_WEEK, residentIds: [riet], guests: 0, dishes: ['halal'] };
  await house.asResident(riet, { type: 'signUp', ...party });
  const hand = await atDinner(await house.openKiosk(browser));
  const { page } = hand;
  await hand.tap(joinButton(page, TITLE));
  await chooseDoor(hand, 0, '1');
  await expect(page.locator('.tile.dish').first()).toContainText('Halal');
  await expect(page.locator('.tile.dish').first()).toContainText('Net als altijd');
});

test('a guest who comes along later is asked for at once', async ({ browser, house }) => {
  const hand = await atDinner(await house.openKiosk(browser));
  const { page } = hand;
  await joins(hand, 'Vlees');
  await finish(hand);
  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, 'Vandaag'));
  await toDinner(hand);
  await hand.tap(rowOf(page, TITLE).locator('.slip'));
  await hand.tap(button(page, /^Ik neem iemand mee/));
  await expect(title(page)).toHaveText('Wat wil uw gast eten?');
  await hand.tap(plate(page, 'Halal'));
  await expect(screen(page, 'activity')).toBeVisible();
  const riet = await residentAt(house, '1');
  await expect.poll(() => dishesOf(house, DINNER)).toEqual({ [riet]: 'vlees', 1: 'halal' });
});

test('the meal itself shows what they eat, and lets it be something else', async ({ browser, house }) => {
  const hand = await atDinner(await house.openKiosk(browser));
  const { page } = hand;
  await joins(hand, 'Vlees');
  await hand.tap(button(page, 'Klaar'));
  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, 'Vandaag'));
  await toDinner(hand);
  await hand.tap(rowOf(page, TITLE).locator('.slip'));
  await expect(screen(page, 'activity')).toContainText('U doet mee');
  await expect(screen(page, 'activity').getByRole('main')).toContainText('vlees', { ignoreCase: true });
  const before = hand.taps;
  await hand.tap(button(page, `Kies ander eten: ${TITLE}`));
  await hand.tap(plate(page, 'Halal'));
  await expect(screen(page, 'activity').getByRole('main')).toContainText('Halal');
  expect(hand.taps - before).toBe(2);
  const riet = await residentAt(house, '1');
  await expect.poll(() => dishesOf(house, DINNER)).toEqual({ [riet]: 'halal' });
});

test('who comes back after all is asked again, and is not told any more that they had left', async ({
  browser,
  house,
}) => {
  const riet = await residentAt(house, '1');
  const party = { activityId: DINNER, residentIds: [riet], guests: 0, dishes: ['vlees'] };
  await house.asResident(riet, { type: 'signUp', ...party });
  const [mine] = await partiesOf(house, DINNER);
  await house.asResident(riet, { type: 'withdraw', activityId: DINNER, signUpId: mine!.id, residentIds: [riet] });
  const hand = await wake((await house.openKiosk(browser)).page);
  const { page } = hand;
  await openMyThings(hand, 0, '1');
  await hand.tap(button(page, `Toch wel: ${TITLE}`));
  await hand.tap(dish(page, 'Halal'));
  await expect(screen(page, 'done')).toBeVisible();
  await hand.tap(button(page, 'Klaar'));
  await openMyThings(hand, 0, '1');
  await expect(rowOf(page, TITLE)).toHaveCount(1);
  await expect(rowOf(page, TITLE)).toContainText('Halal');
});

test('who waits has said what they eat too', async ({ browser, house }) => {
  await house.asStaff({ type: 'changeActivity', activityId: DINNER, fields: { capacity: 1 } });
  const other = await residentAt(house, '5');
  await house.asResident(other, { type: 'signUp', activityId: DINNER, residentIds: [other], guests: 0 });
  const hand = await atDinner(await house.openKiosk(browser));
  const { page } = hand;
  await hand.tap(button(page, `Zet mij op de lijst: ${TITLE}`));
  await chooseDoor(hand, 0, '1');
  await hand.tap(dish(page, 'Halal'));
  await expect(screen(page, 'done')).toContainText('U bent eerste');
  await expect(screen(page, 'done')).toContainText('Halal');
  await hand.tap(button(page, 'Kies ander eten'));
  await hand.tap(plate(page, 'Vlees'));
  await expect(screen(page, 'done')).toContainText('Vlees');
});

test('Terug from the question leaves nothing behind, and asks nobody again who they are', async ({
  browser,
  house,
}) => {
  const hand = await atDinner(await house.openKiosk(browser));
  const { page } = hand;
  await hand.tap(joinButton(page, TITLE));
  await chooseDoor(hand, 0, '1');
  await hand.tap(button(page, 'Terug'));
  await expect(screen(page, 'day')).toBeVisible();
  expect(await partiesOf(house, DINNER)).toEqual([]);
  const before = hand.taps;
  await hand.tap(joinButton(page, TITLE));
  await hand.tap(dish(page, 'Vlees'));
  await expect(screen(page, 'done')).toBeVisible();
  expect(hand.taps - before).toBe(2);
});

test('a meal with one dish asks nothing', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(joinButton(page, 'Lunch'));
  await chooseDoor(hand, 0, '1');
  await expect(screen(page, 'done')).toBeVisible();
  await expect(button(page, 'Kies ander eten')).toHaveCount(0);
  await expect(button(page, 'Elke keer')).toBeVisible();
});

test.describe('the door', () => {
  test.use({ startsAt: '2026-10-14T16:59:25+02:00' });

  test('closes on the minute, is opened for all, and is closed again', async ({ browser, house }) => {
    const hand = await atDinner(await house.openKiosk(browser));
    const { page } = hand;
    await expect(joinButton(page, TITLE)).toBeVisible();
    house.setTime('2026-10-14T17:00:05+02:00');
    await hand.wait(30_000);
    await expect(rowOf(page, TITLE)).toContainText('Gesloten om 17:00');
    await expect(joinButton(page, TITLE)).toHaveCount(0);
    await house.asStaff({ type: 'openMeal', activityId: DINNER, residentId: null });
    await expect(joinButton(page, TITLE)).toBeVisible();
    await house.asStaff({ type: 'closeMeal', activityId: DINNER });
    await expect(rowOf(page, TITLE)).toContainText('Gesloten om 17:0');
    await hand.tap(rowOf(page, TITLE).locator('.slip'));
    await expect(screen(page, 'activity')).toContainText('Gesloten om 17:0');
  });

  test('is opened for one, who finds it open and eats with us', async ({ browser, house }) => {
    house.setTime('2026-10-14T17:05:00+02:00');
    const riet = await residentAt(house, '1');
    await house.asStaff({ type: 'openMeal', activityId: DINNER, residentId: riet });
    const hand = await atDinner(await house.openKiosk(browser));
    const { page } = hand;
    await expect(rowOf(page, TITLE)).toContainText('Gesloten om 17:00');
    await openMyThings(hand, 0, '1');
    await hand.tap(button(page, 'Vandaag'));
    await toDinner(hand);
    await hand.tap(joinButton(page, TITLE));
    await hand.tap(dish(page, 'Vlees'));
    await expect(screen(page, 'done')).toBeVisible();
    await expect.poll(() => goingTo(house, DINNER)).toEqual([[riet]]);
  });
});

test('without a connection other food is kept, and is there when the line is back', async ({ browser, house }) => {
  const kiosk = await house.openKiosk(browser);
  const hand = await atDinner(kiosk);
  const { page } = hand;
  await joins(hand, 'Vlees');
  const riet = await residentAt(house, '1');
  await expect.poll(() => dishesOf(house, DINNER)).toEqual({ [riet]: 'vlees' });
  kiosk.cable.pull();
  await hand.wait(45_000);
  await hand.tap(button(page, 'Kies ander eten'));
  await hand.tap(plate(page, 'Halal'));
  await expect(screen(page, 'done')).toContainText('Halal');
  await expect(screen(page, 'done')).toContainText('bewaard');
  kiosk.cable.plugIn();
  await expect
    .poll(
      async () => {
        await hand.wait(5_000);
        return dishesOf(house, DINNER);
      },
      { timeout: 20_000 },
    )
    .toEqual({ [riet]: 'halal' });
});
