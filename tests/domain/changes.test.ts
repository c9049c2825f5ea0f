// Changes and tables: putting and removing rows, without ever touching the board one has.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardOf, emptyBoard, keyOf, locationOf } from '../../src/domain/board.ts';
import { apply, type Change, collectionOf, effective } from '../../src/domain/changes.ts';
import { emptyTable, group, putRow, removeRow, row, rows, tableOf } from '../../src/domain/table.ts';
import { house, houseRows, listsOf } from '../support/builders.ts';

const id = fc.constantFrom('a', 'b', 'c');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    type: fc.constant('homePut' as const),
    row: fc.record({ id, number: fc.constantFrom('1', '2'), floor: fc.nat({ max: 1 }) }),
  }),
  fc
    .record({ type: fc.constant('homeRemoved' as const), parent: id, id })
    .map((each) => ({ ...each, parent: each.id })),
  fc.record({
    type: fc.constant('noticePut' as const),
    row: fc.record({
      id,
      residentId: id,
      type: fc.constantFrom('changed' as const, 'cancelled' as const),
      activityId: id,
      at: fc.constant('2026-10-14T08:00:00Z'),
      words: fc.constant(''),
    }),
  }),
  fc.record({ type: fc.constant('noticeRemoved' as const), parent: id, id }),
);
const changes = fc.array(change, { maxLength: 20 });

describe('changes', () => {
  test('leave the board they were applied to as it was', () => {
    fc.assert(
      fc.property(changes, changes, (first, then) => {
        const board = apply(house(), first);
        const before = listsOf(board);
        apply(board, then);
        expect(listsOf(board)).toEqual(before);
      }),
    );
  });

  test('applied one by one or together end in the same board', () => {
    fc.assert(
      fc.property(changes, (all) => {
        expect(listsOf(all.reduce((board, each) => apply(board, [each]), house()))).toEqual(
          listsOf(apply(house(), all)),
        );
      }),
    );
  });

  test('that make a difference end in the same board as all of them, and all make a difference', () => {
    fc.assert(
      fc.property(changes, changes, (first, all) => {
        const board = apply(house(), first);
        const real = effective(board, all);
        expect(listsOf(apply(board, real))).toEqual(listsOf(apply(board, all)));
        expect(effective(board, real)).toEqual(real);
      }),
    );
  });

  test('say which collection they are about', () => {
    expect(collectionOf({ type: 'residentPrivateRemoved', parent: 'a', id: 'a' })).toBe('residentPrivate');
    expect(collectionOf({ type: 'menuDayRemoved', parent: 'a', id: 'a' })).toBe('menuDay');
  });
});

describe('a board', () => {
  test('is the lists it was made of', () => {
    const lists = houseRows();
    expect(listsOf(boardOf(lists)).series).toHaveLength(lists.series!.length);
    expect(listsOf(boardOf({})).resident).toEqual([]);
    expect(keyOf('override', { id: 'x/2026-10-14', seriesId: 'x' } as never)).toEqual(['x', 'x/2026-10-14']);
  });

  test('without its location is a defect', () => {
    expect(() => locationOf(emptyBoard())).toThrow('a board without its location');
  });
});

describe('a table', () => {
  test('holds what a map of maps would hold', () => {
    const key = fc.tuple(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }));
    const step = fc.record({ key, value: fc.option(fc.nat(), { nil: null }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let table = emptyTable<number>();
        const model = new Map<string, Map<string, number>>();
        for (const {
          key: [parent, id],
          value,
        } of steps) {
          table = value === null ? removeRow(table, [parent, id]) : putRow(table, [parent, id], value);
          const group = model.get(parent) ?? model.set(parent, new Map()).get(parent)!;
          if (value === null) group.delete(id);
          else group.set(id, value);
        }
        for (const [parent, expected] of model) {
          expect(new Map(group(table, parent))).toEqual(expected);
          for (const [id, value] of expected) expect(row(table, parent, id)).toBe(value);
        }
        expect([...rows(table)].length).toBe([...model.values()].reduce((sum, { size }) => sum + size, 0));
      }),
    );
  });

  test('has nothing of who is unknown', () => {
    const table = tableOf([{ id: 'a' }], (each) => [each.id, each.id]);
    expect(row(table, 'b', 'a')).toBe(undefined);
    expect(group(table, 'b').size).toBe(0);
  });
});
