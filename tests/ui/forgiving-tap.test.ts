// One activation from whatever a shaking hand does on a control (UX requirements 6 to 9).
import { describe, expect, test } from 'vitest';
import { forgivingTap } from '../../src/client/ui/forgiving-tap.ts';
import { createTapGuard, type TapGuard } from '../../src/client/ui/tap-guard.ts';
import { FakeControl, touch } from './fake-control.ts';

function control(drawnAt = -10_000, shared?: TapGuard) {
  const element = new FakeControl();
  let now = drawnAt;
  const guard = shared ?? createTapGuard({ now: () => now });
  let taps = 0;
  const stop = forgivingTap({
    element: element as unknown as HTMLElement,
    guard,
    onTap: () => {
      taps += 1;
    },
  });
  return {
    element,
    stop,
    taps: () => taps,
    screenChangedAt(at: number) {
      now = at;
      guard.screenChanged();
    },
  };
}

describe('a finger on a control', () => {
  test.each([
    [0, 0],
    [14, 0],
    [18, 0],
    [30, 0],
    [60, 40],
    [0, 60],
  ])('that drifts %i by %i pixels inside it taps once', (dx, dy) => {
    const { element, taps } = control();
    touch(element, 'pointerdown', { x: 180, y: 140 });
    touch(element, 'pointermove', { x: 180 + dx, y: 140 + dy, at: 100 });
    touch(element, 'pointerup', { x: 180 + dx, y: 140 + dy, at: 150 });
    touch(element, 'click', { at: 151 });
    expect(taps()).toBe(1);
  });

  test('that lifts 24 pixels outside still taps, 25 does not', () => {
    for (const [outside, expected] of [
      [24, 1],
      [25, 0],
    ] as const) {
      const { element, taps } = control();
      touch(element, 'pointerdown');
      touch(element, 'pointerup', { x: element.box.right + outside, at: 200 });
      expect(taps()).toBe(expected);
    }
  });

  test.each([40, 450, 1200, 2500, 5000])('that holds for %i ms taps once, and opens no menu', (held) => {
    const { element, taps } = control();
    touch(element, 'pointerdown', { at: 0 });
    const menu = touch(element, 'contextmenu', { at: 500 });
    touch(element, 'pointerup', { at: held });
    touch(element, 'click', { at: held + 1 });
    expect(taps()).toBe(1);
    expect(menu.defaultPrevented).toBe(true);
  });

  test('that only rests there, like an arm, does nothing', () => {
    const { element, taps } = control();
    touch(element, 'pointerdown', { at: 0 });
    touch(element, 'pointerup', { at: 20_000 });
    expect(taps()).toBe(0);
  });

  test('does nothing before it lifts', () => {
    const { element, taps } = control();
    touch(element, 'pointerdown');
    expect(taps()).toBe(0);
  });

  test('is seen: the control looks pressed while the finger is on it, and not after it slid off', () => {
    const { element } = control();
    touch(element, 'pointerdown');
    expect(element.pressed).toBe(true);
    touch(element, 'pointermove', { y: 500, at: 50 });
    expect(element.pressed).toBe(false);
    touch(element, 'pointermove', { at: 90 });
    expect(element.pressed).toBe(true);
    touch(element, 'pointerup', { at: 100 });
    expect(element.pressed).toBe(false);
  });

  test('that the system takes away taps nothing', () => {
    const { element, taps } = control();
    touch(element, 'pointerdown');
    touch(element, 'pointercancel', { at: 100 });
    touch(element, 'pointerup', { at: 120 });
    expect(taps()).toBe(0);
    expect(element.pressed).toBe(false);
  });

  test('beside a resting palm counts, the palm does not', () => {
    const { element, taps } = control();
    touch(element, 'pointerdown', { pointerId: 1 });
    touch(element, 'pointerdown', { pointerId: 2, isPrimary: false });
    touch(element, 'pointerup', { pointerId: 2, isPrimary: false, at: 80 });
    expect(taps()).toBe(0);
    touch(element, 'pointerup', { pointerId: 1, at: 120 });
    expect(taps()).toBe(1);
  });

  test('of the other mouse button does nothing', () => {
    const { element, taps } = control();
    touch(element, 'pointerdown', { button: 2 });
    touch(element, 'pointerup', { button: 2, at: 80 });
    expect(taps()).toBe(0);
  });
});

test('keyboard, switch and screen reader arrive as a bare click, and work', () => {
  const { element, taps } = control();
  touch(element, 'click', { detail: 0, at: 1000 });
  expect(taps()).toBe(1);
});

test('a tremor of three taps is one', () => {
  const { element, taps } = control();
  for (const at of [0, 60, 120]) {
    touch(element, 'pointerdown', { at });
    touch(element, 'pointerup', { at: at + 30 });
    touch(element, 'click', { at: at + 31 });
  }
  expect(taps()).toBe(1);
});

test('a second landing does not hit what has just appeared', () => {
  const { element, taps, screenChangedAt } = control();
  screenChangedAt(1000);
  touch(element, 'pointerdown', { at: 1100 });
  touch(element, 'pointerup', { at: 1150 });
  expect(taps()).toBe(0);
  touch(element, 'pointerdown', { at: 1400 });
  touch(element, 'pointerup', { at: 1450 });
  expect(taps()).toBe(1);
});

test('the click of a tap that made this control appear is not a tap on it', () => {
  const { element, taps } = control(1000);
  touch(element, 'click', { at: 1002 });
  expect(taps()).toBe(0);
  touch(element, 'pointerdown', { at: 1500 });
  touch(element, 'pointerup', { at: 1550 });
  expect(taps()).toBe(1);
});

test.each([2, 5_000])('nor is it when that click comes %i ms after the release, on a slow tablet', (late) => {
  const guard = createTapGuard({ now: () => -10_000 });
  const [before, after] = [control(0, guard), control(0, guard)];
  touch(before.element, 'pointerdown', { at: 100, pointerId: 7 });
  touch(before.element, 'pointerup', { at: 150, pointerId: 7 });
  touch(after.element, 'click', { at: 150 + late, pointerId: 7 });
  expect([before.taps(), after.taps()]).toEqual([1, 0]);
});

test('a screen reader’s click counts, whatever a finger did before it', () => {
  const { element, taps } = control();
  touch(element, 'pointerdown', { at: 100, pointerId: 7 });
  touch(element, 'pointerup', { x: 900, at: 150, pointerId: 7 });
  touch(element, 'click', { at: 200, detail: 0 });
  expect(taps()).toBe(1);
});

test('a control that is gone listens no more', () => {
  const { element, stop, taps } = control();
  touch(element, 'pointerdown');
  stop();
  touch(element, 'pointerup', { at: 100 });
  touch(element, 'click', { detail: 0, at: 200 });
  expect(taps()).toBe(0);
  expect(element.pressed).toBe(false);
});
