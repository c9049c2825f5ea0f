/** One event of a calendar, with the dates that differ, to a line for `importProgramme`. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { OverrideFields } from '../../domain/activity.ts';
import { type SeriesLine, seriesLineSchema } from '../../domain/commands.ts';
import { phaseSchema } from '../../domain/series.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';
import type { CalendarEvent, Property } from './calendar-file.ts';
import { dateText } from './calendar-time.ts';
import { type DateTools, type EventDates, readDates } from './event-dates.ts';
import { type EventFields, readFields, textOf } from './event-fields.ts';
import { type EventTime, hoursOf, readTime, stampOf } from './event-time.ts';
import type { Voice } from './table.ts';

/** A series as the file has it: its event, and the events that change one date. */
export interface EventFamily {
  readonly master: CalendarEvent;
  readonly changes: readonly CalendarEvent[];
  /** The whole file takes its events back. */
  readonly cancelled: boolean;
}

export interface SeriesTools extends DateTools {
  /** The voice of another event of the same series, which has its own line. */
  readonly voiceOf: (event: CalendarEvent) => Voice;
}

export interface SeriesRead {
  readonly line: SeriesLine;
  readonly endless: boolean;
  readonly guessedCategory: boolean;
}

type Override = SeriesLine['overrides'][number];
type Fields = EventFields & ReturnType<typeof hoursOf>;

/** How long a series that was called off stays in sight as such. */
const CANCELLED_DAYS = 56;

/** Null where something cannot be read; it complained then. */
export function readSeries({ master, changes, cancelled }: EventFamily, tools: SeriesTools): SeriesRead | null {
  const time = readTime(master, tools);
  const dates = time === null ? null : readDates(master, time, tools);
  const { fields, guessedCategory } = readFields(master.properties, time?.start.allDay ?? false, tools);
  if (time === null || dates === null || fields.title === '') return null;
  const base: Fields = {
    ...fields,
    ...hoursOf({ date: dates.ahead[0] ?? dateText(time.start.wall), time: dates.time }, time.lasts),
  };
  const overrides = new Map<PlainDate, Override>();
  for (const local of dates.differing) {
    overrides.set(local.date, override(local.date, differences(base, { ...base, ...hoursOf(local, time.lasts) })));
  }
  for (const change of changes) {
    const changed = readChange(change, { base, master, time, tools });
    if (changed !== null) overrides.set(changed.originalDate, changed);
  }
  const series = {
    id: seriesId(master),
    ...base,
    ...ruleOf(dates),
    skipped: [...dates.skipped],
    phases: phasesOf(master, tools),
    revision: 0,
  };
  const isOff = cancelled || textOf(master.properties, 'status').toUpperCase() === 'CANCELLED';
  const kept = [...overrides.values()].filter((each) => each.cancelled !== null || Object.keys(each.fields).length > 0);
  const line = isOff ? calledOff(series, dates, tools) : { series, overrides: kept };
  const valid = v.safeParse(seriesLineSchema, line);
  if (!valid.success) {
    tools.complain('Deze afspraak past niet: iets erin is te lang of te veel.');
    return null;
  }
  return { line: valid.output, endless: !isOff && dates.endless, guessedCategory };
}

/** A series that a desk made: the id of a command, and a number. */
const MADE_HERE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/\d{1,6}$/;

/** UIDs are the series' ids, unless one would not travel well in an address. */
export function seriesId(event: CalendarEvent): string {
  const uid = uidOf(event);
  if (/^[\w.@+:=~-]{1,150}$/.test(uid) || MADE_HERE.test(uid)) return uid;
  return createHash('sha256').update(uid).digest('hex').slice(0, 40);
}

/** Some programs leave the UID out; then title and start say which event it is. */
export function uidOf(event: CalendarEvent): string {
  const value = (name: string) => String(event.properties.find((each) => each.name === name)?.values[0] ?? '');
  return value('uid').trim() || `${value('summary')}\n${value('dtstart')}`;
}

