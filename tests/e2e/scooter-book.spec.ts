/** Booking a scooter: at most four taps from home, at every profile; and nothing is called certain that is not. */
import { boardOf } from '../../src/domain/board.ts';
import { callRound } from '../../src/domain/call-round.ts';
import { expect, test } from './house.ts';
import { profiles } from './layout-matrix.ts';
import {
  bookFor,
  fillDay,
  NO_TEST,
  RIDER,
  scooterCalled,
  setPictureCode,
  showCard,
  takeAll,
  tripsOf,
  usualRules,
} from './scooters.ts';
import { button, chooseDoor, rowOf, screen, wake } from './screens.ts';
import type { Hand } from './taps.ts';

const TODAY = '2026-10-14';
const TOMORROW = '2026-10-15';
const title = 'heading';

for (const { name, width, height } of profiles) {
  test.describe(name, () => {
    test('UX 35: the first free time is two taps from home for who has shown the card', async ({ browser, house }) => {
      const { page } = await house.openKiosk(browser, { width, height });
      const hand = await wake(page);
      await showCard(page, RIDER.card);
      const before = hand.taps;
      await hand.tap(button(page, 'Scootmobiel'));
      await hand.tap(button(page, /^Eerste vrije tijd/));
      await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet');
      expect(hand.taps - before).toBe(2);
      await expect(screen(page, 'trip-done')).toContainText('Vandaag, 9 uur');
      await expect(screen(page, 'trip-done')).toContainText('Terug om 11:00');
      await hand.tap(button(page, 'Groter'));
      await expect(button(page, 'Kleiner')).toBeVisible();
      await expect(screen(page, 'trip-done')).toContainText('Terug om 11:00');
      expect(await tripsOf(house, RIDER.door)).toMatchObject([
        { status: 'booked', from: '2026-10-14T07:00:00Z', to: '2026-10-14T09:00:00Z' },
      ]);
    });

    test('UX 35: a chosen day, time and length are four taps from home', async ({ browser, house }) => {
      const { page } = await house.openKiosk(browser, { width, height });
      const hand = await wake(page);
      await showCard(page, RIDER.card);
      const before = hand.taps;
      await hand.tap(button(page, 'Scootmobiel'));
      await hand.tap(button(page, /^Morgen/));
      await hand.tap(button(page, /^10 uur/));
      await hand.tap(button(page, /^4 uur/));
      await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet');
      expect(hand.taps - before).toBe(4);
      await expect(screen(page, 'trip-done')).toContainText('Morgen, 10 uur');
      expect(await tripsOf(house, RIDER.door)).toMatchObject([
        { status: 'booked', from: '2026-10-15T08:00:00Z', to: '2026-10-15T12:00:00Z' },
      ]);
    });

    test('a chosen scooter is two taps more, and its days, times and booking are of that one', async ({
      browser,
      house,
    }) => {
      await bookFor(house, '17', { date: TOMORROW, time: '09:00', minutes: 60 }, 'Merel');
      const { page } = await house.openKiosk(browser, { width, height });
      const hand = await wake(page);
      await showCard(page, RIDER.card);
      const before = hand.taps;
      await hand.tap(button(page, 'Scootmobiel'));
      await hand.tap(button(page, /^Welke\?/));
      // The rider passed the test for light ones: the heavy one is not offered.
      await expect(button(page, /^Kievit/)).toBeVisible();
      await expect(screen(page, 'scooter-choice')).toContainText('Gekozen');
      await expect(screen(page, 'scooter-choice')).not.toContainText('Reiger');
      await hand.tap(button(page, /^Merel/));
      await expect(screen(page, 'scooter')).toContainText('Merel, de rode');
      await hand.tap(button(page, /^Morgen/));
      await expect(screen(page, 'scooter-time')).toContainText('Merel, morgen');
      await expect(page.locator('.time-choice').first()).toContainText('Bezet');
      await hand.tap(button(page, /^11 uur/));
      await hand.tap(button(page, /^1 uur/));
      await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet');
      expect(hand.taps - before).toBe(6);
      expect(await tripsOf(house, RIDER.door)).toMatchObject([
        { scooterId: (await scooterCalled(house, 'Merel')).id, from: '2026-10-15T09:00:00Z' },
      ]);
    });

    test('a day on which all are taken leads to what is free first, and is counted', async ({ browser, house }) => {
      await fillDay(house, TOMORROW);
      const { page } = await house.openKiosk(browser, { width, height });
      const hand = await wake(page);
      await showCard(page, RIDER.card);
      await hand.tap(button(page, 'Scootmobiel'));
      await hand.tap(button(page, /^Morgen/));
      await expect(page.getByRole(title, { level: 1 })).toHaveText('Morgen is alles bezet');
      await expect.poll(async () => (await house.rowsForStaff()).miss ?? []).toMatchObject([{ date: TOMORROW }]);
      await hand.tap(button(page, /^Eerste vrije tijd/));
      await expect(screen(page, 'trip-done')).toContainText('Vandaag, 9 uur');
    });
  });
}

