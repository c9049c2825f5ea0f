import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createUpdates } from '../../src/client/app/updates.ts';
import type { Look } from '../../src/client/platform/offline-messages.ts';
import type { OfflineCopy } from '../../src/client/state/offline-copy.ts';
import { mayRenew, type Rest } from '../../src/client/state/rest.ts';
import { createManualTimers } from '../support/manual-timers.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const AT_REST: Rest = { free: true, quiet: 120_000, unsent: 0, durable: true, time: '14:00' };

describe('a newer build may take over', () => {
  test('after two minutes without a touch, when nothing waits to be sent', () => {
    expect(mayRenew(AT_REST)).toBe(true);
    expect(mayRenew({ ...AT_REST, quiet: 119_999 })).toBe(false);
    expect(mayRenew({ ...AT_REST, unsent: 1 })).toBe(false);
    expect(mayRenew({ ...AT_REST, time: null })).toBe(true);
  });

  test('in the night also when something waits, if it survives that; from three to half past four', () => {
    const night: Rest = { ...AT_REST, quiet: 5_000, unsent: 200, time: '03:00' };
    expect(mayRenew(night)).toBe(true);
    expect(mayRenew({ ...night, durable: false })).toBe(false);
    expect(mayRenew({ ...night, durable: false, unsent: 0 })).toBe(true);
    expect(mayRenew({ ...night, time: '04:29' })).toBe(true);
    for (const time of ['02:59', '04:30', '15:00']) expect(mayRenew({ ...night, time })).toBe(false);
  });

  test('never while somebody is there, of the house or of the team, by day or by night', () => {
    for (const time of ['14:00', '03:30', null] as const)
      for (const quiet of [0, 120_000, 3_600_000])
        expect(mayRenew({ ...AT_REST, free: false, quiet, time })).toBe(false);
  });
});

/** A tablet with build `one`, a browser whose worker does as told, and a house that has whatever the test says. */
function createTablet(impossible: 'insecure' | 'unsupported' | null = null) {
  const timers = createManualTimers(Date.parse('2026-10-14T12:00:00Z'));
  const copy = signal<OfflineCopy>({ type: 'unknown' });
  const state = {
    rest: AT_REST,
    reachable: true,
    belongs: true,
    renewals: [] as number[],
    answer: 'done' as 'done' | 'unreachable' | 'refused',
    look: { inCharge: 'one', bad: null, complete: true } as Look | null,
    waiting: null as string | null,
    reloads: 0,
    started: [] as string[],
    reloadedFor: null as string | null,
    letGo: 0,
  };
  let takenOver = () => {};
  const start = timers.now();
  createUpdates({
    timers,
    copy,
    build: 'one',
    rest: () => state.rest,
    reachable: () => state.reachable,
    belongs: () => state.belongs,
    reload: () => {
      state.reloads += 1;
    },
    reloadedFor: {
      read: () => state.reloadedFor,
      keep: (build) => {
        state.reloadedFor = build;
      },
    },
    worker: {
      impossible,
      tellStarted: (build) => void state.started.push(build),
      renew: async () => {
        state.renewals.push((timers.now() - start) / MINUTE);
        return state.answer;
      },
      look: async () => state.look,
      isWaiting: () => state.waiting !== null,
      letTakeOver: () => {
        state.letGo += 1;
        state.look = { inCharge: state.waiting, bad: null, complete: true };
        state.waiting = null;
        takenOver();
      },
      whenTakenOver: (listener) => {
        takenOver = listener;
      },
    },
  }).start();
  return { state, timers, copy, takenOver: () => takenOver() };
}

