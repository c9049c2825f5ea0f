/** Being written. */
import type { Activity } from './activity.ts';
import type { Board } from './board.ts';
import type { Called } from './called.ts';
import type { Totals } from './meal-totals.ts';
import type { PlateView } from './plate-views.ts';
import type { Instant, PlainDate } from './time.ts';

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
