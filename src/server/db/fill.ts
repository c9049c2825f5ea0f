/**
 * Makes a database of rows that were read elsewhere: all of it or nothing, in the shape of this version, with a new epoch
 * for each location so that no screen goes on from where the other history was (DESIGN §4). Refuses to overwrite a file.
 */
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type DumpTable, LEFT_OUT } from './dump.ts';
import { type Engine, migrate, migrateAsFar } from './migrate.ts';
import { NOBODY_ELSE, OPTIONS } from './postgres.ts';
import type { Db } from './rows.ts';
import { APPLICATION_ID, kyselyOf } from './sqlite-file.ts';
import { StoreRefused } from './store.ts';
import type { SqlValue } from './tables.ts';

export interface Content {
  /** What the rows are shaped like. */
  readonly migrations: readonly string[];
  readonly parts: AsyncIterable<Rows>;
  /** Of the database that is replaced: they win from what has the same key, and come in the shape they had there. */
  readonly carried: readonly Rows[];
}

export interface Rows {
  readonly table: DumpTable;
  readonly rows: readonly (readonly SqlValue[])[];
}

/** Makes a new file. Throws StoreRefused, or the system's error; then the file is of no use. */
export async function fillSqlite(file: string, content: Content): Promise<void> {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec(
      `pragma journal_mode = off; pragma synchronous = full; pragma application_id = ${APPLICATION_ID}; begin immediate`,
    );
    await fill(kyselyOf(database), 'sqlite', content);
    database.exec('commit');
  } finally {
    database.close();
  }
}

/** Replaces what is there in one transaction. Throws StoreRefused where somebody else uses the database. */
export async function fillPostgres(databaseUrl: string, content: Content): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, options: OPTIONS });
  pool.on('error', () => undefined);
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.transaction().execute(async (writing) => {
      // A large house may take longer than any tap would be allowed to.
      await sql`set local statement_timeout = 0`.execute(writing);
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(writing);
      const { rows } = await sql<{
        free: boolean;
      }>`select pg_try_advisory_xact_lock(${sql.lit(NOBODY_ELSE)}) as free`.execute(writing);
      if (rows[0]?.free !== true) throw new StoreRefused(IN_USE);
      await dropOurs(writing);
      await fill(writing as unknown as Db, 'postgres', content);
    });
  } finally {
    await db.destroy();
  }
}

export const IN_USE =
  'De database is in gebruik door een Huiskamer die nu draait, misschien op een andere computer. Stop die eerst. Er is niets veranderd.';

async function dropOurs(writing: Kysely<never>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select distinct table_name as name from information_schema.columns
    where table_schema = current_schema() and (column_name = 'location_id' or table_name like 'kysely_migration%')`.execute(
    writing,
  );
  for (const { name } of rows) await sql`drop table ${sql.id(name)}`.execute(writing);
}

async function fill(db: Db, engine: Engine, { migrations, parts, carried }: Content): Promise<void> {
  const shape = db as unknown as Kysely<never>;
  await migrateAsFar(shape, engine, migrations);
  for await (const part of parts) if (!LEFT_OUT.includes(part.table.name)) await insert(db, part, part.table.columns);
  await migrate(shape, engine);
  for (const part of carried) await carry(db, engine, part);
  for (const { location_id } of await db.selectFrom('head').select('location_id').execute()) {
    const epoch = crypto.randomUUID().replaceAll('-', '');
    await db.updateTable('head').set({ epoch }).where('location_id', '=', location_id).execute();
  }
}

/** Only of locations that are there, and only what both shapes have. */
async function carry(db: Db, engine: Engine, { table, rows }: Rows): Promise<void> {
  const locations = new Set(
    (await db.selectFrom('head').select('location_id').execute()).map((head) => head.location_id),
  );
  const there = await columnsOf(db, engine, table.name);
  const columns = table.columns.filter((column) => there.has(column));
  const [location, id] = [table.columns.indexOf('location_id'), table.columns.indexOf('id')];
  const known = rows.filter((row) => locations.has(row[location] ?? ''));
  for (const row of known) {
    const at = db.deleteFrom(table.name).where('location_id', '=', row[location] ?? '');
    await at.where('id', '=', row[id] ?? '').execute();
  }
  await insert(db, { table, rows: known }, columns);
}

async function columnsOf(db: Db, engine: Engine, table: string): Promise<ReadonlySet<string>> {
  const found =
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from pragma_table_info(${table})`
      : sql<{ name: string }>`select column_name as name from information_schema.columns
          where table_schema = current_schema() and table_name = ${table}`;
  return new Set((await found.execute(db)).rows.map(({ name }) => name));
}

async function insert(db: Db, { table, rows }: Rows, columns: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const places = columns.map((column) => [column, table.columns.indexOf(column)] as const);
  const values = rows.map((row) => Object.fromEntries(places.map(([column, place]) => [column, row[place] ?? null])));
  await db.insertInto(table.name).values(values).execute();
}
