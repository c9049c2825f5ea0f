/**
 * Brings a kiosk to a state as a visitor would, and holds time there: then the same screen is looked at on every panel,
 * in every size and language, page by page. Refuses to judge what it sees.
 */
import type { Browser, Page } from '@playwright/test';
import type { BrowserHouse } from './house.ts';
import { type FixedPlaces, fixedPlaces } from './kiosk-asserts.ts';
import { arrive, createWalker, isAt } from './layout-hand.ts';
import type { StageHouses } from './layout-houses.ts';
import type { Look } from './layout-matrix.ts';
import { throughPages } from './layout-pages.ts';
import { createRemote, type Remote, stretch } from './layout-remote.ts';
import { createSpeech, type Speech } from './layout-speech.ts';
import type { LayoutState, Scene } from './layout-states.ts';
import { stopTime } from './taps.ts';
import { SLOW_VOICES } from './voices.ts';

/** Where things are on Vandaag by panel, size and language; the same on every day. */
export type Homes = Map<string, FixedPlaces>;

export interface Stop {
  readonly page: Page;
  /** Where things were on Vandaag in the same size and language; null where nobody has been there. */
  readonly home: FixedPlaces | null;
}

export interface Journey {
  readonly state: LayoutState;
  readonly looks: readonly Look[];
  readonly houses: StageHouses;
  /** What is known from other states; learns what is not. */
  readonly homes: Homes;
}

export interface LayoutVisits {
  /** Calls `atStop` at every page of the state. Gives what was read on all of them. */
  readonly visit: (look: Look, atStop: (stop: Stop) => Promise<void>) => Promise<string>;
  /** Leaves; whoever comes next finds another house. */
  readonly stop: () => Promise<void>;
}

/** Somebody at the state. */
interface Visitor {
  readonly scene: Scene;
  /** By the clock of the page, in milliseconds. */
  readonly cameAt: number;
  /** What they came in; null before anybody touched the screen. */
  readonly means: { readonly remote: Remote; readonly speech: Speech } | null;
}

const PATIENCE = 8_000;
/** Time on the page goes faster than the server's heartbeats: who stays longer than this would miss them (ms). */
const LONGEST_STAY = 20_000;

export function openVisits(browser: Browser, { state, looks, houses, homes }: Journey): LayoutVisits {
  const opened: BrowserHouse[] = [];
  let staying: Visitor | null = null;

  const come = async (look: Look): Promise<Visitor> => {
    const house = await houses.open(state.stage);
    opened.push(house);
    const { context, page } = await house.openKiosk(browser, { ...look.profile, voices: SLOW_VOICES });
    page.setDefaultTimeout(PATIENCE);
    const scene: Scene = { house, context, walk: createWalker(page) };
    const means = state.untouched === true ? null : await begin(scene, look, { looks, homes });
    if (means === null) await arrive(page, 'rest');
    await state.reach(scene);
    await arrive(page, state.screen);
    // From here on nothing comes to an end by itself, however long the looking takes.
    await stopTime(page);
    return { scene, means, cameAt: await timeOn(page) };
  };

  /** The same screen on another panel, in another size and language; null when it cannot be had like that. */
  const stay = async (look: Look): Promise<Visitor | null> => {
    if (staying === null) return null;
    const { scene, means, cameAt } = staying;
    if ((await timeOn(scene.walk.page)) > cameAt + LONGEST_STAY) return null;
    if (means === null) {
      await stretch(scene.walk.page, look.profile);
      return staying;
    }
    if (!means.speech.knows(look) || state.anew === true) return null;
    await means.remote.show(look);
    // What is drawn after the next frame.
    await scene.walk.page.clock.runFor(50);
    return (await isAt(scene.walk.page, state.screen)) ? staying : null;
  };

  const stop = async () => {
    staying = null;
    for (const house of opened.splice(0)) await house.stop();
  };

  return {
    async visit(look, atStop) {
      const stayed = await stay(look);
      if (stayed === null) await stop();
      staying = stayed ?? (await come(look));
      const { scene, means } = staying;
      const { page } = scene.walk;
      const home = means === null ? null : (homes.get(nameOf(look)) ?? null);
      const { read, atStart } = await throughPages(scene.walk, () => atStop({ page, home }));
      if (!atStart) await means?.remote.firstPage();
      return read;
    },
    stop,
  };
}

const timeOn = (page: Page): Promise<number> => page.evaluate(() => Date.now());

const nameOf = ({ profile, size, language }: Look): string => `${profile.name} ${size} ${language}`;

/** At Vandaag in the size and language of the look, chosen by taps; before that, where things are in all the others. */
async function begin({ context, walk }: Scene, look: Look, { looks, homes }: Pick<Journey, 'looks' | 'homes'>) {
  const { page } = walk;
  await walk.wake();
  const remote = await createRemote(page);
  const speech = createSpeech(context, remote);
  // Those first that nobody has seen: where a name stands for two languages, a page knows one.
  await speech.learn([look, ...looks]);
  for (const each of looks.filter((other) => speech.knows(other) && !homes.has(nameOf(other)))) {
    await remote.show(each);
    await page.evaluate(() => document.fonts.ready);
    homes.set(nameOf(each), await fixedPlaces(page));
  }
  await remote.show({ ...look, size: 'normal', language: 'nl', tag: 'nl' });
  if (look.tag !== 'nl') await walk.speak(look.tag);
  if (look.size !== 'normal') await walk.letters(look.size);
  return { remote, speech };
}
