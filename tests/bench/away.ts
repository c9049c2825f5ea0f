/**
 * Measures a tablet in Chromium that comes back after thirty days without a network with two hundred commands: from the
 * start of its page until each is delivered or told.
 */
import { chromium, type Page } from '@playwright/test';
import { RESIDENTS_DATABASE } from '../../src/client/platform/wipe.ts';
import type { OutboxRecord } from '../../src/client/sync/outbox-record.ts';
import { openBrowserHouse, WEDNESDAY_MORNING } from '../e2e/house.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { dailySeries, newId } from './load.ts';
import type { Line } from './server.ts';

const DAYS = 30;
const COMMANDS = 200;
const DAY = 86_400_000;
/** Each was for so many days after its tap: the last ones are still to come, all others are told. */
const AHEAD = 7 * DAY;
/** Unless something is wrong. */
const LONGEST = 120_000;

export async function measureAway(): Promise<readonly Line[]> {
  const browser = await chromium.launch(chromiumLaunch());
  const house = await openBrowserHouse();
  try {
    await house.asStaff({ type: 'importProgramme', lines: [{ series: dailySeries(0), overrides: [] }] });
    const residents = (await house.rows()).resident ?? [];
    const { page, cable } = await house.openKiosk(browser);
    await page.locator('[data-screen=rest]').waitFor();
    // No page of it runs while its outbox is filled.
    await page.goto(`${cable.url}/api/health`);
    const start = Date.parse(WEDNESDAY_MORNING);
    const records = Array.from({ length: COMMANDS }, (_, nth) =>
      recordOf(residents[nth % residents.length]?.id ?? '', start + Math.floor((nth * DAYS) / COMMANDS) * DAY, nth),
    );
    await fillOutbox(page, records);
    house.setTime(new Date(start + DAYS * DAY).toISOString());
    await page.clock.setSystemTime(start + DAYS * DAY);
    const began = performance.now();
    await page.goto(cable.url);
    const ended = await settled(page);
    const took = performance.now() - began;
    return [
      {
        what: `Tablet in Chromium, ${COMMANDS} commands after ${DAYS} days: page opened to all delivered or told`,
        value: `${took.toFixed(0)} ms, ${ended.confirmed ?? 0} delivered, ${ended.refused ?? 0} told`,
        aim: 'under 5000 ms',
      },
    ];
  } finally {
    await browser.close();
    await house.stop();
  }
}

function recordOf(residentId: string, tapped: number, nth: number): OutboxRecord {
  const id = newId();
  const date = new Date(tapped + AHEAD).toISOString().slice(0, 10);
  const command = { type: 'signUp', activityId: `bench-0/${date}`, residentIds: [residentId], guests: 0 } as const;
  const actor = { residentId, proof: 'name', visitId: `visit-${nth}` } as const;
  const envelope = { id, command, tappedAt: new Date(tapped).toISOString(), actor };
  return { id, order: nth, envelope, state: { type: 'queued' } };
}

function fillOutbox(page: Page, records: readonly OutboxRecord[]): Promise<void> {
  return page.evaluate(
    ([name, all]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('outbox', 'readwrite');
          for (const each of all) writing.objectStore('outbox').put(each);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    [RESIDENTS_DATABASE, records] as const,
  );
}

/** How many ended as what, once none waits any more. */
async function settled(page: Page): Promise<Readonly<Record<string, number>>> {
  const until = performance.now() + LONGEST;
  for (;;) {
    const states = await statesOf(page);
    if (states.length === COMMANDS && !states.includes('queued'))
      return Object.fromEntries(
        Map.groupBy(states, (state) => state)
          .entries()
          .map(([state, all]) => [state, all.length]),
      );
    if (performance.now() > until)
      throw new Error(`still waiting: ${states.filter((each) => each === 'queued').length}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const statesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (name) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('outbox').objectStore('outbox').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            // Beside them the store may be trying whether it can write.
            resolve(reading.result.flatMap(({ state }) => state?.type ?? []));
          };
        };
      }),
    RESIDENTS_DATABASE,
  );
