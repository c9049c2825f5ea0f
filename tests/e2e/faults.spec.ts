/** What a resident did without a network is there when it is back, once, whatever happened to the tablet meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Request } from '@playwright/test';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { startPostgres } from '../support/postgres.ts';
import { isKept } from './builds.ts';
import { layCable } from './cable.ts';
import { type BrowserHouse, expect, openBrowserHouse, test } from './house.ts';
import {
  codeFor,
  enter,
  fillMeal,
  mealId,
  neighbours,
  openDoor,
  platesOf,
  row,
  THURSDAY,
  VOLUNTEER,
  volunteerAt,
} from './meal-house.ts';
import { idOf, partiesOf, plan, residentAt } from './programme.ts';
import { RIDER, showCard, tripsOf } from './scooters.ts';
import { button, finish, joinButton, rowOf, screen, signUp, wake } from './screens.ts';

const CHOIR = `Koor/${THURSDAY}`;
const DRAWING = `Tekenen/${THURSDAY}`;

/** What the server judged after this board, in its order. */
async function judgedSince(house: BrowserHouse, { epoch, version }: Snapshot): Promise<readonly string[]> {
  const until = (await boardOf(house)).version;
  const reading = new AbortController();
  const reply = await fetch(`${house.url}/api/changes?after=${epoch}:${version}`, {
    headers: { authorization: `Bearer ${house.running.operatorToken}` },
    signal: reading.signal,
  });
  const types: string[] = [];
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of reply.body!) {
    text += decoder.decode(chunk, { stream: true });
    if (until === version || text.includes(`id: ${epoch}:${until}\n`)) break;
  }
  reading.abort();
  for (const [, data] of text.matchAll(/^data: (.*)$/gm)) {
    const { changes } = JSON.parse(data!) as {
      readonly changes: readonly { readonly type: string; readonly row?: { readonly status?: string } }[];
    };
    types.push(changes.map(({ type, row: put }) => `${type} ${put?.status ?? ''}`.trim()).join(', '));
  }
  return types;
}

async function boardOf(house: BrowserHouse): Promise<Snapshot> {
  const headers = { authorization: `Bearer ${house.running.operatorToken}` };
  return (await (await fetch(`${house.url}/api/board`, { headers })).json()) as Snapshot;
}

