/**
 * Taking and leaving a place, alone or as one party, and the waiting list (DESIGN §9 Sign-up). Every path that frees a
 * place ends in `promote`. Refuses to count rows: capacity is people.
 */
import { type Activity, activityById, lastMoment } from './activity.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Plate } from './meal-rows.ts';
import { tell } from './notice-rules.ts';
import { isLive, partiesOf, peopleOf, placesLeft } from './parties.ts';
import { gonePlate, leftBehind, newPlates, owesGuests, platesOf, putPlate, refuseDish } from './plate-rows.ts';
import { withPromotion } from './promotion.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { findParty, isLate, refuseMoment, refuseParty, tooManyGuests } from './sign-up-refusals.ts';
import type { SignUp } from './sign-up-row.ts';
import { group } from './table.ts';

export function signUp(command: CommandOf<'signUp'>, judgement: Judgement): Verdict {
  const activity = activityById(judgement.board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId });
  const refusal =
    refuseParty(activity, command, judgement) ??
    refuseMoment(activity, command.residentIds, judgement) ??
    refuseDishes(activity, command.dishes ?? [], judgement);
  return refusal === null ? ok(join(judgement, activity, command)) : no(refusal);
}

function refuseDishes(activity: Activity, dishes: readonly (string | null)[], { board }: Judgement): Refusal | null {
  for (const dish of dishes) {
    const refusal = refuseDish(board, activity, dish);
    if (refusal !== null) return refusal;
  }
  return null;
}

type Joining = Pick<CommandOf<'signUp'>, 'residentIds' | 'guests' | 'dishes'>;

/** A new party, going where there is place and nobody waits, else last in line. Nothing is asked any more. */
export function join(judgement: Judgement, activity: Activity, who: Joining): readonly Change[] {
  const { board } = judgement;
  const earlier = [...group(board.signUp, activity.id).values()];
  const people = who.residentIds.length + who.guests;
  const queue = earlier.some((party) => party.status === 'waiting');
  const party: SignUp = {
    id: judgement.newId(),
    activityId: activity.id,
    residentIds: who.residentIds,
    guests: who.guests,
    hidden: 0,
    // Who comes now never passes a party that already waits, also where a single place would fit (DESIGN §9).
    status: !queue && people <= placesLeft(board, activity) ? 'going' : 'waiting',
    arrival: earlier.reduce((last, each) => Math.max(last, each.arrival), 0) + 1,
    visitId: judgement.actor.visitId,
    late: false,
  };
  // A withdrawn party of the same people says nothing any more: who comes and goes all day leaves one row.
  const stale = earlier.filter(
    (each) => !isLive(each) && each.residentIds[0] === who.residentIds[0] && !owesGuests(board, each),
  );
  const put: Change = { type: 'signUpPut', row: party };
  if (activity.meal === null) return [...stale.map(removed), put];
  const { changes, paid } = leftBehind(board, activity.id, {
    residentIds: who.residentIds,
    stale: stale.map(({ id }) => id),
  });
  const plates = newPlates(judgement, { activity, party }, who).map((plate): Plate => {
    const already = plate.residentId === null ? undefined : paid.get(plate.residentId);
    return already === undefined ? plate : { ...plate, paid: already };
  });
  return [...stale.map(removed), ...changes, put, ...plates.map(putPlate)];
}

