/**
 * What the meal list, the kitchen sheet, the export and the weekly view show, computed from one query so that no two of
 * them can disagree (DESK rule 8). Refuses to phrase: screens do.
 */
import { type Activity, activitiesBetween, activityById } from './activity.ts';
import { type Board, locationOf } from './board.ts';
import { closedFrom, doorOf, sittingOf } from './closing.ts';
import { dishOfDiet } from './diet-fit.ts';
import type { MenuDay } from './meal.ts';
import type { MealPrint, PaperLine, Sitting } from './meal-rows.ts';
import { type Totals, totalsOf } from './meal-totals.ts';
import { menuOfMeal } from './menu-of-meal.ts';
import { partyWith, placesLeft } from './parties.ts';
import { type PlateView, plateViews } from './plate-views.ts';
import { printsOf } from './sheet-views.ts';
import { group, row, rows } from './table.ts';
import type { Instant, PlainDate } from './time.ts';

export type { Called } from './called.ts';
export type { DietClass, Totals } from './meal-totals.ts';
export type { PlateView } from './plate-views.ts';

export interface Delta {
  readonly print: MealPrint;
  readonly added: readonly PlateView[];
  readonly removed: readonly PlateView[];
  /** Another dish, take-away, or diet. */
  readonly changed: readonly PlateView[];
  /** Another menu, choices or allergens: who cannot eat it may be somebody else. */
  readonly menu: boolean;
}

export interface MealList {
  readonly activity: Activity;
  readonly menu: MenuDay | null;
  /** The day's choices; empty is one dish for all. */
  readonly choices: readonly string[];
  readonly sitting: Sitting | null;
  /** `closed` by rule or by hand; `opened` by hand after the closing time; `over` has ended. */
  readonly door: 'open' | 'closed' | 'opened' | 'over';
  /** When it closed, or will; null closes at the start. */
  readonly closesAt: Instant | null;
  readonly capacity: number | null;
  /** Never below zero. */
  readonly left: number | null;
  /** Going: by door, guests under their host, neighbours last. */
  readonly plates: readonly PlateView[];
  readonly waiting: readonly PlateView[];
  /** Off the list, latest first. */
  readonly gone: readonly PlateView[];
  readonly totals: Totals;
  /** As they came out of a printer: the last one counts. */
  readonly prints: readonly MealPrint[];
  /** Null before the first sheet, and while nothing changed since the last. */
  readonly delta: Delta | null;
  readonly paper: readonly PaperLine[];
  /** Lines of any meal's sheet that nobody could read and nobody has asked about yet, the oldest first. */
  readonly unread: readonly PaperLine[];
  /** Residents who tapped in time and came in too late. */
  readonly hints: readonly string[];
  /** False is a board of names only: it knows no money and no attendance either. */
  readonly knowsDiets: boolean;
}

/** The list of one meal; null where there is no such meal. */
export function mealList(board: Board, activityId: string, now: Instant): MealList | null {
  const activity = activityById(board, activityId);
  if (activity === undefined || activity.meal === null) return null;
  const { tableSize, timeZone: zone } = locationOf(board);
  const menu = menuOfMeal(board, activity) ?? null;
  const choices = menu?.choices ?? [];
  const { going, gone, waiting } = plateViews(board, activity);
  const left = placesLeft(board, activity);
  const prints = printsOf(board, activityId);
  const print = prints.at(-1) ?? null;
  return {
    activity,
    menu,
    choices,
    sitting: sittingOf(board, activityId) ?? null,
    door: doorOf(board, activity, now, zone),
    closesAt: closedFrom(board, activity, zone),
    capacity: activity.capacity,
    left: Number.isFinite(left) ? left : null,
    plates: going,
    waiting,
    gone,
    totals: totalsOf(going, { choices, others: [...waiting, ...gone], tableSize }),
    prints,
    delta: print === null ? null : deltaOf(print, [...going, ...gone], menu),
    unread: [...rows(board.paperLine)]
      .filter(({ outcome }) => outcome === 'unreadable')
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    paper: [...group(board.paperLine, activityId).values()].sort((a, b) => a.sheet - b.sheet || a.line - b.line),
    hints: hintsOf(board, activityId),
    knowsDiets: knowsDiets(board),
  };
}

/** What a sheet says of a menu, as one text to compare; empty where there is none. */
export const menuMark = (menu: Pick<MenuDay, 'menu' | 'choices' | 'allergens'> | null): string =>
  menu === null ? '' : JSON.stringify([menu.menu, menu.choices, menu.allergens]);

function deltaOf(print: MealPrint, plates: readonly PlateView[], menu: MenuDay | null): Delta | null {
  const of = (since: PlateView['since']) => plates.filter((view) => view.since === since);
  const hasOtherMenu = print.menu !== null && print.menu !== menuMark(menu);
  const delta = { print, added: of('added'), removed: of('removed'), changed: of('changed'), menu: hasOtherMenu };
  const isSame = !hasOtherMenu && delta.added.length + delta.removed.length + delta.changed.length === 0;
  return isSame ? null : delta;
}

/** Who tapped in time, came in too late, and is not on the list by now. */
function hintsOf(board: Board, activityId: string): readonly string[] {
  const found: string[] = [];
  for (const { id: residentId } of rows(board.resident)) {
    const task = row(board.callTask, residentId, `${residentId}/${activityId}/tooLate`);
    if (task !== undefined && partyWith(board, activityId, residentId) === undefined) found.push(residentId);
  }
  return found.sort();
}

/** Diets come with last names: a board that may know the one has the other. */
function knowsDiets(board: Board): boolean {
  for (const _ of rows(board.residentPrivate)) return true;
  return false;
}

/** The meals of a date, in order of start, cancelled ones included. */
export function mealsOn(board: Board, date: PlainDate): readonly Activity[] {
  return activitiesBetween(board, date, date).filter((activity) => activity.meal !== null && activity.date === date);
}

/** The choice this resident makes most, of these; null where nothing tells. A diet that names one wins. */
export function usualDish(board: Board, residentId: string, choices: readonly string[]): string | null {
  const kinds = row(board.diet, residentId, residentId)?.kinds ?? [];
  for (const kind of kinds) {
    const named = choices.find((choice) => dishOfDiet[kind]?.test(choice));
    if (named !== undefined) return named;
  }
  const counts = new Map<string, number>();
  for (const plate of rows(board.plate)) {
    if (plate.residentId !== residentId || plate.dish === null || plate.goneAt !== null) continue;
    counts.set(plate.dish, (counts.get(plate.dish) ?? 0) + 1);
  }
  let usual: string | null = null;
  for (const choice of choices) {
    if ((counts.get(choice) ?? 0) > (usual === null ? 0 : (counts.get(usual) ?? 0))) usual = choice;
  }
  return usual;
}
