/** A list of shared scooters to lines for `importScooters`. Refuses two with one name: that is how they are known. */
import * as v from 'valibot';
import { type Scooter, scooterSchema } from '../../domain/scooter-rows.ts';
import { type Complain, quote, type Read, type Source } from './finding.ts';
import { type Columns, readTable } from './table.ts';
import { withoutTwins } from './twins.ts';

const columns = {
  name: { words: ['naam', 'scootmobiel', 'scooter'], required: true },
  colour: { words: ['kleur'] },
  type: { words: ['type', 'soort', 'categorie'], required: true },
  maxSpeed: { words: ['max_km_u', 'km/u', 'max snelheid', 'maximumsnelheid', 'snelheid', 'max km per uur'] },
  place: { words: ['plaats', 'standplaats', 'plek', 'stalling'] },
  remark: { words: ['opmerking', 'opmerkingen', 'bijzonderheden', 'toelichting'] },
} as const satisfies Columns;

export type ScooterLine = Omit<Scooter, 'id'>;

export function readScooters(source: Source): Read<ScooterLine> {
  const read = readTable(source, {
    columns,
    schema: v.omit(scooterSchema, ['id']),
    read: (cells, { complain }) => {
      if (!cells.name) complain('Het vak ‘naam’ is leeg.');
      if (!cells.type) complain('Het vak ‘type’ is leeg.');
      return {
        name: cells.name,
        colour: cells.colour ?? '',
        type: cells.type?.toLowerCase(),
        maxSpeed: speedOf(cells.maxSpeed ?? '', complain),
        place: cells.place ?? '',
        remark: cells.remark ?? '',
      };
    },
  });
  return withoutTwins(read, source.file, ({ name }) => name);
}

function speedOf(text: string, complain: Complain): number | null {
  if (text === '') return null;
  const speed = /^(\d{1,2})(?:[.,]0+)?\s*(?:km\/?(?:u|h)?)?$/i.exec(text)?.[1];
  const known = speed !== undefined && Number(speed) >= 1 && Number(speed) <= 60;
  if (!known) complain(`De snelheid ${quote(text)} is niet te lezen. Schrijf een getal van 1 tot 60.`);
  return known ? Number(speed) : null;
}
