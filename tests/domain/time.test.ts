// Calendar dates, wall-clock times and clock changes, held against Temporal over two centuries.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { activityById, closesAt, endOf, lastMoment, startOf } from '../../src/domain/activity.ts';
import {
  addDays,
  dateAt,
  dateOfDay,
  dayNumber,
  daysInMonth,
  instantOf,
  instantsOf,
  instantText,
  instantTextSchema,
  isZone,
  localAt,
  plainDateSchema,
  plainTimeSchema,
  weekdayOf,
} from '../../src/domain/time.ts';
import { aSeries, house, ZONE } from '../support/builders.ts';

const HOUR = 3_600_000;
/** Every day from 1900 to 2100. */
const day = fc.integer({ min: -25_567, max: 47_846 });
const date = day.map((n) => Temporal.PlainDate.from('1970-01-01').add({ days: n }));

describe('a date', () => {
  test('counts days, weekdays and months as Temporal does', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (plain, days) => {
        const text = plain.toString();
        expect(weekdayOf(text)).toBe(plain.dayOfWeek);
        expect(daysInMonth(plain.year, plain.month)).toBe(plain.daysInMonth);
        expect(dateOfDay(dayNumber(text))).toBe(text);
        expect(addDays(text, days)).toBe(plain.add({ days }).toString());
        expect(v.is(plainDateSchema, text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('is one exactly when the calendar has it', () => {
    const number = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), number(14), number(33), (year, month, dayOfMonth) => {
        const text = `${year}-${month}-${dayOfMonth}`;
        let real = true;
        try {
          Temporal.PlainDate.from(text, { overflow: 'reject' });
        } catch {
          real = false;
        }
        expect(v.is(plainDateSchema, text)).toBe(real);
        expect(v.is(instantTextSchema, `${text}T10:00:00Z`)).toBe(real);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T10:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026/01/01',
    '+002026-01-01',
  ])('is not %j', (text) => {
    expect(v.is(plainDateSchema, text)).toBe(false);
  });
});

describe('a time', () => {
  test.each(['00:00', '09:05', '23:59'])('is %s', (text) => expect(v.is(plainTimeSchema, text)).toBe(true));
  test.each(['24:00', '9:05', '12:60', '12:00:00', '', '-1:00', 'aa:bb'])('is not %j', (text) =>
    expect(v.is(plainTimeSchema, text)).toBe(false),
  );
});

describe('an instant', () => {
  test('is written and read back as the same', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        const text = instantText(at.getTime());
        expect(v.is(instantTextSchema, text)).toBe(true);
        expect(Date.parse(text)).toBe(at.getTime());
      }),
    );
  });

  test.each([
    '2026-02-30T10:00:00Z',
    '2026-10-14T24:00:00Z',
    '2026-10-14T10:60:00Z',
    '2026-10-14T10:00:61Z',
    '2026-10-14T10:00:00',
    '2026-10-14T10:00:00+02:00',
    '2026-10-14',
    'now',
  ])('is not %s', (text) => {
    expect(v.is(instantTextSchema, text)).toBe(false);
  });

  test('has the local date and time of the place, and is found again from them', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (plain, hour, minute) => {
        const local = plain.toPlainDateTime({ hour, minute });
        const at = instantOf(plain.toString(), local.toString().slice(11, 16), ZONE);
        expect(at).toBe(local.toZonedDateTime(ZONE).epochMilliseconds);
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
        expect(dateAt(at, ZONE)).toBe(zoned.toPlainDate().toString());
        expect(localAt(at, ZONE)).toEqual({ date: dateAt(at, ZONE), time: zoned.toPlainTime().toString().slice(0, 5) });
      }),
      { numRuns: 1000 },
    );
  });

  test('knows which zones there are', () => {
    for (const zone of [ZONE, 'UTC', 'America/Paramaribo']) expect(isZone(zone)).toBe(true);
    for (const zone of ['', 'Amsterdam', 'Europe/Linden', 'W. Europe Standard Time']) expect(isZone(zone)).toBe(false);
  });
});