/** A tablet whose browser can be shut and started again, with everything it keeps. */
async function hangTablet(house: BrowserHouse) {
  const folder = mkdtempSync(join(tmpdir(), 'huiskamer-tablet-'));
  const cable = await layCable(house.url);
  let context: BrowserContext | null = null;
  const start = async (): Promise<Page> => {
    context = await chromium.launchPersistentContext(folder, {
      ...chromiumLaunch(),
      viewport: { width: 1280, height: 800 },
      hasTouch: true,
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      serviceWorkers: 'allow',
    });
    const page = context.pages()[0]!;
    await page.clock.install({ time: new Date(house.now()) });
    await page.goto(cable.url);
    return page;
  };
  const shut = async () => {
    await context?.close();
    context = null;
  };
  return {
    cable,
    start,
    shut,
    remove: async () => {
      await shut();
      await cable.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

for (const engine of ['SQLite', 'PostgreSQL'] as const) {
  test(`on ${engine}: signed up, withdrawn, booked and ticked off without a network, over a reload and a restart of the browser, each is there once and in order`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const postgres = engine === 'SQLite' ? null : await startPostgres();
    const databaseUrl = postgres === null ? null : await postgres.createDatabase();
    const house = await openBrowserHouse(`${THURSDAY}T15:12:00+02:00`, { databaseUrl });
    await plan(house, THURSDAY, [
      { id: 'Koor', startTime: '16:00', endTime: '17:00', capacity: null },
      { id: 'Tekenen', startTime: '16:30', endTime: '17:00', capacity: null },
    ]);
    const meal = await mealId(house, 'Samen eten', THURSDAY);
    const [eater] = (await neighbours(house)).slice(5, 6);
    await fillMeal(house, meal, { people: [eater!], dishes: ['vlees'] });
    const riet = await residentAt(house, RIDER.door);
    const tablet = await hangTablet(house);
    const kitchen = await house.openKiosk(browser, { serviceWorkers: 'allow' });

    let page = await tablet.start();
    await isKept(page);
    let hand = await wake(page);
    await showCard(page, RIDER.card);
    const volunteer = volunteerAt(kitchen.page);
    await isKept(kitchen.page);
    await openDoor(kitchen.page);
    await enter(volunteer, VOLUNTEER, await codeFor(house, VOLUNTEER));
    await expect(row(kitchen.page, eater!.name)).toBeVisible();
    const before = await boardOf(house);

    tablet.cable.pull();
    kitchen.cable.pull();
    await expect(page.getByText('Even geen internet')).toBeVisible();
    await hand.tap(joinButton(page, 'Koor'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Genoteerd');
    await hand.tap(button(page, 'Toch niet'));
    await expect(screen(page, 'left')).toContainText('Nog niet zeker: er is even geen internet.');
    await hand.tap(button(page, 'Hulp'));
    await hand.tap(button(page, 'Scootmobiel'));
    await hand.tap(button(page, /^Eerste vrije tijd/));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Genoteerd');
    await page.reload();
    hand = await wake(page);
    await signUp(hand, { title: 'Tekenen', floor: 0, door: RIDER.door });
    await tablet.shut();
    await volunteer.tap(row(kitchen.page, eater!.name).locator('.m-tick').last());
    await expect(kitchen.page.getByText('1 verandering gaat later mee.')).toBeVisible();
    await kitchen.page.reload();

    page = await tablet.start();
    await wake(page);
    await expect(rowOf(page, 'Tekenen')).toContainText('1 persoon doet mee');
    expect(await judgedSince(house, before)).toEqual([]);

    tablet.cable.plugIn();
    await expect(async () => {
      await page.clock.fastForward(10_000);
      expect(await partiesOf(house, DRAWING)).toHaveLength(1);
    }).toPass();
    expect(await judgedSince(house, before)).toEqual([
      'signUpPut going',
      'signUpPut withdrawn',
      'bookingPut booked',
      'signUpPut going',
    ]);
    expect((await partiesOf(house, DRAWING)).map(({ residentIds }) => residentIds)).toEqual([[riet]]);
    expect(await partiesOf(house, CHOIR)).toEqual([]);
    expect(await tripsOf(house, RIDER.door)).toMatchObject([{ status: 'booked' }]);

    kitchen.cable.plugIn();
    await expect(async () => {
      await kitchen.page.clock.fastForward(10_000);
      expect((await platesOf(house, meal)).map(({ came }) => came)).toEqual([true]);
    }).toPass();
    expect(await judgedSince(house, before)).toHaveLength(5);
    await tablet.remove();
    await house.stop();
    await postgres?.stop();
  });
}

const LUNCH = { title: 'Lunch', floor: 0, door: '1' } as const;
const WALK = { title: 'Wandelclub', floor: 0, door: '1' } as const;
const TODAY = '2026-10-14';

test('a full disk is told: taps are taken while they can be sent, and kept again when there is room', async ({
  browser,
  house,
}) => {
  const { page, cable, context } = await house.openKiosk(browser);
  await context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    Object.assign(window, { isFull: true });
    IDBObjectStore.prototype.put = function (...record) {
      if ((window as unknown as { isFull: boolean }).isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, record);
    };
  });
  await page.reload();
  const hand = await wake(page);
  await expect(page.getByText('Dit bord werkt nu alleen met internet.')).toBeVisible();
  await signUp(hand, WALK);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gelukt, Riet');
  await expect.poll(async () => partiesOf(house, await idOf(house, 'Wandelclub', TODAY))).toHaveLength(1);
  cable.pull();
  await hand.wait(1_000);
  await hand.tap(button(page, 'Toch niet'));
  await expect(page.getByRole('alert')).toContainText('Dit kan nu alleen met internet.');
  expect(await partiesOf(house, await idOf(house, 'Wandelclub', TODAY))).toHaveLength(1);
  await page.evaluate(() => Object.assign(window, { isFull: false }));
  await hand.wait(31_000);
  await hand.tap(button(page, 'Terug'));
  await hand.tap(button(page, 'Toch niet'));
  await expect(screen(page, 'left')).toContainText('Nog niet zeker: er is even geen internet.');
  cable.plugIn();
  await expect(async () => {
    await hand.wait(10_000);
    expect(await partiesOf(house, await idOf(house, 'Wandelclub', TODAY))).toEqual([]);
  }).toPass();
});

test('a store that is deleted under the running screen is made again with what waited', async ({ browser, house }) => {
  const { page } = await house.openKiosk(browser);
  const hand = await wake(page);
  await page.route('**/api/**', (route) => route.abort());
  await signUp(hand, LUNCH);
  await expect(screen(page, 'done')).toContainText('bewaard');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('huiskamer').onsuccess = resolve;
      }),
  );
  await hand.wait(2_000);
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .toContain('huiskamer');
  const waits = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('huiskamer');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('outbox').objectStore('outbox').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  await expect.poll(waits).toBe(1);
  await page.reload();
  await wake(page);
  await expect(page.getByText('Even geen internet')).toBeVisible();
  await page.unroute('**/api/**');
  const lunch = await idOf(house, 'Lunch', TODAY);
  await expect(async () => {
    await page.clock.fastForward(10_000);
    expect(await partiesOf(house, lunch)).toHaveLength(1);
  }).toPass();
});

