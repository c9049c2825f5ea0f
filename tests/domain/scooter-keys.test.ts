// Handing over: taking, bringing back, lending at the door, and what happens with who does not come.
import { describe, expect, test } from 'vitest';
import { defectOf, lapsesAt } from '../../src/domain/scooter-free.ts';
import type { Booking } from '../../src/domain/scooter-rows.ts';
import { scooterRulesOf } from '../../src/domain/scooter-time.ts';
import { rows } from '../../src/domain/table.ts';
import { at, listsOf, refusalOf, resident, staff, type World } from '../support/builders.ts';
import { about, asNow, book, booked, bookingsIn, scooterWorld, TODAY, withCard } from '../support/scooter-house.ts';

/** Ten to twelve today on Merel, for Anna; it is nine. */
function withBooking(): { readonly world: World; readonly trip: Booking } {
  const world = scooterWorld({}, at(TODAY, '09:00'));
  return { world, trip: booked(world, 'anna', { date: TODAY, scooterId: 'merel' }) };
}
const takes = (world: World, trip: Booking, actor = withCard('anna')) =>
  world.send(actor, { type: 'takeScooter', ...about(trip) });
const returns = (world: World, trip: Booking, actor = withCard('anna')) =>
  world.send(actor, { type: 'returnScooter', ...about(trip), batteryLow: false, broken: null });
const lend = (world: World, minutes: number, residentId: string | null = null, scooterId = 'merel') =>
  world.send(staff, { type: 'lendScooter', scooterId, residentId, minutes });

describe('a scooter that is out before its time', () => {
  test('is not lent a second time, also in a house that leaves no pause', () => {
    const world = scooterWorld({ pauseMinutes: 0 }, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY, scooterId: 'merel' });
    world.now = at(TODAY, '09:46');
    expect(refusalOf(takes(world, trip))).toBe('accepted');
    expect(refusalOf(lend(world, 10))).toBe('scooterTaken');
  });
});

describe('taking a scooter', () => {
  test('is possible from fifteen minutes before, and says from when where it is sooner', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '09:45') - 1;
    expect(takes(world, trip)).toMatchObject({ error: { type: 'takenTooEarly', from: '2026-10-14T07:45:00Z' } });
    world.now += 1;
    expect(refusalOf(takes(world, trip))).toBe('accepted');
    expect(asNow(world, trip)).toMatchObject({ status: 'taken', takenAt: '2026-10-14T07:45:00Z', from: trip.from });
  });

  test('is possible until thirty minutes after the start, and then it has come free', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:30') - 1;
    expect(refusalOf(takes(world, trip))).toBe('accepted');
    const other = withBooking();
    other.world.now = at(TODAY, '10:30');
    expect(refusalOf(takes(other.world, other.trip))).toBe('bookingReleased');
  });

  test('counts from the tap, also when the network brings it after the half hour', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:31');
    const command = { type: 'takeScooter', ...about(trip) } as const;
    expect(refusalOf(world.send(withCard('anna'), command, { underway: 20 * 60_000 }))).toBe('accepted');
    expect(asNow(world, trip).status).toBe('taken');
  });

  test('is refused while the same resident has another one out', () => {
    const { world, trip } = withBooking();
    const next = booked(world, 'anna', { date: TODAY, scooterId: 'meeuw', time: '12:00' });
    world.now = at(TODAY, '10:00');
    takes(world, trip);
    world.now = at(TODAY, '11:50');
    expect(refusalOf(takes(world, next))).toBe('bookingOverlaps');
    returns(world, trip);
    expect(refusalOf(takes(world, next))).toBe('accepted');
  });

  test('is for its own resident and for staff, with a card or a code', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:00');
    const before = listsOf(world.board);
    expect(refusalOf(takes(world, trip, withCard('riet')))).toBe('notAllowed');
    expect(refusalOf(takes(world, trip, resident('anna')))).toBe('notAllowed');
    expect(listsOf(world.board)).toEqual(before);
    expect(refusalOf(takes(world, trip, staff))).toBe('accepted');
  });

  test('is refused twice, after it was left, and for what does not exist', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:00');
    takes(world, trip);
    expect(refusalOf(takes(world, trip))).toBe('alreadyTaken');
    const ghost = { ...trip, id: 'ghost' };
    expect(takes(world, ghost)).toMatchObject({ error: { type: 'bookingUnknown', bookingId: 'ghost' } });
    expect(refusalOf(takes(world, { ...trip, scooterId: 'elsewhere' }))).toBe('scooterUnknown');
    const left = withBooking();
    left.world.send(withCard('anna'), { type: 'cancelBooking', ...about(left.trip) });
    left.world.now = at(TODAY, '10:00');
    expect(refusalOf(takes(left.world, left.trip))).toBe('bookingOver');
  });

  test('is refused on a broken scooter, and where the driving test was taken back', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:00');
    world.send(resident('mo'), { type: 'reportDefect', scooterId: 'merel', part: 'brake' });
    expect(refusalOf(takes(world, trip))).toBe('scooterOutOfService');
    world.send(staff, { type: 'mendScooter', scooterId: 'merel' });
    const line = { number: '101', floor: 1, salutation: 'mevrouw', firstName: 'Anna', infix: '', lastName: 'Van Anna' };
    world.send(staff, { type: 'importResidents', lines: [{ ...line, salutation: 'mevrouw', clearance: null }] });
    expect(refusalOf(takes(world, trip))).toBe('noClearance');
  });

  test('waits for the one before who is not back, and loses nothing by it', () => {
    const { world, trip } = withBooking();
    const next = booked(world, 'riet', { date: TODAY, time: '12:30', scooterId: 'merel' });
    world.now = at(TODAY, '10:00');
    takes(world, trip);
    world.now = at(TODAY, '12:30');
    expect(takes(world, next, withCard('riet'))).toMatchObject({
      error: { type: 'scooterNotBack', scooterId: 'merel' },
    });
    world.now = at(TODAY, '13:20');
    expect(refusalOf(takes(world, next, withCard('riet')))).toBe('scooterNotBack');
    returns(world, trip);
    world.now = at(TODAY, '13:49');
    expect(refusalOf(takes(world, next, withCard('riet')))).toBe('accepted');
  });
});

