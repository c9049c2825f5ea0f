/** What the screens admit of themselves: no network, an old board, nothing that keeps taps. Refuses to judge them. */
import type { Route } from '@playwright/test';
import { arrive } from './layout-hand.ts';
import { RIET, TONNY, titles } from './layout-stages.ts';
import type { LayoutState, Scene } from './layout-states.ts';
import { askVisit, joinAs, today } from './layout-ways.ts';
import { RIDER, showCard } from './scooters.ts';

const TODAY = { stage: 'friday', screen: 'today', bar: 'places' } as const;
const REST = { stage: 'friday', screen: 'rest', bar: 'none', untouched: true } as const;
const DONE = { stage: 'friday', bar: 'own' } as const;
const MINE = { screen: 'my-things', bar: 'places' } as const;
const REFUSED = { screen: 'refused', bar: 'places' } as const;

/** Longer than the silence after which a connection counts as lost. */
const LOST = 45_000;
/** Twice this is long after a board is called old, once is not yet a rest. */
const OLD = 100_000;

const cut = ({ context, walk }: Scene) => context.setOffline(true).then(() => walk.hand.wait(LOST));

async function goOffline(scene: Scene): Promise<void> {
  await cut(scene);
  await scene.walk.page.locator('main.noted').waitFor();
}

async function joinOffline(scene: Scene): Promise<void> {
  await goOffline(scene);
  await joinAs(scene, titles.few, TONNY);
  await arrive(scene.walk.page, 'done');
}

/** By the language screen: Klaar would end the visit, and here who it is stays known. */
async function todayAgain(scene: Scene): Promise<void> {
  await scene.walk.hand.tap(scene.walk.page.locator('.header .tool').last());
  await arrive(scene.walk.page, 'language');
  await today(scene);
}

/** The browser no longer keeps anything for this page, and forgets what it kept. */
async function breakStorage({ walk }: Scene): Promise<void> {
  await walk.page.evaluate(async () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('on purpose', 'SecurityError');
    };
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await walk.hand.wait(5_000);
}

/** A page that has nothing, of a tablet that the house knew. */
async function beginAnew({ walk }: Scene): Promise<void> {
  await walk.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await walk.page.reload();
}

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: code, status, code }),
  });

/** What would make this browser a tablet cannot be fetched: until then it says why it is none. */
async function turnedAway(scene: Scene): Promise<void> {
  await scene.context.route('**/enrol-main*.js', (route) => route.abort());
  await beginAnew(scene);
}

const offline: readonly LayoutState[] = [
  { ...TODAY, name: 'today: without a connection', reach: goOffline, says: ['away:offline'] },
  {
    ...TODAY,
    name: 'today: the board is old',
    async reach(scene) {
      const { walk } = scene;
      await goOffline(scene);
      await walk.place(2);
      await arrive(walk.page, 'messages');
      await walk.hand.wait(OLD);
      await today(scene);
      await walk.hand.wait(OLD);
      await walk.page.locator('main.noted', { hasText: /8:4\d/ }).waitFor();
    },
  },
  {
    ...TODAY,
    name: 'today: joined without a connection',
    says: ['activity:joined', 'activity:saved'],
    async reach(scene) {
      await joinOffline(scene);
      await todayAgain(scene);
    },
  },
  {
    stage: 'friday',
    screen: 'activity',
    bar: 'places',
    name: 'activity: joined without a connection',
    says: ['activity:joined', 'activity:saved'],
    async reach(scene) {
      await joinOffline(scene);
      await todayAgain(scene);
      await scene.walk.open(titles.few);
    },
  },
  { ...DONE, screen: 'done', name: 'done: joined without a connection', reach: joinOffline, says: ['activity:saved'] },
  {
    ...DONE,
    screen: 'left',
    name: 'done: left again without a connection',
    says: ['away:noted', 'away:notedMark', 'away:notedStory', 'common:done'],
    async reach(scene) {
      await joinAs(scene, titles.few, TONNY);
      await arrive(scene.walk.page, 'done');
      await cut(scene);
      await scene.walk.tap('.key.stop');
    },
  },
  {
    ...DONE,
    screen: 'visit',
    name: 'visit: asked without a connection',
    says: ['help:visitTitle', 'help:visitSaved'],
    async reach(scene) {
      await goOffline(scene);
      await askVisit(scene, TONNY);
    },
  },
  {
    ...MINE,
    stage: 'friday',
    name: 'my things: joined without a connection',
    says: ['away:notedMark'],
    async reach(scene) {
      await joinOffline(scene);
      await todayAgain(scene);
      await scene.walk.place(3);
    },
  },
  {
    stage: 'notices',
    screen: 'messages',
    bar: 'places',
    name: 'messages: without a connection',
    says: ['away:offline'],
    async reach(scene) {
      await goOffline(scene);
      await scene.walk.place(2);
    },
  },
  {
    ...REST,
    name: 'rest: without a connection, and the board is old',
    async reach(scene) {
      await cut(scene);
      await scene.walk.hand.wait(2 * OLD);
      await scene.walk.page.locator('.away', { hasText: /8:4\d/ }).waitFor();
    },
  },
];

