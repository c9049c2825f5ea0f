/** On which dates an event happens, and where the clock then says something else than the series does. */
import type { Rule } from '../../domain/series.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';
import type { CalendarEvent } from './calendar-file.ts';
import { type Clock, dateText, type Local, timeText, wallIn } from './calendar-time.ts';
import { type EventTime, readStamp } from './event-time.ts';
import { type Parts, type Recurrence, readRecurrence } from './recurrence.ts';
import type { Voice } from './table.ts';

export interface EventDates {
  readonly rule: Rule;
  readonly skipped: readonly PlainDate[];
  readonly extra: readonly PlainDate[];
  /** The time of the series. */
  readonly time: string;
  /** Dates on which it starts at another time. */
  readonly differing: readonly Local[];
  /** Dates in the two years ahead on which it happens, skipped ones included. */
  readonly ahead: readonly PlainDate[];
  /** It has no last date. */
  readonly endless: boolean;
}

export interface DateTools extends Voice {
  readonly clock: Clock;
  readonly today: PlainDate;
}

/** What was over this long ago has nothing to tell a hall any more. */
export const PAST_DAYS = 366;
const FUTURE_DAYS = 731;

/** Null where something cannot be read; it complained then. */
export function readDates(event: CalendarEvent, time: EventTime, tools: DateTools): EventDates | null {
  const rules = event.properties.filter(({ name }) => name === 'rrule');
  if (rules.length > 1) tools.complain('Deze afspraak heeft meer dan één herhaling (RRULE).');
  const recurrence = rules[0] === undefined ? null : recurrenceOf(rules[0].values[0], time, tools);
  if (recurrence === 'unreadable') return null;
  const walls = recurrence?.walls ?? [time.start.wall];
  const found = walls.map((wall) => tools.clock.local(wall, time.start.zone));
  const added = momentsOf(event, 'rdate', tools);
  const removed = momentsOf(event, 'exdate', tools);
  const usual = usualTime(found, time, tools.clock);
  const rule: Rule =
    keptRule(recurrence, { walls, found, own: time.start.zone === tools.clock.zone }) ?? datesRule(found);
  if (recurrence !== null) tellAboutRule(recurrence, rule, tools);
  const timed = new Map<PlainDate, string>();
  for (const { date, time: at } of found) if (!timed.has(date)) timed.set(date, at);
  const takenOut = new Set(removed.filter(({ date, time: at }) => isTakenOut(added, date, at)).map(({ date }) => date));
  for (const { date, time: at } of added) timed.set(date, at ?? timed.get(date) ?? usual);
  const differing = [...timed].filter(([date, at]) => at !== usual && !takenOut.has(date));
  if (time.start.zone === tools.clock.zone) tellAboutGap(found, walls, tools);
  return {
    rule,
    skipped: [...takenOut].sort(),
    extra: [
      ...new Set([...(rule.type === 'dates' ? [] : (recurrence?.extra ?? [])), ...added.map(({ date }) => date)]),
    ].sort(),
    time: usual,
    differing: differing.map(([date, at]) => ({ date, time: at })),
    ahead: [...timed.keys()].sort(),
    endless: rule.type !== 'dates' && rule.until === null,
  };
}

function recurrenceOf(value: unknown, { start }: EventTime, tools: DateTools): Recurrence | null | 'unreadable' {
  const parts = (typeof value === 'object' && value !== null ? value : {}) as Parts;
  const until = untilOf(parts.until, start.zone, tools);
  if (until === 'unreadable') {
    tools.complain('Het einde van de herhaling (UNTIL) is niet te lezen.');
    return 'unreadable';
  }
  const first = dateText(start.wall);
  const early = addDays(tools.today, -PAST_DAYS);
  const from = first > early ? first : early;
  const to = addDays(first > tools.today ? first : tools.today, FUTURE_DAYS);
  const read = readRecurrence({ parts, start: start.wall, until, from, to });
  if (read.ok) return read.value;
  tools.complain(read.error);
  return 'unreadable';
}

