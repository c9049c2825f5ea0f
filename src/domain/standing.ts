/**
 * "Elke donderdag": taking part in every meal of a series, with pauses (DESIGN §9 Meals). Dates that residents can sign up
 * for already become ordinary sign-ups; later ones follow from the row (`parties.ts`). Refuses to touch what is closed.
 */
import { type Activity, activityById, activityId } from './activity.ts';
import type { Board } from './board.ts';
import { apply, type Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Standing } from './meal-rows.ts';
import { isLive, livesHere, partyWith, standingId, standsOn } from './parties.ts';
import { choicesOf, oneLine, platesOf, putPlate } from './plate-rows.ts';
import { withPromotion } from './promotion.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import { type Series, seriesOn } from './series.ts';
import { join, leave } from './sign-up.ts';
import { mayActFor } from './sign-up-refusals.ts';
import { datesOf, inReach, lastOrdinary, openDates, today } from './standing-dates.ts';
import { keptOn } from './standing-kept.ts';
import { group, row } from './table.ts';
import { addDays, type PlainDate } from './time.ts';

const MOST_PAUSES = 200;

interface About {
  readonly series: Series;
  readonly residentId: string;
  readonly known: Standing | undefined;
}

export function setStanding(command: CommandOf<'setStanding'>, judgement: Judgement): Verdict {
  const found = findSeries(command, judgement);
  if (!found.ok) return found;
  const { known, series } = found.value;
  const dish = command.dish === null ? null : oneLine(command.dish);
  const { board } = judgement;
  const kept = known === undefined || known.dish === dish ? [] : keptPast(judgement, series, known);
  if (known !== undefined && known.until === null)
    return ok([...kept, ...redished(judgement, series, { known, dish }), put({ ...known, dish })]);
  const dates = openDates(judgement, series).filter((date) => !hasBegun(known, date));
  const last = lastOrdinary(judgement, series);
  const from = addDays(last, 1);
  const refusal = refuseStanding(judgement, found.value, from);
  if (refusal !== null) return no(refusal);
  const changes: Change[] = [];
  for (const date of dates.filter((each) => each <= last)) {
    const activity = activityById(board, activityId(series.id, date));
    if (activity !== undefined) changes.push(...joined(judgement, activity, { residentId: command.residentId, dish }));
  }
  return ok([...kept, ...changes, put(begun(found.value, { dish, from }))]);
}

/** What a habit was about, and is closed or over, keeps the dish it had. */
function keptPast(judgement: Judgement, series: Series, known: Standing): readonly Change[] {
  const open = new Set(openDates(judgement, series));
  const before = datesOf(judgement, series, known.from, addDays(today(judgement), -1));
  const dates = new Set([...before, ...inReach(judgement, series)]);
  return keptOn(
    judgement.board,
    known,
    [...dates].filter((date) => !open.has(date)),
  );
}

/** The dates that were signed up for one by one have the new dish too, where nobody chose another one. */
function redished(
  judgement: Judgement,
  series: Series,
  { dish, known }: { readonly known: Standing; readonly dish: string | null },
): readonly Change[] {
  const { board } = judgement;
  const { residentId } = known;
  const rests = (date: PlainDate) => known.pauses.some(({ from, until }) => date >= from && date <= until);
  return openDates(judgement, series).flatMap((date) => {
    const id = activityId(series.id, date);
    const activity = activityById(board, id);
    const party = [...group(board.signUp, id).values()].find(
      (each) => isLive(each) && each.residentIds.includes(residentId),
    );
    if (activity === undefined || party === undefined || rests(date)) return [];
    const had = dishOn(board, activity, known.dish);
    return platesOf(board, activity, party)
      .filter((plate) => plate.residentId === residentId && plate.dish === had)
      .map((plate) => putPlate({ ...plate, dish: dishOn(board, activity, dish) }));
  });
}

/** A dish, where the day has it. */
const dishOn = (board: Board, activity: Activity, dish: string | null): string | null =>
  dish !== null && choicesOf(board, activity).includes(dish) ? dish : null;

