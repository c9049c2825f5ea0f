/**
 * When a sheet may go to the printer: with a network once it stands on everybody's board, without one at once. Refuses to
 * print a number that another sheet has.
 */
import type { Command } from '../../../domain/commands.ts';
import type { MealList } from '../../../domain/meal-views.ts';
import type { Told } from '../../app/staff-work.ts';

export interface Sending {
  readonly number: number;
  readonly isOnline: boolean;
  /** Acts that the server has not answered. */
  readonly unanswered: number;
  readonly told: Told | null;
}

/** `next` takes the next number · `stop` is told where acts are told. */
export function printStep({ isOnline, number, told, unanswered }: Sending): 'wait' | 'print' | 'next' | 'stop' {
  if (told?.type === 'refused') {
    const { reason } = told;
    return reason.type === 'sheetTaken' && reason.number === number ? 'next' : 'stop';
  }
  return isOnline && unanswered > 0 ? 'wait' : 'print';
}

/** What is written down of a sheet is what stands on it. */
export const printCommand = ({ activity, plates }: MealList, number: number): Command => ({
  type: 'printMeal',
  activityId: activity.id,
  number,
  plates: plates.map(({ plate: { dish, id, takeAway } }) => ({ id, dish, takeAway })),
});
