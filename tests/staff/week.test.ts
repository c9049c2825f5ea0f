// Where a trip lies on the week's timeline: in ordinary days, over midnight, and when the clock changes.
import { describe, expect, test } from 'vitest';
import {
  momentAt,
  stretchOf,
  ticksOf,
  type WeekContext,
  weekLines,
  weekNumber,
  weekStart,
} from '../../src/client/app/staff-week.ts';
import type { LaneBlock, LaneDay } from '../../src/domain/scooter-desk-views.ts';
import type { Booking, Defect, Scooter } from '../../src/domain/scooter-rows.ts';
import { instantOf, instantText } from '../../src/domain/time.ts';

const ZONE = 'Europe/Amsterdam';
const at = (date: string, time: string) => instantOf(date, time, ZONE);
const HOUR = 3_600_000;

const scooter: Scooter = { id: 's', name: 'Merel', colour: 'rood', type: 'licht', maxSpeed: 10, place: '', remark: '' };
const day = (date: string, opens: string, closesDate: string, closes: string, blocks: readonly LaneBlock[] = []) =>
  ({
    date,
    opens: at(date, opens),
    closes: at(closesDate, closes),
    blackout: null,
    misses: 0,
    lanes: [{ scooter, blocks, broken: false }],
  }) satisfies LaneDay;
const ordinary = (blocks: readonly LaneBlock[] = []) => day('2026-10-14', '09:00', '2026-10-14', '17:00', blocks);

const booking = (from: number, to: number, blockedUntil: number): Booking => ({
  id: 'b',
  scooterId: 's',
  residentId: null,
  from: instantText(from),
  to: instantText(to),
  blockedUntil: instantText(blockedUntil),
  status: 'booked',
  takenAt: null,
  returnedAt: null,
  batteryLow: false,
  news: null,
  visitId: null,
  notMade: null,
});
const trip = (from: number, to: number, type: LaneBlock['type'] = 'booked'): LaneBlock => ({
  type,
  from,
  to,
  booking: booking(from, to, to + HOUR / 2),
  defect: null,
});
const whole: WeekContext = { zone: ZONE, now: at('2026-10-14', '12:00'), defectOf: () => null };
const barsOf = (shown: LaneDay, context: WeekContext = whole) => weekLines([shown], context)[0]!.lanes[0]!.bars;

