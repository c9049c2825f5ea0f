/** The page Eten: the list of a day, the weeks, the money and the menu. */
import type { PartOf } from '../app/staff-places.ts';
import type { BoardProps } from './desk-context.ts';

export function MealsPage({ part }: BoardProps & { readonly part: PartOf<'eten'> }) {
  return <p>{part}</p>;
}
