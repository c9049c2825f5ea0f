/**
 * The engine for many flats: PostgreSQL, any number of server processes, writers of one location in line behind the
 * lock on its row (DESIGN §6). Refuses a database that a newer version has changed.
 */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createGuard, messageOf } from './guard.ts';
import { type Engine, migrate } from './migrate.ts';
import {
  commonStore,
  type Database,
  fold,
  headOf,
  journalColumns,
  journalValues,
  knownOf,
  loadBoard,
  readEntries,
  readHead,
} from './rows.ts';
import { type Entry, type Store, StoreRefused, type StoreTransaction, StoreUnavailable } from './store.ts';
import { type CollectionTable, type SqlValue, valuesOf } from './tables.ts';

const ENGINE: Engine = 'postgres';
const CHANNEL = 'huiskamer';
const PATIENCE = { keepAlive: true, connectionTimeoutMillis: 5_000 };
const OPTIONS = '-c lock_timeout=5s -c statement_timeout=20s -c idle_in_transaction_session_timeout=20s';

/** Opens a database by its address, and makes the tables the first time. Throws StoreRefused with a sentence. */
export async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 8,
    options: OPTIONS,
    ...PATIENCE,
  });
  // A connection that breaks while idle is replaced by the pool; whoever needs one next hears of it then.
  pool.on('error', () => undefined);
  // One that breaks while it is lent out would else end the whole process; its next query says so too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db as unknown as Kysely<never>, ENGINE);
  } catch (error) {
    await db.destroy();
    if (error instanceof StoreRefused) throw error;
    throw new StoreRefused(
      `De database is niet te openen (${messageOf(error)}). Kijk of PostgreSQL draait en of DATABASE_URL klopt.`,
    );
  }
  const bell = createBell(databaseUrl);
  let closing: Promise<void> | undefined;
  const close = async () => {
    await bell.close();
    await db.destroy();
  };
  return {
    ...guardAll(commonStore(db)),
    load: (locationId) => guarded(() => loadBoard(db, locationId)),
    head: (locationId) => guarded(() => readHead(db, locationId)),
    entriesAfter: (locationId, version, limit) => guarded(() => readEntries(db, locationId, { version, limit })),
    begin: (locationId) => guarded(() => beginTransaction(pool, locationId)),
    ring: (locationId) =>
      pool.query('select pg_notify($1, $2)', [CHANNEL, locationId]).then(
        () => undefined,
        () => undefined,
      ),
    onRing: bell.onRing,
    describe: () =>
      guarded(async () => `PostgreSQL ${(await pool.query('show server_version')).rows[0]?.server_version}`),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

const { guarded, guardAll } = createGuard(isConstraintOfPostgres);

async function beginTransaction(pool: pg.Pool, locationId: string): Promise<StoreTransaction> {
  const client = await pool.connect();
  let open = true;
  // The pool must not reuse a connection in an unknown state.
  const end = (broken: boolean) => {
    if (open) client.release(broken);
    open = false;
  };
  try {
    // One round trip: both statements as one text.
    const lock = `begin; select epoch, version from head where location_id = ${client.escapeLiteral(locationId)} for update`;
    const [, found] = (await client.query(lock)) as unknown as readonly pg.QueryResult[];
    return {
      head: headOf(found?.rows[0]),
      known: (ids) => guarded(() => readKnown(client, locationId, ids)),
      write: (entries, { savepoint }) =>
        guarded(() =>
          savepoint ? writeAlone(client, locationId, entries) : writeEntries(client, locationId, entries),
        ),
      commit: () =>
        guarded(async () => {
          const { command } = await client.query('commit');
          // A transaction that failed before ends in a rollback, and says so without an error.
          if (command !== 'COMMIT') throw new StoreUnavailable('rolled back at commit');
          end(false);
        }),
      rollback: async () => {
        if (!open) return;
        await client.query('rollback').then(
          () => end(false),
          () => end(true),
        );
      },
    };
  } catch (error) {
    end(true);
    throw error;
  }
}

async function readKnown(client: pg.PoolClient, locationId: string, ids: readonly string[]) {
  const { rows } = await client.query({
    name: 'known',
    text: 'select version, command_id, hash, refusal from journal where location_id = $1 and command_id = any($2)',
    values: [locationId, ids],
  });
  return new Map(rows.map((line) => [String(line.command_id), knownOf(line)]));
}

async function writeAlone(client: pg.PoolClient, locationId: string, entries: readonly Entry[]): Promise<void> {
  await client.query('savepoint one');
  try {
    await writeEntries(client, locationId, entries);
    await client.query('release savepoint one');
  } catch (error) {
    await client.query('rollback to savepoint one');
    throw error;
  }
}

async function writeEntries(client: pg.PoolClient, locationId: string, entries: readonly Entry[]): Promise<void> {
  for (const { table, puts, removedIds } of fold(entries)) {
    if (removedIds.length > 0) {
      await client.query(`delete from "${table.table}" where location_id = $1 and id = any($2)`, [
        locationId,
        removedIds,
      ]);
    }
    if (puts.length > 0) {
      const lists = transpose(
        puts.map((row) => valuesOf(table, row)),
        table.columns.length,
      );
      await client.query({ name: `put ${table.table}`, text: upsertText(table), values: [locationId, ...lists] });
    }
  }
  const journal = transpose(entries.map(journalValues), journalColumns.length);
  await client.query({ name: 'append', text: APPEND, values: [locationId, ...journal, entries.at(-1)?.version ?? 0] });
}

/** The journal and the head in one round trip. */
const APPEND = `with appended as (
  insert into journal (location_id, ${journalColumns.join(', ')})
  select $1, lines.* from unnest(${journalColumns.map((name, i) => `$${i + 2}::${name === 'version' ? 'integer' : 'text'}[]`).join(', ')}) as lines
) update head set version = $${journalColumns.length + 2} where location_id = $1`;

function upsertText({ table, columns }: CollectionTable): string {
  const names = columns.map(({ name }) => `"${name}"`);
  const types = columns.map(
    ({ kind }, i) => `$${i + 2}::${kind === 'integer' || kind === 'boolean' ? 'integer' : 'text'}[]`,
  );
  const updates = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
  return (
    `insert into "${table}" (location_id, ${names.join(', ')}) select $1, lines.* from unnest(${types.join(', ')}) as lines ` +
    `on conflict (location_id, id) do update set ${updates.join(', ')}`
  );
}

function transpose(rows: readonly (readonly SqlValue[])[], width: number): SqlValue[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}

interface Bell {
  readonly onRing: Store['onRing'];
  close(): Promise<void>;
}

/** Listens on a connection of its own, and comes back by itself: a bell missed costs two seconds, never a change. */
function createBell(databaseUrl: string): Bell {
  const listeners = new Set<(locationId: string) => void>();
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  const connect = async () => {
    const mine = new pg.Client({ connectionString: databaseUrl, ...PATIENCE });
    const again = () => {
      if (client !== mine || closed) return;
      client = null;
      mine.end().catch(() => undefined);
      retry = setTimeout(() => void connect(), 1_000);
    };
    client = mine;
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', ({ payload }) => {
      for (const listener of listeners) listener(payload ?? '');
    });
    await mine
      .connect()
      .then(() => mine.query(`listen ${CHANNEL}`))
      .catch(again);
  };
  void connect();
  return {
    onRing: (listener) => void listeners.add(listener),
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Class 22 is a value that cannot be kept, 23 an integrity constraint, 54 a row too large: all of one command's making. */
function isConstraintOfPostgres(error: unknown): string | null {
  if (!(error instanceof pg.DatabaseError) || !/^(22|23|54)/.test(error.code ?? '')) return null;
  // Never the message: it may quote the value.
  return [error.code, error.table, error.constraint].filter((part) => part !== undefined).join(' ');
}
