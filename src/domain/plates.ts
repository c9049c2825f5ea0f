/**
 * Somebody comes on the list by the hand of a volunteer, also after closing and over the number where that was asked
 * and allowed (DESIGN §9 Meals). Refuses what a meal that has ended would need.
 */
import { type Activity, activityById, lastMoment } from './activity.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Obstacle, Plate } from './meal-rows.ts';
import { tell, untell } from './notice-rules.ts';
import { obstaclesOf, refuseMeal, refuseObstacles } from './obstacles.ts';
import { isLive, livesHere, partyWith, peopleOf } from './parties.ts';
import { findLive, findPlate } from './plate-found.ts';
import { leftBehind, newPlates, oneLine, owesGuests, platesOf, putPlate, refuseDish, staffOf } from './plate-rows.ts';
import { withPromotion } from './promotion.ts';
import { no, ok } from './result.ts';
import type { SignUp } from './sign-up-row.ts';
import { group } from './table.ts';

/** Guests of one party, whatever the series says: staff know who is at the table. */
const MOST_GUESTS = 20;

type Adding = CommandOf<'addPlate'>;
interface Place {
  readonly activity: Activity;
  readonly party: SignUp;
}

export function addPlate(command: Adding, judgement: Judgement): Verdict {
  const { board } = judgement;
  const activity = activityById(board, command.activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId: command.activityId });
  const refusal = refuseMeal(activity, judgement) ?? refuseDish(board, activity, command.dish);
  if (refusal !== null) return no(refusal);
  if (command.hostId !== null) return addGuest(command, command.hostId, activity, judgement);
  const { residentId } = command;
  if (residentId === null) return addAlone(command, activity, judgement);
  if (!livesHere(board, residentId)) return no({ type: 'residentUnknown', residentId });
  const party = partyWith(board, activity.id, residentId);
  if (party === undefined) return addAlone(command, activity, judgement);
  // Who waits can be asked about; who would only wait again waits already.
  if (party.status === 'going' || (command.mayWait && !command.despite.includes('full')))
    return no({ type: 'alreadySignedUp', activityId: activity.id });
  return addFromTheLine(command, { activity, party }, judgement);
}

/** Somebody with a party of their own: a resident, or a neighbour without a door. */
function addAlone(command: Adding, activity: Activity, judgement: Judgement): Verdict {
  const { board, now, zone } = judgement;
  const residentIds = command.residentId === null ? [] : [command.residentId];
  const obstacles = obstaclesOf(judgement, activity, { residentIds, people: 1 });
  const mayWait = command.mayWait && now < lastMoment(activity, zone);
  const allowed: readonly Obstacle[] = mayWait ? [...command.despite, 'full'] : command.despite;
  const refusal = refuseObstacles(judgement, activity, { obstacles, despite: allowed });
  if (refusal !== null) return no(refusal);
  const earlier = [...group(board.signUp, activity.id).values()];
  const party: SignUp = {
    id: judgement.newId(),
    activityId: activity.id,
    residentIds,
    guests: command.residentId === null ? 1 : 0,
    hidden: 0,
    status: obstacles.includes('full') && !command.despite.includes('full') ? 'waiting' : 'going',
    arrival: earlier.reduce((last, each) => Math.max(last, each.arrival), 0) + 1,
    visitId: judgement.actor.visitId,
    late: false,
  };
  const stale = earlier.filter(
    (each) => !isLive(each) && residentIds.includes(each.residentIds[0] ?? '') && !owesGuests(board, each),
  );
  const { changes, paid } = leftBehind(board, activity.id, { residentIds, stale: stale.map(({ id }) => id) });
  const removed = stale.map((each): Change => ({ type: 'signUpRemoved', parent: activity.id, id: each.id }));
  const despite = obstacles.filter((each) => command.despite.includes(each));
  const known = { paid: paid.get(command.residentId ?? '') ?? null, despite };
  return ok([...removed, ...changes, ...put(command, { activity, party }, known, judgement)]);
}

