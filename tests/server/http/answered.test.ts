import { expect, test } from 'vitest';
import { createAnswered } from '../../../src/server/http/answered.ts';

const MINUTE = 60_000;

test('commands that were answered tell of every tap that comes after them', () => {
  const answered = createAnswered();
  expect(answered.last('hal', 0)).toBeNull();
  answered.delivered('hal', 5);
  answered.delivered('hal', 3);
  expect(answered.last('hal', 6)).toBe(5);
  expect(answered.last('keuken', 6)).toBeNull();
});

test('whatever else was answered does so two minutes later, also when there is more of it all the time', () => {
  const answered = createAnswered();
  for (let at = 0; at <= 10 * MINUTE; at += 100) answered.asked('hal', at);
  expect(answered.last('hal', 10 * MINUTE)).toBe(8 * MINUTE);
  expect(answered.last('hal', 12 * MINUTE)).toBe(10 * MINUTE);
  answered.delivered('hal', 11 * MINUTE);
  expect(answered.last('hal', 12 * MINUTE)).toBe(11 * MINUTE);
});
