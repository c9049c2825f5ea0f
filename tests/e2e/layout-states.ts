/**
 * Every screen of the kiosk in every state it can be in, each with the way there: real taps, what staff do elsewhere,
 * and time. Refuses to judge what it looks like.
 */
import type { BrowserContext } from '@playwright/test';
import type { Key } from '../../src/client/i18n/keys.ts';
import { keepPhoto } from './announcements.ts';
import type { BrowserHouse } from './house.ts';
import { awayStates } from './layout-away-states.ts';
import { arrive, type Walker } from './layout-hand.ts';
import { mealStates } from './layout-meal-states.ts';
import { messageStates } from './layout-message-states.ts';
import { scooterStates } from './layout-scooter-states.ts';
import { NEL_AND_AAD, RIET, type StageName, TONNY, titles, WIL_AND_HENK } from './layout-stages.ts';
import { askVisit, chooseDoor, joinAs, mine, type Place, todayOf } from './layout-ways.ts';
import { residentAt } from './programme.ts';

export interface Scene {
  readonly house: BrowserHouse;
  readonly context: BrowserContext;
  /** At Vandaag of a fresh visit, with language and size chosen; a screen that nobody can choose these for starts at rest. */
  readonly walk: Walker;
}

export interface LayoutState {
  readonly name: string;
  readonly stage: StageName;
  /** The `data-screen` it ends at. */
  readonly screen: string;
  readonly reach: (scene: Scene) => Promise<void>;
  /** What stands where Vandaag always is (UX requirement 37). */
  readonly bar: 'places' | 'back' | 'own' | 'question' | 'none';
  /** Words that must be read there, on one of its pages: a state is never only a colour (UX requirement 21). */
  readonly says?: readonly Key[];
  /** Before anybody touched it there is nothing but Dutch at the normal size. */
  readonly untouched?: true;
  /** It ends when anything else is chosen, so for every look somebody comes anew. */
  readonly anew?: true;
  /** One screen with a whole floor of the house (UX requirement 36). */
  readonly manyTiles?: true;
}

const DAY_SCREEN = { screen: 'today', bar: 'places' } as const;
const ACTIVITY = { screen: 'activity', bar: 'places' } as const;
const WHO = { screen: 'who', bar: 'back', manyTiles: true } as const;
const DONE = { screen: 'done', bar: 'own' } as const;
const MINE = { screen: 'my-things', bar: 'places' } as const;
const VISIT = { screen: 'visit', bar: 'own', stage: 'friday' } as const;
const REFUSED = { screen: 'refused', bar: 'places' } as const;

const stay = () => Promise.resolve();
const open = (title: string) => (scene: Scene) => scene.walk.open(title);
const openOf = (title: string, who: Place) => async (scene: Scene) => {
  await todayOf(scene, who);
  await scene.walk.open(title);
};

const days: readonly LayoutState[] = [
  {
    ...DAY_SCREEN,
    name: 'today: soon, few chairs, open, full, no sign-up, another day',
    stage: 'friday',
    reach: stay,
    says: ['activity:soon', 'activity:full', 'activity:join', 'activity:toList', 'activity:newDay'],
  },
  {
    ...DAY_SCREEN,
    name: 'today: joined and waiting',
    stage: 'friday',
    reach: (scene) => todayOf(scene, RIET),
    says: ['activity:joined', 'activity:onList'],
  },
  {
    ...DAY_SCREEN,
    name: 'today: now, started, another room, another time, closed',
    stage: 'thursday',
    reach: stay,
    says: ['activity:now', 'activity:soon', 'activity:newRoom', 'activity:newTime'],
  },
  {
    ...DAY_SCREEN,
    name: 'today: cancelled',
    stage: 'tuesday',
    reach: stay,
    says: ['activity:cancelled', 'activity:newTime'],
  },
  { ...DAY_SCREEN, name: 'today: empty', stage: 'evening', reach: stay, says: ['day:nothingToday'] },
  {
    ...DAY_SCREEN,
    name: 'today: being read',
    stage: 'friday',
    anew: true,
    says: ['aloud:stop', 'aloud:louder'],
    async reach({ walk }) {
      await walk.tap('.tool:has(.aloud)');
      await walk.page.locator('[data-reading]').waitFor();
    },
  },
  {
    name: 'tomorrow: all day, long words, one chair',
    stage: 'friday',
    screen: 'day',
    bar: 'places',
    reach: ({ walk }) => walk.tomorrow(),
    says: ['activity:join'],
  },
  { name: 'tomorrow: empty', stage: 'evening', screen: 'day', bar: 'places', reach: ({ walk }) => walk.day(18) },
  { name: 'a day next week', stage: 'friday', screen: 'day', bar: 'places', reach: ({ walk }) => walk.day(22) },
  {
    name: 'week',
    stage: 'friday',
    screen: 'week',
    bar: 'places',
    async reach({ walk }) {
      while (await walk.later());
      await walk.tap('.header .tool');
    },
  },
];

