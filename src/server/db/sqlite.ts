/**
 * The embedded engine: one SQLite file in the data folder, written by one process (DESIGN §6). Refuses to know how that
 * file is found fit: `sqlite-file.ts` does.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { createGuard } from './guard.ts';
import {
  commonStore,
  fold,
  headOf,
  journalColumns,
  journalValues,
  knownOf,
  loadBoard,
  readEntries,
  readHead,
} from './rows.ts';
import { isConstraintOfSqlite, kyselyOf, openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import type { Entry, Store, StoreTransaction } from './store.ts';
import { type CollectionTable, type SqlValue, valuesOf } from './tables.ts';

const { guarded, guardAll } = createGuard(isConstraintOfSqlite);

/** Opens `huiskamer.sqlite` in the data folder, or makes it. Throws StoreRefused with a sentence for who installs. */
export async function openSqlite(dataFolder: string): Promise<Store> {
  const file = await openSqliteFile(dataFolder);
  // One connection writes, so one at a time uses it.
  const mutex = createMutex();
  const statements = createStatements(file.writer);
  let closing: Promise<void> | undefined;
  return {
    ...guardAll(verbsOf(file, mutex)),
    begin: (locationId, commandIds) =>
      guarded(async () => {
        const release = await mutex.take();
        return beginTransaction({ database: file.writer, statements, locationId, commandIds, release });
      }),
    // One process: nobody else hears and nobody else rings.
    ring: async () => undefined,
    onRing: () => undefined,
    close: () => {
      closing ??= mutex.run(async () => {
        file.writer.exec('pragma optimize');
        file.close();
      });
      return closing;
    },
  };
}

function verbsOf({ writer, reader }: SqliteFile, mutex: Mutex): Omit<Store, 'begin' | 'ring' | 'onRing' | 'close'> {
  const writing = commonStore(kyselyOf(writer));
  const reading = kyselyOf(reader);
  const { findDevice, findPhoto, listDevices, findSession, sessionsAt, listErased, readNote, draftsOf } =
    commonStore(reading);
  return {
    ensureLocation: (location) => mutex.run(() => writing.ensureLocation(location)),
    claimKey: (locationId, fingerprint) => mutex.run(() => writing.claimKey(locationId, fingerprint)),
    addDevice: (device) => mutex.run(() => writing.addDevice(device)),
    forget: (before, gone) => mutex.run(() => writing.forget(before, gone)),
    addSession: (session) => mutex.run(() => writing.addSession(session)),
    touchSession: (session, at) => mutex.run(() => writing.touchSession(session, at)),
    endSession: (session, at) => mutex.run(() => writing.endSession(session, at)),
    endOtherSessions: (of, at) => mutex.run(() => writing.endOtherSessions(of, at)),
    revokeDevice: (locationId, id) => mutex.run(() => writing.revokeDevice(locationId, id)),
    touchDevice: (device, at) => mutex.run(() => writing.touchDevice(device, at)),
    deviceAnswered: (device, at) => mutex.run(() => writing.deviceAnswered(device, at)),
    deviceTold: (device, heartbeat, at) => mutex.run(() => writing.deviceTold(device, heartbeat, at)),
    addOnceCode: (code) => mutex.run(() => writing.addOnceCode(code)),
    takeOnceCode: (code, now) => mutex.run(() => writing.takeOnceCode(code, now)),
    dropOnceCodes: (locationId, purpose) => mutex.run(() => writing.dropOnceCodes(locationId, purpose)),
    takeGuessTurn: (turn, work) => mutex.run(() => writing.takeGuessTurn(turn, work)),
    forgetWaysIn: (before) => mutex.run(() => writing.forgetWaysIn(before)),
    addPhoto: (photo, at) => mutex.run(() => writing.addPhoto(photo, at)),
    forgetPhotos: (locationId, kept, before) => mutex.run(() => writing.forgetPhotos(locationId, kept, before)),
    noteErased: (locationId, residentId, at) => mutex.run(() => writing.noteErased(locationId, residentId, at)),
    forgetResidents: (locationId, ids) => mutex.run(() => writing.forgetResidents(locationId, ids)),
    writeNote: (locationId, name, value) => mutex.run(() => writing.writeNote(locationId, name, value)),
    keepDraft: (draft, how) => mutex.run(() => writing.keepDraft(draft, how)),
    dropDraft: (whose, name) => mutex.run(() => writing.dropDraft(whose, name)),
    forgetDrafts: (locationId, staffIds, before) => mutex.run(() => writing.forgetDrafts(locationId, staffIds, before)),
    draftsOf,
    listErased,
    readNote,
    findDevice,
    findPhoto,
    listDevices,
    findSession,
    sessionsAt,
    load: (locationId) => loadBoard(reading, locationId),
    head: (locationId) => readHead(reading, locationId),
    entriesAfter: (locationId, after, limit) => readEntries(reading, locationId, { version: after, limit }),
    describe: async () => `SQLite ${reader.prepare('select sqlite_version() as version').get()?.version}`,
  };
}

