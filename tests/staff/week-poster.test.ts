// What hangs in the hall of a week: once what is there every day, struck what does not go on, and the days by name.
import { describe, expect, test } from 'vitest';
import { lastDayOf, mondayOf, weekAway, weekPoster } from '../../src/client/app/week-poster.ts';
import { type BoardRows, boardOf } from '../../src/domain/board.ts';
import type { Series } from '../../src/domain/series.ts';
import { aSeries, houseRows } from '../support/builders.ts';

const MONDAY = '2026-10-12';
const weekly = (weekdays: number[]) =>
  ({ type: 'weekly', interval: 1, weekdays, from: '2026-01-01', until: null }) as const;
const coffee = aSeries({ id: 'coffee', title: 'Koffie', startTime: '09:30', rule: weekly([1, 2, 3, 4, 5]) });

const week = (programme: readonly Series[], more: Partial<BoardRows> = {}, monday = MONDAY) =>
  weekPoster(boardOf({ ...houseRows(programme), ...more }), monday);
const titles = (poster: ReturnType<typeof week>) =>
  poster.days.map(({ rows }) => rows.map(({ activity }) => activity.title));
const override = (seriesId: string, date: string, fields: object) => ({
  id: `${seriesId}/${date}`,
  seriesId,
  originalDate: date,
  fields: {},
  cancelled: null,
  absent: false,
  imported: false,
  was: null,
  ...fields,
});

describe('what is there nearly every day', () => {
  test('is said once, with its days', () => {
    const poster = week([coffee]);
    expect(poster.daily.map(({ weekdays, activity }) => [activity.title, weekdays])).toEqual([
      ['Koffie', [1, 2, 3, 4, 5]],
    ]);
    expect(titles(poster).flat()).toEqual([]);
  });

  test('on three days it stands at each', () => {
    const poster = week([{ ...coffee, rule: weekly([1, 3, 5]) }]);
    expect(poster.daily).toEqual([]);
    expect(titles(poster)).toEqual([['Koffie'], [], ['Koffie'], [], ['Koffie'], [], []]);
  });

  test('a day on which it does not go on says so, beside the one line', () => {
    const poster = week([coffee], { override: [override('coffee', '2026-10-14', { cancelled: 'Verbouwing' })] });
    expect(poster.daily).toHaveLength(1);
    expect(titles(poster)).toEqual([[], [], ['Koffie'], [], [], [], []]);
    expect(poster.days[2]!.rows[0]!.activity.cancelled).toBe('Verbouwing');
  });

  test('on the one day at another time it stands there, marked', () => {
    const moved = {
      fields: { startTime: '10:30' },
      was: { date: '2026-10-14', startTime: '09:30', room: 'Huiskamer' },
    };
    const poster = week([coffee], { override: [override('coffee', '2026-10-14', moved)] });
    expect(poster.daily[0]!.weekdays).toEqual([1, 2, 4, 5]);
    expect(poster.days[2]!.rows.map((row) => [row.activity.startTime, row.moved])).toEqual([['10:30', 'time']]);
  });

  test('a meal stands at each day, with what there is to eat', () => {
    const lunch = { ...coffee, id: 'lunch', title: 'Lunch', meal: 'lunch' };
    const menu = { id: 'm', on: 2, meal: 'lunch', menu: 'pannenkoeken', choices: [], allergens: [], price: null };
    const poster = week([lunch], { menuDay: [menu] });
    expect(poster.daily).toEqual([]);
    expect(poster.days.map(({ rows }) => rows[0]?.menu)).toEqual([
      null,
      'pannenkoeken',
      null,
      null,
      null,
      undefined,
      undefined,
    ]);
  });
});

describe('the days', () => {
  test('run from Monday, whatever day it is', () => {
    expect([mondayOf('2026-10-12'), mondayOf('2026-10-18')]).toEqual([MONDAY, MONDAY]);
    expect([weekAway(MONDAY, 1), weekAway(MONDAY, -1)]).toEqual(['2026-10-19', '2026-10-05']);
    expect(week([]).days.map(({ date }) => date.slice(8))).toEqual(['12', '13', '14', '15', '16', '17', '18']);
  });

  test('what began last week and runs on stands on the first', () => {
    const rule = { type: 'dates', dates: ['2026-10-10'] } as const;
    const poster = week([aSeries({ id: 'show', title: 'Expositie', allDay: true, endDays: 4, rule })]);
    expect(titles(poster)[0]).toEqual(['Expositie']);
    expect(lastDayOf(poster.days[0]!.rows[0]!.activity)).toBe('2026-10-14');
  });

  test('what was over on the Sunday before is not in it', () => {
    const rule = { type: 'dates', dates: ['2026-10-11'] } as const;
    const party = aSeries({ id: 'party', startTime: '20:00', endTime: '01:00', endDays: 1, rule });
    const open = aSeries({ id: 'open', allDay: true, startTime: '00:00', endTime: '00:00', endDays: 1, rule });
    expect(titles(week([party, open])).flat()).toEqual([]);
    expect(titles(week([party, open], {}, '2026-10-05'))[6]).toEqual(['open', 'party']);
  });

  test('holidays have their names, and periods of the house too', () => {
    const closed = { id: 'p', name: 'Kerstvakantie', from: '2026-12-19', until: '2027-01-03' };
    const poster = week([], { period: [closed] }, '2026-12-21');
    expect(poster.days.map(({ holiday }) => holiday)).toEqual([null, null, null, null, 'christmas', 'boxingDay', null]);
    expect(poster.periods).toEqual([closed]);
    expect(week([], { period: [closed] }).periods).toEqual([]);
  });

  test('a night with a clock change is told', () => {
    expect(week([], {}, '2026-10-19').clock).toEqual({ date: '2026-10-25', goes: 'back' });
    expect(week([], {}, '2026-03-23').clock).toEqual({ date: '2026-03-29', goes: 'forward' });
    expect(week([]).clock).toBeNull();
  });
});
