// Booking a scooter: every rule of the house, every "no", and that a "no" writes nothing.
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../src/domain/board.ts';
import type { CommandOf } from '../../src/domain/commands.ts';
import type { Refusal } from '../../src/domain/refusals.ts';
import { rows } from '../../src/domain/table.ts';
import { at, createWorld, houseRows, listsOf, MORNING, refusalOf, resident, staff } from '../support/builders.ts';
import {
  about,
  asNow,
  book,
  booked,
  bookingsIn,
  clearances,
  lineOf,
  scooters,
  scooterWorld,
  TODAY,
  TOMORROW,
  withCard,
} from '../support/scooter-house.ts';

const refusal = (verdict: ReturnType<typeof book>): Refusal => {
  if (verdict.ok) throw new Error('accepted');
  return verdict.error;
};
const night = { opens: '20:00', closes: '02:00' };
const always = { opens: '00:00', closes: '00:00' };

describe('a booking', () => {
  test('is one row, blocked until the charging after it has passed', () => {
    const world = scooterWorld();
    expect(refusalOf(book(world, 'anna', { scooterId: 'merel' }))).toBe('accepted');
    expect(bookingsIn(world.board)).toEqual([
      {
        ...{ id: '0199e000-0000-7000-8000-000000000001/1', scooterId: 'merel', residentId: 'anna' },
        ...{ from: '2026-10-15T08:00:00Z', to: '2026-10-15T10:00:00Z', blockedUntil: '2026-10-15T10:30:00Z' },
        ...{ status: 'booked', takenAt: null, returnedAt: null, batteryLow: false, news: null, visitId: 'visit-anna' },
        notMade: null,
      },
    ]);
  });

  test('may begin at this very minute, and may be with the picture code', () => {
    // Screens count minutes; half a minute later it is still this one.
    const world = scooterWorld({}, at(TODAY, '10:00') + 30_000);
    const code = { residentId: 'anna', proof: 'code', visitId: 'v' } as const;
    expect(refusalOf(book(world, 'anna', { date: TODAY }, code))).toBe('accepted');
  });

  test('is possible where the trip before has charged, to the minute, and not a slot sooner', () => {
    const world = scooterWorld();
    book(world, 'anna', { scooterId: 'merel' });
    expect(refusalOf(book(world, 'riet', { scooterId: 'merel', time: '12:00' }))).toBe('scooterTaken');
    expect(refusalOf(book(world, 'riet', { scooterId: 'merel', time: '12:30' }))).toBe('accepted');
    expect(refusalOf(book(world, 'mo', { scooterId: 'merel', time: '09:00', minutes: 60 }))).toBe('scooterTaken');
  });

  test('before another needs its own charging before that begins', () => {
    const world = scooterWorld();
    book(world, 'anna', { scooterId: 'merel', time: '12:00' });
    expect(refusalOf(book(world, 'riet', { scooterId: 'merel', time: '11:00', minutes: 60 }))).toBe('scooterTaken');
    expect(refusalOf(book(world, 'riet', { scooterId: 'merel', time: '10:30', minutes: 60 }))).toBe('accepted');
  });

  test('runs over midnight where the house is open then', () => {
    const world = scooterWorld(night);
    const verdict = book(world, 'anna', { time: '23:00', minutes: 120, scooterId: 'merel' });
    expect(refusalOf(verdict)).toBe('accepted');
    expect(bookingsIn(world.board).map(lineOf)).toEqual([`booked merel anna ${TOMORROW} 23:00–01:00`]);
    expect(refusalOf(book(world, 'riet', { time: '01:00', minutes: 60 }))).toBe('accepted');
    expect(refusalOf(book(world, 'mo', { time: '01:30', minutes: 60 }))).toBe('scootersClosed');
  });

  test('runs over midnight where the house is open day and night', () => {
    const world = scooterWorld(always);
    expect(refusalOf(book(world, 'anna', { time: '22:30', minutes: 240 }))).toBe('accepted');
    expect(bookingsIn(world.board)[0]).toMatchObject({ from: '2026-10-15T20:30:00Z', to: '2026-10-16T00:30:00Z' });
  });

  test('lasts the minutes that pass, also over the hour that is skipped or repeated', () => {
    const spring = scooterWorld(always, at('2027-03-27', '12:00'));
    booked(spring, 'anna', { date: '2027-03-28', time: '01:30', minutes: 120 });
    expect(lineOf(bookingsIn(spring.board)[0]!)).toBe('booked meeuw anna 2027-03-28 01:30–04:30');
    const autumn = scooterWorld(always, at('2027-10-30', '12:00'));
    booked(autumn, 'anna', { date: '2027-10-31', time: '01:30', minutes: 120 });
    expect(lineOf(bookingsIn(autumn.board)[0]!)).toBe('booked meeuw anna 2027-10-31 01:30–02:30');
  });

  test('of staff is for anybody, with any length on the grid, beyond what a resident may', () => {
    const world = scooterWorld();
    book(world, 'anna', { time: '09:00', minutes: 60 });
    book(world, 'anna', { time: '11:00', minutes: 60 });
    expect(refusalOf(book(world, 'anna', { time: '14:00', minutes: 90 }))).toBe('tripInvalid');
    expect(refusalOf(book(world, 'anna', { time: '14:00', minutes: 60 }))).toBe('tooManyBookings');
    expect(refusalOf(book(world, 'anna', { time: '14:00', minutes: 90 }, staff))).toBe('accepted');
    expect(refusalOf(book(world, 'anna', { date: '2026-12-01' }, staff))).toBe('accepted');
  });

  test('writes down first that somebody before did not come', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const missed = booked(world, 'riet', { date: TODAY, time: '10:00', minutes: 240, scooterId: 'merel' });
    world.now = at(TODAY, '10:30');
    expect(refusalOf(book(world, 'anna', { date: TODAY, time: '10:30', scooterId: 'merel' }))).toBe('accepted');
    expect(asNow(world, missed)).toMatchObject({ status: 'released', news: 'released' });
    expect(world.journal.at(-1)!.changes.map(({ type }) => type)).toEqual(['bookingPut', 'bookingPut']);
  });
});

