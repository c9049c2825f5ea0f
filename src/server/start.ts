/**
 * Puts the flats of a server together and on the network, and takes them down again in the order that leaves nobody without an answer.
 * Refuses to touch the process: signals, exit codes and the terminal are `main.ts`'s.
 */
import type { Instant } from '../domain/time.ts';
import { createApp } from './app.ts';
import { type Config, isLoopback } from './config.ts';
import { StoreRefused } from './db/store.ts';
import { isMarkedDemo, isNewFolder, type Offer, prepareDemonstration, whatToTry } from './demonstration.ts';
import { createFeed } from './feed.ts';
import { createFirstAdmin } from './first-admin.ts';
import { type House, type Houses, openHouses } from './house.ts';
import { serveByHost } from './http/by-host.ts';
import { inlineScriptHashes, readClientFiles } from './http/client-files.ts';
import { createHttpServer } from './http/http-server.ts';
import type { ImportFiles } from './http/import-route.ts';
import { securityHeaders } from './http/security-headers.ts';
import { createNights } from './jobs/nights.ts';
import type { Log } from './log.ts';
import { announceServer } from './operator.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createSessions } from './sessions.ts';
import { createSisters, type Sister } from './sisters.ts';

export interface StartDeps {
  readonly log: Log;
  readonly now: () => Instant;
  /** Where the built screens are. */
  readonly clientFolder: string;
  readonly importInto: (house: House) => ImportFiles;
}

export interface RunningHouse {
  readonly port: number;
  /** For this computer, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly operatorToken: string;
  readonly demo: boolean;
  /** What a demonstration offers to try; null for a real house. */
  readonly shown: Offer | null;
  /** Where the links are that let the first admins of real flats in; none where somebody leads already. */
  readonly firstAdminFiles: readonly string[];
  /** A real house in which nobody lives yet. */
  readonly empty: boolean;
  /** Whether there are screens to show. */
  readonly built: boolean;
  /** Answers what is in flight, ends the feeds, closes the data. */
  stop(): Promise<void>;
}

/** After this long a sender that is still busy sending is hung up on; it was promised nothing. */
const PATIENCE = 5_000;

/** Throws StoreRefused with a Dutch sentence, StoreUnavailable, or the system's error for the port. */
export async function startServer(config: Config, deps: StartDeps): Promise<RunningHouse> {
  const { dataFolder, host } = config;
  if (isMarkedDemo(dataFolder) && !isLoopback(host)) {
    throw new StoreRefused(
      `De map ${dataFolder} is een demonstratie en die is alleen op deze computer te zien. Laat HOST weg, of kies met HUISKAMER_DATA een andere map.`,
    );
  }
  const mayBecomeDemo = config.demonstrate && isLoopback(host) && isNewFolder(dataFolder);
  const clientFiles = await readClientFiles(deps.clientFolder);
  const houses = await openHouses(config, deps);
  try {
    const passwords = createPasswords();
    const [house] = houses.all;
    const { now } = deps;
    const { sampleMeals = false } = config;
    const demonstration = { dataFolder, mayBecomeDemo, house, passwords, sampleMeals, now };
    const importFiles = deps.importInto(house);
    const demo = await prepareDemonstration({ ...demonstration, importFiles });
    return await serve({ ...deps, config, houses, passwords, demo, clientFiles });
  } catch (error) {
    await houses.close();
    throw error;
  }
}

interface Serving extends StartDeps {
  readonly config: Config;
  readonly houses: Houses;
  readonly passwords: Passwords;
  readonly demo: boolean;
  readonly clientFiles: Awaited<ReturnType<typeof readClientFiles>>;
}

async function serve(serving: Serving): Promise<RunningHouse> {
  const { config, houses, log, demo, clientFiles } = serving;
  const [{ secrets }] = houses.all;
  const operatorToken = secrets.newToken();
  let stopping = false;
  const isStopping = () => stopping;
  const [first, ...others] = houses.all;
  const sisters: Sister[] = [];
  const open = (house: House) => {
    const opened = openFlat(house, { ...serving, sisters, operatorToken, isStopping });
    sisters.push(opened);
    return opened;
  };
  const flats = [open(first), ...others.map(open)] as const;
  const closeFeeds = () => {
    for (const { feed } of flats) feed.close();
  };
  const headers = securityHeaders(inlineScriptHashes(clientFiles));
  const server = createHttpServer({ serve: serveByHost(flats), headers, now: serving.now, isStopping });
  const port = await server.listen(config.port, config.host).catch((error: unknown) => {
    closeFeeds();
    throw error;
  });
  const url = localUrl(config.host, port);
  const shown = demo ? await whatToTry(first, flats[0].sessions, serving.passwords) : null;
  const firstAdminFiles = demo ? [] : await prepareFirstAdmins(flats, url);
  const retract = announceServer(config.dataFolder, { url, token: operatorToken, pid: process.pid });
  log.info('started', { port, demo, version: config.version, flats: flats.length });
  for (const file of firstAdminFiles) log.info('first-admin', { file });

  const nights = createNights({ ...serving, houses: houses.all });
  const stop = async () => {
    stopping = true;
    nights.stop();
    closeFeeds();
    await server.stop(PATIENCE);
    await houses.close();
    retract();
    log.info('stopped');
  };
  const empty = first.empty && !demo;
  return { port, url, operatorToken, demo, empty, shown, firstAdminFiles, built: clientFiles.size > 0, stop };
}

interface Flats extends Serving {
  readonly sisters: readonly Sister[];
  readonly operatorToken: string;
  readonly isStopping: () => boolean;
}

/** What one flat has for itself: its feed, its sessions, its routes. */
function openFlat(house: House, { sisters: all, ...serving }: Flats) {
  const feed = createFeed({ authority: house.authority, log: serving.log });
  const sessions = createSessions({ ...serving, house });
  const firstAdmin = createFirstAdmin({ ...serving, house, dataFolder: serving.config.dataFolder });
  const sisters = createSisters(house, all, serving.passwords);
  const importFiles = serving.importInto(house);
  const app = createApp({ ...serving, house, feed, sessions, firstAdmin, sisters, importFiles });
  return { house, flat: house.flat, feed, sessions, firstAdmin, app };
}

/** The files that let the first admin of each flat in, of those that need one. */
async function prepareFirstAdmins(flats: readonly ReturnType<typeof openFlat>[], url: string): Promise<string[]> {
  const files: string[] = [];
  for (const { flat, firstAdmin } of flats) {
    const address = flat.hostName === null ? url.replace('//127.0.0.1:', '//localhost:') : `https://${flat.hostName}`;
    const file = await firstAdmin.prepare(address);
    if (file !== null) files.push(file);
  }
  return files;
}

function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
