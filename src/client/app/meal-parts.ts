/** What the meal screens need of the rules beside the list itself. Refuses to judge and to phrase. */

import type { Activity } from '../../domain/activity.ts';
import { endOf } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import { HORIZON_DAYS } from '../../domain/location.ts';
import { allergens, type Diet, type DietKind, dietKinds, type PaperLine } from '../../domain/meal-rows.ts';
import { mealsOn } from '../../domain/meal-views.ts';
import { row } from '../../domain/table.ts';
import { addDays, dateAt, type Instant, localAt } from '../../domain/time.ts';

export const allergenChoices = allergens;
export const dietChoices: readonly DietKind[] = dietKinds;

/** The longest words the rows can hold. */
export const NOTE_LENGTH = 80;
export const GUEST_NAME_LENGTH = 40;
/** The most that one plate can have paid, in cents. */
export const MOST_PAID = 100_000;
/** Lines for the pen at the foot of a kitchen sheet. */
export const PAPER_LINES = 8;

/** The first line of a sheet that nobody has taken over; null is none. */
export function nextLine(done: readonly Pick<PaperLine, 'line'>[]): number | null {
  for (let line = 1; line <= PAPER_LINES; line += 1) if (!done.some((each) => each.line === line)) return line;
  return null;
}

export interface MealsAhead {
  /** `today` are of today; `next` is the first that comes after it; `none` is an empty programme. */
  readonly type: 'today' | 'next' | 'none';
  readonly meals: readonly Activity[];
}

/** Which meals a volunteer who comes in is there for. */
export function mealsAhead(board: Board, now: Instant): MealsAhead {
  const zone = locationOf(board).timeZone;
  const today = dateAt(now, zone);
  const meals = mealsOn(board, today).filter(({ cancelled }) => cancelled === null);
  if (meals.length > 0) return { type: 'today', meals: inOrder(meals, now, zone) };
  for (let days = 1; days <= HORIZON_DAYS; days += 1) {
    const [next] = mealsOn(board, addDays(today, days)).filter(({ cancelled }) => cancelled === null);
    if (next !== undefined) return { type: 'next', meals: [next] };
  }
  return { type: 'none', meals: [] };
}

/** What is still to come first. */
function inOrder(meals: readonly Activity[], now: Instant, zone: string): readonly Activity[] {
  const isOver = (meal: Activity) => (endOf(meal, zone) <= now ? 1 : 0);
  return meals.toSorted((a, b) => isOver(a) - isOver(b));
}

/** "14:05" on the wall of the house, and its date. */
export const wallTime = (board: Board, at: Instant) => localAt(at, locationOf(board).timeZone);

/** What a member of the team is called; null for who is gone or was nobody of it. */
export const staffName = (board: Board, staffId: string): string | null =>
  row(board.staffMember, staffId, staffId)?.name ?? null;

export const houseName = (board: Board): string => locationOf(board).name;

/** How one speaks of a resident, as far as the house knows. */
export function salutationOf(board: Board, residentId: string): 'mevrouw' | 'meneer' | null {
  return row(board.resident, residentId, residentId)?.salutation ?? null;
}

/** What somebody may not eat; null has no diet, or this board may not know. */
export const dietOf = (board: Board, residentId: string): Diet | null =>
  row(board.diet, residentId, residentId) ?? null;