/** One more in a party that is on the list: a guest goes or waits with the host. */
function addGuest(command: Adding, hostId: string, activity: Activity, judgement: Judgement): Verdict {
  const host = findPlate({ activityId: activity.id, plateId: hostId }, judgement);
  if (!host.ok) return host;
  const { live, party } = host.value;
  if (!live || party.residentIds.length === 0) return no({ type: 'plateUnknown', plateId: hostId });
  if (party.guests >= MOST_GUESTS) return no({ type: 'tooManyGuests', activityId: activity.id, limit: MOST_GUESTS });
  const { capacity } = activity;
  // A party that never fits would wait for ever, and with it who stands behind.
  if (party.status === 'waiting' && capacity !== null && peopleOf(party) >= capacity)
    return no({ type: 'partyTooLarge', activityId: activity.id, capacity });
  const people = party.status === 'waiting' ? 0 : 1;
  const obstacles = obstaclesOf(judgement, activity, { residentIds: party.residentIds, people });
  const refusal = refuseObstacles(judgement, activity, { obstacles, despite: command.despite });
  if (refusal !== null) return no(refusal);
  const larger = { ...party, guests: party.guests + 1 };
  return ok(put(command, { activity, party: larger }, { paid: null, despite: obstacles }, judgement));
}

/**
 * "Toch erbij" for who waits: the whole party, because it goes as one, past whoever stands before it. They are told. Of
 * its plates, the one of who was asked about comes last.
 */
function addFromTheLine(command: Adding, { activity, party }: Place, judgement: Judgement): Verdict {
  const isMeant = ({ residentId }: Plate) => residentId === command.residentId;
  const plates = platesOf(judgement.board, activity, party);
  const meant = plates.filter(isMeant).map((plate): Plate => ({ ...plate, dish: command.dish ?? plate.dish }));
  const inOrder = [...plates.filter((plate) => !isMeant(plate)), ...meant];
  return pastTheLine({ activity, party }, inOrder, command.despite, judgement);
}

/** What stands in the way is asked: at least that it passes the line. */
export function letIn(command: CommandOf<'letIn'>, judgement: Judgement): Verdict {
  const found = findLive(command, judgement);
  if (!found.ok) return found;
  const { activity, party } = found.value;
  if (party.status !== 'waiting') return no({ type: 'plateUnknown', plateId: command.plateId });
  return pastTheLine({ activity, party }, platesOf(judgement.board, activity, party), command.despite, judgement);
}

function pastTheLine(
  { activity, party }: Place,
  plates: readonly Plate[],
  despite: readonly Obstacle[],
  judgement: Judgement,
): Verdict {
  const { residentIds } = party;
  const found = obstaclesOf(judgement, activity, { residentIds, people: peopleOf(party) });
  const obstacles: readonly Obstacle[] = found.includes('full') ? found : [...found, 'full'];
  const refusal = refuseObstacles(judgement, activity, { obstacles, despite });
  if (refusal !== null) return no(refusal);
  const by = staffOf(judgement);
  const told = tell(judgement, { residentIds, type: 'promoted', activityId: activity.id });
  const allowed = plates.map((plate) => putPlate({ ...plate, despite: obstacles, by }));
  return ok([{ type: 'signUpPut', row: { ...party, status: 'going' } }, ...told, ...allowed]);
}

/** Only until the start: then nobody waits any more. A place that comes free goes to the head of the line. */
export function backToLine(command: CommandOf<'backToLine'>, judgement: Judgement): Verdict {
  const found = findLive(command, judgement);
  if (!found.ok) return found;
  const { activity, party } = found.value;
  if (judgement.now >= lastMoment(activity, judgement.zone))
    return no({ type: 'activityStarted', activityId: activity.id });
  const plates = platesOf(judgement.board, activity, party);
  if (party.status !== 'going' || !plates.every(({ despite }) => despite.includes('full')))
    return no({ type: 'plateUnknown', plateId: command.plateId });
  const back = plates.map((plate) => putPlate({ ...plate, despite: [], by: null }));
  const row: SignUp = { ...party, status: 'waiting' };
  const news = { residentIds: party.residentIds, type: 'promoted', activityId: activity.id } as const;
  const changes: Change[] = [{ type: 'signUpPut', row }, ...untell(judgement, news), ...back];
  return ok(withPromotion(judgement, activity.id, changes));
}

/** The party with its one new plate. */
function put(
  command: Adding,
  { activity, party }: Place,
  known: Pick<Plate, 'paid' | 'despite'>,
  judgement: Judgement,
): readonly Change[] {
  const isResident = command.residentId !== null && command.hostId === null;
  const who = { residentIds: isResident ? party.residentIds : [], guests: isResident ? 0 : 1 };
  const { dish, takeAway } = command;
  const guestName = isResident ? '' : oneLine(command.guestName);
  const plates = newPlates(judgement, { activity, party }, who);
  return [
    { type: 'signUpPut', row: party },
    ...plates.map((plate) => putPlate({ ...plate, ...known, guestName, dish, takeAway })),
  ];
}