test('who has not shown a card is asked who they are, and goes on where they were', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await hand.tap(button(page, 'Scootmobiel'));
  await hand.tap(button(page, /^Eerste vrije tijd/));
  await expect(screen(page, 'who')).toContainText('Scootmobiel, vandaag 9 uur');
  await showCard(page, RIDER.card);
  await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet');
  expect(await tripsOf(house, RIDER.door)).toHaveLength(1);
});

test.describe('one scooter that was chosen', () => {
  const choose = async (hand: Hand, name: RegExp) => {
    await hand.tap(button(hand.page, 'Scootmobiel'));
    await hand.tap(button(hand.page, /^Welke\?/));
    await hand.tap(button(hand.page, name));
    await expect(screen(hand.page, 'scooter')).toBeVisible();
  };

  test('is booked as its first free time in one tap, and is forgotten with the visit', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await choose(hand, /^Meeuw/);
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(screen(page, 'who')).toContainText('Meeuw, vandaag 9 uur');
    await showCard(page, RIDER.card);
    await expect(screen(page, 'trip-done')).toContainText('Meeuw, de blauwe');
    expect(await tripsOf(house, RIDER.door)).toMatchObject([{ scooterId: (await scooterCalled(house, 'Meeuw')).id }]);
    await hand.tap(button(page, 'Klaar'));
    await hand.tap(button(page, 'Scootmobiel'));
    await expect(button(page, /^Welke\?/)).toContainText('Maakt niet uit');
  });

  test('that is away all day is no miss, and another one can be had', async ({ browser, house }) => {
    await bookFor(house, '17', { date: TOMORROW, time: '09:00', minutes: 240 }, 'Merel');
    await bookFor(house, '20', { date: TOMORROW, time: '13:30', minutes: 210 }, 'Merel');
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await showCard(page, RIDER.card);
    await choose(hand, /^Merel/);
    await hand.tap(button(page, /^Morgen/));
    await expect(page.getByRole(title, { level: 1 })).toHaveText('Morgen is Merel bezet');
    await hand.tap(button(page, 'Een andere scootmobiel'));
    await hand.tap(button(page, /^Maakt niet uit/));
    await expect(button(page, /^Morgen/)).toContainText('tijden vrij');
    expect((await house.rowsForStaff()).miss ?? []).toEqual([]);
  });

  test('that is broken says so and cannot be chosen', async ({ browser, house }) => {
    const { id: scooterId } = await scooterCalled(house, 'Meeuw');
    await house.asStaff({ type: 'reportDefect', scooterId, part: 'brake' });
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Welke\?/));
    await expect(page.locator('.which-scooter').filter({ hasText: 'Meeuw' })).toContainText('Kapot: rem');
    await expect(button(page, /^Meeuw/)).toHaveCount(0);
  });

  test('they may not ride is refused, never another one booked in silence', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await choose(hand, /^Reiger/);
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await showCard(page, RIDER.card);
    await expect(page.getByRole('alert')).toContainText('U heeft hiervoor nog geen rijproef gedaan.');
    expect(await tripsOf(house, RIDER.door)).toEqual([]);
    await hand.tap(button(page, 'Een andere scootmobiel'));
    await expect(button(page, /^Reiger/)).toHaveCount(0);
    await hand.tap(button(page, /^Kievit/));
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(screen(page, 'trip-done')).toContainText('Kievit, de gele');
  });

  test('and taken by a rival a moment before is not booked', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await showCard(page, RIDER.card);
    await choose(hand, /^Merel/);
    await page.route('**/api/changes*', (route) => route.abort());
    await page.route('**/api/commands', async (route) => {
      await bookFor(house, '17', { date: TODAY, time: '09:00', minutes: 120 }, 'Merel');
      await route.continue();
    });
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(page.getByRole('alert')).toContainText('Deze scootmobiel is dan al weg.');
    await page.unroute('**/api/commands');
    await hand.tap(button(page, 'Een andere scootmobiel'));
    await expect(screen(page, 'scooter-choice')).toBeVisible();
  });
});