describe('bringing a scooter back', () => {
  test('early makes the time free, after charging', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:00');
    takes(world, trip);
    world.now = at(TODAY, '10:40') + 5_000;
    expect(refusalOf(returns(world, trip))).toBe('accepted');
    expect(asNow(world, trip)).toMatchObject({
      ...{ status: 'returned', returnedAt: '2026-10-14T08:40:05Z', blockedUntil: '2026-10-14T09:11:00Z' },
      ...{ batteryLow: false, to: trip.to },
    });
    const ask = (time: string) => refusalOf(book(world, 'riet', { date: TODAY, time, scooterId: 'merel' }));
    expect(ask('11:00')).toBe('scooterTaken');
    expect(ask('11:30')).toBe('accepted');
  });

  test('late still needs its charging, but never takes the trip from who booked next', () => {
    const { world, trip } = withBooking();
    const next = booked(world, 'riet', { date: TODAY, time: '12:30', scooterId: 'merel' });
    world.now = at(TODAY, '10:00');
    takes(world, trip);
    world.now = at(TODAY, '12:20');
    returns(world, trip);
    expect(refusalOf(lend(world, 5))).toBe('scooterTaken');
    world.now = at(TODAY, '12:30');
    expect(refusalOf(takes(world, next, withCard('riet')))).toBe('accepted');
  });

  test('before its own start, after taking it early, frees it and leaves a row that makes sense', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '09:45');
    takes(world, trip);
    world.now = at(TODAY, '09:50');
    returns(world, trip);
    const row = asNow(world, trip);
    expect(row).toMatchObject({ status: 'returned', blockedUntil: '2026-10-14T08:20:00Z' });
    expect(refusalOf(book(world, 'riet', { date: TODAY, time: '10:30', scooterId: 'merel' }))).toBe('accepted');
  });

  test('says what is broken and that the battery is low, and staff may do it too', () => {
    const { world, trip } = withBooking();
    const later = booked(world, 'riet', { date: TODAY, time: '14:00', scooterId: 'merel' });
    world.now = at(TODAY, '10:00');
    takes(world, trip);
    const told = { ...about(trip), batteryLow: true, broken: 'tyre' } as const;
    expect(refusalOf(world.send(staff, { type: 'returnScooter', ...told }))).toBe('accepted');
    expect(asNow(world, trip)).toMatchObject({ status: 'returned', batteryLow: true });
    expect(defectOf(world.board, 'merel')).toMatchObject({ part: 'tyre', residentId: null, mendedAt: null });
    expect(asNow(world, later)).toMatchObject({ status: 'booked', news: 'doubt' });
  });

  test('is refused for what was not taken, what is back already, and what is somebody else’s', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:00');
    expect(returns(world, trip)).toMatchObject({ error: { type: 'notTaken', bookingId: trip.id } });
    takes(world, trip);
    expect(refusalOf(returns(world, trip, withCard('riet')))).toBe('notAllowed');
    returns(world, trip);
    const before = listsOf(world.board);
    expect(refusalOf(returns(world, trip))).toBe('notTaken');
    expect(listsOf(world.board)).toEqual(before);
  });
});

