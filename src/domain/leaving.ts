/**
 * Somebody moves out or dies: every place to come is free and goes to who waits, and nothing of them is shown again.
 * What was, stays as it was. Looks through every sign-up once, which this may: it is not something done at every tap.
 */
import { type Activity, activityById, activityId, lastMoment } from './activity.ts';
import type { Board } from './board.ts';
import { apply, type Change } from './changes.ts';
import { isClosedAt } from './closing.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Standing } from './meal-rows.ts';
import { isLive, livesHere, partyWith } from './parties.ts';
import { withoutCards } from './people.ts';
import { withPromotion } from './promotion.ts';
import { no, ok } from './result.ts';
import { scootersOf, settle } from './scooter-free.ts';
import { leave } from './sign-up.ts';
import { datesOf, inReach, today } from './standing-dates.ts';
import { writtenDown } from './standing-kept.ts';
import { group, row, rows } from './table.ts';

export function leaveHouse({ residentId, reason }: CommandOf<'leaveHouse'>, judgement: Judgement): Verdict {
  const { board } = judgement;
  const resident = row(board.resident, residentId, residentId);
  if (resident === undefined || resident.left !== null) return no({ type: 'residentUnknown', residentId });
  const standing = [...rows(board.standing)].filter((each) => each.residentId === residentId);
  const dates = standing.flatMap((each) => activitiesOf(judgement, each));
  const hasBegun = (activity: Activity) => judgement.now >= lastMoment(activity, judgement.zone);
  const kept = dates.filter(hasBegun).flatMap((activity) => writtenDown(board, activity, residentId));
  const gone: readonly Change[] = [
    ...kept,
    { type: 'residentPut', row: { ...resident, left: reason } },
    ...standing.map(({ id, seriesId }): Change => ({ type: 'standingRemoved', parent: seriesId, id })),
  ];
  const signedUp = [...rows(board.signUp)]
    .filter((party) => isLive(party) && party.residentIds.includes(residentId))
    .flatMap((party) => activityById(board, party.activityId) ?? []);
  const ahead = new Map([...signedUp, ...dates].map((activity) => [activity.id, activity]));
  const freed: Change[] = [...gone];
  let after = apply(board, gone);
  for (const activity of ahead.values()) {
    if (hasBegun(activity)) continue;
    const left = leaving(judgement, activity, residentId);
    const more = withPromotion({ ...judgement, board: after }, activity.id, left);
    after = apply(after, more);
    freed.push(...more);
  }
  return ok([...freed, ...tripsLeft(judgement, residentId), ...ownRows(board, residentId)]);
}

/** The dates of a standing place: since it began, and as far ahead as anything is known of one. */
function activitiesOf(judgement: Judgement, { from, seriesId }: Standing): readonly Activity[] {
  const series = row(judgement.board.series, seriesId, seriesId);
  if (series === undefined) return [];
  const dates = new Set([...datesOf(judgement, series, from, today(judgement)), ...inReach(judgement, series)]);
  return [...dates].flatMap((date) => activityById(judgement.board, activityId(seriesId, date)) ?? []);
}

/**
 * Off the list of one activity. Who stood there only by habit, and on no sheet and no closed list, leaves no trace: the
 * kitchen never counted on them.
 */
function leaving(judgement: Judgement, activity: Activity, residentId: string): readonly Change[] {
  const { board, now: at, zone } = judgement;
  const party = partyWith(board, activity.id, residentId);
  if (party === undefined) return [];
  const isCounted = group(board.mealPrint, activity.id).size > 0 || isClosedAt(board, activity, { at, zone });
  if (!group(board.signUp, activity.id).has(party.id) && !isCounted) return [];
  return leave(judgement, { activity, party }, [residentId]);
}

/** Trips to come are cancelled; a scooter that is out must still come back. There is nobody to tell any news. */
function tripsLeft({ board, now }: Judgement, residentId: string): readonly Change[] {
  const ids = scootersOf(board).map(({ id }) => id);
  const settled = settle(board, ids, now);
  const after = apply(board, settled);
  const trips = [...rows(after.booking)].filter((trip) => trip.residentId === residentId);
  return [
    ...settled,
    ...trips
      .filter(({ status, news }) => status === 'booked' || news !== null)
      .map((trip): Change => {
        const status = trip.status === 'booked' ? 'cancelled' : trip.status;
        return { type: 'bookingPut', row: { ...trip, status, news: null } };
      }),
  ];
}

/** What opens something for them, what only the team knew, and what they were still to be told. */
function ownRows(board: Board, residentId: string): readonly Change[] {
  const own = { parent: residentId, id: residentId };
  return [
    ...withoutCards(board, residentId),
    { type: 'pictureCodeRemoved', ...own },
    { type: 'dietRemoved', ...own },
    ...[...group(board.clearance, residentId).keys()].map(
      (id): Change => ({ type: 'clearanceRemoved', parent: residentId, id }),
    ),
    ...[...group(board.notice, residentId).keys()].map(
      (id): Change => ({ type: 'noticeRemoved', parent: residentId, id }),
    ),
    ...[...group(board.callTask, residentId).keys()].map(
      (id): Change => ({ type: 'callTaskRemoved', parent: residentId, id }),
    ),
    ...[...group(board.callNote, residentId).keys()].map(
      (id): Change => ({ type: 'callNoteRemoved', parent: residentId, id }),
    ),
    ...[...group(board.toTell, residentId).keys()].map(
      (id): Change => ({ type: 'toTellRemoved', parent: residentId, id }),
    ),
    { type: 'visitAskedRemoved', ...own },
  ];
}

/** Others have the places now, and keep them; card, pictures, driving test and diet are to be set again. */
export function returnToHouse({ residentId }: CommandOf<'returnToHouse'>, { board }: Judgement): Verdict {
  const resident = row(board.resident, residentId, residentId);
  if (resident === undefined || livesHere(board, residentId)) return no({ type: 'residentUnknown', residentId });
  return ok([{ type: 'residentPut', row: { ...resident, left: null } }]);
}
