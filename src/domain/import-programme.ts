/**
 * A calendar's series, added or updated by their id (never removed). What the house decided about one date stands; what
 * an earlier file said about one date goes with that file. No sign-up is lost (see `programme.ts`).
 */
import { type Activity, activityById, activityId, type Override } from './activity.ts';
import type { Board } from './board.ts';
import { apply, type Change, effective } from './changes.ts';
import type { CommandOf, SeriesLine } from './commands.ts';
import type { Judgement } from './decide.ts';
import { retold } from './discretion.ts';
import { HORIZON_DAYS } from './location.ts';
import { isLive, partiesIn } from './parties.ts';
import { withConsequences } from './programme.ts';
import { occurrences, occursOn, type Rule, type Series } from './series.ts';
import { group, row, rows } from './table.ts';
import { addDays, dateAt, type PlainDate } from './time.ts';

export function importProgramme({ lines }: CommandOf<'importProgramme'>, judgement: Judgement): readonly Change[] {
  const changes = lines.flatMap((line) => seriesChanges(line, judgement));
  const seriesIds = new Set(lines.map(({ series }) => series.id));
  const ids = [...activitiesSignedUpFor(judgement.board, seriesIds), ...standingDates(judgement, seriesIds)];
  const all = withConsequences(judgement, changes, [...new Set(ids)].sort(), true);
  const remade = new Set(changes.flatMap((change) => (change.type === 'seriesRemoved' ? [change.id] : [])));
  const dates = ids.filter((id) => !remade.has(id.slice(0, id.lastIndexOf('/')))).map((id) => ({ id }));
  const told = [...all, ...retold(judgement, all, dates)];
  return [...told, ...nextRevisions(judgement.board, told)];
}

/** Of the series that were known and are another now. */
function nextRevisions(board: Board, all: readonly Change[]): readonly Change[] {
  const bySeries = new Map<string, Change[]>();
  for (const change of all) {
    const id = seriesOf(change);
    if (id !== null && row(board.series, id, id) !== undefined) bySeries.set(id, [...(bySeries.get(id) ?? []), change]);
  }
  const after = apply(board, all);
  return [...bySeries].flatMap(([id, changes]): readonly Change[] => {
    const series = row(after.series, id, id);
    if (series === undefined || effective(board, changes).length === 0) return [];
    return [{ type: 'seriesPut', row: { ...series, revision: series.revision + 1 } }];
  });
}

function seriesOf(change: Change): string | null {
  if (change.type === 'seriesPut') return change.row.id;
  if (change.type === 'overridePut') return change.row.seriesId;
  return change.type === 'overrideRemoved' ? change.parent : null;
}

function seriesChanges({ series: read, overrides }: SeriesLine, { board }: Judgement): readonly Change[] {
  const known = group(board.override, read.id);
  const series = withHouse(read, board);
  const next = new Map<string, Override>();
  for (const line of overrides) {
    const id = activityId(series.id, line.originalDate);
    const fields = withoutNames(line.fields, activityById(board, id));
    const was = known.get(id)?.was ?? null;
    next.set(id, { ...line, fields, id, seriesId: series.id, absent: false, imported: true, was });
  }
  const was = row(board.series, series.id, series.id);
  const changes: Change[] = [{ type: 'seriesPut', row: series }];
  // Made anew, so that screens forget who it was about (`scopes.ts`).
  if (was?.discreet === false && series.discreet)
    changes.unshift({ type: 'seriesRemoved', parent: series.id, id: series.id });
  for (const override of known.values()) {
    if (!override.imported && !onlyRemembers(override)) next.delete(override.id);
    else if (override.imported && !next.has(override.id) && !isKept(board, series, override))
      changes.push({ type: 'overrideRemoved', parent: series.id, id: override.id });
  }
  for (const override of next.values()) changes.push({ type: 'overridePut', row: override });
  return changes;
}

/**
 * What the house said from a date on, its end where the file has none, and who leads it, are not the file's to forget. A
 * date that the house took out by itself is no date the file takes out: our own calendar tells it so. The revision is the
 * house's, for who counts on it goes up (RFC 5545 §3.8.7.4). What is discreet here a file makes no longer so: that is asked
 * at the desk.
 */
function withHouse(read: Series, board: Board): Series {
  const before = row(board.series, read.id, read.id);
  if (before === undefined) return read;
  const isAbsent = (date: PlainDate) => row(board.override, read.id, activityId(read.id, date))?.absent ?? false;
  const skipped = read.skipped.filter((date) => before.skipped.includes(date) || !isAbsent(date));
  const { phases, revision } = before;
  const leader = read.leader || before.leader;
  const discreet = read.discreet || before.discreet;
  return { ...read, skipped, leader, discreet, phases, revision, rule: endedAs(read.rule, before.rule) };
}

/** What one date says, but for names that are hidden on it now. */
function withoutNames(said: Override['fields'], was: Activity | undefined): Override['fields'] {
  if (said.discreet !== false || was?.discreet !== true) return said;
  const { discreet: _discreet, ...fields } = said;
  return fields;
}

function endedAs(rule: Rule, known: Rule): Rule {
  if (rule.type === 'dates' || known.type === 'dates' || rule.until !== null) return rule;
  return { ...rule, until: known.until };
}

/** A row that only remembers what people were told is nobody's decision. */
const onlyRemembers = ({ fields, cancelled, was }: Override): boolean =>
  was !== null && cancelled === null && Object.keys(fields).length === 0;

/** Stays cancelled in sight because people are signed up for a date the series has no more (see `programme.ts`). */
function isKept(board: Board, series: Series, override: Override): boolean {
  if (override.cancelled === null || occursOn(series, override.originalDate)) return false;
  return [...partiesIn(board, override.id)].some(isLive);
}

/** Wherever somebody is signed up, however far ahead: looks through every sign-up, which an import may. */
function activitiesSignedUpFor(board: Board, seriesIds: ReadonlySet<string>): readonly string[] {
  const ids = new Set<string>();
  for (const { activityId: id } of rows(board.signUp)) if (seriesIds.has(id.slice(0, id.lastIndexOf('/')))) ids.add(id);
  return [...ids].sort();
}

/** Who comes "elke donderdag" counts on the days a screen looks ahead to. */
function standingDates({ board, now, zone }: Judgement, seriesIds: ReadonlySet<string>): readonly string[] {
  const today = dateAt(now, zone);
  return [...seriesIds].flatMap((seriesId) => {
    const series = row(board.series, seriesId, seriesId);
    if (series === undefined || group(board.standing, seriesId).size === 0) return [];
    return occurrences(series, today, addDays(today, HORIZON_DAYS)).map((date) => activityId(seriesId, date));
  });
}
