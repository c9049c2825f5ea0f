// One list of plates feeds screen, sheet and export: what stands on it, in which order, and its sums.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { apply } from '../../src/domain/changes.ts';
import { locationSchema } from '../../src/domain/location.ts';
import { rows } from '../../src/domain/table.ts';
import { createWorld, MORNING } from '../support/builders.ts';
import { adds, does, LUNCH, listOf, mealWorld, plateOf, prints, signsUp, told } from '../support/meal-house.ts';

test('one row is one plate: residents by door, guests under their host, neighbours last', () => {
  const world = mealWorld({ capacity: 20 });
  adds(world, null, { guestName: 'Buurman Wim', dish: 'vlees' });
  signsUp(world, 'mo');
  signsUp(world, 'riet', { guests: 1, dishes: ['vlees', 'vegetarisch'] });
  signsUp(world, 'anna', { dishes: ['vegetarisch'] });
  expect(told(listOf(world).plates)).toEqual([
    'Anna vegetarisch',
    'Riet vlees',
    'guest vegetarisch',
    'Mo -',
    'Buurman Wim vlees',
  ]);
  expect(listOf(world).totals).toMatchObject({
    people: 5,
    guests: 2,
    openCents: 5 * 550,
    dishes: [
      { dish: 'vlees', count: 2 },
      { dish: 'vegetarisch', count: 2 },
      { dish: null, count: 1 },
    ],
  });
});

test('tells what changed since the sheet, until it is printed again', () => {
  const world = mealWorld({ capacity: 20 });
  signsUp(world, 'anna');
  signsUp(world, 'riet', { guests: 1 });
  signsUp(world, 'mo');
  prints(world);
  expect(listOf(world).delta).toBe(null);
  world.now = MORNING + 60_000;
  does(world, { type: 'removePlate', activityId: LUNCH, plateId: plateOf(world, 'riet').id });
  adds(world, 'kees');
  does(world, { type: 'chooseDish', activityId: LUNCH, plateId: plateOf(world, 'anna').id, dish: 'vlees' });
  does(world, { type: 'setDiet', residentId: 'mo', kinds: ['halal'], allergens: ['milk'], note: '' });
  const { delta } = listOf(world);
  expect(told(delta!.added)).toEqual(['Kees -']);
  expect(told(delta!.removed).toSorted()).toEqual(['Riet -', 'guest -']);
  expect(told(delta!.changed)).toEqual(['Anna vlees', 'Mo -']);
  prints(world);
  expect(listOf(world).delta).toBe(null);
  expect(listOf(world).prints.map(({ number }) => number)).toEqual([1, 2]);
  expect(listOf(world).totals).toMatchObject({ people: 3, withDiet: 1, clashes: 1 });
});

test('tables have as many places as the house says', () => {
  const { board } = mealWorld({ capacity: 20 });
  const [location] = [...rows(board.location)];
  const world = createWorld(apply(board, [{ type: 'locationPut', row: { ...location!, tableSize: 3 } }]), MORNING);
  for (const who of ['riet', 'kees', 'mo', 'hein']) signsUp(world, who);
  expect(listOf(world).totals.tables).toEqual({ size: 3, full: 1, rest: 1 });
  expect(v.parse(locationSchema, { id: 'flat', name: 'De Linden', timeZone: 'Europe/Amsterdam' }).tableSize).toBe(8);
});
