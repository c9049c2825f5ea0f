// What Vandaag puts before a manager: the most urgent first, and nothing that needs nobody.
import { describe, expect, test } from 'vitest';
import { comingUp, needsOf, overToday } from '../../src/client/app/today.ts';
import { boardOf } from '../../src/domain/board.ts';
import { callRound } from '../../src/domain/call-round.ts';
import { instantText } from '../../src/domain/time.ts';
import { at, createWorld, houseRows, MORNING, resident, staff } from '../support/builders.ts';
import { mealWorld, prints } from '../support/meal-house.ts';
import { booked, clearances, scooterWorld } from '../support/scooter-house.ts';

const types = (needs: ReturnType<typeof needsOf>) => needs.map(({ type }) => type);

describe('what needs a manager', () => {
  test('is nothing in a quiet house', () => {
    expect(needsOf(createWorld().board, null, MORNING)).toEqual([]);
  });

  test('is what a new house is set up with, in order, until it is there', () => {
    const place = { page: 'bewoners', part: 'inlezen' };
    const out = { id: 'hal', name: 'Hal', at: null, revoked: true, lastSeen: null };
    const needs = needsOf(boardOf({ location: houseRows().location! }), [out], MORNING);
    expect(needs).toMatchObject([
      { type: 'start', step: 'residents', place },
      { type: 'start', step: 'programme', place },
      { type: 'start', step: 'tablet', place: { page: 'tablets', part: 'tablets' } },
    ]);
    const used = { ...out, revoked: false, lastSeen: instantText(MORNING) };
    expect(needsOf(createWorld().board, [out, used], MORNING)).toEqual([]);
  });

  test('stands in order of when it is too late', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel' });
    world.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    world.now = at('2026-10-14', '12:00');
    const silent = { id: 'hal', name: 'Hal', at: null, revoked: false, lastSeen: instantText(world.now - 3_600_000) };
    const seen = { ...silent, id: 'zaal', lastSeen: instantText(world.now) };
    const gone = { ...silent, id: 'oud', revoked: true };
    const needs = needsOf(world.board, [silent, seen, gone], world.now);
    expect(types(needs)).toEqual(['tablet', 'defect', 'test']);
    expect(needs[1]).toMatchObject({ touched: 1, place: { page: 'scootmobielen', part: 'onderhoud' } });
  });

  test('is a driving test that ends within two weeks, and not one that has ended', () => {
    const on = (date: string) => {
      const board = boardOf({ ...houseRows(), clearance: clearances });
      return types(needsOf(board, null, at(date, '09:00')));
    };
    expect([on('2026-10-05'), on('2026-10-06'), on('2026-10-20'), on('2026-10-21')]).toEqual([
      [],
      ['test'],
      ['test'],
      [],
    ]);
  });

  test('is who was not reached twice', () => {
    const world = createWorld();
    world.send(resident('anna'), { type: 'askVisit', residentId: 'anna' });
    const miss = () => {
      const calls = callRound(world.board, world.now).open.flatMap((stop) => stop.calls.map(({ ref }) => ref));
      world.send(staff, { type: 'noteCall', calls, outcome: 'notReached' });
      return types(needsOf(world.board, null, world.now));
    };
    expect([miss(), miss()]).toEqual([[], ['missed']]);
  });

  test('is who tapped in time for a meal and came in too late', () => {
    const world = mealWorld();
    world.now = at('2026-10-14', '10:10');
    prints(world);
    world.now = at('2026-10-14', '10:30');
    const lunch = { type: 'signUp', activityId: 'lunch/2026-10-14', residentIds: ['anna'], guests: 0 } as const;
    world.send(resident('anna'), lunch, { underway: 45 * 60_000 });
    const needs = needsOf(world.board, null, world.now);
    expect(types(needs)).toEqual(['hints']);
  });
});

test('what comes is of today and tomorrow, and what is over is of today alone', () => {
  const { board } = createWorld();
  const now = at('2026-10-14', '13:45');
  const days = new Set(comingUp(board, now).map(({ view }) => view.activity.date));
  expect([...days]).toEqual(['2026-10-14', '2026-10-15']);
  expect(comingUp(board, now)[0]?.view.activity.id).not.toContain('choir');
  expect(overToday(board, now).map(({ activity }) => activity.id)).toContain('choir/2026-10-14');
  expect(overToday(board, now).every(({ activity }) => activity.date === '2026-10-14')).toBe(true);
});
