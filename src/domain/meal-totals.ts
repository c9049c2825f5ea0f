/** The sums of a meal, each taken from the same plates, so that none can disagree (DESK rule 8). Refuses to round. */
import { dietKey } from './diets.ts';
import type { Diet } from './meal-rows.ts';
import type { PlateView } from './plate-views.ts';

/** Each plate is in exactly one class, so that the classes add up to the total. */
export interface DietClass {
  readonly key: string;
  /** Null is no diet. */
  readonly diet: Pick<Diet, 'kinds' | 'allergens' | 'note'> | null;
  readonly count: number;
}

export interface Totals {
  /** Plates going. Everything else adds up to this. */
  readonly people: number;
  /** In the order of the menu, then dishes that are no longer on it, then `null`: not chosen. Only those counted, but every dish of the menu. */
  readonly dishes: readonly { readonly dish: string | null; readonly count: number }[];
  readonly diets: readonly DietClass[];
  readonly withDiet: number;
  readonly clashes: number;
  readonly guests: number;
  readonly takeAway: number;
  readonly atTable: number;
  /** `full` tables of `size`, and one of `rest` where that is not 0. */
  readonly tables: { readonly size: number; readonly full: number; readonly rest: number };
  readonly came: number;
  readonly absent: number;
  readonly unmarked: number;
  /** All that was taken in, also of who waits or is off the list. */
  readonly paidCents: number;
  /** Of that, what is to be given back. */
  readonly backCents: number;
  readonly openCents: number;
  /** Plates with something to pay. */
  readonly unpaid: number;
}

export interface TotalsSource {
  /** The day's choices; empty is one dish for all. */
  readonly choices: readonly string[];
  /** Who waits or is off the list: what they paid. */
  readonly others?: readonly PlateView[];
  /** Places at a table, from the location's settings. */
  readonly tableSize: number;
}

/** Of plates that are going; of the others, what they paid. */
export function totalsOf(going: readonly PlateView[], { choices, others = [], tableSize: size }: TotalsSource): Totals {
  const count = (is: (view: PlateView) => boolean) => going.filter(is).length;
  const unpaid = going.filter(isUnpaid);
  const takeAway = count(({ plate }) => plate.takeAway);
  const atTable = going.length - takeAway;
  const backCents = paidOf(others);
  return {
    people: going.length,
    dishes: dishesOf(going, choices),
    diets: dietsOf(going),
    withDiet: count(({ diet }) => diet !== null),
    clashes: count(({ dietState }) => dietState === 'clash'),
    guests: count(({ kind }) => kind !== 'resident'),
    takeAway,
    atTable,
    tables: { size, full: Math.floor(atTable / size), rest: atTable % size },
    came: count(({ plate }) => plate.came === true),
    absent: count(({ plate }) => plate.came === false),
    unmarked: count(({ plate }) => plate.came === null),
    paidCents: paidOf(going) + backCents,
    backCents,
    openCents: unpaid.reduce((sum, { price }) => sum + (price ?? 0), 0),
    unpaid: unpaid.length,
  };
}

const paidOf = (views: readonly PlateView[]): number => views.reduce((sum, { plate }) => sum + (plate.paid ?? 0), 0);

/** Somebody with something to pay who has not. */
export const isUnpaid = ({ plate, price }: PlateView): boolean => price !== null && plate.paid === null;

function dishesOf(going: readonly PlateView[], choices: readonly string[]): Totals['dishes'] {
  const counts = new Map<string | null, number>(choices.map((dish) => [dish, 0]));
  const others = [...new Set(going.map(({ plate }) => plate.dish))].filter((dish) => dish !== null).sort();
  for (const dish of others) counts.set(dish, counts.get(dish) ?? 0);
  for (const { plate } of going) if (plate.dish !== null) counts.set(plate.dish, (counts.get(plate.dish) ?? 0) + 1);
  const open = going.filter(({ plate }) => plate.dish === null).length;
  if (open > 0) counts.set(null, open);
  return [...counts].map(([dish, count]) => ({ dish, count }));
}

function dietsOf(going: readonly PlateView[]): readonly DietClass[] {
  const classes = new Map<string, { readonly diet: DietClass['diet']; count: number }>();
  for (const { diet } of going) {
    const key = diet === null ? '' : dietKey(diet);
    const found = classes.get(key) ?? { diet, count: 0 };
    found.count += 1;
    classes.set(key, found);
  }
  return [...classes]
    .map(([key, each]): DietClass => ({ key, ...each }))
    .sort((a, b) => Number(b.diet === null) - Number(a.diet === null) || b.count - a.count || (a.key < b.key ? -1 : 1));
}
