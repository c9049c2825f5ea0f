/**
 * Changing what is on the programme: edit, cancel, restore or skip a date. Every sign-up is kept, and everybody who is
 * signed up is told (DESIGN §9). The past is never judged again. Refuses to throw anybody out.
 */
import { type Activity, activityById, activityId, endOf, lastMoment, type Override } from './activity.ts';
import { apply, type Change, effective } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { retold } from './discretion.ts';
import type { NoticeType } from './notice.ts';
import { tell } from './notice-rules.ts';
import { isLive, partiesIn } from './parties.ts';
import { promote } from './promotion.ts';
import { no, ok } from './result.ts';
import { occursOn } from './series.ts';
import { refuseChange, unseenIn } from './series-change.ts';
import { row } from './table.ts';

export function changeActivity(command: CommandOf<'changeActivity'>, judgement: Judgement): Verdict {
  const activity = activityById(judgement.board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId });
  const override = overrideOf(judgement, activity);
  const unseen = unseenIn(activity, command.was);
  if (unseen !== null) return no(unseen);
  const next = { ...override, imported: false, fields: { ...override.fields, ...command.fields } };
  const after = apply(judgement.board, [put(next)]);
  const refusal = refuseChange(judgement.board, after, { ids: [activity.id], command });
  if (refusal !== null) return no(refusal);
  const all = withConsequences(judgement, [put(next)], [activity.id]);
  return ok(revised(judgement, activity.seriesId, [...all, ...retold(judgement, all, [activity])]));
}

export function cancelActivity(command: CommandOf<'cancelActivity'>, judgement: Judgement): Verdict {
  const activity = activityById(judgement.board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId });
  const change = put({ ...overrideOf(judgement, activity), imported: false, cancelled: command.reason });
  return ok(revised(judgement, activity.seriesId, withConsequences(judgement, [change], [activity.id])));
}

/** It happens after all: who was signed up still is, in the same order. */
export function restoreActivity(command: CommandOf<'restoreActivity'>, judgement: Judgement): Verdict {
  const activity = activityById(judgement.board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId });
  if (activity.cancelled === null) return no({ type: 'activityNotCancelled', activityId: activity.id });
  const change = put({ ...overrideOf(judgement, activity), imported: false, cancelled: null });
  return ok(revised(judgement, activity.seriesId, withConsequences(judgement, [change], [activity.id])));
}

/**
 * Takes one date out of a series, whatever a later calendar file says. Where somebody is signed up it stays in sight, as
 * cancelled.
 */
export function skipDate({ seriesId, date }: CommandOf<'skipDate'>, judgement: Judgement): Verdict {
  const { board } = judgement;
  if (row(board.series, seriesId, seriesId) === undefined) return no({ type: 'seriesUnknown', seriesId });
  const activity = activityById(board, activityId(seriesId, date));
  if (activity === undefined) return no({ type: 'dateNotInSeries', seriesId, date });
  const change = put({ ...overrideOf(judgement, activity), imported: false, absent: true });
  return ok(revised(judgement, activity.seriesId, withConsequences(judgement, [change], [activity.id])));
}

/** Puts a date back that the house or the calendar file had taken out. */
export function restoreDate({ seriesId, date }: CommandOf<'restoreDate'>, judgement: Judgement): Verdict {
  const series = row(judgement.board.series, seriesId, seriesId);
  if (series === undefined) return no({ type: 'seriesUnknown', seriesId });
  const id = activityId(seriesId, date);
  const override = overrideOf(judgement, { id, seriesId, originalDate: date });
  const gone = override.absent || override.cancelled !== null || series.skipped.includes(date);
  if (!gone || !occursOn({ ...series, skipped: [] }, date)) return no({ type: 'dateNotInSeries', seriesId, date });
  // A row for the date makes it happen, also where the file leaves it out.
  const change = put({ ...override, imported: false, absent: false, cancelled: null });
  return ok(revised(judgement, seriesId, withConsequences(judgement, [change], [id])));
}

/**
 * The changes and what follows from them for these activities: an occurrence that would vanish under its sign-ups
 * stays as cancelled, everybody signed up is told, and the waiting list moves up where places came free.
 */
export function withConsequences(
  judgement: Judgement,
  changes: readonly Change[],
  ids: readonly string[],
  fromFile = false,
): readonly Change[] {
  let all: readonly Change[] = changes;
  let board = apply(judgement.board, changes);
  for (const id of ids) {
    const more = consequences(judgement, { ...judgement, board, fromFile }, id);
    board = apply(board, more);
    all = [...all, ...more];
  }
  return all;
}

