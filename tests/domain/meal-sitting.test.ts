// The door of a meal, its sheet, its lines from paper, its menu, and diets.
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { apply } from '../../src/domain/changes.ts';
import { type Command, commandSchema } from '../../src/domain/commands.ts';
import { dietSchema } from '../../src/domain/meal-rows.ts';
import type { PlateView } from '../../src/domain/plate-views.ts';
import { row } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { activityView } from '../../src/domain/views.ts';
import {
  at,
  createWorld,
  line,
  partyOf,
  refusalOf,
  resident,
  staff,
  tasksFor,
  type World,
} from '../support/builders.ts';
import {
  adds,
  does,
  LUNCH,
  listOf,
  mealWorld,
  plateOf,
  prints as printsSheet,
  signsUp,
  told,
} from '../support/meal-house.ts';

let world: World;
beforeEach(() => {
  world = mealWorld();
});
const clock = (time: string) => {
  world.now = at('2026-10-14', time);
};
const said = (command: Command) => refusalOf(does(world, command));
const opens = (residentId: string | null) => said({ type: 'openMeal', activityId: LUNCH, residentId });
const closes = () => said({ type: 'closeMeal', activityId: LUNCH });
const prints = () => refusalOf(printsSheet(world));
const seenBy = (who: string) =>
  activityView(world.board, LUNCH, world.now, { residentIds: [who], signUpIds: new Set() })!;

describe('the door of a meal', () => {
  test('closes by itself at its time, opens by hand for one or for all, and closes by hand', () => {
    expect([listOf(world).door, seenBy('anna').state]).toEqual(['open', 'open']);
    clock('10:00');
    expect([listOf(world).door, seenBy('anna').state]).toEqual(['closed', 'closed']);
    expect(seenBy('anna').closedAt).toBe(at('2026-10-14', '10:00'));
    expect(refusalOf(signsUp(world, 'anna'))).toBe('signUpClosed');
    opens('anna');
    expect([seenBy('anna').state, seenBy('mo').state]).toEqual(['open', 'closed']);
    expect(refusalOf(signsUp(world, 'anna'))).toBe('accepted');
    opens(null);
    expect([listOf(world).door, seenBy('mo').state]).toEqual(['opened', 'open']);
    clock('10:30');
    closes();
    expect([listOf(world).door, listOf(world).closesAt]).toEqual(['closed', at('2026-10-14', '10:00')]);
    clock('12:30');
    expect(opens(null)).toBe('activityStarted');
    expect(closes()).toBe('activityStarted');
    clock('13:30');
    expect(listOf(world).door).toBe('over');
  });

  test('that the rule has closed stays closed since then, whoever closes it again', () => {
    clock('10:20');
    closes();
    expect(listOf(world).closesAt).toBe(at('2026-10-14', '10:00'));
  });

  test('that was opened again for all goes back to its time, and stays open for whom it was opened', () => {
    clock('10:20');
    opens('anna');
    opens(null);
    closes();
    expect([listOf(world).closesAt, seenBy('anna').state, seenBy('mo').state]).toEqual([
      at('2026-10-14', '10:00'),
      'open',
      'closed',
    ]);
  });

  test('that was closed by hand goes back to its time', () => {
    clock('09:30');
    closes();
    expect(said({ type: 'resetMeal', activityId: LUNCH })).toBe('accepted');
    expect([listOf(world).door, listOf(world).closesAt]).toEqual(['open', at('2026-10-14', '10:00')]);
    clock('12:30');
    expect(said({ type: 'resetMeal', activityId: LUNCH })).toBe('activityStarted');
  });

  test('is not the end of it: a meal that has not begun is not finished', () => {
    const finish = { type: 'finishMeal', activityId: LUNCH } as const;
    expect([said(finish), listOf(world).sitting]).toEqual(['mealNotBegun', null]);
    clock('12:30');
    expect(said(finish)).toBe('accepted');
  });

  test('never keeps anybody in: who leaves after closing is late', () => {
    signsUp(world, 'anna');
    clock('11:00');
    const { id } = partyOf(world.board, LUNCH, 'anna');
    const command = { type: 'withdraw', activityId: LUNCH, signUpId: id, residentIds: ['anna'] } as const;
    expect(refusalOf(world.send(resident('anna'), command))).toBe('accepted');
    expect(plateOf(world, 'anna')).toMatchObject({ goneLate: true, goneBy: null });
  });

  test('lets in who tapped in time, until the sheet is printed: then the team is told', () => {
    clock('10:05');
    const underway = 10 * 60_000;
    const signUp = (who: string) =>
      refusalOf(
        world.send(resident(who), { type: 'signUp', activityId: LUNCH, residentIds: [who], guests: 0 }, { underway }),
      );
    expect(signUp('anna')).toBe('accepted');
    prints();
    expect(signUp('mo')).toBe('tooLate');
    expect(tasksFor(world.board, 'mo')).toEqual([`tooLate ${LUNCH}`]);
    expect(listOf(world).hints).toEqual(['mo']);
    adds(world, 'mo', { despite: ['closed'] });
    expect(listOf(world).hints).toEqual([]);
  });
});

