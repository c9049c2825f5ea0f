import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Authority, openAuthority } from '../../src/server/authority.ts';
import { createFeed, type FeedReader } from '../../src/server/feed.ts';
import type { Sender } from '../../src/server/judging.ts';
import { createLog } from '../../src/server/log.ts';
import { houseRows, MORNING } from '../support/builders.ts';
import { createMemoryStore } from './http/memory-store.ts';
import { walkEnvelope } from './http/test-house.ts';

const sender: Sender = { deviceId: 'tablet', role: 'resident', lastAnswered: null, proven: true };
const log = createLog(() => undefined);
const PEOPLE = ['anna', 'riet', 'leen', 'kees', 'toos', 'hein', 'mo', 'fatima', 'yusuf'];

async function openTestFeed() {
  const store = createMemoryStore(houseRows());
  const opened = await openAuthority('flat', { store, log, now: () => MORNING });
  let journalIsSlow: Promise<void> | null = null;
  const authority: Authority = {
    ...opened,
    entriesAfter: async (version, limit) => {
      const entries = await opened.entriesAfter(version, limit);
      const held = journalIsSlow;
      journalIsSlow = null;
      await held;
      return entries;
    },
  };
  /** The next look into the journal takes until this is called. */
  const holdJournal = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    journalIsSlow = promise;
    return resolve;
  };
  const feed = createFeed({ authority, log });
  let made = 0;
  /** One command after another, each with its own version. */
  const judge = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      made += 1;
      await authority.submit(walkEnvelope(made, PEOPLE[made % PEOPLE.length]), sender);
    }
  };
  return { store, authority, feed, judge, holdJournal };
}

interface FakeReader extends FeedReader {
  readonly ids: () => readonly string[];
  readonly text: () => string;
  readonly outcome: () => 'open' | 'ended' | 'cut';
  /** Everything that waits leaves. */
  drain(): void;
}

