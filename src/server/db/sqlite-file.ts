/**
 * Opens the SQLite file of a data folder for one process. Refuses a file that is damaged, foreign, newer or in use, and
 * a folder it may not write, in words for who installs it; a file it refuses stays as it was, byte for byte.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { messageOf } from './guard.ts';
import { type Engine, migrate, refuseNewer } from './migrate.ts';
import type { Db } from './rows.ts';
import { StoreRefused } from './store.ts';
import type { SqlValue } from './tables.ts';

const ENGINE: Engine = 'sqlite';
/** "HKam" in the file's header: another program's database is never taken for ours. */
export const APPLICATION_ID = 0x484b616d;
const PATIENCE = { timeout: 5_000 };

export interface SqliteFile {
  readonly writer: DatabaseSync;
  /** Sees what is committed, and never waits for the writer. */
  readonly reader: DatabaseSync;
  close(): void;
}

/** Opens `huiskamer.sqlite` in the data folder, or makes it. Throws StoreRefused. */
export async function openSqliteFile(dataFolder: string): Promise<SqliteFile> {
  const file = join(dataFolder, 'huiskamer.sqlite');
  const opened: DatabaseSync[] = [];
  const keep = (database: DatabaseSync): DatabaseSync => {
    opened.unshift(database);
    return database;
  };
  const close = () => {
    for (const database of opened.splice(0)) database.close();
  };
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    takeFolder(keep(new DatabaseSync(join(dataFolder, 'lock'))), dataFolder);
    if (existsSync(file)) await inspect(file);
    const writer = keep(new DatabaseSync(file, PATIENCE));
    writer.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma wal_autocheckpoint = 4000',
    );
    await bringUpToDate(writer);
    const reader = keep(new DatabaseSync(file, { ...PATIENCE, readOnly: true }));
    return { writer, reader, close };
  } catch (error) {
    close();
    throw refusalOf(error, { file, dataFolder });
  }
}

/** Keeps every server out of a folder; returns how to let them in again. Throws StoreRefused where one is in it. */
export function lockFolder(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(dataFolder, 'lock'));
  try {
    takeFolder(lock, dataFolder);
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}

/** Writes what is still in the log into the file, so that the file alone is the house. False where it is damaged. */
export function settleFile(file: string): boolean {
  try {
    const database = new DatabaseSync(file, PATIENCE);
    try {
      database.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
    } finally {
      database.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** One process a folder, held by the operating system: gone when the process is, however it ends. */
function takeFolder(lock: DatabaseSync, dataFolder: string): void {
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    if (resultOf(error) !== BUSY) throw error;
    throw new StoreRefused(
      `De gegevens in ${dataFolder} zijn al in gebruik door een Huiskamer die nu draait. Stop die eerst.`,
    );
  }
}

/** Looks without a right to write: also what SQLite does by itself, such as tidying a log, must not happen yet. */
async function inspect(file: string): Promise<void> {
  const database = new DatabaseSync(file, { ...PATIENCE, readOnly: true });
  try {
    if (database.prepare('pragma quick_check(1)').get()?.quick_check !== 'ok') throw damaged(file);
    const id = database.prepare('pragma application_id').get()?.application_id;
    const empty = database.prepare('select count(*) as n from sqlite_master').get()?.n === 0;
    if (id !== APPLICATION_ID && !empty) {
      throw new StoreRefused(
        `${file} is geen bestand van Huiskamer. Er is niets veranderd. Kies een andere map met HUISKAMER_DATA.`,
      );
    }
    await refuseNewer(kyselyOf(database) as unknown as Kysely<never>, ENGINE);
  } finally {
    database.close();
  }
}

/** All or nothing: a power cut in the first second must not leave half the tables. */
async function bringUpToDate(database: DatabaseSync): Promise<void> {
  database.exec('begin immediate');
  try {
    database.exec(`pragma application_id = ${APPLICATION_ID}`);
    await migrate(kyselyOf(database) as unknown as Kysely<never>, ENGINE);
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

/** The adapter Kysely needs for node:sqlite. */
export function kyselyOf(database: DatabaseSync): Db {
  const prepare = (text: string) => {
    const statement = database.prepare(text);
    return {
      reader: statement.columns().length > 0,
      all: (values: readonly unknown[]) => statement.all(...(values as SqlValue[])),
      run: (values: readonly unknown[]) => statement.run(...(values as SqlValue[])),
      iterate: (values: readonly unknown[]) => statement.iterate(...(values as SqlValue[])),
    };
  };
  return new Kysely({ dialect: new SqliteDialect({ database: { prepare, close: () => undefined } as never }) });
}

const BUSY = 5;
const CORRUPT = 11;
const FULL = 13;
const CONSTRAINT = 19;
const NOT_A_DATABASE = 26;
/** Of SQLite: no permission, read-only, cannot open; of the file system: the same, or a file where a folder should be. */
const NO_RIGHTS: readonly unknown[] = [3, 8, 14, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'];

/** SQLite's primary result code of an error: extended codes keep it in the low byte. Null is not from SQLite. */
function resultOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
}

export const isConstraintOfSqlite = (error: unknown): string | null =>
  resultOf(error) === CONSTRAINT ? messageOf(error) : null;

function refusalOf(error: unknown, at: { readonly file: string; readonly dataFolder: string }): StoreRefused {
  if (error instanceof StoreRefused) return error;
  const result = resultOf(error) ?? (error as { readonly code?: unknown }).code;
  if (result === CORRUPT || result === NOT_A_DATABASE) return damaged(at.file);
  if (result === FULL) {
    return new StoreRefused(
      `De schijf van ${at.dataFolder} is vol. Er is niets veranderd. Maak ruimte en start opnieuw.`,
    );
  }
  if (NO_RIGHTS.includes(result)) {
    return new StoreRefused(
      `In de map ${at.dataFolder} kan Huiskamer niet schrijven. Er is niets veranderd. ` +
        'Geef het recht daarop, of kies een andere map met HUISKAMER_DATA.',
    );
  }
  return new StoreRefused(
    `De gegevens in ${at.file} zijn niet te openen (${messageOf(error)}). Er is niets veranderd. ` +
      'Zet de laatste kopie terug, of kies een andere map met HUISKAMER_DATA.',
  );
}

const damaged = (file: string): StoreRefused =>
  new StoreRefused(
    `Het bestand met de gegevens is beschadigd: ${file}. Er is niets veranderd. ` +
      'Zet de laatste kopie terug, of verplaats dit bestand en begin opnieuw met inlezen.',
  );