test('leaving a booking takes two taps: Mijn dingen, Toch niet', async ({ browser, house }) => {
  await bookFor(house, RIDER.door, { date: TOMORROW, time: '10:00', minutes: 60 }, 'Merel');
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  const before = hand.taps;
  await hand.tap(button(page, 'Mijn dingen'));
  await expect(rowOf(page, 'Merel, de rode')).toContainText('Van u');
  await hand.tap(button(page, 'Toch niet: Merel'));
  expect(hand.taps - before).toBe(2);
  await expect(screen(page, 'trip-done')).toContainText('Deze tijd is weer vrij');
  await expect.poll(() => tripsOf(house, RIDER.door)).toMatchObject([{ status: 'cancelled' }]);
});

test('after Klaar nobody sees whose trip it was', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Scootmobiel'));
  await hand.tap(button(page, /^Eerste vrije tijd/));
  await expect(screen(page, 'trip-done')).toBeVisible();
  await hand.tap(button(page, 'Klaar'));
  await hand.tap(button(page, 'Scootmobiel'));
  await expect(screen(page, 'scooter')).toBeVisible();
  await expect(page.locator('.row')).toHaveCount(0);
});

test('without an answer it is noted and not called certain, until the server has said yes', async ({
  browser,
  house,
}) => {
  const { page, cable } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Scootmobiel'));
  cable.pull();
  await hand.tap(button(page, /^Eerste vrije tijd/));
  await hand.wait(6_000);
  await expect(page.getByRole(title, { level: 1 })).toHaveText('Genoteerd');
  await expect(screen(page, 'trip-done')).toContainText('Nog niet zeker: er is even geen internet.');
  await expect(screen(page, 'trip-done')).not.toContainText('Gelukt');
  expect(await tripsOf(house, RIDER.door)).toEqual([]);
  cable.plugIn();
  await expect(async () => {
    await hand.wait(20_000);
    await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet', { timeout: 500 });
  }).toPass();
  expect(await tripsOf(house, RIDER.door)).toMatchObject([{ status: 'booked' }]);
});

test('noted and refused later, it is told at any other tablet, and on the round until then', async ({
  browser,
  house,
}) => {
  const there = await house.openKiosk(browser);
  const { page, cable } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Scootmobiel'));
  await hand.tap(button(page, /^Morgen/));
  await hand.tap(button(page, /^10 uur/));
  cable.pull();
  await hand.tap(button(page, /^4 uur/));
  await hand.wait(6_000);
  await expect(page.getByRole(title, { level: 1 })).toHaveText('Genoteerd');
  await hand.tap(button(page, 'Klaar'));
  await fillDay(house, TOMORROW);
  house.setTime('2026-10-14T08:45:00+02:00');
  await hand.wait(25 * 60_000);
  cable.plugIn();
  await expect(async () => {
    await hand.wait(20_000);
    const own = await tripsOf(house, RIDER.door);
    expect(own).toMatchObject([{ status: 'cancelled', news: 'cancelled', notMade: 'taken' }]);
  }).toPass();
  const other = await wake(there.page);
  await showCard(there.page, RIDER.card);
  await other.tap(button(there.page, 'Mijn dingen'));
  const row = there.page.locator('.row').filter({ hasText: 'Deze rit gaat niet door.' });
  await expect(row).toContainText('Hij was niet meer vrij.');
  const onRound = async () =>
    callRound(boardOf(await house.rowsForStaff()), house.now()).open.filter(({ door }) => door?.number === RIDER.door);
  expect(await onRound()).toMatchObject([{ calls: [{ about: { type: 'trip', news: 'cancelled' } }] }]);
  await other.tap(button(there.page, /^Ik weet het/));
  await expect(row).toHaveCount(0);
  await expect.poll(() => tripsOf(house, RIDER.door)).toMatchObject([{ news: null }]);
  expect(await onRound()).toEqual([]);
});

