/** What the engine itself does: one row, one commit, one connection, on the disk the server uses. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { newDataFolder } from '../support/running-server.ts';
import { newId } from './load.ts';

const SECONDS = 2;

/** Single-insert commits a second, as durable as the house: WAL with synchronous=FULL. */
export function sqliteFloor(): number {
  const folder = newDataFolder();
  const database = new DatabaseSync(join(folder, 'floor.sqlite'));
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000');
    database.exec('create table line (id text primary key, note text not null) strict, without rowid');
    const insert = database.prepare('insert into line values (?, ?)');
    let commits = 0;
    const started = performance.now();
    while (performance.now() - started < SECONDS * 1000) {
      insert.run(newId(), 'a line as long as a sign-up is, more or less, so that the pages fill alike');
      commits += 1;
    }
    return commits / ((performance.now() - started) / 1000);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function postgresFloor(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('create table if not exists floor_line (id text primary key, note text not null)');
    let commits = 0;
    const started = performance.now();
    while (performance.now() - started < SECONDS * 1000) {
      const values = [newId(), 'a line as long as a sign-up is, more or less, so that the pages fill alike'];
      await client.query({ name: 'floor', text: 'insert into floor_line values ($1, $2)', values });
      commits += 1;
    }
    return commits / ((performance.now() - started) / 1000);
  } finally {
    await client.end();
  }
}
