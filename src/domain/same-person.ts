/**
 * When two lines, or a line and a row, are the same person or the same door however they were written. Refuses to guess
 * from anything but door, salutation and name.
 */
import type { Board } from './board.ts';
import { calledOf, homeOf } from './called.ts';
import type { Home, Resident, ResidentPrivate } from './resident.ts';
import { row, rows } from './table.ts';

type Named = Pick<Resident, 'salutation'> & Pick<ResidentPrivate, 'firstName' | 'infix' | 'lastName'>;

/** What makes two people the same behind any door: salutation, and the name without accents, case, spaces and stops. */
export const fullNameKey = ({ salutation, firstName, infix, lastName }: Named): string =>
  [salutation ?? '', plainName(`${firstName} ${infix} ${lastName}`)].join('|');

/** The same behind one door: what makes two lines the same person. */
export const nameKey = (line: Named & Pick<Home, 'number'>): string => `${doorKey(line.number)}|${fullNameKey(line)}`;

export const doorKey = (number: string): string => plainName(number);

export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/ı/g, 'i')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase();

/** A resident of the board as a line would say it. */
export function namedOn(board: Board, resident: Resident): Named & Pick<Home, 'number'> {
  const { firstName = '', infix = '', lastName = '' } = calledOf(board, resident.id) ?? {};
  return {
    number: homeOf(board, resident.id)?.number ?? '',
    salutation: resident.salutation,
    firstName,
    infix,
    lastName,
  };
}

export function homesByNumber(board: Board): Map<string, Home> {
  const homes = new Map<string, Home>();
  for (const home of rows(board.home)) homes.set(doorKey(home.number), home);
  return homes;
}

/** Whether a line may be about this resident, who has its card: of a name something stays, also where it is mended. */
export function maybeSame(board: Board, residentId: string, line: Named): boolean {
  const resident = row(board.resident, residentId, residentId);
  if (resident === undefined) return false;
  const known = namedOn(board, resident);
  const isSame = (a: string, b: string) => a !== '' && plainName(a) === plainName(b);
  // Husband and wife have one last name and two cards.
  if (known.salutation !== line.salutation) return false;
  return isSame(known.firstName, line.firstName) || isSame(known.lastName, line.lastName);
}
