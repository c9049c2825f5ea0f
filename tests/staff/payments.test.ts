// All that somebody owes, in one act: each plate at its price, nothing where one may not, and all of it back.
import { expect, test } from 'vitest';
import { togglePaid } from '../../src/client/app/meal-acts.ts';
import { payAll } from '../../src/client/app/meal-payments.ts';
import { openByResident } from '../../src/domain/meal-figures.ts';
import { DAY } from '../../src/domain/time.ts';
import { does, LUNCH, listOf, mealWorld, signsUp } from '../support/meal-house.ts';
import { mealDesk } from './meal-desk.ts';

const NEXT = 'lunch/2026-10-21';
const words = { done: 'paid', undone: 'not paid' };

/** Riet ate twice, once with a guest; Anna once. */
function twoMeals() {
  const world = mealWorld();
  signsUp(world, 'riet', { guests: 1 });
  signsUp(world, 'anna');
  signsUp(world, 'riet', { on: NEXT });
  world.now += 8 * DAY;
  return world;
}

const debts = (world: ReturnType<typeof mealWorld>) =>
  openByResident(world.board, world.now).map(({ cents, residentId }) => [residentId, cents]);

test('one act pays every plate of one resident and nobody else’s', () => {
  const world = twoMeals();
  const { desk, sent, told } = mealDesk(world);
  const [riet] = openByResident(world.board, world.now);
  expect(debts(world)).toEqual([
    ['riet', 1650],
    ['anna', 550],
  ]);
  expect(payAll(desk, riet!.plates, words)).toBe(null);
  expect(debts(world)).toEqual([['anna', 550]]);
  expect(sent).toHaveLength(2);
  expect(told.value).toMatchObject({ type: 'done', text: 'paid' });
});

test('the way back is every plate that was paid, each not paid', () => {
  const world = twoMeals();
  const { desk, sent, told } = mealDesk(world);
  const [riet] = openByResident(world.board, world.now);
  payAll(desk, riet!.plates, words);
  const undo = told.value?.type === 'done' ? told.value.undo : null;
  expect([undo!.command, ...undo!.also!]).toEqual(sent.map((command) => ({ ...command, paid: null })));
  for (const command of [undo!.command, ...undo!.also!]) expect(desk.act(command, null)).toBe(null);
  expect(debts(world)).toEqual([
    ['riet', 1650],
    ['anna', 550],
  ]);
});

test('where one plate is not to be paid, nothing is', () => {
  const world = twoMeals();
  const { desk, sent } = mealDesk(world);
  const [riet] = openByResident(world.board, world.now);
  const [first] = riet!.plates;
  const unknown = { ...first!, plate: { ...first!.plate, activityId: 'nothing/2026-10-14' } };
  expect(payAll(desk, [...riet!.plates, unknown], words)).toEqual({
    type: 'activityUnknown',
    activityId: 'nothing/2026-10-14',
  });
  expect(sent).toEqual([]);
  expect(payAll(desk, [], words)).toBe(null);
});

test('what another took in at the same moment stays what it was, also by one tap on the list', () => {
  const world = mealWorld();
  signsUp(world, 'riet');
  signsUp(world, 'anna');
  world.now += DAY;
  const { desk } = mealDesk(world);
  const [riet] = openByResident(world.board, world.now).filter(({ residentId }) => residentId === 'riet');
  const anna = listOf(world).plates.find(({ plate }) => plate.residentId === 'anna')!;
  const plateIds = listOf(world).plates.map(({ plate }) => plate.id);
  does(world, { type: 'markPaid', activityId: LUNCH, plateIds, paid: 300 });
  expect(payAll(desk, riet!.plates, words)).toBe(null);
  togglePaid(desk, LUNCH, anna);
  expect(listOf(world).plates.map(({ plate }) => plate.paid)).toEqual([300, 300]);
  togglePaid(desk, LUNCH, listOf(world).plates[0]!);
  expect(listOf(world).plates.map(({ plate }) => plate.paid)).toEqual([null, 300]);
});
