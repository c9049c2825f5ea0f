/** What a manager needs to know this morning: what asks for something by when, what comes, what was. Refuses to phrase. */
import { type Activity, activitiesBetween, endOf, startOf } from '../../domain/activity.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { stateOf } from '../../domain/announcement-views.ts';
import type { Board } from '../../domain/board.ts';
import { type MealList, mealList } from '../../domain/meal-views.ts';
import { clashesOf } from '../../domain/rooms.ts';
import type { Booking, Defect, Scooter } from '../../domain/scooter-rows.ts';
import { group, row, rows } from '../../domain/table.ts';
import { type Present, teamToday } from '../../domain/team-views.ts';
import { addDays, DAY, dateAt, type Instant, instantOf, instantOfText, type PlainDate } from '../../domain/time.ts';
import { type ActivityView, activityView, nobody } from '../../domain/views.ts';
import { openCallsOf } from './rounds.ts';
import { tasksOf } from './staff-care.ts';
import { type DeskPerson, deskRiders } from './staff-people.ts';
import type { Place, Wanted } from './staff-places.ts';
import { type Device, isOut, isSeen, minutesSince } from './staff-team.ts';
import { tripsToCome, zoneOfHouse } from './staff-trips.ts';

/** A driving test that ends within so many days is worth a plan. */
const TEST_ENDS_SOON = 14;
/** Clashes of so many days are worth solving now. */
const DAYS_AHEAD = 7;
/** Who was not reached so often is somebody's worry. */
const OFTEN = 2;

type About =
  | {
      readonly type: 'defect';
      readonly scooter: Scooter;
      readonly defect: Defect;
      readonly touched: number;
      readonly first: Booking | null;
    }
  | { readonly type: 'late'; readonly scooter: Scooter; readonly booking: Booking }
  | { readonly type: 'checkUp'; readonly scooter: Scooter }
  | { readonly type: 'test'; readonly person: DeskPerson; readonly validUntil: PlainDate }
  | { readonly type: 'missed'; readonly count: number }
  | { readonly type: 'tablet'; readonly name: string; readonly seen: Instant | null; readonly silent: number | null }
  | { readonly type: 'hints'; readonly list: MealList }
  | { readonly type: 'ending'; readonly announcement: Announcement; readonly until: Instant }
  | { readonly type: 'clash'; readonly one: Activity; readonly other: Activity }
  | { readonly type: 'unmarked'; readonly activity: Activity; readonly people: number }
  | { readonly type: 'start'; readonly step: FirstStep };

/** What a new house cannot do without. */
export type FirstStep = 'residents' | 'programme' | 'tablet';

/** Something that asks for somebody, by when, and where it is done. */
export type Need = About & {
  readonly key: string;
  readonly due: Instant;
  readonly place: Place;
  readonly wanted?: Wanted;
};

/** The most urgent first. Tablets are null until they were asked about. */
export function needsOf(board: Board, devices: readonly Device[] | null, now: Instant): readonly Need[] {
  const all = [
    ...scooterNeeds(board, now),
    ...testNeeds(board, now),
    ...roundNeeds(board, now),
    ...tabletNeeds(devices ?? [], now),
    ...mealNeeds(board, now),
    ...firstSteps(board, devices, now),
    ...endingNeeds(board, now),
    ...clashNeeds(board, now),
    ...attendanceNeeds(board, now),
  ];
  return all.sort((a, b) => a.due - b.due || (a.key < b.key ? -1 : 1));
}

const care: Place = { page: 'scootmobielen', part: 'onderhoud' };

function scooterNeeds(board: Board, now: Instant): readonly Need[] {
  return tasksOf(board, now).flatMap((task): readonly Need[] => {
    const { booking, defect, scooter, since, type } = task;
    if (type === 'defect' && defect !== null) {
      const trips = tripsToCome(board, scooter.id, now);
      const first = trips[0] ?? null;
      const due = first === null ? since : instantOfText(first.from);
      return [{ type, key: defect.id, scooter, defect, touched: trips.length, first, due, place: care }];
    }
    if (type === 'late' && booking !== null)
      return [{ type, key: booking.id, scooter, booking, due: since, place: care }];
    // Soon is soon enough.
    return type === 'checkUp' ? [{ type, key: scooter.id, scooter, due: now + 2 * DAY, place: care }] : [];
  });
}

function testNeeds(board: Board, now: Instant): readonly Need[] {
  const zone = zoneOfHouse(board);
  const today = todayIn(board, now);
  return deskRiders(board).flatMap((person): readonly Need[] => {
    const { validUntil } = person.clearance;
    if (validUntil < today || validUntil > addDays(today, TEST_ENDS_SOON)) return [];
    const due = instantOf(validUntil, '23:59', zone);
    return [
      { type: 'test', key: person.id, person, validUntil, due, place: { page: 'scootmobielen', part: 'rijden' } },
    ];
  });
}

function roundNeeds(board: Board, now: Instant): readonly Need[] {
  const count = openCallsOf(board, now).filter(({ tries }) => tries >= OFTEN).length;
  return count === 0
    ? []
    : [{ type: 'missed', key: 'missed', count, due: now, place: { page: 'kloppen', part: 'rondje' } }];
}

function tabletNeeds(devices: readonly Device[], now: Instant): readonly Need[] {
  return devices
    .filter((device) => !isOut(device) && !isSeen(device, now))
    .map(({ id, lastSeen, name }) => {
      const seen = lastSeen === null ? null : instantOfText(lastSeen);
      const silent = seen === null ? null : minutesSince(seen, now);
      const place: Place = { page: 'tablets', part: 'tablets' };
      return { type: 'tablet', key: id, name, seen, silent, due: seen ?? now, place };
    });
}