interface Statements {
  of(text: string): StatementSync;
}

function createStatements(database: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>();
  return {
    of: (text) => {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const made = database.prepare(text);
      prepared.set(text, made);
      return made;
    },
  };
}

interface TransactionDeps {
  readonly database: DatabaseSync;
  readonly statements: Statements;
  readonly locationId: string;
  readonly commandIds: readonly string[];
  readonly release: () => void;
}

function beginTransaction(deps: TransactionDeps): StoreTransaction {
  const { database, release } = deps;
  let open = true;
  const end = () => {
    open = false;
    release();
  };
  return {
    ...beginAt(deps),
    writeAlone: (entry) =>
      guarded(async () => {
        database.exec('savepoint one');
        try {
          writeEntries(deps, [entry]);
          database.exec('release one');
        } catch (error) {
          database.exec('rollback to one; release one');
          throw error;
        }
      }),
    commit: (entries) =>
      guarded(async () => {
        if (!open) return;
        if (entries.length > 0) writeEntries(deps, entries);
        database.exec('commit');
        end();
      }),
    rollback: () =>
      guarded(async () => {
        if (!open) return;
        try {
          // A commit that failed may have ended the transaction already.
          if (database.isTransaction) database.exec('rollback');
        } finally {
          end();
        }
      }),
  };
}

/** Takes the database for writing; whatever fails, the next writer gets its turn. */
function beginAt(deps: TransactionDeps): Pick<StoreTransaction, 'head' | 'known'> {
  const { database, statements, locationId, commandIds, release } = deps;
  try {
    database.exec('begin immediate');
    const head = statements.of('select epoch, version from head where location_id = ?').get(locationId);
    return { head: headOf(head), known: readKnown(statements, locationId, commandIds) };
  } catch (error) {
    try {
      if (database.isTransaction) database.exec('rollback');
    } finally {
      release();
    }
    throw error;
  }
}

function readKnown(statements: Statements, locationId: string, ids: readonly string[]) {
  const lookup = statements.of(
    'select version, command_id, hash, refusal from journal where location_id = ? and command_id = ?',
  );
  const found = ids.map((id) => lookup.get(locationId, id)).filter((line) => line !== undefined);
  return new Map(found.map((line) => [String(line.command_id), knownOf(line as Record<string, SqlValue>)]));
}

/**
 * Bookings that change are all taken away before they come back: a trigger looks at each row as it is written, and two
 * that trade places would be in each other's way.
 */
function writeEntries(
  { statements, locationId }: Pick<TransactionDeps, 'statements' | 'locationId'>,
  entries: readonly Entry[],
): void {
  for (const { table, puts, removedIds } of fold(entries)) {
    const remove = statements.of(`delete from "${table.table}" where location_id = ? and id = ?`);
    for (const id of removedIds) remove.run(locationId, id);
    if (table.collection === 'booking') for (const { id } of puts) remove.run(locationId, id);
    const upsert = statements.of(upsertText(table));
    for (const row of puts) upsert.run(locationId, ...valuesOf(table, row));
  }
  const append = statements.of(
    `insert into journal (location_id, ${journalColumns.join(', ')}) values (?, ${journalColumns.map(() => '?').join(', ')})`,
  );
  for (const entry of entries) append.run(locationId, ...journalValues(entry));
  statements.of('update head set version = ? where location_id = ?').run(entries.at(-1)?.version ?? 0, locationId);
}

function upsertText({ table, columns }: CollectionTable): string {
  const names = columns.map(({ name }) => `"${name}"`);
  const updates = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
  return (
    `insert into "${table}" (location_id, ${names.join(', ')}) values (?, ${names.map(() => '?').join(', ')}) ` +
    `on conflict (location_id, id) do update set ${updates.join(', ')}`
  );
}

interface Mutex {
  take(): Promise<() => void>;
  run<Value>(work: () => Promise<Value>): Promise<Value>;
}

function createMutex(): Mutex {
  let last: Promise<void> = Promise.resolve();
  const take = async (): Promise<() => void> => {
    const before = last;
    const mine = Promise.withResolvers<void>();
    last = mine.promise;
    await before;
    return mine.resolve;
  };
  return {
    take,
    run: async (work) => {
      const release = await take();
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
}
