// What comes in from outside: anything that is not exactly a command is refused before a rule sees it.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { commandSchema, type Envelope, envelopeSchema } from '../../src/domain/commands.ts';
import { isDark, locationSchema, usualSettings } from '../../src/domain/location.ts';
import { usualScooterRules } from '../../src/domain/scooter-rows.ts';
import { commandId, resident, staff } from '../support/builders.ts';

const signUp = { type: 'signUp', activityId: 'choir/2026-10-14', residentIds: ['anna'], guests: 0 } as const;
const trip = {
  ...{ type: 'book', residentId: 'anna', scooterId: null, date: '2026-10-15', time: '10:00', minutes: 60 },
} as const;
const envelope: Envelope = {
  id: commandId(1),
  command: { ...signUp, residentIds: ['anna'] },
  tappedAt: '2026-10-14T08:00:00.5Z',
  actor: resident('anna'),
};

describe('a command', () => {
  test('passes as it is', () => {
    for (const minutes of [60, 0, -60]) expect(v.is(commandSchema, { ...trip, minutes })).toBe(true);
    expect(v.parse(envelopeSchema, JSON.parse(JSON.stringify(envelope)))).toEqual(envelope);
    expect(v.is(envelopeSchema, { ...envelope, actor: staff })).toBe(true);
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['text', 'signUp'],
    ['no type', { ...signUp, type: undefined }],
    ['an unknown type', { ...signUp, type: 'signup' }],
    ['a type of the prototype', { type: 'constructor' }],
    ['a stray field', { ...signUp, status: 'going' }],
    ['a missing field', { type: 'signUp', activityId: 'a', residentIds: ['anna'] }],
    ['an empty party', { ...signUp, residentIds: [] }],
    ['somebody twice in the party', { ...signUp, residentIds: ['anna', 'anna'] }],
    ['a party of nine', { ...signUp, residentIds: [...'123456789'] }],
    ['an empty id', { ...signUp, residentIds: [''] }],
    ['a number for an id', { ...signUp, activityId: 7 }],
    ['an endless id', { ...signUp, activityId: 'x'.repeat(301) }],
    ['half a guest', { ...signUp, guests: 0.5 }],
    ['fewer than no guests', { ...signUp, guests: -1 }],
    ['a crowd of guests', { ...signUp, guests: 21 }],
    ['guests as text', { ...signUp, guests: '1' }],
    ['a date that does not exist', { type: 'skipDate', seriesId: 'choir', date: '2026-02-30' }],
    ['a time that does not exist', { type: 'changeActivity', activityId: 'a', fields: { startTime: '25:00' } }],
    ['a field nobody may change', { type: 'changeActivity', activityId: 'a', fields: { meal: null } }],
    ['no room at all', { type: 'changeActivity', activityId: 'a', fields: { capacity: 0 } }],
    ['a reason without end', { type: 'cancelActivity', activityId: 'a', reason: 'x'.repeat(121) }],
    ['a trip at a time off the clock', { ...trip, time: '24:00' }],
    ['a trip of half a minute', { ...trip, minutes: 0.5 }],
    ['a trip without end', { ...trip, minutes: 1e6 }],
    ['a trip on a date that does not exist', { ...trip, date: '2026-02-29' }],
    ['a trip that says who pays', { ...trip, price: 0 }],
    ['a part nobody drew', { type: 'reportDefect', scooterId: 'merel', part: 'engine' }],
    ['a picture code as it was tapped', { type: 'setPictureCode', residentId: 'anna', code: ['cup', 'fish', 'key'] }],
    ['settings with an id', { type: 'setScooterRules', rules: usualScooterRules }],
    ['half a character', { type: 'setLocation', location: { name: 'De Linden \ud83d', timeZone: 'UTC' } }],
    ['a zone that does not exist', { type: 'setLocation', location: { name: 'De Linden', timeZone: 'Europe/Linden' } }],
    [
      'a location of another id',
      { type: 'setLocation', location: { id: 'other', name: 'De Linden', timeZone: 'UTC' } },
    ],
  ])('with %s is none', (_what, command) => {
    expect(v.is(commandSchema, command)).toBe(false);
    expect(v.is(envelopeSchema, { ...envelope, command })).toBe(false);
  });
});

