// The dates a rule yields, against a slow and obvious way to find them.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { activitiesBetween, activitiesOfSeries } from '../../src/domain/activity.ts';
import { lastDate, occurrences, occursOn, type Rule, seriesSchema } from '../../src/domain/series.ts';
import { addDays, dateOfDay, weekdayOf } from '../../src/domain/time.ts';
import { aSeries, house } from '../support/builders.ts';

const dates = (rule: Rule, from: string, to: string, { skipped = [] as string[], extra = [] as string[] } = {}) =>
  occurrences({ rule, skipped, extra }, from, to);
const span = { from: '2026-01-05', until: null };

describe('a rule', () => {
  test('daily with an interval counts from its first day', () => {
    expect(dates({ type: 'daily', interval: 3, ...span }, '2026-01-01', '2026-01-12')).toEqual([
      '2026-01-05',
      '2026-01-08',
      '2026-01-11',
    ]);
    expect(dates({ type: 'daily', interval: 3, ...span }, '2026-01-09', '2026-01-12')).toEqual(['2026-01-11']);
  });

  test('weekly every other week counts weeks from Monday, whatever the weekday it begins on', () => {
    const rule: Rule = { type: 'weekly', interval: 2, weekdays: [1, 7], from: '2026-01-08', until: null };
    expect(dates(rule, '2026-01-01', '2026-02-01')).toEqual(['2026-01-11', '2026-01-19', '2026-01-25']);
  });

  test('weekly goes on over New Year and the leap day', () => {
    const rule: Rule = { type: 'weekly', interval: 1, weekdays: [4], from: '2027-12-23', until: '2028-03-09' };
    const found = dates(rule, '2027-01-01', '2029-01-01');
    expect(found).toHaveLength(12);
    expect(found.every((each) => weekdayOf(each) === 4)).toBe(true);
  });

  test.each([
    [2, 2, ['2026-01-13', '2026-02-10', '2026-03-10']],
    [5, 2, ['2026-03-31']],
    [-1, 2, ['2026-01-27', '2026-02-24', '2026-03-31']],
    [-5, 4, ['2026-01-01']],
    [-5, 6, ['2026-01-03']],
    [1, 7, ['2026-01-04', '2026-02-01', '2026-03-01']],
  ] as const)('monthly on the %i. weekday %i', (nth, weekday, expected) => {
    const rule: Rule = { type: 'monthly', interval: 1, nth, weekday, from: '2026-01-01', until: null };
    expect(dates(rule, '2026-01-01', '2026-03-31')).toEqual(expected);
  });

  test('monthly with an interval counts months over the year', () => {
    const rule: Rule = { type: 'monthly', interval: 5, nth: 1, weekday: 1, from: '2026-10-01', until: null };
    expect(dates(rule, '2026-10-01', '2027-12-31')).toEqual(['2026-10-05', '2027-03-01', '2027-08-02']);
  });

  test('ends on its last day, itself included', () => {
    const rule: Rule = { type: 'daily', interval: 1, from: '2026-01-05', until: '2026-01-07' };
    expect(dates(rule, '2026-01-01', '2026-01-31')).toEqual(['2026-01-05', '2026-01-06', '2026-01-07']);
    expect(lastDate({ rule, extra: [] })).toBe('2026-01-07');
    expect(lastDate({ rule, extra: ['2026-02-01'] })).toBe('2026-02-01');
    expect(lastDate({ rule: { ...rule, until: null }, extra: ['2026-02-01'] })).toBe(null);
  });

  test('of dates has those, each once and in order', () => {
    const rule: Rule = { type: 'dates', dates: ['2026-03-01', '2026-01-01', '2026-03-01'] };
    expect(dates(rule, '2026-01-01', '2026-12-31')).toEqual(['2026-01-01', '2026-03-01']);
    expect(lastDate({ rule, extra: [] })).toBe('2026-03-01');
  });

  test('has extra dates beside it and not those skipped, where skipping wins', () => {
    const rule: Rule = { type: 'weekly', interval: 1, weekdays: [1], ...span };
    const exceptions = { skipped: ['2026-01-12', '2026-01-21'], extra: ['2026-01-20', '2026-01-21', '2026-01-19'] };
    expect(dates(rule, '2026-01-05', '2026-01-26', exceptions)).toEqual([
      '2026-01-05',
      '2026-01-19',
      '2026-01-20',
      '2026-01-26',
    ]);
    expect(occursOn({ rule, ...exceptions }, '2026-01-12')).toBe(false);
    expect(occursOn({ rule, ...exceptions }, '2026-01-20')).toBe(true);
  });
});

