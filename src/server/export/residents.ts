/** Who lives here, under the headers that the import knows. Refuses to tell a card, a code, a diet, and who has left. */
import type { Board } from '../../domain/board.ts';
import { byDoor, homeOf } from '../../domain/called.ts';
import { fieldsOf } from '../../domain/people.ts';
import { group, rows } from '../../domain/table.ts';
import { type CsvCell, csvText } from './csv.ts';

const headers = [
  'huisnummer',
  'verdieping',
  'aanhef',
  'voornaam',
  'tussenvoegsel',
  'achternaam',
  'taal',
  'scootmobiel_geldig_tot',
  'scootmobiel_types',
  'naam_tonen',
  'telefoon',
];

/** By door, then by name. */
export function residentsCsv(board: Board): string {
  const people = [...rows(board.resident)]
    .filter(({ left }) => left === null)
    .flatMap(({ id }) => {
      const fields = fieldsOf(board, id);
      return fields === null ? [] : [{ id, ...fields }];
    })
    .sort((a, b) => byDoor(a.number, b.number) || (a.firstName < b.firstName ? -1 : 1));
  return csvText(
    headers,
    people.map(({ id, number, salutation, firstName, infix, lastName, language, showName, phone }): CsvCell[] => {
      const [clearance] = [...group(board.clearance, id).values()];
      const rides = [clearance?.validUntil ?? null, clearance?.types.join(',') ?? null];
      const floor = homeOf(board, id)?.floor ?? null;
      return [number, floor, salutation, firstName, infix, lastName, language, ...rides, showName, phone];
    }),
  );
}
