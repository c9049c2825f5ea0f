/** What stands in the form of an activity, and the acts it comes to. Refuses what is not a number or a time, in words. */
import type { Activity, OverrideFields } from '../../domain/activity.ts';
import type { Board } from '../../domain/board.ts';
import type { Command } from '../../domain/commands.ts';
import { daysOff, type Holiday } from '../../domain/holidays.ts';
import { reachOf } from '../../domain/reach.ts';
import {
  type Category,
  categories,
  discreetCategories,
  lastDate,
  occurrences,
  type Rule,
} from '../../domain/series.ts';
import { addDays, dayNumber, type Instant, type PlainDate, weekdayOf } from '../../domain/time.ts';
import { minutesOf, timeOf } from './staff-programme.ts';

/** What an activity may be for. */
export const categoryChoices = categories;

/** What each choice of dates would touch; null where the activity is gone. */
export function reachOfEdit(board: Board, now: Instant, { activityId, days, fields }: Edit) {
  const names = [...Object.keys(fields), ...(days === 0 ? [] : ['date'])];
  const reached = reachOf(board, now, { activityId, fields: names });
  return reached === null ? null : { ...reached, names };
}

/** The day it becomes. */
export const newDayOf = ({ days, was }: Edit, date: PlainDate): PlainDate => addDays(was.date ?? date, days);

export type Repeat = 'once' | 'weekly' | 'twoWeekly' | 'monthly';
export const repeats: readonly Repeat[] = ['once', 'weekly', 'twoWeekly', 'monthly'];
/** At the start, at ten that day, or the day before at five. */
export type Closes = 'start' | 'morning' | 'dayBefore' | 'own';

export interface ProgrammeDraft {
  readonly title: string;
  readonly description: string;
  readonly date: PlainDate | '';
  readonly startTime: string;
  readonly endTime: string;
  /** What lasts a day or more ends so many days later; null ends at the first time the clock says its end. */
  readonly lasts: number | null;
  readonly room: string;
  readonly repeat: Repeat;
  readonly until: PlainDate | '';
  /** Days off that are skipped by their name; dates that say otherwise by hand. */
  readonly skipDaysOff: boolean;
  readonly otherwise: readonly PlainDate[];
  readonly signUp: 'open' | 'none';
  readonly capacity: string;
  readonly closes: Activity['closes'];
  readonly guests: string;
  readonly neighbours: boolean;
  readonly price: string;
  readonly leader: string;
  readonly category: Category;
  readonly pictogram: string;
  readonly minutesOfMovement: string;
  readonly discreet: boolean;
}

export const blankDraft = (date: PlainDate, room: string): ProgrammeDraft => ({
  ...{ title: '', description: '', date, startTime: '14:00', endTime: '15:30', lasts: null },
  ...{ room, repeat: 'once', until: '' },
  ...{ skipDaysOff: true, otherwise: [], signUp: 'open', capacity: '', closes: null, guests: '0', neighbours: false },
  ...{ price: '', leader: '', category: 'meeting', pictogram: '', minutesOfMovement: '', discreet: false },
});

export const draftOfActivity = (activity: Activity): ProgrammeDraft => ({
  ...blankDraft(activity.date, activity.room),
  ...{ title: activity.title, description: activity.description, leader: activity.leader },
  ...{ startTime: activity.startTime, endTime: activity.endTime, signUp: activity.signUp, closes: activity.closes },
  ...{ neighbours: activity.neighbours, category: activity.category, pictogram: activity.pictogram },
  discreet: activity.discreet,
  lasts: activity.endDays > nights(activity) ? activity.endDays : null,
  capacity: activity.capacity === null ? '' : String(activity.capacity),
  guests: String(activity.guests),
  price: activity.price === null ? '' : (activity.price / 100).toFixed(2).replace('.', ','),
  minutesOfMovement: activity.minutesOfMovement === null ? '' : String(activity.minutesOfMovement),
});

