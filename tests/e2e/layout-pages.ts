/** Goes through the pages of the screen that is shown, and back to the first of them. Refuses to judge what is on them. */
import type { Page } from '@playwright/test';
import { arrive, shown, turn, type Walker } from './layout-hand.ts';
import type { LayoutState, Scene } from './layout-states.ts';

/** The tools and tiles that lead to another page of the same screen. */
const MORE = '.header .tool:has(.pic.flip:not(.aloud)), .tile.later, .bar .middle .key';
const MOST_PAGES = 12;

export interface Pages {
  /** The words of all of them. */
  readonly read: string;
  /** Whether the first page is shown again, or still. */
  readonly atStart: boolean;
}

/** Stops at every page of this screen, in order. */
export async function throughPages({ page, hand }: Walker, atPage: () => Promise<void>): Promise<Pages> {
  const read: string[] = [];
  const seen: string[] = [];
  while (seen.length < MOST_PAGES) {
    const words = await wordsOf(page);
    const nth = seen.indexOf(words.main);
    if (nth >= 0) return { read: read.join('\n'), atStart: nth === 0 };
    seen.push(words.main);
    read.push(words.screen);
    await atPage();
    const more = shown(page).locator(MORE);
    if ((await more.count()) === 0) break;
    await turn(hand, more.first());
  }
  return { read: read.join('\n'), atStart: seen.length === 1 };
}

/** What is read on the screen on top and in the part of it that changes, once its letters have come. */
async function wordsOf(page: Page): Promise<{ readonly main: string; readonly screen: string }> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const drawn = [...document.querySelectorAll<HTMLElement>('[data-screen]')].filter((each) => each.checkVisibility());
    const top = drawn.at(-1);
    const main = [...(top?.querySelectorAll('main') ?? [])].at(-1);
    if (top === undefined || main === undefined) throw new Error('there is no screen');
    return { main: main.innerText, screen: top.innerText };
  });
}

/** By the place in the bar where these screens begin at their first page; a day and the week by the way from Vandaag. */
const PLACES = { today: 0, scooter: 1, messages: 2, 'my-things': 3, day: 0, week: 0 } as const;
const HELP = 4;

const placeOf = (screen: string) => Object.entries(PLACES).find(([name]) => name === screen)?.[1];

/** Whether somebody who is on another page can come to the first one. */
export const hasWayBack = ({ screen }: LayoutState): boolean => placeOf(screen) !== undefined;

export async function toFirstPage(scene: Scene, { screen, reach }: LayoutState): Promise<void> {
  const { walk } = scene;
  // The place where one is cannot be tapped: from Hulp it can.
  await walk.place(HELP);
  await arrive(walk.page, 'help');
  await walk.place(placeOf(screen) ?? 0);
  if (screen === 'day' || screen === 'week') {
    await arrive(walk.page, 'today');
    await reach(scene);
  }
  await arrive(walk.page, screen);
}