describe('the suggestion', () => {
  test('is the scooter on which the least free time is left around the trip', () => {
    const world = scooterWorld();
    book(world, 'anna', { scooterId: 'merel', time: '09:00' });
    expect(booked(world, 'riet', { time: '12:00' }).scooterId).toBe('merel');
  });

  test('is the one with fewer hours where that is the same, and else the first by name', () => {
    const world = scooterWorld();
    expect(booked(world, 'riet').scooterId).toBe('meeuw');
    expect(booked(world, 'mo', { date: '2026-10-16' }).scooterId).toBe('merel');
  });

  test('is only one that the resident passed the test for, and never one that is broken', () => {
    const world = scooterWorld();
    expect(booked(world, 'toos').scooterId).toBe('reiger');
    world.send(staff, { type: 'reportDefect', scooterId: 'meeuw', part: 'tyre' });
    expect(booked(world, 'riet').scooterId).toBe('merel');
    const full = book(world, 'mo');
    expect(full).toMatchObject({ ok: false, error: { type: 'noneFree', date: TOMORROW } });
  });
});

describe('a booking is refused, and nothing written,', () => {
  const cases: readonly [string, Partial<CommandOf<'book'>>, Refusal][] = [
    ['in the past', { date: '2026-10-13' }, { type: 'tripPast' }],
    ['half in the past', { date: TODAY, time: '09:00' }, { type: 'tripPast' }],
    ['of no length', { minutes: 0 }, { type: 'tripInvalid' }],
    ['of less than no length', { minutes: -60 }, { type: 'tripInvalid' }],
    ['of a length nobody is offered', { minutes: 180 }, { type: 'tripInvalid' }],
    ['of a length off the grid', { minutes: 65 }, { type: 'tripInvalid' }],
    ['that is too long', { minutes: 270 }, { type: 'tripTooLong', minutes: 240 }],
    ['off the grid', { time: '10:15' }, { type: 'tripInvalid' }],
    ['before opening', { time: '08:30' }, { type: 'scootersClosed', opens: '09:00', closes: '17:00' }],
    ['until after closing', { time: '15:30' }, { type: 'scootersClosed', opens: '09:00', closes: '17:00' }],
    ['at night', { time: '23:30' }, { type: 'scootersClosed', opens: '09:00', closes: '17:00' }],
    ['too far ahead', { date: '2026-10-29' }, { type: 'tripTooFarAhead', days: 14 }],
    ['of a scooter of another house', { scooterId: 'elsewhere' }, { type: 'scooterUnknown', scooterId: 'elsewhere' }],
    ['for somebody else', { residentId: 'riet' }, { type: 'notAllowed' }],
  ];

  test.each(cases)('%s', (_, asked, expected) => {
    const world = scooterWorld({}, at(TODAY, '09:10'));
    const before = listsOf(world.board);
    expect(refusal(book(world, 'anna', asked, withCard('anna')))).toEqual(expected);
    expect(listsOf(world.board)).toEqual(before);
  });

  test('in the hour that does not exist, in the night of 28 March 2027', () => {
    const world = scooterWorld(always, at('2027-03-27', '12:00'));
    const asked = { date: '2027-03-28', time: '02:30' };
    expect(refusal(book(world, 'anna', asked))).toEqual({ type: 'timeDoesNotExist', ...asked });
    expect(bookingsIn(world.board)).toEqual([]);
  });

  test('in the hour that exists twice, in the night of 31 October 2027', () => {
    const world = scooterWorld(always, at('2027-10-30', '12:00'));
    const asked = { date: '2027-10-31', time: '02:30' };
    expect(refusal(book(world, 'anna', asked))).toEqual({ type: 'timeExistsTwice', ...asked });
    expect(bookingsIn(world.board)).toEqual([]);
  });

  test('by who showed no more than a name', () => {
    const world = scooterWorld();
    expect(refusal(book(world, 'anna', {}, resident('anna')))).toEqual({ type: 'notAllowed' });
  });

  test('for who has left, and for who was never here', () => {
    const world = scooterWorld();
    expect(refusal(book(world, 'lies', {}, staff))).toEqual({ type: 'residentUnknown', residentId: 'lies' });
    expect(refusal(book(world, 'nobody', {}, staff))).toEqual({ type: 'residentUnknown', residentId: 'nobody' });
  });

  test('without a driving test, or with one for another type, also by staff', () => {
    const world = scooterWorld();
    expect(refusal(book(world, 'leen'))).toEqual({ type: 'noClearance', scooterType: null });
    expect(refusal(book(world, 'leen', {}, staff))).toEqual({ type: 'noClearance', scooterType: null });
    expect(refusal(book(world, 'riet', { scooterId: 'reiger' }))).toEqual({
      type: 'noClearance',
      scooterType: 'zwaar',
    });
  });

  test('where the driving test ends before the last day of the trip, but not on that day', () => {
    const world = scooterWorld({ opens: '20:00', closes: '03:00' });
    const ends = { type: 'clearanceEnds', validUntil: '2026-10-20' } as const;
    expect(refusal(book(world, 'kees', { date: '2026-10-21', time: '20:00' }))).toEqual(ends);
    expect(refusal(book(world, 'kees', { date: '2026-10-20', time: '23:00' }))).toEqual(ends);
    expect(refusal(book(world, 'kees', { date: '2026-10-20', time: '23:00', scooterId: 'merel' }, staff))).toEqual(
      ends,
    );
    expect(refusalOf(book(world, 'kees', { date: '2026-10-20', time: '22:00' }))).toBe('accepted');
  });

  test('on days without scooters, also where it only ends on one, and by staff too', () => {
    const blackouts = [{ from: '2026-10-16', until: '2026-10-18', reason: 'Stalling dicht' }];
    const world = scooterWorld({ ...night, blackouts });
    const dark = { type: 'scooterBlackout', reason: 'Stalling dicht' } as const;
    expect(refusal(book(world, 'anna', { date: '2026-10-16', time: '20:00' }))).toEqual(dark);
    expect(refusal(book(world, 'anna', { date: '2026-10-18', time: '20:00' }, staff))).toEqual(dark);
    expect(refusal(book(world, 'anna', { date: TOMORROW, time: '23:00' }))).toEqual(dark);
    expect(refusalOf(book(world, 'anna', { date: TOMORROW, time: '22:00' }))).toBe('accepted');
    expect(refusalOf(book(world, 'anna', { date: '2026-10-19', time: '20:00' }))).toBe('accepted');
  });

  test('where the chosen scooter is taken or broken', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel' });
    expect(refusal(book(world, 'riet', { scooterId: 'merel' }))).toEqual({ type: 'scooterTaken', scooterId: 'merel' });
    world.send(staff, { type: 'reportDefect', scooterId: 'meeuw', part: 'seat' });
    const broken = { type: 'scooterOutOfService', scooterId: 'meeuw' } as const;
    expect(refusal(book(world, 'riet', { scooterId: 'meeuw', date: '2026-10-20' }))).toEqual(broken);
    expect(refusal(book(world, 'riet', { scooterId: 'meeuw', date: '2026-10-20' }, staff))).toEqual(broken);
  });

  test('on a scooter that is not back, whatever day it is for', () => {
    const world = scooterWorld({}, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY, time: '09:00', scooterId: 'merel' });
    world.send(withCard('anna'), { type: 'takeScooter', ...about(trip) });
    world.now = at(TODAY, '11:00');
    expect(refusalOf(book(world, 'riet', { scooterId: 'merel', date: '2026-10-20' }))).toBe('accepted');
    world.now = at(TODAY, '11:01');
    expect(refusalOf(book(world, 'mo', { scooterId: 'merel', date: '2026-10-21' }))).toBe('scooterTaken');
  });

  test('for one who has a trip at that time, also by staff, and not where one ends as the other begins', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel' });
    expect(refusalOf(book(world, 'anna', { scooterId: 'meeuw', time: '11:30' }))).toBe('bookingOverlaps');
    expect(refusalOf(book(world, 'anna', { scooterId: 'reiger', time: '09:00', minutes: 90 }, staff))).toBe(
      'bookingOverlaps',
    );
    expect(refusalOf(book(world, 'anna', { scooterId: 'meeuw', time: '12:00' }))).toBe('accepted');
  });

  test('with two bookings open, until one is over', () => {
    const world = scooterWorld();
    const first = booked(world, 'anna');
    booked(world, 'anna', { date: '2026-10-16' });
    const third = { date: '2026-10-19' };
    expect(refusal(book(world, 'anna', third))).toEqual({ type: 'tooManyBookings', limit: 2 });
    world.send(withCard('anna'), { type: 'cancelBooking', ...about(first) });
    expect(refusalOf(book(world, 'anna', third))).toBe('accepted');
  });

  test('beyond the hours of an ISO week, a trip in the week it starts', () => {
    const world = scooterWorld({ ...always, mostOpen: 9 });
    const long = (date: string, time = '10:00') => book(world, 'anna', { date, time, minutes: 240 });
    for (const date of ['2026-10-15', '2026-10-16']) expect(refusalOf(long(date))).toBe('accepted');
    expect(refusal(long('2026-10-17'))).toEqual({ type: 'tooManyHours', limitMinutes: 600 });
    expect(refusalOf(book(world, 'anna', { date: '2026-10-18', time: '23:00', minutes: 120 }))).toBe('accepted');
    expect(refusalOf(book(world, 'anna', { date: '2026-10-17', minutes: 60 }))).toBe('tooManyHours');
    for (const date of ['2026-10-19', '2026-10-20']) expect(refusalOf(long(date))).toBe('accepted');
  });

  test('counting what was ridden already, as long as it was', () => {
    const world = scooterWorld({ mostMinutesAWeek: 240 }, at(TODAY, '09:00'));
    const trip = booked(world, 'anna', { date: TODAY, time: '09:00', minutes: 240 });
    world.send(withCard('anna'), { type: 'takeScooter', ...about(trip) });
    world.now = at(TODAY, '10:00');
    world.send(withCard('anna'), { type: 'returnScooter', ...about(trip), batteryLow: false, broken: null });
    expect(refusalOf(book(world, 'anna', { minutes: 240 }))).toBe('tooManyHours');
    expect(refusalOf(book(world, 'anna', { minutes: 120 }))).toBe('accepted');
    expect(refusalOf(book(world, 'anna', { minutes: 120, date: '2026-10-16' }))).toBe('tooManyHours');
  });
});

