/**
 * A day of twenty tablets on bad Wi-Fi, in minutes: each comes and goes at random, politely, by a cut, or before it was
 * answered, and taps now and then. Watches from outside what the server holds. Refuses to judge the figures.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { bySelf, type Client, createClient, fillHouse } from '../bench/load.ts';
import { newDataFolder, type RunningServer, removeDataFolder, startServer } from '../support/running-server.ts';

export interface Held {
  readonly heapUsed: number;
  readonly rss: number;
  readonly external: number;
  /** Sockets, timers and their like, by kind. */
  readonly resources: Readonly<Record<string, number>>;
  /** Open files and sockets, as the operating system counts them. */
  readonly handles: number;
}

export interface SoakWish {
  readonly hours: number;
  readonly tablets: number;
  /** A tablet loses its stream so often in an hour. */
  readonly cutsAnHour: number;
  readonly tapsAnHour: number;
  /** So many taps before the first figures: what a server remembers for speed is full then. */
  readonly warmUp: number;
}

/** A day: every five minutes each tablet is away for a moment, and each is tapped four times an hour. */
export const A_DAY: SoakWish = { hours: 24, tablets: 20, cutsAnHour: 12, tapsAnHour: 4, warmUp: 2_500 };

const TELL_MEMORY = fileURLToPath(new URL('./tell-memory.ts', import.meta.url));

/** What it held at the start, with nobody there, and after each hour, when everybody has gone. */
export async function soakServer(
  wish: SoakWish,
  tell: (hour: number, held: Held) => void = () => {},
): Promise<readonly Held[]> {
  const dataFolder = newDataFolder();
  const file = join(dataFolder, 'held.json');
  const nodeOptions = ['--expose-gc', '--import', TELL_MEMORY];
  const server = await startServer({ dataFolder, demonstrate: false, nodeOptions, more: { HUISKAMER_TELL: file } });
  const client = createClient(server, 8);
  try {
    const { residentIds } = await fillHouse(server, client, { residents: 150, series: 10 });
    const cookies: string[] = [];
    for (let n = 0; n < wish.tablets; n += 1) cookies.push(await enrol(server, client, n));
    const tap = createTaps(client, residentIds);
    for (let n = 0; n < wish.warmUp; n += 1) await tap(cookies[n % cookies.length] ?? '');
    await anHour({ server, client, cookies, tap, wish });
    const all: Held[] = [];
    for (let hour = 0; hour <= wish.hours; hour += 1) {
      if (hour > 0) await anHour({ server, client, cookies, tap, wish });
      const held = await heldBy(server, file);
      all.push(held);
      tell(hour, held);
    }
    return all;
  } finally {
    client.close();
    await server.stop();
    removeDataFolder(dataFolder);
  }
}

async function enrol(server: RunningServer, client: Client, n: number): Promise<string> {
  const headers = { authorization: `Bearer ${server.operatorToken}` };
  const { text } = await client.send('/api/devices', { name: `Scherm ${n}` }, headers);
  return (JSON.parse(text) as { readonly cookie: string }).cookie;
}

/** Asks for somebody to come by, and takes it back: the board stays as large as it is. */
function createTaps(client: Client, residentIds: readonly string[]) {
  let turn = 0;
  return async (cookie: string) => {
    const residentId = residentIds[Math.floor(turn / 2) % residentIds.length] ?? '';
    const type = turn % 2 === 0 ? 'askVisit' : 'takeBackVisit';
    turn += 1;
    const reply = await client.send('/api/commands', bySelf(residentId, { type, residentId }), { cookie });
    if (!reply.text.includes('"accepted"')) throw new Error(reply.text.slice(0, 300));
  };
}

interface Hour {
  readonly server: RunningServer;
  readonly client: Client;
  readonly cookies: readonly string[];
  readonly tap: (cookie: string) => Promise<void>;
  readonly wish: SoakWish;
}

async function anHour({ server, client, cookies, tap, wish }: Hour): Promise<void> {
  let working = true;
  const tapping = (async () => {
    for (let n = 0; n < wish.tapsAnHour * cookies.length; n += 1) {
      await tap(cookies[n % cookies.length] ?? '');
      await pause(Math.random() * 10);
    }
  })();
  const tablets = cookies.map(async (cookie) => {
    for (let n = 0; n < wish.cutsAnHour && working; n += 1) await oneStream(server, client, cookie);
  });
  await Promise.all([tapping, ...tablets]).finally(() => {
    working = false;
  });
}

/** Fetches the board, reads on from it for a moment, and is gone in one of three ways. */
async function oneStream({ url }: RunningServer, client: Client, cookie: string): Promise<void> {
  const { text } = await client.get('/api/board', { cookie });
  const { epoch, version } = JSON.parse(text) as Snapshot;
  const way = Math.random();
  const { hostname, port } = new URL(url);
  const path = `/api/changes?after=${epoch}:${version}`;
  await new Promise<void>((resolve) => {
    const asked: ClientRequest = request({ hostname, port, path, headers: { cookie }, agent: false });
    asked.on('close', resolve);
    asked.on('error', () => undefined);
    asked.on('response', (answer) => {
      answer.on('error', () => undefined);
      answer.resume();
      setTimeout(() => asked.destroy(), Math.random() * 60);
    });
    asked.end();
    // Before anybody answered.
    if (way < 0.2) setTimeout(() => asked.destroy(), Math.random() * 3);
  });
}

async function heldBy(server: RunningServer, file: string): Promise<Held> {
  const handles = () => readdirSync(`/proc/${server.pid}/fd`).length;
  // The connections kept open for the next request are ours: the same each time, and here none.
  const told = async () => {
    rmSync(file, { force: true });
    process.kill(server.pid, 'SIGUSR2');
    for (let n = 0; n < 500; n += 1) {
      await pause(20);
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as Omit<Held, 'handles'>;
      } catch {
        // Not yet.
      }
    }
    throw new Error('the server did not tell what it holds');
  };
  return { ...(await told()), handles: handles() };
}
