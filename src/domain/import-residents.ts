/**
 * Residents of a file, added or updated (never removed). Somebody is recognised by card, else by door, salutation and
 * normalised name. Needs what only staff and server know, so it is judged on the server alone (DESIGN §4).
 */
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf, ResidentLine } from './commands.ts';
import type { Judgement } from './decide.ts';
import type { Home, Resident } from './resident.ts';
import { group, row, rows } from './table.ts';

export function importResidents({ lines }: CommandOf<'importResidents'>, judgement: Judgement): readonly Change[] {
  const { board, newId } = judgement;
  const known = matchResidents(board, lines);
  const homes = homesByNumber(board);
  const cards = cardsByResident(board);
  return lines.flatMap((line, index) => {
    const id = known.get(index) ?? newId();
    const home = homes.get(doorKey(line.number)) ?? { id: newId(), number: line.number, floor: line.floor };
    homes.set(doorKey(line.number), home);
    return [
      { type: 'homePut', row: { ...home, number: line.number, floor: line.floor } } satisfies Change,
      ...residentChanges(board, line, { id, homeId: home.id }),
      ...(line.cardHash ? replaceCards(line.cardHash, id, cards.get(id) ?? []) : []),
    ];
  });
}

/** Which resident of the board each line is, by its index; a line that is nobody yet is absent. */
export function matchResidents(board: Board, lines: readonly ResidentLine[]): ReadonlyMap<number, string> {
  const byName = new Map<string, string[]>();
  for (const resident of rows(board.resident)) {
    const key = nameKeyOf(board, resident);
    byName.set(key, [...(byName.get(key) ?? []), resident.id]);
  }
  const matched = new Map<number, string>();
  const taken = new Set<string>();
  const match = (index: number, id: string | undefined) => {
    if (id === undefined || taken.has(id)) return;
    matched.set(index, id);
    taken.add(id);
  };
  // All cards first: a name must not claim somebody whose card stands further down.
  lines.forEach((line, index) => {
    if (line.cardHash) match(index, row(board.card, line.cardHash, line.cardHash)?.residentId);
  });
  lines.forEach((line, index) => {
    if (!matched.has(index))
      match(
        index,
        byName.get(nameKey(line))?.find((id) => !taken.has(id)),
      );
  });
  return matched;
}

function residentChanges(
  board: Board,
  line: ResidentLine,
  ids: { readonly id: string; readonly homeId: string },
): readonly Change[] {
  const { id, homeId } = ids;
  const old = row(board.resident, id, id);
  const oldPrivate = row(board.residentPrivate, id, id);
  const changes: Change[] = [
    {
      type: 'residentPut',
      row: {
        id,
        homeId,
        salutation: line.salutation,
        firstName: line.firstName,
        initial: `${line.lastName.slice(0, 1).toLocaleUpperCase('nl')}.`,
        language: line.language ?? old?.language ?? 'nl',
        showName: line.showName ?? old?.showName ?? false,
        left: old?.left ?? null,
      },
    },
    {
      type: 'residentPrivatePut',
      row: {
        id,
        firstName: line.firstName,
        infix: line.infix,
        lastName: line.lastName,
        phone: line.phone === undefined ? (oldPrivate?.phone ?? null) : line.phone,
      },
    },
  ];
  return [...changes, ...clearanceChanges(board, line, id)];
}

/** A new card ends the old one: it may have been lost. */
function replaceCards(card: string, residentId: string, old: readonly string[]): readonly Change[] {
  const ended = old.filter((id) => id !== card).map((id): Change => ({ type: 'cardRemoved', parent: id, id }));
  return [...ended, { type: 'cardPut', row: { id: card, residentId } }];
}

function cardsByResident(board: Board): ReadonlyMap<string, readonly string[]> {
  const cards = new Map<string, string[]>();
  for (const { id, residentId } of rows(board.card)) cards.set(residentId, [...(cards.get(residentId) ?? []), id]);
  return cards;
}

function clearanceChanges(board: Board, line: ResidentLine, residentId: string): readonly Change[] {
  if (line.clearance === undefined) return [];
  const id = `${residentId}/clearance`;
  if (line.clearance !== null) return [{ type: 'clearancePut', row: { ...line.clearance, id, residentId } }];
  return group(board.clearance, residentId).has(id) ? [{ type: 'clearanceRemoved', parent: residentId, id }] : [];
}

function homesByNumber(board: Board): Map<string, Home> {
  const homes = new Map<string, Home>();
  for (const home of rows(board.home)) homes.set(doorKey(home.number), home);
  return homes;
}

function nameKeyOf(board: Board, resident: Resident): string {
  const known = row(board.residentPrivate, resident.id, resident.id);
  const number = row(board.home, resident.homeId, resident.homeId)?.number ?? '';
  return nameKey({
    number,
    salutation: resident.salutation,
    firstName: resident.firstName,
    infix: known?.infix ?? '',
    lastName: known?.lastName ?? '',
  });
}

/** What makes two lines the same person: door, salutation, and the name without accents, case, spaces and stops. */
export function nameKey(
  line: Pick<ResidentLine, 'number' | 'salutation' | 'firstName' | 'infix' | 'lastName'>,
): string {
  const name = `${line.firstName} ${line.infix} ${line.lastName}`;
  return [doorKey(line.number), line.salutation ?? '', plain(name)].join('|');
}

const doorKey = (number: string): string => plain(number);

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/ı/g, 'i')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase();
