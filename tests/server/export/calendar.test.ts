// The programme as a calendar: what two other programs read in it is what the house shows, and nobody's name.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activitiesBetween, activityId, endOf, type Override, startOf } from '../../../src/domain/activity.ts';
import { type Board, boardOf } from '../../../src/domain/board.ts';
import type { Rule, Series } from '../../../src/domain/series.ts';
import { addDays, instantOf, type PlainDate } from '../../../src/domain/time.ts';
import { calendarText } from '../../../src/server/export/calendar.ts';
import { aSeries, houseRows, ZONE } from '../../support/builders.ts';
import { asIcalJs, asNodeIcal, inOrder, type Shown, type Span } from './calendar-readers.ts';

const NOW = instantOf('2026-10-14', '09:00', ZONE);
/** Both clock changes are in it: 25 October 2026 and 28 March 2027. */
const [FROM, TO] = ['2026-10-01', '2027-04-20'] as const;
const SPAN: Span = { from: new Date(instantOf(FROM, '00:00', ZONE)), to: new Date(instantOf(TO, '00:00', ZONE)) };

function asHouse(board: Board): readonly Shown[] {
  const shown = activitiesBetween(board, addDays(FROM, -1), TO).map((each) => ({
    start: new Date(startOf(each, ZONE)).toISOString(),
    end: new Date(endOf(each, ZONE)).toISOString(),
    title: each.title,
    cancelled: each.cancelled !== null,
  }));
  return inOrder(shown.filter(({ start }) => start >= SPAN.from.toISOString() && start < SPAN.to.toISOString()));
}

const boardWith = (series: readonly Series[], override: readonly Override[] = []): Board =>
  boardOf({ ...houseRows(), series, override });

const textOf = (board: Board, room: string | null = null, purpose: 'feed' | 'copy' = 'feed') =>
  calendarText({ board, room, now: NOW, purpose });

function expectRead(board: Board): void {
  const text = textOf(board);
  const house = asHouse(board);
  expect(asIcalJs(text, SPAN)).toEqual(house);
  expect(asNodeIcal(text, SPAN)).toEqual(house);
}

const changed = (series: Series, originalDate: PlainDate, rest: Partial<Override>): Override => ({
  id: activityId(series.id, originalDate),
  seriesId: series.id,
  originalDate,
  fields: {},
  cancelled: null,
  absent: false,
  imported: false,
  was: null,
  ...rest,
});

const weekly: Rule = { type: 'weekly', interval: 1, weekdays: [2, 7], from: '2026-10-04', until: '2027-04-11' };

describe('two other programs show what the house shows', () => {
  test('over both clock changes, with dates that are out, beside, moved, cancelled and taken out', () => {
    const walk = aSeries({
      id: 'walk',
      title: 'Wandelen; naar ‘de Rotte’, samen',
      rule: weekly,
      skipped: ['2026-12-29'],
      extra: ['2026-12-24'],
    });
    expectRead(
      boardWith(
        [walk],
        [
          changed(walk, '2026-10-25', { fields: { startTime: '14:30', endTime: '15:30' } }),
          changed(walk, '2026-11-03', { fields: { date: '2026-11-05', title: 'Wandelen op donderdag' } }),
          changed(walk, '2027-03-28', { cancelled: 'ziek' }),
          changed(walk, '2027-01-05', { absent: true }),
          changed(walk, '2026-11-10', { was: { date: '2026-11-10', startTime: '10:00', room: 'Hal' } }),
        ],
      ),
    );
  });

  test('of single dates, whole days, nights and every second month', () => {
    expectRead(
      boardWith([
        aSeries({ id: 'dates', rule: { type: 'dates', dates: ['2026-10-10', '2026-12-01', '2027-03-28'] } }),
        aSeries({
          id: 'night',
          rule: { type: 'dates', dates: ['2026-12-31'] },
          startTime: '21:30',
          endTime: '00:30',
          endDays: 1,
        }),
        aSeries({
          id: 'fourth',
          rule: { type: 'monthly', interval: 2, weekday: 4, nth: -1, from: '2026-10-29', until: null },
        }),
      ]),
    );
  });
});

