import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../src/server/import/csv.ts';

const cellsOf = (text: string) => parseCsv(text).rows.map(({ cells }) => cells);

test.each([
  ['semicolons', 'a;b\n1;2,5'],
  ['commas', 'a,b\n1,"2,5"'],
  ['tabs', 'a\tb\n1\t2,5'],
  ['a separator in a line of its own', 'sep=|\r\na|b\n1|2,5'],
  ['Windows line ends', 'a;b\r\n1;2,5\r\n'],
  ['old Mac line ends', 'a;b\r1;2,5\r'],
  ['empty lines and lines of separators alone', '\n\na;b\n;\n1;2,5\n\n;;\n'],
  ['separators of another kind inside quotes of the heading', '"a";"b"\n1;2,5'],
])('%s are understood', (_name, text) => {
  expect(cellsOf(text)).toEqual([
    ['a', 'b'],
    ['1', '2,5'],
  ]);
});

test('quotes hold separators, line ends and doubled quotes', () => {
  expect(cellsOf('a;b\n"x;y";"zij zei ""ja""\nen ging"')).toEqual([
    ['a', 'b'],
    ['x;y', 'zij zei "ja"\nen ging'],
  ]);
});

test('a quote in the middle of a cell is a letter like any other', () => {
  expect(cellsOf('a;b\n5" scherm;x')).toEqual([
    ['a', 'b'],
    ['5" scherm', 'x'],
  ]);
});

test('a row keeps the number of its line, also after quoted line ends and empty lines', () => {
  const { rows } = parseCsv('sep=;\na;b\n\n"1\r\n2";x\n3;y');
  expect(rows.map(({ line }) => line)).toEqual([2, 4, 6]);
});

describe('what is broken costs only its own line', () => {
  test('a quote that never closes', () => {
    const { rows, errors } = parseCsv('a;b\n"1;2\n3;4\n5;6');
    expect(errors).toEqual([{ line: 2, problem: 'unterminatedQuote' }]);
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 4]);
  });

  test('a line of ten million letters', () => {
    const { rows, errors } = parseCsv(`a;b\n${'x'.repeat(10_000_000)};2\n3;4`);
    expect(errors).toEqual([{ line: 2, problem: 'tooLong' }]);
    expect(rows.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('a hundred thousand open quotes', () => {
    const { errors } = parseCsv(`a;b\n${`"${'x'.repeat(40)}\n`.repeat(100_001)}`);
    expect(errors.length).toBeGreaterThan(0);
  });
});

test('whatever was written by the rules is read back the same', () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/\0/g, ''));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t'), fc.constantFrom('\n', '\r\n'), (rows, separator, end) => {
      const file = [['kop', 'kop'], ...rows].map((row) => row.map(quoted).join(separator)).join(end);
      const visible = rows.filter((row) => row.some((each) => each.trim() !== ''));
      expect(cellsOf(file).slice(1)).toEqual(visible);
    }),
  );
});
