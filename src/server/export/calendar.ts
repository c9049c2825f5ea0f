/**
 * The programme as an iCalendar (RFC 5545) that any calendar program reads: a series is one event with its rule, and one
 * more for each date that differs. Refuses names of people, but in a copy for another Huiskamer.
 */
import ICAL from 'ical.js';
import { type Activity, activitiesOfSeries, activityById, activityId, type Override } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import { occurrences, occursOn, type Rule, type Series } from '../../domain/series.ts';
import { group, rows } from '../../domain/table.ts';
import { addDays, dateAt, type Instant, instantOf, type PlainDate } from '../../domain/time.ts';
import { copyOfActivity, copyOfSeries } from './calendar-copy.ts';
import { timeZoneOf } from './calendar-zone.ts';

export interface CalendarOf {
  readonly board: Board;
  /** Null is the whole house. */
  readonly room: string | null;
  readonly now: Instant;
  /** `copy` says everything a Huiskamer knows of the programme, so that reading it in again changes nothing. */
  readonly purpose: 'feed' | 'copy';
}

export type Property = readonly [name: string, parameters: object, type: string, ...values: unknown[]];

/** So far back and ahead dates that differ are told one by one. */
const PAST_DAYS = 60;
const FUTURE_DAYS = 400;
const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The whole text, lines folded, in UTF-8. */
export function calendarText(asked: CalendarOf): string {
  const { board, room, now } = asked;
  const { name, timeZone } = locationOf(board);
  const today = dateAt(now, timeZone);
  const telling = { ...asked, zone: timeZone, from: addDays(today, -PAST_DAYS), to: addDays(today, FUTURE_DAYS) };
  const events = [...rows(board.series)]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((each) => eventsOf(each, telling));
  const years = events.flatMap(yearsOf);
  const [first, last] = [Math.min(...years, Number(telling.from.slice(0, 4))), Number(telling.to.slice(0, 4)) + 1];
  return new ICAL.Component([
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', '-//Huiskamer//Programma//NL'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', 'PUBLISH'],
      ['x-wr-calname', {}, 'text', room === null ? name : `${name}, ${room}`],
      ['refresh-interval', {}, 'duration', 'PT1H'],
      ['x-published-ttl', {}, 'text', 'PT1H'],
    ],
    [timeZoneOf(timeZone, [first, last]), ...events],
  ] as never).toString();
}

