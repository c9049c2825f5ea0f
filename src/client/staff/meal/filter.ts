/** Which plates a total shows when it is tapped. Every total and its rows come from the same list (DESK rule 8). */
import type { MealList, PlateView } from '../../../domain/meal-views.ts';

export type Filter =
  | { readonly type: 'all' | 'diet' | 'clash' | 'guests' | 'takeAway' | 'atTable' | 'waiting' | 'absent' | 'unpaid' }
  | { readonly type: 'unmarked' | 'came' }
  | { readonly type: 'dish'; readonly dish: string | null }
  /** One class of diets, by its key. */
  | { readonly type: 'dietClass'; readonly key: string };

export const everybody: Filter = { type: 'all' };

export function sameFilter(a: Filter, b: Filter): boolean {
  return filterKey(a) === filterKey(b);
}

export function filterKey(filter: Filter): string {
  if (filter.type === 'dish') return `dish ${filter.dish ?? ''}`;
  return filter.type === 'dietClass' ? `class ${filter.key}` : filter.type;
}

/** The plates of a filter, in the order of the list. */
export function platesOf(list: MealList, filter: Filter): readonly PlateView[] {
  if (filter.type === 'waiting') return list.waiting;
  return list.plates.filter((view) => isIn(view, filter, list));
}

function isIn({ diet, dietState, kind, plate, price }: PlateView, filter: Filter, list: MealList): boolean {
  switch (filter.type) {
    case 'all':
    case 'waiting':
      return true;
    case 'dish':
      return plate.dish === filter.dish;
    case 'diet':
      return diet !== null;
    case 'dietClass':
      return classOf(list, diet) === filter.key;
    case 'clash':
      return dietState === 'clash';
    case 'guests':
      return kind !== 'resident';
    case 'takeAway':
      return plate.takeAway;
    case 'atTable':
      return !plate.takeAway;
    case 'came':
      return plate.came === true;
    case 'absent':
      return plate.came === false;
    case 'unmarked':
      return plate.came === null;
    case 'unpaid':
      return price !== null && plate.paid === null;
  }
}

/** The class a diet is counted in; null for one that is in none. */
function classOf(list: MealList, diet: PlateView['diet']): string | null {
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((each) => b.includes(each));
  const found = list.totals.diets.find(({ diet: other }) =>
    diet === null || other === null
      ? diet === other
      : same(diet.kinds, other.kinds) && same(diet.allergens, other.allergens) && diet.note === other.note,
  );
  return found?.key ?? null;
}