test('a trip given back without a network is noted, and the time is not called free', async ({ browser, house }) => {
  await bookFor(house, RIDER.door, { date: TOMORROW, time: '10:00', minutes: 60 }, 'Merel');
  const { page, cable } = await house.openKiosk(browser);
  const hand = await wake(page);
  await showCard(page, RIDER.card);
  await hand.tap(button(page, 'Mijn dingen'));
  cable.pull();
  await hand.tap(button(page, 'Toch niet: Merel'));
  await hand.wait(6_000);
  await expect(page.getByRole(title, { level: 1 })).toHaveText('Genoteerd');
  await expect(screen(page, 'trip-done')).toContainText('Nog niet zeker: er is even geen internet.');
  await expect(screen(page, 'trip-done')).not.toContainText('Deze tijd is weer vrij');
});

test.describe('it is refused, with a sentence and a next step', () => {
  const booking = { date: TODAY, time: '10:00', minutes: 60 } as const;

  test('without a driving test', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await showCard(page, NO_TEST.card);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(page.getByRole('alert')).toContainText('U heeft hiervoor nog geen rijproef gedaan.');
    await expect(page.getByRole('alert')).toContainText('Vraag de sociaal beheerder om een afspraak.');
    expect(await tripsOf(house, NO_TEST.door)).toEqual([]);
  });

  test('with trips enough', async ({ browser, house }) => {
    await bookFor(house, RIDER.door, { ...booking, time: '15:00' });
    await bookFor(house, RIDER.door, { ...booking, date: TOMORROW });
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await showCard(page, RIDER.card);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(page.getByRole('alert')).toContainText('U heeft al genoeg ritten staan.');
    await hand.tap(page.getByRole('alert').getByRole('button'));
    await expect(screen(page, 'my-things')).toBeVisible();
  });

  test('with the hours of the week used up', async ({ browser, house }) => {
    await house.asStaff({ type: 'setScooterRules', rules: { ...usualRules, mostMinutesAWeek: 60 } });
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await showCard(page, RIDER.card);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(page.getByRole('alert')).toContainText('Uw uren voor die week zijn op.');
    await hand.tap(button(page, 'Ik kies een andere dag'));
    await expect(screen(page, 'scooter')).toBeVisible();
  });

  test('at a time at which they have another trip', async ({ browser, house }) => {
    await bookFor(house, RIDER.door, booking);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await showCard(page, RIDER.card);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Vandaag.*tijden vrij/));
    await hand.tap(button(page, /^10 uur/));
    await hand.tap(button(page, /^1 uur/));
    await expect(page.getByRole('alert')).toContainText('U heeft dan al een scootmobiel.');
  });

  test('when a rival was a moment faster: the server says no', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await showCard(page, RIDER.card);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Vandaag.*tijden vrij/));
    await hand.tap(button(page, /^10 uur/));
    // The feed is held back, so that this screen does not know yet.
    await page.route('**/api/changes*', (route) => route.abort());
    await page.route('**/api/commands', async (route) => {
      await takeAll(house, booking);
      await route.continue();
    });
    await hand.tap(button(page, /^1 uur/));
    await expect(page.getByRole('alert')).toContainText('Dan is er geen scootmobiel vrij.');
    expect(await tripsOf(house, RIDER.door)).toEqual([]);
  });

  test('at a time that went by while they looked for the card: what is free first now is one tap', async ({
    browser,
    house,
  }) => {
    house.setTime(`${TODAY}T10:00:20+02:00`);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Vandaag.*tijden vrij/));
    await hand.tap(button(page, /^10 uur/));
    await hand.tap(button(page, /^1 uur/));
    await expect(screen(page, 'who')).toContainText('Scootmobiel, vandaag 10 uur');
    house.setTime(`${TODAY}T10:01:10+02:00`);
    await hand.wait(45_000);
    await showCard(page, RIDER.card);
    await expect(page.getByRole(title, { level: 1 })).toHaveText('Deze tijd is net voorbij');
    await expect(button(page, 'Ik kies een andere tijd')).toBeVisible();
    const before = hand.taps;
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet');
    expect(hand.taps - before).toBe(1);
    expect(await tripsOf(house, RIDER.door)).toMatchObject([{ status: 'booked' }]);
  });

  test('by a length of a time that went by while they chose it', async ({ browser, house }) => {
    house.setTime(`${TODAY}T10:00:20+02:00`);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Vandaag.*tijden vrij/));
    await hand.tap(button(page, /^10 uur/));
    await expect(screen(page, 'scooter-length')).toBeVisible();
    house.setTime(`${TODAY}T10:01:10+02:00`);
    await hand.wait(45_000);
    await expect(page.getByRole(title, { level: 1 })).toHaveText('Deze tijd is net voorbij');
    await hand.tap(button(page, 'Ik kies een andere tijd'));
    await expect(screen(page, 'scooter-time')).toBeVisible();
  });

  test('by a day without scooters, which is no target', async ({ browser, house }) => {
    const blackouts = [{ from: TOMORROW, until: TOMORROW, reason: 'Bewonersdag' }];
    await house.asStaff({ type: 'setScooterRules', rules: { ...usualRules, blackouts } });
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await hand.tap(button(page, 'Scootmobiel'));
    await expect(page.locator('.day-choice').filter({ hasText: 'Morgen' })).toContainText('Geen scootmobiel');
    await expect(button(page, /^Morgen/)).toHaveCount(0);
  });

  test('on a scooter that is broken: it is offered to nobody', async ({ browser, house }) => {
    for (const name of ['Merel', 'Meeuw', 'Kievit', 'Reiger']) {
      const { id: scooterId } = await scooterCalled(house, name);
      await house.asStaff({ type: 'reportDefect', scooterId, part: 'brake' });
    }
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await hand.tap(button(page, 'Scootmobiel'));
    await expect(screen(page, 'scooter')).toContainText('De komende dagen is alles bezet');
  });
});

