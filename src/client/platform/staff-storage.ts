/**
 * What a tablet keeps of staff: taps on their way, and nothing else. Refuses to store a board, and to store a tap that
 * says what somebody may not eat (DESIGN §5).
 */
import type { Kept } from './disk.ts';
import { createMemoryStorage, type Storage } from './storage.ts';

export interface StaffStorageDeps {
  readonly durable: Storage;
  /** The shared screen's own board, for a start without network; null leaves the list empty until the server answers. */
  readonly board: () => Promise<unknown>;
}

export function createStaffStorage({ board, durable }: StaffStorageDeps): Storage {
  const memory = createMemoryStorage();
  return {
    state: durable.state,
    whenChanged: durable.whenChanged,
    probe: durable.probe,
    board,
    keepBoard: async () => undefined,
    outbox: async () => [...(await durable.outbox()), ...(await memory.outbox())],
    async keepInOutbox(records) {
      await memory.keepInOutbox(records.filter(isPrivate));
      const rest = records.filter((record) => !isPrivate(record));
      if (rest.length > 0) await durable.keepInOutbox(rest);
    },
    async removeFromOutbox(ids) {
      await memory.removeFromOutbox(ids);
      await durable.removeFromOutbox(ids);
    },
    async clear() {
      await memory.clear();
      await durable.clear();
    },
  };
}

const PRIVATE = new Set(['setDiet', 'setGuestDiet']);

function isPrivate(record: Kept): boolean {
  const { envelope } = record as Kept & { readonly envelope?: { readonly command?: { readonly type?: string } } };
  return PRIVATE.has(envelope?.command?.type ?? '');
}
