import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayNumber, daysInMonth, type PlainDate, weekdayOf } from '../../../src/domain/time.ts';
import { datesOf, one } from './calendar.ts';

// Every rule is told twice: as a calendar writes it, and as a question to each day by itself.
interface Told {
  readonly text: string;
  readonly hits: (date: PlainDate, start: PlainDate, interval: number) => boolean;
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const codeOf = (date: PlainDate) => days[weekdayOf(date) - 1] ?? 'MO';
const monthOf = (date: PlainDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const dayOf = (date: PlainDate) => Number(date.slice(8));
const datesOfMonth = (date: PlainDate) =>
  Array.from({ length: daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) }, (_, day) =>
    addDays(`${date.slice(0, 8)}01`, day),
  );
/** `first` is the weekday that weeks start on. */
const weekOf = (date: PlainDate, first: number) => (dayNumber(date) - ((weekdayOf(date) - first + 7) % 7)) / 7;

const weekdays = fc.subarray([...days], { minLength: 1 });
const daily: fc.Arbitrary<Told> = fc.option(weekdays, { nil: null }).map((list) => ({
  text: `FREQ=DAILY${list === null ? '' : `;BYDAY=${list}`}`,
  hits: (date, start, interval) =>
    (dayNumber(date) - dayNumber(start)) % interval === 0 && (list === null || list.includes(codeOf(date))),
}));
const weekly: fc.Arbitrary<Told> = fc
  .tuple(fc.option(weekdays, { nil: null }), fc.constantFrom(1, 7))
  .map(([list, first]) => ({
    text: `FREQ=WEEKLY;WKST=${days[first - 1]}${list === null ? '' : `;BYDAY=${list}`}`,
    hits: (date, start, interval) =>
      Math.round(weekOf(date, first) - weekOf(start, first)) % interval === 0 &&
      (list ?? [codeOf(start)]).includes(codeOf(date)),
  }));
const monthlyByDay: fc.Arbitrary<Told> = fc
  .tuple(weekdays, fc.constantFrom(1, 2, 3, 4, 5, -1, -2), fc.boolean())
  .map(([list, n, short]) => {
    const single = list.slice(0, 1);
    const chosen = short ? single : list;
    return {
      text: short ? `FREQ=MONTHLY;BYDAY=${n}${single}` : `FREQ=MONTHLY;BYDAY=${list};BYSETPOS=${n}`,
      hits: (date, start, interval) =>
        (monthOf(date) - monthOf(start)) % interval === 0 &&
        datesOfMonth(date)
          .filter((each) => chosen.includes(codeOf(each)))
          .at(n > 0 ? n - 1 : n) === date,
    };
  });
const monthlyByDate: fc.Arbitrary<Told> = fc.option(fc.integer({ min: 1, max: 31 }), { nil: null }).map((day) => ({
  text: `FREQ=MONTHLY${day === null ? '' : `;BYMONTHDAY=${day}`}`,
  hits: (date, start, interval) =>
    (monthOf(date) - monthOf(start)) % interval === 0 && dayOf(date) === (day ?? dayOf(start)),
}));
const yearly: fc.Arbitrary<Told> = fc.constant({
  text: 'FREQ=YEARLY',
  hits: (date, start, interval) =>
    date.slice(5) === start.slice(5) && (Number(date.slice(0, 4)) - Number(start.slice(0, 4))) % interval === 0,
});

const TODAY = '2026-11-21';
const start = fc.integer({ min: -330, max: 400 }).map((day) => addDays(TODAY, day));
const count = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null });
const until = fc.option(
  fc.integer({ min: -20, max: 1200 }).map((day) => addDays(TODAY, day)),
  { nil: null },
);
const compact = (date: PlainDate) => date.replaceAll('-', '');

test('whatever the rule, the house has the dates that the calendar means', () => {
  const rule = fc.oneof(daily, weekly, monthlyByDay, monthlyByDate, yearly);
  const property = fc.property(
    start,
    rule,
    fc.integer({ min: 1, max: 4 }),
    count,
    until,
    (from, told, interval, most, end) => {
      const ends = most !== null ? `;COUNT=${most}` : end !== null ? `;UNTIL=${compact(end)}T235959` : '';
      const line = one(
        `DTSTART;TZID=Europe/Amsterdam:${compact(from)}T100000`,
        `RRULE:${told.text};INTERVAL=${interval}${ends}`,
      );
      const last = addDays(from > TODAY ? from : TODAY, 730);
      const dates = [from];
      for (let date = addDays(from, 1); date <= last; date = addDays(date, 1)) {
        if (told.hits(date, from, interval) && (most !== null || end === null || date <= end)) dates.push(date);
      }
      expect(datesOf(line, from, last)).toEqual(dates.slice(0, most ?? dates.length));
    },
  );
  fc.assert(property, { numRuns: 300 });
});
