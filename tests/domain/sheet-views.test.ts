// Two tablets without a network print the same meal: no paper bears the name of another, and one of them counts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/commands.ts';
import { isLoose, looseNumber, nextNumber, papersOf } from '../../src/domain/sheet-views.ts';
import { staff, type World } from '../support/builders.ts';
import { LUNCH, listOf, mealWorld, signsUp, told } from '../support/meal-house.ts';

const MINUTE = 60_000;
const [HALL, KITCHEN] = [looseNumber('0190-0000aaaa'), looseNumber('0190-0000bbbb')];

const sheet = (world: World, number: number): Extract<Command, { type: 'printMeal' }> => ({
  type: 'printMeal',
  activityId: LUNCH,
  number,
  plates: listOf(world).plates.map(({ plate: { dish, id, takeAway } }) => ({ id, dish, takeAway })),
});

/** The server hears of it so long after it was printed. */
const hears = (world: World, command: Command, after = 0) => world.send(staff, command, { underway: after });

describe('a loose sheet', () => {
  test('bears five digits, whatever the id', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(String(looseNumber(id))).toMatch(/^[1-9]\d{4}$/);
        expect(isLoose(looseNumber(id))).toBe(true);
      }),
    );
    expect(HALL).not.toBe(KITCHEN);
  });

  test('takes no number from the others', () => {
    expect(nextNumber([{ number: 1 }, { number: HALL }, { number: 2 }])).toBe(3);
    expect(nextNumber([{ number: HALL }])).toBe(1);
    expect(nextNumber([])).toBe(1);
  });

  test('counts where it was printed last, and not because it was heard of last', () => {
    const world = mealWorld();
    signsUp(world, 'anna');
    const [early, late] = [sheet(world, HALL), sheet(world, 1)];
    world.now += 10 * MINUTE;
    hears(world, late, 2 * MINUTE);
    expect(hears(world, early, 5 * MINUTE).ok).toBe(true);
    const { prints } = listOf(world);
    expect(prints.map(({ number }) => number)).toEqual([HALL, 1]);
    expect(papersOf(prints)).toMatchObject({ counts: { number: 1 }, others: [{ number: HALL }] });
    signsUp(world, 'mo');
    expect(told(listOf(world).delta!.added)).toEqual(['Mo -']);
    expect(listOf(world).delta!.print.number).toBe(1);
  });

  test('is never confused with another, and lines are taken over from either', () => {
    const world = mealWorld();
    signsUp(world, 'anna');
    const [one, other] = [sheet(world, HALL), sheet(world, KITCHEN)];
    world.now += 10 * MINUTE;
    expect([hears(world, one, 5 * MINUTE).ok, hears(world, other, 4 * MINUTE).ok]).toEqual([true, true]);
    const line = { type: 'notePaperLine', activityId: LUNCH, line: 1, outcome: 'unreadable', plateId: null } as const;
    for (const number of [HALL, KITCHEN]) expect(hears(world, { ...line, sheet: number }).ok).toBe(true);
    expect(
      listOf(world)
        .paper.map((each) => each.sheet)
        .sort(),
    ).toEqual([HALL, KITCHEN].sort());
    expect(papersOf(listOf(world).prints)).toMatchObject({ counts: { number: KITCHEN }, others: [{ number: HALL }] });
  });
});

test('where all have a number, or there is one sheet, nobody needs to be told which counts', () => {
  const world = mealWorld();
  expect(papersOf(listOf(world).prints)).toBeNull();
  hears(world, sheet(world, HALL));
  expect(papersOf(listOf(world).prints)).toBeNull();
  const numbered = mealWorld();
  for (const number of [1, 2]) hears(numbered, sheet(numbered, number));
  expect(papersOf(listOf(numbered).prints)).toBeNull();
});

test('of the sheets with a number only the latest may still lie about', () => {
  const world = mealWorld();
  for (const number of [1, 2, HALL, 3]) {
    world.now += MINUTE;
    hears(world, sheet(world, number));
  }
  const papers = papersOf(listOf(world).prints)!;
  expect([papers.counts.number, papers.others.map(({ number }) => number)]).toEqual([3, [HALL]]);
});
