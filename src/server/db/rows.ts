/** What both engines do alike: reading rows, entries and devices through Kysely, and folding what is to be written. */
import type { Kysely } from 'kysely';
import type { BoardRows, Collection, Rows } from '../../domain/board.ts';
import { collections, keyOf } from '../../domain/board.ts';
import { type Change, collectionOf, isPut } from '../../domain/changes.ts';
import { instantOfText, instantText } from '../../domain/time.ts';
import { type DeviceVerbs, deviceVerbs } from './device-rows.ts';
import { type DraftVerbs, draftVerbs } from './draft-rows.ts';
import { type ErasedVerbs, erasedVerbs } from './erased-rows.ts';
import { guessVerbs } from './guess-rows.ts';
import { type PhotoVerbs, photoVerbs } from './photo-rows.ts';
import { type SessionVerbs, sessionVerbs } from './session-rows.ts';
import { type Entry, type Head, type KnownEntry, type Store, StoreRefused, StoreUnavailable } from './store.ts';
import { type CollectionTable, collectionTables, rowOf } from './tables.ts';

/** Every table as rows of text and integers; which columns there are, is what `tables.ts` and the migrations say. */
export type Database = Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
export type Db = Kysely<Database>;

export async function loadBoard(db: Db, locationId: string): Promise<Head & { readonly rows: BoardRows }> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (reading) => {
      const lists: Partial<Record<Collection, readonly Rows[Collection][]>> = {};
      for (const table of collectionTables) {
        const found = await reading.selectFrom(table.table).selectAll().where('location_id', '=', locationId).execute();
        lists[table.collection] = found.map((values) => rowOf(table, values));
      }
      return { ...(await readHead(reading, locationId)), rows: lists as BoardRows };
    });
}

export async function readHead(db: Db, locationId: string): Promise<Head> {
  return headOf(await db.selectFrom('head').selectAll().where('location_id', '=', locationId).executeTakeFirst());
}

/** Throws StoreUnavailable where the location is not there. */
export function headOf(line: Readonly<Record<string, unknown>> | undefined): Head {
  if (line === undefined) throw new StoreUnavailable('no such location');
  return { epoch: String(line.epoch), version: Number(line.version) };
}

/** Entries after a version; null where some of them are gone or have lost their changes. */
export async function readEntries(
  db: Db,
  locationId: string,
  after: { readonly version: number; readonly limit: number },
): Promise<readonly Entry[] | null> {
  const found = await db
    .selectFrom('journal')
    .selectAll()
    .where('location_id', '=', locationId)
    .where('version', '>', after.version)
    .orderBy('version')
    .limit(after.limit)
    .execute();
  const complete = found.every(
    (line, index) => line.changes !== null && Number(line.version) === after.version + 1 + index,
  );
  if (!complete) return null;
  if (found.length === 0 && (await readHead(db, locationId)).version > after.version) return null;
  const stored = found.map((line) => JSON.parse(String(line.changes)) as readonly StoredChange[]);
  const rows = await referred(db, locationId, stored.flat());
  return found.map((line, index) => ({
    ...knownOf(line),
    changes: (stored[index] ?? []).flatMap((change) =>
      'reference' in change ? (rows.get(keyOfReference(change)) ?? []) : [change],
    ),
    actor: JSON.parse(String(line.actor)),
    deviceId: textOrNull(line.device_id),
    at: instantOfText(String(line.at)),
  }));
}

export function knownOf(line: Readonly<Record<string, string | number | null>>): KnownEntry {
  return {
    version: Number(line.version),
    commandId: String(line.command_id),
    hash: String(line.hash),
    refusal: line.refusal === null || line.refusal === undefined ? null : JSON.parse(String(line.refusal)),
  };
}

const textOrNull = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** A change as the journal keeps it: of a private row only which one it is (DESIGN §5). */
type StoredChange = Change | { readonly reference: Collection; readonly id: string };

export function journalText(changes: readonly Change[]): string {
  const stored = changes.map((change): StoredChange => {
    const collection = collectionOf(change);
    if (!isPut(change) || collections[collection].journal === 'row') return change;
    return { reference: collection, id: change.row.id };
  });
  return JSON.stringify(stored);
}