describe('an envelope', () => {
  test.each([
    ['an id that is not version 7', { id: '0199e000-0000-4000-8000-000000000001' }],
    ['an id in capitals', { id: '0199E000-0000-7000-8000-000000000001' }],
    ['no id', { id: undefined }],
    ['a local tap', { tappedAt: '2026-10-14T10:00:00+02:00' }],
    ['a tap on a day that does not exist', { tappedAt: '2026-02-30T10:00:00Z' }],
    ['a stray field', { role: 'admin' }],
    ['nobody acting', { actor: {} }],
    ['two people acting', { actor: { residentId: 'anna', staffId: 'mila', proof: 'name', visitId: 'v' } }],
    ['a resident with a session', { actor: { residentId: 'anna', proof: 'session', visitId: 'v' } }],
    ['staff by name', { actor: { staffId: 'mila', proof: 'name', visitId: 'v' } }],
    ['no visit', { actor: { residentId: 'anna', proof: 'name' } }],
    ['a role in the actor', { actor: { ...staff, role: 'admin' } }],
  ])('with %s is none', (_what, fields) => {
    expect(v.is(envelopeSchema, { ...envelope, ...fields })).toBe(false);
  });
});

test('a location is in a zone the clock knows', () => {
  const location = { id: 'flat', name: 'De Linden', timeZone: 'Europe/Amsterdam' };
  expect(v.is(locationSchema, location)).toBe(true);
  expect(v.is(locationSchema, { ...location, timeZone: 'Europe/Linden' })).toBe(false);
});

test.each([
  ['more wrong codes in a row than usual', { guessesInARow: 6 }],
  ['a row of one, which nobody can type', { guessesInARow: 1 }],
  ['a shorter rest', { guessRestMinutes: 14 }],
  ['a rest without end', { guessRestMinutes: 1441 }],
  ['more from a tablet', { guessesOfDevice: 21 }],
  ['more from the house', { guessesOfLocation: 51 }],
  ['none from the house', { guessesOfLocation: 0 }],
  ['half a guess', { guessesInARow: 3.5 }],
  ['an hour that is none', { darkFrom: '24:00' }],
  ['an hour without minutes', { darkUntil: '7' }],
  ['a setting nobody knows', { guessesEver: 3 }],
])('a house is not set to %s', (_what, location) => {
  expect(v.is(commandSchema, { type: 'setLocation', location })).toBe(false);
});

test('a house may be stricter on who guesses, and a row of before has the usual settings', () => {
  const strict = { guessesInARow: 2, guessRestMinutes: 60, guessesOfDevice: 5, guessesOfLocation: 20 };
  expect(v.parse(commandSchema, { type: 'setLocation', location: strict })).toEqual({
    type: 'setLocation',
    location: strict,
  });
  const row = { id: 'flat', name: 'De Linden', timeZone: 'Europe/Amsterdam' };
  expect(v.parse(locationSchema, row)).toEqual({ ...row, ...usualSettings });
});

test.each([
  ['21:00', '07:00', ['21:00', '23:59', '00:00', '06:59'], ['07:00', '12:00', '20:59']],
  ['01:00', '06:00', ['01:00', '05:59'], ['00:59', '06:00', '23:00']],
  ['08:00', '08:00', [], ['00:00', '08:00', '07:59', '23:59']],
])('from %s until %s it is dark then, and only then', (darkFrom, darkUntil, dark, light) => {
  const location = {
    ...usualSettings,
    id: 'flat',
    name: 'De Linden',
    timeZone: 'Europe/Amsterdam',
    darkFrom,
    darkUntil,
  };
  expect(dark.filter((time) => !isDark(location, time))).toEqual([]);
  expect(light.filter((time) => isDark(location, time))).toEqual([]);
});
