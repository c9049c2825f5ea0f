/** A week of the programme as the desk draws and lists it: where each activity lies in its day. Refuses to know words. */
import { type Activity, activitiesBetween, activityById, endOf } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import { type DayOff, daysOff } from '../../domain/holidays.ts';
import { partiesOf, peopleGoing, peopleOf } from '../../domain/parties.ts';
import { clashesOf, roomId } from '../../domain/rooms.ts';
import { mondayOf } from '../../domain/scooter-time.ts';
import { categories, type Series } from '../../domain/series.ts';
import { group, row, rows } from '../../domain/table.ts';
import { addDays, type Instant, type PlainDate } from '../../domain/time.ts';
import { type ClockChange, clockChange } from './clock-change.ts';

/** The Monday of the week a date is in. */
export const weekWith = (date: PlainDate): PlainDate => mondayOf(date);

/** The Monday so many weeks later. */
export const weekAfter = (monday: PlainDate, weeks: number): PlainDate => addDays(monday, 7 * weeks);

export const sundayOf = (monday: PlainDate): PlainDate => addDays(monday, 6);

export const activityOf = (board: Board, id: string): Activity | null => activityById(board, id) ?? null;

/** What the contract asks for by name; meeting, care and the neighbourhood come by themselves. */
export const goals = categories.filter((each) => each !== 'meeting' && each !== 'care' && each !== 'community');

export interface Item {
  readonly activity: Activity;
  /** People going, and waiting. */
  readonly people: number;
  readonly waiting: number;
  /** Others that want the room at the same time. */
  readonly clashes: readonly Activity[];
  /** It was on this date and the house took it out. */
  readonly skipped: boolean;
  readonly over: boolean;
  /** Minutes from midnight of its day; what runs past midnight ends with the day. */
  readonly from: number;
  readonly until: number;
  /** Which of so many that are on at the same time. */
  readonly lane: number;
  readonly lanes: number;
  /** They begin far enough apart to lie over one another, each with its title in sight: the later one, further in. */
  readonly stepped: boolean;
  /** Minutes from midnight at which a later one begins to lie over it; its own end where none does. */
  readonly seenUntil: number;
  /** Comes nearly every day without a name: a thin strip. */
  readonly strip: boolean;
}

export interface Day {
  readonly date: PlainDate;
  readonly off: DayOff | null;
  readonly items: readonly Item[];
}

export interface Week {
  readonly monday: PlainDate;
  readonly days: readonly Day[];
  /** The hours to draw. */
  readonly first: number;
  readonly last: number;
  /** Pairs that want one room at one time, each once. */
  readonly clashes: readonly (readonly [Activity, Activity])[];
  readonly clock: ClockChange | null;
}

const [FIRST_HOUR, LAST_HOUR] = [9, 18] as const;

