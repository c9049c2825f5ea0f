/** The day turns by itself, clocks go back and forward, and nothing is shown twice or at another time than it is. */
import type { Page } from '@playwright/test';
import { type BrowserHouse, expect, test } from './house.ts';
import { arrive, createWalker, shown, type Walker } from './layout-hand.ts';
import { plan } from './programme.ts';
import { button, joinButton, openTomorrow, rowOf, screen, wake } from './screens.ts';

const TO_REST = 120_000;

/** Server and page both come to a moment; somebody touches the screen, and where it had gone to rest wakes it. */
async function comesTo(house: BrowserHouse, page: Page, text: string): Promise<void> {
  house.setTime(text);
  const gone = Date.parse(text) - (await page.evaluate(() => Date.now()));
  await page.clock.fastForward(gone);
  if (gone >= TO_REST) await wake(page);
  else await page.touchscreen.tap(4, 4);
}

test.describe('UX 60: at midnight', () => {
  test.use({ startsAt: '2026-10-14T23:58:00+02:00' });

  test('rest and today turn to the next day without a reload', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    await page.evaluate(() => void Object.assign(window, { marked: true }));
    const rest = screen(page, 'rest');
    await expect(rest).toContainText('Woensdagavond');
    await expect(rest).toContainText('23:58');
    await expect(rest).toContainText('14 oktober');
    await expect(rest).toContainText('Goedenacht');
    await expect(rest).toContainText('Morgen om 9:30');
    await wake(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Woensdag 14 oktober');
    await expect(screen(page, 'today')).toContainText('Vandaag is er niets meer');
    await comesTo(house, page, '2026-10-14T23:59:30+02:00');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Woensdag 14 oktober');
    const renewed = page.waitForRequest((request) => request.url().endsWith('/api/board'));
    await comesTo(house, page, '2026-10-15T00:00:01+02:00');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Donderdag 15 oktober');
    await expect(rowOf(page, 'Koffie-inloop')).toContainText('9:30');
    await expect(rowOf(page, 'Beweegklas')).toContainText('10:30');
    await expect(rowOf(page, 'Stoelyoga')).toContainText('11:00');
    // The days a screen may know have moved on as well: within a minute it asks for them.
    await comesTo(house, page, '2026-10-15T00:01:10+02:00');
    await renewed;
    expect(await page.evaluate(() => 'marked' in window)).toBe(true);
    await page.clock.fastForward(121_000);
    await expect(rest).toContainText('Donderdagnacht');
    await expect(rest).toContainText('15 oktober');
    await expect(rest).toContainText('9:30');
  });

  test('what somebody was about to join at 23:59 for tomorrow is today one minute later', async ({
    browser,
    house,
  }) => {
    house.setTime('2026-10-14T23:59:10+02:00');
    const { page } = await house.openKiosk(browser);
    const hand = await wake(page);
    await openTomorrow(hand);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Donderdag 15 oktober');
    await hand.tap(joinButton(page, 'Beweegklas'));
    await expect(screen(page, 'who')).toContainText('Beweegklas, morgen om');
    await comesTo(house, page, '2026-10-15T00:00:20+02:00');
    await expect(screen(page, 'who')).toContainText('Beweegklas, vandaag om');
    await hand.tap(button(page, /^0 /));
    await hand.tap(button(page, /^1 /));
    await expect(screen(page, 'done')).toContainText('Vandaag, 10:30 uur');
  });
});

test.describe('UX 43: in the morning, the afternoon and the evening', () => {
  test.use({ startsAt: '2026-10-16T08:00:00+02:00' });

  test('weekday, date and part of the day are right and what is over is gone', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    await wake(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vrijdag 16 oktober');
    await expect(screen(page, 'today')).toContainText('acht uur ’s ochtends');
    await expect(screen(page, 'today')).toContainText('8:00');
    await expect(rowOf(page, 'Koffie-inloop')).toBeVisible();
    await comesTo(house, page, '2026-10-16T14:30:00+02:00');
    await expect(screen(page, 'today')).toContainText('half drie ’s middags');
    await expect(rowOf(page, 'Koffie-inloop')).toHaveCount(0);
    await expect(rowOf(page, 'Lunch')).toHaveCount(0);
    await expect(rowOf(page, 'Muziekmiddag')).toContainText('Nu');
    await comesTo(house, page, '2026-10-16T21:00:00+02:00');
    await expect(screen(page, 'today')).toContainText('negen uur ’s avonds');
    await expect(screen(page, 'today')).toContainText('Vandaag is er niets meer');
  });
});

