/**
 * What follows from a habit is written down where it may not change with the habit: on lists that are closed or over
 * (DESIGN §9 Meals). Refuses to change who comes.
 */
import { type Activity, activityById, activityId } from './activity.ts';
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import { partiesOf } from './parties.ts';
import { platesOf, putPlate } from './plate-rows.ts';
import { group } from './table.ts';
import type { PlainDate } from './time.ts';

/** Who is on the list only by a habit, or of those only this resident, as rows. */
export function writtenDown(board: Board, activity: Activity, residentId: string | null): readonly Change[] {
  return partiesOf(board, activity.id)
    .going.filter(({ id, residentIds }) => {
      const isMeant = residentId === null || residentIds.includes(residentId);
      return isMeant && id.startsWith('standing/') && !group(board.signUp, activity.id).has(id);
    })
    .flatMap((row): readonly Change[] => [{ type: 'signUpPut', row }, ...platesOf(board, activity, row).map(putPlate)]);
}

/** The same on these dates of a series, for one resident. */
export function keptOn(
  board: Board,
  { residentId, seriesId }: { readonly seriesId: string; readonly residentId: string },
  dates: readonly PlainDate[],
): readonly Change[] {
  return dates.flatMap((date) => {
    const activity = activityById(board, activityId(seriesId, date));
    return activity === undefined ? [] : writtenDown(board, activity, residentId);
  });
}
