// What Vandaag puts before a manager: the most urgent first, and nothing that needs nobody.
import { describe, expect, test } from 'vitest';
import { comingUp, needsOf, overToday } from '../../src/client/app/today.ts';
import { boardOf } from '../../src/domain/board.ts';
import { callRound } from '../../src/domain/call-round.ts';
import { instantText } from '../../src/domain/time.ts';
import { aSeries, at, createWorld, house, houseRows, MORNING, resident, series, staff } from '../support/builders.ts';
import { mealWorld, prints } from '../support/meal-house.ts';
import { booked, clearances, scooterWorld } from '../support/scooter-house.ts';

const types = (needs: ReturnType<typeof needsOf>) => needs.map(({ type }) => type);
/** The small house wants one room for two things every day: that has a test of its own. */
const butClashes = (needs: ReturnType<typeof needsOf>) => needs.filter(({ type }) => type !== 'clash');

describe('what needs a manager', () => {
  test('is nothing in a quiet house', () => {
    expect(needsOf(createWorld(house([series.choir, series.lunch])).board, null, MORNING)).toEqual([]);
  });

  test('is what a new house is set up with, in order, until it is there', () => {
    const place = { page: 'bewoners', part: 'inlezen' };
    const out = { id: 'hal', name: 'Hal', at: null, revoked: true, lastSeen: null, told: null };
    const needs = needsOf(boardOf({ location: houseRows().location! }), [out], MORNING);
    expect(needs).toMatchObject([
      { type: 'start', step: 'residents', place },
      { type: 'start', step: 'programme', place },
      { type: 'start', step: 'tablet', place: { page: 'tablets', part: 'tablets' } },
    ]);
    const used = { ...out, revoked: false, lastSeen: instantText(MORNING) };
    expect(butClashes(needsOf(createWorld().board, [out, used], MORNING))).toEqual([]);
  });

  test('stands in order of when it is too late', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel' });
    world.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    world.now = at('2026-10-14', '12:00');
    const hal = { id: 'hal', name: 'Hal', at: null, revoked: false, told: null };
    const silent = { ...hal, lastSeen: instantText(world.now - 3_600_000) };
    const seen = { ...silent, id: 'zaal', lastSeen: instantText(world.now) };
    const gone = { ...silent, id: 'oud', revoked: true };
    const needs = butClashes(needsOf(world.board, [silent, seen, gone], world.now));
    expect(types(needs)).toEqual(['tablet', 'defect', 'test']);
    expect(needs[0]).toMatchObject({ name: 'Hal', silent: 60, place: { page: 'tablets', part: 'tablets' } });
    expect(needs[1]).toMatchObject({ touched: 1, place: { page: 'scootmobielen', part: 'onderhoud' } });
  });

  test('is a driving test that ends within two weeks, and not one that has ended', () => {
    const on = (date: string) => {
      const board = boardOf({ ...houseRows(), clearance: clearances });
      return types(butClashes(needsOf(board, null, at(date, '09:00'))));
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
      return types(butClashes(needsOf(world.board, null, world.now)));
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
    const needs = butClashes(needsOf(world.board, null, world.now));
    expect(types(needs)).toEqual(['hints']);
  });
});

describe('of what is on, a manager is told', () => {
  const quiet = (...more: Parameters<typeof house>[0] & readonly unknown[]) =>
    createWorld(house([series.choir, series.lunch, ...more]));

  test('which message comes down today or tomorrow, and of no alarm', () => {
    const world = quiet();
    const hangs = (level: 'information' | 'alarm', until: number) =>
      world.send(staff, {
        ...{ type: 'postAnnouncement', level, title: 'Lift stuk', text: '', picture: null, acts: [] },
        ...{ from: instantText(MORNING), until: instantText(until), deviceIds: [], translations: [] },
      });
    hangs('information', at('2026-10-16', '00:00'));
    hangs('information', at('2026-10-16', '00:01'));
    hangs('alarm', at('2026-10-14', '23:00'));
    const needs = needsOf(world.board, null, world.now);
    expect(types(needs)).toEqual(['ending']);
    expect(needs[0]).toMatchObject({ until: at('2026-10-16', '00:00'), place: { page: 'berichten', part: 'lijst' } });
  });

  test('which room is wanted twice in the coming week, each pair once, and the week it is in', () => {
    const daily = { type: 'daily', interval: 1, from: '2026-10-16', until: null } as const;
    const more = [
      aSeries({ id: 'yoga', room: 'Zolder', rule: daily, startTime: '10:30', endTime: '11:30' }),
      aSeries({ id: 'gym', room: 'Zolder', rule: daily, startTime: '11:00', endTime: '12:00' }),
    ];
    const needs = needsOf(quiet(...more).board, null, MORNING);
    expect(types(needs)).toEqual(['clash']);
    expect(needs[0]).toMatchObject({
      ...{ one: { id: 'yoga/2026-10-16' }, other: { id: 'gym/2026-10-16' }, due: at('2026-10-16', '11:00') },
      wanted: { type: 'week', date: '2026-10-16' },
    });
    const far = more.map((each) => ({ ...each, rule: { ...daily, from: '2026-10-22' } }));
    expect(needsOf(quiet(...far).board, null, MORNING)).toEqual([]);
  });

  test('of what nobody has said yet who came, once it is over and until somebody did', () => {
    const world = quiet();
    const CHOIR = 'choir/2026-10-14';
    const found = () => types(needsOf(world.board, null, world.now));
    world.send(resident('anna'), { type: 'signUp', activityId: CHOIR, residentIds: ['anna'], guests: 0 });
    world.now = at('2026-10-14', '11:29');
    expect(found()).toEqual([]);
    world.now = at('2026-10-14', '11:30');
    expect(found()).toEqual(['unmarked']);
    world.send(staff, { type: 'markAttendance', activityId: CHOIR, residentIds: ['anna'], came: true });
    expect(found()).toEqual([]);
    world.now = at('2026-10-15', '08:00');
    expect(found()).toEqual([]);
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
