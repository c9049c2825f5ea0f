/**
 * Everything a database of ours holds, read as of one moment while the house runs: the same rows whichever engine. Refuses
 * to write, and leaves out what lets somebody in for a while only: open sessions, codes that work once, and who guessed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { messageOf } from './guard.ts';
import { StoreRefused } from './store.ts';
import type { SqlValue } from './tables.ts';

/** Where a house is: SQLite in its folder where the address is null. */
export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
}

export interface DumpTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Good for as long as the work it was given to takes. */
export interface Dump {
  /** The names of the migrations this database has had, in order. */
  readonly migrations: readonly string[];
  readonly tables: readonly DumpTable[];
  /** All rows of a table, some hundreds at a time, values in the order of its columns. */
  rows(table: DumpTable): AsyncIterable<readonly (readonly SqlValue[])[]>;
}

/** Of one moment, a few minutes or hours: a restore must let nobody in whose session has ended since. */
export const LEFT_OUT: readonly string[] = ['session', 'once_code', 'guess'];
/** Little enough that whoever asks the server something meanwhile does not notice. */
const AT_ONCE = 250;

/** Null where there is no house yet. Throws StoreRefused with a sentence where it cannot be read. */
export async function withDump<Value>(
  { dataFolder, databaseUrl }: Place,
  work: (dump: Dump) => Promise<Value>,
): Promise<Value | null> {
  if (databaseUrl !== null) return dumpPostgres(databaseUrl, work);
  const file = join(dataFolder, 'huiskamer.sqlite');
  return existsSync(file) ? dumpSqlite(file, work) : null;
}

async function dumpSqlite<Value>(file: string, work: (dump: Dump) => Promise<Value>): Promise<Value | null> {
  const database = openToRead(file);
  try {
    const all = (text: string) => database.prepare(text).all();
    // What the first reading sees is what all of them see, whatever is written meanwhile.
    database.exec('begin');
    const found = all("select name from sqlite_master where type = 'table' order by name").map(({ name }) =>
      String(name),
    );
    if (!found.includes('kysely_migration')) return null;
    const tables = found.flatMap((name) => {
      const columns = all(`select name from pragma_table_info('${name}')`).map((column) => String(column.name));
      return isOurs(name, columns) ? [{ name, columns }] : [];
    });
    const migrations = all('select name from kysely_migration order by name').map(({ name }) => String(name));
    return await work({ migrations, tables, rows: (table) => rowsOfSqlite(database, table) });
  } finally {
    database.close();
  }
}

function openToRead(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 5_000, readOnly: true });
  } catch (error) {
    throw new StoreRefused(`De gegevens in ${file} zijn niet te lezen (${messageOf(error)}). Er is niets veranderd.`);
  }
}

async function* rowsOfSqlite(database: DatabaseSync, table: DumpTable): AsyncGenerator<(readonly SqlValue[])[]> {
  let rows: (readonly SqlValue[])[] = [];
  for (const line of database.prepare(selectOf(table)).iterate()) {
    rows.push(valuesIn(table, line));
    if (rows.length < AT_ONCE) continue;
    yield rows;
    rows = [];
    await nextTurn();
  }
  if (rows.length > 0) yield rows;
}

async function dumpPostgres<Value>(url: string, work: (dump: Dump) => Promise<Value>): Promise<Value | null> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  // What breaks while nothing is asked is told by the next question.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new StoreRefused(
      `De database is niet te openen (${messageOf(error)}). Kijk of PostgreSQL draait en of DATABASE_URL klopt.`,
    );
  });
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows: columns } = await client.query<{ table: string; column: string }>(COLUMNS_OF_POSTGRES);
    const found = Map.groupBy(columns, ({ table }) => table);
    if (!found.has('kysely_migration')) return null;
    const tables = [...found].flatMap(([name, lines]) => {
      const table = { name, columns: lines.map(({ column }) => column) };
      return isOurs(name, table.columns) ? [table] : [];
    });
    const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
    return await work({
      migrations: rows.map(({ name }) => name),
      tables,
      rows: (table) => rowsOfPostgres(client, table),
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

const COLUMNS_OF_POSTGRES = `select table_name as "table", column_name as "column" from information_schema.columns
  where table_schema = current_schema() order by table_name, ordinal_position`;

async function* rowsOfPostgres(client: pg.Client, table: DumpTable): AsyncGenerator<readonly (readonly SqlValue[])[]> {
  await client.query(`declare reading no scroll cursor for ${selectOf(table)}`);
  for (;;) {
    const { rows } = await client.query<Record<string, SqlValue>>(`fetch ${AT_ONCE} from reading`);
    if (rows.length === 0) break;
    yield rows.map((line) => valuesIn(table, line));
  }
  await client.query('close reading');
}

/** Every table of ours has a location in each row, and no other has. */
const isOurs = (name: string, columns: readonly string[]): boolean =>
  columns.includes('location_id') && !LEFT_OUT.includes(name);

const selectOf = ({ name, columns }: DumpTable): string =>
  `select ${columns.map((column) => `"${column}"`).join(', ')} from "${name}"`;

const valuesIn = ({ columns }: DumpTable, line: Readonly<Record<string, unknown>>): readonly SqlValue[] =>
  columns.map((column) => (line[column] ?? null) as SqlValue);