/** The row from this date on. What a habit that ended was about, stays: the time between is a pause. */
function begun({ known, residentId, series }: About, { dish, from }: Pick<Standing, 'dish' | 'from'>): Standing {
  const fresh = { id: standingId(series.id, residentId), seriesId: series.id, residentId, dish, from };
  if (known === undefined || known.until === null || known.until < known.from || known.pauses.length >= MOST_PAUSES)
    return { ...fresh, until: null, pauses: [] };
  const { until } = known;
  const gap = { from: addDays(until, 1), until: addDays(from, -1) };
  const pauses = known.pauses
    .filter((pause) => pause.from <= until)
    .map((pause) => ({ from: pause.from, until: pause.until < until ? pause.until : until }));
  return { ...fresh, from: known.from, until: null, pauses: [...pauses, gap] };
}

/** A date the habit that ended still stands for: it is signed up already. */
const hasBegun = (known: Standing | undefined, date: PlainDate): boolean =>
  known !== undefined && standsOn(known, date);

function refuseStanding({ board }: Judgement, { residentId, series }: About, from: PlainDate): Refusal | null {
  const { capacity } = seriesOn(series, from).series;
  if (capacity === null) return null;
  let standing = 0;
  for (const each of group(board.standing, series.id).values()) {
    if (each.residentId === residentId || (each.until !== null && each.until < from)) continue;
    if (livesHere(board, each.residentId)) standing += 1;
  }
  return standing < capacity ? null : { type: 'standingFull', seriesId: series.id, capacity };
}

/** From the first date that is not closed. What was signed up for on later dates is given back. */
export function stopStanding(command: CommandOf<'stopStanding'>, judgement: Judgement): Verdict {
  const found = findStanding(command, judgement);
  if (!found.ok) return found;
  const { known, series } = found.value;
  const first = openDates(judgement, series)[0] ?? addDays(today(judgement), 1);
  const ended = put({ ...known, until: addDays(first, -1) });
  return ok(withoutDates(judgement, found.value, { from: first, until: null, change: ended }));
}

export function pauseStanding(command: CommandOf<'pauseStanding'>, judgement: Judgement): Verdict {
  const found = findStanding(command, judgement);
  if (!found.ok) return found;
  const { known, series } = found.value;
  const first = openDates(judgement, series)[0] ?? today(judgement);
  const from = command.from > first ? command.from : first;
  if (command.until < from || command.until < command.from || known.pauses.length >= MOST_PAUSES)
    return no({ type: 'pauseInvalid' });
  const pauses = [...known.pauses, { from, until: command.until }];
  const change = put({ ...known, pauses });
  return ok(withoutDates(judgement, found.value, { from, until: command.until, change }));
}

/**
 * Back from the next meal that is not closed; what others took meanwhile stays theirs. A date that is closed or cancelled
 * stays in the pause: its places are given, or would be when it is restored.
 */
export function resumeStanding(command: CommandOf<'resumeStanding'>, judgement: Judgement): Verdict {
  const found = findStanding(command, judgement);
  if (!found.ok) return found;
  const { known, residentId, series } = found.value;
  const dates = openDates(judgement, series);
  const next = dates[0] ?? today(judgement);
  const ahead = known.pauses.filter(({ until }) => until >= next);
  if (ahead.length === 0) return no({ type: 'pauseInvalid' });
  const rested = (date: PlainDate) => ahead.some(({ from, until }) => date >= from && date <= until);
  const past = known.pauses.flatMap((pause) => {
    if (pause.until < next) return [pause];
    return pause.from < next ? [{ from: pause.from, until: addDays(next, -1) }] : [];
  });
  const isOn = (date: PlainDate) =>
    dates.includes(date) && activityById(judgement.board, activityId(series.id, date))?.cancelled === null;
  const left = inReach(judgement, series).filter((date) => date >= next && rested(date) && !isOn(date));
  const pauses = [...past, ...left.map((date) => ({ from: date, until: date }))];
  if (pauses.length > MOST_PAUSES) return no({ type: 'pauseInvalid' });
  const last = lastOrdinary(judgement, series);
  const back = dates.filter((date) => date <= last && rested(date) && !isOver(known, date));
  const changes = back.flatMap((date) => {
    const activity = activityById(judgement.board, activityId(series.id, date));
    return activity === undefined ? [] : joined(judgement, activity, { residentId, dish: known.dish });
  });
  return ok([...changes, put({ ...known, pauses })]);
}

