/** The call-and-knock round as the desk draws it: who, which door, which number, what may be offered. Refuses to phrase. */
import type { Board } from '../../domain/board.ts';
import { mayCall } from '../../domain/call-notes.ts';
import { type CallAbout, type CallStop, callRound, inWalkingOrder, mostUrgentFirst } from '../../domain/call-round.ts';
import { type CallOutcome, MOST_SAID } from '../../domain/call-rows.ts';
import type { Command } from '../../domain/commands.ts';
import type { Scooter } from '../../domain/scooter-rows.ts';
import { type FreeTrip, firstFreeTrip, ownRowsOf, typesOf } from '../../domain/scooter-views.ts';
import { row } from '../../domain/table.ts';
import { addDays, dateAt, type Instant, instantOf, instantText } from '../../domain/time.ts';
import type { Me } from '../sync/staff-session.ts';
import { type DeskPerson, deskPerson, findPeople } from './staff-people.ts';
import { memberOf } from './staff-team.ts';
import { proposalFor, zoneOfHouse } from './staff-trips.ts';

export type About = CallAbout;

/** Letters a word for the round may have. */
export const longestWord = MOST_SAID;

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
  /** For who asked for a trip when none was free any more: the soonest there is; null where there is none. */
  readonly firstFree: FreeTrip | null;
  /** Who noted the last outcome; null is the resident, at a screen. */
  readonly by: string | null;
}

export interface DeskRound {
  /** In walking order. */
  readonly open: readonly DeskStop[];
  /** Put off until a later moment. */
  readonly later: readonly DeskStop[];
  readonly told: readonly DeskStop[];
}

export function roundOf(board: Board, now: Instant): DeskRound {
  const { later, open, told } = callRound(board, now);
  const drawn = (stop: CallStop) => deskStop(board, stop, now);
  return { open: open.map(drawn), later: later.map(drawn), told: told.map(drawn) };
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

export const noteCommand = ({ calls }: CallStop, outcome: CallOutcome, again: Instant | null = null): Command => ({
  type: 'noteCall',
  calls: calls.map(({ ref }) => ref),
  outcome,
  ...(again === null ? {} : { again: instantText(again) }),
});

const HOUR = 3_600_000;

/** Other moments to try somebody, in order. */
export type OtherTime = 'inTwoHours' | 'tonight' | 'tomorrowMorning' | 'tomorrowAfternoon';

/** Only what is soon enough to tell it still, and not in the night. */
export function otherTimes(
  board: Board,
  now: Instant,
  { calls }: CallStop,
): readonly (readonly [OtherTime, Instant])[] {
  const zone = zoneOfHouse(board);
  const today = dateAt(now, zone);
  const on = (days: number, time: string) => instantOf(addDays(today, days), time, zone);
  const due = Math.min(...calls.map((call) => (call.due > call.since ? call.due : Number.POSITIVE_INFINITY)));
  const all: readonly (readonly [OtherTime, Instant])[] = [
    ['inTwoHours', now + 2 * HOUR],
    ['tonight', on(0, '18:30')],
    ['tomorrowMorning', on(1, '10:00')],
    ['tomorrowAfternoon', on(1, '15:00')],
  ];
  return all.filter(([name, at]) => {
    if (name === 'inTwoHours' && at >= on(0, '20:00')) return false;
    return at > now && at < due;
  });
}

/** Of these, whose name or door matches what was typed; everybody while nothing is. */
export function stopsFound(stops: readonly DeskStop[], query: string): readonly DeskStop[] {
  if (query.trim() === '') return stops;
  const found = new Set(
    findPeople(
      stops.flatMap(({ people }) => people),
      query,
    ).map(({ id }) => id),
  );
  return stops.filter(({ people }) => people.some(({ id }) => found.has(id)));
}

export const undoCommand = ({ calls }: CallStop): Command => ({ type: 'undoCall', calls: calls.map(({ ref }) => ref) });

function deskStop(board: Board, stop: CallStop, now: Instant): DeskStop {
  const [{ about }] = stop.calls;
  const people = stop.residentIds.flatMap((id) => deskPerson(board, id) ?? []);
  const first = people[0]?.id ?? '';
  const isDoubt = about.type === 'trip' && about.news === 'doubt';
  const wasTaken = about.type === 'trip' && about.booking.notMade === 'taken';
  const by = stop.note?.by ?? null;
  return {
    stop,
    about,
    people,
    phone: people.find(({ phone }) => phone !== null)?.phone ?? null,
    language: row(board.resident, first, first)?.language ?? '',
    offer: isDoubt ? proposalFor(board, about.booking, now) : null,
    firstFree: wasTaken ? firstFreeFor(board, first, now) : null,
    by: by === null ? null : (memberOf(board, by)?.name ?? null),
  };
}

const firstFreeFor = (board: Board, residentId: string, now: Instant): FreeTrip | null =>
  firstFreeTrip(board, now, { scooterId: null, types: typesOf(ownRowsOf(board, residentId)) });
