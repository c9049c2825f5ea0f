// What staff see of the scooters: the week, how each is, what there is to do, how much they are used.
import { describe, expect, test } from 'vitest';
import { scooterStates, scooterTasks, scooterUse, scooterWeek } from '../../src/domain/scooter-desk-views.ts';
import { at, resident, staff, type World } from '../support/builders.ts';
import { about, book, booked, scooterWorld, TODAY, TOMORROW, withCard } from '../support/scooter-house.ts';

const MONDAY = '2026-10-12';
const take = (world: World, who: string, trip: ReturnType<typeof booked>) =>
  world.send(withCard(who), { type: 'takeScooter', ...about(trip) });
const bringBack = (world: World, who: string, trip: ReturnType<typeof booked>, batteryLow = false) =>
  world.send(withCard(who), { type: 'returnScooter', ...about(trip), batteryLow, broken: null });
const ride = (world: World, who: string, date: string, minutes: 60 | 120 = 60) => {
  world.now = at(date, '09:30');
  const trip = booked(world, who, { date, time: '10:00', minutes, scooterId: 'merel' });
  world.now = at(date, '10:00');
  take(world, who, trip);
  world.now += minutes * 60_000;
  bringBack(world, who, trip);
  return trip;
};
const blocks = (world: World, date: string, scooter = 'merel', monday = MONDAY) =>
  scooterWeek(world.board, monday, world.now)
    .find((day) => day.date === date)!
    .lanes.find((lane) => lane.scooter.id === scooter)!
    .blocks.map(({ type }) => type);

describe('the week', () => {
  test('has a lane for each scooter on each day, with what is booked, out, late, done and broken', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const first = booked(world, 'anna', { date: TODAY, time: '09:00', minutes: 60, scooterId: 'merel' });
    const second = booked(world, 'riet', { date: TODAY, time: '12:00', minutes: 60, scooterId: 'merel' });
    expect(blocks(world, TODAY)).toEqual(['booked', 'booked']);
    take(world, 'anna', first);
    expect(blocks(world, TODAY)).toEqual(['taken', 'booked']);
    world.now = at(TODAY, '10:20');
    expect(blocks(world, TODAY)).toEqual(['late', 'booked']);
    bringBack(world, 'anna', first);
    expect(blocks(world, TODAY)).toEqual(['done', 'booked']);
    world.send(resident('mo'), { type: 'reportDefect', scooterId: 'merel', part: 'seat' });
    world.now += 60_000;
    expect(blocks(world, TODAY)).toEqual(['done', 'broken', 'doubt']);
    world.send(withCard('riet'), { type: 'cancelBooking', ...about(second) });
    expect(blocks(world, TODAY)).toEqual(['done', 'broken']);
    expect(blocks(world, TOMORROW)).toEqual([]);
    const days = scooterWeek(world.board, MONDAY, world.now);
    expect(days.map(({ lanes }) => lanes.length)).toEqual(Array(7).fill(3));
    expect(days[2]).toMatchObject({ date: TODAY, opens: at(TODAY, '09:00'), closes: at(TODAY, '17:00'), misses: 0 });
  });

  test('draws a late trip until now and a returned one from taking to return', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY, time: '09:00', minutes: 60, scooterId: 'merel' });
    take(world, 'anna', trip);
    world.now = at(TODAY, '11:00');
    const [late] = scooterWeek(world.board, MONDAY, world.now)[2]!.lanes.find(
      ({ scooter }) => scooter.id === 'merel',
    )!.blocks;
    expect(late).toMatchObject({ type: 'late', from: at(TODAY, '09:00'), to: at(TODAY, '11:00') });
  });

  test('shows what runs over midnight on the day it began, and what was lent at night', () => {
    const world = scooterWorld({ opens: '20:00', closes: '02:00' }, at(TODAY, '10:00'));
    booked(world, 'anna', { date: TODAY, time: '23:00', scooterId: 'merel' });
    expect([blocks(world, TODAY), blocks(world, TOMORROW)]).toEqual([['booked'], []]);
    world.send(staff, { type: 'lendScooter', scooterId: 'meeuw', residentId: null, minutes: 60 });
    expect([blocks(world, TODAY, 'meeuw'), blocks(world, TOMORROW, 'meeuw')]).toEqual([['taken'], []]);
  });

  test('counts on each day who found none free', () => {
    const world = scooterWorld();
    world.send(resident('mo'), { type: 'missScooter', date: TOMORROW });
    expect(scooterWeek(world.board, MONDAY, world.now).map(({ misses }) => misses)).toEqual([0, 0, 0, 1, 0, 0, 0]);
  });
});

