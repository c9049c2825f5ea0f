/** What hangs in the house, in every state it can be in, each with the way there. Refuses to judge what it looks like. */
import { alarmPhrases } from '../../src/client/app/alarm-phrases.ts';
import { saidBy, sentOf } from '../../src/client/app/alarm-words.ts';
import { ALARM, alarm, end, LONGEST } from './announcements.ts';
import { arrive } from './layout-hand.ts';
import type { LayoutState, Scene } from './layout-states.ts';

const messages = ({ walk }: Scene) => walk.place(2);
const open = (words: RegExp) => async (scene: Scene) => {
  await messages(scene);
  await arrive(scene.walk.page, 'messages');
  await scene.walk.hand.tap((await scene.walk.find(words)).locator('.slip'));
  await arrive(scene.walk.page, 'message');
};
const ids = new WeakMap<Scene['house'], string>();
const sound = (wanted: Parameters<typeof alarm>[1]) => async (scene: Scene) => {
  ids.set(scene.house, await alarm(scene.house, wanted));
  await arrive(scene.walk.page, 'alarm');
};
const silence = async ({ house, walk }: Scene) => {
  await end(house, ids.get(house) ?? '');
  await walk.page.locator('[data-screen=alarm]').waitFor({ state: 'detached' });
};
const gather = sentOf(saidBy(alarmPhrases.find(({ name }) => name === 'hall') ?? null));
const long = {
  ...LONGEST,
  text: LONGEST.text.slice(0, 120),
  acts: (ALARM.acts ?? []).map((act) => ({ ...act, words: LONGEST.title })),
};

const TODAY = { screen: 'today', bar: 'places', stage: 'notices' } as const;
const LIST = { screen: 'messages', bar: 'places' } as const;
const ONE = { screen: 'message', bar: 'places', stage: 'notices' } as const;
const SOUNDING = { screen: 'alarm', bar: 'none', stage: 'notices', leave: silence } as const;

export const messageStates: readonly LayoutState[] = [
  { ...TODAY, name: 'today: with a note', reach: () => Promise.resolve(), says: ['message:read'] },
  { ...LIST, name: 'messages: some', stage: 'notices', reach: messages, says: ['message:new', 'message:read'] },
  { ...LIST, name: 'messages: none', stage: 'friday', reach: messages, says: ['message:none'] },
  {
    ...ONE,
    name: 'message: important, with a picture',
    reach: open(/Morgen geen water|Yarın su yok/),
    says: ['message:all', 'message:next'],
  },
  { ...ONE, name: 'message: the longest there can be', reach: open(/trappen A/), says: ['message:all'] },
  { ...SOUNDING, name: 'alarm: three things to do, in every language', reach: sound(gather) },
  {
    ...SOUNDING,
    name: 'alarm: large in another language',
    async reach(scene) {
      await sound(gather)(scene);
      await scene.walk.hand.tap(scene.walk.page.locator('.other[lang=ar]'));
      await scene.walk.page.locator('.order[lang=ar]').waitFor();
    },
  },
  { ...SOUNDING, name: 'alarm: long words', reach: sound(long) },
  { ...SOUNDING, name: 'alarm: nothing to do', reach: sound({ acts: [], translations: [] }) },
];