const activities: readonly LayoutState[] = [
  {
    ...ACTIVITY,
    name: 'activity: open, a meal with a menu',
    stage: 'friday',
    reach: open(titles.meal),
    says: ['activity:join', 'activity:bring'],
  },
  { ...ACTIVITY, name: 'activity: few chairs', stage: 'friday', reach: open(titles.few), says: ['activity:join'] },
  {
    ...ACTIVITY,
    name: 'activity: full',
    stage: 'friday',
    reach: open(titles.full),
    says: ['activity:full', 'activity:toList'],
  },
  {
    ...ACTIVITY,
    name: 'activity: no sign-up, soon',
    stage: 'friday',
    reach: open(titles.coffee),
    says: ['activity:walkIn', 'activity:soon'],
  },
  { ...ACTIVITY, name: 'activity: another day', stage: 'friday', reach: open(titles.moved), says: ['activity:newDay'] },
  {
    ...ACTIVITY,
    name: 'activity: joined, may bring a guest',
    stage: 'friday',
    reach: openOf(titles.meal, RIET),
    says: ['activity:joined', 'activity:undo'],
  },
  {
    ...ACTIVITY,
    name: 'activity: waiting',
    stage: 'friday',
    reach: openOf(titles.full, RIET),
    says: ['activity:undo'],
  },
  { ...ACTIVITY, name: 'activity: started', stage: 'thursday', reach: open(titles.started), says: ['activity:now'] },
  {
    ...ACTIVITY,
    name: 'activity: sign-up closed',
    stage: 'thursday',
    reach: open(titles.closed),
    says: ['activity:closed'],
  },
  {
    ...ACTIVITY,
    name: 'activity: another room',
    stage: 'thursday',
    reach: open(titles.otherRoom),
    says: ['activity:newRoom'],
  },
  {
    ...ACTIVITY,
    name: 'activity: cancelled',
    stage: 'tuesday',
    reach: open(titles.cancelled),
    says: ['activity:cancelled'],
  },
  {
    ...ACTIVITY,
    name: 'activity: long words, a long story, a price',
    stage: 'friday',
    async reach({ walk }) {
      await walk.tomorrow();
      await walk.open(titles.long);
    },
    says: ['activity:join', 'activity:bring'],
  },
  {
    ...ACTIVITY,
    name: 'activity: all day, no room',
    stage: 'friday',
    async reach({ walk }) {
      await walk.tomorrow();
      await walk.open(titles.allDay);
    },
    says: ['activity:allDay'],
  },
];

const FEW = 'digispreek@zilvermeeuw.example/2026-10-16';
/** Nobody signs up for it, so nobody is told when it is taken off the board. */
const TEAM_DATE = { seriesId: 'spreekuur@zilvermeeuw.example', date: '2026-10-16' } as const;
const MEAL = 'lunch@zilvermeeuw.example/2026-10-16';
const CARD_NOBODY_HAS = '00000001';

const asking: readonly LayoutState[] = [
  { ...WHO, name: 'who: floors', stage: 'friday', reach: ({ walk }) => walk.join(titles.meal) },
  { ...WHO, name: 'who: floors, for my things', stage: 'friday', reach: ({ walk }) => walk.place(3) },
  {
    ...WHO,
    name: 'who: floors, a card nobody has',
    stage: 'friday',
    async reach({ walk }) {
      await walk.join(titles.meal);
      await arrive(walk.page, 'who floor');
      await walk.showCard(CARD_NOBODY_HAS);
    },
    says: ['refused:cardUnknown'],
  },
  ...[0, 3, 7].map(
    (floor): LayoutState => ({
      ...WHO,
      name: `who: doors of floor ${floor}`,
      stage: 'friday',
      async reach({ walk }) {
        await walk.join(titles.meal);
        await walk.floor(floor);
      },
    }),
  ),
  ...[
    { name: 'who: two with their names', who: WIL_AND_HENK, says: ['who:together'] as const },
    { name: 'who: two without their names', who: NEL_AND_AAD, says: ['who:together'] as const },
  ].map(
    ({ name, who, says }): LayoutState => ({
      ...WHO,
      name,
      stage: 'friday',
      says,
      async reach(scene) {
        await joinAs(scene, titles.meal, who);
        await arrive(scene.walk.page, 'who person');
      },
    }),
  ),
  {
    ...WHO,
    name: 'who: one of two, for my things',
    stage: 'friday',
    async reach(scene) {
      await scene.walk.place(3);
      await chooseDoor(scene, WIL_AND_HENK);
      await arrive(scene.walk.page, 'who person');
    },
  },
];

