/** A lost tablet is put out: of whoever stood at it nothing is left in the browser, and the house knows what never came. */
import type { Page } from '@playwright/test';
import { isKept } from './builds.ts';
import { type BrowserHouse, expect, test } from './house.ts';
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
  VOLUNTEER,
  volunteerAt,
} from './meal-house.ts';
import { button, screen, wake } from './screens.ts';

test.use({ startsAt: `${THURSDAY}T15:12:00+02:00` });

const operator = (house: BrowserHouse) => ({
  'content-type': 'application/json',
  origin: house.url,
  authorization: `Bearer ${house.running.operatorToken}`,
});

/** What a manager does with one tap. */
async function putOutAll(house: BrowserHouse): Promise<readonly string[]> {
  const headers = operator(house);
  const devices = (await (await fetch(`${house.url}/api/devices`, { headers })).json()) as { readonly id: string }[];
  for (const { id } of devices)
    expect((await fetch(`${house.url}/api/devices/${id}`, { method: 'DELETE', headers })).status).toBe(204);
  return devices.map(({ id }) => id);
}

/** Every record of every database of this browser, as text. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const done = <Result>(asked: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const records: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames)
        for (const each of await done(database.transaction(store).objectStore(store).getAll()))
          records.push(JSON.stringify(each));
      database.close();
    }
    return records;
  });

/** Ids of the commands in the outbox of a name. */
async function waitingIds(page: Page, type: string): Promise<readonly string[]> {
  const records = (await kept(page)).filter((each) => each.includes(`"${type}"`));
  return records.map((each) => (JSON.parse(each) as { readonly id: string }).id);
}

const reported = (house: BrowserHouse) => house.logged().filter((line) => line.includes('"put-out-unsent"'));

test('while a volunteer is at work: outbox, board and session are gone, and their ids were told', async ({
  browser,
  house,
}) => {
  const meal = await mealId(house, 'Samen eten', THURSDAY);
  const people = (await neighbours(house)).slice(0, 3);
  await fillMeal(house, meal, { people, dishes: ['vlees'] });
  const kiosk = await house.openKiosk(browser);
  const { context, page } = kiosk;
  const digits = await codeFor(house, VOLUNTEER);
  await openDoor(page);
  const hand = volunteerAt(page);
  await enter(hand, VOLUNTEER, digits);
  await expect(list(page)).toBeVisible();
  const session = (await context.cookies()).find(({ name }) => name === 'session')!;

  kiosk.cable.pull();
  await hand.tap(row(page, people[1]!.name).getByRole('button', { name: /: is er\?$/ }));
  await expect.poll(() => waitingIds(page, 'markCame')).toHaveLength(1);
  const [unsent] = await waitingIds(page, 'markCame');
  expect((await kept(page)).join()).toContain(people[0]!.firstName);
  const [deviceId] = await putOutAll(house);
  // A tablet is believed for a few seconds more.
  house.setTime(`${THURSDAY}T15:13:00+02:00`);
  kiosk.cable.plugIn();
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(page.getByText('Deze tablet is uitgezet.')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(button(page, 'A')).toBeVisible();

  await expect.poll(() => kept(page)).toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('huiskamer.staff'))).toBeNull();

  await expect.poll(() => reported(house).length).toBe(1);
  expect(JSON.parse(reported(house)[0]!)).toMatchObject({ deviceId, count: 1, commandIds: unsent });
  expect((await platesOf(house, meal)).filter(({ came }) => came !== null)).toEqual([]);

  // Neither with the tablet's cookie nor without it does the session open anything.
  const asks = async (cookie: string) => (await fetch(`${house.url}/api/sessions`, { headers: { cookie } })).status;
  const device = (await context.cookies()).find(({ name }) => name === 'device')!;
  expect(await asks(`device=${device.value}; session=${session.value}`)).toBe(410);
  expect(await asks(`session=${session.value}`)).toBe(401);

  await page.reload();
  await expect(page.getByText('Deze tablet is uitgezet.')).toBeVisible();
  await expect.poll(() => kept(page)).toEqual([]);
});

test('while nobody is there: the board of the residents, what they tapped and the kept screens are gone', async ({
  browser,
  house,
}) => {
  const kiosk = await house.openKiosk(browser, { serviceWorkers: 'allow' });
  const { page } = kiosk;
  await isKept(page);
  const screens = () =>
    page.evaluate(async () => ({
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
  expect(await screens()).toEqual({ caches: 2, workers: 1 });
  await wake(page);
  await expect(screen(page, 'today')).toBeVisible();
  await expect.poll(async () => (await kept(page)).length).toBeGreaterThan(0);
  await putOutAll(house);
  await expect(async () => {
    await page.clock.fastForward(45_000);
    await expect(page.getByText('Deze tablet is uitgezet.')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await expect(async () => {
    await page.clock.fastForward(10_000);
    expect(await screens()).toEqual({ caches: 0, workers: 0 });
  }).toPass({ timeout: 10_000 });
  await page.reload();
  await expect(page.getByText('Deze tablet is uitgezet.')).toBeVisible();
  expect(await screens()).toEqual({ caches: 0, workers: 0 });
  expect(reported(house)).toEqual([]);
});
