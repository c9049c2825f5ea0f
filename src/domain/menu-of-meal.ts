/** What is, or was, on the menu of one meal. Refuses to change it: see `menus.ts`. */
import type { Activity } from './activity.ts';
import type { Board } from './board.ts';
import { sittingOf } from './closing.ts';
import { type MenuDay, menuOn } from './meal.ts';

/** The menu of its date, and of a meal that is over the one it had, whatever was written since. */
export function menuOfMeal(board: Board, { date, id, meal }: Activity): MenuDay | undefined {
  if (meal === null) return undefined;
  const sitting = sittingOf(board, id);
  if (sitting === undefined || sitting.menu === null) return menuOn(board.menuDay, meal, date);
  return { id, on: date, meal, ...sitting.menu, price: sitting.price };
}
