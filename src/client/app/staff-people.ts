/** Residents as staff know them: by their whole name and their door. Refuses to be drawn on a shared screen. */
import type { Board } from '../../domain/board.ts';
import { type Clearance, CODE_LENGTH } from '../../domain/scooter-rows.ts';
import { group, row, rows } from '../../domain/table.ts';
import { codePictures } from '../state/code-pictures.ts';

/** What a picture code is made of, and of how many. */
export const pictureChoices = codePictures;
export const picturesInCode = CODE_LENGTH;

export interface DeskPerson {
  readonly id: string;
  /** "Bep van den Berg" */
  readonly name: string;
  /** "van den Berg", for where there is little room. */
  readonly surname: string;
  readonly door: string;
  readonly floor: number;
  readonly phone: string | null;
  /** The driving test that holds longest; null is none. */
  readonly clearance: Clearance | null;
}

/** Also who has left, because past trips keep their name. Null for who is unknown. */
export function deskPerson(board: Board, residentId: string): DeskPerson | null {
  const resident = row(board.resident, residentId, residentId);
  if (resident === undefined) return null;
  const home = row(board.home, resident.homeId, resident.homeId);
  const known = row(board.residentPrivate, residentId, residentId);
  const words =
    known === undefined ? [resident.firstName, resident.initial] : [known.firstName, known.infix, known.lastName];
  const surname = known === undefined ? resident.firstName : joined([known.infix, known.lastName]);
  const clearances = [...group(board.clearance, residentId).values()];
  clearances.sort((a, b) => (a.validUntil < b.validUntil ? 1 : -1));
  return {
    id: residentId,
    name: joined(words),
    surname: surname === '' ? joined(words) : surname,
    door: home?.number ?? '',
    floor: home?.floor ?? 0,
    phone: known?.phone ?? null,
    clearance: clearances[0] ?? null,
  };
}

/** Who lives here, in order of door. */
export function deskPeople(board: Board): readonly DeskPerson[] {
  const people: DeskPerson[] = [];
  for (const resident of rows(board.resident)) {
    const person = resident.left === null ? deskPerson(board, resident.id) : null;
    if (person !== null) people.push(person);
  }
  return people.sort(byDoor);
}

/** Who may ride or could until lately; whose test ends first comes first. */
export function deskRiders(board: Board): readonly (DeskPerson & { readonly clearance: Clearance })[] {
  return deskPeople(board)
    .flatMap((person) => (person.clearance === null ? [] : [{ ...person, clearance: person.clearance }]))
    .sort((a, b) => (a.clearance.validUntil < b.clearance.validUntil ? -1 : 1));
}

/** By the beginning of the door number, or by every word anywhere in the name; accents do not matter. */
export function findPeople<Person extends DeskPerson>(people: readonly Person[], query: string): readonly Person[] {
  const wanted = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return people;
  const found = people.filter((person) => matchesPerson(person, query));
  const isDoor = (person: Person) => (folded(person.door) === wanted[0] ? 0 : 1);
  return found.toSorted((a, b) => isDoor(a) - isDoor(b));
}

/** Whether every word is in the name, or begins the door; nothing typed is everybody. */
export function matchesPerson({ door, name }: Pick<DeskPerson, 'door' | 'name'>, query: string): boolean {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.every((word) => (/^\d/.test(word) ? folded(door).startsWith(word) : folded(name).includes(word)));
}

const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .trim();

function byDoor(a: DeskPerson, b: DeskPerson): number {
  const difference = Number.parseInt(a.door, 10) - Number.parseInt(b.door, 10);
  return difference || (a.door < b.door ? -1 : a.door > b.door ? 1 : a.name < b.name ? -1 : 1);
}
