/** Measures the volunteers' list of 120 people on the tablet at six times CPU throttling: opening it, and one tick. */
import { type Browser, chromium } from '@playwright/test';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { type RunningServer, removeDataFolder, startServer } from '../support/running-server.ts';
import { fromLift } from './from-lift.ts';
import { asOperator, createClient, dailySeries } from './load.ts';
import { type Line, percentile } from './server.ts';

const THROTTLE = 6;
const PEOPLE = 120;
const TURNS = 5;
/** Longer than the guards against bounces and ghost taps. */
const GUARD = 1_000;
const VOLUNTEER = 'Joke Pronk';
/** All day, so that there is a meal whenever this runs; two, so that one is chosen with a tap. */
const meal = (number: number, title: string) => ({
  ...dailySeries(number),
  title,
  startTime: '00:01',
  endTime: '23:59',
  signUp: 'open' as const,
  capacity: null,
  closes: null,
  meal: 'warm',
});

export async function measureMeal(): Promise<readonly Line[]> {
  const server = await startServer();
  const client = createClient(server, 1);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const lines = [meal(0, 'Grote maaltijd'), meal(1, 'Kleine maaltijd')].map((series) => ({ series, overrides: [] }));
    await asOperator(server, client, { type: 'importProgramme', lines });
    const { resident = [] } = (await board(server)).rows;
    const activityId = `${lines[0]?.series.id}/${new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' })}`;
    for (const { id } of resident.slice(0, PEOPLE)) {
      await asOperator(server, client, {
        type: 'addPlate',
        activityId,
        residentId: id,
        hostId: null,
        guestName: '',
        dish: null,
        takeAway: false,
        despite: ['closed'],
        mayWait: false,
      });
    }
    return await measure(browser, server);
  } finally {
    client.close();
    await browser.close();
    await server.stop();
    removeDataFolder(server.dataFolder);
  }
}

async function board(server: RunningServer): Promise<Snapshot> {
  const headers = { authorization: `Bearer ${server.operatorToken}` };
  return (await (await fetch(`${server.url}/api/board`, { headers })).json()) as Snapshot;
}

async function codeOf(server: RunningServer): Promise<string> {
  const { staffMember = [] } = (await board(server)).rows;
  const reply = await fetch(`${server.url}/api/staff-secrets`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: server.url,
      authorization: `Bearer ${server.operatorToken}`,
    },
    body: JSON.stringify({ staffId: staffMember.find(({ name }) => name === VOLUNTEER)?.id, way: 'code' }),
  });
  return ((await reply.json()) as { readonly digits: string }).digits;
}

async function measure(browser: Browser, server: RunningServer): Promise<readonly Line[]> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await context.newPage();
  const digits = await codeOf(server);
  await page.goto(server.url);
  const tap = async (name: string | RegExp) => {
    await page.waitForTimeout(GUARD);
    await page.getByRole('button', { name, exact: true }).tap();
  };
  await page.locator('[data-screen=rest]').waitFor();
  await page.waitForTimeout(GUARD);
  await page.touchscreen.tap(640, 400);
  await tap('Hulp');
  await tap('Voor medewerkers');
  await tap(new RegExp(VOLUNTEER));
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).tap();
  const session = await context.newCDPSession(page);
  await page.locator('.m-meal').first().waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const opened: number[] = [];
  const ticked: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.waitForTimeout(GUARD);
    opened.push(
      await fromLift(page, { selector: '.m-row', count: PEOPLE }, () =>
        page.locator('.m-meal').filter({ hasText: 'Grote maaltijd' }).tap(),
      ),
    );
    await page.waitForTimeout(GUARD);
    const row = page.locator('.m-row').nth(turn);
    ticked.push(
      await fromLift(page, { selector: '.m-row .is-yes', count: turn + 1 }, () =>
        row.getByRole('button', { name: /is er\?$/ }).tap(),
      ),
    );
    await tap('Terug');
    await page.locator('.m-meal').first().waitFor();
  }
  await context.close();
  const what = `Meal list of ${PEOPLE} people, ${THROTTLE}× throttled:`;
  return [
    { what: `${what} opens, p50`, value: `${percentile(opened, 50)} ms`, aim: 'at most 500 ms' },
    { what: `${what} a tick answers, p50`, value: `${percentile(ticked, 50)} ms`, aim: 'at most 100 ms' },
  ];
}