/** On the wall clock of the start. A date alone lasts until its end; a year after 2100 is how some say "never". */
function untilOf(value: unknown, zone: string, { clock }: DateTools): Temporal.PlainDateTime | null | 'unreadable' {
  if (value === undefined) return null;
  const stamp = clock.stamp({ name: 'until', parameters: {}, values: [] }, value);
  if (stamp === 'outOfRange') return Number(String(value).slice(0, 4)) > 2100 ? null : 'unreadable';
  if (typeof stamp === 'string') return 'unreadable';
  if (stamp.allDay) return stamp.wall.with({ hour: 23, minute: 59 });
  return /Z$/.test(String(value)) ? wallIn(stamp, zone) : stamp.wall;
}

interface Moment {
  readonly date: PlainDate;
  /** Null is a date without time. */
  readonly time: string | null;
}

function momentsOf(event: CalendarEvent, name: 'rdate' | 'exdate', tools: DateTools): readonly Moment[] {
  const properties = event.properties.filter((each) => each.name === name);
  return properties.flatMap((property) =>
    property.values.slice(0, 2000).flatMap((value) => {
      const stamp = readStamp(property, Array.isArray(value) ? value[0] : value, tools);
      if (stamp === null) return [];
      const local = tools.clock.local(stamp.wall, stamp.zone);
      return [{ date: local.date, time: stamp.allDay ? null : local.time }];
    }),
  );
}

/** A date taken out at one time and added at another was moved: then it stays. */
const isTakenOut = (added: readonly Moment[], date: PlainDate, time: string | null): boolean =>
  !added.some((each) => each.date === date && each.time !== null && each.time !== time);

/** The time the series says: its own where the clock is the house's, else the one it has most often. */
function usualTime(found: readonly Local[], { start }: EventTime, clock: Clock): string {
  if (start.zone === clock.zone && (found.length !== 1 || found[0] === undefined)) return timeText(start.wall);
  const times = Map.groupBy(found, ({ time }) => time);
  const most = [...times].reduce((best, each) => (each[1].length > best[1].length ? each : best), ['', [] as Local[]]);
  return most[0] || clock.local(start.wall, start.zone).time;
}

/**
 * A rule speaks for dates on the house's own calendar only; and in another zone only where it ends within the two years,
 * because after them nobody has looked whether the clock still agrees.
 */
function keptRule(
  recurrence: Recurrence | null,
  {
    walls,
    found,
    own,
  }: { readonly walls: readonly Temporal.PlainDateTime[]; readonly found: readonly Local[]; readonly own: boolean },
): Rule | null {
  if (recurrence === null || (!own && recurrence.goesOn)) return null;
  return walls.every((wall, index) => dateText(wall) === found[index]?.date) ? recurrence.rule : null;
}

const datesRule = (found: readonly Local[]): Rule => ({
  type: 'dates',
  dates: [...new Set(found.map(({ date }) => date))].sort(),
});

function tellAboutRule(recurrence: Recurrence, rule: Rule, { remark }: Voice): void {
  if (rule.type !== 'dates') return;
  const later = recurrence.goesOn
    ? ` De reeks is overgenomen tot en met ${recurrence.to}: lees het bestand voor die tijd opnieuw in.`
    : '';
  remark(`Deze herhaling is overgenomen als losse data.${later}`);
}

/** In the house's own zone only a time that does not exist is told otherwise. */
function tellAboutGap(found: readonly Local[], walls: readonly Temporal.PlainDateTime[], { remark }: Voice): void {
  for (const [index, { date, time }] of found.entries()) {
    const wall = walls[index];
    if (wall === undefined || timeText(wall) === time) continue;
    remark(`Op ${date} gaat de klok vooruit: ${timeText(wall)} bestaat dan niet en wordt ${time}.`);
  }
}
