/** The screens of the shared scooters in every state they can be in, each with the way there. Refuses to judge them. */
import type { Route } from '@playwright/test';
import type { Envelope } from '../../src/domain/commands.ts';
import { arrive, shown, turn } from './layout-hand.ts';
import type { LayoutState, Scene } from './layout-states.ts';
import { type Asked, bookFor, NO_TEST, RIDER, scooterCalled, showCard as showCardAt } from './scooters.ts';

const STAGE = { stage: 'scooters' } as const;
const DAYS = { ...STAGE, screen: 'scooter', bar: 'places' } as const;
const MINE = { ...STAGE, screen: 'my-things', bar: 'places' } as const;
const TRIP = { ...STAGE, screen: 'trip', bar: 'places' } as const;
const DONE = { ...STAGE, screen: 'trip-done', bar: 'own' } as const;
const CODE = { ...STAGE, screen: 'code', bar: 'back', manyTiles: true } as const;
const REFUSED = { ...STAGE, screen: 'refused', bar: 'places' } as const;

const TODAY = '2026-10-14';
const SOON: Asked = { date: TODAY, time: '10:00', minutes: 120 };
const LATER: Asked = { date: TODAY, time: '13:00', minutes: 240 };
const TOMORROW: Asked = { date: '2026-10-15', time: '15:30', minutes: 60 };

const scooterDays = ({ walk }: Scene) => walk.place(1);
const mine = ({ walk }: Scene) => walk.place(3);
const showCard = ({ walk }: Scene) => showCardAt(walk.page, RIDER.card);

/** The rider at the screen, with a trip that staff have booked. */
async function riderWith(scene: Scene, asked: Asked, scooter?: string): Promise<void> {
  await bookFor(scene.house, RIDER.door, asked, scooter);
  await showCard(scene);
}

async function breaks(scene: Scene, name: string): Promise<void> {
  const { id: scooterId } = await scooterCalled(scene.house, name);
  await scene.house.asStaff({ type: 'reportDefect', scooterId, part: 'tyre' });
}

async function riderOnTheWay(scene: Scene): Promise<void> {
  const { id: bookingId, scooterId } = await bookFor(scene.house, RIDER.door, SOON, 'Merel');
  await scene.house.asStaff({ type: 'takeScooter', bookingId, scooterId });
  await showCard(scene);
}

async function openTrip(scene: Scene): Promise<void> {
  await scooterDays(scene);
  await scene.walk.tap('.row .slip');
}

async function act({ walk }: Scene): Promise<void> {
  await arrive(walk.page, 'scooter');
  await walk.tap('.row .do');
}

/** By the door to the nine pictures. */
async function askedForCode({ walk }: Scene): Promise<void> {
  await walk.place(1);
  await walk.tap('.first-free');
  await walk.floor(RIDER.floor);
  await walk.door(RIDER.door);
  await arrive(walk.page, 'code');
}

async function threePictures({ walk }: Scene): Promise<void> {
  for (const nth of [0, 4, 5]) await walk.tap('button.code-picture', nth);
}

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: code, status, code }),
  });

/** The clock of the server is past what the screen still offered. */
const tooLate = (route: Route) => {
  const sent: readonly Envelope[] = route.request().postDataJSON();
  const refusal = { type: 'tripPast' };
  return route.fulfill({ json: sent.map(({ id }) => ({ commandId: id, status: 'refused', version: 0, refusal })) });
};

