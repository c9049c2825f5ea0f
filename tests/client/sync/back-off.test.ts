import { expect, test } from 'vitest';
import { createBackOff } from '../../../src/client/sync/back-off.ts';

function backOffWith(random: number) {
  const waits: number[] = [];
  let ring = () => {};
  const backOff = createBackOff({
    timers: {
      random: () => random,
      after(milliseconds, call) {
        waits.push(milliseconds);
        ring = call;
        return () => {};
      },
    },
  });
  return { backOff, waits, ring: () => ring() };
}

test('each failure waits longer, up to half a minute, for ever', async () => {
  const { backOff, waits, ring } = backOffWith(0.999_999);
  for (let failure = 0; failure < 10; failure += 1) {
    const pause = backOff.pause();
    ring();
    await pause;
  }
  expect(waits.map(Math.round)).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000]);
});

test('tablets that failed together do not come back together', async () => {
  const [early, late] = [backOffWith(0), backOffWith(0.9)];
  void early.backOff.pause();
  void late.backOff.pause();
  expect(late.waits[0]).toBeGreaterThan(early.waits[0]!);
});

test('success makes the next wait short again, and hurry ends a wait', async () => {
  const { backOff, waits } = backOffWith(0);
  for (let failure = 0; failure < 5; failure += 1) {
    const pause = backOff.pause();
    backOff.hurry();
    await pause;
  }
  backOff.reset();
  void backOff.pause();
  expect(waits.at(-1)).toBe(waits[0]);
});
