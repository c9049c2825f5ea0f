/**
 * Keeps the board and the outbox over a power cut. Where the browser cannot, keeps them in memory, says so, and tries
 * again until it can; then what memory holds is written. Refuses to know what the records mean, and ever to fail.
 */
import { type Disk, type Kept, openDisk } from './disk.ts';
import type { Timers } from './timers.ts';

/** `memory` is gone with the page: the kiosk then works only with the network. `reason` is for staff. */
export type StorageState =
  | { readonly type: 'durable' }
  | { readonly type: 'memory'; readonly reason: 'forbidden' | 'full' | 'slow' | 'broken' };

export interface Storage {
  readonly state: () => StorageState;
  /** Called with every change of the state. */
  readonly whenChanged: (listener: (state: StorageState) => void) => void;
  /** Really writes, reads and deletes; what memory alone holds is written again. */
  readonly probe: () => Promise<void>;
  readonly board: () => Promise<unknown>;
  readonly keepBoard: (board: unknown) => Promise<void>;
  readonly outbox: () => Promise<readonly unknown[]>;
  /** Done when the records survive a power cut, or cannot. Never fails. */
  readonly keepInOutbox: (records: readonly Kept[]) => Promise<void>;
  readonly removeFromOutbox: (ids: readonly string[]) => Promise<void>;
  /** Wipes everything, and leaves the database alone from then on. */
  readonly clear: () => Promise<void>;
}

export interface StorageDeps {
  readonly timers: Timers;
  readonly name: string;
  readonly open?: typeof openDisk;
}

/** Longer than any healthy disk: after this a person stands waiting for nothing. */
const LONGEST_WAIT = 2_000;
/** After a database was deleted it can be made again almost at once; a disk that is full stays so for a while. */
const SOON = 1_000;
const LATER = 30_000;
const PROBE: Kept = { id: 'probe' };

export function createStorage({ timers, name, open = openDisk }: StorageDeps): Storage {
  const memory = createMirror();
  const listeners: ((state: StorageState) => void)[] = [];
  let state: StorageState = { type: 'durable' };
  let opening: Promise<Disk> | null = null;
  let wiped = false;
  let cancelProbe: (() => void) | null = null;

  const become = (next: StorageState) => {
    const same = reasonOf(state) === reasonOf(next);
    state = next;
    if (!same) for (const listener of listeners) listener(next);
  };
  const probeAfter = (wait: number) => {
    if (wiped) return;
    cancelProbe?.();
    cancelProbe = timers.after(wait, () => {
      cancelProbe = null;
      void probe();
    });
  };
  const opened = (): Promise<Disk> => {
    if (opening !== null) return opening;
    const mine = open(name, () => {
      if (opening !== mine) return;
      opening = null;
      memory.lost();
      probeAfter(SOON);
    });
    opening = mine;
    return mine;
  };
  /** Also where it answers after all: what stays open is a leak, and stands in the way of who deletes it. */
  const letGo = () => {
    opening?.then(
      (disk) => disk.close(),
      () => undefined,
    );
    opening = null;
  };
  /** Whether the disk did it; where it did not, the state says why. */
  const tried = async (work: (disk: Disk) => Promise<void>): Promise<boolean> => {
    try {
      await inTime(timers, opened().then(work));
      if (memory.isWritten()) become({ type: 'durable' });
      return true;
    } catch (failure) {
      const reason = reasonFor(failure);
      // A full disk still reads; what does not open or answer is opened anew, later.
      if (reason !== 'full') letGo();
      become({ type: 'memory', reason });
      probeAfter(LATER);
      return false;
    }
  };
  /** A disk that does not answer is left to the probe: nobody waits for it at every tap. */
  const isHopeless = () => wiped || (state.type === 'memory' && opening === null);
  const ask = async (work: (disk: Disk) => Promise<void>): Promise<void> => {
    if (!isHopeless()) await tried(work);
  };
  const writeOutbox = async (at: Disk, more: readonly Kept[] = []): Promise<void> => {
    const records = memory.unwritten();
    await at.put([...records, ...more]);
    memory.wrote(records);
    const gone = memory.unremoved();
    if (gone.length > 0) await at.remove(gone);
    memory.removed(gone);
  };
  const writeBoard = async (at: Disk): Promise<void> => {
    const board = memory.unwrittenBoard();
    if (board === undefined) return;
    await at.putBoard(board);
    memory.wroteBoard(board);
  };
  const probe = async (): Promise<void> => {
    if (wiped) return;
    await tried(async (at) => {
      await writeOutbox(at, [PROBE]);
      const ids = (await at.outbox()).map(idOf);
      if (!ids.includes(PROBE.id)) throw new Error('what was written is not there');
      await at.remove([PROBE.id]);
      await writeBoard(at);
    });
  };

  return {
    state: () => state,
    whenChanged: (listener) => void listeners.push(listener),
    probe,
    async board() {
      let kept: unknown;
      await ask(async (at) => {
        kept = await at.board();
      });
      return kept ?? memory.board();
    },
    async keepBoard(board) {
      memory.keepBoard(board);
      await ask(writeBoard);
    },
    async outbox() {
      let kept: readonly unknown[] = [];
      await ask(async (at) => {
        kept = await at.outbox();
      });
      const here = memory.outbox();
      const ids = new Set<unknown>([PROBE.id, ...here.map(({ id }) => id), ...memory.unremoved()]);
      return [...kept.filter((each) => !ids.has(idOf(each))), ...here];
    },
    async keepInOutbox(records) {
      memory.keep(records);
      await ask((at) => writeOutbox(at));
    },
    async removeFromOutbox(ids) {
      memory.remove(ids);
      await ask(async (at) => {
        await at.remove(ids);
        memory.removed(ids);
      });
    },
    async clear() {
      memory.clear();
      await ask((at) => at.clear());
      wiped = true;
      cancelProbe?.();
    },
  };
}

