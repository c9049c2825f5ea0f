// What a resident's screen shows of the scooters: days, times, the first free one, and their own.
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../src/domain/board.ts';
import { apply } from '../../src/domain/changes.ts';
import { asKnownBy } from '../../src/domain/own-trips.ts';
import {
  firstFreeTrip,
  myBookings,
  ownRowsOf,
  scooterChoices,
  scooterDays,
  scooterTimes,
  type Wanted,
} from '../../src/domain/scooter-views.ts';
import { redactBoard, redactChanges } from '../../src/domain/scopes.ts';
import { rows } from '../../src/domain/table.ts';
import { at, MORNING, resident, staff, type World } from '../support/builders.ts';
import { about, asNow, booked, scooterWorld, TODAY, TOMORROW, withCard } from '../support/scooter-house.ts';

const any: Wanted = { scooterId: null, types: null };
const light: Wanted = { scooterId: null, types: ['licht'] };
const merel: Wanted = { scooterId: 'merel', types: null };
const tiles = (world: World, wanted: Wanted, date = TOMORROW) =>
  scooterTimes(world.board, date, world.now, wanted).map(({ time, state, longest }) => `${time} ${state} ${longest}`);
const take = (world: World, who: string, trip: ReturnType<typeof booked>) =>
  world.send(withCard(who), { type: 'takeScooter', ...about(trip) });
const mine = (world: World, who = 'anna') => myBookings(world.board, world.now, [who]);

describe('the times of a day', () => {
  test('are a tile for each hour, free until two hours later or until closing', () => {
    expect(tiles(scooterWorld(), merel)).toEqual([
      ...['09:00 free 11:00', '10:00 free 12:00', '11:00 free 13:00', '12:00 free 14:00'],
      ...['13:00 free 15:00', '14:00 free 16:00', '15:00 free 17:00', '16:00 free 17:00'],
    ]);
  });

  test('are taken, free for less long, or free from the half hour, around a booking and its charging', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel', time: '11:00' });
    expect(tiles(world, merel)).toEqual([
      ...['09:00 free 10:00', '10:00 taken null', '11:00 taken null', '12:00 taken null'],
      ...['13:30 free 15:30', '14:00 free 16:00', '15:00 free 17:00', '16:00 free 17:00'],
    ]);
  });

  test('have the lengths that fit on some scooter', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel', time: '14:00' });
    const [nine, , eleven] = scooterTimes(world.board, TOMORROW, world.now, merel);
    expect(nine!.lengths).toEqual([
      ...[{ minutes: 60, until: '10:00' }],
      ...[
        { minutes: 120, until: '11:00' },
        { minutes: 240, until: '13:00' },
      ],
    ]);
    expect(eleven!.lengths.map(({ minutes }) => minutes)).toEqual([60, 120]);
    expect(scooterTimes(world.board, TOMORROW, world.now, light)[2]!.lengths).toHaveLength(3);
  });

  test('are past once they have begun, and the rest of the hour is still free', () => {
    const world = scooterWorld({}, at(TODAY, '10:10'));
    expect(tiles(world, merel, TODAY).slice(0, 3)).toEqual(['09:00 past null', '10:30 free 12:30', '11:00 free 13:00']);
  });

  test('count only scooters that suit and are whole', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'reiger' });
    expect(tiles(world, { scooterId: null, types: ['ZWAAR'] })[1]).toBe('10:00 taken null');
    expect(tiles(world, any)[1]).toBe('10:00 free 12:00');
    world.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    expect(tiles(world, merel)).toHaveLength(8);
    expect(tiles(world, merel).every((tile) => tile.endsWith('taken null'))).toBe(true);
    expect(tiles(world, { scooterId: null, types: [] })[0]).toBe('09:00 taken null');
  });

  test('run over midnight where the house does, and leave out the hours a clock change takes or doubles', () => {
    const night = scooterWorld({ opens: '20:00', closes: '02:00' });
    expect(tiles(night, merel)).toEqual([
      ...['00:00 free 02:00', '01:00 free 02:00'],
      ...['20:00 free 22:00', '21:00 free 23:00', '22:00 free 00:00', '23:00 free 01:00'],
    ]);
    const always = { opens: '00:00', closes: '00:00' };
    for (const date of ['2027-03-28', '2027-10-31']) {
      const world = scooterWorld(always, at(date, '00:00'));
      const times = tiles(world, merel, date).map((tile) => tile.slice(0, 5));
      expect(times).toHaveLength(23);
      expect(times).not.toContain('02:00');
    }
  });
});