describe('a sheet', () => {
  test('of an empty list is printed too, and has a number', () => {
    expect(prints()).toBe('accepted');
    expect(listOf(world)).toMatchObject({ prints: [{ number: 1, plates: [], by: 'mila' }], delta: null });
  });

  test('is kept as it stands on paper, whenever the word of it comes in', () => {
    signsUp(world, 'anna');
    const [{ plate }] = listOf(world).plates as [PlateView];
    const shown = [{ id: plate.id, dish: 'vlees', takeAway: true }];
    signsUp(world, 'mo');
    const nobodys = { id: 'nobody/1', dish: null, takeAway: false };
    const command = { type: 'printMeal', activityId: LUNCH, number: 1, plates: [...shown, ...shown, nobodys] } as const;
    world.send(staff, command, { underway: 60_000 });
    expect(listOf(world).prints).toMatchObject([{ number: 1, plates: shown, at: instantText(world.now - 60_000) }]);
    expect(told(listOf(world).delta!.added)).toEqual(['Mo -']);
    expect(told(listOf(world).delta!.changed)).toEqual(['Anna -']);
  });

  test('has a number of its own, also where two are printed at once', () => {
    const print = { type: 'printMeal', activityId: LUNCH, number: 1, plates: [] } as const;
    expect([said(print), said(print), said({ ...print, number: 2 })]).toEqual(['accepted', 'sheetTaken', 'accepted']);
  });

  test('does not call who left and came back a change', () => {
    signsUp(world, 'anna');
    prints();
    const { id } = partyOf(world.board, LUNCH, 'anna');
    world.send(resident('anna'), { type: 'withdraw', activityId: LUNCH, signUpId: id, residentIds: ['anna'] });
    expect(listOf(world).delta?.removed).toHaveLength(1);
    signsUp(world, 'anna');
    expect(listOf(world).delta).toBe(null);
  });

  test('has lines for names by hand: each ends as somebody’s plate, or as nobody’s', () => {
    signsUp(world, 'anna');
    prints();
    const note = (nth: number, outcome: 'added' | 'unreadable' | 'asked', plateId: string | null) =>
      said({ type: 'notePaperLine', activityId: LUNCH, sheet: 1, line: nth, outcome, plateId });
    expect(note(1, 'added', plateOf(world, 'anna').id)).toBe('accepted');
    expect(note(2, 'unreadable', null)).toBe('accepted');
    expect(note(3, 'added', 'no such')).toBe('plateUnknown');
    expect(note(3, 'added', null)).toBe('plateUnknown');
    expect(note(3, 'unreadable', plateOf(world, 'anna').id)).toBe('plateUnknown');
    expect(listOf(world).paper.map(({ outcome }) => outcome)).toEqual(['added', 'unreadable']);
    // What nobody could read is a task until somebody has asked around.
    expect(listOf(world).unread.map(({ line }) => line)).toEqual([2]);
    expect(note(2, 'asked', plateOf(world, 'anna').id)).toBe('plateUnknown');
    expect(note(2, 'asked', null)).toBe('accepted');
    expect(listOf(world).unread).toEqual([]);
  });
});

