/** Two activities in one room at one time, in the weeks ahead. Refuses to forbid it: the house may have its reasons. */
import { type Activity, activitiesBetween, activityId } from '../../domain/activity.ts';
import { boardOf } from '../../domain/board.ts';
import type { SeriesLine } from '../../domain/commands.ts';
import { addDays, dayNumber, type PlainDate, weekdayOf } from '../../domain/time.ts';
import { plain } from './table.ts';
import { dayNames } from './values.ts';

const DAYS_AHEAD = 56;
const MOST_TOLD = 20;

/** A sentence for each pair of titles that meets in a room, the soonest first. */
export function roomClashes(lines: readonly SeriesLine[], today: PlainDate): readonly string[] {
  const board = boardOf({
    series: lines.map(({ series }) => series),
    override: lines.flatMap(({ series, overrides }) =>
      overrides.map((each) => ({
        ...each,
        id: activityId(series.id, each.originalDate),
        seriesId: series.id,
        absent: false,
        imported: true,
        was: null,
      })),
    ),
  });
  const told = new Map<string, string>();
  const lastIn = new Map<string, Activity>();
  for (const activity of activitiesBetween(board, today, addDays(today, DAYS_AHEAD))) {
    const room = plain(activity.room);
    if (room === '' || activity.allDay || activity.cancelled !== null) continue;
    const earlier = lastIn.get(room);
    if (earlier === undefined || endMinute(activity) > endMinute(earlier)) lastIn.set(room, activity);
    if (earlier === undefined || startMinute(activity) >= endMinute(earlier)) continue;
    const pair = [room, earlier.title, activity.title].join('\n');
    if (!told.has(pair) && told.size < MOST_TOLD) told.set(pair, sentence(earlier, activity));
  }
  return [...told.values()];
}

/** They come in order of start, so they meet from the later start to the earlier end. */
function sentence(first: Activity, second: Activity): string {
  const end = endMinute(first) < endMinute(second) ? first.endTime : second.endTime;
  const day = dayNames[weekdayOf(second.date) - 1];
  const what =
    first.title === second.title
      ? `‘${first.title}’ staat twee keer`
      : `‘${first.title}’ en ‘${second.title}’ zijn tegelijk`;
  return `${what} in ‘${second.room}’: op ${day} ${second.date} van ${second.startTime} tot ${end}.`;
}

const startMinute = ({ date, startTime }: Activity): number => dayNumber(date) * 1440 + minutes(startTime);
const endMinute = ({ date, endDays, endTime }: Activity): number =>
  (dayNumber(date) + endDays) * 1440 + minutes(endTime);
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
