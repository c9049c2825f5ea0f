/** The call-and-knock round as the desk draws it: who, which door, which number, what may be offered. Refuses to phrase. */
import type { Board } from '../../domain/board.ts';
import { mayCall } from '../../domain/call-notes.ts';
import { type CallAbout, type CallStop, callRound, inWalkingOrder, mostUrgentFirst } from '../../domain/call-round.ts';
import type { CallOutcome } from '../../domain/call-rows.ts';
import type { Command } from '../../domain/commands.ts';
import type { Scooter } from '../../domain/scooter-rows.ts';
import { row } from '../../domain/table.ts';
import type { Instant } from '../../domain/time.ts';
import type { Me } from '../sync/staff-session.ts';
import { type DeskPerson, deskPerson } from './staff-people.ts';
import { memberOf } from './staff-team.ts';
import { proposalFor } from './staff-trips.ts';

export type About = CallAbout;

export interface DeskStop {
  readonly stop: CallStop;
  readonly about: CallAbout;
  /** Empty where nobody knows whose it is. */
  readonly people: readonly DeskPerson[];
  /** The first who has one. */
  readonly phone: string | null;
  /** Of the first of them, as a BCP 47 tag. */
  readonly language: string;
  /** Another scooter for a trip in doubt; null where none is free, and where nothing is in doubt. */
  readonly offer: Scooter | null;
  /** Who noted the last outcome; null is the resident, at a screen. */
  readonly by: string | null;
}

export interface DeskRound {
  /** In walking order. */
  readonly open: readonly DeskStop[];
  readonly told: readonly DeskStop[];
}

export function roundOf(board: Board, now: Instant): DeskRound {
  const { open, told } = callRound(board, now);
  const drawn = (stop: CallStop) => deskStop(board, stop, now);
  return { open: open.map(drawn), told: told.map(drawn) };
}

/** The doors and numbers that are left. */
export const openCallsOf = (board: Board, now: Instant): readonly CallStop[] => callRound(board, now).open;

/** Whether the round is this person's to make. */
export const makesRound = (board: Board, { role, staffId }: Me): boolean => mayCall(board, role, staffId ?? '');

export function urgentFirst(stops: readonly DeskStop[]): readonly DeskStop[] {
  const drawn = new Map(stops.map((each) => [each.stop, each]));
  return mostUrgentFirst(stops.map(({ stop }) => stop)).flatMap((stop) => drawn.get(stop) ?? []);
}

/** Of several lists, as one walks. */
export const walking = (stops: readonly DeskStop[]): readonly DeskStop[] =>
  stops.toSorted((a, b) => inWalkingOrder(a.stop, b.stop));

export interface Floor {
  /** Null is nobody’s door. */
  readonly floor: number | null;
  readonly stops: readonly DeskStop[];
}

/** Of stops in walking order. */
export function byFloor(stops: readonly DeskStop[]): readonly Floor[] {
  const floors: { readonly floor: number | null; readonly stops: DeskStop[] }[] = [];
  for (const each of stops) {
    const floor = each.stop.door?.floor ?? null;
    const last = floors.at(-1);
    if (last !== undefined && last.floor === floor) last.stops.push(each);
    else floors.push({ floor, stops: [each] });
  }
  return floors;
}

export const noteCommand = ({ calls }: CallStop, outcome: CallOutcome): Command => ({
  type: 'noteCall',
  calls: calls.map(({ ref }) => ref),
  outcome,
});

export const undoCommand = ({ calls }: CallStop): Command => ({ type: 'undoCall', calls: calls.map(({ ref }) => ref) });

function deskStop(board: Board, stop: CallStop, now: Instant): DeskStop {
  const [{ about }] = stop.calls;
  const people = stop.residentIds.flatMap((id) => deskPerson(board, id) ?? []);
  const first = people[0]?.id ?? '';
  const isDoubt = about.type === 'trip' && about.news === 'doubt';
  const by = stop.note?.by ?? null;
  return {
    stop,
    about,
    people,
    phone: people.find(({ phone }) => phone !== null)?.phone ?? null,
    language: row(board.resident, first, first)?.language ?? '',
    offer: isDoubt ? proposalFor(board, about.booking, now) : null,
    by: by === null ? null : (memberOf(board, by)?.name ?? null),
  };
}