describe('the days', () => {
  test('go from today to the horizon, with the free tiles of each', () => {
    const world = scooterWorld({ blackouts: [{ from: '2026-10-17', until: '2026-10-17', reason: '' }] });
    world.now = at(TODAY, '15:10');
    const days = scooterDays(world.board, world.now, merel);
    expect(days).toHaveLength(15);
    expect(days.slice(0, 4)).toEqual([
      { date: TODAY, state: 'free', freeTimes: 2 },
      { date: TOMORROW, state: 'free', freeTimes: 8 },
      { date: '2026-10-16', state: 'free', freeTimes: 8 },
      { date: '2026-10-17', state: 'closed', freeTimes: 0 },
    ]);
    expect(days.at(-1)!.date).toBe('2026-10-28');
  });

  test('are full when all is taken, past, out of service or not back', () => {
    const world = scooterWorld({}, at(TODAY, '16:30'));
    const first = () => scooterDays(world.board, world.now, merel)[0]!.state;
    expect(first()).toBe('full');
    world.now = at(TOMORROW, '09:00');
    const trip = booked(world, 'anna', { scooterId: 'merel', time: '09:00', minutes: 60 });
    take(world, 'anna', trip);
    expect(first()).toBe('free');
    world.now = at(TOMORROW, '10:01');
    expect(scooterDays(world.board, world.now, merel).map(({ state }) => state)).toEqual(Array(15).fill('full'));
  });
});

describe('the first free trip', () => {
  test('is the soonest start on a scooter that suits, as long as fits up to two hours', () => {
    const world = scooterWorld({}, at(TODAY, '15:40'));
    expect(firstFreeTrip(world.board, world.now, light)).toMatchObject({
      ...{ date: TODAY, time: '16:00', minutes: 60, until: '17:00', scooter: { id: 'meeuw' } },
    });
    world.now = at(TODAY, '18:00');
    expect(firstFreeTrip(world.board, world.now, merel)).toMatchObject({
      ...{ date: TOMORROW, time: '09:00', minutes: 120, until: '11:00', scooter: { id: 'merel' } },
    });
  });

  test('does not exist where no scooter suits or none is free in all those days', () => {
    const dark = [{ from: TODAY, until: '2026-12-31', reason: 'Dicht' }];
    expect(firstFreeTrip(scooterWorld({ blackouts: dark }).board, MORNING, any)).toBe(null);
    expect(firstFreeTrip(scooterWorld().board, MORNING, { scooterId: null, types: ['rood'] })).toBe(null);
  });
});

describe('one’s own bookings', () => {
  test('say what can be done now: early, ready, away, late, and nothing once it is back', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY, scooterId: 'merel' });
    const state = () => mine(world).map((each) => each.state)[0];
    expect(mine(world)).toMatchObject([{ date: TODAY, from: '10:00', to: '12:00', news: null, other: null }]);
    expect(state()).toBe('early');
    world.now = at(TODAY, '09:45');
    expect(state()).toBe('ready');
    take(world, 'anna', trip);
    expect(state()).toBe('away');
    world.now = at(TODAY, '12:00') + 1;
    expect(state()).toBe('late');
    world.send(withCard('anna'), { type: 'returnScooter', ...about(trip), batteryLow: false, broken: null });
    expect(state()).toBe(undefined);
    expect(mine(world, 'riet')).toEqual([]);
  });

  test('on a broken scooter are in doubt, with another of the same type that is free then', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel' });
    world.send(resident('mo'), { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    expect(mine(world)).toMatchObject([{ state: 'doubt', news: 'doubt', other: { id: 'meeuw' } }]);
    booked(world, 'riet', { scooterId: 'meeuw', time: '12:00' });
    expect(mine(world)).toMatchObject([{ state: 'doubt', other: null }]);
    world.send(staff, { type: 'mendScooter', scooterId: 'merel' });
    expect(mine(world)).toMatchObject([{ state: 'early', news: 'mended', other: null }]);
  });

  test('wait while the one before is not back, with another that is free for what is left', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const before = booked(world, 'riet', { date: TODAY, time: '09:00', minutes: 60, scooterId: 'merel' });
    booked(world, 'anna', { date: TODAY, time: '10:30', scooterId: 'merel' });
    take(world, 'riet', before);
    world.now = at(TODAY, '10:15');
    expect(mine(world)).toMatchObject([{ state: 'waits', other: { id: 'meeuw' } }]);
    world.now = at(TODAY, '11:40');
    expect(mine(world)).toMatchObject([{ state: 'waits', other: { id: 'meeuw' } }]);
    world.now = at(TODAY, '12:30');
    expect(mine(world)).toMatchObject([{ state: 'over', news: 'released', other: null }]);
  });

  test('stay on the screen when they are over until the news was seen, in order of time', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const cancelled = booked(world, 'anna', { date: '2026-10-16' });
    const missed = booked(world, 'anna', { date: TODAY });
    world.send(staff, { type: 'cancelBooking', ...about(cancelled) });
    world.now = at(TODAY, '13:00');
    expect(mine(world).map(({ state, news }) => `${state} ${news}`)).toEqual(['over released', 'over cancelled']);
    for (const each of [missed, cancelled]) world.send(withCard('anna'), { type: 'seenBooking', ...about(each) });
    expect(mine(world)).toEqual([]);
  });
});

