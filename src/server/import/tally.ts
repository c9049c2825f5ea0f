/**
 * What an import made of the board: how many lines are new, changed or as they were, and who the file no longer has.
 * Refuses to name residents and team: a door number or a count says enough.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Board } from '../../domain/board.ts';
import type { CommandOf } from '../../domain/commands.ts';
import { matchResidents } from '../../domain/import-residents.ts';
import { lastDate } from '../../domain/series.ts';
import { group, row, rows } from '../../domain/table.ts';
import type { PlainDate } from '../../domain/time.ts';
import type { ImportCommand } from './files.ts';
import { dayNames } from './values.ts';

export interface Tally {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What the house has and the file has not; it stays. */
  readonly missing: readonly string[];
}

export interface Boards {
  readonly before: Board;
  readonly after: Board;
  readonly today: PlainDate;
}

export function tallyOf(command: ImportCommand, boards: Boards): Tally {
  switch (command.type) {
    case 'importResidents':
      return residents(command, boards);
    case 'importProgramme':
      return programme(command, boards);
    case 'importScooters':
      return compare(command.lines.map(byName), listed(boards, 'scooter', byName), (each) => each.name);
    case 'importStaff':
      return withCountOnly(compare(command.lines.map(byName), listed(boards, 'staffMember', byName), byName));
    case 'importMenu':
      return compare(command.lines.map(byMeal), listed(boards, 'menuDay', byMeal), (each) =>
        [typeof each.on === 'number' ? dayNames[each.on - 1] : each.on, each.meal].join(' '),
      );
  }
}

const byName = ({ name }: { readonly name: string }): string => name.trim().toLowerCase();
const byMeal = ({ on, meal }: { readonly on: string | number; readonly meal: string }): string => `${on} ${meal}`;

interface Listed<Row> {
  readonly before: ReadonlyMap<string, Row>;
  readonly after: ReadonlyMap<string, Row>;
}

function listed<Name extends 'scooter' | 'staffMember' | 'menuDay'>(
  { before, after }: Boards,
  name: Name,
  keyOf: (row: RowOf<Name>) => string,
): Listed<RowOf<Name>> {
  const mapped = (board: Board) =>
    new Map([...rows(board[name])].map((each) => [keyOf(each as RowOf<Name>), each as RowOf<Name>]));
  return { before: mapped(before), after: mapped(after) };
}
type RowOf<Name extends keyof Board> = Board[Name] extends readonly ReadonlyMap<
  string,
  ReadonlyMap<string, infer Row>
>[]
  ? Row
  : never;

function compare<Row>(keys: readonly string[], { before, after }: Listed<Row>, say: (row: Row) => string): Tally {
  const inFile = new Set(keys);
  const known = keys.filter((key) => before.has(key));
  const unchanged = known.filter((key) => isDeepStrictEqual(before.get(key), after.get(key))).length;
  const missing = [...before].filter(([key]) => !inFile.has(key)).map(([, each]) => say(each));
  return { added: keys.length - known.length, updated: known.length - unchanged, unchanged, missing };
}

const withCountOnly = (tally: Tally): Tally => ({
  ...tally,
  missing:
    tally.missing.length === 0
      ? []
      : [tally.missing.length === 1 ? '1 medewerker' : `${tally.missing.length} medewerkers`],
});

function programme({ lines }: CommandOf<'importProgramme'>, { before, after, today }: Boards): Tally {
  const whole = (board: Board, id: string) => ({
    series: row(board.series, id, id),
    overrides: [...group(board.override, id).values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const ids = new Set(lines.map(({ series }) => series.id));
  const known = [...ids].filter((id) => row(before.series, id, id) !== undefined);
  const unchanged = known.filter((id) => isDeepStrictEqual(whole(before, id), whole(after, id))).length;
  const missing = [...rows(before.series)].filter(
    (series) => !ids.has(series.id) && (lastDate(series) ?? today) >= today,
  );
  return {
    added: ids.size - known.length,
    updated: known.length - unchanged,
    unchanged,
    missing: missing.map(({ title }) => title).sort(),
  };
}

function residents({ lines }: CommandOf<'importResidents'>, { before, after }: Boards): Tally {
  const matched = matchResidents(before, lines);
  const whole = (board: Board, id: string, cardHash: string | null | undefined) => {
    const resident = row(board.resident, id, id);
    const homeId = resident?.homeId ?? '';
    return {
      resident,
      home: row(board.home, homeId, homeId),
      known: row(board.residentPrivate, id, id),
      clearances: [...group(board.clearance, id).values()],
      card: cardHash ? row(board.card, cardHash, cardHash)?.residentId : null,
    };
  };
  const unchanged = [...matched].filter(([index, id]) => {
    const cardHash = lines[index]?.cardHash;
    return isDeepStrictEqual(whole(before, id, cardHash), whole(after, id, cardHash));
  }).length;
  const present = new Set(matched.values());
  const gone = [...rows(before.resident)].filter(({ id, left }) => left === null && !present.has(id));
  const doors = new Set(gone.map(({ homeId }) => row(before.home, homeId, homeId)?.number ?? '?'));
  return {
    added: lines.length - matched.size,
    updated: matched.size - unchanged,
    unchanged,
    missing: [...doors].sort((a, b) => a.localeCompare(b, 'nl', { numeric: true })).map((door) => `huisnummer ${door}`),
  };
}
