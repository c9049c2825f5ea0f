/** What people are called where staff read it. Refuses to invent: a board without last names gives an initial. */
import type { Board } from './board.ts';
import type { Home } from './resident.ts';
import { row } from './table.ts';

/** What one person is called; the last name is empty on a board that may not know it. */
export interface Called {
  readonly firstName: string;
  readonly infix: string;
  readonly lastName: string;
  /** `M.`, for a board without last names. */
  readonly initial: string;
}

/** Null where nobody is known by this id. */
export function calledOf(board: Board, residentId: string): Called | null {
  const resident = row(board.resident, residentId, residentId);
  if (resident === undefined) return null;
  const known = row(board.residentPrivate, residentId, residentId);
  return {
    firstName: known?.firstName ?? resident.firstName,
    infix: known?.infix ?? '',
    lastName: known?.lastName ?? '',
    initial: resident.initial,
  };
}

export function homeOf(board: Board, residentId: string): Home | null {
  const homeId = row(board.resident, residentId, residentId)?.homeId ?? '';
  return row(board.home, homeId, homeId) ?? null;
}

/** Door numbers as people count them: 9 before 10, 12 before 12A. */
export function byDoor(a: string, b: string): number {
  const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  return difference || (a < b ? -1 : a > b ? 1 : 0);
}
