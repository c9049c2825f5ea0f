// Euros as people type them: what counts, and which sentence each mistake gets.
import { describe, expect, test } from 'vitest';
import { euros, parseEuros } from '../../src/client/app/meal-money.ts';

test.each([
  ['5', 500],
  ['5,50', 550],
  ['5.50', 550],
  ['5,5', 550],
  ['0', 0],
  [',50', 50],
  ['€ 5,50', 550],
  [' 12 ', 1200],
  ['1000', 100_000],
])('%j is an amount', (text, cents) => {
  expect(parseEuros(text)).toEqual({ type: 'cents', cents });
});

test.each([
  ['', 'empty'],
  ['€', 'empty'],
  [',', 'empty'],
  ['-5', 'minus'],
  ['−5,50', 'minus'],
  ['5,-', 'minus'],
  ['vijf', 'letter'],
  ['5,5o', 'letter'],
  ['1e3', 'letter'],
  ['5,555', 'cents2'],
  ['5.500', 'cents2'],
  ['1.250,00', 'cents2'],
  ['5,5,5', 'cents2'],
  ['1000,01', 'tooMuch'],
  ['99999999', 'tooMuch'],
])('%j is no amount: %s', (text, type) => {
  expect(parseEuros(text)).toEqual({ type });
});

describe('written again', () => {
  test.each([0, 5, 50, 500, 550, 100_000])('%i cents read as what they were', (cents) => {
    expect(parseEuros(euros(cents))).toEqual({ type: 'cents', cents });
  });
});
