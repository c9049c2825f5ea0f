// Closed and full, as a volunteer meets them: asked once, never passed over, also on the way back.
import { describe, expect, test } from 'vitest';
import { obstaclesTo } from '../../src/client/app/asking.ts';
import { attempt, takeOff } from '../../src/client/app/meal-acts.ts';
import { addingGuest, addingHint, lettingIn, restoring } from '../../src/client/staff/meal/plate-acts.ts';
import { at } from '../support/builders.ts';
import { adds, LUNCH, listOf, mealWorld, plateOf, signsUp } from '../support/meal-house.ts';
import { mealDesk, speechOf } from './meal-desk.ts';

const CLOSED = at('2026-10-14', '10:30');

const viewOf = (world: ReturnType<typeof mealWorld>, who: string) => {
  const { gone, plates, waiting } = listOf(world);
  return [...plates, ...waiting, ...gone].find(({ plate }) => plate.residentId === who)!;
};
const about = (world: ReturnType<typeof mealWorld>, who: string) => ({
  speech: speechOf(world),
  list: listOf(world),
  view: viewOf(world, who),
});

/** Two places, both taken. */
function full() {
  const world = mealWorld({ capacity: 2 });
  signsUp(world, 'anna');
  signsUp(world, 'hein');
  return world;
}

describe('a guest of somebody at the table', () => {
  test('on a full list is asked, and nothing is done before the answer', () => {
    const world = full();
    const { desk, sent } = mealDesk(world);
    const doing = addingGuest(about(world, 'anna'));
    expect(attempt(desk, doing, [])).toEqual({ type: 'ask', obstacles: ['full'] });
    expect(sent).toEqual([]);
    expect(attempt(desk, doing, ['full'])).toEqual({ type: 'done' });
    expect(listOf(world).plates).toHaveLength(3);
  });

  test('on a list that is closed and full is asked about both at once', () => {
    const world = full();
    world.now = CLOSED;
    const { desk } = mealDesk(world);
    expect(attempt(desk, addingGuest(about(world, 'anna')), [])).toEqual({
      type: 'ask',
      obstacles: ['closed', 'full'],
    });
  });

  test('where there is room needs no question', () => {
    const world = mealWorld();
    signsUp(world, 'anna');
    const { desk, sent } = mealDesk(world);
    expect(attempt(desk, addingGuest(about(world, 'anna')), [])).toEqual({ type: 'done' });
    expect(sent).toMatchObject([{ type: 'addPlate', despite: [] }]);
  });
});

test('who tapped in time and came in too late is asked about like anybody', () => {
  const world = full();
  world.now = CLOSED;
  const { desk, sent } = mealDesk(world);
  const doing = addingHint({ list: listOf(world), speech: speechOf(world) }, { id: 'riet', name: 'Riet (102)' });
  expect(attempt(desk, doing, [])).toEqual({ type: 'ask', obstacles: ['closed', 'full'] });
  expect(sent).toEqual([]);
});

test('who was taken off after closing comes back only after a question where another has the place', () => {
  const world = full();
  world.now = CLOSED;
  const { desk, told } = mealDesk(world);
  const ids = { activityId: LUNCH, plateId: plateOf(world, 'anna').id };
  takeOff(desk, ids, { done: 'off', undone: 'on' });
  adds(world, 'riet', { despite: ['closed'] });
  const back = told.value?.type === 'done' ? told.value.undo! : null;
  expect(back!.command).toMatchObject({ type: 'restorePlate', despite: [] });
  expect(obstaclesTo(desk.check, back!.despite!)).toEqual(['full']);
  expect(attempt(desk, restoring(about(world, 'anna')), [])).toEqual({ type: 'ask', obstacles: ['full'] });
});

test('what asking does not help with is told as what it is', () => {
  const world = full();
  world.now = at('2026-10-14', '14:00');
  const { desk } = mealDesk(world);
  const doing = addingGuest(about(world, 'anna'));
  expect(attempt(desk, doing, [])).toMatchObject({ type: 'refused', reason: { type: 'mealOver' } });
});

describe('somebody in the line', () => {
  const withLine = () => {
    const world = full();
    adds(world, 'riet', { mayWait: true });
    return world;
  };

  test('is let in after the question, on the plate they had', () => {
    const world = withLine();
    const { desk } = mealDesk(world);
    const before = plateOf(world, 'riet').id;
    const doing = lettingIn(about(world, 'riet'))!;
    expect(attempt(desk, doing, [])).toEqual({ type: 'ask', obstacles: ['full'] });
    expect(attempt(desk, doing, ['full'])).toEqual({ type: 'done' });
    expect(viewOf(world, 'riet')).toMatchObject({ status: 'going', plate: { id: before, despite: ['full'] } });
  });

  test('goes back to the line by the same way', () => {
    const world = withLine();
    const { desk, told } = mealDesk(world);
    attempt(desk, lettingIn(about(world, 'riet'))!, ['full']);
    const undo = told.value?.type === 'done' ? told.value.undo : null;
    expect(desk.act(undo!.command, null)).toBeNull();
    expect(viewOf(world, 'riet').status).toBe('waiting');
  });

  test('is let in also without anybody of the house, and goes back the same way', () => {
    const world = full();
    adds(world, null, { guestName: 'Wim', mayWait: true });
    const { desk, told } = mealDesk(world);
    const [view] = listOf(world).waiting;
    const doing = lettingIn({ list: listOf(world), speech: speechOf(world), view: view! })!;
    expect(attempt(desk, doing, [])).toEqual({ type: 'ask', obstacles: ['full'] });
    expect(attempt(desk, doing, ['full'])).toEqual({ type: 'done' });
    expect([listOf(world).waiting.length, listOf(world).plates.at(-1)!.plate.guestName]).toEqual([0, 'Wim']);
    desk.act((told.value?.type === 'done' ? told.value.undo : null)!.command, null);
    expect(listOf(world).waiting.map(({ plate }) => plate.guestName)).toEqual(['Wim']);
  });

  test('is let in from the line only', () => {
    const world = withLine();
    expect(lettingIn(about(world, 'anna'))).toBeNull();
  });
});
