// What is copied to another flat is new there, says the same, and takes nobody along.
import { describe, expect, test } from 'vitest';
import { activitiesBetween } from '../../src/domain/activity.ts';
import { boardOf } from '../../src/domain/board.ts';
import { copyOfActivity, copyOfAnnouncement, copyOfSeries } from '../../src/domain/copies.ts';
import type { Rule, Series } from '../../src/domain/series.ts';
import { aRoom, aSeries, createWorld, houseRows, staff } from '../support/builders.ts';

const TODAY = '2026-10-14';
const weekly: Rule = { type: 'weekly', interval: 2, weekdays: [3], from: '2026-01-07', until: null };

const boardWith = (series: Series) => boardOf({ ...houseRows([]), series: [series] });
const shownFrom = (board: ReturnType<typeof boardOf>, to: string) =>
  activitiesBetween(board, TODAY, to).map(({ date, startTime, title }) => `${date} ${startTime} ${title}`);

function copied(series: Series) {
  const here = boardWith(series);
  const there = createWorld(boardOf({ ...houseRows([]), room: [aRoom('Huiskamer')] }));
  const command = copyOfSeries(here, series, TODAY);
  if (command === null) return null;
  expect(there.send(staff, command)).toMatchObject({ ok: true });
  return { here, there: there.board };
}

describe('a series', () => {
  test.each([
    ['every second week', aSeries({ id: 'a', rule: weekly, skipped: ['2026-11-11'], extra: ['2026-11-12'] })],
    [
      'every third day',
      aSeries({ id: 'a', rule: { type: 'daily', interval: 3, from: '2026-01-02', until: '2026-12-01' } }),
    ],
    [
      'the last Thursday of every second month',
      aSeries({
        id: 'a',
        rule: { type: 'monthly', interval: 2, weekday: 4, nth: -1, from: '2026-01-29', until: null },
      }),
    ],
    ['single dates', aSeries({ id: 'a', rule: { type: 'dates', dates: ['2026-01-01', '2026-10-20', '2026-10-22'] } })],
    [
      'moved a day',
      aSeries({
        id: 'a',
        rule: weekly,
        phases: [{ from: '2026-03-04', fields: { startTime: '11:00' }, shiftDays: 1 }],
      }),
    ],
  ])('of %s has the same dates to come', (_name, series) => {
    const both = copied(series)!;
    expect(shownFrom(both.there, '2027-06-30')).toEqual(shownFrom(both.here, '2027-06-30'));
  });

  test('without an end gets one, and one that is over is not copied', () => {
    const { there } = copied(aSeries({ id: 'a', rule: { ...weekly, interval: 1 } }))!;
    expect(activitiesBetween(there, '2027-10-14', '2030-01-01')).toEqual([]);
    const over = aSeries({ id: 'a', rule: { ...weekly, until: '2026-09-01' } });
    expect(copyOfSeries(boardWith(over), over, TODAY)).toBeNull();
  });
});

test('one date is one date, as it is here', () => {
  const board = boardWith(aSeries({ id: 'a', rule: weekly, title: 'Zingen', room: 'Huiskamer' }));
  const [activity] = activitiesBetween(board, TODAY, '2026-10-31');
  const there = createWorld(boardOf({ ...houseRows([]), room: [aRoom('Huiskamer')] }));
  expect(there.send(staff, copyOfActivity(activity!))).toMatchObject({ ok: true });
  expect(shownFrom(there.board, '2027-06-30')).toEqual([`${activity!.date} 10:00 Zingen`]);
});

test('an announcement is for every tablet there, and says nothing of who wrote it', () => {
  const announcement = {
    id: 'a',
    level: 'important' as const,
    title: 'Lift',
    text: 'De lift is stuk.',
    picture: { pictogram: 'team' },
    acts: [],
    from: '2026-10-14T06:00:00Z',
    until: '2026-10-15T06:00:00Z',
    deviceIds: ['hal'],
    translations: [{ language: 'tr', title: 'Asansör', text: '', acts: [] }],
    by: 'mila',
    at: '2026-10-14T06:00:00Z',
    endedAt: null,
    revision: 2,
    changedAt: '2026-10-14T06:01:00Z',
  };
  const { type, ...copy } = copyOfAnnouncement(announcement);
  const {
    id: _id,
    by: _by,
    at: _at,
    endedAt: _endedAt,
    revision: _revision,
    changedAt: _changedAt,
    ...said
  } = announcement;
  expect([type, copy]).toEqual(['postAnnouncement', { ...said, deviceIds: [] }]);
});