/** A reader whose bytes leave at once, or never. */
function fakeReader({ stuck = false } = {}): FakeReader {
  const written: Uint8Array[] = [];
  let behind = 0;
  let outcome: 'open' | 'ended' | 'cut' = 'open';
  let waiting: (() => void)[] = [];
  const text = () => Buffer.concat(written).toString();
  return {
    write: (bytes) => {
      written.push(bytes);
      if (stuck) behind += bytes.length;
    },
    get behind() {
      return behind;
    },
    drained: () => (behind === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    end: () => {
      outcome = 'ended';
    },
    cut: () => {
      outcome = 'cut';
    },
    ids: () => [...text().matchAll(/^id: (.+)$/gm)].map(([, id]) => id ?? ''),
    text,
    outcome: () => outcome,
    drain: () => {
      behind = 0;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}

const versions = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `epoch0001:${from + i}`);
const start = { epoch: 'epoch0001', version: 0 };

describe('a reader', () => {
  test('gets what happened after its cursor and then what happens, in order, once', async () => {
    const { feed, judge } = await openTestFeed();
    await judge(3);
    const reader = fakeReader();
    feed.open({ ...start, version: 1 }, 'kiosk', reader);
    await judge(2);
    await vi.waitFor(() => expect(reader.ids()).toEqual(versions(2, 5)));
  });

  test('gets what its scope may know, whoever else reads the same entry', async () => {
    const { feed, judge } = await openTestFeed();
    await judge(1);
    const [before, behind] = [fakeReader(), fakeReader()];
    const [screen, desk] = [fakeReader(), fakeReader()];
    feed.open(start, 'kiosk', before);
    feed.open(start, 'manager', behind);
    await vi.waitFor(() => expect(behind.ids()).toHaveLength(1));
    feed.open({ ...start, version: 1 }, 'manager', desk);
    feed.open({ ...start, version: 1 }, 'kiosk', screen);
    await judge(1);
    for (const reader of [before, behind]) await vi.waitFor(() => expect(reader.ids()).toEqual(versions(1, 2)));
    for (const reader of [screen, desk]) await vi.waitFor(() => expect(reader.ids()).toEqual(versions(2, 2)));
    for (const reader of [before, screen]) expect(reader.text()).not.toMatch(/"visitId":"/);
    for (const reader of [behind, desk]) expect(reader.text()).toMatch(/"visitId":"visit-/);
  });

  test('misses nothing and gets nothing twice, whenever it comes', async () => {
    const { feed, judge } = await openTestFeed();
    const readers: FakeReader[] = [];
    const working = judge(40);
    for (let i = 0; i < 40; i += 1) {
      const reader = fakeReader();
      readers.push(reader);
      feed.open(start, 'kiosk', reader);
      await new Promise(setImmediate);
    }
    await working;
    for (const reader of readers) await vi.waitFor(() => expect(reader.ids()).toEqual(versions(1, 40)));
  });

  test('that still catches up while others are told something new, gets that last', async () => {
    const { feed, judge, holdJournal } = await openTestFeed();
    await judge(3);
    const [late, prompt] = [fakeReader(), fakeReader()];
    feed.open({ ...start, version: 3 }, 'kiosk', prompt);
    const letGo = holdJournal();
    feed.open(start, 'kiosk', late);
    await judge(1);
    await vi.waitFor(() => expect(prompt.ids()).toEqual(versions(4, 4)));
    expect(late.ids()).toEqual([]);
    letGo();
    await vi.waitFor(() => expect(late.ids()).toEqual(versions(1, 4)));
  });

  test('is given the same bytes as every other', async () => {
    const { feed, judge } = await openTestFeed();
    const [first, second] = [fakeReader(), fakeReader()];
    feed.open(start, 'kiosk', first);
    feed.open(start, 'kiosk', second);
    await judge(2);
    await vi.waitFor(() => expect(first.ids()).toHaveLength(2));
    expect(second.text()).toBe(first.text());
  });

  test('that left gets nothing more', async () => {
    const { feed, judge } = await openTestFeed();
    const [gone, here] = [fakeReader(), fakeReader()];
    const leave = feed.open(start, 'kiosk', gone);
    feed.open(start, 'kiosk', here);
    await vi.waitFor(() => expect(feed.readers).toBe(2));
    leave();
    await judge(1);
    await vi.waitFor(() => expect(here.ids()).toHaveLength(1));
    expect(gone.ids()).toEqual([]);
    expect(feed.readers).toBe(1);
  });

  test('that never reads is cut at a megabyte, and nobody else notices', async () => {
    const { feed, judge } = await openTestFeed();
    const stuck = Array.from({ length: 1_000 }, () => fakeReader({ stuck: true }));
    for (const reader of stuck) feed.open(start, 'kiosk', reader);
    const healthy = fakeReader();
    feed.open(start, 'kiosk', healthy);
    await judge(1);
    await vi.waitFor(() => expect(healthy.ids()).toHaveLength(1));
    expect(stuck.every((reader) => reader.outcome() === 'open')).toBe(true);
    // What waits already, as a megabyte of entries would leave it.
    for (const reader of stuck) reader.write(Buffer.alloc(1024 * 1024));
    await judge(1);
    await vi.waitFor(() => expect(healthy.ids()).toHaveLength(2));
    expect(stuck.every((reader) => reader.outcome() === 'cut')).toBe(true);
    expect(feed.readers).toBe(1);
  });

  test('that catches up slowly is waited for, and is not cut for what it had to catch up', async () => {
    const { feed, judge } = await openTestFeed();
    await judge(3);
    const slow = fakeReader({ stuck: true });
    slow.write(Buffer.alloc(2 * 1024 * 1024));
    feed.open(start, 'kiosk', slow);
    await vi.waitFor(() => expect(slow.ids()).toEqual(versions(1, 3)));
    slow.drain();
    await judge(1);
    await vi.waitFor(() => expect(slow.ids()).toEqual(versions(1, 4)));
    expect(slow.outcome()).toBe('open');
  });
});

describe('a cursor', () => {
  test.each([
    ['where history is', { epoch: 'epoch0001', version: 3 }, true],
    ['from the beginning', { epoch: 'epoch0001', version: 0 }, true],
    ['of another epoch', { epoch: 'another00', version: 3 }, false],
    ['from the future', { epoch: 'epoch0001', version: 4 }, false],
  ])('%s', async (_name, cursor, readable) => {
    const { feed, judge } = await openTestFeed();
    await judge(3);
    const checked = await feed.check(cursor);
    expect(checked).toEqual(
      readable ? { ok: true, value: null } : { ok: false, error: { epoch: 'epoch0001', version: 3 } },
    );
  });

  test('older than the kept journal is gone', async () => {
    const { store, authority } = await openTestFeed();
    for (let n = 1; n <= 3; n += 1) await authority.submit(walkEnvelope(n, PEOPLE[n]), sender);
    store.forgetUpTo(2);
    // A process that starts now has nothing of its own in memory.
    const later = await openAuthority('flat', { store, log, now: () => MORNING });
    const feed = createFeed({ authority: later, log });
    expect(await feed.check({ ...start, version: 1 })).toEqual({
      ok: false,
      error: { epoch: 'epoch0001', version: 3 },
    });
    expect(await feed.check({ ...start, version: 2 })).toEqual({ ok: true, value: null });
  });

  test('ahead of this process but not of another one is read on from', async () => {
    const { store, feed } = await openTestFeed();
    const other = await openAuthority('flat', { store, log, now: () => MORNING });
    await other.submit(walkEnvelope(1), sender);
    expect(await feed.check({ ...start, version: 1 })).toEqual({ ok: true, value: null });
  });
});

describe('what is told', () => {
  test('a refusal without its reasons to act, and an entry without changes too', async () => {
    const { feed, authority } = await openTestFeed();
    const reader = fakeReader();
    feed.open(start, 'kiosk', reader);
    await authority.submit({ ...walkEnvelope(1), command: { type: 'dismissNotice', noticeId: 'none' } }, sender);
    await vi.waitFor(() => expect(reader.ids()).toHaveLength(1));
    const [, data = ''] = /^data: (.+)$/m.exec(reader.text()) ?? [];
    expect(JSON.parse(data)).toEqual({
      commandId: walkEnvelope(1).id,
      refusal: { type: 'noticeUnknown', noticeId: 'none' },
      changes: [],
    });
  });

  test('of something discreet only how many come', async () => {
    const { feed, authority } = await openTestFeed();
    const reader = fakeReader();
    feed.open(start, 'kiosk', reader);
    const command = { type: 'signUp' as const, activityId: 'memory/2026-10-14', residentIds: ['anna'], guests: 1 };
    await authority.submit({ ...walkEnvelope(1), command }, sender);
    await vi.waitFor(() => expect(reader.ids()).toHaveLength(1));
    expect(reader.text()).toContain('"hidden":2');
    expect(reader.text()).not.toContain('anna');
  });
});

test('another history ends every reader, so that they come back and hear 410', async () => {
  const { store, authority, feed } = await openTestFeed();
  const reader = fakeReader();
  feed.open(start, 'kiosk', reader);
  store.renewEpoch('epoch0002');
  await authority.catchUp();
  await vi.waitFor(() => expect(reader.outcome()).toBe('ended'));
  expect(await feed.check(start)).toEqual({ ok: false, error: { epoch: 'epoch0002', version: 0 } });
});

test('what was judged in an old history is never told as the new one', async () => {
  const { store, authority, feed, judge, holdJournal } = await openTestFeed();
  const reader = fakeReader();
  feed.open(start, 'kiosk', reader);
  await new Promise(setImmediate);
  const letGo = holdJournal();
  await judge(1);
  store.renewEpoch('epoch0002');
  await authority.catchUp();
  letGo();
  await vi.waitFor(() => expect(reader.outcome()).toBe('ended'));
  expect(reader.ids()).toEqual([]);
});

describe('with a clock of its own', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const beats = (reader: FakeReader) => reader.text().match(/^:/gm)?.length ?? 0;

  test('a heartbeat goes out at the start and every 15 seconds, until the feed closes', async () => {
    const { feed } = await openTestFeed();
    const reader = fakeReader();
    feed.open(start, 'kiosk', reader);
    expect(beats(reader)).toBe(1);
    vi.advanceTimersByTime(14_999);
    expect(beats(reader)).toBe(1);
    vi.advanceTimersByTime(30_001);
    expect(beats(reader)).toBe(4);
    feed.close();
    expect(reader.outcome()).toBe('ended');
    vi.advanceTimersByTime(60_000);
    expect(beats(reader)).toBe(4);
  });

  test('a reader that stops reading while it catches up is cut after half a minute', async () => {
    const { feed, judge } = await openTestFeed();
    await judge(2);
    const slow = fakeReader({ stuck: true });
    slow.write(Buffer.alloc(300 * 1024));
    feed.open(start, 'kiosk', slow);
    await vi.waitFor(() => expect(slow.ids()).toHaveLength(2));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(slow.outcome()).toBe('open');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(slow.outcome()).toBe('cut');
  });
});

test('a closed feed takes no new readers', async () => {
  const { feed } = await openTestFeed();
  feed.close();
  const reader = fakeReader();
  feed.open(start, 'kiosk', reader);
  expect(reader.outcome()).toBe('ended');
  expect(feed.readers).toBe(0);
});