describe('a request that found none free', () => {
  const fill = (world: ReturnType<typeof scooterWorld>) => {
    booked(world, 'anna', { scooterId: 'merel' });
    booked(world, 'riet', { scooterId: 'meeuw' });
  };

  test('is counted once for each visit and day, beside the refusal', () => {
    const world = scooterWorld();
    fill(world);
    for (const time of ['10:00', '11:00']) expect(refusalOf(book(world, 'mo', { time }))).toBe('noneFree');
    expect([...rows(world.board.miss)]).toEqual([
      { id: `${TOMORROW}/visit-mo`, date: TOMORROW, at: '2026-10-14T06:00:00Z' },
    ]);
    book(world, 'mo', {}, withCard('mo', 'another-visit'));
    expect([...rows(world.board.miss)]).toHaveLength(2);
  });

  test('is counted where a screen showed nothing free, also by name', () => {
    const world = scooterWorld();
    const miss = (date: string) => world.send(resident('mo'), { type: 'missScooter', date });
    expect(refusalOf(miss(TODAY))).toBe('accepted');
    expect(refusalOf(miss(TODAY))).toBe('accepted');
    expect([...rows(world.board.miss)]).toHaveLength(1);
    expect(refusalOf(miss('2026-10-13'))).toBe('tripPast');
    expect(refusalOf(miss('2026-10-29'))).toBe('tripTooFarAhead');
  });

  test('is not counted where one scooter was chosen and another was free', () => {
    const world = scooterWorld();
    booked(world, 'anna', { scooterId: 'merel' });
    book(world, 'riet', { scooterId: 'merel' });
    expect([...rows(world.board.miss)]).toEqual([]);
  });
});

test('a house without scooters, or without settings of its own, is judged by what is usual', () => {
  const bare = createWorld(boardOf({ ...houseRows(), clearance: clearances }), MORNING);
  expect(refusalOf(book(bare, 'anna'))).toBe('noClearance');
  const usual = createWorld(boardOf({ ...houseRows(), clearance: clearances, scooter: scooters }), MORNING);
  expect(refusalOf(book(usual, 'anna', { time: '08:00' }))).toBe('scootersClosed');
  expect(refusalOf(book(usual, 'anna'))).toBe('accepted');
});
