/**
 * The plates of one meal as staff read them, each once: going, in the line, or off the list. List, totals, sheet, weekly
 * figures and export all come from here. Refuses to phrase: screens do.
 */

import type { Activity } from './activity.ts';
import type { Board } from './board.ts';
import { byDoor, type Called, calledOf, homeOf } from './called.ts';
import { sittingOf } from './closing.ts';
import { type DietFit, dietFit } from './diet-fit.ts';
import { isEmptyDiet } from './diets.ts';
import type { MenuDay } from './meal.ts';
import type { Allergen, Diet, DietKind, MealPrint, Plate } from './meal-rows.ts';
import { menuOfMeal } from './menu-of-meal.ts';
import { isLive, partiesIn, partsOf, standingId } from './parties.ts';
import { plainPlate, platesOf } from './plate-rows.ts';
import { printsOf } from './sheet-views.ts';
import type { SignUp } from './sign-up-row.ts';
import { group, row } from './table.ts';
import type { Instant } from './time.ts';
import { instantOfText } from './time.ts';

export interface PlateView {
  readonly plate: Plate;
  /** Going, in the line, or off the list. */
  readonly status: 'going' | 'waiting' | 'gone';
  readonly kind: 'resident' | 'guest' | 'neighbour';
  /** Null for a guest: then `plate.guestName`, and whose guest in `host`. */
  readonly called: Called | null;
  readonly host: Called | null;
  /** The door; of a guest, the host's; null for a neighbour. */
  readonly door: string | null;
  readonly floor: number | null;
  /** Null has none, or this board may not know (`MealList.knowsDiets`). */
  readonly diet: Diet | null;
  /** Since when that is so, also where somebody has no diet any more; null never had one, or this board may not know. */
  readonly dietAt: string | null;
  /** Allergens of this diet that are in what is cooked. */
  readonly clash: readonly Allergen[];
  /** Of this diet, what the dish is not for. */
  readonly clashKinds: readonly DietKind[];
  /** Whether it can be eaten; `unchecked` is for somebody to look at. Null has no diet. */
  readonly dietState: DietFit['state'];
  /** What is to be paid, in cents; null is nothing. */
  readonly price: number | null;
  /** Since the last sheet; null where nothing was printed or nothing changed. */
  readonly since: 'added' | 'removed' | 'changed' | null;
  /** It stands there by "elke donderdag", its own and not that of who gave the place away. */
  readonly standing: boolean;
}

export interface PlateViews {
  /** By door, guests under their host, neighbours last. */
  readonly going: readonly PlateView[];
  /** In the order of the line. */
  readonly waiting: readonly PlateView[];
  /** Latest first. */
  readonly gone: readonly PlateView[];
}

/** What a plate costs at this meal, in cents; null is nothing. */
export function priceOf(board: Board, activity: Activity): number | null {
  const price = sittingOf(board, activity.id)?.price ?? menuOfMeal(board, activity)?.price;
  return (price ?? activity.price) || null;
}

/** All plates of a meal. */
export function plateViews(board: Board, activity: Activity): PlateViews {
  const menu = menuOfMeal(board, activity) ?? null;
  const print = printsOf(board, activity.id).at(-1) ?? null;
  const eye: Eye = { board, activity, menu, price: priceOf(board, activity), printed: print && printedIn(print) };
  const parties = [...partiesIn(board, activity.id)];
  const live = parties.filter(isLive).sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1));
  const seen = live.flatMap((party) => platesOf(board, activity, party).map((plate) => viewOf(eye, party, plate)));
  const going = seen.filter(({ status }) => status === 'going').sort(byTable);
  const back = new Set(going.map(({ plate }) => plate.residentId));
  // Who left and came back is on the list again: for the kitchen nobody was taken off.
  const gone = goneOf(eye, parties, new Set(seen.map(({ plate }) => plate.residentId))).map((view) =>
    view.plate.residentId !== null && back.has(view.plate.residentId) ? { ...view, since: null } : view,
  );
  return { going, waiting: seen.filter(({ status }) => status === 'waiting'), gone: gone.sort(byGoing) };
}

interface Eye {
  readonly board: Board;
  readonly activity: Activity;
  readonly menu: MenuDay | null;
  readonly price: number | null;
  readonly printed: Printed | null;
}