/** Keeps nothing over a restart, and says what it is told to say of that. */
export function createMemoryStorage(state: StorageState = { type: 'memory', reason: 'forbidden' }): Storage {
  const memory = createMirror();
  return {
    state: () => state,
    whenChanged: () => undefined,
    probe: async () => undefined,
    board: async () => memory.board(),
    keepBoard: async (board) => memory.keepBoard(board),
    outbox: async () => memory.outbox(),
    keepInOutbox: async (records) => memory.keep(records),
    removeFromOutbox: async (ids) => memory.remove(ids),
    clear: async () => memory.clear(),
  };
}

/** What should be on the disk, and what of it is not: the outbox has the same records in its hands, so it costs nothing. */
function createMirror() {
  const records = new Map<string, Kept>();
  const unwritten = new Map<string, Kept>();
  const unremoved = new Set<string>();
  let board: unknown = null;
  let boardWritten = true;
  return {
    board: () => board,
    outbox: () => [...records.values()],
    unwritten: () => [...unwritten.values()],
    unremoved: () => [...unremoved],
    unwrittenBoard: () => (boardWritten ? undefined : board),
    isWritten: () => boardWritten && unwritten.size === 0,
    keep(list: readonly Kept[]) {
      for (const record of list) {
        records.set(record.id, record);
        unwritten.set(record.id, record);
        unremoved.delete(record.id);
      }
    },
    /** What was changed again meanwhile is still to be written. */
    wrote(list: readonly Kept[]) {
      for (const record of list) if (unwritten.get(record.id) === record) unwritten.delete(record.id);
    },
    keepBoard(next: unknown) {
      board = next;
      boardWritten = false;
    },
    wroteBoard(written: unknown) {
      if (board === written) boardWritten = true;
    },
    remove(ids: readonly string[]) {
      for (const id of ids) {
        records.delete(id);
        unwritten.delete(id);
        unremoved.add(id);
      }
    },
    removed(ids: readonly string[]) {
      for (const id of ids) unremoved.delete(id);
    },
    lost() {
      for (const record of records.values()) unwritten.set(record.id, record);
      boardWritten = board === null;
    },
    clear() {
      records.clear();
      unwritten.clear();
      unremoved.clear();
      board = null;
      boardWritten = true;
    },
  };
}

const reasonOf = (state: StorageState) => (state.type === 'memory' ? state.reason : null);
const idOf = (record: unknown): unknown => (record as Partial<Kept> | null)?.id;

class TooSlow extends Error {}

function inTime<Value>(timers: Timers, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(LONGEST_WAIT, () => reject(new TooSlow('storage does not answer')));
    work.then(resolve, reject).finally(cancel);
  });
}

function reasonFor(failure: unknown): Extract<StorageState, { type: 'memory' }>['reason'] {
  if (failure instanceof TooSlow) return 'slow';
  const { name = '' } = failure instanceof Error ? failure : {};
  if (name === 'QuotaExceededError') return 'full';
  return ['SecurityError', 'ReferenceError', 'TypeError'].includes(name) ? 'forbidden' : 'broken';
}
