/** Measures the server on one engine: sign-ups against the engine's floor, one sign-up, snapshot, memory, start. */
import { readFileSync } from 'node:fs';
import { type RunningServer, removeDataFolder, startServer } from '../support/running-server.ts';
import { bookingsASecond } from './bookings.ts';
import { type Client, createClient, fillHouse, type House, signUpMany } from './load.ts';

export interface Line {
  readonly what: string;
  readonly value: string;
  readonly aim?: string;
}

const PEOPLE = 300;
const BEFORE = 3_000;
const MEASURED = 4_000;
const IN_ALL = 10_000;
const CLIENTS = 64;

export async function measureServer(
  engine: string,
  floor: () => Promise<number> | number,
  databaseUrl?: string,
): Promise<readonly Line[]> {
  const started = performance.now();
  const server = await startServer(databaseUrl === undefined ? {} : { databaseUrl });
  const startTime = performance.now() - started;
  const client = createClient(server, CLIENTS);
  try {
    const house = await fillHouse(server, client, { residents: PEOPLE, series: 10 });
    await signUpMany(house, client, { from: 0, to: BEFORE, clients: CLIENTS });
    const floorBefore = await floor();
    const begun = performance.now();
    await signUpMany(house, client, { from: BEFORE, to: BEFORE + MEASURED, clients: CLIENTS });
    const rate = MEASURED / ((performance.now() - begun) / 1000);
    const floorAfter = await floor();
    const one = await signUpMany(house, client, { from: BEFORE + MEASURED, to: BEFORE + MEASURED + 500, clients: 1 });
    await signUpMany(house, client, { from: BEFORE + MEASURED + 500, to: IN_ALL, clients: CLIENTS });
    const operator = { authorization: `Bearer ${server.operatorToken}` };
    const bookings = await bookingsASecond({ client, operator }, CLIENTS);
    const ratio = rate / ((floorBefore + floorAfter) / 2);
    return [
      { what: `${engine}: durable sign-ups a second, ${CLIENTS} clients, board of ${BEFORE}`, value: rate.toFixed(0) },
      { what: `${engine}: durable bookings a second, ${CLIENTS} clients, 24 scooters`, value: bookings.toFixed(0) },
      {
        what: `${engine}: its own single-insert commits a second, before and after`,
        value: `${floorBefore.toFixed(0)} and ${floorAfter.toFixed(0)}`,
      },
      { what: `${engine}: ratio`, value: ratio.toFixed(2), aim: engine === 'SQLite' ? 'at least 1.0' : 'at least 2.0' },
      {
        what: `${engine}: one sign-up over HTTP, p50 and p99`,
        value: `${percentile(one, 50)} and ${percentile(one, 99)} ms`,
      },
      {
        what: `${engine}: full board with ${IN_ALL} sign-ups, first time and again`,
        value: await snapshotTimes(client, house),
      },
      { what: `${engine}: memory of the server after ${IN_ALL} sign-ups`, value: `${memory(server)} MB` },
      { what: `${engine}: start until it answers, empty database`, value: `${startTime.toFixed(0)} ms` },
    ];
  } finally {
    client.close();
    await server.stop();
    removeDataFolder(server.dataFolder);
  }
}

/** The board of 300 residents and 3,000 sign-ups as it travels: a tablet's own line of the budget. */
export async function measureBoardSize(): Promise<Line> {
  const server = await startServer();
  const client = createClient(server, CLIENTS);
  try {
    const house = await fillHouse(server, client, { residents: PEOPLE, series: 10 });
    await signUpMany(house, client, { from: 0, to: BEFORE, clients: CLIENTS });
    const { bytes } = await client.get('/api/board', { cookie: house.cookie, 'accept-encoding': 'br' });
    return {
      what: `Board of ${PEOPLE} residents and ${BEFORE} sign-ups, compressed`,
      value: `${(bytes / 1024).toFixed(1)} KB`,
      aim: 'at most 80 KB',
    };
  } finally {
    client.close();
    await server.stop();
    removeDataFolder(server.dataFolder);
  }
}

async function snapshotTimes(client: Client, house: House): Promise<string> {
  const times: string[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    const started = performance.now();
    await client.get('/api/board', { cookie: house.cookie, 'accept-encoding': 'br' });
    times.push((performance.now() - started).toFixed(1));
  }
  return `${times.join(' and ')} ms`;
}

export function percentile(all: readonly number[], nth: number): string {
  const sorted = [...all].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * nth) / 100))] ?? 0).toFixed(2);
}

/** Resident memory as the operating system counts it. */
function memory(server: RunningServer): string {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024).toFixed(0);
}
