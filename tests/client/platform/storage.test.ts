// What a tablet keeps over a power cut, and what it does with a disk that is full, slow, broken, or taken away.
import { describe, expect, test } from 'vitest';
import type { Disk, Kept } from '../../../src/client/platform/disk.ts';
import { createPersistence } from '../../../src/client/platform/persistence.ts';
import { createStorage } from '../../../src/client/platform/storage.ts';
import { createManualTimers } from '../../support/manual-timers.ts';

type Trouble = 'none' | 'full' | 'forbidden' | 'silent' | 'broken';

/** A disk in which a test can look, and which it can spoil. */
function createWorld() {
  const timers = createManualTimers(0);
  let outbox = new Map<string, Kept>();
  let board: unknown;
  let trouble: Trouble = 'none';
  let lost = () => {};
  let opened = 0;
  let closed = 0;
  const named = (name: string) => Object.assign(new Error(name), { name });
  const working = async (writes: boolean): Promise<void> => {
    if (trouble === 'silent') return new Promise(() => {});
    if (trouble === 'broken') throw named('UnknownError');
    if (trouble === 'full' && writes) throw named('QuotaExceededError');
  };
  const disk: Disk = {
    board: () => working(false).then(() => board),
    putBoard: async (next) => {
      await working(true);
      board = next;
    },
    outbox: () => working(false).then(() => [...outbox.values()]),
    put: (records) => working(true).then(() => records.forEach((each) => void outbox.set(each.id, each))),
    remove: (ids) => working(false).then(() => ids.forEach((id) => void outbox.delete(id))),
    clear: () => working(false).then(() => outbox.clear()),
    close: () => {
      closed += 1;
    },
  };
  const open = async (_name: string, whenLost: () => void): Promise<Disk> => {
    opened += 1;
    if (trouble === 'forbidden') throw named('SecurityError');
    lost = whenLost;
    return disk;
  };
  return {
    timers,
    storage: createStorage({ timers, name: 'test', open }),
    /** The page starts again. */
    reopen: () => createStorage({ timers, name: 'test', open }),
    become: (next: Trouble) => {
      trouble = next;
    },
    /** Somebody cleared the browser's data. */
    takeAway: () => {
      outbox = new Map();
      board = undefined;
      lost();
    },
    onDisk: () => ({ outbox: [...outbox.keys()], board }),
    opened: () => opened,
    held: () => opened - closed,
  };
}

const tap = (id: string): Kept => ({ id });

describe('a store', () => {
  test('is tried by really writing, reading and deleting, and nothing of that is left', async () => {
    const { onDisk, storage } = createWorld();
    await storage.probe();
    expect(storage.state()).toEqual({ type: 'durable' });
    expect(onDisk().outbox).toEqual([]);
  });

  test.each([
    ['full', 'full'],
    ['forbidden', 'forbidden'],
    ['broken', 'broken'],
  ] as const)('that is %s is told by the first try, before anybody has tapped', async (trouble, reason) => {
    const { become, storage } = createWorld();
    const told: unknown[] = [];
    storage.whenChanged((state) => told.push(state));
    become(trouble);
    await storage.probe();
    expect(storage.state()).toEqual({ type: 'memory', reason });
    expect(told).toEqual([{ type: 'memory', reason }]);
  });

  test.each(['full', 'broken'] as const)(
    'that is %s keeps the taps in memory, and writes them when it is well again',
    async (trouble) => {
      const { become, onDisk, storage, timers } = createWorld();
      await storage.keepInOutbox([tap('before')]);
      become(trouble);
      await storage.keepInOutbox([tap('a')]);
      await storage.keepInOutbox([tap('b')]);
      await storage.removeFromOutbox(['a']);
      await storage.keepBoard({ board: 1 });
      expect(onDisk()).toEqual({ outbox: ['before'], board: undefined });
      become('none');
      await timers.advance(31_000);
      expect(storage.state()).toEqual({ type: 'durable' });
      expect(onDisk()).toEqual({ outbox: ['before', 'b'], board: { board: 1 } });
      expect(await storage.outbox()).toEqual([tap('before'), tap('b')]);
    },
  );

  test('that does not answer holds one tap up for two seconds and the next not at all', async () => {
    const { become, onDisk, storage, timers } = createWorld();
    become('silent');
    const first = storage.keepInOutbox([tap('a')]);
    await timers.advance(2_000);
    await first;
    expect(storage.state()).toEqual({ type: 'memory', reason: 'slow' });
    await storage.keepInOutbox([tap('b')]);
    become('none');
    await timers.advance(30_000);
    expect(storage.state()).toEqual({ type: 'durable' });
    expect(onDisk().outbox).toEqual(['a', 'b']);
  });

  test('that failed again and again is held open once, and not once for every failure', async () => {
    const { become, held, opened, storage, timers } = createWorld();
    for (let times = 0; times < 5; times += 1) {
      become('silent');
      const tapped = storage.keepInOutbox([tap(`a${times}`)]);
      await timers.advance(2_000);
      await tapped;
      become('none');
      await timers.advance(30_000);
    }
    expect(opened()).toBe(6);
    expect(held()).toBe(1);
  });

  test('that was deleted while the screen runs is made again with all that memory holds', async () => {
    const { onDisk, storage, takeAway, timers } = createWorld();
    await storage.keepInOutbox([tap('a'), tap('b')]);
    await storage.keepBoard({ board: 1 });
    takeAway();
    expect(onDisk()).toEqual({ outbox: [], board: undefined });
    await timers.advance(1_000);
    expect(onDisk()).toEqual({ outbox: ['a', 'b'], board: { board: 1 } });
    expect(storage.state()).toEqual({ type: 'durable' });
  });

  test('that was deleted is written again by the next tap, should that come first', async () => {
    const { onDisk, storage, takeAway } = createWorld();
    await storage.keepInOutbox([tap('a')]);
    takeAway();
    await storage.keepInOutbox([tap('b')]);
    expect(onDisk().outbox).toEqual(['a', 'b']);
  });

  test('that was wiped on purpose is not made again', async () => {
    const { opened, storage, takeAway, timers } = createWorld();
    await storage.keepInOutbox([tap('a')]);
    await storage.clear();
    takeAway();
    await timers.advance(120_000);
    expect(opened()).toBe(1);
    expect(await storage.outbox()).toEqual([]);
  });

  test('that is well again gives what the last run left, but not what was taken out meanwhile', async () => {
    const { become, onDisk, reopen, storage, timers } = createWorld();
    await storage.keepInOutbox([tap('old'), tap('told')]);
    become('broken');
    const next = reopen();
    expect(await next.outbox()).toEqual([]);
    await next.removeFromOutbox(['told']);
    become('none');
    await timers.advance(31_000);
    expect(await next.outbox()).toEqual([tap('old')]);
    expect(onDisk().outbox).toEqual(['old']);
  });
});

describe('asking the browser to keep the store', () => {
  test.each([true, false])('tells its answer: %s', async (answer) => {
    expect(await createPersistence(() => ({ persist: async () => answer }))()).toBe(answer);
  });

  test('tells that there is none where the browser does not know the question', async () => {
    expect(await createPersistence(() => undefined)()).toBeNull();
    expect(
      await createPersistence(() => {
        throw new Error('insecure');
      })(),
    ).toBeNull();
  });
});