/** With another purpose; what is about dementia or care shows no names unless somebody says otherwise. */
export const withCategory = (draft: ProgrammeDraft, category: Category): Partial<ProgrammeDraft> => ({
  category,
  discreet: draft.discreet || discreetCategories.includes(category),
});

/** How many midnights an end by the clock is behind its start: at or before it is the next day. */
const nights = ({ endTime, startTime }: Pick<ProgrammeDraft, 'endTime' | 'startTime'>): number =>
  endTime <= startTime ? 1 : 0;

/** How many days after its day it ends. */
export const endDaysOf = (draft: ProgrammeDraft): number => draft.lasts ?? nights(draft);

export type DraftWrong = 'title' | 'date' | 'time' | 'until' | 'capacity' | 'guests' | 'price' | 'minutes';

/** The first field that is not filled in right; null is none. */
export function whyNotDraft(draft: ProgrammeDraft, isNew: boolean): DraftWrong | null {
  if (draft.title.trim() === '') return 'title';
  if (draft.date === '') return 'date';
  if (draft.startTime === '' || draft.endTime === '') return 'time';
  if (isNew && draft.repeat !== 'once' && (draft.until === '' || draft.until < draft.date)) return 'until';
  if (draft.capacity.trim() !== '' && !(whole(draft.capacity, 2000) !== null && Number(draft.capacity) > 0))
    return 'capacity';
  if (whole(draft.guests, 20) === null) return 'guests';
  if (draft.price.trim() !== '' && cents(draft.price) === null) return 'price';
  return draft.minutesOfMovement.trim() !== '' && whole(draft.minutesOfMovement, 1000) === null ? 'minutes' : null;
}

function whole(text: string, most: number): number | null {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) <= most ? Number(text) : null;
}

