/** The weeks of meals as sums, and who comes how often without telling on a few. Refuses to count what is still ahead. */
import type { MealWeeks } from '../../domain/meal-figures.ts';
import type { PlainDate } from '../../domain/time.ts';

export interface WeekSum {
  readonly monday: PlainDate;
  /** Those that were or are going on; without them the week was not counted. */
  readonly meals: number;
  readonly people: number;
  /** Different ones, each once however often they came. */
  readonly residents: number;
  readonly guests: number;
  readonly absent: number;
  /** Places nobody took at meals with a limit. */
  readonly empty: number;
}

/** Past weeks and the one that is running, which is the last. */
export function weekSums({ weeks }: Pick<MealWeeks, 'weeks'>, today: PlainDate): readonly WeekSum[] {
  return weeks
    .filter(({ monday }) => monday <= today)
    .map(({ days, monday }) => {
      const held = days.filter(({ activity, isPast }) => isPast && activity.cancelled === null);
      const sum = (of: (day: (typeof held)[number]) => number) => held.reduce((total, day) => total + of(day), 0);
      return {
        monday,
        meals: held.length,
        people: sum(({ people }) => people),
        residents: new Set(held.flatMap(({ residentIds }) => residentIds)).size,
        guests: sum(({ guests }) => guests),
        absent: sum(({ absent }) => absent),
        empty: sum(({ empty }) => empty ?? 0),
      };
    });
}

/** Fewer than this could be recognised (DESK rule 16). */
const FEWEST = 5;
const CLASSES = [
  { from: 1, to: 2 },
  { from: 3, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: null },
] as const;

export interface HowOften {
  readonly from: number;
  /** Null has no end. */
  readonly to: number | null;
  /** Null is some, but too few to say how many. */
  readonly people: number | null;
}

/** How many people came how many times. */
export function howOften(regulars: readonly { readonly times: number }[]): readonly HowOften[] {
  return CLASSES.map(({ from, to }) => {
    const people = regulars.filter(({ times }) => times >= from && (to === null || times <= to)).length;
    return { from, to, people: people > 0 && people < FEWEST ? null : people };
  });
}
