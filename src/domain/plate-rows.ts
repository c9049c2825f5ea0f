/**
 * The plates of a party: stored where somebody said something, otherwise as they are at the start (DESIGN §9 Meals). A
 * live party has exactly as many as it has people. Refuses to judge: see `plates.ts`.
 */
import type { Activity } from './activity.ts';
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { Judgement } from './decide.ts';
import type { Plate } from './meal-rows.ts';
import { menuOfMeal } from './menu-of-meal.ts';
import { isLive, partsOf, standingId } from './parties.ts';
import type { Refusal } from './refusals.ts';
import type { SignUp } from './sign-up-row.ts';
import { group, row } from './table.ts';
import { instantText } from './time.ts';

/** What one may choose from at a meal; empty is one dish for all. */
export function choicesOf(board: Board, activity: Activity): readonly string[] {
  return menuOfMeal(board, activity)?.choices ?? [];
}

export function refuseDish(board: Board, activity: Activity, dish: string | null): Refusal | null {
  return dish === null || choicesOf(board, activity).includes(dish) ? null : { type: 'dishUnknown', dish };
}

/** Of everybody in a live party: the residents in its order, then its guests. None of who is no longer expected. */
export function platesOf(board: Board, activity: Activity, party: SignUp): readonly Plate[] {
  if (activity.meal === null || !isLive(party)) return [];
  const residents = party.residentIds.map(
    (residentId) =>
      row(board.plate, activity.id, `${party.id}/${residentId}`) ?? plainPlate(board, activity, party, residentId),
  );
  return [...residents, ...guestNumbers(board, party).map((k) => guestPlate(board, activity, party, k))];
}

/** The plates of guests who come now: the first numbers that nobody has left behind. */
function guestNumbers(board: Board, party: SignUp, guests = party.guests): readonly number[] {
  const numbers: number[] = [];
  for (let k = 1; numbers.length < guests; k += 1) {
    if ((row(board.plate, party.activityId, `${party.id}/${k}`)?.goneAt ?? null) === null) numbers.push(k);
  }
  return numbers;
}

function guestPlate(board: Board, activity: Activity, party: SignUp, k: number): Plate {
  return row(board.plate, activity.id, `${party.id}/${k}`) ?? plainPlate(board, activity, party, null, k);
}

/** As a plate is when nobody has said anything about it. */
export function plainPlate(
  board: Board,
  activity: Activity,
  party: SignUp,
  residentId: string | null,
  k?: number,
): Plate {
  return {
    id: `${party.id}/${residentId ?? k}`,
    activityId: activity.id,
    signUpId: party.id,
    residentId,
    guestName: '',
    dish: residentId === null || !party.id.startsWith('standing/') ? null : usualOf(board, activity, residentId),
    takeAway: false,
    paid: null,
    came: null,
    at: null,
    by: null,
    despite: [],
    goneAt: null,
    goneBy: null,
    goneLate: false,
    movedTo: null,
  };
}

/** What somebody eats "elke donderdag", where the day has it. */
function usualOf(board: Board, activity: Activity, residentId: string): string | null {
  const { seriesId } = partsOf(activity.id);
  const dish = row(board.standing, seriesId, standingId(seriesId, residentId))?.dish ?? null;
  return dish !== null && choicesOf(board, activity).includes(dish) ? dish : null;
}

/** Who acts, as rows name them: null is a resident. */
export const staffOf = ({ actor }: Judgement): string | null => ('staffId' in actor ? actor.staffId : null);

export const putPlate = (plate: Plate): Change => ({ type: 'platePut', row: plate });

/** The plates of people who come on the list now: these residents, and so many more guests. */
export function newPlates(
  judgement: Judgement,
  { activity, party }: { readonly activity: Activity; readonly party: SignUp },
  who: {
    readonly residentIds: readonly string[];
    readonly guests: number;
    readonly dishes?: readonly (string | null)[] | undefined;
  },
): readonly Plate[] {
  if (activity.meal === null) return [];
  const { board } = judgement;
  const known = guestNumbers(board, party, party.guests - who.guests);
  const numbers = guestNumbers(board, party).slice(known.length);
  const plates = [
    ...who.residentIds.map((residentId) => plainPlate(board, activity, party, residentId)),
    ...numbers.map((k) => plainPlate(board, activity, party, null, k)),
  ];
  const came = { at: instantText(judgement.now), by: staffOf(judgement) };
  return plates.map((plate, n) => ({ ...plate, ...came, dish: who.dishes?.[n] ?? plate.dish }));
}

/** Off the list, now. `late`: the kitchen had counted on it. */
export const gonePlate = (judgement: Judgement, plate: Plate, late: boolean): Plate => ({
  ...plate,
  goneAt: instantText(judgement.now),
  goneBy: staffOf(judgement),
  goneLate: late,
});

/**
 * What residents who come back left behind on this list: what they paid comes back with them, and what the kitchen
 * never counted on is forgotten, so that who comes and goes all day leaves one row.
 */
export function leftBehind(
  board: Board,
  activityId: string,
  { residentIds, stale }: { readonly residentIds: readonly string[]; readonly stale: readonly string[] },
) {
  const changes: Change[] = [];
  const paid = new Map<string, number>();
  // What stood on a sheet can still be told to have gone.
  const printed = group(board.mealPrint, activityId).size > 0;
  const plates = [...group(board.plate, activityId).values()];
  // Whoever gave a place away gave it to this one.
  const heirs = new Set(plates.map(({ movedTo }) => movedTo));
  for (const plate of plates) {
    const { residentId } = plate;
    if (plate.goneAt === null || plate.movedTo !== null) continue;
    if (residentId === null ? !stale.includes(plate.signUpId) : !residentIds.includes(residentId)) continue;
    if (residentId !== null && plate.paid !== null) paid.set(residentId, (paid.get(residentId) ?? 0) + plate.paid);
    changes.push(
      plate.goneLate || printed || heirs.has(plate.id)
        ? putPlate({ ...plate, paid: null })
        : { type: 'plateRemoved', parent: activityId, id: plate.id },
    );
  }
  return { changes, paid };
}

/** Whether money of a guest who went off with this party is still to be given back: then it is not forgotten. */
export function owesGuests(board: Board, { activityId, id }: SignUp): boolean {
  for (const plate of group(board.plate, activityId).values()) {
    if (plate.signUpId === id && plate.residentId === null && plate.goneAt !== null && plate.paid !== null) return true;
  }
  return false;
}

/** What somebody wrote, on one line: a name or a note breaks no sheet. */
export const oneLine = (said: string): string => said.replace(/\s+/g, ' ').trim();
