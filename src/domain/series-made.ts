/**
 * Beginning a series, ending it, and doing last week once more. A new series has an end and a first date that happens.
 * Refuses to take back what has been: an end never lies in the past.
 */
import { type Activity, activityById, activityId, type OverrideFields } from './activity.ts';
import { apply, type Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { isLive, partiesIn } from './parties.ts';
import { endsBeforeStart, overrideOf, revised, withConsequences } from './programme.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { isRoom } from './rooms.ts';
import { activityFields, kindFields, lastDate, occurrences, type Rule, type Series, seriesOn } from './series.ts';
import { group, row, rows } from './table.ts';
import { addDays, dateAt, type PlainDate } from './time.ts';

export function putSeries({ series }: CommandOf<'putSeries'>, judgement: Judgement): Verdict {
  const made: Series = { ...series, id: judgement.newId(), phases: [], revision: 0 };
  const refusal = refuseSeries(judgement, made);
  return refusal === null ? ok([{ type: 'seriesPut', row: made }]) : no(refusal);
}

function refuseSeries({ board }: Judgement, series: Series): Refusal | null {
  const last = lastDate(series);
  if (last === null) return { type: 'seriesEndless' };
  const dates = occurrences({ ...series, skipped: [] }, firstOf(series), last);
  const happens = dates.filter((date) => !series.skipped.includes(date));
  if (dates[0] === undefined || happens[0] === undefined) return { type: 'seriesEmpty' };
  if (happens[0] !== dates[0]) return { type: 'firstDateSkipped', date: dates[0], next: happens[0] };
  if (endsBeforeStart(series)) return { type: 'endsBeforeStart', activityId: series.id };
  return isRoom(board, series.room) ? null : { type: 'roomUnknown', room: series.room };
}

const firstOf = ({ extra, rule }: Series): PlainDate =>
  [...extra, ...(rule.type === 'dates' ? rule.dates : [rule.from])].reduce((a, b) => (a < b ? a : b), '9999-12-31');

/**
 * The last possible date, by the series' own calendar, sooner or later than it was. Who is signed up for a date that goes
 * is told it is off.
 */
export function endSeries({ seriesId, until }: CommandOf<'endSeries'>, judgement: Judgement): Verdict {
  const { board } = judgement;
  const series = row(board.series, seriesId, seriesId);
  if (series === undefined) return no({ type: 'seriesUnknown', seriesId });
  const yesterday = addDays(dateAt(judgement.now, judgement.zone), -1);
  if (addDays(until, seriesOn(series, until).shiftDays) < yesterday) return no({ type: 'endInPast', first: yesterday });
  const extra = series.extra.filter((date) => date <= until);
  const put: Change = { type: 'seriesPut', row: { ...series, extra, rule: endedOn(series.rule, until) } };
  const later = [...group(board.override, seriesId).values()].filter(({ originalDate }) => originalDate > until);
  const rowsGone = later.map(
    (each): Change =>
      hasPeople(judgement, each.id)
        ? { type: 'overridePut', row: { ...each, imported: false, absent: true } }
        : { type: 'overrideRemoved', parent: seriesId, id: each.id },
  );
  const ids = new Set([...signedUpAfter(judgement, seriesId, until), ...later.map(({ id }) => id)]);
  return ok(revised(judgement, seriesId, withConsequences(judgement, [put, ...rowsGone], [...ids].sort())));
}

function endedOn(rule: Rule, until: PlainDate): Rule {
  if (rule.type === 'dates') return { ...rule, dates: rule.dates.filter((date) => date <= until) };
  return { ...rule, until };
}

const hasPeople = ({ board }: Judgement, id: string): boolean => [...partiesIn(board, id)].some(isLive);

/** However far ahead: looks through every sign-up, which the end of a series may. */
function signedUpAfter({ board }: Judgement, seriesId: string, until: PlainDate): readonly string[] {
  const first = activityId(seriesId, until);
  const ids = [...rows(board.signUp)].map((party) => party.activityId);
  return ids.filter((id) => id.startsWith(`${seriesId}/`) && id.length === first.length && id > first);
}

/** As dates beside the rule of their own series, with what their first time had of its own. */
export function copyActivities({ activityIds, days }: CommandOf<'copyActivities'>, judgement: Judgement): Verdict {
  let { board } = judgement;
  let all: readonly Change[] = [];
  for (const id of activityIds) {
    const activity = activityById(board, id);
    if (activity === undefined) return no({ type: 'activityUnknown', activityId: id });
    const changes = copied({ ...judgement, board }, activity, days);
    board = apply(board, changes);
    all = [...all, ...changes];
  }
  return ok(all);
}

function copied(judgement: Judgement, activity: Activity, days: number): readonly Change[] {
  const { board } = judgement;
  const series = row(board.series, activity.seriesId, activity.seriesId);
  if (series === undefined || activity.cancelled !== null) return [];
  const date = addDays(activity.date, days);
  const originalDate = addDays(date, -seriesOn(series, activity.originalDate).shiftDays);
  const id = activityId(series.id, originalDate);
  // It is there then, or the house said it is not: that is another question.
  if (activityById(board, id) !== undefined || row(board.override, series.id, id) !== undefined) return [];
  const skipped = series.skipped.filter((each) => each !== originalDate);
  const put: Change = { type: 'seriesPut', row: { ...series, skipped, extra: [...series.extra, originalDate] } };
  const made = activityById(apply(board, [put]), id);
  if (made === undefined) return [];
  const fields = differences(made, { ...activity, date });
  const own = overrideOf(judgement, { id, seriesId: series.id, originalDate });
  const said: Change[] = Object.keys(fields).length === 0 ? [] : [{ type: 'overridePut', row: { ...own, fields } }];
  return revised(judgement, series.id, [put, ...said]);
}

const fieldNames = ['date', ...Object.keys(activityFields), ...Object.keys(kindFields)] as readonly (keyof Activity)[];

/** What the second says differently from the first. */
const differences = (one: Activity, other: Activity): OverrideFields =>
  Object.fromEntries(
    fieldNames
      .filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
      .map((name) => [name, other[name]]),
  );
