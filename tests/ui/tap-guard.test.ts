// Bounces and ghost taps end here (UX requirement 8).
import { expect, test } from 'vitest';
import { createTapGuard } from '../../src/client/ui/tap-guard.ts';

test('the same control is admitted again only after 700 ms', () => {
  const guard = createTapGuard({ now: () => 0 });
  const control = {};
  expect(guard.admits(control, 1000)).toBe(true);
  expect(guard.admits(control, 1699)).toBe(false);
  expect(guard.admits(control, 1700)).toBe(true);
});

test('a press that was refused does not make the wait longer', () => {
  const guard = createTapGuard({ now: () => 0 });
  const control = {};
  guard.admits(control, 1000);
  guard.admits(control, 1600);
  expect(guard.admits(control, 1700)).toBe(true);
});

test('another control does not wait for the first', () => {
  const guard = createTapGuard({ now: () => 0 });
  guard.admits({}, 1000);
  expect(guard.admits({}, 1010)).toBe(true);
});

test('nothing is admitted until 400 ms after another screen was drawn', () => {
  let now = 5000;
  const guard = createTapGuard({ now: () => now });
  guard.screenChanged();
  expect(guard.admits({}, 5399)).toBe(false);
  expect(guard.isTooSoon(5399)).toBe(true);
  expect(guard.admits({}, 5400)).toBe(true);
  expect(guard.isTooSoon(5400)).toBe(false);
  now = 9000;
  guard.screenChanged();
  expect(guard.admits({}, 8990)).toBe(false);
});

test('a control that has just appeared is admitted after 400 ms, and the others at once', () => {
  const guard = createTapGuard({ now: () => 5000 });
  const control = {};
  guard.appeared(control);
  expect(guard.admits(control, 5010)).toBe(false);
  expect(guard.admits({}, 5010)).toBe(true);
  expect(guard.admits(control, 5399)).toBe(false);
  expect(guard.admits(control, 5400)).toBe(true);
});

test('two kiosks do not know of each other', () => {
  const control = {};
  const [one, other] = [createTapGuard({ now: () => 0 }), createTapGuard({ now: () => 0 })];
  one.admits(control, 1000);
  expect(other.admits(control, 1000)).toBe(true);
});