describe('a tablet', () => {
  test('says at once that it started, and leaves the first seconds to the screens', async () => {
    const { state, timers, copy } = createTablet();
    expect(state.started).toEqual(['one']);
    await timers.advance(9 * SECOND);
    expect([state.renewals, copy.value.type]).toEqual([[], 'unknown']);
    await timers.advance(SECOND);
    expect(state.renewals).toHaveLength(1);
    expect(copy.value).toEqual({ type: 'complete', bad: null });
  });

  test('asks for a newer build every hour, five minutes more or less', async () => {
    const { state, timers } = createTablet();
    await timers.advance(3 * 60 * MINUTE + MINUTE);
    const pauses = state.renewals.slice(1).map((at, index) => at - state.renewals[index]!);
    expect(pauses).toHaveLength(3);
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(55);
      expect(pause).toBeLessThanOrEqual(65);
    }
  });

  test('does not ask where the house is out of reach, and soon asks again', async () => {
    const { state, timers } = createTablet();
    await timers.advance(MINUTE);
    state.reachable = false;
    await timers.advance(60 * MINUTE);
    expect(state.renewals).toHaveLength(1);
    state.reachable = true;
    await timers.advance(5 * MINUTE);
    expect(state.renewals).toHaveLength(2);
  });

  test('lets a newer build take over when nobody is there, and shows it', async () => {
    const { state, timers } = createTablet();
    await timers.advance(MINUTE);
    state.waiting = 'two';
    state.rest = { ...AT_REST, free: false };
    await timers.advance(8 * 60 * MINUTE);
    expect([state.letGo, state.reloads]).toEqual([0, 0]);
    state.rest = AT_REST;
    await timers.advance(16 * SECOND);
    expect([state.letGo, state.reloads]).toEqual([1, 1]);
  });

  test('waits with showing it for who came in that moment', async () => {
    const { state, timers, takenOver } = createTablet();
    await timers.advance(MINUTE);
    // As when another page of this browser let it take over.
    state.rest = { ...AT_REST, quiet: 0 };
    state.look = { inCharge: 'two', bad: null, complete: true };
    takenOver();
    await timers.advance(MINUTE);
    expect(state.reloads).toBe(0);
    state.rest = AT_REST;
    await timers.advance(16 * SECOND);
    expect(state.reloads).toBe(1);
  });

  test('does not reload in circles where the page comes from elsewhere than the build in charge', async () => {
    const { state, timers } = createTablet();
    state.look = { inCharge: 'two', bad: null, complete: true };
    state.reloadedFor = 'two';
    await timers.advance(3 * 60 * MINUTE);
    expect(state.reloads).toBe(0);
  });

  test('says that a newer build did not start on it', async () => {
    const { state, timers, copy } = createTablet();
    state.look = { inCharge: 'one', bad: 'two', complete: true };
    await timers.advance(MINUTE);
    expect(copy.value).toEqual({ type: 'complete', bad: 'two' });
    expect(state.reloads).toBe(0);
  });

  test.each([null, { inCharge: 'one', bad: null, complete: false }])(
    'says that it cannot open without a network yet, and tries again soon: %o',
    async (look) => {
      const { state, timers, copy } = createTablet();
      state.look = look;
      await timers.advance(MINUTE);
      expect(copy.value).toEqual({ type: 'incomplete' });
      state.look = { inCharge: 'one', bad: null, complete: true };
      await timers.advance(5 * MINUTE);
      expect(copy.value).toEqual({ type: 'complete', bad: null });
    },
  );

  test.each(['insecure', 'unsupported'] as const)(
    'works with the network only where the browser is %s, and says so',
    async (why) => {
      const { state, timers, copy } = createTablet(why);
      await timers.advance(3 * 60 * MINUTE);
      expect(copy.value).toEqual({ type: 'impossible', why });
      expect([state.renewals, state.reloads]).toEqual([[], 0]);
    },
  );

  test('says that its browser refuses, and asks again in an hour', async () => {
    const { state, timers, copy } = createTablet();
    state.answer = 'refused';
    await timers.advance(50 * MINUTE);
    expect(copy.value).toEqual({ type: 'impossible', why: 'refused' });
    expect(state.renewals).toHaveLength(1);
  });

  test('that was put out keeps nothing any more', async () => {
    const { state, timers } = createTablet();
    state.belongs = false;
    await timers.advance(3 * 60 * MINUTE);
    expect(state.renewals).toEqual([]);
  });
});
