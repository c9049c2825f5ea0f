/**
 * What staff see of the scooters: the week as lanes, how each scooter is, what there is to do, how much they are used.
 * Needs the whole board. Refuses to phrase.
 */
import { type Board, locationOf } from './board.ts';
import { bookingsOf, defectOf, isLapsed, isLate, lapsesAt, scootersOf, spanOfBooking } from './scooter-free.ts';
import type { Booking, Defect, Scooter, ScooterRules } from './scooter-rows.ts';
import { blackoutIn, hoursNear, hoursOf, mondayOf, type Span, scooterRulesOf, weekAt } from './scooter-time.ts';
import { group, rows } from './table.ts';
import { addDays, dateAt, type Instant, instantOfText, MINUTE, type PlainDate } from './time.ts';

export interface LaneBlock {
  readonly type: 'booked' | 'taken' | 'late' | 'done' | 'doubt' | 'broken';
  readonly from: Instant;
  /** A late trip and a defect that is not mended last until now. Charging comes after: `booking.blockedUntil`. */
  readonly to: Instant;
  readonly booking: Booking | null;
  readonly defect: Defect | null;
}

export interface Lane {
  readonly scooter: Scooter;
  /** In order of time; not cut at the edges of the day. */
  readonly blocks: readonly LaneBlock[];
  readonly broken: boolean;
}

export interface LaneDay {
  readonly date: PlainDate;
  readonly opens: Instant;
  readonly closes: Instant;
  /** Why there are no scooters that day; null where there are. */
  readonly blackout: string | null;
  readonly misses: number;
  readonly lanes: readonly Lane[];
}

export interface ScooterState {
  readonly scooter: Scooter;
  readonly now: 'ready' | 'away' | 'late' | 'broken';
  /** The trip that is out. */
  readonly booking: Booking | null;
  readonly battery: 'full' | 'low' | 'away';
  readonly lastReturn: Instant | null;
  readonly defect: Defect | null;
  readonly nextCheckUp: PlainDate;
  readonly checkUpDue: boolean;
  readonly tripsSinceCheckUp: number;
}

export interface ScooterTask {
  readonly type: 'defect' | 'late' | 'news' | 'checkUp';
  readonly scooter: Scooter;
  readonly booking: Booking | null;
  readonly defect: Defect | null;
  readonly since: Instant;
}

export interface WeekUse {
  readonly monday: PlainDate;
  readonly misses: number;
  readonly scooters: readonly { readonly scooter: Scooter; readonly trips: number; readonly minutes: number }[];
}

/** After a low battery was told, so long at the plug fills it. */
const FILLS: Instant = 8 * 60 * MINUTE;

/** Seven days from a Monday, each with a lane for every scooter. */
export function scooterWeek(board: Board, monday: PlainDate, now: Instant): readonly LaneDay[] {
  const rules = scooterRulesOf(board);
  const zone = locationOf(board).timeZone;
  const blocks = new Map(scootersOf(board).map((scooter) => [scooter, blocksOf(board, scooter.id, now)]));
  return Array.from({ length: 7 }, (_, day) => {
    const date = addDays(monday, day);
    const hours = hoursOf(rules, date, zone);
    const lanes = [...blocks].map(([scooter, all]) => ({
      scooter,
      blocks: all.filter((block) => overlaps(block, hours) || isBeside(block, date, { rules, zone })),
      broken: defectOf(board, scooter.id) !== null,
    }));
    const blackout = blackoutIn(rules, date, date);
    return { date, opens: hours.from, closes: hours.to, blackout, misses: group(board.miss, date).size, lanes };
  });
}

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Lent while it was closed: on the day it began. */
function isBeside(block: LaneBlock, date: PlainDate, { rules, zone }: { rules: ScooterRules; zone: string }): boolean {
  if (block.type === 'broken' || dateAt(block.from, zone) !== date) return false;
  return hoursNear(rules, date, zone).every((hours) => !overlaps(block, hours));
}

