// The table of docs/accessibility.md is true: sixty requirements, each with a test that names its number.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const rows = [...read('docs/accessibility.md').matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \| ([^|]*) \|/gm)].map(
  ([, number, tests = '', result = '']) => ({
    number: Number(number),
    tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    result,
  }),
);

test('there are sixty, in their order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
});

test.each(rows)('UX $number is named in $tests, and has a result', ({ number, tests, result }) => {
  expect(tests).not.toEqual([]);
  for (const path of tests) expect(numbersIn(read(path)), path).toContain(number);
  expect(result.trim()).not.toBe('');
});

/** Of "UX 12", "UX 30, 41" and "UX 6 to 10". */
function numbersIn(source: string): readonly number[] {
  return [...source.matchAll(/UX ((?:\d+(?:, | to | and )?)+)/g)].flatMap(([, list = '']) =>
    list.split(/, | and /).flatMap((each) => {
      const [from = 0, to = from] = each.split(' to ').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    }),
  );
}
