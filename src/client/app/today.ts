/** What a manager needs to know this morning: what asks for something by when, what comes, what was. Refuses to phrase. */
import { activitiesBetween } from '../../domain/activity.ts';
import type { Board } from '../../domain/board.ts';
import { type MealList, mealList } from '../../domain/meal-views.ts';
import type { Booking, Defect, Scooter } from '../../domain/scooter-rows.ts';
import { rows } from '../../domain/table.ts';
import { addDays, DAY, dateAt, type Instant, instantOf, instantOfText, type PlainDate } from '../../domain/time.ts';
import { type ActivityView, activityView, nobody, type Present, teamToday } from '../../domain/views.ts';
import { openCallsOf } from './rounds.ts';
import { tasksOf } from './staff-care.ts';
import { type DeskPerson, deskRiders } from './staff-people.ts';
import type { Place } from './staff-places.ts';
import { type Device, isOut, isSeen } from './staff-team.ts';
import { tripsToCome, zoneOfHouse } from './staff-trips.ts';

/** A driving test that ends within so many days is worth a plan. */
const TEST_ENDS_SOON = 14;
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
  | { readonly type: 'tablet'; readonly name: string; readonly seen: Instant | null }
  | { readonly type: 'hints'; readonly list: MealList }
  | { readonly type: 'start'; readonly step: FirstStep };

/** What a new house cannot do without. */
export type FirstStep = 'residents' | 'programme' | 'tablet';

/** Something that asks for somebody, by when, and where it is done. */
export type Need = About & { readonly key: string; readonly due: Instant; readonly place: Place };

/** The most urgent first. Tablets are null until they were asked about. */
export function needsOf(board: Board, devices: readonly Device[] | null, now: Instant): readonly Need[] {
  const all = [
    ...scooterNeeds(board, now),
    ...testNeeds(board, now),
    ...roundNeeds(board, now),
    ...tabletNeeds(devices ?? [], now),
    ...mealNeeds(board, now),
    ...firstSteps(board, devices, now),
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
      return { type: 'tablet', key: id, name, seen, due: seen ?? now, place: { page: 'tablets', part: 'tablets' } };
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
