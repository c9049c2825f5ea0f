/**
 * A calendar's series, added or updated by their id (never removed). What the house decided about one date stands; what
 * an earlier file said about one date goes with that file. No sign-up is lost (see `programme.ts`).
 */
import { activityId, type Override } from './activity.ts';
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf, SeriesLine } from './commands.ts';
import type { Judgement } from './decide.ts';
import { HORIZON_DAYS } from './location.ts';
import { isLive, partiesIn } from './parties.ts';
import { withConsequences } from './programme.ts';
import { occurrences, occursOn, type Series } from './series.ts';
import { group, row, rows } from './table.ts';
import { addDays, dateAt, type PlainDate } from './time.ts';

export function importProgramme({ lines }: CommandOf<'importProgramme'>, judgement: Judgement): readonly Change[] {
  const changes = lines.flatMap((line) => seriesChanges(line, judgement));
  const seriesIds = new Set(lines.map(({ series }) => series.id));
  const ids = [...activitiesSignedUpFor(judgement.board, seriesIds), ...standingDates(judgement, seriesIds)];
  return withConsequences(judgement, changes, [...new Set(ids)].sort(), true);
}

function seriesChanges({ series: read, overrides }: SeriesLine, { board }: Judgement): readonly Change[] {
  const known = group(board.override, read.id);
  const series = withHouse(read, board);
  const next = new Map<string, Override>();
  for (const line of overrides) {
    const id = activityId(series.id, line.originalDate);
    next.set(id, { ...line, id, seriesId: series.id, absent: false, imported: true, was: known.get(id)?.was ?? null });
  }
  const changes: Change[] = [{ type: 'seriesPut', row: series }];
  for (const override of known.values()) {
    if (!override.imported && !onlyRemembers(override)) next.delete(override.id);
    else if (override.imported && !next.has(override.id) && !isKept(board, series, override))
      changes.push({ type: 'overrideRemoved', parent: series.id, id: override.id });
  }
  for (const override of next.values()) changes.push({ type: 'overridePut', row: override });
  return changes;
}

/**
 * A date that the house took out by itself is no date the file takes out: our own calendar tells it so. The revision is
 * the house's, for who counts on it goes up (RFC 5545 §3.8.7.4).
 */
function withHouse(read: Series, board: Board): Series {
  const before = row(board.series, read.id, read.id);
  if (before === undefined) return read;
  const isAbsent = (date: PlainDate) => row(board.override, read.id, activityId(read.id, date))?.absent ?? false;
  const skipped = read.skipped.filter((date) => before.skipped.includes(date) || !isAbsent(date));
  return { ...read, skipped, revision: before.revision };
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