function viewOf(eye: Eye, party: SignUp, plate: Plate): PlateView {
  const { board } = eye;
  const hostId = plate.residentId ?? party.residentIds[0] ?? null;
  const home = hostId === null ? null : homeOf(board, hostId);
  const known = dietRow(board, plate);
  const diet = known === undefined || isEmptyDiet(known) ? null : known;
  const fit = dietFit(diet, plate.dish, eye.menu);
  const status = plate.goneAt !== null || party.status === 'withdrawn' ? 'gone' : party.status;
  return {
    plate,
    status,
    kind: plate.residentId !== null ? 'resident' : hostId !== null ? 'guest' : 'neighbour',
    called: plate.residentId === null ? null : calledOf(board, plate.residentId),
    host: plate.residentId === null && hostId !== null ? calledOf(board, hostId) : null,
    door: home?.number ?? null,
    floor: home?.floor ?? null,
    diet,
    dietAt: known?.at ?? null,
    clash: fit.allergens,
    clashKinds: fit.kinds,
    dietState: fit.state,
    price: eye.price,
    since: eye.printed === null ? null : sinceOf(eye.printed, { plate, status, diet: known }),
    standing: isByHabit(plate),
  };
}

function isByHabit({ activityId, residentId, signUpId }: Plate): boolean {
  const { originalDate, seriesId } = partsOf(activityId);
  return residentId !== null && signUpId === `standing/${standingId(seriesId, residentId)}/${originalDate}`;
}

const dietRow = (board: Board, { id, residentId }: Plate): Diet | undefined =>
  row(board.diet, residentId ?? id, residentId ?? id);

/** Everybody who is off the list; of who withdrew before plates were kept, only that they did. */
function goneOf(eye: Eye, parties: readonly SignUp[], here: ReadonlySet<string | null>): PlateView[] {
  const { activity, board } = eye;
  const byId = new Map(parties.map((party) => [party.id, party]));
  const found: PlateView[] = [];
  for (const plate of group(board.plate, activity.id).values()) {
    const party = byId.get(plate.signUpId);
    if (plate.goneAt !== null) found.push(viewOf(eye, party ?? nobodys(plate), plate));
  }
  for (const party of parties) {
    if (isLive(party)) continue;
    for (const residentId of party.residentIds) {
      if (here.has(residentId)) continue;
      const plate = { ...plainPlate(board, activity, party, residentId), goneLate: party.late };
      if (!group(board.plate, activity.id).has(plate.id)) found.push(viewOf(eye, party, plate));
    }
  }
  return found;
}

/** The party of a plate that was forgotten because its people came back. */
const nobodys = ({ activityId, residentId, signUpId }: Plate): SignUp => ({
  ...{ id: signUpId, activityId, residentIds: residentId === null ? [] : [residentId], guests: 0, hidden: 0 },
  ...{ status: 'withdrawn', arrival: 1, visitId: null, late: false },
});

/** What stood on a sheet. */
interface Printed {
  readonly at: Instant;
  readonly plates: ReadonlyMap<string, MealPrint['plates'][number]>;
}

const printedIn = ({ at, plates }: MealPrint): Printed => ({
  at: instantOfText(at),
  plates: new Map(plates.map((plate) => [plate.id, plate])),
});

function sinceOf(
  printed: Printed,
  { diet, plate, status }: Pick<PlateView, 'plate' | 'status'> & { readonly diet: Diet | undefined },
): PlateView['since'] {
  const then = printed.plates.get(plate.id) ?? (status === 'going' ? earlierOf(printed, plate) : undefined);
  if (status !== 'going') return then === undefined || status === 'waiting' ? null : 'removed';
  if (then === undefined) return 'added';
  const changed = then.dish !== plate.dish || then.takeAway !== plate.takeAway;
  return changed || (diet !== undefined && isOtherDiet(diet, then, printed)) ? 'changed' : null;
}

/** A screen that had not heard of a diet may print long after somebody wrote it down. */
function isOtherDiet(diet: Diet, { dietAt }: MealPrint['plates'][number], { at }: Printed): boolean {
  if (dietAt === undefined) return instantOfText(diet.at) > at;
  return dietAt === null ? !isEmptyDiet(diet) : dietAt !== diet.at;
}

/** Who left and came back has another plate, whose id ends in the same name. */
function earlierOf({ plates }: Printed, { residentId }: Plate) {
  if (residentId === null) return undefined;
  for (const [id, plate] of plates) if (id.endsWith(`/${residentId}`)) return plate;
  return undefined;
}

function byTable(a: PlateView, b: PlateView): number {
  if (a.door === null || b.door === null) return Number(a.door === null) - Number(b.door === null);
  return byDoor(a.door, b.door);
}

function byGoing(a: PlateView, b: PlateView): number {
  const [left, right] = [a.plate.goneAt ?? '', b.plate.goneAt ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}
