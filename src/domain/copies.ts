/**
 * What is made anew somewhere else: an activity, a series or an announcement as a command for another flat. Refuses to
 * take anybody along: who signed up here, and which tablets hang here, stays here.
 */
import { type Activity, activitiesOfSeries } from './activity.ts';
import type { Announcement } from './announcement.ts';
import type { Board } from './board.ts';
import type { CommandOf } from './commands.ts';
import type { Rule, Series } from './series.ts';
import { addDays, type PlainDate } from './time.ts';

type Made = CommandOf<'putSeries'>['series'];

/** A series without an end is copied for so long: a new one has an end. */
const LONGEST_DAYS = 364;

/** This one date as it is here, by itself. */
export const copyOfActivity = (activity: Activity): CommandOf<'putSeries'> => ({
  type: 'putSeries',
  series: { ...saidBy(activity), rule: { type: 'dates', dates: [activity.date] }, skipped: [], extra: [] },
});

/** The dates to come, in their rhythm. Null where there are none. */
export function copyOfSeries(board: Board, series: Series, today: PlainDate): CommandOf<'putSeries'> | null {
  const last = addDays(today, LONGEST_DAYS);
  const coming = activitiesOfSeries(board, series, today, last).filter(
    ({ cancelled, date }) => cancelled === null && date >= today,
  );
  const [first] = [...coming].sort((a, b) => (a.originalDate < b.originalDate ? -1 : 1));
  if (first === undefined) return null;
  const from = first.originalDate;
  const later = (dates: readonly PlainDate[]) => dates.filter((date) => date >= from && date <= last);
  const isMoved = series.phases.some(({ shiftDays }) => shiftDays !== 0);
  const when = isMoved
    ? { rule: { type: 'dates', dates: coming.map(({ date }) => date).sort() } as const, skipped: [], extra: [] }
    : { rule: ruleFrom(series.rule, from, last), skipped: later(series.skipped), extra: later(series.extra) };
  return { type: 'putSeries', series: { ...saidBy(first), ...when } };
}

/** For every tablet there: the ones of here are not theirs. */
export function copyOfAnnouncement(announcement: Announcement): CommandOf<'postAnnouncement'> {
  const { acts, from, level, picture, text, title, translations, until } = announcement;
  return { type: 'postAnnouncement', level, title, text, picture, acts, from, until, deviceIds: [], translations };
}

function ruleFrom(rule: Rule, from: PlainDate, last: PlainDate): Rule {
  if (rule.type === 'dates') return { ...rule, dates: rule.dates.filter((date) => date >= from && date <= last) };
  return { ...rule, from, until: rule.until === null || rule.until > last ? last : rule.until };
}

/** What the series says of this date, without which date that is. */
function saidBy(activity: Activity): Omit<Made, 'rule' | 'skipped' | 'extra'> {
  const { allDay, capacity, category, closes, description, discreet, endDays, endTime, guests, leader, meal } =
    activity;
  const { minutesOfMovement, neighbours, pictogram, price, room, signUp, startTime, title } = activity;
  const when = { allDay, startTime, endTime, endDays, closes };
  const who = { signUp, capacity, guests, neighbours, price, leader, discreet };
  return { title, description, room, ...when, ...who, category, pictogram, meal, minutesOfMovement };
}
