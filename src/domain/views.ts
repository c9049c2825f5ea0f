/**
 * What a resident's screen shows, computed from the board: days, doors, one's own things, the team. Refuses to phrase or
 * translate: it says what is the case, screens say it in words.
 */
import { type Activity, activitiesBetween, activityById, endOf, lastMoment, startOf } from './activity.ts';
import { type Board, locationOf } from './board.ts';
import { closedFrom, isClosedAt, seenAt } from './closing.ts';
import { HORIZON_DAYS } from './location.ts';
import type { MenuDay } from './meal.ts';
import type { Plate, Standing } from './meal-rows.ts';
import { menuOfMeal } from './menu-of-meal.ts';
import type { Notice } from './notice.ts';
import { isCurrent } from './notice-rules.ts';
import { partiesOf, partyWith, peopleGoing, placesLeft, standingId } from './parties.ts';
import { choicesOf, platesOf } from './plate-rows.ts';
import type { SignUp } from './sign-up-row.ts';
import { group, row, rows } from './table.ts';
import { addDays, dateAt, type Instant, type PlainDate } from './time.ts';

/** Who stands at the screen in this visit, as far as they said so. */
export interface Viewer {
  /** One resident, or the residents of one door who act together; empty is nobody yet. */
  readonly residentIds: readonly string[];
  /** Sign-ups this visit made: a discreet one is known to nobody else. */
  readonly signUpIds: ReadonlySet<string>;
}

export const nobody: Viewer = { residentIds: [], signUpIds: new Set() };

/**
 * `open` can be joined · `full` offers the waiting list · `closed` sign-up has ended · `free` needs no sign-up ·
 * `started` · `cancelled` · `joined` and `waiting` are the viewer's own.
 */
export type ActivityState = 'open' | 'full' | 'closed' | 'free' | 'started' | 'cancelled' | 'joined' | 'waiting';

export interface ActivityView {
  readonly activity: Activity;
  readonly state: ActivityState;
  /** `now` is on, `soon` starts within the hour. */
  readonly moment: 'now' | 'soon' | 'later';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** People going, companions and guests included. */
  readonly people: number;
  /** Places left for people; null where there is no limit. */
  readonly left: number | null;
  /** Parties on the waiting list. */
  readonly waiting: number;
  /** The viewer's own party. */
  readonly party: SignUp | null;
  /** Place in line, from 1; null for who does not wait. */
  readonly place: number | null;
  /** The menu of a meal; null where there is none. */
  readonly menu: MenuDay | null;
  /** What one may choose from; empty is one dish for all, or no meal. */
  readonly choices: readonly string[];
  /** Of the viewer's own party, with what was chosen: residents, then guests. */
  readonly plates: readonly Plate[];
  /** Since when joining has ended, by hand or by rule; null is not. */
  readonly closedAt: Instant | null;
  /** The viewer's own "elke donderdag" for this series, also while it pauses; null has none. */
  readonly standing: Standing | null;
}

const SOON: Instant = 3_600_000;

/** One activity as the viewer sees it; null where it does not exist. */
export function activityView(board: Board, id: string, now: Instant, viewer: Viewer): ActivityView | null {
  const activity = activityById(board, id);
  return activity === undefined ? null : viewOf(board, activity, now, viewer);
}

/** What is on that starts on a date, in order; what is over is left out, what runs on from the day before is kept. */
export function dayView(board: Board, date: PlainDate, now: Instant, viewer: Viewer): readonly ActivityView[] {
  return activitiesBetween(board, date, date)
    .map((activity) => viewOf(board, activity, now, viewer))
    .filter(({ activity, endsAt, startsAt }) => endsAt > now && (activity.date === date || startsAt <= now));
}

export interface DayAhead {
  readonly date: PlainDate;
  readonly activities: readonly ActivityView[];
}