describe('an ordinary day', () => {
  test('a trip lies where its hours are, its charging after it', () => {
    const [bar] = barsOf(ordinary([trip(at('2026-10-14', '11:00'), at('2026-10-14', '13:00'))]));
    expect(bar?.place).toEqual({ start: 0.25, size: 0.25 });
    expect(bar?.pause).toEqual({ start: 0.5, size: 0.0625 });
  });

  test('charging after closing is not drawn', () => {
    const [bar] = barsOf(ordinary([trip(at('2026-10-14', '15:00'), at('2026-10-14', '17:00'))]));
    expect(bar?.pause).toBeNull();
  });

  test('every hour it is open has its name, closing has none', () => {
    const ticks = ticksOf(ordinary(), ZONE);
    expect(ticks.map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
    expect(ticks.map(({ at: part }) => part)).toEqual([0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875]);
    expect(ticks.some(({ minor }) => minor)).toBe(false);
  });

  test('now has a place on its own day only', () => {
    const shown = weekLines([ordinary(), day('2026-10-15', '09:00', '2026-10-15', '17:00')], whole);
    expect(shown.map(({ now, isToday }) => [now, isToday])).toEqual([
      [0.375, true],
      [null, false],
    ]);
  });

  test('what was lent before opening stands at the edge', () => {
    const [bar] = barsOf(ordinary([trip(at('2026-10-14', '07:30'), at('2026-10-14', '08:30'), 'done')]));
    expect(bar?.place).toEqual({ start: 0, size: 0.06 });
  });

  test('a point of the line is the start of the slot under it', () => {
    const grid = { zone: ZONE, slotMinutes: 30 };
    expect(momentAt(0.1, ordinary(), grid)).toEqual({ date: '2026-10-14', time: '09:30' });
    expect(momentAt(0.51337, ordinary(), grid)).toEqual({ date: '2026-10-14', time: '13:00' });
    expect(momentAt(1.5, ordinary(), grid)).toEqual({ date: '2026-10-14', time: '16:30' });
    expect(momentAt(-1, ordinary(), grid)).toEqual({ date: '2026-10-14', time: '09:00' });
  });
});

describe('what is not over', () => {
  test('a late trip stays taken until closing', () => {
    const late = { ...trip(at('2026-10-14', '10:00'), at('2026-10-14', '12:00'), 'late'), to: whole.now };
    const [bar] = barsOf(ordinary([late]));
    expect(bar?.place).toEqual({ start: 0.125, size: 0.875 });
    expect(bar?.pause).toBeNull();
  });

  test('a scooter that is broken is broken on every later day, under who is in doubt', () => {
    const defect: Defect = {
      id: 'd',
      scooterId: 's',
      part: 'tyre',
      residentId: null,
      at: instantText(at('2026-10-14', '11:00')),
      mendedAt: null,
    };
    const doubt = trip(at('2026-10-15', '10:00'), at('2026-10-15', '11:00'), 'doubt');
    const broken: LaneBlock = { type: 'broken', from: at('2026-10-14', '11:00'), to: whole.now, booking: null, defect };
    const context: WeekContext = { ...whole, defectOf: () => defect };
    const shown = weekLines(
      [
        day('2026-10-13', '09:00', '2026-10-13', '17:00'),
        ordinary([broken]),
        day('2026-10-15', '09:00', '2026-10-15', '17:00', [doubt]),
      ],
      context,
    );
    const drawn = shown.map(({ lanes }) => lanes[0]!.bars.map(({ block, place }) => [block.type, place]));
    expect(drawn).toEqual([
      [],
      [['broken', { start: 0.25, size: 0.75 }]],
      [
        ['broken', { start: 0, size: 1 }],
        ['doubt', { start: 0.125, size: 0.125 }],
      ],
    ]);
  });
});

describe('open over midnight', () => {
  const night = day('2026-10-14', '20:00', '2026-10-15', '02:00');

  test('hours go on after midnight', () => {
    expect(ticksOf(night, ZONE).map(({ hour }) => hour)).toEqual([20, 21, 22, 23, 0, 1]);
  });

  test('a trip over midnight is one piece', () => {
    const stretch = stretchOf(at('2026-10-14', '23:00'), at('2026-10-15', '01:00'), night);
    expect(stretch?.start).toBe(0.5);
    expect(stretch?.size).toBeCloseTo(1 / 3, 10);
  });

  test('a point after midnight is on the next date', () => {
    expect(momentAt(0.75, night, { zone: ZONE, slotMinutes: 30 })).toEqual({ date: '2026-10-15', time: '00:30' });
  });
});

describe('the clock changes', () => {
  const spring = day('2027-03-28', '00:00', '2027-03-29', '00:00');
  const autumn = day('2027-10-31', '00:00', '2027-11-01', '00:00');

  test('the night of 28 March 2027 has no two o’clock and 23 hours', () => {
    const ticks = ticksOf(spring, ZONE);
    expect(ticks).toHaveLength(23);
    expect(ticks.slice(0, 4).map(({ hour }) => hour)).toEqual([0, 1, 3, 4]);
    expect(ticks[2]?.at).toBeCloseTo(2 / 23, 10);
  });

  test('the night of 31 October 2027 has two o’clock twice and 25 hours', () => {
    const ticks = ticksOf(autumn, ZONE);
    expect(ticks).toHaveLength(25);
    expect(ticks.slice(0, 5).map(({ hour }) => hour)).toEqual([0, 1, 2, 2, 3]);
    expect(new Set(ticks.map(({ at: part }) => part)).size).toBe(25);
  });

  test('a trip through the hour that is skipped is as long as it is ridden', () => {
    const stretch = stretchOf(at('2027-03-28', '01:00'), at('2027-03-28', '04:00'), spring);
    expect(stretch?.size).toBeCloseTo(2 / 23, 10);
  });

  test('a trip through the hour that is twice is as long as it is ridden', () => {
    const stretch = stretchOf(at('2027-10-31', '01:00'), at('2027-10-31', '04:00'), autumn);
    expect(stretch?.size).toBeCloseTo(4 / 25, 10);
  });

  test('hours of the day that stay apart where there is little room are the thirds', () => {
    const named = ticksOf(autumn, ZONE).filter(({ minor }) => !minor);
    expect(named.map(({ hour }) => hour)).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
  });

  test.each([
    ['2027-03-28', '2027-03-22', 12],
    ['2027-03-29', '2027-03-29', 13],
    ['2027-10-31', '2027-10-25', 43],
    ['2027-01-01', '2026-12-28', 53],
    ['2025-12-31', '2025-12-29', 1],
  ])('%s is in the week of %s, number %i', (date, monday, number) => {
    expect(weekStart(date)).toBe(monday);
    expect(weekNumber(monday)).toBe(number);
  });
});
