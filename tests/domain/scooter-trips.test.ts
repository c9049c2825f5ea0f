// A booking before it is taken: leaving it, moving it to another scooter, and hearing what became of it.
import { describe, expect, test } from 'vitest';
import { at, refusalOf, resident, staff, type World } from '../support/builders.ts';
import { about, asNow, book, booked, bookingsIn, scooterWorld, TODAY, withCard } from '../support/scooter-house.ts';

const anna = withCard('anna');
const onMerel = (world: World) => booked(world, 'anna', { scooterId: 'merel' });

describe('leaving a booking', () => {
  test('makes the time free, and needs no telling where the resident did it', () => {
    const world = scooterWorld();
    const trip = onMerel(world);
    expect(refusalOf(world.send(anna, { type: 'cancelBooking', ...about(trip) }))).toBe('accepted');
    expect(asNow(world, trip)).toMatchObject({ status: 'cancelled', news: null, residentId: 'anna' });
    expect(refusalOf(book(world, 'riet', { scooterId: 'merel' }))).toBe('accepted');
  });

  test('is told where staff did it', () => {
    const world = scooterWorld();
    const trip = onMerel(world);
    world.send(staff, { type: 'cancelBooking', ...about(trip) });
    expect(asNow(world, trip).news).toBe('cancelled');
  });

  test('is refused for somebody else’s, by name, twice, and when it is out or released', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY, scooterId: 'merel' });
    const leave = (actor = anna) => refusalOf(world.send(actor, { type: 'cancelBooking', ...about(trip) }));
    expect(leave(withCard('riet'))).toBe('notAllowed');
    expect(leave(resident('anna'))).toBe('notAllowed');
    world.now = at(TODAY, '10:30');
    expect(leave()).toBe('bookingReleased');
    world.now = at(TODAY, '10:00');
    world.send(anna, { type: 'takeScooter', ...about(trip) });
    expect(leave()).toBe('alreadyTaken');
    const other = scooterWorld();
    const left = onMerel(other);
    const again = () => refusalOf(other.send(anna, { type: 'cancelBooking', ...about(left) }));
    expect([again(), again()]).toEqual(['accepted', 'bookingOver']);
  });
});

describe('moving a booking to another scooter', () => {
  const move = (world: World, trip: ReturnType<typeof onMerel>, toScooterId: string, actor = anna) =>
    refusalOf(world.send(actor, { type: 'moveBooking', ...about(trip), toScooterId }));

  test('keeps its time, its id and its resident', () => {
    const world = scooterWorld();
    const trip = onMerel(world);
    world.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    expect(move(world, trip, 'meeuw')).toBe('accepted');
    expect(bookingsIn(world.board)).toEqual([{ ...trip, scooterId: 'meeuw', news: null }]);
    expect(world.journal.at(-1)!.changes.map(({ type }) => type)).toEqual(['bookingRemoved', 'bookingPut']);
  });

  test('is told where staff did it', () => {
    const world = scooterWorld();
    const trip = onMerel(world);
    expect(move(world, trip, 'meeuw', staff)).toBe('accepted');
    expect(asNow(world, trip)).toMatchObject({ scooterId: 'meeuw', news: 'moved' });
  });

  test('is refused to another type, to one that is taken or broken, and to one that is not there', () => {
    const world = scooterWorld();
    const trip = onMerel(world);
    expect(move(world, trip, 'reiger')).toBe('otherType');
    expect(move(world, trip, 'elsewhere')).toBe('scooterUnknown');
    booked(world, 'riet', { scooterId: 'meeuw', time: '12:00' });
    expect(move(world, trip, 'meeuw')).toBe('scooterTaken');
    world.send(staff, { type: 'reportDefect', scooterId: 'meeuw', part: 'tyre' });
    expect(move(world, trip, 'meeuw')).toBe('scooterOutOfService');
    expect(move(world, trip, 'merel', withCard('riet'))).toBe('notAllowed');
    expect(asNow(world, trip)).toEqual(trip);
  });

  test('is possible to the time of somebody who did not come, and writes that down first', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const missed = booked(world, 'riet', { date: TODAY, time: '10:00', minutes: 240, scooterId: 'meeuw' });
    const trip = booked(world, 'anna', { date: TODAY, time: '11:00', scooterId: 'merel' });
    expect(move(world, trip, 'meeuw')).toBe('scooterTaken');
    world.now = at(TODAY, '10:30');
    expect(move(world, trip, 'meeuw')).toBe('accepted');
    expect(asNow(world, missed).status).toBe('released');
  });

  test('to where it is changes nothing', () => {
    const world = scooterWorld();
    const trip = onMerel(world);
    expect(move(world, trip, 'merel')).toBe('accepted');
    expect(world.journal.at(-1)!.changes).toEqual([]);
  });

  test('is possible while the one before is not back, also after it should have begun: it begins now', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const first = booked(world, 'riet', { date: TODAY, time: '09:00', minutes: 60, scooterId: 'merel' });
    const trip = booked(world, 'anna', { date: TODAY, time: '10:30', scooterId: 'merel' });
    world.send(withCard('riet'), { type: 'takeScooter', ...about(first) });
    world.now = at(TODAY, '11:10');
    expect(move(world, trip, 'meeuw')).toBe('accepted');
    const moved = asNow(world, trip);
    expect(moved).toMatchObject({ from: '2026-10-14T09:10:00Z', to: trip.to });
    expect(refusalOf(world.send(anna, { type: 'takeScooter', ...about(moved) }))).toBe('accepted');
  });
});

describe('news of a booking', () => {
  test('is gone once it was told, by the resident or by staff', () => {
    const world = scooterWorld();
    const trip = onMerel(world);
    world.send(staff, { type: 'cancelBooking', ...about(trip) });
    const seen = (actor = anna) => refusalOf(world.send(actor, { type: 'seenBooking', ...about(trip) }));
    expect(seen(withCard('riet'))).toBe('notAllowed');
    expect(seen(resident('anna'))).toBe('notAllowed');
    expect(seen()).toBe('accepted');
    expect(asNow(world, trip)).toMatchObject({ status: 'cancelled', news: null });
    expect(seen(staff)).toBe('accepted');
    expect(world.journal.at(-1)!.changes).toEqual([]);
  });

  test('that it was released is told once, also where no row said so yet', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY });
    world.now = at(TODAY, '11:00');
    world.send(anna, { type: 'seenBooking', ...about(trip) });
    expect(asNow(world, trip)).toMatchObject({ status: 'released', news: null });
  });
});
