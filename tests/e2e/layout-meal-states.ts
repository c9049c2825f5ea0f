/** The screens of meals in every state they can be in, each with the way there. Refuses to judge them. */
import { arrive, shown } from './layout-hand.ts';
import { RIET, titles, WIL_AND_HENK } from './layout-stages.ts';
import type { LayoutState, Scene } from './layout-states.ts';
import { residentAt } from './programme.ts';

const STAGE = { stage: 'meals' } as const;
const DISH = { ...STAGE, screen: 'dish', bar: 'back' } as const;
const PLATE = { ...STAGE, screen: 'plate', bar: 'back' } as const;
const DONE = { ...STAGE, screen: 'done', bar: 'own' } as const;
const STANDING = { ...STAGE, screen: 'standing', bar: 'back' } as const;

const DINNER = titles.closed;
const SERIES = 'warm@zilvermeeuw.example';
const ACTIVITY = `${SERIES}/2026-10-15`;

type Place = typeof RIET | typeof WIL_AND_HENK;

/** Tomorrow has three dishes; the 22nd has seven, and is full. */
async function asked({ walk }: Scene, who: Place, day: 'tomorrow' | 'later' = 'tomorrow'): Promise<void> {
  if (day === 'tomorrow') await walk.tomorrow();
  else await walk.day(22);
  await walk.join(DINNER);
  await walk.floor(who.floor);
  await walk.door(who.door);
}

async function together(scene: Scene): Promise<void> {
  await asked(scene, WIL_AND_HENK);
  await scene.walk.person(2);
  await arrive(scene.walk.page, 'dish');
}

async function eats({ walk }: Scene, nth: number): Promise<void> {
  await arrive(walk.page, 'dish');
  await walk.tap('.tile.dish', nth);
}

async function ticket(scene: Scene): Promise<void> {
  await asked(scene, RIET);
  await eats(scene, 0);
  await arrive(scene.walk.page, 'done');
}

async function ticketOfTwo(scene: Scene): Promise<void> {
  await together(scene);
  const first = shown(scene.walk.page).locator('h1');
  const before = await first.innerText();
  await eats(scene, 0);
  await first.filter({ hasNotText: before }).waitFor();
  await eats(scene, 1);
  await arrive(scene.walk.page, 'done');
}

const change = ({ walk }: Scene) => walk.tap('.ticket-acts .do', 0);
const every = ({ walk }: Scene) => walk.tap('.ticket-acts .do', 1);

async function mine({ walk }: Scene): Promise<void> {
  await walk.place(3);
  await walk.floor(RIET.floor);
  await walk.door(RIET.door);
  await arrive(walk.page, 'my-things');
}

/** Riet comes every Thursday, and stands at what can be done about it. */
async function stands(scene: Scene): Promise<void> {
  const residentId = await residentAt(scene.house, RIET.door);
  await scene.house.asStaff({ type: 'setStanding', seriesId: SERIES, residentId, dish: 'vlees' });
  await mine(scene);
  const row = shown(scene.walk.page).locator('.slip:not(:has(.time))');
  while ((await row.count()) === 0) await scene.walk.later();
  await scene.walk.hand.tap(row);
  await arrive(scene.walk.page, 'standing on');
}

async function paused(scene: Scene): Promise<void> {
  await stands(scene);
  await scene.walk.tap('.tile.dish', 1);
  await arrive(scene.walk.page, 'pause');
  await scene.walk.tap('.tile.dish', 0);
  await arrive(scene.walk.page, 'standing paused');
}

