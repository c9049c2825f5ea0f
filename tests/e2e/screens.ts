/** The screens of the kiosk by what a resident reads on them. Refuses to know how they are built. */
import { expect, type Locator, type Page } from '@playwright/test';
import { createHand, type Hand } from './taps.ts';

export type ScreenName =
  | 'rest'
  | 'today'
  | 'day'
  | 'week'
  | 'activity'
  | 'who'
  | 'dish'
  | 'plate'
  | 'standing'
  | 'pause'
  | 'done'
  | 'left'
  | 'my-things'
  | 'language'
  | 'help'
  | 'refused'
  | 'still-there'
  | 'scooter'
  | 'scooter-choice'
  | 'scooter-full'
  | 'scooter-past'
  | 'scooter-time'
  | 'scooter-length'
  | 'code'
  | 'moment'
  | 'no-board'
  | 'trip'
  | 'trip-return'
  | 'trip-broken'
  | 'trip-done'
  | 'visit';

/** The screen that is shown, if it is this one. */
export const screen = (page: Page, name: ScreenName): Locator =>
  page.locator(`[data-screen="${name}"], [data-screen^="${name} "]`).filter({ visible: true });

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** The row of an activity on a day or in one's own things. */
export const rowOf = (page: Page, title: string): Locator => page.locator('.row').filter({ hasText: title });

/** "Ik doe mee" or "Zet mij op de lijst" of one activity. */
export const joinButton = (page: Page, title: string): Locator => button(page, `Ik doe mee: ${title}`);
export const listButton = (page: Page, title: string): Locator => button(page, `Zet mij op de lijst: ${title}`);

export const floorTile = (page: Page, floor: number): Locator => button(page, new RegExp(`^${floor} `));
export const doorTile = (page: Page, door: string): Locator => button(page, new RegExp(`^${door} `));

/** From rest to today: the first touch only wakes. */
export async function wake(page: Page): Promise<Hand> {
  const hand = createHand(page);
  await hand.tap(screen(page, 'rest').getByRole('button'));
  await expect(screen(page, 'today')).toBeVisible();
  return hand;
}

/** Floor and door; for who lives there alone that is all. */
export async function chooseDoor(hand: Hand, floor: number, door: string): Promise<void> {
  await hand.tap(floorTile(hand.page, floor));
  await hand.tap(doorTile(hand.page, door));
}

/** By the week, where tomorrow is the first and largest leaf. */
export async function openTomorrow({ page, tap }: Hand): Promise<void> {
  while ((await button(page, 'Later').count()) > 0) await tap(button(page, 'Later'));
  await tap(button(page, 'Week'));
  await tap(page.locator('.leaf.tomorrow'));
  await expect(screen(page, 'day')).toBeVisible();
}

export interface WhoJoins {
  readonly title: string;
  readonly floor: number;
  readonly door: string;
  /** Where people share the door. */
  readonly who?: string;
}

/** Signs up from a row of today until the ticket is there. */
export async function signUp(hand: Hand, { title, floor, door, who }: WhoJoins): Promise<void> {
  await hand.tap(joinButton(hand.page, title));
  await chooseDoor(hand, floor, door);
  if (who !== undefined) await hand.tap(button(hand.page, new RegExp(`^${who}`)));
  await expect(screen(hand.page, 'done')).toBeVisible();
}

/** Klaar, and today again with nobody at the screen. */
export async function finish(hand: Hand): Promise<void> {
  await hand.tap(button(hand.page, 'Klaar'));
  await expect(screen(hand.page, 'today')).toBeVisible();
}

/** Mijn dingen of who lives behind a door alone. */
export async function openMyThings(hand: Hand, floor: number, door: string): Promise<void> {
  await hand.tap(button(hand.page, 'Mijn dingen'));
  await chooseDoor(hand, floor, door);
  await expect(screen(hand.page, 'my-things')).toBeVisible();
}
