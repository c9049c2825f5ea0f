/**
 * When a sheet may go to the printer: one with a number once it stands on everybody's board, a loose one at once. Refuses
 * to print a number that another sheet may have.
 */
import type { Command } from '../../../domain/commands.ts';
import { type MealList, menuMark } from '../../../domain/meal-views.ts';
import { isLoose } from '../../../domain/sheet-views.ts';
import type { Told } from '../../app/staff-work.ts';

export interface Sending {
  readonly number: number;
  readonly isOnline: boolean;
  /** Acts that the server has not answered. */
  readonly unanswered: number;
  readonly told: Told | null;
}

/**
 * `next` takes another number: this one is taken, or the network went before anybody knew whether it is · `stop` is told
 * where acts are told.
 */
export function printStep({ isOnline, number, told, unanswered }: Sending): 'wait' | 'print' | 'next' | 'stop' {
  if (told?.type === 'refused') {
    const { reason } = told;
    return reason.type === 'sheetTaken' && reason.number === number ? 'next' : 'stop';
  }
  if (isLoose(number) || unanswered === 0) return 'print';
  return isOnline ? 'wait' : 'next';
}

/** What is written down of a sheet is what stands on it. */
export const printCommand = ({ activity, menu, plates }: MealList, number: number): Command => ({
  type: 'printMeal',
  activityId: activity.id,
  number,
  menu: menuMark(menu),
  plates: plates.map(({ dietAt, plate: { dish, id, takeAway } }) => ({ id, dish, takeAway, dietAt })),
});