describe('how a scooter is', () => {
  const merel = (world: World) => scooterStates(world.board, world.now).find(({ scooter }) => scooter.id === 'merel')!;

  test('is ready, away, late or broken, with its battery as it was told', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    expect(merel(world)).toMatchObject({ now: 'ready', battery: 'full', lastReturn: null, booking: null });
    const trip = booked(world, 'anna', { date: TODAY, time: '09:00', minutes: 60, scooterId: 'merel' });
    take(world, 'anna', trip);
    expect(merel(world)).toMatchObject({ now: 'away', battery: 'away', booking: { id: trip.id } });
    world.now = at(TODAY, '10:05');
    expect(merel(world).now).toBe('late');
    bringBack(world, 'anna', trip, true);
    expect(merel(world)).toMatchObject({ now: 'ready', battery: 'low', lastReturn: at(TODAY, '10:05') });
    world.now = at(TODAY, '18:05');
    expect(merel(world).battery).toBe('full');
    world.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    expect(merel(world)).toMatchObject({ now: 'broken', defect: { part: 'tyre' } });
  });

  test('asks for a check-up after so many weeks or trips, whichever is first', () => {
    const world = scooterWorld({ checkUpWeeks: 1, checkUpTrips: 2 }, at(TODAY, '09:00'));
    expect(merel(world)).toMatchObject({ checkUpDue: false, tripsSinceCheckUp: 0, nextCheckUp: '2026-10-21' });
    ride(world, 'anna', TODAY);
    expect(merel(world)).toMatchObject({ checkUpDue: false, tripsSinceCheckUp: 1, nextCheckUp: '2026-10-21' });
    ride(world, 'anna', TOMORROW);
    expect(merel(world)).toMatchObject({ checkUpDue: true, tripsSinceCheckUp: 2 });
    world.send(staff, { type: 'checkScooter', scooterId: 'merel' });
    expect(merel(world)).toMatchObject({ checkUpDue: false, tripsSinceCheckUp: 0, nextCheckUp: '2026-10-22' });
    world.now = at('2026-10-22', '00:00');
    expect(merel(world).checkUpDue).toBe(true);
  });
});

describe('what there is to do', () => {
  const tasks = (world: World) =>
    scooterTasks(world.board, world.now).map(
      ({ type, booking, scooter }) => `${type} ${scooter.id} ${booking?.news ?? '-'}`,
    );

  test('is each defect, each trip that is late, each news that was not seen, each check-up', () => {
    const world = scooterWorld({ checkUpTrips: 1 }, at(TODAY, '09:00'));
    expect(tasks(world)).toEqual([]);
    const out = booked(world, 'anna', { date: TODAY, time: '09:00', minutes: 60, scooterId: 'meeuw' });
    const doubtful = booked(world, 'riet', { scooterId: 'merel' });
    take(world, 'anna', out);
    world.now = at(TODAY, '09:30');
    world.send(resident('mo'), { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    world.now = at(TODAY, '10:01');
    expect(tasks(world).sort()).toEqual(['checkUp meeuw -', 'defect merel -', 'late meeuw -', 'news merel doubt']);
    world.send(staff, { type: 'seenBooking', ...about(doubtful) });
    bringBack(world, 'anna', out);
    world.send(staff, { type: 'checkScooter', scooterId: 'meeuw' });
    expect(tasks(world)).toEqual(['defect merel -']);
  });

  test('is told since when, and that somebody did not come also before a row says so', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const missed = booked(world, 'anna', { date: TODAY });
    world.now = at(TODAY, '10:29');
    expect(scooterTasks(world.board, world.now)).toEqual([]);
    world.now = at(TODAY, '12:00');
    expect(scooterTasks(world.board, world.now)).toMatchObject([
      { type: 'news', booking: { id: missed.id }, since: at(TODAY, '10:30') },
    ]);
    world.send(staff, { type: 'seenBooking', ...about(missed) });
    expect(scooterTasks(world.board, world.now)).toEqual([]);
  });
});

describe('the use of the scooters', () => {
  test('is trips and minutes that were ridden, by scooter and local week, beside who found none', () => {
    const world = scooterWorld({ checkUpTrips: 99 }, at('2026-10-08', '09:00'));
    ride(world, 'anna', '2026-10-08', 120);
    ride(world, 'anna', TODAY);
    ride(world, 'riet', TOMORROW, 120);
    booked(world, 'anna', { date: '2026-10-16', scooterId: 'merel' });
    world.send(resident('mo'), { type: 'missScooter', date: '2026-10-16' });
    const use = scooterUse(world.board, 3, world.now);
    expect(use.map(({ monday, misses }) => `${monday} ${misses}`)).toEqual([
      '2026-09-28 0',
      '2026-10-05 0',
      '2026-10-12 1',
    ]);
    const merel = use.map(({ scooters }) => scooters.find(({ scooter }) => scooter.id === 'merel')!);
    expect(merel.map(({ trips, minutes }) => [trips, minutes])).toEqual([
      [0, 0],
      [1, 120],
      [2, 180],
    ]);
  });

  test('counts a trip that is out as long as it has been', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    world.send(staff, { type: 'lendScooter', scooterId: 'meeuw', residentId: null, minutes: 60 });
    world.now += 25 * 60_000;
    expect(scooterUse(world.board, 1, world.now)[0]!.scooters[0]).toMatchObject({ trips: 1, minutes: 25 });
    expect(book(world, 'riet', { date: TODAY, scooterId: 'meeuw', time: '10:00' })).toMatchObject({ ok: false });
  });
});
