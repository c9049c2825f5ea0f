/** Residents as the desk lists and opens them: who they are, what they have to come, and what leaving would free. */
import { activitiesBetween, lastMoment } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import { type StandingView, standingView } from '../../domain/own-meal-views.ts';
import { isLive, partyWith } from '../../domain/parties.ts';
import { fieldsOf, type ResidentField, type ResidentFields } from '../../domain/people.ts';
import { doorKey, fullNameKey, homesByNumber, namedOn } from '../../domain/same-person.ts';
import type { Booking } from '../../domain/scooter-rows.ts';
import { row, rows } from '../../domain/table.ts';
import { addDays, dateAt, type Instant, instantOfText } from '../../domain/time.ts';
import { languages } from '../i18n/languages.ts';
import { languagesToCome } from '../i18n/languages-to-come.ts';
import type { ResidentWays } from '../sync/people-desk.ts';
import { type DeskPerson, deskPeople, deskPerson } from './staff-people.ts';

export { nobodyYet, type ResidentField, type ResidentFields } from '../../domain/people.ts';
export type { CardSet, ResidentWays } from '../sync/people-desk.ts';

export interface DeskResident extends DeskPerson {
  readonly fields: ResidentFields;
  /** Meals they take part in every time, by name. */
  readonly standing: readonly string[];
}

/** Who lives here, in order of door. */
export function deskResidents(board: Board): readonly DeskResident[] {
  const meals = new Map<string, string[]>();
  for (const { residentId, seriesId, until } of rows(board.standing)) {
    const title = row(board.series, seriesId, seriesId)?.title;
    if (title !== undefined && until === null) meals.set(residentId, [...(meals.get(residentId) ?? []), title]);
  }
  return deskPeople(board).flatMap((person) => {
    const fields = fieldsOf(board, person.id);
    return fields === null ? [] : [{ ...person, fields, standing: meals.get(person.id) ?? [] }];
  });
}

/** Null for who is unknown or has left. */
export function deskResident(board: Board, residentId: string): DeskResident | null {
  return deskResidents(board).find(({ id }) => id === residentId) ?? null;
}

export interface GoneResident extends DeskPerson {
  readonly left: 'moved' | 'deceased';
}

