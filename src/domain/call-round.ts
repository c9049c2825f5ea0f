/**
 * The call-and-knock round: everybody who must be told something, in walking order. Derived from call tasks, the news of
 * bookings, visits asked and lines nobody could read, so that nothing is forgotten and nothing stays when it is done.
 * Refuses to phrase.
 */
import { type Activity, activityById, endOf, startOf } from './activity.ts';
import { type Board, locationOf } from './board.ts';
import { type CallNote, type CallRef, callId } from './call-rows.ts';
import { byDoor, homeOf } from './called.ts';
import type { PaperLine } from './meal-rows.ts';
import type { CallTask } from './notice.ts';
import { partyWith, standingId } from './parties.ts';
import { newsSince } from './scooter-desk-views.ts';
import { isLapsed } from './scooter-free.ts';
import type { Booking, Scooter } from './scooter-rows.ts';
import { row, rows } from './table.ts';
import { dateAt, type Instant, instantOfText } from './time.ts';

/** What there is to tell, with what it is about. */
export type CallAbout =
  | { readonly type: 'news'; readonly task: CallTask; readonly activity: Activity }
  | {
      readonly type: 'trip';
      readonly news: NonNullable<Booking['news']>;
      readonly booking: Booking;
      readonly scooter: Scooter;
    }
  | { readonly type: 'visit' }
  | { readonly type: 'word'; readonly wordId: string; readonly words: string }
  | { readonly type: 'line'; readonly line: PaperLine; readonly activity: Activity | null };

export interface Call {
  readonly ref: CallRef;
  readonly residentId: string | null;
  readonly about: CallAbout;
  readonly since: Instant;
  /** Told after this it is of no use; somebody who asked for a visit waits since they asked. */
  readonly due: Instant;
}

/** One door to knock at, or one number to call: people there who must hear the same. */
export interface CallStop {
  readonly id: string;
  readonly calls: readonly [Call, ...Call[]];
  readonly residentIds: readonly string[];
  /** Null where nobody knows whose it is: somebody asks around. */
  readonly door: { readonly number: string; readonly floor: number } | null;
  readonly tries: number;
  /** The last outcome; null is none. */
  readonly note: CallNote | null;
}

export interface CallRound {
  /** Not told yet, those not reached included. */
  readonly open: readonly CallStop[];
  /** Not told yet, and not to be tried now: `CallNote.again`. */
  readonly later: readonly CallStop[];
  /** Told today. */
  readonly told: readonly CallStop[];
}

export function callRound(board: Board, now: Instant): CallRound {
  const today = dateAt(now, locationOf(board).timeZone);
  const open = [...refsOf(board, now)].flatMap((ref) => openCall(board, ref, now) ?? []);
  const told = [...rows(board.callNote)].flatMap((note): readonly Noted[] => {
    if (note.outcome !== 'told' || dateAt(instantOfText(note.at), locationOf(board).timeZone) !== today) return [];
    const call = openCall(board, note.about, now) === null ? describe(board, note.about, note.since) : null;
    return call === null || !livesHere(board, call) ? [] : [{ call, note }];
  });
  const noted = open.map((call): Noted => ({ call, note: noteOn(board, call) }));
  return {
    open: stopsOf(
      board,
      noted.filter((each) => !waits(each, now)),
    ),
    later: stopsOf(
      board,
      noted.filter((each) => waits(each, now)),
    ),
    told: stopsOf(board, told),
  };
}

/** They asked for another time, which is not there yet; what would be too late by then does not wait. */
const waits = ({ call: { about, due }, note }: Noted, now: Instant): boolean => {
  if (note === null || note.again === null) return false;
  const again = instantOfText(note.again);
  return now < again && (about.type === 'visit' || about.type === 'word' || again < due);
};

/** The note that is about this call, and not about earlier news of the same name. */
export function noteOn(board: Board, { ref, residentId, since }: Call): CallNote | null {
  const note = row(board.callNote, residentId ?? '', callId(ref));
  if (note === undefined) return null;
  // A booking's news is gone once it was told: what stands there is news again.
  if (ref.type === 'trip') return note.outcome === 'told' ? null : note;
  return instantOfText(note.since) < since ? null : note;
}