test.describe('three pictures in order', () => {
  /** Says at the door who they are, for what this button does. */
  const openCode = async (hand: Hand, wish: string | RegExp) => {
    await hand.tap(button(hand.page, 'Scootmobiel'));
    await hand.tap(button(hand.page, wish));
    await chooseDoor(hand, RIDER.floor, RIDER.door);
    await expect(screen(hand.page, 'code')).toBeVisible();
  };

  test('the right ones open it, without a card', async ({ browser, house }) => {
    await setPictureCode(house, RIDER.door, [0, 4, 8]);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await openCode(hand, /^Eerste vrije tijd/);
    await expect(screen(page, 'code')).toContainText('Riet, deur 1');
    for (const picture of ['zon', 'plant', 'maan']) await hand.tap(button(page, picture));
    await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet');
    expect(await tripsOf(house, RIDER.door)).toMatchObject([{ status: 'booked' }]);
  });

  test('wrong ones are said plainly and one begins again; after five they rest', async ({ browser, house }) => {
    await setPictureCode(house, RIDER.door, [0, 4, 8]);
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await openCode(hand, /^Eerste vrije tijd/);
    for (let nth = 0; nth < 5; nth += 1) {
      for (const picture of ['maan', 'plant', 'zon']) await hand.tap(button(page, picture));
      await expect(screen(page, 'code')).toContainText('Dat klopt niet. Probeer het opnieuw.');
    }
    for (const picture of ['zon', 'plant', 'maan']) await hand.tap(button(page, picture));
    await expect(page.getByRole('alert')).toContainText('De plaatjes rusten even uit.');
    await expect(page.getByRole('alert')).toContainText('Houd uw druppel tegen de lezer of tik op Hulp.');
    await showCard(page, RIDER.card);
    await expect(page.getByRole(title, { level: 1 })).toHaveText('Gelukt, Riet');
  });

  test('Opnieuw forgets what was chosen', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await openCode(hand, 'Mijn rit');
    await hand.tap(button(page, 'zon'));
    await expect(screen(page, 'code')).toContainText('Plaatje 2 van 3');
    await hand.tap(button(page, 'Opnieuw'));
    await expect(screen(page, 'code')).toContainText('Of kies uw drie plaatjes');
    await expect(button(page, 'zon')).toBeVisible();
  });
});
