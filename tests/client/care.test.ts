// A kiosk that stays one: it tells how it is, moves a little at rest, and begins anew when nobody notices.
import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { startFreshness } from '../../src/client/app/freshness.ts';
import { startHeartbeat } from '../../src/client/app/heartbeat.ts';
import { createOrbit, MOST_ORBIT } from '../../src/client/app/orbit.ts';
import { isQuiet } from '../../src/client/state/rest.ts';
import { heartbeat } from '../support/heartbeat.ts';
import { createManualTimers } from '../support/manual-timers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('nobody notices only where nobody is, nothing waits, and nobody was for two minutes', () => {
  const quiet = { free: true, quiet: 120_000, unsent: 0 };
  expect(isQuiet(quiet)).toBe(true);
  expect(isQuiet({ ...quiet, free: false })).toBe(false);
  expect(isQuiet({ ...quiet, quiet: 119_999 })).toBe(false);
  expect(isQuiet({ ...quiet, unsent: 1 })).toBe(false);
});

describe('a heartbeat', () => {
  function beating() {
    const timers = createManualTimers(0);
    const sent: unknown[] = [];
    const house = { ours: true, answers: true };
    startHeartbeat({
      timers,
      belongs: () => house.ours,
      read: async () => ({ ...heartbeat, waiting: sent.length }),
      http: {
        post: async (path, body) => {
          sent.push([path, body]);
          return house.answers ? { type: 'ok', body: null } : { type: 'unreachable', reason: 'network' };
        },
      },
    });
    return { timers, sent, house };
  }

  test('comes soon, then once a minute, each with what holds then, whether or not somebody answers', async () => {
    const { house, sent, timers } = beating();
    await timers.advance(5_000);
    expect(sent).toEqual([['/api/heartbeats', { ...heartbeat, waiting: 0 }]]);
    house.answers = false;
    await timers.advance(3 * MINUTE);
    expect(sent).toHaveLength(4);
    expect(sent[3]).toEqual(['/api/heartbeats', { ...heartbeat, waiting: 3 }]);
  });

  test('stops at a tablet that was put out', async () => {
    const { house, sent, timers } = beating();
    house.ours = false;
    await timers.advance(HOUR);
    expect(sent).toEqual([]);
  });
});

describe('a screen at rest', () => {
  test('moves every five minutes, never far and never in use', async () => {
    const timers = createManualTimers(0);
    const resting = signal(true);
    const offset = createOrbit({ resting, timers });
    const seen = new Set<string>();
    for (let n = 0; n < 20; n += 1) {
      seen.add(JSON.stringify(offset.value));
      const before = offset.value;
      await timers.advance(5 * MINUTE - 1);
      expect(offset.value).toBe(before);
      await timers.advance(1);
      expect(offset.value).not.toEqual(before);
      expect(Math.max(Math.abs(offset.value.x), Math.abs(offset.value.y))).toBeLessThanOrEqual(MOST_ORBIT);
    }
    expect(seen.size).toBe(9);
    resting.value = false;
    expect(offset.value).toEqual({ x: 0, y: 0 });
    await timers.advance(HOUR);
    expect(offset.value).toEqual({ x: 0, y: 0 });
  });

  test('goes on from where it was, so that many short rests are not one place', async () => {
    const timers = createManualTimers(0);
    const resting = signal(true);
    const offset = createOrbit({ resting, timers });
    const places = [];
    for (let n = 0; n < 3; n += 1) {
      await timers.advance(6 * MINUTE);
      places.push(JSON.stringify(offset.value));
      resting.value = false;
      resting.value = true;
    }
    expect(new Set(places).size).toBe(3);
  });
});

describe('a page', () => {
  function running(startsAt: string) {
    const timers = createManualTimers(Date.parse(`2026-10-14T${startsAt}:00Z`));
    const state = { quiet: true, back: true, heap: null as number | null, reloadedAt: [] as string[] };
    const time = () => new Date(timers.now()).toISOString().slice(11, 16);
    startFreshness({
      timers,
      systemNow: timers.now,
      isQuiet: () => state.quiet,
      comesBack: () => state.back,
      time,
      heap: () => state.heap,
      reload: () => state.reloadedAt.push(time()),
    });
    return { timers, state };
  }

  test('begins anew in the night, once', async () => {
    const { state, timers } = running('08:00');
    await timers.advance(19 * HOUR + 39 * MINUTE);
    expect(state.reloadedAt).toEqual([]);
    await timers.advance(HOUR);
    // Half past three, and the ten minutes that chance gave this tablet.
    expect(state.reloadedAt).toEqual(['03:40']);
  });

  test('that began in the night is left alone until the next', async () => {
    const { state, timers } = running('03:41');
    await timers.advance(12 * HOUR);
    expect(state.reloadedAt).toEqual([]);
  });

  test.each(['quiet', 'back'] as const)('stays until it is %s, and leaves it when the night is over', async (what) => {
    const { state, timers } = running('22:00');
    state[what] = false;
    await timers.advance(6 * HOUR);
    expect(state.reloadedAt).toEqual([]);
    state[what] = true;
    await timers.advance(MINUTE);
    expect(state.reloadedAt).toEqual(['04:01']);
    const late = running('22:00');
    late.state[what] = false;
    await late.timers.advance(7 * HOUR);
    late.state[what] = true;
    await late.timers.advance(10 * HOUR);
    expect(late.state.reloadedAt).toEqual([]);
  });

  test('whose memory has doubled begins anew by day, when nobody is there', async () => {
    const { state, timers } = running('08:00');
    state.heap = 20_000_000;
    await timers.advance(2 * HOUR);
    state.heap = 40_000_000;
    await timers.advance(HOUR);
    expect(state.reloadedAt).toEqual([]);
    state.heap = 40_000_001;
    state.quiet = false;
    await timers.advance(HOUR);
    expect(state.reloadedAt).toEqual([]);
    state.quiet = true;
    await timers.advance(MINUTE);
    expect(state.reloadedAt).toEqual(['12:01']);
  });

  test('in a browser that does not tell its memory waits for the night', async () => {
    const { state, timers } = running('08:00');
    await timers.advance(18 * HOUR);
    expect(state.reloadedAt).toEqual([]);
  });
});