function* refsOf(board: Board, now: Instant): Generator<CallRef> {
  for (const { id, residentId } of rows(board.callTask)) yield { type: 'news', residentId, taskId: id };
  for (const booking of rows(board.booking)) {
    const { residentId, scooterId, id } = booking;
    const news = newsNow(board, booking, now);
    if (residentId !== null && news !== null) yield { type: 'trip', residentId, scooterId, bookingId: id, news };
  }
  for (const { id } of rows(board.visitAsked)) yield { type: 'visit', residentId: id };
  for (const { id, residentId, words } of rows(board.toTell)) yield { type: 'word', residentId, wordId: id, words };
  for (const { activityId, id } of rows(board.paperLine)) yield { type: 'line', activityId, lineId: id };
}

const newsNow = (board: Board, booking: Booking, now: Instant): Booking['news'] =>
  isLapsed(board, booking, now) ? 'released' : booking.news;

/** Something to tell that was not told yet; null where it is not so any more, or never was. */
export function openCall(board: Board, ref: CallRef, now: Instant): Call | null {
  const call = describe(board, ref, sinceOf(board, ref, now));
  if (call === null || !livesHere(board, call) || !isStillSo(board, call, now)) return null;
  return noteOn(board, call)?.outcome === 'told' ? null : call;
}

function sinceOf(board: Board, ref: CallRef, now: Instant): string | Instant | null {
  switch (ref.type) {
    case 'news':
      return row(board.callTask, ref.residentId, ref.taskId)?.at ?? null;
    case 'trip': {
      const booking = row(board.booking, ref.scooterId, ref.bookingId);
      return booking === undefined ? null : newsSince(board, booking, now);
    }
    case 'visit':
      return row(board.visitAsked, ref.residentId, ref.residentId)?.at ?? null;
    case 'line':
      return row(board.paperLine, ref.activityId, ref.lineId)?.at ?? null;
    case 'word': {
      const said = row(board.toTell, ref.residentId, ref.wordId);
      return said?.words === ref.words ? said.at : null;
    }
  }
}

/** What a reference is about, whether or not it is still to be told. */
function describe(board: Board, ref: CallRef, at: string | Instant | null): Call | null {
  if (at === null) return null;
  const zone = locationOf(board).timeZone;
  const since = typeof at === 'string' ? instantOfText(at) : at;
  switch (ref.type) {
    case 'news': {
      const task = row(board.callTask, ref.residentId, ref.taskId);
      const activity = task === undefined ? undefined : activityById(board, task.activityId);
      if (task === undefined || activity === undefined) return null;
      const about = { type: 'news', task, activity } as const;
      return { ref, residentId: ref.residentId, about, since, due: startOf(activity, zone) };
    }
    case 'trip': {
      const booking = row(board.booking, ref.scooterId, ref.bookingId);
      const scooter = row(board.scooter, ref.scooterId, ref.scooterId);
      if (booking === undefined || scooter === undefined || booking.residentId !== ref.residentId) return null;
      const about = { type: 'trip', news: ref.news, booking, scooter } as const;
      return { ref, residentId: ref.residentId, about, since, due: instantOfText(booking.from) };
    }
    case 'visit':
      return { ref, residentId: ref.residentId, about: { type: 'visit' }, since, due: since };
    case 'word': {
      const { residentId, wordId, words } = ref;
      return { ref, residentId, about: { type: 'word', wordId, words }, since, due: since };
    }
    case 'line': {
      const line = row(board.paperLine, ref.activityId, ref.lineId);
      if (line === undefined) return null;
      const activity = activityById(board, ref.activityId) ?? null;
      const due = activity === null ? since : startOf(activity, zone);
      return { ref, residentId: null, about: { type: 'line', line, activity }, since, due };
    }
  }
}