for (const wrong of [3_600_000, -3_600_000]) {
  test(`a clock that is ${wrong / 60_000} minutes wrong shows the right time, and what was tapped by it counts`, async ({
    browser,
    house,
  }) => {
    const { page, cable } = await house.openKiosk(browser, { clockWrongBy: wrong });
    const hand = await wake(page);
    await expect(screen(page, 'today')).toContainText('8:20');
    cable.pull();
    // What it says takes the place of a row: nothing is tapped while that moves.
    await expect(page.getByText('Even geen internet')).toBeVisible();
    await signUp(hand, WALK);
    await finish(hand);
    cable.plugIn();
    const walk = await idOf(house, 'Wandelclub', TODAY);
    await expect(async () => {
      await hand.wait(10_000);
      expect((await partiesOf(house, walk)).map(({ status }) => status)).toEqual(['going']);
    }).toPass();
  });
}

test('of two tabs one sends at a time, and both show both', async ({ browser, house }) => {
  const { page, cable, context } = await house.openKiosk(browser);
  const other = await context.newPage();
  await other.clock.install({ time: new Date(house.now()) });
  await other.goto(cable.url);
  const tabs = [page, other] as const;
  const hands = [await wake(page), await wake(other)] as const;
  const sending = new Set<Request>();
  let most = 0;
  // By the page's clock one may be given up as too slow, and sent again.
  context.on('requestfailed', (request) => sending.delete(request));
  await context.route('**/api/commands', async (route) => {
    sending.add(route.request());
    most = Math.max(most, sending.size);
    // Long enough for the other tab to begin as well, if it would.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const response = await route.fetch().catch(() => null);
    // Counted before the page hears of it: then the other tab may begin.
    sending.delete(route.request());
    await (response === null ? route.abort() : route.fulfill({ response })).catch(() => undefined);
  });
  cable.pull();
  for (const [nth, hand] of hands.entries()) {
    await expect(tabs[nth]!.getByText('Even geen internet')).toBeVisible();
    await signUp(hand, { ...WALK, door: String(nth + 1) });
    await finish(hand);
  }
  cable.plugIn();
  const walk = await idOf(house, 'Wandelclub', TODAY);
  await expect(async () => {
    if (sending.size === 0) for (const hand of hands) await hand.wait(10_000);
    expect(await partiesOf(house, walk)).toHaveLength(2);
  }).toPass();
  for (const tab of tabs) await expect(rowOf(tab, 'Wandelclub')).toContainText('2 mensen doen mee');
  expect(most).toBe(1);
});

test('without a board, and with a clock by which no safe connection comes about, it says what to look at', async ({
  browser,
  house,
}) => {
  const { page, cable, context } = await house.openKiosk(browser, { serviceWorkers: 'allow' });
  await isKept(page);
  // A running kiosk would make it again.
  await page.goto(`${cable.url}/api/health`);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('huiskamer').onsuccess = resolve;
      }),
  );
  cable.pull();
  const later = await context.newPage();
  // A tablet whose battery of the clock is empty: every certificate is of another time.
  await later.clock.install({ time: new Date('2016-01-01T00:05:00+01:00') });
  await later.goto(cable.url);
  await expect(screen(later, 'no-board')).toContainText('Kijk ook naar de klok van deze tablet.');
  await expect(screen(later, 'no-board')).toContainText('Die staat op 1 januari, 0:05 uur.');
  cable.plugIn();
  await expect(async () => {
    await later.clock.fastForward(10_000);
    await expect(screen(later, 'rest')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(screen(later, 'rest')).toContainText('8:2');
});