/** The changes, and the series' next revision where they are any: calendars elsewhere go by that number. */
export function revised(judgement: Judgement, seriesId: string, changes: readonly Change[]): readonly Change[] {
  const { board } = judgement;
  if (effective(board, changes).length === 0) return [];
  const series = row(apply(board, changes).series, seriesId, seriesId);
  if (series === undefined) return changes;
  return [...changes, { type: 'seriesPut', row: { ...series, revision: series.revision + 1 } }];
}

/** The judgement after the changes, and whether a calendar file made them. */
interface Afterwards extends Judgement {
  readonly fromFile: boolean;
}

function consequences(judgement: Judgement, after: Afterwards, id: string): readonly Change[] {
  const was = activityById(judgement.board, id);
  const parties = [...partiesIn(judgement.board, id)].filter(isLive);
  if (was === undefined || parties.length === 0) return [];
  const residentIds = parties.flatMap((party) => party.residentIds);
  const wasOver = judgement.now >= lastMoment(was, judgement.zone);
  const is = activityById(after.board, id);
  if (is === undefined) {
    const kept = keep(judgement, was, { over: wasOver, imported: after.fromFile && !wasOver });
    const isNews = !wasOver && was.cancelled === null;
    return isNews ? [kept, ...tell(after, { residentIds, type: 'cancelled', activityId: id })] : [kept];
  }
  // What was over and is now put later is ahead or goes on again; what was said of it before may be gone untold.
  const isAgain = judgement.now >= endOf(was, judgement.zone) && judgement.now < endOf(is, judgement.zone);
  if (wasOver && !isAgain && judgement.now >= lastMoment(is, judgement.zone)) return [];
  const news = isAgain && is.cancelled !== null ? 'cancelled' : newsOf(was, is);
  const changes: Change[] = news === null ? [] : [...tell(after, { residentIds, type: news, activityId: id })];
  if (isMoved(was, is)) {
    const told = was.was ?? { date: was.date, startTime: was.startTime, room: was.room };
    changes.push(put({ ...overrideOf(after, is), was: isMoved(told, is) ? told : null }));
  }
  return [...changes, ...promote({ ...after, board: apply(after.board, changes) }, id)];
}

/** What people are signed up for stays although the series has lost it: as cancelled, and what is over as it was. */
function keep(judgement: Judgement, was: Activity, { over, imported }: { over: boolean; imported: boolean }): Change {
  const known = overrideOf(judgement, was);
  const cancelled = over ? was.cancelled : (was.cancelled ?? '');
  return put({ ...known, imported, fields: { ...known.fields, ...fieldsOf(was) }, cancelled });
}

function newsOf(was: Activity, is: Activity): NoticeType | null {
  if (is.cancelled !== null) return was.cancelled === null ? 'cancelled' : null;
  if (was.cancelled !== null) return 'restored';
  return isMoved(was, is) ? 'changed' : null;
}

type Hours = Pick<Activity, 'allDay' | 'endDays' | 'endTime' | 'startTime'>;

type Whereabouts = Pick<Activity, 'date' | 'startTime' | 'room'>;

const isMoved = (was: Whereabouts, is: Whereabouts): boolean =>
  was.date !== is.date || was.startTime !== is.startTime || was.room !== is.room;

/** The override of an activity, or the empty one it would have. */
export function overrideOf(
  judgement: Judgement,
  activity: Pick<Activity, 'id' | 'seriesId' | 'originalDate'>,
): Override {
  const { id, seriesId, originalDate } = activity;
  const known = row(judgement.board.override, seriesId, id);
  return (
    known ?? { id, seriesId, originalDate, fields: {}, cancelled: null, absent: false, imported: false, was: null }
  );
}

/** What people were promised, kept whole because the series no longer says it. */
function fieldsOf(activity: Activity): Override['fields'] {
  const { date, title, room, startTime, endTime, endDays, allDay } = activity;
  return { date, title, room, startTime, endTime, endDays, allDay };
}

export const endsBeforeStart = ({ allDay, endDays, endTime, startTime }: Hours): boolean =>
  !allDay && endDays === 0 && endTime <= startTime;

const put = (override: Override): Change => ({ type: 'overridePut', row: override });
