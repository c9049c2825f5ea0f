/**
 * Both engines behind one face, so that one contract is shown on each: a fresh database, a way to open it as often as
 * processes would, and a back door that goes past the authority. Refuses to keep anything after the test.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { type BoardRows, type Collection, collectionNames, type Rows } from '../../src/domain/board.ts';
import type { Change } from '../../src/domain/changes.ts';
import { usualSettings } from '../../src/domain/location.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openPostgres } from '../../src/server/db/postgres.ts';
import { openSqlite } from '../../src/server/db/sqlite.ts';
import type { Entry, Store } from '../../src/server/db/store.ts';
import { createLog, type Log } from '../../src/server/log.ts';
import { aSeries, commandId, MORNING, ZONE } from './builders.ts';
import { freshDatabase } from './fresh-database.ts';

export type Line = Readonly<Record<string, unknown>>;

export interface TestDatabase {
  /** The data folder or the address: what a process of its own needs. */
  readonly address: string;
  /** Closed when the test ends, if not before. */
  open(): Promise<Store>;
  /** Goes past every store. */
  query(text: string): Promise<readonly Line[]>;
}

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  create(): Promise<TestDatabase>;
}

export const sqlite: Engine = {
  name: 'sqlite',
  create: async () => {
    const folder = await temporaryFolder();
    return {
      address: folder,
      open: () => closedAtTheEnd(openSqlite(folder)),
      query: async (text) => {
        const database = new DatabaseSync(join(folder, 'huiskamer.sqlite'), { timeout: 5_000 });
        try {
          return database.prepare(text).all() as Line[];
        } finally {
          database.close();
        }
      },
    };
  },
};

export const postgres: Engine = {
  name: 'postgres',
  create: async () => {
    const url = await freshDatabase();
    return {
      address: url,
      open: () => closedAtTheEnd(openPostgres(url)),
      query: async (text) => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        try {
          return (await client.query(text)).rows;
        } finally {
          await client.end();
        }
      },
    };
  },
};

export const engines: readonly Engine[] = [sqlite, postgres];

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huiskamer-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function closedAtTheEnd(opening: Promise<Store>): Promise<Store> {
  const store = await opening;
  onTestFinished(() => store.close());
  return store;
}

export const LOCATION = { id: 'flat', name: 'De Linden', timeZone: ZONE, ...usualSettings };

/** Makes a location and writes rows as the first entry of its journal, so that the journal alone tells the board too. */
export async function seed(store: Store, rows: BoardRows, location = LOCATION): Promise<void> {
  await store.ensureLocation(location);
  const changes = collectionNames.flatMap((name) => putsOf(name, rows));
  await writeEntries(store, location.id, [anEntry({ version: 1, commandId: commandId(0), changes })]);
}

export function putsOf(name: Collection, rows: BoardRows): readonly Change[] {
  const list: readonly Rows[Collection][] = rows[name] ?? [];
  return list.map((row) => ({ type: `${name}Put`, row }) as Change);
}

export const anEntry = (fields: Pick<Entry, 'version' | 'commandId' | 'changes'> & Partial<Entry>): Entry => ({
  hash: `hash of ${fields.commandId}`,
  refusal: null,
  actor: { staffId: 'mila', proof: 'session', visitId: 'visit-mila' },
  deviceId: null,
  at: MORNING,
  ...fields,
});

export async function writeEntries(store: Store, locationId: string, entries: readonly Entry[]): Promise<void> {
  const transaction = await store.begin(locationId, []);
  try {
    await transaction.commit(entries);
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/** Many people behind doors of their own, each with a card and a private row, and one dinner with 12 places. */
export function crowd(size: number): BoardRows {
  const ids = crowdIds(size);
  return {
    location: [LOCATION],
    home: ids.map((id) => ({ id: `door-${id}`, number: id.slice(1), floor: 1 })),
    resident: ids.map((id) => ({
      id,
      homeId: `door-${id}`,
      salutation: null,
      firstName: `Wilhelmina-${id}`,
      initial: 'V.',
      language: 'nl',
      showName: true,
      left: null,
    })),
    residentPrivate: ids.map((id) => ({
      id,
      firstName: `Wilhelmina-${id}`,
      infix: 'van',
      lastName: `Geheim-${id}`,
      phone: '0612345678',
    })),
    card: ids.map((id) => ({ id: `card-of-${id}`, residentId: id })),
    series: [
      aSeries({ id: 'dinner', rule: daily, startTime: '20:00', endTime: '21:00', capacity: 12 }),
      aSeries({ id: 'broken', rule: daily, startTime: 'nonsense' }),
    ],
  };
}

const daily = { type: 'daily', interval: 1, from: '2026-01-01', until: null } as const;

export const DINNER = 'dinner/2026-10-14';
/** To sign up for this one makes the rules throw: its time is none. */
export const BROKEN = 'broken/2026-10-14';

export const crowdIds = (size: number): readonly string[] => Array.from({ length: size }, (_, n) => `r${n + 1}`);

export interface TestLog extends Log {
  readonly lines: readonly string[];
}

/** A log whose lines a test can read: those an operator must look at. */
export function createTestLog(): TestLog {
  const lines: string[] = [];
  return { ...createLog((line) => lines.push(line), 'warn'), lines };
}

export const clock = (): Instant => MORNING;