/** Everybody sees for some weeks that it is off; after that the series has no dates any more. */
function calledOff(series: SeriesLine['series'], dates: EventDates, { today, remark }: SeriesTools): SeriesLine {
  remark('Deze afspraak is in de kalender afgelast.');
  const last = addDays(today, CANCELLED_DAYS);
  const shown = dates.ahead.filter(
    (date) => !dates.skipped.includes(date) && (date <= last || dates.ahead.length === 1),
  );
  return {
    series: { ...series, rule: { type: 'dates', dates: shown }, extra: [], skipped: [] },
    overrides: shown.map((date) => ({ originalDate: date, fields: {}, cancelled: '' })),
  };
}

interface ChangeOf {
  readonly base: Fields;
  readonly master: CalendarEvent;
  readonly time: EventTime;
  readonly tools: SeriesTools;
}

function readChange(change: CalendarEvent, { base, master, time, tools }: ChangeOf): Override | null {
  const voice = tools.voiceOf(change);
  const own = { ...voice, clock: tools.clock };
  const original = stampOf(change, 'recurrence-id', own);
  if (original === null) return null;
  const originalDate = original.allDay ? dateText(original.wall) : tools.clock.local(original.wall, original.zone).date;
  if (textOf(change.properties, 'status').toUpperCase() === 'CANCELLED') {
    return override(originalDate, {}, textOf(change.properties, 'comment').slice(0, 120));
  }
  if (change.properties.some((each) => each.name === 'recurrence-id' && each.parameters.range !== undefined)) {
    voice.remark('Deze wijziging geldt volgens de kalender ook voor later; hier is alleen deze datum aangepast.');
  }
  const when = readTime(change, { ...own, otherwise: time.lasts });
  if (when === null) return null;
  const { fields } = readFields(inherited(change, master), when.start.allDay, voice);
  const local = tools.clock.local(when.start.wall, when.start.zone);
  const changed = differences(base, { ...fields, ...hoursOf(local, when.lasts) });
  return override(originalDate, local.date === originalDate ? changed : { ...changed, date: local.date });
}

/** Dates are one list, however a file tells them. */
function ruleOf({ extra, rule }: EventDates): Pick<SeriesLine['series'], 'rule' | 'extra'> {
  if (rule.type !== 'dates') return { rule, extra: [...extra] };
  return { rule: { type: 'dates', dates: [...new Set([...rule.dates, ...extra])].sort() }, extra: [] };
}

/** "This one and all that follow", from another Huiskamer. */
function phasesOf(master: CalendarEvent, { complain }: Voice): SeriesLine['series']['phases'] {
  const line = master.properties.find(({ name }) => name === 'x-huiskamer-phases');
  if (line === undefined) return [];
  try {
    return v.parse(v.array(phaseSchema), JSON.parse(String(line.values[0])));
  } catch {
    complain('Bij X-HUISKAMER-PHASES staat iets anders dan een Huiskamer schrijft.');
    return [];
  }
}

/** What a change does not say is as in the series. */
function inherited(change: CalendarEvent, master: CalendarEvent): readonly Property[] {
  const said = new Set(change.properties.map(({ name }) => name));
  return [...change.properties, ...master.properties.filter(({ name }) => !said.has(name))];
}

const changeable = [
  'title',
  'description',
  'room',
  'startTime',
  'endTime',
  'endDays',
  'allDay',
  'signUp',
  'capacity',
  'closes',
  'guests',
  'neighbours',
  'price',
  'leader',
  'discreet',
] as const;

function differences(base: Fields, other: Fields): OverrideFields {
  const differs = changeable.filter((name) => JSON.stringify(base[name]) !== JSON.stringify(other[name]));
  return Object.fromEntries(differs.map((name) => [name, other[name]]));
}

const override = (originalDate: PlainDate, fields: OverrideFields, cancelled: string | null = null): Override => ({
  originalDate,
  fields,
  cancelled,
});
