// What the screens of a meal decide by themselves: the order of rows, what is tapped, what stands on which page.
import { describe, expect, test } from 'vitest';
import { settled, steadyFrom } from '../../src/client/staff/meal/steady-order.ts';
import { footHeight, paged, type SheetGroup } from '../../src/client/staff/print/sheet.ts';

describe('rows on the glass', () => {
  test('stay where they are while nothing came or went', () => {
    expect(settled(steadyFrom(['a', 'b', 'c']), ['c', 'b', 'a'])).toBeNull();
  });

  test('who came in goes on top, and stays there', () => {
    const first = settled(steadyFrom(['a', 'c']), ['a', 'b', 'c'])!;
    expect(first.order).toEqual(['b', 'a', 'c']);
    expect(settled(first, ['a', 'b', 'c'])).toBeNull();
    expect(settled(first, ['a', 'b', 'c', 'd'])!.order).toEqual(['d', 'b', 'a', 'c']);
  });

  test('who has gone leaves only when it settles', () => {
    const before = steadyFrom(['a', 'b', 'c']);
    expect(before.order).toContain('b');
    expect(settled(before, ['a', 'c'])!.order).toEqual(['a', 'c']);
  });
});

const table = (number: number, people: number): SheetGroup => ({
  key: `table ${number}`,
  title: `Tafel ${number}`,
  people: `${people} mensen`,
  lines: Array.from({ length: people }, (_, at) => ({
    id: `${number}/${at}`,
    door: String(at),
    name: 'Bep de Bruin',
    isGuest: false,
    diet: null,
    dish: 'vlees',
    takeAway: false,
  })),
});
const tables = (count: number) => Array.from({ length: count }, (_, at) => table(at + 1, 8));
const keysOf = (pages: ReturnType<typeof paged>) => pages.flat(2).map(({ key }) => key);

describe('the pages of a kitchen sheet', () => {
  test.each([1, 2, 3, 5, 6, 9, 15, 40])('hold each of %i tables once, in order', (count) => {
    expect(keysOf(paged(tables(count), 4))).toEqual(tables(count).map(({ key }) => key));
  });

  test('forty people are one page, also with a box that warns', () => {
    expect(paged(tables(5), 5.4)).toHaveLength(1);
  });

  test('have room for what changed since, however much that is: on the first page, and on a last one', () => {
    expect(paged(tables(6), 0)).toHaveLength(1);
    expect(paged(tables(6), 0, footHeight('x'.repeat(90)))).toHaveLength(1);
    expect(paged(tables(6), 0, footHeight('x'.repeat(900)))).toHaveLength(2);
    expect(paged(tables(14), 0)).toHaveLength(2);
    expect(paged(tables(14), 0, footHeight('x'.repeat(300)))).toHaveLength(3);
  });

  test('what one column could hold stands in two', () => {
    const [page] = paged(tables(2), 0);
    expect(page!.map((column) => column.length)).toEqual([1, 1]);
  });

  test('nobody on the list is a page with two empty columns', () => {
    expect(paged([], 0)).toEqual([[[], []]]);
  });
});
