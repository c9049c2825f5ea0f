/**
 * Residents of a file, added or updated (never removed). Somebody is recognised by card, else by door, salutation and
 * normalised name. Needs what only staff and server know, so it is judged on the server alone (DESIGN §4).
 */
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf, ResidentLine } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { initialOf } from './resident.ts';
import { no, ok } from './result.ts';
import { doorKey, homesByNumber, maybeSame, namedOn, nameKey } from './same-person.ts';
import { group, row, rows } from './table.ts';

export function importResidents({ lines }: CommandOf<'importResidents'>, judgement: Judgement): Verdict {
  const { board, newId } = judgement;
  const known = matchResidents(board, lines);
  const taken = lines.map((line, index) => heldByAnother(board, line, known.get(index))).find((id) => id !== null);
  if (taken) return no({ type: 'cardTaken', residentId: taken });
  const homes = homesByNumber(board);
  const cards = cardsByResident(board);
  const changes = lines.flatMap((line, index) => {
    const id = known.get(index) ?? newId();
    // An old list brings nobody back who has moved or died.
    if (hasLeft(board, id)) return [];
    const home = homes.get(doorKey(line.number)) ?? { id: newId(), number: line.number, floor: line.floor };
    homes.set(doorKey(line.number), home);
    return [
      { type: 'homePut', row: { ...home, number: line.number, floor: line.floor } } satisfies Change,
      ...residentChanges(board, line, { id, homeId: home.id }),
      ...(line.cardHash ? replaceCards(line.cardHash, id, cards.get(id) ?? []) : []),
    ];
  });
  return ok(changes);
}

export const hasLeft = (board: Board, residentId: string): boolean =>
  (row(board.resident, residentId, residentId)?.left ?? null) !== null;

/** Who has the card of a line that is about somebody else; null where nobody has. */
export function heldByAnother(board: Board, { cardHash }: ResidentLine, residentId: string | undefined): string | null {
  const holder = cardHash ? (row(board.card, cardHash, cardHash)?.residentId ?? null) : null;
  return holder === residentId ? null : holder;
}

/** Which resident of the board each line is, by its index; a line that is nobody yet is absent. */
export function matchResidents(board: Board, lines: readonly ResidentLine[]): ReadonlyMap<number, string> {
  const byName = new Map<string, string[]>();
  for (const resident of rows(board.resident)) {
    const key = nameKey(namedOn(board, resident));
    byName.set(key, [...(byName.get(key) ?? []), resident.id]);
  }
  const matched = new Map<number, string>();
  const taken = new Set<string>();
  const match = (index: number, id: string | undefined) => {
    if (id === undefined || taken.has(id)) return;
    matched.set(index, id);
    taken.add(id);
  };
  lines.forEach((line, index) => {
    const said = line.residentId ?? undefined;
    match(index, row(board.resident, said ?? '', said ?? '')?.id);
  });
  // All cards first: a name must not claim somebody whose card stands further down.
  lines.forEach((line, index) => {
    if (!line.cardHash || line.residentId !== undefined) return;
    const holder = row(board.card, line.cardHash, line.cardHash)?.residentId;
    // A card that went to somebody else makes nobody somebody else.
    const isAnother = byName.get(nameKey(line))?.includes(holder ?? '') === false;
    if (holder !== undefined && !isAnother && maybeSame(board, holder, line)) match(index, holder);
  });
  lines.forEach((line, index) => {
    if (!matched.has(index) && line.residentId === undefined)
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
        initial: initialOf(line.lastName),
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