export const mealStates: readonly LayoutState[] = [
  { ...DISH, name: 'dish: three', reach: (scene) => asked(scene, RIET), says: ['meal:ask'] },
  { ...DISH, name: 'dish: seven, with long names', reach: (scene) => asked(scene, RIET, 'later') },
  { ...DISH, name: 'dish: the first of two', reach: together },
  {
    ...DISH,
    name: 'dish: a guest',
    says: ['meal:askGuest'],
    async reach(scene) {
      const { walk } = scene;
      // One guest is all that may come to lunch; two may come to dinner, but this one brings one.
      await walk.tomorrow();
      await walk.open(DINNER);
      await walk.tap('.acts .do', 1);
      await walk.floor(RIET.floor);
      await walk.door(RIET.door);
      await eats(scene, 0);
      await shown(walk.page).locator('.tile.dish .mark').waitFor({ state: 'detached' });
    },
  },
  { ...DONE, name: 'done: with a dish', reach: ticket, says: ['activity:joined', 'meal:change'] },
  { ...DONE, name: 'done: two, with a dish each', reach: ticketOfTwo, says: ['meal:change'] },
  {
    ...DONE,
    name: 'done: on the list, with a dish',
    says: ['activity:undo', 'meal:change'],
    async reach(scene) {
      await asked(scene, RIET, 'later');
      await eats(scene, 0);
    },
  },
  {
    ...PLATE,
    name: 'plate: what it is now',
    says: ['meal:chosen', 'meal:ask'],
    async reach(scene) {
      await ticket(scene);
      await change(scene);
    },
  },
  {
    ...PLATE,
    name: 'plate: of whom',
    says: ['meal:forWhom'],
    async reach(scene) {
      await ticketOfTwo(scene);
      await change(scene);
    },
  },
  {
    ...STANDING,
    name: 'standing: what it means',
    async reach(scene) {
      await ticket(scene);
      await every(scene);
    },
  },
  {
    ...STANDING,
    name: 'standing: every Thursday',
    reach: stands,
    says: ['meal:notNow', 'meal:pause', 'meal:stop'],
  },
  {
    ...STANDING,
    name: 'standing: not this time',
    says: ['meal:yesNow', 'meal:pause'],
    async reach(scene) {
      await stands(scene);
      const now = shown(scene.walk.page).locator('.tile.dish').first();
      const before = await now.locator('.what').innerText();
      await scene.walk.hand.tap(now);
      await now.filter({ hasNotText: before }).waitFor();
    },
  },
  { ...STANDING, name: 'standing: a pause', reach: paused, says: ['meal:paused', 'meal:resume', 'meal:stop'] },
  {
    ...STANDING,
    name: 'standing: no more',
    async reach(scene) {
      await stands(scene);
      await scene.walk.tap('.tile.dish', 2);
      await arrive(scene.walk.page, 'standing stopped');
    },
  },
  {
    ...STAGE,
    screen: 'pause',
    bar: 'back',
    name: 'pause: how long',
    says: ['meal:howLong', 'meal:untilISay'],
    async reach(scene) {
      await stands(scene);
      await scene.walk.tap('.tile.dish', 1);
    },
  },
  {
    ...STAGE,
    screen: 'my-things',
    bar: 'places',
    name: 'my things: a meal, and every Thursday',
    says: ['meal:pause', 'activity:undo'],
    async reach(scene) {
      const { house } = scene;
      const residentId = await residentAt(house, RIET.door);
      const party = { activityId: ACTIVITY, residentIds: [residentId], guests: 0, dishes: ['vegetarisch'] };
      await house.asResident(residentId, { type: 'signUp', ...party });
      await house.asStaff({ type: 'setStanding', seriesId: SERIES, residentId, dish: null });
      await mine(scene);
    },
  },
  {
    ...STAGE,
    screen: 'my-things',
    bar: 'places',
    name: 'my things: a pause',
    says: ['meal:paused', 'meal:resume'],
    async reach(scene) {
      await paused(scene);
      await scene.walk.tap('.bar .tab');
      await arrive(scene.walk.page, 'my-things');
    },
  },
  {
    ...STAGE,
    screen: 'activity',
    bar: 'places',
    name: 'activity: a meal of one’s own',
    says: ['activity:joined', 'meal:change', 'activity:undo'],
    async reach(scene) {
      const { house, walk } = scene;
      const residentId = await residentAt(house, RIET.door);
      const party = { activityId: ACTIVITY, residentIds: [residentId], guests: 0, dishes: ['vegetarisch'] };
      await house.asResident(residentId, { type: 'signUp', ...party });
      await mine(scene);
      await walk.place(0);
      await arrive(walk.page, 'today');
      await walk.tomorrow();
      await walk.open(DINNER);
    },
  },
  {
    ...STAGE,
    screen: 'activity',
    bar: 'places',
    name: 'activity: a meal that was closed',
    reach: ({ walk }) => walk.open(titles.meal),
  },
];
