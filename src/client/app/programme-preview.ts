/** The house as it would be with a draft in it, for the kiosk in small. Refuses to draw a draft that is not filled in. */
import { type Activity, activityById, closesAt, startOf } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import { apply, type Change } from '../../domain/changes.ts';
import type { Command } from '../../domain/commands.ts';
import { dateAt, type Instant } from '../../domain/time.ts';
import { commandOf, editOf, newSeriesOf, type ProgrammeDraft, whyNotDraft } from './programme-draft.ts';

export interface HouseThen {
  readonly board: Board;
  /** On the day of it, while people may still sign up, or just before it begins. */
  readonly now: Instant;
  readonly activity: Activity;
}

export interface Drafted {
  readonly draft: ProgrammeDraft;
  /** What is changed; null is something new. */
  readonly seen: Activity | null;
  readonly foresee: (command: Command) => readonly Change[] | null;
}

const MINUTE = 60_000;

/** Null where it cannot be, or not yet. */
export function houseWith(board: Board, { draft, foresee, seen }: Drafted): HouseThen | null {
  if (whyNotDraft(draft, seen === null) !== null) return null;
  const changes = changesOf(board, { draft, foresee, seen });
  if (changes === null) return null;
  const after = apply(board, changes);
  const activity = activityById(after, seen?.id ?? madeIn(changes, draft));
  if (activity === undefined) return null;
  const zone = locationOf(board).timeZone;
  const start = startOf(activity, zone);
  const open = Math.min(start, closesAt(activity, zone) ?? start) - MINUTE;
  const isThatDay = dateAt(open, zone) === activity.date;
  return { board: after, now: isThatDay ? open : start - MINUTE, activity };
}

function changesOf(board: Board, { draft, foresee, seen }: Drafted): readonly Change[] | null {
  if (seen === null) return foresee(newSeriesOf(board, draft));
  const edit = editOf(seen, draft);
  if (edit === null) return [];
  const asked = { beyond: true, named: true, date: seen.date };
  return foresee(commandOf({ ...edit, was: {} }, 'one', asked));
}

const madeIn = ([made]: readonly Change[], { date }: ProgrammeDraft): string =>
  made?.type === 'seriesPut' ? `${made.row.id}/${date}` : '';
