import { describe, expect, test } from 'vitest';
import { createClock } from '../../../src/client/state/clock.ts';
import { localAt } from '../../../src/domain/time.ts';

const at = (text: string) => Date.parse(text);

function clockAt(start: string) {
  let system = at(start);
  const clock = createClock({ systemNow: () => system });
  const goTo = (text: string) => {
    system = at(text);
    clock.tick();
    return localAt(clock.minute.value, 'Europe/Amsterdam');
  };
  return { clock, goTo };
}

test.each([
  ['an ordinary midnight', '2026-10-14T21:59:59Z', '2026-10-14', '2026-10-14T22:00:00Z', '2026-10-15'],
  ['the midnight before the autumn change', '2026-10-24T21:59:59Z', '2026-10-24', '2026-10-24T22:00:00Z', '2026-10-25'],
  ['the midnight after the autumn change', '2026-10-25T22:59:59Z', '2026-10-25', '2026-10-25T23:00:00Z', '2026-10-26'],
  ['the midnight before the spring change', '2027-03-27T22:59:59Z', '2027-03-27', '2027-03-27T23:00:00Z', '2027-03-28'],
  ['the midnight after the spring change', '2027-03-28T21:59:59Z', '2027-03-28', '2027-03-28T22:00:00Z', '2027-03-29'],
])('the date changes at %s and not a second earlier', (_name, before, was, after, is) => {
  const { goTo } = clockAt(before);
  expect(goTo(before)).toEqual({ date: was, time: '23:59' });
  expect(goTo(after)).toEqual({ date: is, time: '00:00' });
});

test('in the night of the autumn change the hour from two to three is lived twice', () => {
  const { clock, goTo } = clockAt('2026-10-25T00:30:00Z');
  expect(goTo('2026-10-25T00:30:00Z').time).toBe('02:30');
  const first = clock.minute.value;
  expect(goTo('2026-10-25T01:30:00Z').time).toBe('02:30');
  expect(clock.minute.value - first).toBe(3_600_000);
});

describe('the server corrects', () => {
  test('a clock that is an hour behind', () => {
    const { clock } = clockAt('2026-10-14T11:00:00Z');
    const now = at('2026-10-14T11:00:00Z');
    clock.correct({ serverDate: at('2026-10-14T12:00:00Z'), sentAt: now - 100, receivedAt: now });
    expect(Math.abs(clock.now() - at('2026-10-14T12:00:00Z'))).toBeLessThanOrEqual(1_000);
    expect(localAt(clock.minute.value, 'Europe/Amsterdam').time).toMatch(/^1[34]:/);
  });

  test('nothing that whole seconds and a slow network explain', () => {
    const { clock } = clockAt('2026-10-14T12:00:00.900Z');
    const now = at('2026-10-14T12:00:00.900Z');
    clock.correct({ serverDate: at('2026-10-14T12:00:00Z'), sentAt: now - 800, receivedAt: now });
    expect(clock.now()).toBe(now);
  });

  test('nothing by an answer that was too long under way', () => {
    const { clock } = clockAt('2026-10-14T12:00:00Z');
    const now = at('2026-10-14T12:00:00Z');
    clock.correct({ serverDate: at('2026-10-14T13:00:00Z'), sentAt: now - 11_000, receivedAt: now });
    expect(clock.now()).toBe(now);
  });
});
