/**
 * Real server processes for tests in which many want the same at once: one alone, or three on one PostgreSQL. Refuses to
 * leave any running after the test.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { type Client, createClient } from '../bench/load.ts';
import { engines, temporaryFolder } from './engines.ts';
import { freshDatabase } from './fresh-database.ts';
import { type RunningServer, startServer } from './running-server.ts';

/** Connections at a time, of all the rivals together. */
const AT_ONCE = 64;

export interface Door {
  readonly server: RunningServer;
  readonly client: Client;
  readonly operator: Readonly<Record<string, string>>;
}

export async function openDoor(options: Parameters<typeof startServer>[0]): Promise<Door> {
  const server = await startServer(options);
  const client = createClient(server, AT_ONCE);
  onTestFinished(async () => {
    client.close();
    await server.stop();
  });
  return { server, client, operator: { authorization: `Bearer ${server.operatorToken}` } };
}

/** Every way a house can run, each with the sample building in it. */
export const waysToRun: readonly { readonly name: string; open(): Promise<readonly Door[]> }[] = [
  ...engines.map(({ name }) => ({
    name: `on ${name}`,
    open: async () => {
      const dataFolder = await temporaryFolder();
      const options = name === 'sqlite' ? { dataFolder } : { dataFolder, databaseUrl: await freshDatabase() };
      return [await openDoor(options)];
    },
  })),
  { name: 'with three server processes on one PostgreSQL', open: openThreeDoors },
];

async function openThreeDoors(): Promise<readonly Door[]> {
  const databaseUrl = await freshDatabase();
  const root = await temporaryFolder();
  const folders = ['one', 'two', 'three'].map((name) => join(root, name));
  const [first = root, ...others] = folders;
  const doors = [await openDoor({ dataFolder: first, databaseUrl })];
  for (const dataFolder of others) {
    mkdirSync(dataFolder);
    // Processes of one house share its key; with another they would be refused.
    copyFileSync(join(first, 'server.key'), join(dataFolder, 'server.key'));
    doors.push(await openDoor({ dataFolder, databaseUrl }));
  }
  return doors;
}

/** The board as staff see it, or a shared screen. */
export async function boardOf({ client, operator }: Door, as: 'staff' | 'kiosk' = 'kiosk'): Promise<Snapshot> {
  const path = as === 'staff' ? '/api/board?as=staff' : '/api/board';
  return JSON.parse((await client.get(path, operator)).text) as Snapshot;
}
