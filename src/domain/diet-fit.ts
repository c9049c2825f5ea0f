/**
 * Whether somebody can eat what is on their plate, as far as the menu tells (DESIGN §9 Meals). Refuses to call fine what
 * nobody checked: a note, a diet of which a dish says nothing, and allergens where the menu names none.
 */
import { allergenOf } from './allergen-words.ts';
import type { MenuDay } from './meal.ts';
import type { Allergen, Diet, DietKind } from './meal-rows.ts';

export interface DietFit {
  /** `unchecked`: nothing is known to be wrong, and not everything was looked at. Null has no diet. */
  readonly state: 'clash' | 'fits' | 'unchecked' | null;
  /** Allergens of this diet that are in what is cooked. */
  readonly allergens: readonly Allergen[];
  /** Of this diet, what the dish is not for, where another dish of the day is. */
  readonly kinds: readonly DietKind[];
}

/** What a kitchen calls the dish for a diet. */
export const dishOfDiet: { readonly [Kind in DietKind]?: RegExp } = {
  vegetarian: /\bveg(a\b|an|etari)/i,
  halal: /\bhalal/i,
  noPork: /\b(halal|zonder varken)/i,
};
/** Dishes that suit a diet by what they are, although they are not made for it. */
const suitsToo: { readonly [Kind in DietKind]?: RegExp } = {
  halal: /\bveg(a\b|an|etari)/i,
  noPork: /\b(veg(a\b|an|etari)|vis|kip|kalkoen|rund)/i,
};

const suits = (kind: DietKind, dish: string): boolean =>
  dishOfDiet[kind]?.test(dish) === true || suitsToo[kind]?.test(dish) === true;

export function dietFit(diet: Diet | null, dish: string | null, menu: MenuDay | null): DietFit {
  if (diet === null) return { state: null, allergens: [], kinds: [] };
  const cooked = (menu?.allergens ?? []).map(allergenOf);
  const inIt = diet.allergens.filter((each) => cooked.includes(each));
  const choices = menu?.choices ?? [];
  const suited = (kind: DietKind) => dish !== null && suits(kind, dish);
  const notFor = diet.kinds.filter(
    (kind) => dish !== null && !suited(kind) && choices.some((choice) => suits(kind, choice)),
  );
  // A list of allergens with a word nobody knows may mean any of them.
  const namesAll = cooked.length > 0 && !cooked.includes(null);
  const isChecked = diet.note === '' && diet.kinds.every(suited) && (diet.allergens.length === 0 || namesAll);
  const clashes = inIt.length + notFor.length > 0;
  return { state: clashes ? 'clash' : isChecked ? 'fits' : 'unchecked', allergens: inIt, kinds: notFor };
}
