// What a house may set, as the desk offers it: values to choose from, rules that stay possible, files and days.
import { describe, expect, test } from 'vitest';
import {
  changeOf,
  files,
  guessChoices,
  lengthsToOffer,
  pathOfFile,
  periodsAhead,
  placesTyped,
  renameHouse,
  roomsOfHouse,
  rulesBefore,
  schoolHolidays,
  setHouse,
  setRules,
  tableSizeOf,
  tableSizes,
  timesOfDay,
  valuesOf,
  whyNoDays,
} from '../../src/client/app/staff-settings.ts';
import { houseName, rulesOfHouse } from '../../src/client/app/staff-trips.ts';
import { locationOf } from '../../src/domain/board.ts';
import { usualSettings } from '../../src/domain/location.ts';
import { schoolHolidaysAfter } from '../../src/domain/school-holidays.ts';
import { usualScooterRules } from '../../src/domain/scooter-rows.ts';
import { weekdayOf } from '../../src/domain/time.ts';
import { createWorld, house, staff } from '../support/builders.ts';

describe('scooter rules', () => {
  const rules = { ...usualScooterRules, lengths: [60, 120, 240], slotMinutes: 30, longestMinutes: 240 };

  test('a value that is none of the usual ones is among the choices, in order', () => {
    expect(valuesOf({ ...rules, horizonDays: 10 }, 'horizonDays')).toEqual([3, 7, 10, 14, 21, 28, 42, 60]);
    expect(timesOfDay('09:10').slice(18, 21)).toEqual(['09:00', '09:10', '09:30']);
    expect(timesOfDay('09:00')).toHaveLength(48);
  });

  test('with a shorter longest trip the lengths beyond it are offered no more', () => {
    expect(changeOf(rules, { longestMinutes: 120 }).lengths).toEqual([60, 120]);
  });

  test('there is always a length to choose, in whole slots', () => {
    expect(changeOf({ ...rules, lengths: [240] }, { longestMinutes: 90 }).lengths).toEqual([90]);
    expect(changeOf({ ...rules, lengths: [90], longestMinutes: 90 }, { slotMinutes: 60 }).lengths).toEqual([60]);
  });

  test('only lengths that can be booked are offered', () => {
    expect(lengthsToOffer({ ...rules, slotMinutes: 60 })).toEqual([60, 120, 180, 240]);
  });

  test('the command carries what changes, and the way back only that', () => {
    const change = changeOf(rules, { longestMinutes: 120 });
    expect(setRules(change)).toStrictEqual({
      type: 'setScooterRules',
      rules: { longestMinutes: 120, lengths: [60, 120] },
    });
    expect(rulesBefore(rules, change)).toStrictEqual({ longestMinutes: 240, lengths: [60, 120, 240] });
    expect(changeOf(rules, { mostOpen: 3 })).toStrictEqual({ mostOpen: 3 });
  });

  test('two people who set different rules both get what they set', () => {
    const world = createWorld();
    for (const change of [{ mostOpen: 4 }, { horizonDays: 21 }]) {
      expect(world.send(staff, setRules(changeOf(rules, change)), { role: 'manager' }).ok).toBe(true);
    }
    expect(rulesOfHouse(world.board)).toMatchObject({ mostOpen: 4, horizonDays: 21, slotMinutes: 30 });
  });
});

