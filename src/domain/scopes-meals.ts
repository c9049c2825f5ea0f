/**
 * What a shared screen may see of meals: who comes and what they chose, as with sign-ups; no money, no attendance, no
 * names of guests, nobody of the team, and of a pause only the days it shows anyway. Refuses all of a discreet meal.
 */
import { activityById } from './activity.ts';
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { Plate, Sitting, Standing } from './meal-rows.ts';
import { peopleOf } from './parties.ts';
import { group, row, rows } from './table.ts';
import type { PlainDate } from './time.ts';

/** Today and the last day a screen looks ahead to. */
interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export function redactPlate(plate: Plate, board: Board): Plate | null {
  if (isDiscreet(board, plate.activityId)) return null;
  return { ...plate, guestName: '', paid: null, came: null, by: null, despite: [], goneBy: null, movedTo: null };
}

export function redactSitting(sitting: Sitting, board: Board): Sitting | null {
  return isDiscreet(board, sitting.id) ? null : { ...sitting, doorBy: null };
}

/** For how long somebody is away is not for a screen in the hall. */
export function redactStanding(standing: Standing, board: Board, days: Days): Standing | null {
  if (row(board.series, standing.seriesId, standing.seriesId)?.discreet ?? true) return null;
  const pauses = standing.pauses
    .filter(({ from, until }) => until >= days.from && from <= days.to)
    .map(({ from, until }) => ({
      from: from > days.from ? from : days.from,
      until: until < days.to ? until : days.to,
    }));
  return { ...standing, pauses };
}

/** Whose id says who it is: written down from "elke donderdag" (`parties.ts`). */
export const isNamed = ({ id }: { readonly id: string }): boolean => id.startsWith('standing/');

/** Of a discreet meal these parties are told as one that says nothing: so many going, so many waiting. */
export function unnamedParties(board: Board, activityId: string): readonly Change[] {
  const named = [...group(board.signUp, activityId).values()].filter(isNamed);
  return (['going', 'waiting'] as const).map((status): Change => {
    const id = `unnamed/${status}`;
    const hidden = named.reduce((sum, each) => sum + (each.status === status ? peopleOf(each) : 0), 0);
    if (hidden === 0) return { type: 'signUpRemoved', parent: activityId, id };
    const row = {
      ...{ id, activityId, residentIds: [], guests: 0, hidden, status },
      ...{ arrival: 0, visitId: null, late: false },
    };
    return { type: 'signUpPut', row };
  });
}

/** What beside its sign-ups comes along with a date that moves into the days a screen looks at. */
export function mealOf(board: Board, activityId: string): readonly Change[] {
  const plates = [...group(board.plate, activityId).values()].flatMap((plate) => redactPlate(plate, board) ?? []);
  const sittings = [...group(board.sitting, activityId).values()].flatMap((each) => redactSitting(each, board) ?? []);
  return [
    ...plates.map((each): Change => ({ type: 'platePut', row: each })),
    ...sittings.map((each): Change => ({ type: 'sittingPut', row: each })),
  ];
}

/** Of a series that has become discreet. */
export function forgetMeals(board: Board, seriesId: string): readonly Change[] {
  const isOfSeries = (id: string) => id.startsWith(`${seriesId}/`);
  const plates = [...rows(board.plate)].filter(({ activityId }) => isOfSeries(activityId));
  const sittings = [...rows(board.sitting)].filter(({ id }) => isOfSeries(id));
  return [
    ...plates.map(({ activityId, id }): Change => ({ type: 'plateRemoved', parent: activityId, id })),
    ...sittings.map(({ id }): Change => ({ type: 'sittingRemoved', parent: id, id })),
    ...[...group(board.standing, seriesId).keys()].map(
      (id): Change => ({ type: 'standingRemoved', parent: seriesId, id }),
    ),
  ];
}

const isDiscreet = (board: Board, id: string): boolean => activityById(board, id)?.discreet ?? true;