function livesHere(board: Board, { residentId }: Call): boolean {
  return residentId === null || row(board.resident, residentId, residentId)?.left === null;
}

function isStillSo(board: Board, { about, ref, residentId }: Call, now: Instant): boolean {
  switch (about.type) {
    case 'news':
      if (about.task.done || now >= endOf(about.activity, locationOf(board).timeZone)) return false;
      return isStillNews(board, about, residentId ?? '');
    case 'trip':
      if (now >= instantOfText(about.booking.to)) return false;
      return ref.type === 'trip' && newsNow(board, about.booking, now) === ref.news;
    case 'visit':
    case 'word':
      return true;
    case 'line':
      return about.line.outcome === 'unreadable';
  }
}

/** Nobody is told that what is cancelled has another room, nor what is about those who come once they do not. */
function isStillNews(
  board: Board,
  { activity, task }: Extract<CallAbout, { type: 'news' }>,
  residentId: string,
): boolean {
  // What the team said in its own words, it knows best.
  if (task.type === 'message') return true;
  if (task.type === 'cancelled') return activity.cancelled !== null;
  if (activity.cancelled !== null) return false;
  const party = partyWith(board, activity.id, residentId);
  if (task.type === 'promoted') return party?.status === 'going';
  if (task.type === 'tooLate') return party === undefined;
  if (task.type === 'notStanding') return !hasStanding(board, activity.seriesId, residentId);
  return party !== undefined;
}

const hasStanding = (board: Board, seriesId: string, residentId: string): boolean =>
  row(board.standing, seriesId, standingId(seriesId, residentId))?.until === null;

interface Noted {
  readonly call: Call;
  readonly note: CallNote | null;
}

/** People behind one door who must hear the same, as one. */
function stopsOf(board: Board, all: readonly Noted[]): readonly CallStop[] {
  const byKey = new Map<string, [Noted, ...Noted[]]>();
  for (const noted of [...all].sort((a, b) => compare(a.call.residentId ?? '', b.call.residentId ?? ''))) {
    const key = keyOf(board, noted.call);
    const others = byKey.get(key);
    if (others === undefined) byKey.set(key, [noted]);
    else others.push(noted);
  }
  return [...byKey].map(([id, noted]) => stopOf(board, id, noted)).sort(inWalkingOrder);
}

function keyOf(board: Board, { about, ref, residentId }: Call): string {
  const home = residentId === null ? null : homeOf(board, residentId);
  if (about.type !== 'news' || home === null) return callId(ref);
  return `${home.id}/${about.activity.id}/${about.task.type}`;
}

function stopOf(board: Board, id: string, [first, ...others]: readonly [Noted, ...Noted[]]): CallStop {
  const home = first.call.residentId === null ? null : homeOf(board, first.call.residentId);
  const calls = [first.call, ...others.map(({ call }) => call)] as const;
  const notes = [first, ...others].flatMap(({ note }) => note ?? []);
  return {
    id,
    calls,
    residentIds: calls.flatMap(({ residentId }) => residentId ?? []),
    door: home === null ? null : { number: home.number, floor: home.floor },
    tries: Math.max(0, ...notes.map(({ tries }) => tries)),
    note: notes.reduce<CallNote | null>((last, note) => (last === null || note.at > last.at ? note : last), null),
  };
}

/** By floor and door, from below; what is about nobody last. */
export function inWalkingOrder(a: CallStop, b: CallStop): number {
  if (a.door === null || b.door === null) return Number(a.door === null) - Number(b.door === null) || text(a, b);
  return a.door.floor - b.door.floor || byDoor(a.door.number, b.door.number) || text(a, b);
}

const text = (a: CallStop, b: CallStop): number => compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The most urgent first: by when it is of no use any more. */
export function mostUrgentFirst(stops: readonly CallStop[]): readonly CallStop[] {
  const dueOf = ({ calls }: CallStop) => Math.min(...calls.map(({ due }) => due));
  return [...stops].sort((a, b) => dueOf(a) - dueOf(b));
}