describe('a clock change', () => {
  const board = house([
    aSeries({
      id: 'coffee',
      rule: { type: 'weekly', interval: 1, weekdays: [7], from: '2026-01-04', until: null },
      closes: { daysBefore: 1, time: '02:30' },
    }),
    aSeries({
      id: 'night',
      startTime: '02:30',
      endTime: '03:30',
      rule: { type: 'weekly', interval: 1, weekdays: [7], from: '2026-01-04', until: null },
    }),
    aSeries({
      id: 'dance',
      startTime: '22:00',
      endTime: '03:30',
      endDays: 1,
      rule: { type: 'weekly', interval: 1, weekdays: [6], from: '2026-01-03', until: null },
    }),
    aSeries({
      id: 'fair',
      allDay: true,
      startTime: '00:00',
      endTime: '00:00',
      endDays: 1,
      rule: { type: 'weekly', interval: 1, weekdays: [7], from: '2026-01-04', until: null },
    }),
  ]);
  const found = (id: string) => activityById(board, id)!;
  const utc = (at: number | null) => instantText(at ?? Number.NaN);

  test.each([
    ['2026-10-18', '08:00'],
    ['2026-10-25', '09:00'],
    ['2027-03-21', '09:00'],
    ['2027-03-28', '08:00'],
  ])('leaves a weekly 10:00 at 10:00: on %s that is %s UTC', (on, time) => {
    const activity = found(`coffee/${on}`);
    expect(activity.startTime).toBe('10:00');
    expect(utc(startOf(activity, ZONE))).toBe(`${on}T${time}:00Z`);
    expect(localAt(startOf(activity, ZONE), ZONE)).toEqual({ date: on, time: '10:00' });
  });

  test('moves a time that does not exist forward by the gap', () => {
    expect(utc(startOf(found('night/2027-03-28'), ZONE))).toBe('2027-03-28T01:30:00Z');
    expect(localAt(startOf(found('night/2027-03-28'), ZONE), ZONE).time).toBe('03:30');
  });

  test('takes the first of a time that exists twice', () => {
    expect(utc(startOf(found('night/2026-10-25'), ZONE))).toBe('2026-10-25T00:30:00Z');
  });

  test('makes an evening over midnight an hour longer in autumn and shorter in spring', () => {
    const hours = (id: string) => (endOf(found(id), ZONE) - startOf(found(id), ZONE)) / HOUR;
    expect(hours('dance/2026-10-17')).toBe(5.5);
    expect(hours('dance/2026-10-24')).toBe(6.5);
    expect(hours('dance/2027-03-27')).toBe(4.5);
  });

  test('makes a whole day 25 and 23 hours long', () => {
    const hours = (id: string) => (lastMoment(found(id), ZONE) - startOf(found(id), ZONE)) / HOUR;
    expect([hours('fair/2026-10-18'), hours('fair/2026-10-25'), hours('fair/2027-03-28')]).toEqual([24, 25, 23]);
  });

  test('does not move the closing time of the day before', () => {
    expect(utc(closesAt(found('coffee/2026-10-25'), ZONE))).toBe('2026-10-24T00:30:00Z');
    expect(utc(closesAt(found('coffee/2027-03-28'), ZONE))).toBe('2027-03-27T01:30:00Z');
    expect(closesAt(found('night/2026-10-25'), ZONE)).toBe(null);
  });
});

describe('the instants of a wall-clock time', () => {
  test.each([
    ['an hour that exists once', '2027-03-28', '03:30', ['2027-03-28T01:30:00Z']],
    ['an hour that spring skips', '2027-03-28', '02:30', []],
    ['the first moment after the gap', '2027-03-28', '03:00', ['2027-03-28T01:00:00Z']],
    ['an hour that autumn repeats', '2027-10-31', '02:30', ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z']],
    ['the first moment after it', '2027-10-31', '03:00', ['2027-10-31T02:00:00Z']],
  ] as const)('are right for %s', (_, date, time, expected) => {
    expect(instantsOf(date, time, 'Europe/Amsterdam').map(instantText)).toEqual(expected);
  });
});
