// Weeks, debts and the treasurer's rows, and the dish somebody always has.
import { beforeEach, expect, test } from 'vitest';
import { mealExport, mealWeeks, openByResident } from '../../src/domain/meal-figures.ts';
import { usualDish } from '../../src/domain/meal-views.ts';
import { rows } from '../../src/domain/table.ts';
import { DAY } from '../../src/domain/time.ts';
import { MORNING, type World } from '../support/builders.ts';
import { adds, does, guestsOf, LUNCH, listOf, mealWorld, plateOf, signsUp } from '../support/meal-house.ts';

let world: World;
beforeEach(() => {
  world = mealWorld();
  signsUp(world, 'anna', { dishes: ['vlees'] });
  signsUp(world, 'riet', { guests: 1, dishes: ['vegetarisch', 'vlees'] });
  does(world, { type: 'markPaid', activityId: LUNCH, plateIds: [plateOf(world, 'anna').id], paid: 550 });
  does(world, { type: 'markCame', activityId: LUNCH, plateIds: [plateOf(world, 'riet').id], came: false });
});

test('a week says who came, who did not, which places stayed empty, and what is to be bought', () => {
  signsUp(world, 'mo', { on: 'lunch/2026-10-21', dishes: ['vlees'] });
  world.now = MORNING + DAY;
  const { coming, everyone, regulars, weeks } = mealWeeks(world.board, 2, world.now);
  expect(weeks.map(({ monday }) => monday)).toEqual(['2026-10-05', '2026-10-12', '2026-10-19']);
  const day = weeks[1]!.days.find(({ activity }) => activity.id === LUNCH);
  expect(day).toMatchObject({ people: 3, guests: 1, absent: 1, came: 0, empty: 1, isPast: true });
  // Riet stayed away, and a guest does not live here.
  expect(day?.residentIds).toEqual(['anna']);
  const living = [...rows(world.board.resident)].filter(({ left }) => left === null);
  expect(everyone).toBe(living.length);
  expect(regulars.map(({ absent, residentId, times }) => [residentId, times, absent])).toEqual([
    ['anna', 1, 0],
    ['riet', 0, 1],
  ]);
  const next = coming.find(({ activity }) => activity.id === 'lunch/2026-10-21');
  expect(next?.totals.dishes).toEqual([
    { dish: 'vlees', count: 1 },
    { dish: 'vegetarisch', count: 0 },
  ]);
});

test('what is open is asked of the host for a guest, and of nobody for who does not live here', () => {
  adds(world, null, { guestName: 'Wim' });
  expect(openByResident(world.board, world.now).map(({ cents, residentId }) => [residentId, cents])).toEqual([
    ['riet', 1100],
    [null, 550],
  ]);
  does(world, { type: 'markPaid', activityId: LUNCH, plateIds: guestsOf(world).map(({ id }) => id), paid: 550 });
  expect(openByResident(world.board, world.now).map(({ cents }) => cents)).toEqual([550]);
});

test('the treasurer’s rows are the plates of the list, with a guest under the host’s name', () => {
  const rows = mealExport(world.board, { from: '2026-10-14', to: '2026-10-14' });
  expect(rows).toHaveLength(listOf(world).totals.people);
  expect(
    rows.map(({ dish, guest, name, paidCents, priceCents }) => [name?.firstName, guest, dish, priceCents, paidCents]),
  ).toEqual([
    ['Anna', null, 'vlees', 550, 550],
    ['Riet', null, 'vegetarisch', 550, null],
    ['Riet', '', 'vlees', 550, null],
  ]);
});

test('the treasurer sees what was paid by who is off the list, and for a meal that was cancelled', () => {
  const rows = () =>
    mealExport(world.board, { from: '2026-10-14', to: '2026-10-14' }).map(({ isOwedBack, name, paidCents }) => [
      name?.firstName,
      paidCents,
      isOwedBack,
    ]);
  does(world, { type: 'removePlate', activityId: LUNCH, plateId: plateOf(world, 'anna').id });
  expect(rows()).toEqual([
    ['Riet', null, false],
    ['Riet', null, false],
    ['Anna', 550, true],
  ]);
  does(world, { type: 'markPaid', activityId: LUNCH, plateIds: [plateOf(world, 'riet').id], paid: 550 });
  does(world, { type: 'cancelActivity', activityId: LUNCH, reason: '' });
  expect(rows()).toEqual([
    ['Riet', 550, true],
    ['Anna', 550, true],
  ]);
});

test('the usual dish is the one chosen most, unless a diet names one', () => {
  const choices = ['vlees', 'vegetarisch', 'halal kip'];
  expect(usualDish(world.board, 'anna', choices)).toBe('vlees');
  expect(usualDish(world.board, 'anna', ['vis'])).toBe(null);
  expect(usualDish(world.board, 'mo', choices)).toBe(null);
  does(world, { type: 'setDiet', residentId: 'anna', kinds: ['halal'], allergens: [], note: '' });
  expect(usualDish(world.board, 'anna', choices)).toBe('halal kip');
});
