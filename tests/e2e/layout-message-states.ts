/** What hangs in the house, in every state it can be in, each with the way there. Refuses to judge what it looks like. */
import { alarmPhrases } from '../../src/client/app/alarm-phrases.ts';
import { saidBy, sentOf } from '../../src/client/app/alarm-words.ts';
import { ALARM, alarm, keepPhoto, LONGEST, post } from './announcements.ts';
import { arrive } from './layout-hand.ts';
import type { LayoutState, Scene } from './layout-states.ts';

const messages = ({ walk }: Scene) => walk.place(2);
const open = (words: RegExp) => async (scene: Scene) => {
  await messages(scene);
  await arrive(scene.walk.page, 'messages');
  await scene.walk.hand.tap((await scene.walk.find(words)).locator('.slip'));
  await arrive(scene.walk.page, 'message');
};
const sound = (wanted: Parameters<typeof alarm>[1]) => async (scene: Scene) => {
  await alarm(scene.house, wanted);
  await arrive(scene.walk.page, 'alarm');
};
const gather = sentOf(saidBy(alarmPhrases.find(({ name }) => name === 'hall') ?? null));
const long = {
  ...LONGEST,
  text: LONGEST.text.slice(0, 120),
  acts: (ALARM.acts ?? []).map((act) => ({ ...act, words: LONGEST.title })),
};

/** Hangs up one that comes before all others at rest, and waits until it stands there. */
const hangAtRest = (withPhoto: boolean) => async (scene: Scene) => {
  const { house, walk } = scene;
  const picture = withPhoto ? { photo: await keepPhoto(house) } : { pictogram: 'caretaker' };
  await post(house, { level: 'important', title: FIRST, text: FIRST_TEXT, picture });
  const stands = walk.page.locator(`.coming .what:has-text("${FIRST}")`);
  for (let second = 0; second < 120 && !(await stands.isVisible()); second += 1) await walk.page.clock.runFor(1_000);
  if (withPhoto) await walk.page.locator('.coming img.photo').waitFor();
};
const FIRST = 'Vrijwilligersbijeenkomst in de hal';
const FIRST_TEXT = 'Wij bespreken samen wie er morgen kan helpen. Kom gerust.';
const openPhoto = async (scene: Scene) => {
  const { house, walk } = scene;
  await post(house, { title: 'Dit was het feest', picture: { photo: await keepPhoto(house) } });
  await open(/Dit was het feest/)(scene);
  await walk.page.locator('.sheet img.photo').waitFor();
};

const AT_REST = { screen: 'rest', bar: 'none', stage: 'notices', untouched: true } as const;
const TODAY = { screen: 'today', bar: 'places', stage: 'notices' } as const;
const LIST = { screen: 'messages', bar: 'places' } as const;
const ONE = { screen: 'message', bar: 'places', stage: 'notices' } as const;
const SOUNDING = { screen: 'alarm', bar: 'none', stage: 'notices' } as const;

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
  { ...ONE, name: 'message: with a photo', reach: openPhoto, says: ['message:all'] },
  { ...AT_REST, name: 'rest: a message', reach: hangAtRest(false), says: ['rest:touch'] },
  { ...AT_REST, name: 'rest: a message with a photo', reach: hangAtRest(true), says: ['rest:touch'] },
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
