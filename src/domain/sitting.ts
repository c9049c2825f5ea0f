/**
 * What volunteers decide about a whole meal: its door, its end and its sheet (DESIGN §9 Meals). Refuses to
 * open what has begun.
 */
import { type Activity, activityById, lastMoment } from './activity.ts';
import type { Change } from './changes.ts';
import { doorOf, plainSitting, sittingOf } from './closing.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Sitting } from './meal-rows.ts';
import { menuOfMeal } from './menu-of-meal.ts';
import { livesHere } from './parties.ts';
import { findPlate } from './plate-found.ts';
import { staffOf } from './plate-rows.ts';
import { withPromotion } from './promotion.ts';
import { no, ok } from './result.ts';
import { writtenDown } from './standing-kept.ts';
import { group } from './table.ts';
import { instantText } from './time.ts';

export function openMeal(command: CommandOf<'openMeal'>, judgement: Judgement): Verdict {
  const found = findMeal(command.activityId, judgement);
  if (!found.ok) return found;
  const { activity, sitting } = found.value;
  if (judgement.now >= lastMoment(activity, judgement.zone))
    return no({ type: 'activityStarted', activityId: activity.id });
  const { residentId } = command;
  if (residentId === null) {
    if (doorOf(judgement.board, activity, judgement.now, judgement.zone) !== 'closed') return ok([]);
    return ok(withPromotion(judgement, activity.id, [put({ ...sitting, door: 'open', ...byHand(judgement) })]));
  }
  if (!livesHere(judgement.board, residentId)) return no({ type: 'residentUnknown', residentId });
  if (sitting.openFor.includes(residentId)) return ok([]);
  return ok([put({ ...sitting, openFor: [...sitting.openFor, residentId] })]);
}

/**
 * Closes for everybody, also for who it had been opened for. What the rule has closed stays closed since then, also where
 * it had been opened again for all: that is taken back, and nothing else.
 */
export function closeMeal(command: CommandOf<'closeMeal'>, judgement: Judgement): Verdict {
  const found = findMeal(command.activityId, judgement);
  if (!found.ok) return found;
  const { activity, sitting } = found.value;
  if (judgement.now >= lastMoment(activity, judgement.zone))
    return no({ type: 'activityStarted', activityId: activity.id });
  const door = doorOf(judgement.board, activity, judgement.now, judgement.zone);
  if (door === 'opened') return ok([put({ ...sitting, ...byRule })]);
  const closed = door === 'closed' ? {} : ({ door: 'closed', ...byHand(judgement) } as const);
  return ok([put({ ...sitting, ...closed, openFor: [] })]);
}

export function resetMeal(command: CommandOf<'resetMeal'>, judgement: Judgement): Verdict {
  const found = findMeal(command.activityId, judgement);
  if (!found.ok) return found;
  const { activity, sitting } = found.value;
  if (judgement.now >= lastMoment(activity, judgement.zone))
    return no({ type: 'activityStarted', activityId: activity.id });
  if (sitting.door === 'rule') return ok([]);
  return ok(withPromotion(judgement, activity.id, [put({ ...sitting, ...byRule })]));
}

/** Who is only here by "elke donderdag" is written down, so that a habit that ends does not change what was. */
export function finishMeal(command: CommandOf<'finishMeal'>, judgement: Judgement): Verdict {
  const found = findMeal(command.activityId, judgement);
  if (!found.ok) return found;
  const { activity, sitting } = found.value;
  if (judgement.now < lastMoment(activity, judgement.zone))
    return no({ type: 'mealNotBegun', activityId: activity.id });
  const price = sitting.price ?? menuPrice(judgement, activity);
  const finishedAt = sitting.finishedAt ?? instantText(judgement.now);
  return ok([put({ ...sitting, price, finishedAt }), ...writtenDown(judgement.board, activity, null)]);
}

/**
 * The sheet as it came out of the printer, however late that is told: what changed since is judged against the paper, not
 * against what was known when the word of it came in. What is printed closes nothing.
 */
export function printMeal(command: CommandOf<'printMeal'>, judgement: Judgement): Verdict {
  const found = findMeal(command.activityId, judgement);
  if (!found.ok) return found;
  const { activity } = found.value;
  const { board } = judgement;
  const { menu = null, number } = command;
  const id = `${activity.id}/${number}`;
  if (group(board.mealPrint, activity.id).has(id)) return no({ type: 'sheetTaken', number });
  const known = new Map(
    command.plates.flatMap((plate) =>
      findPlate({ activityId: activity.id, plateId: plate.id }, judgement).ok ? [[plate.id, plate]] : [],
    ),
  );
  const at = instantText(judgement.tappedAt);
  const row = { id, activityId: activity.id, number, at, by: staffOf(judgement), plates: [...known.values()], menu };
  return ok([...withPrice(judgement, activity), { type: 'mealPrintPut', row }]);
}

export function notePaperLine(command: CommandOf<'notePaperLine'>, judgement: Judgement): Verdict {
  const { activityId, line, outcome, plateId, sheet } = command;
  const found = findMeal(activityId, judgement);
  if (!found.ok) return found;
  // What nobody could read is nobody's plate, and the rest is somebody's.
  if ((outcome === 'unreadable' || outcome === 'asked') !== (plateId === null))
    return no({ type: 'plateUnknown', plateId: plateId ?? '-' });
  const sheets = group(judgement.board.mealPrint, activityId);
  if (!sheets.has(`${activityId}/${sheet}`)) return no({ type: 'sheetUnknown', number: sheet });
  const plate = plateId === null ? null : findPlate({ activityId, plateId }, judgement);
  if (plate !== null && !plate.ok) return plate;
  const id = `${activityId}/${sheet}/${line}`;
  const known = group(judgement.board.paperLine, activityId).get(id);
  if (known !== undefined && (known.outcome !== 'unreadable' || outcome === 'unreadable')) {
    const isSame = known.outcome === outcome && known.plateId === plateId;
    return isSame ? ok([]) : no({ type: 'lineTaken', sheet, line });
  }
  const by = staffOf(judgement);
  const row = { id, activityId, sheet, line, outcome, plateId, at: instantText(judgement.now), by };
  return ok([{ type: 'paperLinePut', row }]);
}

/** The price is what it was when money was first taken, or the sheet printed, whatever the menu says later. */
export function withPrice(judgement: Judgement, activity: Activity): readonly Change[] {
  const sitting = sittingOf(judgement.board, activity.id) ?? plainSitting(activity.id);
  const price = sitting.price ?? menuPrice(judgement, activity);
  return price === sitting.price ? [] : [put({ ...sitting, price })];
}

const menuPrice = ({ board }: Judgement, activity: Activity): number | null =>
  menuOfMeal(board, activity)?.price ?? activity.price;

function findMeal(activityId: string, { board }: Judgement) {
  const activity = activityById(board, activityId);
  if (activity === undefined) return no({ type: 'activityUnknown', activityId } as const);
  if (activity.meal === null) return no({ type: 'notAMeal', activityId } as const);
  return ok({ activity, sitting: sittingOf(board, activityId) ?? plainSitting(activityId) });
}

const byRule = { door: 'rule', doorAt: null, doorBy: null } as const;

const byHand = (judgement: Judgement) => ({ doorAt: instantText(judgement.now), doorBy: staffOf(judgement) });

const put = (row: Sitting): Change => ({ type: 'sittingPut', row });
