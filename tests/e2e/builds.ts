/**
 * Several builds of the screens and a house that serves one after the other at the same address, as at a real update.
 * A build here is the one that was built with a mark, or with a script that throws: building anew each time takes long.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { nameBuild } from '../../deploy/offline-build.ts';
import { importInto } from '../../src/server/import/import-into.ts';
import { createLog } from '../../src/server/log.ts';
import { type RunningHouse, startServer } from '../../src/server/start.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { WEDNESDAY_MORNING } from './house.ts';

const BUILT = join(import.meta.dirname, '../../dist/client');

export interface Build {
  readonly folder: string;
  readonly name: string;
}

export interface HouseOfBuilds {
  readonly url: string;
  readonly now: () => number;
  /** A copy of what was built under another name; `starts: false` throws before it draws anything. */
  make(mark: string, how?: { readonly starts: boolean }): Promise<Build>;
  /** From now on the server gives this one, as after an update of the house. */
  serve(build: Build): Promise<void>;
  /** The server is gone. */
  fail(): Promise<void>;
  stop(): Promise<void>;
}

export async function openHouseOfBuilds(): Promise<HouseOfBuilds> {
  const dataFolder = newDataFolder();
  const builds = newDataFolder();
  const offset = Date.parse(WEDNESDAY_MORNING) - Date.now();
  const now = () => Date.now() + offset;
  let running: RunningHouse | null = null;
  let port = 0;
  const fail = async () => {
    await running?.stop();
    running = null;
  };
  const house: HouseOfBuilds = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    now,
    fail,
    async make(mark, { starts } = { starts: true }) {
      const folder = join(builds, mark);
      await copyBuild(folder);
      const page = join(folder, 'index.html');
      const html = await readFile(page, 'utf8');
      const entry = /assets\/index-[\w-]+\.js/.exec(html)?.[0];
      if (entry === undefined) throw new Error('index.html without its script');
      if (!starts) {
        await writeFile(join(folder, 'assets/broken.js'), 'throw new Error("this build is broken");');
        await rm(join(folder, entry));
      }
      const marked = html.replace('<title>', `<meta name="mark" content="${mark}"><title>`);
      await writeFile(page, starts ? marked : marked.replace(entry, 'assets/broken.js'));
      return { folder, name: await nameBuild(folder) };
    },
    async serve({ folder }) {
      await fail();
      const config = { host: '127.0.0.1', dataFolder, databaseUrl: null, demonstrate: true, version: '0.0.0' };
      running = await startServer(
        { ...config, port },
        { log: createLog(() => undefined), now, clientFolder: folder, importInto: (to) => importInto(to, now) },
      );
      port = running.port;
    },
    async stop() {
      await fail();
      removeDataFolder(dataFolder);
      removeDataFolder(builds);
    },
  };
  return house;
}

/** Without the compressed copies: these would still be of the files as they were. */
async function copyBuild(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(BUILT, folder, { recursive: true });
  for (const name of await readdir(folder, { recursive: true }))
    if (/\.(br|gz)$/.test(name)) await rm(join(folder, name));
}

export interface Kept {
  readonly pointer: { readonly good: string | null; readonly bad: string | null } | null;
  /** Names of the builds, and every address that is kept. */
  readonly builds: readonly string[];
  readonly addresses: readonly string[];
}

/** What the service worker keeps in this browser. */
/** Asked again where the page went to another build meanwhile. */
export async function keptBy(page: Page): Promise<Kept> {
  const asked = await askKept(page).catch(() => null);
  if (asked !== null) return asked;
  await page.waitForLoadState();
  return askKept(page);
}

const askKept = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
    const pointer = await caches.match('/.pointer');
    return {
      pointer: pointer === undefined ? null : await pointer.json(),
      builds: (await caches.keys()).filter((name) => name.startsWith('huiskamer-build-')).map((name) => name.slice(16)),
      addresses,
    };
  });

/** The build of the page that is shown. */
export const shownBuild = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-build');

/** Some seconds after the first screens everything of the kiosk itself is kept. */
export async function isKept(page: Page): Promise<void> {
  await page.locator('html[data-started]').waitFor({ state: 'attached' });
  await page.clock.fastForward(11_000);
  await expect.poll(async () => (await keptBy(page)).pointer?.good).toBe(await shownBuild(page));
}