describe('a shared screen', () => {
  const asKiosk = (world: World) => boardOf(redactBoard(world.board, 'kiosk', world.now));

  test('knows nobody’s bookings until the visit says whose they are', () => {
    const world = scooterWorld();
    const trip = booked(world, 'anna');
    booked(world, 'riet');
    world.send(staff, { type: 'cancelBooking', ...about(trip) });
    const kiosk = asKiosk(world);
    expect(myBookings(kiosk, world.now, ['anna'])).toEqual([]);
    expect(asKnownBy(kiosk, null)).toBe(kiosk);
    const known = asKnownBy(kiosk, ownRowsOf(world.board, 'anna'));
    expect(myBookings(known, world.now, ['anna'])).toEqual(mine(world));
    expect(myBookings(known, world.now, ['riet'])).toEqual([]);
  });

  test('goes by its own status where that is newer, also on another scooter', () => {
    const world = scooterWorld();
    const trip = booked(world, 'anna', { scooterId: 'merel' });
    const own = ownRowsOf(world.board, 'anna');
    let kiosk = asKiosk(world);
    world.send(staff, { type: 'moveBooking', ...about(trip), toScooterId: 'meeuw' });
    kiosk = apply(kiosk, redactChanges(world.journal.at(-1)!.changes, 'kiosk', world.board, world.now));
    expect(myBookings(asKnownBy(kiosk, own), world.now, ['anna'])).toMatchObject([{ scooter: { id: 'meeuw' } }]);
    world.send(staff, { type: 'cancelBooking', ...about(asNow(world, trip)) });
    kiosk = apply(kiosk, redactChanges(world.journal.at(-1)!.changes, 'kiosk', world.board, world.now));
    expect(myBookings(asKnownBy(kiosk, own), world.now, ['anna'])).toEqual([]);
  });

  test('still counts the hours of trips it has long dropped, and forgets what was to come and is gone', () => {
    const world = scooterWorld();
    const own = ownRowsOf(world.board, 'anna');
    const row = { ...booked(world, 'anna'), status: 'returned' } as const;
    const empty = boardOf({});
    const known = asKnownBy(empty, { ...own, bookings: [row, { ...row, id: 'gone', status: 'booked' }] });
    expect([...known.booking.flatMap((shard) => [...shard.values()])].map((rows) => [...rows.keys()])).toEqual([
      [row.id],
    ]);
  });
});

describe('the scooters to choose from', () => {
  const choices = (world: World, who: string | null) =>
    scooterChoices(world.board, who === null ? null : ownRowsOf(world.board, who)).map(
      ({ scooter, broken }) => `${scooter.name} ${broken}`,
    );

  test('are all by name while it is not known who asks, and what is broken of one is said', () => {
    const world = scooterWorld();
    world.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'brake' });
    expect(choices(world, null)).toContain('Merel brake');
    expect(choices(world, null)).toHaveLength([...rows(world.board.scooter)].length);
    expect(choices(world, null)).toEqual(choices(world, null).toSorted());
  });

  test('are of the types somebody passed the test for', () => {
    const world = scooterWorld();
    const own = ownRowsOf(world.board, 'anna');
    const only = { ...own, clearances: own.clearances.map((each) => ({ ...each, types: [' Licht'] })) };
    expect(scooterChoices(world.board, only).map(({ scooter }) => scooter.type)).toContain('licht');
    expect(scooterChoices(world.board, only).every(({ scooter }) => scooter.type === 'licht')).toBe(true);
    expect(scooterChoices(world.board, { ...own, clearances: [] })).toEqual(scooterChoices(world.board, null));
  });
});
