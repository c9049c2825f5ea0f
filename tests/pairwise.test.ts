/** The choice of rows for the layout matrix leaves no pair out. */
import { describe, expect, test } from 'vitest';
import { allRows, type Choice, coverPairs } from './e2e/pairwise.ts';

function pairsIn(rows: readonly Choice[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const row of rows) {
    for (let i = 0; i < row.length; i += 1) {
      for (let k = i + 1; k < row.length; k += 1) pairs.add(`${i}=${row[i]} ${k}=${row[k]}`);
    }
  }
  return pairs;
}

describe('choosing rows that show every pair', () => {
  test('all rows are every value of each dimension with every value of the others', () => {
    expect(allRows([2, 3])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
  });

  test.each([
    { sizes: [2, 2] },
    { sizes: [3, 3, 3, 3] },
    { sizes: [40, 3, 2, 7] },
    { sizes: [1, 5, 1] },
    { sizes: [4] },
  ])('every pair of $sizes stands in a chosen row', ({ sizes }) => {
    const all = allRows(sizes);
    expect(pairsIn(coverPairs(all))).toEqual(pairsIn(all));
  });

  test('a pair that no row may show is not asked for, and every other one is there', () => {
    const allowed = allRows([5, 3, 2, 7]).filter(
      ([state, , size, language]) => state !== 4 || (size === 0 && language === 0),
    );
    const chosen = coverPairs(allowed);
    expect(pairsIn(chosen)).toEqual(pairsIn(allowed));
    for (const row of chosen) expect(allowed).toContain(row);
  });

  test('it chooses hardly more rows than the two longest dimensions need, and the same ones every time', () => {
    const all = allRows([40, 3, 2, 7]);
    const chosen = coverPairs(all);
    expect(chosen.length).toBeGreaterThanOrEqual(40 * 7);
    expect(chosen.length).toBeLessThanOrEqual(40 * 7 * 1.1);
    expect(coverPairs(all)).toEqual(chosen);
  });
});