describe('a line by hand', () => {
  const note = (nth: number, outcome: 'added' | 'already' | 'unreadable', plateId: string | null, sheet = 1) =>
    said({ type: 'notePaperLine', activityId: LUNCH, sheet, line: nth, outcome, plateId });

  test('is of a sheet that was printed', () => {
    expect(note(99, 'unreadable', null, 999)).toBe('sheetUnknown');
    prints();
    expect(note(1, 'unreadable', null)).toBe('accepted');
  });

  test('that one volunteer entered is not written over by another, but what nobody could read may be read', () => {
    for (const who of ['anna', 'mo']) signsUp(world, who);
    prints();
    const [anna, mo] = ['anna', 'mo'].map((who) => plateOf(world, who).id) as [string, string];
    note(1, 'added', anna);
    expect([note(1, 'already', mo), note(1, 'unreadable', null), note(1, 'added', anna)]).toEqual([
      ...['lineTaken', 'lineTaken', 'accepted'],
    ]);
    note(2, 'unreadable', null);
    expect([note(2, 'added', mo), note(2, 'added', anna)]).toEqual(['accepted', 'lineTaken']);
    expect(listOf(world).paper.map(({ plateId }) => plateId)).toEqual([anna, mo]);
  });
});

describe('the menu of a date', () => {
  const menu = { date: '2026-10-14', meal: 'lunch', menu: ' Vis ', allergens: ['vis'], price: 300 };

  test('is kept trimmed, once, and wins over the weekly one', () => {
    expect(said({ type: 'setMenu', ...menu, choices: [' vis ', 'soep'] })).toBe('accepted');
    expect(said({ type: 'setMenu', ...menu, choices: ['vis', 'salade'] })).toBe('accepted');
    expect(listOf(world)).toMatchObject({ choices: ['vis', 'salade'], menu: { menu: 'Vis', price: 300 } });
  });

  test.each([[['vis', ' VIS']], [['']], [['vis', '  ']]])('with choices %j is refused', (choices) => {
    expect(said({ type: 'setMenu', ...menu, choices })).toBe('menuInvalid');
    expect(listOf(world).choices).toEqual(['vlees', 'vegetarisch']);
  });

  test.each([-1, 5.5, 100_001, '5,50', Number.NaN])('with a price of %s is no command', (price) => {
    expect(v.is(commandSchema, { type: 'setMenu', ...menu, choices: [], price })).toBe(false);
  });
});

describe('a menu that was set for one date', () => {
  const menu = { date: '2026-10-14', meal: 'lunch', choices: ['vis'], allergens: ['vis'], price: 300 };
  const weekly = () => said({ type: 'setMenu', ...menu, menu: null });

  test('can be set back to the weekly one, and a dish that was chosen stays', () => {
    said({ type: 'setMenu', ...menu, menu: 'Vis' });
    signsUp(world, 'anna', { dishes: ['vis'] });
    expect(weekly()).toBe('accepted');
    expect(listOf(world)).toMatchObject({ choices: ['vlees', 'vegetarisch'], menu: { menu: 'Stamppot', on: 3 } });
    expect(listOf(world).totals.dishes.at(-1)).toEqual({ dish: 'vis', count: 1 });
  });

  test('leaves the menu as it is where the date goes by the week already', () => {
    const { board } = world;
    expect(weekly()).toBe('accepted');
    expect(world.board).toBe(board);
  });

  test('is refused once the meal is over', () => {
    clock('13:30');
    expect([said({ type: 'setMenu', ...menu, menu: 'Vis' }), weekly()]).toEqual(['mealOver', 'mealOver']);
    expect(said({ type: 'setMenu', ...menu, date: '2026-10-21', menu: 'Vis' })).toBe('accepted');
  });
});