interface Moment {
  readonly at: string;
  /** As the screens say them. */
  readonly weekday: string;
  readonly part: string;
  readonly digits: string;
}

const MOMENTS: readonly Moment[] = [
  { at: '2026-10-16T00:00:10+02:00', weekday: 'vrijdag', part: 'nacht', digits: '0:00' },
  { at: '2026-10-16T08:00:00+02:00', weekday: 'vrijdag', part: 'ochtend', digits: '8:00' },
  { at: '2026-10-16T14:30:00+02:00', weekday: 'vrijdag', part: 'middag', digits: '14:30' },
  { at: '2026-10-16T21:00:00+02:00', weekday: 'vrijdag', part: 'avond', digits: '21:00' },
];

/** "Vrijdagochtend, 16 oktober, 8:00" or "Vrijdag 16 oktober, acht uur ’s ochtends 8:00", as far as it is to be seen. */
async function tellsTheTime(page: Page, { weekday, part, digits }: Moment): Promise<void> {
  const [near, time] = ['[^:]{0,60}?', `(?<!\\d)${digits}`];
  const words = new RegExp(`${weekday}(${part}${near}|${near}’s ${part}s${near})${time}`, 'i');
  await expect(shown(page)).toContainText(words, { useInnerText: true });
}

/** One after the other, from Vandaag: a list, a question with many answers, one's own, the week, and an activity. */
async function pastEveryKind(walk: Walker, look: () => Promise<void>): Promise<void> {
  const { page, place, tap } = walk;
  await place(2);
  await arrive(page, 'messages');
  await look();
  await place(3);
  await arrive(page, 'who floor');
  await look();
  await walk.floor(1);
  await look();
  await walk.door('15');
  await arrive(page, 'my-things');
  await look();
  await place(0);
  await arrive(page, 'today');
  while (await walk.later());
  await tap('.header .tool');
  await arrive(page, 'week');
  await look();
  await tap('.leaf.tomorrow');
  await arrive(page, 'day');
  await tap('.slip');
  await arrive(page, 'activity');
  await look();
}

test.describe('UX 43: wherever somebody stands', () => {
  test.use({ startsAt: '2026-10-15T23:50:00+02:00' });

  test('lists, questions and an activity say which day, part of the day and time it is', async ({ browser, house }) => {
    test.setTimeout(120_000);
    const { page } = await house.openKiosk(browser);
    const walk = createWalker(page);
    for (const moment of MOMENTS) {
      await comesTo(house, page, moment.at);
      await pastEveryKind(walk, () => tellsTheTime(page, moment));
    }
  });

  test('large letters say it too', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const walk = createWalker(page);
    const [, morning] = MOMENTS;
    if (morning === undefined) throw new Error('no moment to look at');
    await comesTo(house, page, morning.at);
    await walk.letters('groter');
    await walk.place(2);
    await arrive(page, 'messages');
    await tellsTheTime(page, morning);
    await walk.place(4);
    await arrive(page, 'help');
    await tellsTheTime(page, morning);
    await walk.place(3);
    await arrive(page, 'who floor');
    await tellsTheTime(page, morning);
  });

  test('and when the minute turns over midnight nothing moves but those words', async ({ browser, house }) => {
    house.setTime('2026-10-16T23:58:40+02:00');
    const { page } = await house.openKiosk(browser);
    const walk = createWalker(page);
    await walk.wake();
    await walk.place(3);
    await walk.floor(1);
    const boxes = () =>
      page
        .locator('main, button, h1')
        .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
    await comesTo(house, page, '2026-10-16T23:59:10+02:00');
    await tellsTheTime(page, { at: '', weekday: 'vrijdag', part: 'avond', digits: '23:59' });
    const before = await boxes();
    await comesTo(house, page, '2026-10-17T00:00:10+02:00');
    await tellsTheTime(page, { at: '', weekday: 'zaterdag', part: 'nacht', digits: '0:00' });
    expect(await boxes()).toEqual(before);
  });
});

