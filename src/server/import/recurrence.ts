/**
 * A calendar's recurrence to a rule of the house where that says exactly the same, checked date by date; else to the
 * dates of the two years ahead. Refuses what repeats more than once a day.
 *
 * Rules are expanded on a wall clock without zone, because RFC 5545 expansion drops a time that a clock change skips
 * and the house wants it kept.
 */
import { RRuleTemporal } from 'rrule-temporal';
import { no, ok, type Result } from '../../domain/result.ts';
import { occurrences, type Rule } from '../../domain/series.ts';
import { addDays, type PlainDate, weekdayOf } from '../../domain/time.ts';
import { dateText, timeText } from './calendar-time.ts';

/** The parts of an RRULE as jCal gives them; a single value or a list. */
export type Parts = Readonly<Record<string, unknown>>;

export interface RecurrenceOf {
  readonly parts: Parts;
  readonly start: Temporal.PlainDateTime;
  /** UNTIL on the same wall clock as the start; null where there is none. */
  readonly until: Temporal.PlainDateTime | null;
  /** First and last date that matter. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface Recurrence {
  /** Null where the house has no words for it: the walls are then all there is. */
  readonly rule: Rule | null;
  /** The start, where the rule does not hit it. */
  readonly extra: readonly PlainDate[];
  /** Every occurrence from `from` to `to`, on the source's wall clock. */
  readonly walls: readonly Temporal.PlainDateTime[];
  readonly to: PlainDate;
  /** It goes on after that. */
  readonly goesOn: boolean;
}

const MOST_COUNTED = 5000;
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export function readRecurrence(source: RecurrenceOf): Result<Recurrence, string> {
  const { parts } = source;
  const frequency = String(parts.freq ?? '');
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency)) {
    return no('Deze afspraak herhaalt vaker dan één keer per dag; dat kan niet.');
  }
  if (['byhour', 'byminute', 'bysecond'].some((name) => listOf(parts[name]).length > 1)) {
    return no('Deze afspraak is meer dan één keer op een dag; maak er twee van.');
  }
  try {
    return ok(expand(source));
  } catch {
    return no('De herhaling van deze afspraak is niet te lezen.');
  }
}

function expand(source: RecurrenceOf): Recurrence {
  const { from, start, to } = source;
  const engine = engineOf(source);
  // Asked from the day before, because the answer is open at its start.
  const found = engine === null ? [] : engine.between(zoned(`${addDays(from, -1)}T00:00`), zoned(`${to}T23:59`), true);
  const hits = found.map((each) => Temporal.PlainDateTime.from(each.toString().slice(0, 16)));
  const all = hits.some((wall) => wall.equals(start)) ? hits : [start, ...hits];
  const walls = all.filter((wall) => dateText(wall) >= from && dateText(wall) <= to);
  const end = endOf(source, engine);
  const rule = candidate(source, end);
  const dates = new Set(walls.map(dateText));
  const startDate = dateText(start);
  const hitsStart = rule !== null && occurrences(plainSeries(rule), startDate, startDate).length > 0;
  const extra = rule === null || hitsStart ? [] : [startDate];
  const said = rule === null ? [] : occurrences({ ...plainSeries(rule), extra }, from, to);
  const same = said.length === dates.size && said.every((date) => dates.has(date));
  const sameTime = walls.every((wall) => timeText(wall) === timeText(start));
  const goesOn = end === null || end > to;
  return rule !== null && same && sameTime
    ? { rule, extra, walls, to, goesOn }
    : { rule: null, extra: [], walls, to, goesOn };
}

/**
 * RFC 5545: the start is the first, whether the rule hits it or not. The library has two minds about that, so it is
 * asked for the rule alone, for one less where the start is beside it; null is nothing but the start.
 */
function engineOf(source: RecurrenceOf): RRuleTemporal | null {
  const { parts, start } = source;
  const count = Number(parts.count ?? 0);
  const engine = engineFor(source, parts);
  if (count === 0) return engine;
  const [first] = engine.all((_, index) => index < 1);
  if (first?.toString().slice(0, 16) === start.toString().slice(0, 16)) return engine;
  return count === 1 ? null : engineFor(source, { ...parts, count: count - 1 });
}

function engineFor({ start, until }: RecurrenceOf, { until: _until, ...parts }: Parts): RRuleTemporal {
  const text = Object.entries(parts).map(([name, value]) => `${name.toUpperCase()}=${textOf(name, value)}`);
  return new RRuleTemporal({
    rruleString: `RRULE:${text.join(';')}`,
    dtstart: zoned(start.toString()),
    tzid: 'UTC',
    ...(until === null ? {} : { until: zoned(until.toString()) }),
  });
}

/** The library's parser turns the first day of the week into a number, Sunday first. */
function textOf(name: string, value: unknown): string {
  if (name === 'wkst' && typeof value === 'number') return ['SU', ...dayCodes][value - 1] ?? 'MO';
  return listOf(value).join(',');
}

/** The last date the rule can have, or null where it has no end or one nobody lives to see. */
function endOf({ parts, start, until }: RecurrenceOf, engine: RRuleTemporal | null): PlainDate | null {
  if (until !== null) return timeText(until) >= timeText(start) ? dateText(until) : addDays(dateText(until), -1);
  const count = Number(parts.count ?? 0);
  if (count === 0 || count > MOST_COUNTED) return null;
  const last = engine?.all((_, index) => index < MOST_COUNTED).at(-1);
  return last === undefined ? dateText(start) : last.toString().slice(0, 10);
}

/** What the rule would be in our words, if it says nothing that we have no word for. */
function candidate({ parts, start }: RecurrenceOf, until: PlainDate | null): Rule | null {
  const known = ['freq', 'interval', 'count', 'until', 'byday', 'wkst', 'bysetpos'];
  const interval = Number(parts.interval ?? 1);
  const from = dateText(start);
  if (Object.keys(parts).some((name) => !known.includes(name)) || interval > 366 || interval < 1) return null;
  const span = { interval, from, until: until !== null && until < from ? from : until };
  const days = listOf(parts.byday).map(String);
  const positions = listOf(parts.bysetpos);
  if (parts.freq === 'MONTHLY') return monthly(days, positions, span);
  if (positions.length > 0) return null;
  if (parts.freq === 'DAILY' && days.length === 0) return { type: 'daily', ...span };
  if (parts.freq !== 'WEEKLY' && !(parts.freq === 'DAILY' && interval === 1)) return null;
  const weekdays = days.length === 0 ? [weekdayOf(from)] : days.map((day) => dayCodes.indexOf(day) + 1);
  if (weekdays.includes(0)) return null;
  return { type: 'weekly', weekdays: [...new Set(weekdays)].sort(), ...span };
}

type Span = { readonly interval: number; readonly from: PlainDate; readonly until: PlainDate | null };

/** `2TH` and `TH` with position 2 are the same. */
function monthly(days: readonly string[], positions: readonly unknown[], span: Span): Rule | null {
  if (days.length !== 1 || positions.length > 1) return null;
  const match = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(days[0] ?? '');
  const said = Number(match?.[1] ?? positions[0] ?? 0);
  const nth = ([1, 2, 3, 4, 5, -1, -2, -3, -4, -5] as const).find((each) => each === said);
  if (match === null || nth === undefined || (match[1] !== undefined && positions.length > 0)) return null;
  return { type: 'monthly', weekday: dayCodes.indexOf(match[2] ?? '') + 1, nth, ...span };
}

const plainSeries = (rule: Rule) => ({ rule, skipped: [], extra: [] });
const zoned = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('UTC');
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