describe('a meal that is over keeps the words it had where the menu of every week changes', () => {
  const next = { on: 3, meal: 'lunch', menu: 'Pasta', choices: ['pasta'], allergens: ['gluten'], price: 700 };
  const changes = () => said({ type: 'importMenu', lines: [next] });
  const nextWeek = () => {
    world.now = at('2026-10-15', '09:00');
  };

  test('its menu, its dishes and its price; and the next one has the new', () => {
    signsUp(world, 'anna', { dishes: ['vlees'] });
    nextWeek();
    expect(changes()).toBe('accepted');
    expect(listOf(world)).toMatchObject({
      choices: ['vlees', 'vegetarisch'],
      menu: { menu: 'Stamppot', allergens: ['melk', 'selderij'], price: 550 },
      totals: { openCents: 550, dishes: [{ dish: 'vlees' }, { dish: 'vegetarisch' }] },
    });
    expect(listOf(world, 'lunch/2026-10-21')).toMatchObject({
      choices: ['pasta'],
      menu: { menu: 'Pasta', price: 700 },
    });
  });

  test('also what follows only from a habit, which would be blank by now', () => {
    const row = {
      ...{ id: 'lunch/anna', seriesId: 'lunch', residentId: 'anna', dish: 'vegetarisch' },
      ...{ from: '2026-10-10', until: null, pauses: [] },
    };
    world = createWorld(apply(world.board, [{ type: 'standingPut', row }]), world.now);
    nextWeek();
    changes();
    expect(told(listOf(world).plates)).toEqual(['Anna vegetarisch']);
    expect(listOf(world, 'lunch/2026-10-21').plates.map(({ plate }) => plate.dish)).toEqual([null]);
  });

  test('the first time for good: a later change of the menu is none of its own', () => {
    signsUp(world, 'anna', { dishes: ['vlees'] });
    nextWeek();
    changes();
    said({ type: 'importMenu', lines: [{ ...next, menu: 'Soep', choices: ['soep'] }] });
    expect(listOf(world)).toMatchObject({ choices: ['vlees', 'vegetarisch'], menu: { menu: 'Stamppot', price: 550 } });
  });

  test('also that it was free', () => {
    world = mealWorld({ price: null });
    said({ type: 'setMenu', ...next, date: '2026-10-14', price: null });
    signsUp(world, 'anna');
    nextWeek();
    const dated = { ...next, on: '2026-10-14', menu: 'Soep' };
    expect(said({ type: 'importMenu', lines: [dated] })).toBe('accepted');
    expect(listOf(world)).toMatchObject({ menu: { menu: 'Pasta' }, totals: { openCents: 0, unpaid: 0 } });
  });

  test('a file that says what was said already writes nothing', () => {
    signsUp(world, 'anna');
    changes();
    nextWeek();
    const { board } = world;
    expect(changes()).toBe('accepted');
    expect(world.board).toBe(board);
  });
});

