// A tablet that was put out keeps nothing of anybody, whoever stood at it and whether or not somebody did.
import { expect, test } from 'vitest';
import { createTablet } from '../../src/client/app/tablet.ts';
import { createIds } from '../../src/client/platform/ids.ts';
import { createKeptSession } from '../../src/client/platform/kept-session.ts';
import { createStaffStorage } from '../../src/client/platform/staff-storage.ts';
import { createMemoryStorage } from '../../src/client/platform/storage.ts';
import { createWipe } from '../../src/client/platform/wipe.ts';
import type { Me } from '../../src/client/sync/staff-session.ts';
import { createFakeServer } from '../support/fake-server.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { smallHouse } from '../support/small-house.ts';

const KEPT = 'huiskamer.staff';

function createStore(start: Readonly<Record<string, string>> = {}) {
  const items = new Map(Object.entries(start));
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

test('databases, screens, their worker and the word of staff are gone, also where nobody of staff is signed in', async () => {
  const deleted: string[] = [];
  const caches = {
    keys: async () => ['huiskamer-build-one', 'huiskamer-pointer'],
    delete: async (name: string) => deleted.push(name) > 0,
  };
  const told: unknown[] = [];
  const registration = {
    active: { postMessage: (message: unknown) => told.push(message) },
    unregister: async () => deleted.push('worker') > 0,
  } as unknown as ServiceWorkerRegistration;
  const worker = { getRegistrations: async () => [registration] };
  const deleteDatabase = (name: string) => {
    deleted.push(name);
    return {} as IDBOpenDBRequest;
  };
  const store = createStore({ [KEPT]: '"sends"', 'huiskamer.screen': '32' });
  createWipe({
    databases: () => ({ deleteDatabase }),
    store: () => store,
    caches: () => caches,
    worker: () => worker,
  })();
  expect(deleted).toEqual(['huiskamer', 'huiskamer-staff']);
  await expect
    .poll(() => deleted)
    .toEqual(['huiskamer', 'huiskamer-staff', 'worker', 'huiskamer-build-one', 'huiskamer-pointer']);
  expect(told).toEqual([{ type: 'forget' }]);
  expect([...store.items.keys()]).toEqual(['huiskamer.screen']);
});

test('a browser that keeps nothing is no trouble, and what it does keep is deleted', () => {
  const store = createStore({ [KEPT]: '"sends"' });
  const forbidden = () => {
    throw new Error('forbidden');
  };
  createWipe({ databases: forbidden, store: () => store, caches: forbidden, worker: () => undefined })();
  expect(store.items.size).toBe(0);
  expect(createWipe({ databases: forbidden, store: forbidden, caches: forbidden, worker: forbidden })).not.toThrow();
});

async function atWork() {
  const timers = createManualTimers(Date.parse('2026-10-14T09:00:00Z'));
  const server = createFakeServer(smallHouse, timers.now);
  const store = createStore();
  const me: Me = { staffId: 'joke', name: 'Joke', role: 'volunteer' };
  let touch = () => {};
  const clock = { wrongBy: 0 };
  const tablet = createTablet({
    platform: {
      http: server.http,
      timers,
      systemNow: () => timers.now() + clock.wrongBy,
      idsFrom: (now) => createIds({ now, fillRandom: (bytes) => bytes.fill(7) }),
      page: {
        whenTouched: (listener) => {
          touch = listener;
        },
        whenWoken: () => {},
      },
    },
    sessions: {
      enter: async () => ({ type: 'in', me }),
      enterWith: async () => ({ type: 'in', me }),
      enterBy: async () => ({ type: 'in', me }),
      leave: async () => {},
    },
    storage: () => createStaffStorage({ durable: createMemoryStorage(), board: async () => null }),
    kept: createKeptSession(() => store),
    alone: (work) => work(),
    onLeave: () => {},
  });
  store.setItem(KEPT, JSON.stringify({ ...me, until: timers.now() + 60_000 }));
  await tablet.resume();
  await timers.advance(1_000);
  const { side } = tablet;
  if (side.value.type !== 'work') throw new Error('nobody is at work');
  return { clock, tablet, timers, server, store, work: side.value.work, touch: () => touch() };
}

test('who was at work there is out at once, and their taps are neither sent nor kept', async () => {
  const { tablet, timers, server, store, work, touch } = await atWork();
  server.become('down');
  server.cut();
  const join = { type: 'signUp', activityId: 'coffee/2026-10-14', residentIds: ['ans'], guests: 0 } as const;
  expect(work.act(join, null)).toBeNull();
  await timers.advance(1_000);
  expect(work.unanswered.value).toBe(1);
  tablet.putOut();
  expect(tablet.side.value.type).toBe('door');
  expect(store.items.size).toBe(0);
  const before = server.received.length;
  expect(work.unanswered.value).toBe(0);
  server.become('well');
  touch();
  await timers.advance(120_000);
  expect(server.received.length).toBe(before);
  expect(store.items.size).toBe(0);
});

const MINUTE = 60_000;

test.each([
  ['right', 0],
  ['put an hour back while they are at work', -60 * MINUTE],
  ['a month behind by then', -30 * 24 * 60 * MINUTE],
])('a session ends ten minutes after the last touch by a clock that is %s', async (_how, wrongBy) => {
  const { clock, tablet, timers } = await atWork();
  await timers.advance(MINUTE);
  clock.wrongBy = wrongBy;
  await timers.advance(9 * MINUTE - 6_000);
  expect(tablet.side.value.type).toBe('work');
  await timers.advance(MINUTE + 12_000);
  expect(tablet.side.value.type).toBe('door');
});

test('a clock that jumps ahead ends it at once: nobody knows for how long nobody was there', async () => {
  const { clock, tablet, timers } = await atWork();
  clock.wrongBy = 60 * MINUTE;
  await timers.advance(6_000);
  expect(tablet.side.value.type).toBe('door');
});

test('a page that starts anew goes on with nobody whose ten minutes lie in a future of another clock', async () => {
  const { store, timers } = await atWork();
  const kept = createKeptSession(() => store);
  kept.keep({ staffId: 'joke', name: 'Joke', role: 'volunteer' }, timers.now() + 10 * MINUTE);
  expect(kept.read(timers.now(), 10 * MINUTE)).toMatchObject({ staffId: 'joke' });
  expect(kept.read(timers.now() - 1, 10 * MINUTE)).toBeNull();
  expect(kept.read(timers.now() + 10 * MINUTE, 10 * MINUTE)).toBeNull();
});
