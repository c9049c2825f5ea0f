// "Elke donderdag" by the hand of a volunteer: set, paused, taken up again, stopped, each with what takes it back.
import { beforeEach, expect, test } from 'vitest';
import {
  PAUSE_WEEKS,
  pauseAgain,
  pauseStanding,
  resumeStanding,
  standingOf,
  startStanding,
  stopStanding,
} from '../../src/client/app/meal-standing.ts';
import { rowFace } from '../../src/client/staff/meal/row-face.ts';
import { activity, type World } from '../support/builders.ts';
import { does, LUNCH, listOf, mealWorld, plateOf, signsUp } from '../support/meal-house.ts';
import { mealDesk, speechOf } from './meal-desk.ts';

const TOMORROW = 'lunch/2026-10-15';

let world: World;
beforeEach(() => {
  world = mealWorld();
  signsUp(world, 'anna', { dishes: ['vlees'] });
});
const anna = () => standingOf(world.board, activity(world.board, LUNCH), 'anna', world.now)!;
const comes = (id: string) => listOf(world, id).plates.some(({ plate }) => plate.residentId === 'anna');

test('who eats at this meal eats at all, with the same dish', () => {
  const { desk } = mealDesk(world);
  expect(anna().state).toBe('none');
  expect(desk.act(startStanding(anna(), 'vlees'), null)).toBeNull();
  expect(anna().state).toBe('on');
  expect(comes(TOMORROW)).toBe(true);
});

test.each(PAUSE_WEEKS)('a pause of %i weeks takes them off so long, and is taken back', (weeks) => {
  const { desk } = mealDesk(world);
  desk.act(startStanding(anna(), null), null);
  const pause = pauseStanding(world.board, anna(), weeks)!;
  expect(desk.act(pause.command, null)).toBeNull();
  expect(anna().state).toBe('paused');
  expect(comes(TOMORROW)).toBe(false);
  expect(pause.backOn).toBe(new Date(Date.parse('2026-10-14') + weeks * 7 * 86_400_000).toISOString().slice(0, 10));
  expect(desk.act(resumeStanding(anna()), null)).toBeNull();
  expect(comes(TOMORROW)).toBe(true);
});

test('taking up again is taken back with the pause that was', () => {
  const { desk } = mealDesk(world);
  desk.act(startStanding(anna(), null), null);
  expect(pauseAgain(world.board, anna())).toBeNull();
  const { command } = pauseStanding(world.board, anna(), 2)!;
  desk.act(command, null);
  const again = pauseAgain(world.board, anna())!;
  expect(again).toEqual(command);
  desk.act(resumeStanding(anna()), null);
  expect(desk.act(again, null)).toBeNull();
  expect(anna().state).toBe('paused');
});

test('who stops is on no list that is still open', () => {
  const { desk } = mealDesk(world);
  desk.act(startStanding(anna(), null), null);
  expect(desk.act(stopStanding(anna()), null)).toBeNull();
  expect(anna().state).toBe('none');
  expect(comes(TOMORROW)).toBe(false);
});

test('at a meal that shows no names nobody is asked', () => {
  world = mealWorld({ discreet: true });
  expect(standingOf(world.board, activity(world.board, LUNCH), 'anna', world.now)).toBeNull();
});

test('what the house itself took off the list was taken off at the office, and Mila by name', () => {
  does(world, { type: 'removePlate', activityId: LUNCH, plateId: plateOf(world, 'anna').id });
  const [view] = listOf(world).gone;
  const ended = (goneBy: string | null) =>
    rowFace(speechOf(world), listOf(world), {
      marked: false,
      view: { ...view!, plate: { ...view!.plate, goneBy } },
    }).ended;
  expect(ended('operator')).toBe('afgezegd op kantoor');
  expect(ended('mila')).toBe('afgezegd door Mila');
  expect(ended(null)).toBe('zelf afgezegd op de tablet');
});
