/** Holds a law against random stories of meals (`meal-stories.ts`): MEAL_RUNS of them. Refuses to know any law. */
import fc from 'fast-check';
import { type MealList, mealList } from '../../src/domain/meal-views.ts';
import type { Entry } from './builders.ts';
import { lunchesIn, type Story, story, take, worldOf } from './meal-stories.ts';

const RUNS = Number(process.env.MEAL_RUNS ?? 120);

/** Checks a law of every command of random stories, refused ones too. */
export function ofEvery(law: (entry: Entry) => void): void {
  fc.assert(
    fc.property(story, (told: Story) => {
      const world = worldOf(told);
      for (const step of told.steps) take(world, step, told);
      for (const entry of world.journal) law(entry);
    }),
    { numRuns: RUNS },
  );
}

/** Checks a law after every command of random stories, of every lunch in them. */
export function always(law: (list: MealList, entry: Entry, before: MealList | null) => void): void {
  fc.assert(
    fc.property(story, (told: Story) => {
      const world = worldOf(told);
      let seen = world.journal.length;
      for (const step of told.steps) {
        take(world, step, told);
        for (const entry of world.journal.slice(seen)) {
          for (const id of touched(entry, lunchesIn(told))) {
            const list = mealList(entry.after, id, entry.at);
            if (list !== null) law(list, entry, mealList(entry.before, id, entry.at));
          }
        }
        seen = world.journal.length;
      }
    }),
    { numRuns: RUNS },
  );
}

/** The lunches whose list can be another one now. */
function touched({ changes }: Entry, lunches: readonly string[]): readonly string[] {
  const text = JSON.stringify(changes);
  if (/"type":"(standing|series|resident|diet|menuDay)/.test(text)) return lunches;
  return lunches.filter((id) => text.includes(id));
}
