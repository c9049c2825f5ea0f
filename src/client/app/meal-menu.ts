/** The menu of a meal as somebody types it: what it was, what is wrong with it, and the command it becomes. */
import { allergenOf } from '../../domain/allergen-words.ts';
import type { Board } from '../../domain/board.ts';
import type { CommandOf } from '../../domain/commands.ts';
import { weeklyMenuOn } from '../../domain/meal.ts';
import { type Allergen, allergens } from '../../domain/meal-rows.ts';
import type { MealList } from '../../domain/meal-views.ts';
import { type Euros, euros, parseEuros } from './meal-money.ts';

export const MOST_CHOICES = 8;
export const MENU_LENGTH = 200;
export const CHOICE_LENGTH = 40;

export interface MenuDraft {
  readonly menu: string;
  /** One a field; empty ones are not kept. */
  readonly choices: readonly string[];
  readonly allergens: readonly Allergen[];
  /** What else was written, and is no allergen that the law names. */
  readonly other: readonly string[];
  readonly price: string;
}

export function draftOf({ activity, menu }: MealList): MenuDraft {
  const written = menu?.allergens ?? [];
  const cents = menu?.price ?? activity.price;
  return {
    menu: menu?.menu ?? '',
    choices: menu?.choices ?? [],
    allergens: allergens.filter((each) => written.some((word) => allergenOf(word) === each)),
    other: written.filter((word) => allergenOf(word) === null),
    price: cents === null ? '' : euros(cents),
  };
}

export type MenuWrong =
  | { readonly field: 'menu' }
  | { readonly field: 'choice'; readonly index: number }
  | { readonly field: 'price'; readonly why: Exclude<Euros['type'], 'cents' | 'empty'> };

/** The first thing that is wrong; null is nothing. */
export function whyNotMenu({ choices, menu, price }: MenuDraft): MenuWrong | null {
  if (menu.trim() === '') return { field: 'menu' };
  const words = choices.map((choice) => choice.trim().toLowerCase());
  const twice = words.findIndex((word, index) => word !== '' && words.indexOf(word) < index);
  if (twice >= 0) return { field: 'choice', index: twice };
  const read = parseEuros(price);
  return read.type === 'cents' || read.type === 'empty' ? null : { field: 'price', why: read.type };
}

/** Of a draft without anything wrong; `wordOf` is what an allergen is called in the kitchen. */
export function menuCommand(
  { activity }: Pick<MealList, 'activity'>,
  draft: MenuDraft,
  wordOf: (allergen: Allergen) => string,
): CommandOf<'setMenu'> {
  const read = parseEuros(draft.price);
  return {
    type: 'setMenu',
    date: activity.date,
    meal: activity.meal ?? '',
    menu: draft.menu.trim(),
    choices: draft.choices.map((choice) => choice.trim()).filter((choice) => choice !== ''),
    allergens: [...draft.allergens.map(wordOf), ...draft.other],
    price: read.type === 'cents' ? read.cents : null,
  };
}

/** Takes the menu of one date away, so that it goes by the week again; null where it does, or where there is none to go by. */
export function backToWeekly(
  board: Board,
  { activity: { date, meal }, door, menu }: Pick<MealList, 'activity' | 'door' | 'menu'>,
): { readonly command: CommandOf<'setMenu'>; readonly undo: CommandOf<'setMenu'> } | null {
  if (meal === null || menu === null || menu.on !== date || door === 'over') return null;
  if (weeklyMenuOn(board.menuDay, meal, date) === undefined) return null;
  const { allergens, choices, price } = menu;
  const undo = { type: 'setMenu', date, meal, menu: menu.menu, allergens, choices, price } as const;
  return { command: { ...undo, menu: null, allergens: [], choices: [], price: null }, undo };
}

/** Dishes that people have chosen and that a draft no longer has, with how many. */
export function keptDishes(
  { totals }: Pick<MealList, 'totals'>,
  { choices }: MenuDraft,
): readonly { readonly dish: string; readonly count: number }[] {
  const offered = new Set(choices.map((choice) => choice.trim()));
  return totals.dishes.flatMap(({ count, dish }) =>
    dish !== null && count > 0 && !offered.has(dish) ? [{ dish, count }] : [],
  );
}
