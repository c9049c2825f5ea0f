/**
 * What staff do with the plates of a meal, each with what takes it back. Refuses to decide whether it may be: the rules
 * do, and their no goes where it was asked.
 */
import type { Command } from '../../domain/commands.ts';
import type { Obstacle } from '../../domain/meal-rows.ts';
import type { MealList, PlateView } from '../../domain/meal-views.ts';
import type { Reason } from '../state/screens.ts';
import type { StaffWork } from './staff-work.ts';

/** What a meal's screens may see and do, on the tablet as on a laptop. */
export type MealDesk = Pick<
  StaffWork,
  'board' | 'minute' | 'check' | 'act' | 'told' | 'undo' | 'untell' | 'refuse' | 'say' | 'me'
> &
  Pick<StaffWork, 'connection' | 'boardAsOf' | 'waiting'>;

export interface Newcomer {
  /** Null for a guest and for a neighbour. */
  readonly residentId: string | null;
  /** The plate of whose guest it is; null is a resident, or a neighbour. */
  readonly hostId: string | null;
  readonly guestName: string;
  readonly dish: string | null;
}

/** What must be asked before somebody can be added; empty is nothing. */
export type Asking = readonly Obstacle[];

export type Added =
  | { readonly type: 'added'; readonly plateId: string | null }
  | { readonly type: 'ask'; readonly obstacles: Asking }
  | { readonly type: 'refused'; readonly reason: Reason };

export interface AddWords {
  readonly done: string;
  readonly undone: string;
}

const addCommand = (activityId: string, who: Newcomer, despite: Asking, mayWait: boolean): Command => ({
  type: 'addPlate',
  activityId,
  ...who,
  takeAway: false,
  despite,
  mayWait,
});

/** Adds somebody, or says what must be asked first. */
export function addPlate(
  desk: MealDesk,
  activityId: string,
  {
    despite,
    mayWait,
    who,
    words,
  }: { readonly who: Newcomer; readonly despite: Asking; readonly mayWait: boolean; readonly words: AddWords },
): Added {
  const reason = desk.check(addCommand(activityId, who, despite, mayWait));
  if (reason !== null) {
    const obstacles = obstaclesOf(desk, activityId, who, despite);
    return obstacles === null ? { type: 'refused', reason } : { type: 'ask', obstacles };
  }
  const made: { id: string | null } = { id: null };
  const refused = desk.act(addCommand(activityId, who, despite, mayWait), {
    text: words.done,
    undo(changes) {
      for (const change of changes) {
        if (change.type === 'platePut' && change.row.goneAt === null) made.id = change.row.id;
      }
      if (made.id === null) return null;
      // Who came from the line is told so, and goes back to it.
      const waited = changes.some((each) => each.type === 'noticePut' && each.row.residentId === who.residentId);
      const type = waited ? 'backToLine' : 'removePlate';
      return { command: { type, activityId, plateId: made.id }, text: words.undone };
    },
  });
  return refused === null ? { type: 'added', plateId: made.id } : { type: 'refused', reason: refused };
}

/** Everything that stands in the way, so that it is asked once; null where asking does not help. */
function obstaclesOf(desk: MealDesk, activityId: string, who: Newcomer, despite: Asking): Asking | null {
  const found = new Set<Obstacle>(despite);
  for (let turn = 0; turn < 3; turn += 1) {
    const reason = desk.check(addCommand(activityId, who, [...found], false));
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

/** Puts a plate back that went off the list, whatever stands in the way: it was there before. */
export function restoreCommand(desk: MealDesk, activityId: string, plateId: string): Command {
  const despites: readonly Asking[] = [[], ['closed'], ['full'], ['closed', 'full']];
  const commands = despites.map((despite): Command => ({ type: 'restorePlate', activityId, plateId, despite }));
  const first = commands.find((command) => desk.check(command) === null);
  return first ?? { type: 'restorePlate', activityId, plateId, despite: ['closed', 'full'] };
}

/** Paid is what it costs; a second tap takes it back. */
export function togglePaid(desk: MealDesk, activityId: string, { plate, price }: PlateView): void {
  if (price === null && plate.paid === null) return;
  const paid = plate.paid === null ? price : null;
  report(desk, desk.act({ type: 'markPaid', activityId, plateIds: [plate.id], paid }, null));
}

/** Nobody asked, is there, is not there, is there. */
export function toggleCame(desk: MealDesk, activityId: string, { plate }: PlateView): void {
  const came = plate.came !== true;
  report(desk, desk.act({ type: 'markCame', activityId, plateIds: [plate.id], came }, null));
}

/** Everybody of whom nobody has said anything; gives whom it marked. */
export function everyoneIsHere(desk: MealDesk, { activity, plates }: MealList): readonly string[] {
  const ids = plates.filter(({ plate }) => plate.came === null).map(({ plate }) => plate.id);
  if (ids.length === 0) return [];
  const refused = desk.act({ type: 'markCame', activityId: activity.id, plateIds: ids, came: true }, null);
  report(desk, refused);
  return refused === null ? ids : [];
}

/** Of those who were marked in one go, who still stands on "is er" is asked again. */
export function unmark(desk: MealDesk, { activity, plates }: MealList, marked: readonly string[]): void {
  const ids = plates
    .filter(({ plate }) => plate.came === true && marked.includes(plate.id))
    .map(({ plate }) => plate.id);
  if (ids.length === 0) return;
  report(desk, desk.act({ type: 'markCame', activityId: activity.id, plateIds: ids, came: null }, null));
}

export function report(desk: MealDesk, refused: Reason | null): void {
  if (refused !== null) desk.refuse(refused);
}

/** Where a no is told, as well as in what it became. */
export function actOrTell(desk: MealDesk, command: Command, telling: Parameters<MealDesk['act']>[1]): boolean {
  const refused = desk.act(command, telling);
  report(desk, refused);
  return refused === null;
}
