/** Two volunteers at two tablets, each with an own cable: the same sheet, the same row, at the same moment. */
import type { Page, Route } from '@playwright/test';
import { type BrowserHouse, expect, type Kiosk, test } from './house.ts';
import {
  codeFor,
  enter,
  fillMeal,
  list,
  mealId,
  neighbours,
  openDoor,
  platesOf,
  row,
  THURSDAY,
  total,
  VOLUNTEER,
  type Volunteer,
  volunteerAt,
} from './meal-house.ts';
import { button } from './screens.ts';

test.use({ startsAt: `${THURSDAY}T15:12:00+02:00` });

const COMMANDS = '**/api/commands*';

interface Post {
  readonly kiosk: Kiosk;
  readonly page: Page;
  readonly hand: Volunteer;
  /** What came out of the printer. */
  readonly paper: () => Promise<readonly string[]>;
}

/** A volunteer at work at each of two tablets, at a meal of four. */
async function twoAtWork(browser: Parameters<BrowserHouse['openKiosk']>[0], house: BrowserHouse) {
  const meal = await mealId(house, 'Samen eten', THURSDAY);
  const people = (await neighbours(house)).slice(0, 4);
  await fillMeal(house, meal, { people, dishes: ['vlees'] });
  const digits = await codeFor(house, VOLUNTEER);
  const post = async (): Promise<Post> => {
    const kiosk = await house.openKiosk(browser);
    const { page } = kiosk;
    await openDoor(page);
    const hand = volunteerAt(page);
    await enter(hand, VOLUNTEER, digits);
    await expect(list(page)).toBeVisible();
    await page.evaluate(() => {
      const printer = window as unknown as { paper: string[] };
      printer.paper = [];
      window.print = () => printer.paper.push(document.querySelector<HTMLElement>('.k-sheet')!.innerText);
    });
    return { kiosk, page, hand, paper: () => page.evaluate(() => (window as unknown as { paper: string[] }).paper) };
  };
  return { meal, people, hall: await post(), kitchen: await post() };
}

async function loseNetwork({ kiosk, page }: Post): Promise<void> {
  kiosk.cable.pull();
  await page.clock.fastForward(45_000);
  await expect(page.getByText('Even geen internet.')).toBeVisible();
}

async function findNetwork({ kiosk, page }: Post): Promise<void> {
  kiosk.cable.plugIn();
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(page.getByText('Even geen internet.')).toBeHidden({ timeout: 1_000 });
  }).toPass();
}

