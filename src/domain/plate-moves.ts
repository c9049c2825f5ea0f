/**
 * A plate goes off the list, comes back, or is given to somebody else (DESIGN §9 Meals). A place that comes free goes to
 * the line; one that is given away does not. Refuses what a meal that has ended would need.
 */
import { apply, type Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Plate } from './meal-rows.ts';
import { obstaclesOf, refuseMeal, refuseObstacles } from './obstacles.ts';
import { isLive, livesHere, partyWith, peopleOf } from './parties.ts';
import { findLive, findPlate, type PlateFound } from './plate-found.ts';
import { gonePlate, newPlates, oneLine, putPlate, staffOf } from './plate-rows.ts';
import { withPromotion } from './promotion.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { leave } from './sign-up.ts';
import { isLate } from './sign-up-refusals.ts';
import type { SignUp } from './sign-up-row.ts';
import { group, row } from './table.ts';
import { instantText } from './time.ts';

export function removePlate(command: CommandOf<'removePlate'>, judgement: Judgement): Verdict {
  const found = findLive(command, judgement);
  if (!found.ok) return found;
  return ok(withPromotion(judgement, command.activityId, takenOff(judgement, found.value)));
}

function takenOff(judgement: Judgement, { activity, party, plate }: PlateFound): readonly Change[] {
  if (plate.residentId !== null) return leave(judgement, { activity, party }, [plate.residentId]);
  if (peopleOf(party) === 1) return leave(judgement, { activity, party }, []);
  const late = isLate(activity, party, judgement);
  const row: SignUp = { ...party, guests: party.guests - 1, late: party.late || late };
  return [{ type: 'signUpPut', row }, putPlate(gonePlate(judgement, plate, late))];
}

/**
 * What went off in one act comes back in one act: a host with the guests, a guest alone. Who allowed it, where something
 * was in the way, has it on the list by their name.
 */
export function restorePlate(command: CommandOf<'restorePlate'>, judgement: Judgement): Verdict {
  const found = findPlate(command, judgement);
  if (!found.ok) return found;
  const { activity, live, party, plate } = found.value;
  if (live || plate.goneAt === null || plate.movedTo !== null)
    return no({ type: 'plateUnknown', plateId: command.plateId });
  const together = isLive(party) || leftBefore(found.value) ? [plate] : sameAct(judgement, found.value);
  const refusal = refuseMeal(activity, judgement) ?? refuseReturn(judgement, found.value, together);
  if (refusal !== null) return no(refusal);
  const residentIds = together.flatMap(({ residentId }) => residentId ?? []);
  const people = party.status === 'waiting' ? 0 : together.length;
  // The kitchen still counts on who went too late.
  const obstacles = obstaclesOf(judgement, activity, { residentIds, people }).filter(
    (each) => each !== 'closed' || !plate.goneLate,
  );
  const blocked = refuseObstacles(judgement, activity, { obstacles, despite: command.despite });
  if (blocked !== null) return no(blocked);
  const allowed = obstacles.length === 0 ? {} : { at: instantText(judgement.now), by: staffOf(judgement) };
  const back = together.map((each): Plate => {
    const despite = [...new Set([...each.despite, ...obstacles])];
    return { ...each, ...allowed, goneAt: null, goneBy: null, goneLate: false, despite };
  });
  return ok([{ type: 'signUpPut', row: withBack(party, back) }, ...back.map(putPlate)]);
}

/** A resident whom the party had lost before the rest of it went: comes back alone, and the others after that. */
const leftBefore = ({ party, plate }: PlateFound): boolean =>
  plate.residentId !== null && !party.residentIds.includes(plate.residentId);

function sameAct({ board }: Judgement, { party, plate }: PlateFound): readonly Plate[] {
  const gone = [...group(board.plate, party.activityId).values()].filter(
    (each) => each.signUpId === party.id && each.goneAt === plate.goneAt && each.movedTo === null,
  );
  // Who was taken off alone in the same moment is not of this act: the party tells whom it still had.
  const residents = gone.filter(({ residentId }) => residentId !== null && party.residentIds.includes(residentId));
  const guests = gone.filter(({ residentId }) => residentId === null);
  const first = guests.sort((a, b) => Number(b.id === plate.id) - Number(a.id === plate.id));
  return [...residents, ...first.slice(0, party.guests)];
}

