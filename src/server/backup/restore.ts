/**
 * Puts a backup in the place of what a house holds now, on either engine. Refuses while a server runs on it, and to
 * destroy anything: what was there stays beside it. Who was erased and which tablet was put out since stays so.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../domain/time.ts';
import { type Config, flatsOf } from '../config.ts';
import { type Dump, type Place, withDump } from '../db/dump.ts';
import { type Content, fillPostgres, fillSqlite, type Rows } from '../db/fill.ts';
import { refuseUnknown } from '../db/migrate.ts';
import { lockFolder, settleFile } from '../db/sqlite-file.ts';
import { StoreRefused } from '../db/store.ts';
import { markAsDemo } from '../demonstration.ts';
import { readServerKey, writeServerKey } from '../secrets.ts';
import { readErased } from './erased.ts';
import { type BackupHead, openBackup, verifyBackup } from './format.ts';
import { makeBackup, stampOf } from './make.ts';

export interface RestoreWish {
  readonly file: string;
  /** A later backup, or a list of who was erased; null is what the database that is replaced knows. */
  readonly erased: string | null;
  readonly at: Instant;
}

export interface Restored {
  readonly head: BackupHead;
  readonly rows: number;
  /** Where what was there before is now; null where there was nothing. */
  readonly before: string | null;
}

/** Throws StoreRefused with a sentence: then nothing has changed. */
export async function restoreBackup(config: Config, { file, erased, at }: RestoreWish): Promise<Restored> {
  const { head, rows } = await verifyBackup(file);
  refuseUnknown(head.migrations);
  refuseOtherFlats(config, head);
  const listed = erased === null ? [] : [await readErased(erased)];
  const unlock = lockFolder(config.dataFolder);
  try {
    const carried = [...(await carriedFrom(config, head)), ...listed];
    const before = await keepWhatWas(config, at);
    const { parts } = await openBackup(file);
    await replace(config, head, { migrations: head.migrations, parts, carried });
    markAsDemo(config.dataFolder, head.demo);
    return { head, rows, before };
  } finally {
    unlock();
  }
}

function refuseOtherFlats(config: Config, { flats }: BackupHead): void {
  const wanted = flatsOf(config).map(({ id }) => id);
  if (wanted.toSorted().join() === flats.toSorted().join()) return;
  const only = flats.length === 1 && flats[0] === 'house';
  throw new StoreRefused(
    only
      ? 'Deze reservekopie is van een server met één flat. Laat HUISKAMER_FLATS weg. Er is niets veranderd.'
      : `Deze reservekopie is van deze flats: ${flats.join(', ')}. Noem die in HUISKAMER_FLATS. Er is niets veranderd.`,
  );
}

/**
 * What must not go back in time: who was erased, and which tablets there are and were put out. Of another house, with
 * another key, only the first: its tablets are not ours.
 */
async function carriedFrom(place: Place, head: BackupHead): Promise<readonly Rows[]> {
  const names = readServerKey(place.dataFolder) === head.key ? ['erased', 'device'] : ['erased'];
  try {
    return (await withDump(place, (dump) => rowsOf(dump, names))) ?? [];
  } catch (error) {
    // A file that cannot be read any more is why somebody restores.
    if (place.databaseUrl === null) return [];
    throw error;
  }
}

async function rowsOf(dump: Dump, names: readonly string[]): Promise<readonly Rows[]> {
  const found: Rows[] = [];
  for (const table of dump.tables.filter(({ name }) => names.includes(name)))
    for await (const rows of dump.rows(table)) found.push({ table, rows });
  return found;
}

/** In a folder of its own: the file and key as they are, and the same as a backup, which either engine can take. */
async function keepWhatWas({ dataFolder, databaseUrl, version }: Config, at: Instant): Promise<string | null> {
  const folder = join(dataFolder, `before-restore-${stampOf(at)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = join(dataFolder, 'server.key');
  if (existsSync(key)) copyFileSync(key, join(folder, 'server.key'));
  const wish = { dataFolder, databaseUrl, version, at, file: join(folder, 'huiskamer.backup') };
  if (databaseUrl !== null) return keptIn(folder, (await makeBackup(wish)) !== null);
  const file = join(dataFolder, 'huiskamer.sqlite');
  if (!existsSync(file)) return keptIn(folder, false);
  if (!settleFile(file))
    for (const end of ['-wal', '-shm']) keepToo(`${file}${end}`, join(folder, `huiskamer.sqlite${end}`));
  // Another name for the same bytes: the file that takes its place leaves them alone.
  linkSync(file, join(folder, 'huiskamer.sqlite'));
  return keptIn(folder, true);
}

function keepToo(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}

function keptIn(folder: string, anything: boolean): string | null {
  if (anything) return folder;
  rmSync(folder, { recursive: true, force: true });
  return null;
}

async function replace({ dataFolder, databaseUrl }: Place, { key }: BackupHead, content: Content): Promise<void> {
  if (databaseUrl !== null) {
    await fillPostgres(databaseUrl, content);
    writeServerKey(dataFolder, key);
    return;
  }
  const file = join(dataFolder, 'huiskamer.sqlite');
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  try {
    writeFileSync(fresh, '', { mode: 0o600 });
    await fillSqlite(fresh, content);
    writeServerKey(dataFolder, key);
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}
