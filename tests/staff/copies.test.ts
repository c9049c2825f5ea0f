// What the desk offers to make anew in another flat, and what it does where that flat lacks the room.
import { expect, test } from 'vitest';
import { activityCopies, type CopyChoice, copyTo } from '../../src/client/app/copies-elsewhere.ts';
import type { Copied, FlatsDesk } from '../../src/client/sync/flats-desk.ts';
import { activity, createWorld, staff } from '../support/builders.ts';

const TODAY = '2026-10-14';
const offered = (choices: readonly CopyChoice[]) => choices.map(({ times, what }) => [what, times]);

test('this date is offered while it is to come, and its series while that has more than one', () => {
  const world = createWorld();
  world.send(staff, { type: 'endSeries', seriesId: 'choir', until: '2026-10-30' });
  const of = (id: string, today: string) => offered(activityCopies(world.board, activity(world.board, id), today));
  const [first, last] = ['choir/2026-10-14', 'choir/2026-10-28'] as const;
  expect(of(first, TODAY)).toEqual([
    ['one', 1],
    ['series', 3],
  ]);
  expect(of(first, '2026-10-15')).toEqual([['series', 2]]);
  expect(of(last, '2026-10-22')).toEqual([['one', 1]]);
  expect(of(last, '2026-10-29')).toEqual([]);
});

test('where the other flat has no such room the copy has none yet, and every other no is theirs', async () => {
  const { board } = createWorld();
  const [choice] = activityCopies(board, activity(board, 'choir/2026-10-14'), TODAY);
  const rooms: string[] = [];
  const flat = (answers: readonly Copied[]): FlatsDesk => ({
    list: async () => [],
    addressOf: async () => null,
    copy: async (_id, command) => {
      rooms.push(command.type === 'putSeries' ? command.series.room : '?');
      return answers[rooms.length - 1]!;
    },
  });
  const noRoom: Copied = { type: 'refused', reason: { type: 'roomUnknown', room: 'Huiskamer' } };
  expect(await copyTo(flat([noRoom, { type: 'done' }]), 'meeuw', choice!)).toEqual({ type: 'roomless' });
  expect(rooms.splice(0)).toEqual(['Huiskamer', '']);
  expect(await copyTo(flat([noRoom, { type: 'away' }]), 'meeuw', choice!)).toEqual({ type: 'away' });
  rooms.splice(0);
  const empty: Copied = { type: 'refused', reason: { type: 'seriesEmpty' } };
  expect(await copyTo(flat([empty]), 'meeuw', choice!)).toEqual(empty);
  expect(rooms).toEqual(['Huiskamer']);
});
