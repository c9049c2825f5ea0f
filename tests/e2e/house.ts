/**
 * A house for a browser test: the real server in this process on a port of its own, with the sample building, at a
 * moment the test chooses. Refuses to be shared: every test opens and stops its own.
 */
import { join } from 'node:path';
import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test';
import type { Command, Envelope } from '../../src/domain/commands.ts';
import type { Answer, Snapshot } from '../../src/domain/protocol.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Config } from '../../src/server/config.ts';
import { importInto } from '../../src/server/import/import-into.ts';
import { createLog } from '../../src/server/log.ts';
import { type RunningHouse, startServer } from '../../src/server/start.ts';
import { newId } from '../bench/load.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { type Cable, layCable } from './cable.ts';
import { giveVoices, type VoicesGiven } from './voices.ts';

/** A Wednesday morning on which much is still to come. */
export const WEDNESDAY_MORNING = '2026-10-14T08:20:00+02:00';

export interface BrowserHouse {
  readonly url: string;
  /** The server's time; goes on by itself from where the test put it. */
  now(): Instant;
  /** Puts the server's time forward or back. */
  setTime(text: string): void;
  /** What staff do, by the server's own token. Throws unless it was accepted. */
  asStaff(command: Command): Promise<void>;
  /** Sends any envelope from a tablet of its own; for rivals at another screen. */
  asResident(residentId: string, command: Command): Promise<Answer>;
  /** What the server's board holds now, as a shared screen may know it. */
  rows(): Promise<Snapshot['rows']>;
  /** The same with whose trip is whose and who passed the driving test. */
  rowsForStaff(): Promise<Snapshot['rows']>;
  /** Opens a kiosk: a browser context with its own cookie and storage, at the server's time. */
  openKiosk(browser: Browser, options?: KioskOptions): Promise<Kiosk>;
  /** What the server wrote down, a line each. */
  logged(): readonly string[];
  readonly running: RunningHouse;
  stop(): Promise<void>;
}

export interface KioskOptions {
  readonly width?: number;
  readonly height?: number;
  /** Leaves the browser its own clock; else it shows the server's time and a test may move it. */
  readonly ownClock?: boolean;
  /** By how much its own clock is wrong. */
  readonly clockWrongBy?: number;
  /** Keeps the kiosk itself, so that a reload works without a network. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** What this tablet can say aloud; a browser without a screen of its own can say nothing. */
  readonly voices?: VoicesGiven;
}

export interface Kiosk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Between this tablet and the server. */
  readonly cable: Cable;
}

export interface HouseOptions {
  /** An empty house has nobody in it but who comes in by the server's own token. */
  readonly isEmpty?: boolean;
  readonly databaseUrl?: string | null;
  /** Where the house is kept, by whoever removes it; else in a new folder that is gone when the house stops. */
  readonly dataFolder?: string;
}

export async function openBrowserHouse(
  startsAt = WEDNESDAY_MORNING,
  { isEmpty = false, databaseUrl = null, dataFolder: given }: HouseOptions = {},
): Promise<BrowserHouse> {
  const dataFolder = given ?? newDataFolder();
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    databaseUrl,
    demonstrate: !isEmpty,
    version: '0.0.0',
  };
  const lines: string[] = [];
  let offset = Date.parse(startsAt) - Date.now();
  const now = () => Date.now() + offset;
  const running = await startServer(config, {
    log: createLog((line) => void lines.push(line)),
    now,
    clientFolder: join(import.meta.dirname, '../../dist/client'),
    importInto: (house) => importInto(house, now),
  });
  const send = async (body: Envelope, headers: Record<string, string>): Promise<Answer> => {
    const reply = await fetch(`${running.url}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: running.url, ...headers },
      body: JSON.stringify(body),
    });
    return (await reply.json()) as Answer;
  };
  const envelope = (command: Command, actor: Envelope['actor']): Envelope => ({
    id: newId(),
    command,
    tappedAt: new Date(now()).toISOString(),
    actor,
  });
  const read = async (path: string) => {
    const reply = await fetch(`${running.url}${path}`, { headers: operator });
    return ((await reply.json()) as Snapshot).rows;
  };
  const operator = { authorization: `Bearer ${running.operatorToken}` };
  const opened: Omit<Kiosk, 'page'>[] = [];
  return {
    url: running.url,
    now,
    running,
    logged: () => lines,
    setTime: (text) => {
      offset = Date.parse(text) - Date.now();
    },
    asStaff: async (command) => {
      const answer = await send(
        envelope(command, { staffId: 'operator', proof: 'session', visitId: 'test' }),
        operator,
      );
      if (answer.status !== 'accepted') throw new Error(JSON.stringify(answer));
    },
    asResident: (residentId, command) =>
      send(envelope(command, { residentId, proof: 'name', visitId: newId() }), operator),
    rows: () => read('/api/board'),
    rowsForStaff: () => read('/api/board?as=staff'),
    openKiosk: async (browser, options = {}) => {
      const {
        width = 1280,
        height = 800,
        ownClock = false,
        clockWrongBy = 0,
        serviceWorkers = 'block',
        voices,
      } = options;
      const cable = await layCable(running.url);
      const context = await browser.newContext({
        viewport: { width, height },
        hasTouch: true,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        serviceWorkers,
      });
      opened.push({ context, cable });
      if (voices !== undefined) await giveVoices(context, voices);
      const page = await context.newPage();
      if (!ownClock) await page.clock.install({ time: new Date(now() + clockWrongBy) });
      await page.goto(cable.url);
      return { page, context, cable };
    },
    stop: async () => {
      for (const { context, cable } of opened) {
        await context.close();
        await cable.remove();
      }
      await running.stop();
      if (given === undefined) removeDataFolder(dataFolder);
    },
  };
}

/**
 * `house` is opened for each test and stopped after it, with every page that looked at it: a page left open asks for its
 * house for ever and slows whatever comes after. `startsAt` is when it opens.
 */
export const test = base.extend<{
  readonly house: BrowserHouse;
  readonly startsAt: string;
  readonly isEmpty: boolean;
}>({
  startsAt: [WEDNESDAY_MORNING, { option: true }],
  isEmpty: [false, { option: true }],
  house: async ({ browser, isEmpty, startsAt }, use) => {
    const house = await openBrowserHouse(startsAt, { isEmpty });
    await use(house);
    await Promise.all(browser.contexts().map((context) => context.close()));
    await house.stop();
  },
});
export { expect } from '@playwright/test';
