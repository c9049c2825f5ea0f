/**
 * Whether one may still join a meal, read from the rule, the clock and what volunteers decided (DESIGN §9 Meals). No
 * timer closes anything. Refuses to say who may pass a closed door: the rules of sign-up do.
 */
import { type Activity, closesAt, endOf, lastMoment } from './activity.ts';
import type { Board } from './board.ts';
import type { Sitting } from './meal-rows.ts';
import { row } from './table.ts';
import { type Instant, instantOfText } from './time.ts';

export const sittingOf = (board: Board, id: string): Sitting | undefined => row(board.sitting, id, id);

/** What is kept of a meal nobody decided anything about. */
export const plainSitting = (id: string): Sitting => ({
  id,
  door: 'rule',
  doorAt: null,
  doorBy: null,
  openFor: [],
  price: null,
  menu: null,
  finishedAt: null,
});

/** When joining ended or will end, by hand or by rule; null is at the start. */
export function closedFrom(board: Board, activity: Activity, zone: string): Instant | null {
  const sitting = sittingOf(board, activity.id);
  if (sitting?.door === 'open') return null;
  if (sitting?.door === 'closed' && sitting.doorAt !== null) return instantOfText(sitting.doorAt);
  return closesAt(activity, zone);
}

/** Whether these people could no longer join at an instant. The start is another question. */
export function isClosedAt(
  board: Board,
  activity: Activity,
  {
    at,
    zone,
    residentIds = [],
  }: { readonly at: Instant; readonly zone: string; readonly residentIds?: readonly string[] },
): boolean {
  const closed = closedFrom(board, activity, zone);
  if (closed === null || at < closed) return false;
  const openFor = sittingOf(board, activity.id)?.openFor ?? [];
  return !residentIds.some((id) => openFor.includes(id));
}

/** Now, as a screen that counts in minutes has it: what somebody closed by hand a moment ago is closed. */
export function seenAt(board: Board, { id }: Activity, now: Instant): Instant {
  const sitting = sittingOf(board, id);
  return sitting?.door === 'closed' && sitting.doorAt !== null ? Math.max(now, instantOfText(sitting.doorAt)) : now;
}

/** `closed` by rule, by hand or because it has begun; `opened` by hand after the rule had closed it. */
export function doorOf(
  board: Board,
  activity: Activity,
  now: Instant,
  zone: string,
): 'open' | 'closed' | 'opened' | 'over' {
  if (now >= endOf(activity, zone)) return 'over';
  if (now >= lastMoment(activity, zone) || isClosedAt(board, activity, { at: seenAt(board, activity, now), zone }))
    return 'closed';
  const closes = closesAt(activity, zone);
  return closes !== null && now >= closes ? 'opened' : 'open';
}