describe('random rules', () => {
  const day = fc.integer({ min: 19_000, max: 22_500 }).map(dateOfDay);
  const until = fc.option(day, { nil: null });
  const rule: fc.Arbitrary<Rule> = fc.oneof(
    fc.record({ type: fc.constant('dates' as const), dates: fc.array(day, { maxLength: 6 }) }),
    fc.record({ type: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 30 }), from: day, until }),
    fc.record({
      type: fc.constant('weekly' as const),
      interval: fc.integer({ min: 1, max: 6 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      from: day,
      until,
    }),
    fc.record({
      type: fc.constant('monthly' as const),
      interval: fc.integer({ min: 1, max: 14 }),
      weekday: fc.integer({ min: 1, max: 7 }),
      nth: fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5),
      from: day,
      until,
    }),
  );
  const anySeries = fc.record({
    rule,
    skipped: fc.array(day, { maxLength: 3 }),
    extra: fc.array(day, { maxLength: 3 }),
  });

  test('yield the dates Temporal would pick one by one', () => {
    fc.assert(
      fc.property(anySeries, day, fc.integer({ min: 0, max: 120 }), (each, from, days) => {
        const to = addDays(from, days);
        const slow = Array.from({ length: days + 1 }, (_, n) => addDays(from, n)).filter((one) => slowly(each, one));
        expect(occurrences(each, from, to)).toEqual(slow);
      }),
      { numRuns: 300 },
    );
  });

  test('say of one date what they say of the days around it', () => {
    fc.assert(
      fc.property(anySeries, day, (each, one) => {
        expect(occursOn(each, one)).toBe(occurrences(each, addDays(one, -3), addDays(one, 3)).includes(one));
      }),
      { numRuns: 300 },
    );
  });

  /** Counts from the first day of the rule, the way somebody with a calendar on the wall would. */
  function slowly(
    { rule, skipped, extra }: { rule: Rule; skipped: readonly string[]; extra: readonly string[] },
    one: string,
  ): boolean {
    if (skipped.includes(one)) return false;
    if (extra.includes(one)) return true;
    if (rule.type === 'dates') return rule.dates.includes(one);
    const [day, from] = [Temporal.PlainDate.from(one), Temporal.PlainDate.from(rule.from)];
    if (Temporal.PlainDate.compare(day, from) < 0 || (rule.until !== null && one > rule.until)) return false;
    if (rule.type === 'daily') return from.until(day).days % rule.interval === 0;
    if (rule.type === 'weekly') {
      const monday = from.subtract({ days: from.dayOfWeek - 1 });
      return rule.weekdays.includes(day.dayOfWeek) && Math.floor(monday.until(day).days / 7) % rule.interval === 0;
    }
    const months = from.with({ day: 1 }).until(day.with({ day: 1 }), { largestUnit: 'month' }).months;
    const all = Array.from({ length: day.daysInMonth }, (_, n) => day.with({ day: n + 1 })).filter(
      (d) => d.dayOfWeek === rule.weekday,
    );
    return months % rule.interval === 0 && all.at(rule.nth > 0 ? rule.nth - 1 : rule.nth)?.equals(day) === true;
  }
});

describe('activities of some days', () => {
  test('come in order of start, then of title, each once', () => {
    const found = activitiesBetween(house(), '2026-10-14', '2026-10-15').map(({ id }) => id);
    expect(found).toEqual([
      // The evening before runs on over midnight.
      'bingo/2026-10-13',
      ...['fair/2026-10-14', 'choir/2026-10-14', 'library/2026-10-14', 'lunch/2026-10-14', 'walk/2026-10-14'],
      ...['memory/2026-10-14', 'bingo/2026-10-14'],
      ...['library/2026-10-15', 'lunch/2026-10-15', 'walk/2026-10-15', 'memory/2026-10-15', 'bingo/2026-10-15'],
    ]);
  });

  test('of one series are those of its rule', () => {
    const coffee = aSeries({ id: 'coffee' });
    const found = activitiesOfSeries(house([coffee]), coffee, '2026-10-01', '2026-10-31').map(({ date }) => date);
    expect(found).toEqual(['2026-10-07', '2026-10-14', '2026-10-21', '2026-10-28']);
  });
});

test.each([
  ['a date that does not exist', { skipped: ['2026-02-30'] }],
  ['no weekday', { rule: { type: 'weekly', interval: 1, weekdays: [], from: '2026-01-01', until: null } }],
  ['an eighth weekday', { rule: { type: 'weekly', interval: 1, weekdays: [8], from: '2026-01-01', until: null } }],
  ['no interval', { rule: { type: 'daily', interval: 0, from: '2026-01-01', until: null } }],
  ['a sixth Monday', { rule: { type: 'monthly', interval: 1, weekday: 1, nth: 6, from: '2026-01-01', until: null } }],
  ['no title', { title: '' }],
  ['places for nobody', { capacity: 0 }],
  ['half a place', { capacity: 1.5 }],
  ['a price below nothing', { price: -1 }],
  ['an unknown category', { category: 'party' }],
])('a series with %s is none', (_what, fields) => {
  expect(v.is(seriesSchema, aSeries({ id: 'coffee' }))).toBe(true);
  expect(v.is(seriesSchema, { ...aSeries({ id: 'coffee' }), ...fields })).toBe(false);
});
