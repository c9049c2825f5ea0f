/** When an event starts and how long it lasts, as its own zone's wall clock says. */
import type { PlainDate, PlainTime } from '../../domain/time.ts';
import type { CalendarEvent, Property } from './calendar-file.ts';
import {
  type Clock,
  dateText,
  type Local,
  parseDuration,
  type Stamp,
  type StampProblem,
  timeText,
  wallIn,
} from './calendar-time.ts';
import { type Complain, quote } from './finding.ts';
import type { Voice } from './table.ts';

export interface EventTime {
  readonly start: Stamp;
  /** Wall-clock minutes, always more than none. */
  readonly lasts: number;
}

export interface Hours {
  readonly startTime: PlainTime;
  readonly endTime: PlainTime;
  readonly endDays: number;
}

const DAY = 1440;
const LONGEST_DAYS = 14;
const ASSUMED = 60;

const stampProblems: { readonly [Problem in StampProblem]: (name: string) => string } = {
  unreadable: (name) => `De datum of tijd bij ${name} is niet te lezen.`,
  unknownZone: (name) => `De tijdzone bij ${name} is niet bekend.`,
  outOfRange: (name) => `De datum bij ${name} ligt niet tussen 1970 en 2100.`,
};

/** The moment of a property's first value, or null where there is none or it cannot be read (then it complained). */
export function stampOf(event: CalendarEvent, name: string, tools: { clock: Clock; complain: Complain }): Stamp | null {
  const property = event.properties.find((each) => each.name === name);
  return property === undefined ? null : readStamp(property, property.values[0], tools);
}

export function readStamp(
  property: Property,
  value: unknown,
  { clock, complain }: { readonly clock: Clock; readonly complain: Complain },
): Stamp | null {
  const read = clock.stamp(property, value);
  if (typeof read !== 'string') return read;
  complain(stampProblems[read](property.name.toUpperCase()));
  return null;
}

/** Null where the event has no readable start; it complained then. `otherwise` is how long it lasts if it says nothing. */
export function readTime(event: CalendarEvent, tools: Voice & { clock: Clock; otherwise?: number }): EventTime | null {
  const hasStart = event.properties.some(({ name }) => name === 'dtstart');
  if (!hasStart) tools.complain('Deze afspraak heeft geen begin (DTSTART).');
  const start = stampOf(event, 'dtstart', tools);
  if (start === null) return null;
  const lasts = lastsOf(event, start, tools);
  if (lasts === null) return null;
  if (lasts <= LONGEST_DAYS * DAY) return { start, lasts };
  tools.remark(`Deze afspraak duurt langer dan ${LONGEST_DAYS} dagen; de eerste ${LONGEST_DAYS} zijn overgenomen.`);
  return { start, lasts: LONGEST_DAYS * DAY };
}

function lastsOf(
  event: CalendarEvent,
  start: Stamp,
  tools: Voice & { clock: Clock; otherwise?: number },
): number | null {
  const said = saidLength(event, start, tools);
  if (said === 'unreadable') return null;
  if (said !== null && said < 0) {
    tools.complain('Deze afspraak eindigt voordat hij begint.');
    return null;
  }
  if (said !== null && said > 0) return start.allDay ? Math.ceil(said / DAY) * DAY : said;
  if (start.allDay) return DAY;
  if (tools.otherwise !== undefined) return tools.otherwise;
  tools.remark('Deze afspraak heeft geen einde; hij duurt hier een uur.');
  return ASSUMED;
}

function saidLength(event: CalendarEvent, start: Stamp, tools: Voice & { clock: Clock }): number | null | 'unreadable' {
  const duration = event.properties.find(({ name }) => name === 'duration')?.values[0];
  if (duration !== undefined) {
    const minutes = parseDuration(String(duration));
    if (minutes === null) tools.complain(`De duur ${quote(String(duration))} is niet te lezen.`);
    return minutes ?? 'unreadable';
  }
  if (!event.properties.some(({ name }) => name === 'dtend')) return null;
  const end = stampOf(event, 'dtend', tools);
  return end === null ? 'unreadable' : minutesBetween(start.wall, wallIn(end, start.zone));
}

/** What the house's clock says from start to end, when it starts then. */
export function hoursOf(local: Local, lasts: number): Hours {
  const start = Temporal.PlainDateTime.from(`${local.date}T${local.time}`);
  const end = start.add({ minutes: lasts });
  return { startTime: local.time, endTime: timeText(end), endDays: daysBetween(local.date, dateText(end)) };
}

function minutesBetween(start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): number {
  return Math.round(start.until(end, { largestUnit: 'minutes' }).minutes);
}

const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
