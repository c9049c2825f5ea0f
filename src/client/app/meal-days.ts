/** Which day's meals are on the desk, and where the next ones are. Refuses to choose what is shown of them. */
import type { Activity } from '../../domain/activity.ts';
import type { Board } from '../../domain/board.ts';
import { mealsOn } from '../../domain/meal-views.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';

/** How far away the next meal is looked for. */
const FARTHEST = 31;

/** The nearest date before or after this one that has a meal; the next date where there is none for a month. */
export function mealDateFrom(board: Board, date: PlainDate, step: -1 | 1): PlainDate {
  for (let days = 1; days <= FARTHEST; days += 1) {
    const next = addDays(date, step * days);
    if (mealsOn(board, next).length > 0) return next;
  }
  return addDays(date, step);
}

/** Those that go on first; a cancelled one can still be looked at. */
export const mealsOfDay = (board: Board, date: PlainDate): readonly Activity[] =>
  mealsOn(board, date).toSorted((a, b) => Number(a.cancelled !== null) - Number(b.cancelled !== null));