describe('a booking nobody comes for', () => {
  test('is released on read: another may have the time at once, and its resident is told', () => {
    const { world, trip } = withBooking();
    world.now = at(TODAY, '10:30');
    expect(asNow(world, trip).status).toBe('booked');
    expect(refusalOf(book(world, 'riet', { date: TODAY, time: '10:30', scooterId: 'merel' }))).toBe('accepted');
    expect(asNow(world, trip)).toMatchObject({ status: 'released', news: 'released' });
  });

  test('that is shorter than the time to wait is over at its end', () => {
    const world = scooterWorld({ lengths: [30], lapseMinutes: 60 }, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY, minutes: 30 });
    expect(lapsesAt(world.board, trip, scooterRulesOf(world.board))).toBe(at(TODAY, '10:30'));
  });

  test('because it is broken is kept until its end, and half an hour from when it is mended', () => {
    const { world, trip } = withBooking();
    world.send(resident('mo'), { type: 'reportDefect', scooterId: 'merel', part: 'light' });
    world.now = at(TODAY, '10:50');
    world.send(staff, { type: 'mendScooter', scooterId: 'merel' });
    expect(asNow(world, trip)).toMatchObject({ status: 'booked', news: 'mended' });
    world.now = at(TODAY, '11:19');
    expect(refusalOf(takes(world, trip))).toBe('accepted');
    const other = withBooking();
    other.world.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'light' });
    other.world.now = at(TODAY, '11:59');
    expect(refusalOf(takes(other.world, other.trip))).toBe('scooterOutOfService');
    other.world.now = at(TODAY, '12:00');
    expect(refusalOf(takes(other.world, other.trip))).toBe('bookingReleased');
  });
});

describe('lending at the door', () => {
  test('is taken at once, off the grid, blocked with the charging', () => {
    const world = scooterWorld({}, at(TODAY, '09:07') + 21_000);
    expect(refusalOf(lend(world, 50))).toBe('accepted');
    expect(bookingsIn(world.board)).toMatchObject([
      {
        ...{ residentId: null, status: 'taken', takenAt: '2026-10-14T07:07:21Z' },
        ...{ from: '2026-10-14T07:07:00Z', to: '2026-10-14T07:57:00Z', blockedUntil: '2026-10-14T08:27:00Z' },
      },
    ]);
  });

  test('is possible outside the opening hours: staff stand beside it', () => {
    expect(refusalOf(lend(scooterWorld({}, at(TODAY, '19:00')), 60))).toBe('accepted');
  });

  test('ends, charging included, before the next booking', () => {
    const { world } = withBooking();
    expect(refusalOf(lend(world, 31))).toBe('scooterTaken');
    expect(refusalOf(lend(world, 30))).toBe('accepted');
  });

  test('to a resident asks for the driving test and that they have no other trip now', () => {
    const { world } = withBooking();
    expect(refusalOf(lend(world, 20, 'leen'))).toBe('noClearance');
    expect(refusalOf(lend(world, 20, 'toos'))).toBe('noClearance');
    expect(refusalOf(lend(world, 20, 'lies'))).toBe('residentUnknown');
    expect(refusalOf(lend(world, 120, 'anna', 'meeuw'))).toBe('bookingOverlaps');
    expect(refusalOf(lend(world, 60, 'anna', 'meeuw'))).toBe('accepted');
  });

  test('is refused for no time, too long, a broken scooter, one that is out, and one that is not there', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    expect(refusalOf(lend(world, 0))).toBe('tripInvalid');
    expect(refusalOf(lend(world, -5))).toBe('tripInvalid');
    expect(refusalOf(lend(world, 241))).toBe('tripTooLong');
    expect(refusalOf(lend(world, 60, null, 'elsewhere'))).toBe('scooterUnknown');
    lend(world, 60);
    expect(refusalOf(lend(world, 60))).toBe('scooterTaken');
    world.send(staff, { type: 'reportDefect', scooterId: 'meeuw', part: 'other' });
    expect(refusalOf(lend(world, 60, null, 'meeuw'))).toBe('scooterOutOfService');
    expect(bookingsIn(world.board)).toHaveLength(1);
    expect([...rows(world.board.miss)]).toEqual([]);
  });

  test('is for staff alone', () => {
    const command = { type: 'lendScooter', scooterId: 'merel', residentId: 'anna', minutes: 30 } as const;
    expect(refusalOf(scooterWorld().send(withCard('anna'), command))).toBe('notAllowed');
    expect(refusalOf(scooterWorld().send(staff, command, { role: 'volunteer' }))).toBe('accepted');
  });

  test('of somebody who does not live here is brought back by staff', () => {
    const world = scooterWorld();
    lend(world, 60);
    const [trip] = bookingsIn(world.board);
    expect(refusalOf(returns(world, trip!))).toBe('notAllowed');
    expect(refusalOf(returns(world, trip!, staff))).toBe('accepted');
  });
});
