/**
 * "Elke donderdag" by the hand of staff: taking part in every meal of a series, a pause, and its end. Refuses to say
 * anything of a meal that does not come again, or at which no name is shown.
 */
import type { Activity } from '../../domain/activity.ts';
import type { Board } from '../../domain/board.ts';
import type { Command } from '../../domain/commands.ts';
import { pauseOf, type StandingView, standingView } from '../../domain/own-meal-views.ts';
import { row } from '../../domain/table.ts';
import type { Instant, PlainDate } from '../../domain/time.ts';

export type { StandingView } from '../../domain/own-meal-views.ts';

/** Lengths of a pause, in weeks. */
export const PAUSE_WEEKS: readonly number[] = [1, 2, 4];
const WEEK = 7;

/** What this resident said about every meal of this series; null where nobody can. */
export function standingOf(board: Board, activity: Activity, residentId: string, now: Instant): StandingView | null {
  const view = standingView(board, { seriesId: activity.seriesId, residentId }, now);
  return view === null || view.series.discreet || view.series.signUp === 'none' ? null : view;
}

const about = ({ residentId, series }: StandingView) => ({ seriesId: series.id, residentId });

export const startStanding = (view: StandingView, dish: string | null): Command => ({
  type: 'setStanding',
  ...about(view),
  dish,
});

export const stopStanding = (view: StandingView): Command => ({ type: 'stopStanding', ...about(view) });
export const resumeStanding = (view: StandingView): Command => ({ type: 'resumeStanding', ...about(view) });

/** So many weeks from the next meal on, and when they are back; null where no meal is known. */
export function pauseStanding(
  board: Board,
  view: StandingView,
  weeks: number,
): { readonly command: Command; readonly backOn: PlainDate | null } | null {
  const pause = pauseOf(board, view, weeks * WEEK);
  if (pause === null) return null;
  const { backOn, from, until } = pause;
  return { command: { type: 'pauseStanding', ...about(view), from, until }, backOn };
}

/** The pause they have now, once more; null is none. */
export function pauseAgain(board: Board, view: StandingView): Command | null {
  const { seriesId, residentId } = about(view);
  const at = view.next?.originalDate;
  const pauses = row(board.standing, seriesId, `${seriesId}/${residentId}`)?.pauses ?? [];
  const pause = at === undefined ? undefined : pauses.find(({ from, until }) => from <= at && until >= at);
  return pause === undefined ? null : { type: 'pauseStanding', seriesId, residentId, ...pause };
}
