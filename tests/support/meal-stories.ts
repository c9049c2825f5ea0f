/**
 * Random days at the table: what residents and volunteers do with plates, doors, sheets, habits and menus, between
 * everything else that happens in the house (`arbitraries.ts`). Refuses to say what must come of it.
 */
import fc from 'fast-check';
import type { Command } from '../../src/domain/commands.ts';
import type { Actor } from '../../src/domain/envelope.ts';
import { type Plate, paperOutcomes } from '../../src/domain/meal-rows.ts';
import { mealList } from '../../src/domain/meal-views.ts';
import { addDays, type PlainDate } from '../../src/domain/time.ts';
import {
  type Step as HouseStep,
  worldOf as houseOf,
  step as houseStep,
  take as takeHouse,
  weekends,
} from './arbitraries.ts';
import { resident, residents, staff, type World } from './builders.ts';

const nat = fc.nat({ max: 40 });
/** So that sheets of the same lunch meet. */
const few = fc.nat({ max: 3 });
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const dish = fc.constantFrom(null, 'vlees', 'vegetarisch', 'halal', 'kaas');
const despite = fc.constantFrom([], [], ['closed'], ['full'], ['closed', 'full']) as fc.Arbitrary<
  ('closed' | 'full')[]
>;
const at = { where: nat, nth: nat };

const mealStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('eat'), where: nat, who: nat, guests: fc.nat({ max: 2 }), dish } as const),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('addPlate'),
      ...at,
      who: fc.option(nat),
      hosted: fc.boolean(),
      dish,
      despite,
      mayWait: fc.boolean(),
    } as const),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constantFrom('removePlate', 'restorePlate', 'backToLine', 'letIn'),
      ...at,
      despite,
    } as const),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('movePlate'), ...at, who: fc.option(nat) } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('chooseDish', 'setTakeAway', 'nameGuest', 'setGuestDiet'),
      ...at,
      dish,
      byStaff: fc.boolean(),
    } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('markPaid', 'markCame'),
      ...at,
      many: fc.nat({ max: 6 }),
      yes: fc.boolean(),
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('setDiet'), who: nat, nth: nat } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('openMeal', 'closeMeal', 'resetMeal', 'finishMeal'),
      where: nat,
      who: fc.option(nat),
    } as const),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'setStanding',
        'setStanding',
        'setStanding',
        'stopStanding',
        'pauseStanding',
        'resumeStanding',
      ),
      who: nat,
      dish,
      from: fc.nat({ max: 20 }),
      days: fc.nat({ max: 20 }),
      byStaff: fc.boolean(),
    } as const),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('setMenu'),
      where: nat,
      dish,
      on: fc.constantFrom('date', 'date', 'back', 'everyWeek'),
    } as const),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('printMeal'), where: few, isTaken: fc.boolean() } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('notePaperLine'),
      ...{ where: few, nth: nat },
      sheet: fc.constantFrom(1, 1, 2),
      line: fc.integer({ min: 1, max: 3 }),
      outcome: fc.constantFrom(...paperOutcomes),
    } as const),
  },
);
type MealStep = typeof mealStep extends fc.Arbitrary<infer S> ? S : never;
export type Step = { readonly house: HouseStep } | { readonly meal: MealStep };

export interface Story {
  readonly from: PlainDate;
  readonly steps: readonly Step[];
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: houseStep.map((house) => ({ house })) },
  { weight: 2, arbitrary: mealStep.map((meal) => ({ meal })) },
);

export const story: fc.Arbitrary<Story> = fc.record({
  from: fc.constantFrom(...weekends),
  steps: fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
});

/** Without what a calendar file does, and within one day: the days a screen's own board is about. */
export const storyOfOneDay: fc.Arbitrary<Story> = story.map(({ from, steps }) => ({
  from,
  steps: steps.map((each) => {
    if (!('house' in each) || each.house.type !== 'wait') return each;
    return { house: { ...each.house, minutes: Math.min(each.house.minutes, 20) } };
  }),
}));