/** Prints, and says what the button called the sheet: that is what the paper says too. */
async function printSheet({ hand, page, paper }: Post): Promise<string> {
  const before = (await paper()).length;
  await hand.tap(button(page, 'Keukenblad'));
  const press = page.getByRole('button', { name: /^Print (los )?blad/ });
  const name = (await press.innerText()).replace('Print ', '');
  await hand.tap(press);
  await expect.poll(async () => (await paper()).length).toBe(before + 1);
  return name;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Holds what tablets send until all of them have sent something: then it arrives at the same moment. */
async function holdTaps(
  posts: readonly Post[],
): Promise<{ readonly held: () => Promise<void>; readonly letGo: () => Promise<void> }> {
  const held: Route[] = [];
  for (const { page } of posts) {
    await page.route(COMMANDS, async (route) => {
      if (held.length >= posts.length) return route.continue();
      held.push(route);
    });
  }
  const all = () => expect.poll(() => held.length).toBe(posts.length);
  return {
    held: all,
    letGo: async () => {
      await all();
      await Promise.all(held.map((route) => route.continue()));
    },
  };
}

test('sheets printed without a network bear names of their own, and every screen says which one counts', async ({
  browser,
  house,
}) => {
  const { hall, kitchen, people } = await twoAtWork(browser, house);
  expect(await printSheet(hall)).toBe('blad 1');
  await expect(row(kitchen.page, people[0]!.name)).toBeVisible();
  for (const post of [hall, kitchen]) await loseNetwork(post);

  const early = await printSheet(hall);
  await kitchen.page.clock.fastForward(90_000);
  const late = await printSheet(kitchen);
  for (const [post, name] of [
    [hall, early],
    [kitchen, late],
  ] as const) {
    expect(name).toMatch(/^los blad \d{5}$/);
    const text = (await post.paper()).at(-1)!;
    expect(text).toContain(capital(name));
    expect(text).toContain('zonder internet');
    // The tablet that printed it calls it as the paper does, before anybody else has heard of it.
    await expect(post.page.getByText(new RegExp(`^${capital(name)} van \\d+:\\d\\d telt$`))).toBeVisible();
  }
  expect(early).not.toBe(late);

  // The one that was printed first is heard of last.
  house.setTime(`${THURSDAY}T15:19:00+02:00`);
  await findNetwork(kitchen);
  await findNetwork(hall);
  for (const { page } of [hall, kitchen]) {
    const band = page.getByRole('status').filter({ hasText: 'telt' });
    await expect(band).toContainText(new RegExp(`${capital(late)} van \\d+:\\d\\d telt`));
    await expect(band).toContainText(new RegExp(`Leg blad 1 van \\d+:\\d\\d en ${early} van \\d+:\\d\\d weg\\.`));
  }
  const numbers = ((await house.rowsForStaff()).mealPrint ?? []).map(({ number }) => number);
  expect(numbers.sort((a, b) => a - b)).toEqual([1, ...[early, late].map((name) => Number(name.slice(-5))).sort()]);

  // Names written on the paper that goes away are taken over as that paper's.
  const { hand, page } = hall;
  await hand.tap(button(page, 'Van papier'));
  await expect(page.getByText(`Onderaan ${late}`)).toBeVisible();
  await hand.tap(page.getByRole('button', { name: new RegExp(`^${capital(early)} van`) }));
  await expect(page.getByText(`Onderaan ${early}`)).toBeVisible();
  await hand.tap(button(page, 'Kan ik niet lezen'));
  await hand.tap(button(page, 'Dit waren ze allemaal'));
  await expect(kitchen.page.getByText(`Niet te lezen: ${early}, regel 1`)).toBeVisible();

  // With a network sheets go on where they were.
  expect(await printSheet(kitchen)).toBe('blad 2');
  await expect(hall.page.getByText(/^Blad 2 van \d+:\d\d telt$/)).toBeVisible();
});

test('a sheet whose number nobody could confirm is not printed under it', async ({ browser, house }) => {
  const { hall } = await twoAtWork(browser, house);
  const { hand, page, paper } = hall;
  await hand.tap(button(page, 'Keukenblad'));
  const taps = await holdTaps([hall]);
  await hand.tap(button(page, 'Print blad 1'));
  await taps.held();
  expect(await paper()).toEqual([]);
  hall.kiosk.cable.pull();
  await page.clock.fastForward(45_000);
  await expect.poll(async () => (await paper()).length).toBe(1);
  expect((await paper())[0]).toMatch(/Los blad \d{5}/);
});

test('two who print at the same moment have sheet 1 and sheet 2, on paper too', async ({ browser, house }) => {
  const posts = await twoAtWork(browser, house);
  const { hall, kitchen } = posts;
  const taps = await holdTaps([hall, kitchen]);
  for (const { hand, page } of [hall, kitchen]) {
    await hand.tap(button(page, 'Keukenblad'));
    await hand.tap(button(page, 'Print blad 1'));
  }
  await taps.letGo();
  for (const { paper } of [hall, kitchen]) await expect.poll(async () => (await paper()).length).toBe(1);
  const names = [...(await hall.paper()), ...(await kitchen.paper())].map((text) => /Blad \d/.exec(text)![0]);
  expect(names.sort()).toEqual(['Blad 1', 'Blad 2']);
  const { mealPrint = [] } = await house.rowsForStaff();
  expect(mealPrint.map(({ number }) => number).sort()).toEqual([1, 2]);
});

test('two who change one row at the same moment both see what came of it, and nothing is lost', async ({
  browser,
  house,
}) => {
  const { hall, kitchen, meal, people } = await twoAtWork(browser, house);
  const { id, name } = people[1]!;
  const taps = await holdTaps([hall, kitchen]);
  // The same field of the same plate.
  for (const [{ hand, page }, dish] of [
    [hall, 'vegetarisch'],
    [kitchen, 'halal'],
  ] as const) {
    await hand.tap(row(page, name).locator('.is-dish'));
    await hand.tap(page.getByRole('dialog').getByRole('button', { name: dish }));
    await expect(row(page, name)).toContainText(dish);
  }
  await taps.letGo();
  const plate = async () => (await platesOf(house, meal)).find(({ residentId }) => residentId === id)!;
  await expect.poll(async () => (await plate()).dish).toMatch(/vegetarisch|halal/);
  const { dish } = await plate();
  for (const { page } of [hall, kitchen]) await expect(row(page, name).locator('.is-dish')).toContainText(dish!);

  // Other fields of it, while one answer is lost on the way: the tablet asks again by itself, and it counts once.
  let lost = 0;
  await hall.page.unroute(COMMANDS);
  await hall.page.route(COMMANDS, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await hall.hand.tap(row(hall.page, name).getByRole('button', { name: /open$/ }));
  await kitchen.hand.tap(row(kitchen.page, name).getByRole('button', { name: /: is er\?$/ }));
  await hall.page.clock.fastForward(10_000);
  for (const { page } of [hall, kitchen]) {
    await expect(row(page, name)).toContainText('betaald');
    await expect(row(page, name).getByRole('button', { name: `${name} is er` })).toBeVisible();
  }
  expect(lost).toBe(1);
  await expect.poll(plate).toMatchObject({ dish, came: true, paid: 550, goneAt: null });
  await hall.page.reload();
  await expect(row(hall.page, name)).toContainText('betaald');
});

test('a row that goes away while money is taken for it goes on both screens, and the money is kept', async ({
  browser,
  house,
}) => {
  const { hall, kitchen, meal, people } = await twoAtWork(browser, house);
  const { id, name } = people[1]!;
  const taps = await holdTaps([hall, kitchen]);
  await hall.hand.tap(row(hall.page, name).locator('.is-dish'));
  await hall.hand.tap(button(hall.page, 'Zegt af'));
  await kitchen.hand.tap(row(kitchen.page, name).getByRole('button', { name: /open$/ }));
  await taps.letGo();
  for (const { page } of [hall, kitchen]) await expect(total(page, 'eten mee')).toContainText('3');
  for (const { page } of [hall, kitchen]) await expect(row(page, name)).toContainText('af om');
  // Whichever came first: it is off the list, and what was paid is kept, to be given back.
  const plate = async () => (await platesOf(house, meal)).find(({ residentId }) => residentId === id);
  await expect.poll(plate).toMatchObject({ paid: 550, goneAt: expect.any(String) });
});
