/**
 * The menu of one date, or of every week by a file (DESIGN §9 Meals). What is over keeps the words it had: they are frozen
 * in its sitting before the menu changes. Refuses a menu for a meal that is over.
 */
import { type Activity, activitiesBetween, activityById, activityId, endOf } from './activity.ts';
import { apply, type Change, effective } from './changes.ts';
import { plainSitting, sittingOf } from './closing.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { importedMenus } from './import-lists.ts';
import { menuOfMeal } from './menu-of-meal.ts';
import { partiesOf } from './parties.ts';
import { oneLine } from './plate-rows.ts';
import { no, ok } from './result.ts';
import { datesOf, today } from './standing-dates.ts';
import { group, rows } from './table.ts';

/** The menu of one date, or back to the weekly one; a dish that somebody chose before stays with them. */
export function setMenu(command: CommandOf<'setMenu'>, judgement: Judgement): Verdict {
  const { date } = command;
  const meal = oneLine(command.meal);
  const meals = activitiesBetween(judgement.board, date, date).filter(
    (each) => each.date === date && each.meal === meal,
  );
  const over = meals.filter((each) => isOver(judgement, each));
  const [first] = over;
  if (first !== undefined && over.length === meals.length) return no({ type: 'mealOver', activityId: first.id });
  const change = menuChange(command, meal, judgement);
  if (change === 'invalid') return no({ type: 'menuInvalid' });
  return ok(change === null ? [] : [...keptMenus(judgement, over, [change]), change]);
}

/** Null is nothing to change: it goes by the week already. */
function menuChange(
  { menu, date, price, ...command }: CommandOf<'setMenu'>,
  meal: string,
  { board, newId }: Judgement,
): Change | 'invalid' | null {
  const known = [...group(board.menuDay, date).values()].find((each) => each.meal === meal);
  if (menu === null) return known === undefined ? null : { type: 'menuDayRemoved', parent: date, id: known.id };
  const choices = command.choices.map(oneLine);
  const allergens = [...new Set(command.allergens.map(oneLine))].filter((each) => each !== '');
  const keys = new Set(choices.map((each) => each.toLowerCase()));
  if (meal === '' || keys.size !== choices.length || keys.has('')) return 'invalid';
  const row = { id: known?.id ?? newId(), on: date, meal, menu: oneLine(menu), choices, allergens, price };
  return { type: 'menuDayPut', row };
}

/** The menus of a file, also those of every week. */
export function importMenu(command: CommandOf<'importMenu'>, judgement: Judgement): readonly Change[] {
  const changes = effective(judgement.board, importedMenus(command, judgement));
  return changes.length === 0 ? [] : [...keptMenus(judgement, eatenMeals(judgement), changes), ...changes];
}

/** Of these meals, which are over, what they had and would lose by these changes. */
function keptMenus({ board }: Judgement, meals: readonly Activity[], changes: readonly Change[]): readonly Change[] {
  const after = apply(board, changes);
  return meals.flatMap((activity): readonly Change[] => {
    const had = menuOfMeal(board, activity);
    if (had === undefined || had === menuOfMeal(after, activity)) return [];
    const sitting = sittingOf(board, activity.id) ?? plainSitting(activity.id);
    if (sitting.menu !== null) return [];
    const { allergens, choices, menu } = had;
    // 0 is free, also where the next menu has a price.
    const price = sitting.price ?? had.price ?? activity.price ?? 0;
    return [{ type: 'sittingPut', row: { ...sitting, price, menu: { allergens, choices, menu } } }];
  });
}

/** Every meal that is over and that somebody was on the list of, by a sign-up or by a habit. */
function eatenMeals(judgement: Judgement): readonly Activity[] {
  const { board } = judgement;
  const ids = new Set([...rows(board.signUp)].map((party) => party.activityId));
  for (const series of rows(board.series)) {
    const from = [...group(board.standing, series.id).values()].map((each) => each.from).sort()[0];
    if (from === undefined) continue;
    for (const date of datesOf(judgement, series, from, today(judgement))) {
      const id = activityId(series.id, date);
      if (partiesOf(board, id).going.length > 0) ids.add(id);
    }
  }
  return [...ids].flatMap((id) => {
    const activity = activityById(board, id);
    return activity !== undefined && activity.meal !== null && isOver(judgement, activity) ? [activity] : [];
  });
}

const isOver = ({ now, zone }: Judgement, activity: Activity): boolean => now >= endOf(activity, zone);
