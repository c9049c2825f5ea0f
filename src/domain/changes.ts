/** Effects: one row of one collection was put or removed. `apply` is all there is to know. Refuses to judge. */
import * as v from 'valibot';
import { type Board, type Collection, collectionNames, collections, keyOf, type Rows } from './board.ts';
import { idSchema } from './resident.ts';
import { putRow, removeRow, row, type Table } from './table.ts';

export type Put<Name extends Collection = Collection> = {
  [N in Name]: { readonly type: `${N}Put`; readonly row: Rows[N] };
}[Name];
export type Removed<Name extends Collection = Collection> = {
  [N in Name]: { readonly type: `${N}Removed`; readonly parent: string; readonly id: string };
}[Name];
export type Change = Put | Removed;

const changeSchemas = collectionNames.flatMap((name) => [
  v.object({ type: v.literal(`${name}Put`), row: collections[name].schema }),
  v.object({ type: v.literal(`${name}Removed`), parent: idSchema, id: idSchema }),
]);

/** Parses a change from outside: a feed, a store. */
export const changeSchema = v.variant('type', changeSchemas as never) as unknown as v.GenericSchema<unknown, Change>;

/** The collection a change is about. */
export function collectionOf(change: Change): Collection {
  return change.type.replace(/Put$|Removed$/, '') as Collection;
}

export function isPut(change: Change): change is Put {
  return 'row' in change;
}

/** The board after these changes, in order. The board given stays as it was. */
export function apply(board: Board, changes: readonly Change[]): Board {
  if (changes.length === 0) return board;
  const next: Record<string, Table<Rows[Collection]>> = {
    ...(board as never as Record<string, Table<Rows[Collection]>>),
  };
  for (const change of changes) {
    const name = collectionOf(change);
    const table = next[name] ?? [];
    next[name] = isPut(change)
      ? putRow(table, keyOf(name, change.row), change.row)
      : removeRow(table, [change.parent, change.id]);
  }
  return next as never as Board;
}

/** The changes that make a difference, in order: a put of what is there already, or a removal of what is not, makes none. */
export function effective(board: Board, changes: readonly Change[]): readonly Change[] {
  let now = board;
  return changes.filter((change, index) => {
    if (!differs(now, change)) return false;
    // The board after the last one is nobody's question.
    if (index < changes.length - 1) now = apply(now, [change]);
    return true;
  });
}

function differs(board: Board, change: Change): boolean {
  const table: Table<Rows[Collection]> = board[collectionOf(change)];
  if (!isPut(change)) return row(table, change.parent, change.id) !== undefined;
  const [parent, id] = keyOf(collectionOf(change), change.row);
  return !sameRow(row(table, parent, id), change.row);
}

function sameRow(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every((key) => key in right && sameRow(left[key], right[key]))
  );
}