/** The private rows that the journal only names, as they are now: one question a collection, however many rows. */
async function referred(
  db: Db,
  locationId: string,
  stored: readonly StoredChange[],
): Promise<ReadonlyMap<string, Change>> {
  const ids = new Map<Collection, Set<string>>();
  for (const change of stored) {
    if (!('reference' in change)) continue;
    ids.set(change.reference, (ids.get(change.reference) ?? new Set<string>()).add(change.id));
  }
  const rows = new Map<string, Change>();
  for (const [reference, wanted] of ids) {
    const table = tableOfCollection(reference);
    const all = db.selectFrom(table.table).selectAll().where('location_id', '=', locationId);
    for (const part of chunks([...wanted], 5_000)) {
      for (const found of await all.where('id', 'in', part).execute()) {
        const row = rowOf(table, found);
        rows.set(keyOfReference({ reference, id: row.id }), { type: `${reference}Put`, row } as Change);
      }
    }
  }
  return rows;
}

const keyOfReference = ({ reference, id }: { readonly reference: Collection; readonly id: string }): string =>
  `${reference} ${id}`;

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

export function tableOfCollection(collection: Collection): CollectionTable {
  const table = collectionTables.find((each) => each.collection === collection);
  if (table === undefined) throw new Error(`no table for ${collection}`);
  return table;
}

/** What a group of entries leaves of each row, so that each is written once. */
export interface Folded {
  readonly table: CollectionTable;
  readonly puts: readonly Rows[Collection][];
  readonly removedIds: readonly string[];
}

export function fold(entries: readonly Entry[]): readonly Folded[] {
  const last = new Map<Collection, Map<string, Rows[Collection] | null>>();
  for (const { changes } of entries) {
    for (const change of changes) {
      const collection = collectionOf(change);
      const rows = last.get(collection) ?? new Map<string, Rows[Collection] | null>();
      last.set(collection, rows);
      if (isPut(change)) rows.set(keyOf(collection, change.row)[1], change.row);
      else rows.set(change.id, null);
    }
  }
  return [...last].map(([collection, rows]) => ({
    table: tableOfCollection(collection),
    puts: [...rows.values()].filter((row) => row !== null),
    removedIds: [...rows].filter(([, row]) => row === null).map(([id]) => id),
  }));
}

/** An entry as the values of the journal's columns, in the order of `journalColumns`. */
export const journalColumns = [
  'version',
  'command_id',
  'hash',
  'refusal',
  'changes',
  'actor',
  'device_id',
  'at',
] as const;

export function journalValues(entry: Entry): readonly (string | number | null)[] {
  const { token: _token, ...actor } = { token: undefined, ...entry.actor };
  return [
    entry.version,
    entry.commandId,
    entry.hash,
    entry.refusal === null ? null : JSON.stringify(entry.refusal),
    journalText(entry.changes),
    JSON.stringify(actor),
    entry.deviceId,
    instantText(entry.at),
  ];
}

/** The parts of a store that are the same on both engines. */
export function commonStore(
  db: Db,
): Pick<
  Store,
  | 'ensureLocation'
  | 'claimKey'
  | 'forget'
  | 'takeGuessTurn'
  | keyof SessionVerbs
  | keyof DeviceVerbs
  | keyof PhotoVerbs
  | keyof ErasedVerbs
  | keyof DraftVerbs
> {
  return {
    ...sessionVerbs(db),
    ...deviceVerbs(db),
    ...photoVerbs(db),
    ...guessVerbs(db),
    ...erasedVerbs(db),
    ...draftVerbs(db),
    ensureLocation: ({ id, name, timeZone }) =>
      db.transaction().execute(async (writing) => {
        const epoch = crypto.randomUUID().replaceAll('-', '');
        await writing
          .insertInto('head')
          .values({ location_id: id, epoch, version: 0 })
          .onConflict((on) => on.doNothing())
          .execute();
        await writing
          .insertInto('location')
          .values({ location_id: id, id, name, time_zone: timeZone })
          .onConflict((on) => on.doNothing())
          .execute();
      }),
    claimKey: async (locationId, fingerprint) => {
      const line = { location_id: locationId, name: 'key', value: fingerprint };
      await db
        .insertInto('setting')
        .values(line)
        .onConflict((on) => on.doNothing())
        .execute();
      const found = await db
        .selectFrom('setting')
        .selectAll()
        .where('location_id', '=', locationId)
        .where('name', '=', 'key')
        .executeTakeFirst();
      if (found?.value === fingerprint) return;
      throw new StoreRefused(
        'Deze gegevens horen bij een andere sleutel (server.key). Er is niets veranderd. ' +
          'Zet het bestand server.key terug dat bij deze gegevens hoort.',
      );
    },
    forget: async (before, gone) => {
      await db
        .updateTable('journal')
        .set({ changes: null })
        .where('at', '<', instantText(before))
        .where('changes', 'is not', null)
        .execute();
      await db.deleteFrom('journal').where('at', '<', instantText(gone)).execute();
    },
  };
}
