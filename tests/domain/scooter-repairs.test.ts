// Broken and mended: nothing is lost, everybody is told, and who looks after the scooters hears of it.
import { describe, expect, test } from 'vitest';
import { scooterTasks } from '../../src/domain/scooter-desk-views.ts';
import { usualScooterRules } from '../../src/domain/scooter-rows.ts';
import { group, rows } from '../../src/domain/table.ts';
import { listsOf, refusalOf, resident, staff, type World } from '../support/builders.ts';
import { about, asNow, book, booked, bookingsIn, scooterWorld, TODAY, withCard } from '../support/scooter-house.ts';

const breaks = (world: World, part: 'tyre' | 'brake' = 'tyre', actor = resident('mo')) =>
  refusalOf(world.send(actor, { type: 'reportDefect', scooterId: 'merel', part }));
const mends = (world: World, actor = staff) =>
  refusalOf(world.send(actor, { type: 'mendScooter', scooterId: 'merel' }));
const defects = (world: World) => [...group(world.board.defect, 'merel').values()];

describe('a defect', () => {
  test('is told by anybody, also by name alone, and takes the scooter out of service', () => {
    const world = scooterWorld();
    expect(breaks(world)).toBe('accepted');
    expect(defects(world)).toMatchObject([{ part: 'tyre', residentId: 'mo', mendedAt: null }]);
    expect(refusalOf(book(world, 'anna', { scooterId: 'merel' }))).toBe('scooterOutOfService');
  });

  test('keeps every booking, in doubt, and says so', () => {
    const world = scooterWorld();
    const trips = [booked(world, 'anna', { scooterId: 'merel' }), booked(world, 'riet', { scooterId: 'meeuw' })];
    breaks(world);
    expect(trips.map((trip) => asNow(world, trip))).toMatchObject([
      { status: 'booked', news: 'doubt' },
      { status: 'booked', news: null },
    ]);
  });

  test('told twice is one defect; another part is another, and tells nobody again', () => {
    const world = scooterWorld();
    const trip = booked(world, 'anna', { scooterId: 'merel' });
    breaks(world);
    breaks(world);
    expect(defects(world)).toHaveLength(1);
    world.send(withCard('anna'), { type: 'seenBooking', ...about(trip) });
    breaks(world, 'brake', staff);
    expect(defects(world)).toMatchObject([{ residentId: 'mo' }, { part: 'brake', residentId: null }]);
    expect(asNow(world, trip).news).toBe(null);
  });

  test('of a scooter that is not there is refused', () => {
    const world = scooterWorld();
    const before = listsOf(world.board);
    expect(refusalOf(world.send(staff, { type: 'reportDefect', scooterId: 'elsewhere', part: 'seat' }))).toBe(
      'scooterUnknown',
    );
    expect(listsOf(world.board)).toEqual(before);
  });
});

describe('mending', () => {
  test('ends every defect, and is told to everybody who has it booked, also who knew of the doubt', () => {
    const world = scooterWorld();
    const trip = booked(world, 'anna', { scooterId: 'merel' });
    const left = booked(world, 'riet', { scooterId: 'merel', time: '14:00' });
    breaks(world);
    breaks(world, 'brake');
    world.send(withCard('anna'), { type: 'seenBooking', ...about(trip) });
    world.send(withCard('riet'), { type: 'cancelBooking', ...about(left) });
    world.now += 60_000;
    expect(mends(world)).toBe('accepted');
    expect(defects(world).map(({ mendedAt }) => mendedAt)).toEqual(['2026-10-14T06:01:00Z', '2026-10-14T06:01:00Z']);
    expect(asNow(world, trip)).toMatchObject({ status: 'booked', news: 'mended' });
    expect(asNow(world, left)).toMatchObject({ status: 'cancelled', news: null });
    expect(refusalOf(book(world, 'mo', { scooterId: 'merel', time: '14:00' }))).toBe('accepted');
  });

  test('of what is not broken or not there is refused, and is not for residents', () => {
    const world = scooterWorld();
    expect(mends(world)).toBe('notBroken');
    expect(refusalOf(world.send(staff, { type: 'mendScooter', scooterId: 'elsewhere' }))).toBe('scooterUnknown');
    breaks(world);
    expect(mends(world, withCard('anna'))).toBe('notAllowed');
  });
});

describe('a check-up', () => {
  test('is one row each time, for staff alone', () => {
    const world = scooterWorld();
    const check = (scooterId: string, actor = staff) =>
      refusalOf(world.send(actor, { type: 'checkScooter', scooterId }));
    expect([check('merel'), check('merel'), check('elsewhere'), check('merel', withCard('anna'))]).toEqual([
      ...['accepted', 'accepted', 'scooterUnknown', 'notAllowed'],
    ]);
    expect([...rows(world.board.checkUp)]).toHaveLength(2);
  });
});

test('who looks after the scooters always has a task of a defect, until it is mended', () => {
  const world = scooterWorld();
  breaks(world);
  breaks(world, 'brake');
  const tasks = () => scooterTasks(world.board, world.now).map(({ type, defect }) => `${type} ${defect?.part}`);
  expect(tasks()).toEqual(['defect tyre', 'defect brake']);
  mends(world);
  expect(tasks()).toEqual([]);
});

describe('the settings of a house', () => {
  const { id: _, ...usual } = usualScooterRules;
  const set = (world: World, rules: Partial<typeof usual>, role: 'manager' | 'volunteer' = 'manager') =>
    refusalOf(world.send(staff, { type: 'setScooterRules', rules: { ...usual, ...rules } }, { role }));

  test('are one row, whatever is set, with the lengths in order', () => {
    const world = scooterWorld();
    expect(set(world, { lengths: [240, 60, 60], pauseMinutes: 60 })).toBe('accepted');
    expect(set(world, { lengths: [90, 60] })).toBe('accepted');
    expect([...rows(world.board.scooterRules)]).toEqual([{ ...usualScooterRules, lengths: [60, 90] }]);
  });

  test('leave the bookings that were made as they are', () => {
    const world = scooterWorld();
    const trip = booked(world, 'anna');
    set(world, { opens: '13:00', blackouts: [{ from: TODAY, until: '2026-12-31', reason: '' }] });
    expect(bookingsIn(world.board)).toEqual([trip]);
  });

  test('are for managers', () => {
    expect(set(scooterWorld(), {}, 'volunteer')).toBe('notAllowed');
  });
});

describe('a picture code', () => {
  const set = (world: World, residentId: string, hash: string | null, actor = staff) =>
    refusalOf(world.send(actor, { type: 'setPictureCode', residentId, hash }));

  test('is kept by its hash, one for each resident, and taken away', () => {
    const world = scooterWorld();
    set(world, 'anna', 'hash-1');
    set(world, 'anna', 'hash-2');
    expect([...rows(world.board.pictureCode)]).toEqual([{ id: 'anna', hash: 'hash-2' }]);
    expect([set(world, 'anna', null), set(world, 'anna', null)]).toEqual(['accepted', 'accepted']);
    expect([...rows(world.board.pictureCode)]).toEqual([]);
  });

  test('is not set for who is not here, nor by a resident', () => {
    expect(set(scooterWorld(), 'lies', 'hash')).toBe('residentUnknown');
    expect(set(scooterWorld(), 'anna', 'hash', withCard('anna'))).toBe('notAllowed');
  });
});