/** In the order in which a new house is set up; what breaks meanwhile comes first. */
function firstSteps(board: Board, devices: readonly Device[] | null, now: Instant): readonly Need[] {
  const readIn: Place = { page: 'bewoners', part: 'inlezen' };
  const steps: readonly (readonly [FirstStep, boolean, Place])[] = [
    ['residents', isEmpty(board.resident), readIn],
    ['programme', isEmpty(board.series), readIn],
    ['tablet', devices?.every(isOut) === true, { page: 'tablets', part: 'tablets' }],
  ];
  return steps.flatMap(([step, missing, place], nth): readonly Need[] =>
    missing ? [{ type: 'start', key: step, step, due: now + 7 * DAY + nth, place }] : [],
  );
}

const isEmpty = (table: Board['resident'] | Board['series']): boolean => rows<unknown>(table).next().done === true;

/** Who tapped in time for a meal of today or tomorrow, and came in too late. */
function mealNeeds(board: Board, now: Instant): readonly Need[] {
  return comingUp(board, now).flatMap(({ list, view }): readonly Need[] => {
    if (list === null || list.hints.length === 0) return [];
    const place: Place = { page: 'eten', part: 'lijst' };
    return [{ type: 'hints', key: view.activity.id, list, due: view.startsAt, place }];
  });
}

/** What comes down today or tomorrow: gone sooner, or up for longer. An alarm ends by itself. */
function endingNeeds(board: Board, now: Instant): readonly Need[] {
  const last = instantOf(addDays(todayIn(board, now), 2), '00:00', zoneOfHouse(board));
  return [...rows(board.announcement)].flatMap((announcement): readonly Need[] => {
    const until = instantOfText(announcement.until);
    if (announcement.level === 'alarm' || stateOf(announcement, now) !== 'on' || until > last) return [];
    const place: Place = { page: 'berichten', part: 'lijst' };
    return [{ type: 'ending', key: announcement.id, announcement, until, due: until, place }];
  });
}

/** Two activities of the coming week in one room, each pair of series once: the first time it happens. */
function clashNeeds(board: Board, now: Instant): readonly Need[] {
  const zone = zoneOfHouse(board);
  const today = todayIn(board, now);
  const ahead = activitiesBetween(board, today, addDays(today, DAYS_AHEAD)).filter((each) => endOf(each, zone) > now);
  const found = new Map<string, Need>();
  for (const [id, others] of clashesOf(board, ahead, zone)) {
    const one = ahead.find((each) => each.id === id);
    for (const other of one === undefined ? [] : others) {
      if (one === undefined || startOf(one, zone) > startOf(other, zone)) continue;
      const key = [one.seriesId, other.seriesId].sort().join(' ');
      const due = startOf(other, zone);
      if ((found.get(key)?.due ?? Number.POSITIVE_INFINITY) <= due) continue;
      const wanted: Wanted = { type: 'week', date: other.date };
      found.set(key, { type: 'clash', key, one, other, due, place: { page: 'programma', part: 'week' }, wanted });
    }
  }
  return [...found.values()];
}

/** What is over today and had people on its list, of whom nobody said whether they came. */
function attendanceNeeds(board: Board, now: Instant): readonly Need[] {
  const due = instantOf(todayIn(board, now), '23:59', zoneOfHouse(board));
  return overToday(board, now).flatMap(({ activity, people }): readonly Need[] => {
    if (people === 0 || isMarked(board, activity, now)) return [];
    const about = { type: 'unmarked', key: activity.id, activity, people, due } as const;
    if (activity.meal !== null) return [{ ...about, place: { page: 'eten', part: 'lijst' } }];
    const wanted: Wanted = { type: 'attendance', activityId: activity.id };
    return [{ ...about, place: { page: 'programma', part: 'week' }, wanted }];
  });
}

function isMarked(board: Board, { id, meal }: Activity, now: Instant): boolean {
  if (meal !== null) return (mealList(board, id, now)?.plates ?? []).some(({ plate }) => plate.came !== null);
  return group(board.attendance, id).size > 0 || row(board.visitors, id, id) !== undefined;
}

export interface Coming {
  readonly view: ActivityView;
  /** Of a meal. */
  readonly list: MealList | null;
}

/** What is on, and what comes today and tomorrow, in order. */
export function comingUp(board: Board, now: Instant): readonly Coming[] {
  return viewsOf(board, now, 1)
    .filter(({ endsAt }) => endsAt > now)
    .map((view) => ({ view, list: mealList(board, view.activity.id, now) }));
}

/** What is over today. */
export const overToday = (board: Board, now: Instant): readonly ActivityView[] =>
  viewsOf(board, now, 0).filter(
    ({ activity, endsAt }) => endsAt <= now && activity.date === todayIn(board, now) && activity.cancelled === null,
  );

function viewsOf(board: Board, now: Instant, days: number): readonly ActivityView[] {
  const today = todayIn(board, now);
  return activitiesBetween(board, today, addDays(today, days)).flatMap(
    ({ id }) => activityView(board, id, now, nobody) ?? [],
  );
}

export const whoIsHere = (board: Board, now: Instant): readonly Present[] =>
  teamToday(board, now).filter(({ here }) => here);

const todayIn = (board: Board, now: Instant): PlainDate => dateAt(now, zoneOfHouse(board));
