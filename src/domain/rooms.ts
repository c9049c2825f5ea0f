/**
 * The rooms of the house: those it describes, and those only the programme names. Says where two activities want the same
 * room at the same time. Refuses to forbid that: it is told, in both.
 */
import { type Activity, endOf, startOf } from './activity.ts';
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { no, ok } from './result.ts';
import type { Room } from './room.ts';
import type { Series } from './series.ts';
import { row, rows } from './table.ts';

/** A room is known by its name, however it is written. */
export const roomId = (name: string): string => name.trim().toLowerCase();

/** Every room, by name; one that only the programme names has no places and is for one activity at a time. */
export function roomsOf(board: Board): readonly Room[] {
  const rooms = new Map([...rows(board.room)].map((room) => [room.id, room]));
  for (const name of namesUsed(board)) {
    const id = roomId(name);
    if (id !== '' && !rooms.has(id)) rooms.set(id, { id, name, places: null, shared: false });
  }
  return [...rooms.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whether an activity may be put there; nowhere in particular is a place too. */
export function isRoom(board: Board, name: string): boolean {
  const id = roomId(name);
  if (id === '' || row(board.room, id, id) !== undefined) return true;
  for (const used of namesUsed(board)) if (roomId(used) === id) return true;
  return false;
}

function* namesUsed(board: Board): Generator<string> {
  for (const { room, phases } of rows(board.series)) {
    yield room;
    for (const { fields } of phases) if (fields.room !== undefined) yield fields.room;
  }
  for (const { fields } of rows(board.override)) if (fields.room !== undefined) yield fields.room;
}

/** Of these, each with the others that want the same room at the same time. */
export function clashesOf(
  board: Board,
  activities: readonly Activity[],
  zone: string,
): ReadonlyMap<string, readonly Activity[]> {
  const clashes = new Map<string, Activity[]>();
  const taking = activities.filter((each) => takesRoom(board, each));
  for (const [index, one] of taking.entries()) {
    for (const other of taking.slice(index + 1)) {
      if (!isTogether(one, other, zone)) continue;
      clashes.set(one.id, [...(clashes.get(one.id) ?? []), other]);
      clashes.set(other.id, [...(clashes.get(other.id) ?? []), one]);
    }
  }
  return clashes;
}

/** All day and nowhere are in nobody's way. */
function takesRoom(board: Board, { allDay, cancelled, room }: Activity): boolean {
  const id = roomId(room);
  return cancelled === null && !allDay && id !== '' && row(board.room, id, id)?.shared !== true;
}

const isTogether = (one: Activity, other: Activity, zone: string): boolean =>
  roomId(one.room) === roomId(other.room) &&
  startOf(one, zone) < endOf(other, zone) &&
  startOf(other, zone) < endOf(one, zone);

export function putRoom(command: CommandOf<'putRoom'>, { board }: Judgement): Verdict {
  const { type: _type, id: known, ...fields } = command;
  const name = fields.name.trim();
  const id = roomId(name);
  if (id === '') return no({ type: 'roomUnknown', room: fields.name });
  if (id !== known && roomsOf(board).some((room) => room.id === id)) return no({ type: 'nameTaken' });
  const put: Change = { type: 'roomPut', row: { ...fields, id, name } };
  if (known === null) return ok([put]);
  const room = roomsOf(board).find((each) => each.id === known);
  if (room === undefined) return no({ type: 'roomUnknown', room: known });
  const gone: Change[] = id === known ? [] : [{ type: 'roomRemoved', parent: known, id: known }];
  return ok([...gone, put, ...(room.name === name ? [] : renamed(board, known, name))]);
}

/** The same room under another name is nobody's news: nothing moves. */
function renamed(board: Board, id: string, name: string): readonly Change[] {
  const named = <Fields extends { readonly room?: string | undefined }>(fields: Fields): Fields =>
    fields.room !== undefined && roomId(fields.room) === id ? { ...fields, room: name } : fields;
  const series = [...rows(board.series)].map(
    (each): Series => ({
      ...named(each),
      phases: each.phases.map((phase) => ({ ...phase, fields: named(phase.fields) })),
    }),
  );
  return [
    ...series.map((each): Change => ({ type: 'seriesPut', row: each })),
    ...[...rows(board.override)].map(
      (each): Change => ({
        type: 'overridePut',
        row: { ...each, fields: named(each.fields), was: each.was === null ? null : named(each.was) },
      }),
    ),
  ];
}

/** What is there keeps its room's name. */
export function removeRoom({ roomId: id }: CommandOf<'removeRoom'>, { board }: Judgement): Verdict {
  if (row(board.room, id, id) === undefined) return no({ type: 'roomUnknown', room: id });
  return ok([{ type: 'roomRemoved', parent: id, id }]);
}