describe('a diet', () => {
  const diet = (fields: object) =>
    ({ type: 'setDiet', residentId: 'anna', kinds: [], allergens: [], note: '', ...fields }) as Command;

  test('is counted once for each plate, and clashes with what is cooked', () => {
    signsUp(world, 'anna');
    signsUp(world, 'mo', { guests: 1 });
    does(world, diet({ allergens: ['milk', 'celery', 'nuts', 'milk'] }));
    expect(listOf(world).plates[0]).toMatchObject({
      diet: { allergens: ['milk', 'nuts', 'celery'] },
      clash: ['milk', 'celery'],
    });
    expect(listOf(world).totals).toMatchObject({ withDiet: 1, clashes: 1 });
    expect(listOf(world).totals.diets.map(({ count }) => count)).toEqual([2, 1]);
  });

  const stateOf = (fields: object, dish: string | null) => {
    signsUp(world, 'anna', { dishes: [dish] });
    does(world, diet(fields));
    const [view] = listOf(world).plates as [PlateView];
    return [view.dietState, ...view.clash, ...view.clashKinds];
  };
  const hasMenu = (choices: string[], allergens: string[]) =>
    said({ type: 'setMenu', date: '2026-10-14', meal: 'lunch', menu: 'Stamppot', choices, allergens, price: null });

  test.each([
    ['vlees', ['vegetarian', 'noPork'], ['clash', 'vegetarian', 'noPork']],
    ['vegetarisch', ['vegetarian', 'halal', 'noPork'], ['fits']],
    [null, ['vegetarian'], ['unchecked']],
    ['vegetarisch', ['diabetes'], ['unchecked']],
  ])('is held against the dish: %s for %j', (dish, kinds, state) => {
    expect(stateOf({ kinds }, dish)).toEqual(state);
    expect(listOf(world).totals.clashes).toBe(state[0] === 'clash' ? 1 : 0);
  });

  test('is never called fine for what nobody looked at: a note, no list of allergens, a word nobody knows', () => {
    expect(stateOf({ allergens: ['nuts'] }, 'vlees')).toEqual(['fits']);
    expect(stateOf({ allergens: ['nuts'], note: 'geen ui' }, 'vlees')).toEqual(['unchecked']);
    hasMenu(['vlees'], ['melk', 'lupinenmeel', 'E 621']);
    expect(stateOf({ allergens: ['nuts'] }, 'vlees')).toEqual(['unchecked']);
    expect(stateOf({ allergens: ['milk'] }, 'vlees')).toEqual(['clash', 'milk']);
    hasMenu(['vlees'], []);
    expect(stateOf({ allergens: ['nuts'] }, 'vlees')).toEqual(['unchecked']);
    hasMenu(['vlees', 'vis'], ['melk']);
    expect(stateOf({ kinds: ['vegetarian'] }, 'vlees')).toEqual(['unchecked']);
  });

  test('of a guest belongs to the guest’s plate', () => {
    signsUp(world, 'mo', { guests: 1 });
    const guest = listOf(world).plates[1]!.plate;
    const said_ = { type: 'setGuestDiet', activityId: LUNCH, kinds: ['halal'], allergens: [], note: '' } as const;
    expect(said({ ...said_, plateId: guest.id })).toBe('accepted');
    expect(said({ ...said_, plateId: plateOf(world, 'mo').id })).toBe('plateUnknown');
    expect(listOf(world).totals.withDiet).toBe(1);
  });

  test('that ends is told to who has the sheet, and is no diet any more', () => {
    signsUp(world, 'anna');
    does(world, diet({ kinds: ['halal'] }));
    world.now += 60_000;
    prints();
    world.now += 60_000;
    does(world, diet({}));
    expect(listOf(world).delta?.changed).toHaveLength(1);
    expect(listOf(world).totals).toMatchObject({ withDiet: 0 });
  });

  const opened = { kinds: ['halal'], allergens: ['milk'], note: 'fijn' } as const;
  test.each([
    ['both add', { allergens: ['milk', 'egg'] }, { kinds: ['halal', 'diabetes'] }, ['diabetes', 'halal'], 'fijn'],
    ['one takes off what the other leaves', { kinds: [] }, { note: 'koud' }, [], 'koud'],
    ['one writes and the other wipes', { note: 'fijn, zonder schil' }, { note: '' }, ['halal'], 'fijn, zonder schil'],
    ['both write', { note: 'koud' }, { note: 'geen rijst' }, ['halal'], 'koud, geen rijst'],
    ['both write the same', { note: 'koud' }, { note: 'koud' }, ['halal'], 'koud'],
  ])('loses nothing where two change it at once: %s', (_how, one, two, kinds, note) => {
    does(world, diet(opened));
    does(world, diet({ ...opened, ...one, was: opened }));
    does(world, diet({ ...opened, ...two, was: opened }));
    const allergens = 'allergens' in one ? ['egg', 'milk'] : ['milk'];
    expect(row(world.board.diet, 'anna', 'anna')).toMatchObject({ kinds, allergens, note });
  });

  test('holds the words of three at once, and after that the last', () => {
    const notes = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(80));
    const written = notes.map((note) => {
      does(world, diet({ note, was: { kinds: [], allergens: [], note: '' } }));
      return row(world.board.diet, 'anna', 'anna');
    });
    expect(written[2]?.note).toBe(notes.slice(0, 3).join(', '));
    expect(written[3]?.note).toBe(notes[3]);
    expect(v.is(dietSchema, written[2])).toBe(true);
    expect(v.is(commandSchema, diet({ note: 'a'.repeat(81) }))).toBe(false);
  });

  test('with markup or marks that turn the line is kept as plain words on one line', () => {
    const note = '<b>geen</b>\n\u202eetor \u200fvis\u2066';
    const parsed = v.parse(commandSchema, diet({ note }));
    does(world, parsed);
    expect(row(world.board.diet, 'anna', 'anna')?.note).toBe('<b>geen</b> etor vis');
  });

  test('of nobody is refused', () => {
    expect(said(diet({ residentId: 'lies', kinds: ['halal'] }))).toBe('residentUnknown');
  });
});

test('three hundred companions are no command, and three more than the series allows are refused', () => {
  const command = { type: 'signUp', activityId: LUNCH, residentIds: ['anna'], guests: 300 };
  expect(v.is(commandSchema, command)).toBe(false);
  expect(refusalOf(signsUp(world, 'anna', { guests: 3 }))).toBe('tooManyGuests');
  expect(line(world.board, LUNCH)).toEqual([]);
});