const JOINED_SAYS: readonly Key[] = ['activity:joined', 'activity:undo', 'common:done'];

const results: readonly LayoutState[] = [
  {
    ...DONE,
    name: 'done: joined, with a name',
    stage: 'friday',
    reach: (scene) => joinAs(scene, titles.few, { door: '71', floor: 5 }),
    says: [...JOINED_SAYS, 'done:alone'],
  },
  {
    ...DONE,
    name: 'done: joined, without a name',
    stage: 'friday',
    reach: (scene) => joinAs(scene, titles.few, TONNY),
    says: JOINED_SAYS,
  },
  {
    ...DONE,
    name: 'done: joined together',
    stage: 'friday',
    says: JOINED_SAYS,
    async reach(scene) {
      await joinAs(scene, titles.meal, WIL_AND_HENK);
      await scene.walk.person(2);
    },
  },
  {
    ...DONE,
    name: 'done: joined with a guest, at the time of something else',
    stage: 'friday',
    says: JOINED_SAYS,
    async reach(scene) {
      await scene.walk.open(titles.meal);
      await scene.walk.tap('.do', 1);
      await chooseDoor(scene, { door: '11', floor: 0 });
    },
  },
  {
    ...DONE,
    name: 'done: joined, long words, tomorrow',
    stage: 'friday',
    says: JOINED_SAYS,
    async reach(scene) {
      await scene.walk.tomorrow();
      await joinAs(scene, titles.long, { door: '76', floor: 5 });
    },
  },
  {
    ...DONE,
    name: 'done: waiting',
    stage: 'friday',
    reach: (scene) => joinAs(scene, titles.full, { door: '71', floor: 5 }),
    says: ['activity:undo', 'done:waitStory'],
  },
  {
    name: 'done: left again',
    stage: 'friday',
    screen: 'left',
    bar: 'own',
    says: ['activity:again', 'common:done'],
    async reach(scene) {
      await joinAs(scene, titles.few, { door: '71', floor: 5 });
      await arrive(scene.walk.page, 'done');
      await scene.walk.tap('.key.stop');
    },
  },
  { ...MINE, name: 'my things: empty', stage: 'friday', reach: (scene) => mine(scene, TONNY), says: ['mine:empty'] },
  {
    ...MINE,
    name: 'my things: joined and waiting',
    stage: 'friday',
    reach: (scene) => mine(scene, RIET),
    says: ['activity:undo', 'activity:joined'],
  },
  {
    ...MINE,
    name: 'my things: started, another room, another time',
    stage: 'thursday',
    reach: (scene) => mine(scene, RIET),
    says: ['activity:newRoom', 'activity:newTime'],
  },
  {
    ...MINE,
    name: 'my things: every notice',
    stage: 'tuesday',
    reach: (scene) => mine(scene, RIET),
    says: [
      'mine:promoted',
      'activity:newTime',
      'activity:cancelled',
      'mine:restored',
      'mine:withdrawn',
      'activity:again',
    ],
  },
];

/** How it works in three pictures, on the first page or the next (UX requirement 42). */
const HOW: readonly Key[] = ['help:step1', 'help:step2', 'help:step3'];

