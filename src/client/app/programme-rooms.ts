/** The rooms to choose from, and where an activity would be in somebody's way. Refuses to know words. */
import { type Activity, activitiesBetween, activitiesOfSeries, activityById } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import { apply, type Change } from '../../domain/changes.ts';
import { clashesOf, roomId, roomsOf } from '../../domain/rooms.ts';
import { lastDate, type Series } from '../../domain/series.ts';
import { rows } from '../../domain/table.ts';

/** By name. */
export const roomNames = (board: Board): readonly string[] => roomsOf(board).map(({ name }) => name);

/** As the house writes it; empty is nowhere in particular. */
export const roomNamed = (board: Board, room: string): string =>
  roomsOf(board).find(({ id }) => id === roomId(room))?.name ?? '';

/** Where one activity is after these changes, and who wants the room then too; null is nowhere, or not there. */
export function roomAfter(board: Board, changes: readonly Change[], activityId: string) {
  const after = apply(board, changes);
  const is = activityById(after, activityId);
  if (is === undefined || is.room === '') return null;
  const clashes = clashesOf(after, activitiesBetween(after, is.date, is.date), locationOf(after).timeZone);
  return { room: is.room, others: clashes.get(is.id) ?? [] };
}

/** Of a series that these changes would make: the first who wants its room too. */
export function clashOfNew(board: Board, changes: readonly Change[]): Activity | null {
  const [made] = changes;
  return made?.type === 'seriesPut' ? firstClash(apply(board, changes), made.row) : null;
}

/** Where most is. */
export function usualRoom(board: Board): string {
  const counts = new Map<string, number>();
  for (const { room } of rows(board.series)) counts.set(room, (counts.get(room) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? '';
}

/** The first of others that wants its room at the same time; null where the room is free on every date. */
export function firstClash(board: Board, series: Series): Activity | null {
  const zone = locationOf(board).timeZone;
  const last = lastDate(series);
  if (last === null) return null;
  for (const own of activitiesOfSeries(board, series, '1970-01-01', last)) {
    const [other] = clashesOf(board, activitiesBetween(board, own.date, own.date), zone).get(own.id) ?? [];
    if (other !== undefined) return other;
  }
  return null;
}