/** Tomorrow and the days after it, as far as a screen looks ahead; days without anything are there too. */
export function daysAhead(board: Board, now: Instant, viewer: Viewer): readonly DayAhead[] {
  const today = dateAt(now, locationOf(board).timeZone);
  const all = activitiesBetween(board, addDays(today, 1), addDays(today, HORIZON_DAYS));
  return Array.from({ length: HORIZON_DAYS }, (_, index) => {
    const date = addDays(today, index + 1);
    const activities = all.filter((activity) => activity.date === date);
    return { date, activities: activities.map((activity) => viewOf(board, activity, now, viewer)) };
  });
}

/** The first activity that is on or comes, today or on a later day; null where the programme is empty. */
export function nextActivity(board: Board, now: Instant): ActivityView | null {
  const today = dateAt(now, locationOf(board).timeZone);
  for (const activity of activitiesBetween(board, today, addDays(today, HORIZON_DAYS))) {
    const view = viewOf(board, activity, now, nobody);
    if (view.endsAt > now && view.state !== 'cancelled') return view;
  }
  return null;
}

function viewOf(board: Board, activity: Activity, now: Instant, viewer: Viewer): ActivityView {
  const zone = locationOf(board).timeZone;
  const [startsAt, endsAt] = [startOf(activity, zone), endOf(activity, zone)];
  const party = partyOf(board, activity.id, viewer);
  const { waiting } = partiesOf(board, activity.id);
  const left = placesLeft(board, activity);
  const closed = closedFrom(board, activity, zone);
  const at = seenAt(board, activity, now);
  const isClosed = isClosedAt(board, activity, { at, zone, residentIds: viewer.residentIds });
  return {
    activity,
    startsAt,
    endsAt,
    party,
    moment: now >= startsAt ? 'now' : startsAt - now <= SOON ? 'soon' : 'later',
    people: peopleGoing(board, activity.id),
    left: Number.isFinite(left) ? left : null,
    waiting: waiting.length,
    place: party?.status === 'waiting' ? waiting.indexOf(party) + 1 : null,
    menu: menuOfMeal(board, activity) ?? null,
    choices: choicesOf(board, activity),
    plates: party === null ? [] : platesOf(board, activity, party),
    closedAt: isClosed ? closed : null,
    standing: standingOf(board, activity, viewer),
    state: stateOf(activity, party, { now, zone, isClosed, full: left === 0 || waiting.length > 0 }),
  };
}

function partyOf(board: Board, id: string, viewer: Viewer): SignUp | null {
  for (const residentId of viewer.residentIds) {
    const party = partyWith(board, id, residentId);
    if (party !== undefined) return party;
  }
  for (const party of group(board.signUp, id).values()) {
    if (viewer.signUpIds.has(party.id) && party.status !== 'withdrawn') return party;
  }
  return null;
}

function standingOf(board: Board, { originalDate, seriesId }: Activity, viewer: Viewer): Standing | null {
  for (const residentId of viewer.residentIds) {
    const standing = row(board.standing, seriesId, standingId(seriesId, residentId));
    if (standing !== undefined && (standing.until === null || standing.until >= originalDate)) return standing;
  }
  return null;
}

function stateOf(
  activity: Activity,
  party: SignUp | null,
  {
    full,
    isClosed,
    now,
    zone,
  }: { readonly now: Instant; readonly zone: string; readonly full: boolean; readonly isClosed: boolean },
): ActivityState {
  if (activity.cancelled !== null) return 'cancelled';
  if (party?.status === 'going') return 'joined';
  if (party?.status === 'waiting') return 'waiting';
  if (activity.signUp === 'none') return 'free';
  if (now >= lastMoment(activity, zone)) return 'started';
  if (isClosed) return 'closed';
  return full ? 'full' : 'open';
}

/** The viewer's own activities that are not over, in order. */
export function myActivities(board: Board, now: Instant, viewer: Viewer): readonly ActivityView[] {
  const today = dateAt(now, locationOf(board).timeZone);
  return activitiesBetween(board, today, addDays(today, HORIZON_DAYS))
    .filter((activity) => partyOf(board, activity.id, viewer) !== null)
    .map((activity) => viewOf(board, activity, now, viewer))
    .filter(({ endsAt }) => endsAt > now);
}

