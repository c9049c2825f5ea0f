/** Goes through the pages of the screen that is shown. Refuses to judge what is on them. */
import type { Page } from '@playwright/test';
import { shown, turn, type Walker } from './layout-hand.ts';

/** The tools and tiles that lead to another page of the same screen. */
const MORE = '.header .tool:has(.pic.flip:not(.aloud)), .tile.later, .bar .middle:has(.pages) .key';
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
    if (!words.more) break;
    await turn(hand, shown(page).locator(MORE).first());
  }
  return { read: read.join('\n'), atStart: seen.length === 1 };
}

interface Drawn {
  /** Of the part of the screen that changes. */
  readonly main: string;
  readonly screen: string;
  /** Whether there is another page. */
  readonly more: boolean;
}

/** What is read on the screen on top, once its letters have come. */
async function wordsOf(page: Page): Promise<Drawn> {
  return page.evaluate(async (more) => {
    // Letters that are not there yet are asked for when they are laid out.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    const drawn = [...document.querySelectorAll<HTMLElement>('[data-screen]')].filter((each) => each.checkVisibility());
    const top = drawn.at(-1);
    const main = [...(top?.querySelectorAll('main') ?? [])].at(-1);
    if (top === undefined || main === undefined) throw new Error('there is no screen');
    const ways = drawn.flatMap((each) => [...each.querySelectorAll(more)]);
    return { main: main.innerText, screen: top.innerText, more: ways.some((each) => each.checkVisibility()) };
  }, MORE);
}