function blocksOf(board: Board, scooterId: string, now: Instant): readonly LaneBlock[] {
  const broken = [...group(board.defect, scooterId).values()].map((defect): LaneBlock => {
    const to = defect.mendedAt === null ? now : instantOfText(defect.mendedAt);
    return { type: 'broken', from: instantOfText(defect.at), to, booking: null, defect };
  });
  const trips = [...bookingsOf(board, scooterId)].flatMap((booking) => blockOf(board, booking, now) ?? []);
  return [...broken, ...trips].sort((a, b) => a.from - b.from);
}

function blockOf(board: Board, booking: Booking, now: Instant): LaneBlock | null {
  const { from, to } = spanOfBooking(booking);
  const block = { from, to, booking, defect: null };
  switch (booking.status) {
    case 'booked':
      if (isLapsed(board, booking, now)) return null;
      return { ...block, type: defectOf(board, booking.scooterId) === null ? 'booked' : 'doubt' };
    case 'taken':
      return { ...block, ...outSpan(booking, now), type: isLate(booking, now) ? 'late' : 'taken' };
    case 'returned':
      return { ...block, ...outSpan(booking, now), type: 'done' };
    case 'cancelled':
    case 'released':
      return null;
  }
}

/** From when it was taken or booked, until it was back; while it is out, until its end or, late, until now. */
function outSpan(booking: Booking, now: Instant): Span {
  const { from, to } = spanOfBooking(booking);
  const takenAt = booking.takenAt === null ? from : instantOfText(booking.takenAt);
  const end = booking.returnedAt === null ? Math.max(to, now) : instantOfText(booking.returnedAt);
  return { from: Math.min(from, takenAt), to: isLate(booking, now) || booking.returnedAt !== null ? end : to };
}

/** How each scooter is now, by name. */
export function scooterStates(board: Board, now: Instant): readonly ScooterState[] {
  return scootersOf(board).map((scooter) => {
    const defect = defectOf(board, scooter.id);
    const all = [...bookingsOf(board, scooter.id)];
    const out = all.find(({ status }) => status === 'taken') ?? null;
    const last = all.reduce<Booking | null>(
      (latest, each) => (returnOf(each) > returnOf(latest) ? each : latest),
      null,
    );
    const lastReturn = last === null ? null : returnOf(last);
    const isLow = last?.batteryLow === true && now < returnOf(last) + FILLS;
    return {
      scooter,
      now: defect !== null ? 'broken' : out === null ? 'ready' : isLate(out, now) ? 'late' : 'away',
      booking: out,
      battery: out !== null ? 'away' : isLow ? 'low' : 'full',
      lastReturn,
      defect,
      ...checkUpOf(board, scooter, now),
    };
  });
}

const returnOf = (booking: Booking | null): Instant =>
  booking === null || booking.returnedAt === null ? Number.NEGATIVE_INFINITY : instantOfText(booking.returnedAt);

/** By weeks since the last one, or by trips, whichever comes first; never looked at counts from the first trip. */
function checkUpOf(board: Board, { id }: Scooter, now: Instant) {
  const rules = scooterRulesOf(board);
  const zone = locationOf(board).timeZone;
  const checks = [...group(board.checkUp, id).values()].map(({ at }) => instantOfText(at));
  const last = checks.length === 0 ? null : Math.max(...checks);
  const starts = [...bookingsOf(board, id)].flatMap(({ takenAt }) =>
    takenAt === null ? [] : [instantOfText(takenAt)],
  );
  const tripsSinceCheckUp = starts.filter((at) => last === null || at >= last).length;
  const since = last ?? starts.reduce((first, at) => Math.min(first, at), now);
  const nextCheckUp = addDays(dateAt(since, zone), rules.checkUpWeeks * 7);
  const checkUpDue = nextCheckUp <= dateAt(now, zone) || tripsSinceCheckUp >= rules.checkUpTrips;
  return { nextCheckUp, checkUpDue, tripsSinceCheckUp };
}

