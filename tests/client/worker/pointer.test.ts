import { describe, expect, test } from 'vitest';
import {
  arrived,
  failed,
  inCharge,
  NOTHING,
  opened,
  type Pointer,
  started,
  wanted,
} from '../../../src/client/worker/pointer.ts';

const one: Pointer = { ...NOTHING, good: 'one' };
const trial = arrived(one, 'two');
const times = (count: number, pointer: Pointer): Pointer =>
  Array.from({ length: count }).reduce<Pointer>((now) => opened(now), pointer);

describe('the first build', () => {
  test('is in charge at once: there is nothing to go back to', () => {
    expect(inCharge(NOTHING)).toBeNull();
    expect(arrived(NOTHING, 'one')).toEqual(one);
    expect(times(9, one)).toBe(one);
  });

  test('that does not start is doubted, until it does', () => {
    const doubted = failed(one, 'one');
    expect(doubted).toEqual({ ...one, doubted: true });
    expect(inCharge(doubted)).toBe('one');
    expect(started(doubted, 'one')).toEqual(one);
  });
});

describe('a newer build', () => {
  test('is on trial, and good once it started; the one before it stays within reach', () => {
    expect(inCharge(trial)).toBe('two');
    expect(wanted(trial)).toEqual(['two', 'one']);
    const good = started(opened(trial), 'two');
    expect(good).toEqual({ ...NOTHING, good: 'two', before: 'one' });
    expect(wanted(good)).toEqual(['one', 'two']);
  });

  test('that says it did not start is taken back, and is not tried again when it comes again', () => {
    const back = failed(opened(trial), 'two');
    expect(back).toEqual({ ...one, bad: 'two' });
    expect(arrived(back, 'two')).toBe(back);
  });

  test('that says nothing at all is taken back at the fourth try: power may fail in a good start, even twice', () => {
    expect(inCharge(times(3, trial))).toBe('two');
    expect(times(4, trial)).toEqual({ ...one, bad: 'two' });
  });

  test('after a bad one replaces both', () => {
    const third = arrived(failed(trial, 'two'), 'three');
    expect(wanted(third)).toEqual(['three', 'one']);
    expect(started(opened(third), 'three')).toEqual({ ...NOTHING, good: 'three', before: 'one' });
  });

  test('may be the one before again, when somebody took the house back', () => {
    const two = started(trial, 'two');
    expect(started(opened(arrived(two, 'one')), 'one')).toEqual({ ...NOTHING, good: 'one', before: 'two' });
    expect(arrived(trial, 'one')).toEqual(one);
  });
});

test('a page that is still of another build changes nothing by what it says', () => {
  expect(started(trial, 'one')).toBe(trial);
  expect(failed(trial, 'one')).toBe(trial);
  expect(started(one, 'zero')).toBe(one);
  expect(failed(one, 'zero')).toBe(one);
});
