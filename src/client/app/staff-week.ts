/**
 * The arithmetic of the week's timeline: where a trip lies between opening and closing, in parts of that line. Works
 * with instants, so a night with a clock change is as long as it is. Refuses to know pixels and words.
 */
import { type Board, locationOf } from '../../domain/board.ts';
import { type LaneBlock, type LaneDay, scooterWeek } from '../../domain/scooter-desk-views.ts';
import { defectOf } from '../../domain/scooter-free.ts';
import type { Defect, Scooter } from '../../domain/scooter-rows.ts';
import { mondayOf } from '../../domain/scooter-time.ts';
import {
  addDays,
  dateAt,
  dayNumber,
  type Instant,
  instantOfText,
  localAt,
  type PlainDate,
  type PlainTime,
} from '../../domain/time.ts';

/** A piece of a day's line: 0 is opening, 1 is closing. */
export interface Stretch {
  readonly start: number;
  readonly size: number;
}

export interface Tick {
  readonly at: number;
  /** The hour on the wall; twice in the night the clock goes back. */
  readonly hour: number;
  /** Left out where there is little room. */
  readonly minor: boolean;
}

export interface Bar {
  readonly block: LaneBlock;
  readonly place: Stretch;
  /** The time to charge after it; null where none is left in this day. */
  readonly pause: Stretch | null;
}

export interface LaneLine {
  readonly scooter: Scooter;
  readonly bars: readonly Bar[];
}

export interface DayLine {
  readonly date: PlainDate;
  readonly opens: Instant;
  readonly closes: Instant;
  readonly ticks: readonly Tick[];
  readonly misses: number;
  /** Why there are no scooters that day. */
  readonly blackout: string | null;
  readonly isToday: boolean;
  /** Where now is; null before opening, after closing and on other days. */
  readonly now: number | null;
  readonly lanes: readonly LaneLine[];
}

const HOUR: Instant = 3_600_000;
const QUARTER: Instant = HOUR / 4;
/** From this many hours on, only every third is named where there is little room. */
const MANY_HOURS = 10;
const EDGE = 0.06;

/** The week from a Monday as it is to be drawn. */
export function weekOf(board: Board, monday: PlainDate, now: Instant): readonly DayLine[] {
  const zone = locationOf(board).timeZone;
  return weekLines(scooterWeek(board, monday, now), { zone, now, defectOf: (id) => defectOf(board, id) });
}

export interface WeekContext {
  readonly zone: string;
  readonly now: Instant;
  /** What keeps a scooter out of service now. */
  readonly defectOf: (scooterId: string) => Defect | null;
}

export function weekLines(days: readonly LaneDay[], context: WeekContext): readonly DayLine[] {
  const { now, zone } = context;
  const today = dateAt(now, zone);
  return days.map((day) => {
    const at = partOf(now, day);
    return {
      date: day.date,
      opens: day.opens,
      closes: day.closes,
      ticks: ticksOf(day, zone),
      misses: day.misses,
      blackout: day.blackout,
      isToday: day.date === today,
      now: at >= 0 && at <= 1 ? at : null,
      lanes: day.lanes.map(({ scooter, blocks }) => ({
        scooter,
        bars: blocksToDraw(blocks, day, { ...context, scooterId: scooter.id }).map((block) => barOf(block, day)),
      })),
    };
  });
}

/** Nobody knows when it is mended or brought back: a line that is not over is drawn as taken to its end. */
function blocksToDraw(
  blocks: readonly LaneBlock[],
  day: LaneDay,
  { now, defectOf, scooterId }: WeekContext & { readonly scooterId: string },
): readonly LaneBlock[] {
  const defect = defectOf(scooterId);
  const lasting = blocks
    .filter((block) => block.defect === null || block.defect.mendedAt !== null)
    .map((block) => (block.type === 'late' && now < day.closes ? { ...block, to: day.closes } : block));
  const from = defect === null ? Number.POSITIVE_INFINITY : instantOfText(defect.at);
  if (defect === null || from >= day.closes) return lasting;
  // Under the trips that are in doubt, so first.
  return [{ type: 'broken', from, to: day.closes, booking: null, defect }, ...lasting];
}

/** The whole hours on the wall between opening and closing; the last one only where something can begin in it. */
export function ticksOf(day: { readonly opens: Instant; readonly closes: Instant }, zone: string): readonly Tick[] {
  const many = (day.closes - day.opens) / HOUR > MANY_HOURS;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(day.opens / QUARTER) * QUARTER; at < day.closes; at += QUARTER) {
    const { time } = localAt(at, zone);
    if (!time.endsWith(':00')) continue;
    const hour = Number(time.slice(0, 2));
    ticks.push({ at: partOf(at, day), hour, minor: many && hour % 3 !== 0 });
  }
  return ticks;
}

/** Null for what does not touch this day. */
export function stretchOf(
  from: Instant,
  to: Instant,
  day: { readonly opens: Instant; readonly closes: Instant },
): Stretch | null {
  const start = partOf(Math.max(from, day.opens), day);
  const end = partOf(Math.min(to, day.closes), day);
  return end > start ? { start, size: end - start } : null;
}

/** The start on the house's grid under a point of a day's line. */
export function momentAt(
  part: number,
  day: { readonly opens: Instant; readonly closes: Instant },
  { zone, slotMinutes }: { readonly zone: string; readonly slotMinutes: number },
): { readonly date: PlainDate; readonly time: PlainTime } {
  const at = Math.floor(day.opens + Math.min(Math.max(part, 0), 0.999) * (day.closes - day.opens));
  const { date, time } = localAt(at, zone);
  const minute = Math.floor(Number(time.slice(3)) / slotMinutes) * slotMinutes;
  return { date, time: `${time.slice(0, 3)}${String(minute).padStart(2, '0')}` };
}

export const weekStart = (date: PlainDate): PlainDate => mondayOf(date);

export const daysLater = (date: PlainDate, days: number): PlainDate => addDays(date, days);

export const localMoment = (at: Instant, zone: string) => localAt(at, zone);

/** ISO 8601: the week that has the Thursday. */
export function weekNumber(monday: PlainDate): number {
  const thursday = addDays(monday, 3);
  const first = `${thursday.slice(0, 4)}-01-04`;
  return (dayNumber(monday) - dayNumber(mondayOf(first))) / 7 + 1;
}

/** Whether two days have their hours at the same places, so that one row of hours serves both. */
export function sameHours(a: DayLine, b: DayLine): boolean {
  const shape = ({ ticks }: DayLine) => ticks.map(({ at, hour }) => `${hour}@${at.toFixed(4)}`).join();
  return shape(a) === shape(b);
}

function partOf(at: Instant, { opens, closes }: { readonly opens: Instant; readonly closes: Instant }): number {
  return (at - opens) / (closes - opens);
}

function barOf(block: LaneBlock, day: LaneDay): Bar {
  const place = stretchOf(block.from, block.to, day) ?? beside(block, day);
  const until = block.booking === null || block.type === 'late' ? null : instantOfText(block.booking.blockedUntil);
  return { block, place, pause: until === null ? null : stretchOf(block.to, until, day) };
}

/** Lent while the house was closed: a short piece at the edge it is nearest to. */
function beside({ from }: LaneBlock, day: LaneDay): Stretch {
  return { start: from < day.opens ? 0 : 1 - EDGE, size: EDGE };
}