/** What the viewer must be told, oldest first. */
export function myNotices(board: Board, now: Instant, viewer: Viewer): readonly Notice[] {
  const zone = locationOf(board).timeZone;
  return viewer.residentIds
    .flatMap((residentId) => [...group(board.notice, residentId).values()])
    .filter((notice) => isCurrent(notice, { board, now, zone }) && isStillSo(board, notice))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Nobody reads that what is cancelled has another day, nor that what goes on is cancelled. */
const isStillSo = (board: Board, { activityId, type }: Notice): boolean =>
  type === 'message' || (type === 'cancelled') === (activityById(board, activityId)?.cancelled !== null);

/** Who of them asked for somebody of the team to come by. */
export const visitsAskedBy = (board: Board, { residentIds }: Viewer): readonly string[] =>
  residentIds.filter((id) => row(board.visitAsked, id, id) !== undefined);

/** The viewer's other activities at the same time: told, never forbidden (DESIGN §9). */
export function overlapsOf(board: Board, id: string, now: Instant, viewer: Viewer): readonly Activity[] {
  const view = activityView(board, id, now, viewer);
  if (view === null) return [];
  return activitiesBetween(board, view.activity.date, addDays(view.activity.date, view.activity.endDays))
    .filter((other) => other.id !== id && other.cancelled === null && partyOf(board, other.id, viewer) !== null)
    .filter((other) => {
      const zone = locationOf(board).timeZone;
      return startOf(other, zone) < view.endsAt && endOf(other, zone) > view.startsAt;
    });
}

/** What a shared screen may call somebody: a name with their consent, else only "mevrouw" or "meneer" (DESIGN §9). */
export interface Person {
  readonly id: string;
  readonly name: { readonly firstName: string; readonly initial: string } | null;
  readonly salutation: 'mevrouw' | 'meneer' | null;
  readonly number: string;
  readonly floor: number;
  readonly language: string;
}

export interface Door {
  readonly homeId: string;
  readonly number: string;
  readonly floor: number;
  readonly people: readonly Person[];
}

/** Floors where somebody lives, from below, each with its doors in order of number. */
export function floorsOf(board: Board): readonly { readonly floor: number; readonly doors: readonly Door[] }[] {
  const doors = new Map<string, { readonly number: string; readonly floor: number; readonly people: Person[] }>();
  for (const resident of rows(board.resident)) {
    const person = personOf(board, resident.id);
    if (person === null) continue;
    const door = doors.get(resident.homeId) ?? { number: person.number, floor: person.floor, people: [] };
    door.people.push(person);
    doors.set(resident.homeId, door);
  }
  const floors = new Map<number, Door[]>();
  for (const [homeId, door] of doors) {
    const people = door.people.sort((a, b) => (a.id < b.id ? -1 : 1));
    floors.set(door.floor, [...(floors.get(door.floor) ?? []), { homeId, ...door, people }]);
  }
  return [...floors]
    .sort(([a], [b]) => a - b)
    .map(([floor, list]) => ({ floor, doors: list.sort((a, b) => byNumber(a.number, b.number)) }));
}

/** A resident who lives here; null for who is unknown or has left. */
export function personOf(board: Board, residentId: string): Person | null {
  const resident = row(board.resident, residentId, residentId);
  if (resident === undefined || resident.left !== null) return null;
  const home = row(board.home, resident.homeId, resident.homeId);
  if (home === undefined) return null;
  const { firstName, initial, language, salutation } = resident;
  const name = resident.showName && firstName !== '' ? { firstName, initial } : null;
  return { id: residentId, name, salutation, number: home.number, floor: home.floor, language };
}

/** Door numbers as people count them: 9 before 10, 12 before 12A. */
function byNumber(a: string, b: string): number {
  const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  return difference || (a < b ? -1 : a > b ? 1 : 0);
}