function refuseReturn({ board }: Judgement, found: PlateFound, back: readonly Plate[]): Refusal | null {
  const { activity, party, plate } = found;
  for (const { residentId } of back) {
    if (residentId === null) continue;
    if (!livesHere(board, residentId)) return { type: 'residentUnknown', residentId };
    if (partyWith(board, activity.id, residentId)) return { type: 'alreadySignedUp', activityId: activity.id };
  }
  // A party comes back with all its people: who left it before does not bring the others along.
  const residents = back.flatMap(({ residentId }) => residentId ?? []);
  const whole =
    isLive(party) ||
    leftBefore(found) ||
    (back.length === peopleOf(party) &&
      back.some(({ id }) => id === plate.id) &&
      party.residentIds.every((id) => residents.includes(id)));
  return whole ? null : { type: 'plateUnknown', plateId: plate.id };
}

function withBack(party: SignUp, back: readonly Plate[]): SignUp {
  const residentIds = back.flatMap(({ residentId }) => residentId ?? []);
  if (!isLive(party)) {
    // A party that went off as a whole kept its people; who had left it before is not of them.
    const isWhole = residentIds.every((id) => party.residentIds.includes(id));
    return isWhole ? { ...party, status: 'going' } : { ...party, status: 'going', residentIds, guests: 0 };
  }
  const guests = party.guests + back.length - residentIds.length;
  return { ...party, residentIds: [...party.residentIds, ...residentIds], guests };
}

/** The place, what was chosen and what was paid go to somebody else; nobody from the line slips in between. */
export function movePlate(command: CommandOf<'movePlate'>, judgement: Judgement): Verdict {
  const found = findLive(command, judgement);
  if (!found.ok) return found;
  const { activity } = found.value;
  const to = command.residentId;
  if (to !== null && !livesHere(judgement.board, to)) return no({ type: 'residentUnknown', residentId: to });
  if (to !== null && partyWith(judgement.board, activity.id, to))
    return no({ type: 'alreadySignedUp', activityId: activity.id });
  return ok(handedOver(judgement, found.value, { to, guestName: to === null ? oneLine(command.guestName) : '' }));
}

interface Heir {
  /** Null is somebody who does not live here. */
  readonly to: string | null;
  readonly guestName: string;
}

function handedOver(judgement: Judgement, { activity, party, plate }: PlateFound, heir: Heir): readonly Change[] {
  const gone = gonePlate(judgement, { ...plate, paid: null }, false);
  const after = { ...judgement, board: apply(judgement.board, [putPlate(gone)]) };
  const comes = heir.to === null ? { residentIds: [], guests: 1 } : { residentIds: [heir.to], guests: 0 };
  const stays: SignUp = {
    ...party,
    residentIds: party.residentIds.filter((id) => id !== plate.residentId),
    guests: party.guests - (plate.residentId === null ? 1 : 0),
  };
  const rows = partiesAfter(judgement, stays, comes);
  const fresh = newPlates(after, { activity, party: rows[0] }, comes);
  const { dish, takeAway, paid, despite } = plate;
  const given = fresh.map((each): Plate => ({ ...each, dish, takeAway, paid, despite, guestName: heir.guestName }));
  const left = putPlate({ ...gone, movedTo: given[0]?.id ?? null });
  return [...rows.map((each): Change => ({ type: 'signUpPut', row: each })), left, ...given.map(putPlate)];

  /** The party of who comes first; where others of a party that goes stay, it is one of its own: they share no door. */
  function partiesAfter(
    { actor, board, newId }: Judgement,
    rest: SignUp,
    { guests, residentIds }: Pick<SignUp, 'guests' | 'residentIds'>,
  ): readonly [SignUp, ...SignUp[]] {
    const sameHost = rest.residentIds.length > 0 && heir.to === null && plate.residentId === null;
    // Who was in this party before and left it keeps that plate, with what was paid on it.
    const wasHere = heir.to !== null && row(board.plate, rest.activityId, `${rest.id}/${heir.to}`) !== undefined;
    if (!wasHere && (rest.residentIds.length === 0 || rest.status === 'waiting' || sameHost)) {
      return [{ ...rest, residentIds: [...rest.residentIds, ...residentIds], guests: rest.guests + guests }];
    }
    const arrivals = [...group(board.signUp, rest.activityId).values()].map(({ arrival }) => arrival);
    const arrival = rest.status === 'waiting' ? rest.arrival : Math.max(0, ...arrivals) + 1;
    const own = { ...rest, id: newId(), residentIds, guests, arrival, visitId: actor.visitId, late: false };
    return [own, peopleOf(rest) === 0 ? { ...party, status: 'withdrawn' } : rest];
  }
}
