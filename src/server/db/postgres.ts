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
  type Folded,
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
import { type CollectionTable, type ColumnKind, type SqlValue, valuesOf } from './tables.ts';

const ENGINE: Engine = 'postgres';
/** Held together by every process that runs on a database, and alone by who replaces it. Of no meaning: any number would do. */
export const NOBODY_ELSE = 4_843_616_401;
const CHANNEL = 'huiskamer';
const PATIENCE = { keepAlive: true, connectionTimeoutMillis: 5_000 };
export const OPTIONS = '-c lock_timeout=5s -c statement_timeout=20s -c idle_in_transaction_session_timeout=20s';

/** Opens a database by its address, and makes the tables the first time. Throws StoreRefused with a sentence. */
export async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 8,
    pipeline: true,
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
    begin: (locationId, commandIds) => guarded(() => beginTransaction(pool, locationId, commandIds)),
    ring: (locationId, version) =>
      pool.query('select pg_notify($1, $2)', [CHANNEL, `${version} ${locationId}`]).then(
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

async function beginTransaction(
  pool: pg.Pool,
  locationId: string,
  commandIds: readonly string[],
): Promise<StoreTransaction> {
  const client = await pool.connect();
  let open = true;
  // The pool must not reuse a connection in an unknown state.
  const end = (broken: boolean) => {
    if (open) client.release(broken);
    open = false;
  };
  try {
    const [, locked, earlier] = await inOneGo(client, [
      { text: 'begin' },
      { name: 'lock', text: LOCK, values: [locationId] },
      { name: 'known', text: KNOWN, values: [locationId, commandIds] },
    ]);
    return {
      head: headOf(locked?.rows[0]),
      known: new Map(earlier?.rows.map((line) => [String(line.command_id), knownOf(line)])),
      writeAlone: (entry) => guarded(() => writeAlone(client, locationId, entry)),
      commit: (entries) =>
        guarded(async () => {
          // The values are lists of text made before, so none of these fails on this side and lets the commit pass it by.
          const outcomes = await inOneGo(client, [...writesOf(locationId, entries), { text: 'commit' }]);
          // A transaction that failed before ends in a rollback, and says so without an error.
          if (outcomes.at(-1)?.command !== 'COMMIT') throw new StoreUnavailable('rolled back at commit');
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

const LOCK = 'select epoch, version from head where location_id = $1 for update';
const KNOWN = 'select version, command_id, hash, refusal from journal where location_id = $1 and command_id = any($2)';

/**
 * Sends statements together and waits for all: one round trip instead of one each. After one that fails the
 * transaction takes no other, so the first error is the one that counts.
 */
async function inOneGo(
  client: pg.PoolClient,
  statements: readonly pg.QueryConfig[],
): Promise<readonly pg.QueryResult[]> {
  const { stream } = client.connection;
  // One write for all: each write wakes the database, which costs more than what it says.
  stream.cork();
  const sent = statements.map((statement) => client.query(statement));
  stream.uncork();
  const outcomes = await Promise.allSettled(sent);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

async function writeAlone(client: pg.PoolClient, locationId: string, entry: Entry): Promise<void> {
  await client.query('savepoint one');
  try {
    // What is otherwise looked at by the commit must be known of this entry now.
    await inOneGo(client, [
      ...writesOf(locationId, [entry]),
      { text: 'set constraints all immediate' },
      { text: 'set constraints all deferred' },
      { text: 'release savepoint one' },
    ]);
  } catch (error) {
    await client.query('rollback to savepoint one');
    throw error;
  }
}

function writesOf(locationId: string, entries: readonly Entry[]): readonly pg.QueryConfig[] {
  const last = entries.at(-1);
  if (last === undefined) return [];
  const journal = linesOf(journalColumns, entries.map(journalValues));
  return [
    ...fold(entries).flatMap((folded) => statementsOf(locationId, folded)),
    { name: 'append', text: APPEND, values: [locationId, journal, last.version] },
  ];
}

function statementsOf(locationId: string, { table, puts, removedIds }: Folded): readonly pg.QueryConfig[] {
  const name = table.table;
  const remove = {
    name: `remove ${name}`,
    text: `delete from "${name}" where location_id = $1 and id = any($2)`,
    values: [locationId, removedIds],
  };
  const rows = puts.map((row) => valuesOf(table, row));
  const names = table.columns.map((column) => column.name);
  const put = { name: `put ${name}`, text: upsertText(table), values: [locationId, linesOf(names, rows)] };
  return [...(removedIds.length > 0 ? [remove] : []), ...(puts.length > 0 ? [put] : [])];
}

/** Many rows as one value: an array for each column would be written out by the driver, sign by sign. */
function linesOf(names: readonly string[], rows: readonly (readonly SqlValue[])[]): string {
  return JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, i) => [names[i], value]))));
}

const lines = (columns: readonly { readonly name: string; readonly kind: ColumnKind }[]): string =>
  `select $1, lines.* from json_to_recordset($2) as lines (${columns.map(({ name, kind }) => `"${name}" ${kind === 'integer' || kind === 'boolean' ? 'integer' : 'text'}`).join(', ')})`;

/** The journal and the head in one statement. */
const APPEND = `with appended as (
  insert into journal (location_id, ${journalColumns.join(', ')})
  ${lines(journalColumns.map((name) => ({ name, kind: name === 'version' ? 'integer' : 'text' })))}
) update head set version = $3 where location_id = $1`;

function upsertText({ table, columns }: CollectionTable): string {
  const names = columns.map(({ name }) => `"${name}"`);
  const updates = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
  return (
    `insert into "${table}" (location_id, ${names.join(', ')}) ${lines(columns)} ` +
    `on conflict (location_id, id) do update set ${updates.join(', ')}`
  );
}

interface Bell {
  readonly onRing: Store['onRing'];
  close(): Promise<void>;
}

/** Listens on a connection of its own, and comes back by itself: a bell missed costs two seconds, never a change. */
function createBell(databaseUrl: string): Bell {
  const listeners = new Set<(locationId: string, version: number) => void>();
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
      const [version = '', locationId = ''] = (payload ?? '').split(' ');
      for (const listener of listeners) listener(locationId, Number(version));
    });
    await mine
      .connect()
      .then(() => mine.query(`select pg_advisory_lock_shared(${NOBODY_ELSE})`))
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
