// What the kitchen reads of diets: fine only where somebody looked, and nobody left out.
import { beforeEach, expect, test } from 'vitest';
import { sheetOf } from '../../src/client/staff/print/sheet.ts';
import type { World } from '../support/builders.ts';
import { does, listOf, mealWorld, signsUp } from '../support/meal-house.ts';
import { speechOf } from './meal-desk.ts';

let world: World;
beforeEach(() => {
  world = mealWorld();
});
const eats = (residentId: string, dish: string, diet: Partial<Parameters<typeof setDiet>[1]> = {}) => {
  signsUp(world, residentId, { dishes: [dish] });
  setDiet(residentId, { kinds: [], allergens: [], note: '', ...diet });
};
const setDiet = (
  residentId: string,
  diet: { kinds: ('vegetarian' | 'diabetes')[]; allergens: ('milk' | 'egg')[]; note: string },
) => does(world, { type: 'setDiet', residentId, ...diet });
const sheet = () => sheetOf(speechOf(world), listOf(world), 'table');

test('a vegetarian with meat cannot eat it, and with the vegetarian dish is fine', () => {
  eats('anna', 'vlees', { kinds: ['vegetarian'] });
  eats('hein', 'vegetarisch', { kinds: ['vegetarian'] });
  const { clashes, fits, unchecked } = sheet();
  expect(clashes).toMatchObject([{ door: '101', cannot: 'vegetarisch', why: 'op het bord: vlees' }]);
  expect(fits).toBe('vegetarisch (201)');
  expect(unchecked).toBe('');
});

test('a note and a diet of which no dish says anything are not checked, and never fine', () => {
  eats('anna', 'vlees', { note: 'alleen koud' });
  eats('hein', 'vlees', { kinds: ['diabetes'] });
  const { clashes, fits, unchecked } = sheet();
  expect(clashes).toEqual([]);
  expect(fits).toBe('');
  expect(unchecked).toBe('alleen koud (101), diabetes (201)');
});

test('an allergen that is in it is told, and one that is not in it is fine', () => {
  eats('anna', 'vlees', { allergens: ['milk'] });
  eats('hein', 'vlees', { allergens: ['egg'] });
  const { clashes, fits } = sheet();
  expect(clashes).toMatchObject([{ cannot: 'geen melk', why: 'alle gerechten hebben melk' }]);
  expect(fits).toBe('geen ei (201)');
});

test('without a list of allergens nobody is fine', () => {
  does(world, {
    ...{ type: 'setMenu', date: '2026-10-14', meal: 'lunch', menu: 'Stamppot', choices: ['vlees', 'vegetarisch'] },
    ...{ allergens: [], price: 550 },
  });
  eats('anna', 'vlees', { allergens: ['milk'] });
  expect(sheet()).toMatchObject({ clashes: [], fits: '', unchecked: 'geen melk (101)' });
});
