/**
 * A small house to test rules in: people alone and sharing doors, a series of every kind, envelopes with ids that are
 * the same in every run, and a world that keeps board and journal the way the authority does. Refuses to judge.
 */
import { activityById } from '../../src/domain/activity.ts';
import {
  type Board,
  type BoardRows,
  boardOf,
  type Collection,
  collectionNames,
  type Rows,
} from '../../src/domain/board.ts';
import { apply, type Change } from '../../src/domain/changes.ts';
import type { Command, Envelope } from '../../src/domain/commands.ts';
import { decide, type Verdict } from '../../src/domain/decide.ts';
import type { Actor } from '../../src/domain/envelope.ts';
import { usualSettings } from '../../src/domain/location.ts';
import type { Role } from '../../src/domain/permissions.ts';
import { believedTap } from '../../src/domain/protocol.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import type { Series } from '../../src/domain/series.ts';
import type { SignUp } from '../../src/domain/sign-up-row.ts';
import { group, rows } from '../../src/domain/table.ts';
import { type Instant, instantOf, instantText } from '../../src/domain/time.ts';

export const ZONE = 'Europe/Amsterdam';

/** A local time in the house, such as `at('2026-10-14', '09:30')`. */
export const at = (date: string, time: string): Instant => instantOf(date, time, ZONE);

/** A Wednesday morning before anything has begun. */
export const MORNING: Instant = at('2026-10-14', '08:00');

export const aSeries = (fields: Partial<Series> & Pick<Series, 'id'>): Series => ({
  title: fields.id,
  description: '',
  room: 'Huiskamer',
  startTime: '10:00',
  endTime: '11:30',
  endDays: 0,
  allDay: false,
  signUp: 'open',
  capacity: 4,
  closes: null,
  guests: 2,
  neighbours: false,
  price: null,
  leader: '',
  rule: { type: 'weekly', interval: 1, weekdays: [3], from: '2026-01-07', until: null },
  skipped: [],
  extra: [],
  category: 'meeting',
  pictogram: 'koffie',
  meal: null,
  minutesOfMovement: null,
  discreet: false,
  phases: [],
  revision: 0,
  ...fields,
});

/** Known by its name, for one activity at a time. */
export const aRoom = (room: string): Rows['room'] => ({
  id: room.toLowerCase(),
  name: room,
  places: null,
  shared: false,
});

export const daily = { type: 'daily', interval: 1, from: '2026-01-01', until: null } as const;

/** Each kind of activity once; all but `far` happen on Wednesday 14 October 2026. */
export const series = {
  choir: aSeries({ id: 'choir' }),
  lunch: aSeries({
    id: 'lunch',
    rule: daily,
    startTime: '12:30',
    endTime: '13:30',
    closes: { daysBefore: 0, time: '10:00' },
    category: 'sharedMeal',
    meal: 'lunch',
  }),
  walk: aSeries({ id: 'walk', rule: daily, startTime: '14:00', endTime: '15:00', capacity: null }),
  bingo: aSeries({ id: 'bingo', rule: daily, startTime: '20:00', endTime: '01:00', endDays: 1, capacity: 3 }),
  memory: aSeries({
    id: 'memory',
    rule: daily,
    startTime: '15:00',
    endTime: '16:00',
    category: 'dementia',
    discreet: true,
  }),
  library: aSeries({ id: 'library', rule: daily, signUp: 'none', capacity: null, guests: 0 }),
  fair: aSeries({
    id: 'fair',
    rule: { type: 'dates', dates: ['2026-10-14', '2026-10-25', '2027-03-28'] },
    allDay: true,
    startTime: '00:00',
    endTime: '00:00',
    endDays: 1,
    capacity: 3,
  }),
  far: aSeries({ id: 'far', rule: { type: 'dates', dates: ['2026-12-24'] } }),
} as const;

/** Who lives behind which door: Anna and Hein alone, three doors shared. Hein shows no name, Lies has left. */
const doors: Readonly<Record<string, readonly string[]>> = {
  '101': ['anna'],
  '102': ['riet', 'leen'],
  '103': ['kees', 'toos'],
  '201': ['hein'],
  '202': ['mo', 'fatima', 'yusuf'],
  '203': ['lies'],
};

export const residents: readonly string[] = Object.values(doors)
  .flat()
  .filter((id) => id !== 'lies');

export const sharers = (id: string): readonly string[] => Object.values(doors).find((ids) => ids.includes(id)) ?? [];

export function houseRows(programme: readonly Series[] = Object.values(series)): BoardRows {
  return {
    location: [{ id: 'flat', name: 'De Linden', timeZone: ZONE, ...usualSettings }],
    home: Object.keys(doors).map((number) => ({ id: `door-${number}`, number, floor: Number(number[0]) })),
    resident: Object.entries(doors).flatMap(([number, ids]) => ids.map((id) => aResident(id, `door-${number}`))),
    residentPrivate: Object.values(doors)
      .flat()
      .map((id) => ({ id, firstName: name(id), infix: '', lastName: `Van ${name(id)}`, phone: '0612345678' })),
    card: [{ id: 'hash-of-anna', residentId: 'anna' }],
    series: programme,
    room: ['Tuin', 'Hal', 'Zaal 0', 'Zaal 1', 'Zaal 2', 'Zaal 3'].map((room) => aRoom(room)),
    staffMember: [
      {
        id: 'mila',
        name: 'Mila',
        role: 'manager',
        function: 'sociaal beheerder',
        contact: false,
        calls: false,
        phone: null,
        presence: [],
      },
    ],
  };
}

