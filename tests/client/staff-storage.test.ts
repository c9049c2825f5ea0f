// What a tablet keeps of staff: taps on their way, never a board, never what somebody may not eat.
import { expect, test } from 'vitest';
import { createStaffStorage } from '../../src/client/platform/staff-storage.ts';
import { createMemoryStorage } from '../../src/client/platform/storage.ts';

const tap = (id: string, type: string) => ({ id, envelope: { command: { type } } });

test('a diet on its way is sent, and is not there after a restart', async () => {
  const durable = createMemoryStorage();
  const open = () => createStaffStorage({ durable, board: async () => null });
  const storage = open();
  await storage.keepInOutbox([tap('1', 'markCame'), tap('2', 'setDiet'), tap('3', 'setGuestDiet')]);
  expect((await storage.outbox()).length).toBe(3);
  expect(await open().outbox()).toEqual([tap('1', 'markCame')]);
});

test('a board of staff is not kept; the shared one is read', async () => {
  const durable = createMemoryStorage();
  const storage = createStaffStorage({ durable, board: async () => 'shared' });
  await storage.keepBoard('secret');
  expect(await durable.board()).toBeNull();
  expect(await storage.board()).toBe('shared');
});
