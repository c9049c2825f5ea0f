/** The state of the scooters, what there is to do about them and how much they are used, for the staff side's pages. */
import type { Board } from '../../domain/board.ts';
import {
  type ScooterState,
  type ScooterTask,
  scooterStates,
  scooterTasks,
  scooterUse,
  type WeekUse,
} from '../../domain/scooter-desk-views.ts';
import type { StaffMember } from '../../domain/staff-member.ts';
import { rows } from '../../domain/table.ts';
import type { Instant } from '../../domain/time.ts';

export const statesOf = (board: Board, now: Instant): readonly ScooterState[] => scooterStates(board, now);
export const tasksOf = (board: Board, now: Instant): readonly ScooterTask[] => scooterTasks(board, now);
export const useOf = (board: Board, weeks: number, now: Instant): readonly WeekUse[] => scooterUse(board, weeks, now);

/** Who looks after the scooters, by what they are called to residents; null where nobody is. */
export function keeperOf(board: Board): StaffMember | null {
  return [...rows(board.staffMember)].find((member) => /scootmobiel/i.test(member.function)) ?? null;
}