function cents(text: string): number | null {
  const match = /^(\d{1,3})(?:[,.](\d{1,2}))?$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** The fields of one date, of a draft without anything wrong. */
export function fieldsOfDraft(draft: ProgrammeDraft) {
  return {
    ...{ title: draft.title.trim(), description: draft.description.trim(), room: draft.room },
    ...{ startTime: draft.startTime, endTime: draft.endTime, endDays: endDaysOf(draft) },
    ...{ signUp: draft.signUp, closes: draft.closes },
    ...{ neighbours: draft.neighbours, leader: draft.leader, category: draft.category, pictogram: draft.pictogram },
    discreet: draft.discreet,
    capacity: draft.capacity.trim() === '' ? null : Number(draft.capacity),
    guests: whole(draft.guests, 20) ?? 0,
    price: draft.price.trim() === '' ? null : cents(draft.price),
    minutesOfMovement: draft.minutesOfMovement.trim() === '' ? null : Number(draft.minutesOfMovement),
  };
}

/** A change somebody wants, with what they saw. */
export interface Edit {
  readonly activityId: string;
  readonly fields: OverrideFields;
  /** So many days later; 0 is the same day. */
  readonly days: number;
  readonly was: OverrideFields;
}

/** What a draft changes of the activity its editor saw; null is nothing. */
export function editOf(seen: Activity, draft: ProgrammeDraft): Edit | null {
  const next = fieldsOfDraft(draft);
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(seen[name as keyof Activity]);
  // Over midnight an hour means nothing without the other one.
  const hours = next.endDays === seen.endDays ? [] : ['startTime', 'endTime'];
  const changed = Object.entries(next).filter((each) => differs(each) || hours.includes(each[0]));
  const days = draft.date === '' ? 0 : dayNumber(draft.date) - dayNumber(seen.date);
  if (changed.length === 0 && days === 0) return null;
  const was = changed.map(([name]) => [name, seen[name as keyof Activity]]);
  return {
    activityId: seen.id,
    fields: Object.fromEntries(changed),
    days,
    was: { ...Object.fromEntries(was), ...(days === 0 ? {} : { date: seen.date }) },
  };
}

/** Other hours or another day, as by dragging. */
export function moveOf(seen: Activity, days: number, times: Hours | null): Edit {
  const { endDays, endTime, startTime } = seen;
  const was = times === null ? {} : { startTime, endTime, ...(times.endDays === undefined ? {} : { endDays }) };
  return {
    activityId: seen.id,
    fields: times ?? {},
    days,
    was: days === 0 ? was : { ...was, date: seen.date },
  };
}

type Hours = Pick<Activity, 'startTime' | 'endTime'> & { readonly endDays?: number };

/** As long as it was, so many minutes later, and never from another day on. */
export function hoursLater({ endDays, endTime, startTime }: Activity, minutes: number): Hours {
  const from = minutesOf(startTime);
  const long = endDays * DAY_MINUTES + minutesOf(endTime) - from;
  const start = Math.max(0, Math.min(DAY_MINUTES - 1, from + minutes));
  const ends = Math.floor((start + long) / DAY_MINUTES);
  const times = { startTime: timeOf(start), endTime: timeOf((start + long) % DAY_MINUTES) };
  return ends === endDays ? times : { ...times, endDays: ends };
}

const DAY_MINUTES = 24 * 60;

export type Which = 'one' | 'following' | 'all';

/** What its editor was asked and wants all the same: fewer places than people, names that were hidden so far. */
export interface Asked {
  readonly beyond: boolean;
  readonly named?: boolean;
}

/** `date` is where it is now. */
export function commandOf(
  { activityId, days, fields, was }: Edit,
  which: Which,
  { beyond, date, named = false }: Asked & { readonly date: PlainDate },
): Command {
  const asked = { ...(beyond ? { beyond } : {}), ...(named ? { named } : {}) };
  if (which !== 'one')
    return { type: 'changeSeries', activityId, reach: which, fields: withoutDate(fields), days, was, ...asked };
  const moved = days === 0 ? {} : { date: addDays(date, days) };
  return { type: 'changeActivity', activityId, fields: { ...fields, ...moved }, was, ...asked };
}

const withoutDate = ({ date: _date, ...fields }: OverrideFields) => fields;

/** The rule of a draft; without its last date it is no rule yet. */
export function ruleOf({ date, repeat, until }: ProgrammeDraft): Rule {
  if (repeat === 'once' || date === '') return { type: 'dates', dates: date === '' ? [] : [date] };
  const span = { from: date, until: until === '' ? date : until };
  const interval = repeat === 'twoWeekly' ? 2 : 1;
  if (repeat !== 'monthly') return { type: 'weekly', interval, weekdays: [weekdayOf(date)], ...span };
  const nth = Math.ceil(Number(date.slice(8, 10)) / 7);
  return {
    type: 'monthly',
    interval: 1,
    weekday: weekdayOf(date),
    nth: nth === 5 ? -1 : (nth as 1 | 2 | 3 | 4),
    ...span,
  };
}

export interface DraftDate {
  readonly date: PlainDate;
  readonly skipped: boolean;
  readonly holiday: Holiday | null;
  readonly period: string | null;
}

/** Every date of a draft, with what day it is and whether it is left out. */
export function datesOfDraft(board: Board, draft: ProgrammeDraft): readonly DraftDate[] {
  const rule = ruleOf(draft);
  const series = { rule, skipped: [], extra: [] };
  const last = lastDate(series);
  if (draft.date === '' || last === null) return [];
  const dates = occurrences(series, draft.date, last);
  const off = daysOff(board, dates);
  return dates.map((date) => {
    const day = off.get(date);
    const byName = draft.repeat !== 'once' && draft.skipDaysOff && day !== undefined;
    const skipped = draft.otherwise.includes(date) ? !byName : byName;
    return { date, skipped, holiday: day?.holiday ?? null, period: day?.period?.name ?? null };
  });
}

export function newSeriesOf(board: Board, draft: ProgrammeDraft): Command {
  return {
    type: 'putSeries',
    series: {
      ...fieldsOfDraft(draft),
      ...{ allDay: false, extra: [], meal: null },
      rule: ruleOf(draft),
      skipped: datesOfDraft(board, draft).flatMap(({ date, skipped }) => (skipped ? [date] : [])),
    },
  };
}