const dateIn = (days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays('2026-10-05', n));
const aRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    type: fc.constant('weekly' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }).map((days) => days.sort()),
    from: dateIn(30),
    until: fc.option(dateIn(190), { nil: null }),
  }),
  fc.record({
    type: fc.constant('daily' as const),
    interval: fc.integer({ min: 1, max: 9 }),
    from: dateIn(30),
    until: fc.option(dateIn(190), { nil: null }),
  }),
  fc.record({
    type: fc.constant('monthly' as const),
    interval: fc.integer({ min: 1, max: 2 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    nth: fc.constantFrom(1 as const, 2 as const, 4 as const, -1 as const),
    from: dateIn(30),
    until: fc.option(dateIn(190), { nil: null }),
  }),
);

test('whatever the rule, and whatever became of a date', () => {
  fc.assert(
    fc.property(
      aRule,
      fc.array(dateIn(190), { maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom('move', 'cancel', 'out', 'later', 'title')), { maxLength: 6 }),
      (rule, out, acts) => {
        const bare = aSeries({ id: 'one', rule, startTime: '10:00', endTime: '11:15' });
        const dates = activitiesBetween(boardWith([bare]), FROM, TO).map(({ originalDate }) => originalDate);
        const series = { ...bare, skipped: [...new Set(out)].filter((date) => dates.includes(date)) };
        const left = dates.filter((date) => !series.skipped.includes(date));
        const overrides = new Map<string, Override>();
        for (const [index, act] of acts) {
          const date = left[index % Math.max(1, left.length)];
          if (date === undefined) continue;
          const fields =
            act === 'move'
              ? { date: addDays(date, 1) }
              : act === 'later'
                ? { startTime: '16:00', endTime: '17:00' }
                : act === 'title'
                  ? { title: 'Anders' }
                  : {};
          overrides.set(
            date,
            changed(series, date, { fields, cancelled: act === 'cancel' ? 'ziek' : null, absent: act === 'out' }),
          );
        }
        expectRead(boardWith([series], [...overrides.values()]));
      },
    ),
    { numRuns: 60 },
  );
});

describe('what stands in it', () => {
  test('is nobody’s name, and no more than a hall may know', () => {
    const rows = houseRows();
    const walk = aSeries({ id: 'walk', leader: 'Samira Haddou', rule: weekly });
    const text = textOf(boardOf({ ...rows, series: [walk] }));
    for (const resident of rows.resident ?? []) expect(text).not.toContain(resident.firstName);
    expect(text).not.toContain('Samira');
  });

  test('is one room where one is asked for, also a date that came there', () => {
    const hall = aSeries({ id: 'hall', room: 'Huiskamer', title: 'Koffie', rule: weekly });
    const gym = aSeries({ id: 'gym', room: 'Gymzaal', title: 'Yoga', rule: weekly });
    const board = boardWith(
      [hall, gym],
      [
        changed(gym, '2026-10-11', { fields: { room: 'Huiskamer' } }),
        changed(hall, '2026-10-18', { fields: { room: 'Gymzaal' } }),
      ],
    );
    const there = asIcalJs(textOf(board, 'Huiskamer'), SPAN);
    const inRoom = activitiesBetween(board, FROM, TO).filter(({ room }) => room === 'Huiskamer');
    expect(there.map(({ title }) => title).sort()).toEqual(inRoom.map(({ title }) => title).sort());
    expect(there.filter(({ title }) => title === 'Yoga')).toHaveLength(1);
    expect(asNodeIcal(textOf(board, 'Huiskamer'), SPAN)).toEqual(there);
  });

  test('says the number of changes, and which event it is for ever', () => {
    const walk = aSeries({ id: 'walk', rule: weekly, revision: 7 });
    const text = textOf(boardWith([walk], [changed(walk, '2026-10-11', { fields: { date: '2026-10-12' } })]));
    expect(text.match(/^UID:walk\r?$/gm)).toHaveLength(2);
    expect(text.match(/^SEQUENCE:7\r?$/gm)).toHaveLength(2);
    expect(text).toMatch(/^RECURRENCE-ID;TZID=Europe\/Amsterdam:20261011T100000\r?$/m);
  });

  test('is text, whatever somebody wrote', () => {
    const hostile = 'BEGIN:VEVENT\nX;Y,Z\\n\r\nEND:VCALENDAR ‮😀'.slice(0, 80);
    const text = textOf(boardWith([aSeries({ id: 'x', title: hostile, description: hostile, rule: weekly })]));
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });
});
