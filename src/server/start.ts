/**
 * Puts a house together and on the network, and takes it down again in the order that leaves nobody without an answer.
 * Refuses to touch the process: signals, exit codes and the terminal are `main.ts`'s.
 */
import type { Instant } from '../domain/time.ts';
import { createApp } from './app.ts';
import { type Config, isLoopback } from './config.ts';
import { StoreRefused } from './db/store.ts';
import { isMarkedDemo, isNewFolder, type Offer, prepareDemonstration, whatToTry } from './demonstration.ts';
import { createFeed } from './feed.ts';
import { createFirstAdmin } from './first-admin.ts';
import { type House, openHouse } from './house.ts';
import { inlineScriptHashes, readClientFiles } from './http/client-files.ts';
import { createHttpServer } from './http/http-server.ts';
import type { ImportFiles } from './http/import-route.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Log } from './log.ts';
import { announceServer } from './operator.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createSessions } from './sessions.ts';

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
  /** Where the link is that lets the first admin of a real house in; null where somebody leads already. */
  readonly firstAdminFile: string | null;
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
  const house = await openHouse(config, deps);
  try {
    const importFiles = deps.importInto(house);
    const passwords = createPasswords();
    const { now } = deps;
    const { sampleMeals = false } = config;
    const demo = await prepareDemonstration({
      dataFolder,
      mayBecomeDemo,
      house,
      importFiles,
      passwords,
      sampleMeals,
      now,
    });
    return await serve({ ...deps, config, house, importFiles, passwords, demo, clientFiles });
  } catch (error) {
    await house.close();
    throw error;
  }
}

interface Serving extends StartDeps {
  readonly config: Config;
  readonly house: House;
  readonly importFiles: ImportFiles;
  readonly passwords: Passwords;
  readonly demo: boolean;
  readonly clientFiles: Awaited<ReturnType<typeof readClientFiles>>;
}

async function serve(serving: Serving): Promise<RunningHouse> {
  const { config, house, log, demo, clientFiles } = serving;
  const operatorToken = house.secrets.newToken();
  let stopping = false;
  const isStopping = () => stopping;
  const feed = createFeed({ authority: house.authority, log });
  const sessions = createSessions(serving);
  const firstAdmin = createFirstAdmin({ ...serving, dataFolder: config.dataFolder });
  const app = createApp({ ...serving, feed, sessions, firstAdmin, operatorToken, isStopping });
  const headers = securityHeaders(inlineScriptHashes(clientFiles));
  const server = createHttpServer({ app, headers, now: serving.now, isStopping });
  const port = await server.listen(config.port, config.host).catch((error: unknown) => {
    feed.close();
    throw error;
  });
  const url = localUrl(config.host, port);
  const shown = demo ? await whatToTry(house, sessions, serving.passwords) : null;
  const firstAdminFile = demo ? null : await firstAdmin.prepare(url.replace('//127.0.0.1:', '//localhost:'));
  const retract = announceServer(config.dataFolder, { url, token: operatorToken, pid: process.pid });
  log.info('started', { port, demo, version: config.version });
  if (firstAdminFile !== null) log.info('first-admin', { file: firstAdminFile });

  const stop = async () => {
    stopping = true;
    feed.close();
    await server.stop(PATIENCE);
    await house.close();
    retract();
    log.info('stopped');
  };
  const empty = house.empty && !demo;
  return { port, url, operatorToken, demo, empty, shown, firstAdminFile, built: clientFiles.size > 0, stop };
}

function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
