/** Taking a scooter and bringing it back; broken, late and not taken: told, with another one in one tap. */
import { expect, test } from './house.ts';
import { profiles } from './layout-matrix.ts';
import { bookFor, RIDER, scooterCalled, showCard, tripsOf } from './scooters.ts';
import { button, rowOf, screen, wake } from './screens.ts';

const TODAY = '2026-10-14';
const SOON = { date: TODAY, time: '10:00', minutes: 120 } as const;
/** Lives alone on the second floor, with a card and the test for light scooters. */
const NEXT = { door: '31', card: '155D1AA5' } as const;

test.use({ startsAt: '2026-10-14T09:50:00+02:00' });

for (const { name, width, height } of profiles) {
  test.describe(name, () => {
    test('is taken in three taps from home and brought back with a defect in four', async ({ browser, house }) => {
      await bookFor(house, RIDER.door, SOON, 'Merel');
      const { page } = await house.openKiosk(browser, { width, height });
      const hand = await wake(page);
      await showCard(page, RIDER.card);
      let before = hand.taps;
      await hand.tap(button(page, 'Scootmobiel'));
      await expect(rowOf(page, 'Merel, de rode')).toContainText('Staat klaar');
      await hand.tap(button(page, 'Ik pak de scootmobiel: Merel'));
      await expect(screen(page, 'trip')).toContainText('Stalling begane grond, vak 1');
      await expect(screen(page, 'trip')).toContainText('Terug om 12:00');
      await hand.tap(button(page, 'Ik ga op weg'));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Goede reis');
      expect(hand.taps - before).toBe(3);
      await expect.poll(() => tripsOf(house, RIDER.door)).toMatchObject([{ status: 'taken' }]);

      await hand.tap(button(page, 'Klaar'));
      await showCard(page, RIDER.card);
      before = hand.taps;
      await hand.tap(button(page, 'Scootmobiel'));
      await hand.tap(button(page, 'Ik breng hem terug: Merel'));
      await hand.tap(button(page, 'Er is iets kapot'));
      await hand.tap(button(page, 'Rem'));
      await expect(screen(page, 'trip-done')).toContainText('Wij laten het maken.');
      expect(hand.taps - before).toBe(4);
      await expect.poll(() => tripsOf(house, RIDER.door)).toMatchObject([{ status: 'returned' }]);
      expect((await house.rowsForStaff()).defect).toMatchObject([{ part: 'brake', mendedAt: null }]);
    });

    test('the next one is offered another of the same type in one tap when theirs breaks', async ({
      browser,
      house,
    }) => {
      await bookFor(house, NEXT.door, { ...SOON, time: '14:00' }, 'Merel');
      const { id: scooterId } = await scooterCalled(house, 'Merel');
      await house.asStaff({ type: 'reportDefect', scooterId, part: 'tyre' });
      const { page } = await house.openKiosk(browser, { width, height });
      const hand = await wake(page);
      await showCard(page, NEXT.card);
      await hand.tap(button(page, 'Mijn dingen'));
      await expect(rowOf(page, 'Merel is kapot')).toContainText('is dan vrij.');
      await hand.tap(button(page, /^Die neem ik/));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Gelukt/);
      const [trip] = await tripsOf(house, NEXT.door);
      expect(trip).toMatchObject({ status: 'booked', from: '2026-10-14T12:00:00Z' });
      expect(trip?.scooterId).not.toBe(scooterId);
    });
  });
}

test('brought back in order, with the battery low', async ({ browser, house }) => {
  const { id: bookingId, scooterId } = await bookFor(house, RIDER.door, SOON, 'Merel');
  await house.asStaff({ type: 'takeScooter', bookingId, scooterId });
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Mijn dingen'));
  await hand.tap(button(page, 'Ik breng hem terug: Merel'));
  await hand.tap(button(page, 'De accu is bijna leeg'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dank u wel');
  await expect.poll(() => tripsOf(house, RIDER.door)).toMatchObject([{ status: 'returned', batteryLow: true }]);
});

test('what is broken before leaving is told, and another is offered at once', async ({ browser, house }) => {
  await bookFor(house, RIDER.door, SOON, 'Merel');
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Scootmobiel'));
  await hand.tap(button(page, 'Ik pak de scootmobiel: Merel'));
  await hand.tap(button(page, 'Er is iets kapot'));
  await hand.tap(button(page, 'Band'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Merel is kapot');
  await hand.tap(button(page, /^Die neem ik/));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
});

test('a late one is told to who comes next, with another one; and to who is late', async ({ browser, house }) => {
  const { id: bookingId, scooterId } = await bookFor(house, RIDER.door, { ...SOON, minutes: 60 }, 'Merel');
  await bookFor(house, NEXT.door, { ...SOON, time: '11:30', minutes: 60 }, 'Merel');
  await house.asStaff({ type: 'takeScooter', bookingId, scooterId });
  house.setTime('2026-10-14T11:20:00+02:00');
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, NEXT.card);
  await hand.tap(button(page, 'Scootmobiel'));
  await expect(rowOf(page, 'Merel is nog niet terug')).toContainText('is dan vrij.');
  await expect(button(page, /^Die neem ik/)).toBeVisible();
  await showCard(page, RIDER.card);
  await expect(screen(page, 'my-things')).toContainText('De tijd is om. Breng Merel terug.');
});

test('one that was not taken comes free, and its resident is told once', async ({ browser, house }) => {
  await bookFor(house, RIDER.door, SOON, 'Merel');
  house.setTime('2026-10-14T10:31:00+02:00');
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Mijn dingen'));
  await expect(rowOf(page, 'Merel')).toContainText('Niet opgehaald. De tijd is weer vrij.');
  await hand.tap(button(page, 'Ik weet het: Merel'));
  await expect(screen(page, 'my-things')).not.toContainText('Merel');
  await expect.poll(() => tripsOf(house, RIDER.door)).toMatchObject([{ status: 'released', news: null }]);
});

test('too early it says from when', async ({ browser, house }) => {
  await bookFor(house, RIDER.door, { ...SOON, time: '11:00' }, 'Merel');
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Scootmobiel'));
  await hand.tap(rowOf(page, 'Merel, de rode').getByRole('button').first());
  await expect(screen(page, 'trip')).toContainText('Vanaf 10:45 kunt u weg');
  await expect(button(page, 'Ik ga op weg')).toHaveCount(0);
});