/**
 * What there is to do, oldest first: each defect for who looks after the scooters, each trip that is not back, each news
 * its resident has not seen, each check-up. Derived, so that no task is forgotten and none is left when it is done.
 */
export function scooterTasks(board: Board, now: Instant): readonly ScooterTask[] {
  const zone = locationOf(board).timeZone;
  const tasks = scooterStates(board, now).flatMap((state): readonly ScooterTask[] => {
    const { scooter, nextCheckUp } = state;
    const empty = { scooter, booking: null, defect: null };
    const defects = [...group(board.defect, scooter.id).values()]
      .filter(({ mendedAt }) => mendedAt === null)
      .map((defect) => ({ ...empty, type: 'defect', defect, since: instantOfText(defect.at) }) as const);
    const trips = [...bookingsOf(board, scooter.id)].flatMap((booking): readonly ScooterTask[] => {
      if (isLate(booking, now)) return [{ ...empty, type: 'late', booking, since: spanOfBooking(booking).to }];
      const since = newsSince(board, booking, now);
      return since === null ? [] : [{ ...empty, type: 'news', booking, since }];
    });
    const due = hoursOf(scooterRulesOf(board), nextCheckUp, zone).from;
    const checkUps: ScooterTask[] = state.checkUpDue ? [{ ...empty, type: 'checkUp', since: Math.min(now, due) }] : [];
    return [...defects, ...trips, ...checkUps];
  });
  return tasks.sort((a, b) => a.since - b.since);
}

/** Since when there is something to tell of a booking; null where there is not. A row does not keep when staff acted. */
export function newsSince(board: Board, booking: Booking, now: Instant): Instant | null {
  if (isLapsed(board, booking, now)) return lapsesAt(board, booking, scooterRulesOf(board));
  const { from } = spanOfBooking(booking);
  const defects = [...group(board.defect, booking.scooterId).values()];
  switch (booking.news) {
    case null:
      return null;
    case 'doubt':
      return instantOfText(defectOf(board, booking.scooterId)?.at ?? booking.from);
    case 'mended': {
      const mended = defects.flatMap(({ mendedAt }) => (mendedAt === null ? [] : [instantOfText(mendedAt)]));
      return mended.length === 0 ? Math.min(now, from) : Math.max(...mended);
    }
    case 'released':
    case 'moved':
    case 'cancelled':
      return Math.min(now, from);
  }
}

/** The last so many ISO weeks, oldest first, this one included: trips that were ridden, in the week they began. */
export function scooterUse(board: Board, weeks: number, now: Instant): readonly WeekUse[] {
  const zone = locationOf(board).timeZone;
  const thisWeek = weekAt(now, zone);
  const scooters = scootersOf(board).map((scooter) => ({
    scooter,
    ridden: riddenOf(board, scooter.id, { now, zone }),
  }));
  const misses = Map.groupBy(rows(board.miss), ({ date }) => mondayOf(date));
  return Array.from({ length: weeks }, (_, n) => {
    const monday = addDays(thisWeek, -7 * (weeks - 1 - n));
    return {
      monday,
      misses: misses.get(monday)?.length ?? 0,
      scooters: scooters.map(({ scooter, ridden }) => {
        const trips = ridden.get(monday) ?? [];
        return { scooter, trips: trips.length, minutes: trips.reduce((sum, minutes) => sum + minutes, 0) };
      }),
    };
  });
}

/** Whole minutes of each trip that was ridden, by the Monday of its week. */
function riddenOf(
  board: Board,
  scooterId: string,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): ReadonlyMap<PlainDate, readonly number[]> {
  const weeks = new Map<PlainDate, number[]>();
  for (const { takenAt, returnedAt, from } of bookingsOf(board, scooterId)) {
    if (takenAt === null) continue;
    const end = returnedAt === null ? now : instantOfText(returnedAt);
    const week = weekAt(instantOfText(from), zone);
    const minutes = Math.max(0, Math.round((end - instantOfText(takenAt)) / MINUTE));
    weeks.set(week, [...(weeks.get(week) ?? []), minutes]);
  }
  return weeks;
}