export function changeGuests(command: CommandOf<'changeGuests'>, judgement: Judgement): Verdict {
  const found = findParty(command, judgement);
  if (!found.ok) return found;
  const { activity, party } = found.value;
  const more = command.guests - party.guests;
  if (more <= 0) {
    if (judgement.now >= lastMoment(activity, judgement.zone)) {
      return no({ type: 'activityStarted', activityId: activity.id });
    }
    const guests = platesOf(judgement.board, activity, party).filter(({ residentId }) => residentId === null);
    const late = isLate(activity, party, judgement);
    const row: SignUp = { ...party, guests: command.guests, late: party.late || (more < 0 && late) };
    const off = guests.sort(byPrecious).slice(command.guests);
    const changes = off.map((plate) => putPlate(gonePlate(judgement, plate, late)));
    return ok(withPromotion(judgement, activity.id, [{ type: 'signUpPut', row }, ...changes]));
  }
  const refusal =
    refuseMoment(activity, party.residentIds, judgement) ??
    (command.guests > activity.guests ? tooManyGuests(activity) : null) ??
    refuseMore(activity, party, more, judgement);
  if (refusal !== null) return no(refusal);
  const row: SignUp = { ...party, guests: command.guests };
  const plates = newPlates(judgement, { activity, party: row }, { residentIds: [], guests: more });
  return ok([{ type: 'signUpPut', row }, ...plates.map(putPlate)]);
}

function refuseMore(activity: Activity, party: SignUp, more: number, { board }: Judgement): Refusal | null {
  const left = placesLeft(board, activity);
  if (activity.capacity !== null && peopleOf(party) + more > activity.capacity) {
    return { type: 'partyTooLarge', activityId: activity.id, capacity: activity.capacity };
  }
  const queue = partiesOf(board, activity.id).waiting.length > 0;
  // A guest more is a place more: it does not pass the people who wait for one.
  if (party.status === 'going' && (queue || more > left)) {
    return { type: 'activityFull', activityId: activity.id, left: queue ? 0 : left };
  }
  return null;
}

/** Guests of whom something is known first: who stays away where fewer come is the one nobody named. */
const byPrecious = (a: Plate, b: Plate): number => worth(b) - worth(a);
const worth = ({ guestName, paid }: Plate): number => (paid === null ? 0 : 2) + (guestName === '' ? 0 : 1);

/** Always possible until the start; after the closing time it is kept as late, for the kitchen (DESIGN §9). */
export function withdraw(command: CommandOf<'withdraw'>, judgement: Judgement): Verdict {
  const found = findParty(command, judgement);
  if (!found.ok) return found;
  const { activity, party } = found.value;
  if (judgement.now >= lastMoment(activity, judgement.zone))
    return no({ type: 'activityStarted', activityId: activity.id });
  const leaving = party.residentIds.filter((id) => command.residentIds.includes(id));
  // On a screen a discreet party has no names; anywhere else somebody of it must be leaving.
  if (party.hidden === 0 && leaving.length === 0) return no({ type: 'signUpUnknown', signUpId: party.id });
  const changes = [...leave(judgement, { activity, party }, leaving)];
  // A null visit is a screen that may not know who made it: the notice is the server's to give.
  if (judgement.role === 'resident' && party.visitId !== null && party.visitId !== judgement.actor.visitId) {
    changes.push(...tell(judgement, { residentIds: leaving, type: 'withdrawn', activityId: activity.id }));
  }
  return ok(withPromotion(judgement, activity.id, changes));
}

/** Residents leave a party, and with the last of them its guests; their plates go off the list. Promotes nobody. */
export function leave(
  judgement: Judgement,
  { activity, party }: { readonly activity: Activity; readonly party: SignUp },
  leaving: readonly string[],
): readonly Change[] {
  const late = isLate(activity, party, judgement);
  const stay = party.residentIds.filter((id) => !leaving.includes(id));
  const row: SignUp = {
    ...party,
    ...(stay.length === 0 ? { status: 'withdrawn' } : { residentIds: stay }),
    late: party.late || late,
  };
  const off = platesOf(judgement.board, activity, party).filter(
    ({ residentId }) => stay.length === 0 || (residentId !== null && leaving.includes(residentId)),
  );
  return [{ type: 'signUpPut', row }, ...off.map((plate) => putPlate(gonePlate(judgement, plate, late)))];
}

const removed = (party: SignUp): Change => ({ type: 'signUpRemoved', parent: party.activityId, id: party.id });
