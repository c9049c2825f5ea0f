// The round on the desk: when somebody may be tried again, and whom a search finds.
import { beforeEach, expect, test } from 'vitest';
import { otherTimes, roundOf, stopsFound } from '../../src/client/app/rounds.ts';
import type { Command } from '../../src/domain/commands.ts';
import { at, createWorld, resident, staff, type World } from '../support/builders.ts';

const BINGO = 'bingo/2026-10-14';
let world: World;
const manage = (command: Command) => world.send(staff, command);
const round = () => roundOf(world.board, world.now).open;
const puts = (residentId: string) => manage({ type: 'putOnRound', residentId, words: 'Belt u even?' });

beforeEach(() => {
  world = createWorld();
});

test('another time is offered only while there is still something to tell by then', () => {
  world.send(resident('anna'), { type: 'signUp', activityId: BINGO, residentIds: ['anna'], guests: 0 });
  manage({ type: 'cancelActivity', activityId: BINGO, reason: '' });
  const offered = () => otherTimes(world.board, world.now, round()[0]!.stop).map(([name]) => name);
  world.now = at('2026-10-14', '12:00');
  expect(offered()).toEqual(['inTwoHours', 'tonight']);
  world.now = at('2026-10-14', '19:00');
  expect(offered()).toEqual([]);
});

test('what is of use on any day may wait until tomorrow, and nobody is called at night', () => {
  puts('anna');
  world.now = at('2026-10-14', '19:00');
  const [each] = round();
  expect(otherTimes(world.board, world.now, each!.stop)).toEqual([
    ['tomorrowMorning', at('2026-10-15', '10:00')],
    ['tomorrowAfternoon', at('2026-10-15', '15:00')],
  ]);
});

test('a search finds lines by name or by door, and everything while nothing is typed', () => {
  puts('anna');
  puts('mo');
  const found = (query: string) => stopsFound(round(), query).map(({ stop }) => stop.residentIds.join());
  expect([found(''), found('202'), found('ANNA'), found('nobody')]).toEqual([['anna', 'mo'], ['mo'], ['anna'], []]);
});
