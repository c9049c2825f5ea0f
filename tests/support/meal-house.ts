/** The small house at the table: a lunch with choices, people who come to it, and what stands on its list. */

import { boardOf } from '../../src/domain/board.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { Verdict } from '../../src/domain/decide.ts';
import type { Plate } from '../../src/domain/meal-rows.ts';
import { type MealList, mealList } from '../../src/domain/meal-views.ts';
import type { PlateView } from '../../src/domain/plate-views.ts';
import type { Series } from '../../src/domain/series.ts';
import { createWorld, houseRows, MORNING, resident, series, staff, type World } from './builders.ts';

export const LUNCH = 'lunch/2026-10-14';

/** Wednesday 14 October: meat or vegetarian, with milk and celery, € 5,50. */
export function mealWorld(fields: Partial<Series> = {}): World {
  const rows = houseRows([...Object.values(series).filter(({ id }) => id !== 'lunch'), { ...series.lunch, ...fields }]);
  const menu = {
    ...{ id: 'menu', on: 3, meal: 'lunch', menu: 'Stamppot', choices: ['vlees', 'vegetarisch'] },
    ...{ allergens: ['melk', 'selderij'], price: 550 },
  };
  return createWorld(boardOf({ ...rows, menuDay: [menu] }), MORNING);
}

export const signsUp = (
  world: World,
  who: string,
  more: { dishes?: (string | null)[]; guests?: number; on?: string } = {},
) => {
  const { dishes, guests = 0, on = LUNCH } = more;
  const command = { type: 'signUp', activityId: on, residentIds: [who], guests } as const;
  return world.send(resident(who), dishes === undefined ? command : { ...command, dishes });
};

export const does = (world: World, command: Command): Verdict => world.send(staff, command);

export const adds = (
  world: World,
  residentId: string | null,
  more: Partial<Extract<Command, { type: 'addPlate' }>> = {},
) =>
  does(world, {
    ...{ type: 'addPlate', activityId: LUNCH, residentId, hostId: null, guestName: '', dish: null },
    ...{ takeAway: false, despite: [], mayWait: false },
    ...more,
  });

export const listOf = (world: World, id = LUNCH): MealList => mealList(world.board, id, world.now)!;

/** The next sheet, with what a screen shows now. */
export const prints = (world: World, id = LUNCH): Verdict => {
  const { plates, prints: before } = listOf(world, id);
  const shown = plates.map(({ dietAt, plate: { dish, id: plateId, takeAway } }) => ({
    id: plateId,
    dish,
    takeAway,
    dietAt,
  }));
  return does(world, { type: 'printMeal', activityId: id, number: (before.at(-1)?.number ?? 0) + 1, plates: shown });
};

/** Each plate of the list as `who dish`, in the order of the list. */
export const told = (plates: readonly PlateView[]): readonly string[] =>
  plates.map(({ called, kind, plate }) =>
    [called?.firstName ?? (plate.guestName || kind), plate.dish ?? '-'].join(' '),
  );

export const plateOf = (world: World, residentId: string, id = LUNCH): Plate => {
  const { gone, plates, waiting } = listOf(world, id);
  return [...plates, ...waiting, ...gone].find(({ plate }) => plate.residentId === residentId)!.plate;
};

export const guestsOf = (world: World, id = LUNCH): readonly Plate[] =>
  listOf(world, id)
    .plates.filter(({ plate }) => plate.residentId === null)
    .map(({ plate }) => plate);
