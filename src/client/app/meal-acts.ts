/**
 * What staff do with the plates of a meal, each with what takes it back. Refuses to decide whether it may be: the rules
 * do, and their no goes where it was asked.
 */
import type { Change } from '../../domain/changes.ts';
import type { Command } from '../../domain/commands.ts';
import type { MealList, PlateView } from '../../domain/meal-views.ts';
import type { Reason } from '../state/screens.ts';
import { type Asking, type Despite, obstaclesTo } from './asking.ts';
import type { StaffWork, Telling, Undo } from './staff-work.ts';

/** What a meal's screens may see and do, on the tablet as on a laptop. */
export type MealDesk = Pick<
  StaffWork,
  'board' | 'minute' | 'check' | 'act' | 'told' | 'undo' | 'untell' | 'refuse' | 'say' | 'me'
> &
  Pick<StaffWork, 'connection' | 'boardAsOf' | 'newId' | 'waiting' | 'unanswered'>;

export interface Newcomer {
  /** Null for a guest and for a neighbour. */
  readonly residentId: string | null;
  /** The plate of whose guest it is; null is a resident, or a neighbour. */
  readonly hostId: string | null;
  readonly guestName: string;
  readonly dish: string | null;
}

export type Attempted =
  | { readonly type: 'done' }
  | { readonly type: 'ask'; readonly obstacles: Asking }
  | { readonly type: 'refused'; readonly reason: Reason };

export type Added =
  | Exclude<Attempted, { readonly type: 'done' }>
  | { readonly type: 'added'; readonly plateId: string | null };

/** An act that a closed or a full list may stand in the way of, and how it is told. */
export interface Attempt {
  readonly command: Despite;
  readonly telling: Telling;
}

/** Does it, or says what must be asked first. */
export function attempt(desk: MealDesk, { command, telling }: Attempt, despite: Asking): Attempted {
  const reason = desk.check(command(despite));
  if (reason !== null) {
    const obstacles = obstaclesTo(desk.check, command, despite);
    return obstacles === null ? { type: 'refused', reason } : { type: 'ask', obstacles };
  }
  const refused = desk.act(command(despite), telling);
  return refused === null ? { type: 'done' } : { type: 'refused', reason: refused };
}

export interface AddWords {
  readonly done: string;
  readonly undone: string;
}

export const addCommand = (activityId: string, who: Newcomer, despite: Asking, mayWait: boolean): Command => ({
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
  const back = newPlateBack(activityId, words.undone);
  const made: { id: string | null } = { id: null };
  const telling: Telling = {
    text: words.done,
    undo(changes) {
      made.id = newPlateIn(changes);
      return back(changes);
    },
  };
  const command = (allowed: Asking) => addCommand(activityId, who, allowed, mayWait);
  const tried = attempt(desk, { command, telling }, despite);
  return tried.type === 'done' ? { type: 'added', plateId: made.id } : tried;
}

/** Takes back that somebody was added, or let in from the line. */
export const newPlateBack =
  (activityId: string, text: string) =>
  (changes: readonly Change[]): Undo | null => {
    const plateId = newPlateIn(changes);
    if (plateId === null) return null;
    // Who came from the line is told so, and goes back to it.
    const waited = changes.some((each) => each.type === 'noticePut' && each.row.type === 'promoted');
    return { command: { type: waited ? 'backToLine' : 'removePlate', activityId, plateId }, text };
  };

function newPlateIn(changes: readonly Change[]): string | null {
  let id: string | null = null;
  for (const change of changes) if (change.type === 'platePut' && change.row.goneAt === null) id = change.row.id;
  return id;
}

/** Off the list. The way back asks again where the place has gone meanwhile. */
export function takeOff(
  desk: MealDesk,
  ids: { readonly activityId: string; readonly plateId: string },
  words: AddWords,
): boolean {
  const despite: Despite = (allowed) => ({ type: 'restorePlate', ...ids, despite: allowed });
  return actOrTell(
    desk,
    { type: 'removePlate', ...ids },
    { text: words.done, undo: () => ({ command: despite([]), text: words.undone, despite }) },
  );
}

/** Paid is what it costs; a second tap takes it back. */
export function togglePaid(desk: MealDesk, activityId: string, { plate, price }: PlateView): void {
  if (price === null && plate.paid === null) return;
  const paid = plate.paid === null ? price : null;
  report(desk, desk.act({ type: 'markPaid', activityId, plateIds: [plate.id], paid, unsaid: true }, null));
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
  const command = { type: 'markCame', activityId: activity.id, plateIds: ids, came: true, unsaid: true } as const;
  const refused = desk.act(command, null);
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
