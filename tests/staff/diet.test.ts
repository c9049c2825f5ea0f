// The window in which a diet is written, open at two tablets at once.
import { expect, test } from 'vitest';
import { dietCommand } from '../../src/client/staff/meal/plate-acts.ts';
import { does, listOf, mealWorld, signsUp } from '../support/meal-house.ts';
import { mealDesk } from './meal-desk.ts';

test('what another wrote meanwhile stays: nobody eats what they may not', () => {
  const world = mealWorld();
  signsUp(world, 'anna', { guests: 1 });
  does(world, { type: 'setDiet', residentId: 'anna', kinds: [], allergens: ['egg'], note: '' });
  const atOpening = listOf(world).plates;
  const { desk } = mealDesk(world);
  for (const view of atOpening) {
    const was = view.diet ?? { kinds: [], allergens: [], note: '' };
    for (const each of ['nuts', 'milk'] as const)
      expect(desk.act(dietCommand(view, { ...was, allergens: [...was.allergens, each] }, was), null)).toBeNull();
  }
  expect(listOf(world).plates.map(({ diet }) => diet?.allergens)).toEqual([
    ['egg', 'milk', 'nuts'],
    ['milk', 'nuts'],
  ]);
});
