// A menu as somebody types it: what is wrong with it, and what it becomes.
import { expect, test } from 'vitest';
import {
  backToWeekly,
  draftOf,
  keptDishes,
  type MenuDraft,
  menuCommand,
  whyNotMenu,
} from '../../src/client/app/meal-menu.ts';
import type { MealList } from '../../src/domain/meal-views.ts';
import { at } from '../support/builders.ts';
import { listOf, mealWorld } from '../support/meal-house.ts';
import { mealDesk } from './meal-desk.ts';

const draft = (fields: Partial<MenuDraft> = {}): MenuDraft => ({
  menu: 'Stamppot',
  choices: ['vlees', 'vegetarisch'],
  allergens: ['milk'],
  other: [],
  price: '5,50',
  ...fields,
});
const list = (fields: object = {}) =>
  ({
    activity: { date: '2026-10-15', meal: 'warm', price: 550 },
    menu: { menu: 'Stamppot', choices: ['vlees'], allergens: ['melk', 'mosterd', 'liefde'], price: null },
    totals: { dishes: [] },
    ...fields,
  }) as unknown as MealList;

test('what was written is read: allergens by any of their names, and what is none stays as it was', () => {
  expect(draftOf(list())).toEqual({
    menu: 'Stamppot',
    choices: ['vlees'],
    allergens: ['milk', 'mustard'],
    other: ['liefde'],
    price: '5,50',
  });
});

test.each([
  [draft(), null],
  [draft({ price: '' }), null],
  [draft({ choices: [] }), null],
  [draft({ choices: ['vlees', '', ''] }), null],
  [draft({ menu: '  ' }), { field: 'menu' }],
  [draft({ choices: ['vlees', 'Vlees '] }), { field: 'choice', index: 1 }],
  [draft({ price: '-1' }), { field: 'price', why: 'minus' }],
  [draft({ price: 'gratis' }), { field: 'price', why: 'letter' }],
  [draft({ price: '5,555' }), { field: 'price', why: 'cents2' }],
])('%j', (typed, wrong) => {
  expect(whyNotMenu(typed)).toEqual(wrong);
});

test('becomes a menu of that date alone, without empty choices', () => {
  const command = menuCommand(
    list(),
    draft({ choices: [' vlees ', ''], other: ['liefde'], price: '6.25' }),
    () => 'melk',
  );
  expect(command).toEqual({
    type: 'setMenu',
    date: '2026-10-15',
    meal: 'warm',
    menu: 'Stamppot',
    choices: ['vlees'],
    allergens: ['melk', 'liefde'],
    price: 625,
  });
});

test('dishes that people chose and that are gone from the menu are named with their number', () => {
  const dishes = [
    { dish: 'vlees', count: 3 },
    { dish: 'vis', count: 2 },
    { dish: 'soep', count: 0 },
    { dish: null, count: 4 },
  ];
  expect(keptDishes(list({ totals: { dishes } }), draft())).toEqual([{ dish: 'vis', count: 2 }]);
});

test('a menu of one date goes back to the weekly one, and by its way back is there again', () => {
  const world = mealWorld();
  const { desk } = mealDesk(world);
  expect(backToWeekly(world.board, listOf(world))).toBeNull();
  const own = menuCommand(listOf(world), draft({ menu: 'Vis', choices: ['vis'] }), () => 'melk');
  desk.act(own, null);
  const back = backToWeekly(world.board, listOf(world))!;
  expect(desk.act(back.command, null)).toBeNull();
  expect(listOf(world).menu).toMatchObject({ menu: 'Stamppot', on: 3 });
  expect(desk.act(back.undo, null)).toBeNull();
  expect(listOf(world).menu).toMatchObject({ menu: 'Vis', choices: ['vis'], price: 550, on: '2026-10-14' });
});

test('a menu of one date stays where there is none for the week, and once the meal is over', () => {
  const world = mealWorld();
  const { desk } = mealDesk(world);
  const on = 'lunch/2026-10-15';
  desk.act(
    menuCommand(listOf(world, on), draft(), () => 'melk'),
    null,
  );
  expect(backToWeekly(world.board, listOf(world, on))).toBeNull();
  desk.act(
    menuCommand(listOf(world), draft(), () => 'melk'),
    null,
  );
  expect(backToWeekly(world.board, listOf(world))).not.toBeNull();
  world.now = at('2026-10-14', '13:30');
  expect(backToWeekly(world.board, listOf(world))).toBeNull();
});
