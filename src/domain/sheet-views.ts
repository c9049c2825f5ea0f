/**
 * Which kitchen sheet is which, and which one counts. With a network sheets are numbered from 1, each number once; without
 * one nobody knows what is printed elsewhere, so a sheet is loose: it bears a number drawn at random. Refuses to let two
 * papers bear one name.
 */
import type { Board } from './board.ts';
import type { MealPrint } from './meal-rows.ts';
import { group } from './table.ts';

const FIRST_LOOSE = 10_000;
const LAST_LOOSE = 99_999;

export const isLoose = (number: number): boolean => number >= FIRST_LOOSE;

/** Five digits of the random end of an id that nobody else makes. */
export const looseNumber = (id: string): number =>
  FIRST_LOOSE + (Number.parseInt(id.replaceAll('-', '').slice(-8), 16) % (LAST_LOOSE - FIRST_LOOSE + 1));

/** In the order in which they came out of a printer, however late the server heard of it. */
export const printsOf = (board: Board, activityId: string): readonly MealPrint[] =>
  [...group(board.mealPrint, activityId).values()].sort((a, b) =>
    a.at === b.at ? a.number - b.number : a.at < b.at ? -1 : 1,
  );

export const nextNumber = (prints: readonly Pick<MealPrint, 'number'>[]): number =>
  1 + prints.reduce((most, { number }) => (isLoose(number) ? most : Math.max(most, number)), 0);

/** Sheets of which more than one may be in hand: the one printed last counts. */
export interface Papers {
  readonly counts: MealPrint;
  /** The loose ones, and the latest with a number of its own. */
  readonly others: readonly MealPrint[];
}

/** `prints` as they came out of a printer. Null where none was printed without a network, or nothing else was. */
export function papersOf(prints: readonly MealPrint[]): Papers | null {
  const counts = prints.at(-1);
  if (counts === undefined || !prints.some(({ number }) => isLoose(number))) return null;
  const numbered = prints.findLast(({ number }) => !isLoose(number));
  const others = prints.filter((print) => print !== counts && (print === numbered || isLoose(print.number)));
  return others.length === 0 ? null : { counts, others };
}
