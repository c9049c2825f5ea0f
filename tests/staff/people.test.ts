// Finding somebody by door or name, and a scale from zero for the plots.
import { describe, expect, test } from 'vitest';
import { type DeskPerson, deskPeople, deskPerson, deskRiders, findPeople } from '../../src/client/app/staff-people.ts';
import { axisOf } from '../../src/client/staff/plot-axis.ts';
import { boardOf } from '../../src/domain/board.ts';
import { smallHouse } from '../support/small-house.ts';

const person = (id: string, name: string, door: string): DeskPerson => ({
  id,
  name,
  surname: name,
  door,
  floor: 0,
  phone: null,
  clearance: null,
});
const people = [
  person('a', 'Mehmet Çelik', '8'),
  person('b', 'Djamila Évora', '84'),
  person('c', 'Bep van den Berg', '20'),
  person('d', 'Ayşe Kılıç', '108'),
];
const found = (query: string) => findPeople(people, query).map(({ id }) => id);

describe('somebody is found', () => {
  test.each([
    ['celik', ['a']],
    ['EVORA', ['b']],
    ['berg bep', ['c']],
    ['kilic', ['d']],
    ['8', ['a', 'b']],
    ['84', ['b']],
    ['10', ['d']],
    ['', ['a', 'b', 'c', 'd']],
    ['nobody', []],
    ['20 evora', []],
  ])('by "%s"', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
});

describe('of the house', () => {
  const board = boardOf({
    ...smallHouse,
    residentPrivate: [
      { id: 'ans', firstName: 'Ans', infix: 'van den', lastName: 'Berg', phone: '010' },
      { id: 'bep', firstName: 'Bep', infix: '', lastName: 'Bos', phone: null },
    ],
    clearance: [
      { id: 'c1', residentId: 'bep', validUntil: '2026-11-01', types: ['licht'] },
      { id: 'c2', residentId: 'ans', validUntil: '2026-10-01', types: ['licht'] },
      { id: 'c3', residentId: 'ans', validUntil: '2026-12-01', types: ['zwaar'] },
    ],
  });

  test('staff know whole names', () => {
    expect(deskPerson(board, 'ans')).toMatchObject({ name: 'Ans van den Berg', surname: 'van den Berg', door: '1' });
    expect(deskPerson(board, 'nobody')).toBeNull();
  });

  test('people come in order of door', () => {
    expect(deskPeople(board).map(({ door }) => door)).toEqual(['1', '2', '12', '12']);
  });

  test('riders come in the order their test ends, each once, by the one that holds longest', () => {
    expect(deskRiders(board).map(({ id, clearance }) => [id, clearance.validUntil])).toEqual([
      ['bep', '2026-11-01'],
      ['ans', '2026-12-01'],
    ]);
  });
});

test.each([
  [0, 1, [0, 1]],
  [1, 1, [0, 1]],
  [2, 2, [0, 1, 2]],
  [17, 20, [0, 5, 10, 15, 20]],
  [29, 30, [0, 10, 20, 30]],
  [148, 150, [0, 50, 100, 150]],
])('a plot with %i at most goes from zero to %i', (largest, top, steps) => {
  expect(axisOf(largest)).toEqual({ top, steps });
});
