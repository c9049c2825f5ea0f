/**
 * What staff must be asked before somebody comes on a list that is closed or full: everything at once, and once. Refuses
 * to answer for them.
 */
import type { Command } from '../../domain/commands.ts';
import type { Obstacle } from '../../domain/meal-rows.ts';
import type { Reason } from '../state/screens.ts';

/** What must be asked; empty is nothing. */
export type Asking = readonly Obstacle[];

/** An act as it is with what was allowed for it. */
export type Despite = (despite: Asking) => Command;

/** Everything that stands in the way; null where asking does not help. */
export function obstaclesTo(
  check: (command: Command) => Reason | null,
  command: Despite,
  allowed: Asking = [],
): Asking | null {
  const found = new Set<Obstacle>(allowed);
  for (let turn = 0; turn < 3; turn += 1) {
    const reason = check(command([...found]));
    if (reason === null) return [...found];
    const obstacle = obstacleIn(reason);
    if (obstacle === null || found.has(obstacle)) return null;
    found.add(obstacle);
  }
  return null;
}

function obstacleIn(reason: Reason): Obstacle | null {
  if (reason.type === 'mealClosed') return 'closed';
  return reason.type === 'activityFull' ? 'full' : null;
}