const noAnswer = async ({ context }: Scene) => context.route('**/api/commands', () => undefined);
const choosing: readonly LayoutState[] = [
  {
    ...DAYS,
    name: 'scooter: days, free, full and closed',
    reach: scooterDays,
    says: ['scooter:first', 'scooter:takeThis', 'scooter:allTaken', 'scooter:closedDay', 'common:language'],
  },
  { ...DAYS, name: 'scooter: in the evening', stage: 'evening', reach: scooterDays, says: ['scooter:past'] },
  {
    ...STAGE,
    name: 'scooter: a day on which all are taken',
    screen: 'scooter-full',
    bar: 'places',
    says: ['scooter:dayFullMore', 'scooter:first', 'scooter:otherDays'],
    async reach(scene) {
      const { walk } = scene;
      await scooterDays(scene);
      await arrive(walk.page, 'scooter');
      while ((await shown(walk.page).locator('button.day-choice.full').count()) === 0) await walk.tap('.tile.later');
      await walk.tap('button.day-choice.full');
    },
  },
  ...(
    [
      ['which one', undefined, ['scooter:any', 'scooter:chosen']],
      ['which one, one is broken', 'Meeuw', ['scooter:any', 'scooter:chosen']],
    ] as const
  ).map(
    ([name, broken, says]): LayoutState => ({
      ...STAGE,
      name: `scooter: ${name}`,
      screen: 'scooter-choice',
      bar: 'back',
      says,
      async reach(scene) {
        if (broken !== undefined) await breaks(scene, broken);
        await scooterDays(scene);
        await toChoice(scene);
      },
    }),
  ),
  {
    ...DAYS,
    name: 'scooter: days of a chosen one',
    says: ['scooter:first', 'scooter:takeThis', 'scooter:which'],
    async reach(scene) {
      await scooterDays(scene);
      await choose(scene, 'Merel');
    },
  },
  {
    ...DAYS,
    name: 'scooter: the chosen one broke since',
    says: ['scooter:otherScooter', 'scooter:which'],
    async reach(scene) {
      await scooterDays(scene);
      await choose(scene, 'Merel');
      await breaks(scene, 'Merel');
      await shown(scene.walk.page).locator('.day-choice.free').first().waitFor({ state: 'detached' });
    },
  },
  {
    ...STAGE,
    name: 'scooter: a day on which the chosen one is taken',
    screen: 'scooter-full',
    bar: 'places',
    says: ['scooter:dayFullMore', 'scooter:first', 'scooter:otherDays', 'scooter:otherScooter'],
    async reach(scene) {
      const { walk } = scene;
      await scooterDays(scene);
      await choose(scene, 'Merel');
      while ((await shown(walk.page).locator('button.day-choice.full').count()) === 0) await walk.tap('.tile.later');
      await walk.tap('button.day-choice.full');
    },
  },
  {
    ...STAGE,
    name: 'scooter: times, free, taken and over',
    screen: 'scooter-time',
    bar: 'places',
    says: ['scooter:free', 'scooter:past'],
    async reach(scene) {
      await scooterDays(scene);
      await freeDay(scene, 0);
    },
  },
  {
    ...STAGE,
    name: 'scooter: times of tomorrow',
    screen: 'scooter-time',
    bar: 'places',
    says: ['scooter:free', 'scooter:taken'],
    async reach(scene) {
      await scooterDays(scene);
      await freeDay(scene, 1);
    },
  },
  {
    ...STAGE,
    name: 'scooter: how long',
    screen: 'scooter-length',
    bar: 'back',
    says: ['scooter:howLong'],
    async reach(scene) {
      await scooterDays(scene);
      await freeDay(scene, 0);
      await arrive(scene.walk.page, 'scooter-time');
      await scene.walk.tap('button.time-choice');
    },
  },
  {
    ...STAGE,
    name: 'scooter: the time is just past',
    screen: 'scooter-past',
    bar: 'places',
    says: ['scooter:justPast', 'scooter:dayFullMore', 'scooter:first', 'refused:otherTime'],
    async reach(scene) {
      await scene.context.route('**/api/commands', tooLate);
      await showCard(scene);
      await scooterDays(scene);
      await scene.walk.tap('.first-free');
    },
  },
  {
    ...STAGE,
    name: 'who: floors, for a scooter',
    screen: 'who',
    bar: 'back',
    manyTiles: true,
    async reach(scene) {
      await scooterDays(scene);
      await scene.walk.tap('.first-free');
    },
  },
  { ...CODE, name: 'code: no picture yet', reach: askedForCode, says: ['code:sub', 'who:hold', 'code:moon'] },
  {
    ...CODE,
    name: 'code: two pictures chosen',
    says: ['code:again'],
    async reach(scene) {
      await askedForCode(scene);
      await scene.walk.tap('button.code-picture', 0);
      await scene.walk.tap('button.code-picture', 4);
    },
  },
  {
    ...CODE,
    name: 'code: wrong',
    says: ['code:wrong'],
    async reach(scene) {
      await scene.context.route('**/api/identify', problem(403, 'codeWrong'));
      await askedForCode(scene);
      await threePictures(scene);
      await shown(scene.walk.page).locator('.code-picture.chosen').first().waitFor({ state: 'detached' });
    },
  },
  ...(
    [
      ['it rests', 429, 'codeRests', 'code:resting'],
      ['no server', 503, 'unavailable', 'code:away'],
    ] as const
  ).map(
    ([name, status, code, words]): LayoutState => ({
      ...CODE,
      name: `code: ${name}`,
      says: [words, 'code:instead', 'who:hold'],
      async reach(scene) {
        await scene.context.route('**/api/identify', problem(status, code));
        await askedForCode(scene);
        await threePictures(scene);
        await scene.walk.page.getByRole('alert').waitFor();
      },
    }),
  ),
];

