// What the desk makes of residents and lists: who is in which filter, what leaving frees, what kind a file is.
import { describe, expect, test } from 'vitest';
import { countLines, inOrder, kindOf, withDecision } from '../../src/client/app/staff-import.ts';
import {
  changedFields,
  clearanceState,
  deskResident,
  deskResidents,
  filterResidents,
  freedBy,
  goneResidents,
  languageName,
  mealHabits,
  namesake,
  nobodyYet,
  seenFields,
  toCome,
} from '../../src/client/app/staff-residents.ts';
import { boardOf } from '../../src/domain/board.ts';
import { decide } from '../../src/domain/decide.ts';
import { instantText } from '../../src/domain/time.ts';
import { sampleBytes, sampleNames } from '../server/import/sample.ts';
import { commandId, createWorld, houseRows, MORNING, resident, staff, type World } from '../support/builders.ts';

const TODAY = '2026-10-14';
const world = () =>
  createWorld(
    boardOf({
      ...houseRows(),
      clearance: [
        { id: 'c1', residentId: 'anna', validUntil: '2026-10-20', types: ['licht'] },
        { id: 'c2', residentId: 'mo', validUntil: '2028-01-01', types: ['licht'] },
      ],
    }),
  );
const foreseen = (house: World, residentId: string) => {
  const command = { type: 'leaveHouse', residentId, reason: 'moved' } as const;
  const envelope = { id: commandId(99), command, tappedAt: instantText(MORNING), actor: staff };
  const verdict = decide(house.board, envelope, { now: house.now, tappedAt: house.now, role: 'manager' });
  return verdict.ok ? verdict.value : [];
};

describe('residents', () => {
  test('are listed in order of door, without who has left, and filtered by card and by driving test', () => {
    const people = deskResidents(world().board);
    expect(people.map(({ door }) => door)).toEqual([...people.map(({ door }) => door)].sort());
    expect(people.map(({ id }) => id)).not.toContain('lies');
    const about = { ways: { cards: new Set(['anna']), codes: new Set<string>() }, today: TODAY };
    expect(filterResidents(people, 'noCard', about)).toHaveLength(people.length - 1);
    expect(filterResidents(people, 'noCard', { ...about, ways: null })).toEqual([]);
    expect(filterResidents(people, 'ending', about).map(({ id }) => id)).toEqual(['anna']);
    expect(['2026-10-13', TODAY, '2028-01-01'].map((day) => clearanceState(day, TODAY))).toEqual([
      'over',
      'soon',
      'good',
    ]);
  });

  test('who have left are listed apart, by name, to be erased', () => {
    const house = world();
    const before = goneResidents(house.board).map(({ id }) => id);
    for (const residentId of ['riet', 'anna']) house.send(staff, { type: 'leaveHouse', residentId, reason: 'moved' });
    const gone = goneResidents(house.board);
    expect(new Set(gone.map(({ id }) => id))).toEqual(new Set([...before, 'anna', 'riet']));
    expect(gone.map(({ name }) => name)).toEqual(gone.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)));
    house.send(staff, { type: 'eraseResident', residentId: 'riet' }, { role: 'operator' });
    expect(goneResidents(house.board).map(({ id }) => id)).not.toContain('riet');
  });

  test('have what they are on the list of, also by habit, and the meals that come again', () => {
    const house = world();
    house.send(resident('anna'), { type: 'signUp', activityId: `choir/${TODAY}`, residentIds: ['anna'], guests: 0 });
    house.send(staff, { type: 'setStanding', seriesId: 'lunch', residentId: 'anna', dish: null });
    const coming = toCome(house.board, 'anna', house.now);
    expect(coming[0]).toMatchObject({ title: 'choir', date: TODAY, time: '10:00', waiting: false });
    expect(coming.filter(({ title }) => title === 'lunch').length).toBeGreaterThan(20);
    expect(mealHabits(house.board, 'anna', house.now).map(({ series, state }) => [series.id, state])).toEqual([
      ['lunch', 'on'],
    ]);
    expect(deskResident(house.board, 'anna')?.standing).toEqual(['lunch']);
  });

  test('that leave free what is counted: places, habits, trips, and who gets one', () => {
    const house = world();
    house.send(staff, { type: 'changeActivity', activityId: `choir/${TODAY}`, fields: { capacity: 1 } });
    for (const who of ['anna', 'kees'])
      house.send(resident(who), { type: 'signUp', activityId: `choir/${TODAY}`, residentIds: [who], guests: 0 });
    house.send(resident('anna'), { type: 'signUp', activityId: `walk/${TODAY}`, residentIds: ['anna'], guests: 0 });
    const { board } = house;
    expect(freedBy(board, foreseen(house, 'anna'), 'anna')).toEqual({ places: 2, habits: 0, trips: 0, promoted: 1 });
    expect(freedBy(board, foreseen(house, 'mo'), 'mo')).toEqual({ places: 0, habits: 0, trips: 0, promoted: 0 });
  });

  test('of one name behind two doors are told apart by who types, and a change sends only what changed', () => {
    const { board } = world();
    const anna = deskResident(board, 'anna')!.fields;
    expect(namesake(board, { ...anna, number: '999' })?.id).toBe('anna');
    expect(namesake(board, anna)).toBeNull();
    expect(namesake(board, nobodyYet)).toBeNull();
    const fields = changedFields(anna, { ...anna, phone: null });
    expect([fields, seenFields(anna, fields)]).toEqual([{ phone: null }, { phone: '0612345678' }]);
  });

  test('have their language by its Dutch name, also where a browser does not know it', () => {
    expect(['nl', 'pap', 'pt-PT', 'ar', 'rif'].map(languageName)).toEqual([
      ...['Nederlands', 'Papiaments', 'Portugees', 'Arabisch', 'Riffijns'],
    ]);
  });
});

describe('a list', () => {
  test.each(Object.entries(sampleNames))('%s is known by how it begins', (kind, name) => {
    const opening = sampleBytes(name).toString('utf8').slice(0, 2_000);
    expect(kindOf({ name, opening })).toBe(kind);
    expect(kindOf({ name: 'export.txt', opening: `\uFEFF${opening}` })).toBe(kind);
  });

  test('shows what waits first, and keeps what was decided by line', () => {
    const line = (n: number, what: 'added' | 'changed' | 'same' | 'refused' | 'skipped') =>
      ({ line: n, what, door: null, name: '', sentences: [], asked: null, cells: null, differences: [] }) as const;
    const lines = [line(2, 'same'), line(3, 'added'), line(4, 'refused'), line(5, 'changed')].map((each) => ({
      ...each,
      sentences: [],
      differences: [],
    }));
    expect(inOrder(lines).map(({ line: n }) => n)).toEqual([4, 5, 3, 2]);
    expect(countLines(lines)).toEqual({ added: 1, changed: 1, same: 1, refused: 1, skipped: 0 });
    const skip = { line: 4, skip: true, cells: {}, answers: [] };
    expect(withDecision({}, 'residents', skip).residents?.get(4)).toEqual(skip);
  });
});
