/** Dates, times and lengths as a calendar writes them, and what the clock in the house says then. */
import { isRealDate, type PlainDate, type PlainTime } from '../../domain/time.ts';
import type { Property } from './calendar-file.ts';
import type { ZoneFinder } from './calendar-zone.ts';

/** A moment as the file says it: a wall clock in its own zone. */
export interface Stamp {
  readonly allDay: boolean;
  readonly wall: Temporal.PlainDateTime;
  readonly zone: string;
}

export interface Local {
  readonly date: PlainDate;
  readonly time: PlainTime;
}

export type StampProblem = 'unreadable' | 'unknownZone' | 'outOfRange';

export interface Clock {
  readonly zone: string;
  /** The moment of a property's value, in the zone the property names. */
  stamp(property: Property, value: unknown): Stamp | StampProblem;
  /** What the house's clock says. A time the spring clock change skips has moved forward. */
  local(wall: Temporal.PlainDateTime, zone: string): Local;
}

/** Series of one time of day share their dates; asking time zones is what an import takes longest over. */
const MOST_REMEMBERED = 50_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

export function createClock(zone: string, zones: ZoneFinder): Clock {
  const gapDates = new Map<string, boolean>();
  const told = new Map<string, Local>();
  const hasChange = (date: PlainDate): boolean => {
    const known = gapDates.get(date);
    if (known !== undefined) return known;
    const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
    const changes = start.hoursInDay !== 24;
    gapDates.set(date, changes);
    return changes;
  };
  return {
    zone,
    stamp: (property, value) => stampOf(property, value, { zone, zones }),
    local: (wall, from) => {
      const date = dateText(wall);
      if (from === zone && !hasChange(date)) return { date, time: timeText(wall) };
      const key = `${from} ${wall.toString()}`;
      const known = told.get(key);
      if (known !== undefined) return known;
      const there = wall.toZonedDateTime(from, { disambiguation: 'compatible' }).withTimeZone(zone).toPlainDateTime();
      const local = { date: dateText(there), time: timeText(there) };
      if (told.size < MOST_REMEMBERED) told.set(key, local);
      return local;
    },
  };
}

function stampOf(
  { parameters }: Property,
  value: unknown,
  { zone, zones }: { readonly zone: string; readonly zones: ZoneFinder },
): Stamp | StampProblem {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(?:(\d{2}):(\d{2}):(\d{2})?)?:*(Z)?)?$/.exec(String(value));
  const [, date = '', hour, minute, , utc] = match ?? [];
  if (match === null || !isRealDate(date)) return 'unreadable';
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'outOfRange';
  if (hour === undefined || minute === undefined) {
    return { allDay: true, wall: Temporal.PlainDateTime.from(`${date}T00:00`), zone };
  }
  if (Number(hour) > 23 || Number(minute) > 59) return 'unreadable';
  const wall = Temporal.PlainDateTime.from(`${date}T${hour}:${minute}`);
  if (utc !== undefined) return { allDay: false, wall, zone: zones.find('UTC') ?? 'UTC' };
  if (parameters.tzid === undefined) return { allDay: false, wall, zone };
  const named = zones.find(parameters.tzid);
  return named === null ? 'unknownZone' : { allDay: false, wall, zone: named };
}

/** Minutes of a duration such as `PT1H30M` or `P1D`, or null. Days are 24 hours: that is what a wall clock shows. */
export function parseDuration(text: string): number | null {
  const match = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}S)?)?$/.exec(text);
  if (match === null) return null;
  const [weeks, days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0));
  return (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
}

/** The wall clock of a moment in another zone. */
export function wallIn(stamp: Stamp, zone: string): Temporal.PlainDateTime {
  return stamp.zone === zone ? stamp.wall : stamp.wall.toZonedDateTime(stamp.zone).withTimeZone(zone).toPlainDateTime();
}

export const dateText = (wall: Temporal.PlainDateTime): PlainDate => wall.toString().slice(0, 10);
export const timeText = (wall: Temporal.PlainDateTime): PlainTime => wall.toString().slice(11, 16);