async function toChoice({ walk }: Scene): Promise<void> {
  await arrive(walk.page, 'scooter');
  const way = shown(walk.page).locator('.header .tool.two');
  // Large letters of long words have room for it beside the days that come later.
  if ((await way.count()) === 0) await turn(walk.hand, shown(walk.page).locator('.tile.later'));
  await walk.hand.tap(way);
  await arrive(walk.page, 'scooter-choice');
}

/** By its name, whatever page it stands on. */
async function choose(scene: Scene, name: string): Promise<void> {
  const { walk } = scene;
  await toChoice(scene);
  const tile = shown(walk.page).locator('button.which-scooter', { hasText: name });
  while ((await tile.count()) === 0) {
    if (!(await walk.later())) throw new Error(`${name} is on no page`);
  }
  await walk.hand.tap(tile);
  await arrive(walk.page, 'scooter');
}

/** A day with free times, counted from today, whatever page it stands on. */
async function freeDay({ walk }: Scene, nth: number): Promise<void> {
  await arrive(walk.page, 'scooter');
  const free = shown(walk.page).locator('button.day-choice.free');
  let before = 0;
  for (let count = await free.count(); before + count <= nth; count = await free.count()) {
    before += count;
    await walk.tap('.tile.later');
  }
  await walk.hand.tap(free.nth(nth - before));
}

const own: readonly LayoutState[] = [
  {
    ...DAYS,
    name: 'scooter: an own trip to come',
    says: ['scooter:yours', 'activity:undo', 'scooter:takeThis'],
    async reach(scene) {
      await riderWith(scene, TOMORROW);
      await scooterDays(scene);
    },
  },
  {
    ...DAYS,
    name: 'scooter: an own trip is ready',
    says: ['scooter:ready', 'scooter:pick'],
    async reach(scene) {
      await riderWith(scene, SOON);
      await scooterDays(scene);
    },
  },
  {
    ...DAYS,
    name: 'scooter: on the way',
    says: ['scooter:away', 'scooter:bring'],
    async reach(scene) {
      await riderOnTheWay(scene);
      await scooterDays(scene);
    },
  },
  {
    ...DAYS,
    name: 'scooter: an own one is broken, another is free',
    says: ['scooter:takeOther'],
    async reach(scene) {
      await bookFor(scene.house, RIDER.door, LATER, 'Merel');
      await breaks(scene, 'Merel');
      await showCard(scene);
      await scooterDays(scene);
    },
  },
  {
    ...MINE,
    name: 'my things: cancelled, moved, mended and a trip to come',
    says: ['scooter:cancelled', 'mine:know'],
    async reach(scene) {
      const { house } = scene;
      const { id: bookingId, scooterId } = await bookFor(house, RIDER.door, LATER, 'Meeuw');
      await house.asStaff({ type: 'cancelBooking', bookingId, scooterId });
      await bookFor(house, RIDER.door, LATER, 'Merel');
      await breaks(scene, 'Merel');
      await house.asStaff({ type: 'mendScooter', scooterId: (await scooterCalled(house, 'Merel')).id });
      await riderWith(scene, TOMORROW);
      await mine(scene);
    },
  },
  {
    ...TRIP,
    name: 'trip: to come',
    says: ['activity:undo'],
    async reach(scene) {
      await riderWith(scene, LATER);
      await openTrip(scene);
    },
  },
  {
    ...TRIP,
    name: 'trip: ready',
    says: ['scooter:go', 'scooter:broken', 'activity:undo'],
    async reach(scene) {
      await riderWith(scene, SOON);
      await openTrip(scene);
    },
  },
  {
    ...TRIP,
    name: 'trip: broken, another is free',
    says: ['scooter:takeOther', 'activity:undo'],
    async reach(scene) {
      await bookFor(scene.house, RIDER.door, LATER, 'Merel');
      await breaks(scene, 'Merel');
      await showCard(scene);
      await openTrip(scene);
    },
  },
  {
    ...TRIP,
    name: 'trip: broken, no other is free',
    says: ['scooter:noOther', 'activity:undo'],
    async reach(scene) {
      await bookFor(scene.house, RIDER.door, LATER, 'Merel');
      for (const name of ['Merel', 'Meeuw', 'Kievit']) await breaks(scene, name);
      await showCard(scene);
      await openTrip(scene);
    },
  },
  {
    ...STAGE,
    name: 'trip: bringing it back',
    screen: 'trip-return',
    bar: 'back',
    says: ['scooter:allWell', 'scooter:batteryLow', 'scooter:broken'],
    async reach(scene) {
      await riderOnTheWay(scene);
      await scooterDays(scene);
      await act(scene);
    },
  },
  {
    ...STAGE,
    name: 'trip: what is broken',
    screen: 'trip-broken',
    bar: 'back',
    says: ['scooter:partTyre', 'scooter:partBrake', 'scooter:partOther'],
    async reach(scene) {
      await riderWith(scene, SOON);
      await openTrip(scene);
      await arrive(scene.walk.page, 'trip');
      await scene.walk.tap('.do.plain');
    },
  },
];