const name = (id: string): string => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;

const aResident = (id: string, homeId: string): Rows['resident'] => ({
  id,
  homeId,
  salutation: 'mevrouw',
  firstName: name(id),
  initial: 'V.',
  language: 'nl',
  showName: id !== 'hein',
  left: id === 'lies' ? 'deceased' : null,
});

export const house = (programme?: readonly Series[]): Board => boardOf(houseRows(programme));

export const resident = (residentId: string, visitId = `visit-${residentId}`): Actor => ({
  residentId,
  proof: 'name',
  visitId,
});
export const staff: Actor = { staffId: 'mila', proof: 'session', visitId: 'visit-mila' };

/** The nth id of a run, a UUID version 7. */
export const commandId = (n: number): string => `0199e000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** One judged envelope, with the board before and after it. */
export interface Entry {
  readonly envelope: Envelope;
  readonly verdict: Verdict;
  /** What was applied: the verdict's, or the aftermath of a refusal. */
  readonly changes: readonly Change[];
  readonly before: Board;
  readonly after: Board;
  readonly at: Instant;
}

export interface SendOptions {
  readonly role?: Role;
  /** Milliseconds between the tap and its arrival. */
  readonly underway?: number;
}

export interface World {
  readonly board: Board;
  readonly journal: readonly Entry[];
  now: Instant;
  /** Judges a command of a resident, or of the manager. */
  send(actor: Actor, command: Command, options?: SendOptions): Verdict;
  /** Delivers an envelope once more. */
  replay(envelope: Envelope): Verdict;
}

export function createWorld(board: Board = house(), now: Instant = MORNING): World {
  return new SmallWorld(board, now);
}

class SmallWorld implements World {
  board: Board;
  readonly journal: Entry[] = [];
  now: Instant;

  constructor(board: Board, now: Instant) {
    this.board = board;
    this.now = now;
  }

  send(actor: Actor, command: Command, { role, underway = 0 }: SendOptions = {}): Verdict {
    const id = commandId(this.journal.length + 1);
    return this.judge({ id, command, actor, tappedAt: instantText(this.now - underway) }, role);
  }

  replay(envelope: Envelope): Verdict {
    return this.judge(envelope);
  }

  private judge(envelope: Envelope, role: Role = roleOf(envelope.actor)): Verdict {
    const known = this.journal.find((entry) => entry.envelope.id === envelope.id);
    if (known !== undefined) return known.verdict;
    const { now, board: before } = this;
    const tappedAt = believedTap(Date.parse(envelope.tappedAt), now, null);
    const verdict = decide(before, envelope, { now, tappedAt, role });
    const changes = verdict.ok ? verdict.value : (verdict.error.aftermath ?? []);
    this.board = apply(before, changes);
    this.journal.push({ envelope, verdict, changes, before, after: this.board, at: now });
    return verdict;
  }
}

const roleOf = (actor: Actor): Role => ('staffId' in actor ? 'manager' : 'resident');

export function refusalOf(verdict: Verdict): Refusal['type'] | 'accepted' {
  return verdict.ok ? 'accepted' : verdict.error.type;
}

/** The sign-ups of an activity in order of arrival, as `status residents +guests`. */
export function line(board: Board, activityId: string): readonly string[] {
  return partiesIn(board, activityId).map(
    (party) => `${party.status} ${party.residentIds.join('+')}${party.guests > 0 ? ` +${party.guests}` : ''}`,
  );
}

export const partiesIn = (board: Board, activityId: string): readonly SignUp[] =>
  [...group(board.signUp, activityId).values()].sort((a, b) => a.arrival - b.arrival);

export const partyOf = (board: Board, activityId: string, residentId: string): SignUp =>
  partiesIn(board, activityId).findLast((party) => party.residentIds.includes(residentId))!;

/** What a resident would read at the next identification, as `type activity`. */
export const noticesOf = (board: Board, residentId: string): readonly string[] =>
  [...group(board.notice, residentId).values()].map((notice) => `${notice.type} ${notice.activityId}`);

export const tasksFor = (board: Board, residentId: string): readonly string[] =>
  [...group(board.callTask, residentId).values()].map((task) => `${task.type} ${task.activityId}`);

export const activity = (board: Board, id: string) => activityById(board, id)!;

/** A board as plain sorted lists, so that two boards can be compared whatever the way they came about. */
export function listsOf(board: Board): Readonly<Record<string, readonly unknown[]>> {
  const sorted = (name: Collection) =>
    [...rows<Rows[Collection]>(board[name])].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return Object.fromEntries(collectionNames.map((name) => [name, sorted(name)]));
}
