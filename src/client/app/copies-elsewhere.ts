/** What of this flat can be made anew in another, and how it went. Refuses to know words, and to take anybody along. */
import type { Activity } from '../../domain/activity.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { Board } from '../../domain/board.ts';
import type { Command } from '../../domain/commands.ts';
import { copyOfActivity, copyOfAnnouncement, copyOfSeries } from '../../domain/copies.ts';
import { occurrences } from '../../domain/series.ts';
import { row } from '../../domain/table.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';
import type { Copied, FlatsDesk } from '../sync/flats-desk.ts';

/** Days: a copy is no longer. */
const A_YEAR = 366;

export interface CopyChoice {
  readonly what: 'one' | 'series' | 'announcement';
  readonly command: Command;
  /** Dates it makes there. */
  readonly times: number;
}

/** This date while it is to come, and its series while that has more than one. */
export function activityCopies(board: Board, activity: Activity, today: PlainDate): readonly CopyChoice[] {
  const one: CopyChoice = { what: 'one', command: copyOfActivity(activity), times: 1 };
  const series = seriesCopy(board, activity.seriesId, today);
  return [...(activity.date >= today ? [one] : []), ...(series === null ? [] : [series])];
}

function seriesCopy(board: Board, seriesId: string, today: PlainDate): CopyChoice | null {
  const series = row(board.series, seriesId, seriesId);
  const command = series === undefined ? null : copyOfSeries(board, series, today);
  const times = command === null ? 0 : occurrences(command.series, today, addDays(today, A_YEAR)).length;
  return command === null || times < 2 ? null : { what: 'series', command, times };
}

export const announcementCopies = (announcement: Announcement): readonly CopyChoice[] => [
  { what: 'announcement', command: copyOfAnnouncement(announcement), times: 1 },
];

export type CopyOutcome = Copied | { readonly type: 'roomless' };

/** Where that flat has no room of this name the copy has none yet: rooms are of a flat. */
export async function copyTo(flats: FlatsDesk, flatId: string, { command }: CopyChoice): Promise<CopyOutcome> {
  const copied = await flats.copy(flatId, command);
  const isRoom = copied.type === 'refused' && copied.reason.type === 'roomUnknown';
  if (!isRoom || command.type !== 'putSeries') return copied;
  const again = await flats.copy(flatId, { ...command, series: { ...command.series, room: '' } });
  return again.type === 'done' ? { type: 'roomless' } : again;
}
