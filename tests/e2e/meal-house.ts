/** Meals in a browser test: a full list, the team's codes, and the tablet as a volunteer holds it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Rows } from '../../src/domain/board.ts';
import type { BrowserHouse } from './house.ts';
import { button, wake } from './screens.ts';

/** The warm meal of the sample building: a Thursday, 17:30, closed since Wednesday 17:00. */
export const THURSDAY = '2026-10-15';
/** A Wednesday with the lunch that is open until 9:30. */
export const WEDNESDAY = '2026-10-14';

export const VOLUNTEER = 'Joke Pronk';

/** The id of a meal on a date. */
export async function mealId(house: BrowserHouse, title: string, date: string): Promise<string> {
  const found = ((await house.rows()).series ?? []).find((series) => series.title === title);
  return `${found!.id}/${date}`;
}

export interface Neighbour {
  readonly id: string;
  readonly door: string;
  readonly name: string;
  readonly firstName: string;
  readonly floor: number;
}

/** Who lives here, by door. */
export async function neighbours(house: BrowserHouse): Promise<readonly Neighbour[]> {
  const { home = [], resident = [], residentPrivate = [] } = await house.rowsForStaff();
  return resident
    .map(({ homeId, id }) => {
      const door = home.find((each) => each.id === homeId)!;
      const own = residentPrivate.find((each) => each.id === id)!;
      const name = [own.firstName, own.infix, own.lastName].filter((word) => word !== '').join(' ');
      return { id, door: door.number, floor: door.floor, firstName: own.firstName, name };
    })
    .sort((a, b) => Number(a.door) - Number(b.door) || (a.id < b.id ? -1 : 1));
}

/** Puts so many people on the list, as the server's own hand does. */
export async function fillMeal(
  house: BrowserHouse,
  activityId: string,
  { people, dishes }: { readonly people: readonly Neighbour[]; readonly dishes: readonly (string | null)[] },
): Promise<void> {
  for (const [at, { id }] of people.entries()) {
    await house.asStaff({
      type: 'addPlate',
      activityId,
      residentId: id,
      hostId: null,
      guestName: '',
      dish: dishes[at % dishes.length] ?? null,
      takeAway: false,
      despite: ['closed', 'full'],
      mayWait: false,
    });
  }
}

/** Plates of a meal as the server keeps them. */
export async function platesOf(house: BrowserHouse, activityId: string): Promise<readonly Rows['plate'][]> {
  return ((await house.rowsForStaff()).plate ?? []).filter((plate) => plate.activityId === activityId);
}

async function memberId(house: BrowserHouse, name: string): Promise<string> {
  return ((await house.rows()).staffMember ?? []).find((member) => member.name === name)!.id;
}

async function secret(house: BrowserHouse, body: unknown): Promise<Response> {
  return fetch(`${house.url}/api/staff-secrets`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: house.url,
      authorization: `Bearer ${house.running.operatorToken}`,
    },
    body: JSON.stringify(body),
  });
}

/** A new code for somebody of the team. */
export async function codeFor(house: BrowserHouse, name: string): Promise<string> {
  const reply = await secret(house, { staffId: await memberId(house, name), way: 'code' });
  return ((await reply.json()) as { readonly digits: string }).digits;
}

export async function giveCard(house: BrowserHouse, name: string, card: string): Promise<void> {
  const reply = await secret(house, { staffId: await memberId(house, name), way: 'card', card });
  expect(reply.status).toBe(204);
}

/** A volunteer's hand: counts every tap and every key. */
export interface Volunteer {
  readonly page: Page;
  readonly actions: number;
  tap(target: Locator): Promise<void>;
}

/** Longer than what a shaking hand does twice. */
const BETWEEN = 700;

export function volunteerAt(page: Page): Volunteer {
  let actions = 0;
  return {
    page,
    get actions() {
      return actions;
    },
    async tap(target) {
      await target.waitFor();
      await page.clock.fastForward(BETWEEN);
      await target.tap();
      actions += 1;
    },
  };
}

/** From the residents' rest screen to the names of the team. */
export async function openDoor(page: Page): Promise<void> {
  const hand = await wake(page);
  await hand.tap(button(page, 'Hulp'));
  await hand.tap(button(page, 'Voor medewerkers'));
  await expect(page.getByRole('heading', { name: 'Voor medewerkers' })).toBeVisible();
}

/** Name and six digits. */
export async function enter(hand: Volunteer, name: string, digits: string): Promise<void> {
  await hand.tap(button(hand.page, new RegExp(name)));
  for (const digit of digits) await hand.tap(button(hand.page, digit));
}

export const list = (page: Page): Locator => page.locator('.m-list');
export const row = (page: Page, name: string): Locator => page.locator('.m-row').filter({ hasText: name });
export const total = (page: Page, words: string | RegExp): Locator =>
  page.locator('.m-total').filter({ hasText: words });
