/** The server as its own process, killed as by a power cut: what the ticket said is there when it runs again. */
import { expect, test } from '@playwright/test';
import type { Command, Envelope } from '../../src/domain/commands.ts';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { newId } from '../bench/load.ts';
import { aSeries } from '../support/builders.ts';
import { type RunningPostgres, startPostgres } from '../support/postgres.ts';
import { newDataFolder, type RunningServer, removeDataFolder, startServer } from '../support/running-server.ts';
import { button, finish, rowOf, screen, signUp, wake } from './screens.ts';
import { stopTime } from './taps.ts';

/** On every day, long after the noon of this house. */
const CHOIR = aSeries({
  id: 'Koor',
  startTime: '20:00',
  endTime: '21:00',
  capacity: null,
  pictogram: 'coffee',
  rule: { type: 'daily', interval: 1, from: '2026-01-01', until: null },
});

async function operate(server: RunningServer, command: Command): Promise<void> {
  const envelope: Envelope = {
    id: newId(),
    command,
    tappedAt: new Date().toISOString(),
    actor: { staffId: 'operator', proof: 'session', visitId: 'test' },
  };
  const reply = await fetch(`${server.url}/api/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.operatorToken}` },
    body: JSON.stringify(envelope),
  });
  if (!reply.ok) throw new Error(await reply.text());
}

const peopleInChoir = async (server: RunningServer): Promise<number> =>
  (await partiesInChoir(server)).filter((status) => status === 'going').length;

async function partiesInChoir(server: RunningServer): Promise<string[]> {
  const reply = await fetch(`${server.url}/api/board`, {
    headers: { authorization: `Bearer ${server.operatorToken}` },
  });
  const { rows } = (await reply.json()) as Snapshot;
  return (rows.signUp ?? []).filter(({ activityId }) => activityId.startsWith('Koor/')).map(({ status }) => status);
}

/** Where it is between twelve and one now: the server goes by its own clock, and its day must not end in a test. */
function zoneOfNoon(): string {
  const east = 12 - new Date().getUTCHours();
  // The names count hours to the west.
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

for (const engine of ['SQLite', 'PostgreSQL'] as const) test.describe(`on ${engine}`, () => powerCutsOn(engine));

function powerCutsOn(engine: 'SQLite' | 'PostgreSQL'): void {
  let postgres: RunningPostgres | null = null;
  /** What is there again after a power cut. */
  let kept: { readonly dataFolder: string; readonly databaseUrl?: string };
  let server: RunningServer;

  test.beforeAll(async () => {
    if (engine === 'PostgreSQL') postgres = await startPostgres();
  });
  test.afterAll(() => postgres?.stop());

  test.beforeEach(async () => {
    const databaseUrl = await postgres?.createDatabase();
    kept = { dataFolder: newDataFolder(), ...(databaseUrl === undefined ? {} : { databaseUrl }) };
    server = await startServer(kept);
    await operate(server, {
      type: 'setLocation',
      location: { name: 'De Linden', timeZone: zoneOfNoon(), tableSize: 8 },
    });
    await operate(server, { type: 'importProgramme', lines: [{ series: CHOIR, overrides: [] }] });
  });

  test.afterEach(async () => {
    await server.stop();
    removeDataFolder(kept.dataFolder);
  });

  const port = (): number => Number(new URL(server.url).port);

  test('a sign-up that the screen confirmed survives kill -9, and the kiosk finds the server again by itself', async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(server.url);
    const hand = await wake(page);
    await page.evaluate(() => void Object.assign(window, { marked: true }));
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/commands'));
    await signUp(hand, { title: 'Koor', floor: 0, door: '1' });
    expect((await answered).status()).toBe(200);
    await server.kill();
    await finish(hand);

    // While it is down the next resident signs up as well.
    await expect(page.getByText('Even geen internet')).toBeVisible();
    await signUp(hand, { title: 'Koor', floor: 0, door: '2' });
    await expect(screen(page, 'done')).toContainText('bewaard');
    await finish(hand);

    // The kiosk's clock stands still, so that it does not knock before the house was asked what it kept.
    await stopTime(page);
    server = await startServer({ ...kept, port: port() });
    expect(await peopleInChoir(server)).toBe(1);
    await page.clock.resume();
    await hand.wait(31_000);
    await expect.poll(() => peopleInChoir(server)).toBe(2);
    await expect(page.getByText('Even geen internet')).toHaveCount(0);
    await expect(rowOf(page, 'Koor')).toContainText('2 mensen doen mee');
    expect(await page.evaluate(() => 'marked' in window)).toBe(true);
  });

  test('a tablet that lost its power too shows the sign-up after both have started again', async ({ page }) => {
    await page.clock.install();
    await page.goto(server.url);
    const hand = await wake(page);
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/commands'));
    await signUp(hand, { title: 'Koor', floor: 0, door: '1' });
    await answered;
    await server.kill();
    server = await startServer({ ...kept, port: port() });
    await page.reload();
    await wake(page);
    await expect(rowOf(page, 'Koor')).toContainText('1 persoon doet mee');
  });

  test('a server that is killed in the middle of a batch has each of it once, in its order, when it runs again', async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(server.url);
    const hand = await wake(page);
    let killing: Promise<void> | null = null;
    await page.route('**/api/commands', (route) => route.abort());
    await signUp(hand, { title: 'Koor', floor: 0, door: '1' });
    await hand.tap(button(page, 'Toch niet'));
    await expect(screen(page, 'left')).toBeVisible();
    await hand.tap(button(page, 'Toch wel'));
    await expect(screen(page, 'done')).toBeVisible();
    await finish(hand);
    await page.unroute('**/api/commands');
    await page.route('**/api/commands', async (route) => {
      // It may have judged the batch or not, and has told nobody.
      void route.fetch().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 5));
      killing ??= server.kill();
      // The page may have given it up already.
      await route.abort().catch(() => undefined);
    });
    await expect(async () => {
      await hand.wait(31_000);
      expect(killing).not.toBeNull();
    }).toPass();
    await killing;
    await page.unroute('**/api/commands');
    server = await startServer({ ...kept, port: port() });
    await expect(async () => {
      await hand.wait(31_000);
      expect(await peopleInChoir(server)).toBe(1);
    }).toPass();
    expect(await partiesInChoir(server)).toEqual(['going']);
  });

  test('what was tapped and not yet sent when the tablet lost its power is sent when it starts again', async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(server.url);
    const hand = await wake(page);
    await page.route('**/api/commands', (route) => route.abort());
    await signUp(hand, { title: 'Koor', floor: 0, door: '1' });
    await expect(screen(page, 'done')).toContainText('bewaard');
    expect(await peopleInChoir(server)).toBe(0);
    await page.unroute('**/api/commands');
    await page.reload();
    await expect.poll(() => peopleInChoir(server)).toBe(1);
    await wake(page);
    await expect(rowOf(page, 'Koor')).toContainText('1 persoon doet mee');
  });
}
