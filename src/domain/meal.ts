/** What is on the menu of a meal. Refuses diets and allergies of people: those are staff's. */
import * as v from 'valibot';
import type { Frozen } from './frozen.ts';
import { idSchema } from './resident.ts';
import { type Group, group, type Table } from './table.ts';
import { text } from './text.ts';
import { type PlainDate, plainDateSchema, weekdayOf } from './time.ts';

export const menuDaySchema = v.object({
  id: idSchema,
  /** One date, or every week on this ISO weekday. */
  on: v.union([plainDateSchema, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))]),
  meal: text(30),
  menu: text(200),
  choices: v.array(text(40)),
  allergens: v.array(text(40)),
  /** Cents. */
  price: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
});
export type MenuDay = Frozen<v.InferOutput<typeof menuDaySchema>>;

/** The menu of a meal on a date: one written for that date wins over the weekly one. */
export function menuOn(menus: Table<MenuDay>, meal: string, date: PlainDate): MenuDay | undefined {
  return menuOf(group(menus, date), meal) ?? weeklyMenuOn(menus, meal, date);
}

/** The menu a date would have by the week alone. */
export function weeklyMenuOn(menus: Table<MenuDay>, meal: string, date: PlainDate): MenuDay | undefined {
  return menuOf(group(menus, String(weekdayOf(date))), meal);
}

function menuOf(menus: Group<MenuDay>, meal: string): MenuDay | undefined {
  for (const menu of menus.values()) if (menu.meal === meal) return menu;
  return undefined;
}
