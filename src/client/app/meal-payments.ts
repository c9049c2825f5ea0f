/** Pays all that one person still owes in one act, and takes all of it back in one. Refuses to pay a part of it. */
import type { Command } from '../../domain/commands.ts';
import type { PlateView } from '../../domain/plate-views.ts';
import type { Reason } from '../state/screens.ts';
import type { AddWords } from './meal-acts.ts';
import type { StaffWork } from './staff-work.ts';

/**
 * Each plate at its price, meal by meal. Gives the rules' no, or null; after a no nothing was paid, because all is judged
 * before the first is sent.
 */
export function payAll(
  desk: Pick<StaffWork, 'act' | 'check'>,
  plates: readonly PlateView[],
  { done, undone }: AddWords,
): Reason | null {
  const commands = paymentsOf(plates);
  const last = commands.at(-1);
  if (last === undefined) return null;
  for (const command of commands) {
    const reason = desk.check(command);
    if (reason !== null) return reason;
  }
  for (const command of commands.slice(0, -1)) desk.act(command, null);
  const [first = last, ...also] = commands.map((command) => ({ ...command, paid: null }));
  return desk.act(last, { text: done, undo: () => ({ command: first, also, text: undone }) });
}

type Payment = Extract<Command, { readonly type: 'markPaid' }>;

/** One for each meal: everybody at it pays the same price. */
function paymentsOf(plates: readonly PlateView[]): readonly Payment[] {
  const payments = new Map<string, Payment>();
  for (const { plate, price } of plates) {
    const { activityId, id } = plate;
    const plateIds = [...(payments.get(activityId)?.plateIds ?? []), id];
    payments.set(activityId, { type: 'markPaid', activityId, plateIds, paid: price, unsaid: true });
  }
  return [...payments.values()];
}