const done: readonly LayoutState[] = [
  {
    ...DONE,
    name: 'scooter done: booked',
    says: ['scooter:yours', 'common:done', 'activity:undo', 'done:sub'],
    async reach(scene) {
      await showCard(scene);
      await scooterDays(scene);
      await scene.walk.tap('.first-free');
      await arrive(scene.walk.page, 'trip-done');
      await scene.walk.page.locator('.ticket:not(.wait)').waitFor();
    },
  },
  {
    ...DONE,
    name: 'scooter done: noted',
    says: ['away:noted', 'away:notedSub', 'away:notedStory'],
    async reach(scene) {
      await showCard(scene);
      await scooterDays(scene);
      await noAnswer(scene);
      await scene.walk.tap('.first-free');
      await scene.walk.hand.wait(5_000);
    },
  },
  {
    ...STAGE,
    name: 'one moment: the server is asked',
    screen: 'moment',
    bar: 'none',
    says: ['moment:title', 'scooter:asking'],
    async reach(scene) {
      await showCard(scene);
      await scooterDays(scene);
      await noAnswer(scene);
      await scene.walk.tap('.first-free');
      await scene.walk.hand.wait(1_500);
    },
  },
  {
    ...DONE,
    name: 'scooter done: given back',
    says: ['scooter:leftTitle', 'scooter:left', 'common:done'],
    async reach(scene) {
      await riderWith(scene, LATER);
      await scooterDays(scene);
      await act(scene);
    },
  },
  {
    ...DONE,
    name: 'scooter done: taken',
    says: ['scooter:goodTrip', 'scooter:away', 'common:done'],
    async reach(scene) {
      await riderWith(scene, SOON);
      await openTrip(scene);
      await arrive(scene.walk.page, 'trip');
      await scene.walk.tap('.do');
    },
  },
  ...(
    [
      ['brought back', 0, 'scooter:parked'],
      ['brought back broken', 2, 'scooter:weMend'],
    ] as const
  ).map(
    ([name, answer, words]): LayoutState => ({
      ...DONE,
      name: `scooter done: ${name}`,
      says: [words, 'scooter:plug', 'common:done'],
      async reach(scene) {
        await riderOnTheWay(scene);
        await scooterDays(scene);
        await act(scene);
        await arrive(scene.walk.page, 'trip-return');
        await scene.walk.tap('.answer', answer);
        if (answer === 2) {
          await arrive(scene.walk.page, 'trip-broken');
          await scene.walk.tap('.answer', 1);
        }
      },
    }),
  ),
  {
    ...REFUSED,
    name: 'refused: no driving test',
    says: ['refused:noClearance', 'refused:noClearanceDo', 'common:back'],
    async reach(scene) {
      await showCardAt(scene.walk.page, NO_TEST.card);
      await scooterDays(scene);
      await scene.walk.tap('.first-free');
    },
  },
  {
    ...REFUSED,
    name: 'refused: trips enough',
    says: ['refused:tooManyBookings', 'refused:tooManyBookingsDo'],
    async reach(scene) {
      await bookFor(scene.house, RIDER.door, LATER);
      await riderWith(scene, TOMORROW);
      await scooterDays(scene);
      await scene.walk.tap('.first-free');
    },
  },
  {
    ...REFUSED,
    name: 'refused: hours enough',
    says: ['refused:tooManyHours', 'refused:otherDay'],
    async reach(scene) {
      const { house, walk } = scene;
      const rules = (await house.rows()).scooterRules?.[0];
      if (rules === undefined) throw new Error('the stage set the rules');
      const { id: _id, ...others } = rules;
      await house.asStaff({ type: 'setScooterRules', rules: { ...others, mostMinutesAWeek: 15 } });
      await showCard(scene);
      await scooterDays(scene);
      await walk.tap('.first-free');
      await arrive(walk.page, 'refused');
      await house.asStaff({ type: 'setScooterRules', rules: others });
    },
  },
];

export const scooterStates: readonly LayoutState[] = [...choosing, ...own, ...done];
