/** Scooters, team and menu of a file, added or updated by what names them. Refuses to remove: who is missing is listed. */
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement } from './decide.ts';
import { rows, type Table } from './table.ts';

export function importScooters({ lines }: CommandOf<'importScooters'>, { board, newId }: Judgement): readonly Change[] {
  const idOf = idsBy(board.scooter, ({ name }) => name, newId);
  return lines.map((line): Change => ({ type: 'scooterPut', row: { ...line, id: idOf(line.name) } }));
}

export function importStaff({ lines }: CommandOf<'importStaff'>, { board, newId }: Judgement): readonly Change[] {
  const idOf = idsBy(board.staffMember, ({ name }) => name, newId);
  return lines.map((line): Change => ({ type: 'staffMemberPut', row: { ...line, id: idOf(line.name) } }));
}

export function importMenu({ lines }: CommandOf<'importMenu'>, { board, newId }: Judgement): readonly Change[] {
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