test.describe('UX 60: on 25 October 2026, when 3:00 becomes 2:00', () => {
  test.use({ startsAt: '2026-10-25T01:50:00+02:00' });

  test('the hour comes twice and each activity once, at its own time', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const breakfast = rowOf(page, 'Nachtvlucht-ontbijt klokverzetten');
    const film = rowOf(page, 'Zondagfilm');
    const look = async (time: string) => {
      await expect(screen(page, 'today')).toContainText(time);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zondag 25 oktober');
      await expect(film).toHaveCount(1);
      await expect(film).toContainText('14:00');
    };
    await wake(page);
    await look('1:50');
    await expect(breakfast).toHaveCount(1);
    await expect(breakfast).toContainText('Straks');
    await expect(breakfast).toContainText('2:30');
    for (const [moment, time] of [
      ['2026-10-25T02:35:00+02:00', '2:35'],
      ['2026-10-25T02:05:00+01:00', '2:05'],
      ['2026-10-25T02:35:00+01:00', '2:35'],
      ['2026-10-25T03:59:00+01:00', '3:59'],
    ] as const) {
      await comesTo(house, page, moment);
      await look(time);
      await expect(breakfast).toHaveCount(1);
      await expect(breakfast).toContainText('Nu');
      await expect(breakfast).toContainText('2:30');
    }
    await comesTo(house, page, '2026-10-25T04:00:30+01:00');
    await look('4:00');
    await expect(breakfast).toHaveCount(0);
    await comesTo(house, page, '2026-10-25T13:59:00+01:00');
    await look('13:59');
    await expect(film).toContainText('Straks');
    await comesTo(house, page, '2026-10-25T14:00:30+01:00');
    await look('14:00');
    await expect(film).toContainText('Nu');
  });
});

test.describe('UX 60: on 28 March 2027, when 2:00 becomes 3:00', () => {
  test.use({ startsAt: '2027-03-28T01:40:00+01:00' });

  test('what is at 10:00 is at 10:00, and what would be in the hour that is not there comes once', async ({
    browser,
    house,
  }) => {
    await plan(house, '2027-03-28', [
      { id: 'Nachtwake', startTime: '02:30', endTime: '05:00' },
      { id: 'Wandeling', startTime: '10:00', endTime: '11:00' },
    ]);
    const { page } = await house.openKiosk(browser);
    const wakeful = rowOf(page, 'Nachtwake');
    const walk = rowOf(page, 'Wandeling');
    const look = async (time: string) => {
      await expect(screen(page, 'today')).toContainText(time);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zondag 28 maart');
    };
    await wake(page);
    await look('1:40');
    await expect(wakeful).toHaveCount(1);
    await expect(wakeful).toContainText('Straks');
    await comesTo(house, page, '2027-03-28T03:15:00+02:00');
    await look('3:15');
    await expect(wakeful).toHaveCount(1);
    await expect(wakeful).toContainText('Straks');
    await comesTo(house, page, '2027-03-28T03:31:00+02:00');
    await look('3:31');
    await expect(wakeful).toHaveCount(1);
    await expect(wakeful).toContainText('Nu');
    await comesTo(house, page, '2027-03-28T09:59:00+02:00');
    await look('9:59');
    await expect(wakeful).toHaveCount(0);
    await expect(walk).toHaveCount(1);
    await expect(walk).toContainText('10:00');
    await expect(walk).toContainText('Straks');
    await comesTo(house, page, '2027-03-28T10:00:30+02:00');
    await look('10:00');
    await expect(walk).toContainText('Nu');
  });
});

test.describe('on New Year’s Eve', () => {
  test.use({ startsAt: '2026-12-31T21:20:00+01:00' });

  test('an evening that runs over midnight is on until its end', async ({ browser, house }) => {
    const { page } = await house.openKiosk(browser);
    const party = rowOf(page, 'Oud en Nieuw samen');
    await wake(page);
    await expect(party).toContainText('Straks');
    await expect(joinButton(page, 'Oud en Nieuw samen')).toBeVisible();
    for (const moment of ['2026-12-31T21:30:30+01:00', '2026-12-31T23:59:30+01:00', '2027-01-01T00:01:00+01:00']) {
      await comesTo(house, page, moment);
      await expect(party).toHaveCount(1);
      await expect(party).toContainText('Nu');
      await expect(party).toContainText('21:30');
      await expect(joinButton(page, 'Oud en Nieuw samen')).toHaveCount(0);
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vrijdag 1 januari');
    await comesTo(house, page, '2027-01-01T00:30:30+01:00');
    await expect(party).toHaveCount(0);
  });
});