/** Lunches of the weekend on which the clock changes, of the week after, and beyond what residents can sign up for. */
export const lunchesIn = ({ from }: Pick<Story, 'from'>): readonly string[] =>
  [0, 1, 2, 7, 14, 15, 16, 21].map((n) => `lunch/${addDays(from, n)}`);

export function worldOf(told: Pick<Story, 'from'>): World {
  const world = houseOf(told);
  const lines = weekdays.map((on) => ({
    ...{ on, meal: 'lunch', menu: 'Stamppot', choices: ['vlees', 'vegetarisch', 'halal'] },
    ...{ allergens: ['melk'], price: 550 },
  }));
  world.send(staff, { type: 'importMenu', lines });
  return world;
}

export function take(world: World, each: Step, told: Pick<Story, 'from'>): void {
  // Mostly today's lunch, so that people meet there.
  const lunches = [...lunchesIn(told).slice(0, 1), ...lunchesIn(told).slice(0, 1), ...lunchesIn(told)];
  if ('house' in each) {
    takeHouse(world, each.house, [...lunches, `walk/${told.from}`]);
    return;
  }
  const said = commandOf(world, each.meal, lunches);
  if (said !== null) world.send(said.actor, said.command);
}

interface Said {
  readonly actor: Actor;
  readonly command: Command;
}

function commandOf(world: World, meal: MealStep, lunches: readonly string[]): Said | null {
  const activityId = 'where' in meal ? pick(lunches, meal.where)! : '';
  const someone = 'who' in meal && meal.who !== null ? pick(residents, meal.who)! : null;
  const byStaff = (command: Command): Said => ({ actor: staff, command });
  switch (meal.type) {
    case 'eat': {
      const who = someone ?? 'anna';
      const dishes = [meal.dish, null];
      return {
        actor: resident(who),
        command: { type: 'signUp', activityId, residentIds: [who], guests: meal.guests, dishes },
      };
    }
    case 'addPlate': {
      const host = meal.hosted ? (plateAt(world, activityId, meal.nth)?.id ?? null) : null;
      const { despite: allowed, mayWait } = meal;
      const rest = { guestName: 'Wim', dish: meal.dish, takeAway: false, despite: allowed, mayWait };
      return byStaff({
        type: 'addPlate',
        activityId,
        residentId: host === null ? someone : null,
        hostId: host,
        ...rest,
      });
    }
    case 'setDiet': {
      const said = {
        kinds: [],
        allergens: meal.nth % 2 === 0 ? (['milk'] as const) : [],
        note: meal.nth % 3 === 0 ? 'x' : '',
      };
      return byStaff({ type: 'setDiet', residentId: someone ?? 'anna', ...said });
    }
    case 'openMeal':
      return byStaff({ type: 'openMeal', activityId, residentId: someone });
    case 'closeMeal':
    case 'resetMeal':
    case 'finishMeal':
      return byStaff({ type: meal.type, activityId });
    case 'printMeal': {
      const list = mealList(world.board, activityId, world.now);
      const shown = list?.plates.map(({ dietAt, plate: { dish, id, takeAway } }) => ({ id, dish, takeAway, dietAt }));
      // Two tablets print the same number at once.
      const number = Math.max(1, (list?.prints.at(-1)?.number ?? 0) + (meal.isTaken ? 0 : 1));
      return byStaff({ type: 'printMeal', activityId, number, plates: shown ?? [] });
    }
    case 'setMenu':
      return byStaff(menuOf(meal, activityId.slice(-10)));
    case 'notePaperLine': {
      const { line, outcome, sheet } = meal;
      const isNobodys = outcome === 'unreadable' || outcome === 'asked';
      const plateId = isNobodys ? null : (plateAt(world, activityId, meal.nth)?.id ?? 'no such');
      return byStaff({ type: 'notePaperLine', activityId, sheet, line, outcome, plateId });
    }
    case 'setStanding':
    case 'stopStanding':
    case 'resumeStanding':
    case 'pauseStanding':
      // Few enough that habits are begun, interrupted and taken up again by the same people.
      return standingOf(world, meal, residents[meal.who % 5] ?? 'anna');
    default:
      return plateCommandOf(world, meal, activityId);
  }
}

