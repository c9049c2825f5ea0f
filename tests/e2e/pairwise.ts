/** Chooses few rows that still show every pair of values together. Refuses chance: the same rows give the same choice. */

/** One value for each dimension, by its number. */
export type Choice = readonly number[];

/**
 * A part of `rows` in which every two values that stand together in some row stand together in a chosen one. Greedy:
 * the row with most pairs not yet seen comes first. Of rows that are equal it takes the first after a place that moves
 * on every time, so that the choice is spread over all values.
 */
export function coverPairs(rows: readonly Choice[]): readonly Choice[] {
  const pairsOfRow = rows.map(pairsOf);
  const open = new Set(pairsOfRow.flat());
  const chosen: Choice[] = [];
  while (open.size > 0) {
    let best = { at: 0, news: 0 };
    for (let step = 0; step < rows.length; step += 1) {
      const at = (step + chosen.length * STRIDE) % rows.length;
      const news = (pairsOfRow[at] ?? []).reduce((sum, pair) => sum + (open.has(pair) ? 1 : 0), 0);
      if (news > best.news) best = { at, news };
    }
    for (const pair of pairsOfRow[best.at] ?? []) open.delete(pair);
    chosen.push(rows[best.at] ?? []);
  }
  return chosen;
}

/** Every row of one value from each dimension; `sizes` says how many values each has. */
export function allRows(sizes: readonly number[]): readonly Choice[] {
  return sizes.reduce<readonly Choice[]>(
    (rows, size) => rows.flatMap((row) => Array.from({ length: size }, (_, value) => [...row, value])),
    [[]],
  );
}

/** A prime, so that it comes by every row. */
const STRIDE = 7919;
const MOST_VALUES = 1000;
const MOST_DIMENSIONS = 10;

/** A number for each pair of values in a row; the same pair has the same number in every row. */
function pairsOf(row: Choice): readonly number[] {
  return row.flatMap((value, i) =>
    row.slice(i + 1).map((other, k) => ((i * MOST_VALUES + value) * MOST_DIMENSIONS + i + 1 + k) * MOST_VALUES + other),
  );
}
