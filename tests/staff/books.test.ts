// The treasurer's file: sums that agree with their rows, and a file that a spreadsheet opens as it was meant.
import { describe, expect, test } from 'vitest';
import { type FileWords, moneyByDay, rangeWrong, treasurerFile } from '../../src/client/app/meal-books.ts';
import type { ExportRow } from '../../src/domain/meal-figures.ts';

const words: FileWords = {
  heads: ['Datum', 'Maaltijd', 'Deur', 'Naam', 'Gast', 'Gerecht', 'Afhalen', 'Prijs', 'Betaald', 'Was er'],
  yes: 'ja',
  no: 'nee',
  owed: 'geef terug',
  nameOf: ({ name }) => (name === null ? '' : `${name.firstName} ${name.lastName}`),
};
const plate = (fields: Partial<ExportRow> = {}): ExportRow => ({
  date: '2026-10-15',
  meal: 'warm',
  door: '1',
  name: { firstName: 'Riet', infix: '', lastName: 'Molenaar', initial: 'M.' },
  guest: null,
  dish: 'vlees',
  takeAway: false,
  priceCents: 550,
  paidCents: null,
  came: null,
  isOwedBack: false,
  ...fields,
});
const linesOf = (file: string) => file.split('\r\n');

test('the file begins with its mark and its heads, and has a line a plate', () => {
  const file = treasurerFile([plate(), plate({ paidCents: 550, came: true })], words);
  expect(file.startsWith('\uFEFFDatum;Maaltijd;Deur;')).toBe(true);
  expect(linesOf(file).slice(1)).toEqual([
    '15-10-2026;warm;1;Riet Molenaar;;vlees;nee;5,50;;',
    '15-10-2026;warm;1;Riet Molenaar;;vlees;nee;5,50;5,50;ja',
    '',
  ]);
});

test('who paid and is not on the list is a line that says so', () => {
  const file = treasurerFile([plate({ paidCents: 550, isOwedBack: true })], words);
  expect(linesOf(file)[1]).toBe('15-10-2026;warm;1;Riet Molenaar;;vlees;nee;5,50;5,50;geef terug');
});

test('no plates make a file with heads only', () => {
  expect(linesOf(treasurerFile([], words))).toHaveLength(2);
});

describe('what somebody typed', () => {
  test.each(['=1+1', '+31', '-2', '@SUM(A1)', ' =1', '\t=1'])('%j is no formula', (guest) => {
    expect(treasurerFile([plate({ guest })], words)).toContain(`;'${guest};`);
  });

  test('with semicolons, quotes and lines stays one cell', () => {
    const file = treasurerFile([plate({ guest: 'Jan "de; lange"\nBroer' })], words);
    expect(file).toContain(';"Jan ""de; lange""\nBroer";');
  });

  test('in the middle of a name is left alone', () => {
    expect(treasurerFile([plate({ guest: 'Anne-Marie' })], words)).toContain(';Anne-Marie;');
  });
});

test('the sums of days are those of their rows', () => {
  const rows = [
    plate({ date: '2026-10-16', meal: 'lunch', priceCents: 300, paidCents: 300 }),
    plate(),
    plate({ paidCents: 200 }),
    plate({ paidCents: 150, isOwedBack: true }),
    plate({ priceCents: null }),
  ];
  expect(moneyByDay(rows)).toEqual([
    { date: '2026-10-15', meal: 'warm', plates: 3, paidCents: 350, backCents: 150, openCents: 550 },
    { date: '2026-10-16', meal: 'lunch', plates: 1, paidCents: 300, backCents: 0, openCents: 0 },
  ]);
});

test.each([
  ['2026-10-01', '2026-10-15', null],
  ['2026-10-15', '2026-10-15', null],
  ['2026-10-15', '2026-10-14', 'backwards'],
  ['', '2026-10-14', 'missing'],
  ['2024-01-01', '2026-10-14', 'long'],
])('from %j until %j: %s', (from, to, wrong) => {
  expect(rangeWrong({ from, to })).toBe(wrong);
});