/** Of all rooms, or of one by its name. */
export function weekOfProgramme(
  board: Board,
  monday: PlainDate,
  { now, room }: { now: Instant; room: string | null },
): Week {
  const zone = locationOf(board).timeZone;
  const sunday = addDays(monday, 6);
  // What began the evening before and runs on is in the way too.
  const on = activitiesBetween(board, monday, sunday);
  const clashes = clashesOf(board, on, zone);
  const off = daysOff(
    board,
    Array.from({ length: 7 }, (_, n) => addDays(monday, n)),
  );
  const shown = [...on.filter(({ date }) => date >= monday), ...skippedIn(board, monday, sunday)].filter(
    (each) => room === null || roomId(each.room) === roomId(room),
  );
  const items = shown.map((activity) => {
    const skipped = activityById(board, activity.id) === undefined;
    return {
      ...{ activity, skipped, people: peopleGoing(board, activity.id), clashes: clashes.get(activity.id) ?? [] },
      waiting: partiesOf(board, activity.id).waiting.reduce((sum, party) => sum + peopleOf(party), 0),
      over: now >= endOf(activity, zone),
      from: activity.allDay ? 0 : minutesOf(activity.startTime),
      until: activity.allDay || activity.endDays > 0 ? 24 * 60 : minutesOf(activity.endTime),
      strip: isStrip(board, activity),
    };
  });
  const timed = items.filter(({ activity }) => !activity.allDay);
  return {
    monday,
    clock: clockChange(
      Array.from({ length: 7 }, (_, n) => addDays(monday, n)),
      zone,
    ),
    days: Array.from({ length: 7 }, (_, n) => {
      const date = addDays(monday, n);
      return { date, off: off.get(date) ?? null, items: inLanes(items.filter((each) => each.activity.date === date)) };
    }),
    first: Math.min(FIRST_HOUR, ...timed.map(({ from }) => Math.floor(from / 60))),
    last: Math.max(LAST_HOUR, ...timed.map(({ until }) => Math.ceil(until / 60))),
    clashes: [...clashes].flatMap(([id, others]) => {
      const one = on.find((each) => each.id === id);
      return one === undefined ? [] : others.filter((other) => id < other.id).map((other) => [one, other] as const);
    }),
  };
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Of minutes on a day: never before its start or at its end. */
export function timeOf(minutes: number): string {
  const kept = Math.max(0, Math.min(24 * 60 - 1, minutes));
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}

/** Dates the house took out one by one stay in sight, so that they can be put back. */
function skippedIn(board: Board, from: PlainDate, to: PlainDate): readonly Activity[] {
  const found: Activity[] = [];
  for (const series of rows(board.series)) {
    for (const override of group(board.override, series.id).values()) {
      if (!override.absent || override.originalDate < from || override.originalDate > to) continue;
      found.push({ ...series, ...override.fields, ...lying(series, override.originalDate, override.id) } as Activity);
    }
    for (const date of series.skipped) {
      const id = `${series.id}/${date}`;
      if (date < from || date > to || activityById(board, id) !== undefined) continue;
      if (group(board.override, series.id).has(id)) continue;
      found.push({ ...series, ...lying(series, date, id) });
    }
  }
  return found;
}

const lying = (series: Series, date: PlainDate, id: string) => ({
  ...{ id, seriesId: series.id, originalDate: date, date, cancelled: null, was: null },
});

function isStrip(board: Board, { seriesId, signUp }: Activity): boolean {
  const rule = row(board.series, seriesId, seriesId)?.rule;
  if (signUp === 'open' || rule === undefined) return false;
  return rule.type === 'daily' || (rule.type === 'weekly' && rule.weekdays.length > 2);
}

type Unplaced = Omit<Item, 'lane' | 'lanes' | 'stepped' | 'seenUntil'>;

/** Minutes: a title is one line high. */
const APART = 30;

/** Side by side where they are on at the same time. */
function inLanes(items: readonly Unplaced[]): readonly Item[] {
  const placed: Item[] = [];
  let together: (Unplaced & { lane: number })[] = [];
  let end = -1;
  const close = () => {
    const lanes = Math.max(1, ...together.map(({ lane }) => lane + 1));
    const starts = together.map(({ from }) => from).sort((a, b) => a - b);
    const stepped = starts.every((from, n) => n === 0 || from - (starts[n - 1] ?? 0) >= APART);
    placed.push(...(stepped ? stepsOf(together) : together.map((each) => inLane(each, lanes))));
    together = [];
  };
  const isApart = ({ activity, strip }: Unplaced) => strip || activity.allDay;
  const apart = items.filter(isApart).map((each) => inLane({ ...each, lane: 0 }, 1));
  for (const item of items.filter((each) => !isApart(each)).sort((a, b) => a.from - b.from || b.until - a.until)) {
    if (item.from >= end) close();
    const taken = new Set(together.filter(({ until }) => until > item.from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    together.push({ ...item, lane });
    end = Math.max(end, item.until);
  }
  close();
  return [...placed, ...apart].sort((a, b) => a.from - b.from || (a.activity.id < b.activity.id ? -1 : 1));
}

const inLane = (each: Unplaced & { readonly lane: number }, lanes: number): Item => ({
  ...each,
  ...{ lanes, stepped: false, seenUntil: each.until },
});

/** In the order in which they begin: each one step further in than all that are still on. */
function stepsOf(together: readonly Unplaced[]): readonly Item[] {
  const steps: Item[] = [];
  for (const each of together) {
    const under = steps.filter(({ until }) => until > each.from);
    const lane = Math.max(-1, ...under.map((one) => one.lane)) + 1;
    const later = together.find(({ from }) => from > each.from && from < each.until);
    steps.push({
      ...each,
      lane,
      lanes: 1,
      stepped: true,
      seenUntil: later?.from ?? each.until,
    });
  }
  return steps;
}

/** What is there this week and does not come by itself a week later. */
export function copiesOf(board: Board, monday: PlainDate): readonly Activity[] {
  const before = addDays(monday, -7);
  return activitiesBetween(board, before, addDays(monday, -1)).filter((activity) => {
    if (activity.date < before || activity.cancelled !== null) return false;
    const again = activitiesBetween(board, addDays(activity.date, 7), addDays(activity.date, 7));
    return !again.some(({ seriesId }) => seriesId === activity.seriesId);
  });
}
