/**
 * What leaves the server for a screen: collections the screen's scope may not read are left out, and rows lose what a
 * shared screen must not know (DESIGN §5). Refuses to trust the screen to hide anything.
 */
import { activitiesOfSeries, activityById } from './activity.ts';
import {
  type Board,
  type BoardRows,
  type Collection,
  collectionNames,
  collections,
  locationOf,
  type Rows,
  type Scope,
} from './board.ts';
import { type Change, collectionOf, isPut } from './changes.ts';
import { HORIZON_DAYS } from './location.ts';
import { WEAR } from './scooter-free.ts';
import {
  forgetMeals,
  isNamed,
  mealOf,
  redactPlate,
  redactSitting,
  redactStanding,
  unnamedParties,
} from './scopes-meals.ts';
import { group, row, rows } from './table.ts';
import { addDays, DAY, dateAt, type Instant, instantOfText, instantText } from './time.ts';

const ranks: { readonly [Name in Scope]: number } = { kiosk: 0, volunteer: 1, caller: 2, manager: 3, server: 4 };

export const mayRead = (name: Collection, scope: Scope): boolean => ranks[collections[name].scope] <= ranks[scope];

/** The changes as this scope may see them, given the board after them and when they were made. */
export function redactChanges(changes: readonly Change[], scope: Scope, board: Board, now: Instant): readonly Change[] {
  if (scope === 'server') return changes;
  const window = kioskWindow(board, now);
  const remade = new Set(changes.flatMap((change) => (change.type === 'seriesRemoved' ? [change.id] : [])));
  return changes.flatMap((change): readonly Change[] => {
    const name = collectionOf(change);
    if (!mayRead(name, scope)) return [];
    if (scope === 'kiosk' && isDiscreetRemoval(change, board)) return [];
    if (scope === 'kiosk' && name === 'signUp') return signUpFor(change, board);
    if (!isPut(change) || scope === 'manager' || scope === 'caller') return [change];
    if (scope === 'volunteer') return [{ type: change.type, row: forVolunteer(name, change.row) } as Change];
    const shown = redactRow(name, change.row, { board, window });
    return shown === null
      ? []
      : [{ type: change.type, row: shown } as Change, ...alsoTold(change, { board, window, remade })];
  });
}

/** A sign-up as a shared screen hears of it. */
function signUpFor(change: Change, board: Board): readonly Change[] {
  if (change.type === 'signUpPut') return toldOf(board, change.row.activityId, [change.row]);
  if (change.type !== 'signUpRemoved' || !isNamed(change) || !isDiscreet(board, change.parent)) return [change];
  return unnamedParties(board, change.parent);
}

/** These parties of an activity, by name or, where it is discreet, as counts. */
function toldOf(board: Board, activityId: string, parties: readonly Rows['signUp'][]): readonly Change[] {
  const hides = isDiscreet(board, activityId) ? parties.filter(isNamed) : [];
  const told = parties.filter((each) => !hides.includes(each));
  return [
    ...told.map((each): Change => ({ type: 'signUpPut', row: redactSignUp(each, board) })),
    ...(hides.length > 0 ? unnamedParties(board, activityId) : []),
  ];
}

/** A removal that would tell who took part in something discreet. */
function isDiscreetRemoval(change: Change, board: Board): boolean {
  if (change.type === 'plateRemoved') return isDiscreet(board, change.parent);
  if (change.type !== 'noticeRemoved') return false;
  // Who leaves the house takes all their news along; anybody else's is put away by themself, at a screen that had it.
  if (row(board.resident, change.parent, change.parent)?.left === null) return false;
  return isDiscreet(board, change.id.slice(change.parent.length + 1, change.id.lastIndexOf('/')));
}

