/**
 * What is said of plates that are on the list beside the dish: take-away, name of a guest, paid, came. Each says one thing and
 * leaves the rest as it is, so that two who tick at once lose nothing. Refuses to change who comes.
 */
import { activityById } from './activity.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { withSaid } from './dish-choice.ts';
import { partiesIn } from './parties.ts';
import { findLive, findPlate, type PlateFound } from './plate-found.ts';
import { oneLine, platesOf } from './plate-rows.ts';
import { no, ok } from './result.ts';
import { withPrice } from './sitting.ts';

export function setTakeAway(command: CommandOf<'setTakeAway'>, judgement: Judgement): Verdict {
  const found = findLive(command, judgement);
  return found.ok ? ok(withSaid(found.value, { takeAway: command.takeAway })) : found;
}

export function nameGuest(command: CommandOf<'nameGuest'>, judgement: Judgement): Verdict {
  const found = findLive(command, judgement);
  if (!found.ok) return found;
  if (found.value.plate.residentId !== null) return no({ type: 'plateUnknown', plateId: command.plateId });
  return ok(withSaid(found.value, { guestName: oneLine(command.guestName) }));
}

/** For ever: who pays later pays too. Also of who went off the list, whose money is given back. */
export function markPaid(command: CommandOf<'markPaid'>, judgement: Judgement): Verdict {
  const found = findAll(command, judgement);
  if (!found.ok) return found;
  const [first] = found.value;
  if (first === undefined) return no({ type: 'plateUnknown', plateId: command.plateIds[0] ?? '' });
  const priced = command.paid === null ? [] : withPrice(judgement, first.activity);
  // Money that is taken back was said.
  const isNew = command.unsaid === true && command.paid !== null;
  const meant = isNew ? found.value.filter(({ plate }) => plate.paid === null) : found.value;
  return ok([...priced, ...meant.flatMap((each) => withSaid(each, { paid: command.paid }))]);
}

/** For ever, and only of who is expected: a list that is a moment old marks the others. */
export function markCame(command: CommandOf<'markCame'>, judgement: Judgement): Verdict {
  const found = findAll(command, judgement);
  if (!found.ok) return found;
  const going = found.value.filter(({ live, party }) => live && party.status === 'going');
  if (going.length === 0) return no({ type: 'plateUnknown', plateId: command.plateIds[0] ?? '' });
  const meant = command.unsaid ? going.filter(({ plate }) => plate.came === null) : going;
  return ok(meant.flatMap((each) => withSaid(each, { came: command.came })));
}

/** Of many plates at once those there are, each once. */
function findAll(
  { activityId, plateIds }: { readonly activityId: string; readonly plateIds: readonly string[] },
  judgement: Judgement,
) {
  const { board } = judgement;
  const activity = activityById(board, activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId } as const);
  if (activity.meal === null) return no({ type: 'notAMeal', activityId } as const);
  const wanted = new Set(plateIds);
  const found: PlateFound[] = [];
  for (const party of partiesIn(board, activityId)) {
    for (const plate of platesOf(board, activity, party)) {
      if (wanted.delete(plate.id)) found.push({ activity, party, plate, live: true });
    }
  }
  for (const plateId of wanted) {
    const gone = findPlate({ activityId, plateId }, judgement);
    // What was paid for a place that was given away went along with it.
    if (gone.ok && gone.value.plate.movedTo === null) found.push(gone.value);
  }
  return ok(found);
}