describe('the house', () => {
  test('a new name is all that changes, and an empty or the same name is no change', () => {
    const board = house();
    expect(renameHouse(board, ' De Reiger ')).toStrictEqual({ type: 'setLocation', location: { name: 'De Reiger' } });
    expect(renameHouse(board, '  ')).toBeNull();
    expect(renameHouse(board, ` ${houseName(board)}`)).toBeNull();
  });

  test('two people who set different things both get what they set', () => {
    const world = createWorld();
    const changes = [{ name: 'De Reiger' }, { tableSize: 6 }, { guessesInARow: 3 }, { darkFrom: '22:00' }] as const;
    for (const change of changes) expect(world.send(staff, setHouse(change), { role: 'manager' }).ok).toBe(true);
    expect(locationOf(world.board)).toEqual({
      ...usualSettings,
      ...{ id: 'flat', name: 'De Reiger', timeZone: 'Europe/Amsterdam' },
      ...{ tableSize: 6, guessesInARow: 3, darkFrom: '22:00' },
    });
    expect(tableSizeOf(world.board)).toBe(6);
    expect(tableSizes(world.board)).toContain(8);
  });

  test('how often may be guessed is offered as it is and stricter, never easier', () => {
    const world = createWorld();
    expect(guessChoices(world.board, 'guessesInARow')).toEqual([5, 4, 3]);
    expect(guessChoices(world.board, 'guessRestMinutes')).toEqual([15, 30, 60, 120]);
    world.send(staff, setHouse({ guessesOfDevice: 12, guessRestMinutes: 45 }), { role: 'manager' });
    expect(guessChoices(world.board, 'guessesOfDevice')).toEqual([20, 15, 12, 10]);
    expect(guessChoices(world.board, 'guessRestMinutes')).toEqual([15, 30, 45, 60, 120]);
  });

  test('a room that only the programme names says so', () => {
    const board = house();
    expect(roomsOfHouse(board).map(({ name, isDescribed }) => [name, isDescribed])).toContainEqual([
      'Huiskamer',
      false,
    ]);
  });

  test.each([
    ['', { ok: true, places: null }],
    [' 12 ', { ok: true, places: 12 }],
    ['0', { ok: false }],
    ['5001', { ok: false }],
    ['12a', { ok: false }],
    ['1,5', { ok: false }],
  ])('%j as a number of places', (typed, result) => {
    expect(placesTyped(typed)).toEqual(result);
  });
});

describe('school holidays', () => {
  const all = schoolHolidaysAfter('2026-09-01', []);

  test('each is from a Saturday to a Sunday, one after the other', () => {
    expect(all).toHaveLength(5);
    for (const [index, { from, until }] of all.entries()) {
      expect([weekdayOf(from), weekdayOf(until)]).toEqual([6, 7]);
      expect(from < until && (index === 0 || all[index - 1]!.until < from)).toBe(true);
    }
  });

  test('what is over or already written down is not proposed', () => {
    expect(schoolHolidaysAfter('2026-10-26', []).map(({ name }) => name)).toEqual([
      'christmas',
      'spring',
      'may',
      'summer',
    ]);
    const written = [{ from: '2026-12-24', until: '2026-12-27' }];
    expect(schoolHolidaysAfter('2026-10-26', written).map(({ name }) => name)).toEqual(['spring', 'may', 'summer']);
  });

  test('of a house that wrote down nothing all are proposed', () => {
    const board = house();
    expect(schoolHolidays(board, '2026-10-01')).toEqual(all);
    expect(periodsAhead(board, '2026-10-01')).toEqual([]);
  });
});

describe('files', () => {
  const days = { from: '2026-10-01', until: '2026-10-15' };

  test('lists carry the days, the others do not, and each is asked as staff', () => {
    expect(files.map((file) => pathOfFile(file, days))).toEqual([
      '/api/exports/residents.csv?as=staff',
      '/api/exports/sign-ups.csv?as=staff&from=2026-10-01&to=2026-10-15',
      '/api/exports/attendance.csv?as=staff&from=2026-10-01&to=2026-10-15',
      '/api/exports/meals.csv?as=staff&from=2026-10-01&to=2026-10-15',
      '/api/exports/bookings.csv?as=staff&from=2026-10-01&to=2026-10-15',
      '/api/exports/programme.ics?as=staff',
    ]);
  });

  test.each([
    [{ from: '', until: '2026-10-15' }, 'noDate'],
    [{ from: '2026-10-16', until: '2026-10-15' }, 'untilBeforeFrom'],
    [{ from: '2020-01-01', until: '2026-10-15' }, 'tooLong'],
    [days, null],
  ])('%j: %s', (chosen, why) => {
    expect(whyNoDays(chosen)).toBe(why);
  });
});
