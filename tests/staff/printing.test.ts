// Paper and its record: what is printed, when, under which number; and which line of it comes next.
import { describe, expect, test } from 'vitest';
import { nextLine, PAPER_LINES } from '../../src/client/app/meal-parts.ts';
import { deltaMarks } from '../../src/client/staff/meal/meal-words.ts';
import { printCommand, printStep } from '../../src/client/staff/print/print-step.ts';
import { looseNumber } from '../../src/domain/sheet-views.ts';
import { does, listOf, mealWorld, plateOf, signsUp } from '../support/meal-house.ts';
import { mealDesk } from './meal-desk.ts';

const sending = { number: 2, isOnline: true, unanswered: 0, told: { type: 'done', text: '', undo: null } } as const;

describe('a sheet', () => {
  test('waits with a network until the server has answered, and not without one', () => {
    expect(printStep({ ...sending, unanswered: 1 })).toBe('wait');
    expect(printStep({ ...sending, unanswered: 0 })).toBe('print');
    const loose = looseNumber('018f-7a2b3c4d');
    expect(printStep({ ...sending, number: loose, isOnline: false, unanswered: 3 })).toBe('print');
    expect(printStep({ ...sending, number: loose, isOnline: true, unanswered: 1 })).toBe('print');
  });

  test('whose number nobody can confirm any more takes another', () => {
    expect(printStep({ ...sending, isOnline: false, unanswered: 1 })).toBe('next');
    expect(printStep({ ...sending, isOnline: false, unanswered: 0 })).toBe('print');
  });

  test('whose number is taken takes the next, and any other no is told', () => {
    const refused = (number: number) => ({ type: 'refused', reason: { type: 'sheetTaken', number } }) as const;
    expect(printStep({ ...sending, told: refused(2) })).toBe('next');
    expect(printStep({ ...sending, told: refused(1) })).toBe('stop');
    expect(printStep({ ...sending, told: { type: 'refused', reason: { type: 'notAllowed' } } })).toBe('stop');
  });

  test('is recorded as it stands on paper, whatever changed before the server heard of it', () => {
    const world = mealWorld();
    signsUp(world, 'anna', { dishes: ['vlees'] });
    const command = printCommand(listOf(world), 1);
    const { desk } = mealDesk(world);
    signsUp(world, 'hein', { dishes: ['vlees'] });
    expect(desk.act(command, null)).toBeNull();
    expect(listOf(world).prints.at(-1)?.plates).toEqual([
      { id: plateOf(world, 'anna').id, dish: 'vlees', takeAway: false, dietAt: null },
    ]);
    expect(listOf(world).delta?.added.map(({ plate }) => plate.residentId)).toEqual(['hein']);
    expect(desk.act(command, null)).toEqual({ type: 'sheetTaken', number: 1 });
  });

  test('from a screen that had not heard of a diet is told as old, however late it was printed', () => {
    const world = mealWorld();
    for (const who of ['anna', 'hein', 'mo']) signsUp(world, who);
    const eats = (residentId: string, kinds: 'halal'[]) =>
      does(world, { type: 'setDiet', residentId, kinds, allergens: [], note: '' });
    eats('hein', ['halal']);
    const list = listOf(world);
    eats('anna', ['halal']);
    eats('mo', ['halal']);
    eats('mo', []);
    world.now += 60_000;
    expect(mealDesk(world).desk.act(printCommand(list, 1), null)).toBeNull();
    expect(listOf(world).delta?.changed.map(({ plate }) => plate.residentId)).toEqual(['anna']);
    expect(mealDesk(world).desk.act(printCommand(listOf(world), 2), null)).toBeNull();
    expect(listOf(world).delta).toBeNull();
  });

  test('is old once something else is cooked, and not by another price', () => {
    const world = mealWorld();
    signsUp(world, 'anna', { dishes: ['vlees'] });
    const { menu } = listOf(world);
    const { date } = listOf(world).activity;
    const cooks = (allergens: string[], price: number | null) =>
      does(world, {
        type: 'setMenu',
        date,
        meal: menu!.meal,
        menu: menu!.menu,
        choices: menu!.choices,
        allergens,
        price,
      });
    expect(mealDesk(world).desk.act(printCommand(listOf(world), 1), null)).toBeNull();
    cooks([...menu!.allergens], 725);
    expect(listOf(world).delta).toBeNull();
    cooks([...menu!.allergens, 'pinda'], 725);
    const { delta } = listOf(world);
    expect(delta).toMatchObject({ menu: true, added: [], removed: [], changed: [] });
    expect(deltaMarks({ t: (key: string) => key } as never, delta!)).toBe('deskmeal:deltaMenu');
    expect(mealDesk(world).desk.act(printCommand(listOf(world), 2), null)).toBeNull();
    expect(listOf(world).delta).toBeNull();
  });
});

describe('a line of the pen', () => {
  const lines = (...taken: number[]) => taken.map((line) => ({ line }));
  test.each([
    [[], 1],
    [[1, 2], 3],
    [[1, 3], 2],
    [[2], 1],
  ])('after %j the next is %i', (taken, next) => {
    expect(nextLine(lines(...taken))).toBe(next);
  });

  test('there is none after the last', () => {
    expect(nextLine(lines(...Array.from({ length: PAPER_LINES }, (_, at) => at + 1)))).toBeNull();
  });
});
