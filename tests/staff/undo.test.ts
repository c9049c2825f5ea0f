// The way back of an act, where somebody else has the place meanwhile: asked once, and done only after the yes.
import { expect, test } from 'vitest';
import { takeOff } from '../../src/client/app/meal-acts.ts';
import { createStaffWork } from '../../src/client/app/staff-work.ts';
import { createIds } from '../../src/client/platform/ids.ts';
import { createMemoryStorage } from '../../src/client/platform/storage.ts';
import type { BoardRows } from '../../src/domain/board.ts';
import { mealList } from '../../src/domain/meal-views.ts';
import { listsOf, MORNING } from '../support/builders.ts';
import { createFakeServer } from '../support/fake-server.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { adds, LUNCH, mealWorld, plateOf, signsUp } from '../support/meal-house.ts';

/** Two places, both taken, and Riet waits. */
async function atWork() {
  const world = mealWorld({ capacity: 2 });
  signsUp(world, 'anna');
  signsUp(world, 'hein');
  adds(world, 'riet', { mayWait: true });
  const timers = createManualTimers(MORNING);
  const server = createFakeServer(listsOf(world.board) as BoardRows, timers.now);
  let made = 0;
  const newId = createIds({
    now: timers.now,
    fillRandom(bytes) {
      made += 1;
      new DataView(bytes.buffer).setUint32(12, made);
    },
  });
  const work = createStaffWork({
    platform: {
      http: server.http,
      storage: createMemoryStorage(),
      timers,
      page: { whenWoken: () => {} },
      systemNow: timers.now,
      idsFrom: () => newId,
    },
    me: { staffId: 'mila', name: 'Mila', role: 'manager' },
    alone: (deliver) => deliver(),
  });
  await work.start();
  await timers.advance(1_000);
  const ids = { activityId: LUNCH, plateId: plateOf(world, 'anna').id };
  const list = () => mealList(work.board.value!, LUNCH, timers.now())!;
  const going = () => list().plates.map(({ plate }) => plate.residentId);
  const waiting = () => list().waiting[0]!.plate.id;
  /** As the server has it: a screen in the hall is not told. */
  const paid = () => mealList(server.history().board, LUNCH, timers.now())!.plates.map(({ plate }) => plate.paid);
  return { going, ids, paid, timers, waiting, work };
}

test('a place that somebody from the line has by now is given back only after a question', async () => {
  const { going, ids, timers, work } = await atWork();
  takeOff(work, ids, { done: 'off', undone: 'on again' });
  await timers.advance(1_000);
  expect(going()).toEqual(['riet', 'hein']);
  work.undo();
  await timers.advance(1_000);
  expect(work.told.value).toMatchObject({ type: 'asked', obstacles: ['full'] });
  expect(going()).toEqual(['riet', 'hein']);
  work.undo();
  await timers.advance(1_000);
  expect(work.told.value).toEqual({ type: 'done', text: 'on again', undo: null });
  expect(going()).toEqual(['anna', 'riet', 'hein']);
});

test('what nobody has meanwhile comes back without a question', async () => {
  const { going, ids, timers, waiting, work } = await atWork();
  takeOff(work, { ...ids, plateId: waiting() }, { done: 'off', undone: 'on again' });
  takeOff(work, ids, { done: 'off', undone: 'on again' });
  await timers.advance(1_000);
  expect(going()).toEqual(['hein']);
  work.undo();
  await timers.advance(1_000);
  expect(going()).toEqual(['anna', 'hein']);
});

test('an act of more than one command is taken back whole', async () => {
  const { paid, timers, work } = await atWork();
  const { plates } = mealList(work.board.value!, LUNCH, timers.now())!;
  const [one, two] = plates.map(({ plate }) => {
    return { type: 'markPaid', activityId: LUNCH, plateIds: [plate.id] } as const;
  });
  const undo = { command: { ...one!, paid: null }, also: [{ ...two!, paid: null }], text: 'not paid' } as const;
  expect(work.act({ ...one!, paid: 550 }, null)).toBe(null);
  expect(work.act({ ...two!, paid: 550 }, { text: 'paid', undo: () => undo })).toBe(null);
  await timers.advance(1_000);
  expect(paid()).toEqual([550, 550]);
  work.undo();
  await timers.advance(1_000);
  expect(paid()).toEqual([null, null]);
  expect(work.told.value).toEqual({ type: 'done', text: 'not paid', undo: null });
});
