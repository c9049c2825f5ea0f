/** Which flat of this server a tool means. Refuses to guess where there are more. */

import { no, ok, type Result } from '../domain/result.ts';
import { type Config, type Flat, flatsOf } from './config.ts';

/** Null is not said. A Dutch sentence where that is no flat of this server, or not said where there are more. */
export function chosenFlat(config: Pick<Config, 'flats'>, id: string | null): Result<Flat, string> {
  const flats = flatsOf(config);
  const [first, second] = flats;
  const found = id === null && second === undefined ? first : flats.find((flat) => flat.id === id);
  if (found !== undefined) return ok(found);
  const names = flats.map((flat) => flat.id).join(', ');
  return no(
    id === null
      ? `Deze server heeft meer flats. Zeg welke, zoals: --flat ${first?.id}. Ze heten: ${names}.`
      : `Deze server heeft geen flat ${id}. Zeg --flat en een van deze namen: ${names}.`,
  );
}