/** What a shared screen must hear beside a change. */
function alsoTold(change: Change, { board, remade, window }: Telling): readonly Change[] {
  if (change.type === 'overridePut') return peopleOf(board, change.row.id);
  if (change.type !== 'seriesPut') return [];
  const { discreet, id, phases } = change.row;
  if (discreet) return remade.has(id) ? forget(id, board) : [];
  const isShifted = phases.some(({ shiftDays }) => shiftDays !== 0);
  if (!isShifted) return [];
  return activitiesOfSeries(board, change.row, window.from, window.to).flatMap((each): readonly Change[] => {
    const own = row(board.override, id, each.id);
    return [...(own === undefined ? [] : [{ type: 'overridePut' as const, row: own }]), ...peopleOf(board, each.id)];
  });
}

interface Telling {
  readonly board: Board;
  readonly window: Window;
  /** Series that are made anew: what became discreet. */
  readonly remade: ReadonlySet<string>;
}

/** A date that moves into the days a screen looks at brings its sign-ups along. */
function peopleOf(board: Board, activityId: string): readonly Change[] {
  const parties = [...group(board.signUp, activityId).values()];
  return [...toldOf(board, activityId, parties), ...mealOf(board, activityId)];
}

/** A series that has become discreet: what screens knew of it becomes counts, and its notices go. */
function forget(seriesId: string, board: Board): readonly Change[] {
  const isOfSeries = ({ activityId }: { readonly activityId: string }) => activityId.startsWith(`${seriesId}/`);
  const parties = [...rows(board.signUp)].filter(isOfSeries);
  const byActivity = Map.groupBy(parties, ({ activityId }) => activityId);
  const notices = [...rows(board.notice)].filter(isOfSeries);
  return [
    ...parties.filter(isNamed).map(({ activityId, id }): Change => ({ type: 'signUpRemoved', parent: activityId, id })),
    ...[...byActivity].flatMap(([activityId, some]) => toldOf(board, activityId, some)),
    ...notices.map(({ residentId, id }): Change => ({ type: 'noticeRemoved', parent: residentId, id })),
    ...forgetMeals(board, seriesId),
  ];
}

/** The board as this scope may see it. A shared screen gets the days from yesterday to the horizon. */
export function redactBoard(board: Board, scope: Scope, now: Instant): BoardRows {
  const window = kioskWindow(board, now);
  const lists: Record<string, unknown> = {};
  for (const name of collectionNames) {
    if (!mayRead(name, scope)) continue;
    const all: Iterable<Rows[Collection]> = rows<Rows[Collection]>(board[name]);
    if (scope === 'kiosk') lists[name] = [...forKiosk(name, all, { board, window })];
    else lists[name] = scope === 'volunteer' ? [...all].map((each) => forVolunteer(name, each)) : [...all];
  }
  return lists as BoardRows;
}

/** Whose name it is, a volunteer must know; the number to call is for who makes the call round. */
function forVolunteer(name: Collection, each: Rows[Collection]): Rows[Collection] {
  return name === 'residentPrivate' ? { ...(each as Rows['residentPrivate']), phone: null } : each;
}

function* forKiosk(
  name: Collection,
  all: Iterable<Rows[Collection]>,
  { board, window }: { board: Board; window: Window },
) {
  const unnamed = new Set<string>();
  for (const each of all) {
    if (name === 'signUp' && !inWindow(board, (each as Rows['signUp']).activityId, window)) continue;
    if (name === 'plate' && !inWindow(board, (each as Rows['plate']).activityId, window)) continue;
    if (name === 'sitting' && !inWindow(board, each.id, window)) continue;
    if (name === 'override' && !overrideInWindow(board, each as Rows['override'], window)) continue;
    if (name === 'booking' && !countsStill(each as Rows['booking'], window)) continue;
    if (name === 'defect' && !mattersStill(each as Rows['defect'], window)) continue;
    if (name === 'announcement' && isOver(each as Rows['announcement'], window)) continue;
    if (name === 'signUp' && isNamed(each) && isDiscreet(board, (each as Rows['signUp']).activityId)) {
      unnamed.add((each as Rows['signUp']).activityId);
      continue;
    }
    const shown = redactRow(name, each, { board, window });
    if (shown !== null) yield shown;
  }
  for (const id of unnamed) for (const change of unnamedParties(board, id)) if (isPut(change)) yield change.row;
}

