/**
 * Changing a series from one of its dates on, or wherever it has not begun: the dates keep their ids and everybody their
 * place (DESIGN §9). What the house said about one date by hand stays with "following" and goes with "all". The past is
 * never judged again. Refuses to overwrite what the editor had not seen, and to throw anybody out.
 */
import { type Activity, activityById, type Override, type OverrideFields } from './activity.ts';
import type { Board } from './board.ts';
import { apply, type Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { hiddenNames, retold } from './discretion.ts';
import { peopleGoing } from './parties.ts';
import { endsBeforeStart, overrideOf, revised, withConsequences } from './programme.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { isRoom } from './rooms.ts';
import { FURTHEST_SHIFT, MOST_PHASES, type Phase, type PhaseFields, type Series, seriesOn } from './series.ts';
import { type Ahead, aheadOf, signedUpFor } from './series-ahead.ts';
import { row } from './table.ts';
import { addDays } from './time.ts';

export function changeSeries(command: CommandOf<'changeSeries'>, judgement: Judgement): Verdict {
  const { activityId: id, days, fields, reach } = command;
  const activity = activityById(judgement.board, id);
  const series = activity && row(judgement.board.series, activity.seriesId, activity.seriesId);
  if (activity === undefined || series === undefined) return no({ type: 'activityUnknown', activityId: id });
  const unseen = unseenIn(activity, command.was);
  if (unseen !== null) return no(unseen);
  const ahead = aheadOf(judgement, series, { originalDate: activity.originalDate, reach });
  if (ahead.activities.length === 0) return no({ type: 'seriesOver', seriesId: series.id });
  const phases = phasesWith(series, { from: ahead.from, fields, days });
  if (phases === null) return no({ type: 'shiftTooFar', days: FURTHEST_SHIFT });
  const put: Change = { type: 'seriesPut', row: { ...series, phases } };
  const changes = [put, ...datesByHand(judgement, command, ahead)];
  const after = apply(judgement.board, changes);
  const refusal = refuseChange(judgement.board, after, { ids: ahead.activities.map((each) => each.id), command });
  if (refusal !== null) return no(refusal);
  const told = signedUpFor(judgement, ahead.activities);
  const all = withConsequences(judgement, changes, told);
  return ok(revised(judgement, series.id, [...all, ...retold(judgement, all, ahead.activities)]));
}

/** A field that somebody else changed after the editor saw it; null where there is none. */
export function unseenIn(activity: Activity, was: OverrideFields | undefined): Refusal | null {
  const differs = Object.entries(was ?? {}).filter(
    ([name, seen]) => JSON.stringify(activity[name as keyof Activity]) !== JSON.stringify(seen),
  );
  if (differs.length === 0) return null;
  return { type: 'changedMeanwhile', fields: differs.map(([name]) => name) };
}

interface Asked {
  readonly ids: readonly string[];
  readonly command: {
    readonly fields: OverrideFields;
    readonly beyond?: boolean | undefined;
    readonly named?: boolean | undefined;
  };
}

/** What is wrong with these activities after a change; null where nothing is. */
export function refuseChange(before: Board, after: Board, { ids, command }: Asked): Refusal | null {
  const { beyond, fields } = command;
  if (fields.room !== undefined && !isRoom(before, fields.room)) return { type: 'roomUnknown', room: fields.room };
  for (const id of ids) {
    const activity = activityById(after, id);
    if (activity === undefined || endsBeforeStart(activity)) return { type: 'endsBeforeStart', activityId: id };
    if (activity.meal !== null && fields.discreet !== undefined) return { type: 'mealHasNames', activityId: id };
    if (beyond === true || fields.capacity === undefined || fields.capacity === null) continue;
    const people = peopleGoing(after, id);
    if (people > fields.capacity) return { type: 'capacityBelow', activityId: id, people, capacity: fields.capacity };
  }
  const people = command.named === true ? 0 : hiddenNames(before, after, ids);
  return people === 0 ? null : { type: 'namesWouldShow', people };
}

interface Said {
  readonly from: string;
  readonly fields: PhaseFields;
  readonly days: number;
}

/** The phases with this said from a date on, and no longer otherwise by later ones; null is too many days away. */
function phasesWith(series: Series, { days, fields, from }: Said): readonly Phase[] | null {
  const before = series.phases.filter((phase) => phase.from < from);
  const same = series.phases.find((phase) => phase.from === from);
  const { shiftDays } = seriesOn(series, from);
  const own: Phase = { from, fields: { ...same?.fields, ...fields }, shiftDays: shiftDays + days };
  const later = series.phases
    .filter((phase) => phase.from > from)
    .map((phase) => ({ ...phase, fields: without(phase.fields, fields), shiftDays: phase.shiftDays + days }));
  const phases = [...before, own, ...later].filter((phase, index, all) => {
    const shiftBefore = all[index - 1]?.shiftDays ?? 0;
    return Object.keys(phase.fields).length > 0 || phase.shiftDays !== shiftBefore;
  });
  const isTooFar = phases.some((phase) => Math.abs(phase.shiftDays) > FURTHEST_SHIFT);
  return isTooFar || phases.length > MOST_PHASES ? null : phases;
}

/**
 * Dates with words of their own. "All" takes those of these fields away; dates before the first one from which none has
 * begun, such as one that was put off for weeks, say it themselves.
 */
function datesByHand(
  judgement: Judgement,
  { days, fields, reach }: CommandOf<'changeSeries'>,
  { activities, from }: Ahead,
): readonly Change[] {
  const said: PhaseFields & { date?: string } = days === 0 ? fields : { ...fields, date: '' };
  return activities.flatMap((activity): readonly Change[] => {
    const known = row(judgement.board.override, activity.seriesId, activity.id);
    const own = known?.fields ?? {};
    const kept = withOwnHours(activity, reach === 'all' ? without(own, said) : own, fields);
    const alone: OverrideFields = activity.originalDate < from ? { ...fields, ...shifted(activity, days) } : {};
    const next = { ...alone, ...kept };
    if (JSON.stringify(next) === JSON.stringify(own)) return [];
    const override: Override = { ...overrideOf(judgement, activity), imported: false, fields: next };
    return [{ type: 'overridePut', row: override }];
  });
}

/** Hours of its own say on which day they end: an evening that now runs over midnight takes no afternoon along. */
function withOwnHours({ endDays }: Activity, own: OverrideFields, said: PhaseFields): OverrideFields {
  const hasHours = own.startTime !== undefined || own.endTime !== undefined;
  return hasHours && said.endDays !== undefined && own.endDays === undefined ? { ...own, endDays } : own;
}

const shifted = ({ date }: Activity, days: number): OverrideFields => (days === 0 ? {} : { date: addDays(date, days) });

const without = <Fields extends object>(fields: Fields, said: object): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in said))) as Fields;