function menuOf({ dish, on }: Extract<MealStep, { type: 'setMenu' }>, date: PlainDate): Command {
  const choices = dish === null ? [] : ['vlees', ...(dish === 'vlees' ? [] : [dish])];
  const said = { meal: 'lunch', menu: 'Soep', choices, allergens: ['ei'], price: 300 };
  if (on === 'everyWeek') return { type: 'importMenu', lines: weekdays.map((day) => ({ on: day, ...said })) };
  return { type: 'setMenu', date, ...said, menu: on === 'back' ? null : said.menu };
}

function standingOf(world: World, meal: Extract<MealStep, { from: number }>, residentId: string): Said {
  const actor = meal.byStaff ? staff : resident(residentId);
  const stands = { seriesId: 'lunch', residentId };
  if (meal.type === 'setStanding') return { actor, command: { type: meal.type, ...stands, dish: meal.dish } };
  if (meal.type !== 'pauseStanding') return { actor, command: { type: meal.type, ...stands } };
  const today = new Date(world.now).toISOString().slice(0, 10);
  const from = addDays(today, meal.from);
  return { actor, command: { type: meal.type, ...stands, from, until: addDays(from, meal.days - 1) } };
}

type OfPlate = Exclude<
  MealStep,
  | {
      type:
        | 'eat'
        | 'addPlate'
        | 'setDiet'
        | 'openMeal'
        | 'closeMeal'
        | 'resetMeal'
        | 'finishMeal'
        | 'printMeal'
        | 'setMenu'
        | 'notePaperLine';
    }
  | { from: number }
>;

function plateCommandOf(world: World, meal: OfPlate, activityId: string): Said | null {
  const waiting = meal.type === 'letIn' ? mealList(world.board, activityId, world.now)?.waiting : undefined;
  // Whoever is let in mostly waits: of the others there are many more.
  const plate = (waiting && pick(waiting, meal.nth)?.plate) ?? plateAt(world, activityId, meal.nth);
  if (plate === undefined) return null;
  const about = { activityId, plateId: plate.id };
  const said = (command: Command, actor: Actor = staff): Said => ({ actor, command });
  switch (meal.type) {
    case 'removePlate':
      return said({ type: 'removePlate', ...about });
    case 'backToLine':
      return said({ type: 'backToLine', ...about });
    case 'restorePlate':
    case 'letIn':
      return said({ type: meal.type, ...about, despite: meal.despite });
    case 'movePlate': {
      const to = meal.who === null ? null : pick(residents, meal.who)!;
      return said({ type: 'movePlate', ...about, residentId: to, guestName: 'Zus' });
    }
    case 'chooseDish': {
      const actor = meal.byStaff || plate.residentId === null ? staff : resident(plate.residentId);
      return said({ type: 'chooseDish', ...about, dish: meal.dish }, actor);
    }
    case 'setTakeAway':
      return said({ type: 'setTakeAway', ...about, takeAway: meal.byStaff });
    case 'nameGuest':
      return said({ type: 'nameGuest', ...about, guestName: 'Dochter' });
    case 'setGuestDiet':
      return said({ type: 'setGuestDiet', ...about, kinds: ['halal'], allergens: [], note: '' });
    case 'markPaid':
    case 'markCame': {
      const plateIds = Array.from({ length: meal.many + 1 }, (_, n) => plateAt(world, activityId, meal.nth + n)!.id);
      if (meal.type === 'markPaid')
        return said({ type: 'markPaid', activityId, plateIds, paid: meal.yes ? 550 : null });
      return said({ type: 'markCame', activityId, plateIds, came: meal.yes });
    }
  }
}

/** One of the plates a volunteer sees, those that are gone included. */
function plateAt(world: World, activityId: string, nth: number): Plate | undefined {
  const list = mealList(world.board, activityId, world.now);
  if (list === null) return undefined;
  return pick([...list.plates, ...list.waiting, ...list.gone], nth)?.plate;
}

function pick<Item>(items: readonly Item[], nth: number): Item | undefined {
  return items.length === 0 ? undefined : items[nth % items.length];
}
