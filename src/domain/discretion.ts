/**
 * What becomes discreet, or no longer is (DESIGN §5): screens in the hall forget names at once, and learn them only after
 * somebody was asked. Refuses to decide what may be known: `scopes.ts` does.
 */
import { type Activity, activityById } from './activity.ts';
import type { Board } from './board.ts';
import { apply, type Change } from './changes.ts';
import type { Judgement } from './decide.ts';
import { isLive, partiesIn } from './parties.ts';
import { group, rows } from './table.ts';

/** Residents whose names a change brings to shared screens that so far had a number of them; each once. */
export function hiddenNames(before: Board, after: Board, ids: readonly string[]): number {
  const opened = ids.filter((id) => isDiscreet(before, id) && !isDiscreet(after, id));
  const people = opened.flatMap((id) => [...partiesIn(before, id)].filter(isLive).flatMap((each) => each.residentIds));
  return new Set(people).size;
}

/**
 * Everything screens know of who comes to these activities, taken away and said again, where it is another question now
 * who may know. The same rows for the desk; a shared screen hears of each what its scope lets it.
 */
export function retold(
  judgement: Judgement,
  changes: readonly Change[],
  activities: readonly Pick<Activity, 'id'>[],
): readonly Change[] {
  const after = apply(judgement.board, changes);
  const turned = new Set(
    activities.map(({ id }) => id).filter((id) => isDiscreet(judgement.board, id) !== isDiscreet(after, id)),
  );
  if (turned.size === 0) return [];
  const parties = [...turned].flatMap((id) => [...group(after.signUp, id).values()]);
  const notices = [...rows(after.notice)].filter(({ activityId }) => turned.has(activityId));
  return [
    ...parties.flatMap((row): readonly Change[] => [
      { type: 'signUpRemoved', parent: row.activityId, id: row.id },
      { type: 'signUpPut', row },
    ]),
    ...notices.flatMap((row): readonly Change[] => [
      { type: 'noticeRemoved', parent: row.residentId, id: row.id },
      { type: 'noticePut', row },
    ]),
  ];
}

const isDiscreet = (board: Board, id: string): boolean => activityById(board, id)?.discreet ?? true;