interface Window {
  readonly now: Instant;
  readonly from: string;
  readonly to: string;
  /** Instants as text: trips that ended before, and defects that were mended before, are left out. */
  readonly tripsSince: string;
  readonly mendedSince: string;
}

function kioskWindow(board: Board, now: Instant): Window {
  const today = dateAt(now, locationOf(board).timeZone);
  return {
    now,
    from: today,
    to: addDays(today, HORIZON_DAYS),
    // A day more than the suggestion looks back, so that a screen suggests the scooter the server will.
    tripsSince: instantText(now - WEAR - DAY),
    mendedSince: instantText(now - 2 * DAY),
  };
}

/** On some time in the window: what began before and runs on, is on. */
function inWindow(board: Board, activityId: string, window: Window): boolean {
  const activity = activityById(board, activityId);
  if (activity === undefined) return false;
  return activity.date <= window.to && addDays(activity.date, activity.endDays) >= window.from;
}

/** A date that moved away or was taken out must be told on its old day too. */
function overrideInWindow(board: Board, override: Rows['override'], window: Window): boolean {
  const { originalDate } = override;
  return (
    inWindow(board, override.id, window) || (originalDate >= addDays(window.from, -14) && originalDate <= window.to)
  );
}

/** Trips to come and under way, and those the suggestion of a scooter counts: without a name all of them. */
function countsStill({ status, blockedUntil }: Rows['booking'], { tripsSince }: Window): boolean {
  return status === 'taken' || blockedUntil >= tripsSince;
}

function mattersStill({ mendedAt }: Rows['defect'], { mendedSince }: Window): boolean {
  return mendedAt === null || mendedAt >= mendedSince;
}

/** What came down, or is past, is for nobody in the hall. */
function isOver({ endedAt, until }: Rows['announcement'], { now }: Window): boolean {
  return endedAt !== null || instantOfText(until) <= now;
}

/** One row as a shared screen may see it; null where it may not be seen at all. */
function redactRow(
  name: Collection,
  each: Rows[Collection],
  { board, window }: { readonly board: Board; readonly window: Window },
): Rows[Collection] | null {
  switch (name) {
    case 'plate':
      return redactPlate(each as Rows['plate'], board);
    case 'sitting':
      return redactSitting(each as Rows['sitting'], board);
    case 'standing':
      return redactStanding(each as Rows['standing'], board, window);
    case 'resident':
      return redactResident(each as Rows['resident']);
    case 'signUp':
      return redactSignUp(each as Rows['signUp'], board);
    case 'notice':
      return isDiscreet(board, (each as Rows['notice']).activityId) ? null : each;
    case 'booking':
      // That a scooter is away is enough to know; with whom is for its resident alone.
      return { ...(each as Rows['booking']), residentId: null, visitId: null, news: null, notMade: null };
    case 'defect':
      return { ...(each as Rows['defect']), residentId: null };
    default:
      return each;
  }
}

function redactResident(resident: Rows['resident']): Rows['resident'] | null {
  if (resident.showName && resident.left === null) return resident;
  // That somebody is no longer here is enough to know; why is not for a screen in the hall.
  return { ...resident, firstName: '', initial: '', left: resident.left === null ? null : 'moved' };
}

function redactSignUp(party: Rows['signUp'], board: Board): Rows['signUp'] {
  const shown = { ...party, visitId: null };
  if (!isDiscreet(board, party.activityId)) return shown;
  return { ...shown, residentIds: [], guests: 0, hidden: party.residentIds.length + party.guests + party.hidden };
}

const isDiscreet = (board: Board, id: string): boolean => activityById(board, id)?.discreet ?? true;