const others: readonly LayoutState[] = [
  {
    ...REFUSED,
    name: 'refused: signed up already',
    stage: 'friday',
    says: ['refused:alreadySignedUp', 'common:back'],
    reach: (scene) => joinAs(scene, titles.meal, RIET),
  },
  {
    ...REFUSED,
    name: 'refused: too few chairs for two',
    stage: 'friday',
    says: ['refused:partyTooLarge', 'common:back'],
    async reach(scene) {
      await scene.walk.tomorrow();
      await joinAs(scene, titles.oneChair, WIL_AND_HENK);
      await scene.walk.person(2);
    },
  },
  {
    ...REFUSED,
    name: 'refused: a card nobody has',
    stage: 'friday',
    says: ['refused:cardUnknown', 'refused:cardUnknownDo'],
    reach: ({ walk }) => walk.showCard(CARD_NOBODY_HAS),
  },
  {
    ...REFUSED,
    name: 'refused: cancelled while they chose their door',
    stage: 'friday',
    says: ['refused:activityCancelled', 'common:back'],
    async reach(scene) {
      await scene.walk.join(titles.few);
      await scene.walk.floor(TONNY.floor);
      await scene.house.asStaff({ type: 'cancelActivity', activityId: FEW, reason: 'De docent is ziek.' });
      await scene.walk.door(TONNY.door);
    },
  },
  {
    ...REFUSED,
    name: 'refused: taken off the board while they read it',
    stage: 'friday',
    says: ['refused:activityUnknown', 'common:back'],
    async reach(scene) {
      await scene.walk.open(titles.team);
      await scene.house.asStaff({ type: 'skipDate', ...TEAM_DATE });
    },
  },
  {
    ...REFUSED,
    name: 'refused: no chair for a guest',
    stage: 'friday',
    says: ['refused:activityFull', 'refused:activityFullDo'],
    async reach(scene) {
      await scene.house.asStaff({ type: 'changeActivity', activityId: MEAL, fields: { capacity: 3 } });
      await todayOf(scene, RIET);
      await scene.walk.open(titles.meal);
      await scene.walk.tap('.do');
    },
  },
  {
    name: 'language',
    stage: 'friday',
    screen: 'language',
    bar: 'places',
    reach: async ({ walk }) => walk.hand.tap(walk.page.locator('.header .tool').last()),
  },
  {
    name: 'help: somebody is here',
    stage: 'friday',
    screen: 'help',
    bar: 'places',
    reach: ({ walk }) => walk.place(4),
    says: ['help:title', ...HOW],
  },
  {
    name: 'team: ours, one with a photo',
    stage: 'friday',
    screen: 'team',
    bar: 'places',
    async reach({ house, walk }) {
      const [first] = (await house.rows()).staffMember?.filter(({ name }) => name === 'Samira Haddou') ?? [];
      await house.asStaff({ type: 'setStaffPhoto', staffId: first!.id, photo: await keepPhoto(house) });
      await walk.place(4);
      await arrive(walk.page, 'help');
      await walk.hand.tap(walk.page.locator('.box.ours'));
    },
    says: ['help:team'],
  },
  {
    name: 'help: nobody is here',
    stage: 'evening',
    screen: 'help',
    bar: 'places',
    reach: ({ walk }) => walk.place(4),
    says: ['help:nobody', ...HOW],
  },
  {
    ...VISIT,
    name: 'visit: somebody comes by',
    reach: (scene) => askVisit(scene, TONNY),
    says: ['help:visitTitle', 'help:visitStory'],
  },
  {
    ...VISIT,
    name: 'visit: taken back',
    says: ['help:visitOff'],
    async reach(scene) {
      await askVisit(scene, TONNY);
      await scene.walk.tap('.both .key.stop');
      await scene.walk.page.locator('.both .key.stop').filter({ visible: true }).waitFor({ state: 'detached' });
    },
  },
  {
    ...MINE,
    name: 'my things: somebody comes by',
    stage: 'friday',
    says: ['help:visitTitle', 'help:visitAsked'],
    async reach(scene) {
      const residentId = await residentAt(scene.house, TONNY.door);
      await scene.house.asStaff({ type: 'askVisit', residentId });
      await mine(scene, TONNY);
    },
  },
  {
    name: 'still there',
    stage: 'friday',
    screen: 'still-there',
    bar: 'question',
    says: ['still:title', 'still:yes'],
    async reach(scene) {
      await mine(scene, RIET);
      await scene.walk.hand.wait(91_000);
    },
  },
  {
    name: 'rest: something soon',
    stage: 'friday',
    screen: 'rest',
    bar: 'none',
    reach: stay,
    untouched: true,
    says: ['rest:touch'],
  },
  {
    name: 'rest: something now',
    stage: 'thursday',
    screen: 'rest',
    bar: 'none',
    reach: stay,
    untouched: true,
    says: ['rest:touch'],
  },
  {
    name: 'rest: nothing more today',
    stage: 'sunday',
    screen: 'rest',
    bar: 'none',
    reach: stay,
    untouched: true,
    says: ['rest:touch'],
  },
  {
    name: 'rest: night',
    stage: 'evening',
    screen: 'rest',
    bar: 'none',
    reach: stay,
    untouched: true,
    says: ['rest:goodNight'],
  },
];

export const layoutStates: readonly LayoutState[] = [
  ...days,
  ...activities,
  ...asking,
  ...results,
  ...others,
  ...messageStates,
  ...mealStates,
  ...scooterStates,
  ...awayStates,
];