/** Who has left and was not erased, in order of name. */
export const goneResidents = (board: Board): readonly GoneResident[] =>
  [...rows(board.resident)]
    .flatMap(({ id, left }) => {
      const person = left === null ? null : deskPerson(board, id);
      return person === null || left === null ? [] : [{ ...person, left }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));

const SOON_DAYS = 42;

export type ResidentFilter = 'all' | 'noCard' | 'ending';

/** Those without a card; those whose driving test is over soon, or is already. */
export function filterResidents(
  people: readonly DeskResident[],
  filter: ResidentFilter,
  { ways, today }: { readonly ways: ResidentWays | null; readonly today: string },
): readonly DeskResident[] {
  const soon = addDays(today, SOON_DAYS);
  if (filter === 'noCard') return people.filter(({ id }) => ways !== null && !ways.cards.has(id));
  if (filter === 'ending') return people.filter(({ clearance }) => clearance !== null && clearance.validUntil <= soon);
  return people;
}

/** Whether a driving test is over, or soon is. */
export function clearanceState(validUntil: string, today: string): 'over' | 'soon' | 'good' {
  if (validUntil < today) return 'over';
  return validUntil <= addDays(today, SOON_DAYS) ? 'soon' : 'good';
}

/** Who shares the door. */
export const housemates = (board: Board, { id, door }: DeskPerson): readonly DeskPerson[] =>
  deskPeople(board).filter((each) => each.id !== id && each.door === door);

/** The floor of a door the house has; null is a door it has not. */
export const floorOfDoor = (board: Board, number: string): number | null =>
  homesByNumber(board).get(doorKey(number))?.floor ?? null;

/** Who has this name already, behind another door: somebody who moved, or a namesake. */
export function namesake(board: Board, fields: ResidentFields): DeskPerson | null {
  if (fields.firstName.trim() === '' || fields.lastName.trim() === '') return null;
  const key = fullNameKey(fields);
  const found = [...rows(board.resident)].find((each) => {
    const named = namedOn(board, each);
    return each.left === null && fullNameKey(named) === key && doorKey(named.number) !== doorKey(fields.number);
  });
  return found === undefined ? null : deskPerson(board, found.id);
}

const DAYS_AHEAD = 28;

export interface ToCome {
  readonly activityId: string;
  readonly signUpId: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  readonly waiting: boolean;
}

/** What they are on the list of in the weeks to come. */
export function toCome(board: Board, residentId: string, now: Instant): readonly ToCome[] {
  const zone = locationOf(board).timeZone;
  const today = dateAt(now, zone);
  return activitiesBetween(board, today, addDays(today, DAYS_AHEAD)).flatMap((activity) => {
    const party = partyWith(board, activity.id, residentId);
    if (party === undefined || activity.cancelled !== null || now >= lastMoment(activity, zone)) return [];
    const { id: activityId, title, date, startTime: time } = activity;
    return [{ activityId, signUpId: party.id, title, date, time, waiting: party.status === 'waiting' }];
  });
}

/** Their trips to come and under way, soonest first. */
export function tripsOf(board: Board, residentId: string, now: Instant): readonly Booking[] {
  return [...rows(board.booking)]
    .filter((trip) => trip.residentId === residentId)
    .filter(({ status, to }) => status === 'taken' || (status === 'booked' && instantOfText(to) > now))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Every meal that comes again, and whether they take part each time. */
export function mealHabits(board: Board, residentId: string, now: Instant): readonly StandingView[] {
  return [...rows(board.series)]
    .filter(({ discreet, meal, signUp }) => meal !== null && !discreet && signUp !== 'none')
    .flatMap((series) => standingView(board, { seriesId: series.id, residentId }, now) ?? [])
    .filter((view) => view.next !== null || view.state !== 'none')
    .sort((a, b) => (a.series.title < b.series.title ? -1 : 1));
}

export interface Freed {
  readonly places: number;
  readonly habits: number;
  readonly trips: number;
  /** Who gets a place by it. */
  readonly promoted: number;
}

/** What leaving would free, counted from what it would change. */
export function freedBy(board: Board, changes: readonly Change[], residentId: string): Freed {
  const freed = { places: 0, habits: 0, trips: 0, promoted: 0 };
  for (const change of changes) {
    if (change.type === 'standingRemoved') freed.habits += 1;
    if (change.type === 'bookingPut' && change.row.status === 'cancelled') freed.trips += 1;
    if (change.type !== 'signUpPut') continue;
    const was = row(board.signUp, change.row.activityId, change.row.id);
    const wasIn = was !== undefined && isLive(was) && was.residentIds.includes(residentId);
    if (wasIn && !(isLive(change.row) && change.row.residentIds.includes(residentId))) freed.places += 1;
    if (was?.status === 'waiting' && change.row.status === 'going') freed.promoted += change.row.residentIds.length;
  }
  return freed;
}

/** What was typed, where it says something else than what was there. */
export function changedFields(was: ResidentFields, is: ResidentFields): Partial<ResidentFields> {
  const names = (Object.keys(is) as ResidentField[]).filter((name) => is[name] !== was[name]);
  return Object.fromEntries(names.map((name) => [name, is[name]]));
}

/** What somebody saw of these fields. */
export const seenFields = (was: ResidentFields, fields: Partial<ResidentFields>): Partial<ResidentFields> =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, was[name as ResidentField]]));

/** Languages of residents that the screens do not speak and are not to come soon. */
const others = ['de', 'fr', 'hns', 'it', 'ku', 'rif', 'ru', 'so', 'srn', 'ti', 'uk', 'ur', 'vi'];

/** Those that the screens speak first, and the one that is chosen. */
export function languageChoices(chosen: string): readonly { readonly value: string; readonly text: string }[] {
  const tags = [...[...languages, ...languagesToCome].map(({ tag }) => tag as string), ...others];
  const all = tags.includes(chosen) ? tags : [...tags, chosen];
  return all.map((value) => ({ value, text: languageName(value) }));
}

const names = new Intl.DisplayNames(['nl'], { type: 'language' });
/** What browsers do not know, or say with a country. */
const own: Readonly<Record<string, string>> = {
  'pt-PT': 'Portugees',
  hns: 'Sarnami',
  kea: 'Kaapverdisch',
  pap: 'Papiaments',
  rif: 'Riffijns',
};

/** "Turks" */
export function languageName(tag: string): string {
  const name = (Object.hasOwn(own, tag) ? own[tag] : names.of(tag)) ?? tag;
  return `${name.slice(0, 1).toLocaleUpperCase('nl')}${name.slice(1)}`;
}
