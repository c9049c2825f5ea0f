/**
 * What the meal list, the kitchen sheet, the export and the weekly view show, computed from one query so that no two of
 * them can disagree (DESK rule 8). Refuses to phrase: screens do.
 */
import type { Activity } from './activity.ts';
import type { Board } from './board.ts';
import type { MenuDay } from './meal.ts';
import type { Allergen, Diet, MealPrint, PaperLine, Plate, Sitting } from './meal-rows.ts';
import type { Instant, PlainDate } from './time.ts';

/** What one person is called where staff read it; the last name is empty on a board that may not know it. */
export interface Called {
  readonly firstName: string;
  readonly infix: string;
  readonly lastName: string;
  /** `M.`, for a board without last names. */
  readonly initial: string;
}

export interface PlateView {
  readonly plate: Plate;
  /** Going, in the line, or off the list. */
  readonly status: 'going' | 'waiting' | 'gone';
  readonly kind: 'resident' | 'guest' | 'neighbour';
  /** Null for a guest: then `plate.guestName`, and whose guest in `host`. */
  readonly called: Called | null;
  readonly host: Called | null;
  /** The door; of a guest, the host's; null for a neighbour. */
  readonly door: string | null;
  readonly floor: number | null;
  /** Null has none, or this board may not know (`MealList.knowsDiets`). */
  readonly diet: Diet | null;
  /** Allergens of this diet that are in what is cooked. */
  readonly clash: readonly Allergen[];
  /** What is to be paid, in cents; null is nothing. */
  readonly price: number | null;
  /** Since the last sheet; null where nothing was printed or nothing changed. */
  readonly since: 'added' | 'removed' | 'changed' | null;
  /** It stands there by "elke donderdag". */
  readonly standing: boolean;
}

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
  readonly paidCents: number;
  readonly openCents: number;
  /** Plates with something to pay. */
  readonly unpaid: number;
}

export interface Delta {
  readonly print: MealPrint;
  readonly added: readonly PlateView[];
  readonly removed: readonly PlateView[];
  /** Another dish, take-away, or diet. */
  readonly changed: readonly PlateView[];
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
  readonly prints: readonly MealPrint[];
  /** Null before the first sheet, and while nothing changed since the last. */
  readonly delta: Delta | null;
  readonly paper: readonly PaperLine[];
  /** Residents who tapped in time and came in too late. */
  readonly hints: readonly string[];
  readonly knowsDiets: boolean;
}

/** The list of one meal; null where there is no such meal. */
export function mealList(_board: Board, _activityId: string, _now: Instant): MealList | null {
  throw new Error('being written');
}

/** The meals of a date, in order of start, cancelled ones included. */
export function mealsOn(_board: Board, _date: PlainDate): readonly Activity[] {
  throw new Error('being written');
}

/** The choice this resident makes most, of these; null where nothing tells. A diet that names one wins. */
export function usualDish(_board: Board, _residentId: string, _choices: readonly string[]): string | null {
  throw new Error('being written');
}

export interface MealDay {
  readonly activity: Activity;
  readonly people: number;
  readonly guests: number;
  readonly absent: number;
  readonly came: number;
  /** Places nobody took; null without a limit. */
  readonly empty: number | null;
  readonly isPast: boolean;
}
export interface MealWeeks {
  /** Weeks of Monday, oldest first; the last ones may be ahead. */
  readonly weeks: readonly { readonly monday: PlainDate; readonly days: readonly MealDay[] }[];
  /** Who comes how often in the past weeks shown, most often first. */
  readonly regulars: readonly {
    readonly residentId: string;
    readonly called: Called;
    readonly door: string;
    readonly times: number;
    readonly absent: number;
  }[];
  /** For the shop: meals from today on, with dishes as known now. */
  readonly coming: readonly { readonly activity: Activity; readonly totals: Totals }[];
}
export function mealWeeks(_board: Board, _weeks: number, _now: Instant): MealWeeks {
  throw new Error('being written');
}

/** What residents still have to pay of meals that are over or today, most first. A guest's is the host's. */
export function openByResident(
  _board: Board,
  _now: Instant,
): readonly {
  readonly residentId: string | null;
  readonly called: Called | null;
  readonly door: string | null;
  readonly cents: number;
  readonly plates: readonly PlateView[];
}[] {
  throw new Error('being written');
}

/** Rows for the treasurer, one a plate, of meals from `from` to `to`. */
export interface ExportRow {
  readonly date: PlainDate;
  readonly meal: string;
  readonly door: string | null;
  readonly name: Called | null;
  readonly guest: string | null;
  readonly dish: string | null;
  readonly takeAway: boolean;
  readonly priceCents: number | null;
  readonly paidCents: number | null;
  readonly came: boolean | null;
}
export function mealExport(
  _board: Board,
  _range: { readonly from: PlainDate; readonly to: PlainDate },
  _now: Instant,
): readonly ExportRow[] {
  throw new Error('being written');
}