const isOver = ({ until }: Standing, date: PlainDate): boolean => until !== null && date > until;

/** The habit changed, and who had signed up on these dates leaves; places that come free go to the line. */
function withoutDates(
  judgement: Judgement,
  { residentId, series }: About,
  { change, from, until }: { readonly change: Change; readonly from: PlainDate; readonly until: PlainDate | null },
): readonly Change[] {
  const isMeant = (date: PlainDate) => date >= from && (until === null || date <= until);
  const open = openDates(judgement, series);
  const closed = inReach(judgement, series).filter((date) => isMeant(date) && !open.includes(date));
  const kept = keptOn(judgement.board, { residentId, seriesId: series.id }, closed);
  const dates = open.filter(isMeant);
  const after: Judgement = { ...judgement, board: apply(judgement.board, [...kept, change]) };
  const left = dates.flatMap((date) => {
    const id = activityId(series.id, date);
    const activity = activityById(after.board, id);
    // Who stood on a sheet by this habit is written down as gone: the kitchen is told.
    const known = group(after.board.mealPrint, id).size > 0 ? judgement.board : after.board;
    if (activity === undefined || (known === after.board && group(known.signUp, id).size === 0)) return [];
    const party = partyWith(known, id, residentId);
    const leaving = party === undefined ? [] : leave(after, { activity, party }, [residentId]);
    return withPromotion(after, id, leaving);
  });
  return [...kept, change, ...left];
}

/** An ordinary sign-up, going or waiting by the ordinary rule. */
function joined(
  judgement: Judgement,
  activity: Activity,
  { dish, residentId }: { readonly dish: string | null; readonly residentId: string },
): readonly Change[] {
  const { board } = judgement;
  if (activity.cancelled !== null || activity.signUp === 'none') return [];
  if (partyWith(board, activity.id, residentId) !== undefined) return [];
  return join(judgement, activity, { residentIds: [residentId], guests: 0, dishes: [dishOn(board, activity, dish)] });
}

function findSeries(
  { residentId, seriesId }: { readonly seriesId: string; readonly residentId: string },
  judgement: Judgement,
) {
  const { board } = judgement;
  const series = row(board.series, seriesId, seriesId);
  if (series === undefined) return no({ type: 'seriesUnknown', seriesId } as const);
  const { signUp } = seriesOn(series, today(judgement)).series;
  if (series.meal === null || signUp === 'none') return no({ type: 'notAMeal', activityId: seriesId } as const);
  // A discreet meal sends counts only, and a habit is a name.
  if (series.discreet || !mayActFor(judgement, [residentId])) return no({ type: 'notAllowed' } as const);
  if (!livesHere(board, residentId)) return no({ type: 'residentUnknown', residentId } as const);
  return ok<About>({ series, residentId, known: row(board.standing, seriesId, standingId(seriesId, residentId)) });
}

function findStanding(command: { readonly seriesId: string; readonly residentId: string }, judgement: Judgement) {
  const found = findSeries(command, judgement);
  if (!found.ok) return found;
  const { known } = found.value;
  const ended = known === undefined || (known.until !== null && known.until < today(judgement));
  if (ended) return no({ type: 'standingUnknown', seriesId: command.seriesId } as const);
  return ok({ ...found.value, known });
}

const put = (standing: Standing): Change => ({ type: 'standingPut', row: standing });
