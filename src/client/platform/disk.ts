/**
 * The database of this browser, as five things one can ask of it. Refuses to try again, to wait, and to know what the
 * records mean. Version 1 for ever: a version that was rolled back must still open what a newer one wrote.
 */
import { type DBSchema, openDB } from 'idb';

export interface Kept {
  readonly id: string;
}

export interface Disk {
  readonly board: () => Promise<unknown>;
  readonly putBoard: (board: unknown) => Promise<void>;
  readonly outbox: () => Promise<readonly unknown[]>;
  /** Done when they survive a power cut. All or none. */
  readonly put: (records: readonly Kept[]) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Nothing more is asked of it. */
  readonly close: () => void;
}

interface Schema extends DBSchema {
  readonly board: { readonly key: string; readonly value: unknown };
  readonly outbox: { readonly key: string; readonly value: Kept };
}

const BOARD = 'board';

/** Rejects where it cannot. `lost` is called when the database was closed, deleted or cleared behind our back. */
export async function openDisk(name: string, lost: () => void): Promise<Disk> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('board');
      fresh.createObjectStore('outbox', { keyPath: 'id' });
    },
    blocking(_current, _blocked, event) {
      // Somebody deletes it: holding on would only keep them waiting.
      (event.target as IDBDatabase | null)?.close();
      lost();
    },
    terminated: lost,
  });
  return {
    board: () => database.get('board', BOARD),
    async putBoard(board) {
      await database.put('board', board, BOARD);
    },
    async outbox() {
      try {
        return await database.getAll('outbox');
      } catch {
        // One damaged record spoils a reading of all: those that can be read are read one by one.
        const keys = await database.getAllKeys('outbox');
        const each = await Promise.all(keys.map((key) => database.get('outbox', key).catch(() => undefined)));
        return each.filter((record) => record !== undefined);
      }
    },
    async put(records) {
      const writing = database.transaction('outbox', 'readwrite', { durability: 'strict' });
      await Promise.all([...records.map((record) => writing.store.put(record)), writing.done]);
    },
    async remove(ids) {
      const writing = database.transaction('outbox', 'readwrite');
      await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done]);
    },
    async clear() {
      const writing = database.transaction(['board', 'outbox'], 'readwrite');
      await Promise.all([writing.objectStore('board').clear(), writing.objectStore('outbox').clear(), writing.done]);
    },
    close: () => database.close(),
  };
}
