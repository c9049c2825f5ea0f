/** Scooters, team and menu of a file, added or updated by what names them. Refuses to remove: who is missing is listed. */
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { row, rows, type Table } from './table.ts';
import { putMembers } from './team.ts';

export function importScooters({ lines }: CommandOf<'importScooters'>, { board, newId }: Judgement): readonly Change[] {
  const idOf = idsBy(board.scooter, ({ name }) => name, newId);
  return lines.map((line): Change => ({ type: 'scooterPut', row: { ...line, id: idOf(line.name) } }));
}

/**
 * By name, so that codes, cards and passwords stay whose they were. A file makes nobody less than admin who is one: the
 * next file of the same list would lock them out. Who may make whom what, is `team.ts`'s question.
 */
export function importStaff({ lines }: CommandOf<'importStaff'>, judgement: Judgement): Verdict {
  const { board, newId } = judgement;
  const idOf = idsBy(board.staffMember, ({ name }) => name, newId);
  const members = lines.map((line) => {
    const id = idOf(line.name);
    const known = row(board.staffMember, id, id);
    // No list says who makes the round: that is set here.
    const calls = known?.calls ?? line.calls;
    return { ...line, id, calls, role: known?.role === 'admin' ? ('admin' as const) : line.role };
  });
  return putMembers(members, judgement);
}

/** Without what they would change of meals that are over: see `menus.ts`. */
export function importedMenus({ lines }: CommandOf<'importMenu'>, { board, newId }: Judgement): readonly Change[] {
  const idOf = idsBy(board.menuDay, ({ on, meal }) => `${on} ${meal}`, newId);
  return lines.map((line): Change => ({ type: 'menuDayPut', row: { ...line, id: idOf(`${line.on} ${line.meal}`) } }));
}

/** The id of what is known by a name, or a new one: once for each name, also where a file has it twice. */
function idsBy<Row extends { readonly id: string }>(
  table: Table<Row>,
  name: (row: Row) => string,
  newId: () => string,
): (name: string) => string {
  const ids = new Map([...rows(table)].map((row) => [key(name(row)), row.id]));
  return (named) => {
    const id = ids.get(key(named)) ?? newId();
    ids.set(key(named), id);
    return id;
  };
}

const key = (name: string): string => name.trim().toLowerCase();
