// What hangs in the house as a tablet shows it: that it says which words of an alarm it shows, and in which language.
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createBulletin } from '../../src/client/app/bulletin.ts';
import type { Board } from '../../src/domain/board.ts';
import type { Command } from '../../src/domain/commands.ts';
import { rows } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { createWorld, MORNING, staff } from '../support/builders.ts';
import { createManualTimers } from '../support/manual-timers.ts';

type Reply = Awaited<ReturnType<Parameters<typeof createBulletin>[0]['http']['get']>>;

function hang() {
  const world = createWorld();
  const timers = createManualTimers(MORNING);
  const board = signal<Board | null>(null);
  const told: unknown[] = [];
  let isAway = false;
  const http = {
    get: async (): Promise<Reply> => ({ type: 'ok', body: { id: 'hal' } }),
    post: async (_path: string, body: unknown): Promise<Reply> => {
      if (isAway) return { type: 'unreachable', reason: 'network' };
      told.push(body);
      return { type: 'ok', body: null };
    },
  };
  const kept = { read: () => 'hal', keep: () => undefined };
  const bulletin = createBulletin({ http, timers, board, minute: signal(MORNING), kept });
  const send = async (command: Command) => {
    world.send(staff, command);
    board.value = world.board;
    await timers.advance(10);
  };
  return { bulletin, send, told, timers, world, cable: (pulled: boolean) => (isAway = pulled) };
}

const alarm: Command = {
  type: 'postAnnouncement',
  level: 'alarm',
  title: 'Er is geen water',
  text: '',
  picture: null,
  acts: [],
  from: instantText(MORNING),
  until: instantText(MORNING + 3_600_000),
  deviceIds: [],
  translations: [],
};

test('says that it shows an alarm, once, and once more in other words, as soon as somebody hears it', async () => {
  const { cable, send, timers, told, world } = hang();
  await send(alarm);
  const [on] = [...rows(world.board.announcement)];
  const { id, title } = on!;
  expect(told).toEqual([{ announcementId: id, revision: 0 }]);
  cable(true);
  await send({ type: 'changeAnnouncement', announcementId: id, fields: { title: 'Er is water' }, was: { title } });
  expect(told.length).toBe(1);
  cable(false);
  await timers.advance(3_000);
  await timers.advance(60_000);
  expect(told).toEqual([
    { announcementId: id, revision: 0 },
    { announcementId: id, revision: 1 },
  ]);
});

test('an alarm stands in the language somebody taps for a minute, counted from the last tap', async () => {
  const { bulletin, timers } = hang();
  bulletin.speak('tr');
  await timers.advance(40_000);
  bulletin.speak('ar');
  await timers.advance(40_000);
  expect(bulletin.spoken.value).toBe('ar');
  await timers.advance(20_000);
  expect(bulletin.spoken.value).toBe('nl');
});
