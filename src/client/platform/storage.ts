/**
 * Keeps the board and the outbox over a power cut, in IndexedDB. Where the browser cannot, keeps them in memory and
 * says so. Refuses to know what the records mean: they are parsed by who asks for them.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Timers } from './timers.ts';

export interface Kept {
  readonly id: string;
}

export interface Storage {
  /** False once something could only be kept in memory. */
  readonly isDurable: () => boolean;
  readonly board: () => Promise<unknown>;
  readonly keepBoard: (board: unknown) => Promise<void>;
  readonly outbox: () => Promise<readonly unknown[]>;
  /** Done when the records survive a power cut, or cannot. Never fails. */
  readonly keepInOutbox: (records: readonly Kept[]) => Promise<void>;
  readonly removeFromOutbox: (ids: readonly string[]) => Promise<void>;
  /** Wipes everything. */
  readonly clear: () => Promise<void>;
}

interface Schema extends DBSchema {
  readonly board: { readonly key: string; readonly value: unknown };
  readonly outbox: { readonly key: string; readonly value: Kept };
}

type Database = IDBPDatabase<Schema>;

/** Longer than any healthy disk: after this a person stands waiting for nothing. */
const LONGEST_WAIT = 2_000;
const BOARD = 'board';

export function createStorage(deps: { readonly timers: Timers; readonly name: string }): Storage {
  const memory = createMemoryStorage();
  const state: { opening: Promise<Database | null> | null; durable: boolean } = { opening: null, durable: true };

  const inTime = <Value>(work: Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      const cancel = deps.timers.after(LONGEST_WAIT, () => reject(new Error('storage does not answer')));
      work.then(resolve, reject).finally(cancel);
    });
  const open = (): Promise<Database | null> => {
    state.opening ??= inTime(
      openDatabase(deps.name, () => {
        state.opening = null;
      }),
    ).catch(() => null);
    return state.opening;
  };
  /** What the database said, or undefined where it could not. */
  const tried = async <Value>(work: (database: Database) => Promise<Value>): Promise<Value | undefined> => {
    const database = await open();
    try {
      if (database !== null) return await inTime(work(database));
    } catch {
      // A full or broken disk: what happens now lives in memory, and isDurable says so.
    }
    state.durable = false;
    return undefined;
  };

  return {
    isDurable: () => state.durable,
    async board() {
      return (await tried((database) => database.get('board', BOARD))) ?? memory.board();
    },
    async keepBoard(board) {
      await memory.keepBoard(null);
      await tried((database) => database.put('board', board, BOARD));
      if (!state.durable) await memory.keepBoard(board);
    },
    async outbox() {
      const kept = (await tried((database) => database.getAll('outbox'))) ?? [];
      return [...kept, ...(await memory.outbox())];
    },
    async keepInOutbox(records) {
      const kept = await tried(async (database) => {
        const writing = database.transaction('outbox', 'readwrite', { durability: 'strict' });
        await Promise.all([...records.map((record) => writing.store.put(record)), writing.done]);
        return true;
      });
      if (kept === undefined) await memory.keepInOutbox(records);
    },
    async removeFromOutbox(ids) {
      await memory.removeFromOutbox(ids);
      await tried(async (database) => {
        const writing = database.transaction('outbox', 'readwrite');
        await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done]);
      });
    },
    async clear() {
      await memory.clear();
      await tried(async (database) => {
        const writing = database.transaction(['board', 'outbox'], 'readwrite');
        await Promise.all([writing.objectStore('board').clear(), writing.objectStore('outbox').clear(), writing.done]);
      });
    },
  };
}

/** Keeps nothing over a restart. */
export function createMemoryStorage(): Storage {
  const outbox = new Map<string, Kept>();
  const state: { board: unknown } = { board: null };
  return {
    isDurable: () => false,
    board: async () => state.board,
    async keepBoard(board) {
      state.board = board;
    },
    outbox: async () => [...outbox.values()],
    async keepInOutbox(records) {
      for (const record of records) outbox.set(record.id, record);
    },
    async removeFromOutbox(ids) {
      for (const id of ids) outbox.delete(id);
    },
    async clear() {
      state.board = null;
      outbox.clear();
    },
  };
}

/** Rejects, and never throws at once as `indexedDB` does where it is forbidden. */
async function openDatabase(name: string, closed: () => void): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('board');
      database.createObjectStore('outbox', { keyPath: 'id' });
    },
    blocking(_current, _blocked, event) {
      // A newer page of ours wants to come in.
      (event.target as IDBDatabase | null)?.close();
      closed();
    },
    terminated: closed,
  });
}