/** The rider has asked for a trip, and nobody has said yes. */
async function uncertainTrip(scene: Scene): Promise<void> {
  const { context, walk } = scene;
  await showCard(walk.page, RIDER.card);
  await walk.place(1);
  await arrive(walk.page, 'scooter');
  await context.route('**/api/commands', () => undefined);
  await walk.tap('.first-free');
  await walk.hand.wait(5_000);
  await arrive(walk.page, 'trip-done');
}

const trips: readonly LayoutState[] = [
  {
    ...MINE,
    stage: 'scooters',
    name: 'my things: a trip that is not certain yet',
    says: ['away:notedMark'],
    async reach(scene) {
      await uncertainTrip(scene);
      await todayAgain(scene);
      await scene.walk.place(3);
    },
  },
  {
    stage: 'scooters',
    screen: 'trip',
    bar: 'places',
    name: 'trip: not certain yet',
    says: ['away:notedMark'],
    async reach(scene) {
      const { walk } = scene;
      await uncertainTrip(scene);
      await todayAgain(scene);
      await walk.place(1);
      await walk.tap('.row .slip');
    },
  },
];

const broken: readonly LayoutState[] = [
  {
    ...TODAY,
    name: 'today: nothing is kept',
    says: ['away:onlyNetwork'],
    async reach(scene) {
      await breakStorage(scene);
      await scene.walk.page.locator('main.noted').waitFor();
    },
  },
  {
    ...REST,
    name: 'rest: nothing is kept',
    says: ['away:onlyNetwork'],
    async reach(scene) {
      await breakStorage(scene);
      await scene.walk.page.locator('.away').waitFor();
    },
  },
  {
    ...REFUSED,
    stage: 'friday',
    name: 'refused: nothing is kept and nobody answers',
    says: ['refused:needsNetwork', 'refused:needsNetworkDo'],
    async reach(scene) {
      await breakStorage(scene);
      await goOffline(scene);
      await joinAs(scene, titles.few, RIET);
    },
  },
  {
    name: 'one moment: a defect',
    stage: 'friday',
    screen: 'moment',
    bar: 'none',
    says: ['moment:title', 'moment:sub'],
    async reach({ walk }) {
      await walk.page.evaluate(() => void Promise.reject(new Error('a defect on purpose')));
    },
  },
];

const MOMENT = { stage: 'friday', screen: 'moment', bar: 'none', untouched: true } as const;

const withoutBoard: readonly LayoutState[] = [
  {
    ...MOMENT,
    name: 'one moment: the board is on its way',
    says: ['moment:title', 'moment:loading'],
    async reach(scene) {
      // Nothing answers, and nothing says no.
      await scene.context.route('**/api/**', () => undefined);
      await beginAnew(scene);
    },
  },
  {
    ...MOMENT,
    screen: 'no-board',
    name: 'one moment: no board and no server',
    says: ['away:noBoard'],
    async reach(scene) {
      await scene.context.route('**/api/**', (route) => route.abort());
      await beginAnew(scene);
      await scene.walk.hand.wait(LOST);
    },
  },
  {
    ...MOMENT,
    name: 'one moment: a tablet the house does not know',
    says: ['moment:away', 'moment:notEnrolled'],
    async reach(scene) {
      await scene.context.route('**/api/**', problem(401, 'unauthorized'));
      await scene.context.route('**/api/devices/demonstration', problem(403, 'forbidden'));
      await turnedAway(scene);
    },
  },
  {
    ...MOMENT,
    name: 'one moment: a tablet that was put out',
    says: ['moment:away', 'moment:revoked'],
    async reach(scene) {
      await scene.context.route('**/api/**', problem(410, 'deviceRevoked'));
      await turnedAway(scene);
    },
  },
];

export const awayStates: readonly LayoutState[] = [...offline, ...trips, ...broken, ...withoutBoard];
