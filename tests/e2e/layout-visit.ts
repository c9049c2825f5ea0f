/**
 * Brings a kiosk to a state as a visitor would, once for each panel, and where the screen can be kept chooses every
 * other size and language there; stops at every page there is. Refuses to judge what it sees.
 */
import type { Browser, Page } from '@playwright/test';
import { type Kiosk, openBrowserHouse } from './house.ts';
import { type FixedPlaces, fixedPlaces } from './kiosk-asserts.ts';
import { arrive, createWalker, isAt } from './layout-hand.ts';
import type { Look, Profile } from './layout-matrix.ts';
import { hasWayBack, throughPages, toFirstPage } from './layout-pages.ts';
import { createSpeaker, type Speaker } from './layout-speech.ts';
import { stages } from './layout-stages.ts';
import type { LayoutState, Scene } from './layout-states.ts';
import { createTidying } from './layout-tidy.ts';
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
  /** What is known from other states; learns what is not. */
  readonly homes: Homes;
}

export interface LayoutVisits {
  /** Calls `atStop` at every page of the state. Gives what was read on all of them. */
  readonly visit: (look: Look, atStop: (stop: Stop) => Promise<void>) => Promise<string>;
  /** Leaves the kiosk for what it is; the next visit opens another. */
  readonly giveUp: () => void;
  readonly stop: () => Promise<void>;
}

/** Somebody at the state. */
interface Visitor {
  readonly scene: Scene;
  readonly speaker: Speaker;
  readonly profile: Profile;
}

const PATIENCE = 8_000;

export async function openVisits(browser: Browser, { state, looks, homes }: Journey): Promise<LayoutVisits> {
  const stage = stages[state.stage];
  const house = await openBrowserHouse(stage.startsAt);
  await stage.prepare(house);
  const tidy = await createTidying(house);
  let kiosk: Kiosk | null = null;
  /** Whoever has seen the state in one size and language, and on which of its pages they are. */
  let staying: { readonly visitor: Visitor; readonly atStart: boolean } | null = null;
  let leave = async () => {};

  /** Loaded anew for every visitor, and before that made as large as their panel: a kiosk is never stretched in use. */
  const loadKiosk = async (profile: Profile): Promise<Kiosk> => {
    if (kiosk === null) {
      kiosk = await house.openKiosk(browser, { ...profile, voices: SLOW_VOICES });
      kiosk.page.setDefaultTimeout(PATIENCE);
    } else {
      await kiosk.page.setViewportSize(profile);
      await kiosk.page.goto(house.url, { waitUntil: 'commit' });
    }
    return kiosk;
  };

  const come = async (look: Look): Promise<Visitor> => {
    await leave();
    const { context, page } = await loadKiosk(look.profile);
    const scene: Scene = { house, context, walk: createWalker(page) };
    const visitor: Visitor = { scene, speaker: createSpeaker(scene), profile: look.profile };
    leave = async () => {
      await state.leave?.(scene);
      await tidy();
    };
    if (state.untouched !== true) await begin(visitor, look, { looks, homes });
    await state.reach(scene);
    await arrive(page, state.screen);
    return visitor;
  };

  const canStay = async ({ scene, speaker, profile }: Visitor, look: Look): Promise<boolean> =>
    state.anew !== true && profile === look.profile && speaker.canSpeak(look.language) && (await scene.walk.hasTools());

  /** The same screen in another size and language, from its first page on; null when nobody can stay for that. */
  const stay = async (look: Look): Promise<Visitor | null> => {
    const before = staying;
    staying = null;
    if (before === null || !(await canStay(before.visitor, look))) return null;
    const { scene, speaker } = before.visitor;
    if (!before.atStart && !hasWayBack(state)) return null;
    await speaker.choose(look);
    if (!(await isAt(scene.walk.page, state.screen))) return null;
    if (!before.atStart) await toFirstPage(scene, state);
    return before.visitor;
  };

  return {
    async visit(look, atStop) {
      const visitor = (await stay(look)) ?? (await come(look));
      const home = state.untouched === true ? null : (homes.get(nameOf(look)) ?? null);
      const { page } = visitor.scene.walk;
      const { read, atStart } = await throughPages(visitor.scene.walk, () => atStop({ page, home }));
      staying = { visitor, atStart };
      return read;
    },
    giveUp() {
      kiosk = null;
      staying = null;
      leave = tidy;
    },
    async stop() {
      await leave();
      await house.stop();
    },
  };
}

const nameOf = ({ profile, size, language }: Look): string => `${profile.name} ${size} ${language}`;

/** At Vandaag in the size and language of the look; on the way there, where things are in those that come later. */
async function begin(
  { scene: { walk }, speaker, profile }: Visitor,
  look: Look,
  { looks, homes }: Omit<Journey, 'state'>,
): Promise<void> {
  await walk.wake();
  const unknown = looks.filter((each) => each.profile === profile && !homes.has(nameOf(each)));
  for (const each of [look, ...unknown, look]) {
    if (!speaker.canSpeak(each.language)) continue;
    await speaker.choose(each);
    await arrive(walk.page, 'today');
    homes.set(nameOf(each), await fixedPlaces(walk.page));
  }
}