interface Telling extends CalendarOf {
  readonly zone: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

type Event = readonly ['vevent', readonly Property[], readonly never[]];

const yearsOf = ([, properties]: Event): readonly number[] =>
  properties.filter(([name]) => name === 'dtstart').map(([, , , value]) => Number(String(value).slice(0, 4)));

/** One event with the rule, and one for each date that differs; in the calendar of one room only what is there. */
function eventsOf(series: Series, telling: Telling): readonly Event[] {
  return telling.purpose === 'copy' ? copied(series, telling) : told(series, telling);
}

/**
 * A date beside the rule is an event of its own: few programs know RDATE. So is each date that is in this room while the
 * series is somewhere else.
 */
function told(series: Series, telling: Telling): readonly Event[] {
  const { board, room, zone } = telling;
  const first = firstOfRule(series);
  const all = activitiesOfSeries(board, series, telling.from, telling.to);
  const here = all.filter((each) => room === null || each.room === room);
  const isAlone = ({ originalDate }: Activity) =>
    first === null || (room !== null && series.room !== room) || !occursOn(ruleAlone(series), originalDate);
  const alone = here.filter(isAlone).map((each) => event([uid(each.id)], each, telling));
  if (first === null || (room !== null && series.room !== room)) return alone;
  const overrides = [...group(board.override, series.id).values()];
  const elsewhere = all.filter((each) => !here.includes(each)).map(({ originalDate }) => originalDate);
  const absent = overrides.filter((each) => each.absent).map(({ originalDate }) => originalDate);
  const out = [...new Set([...series.skipped, ...absent, ...elsewhere])].filter((date) =>
    occursOn(ruleAlone(series), date),
  );
  const changed = new Set(overrides.filter(says).map(({ id }) => id));
  const differing = here.filter((each) => !isAlone(each) && (changed.has(each.id) || isInPhase(series, each)));
  const properties = [
    uid(series.id),
    ...ruleOf(series, telling),
    ...out.sort().map((date) => stamp('exdate', date, series, zone)),
  ];
  const master = event(properties, baseOf(series, first), telling);
  return [master, ...differing.map((each) => changeOf(series, each, telling)), ...alone];
}

/** As it lies in the house: dates that the phases change are told by the phases. */
function copied(series: Series, telling: Telling): readonly Event[] {
  const { board, zone } = telling;
  const first = firstDate(series);
  if (first === null) return [];
  const overrides = [...group(board.override, series.id).values()];
  const absent = overrides.filter((each) => each.absent).map(({ originalDate }) => originalDate);
  const out = [...new Set([...series.skipped, ...absent])].sort();
  const properties = [
    uid(series.id),
    ...ruleOf(series, telling),
    ...beside(series, first).map((date) => stamp('rdate', date, series, zone)),
    ...out.map((date) => stamp('exdate', date, series, zone)),
    ...copyOfSeries(series),
  ];
  const changed = overrides
    .filter((each) => !each.absent && says(each))
    .flatMap(({ id }) => activityById(board, id) ?? []);
  const master = event(properties, baseOf(series, first), telling);
  return [master, ...changed.map((each) => changeOf(series, each, telling))];
}

function changeOf(series: Series, activity: Activity, telling: Telling): Event {
  const which = stamp('recurrence-id', activity.originalDate, series, telling.zone);
  return event([uid(series.id), which], activity, telling);
}

/** Far enough for a rule that is rare. */
const RARE_DAYS = 3_700;

/** Null is a series of single dates, or of none. */
function firstOfRule(series: Series): PlainDate | null {
  const { rule } = series;
  return rule.type === 'dates'
    ? null
    : (occurrences(ruleAlone(series), rule.from, addDays(rule.from, RARE_DAYS))[0] ?? null);
}

/** Where our own import counts the rule from. Null is a series without a date. */
function firstDate(series: Series): PlainDate | null {
  const { extra, rule } = series;
  if (rule.type === 'dates') return [...rule.dates, ...extra].sort()[0] ?? null;
  return extra.includes(rule.from) ? rule.from : (firstOfRule(series) ?? [...extra].sort()[0] ?? null);
}

const ruleAlone = ({ rule }: Series) => ({ rule, skipped: [], extra: [] });

const beside = ({ rule, extra }: Series, first: PlainDate): readonly PlainDate[] =>
  [...new Set([...(rule.type === 'dates' ? rule.dates : []), ...extra])].filter((date) => date !== first).sort();

/** What the series says of a date by itself, without phases and changes. */
const baseOf = (series: Series, date: PlainDate): Activity => ({
  ...series,
  id: activityId(series.id, date),
  seriesId: series.id,
  originalDate: date,
  date,
  cancelled: null,
  was: null,
});

/** A row that only remembers what people were told says nothing else. */
const says = ({ cancelled, fields }: Override): boolean => cancelled !== null || Object.keys(fields).length > 0;

const isInPhase = ({ phases }: Series, { originalDate }: Activity): boolean =>
  phases.some(({ from }) => from <= originalDate);

/** A series that changes on its way is told as far ahead as its dates are told one by one. */
function ruleOf({ allDay, phases, rule, startTime }: Series, { purpose, to, zone }: Telling): readonly Property[] {
  if (rule.type === 'dates') return [];
  const told = purpose === 'feed' && phases.length > 0 ? [to] : [];
  const [last] = [...told, ...(rule.until === null ? [] : [rule.until])].sort();
  const until = last === undefined ? {} : { until: allDay ? last : utc(instantOf(last, startTime, zone)) };
  const interval = rule.interval === 1 ? {} : { interval: rule.interval };
  return [['rrule', {}, 'recur', { ...frequencyOf(rule), ...interval, ...until }]];
}

function frequencyOf(rule: Exclude<Rule, { readonly type: 'dates' }>): object {
  switch (rule.type) {
    case 'daily':
      return { freq: 'DAILY' };
    case 'weekly':
      return { freq: 'WEEKLY', byday: rule.weekdays.map((day) => DAY_CODES[day - 1]) };
    case 'monthly':
      return { freq: 'MONTHLY', byday: [`${rule.nth}${DAY_CODES[rule.weekday - 1]}`] };
  }
}

const utc = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

type Clocked = Pick<Series, 'allDay' | 'startTime'>;

/** A moment of the series' own clock. */
const stamp = (name: string, date: PlainDate, { allDay, startTime }: Clocked, zone: string): Property =>
  allDay ? [name, {}, 'date', date] : [name, { tzid: zone }, 'date-time', `${date}T${startTime}:00`];

const uid = (id: string): Property => ['uid', {}, 'text', id];

function event(begin: readonly Property[], activity: Activity, { zone, now, purpose }: Telling): Event {
  const { allDay, cancelled, category, date, description, endDays, endTime, revision, room, startTime, title } =
    activity;
  const properties: readonly Property[] = [
    ...begin,
    ['dtstamp', {}, 'date-time', utc(now)],
    ['sequence', {}, 'integer', revision],
    stamp('dtstart', date, { allDay, startTime }, zone),
    stamp('dtend', addDays(date, endDays), { allDay, startTime: endTime }, zone),
    ['summary', {}, 'text', title],
    ['location', {}, 'text', room],
    ['description', {}, 'text', description],
    ['categories', {}, 'text', category],
    ...(cancelled === null ? [] : [['status', {}, 'text', 'CANCELLED'] as const]),
    ...(cancelled ? [['comment', {}, 'text', cancelled] as const] : []),
    ...(purpose === 'copy' ? copyOfActivity(activity) : []),
  ];
  return ['vevent', properties, []];
}
