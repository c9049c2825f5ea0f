// Who lives where: somebody new, a move, a change that two people make at once, a driving test, a card.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../../src/domain/commands.ts';
import { fieldsOf, type ResidentFields } from '../../src/domain/people.ts';
import { group, row, rows } from '../../src/domain/table.ts';
import { createWorld, line, listsOf, refusalOf, staff, type World } from '../support/builders.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});

const send = (command: Command) => world.send(staff, command);
const said = (command: Command) => refusalOf(send(command));
const put = (
  id: string | null,
  fields: Partial<ResidentFields>,
  more: Partial<Pick<CommandOf<'putResident'>, 'was' | 'floor'>> = {},
): CommandOf<'putResident'> => ({ type: 'putResident', id, fields, was: {}, floor: null, ...more });
const bea: Partial<ResidentFields> = { number: '101', salutation: 'mevrouw', firstName: 'Bea', lastName: 'Smit' };
const idOf = (firstName: string) => [...rows(world.board.resident)].find((each) => each.firstName === firstName)!.id;

describe('somebody new', () => {
  test('lives behind a door the house has, in Dutch and without consent unless that is said', () => {
    expect(said(put(null, { ...bea, infix: ' van  der ', phone: ' ' }))).toBe('accepted');
    expect(fieldsOf(world.board, idOf('Bea'))).toEqual({
      ...{ number: '101', salutation: 'mevrouw', firstName: 'Bea', infix: 'van der', lastName: 'Smit' },
      ...{ language: 'nl', showName: false, phone: null },
    });
    expect(row(world.board.resident, idOf('Bea'), idOf('Bea'))).toMatchObject({ homeId: 'door-101', initial: 'S.' });
  });

  test('behind a new door needs its floor, and a known door has its own', () => {
    const before = listsOf(world.board);
    expect(said(put(null, { ...bea, number: '305' }))).toBe('floorMissing');
    expect(send(put(null, bea, { floor: 4 }))).toEqual({ ok: false, error: { type: 'otherFloor', floor: 1 } });
    expect(listsOf(world.board)).toEqual(before);
    expect(said(put(null, { ...bea, number: '30 5a' }, { floor: 3 }))).toBe('accepted');
    expect([...rows(world.board.home)].find(({ number }) => number === '305a')).toMatchObject({ floor: 3 });
  });

  test.each([
    ['nameMissing', { firstName: '  ' }],
    ['nameMissing', { lastName: '' }],
    ['doorUnreadable', { number: 'links' }],
    ['doorUnreadable', { number: '1234567890123' }],
    ['phoneUnreadable', { phone: 'weet ik niet' }],
  ] as const)('is refused as %s', (refusal, fields) => {
    expect(said(put(null, { ...bea, ...fields }))).toBe(refusal);
  });

  test('is not the same person behind the same door a second time, however it is written', () => {
    send(put(null, bea));
    expect(send(put(null, { ...bea, firstName: 'BÉA', number: '101 ' }))).toEqual({
      ok: false,
      error: { type: 'alreadyLivesHere', residentId: idOf('Bea') },
    });
    send({ type: 'leaveHouse', residentId: idOf('Bea'), reason: 'moved' });
    expect(said(put(null, bea))).toBe('accepted');
  });
});

describe('somebody known', () => {
  test('moves house and keeps every sign-up', () => {
    send({ type: 'signUp', activityId: 'choir/2026-10-14', residentIds: ['anna'], guests: 0 });
    expect(said(put('anna', { number: '201' }, { was: { number: '101' } }))).toBe('accepted');
    expect(row(world.board.resident, 'anna', 'anna')?.homeId).toBe('door-201');
    expect(line(world.board, 'choir/2026-10-14')).toEqual(['going anna']);
    expect(fieldsOf(world.board, 'anna')).toMatchObject({ firstName: 'Anna', phone: '0612345678', showName: true });
  });

  test('changed by two at once loses nothing: other fields merge, the same field is asked about', () => {
    expect(said(put('anna', { phone: '010 000 01 01' }, { was: { phone: '0612345678' } }))).toBe('accepted');
    expect(said(put('anna', { language: 'tr' }, { was: { language: 'nl' } }))).toBe('accepted');
    expect(
      send(put('anna', { phone: null, language: 'tr' }, { was: { phone: '0612345678', language: 'nl' } })),
    ).toEqual({ ok: false, error: { type: 'changedMeanwhile', fields: ['phone'] } });
    expect(fieldsOf(world.board, 'anna')).toMatchObject({ phone: '010 000 01 01', language: 'tr' });
    expect(said(put('anna', { phone: null }, { was: { phone: '010 000 01 01' } }))).toBe('accepted');
  });

  test('who has left or is unknown is not changed', () => {
    expect(said(put('lies', { phone: null }))).toBe('residentUnknown');
    expect(said(put('nobody', { phone: null }))).toBe('residentUnknown');
  });
});

describe('a driving test', () => {
  const until = (types: string[]): Command => ({
    type: 'setClearance',
    residentId: 'anna',
    clearance: { validUntil: '2028-01-01', types },
  });

  test('is one for somebody, for types as the scooters write them, and can be taken back', () => {
    expect(said(until(['Licht ', 'licht', 'zwaar']))).toBe('accepted');
    expect([...group(world.board.clearance, 'anna').values()]).toEqual([
      { id: 'anna/clearance', residentId: 'anna', validUntil: '2028-01-01', types: ['licht', 'zwaar'] },
    ]);
    expect(said({ type: 'setClearance', residentId: 'anna', clearance: null })).toBe('accepted');
    expect(group(world.board.clearance, 'anna').size).toBe(0);
  });

  test('is for a type, and for who lives here', () => {
    expect(said(until([' ']))).toBe('typesMissing');
    expect(said({ type: 'setClearance', residentId: 'lies', clearance: null })).toBe('residentUnknown');
  });
});

describe('a card', () => {
  const give = (residentId: string, cardHash: string | null): Command => ({
    type: 'setResidentCard',
    residentId,
    cardHash,
  });
  const cards = () => [...rows(world.board.card)].map(({ id, residentId }) => `${residentId} ${id}`).sort();

  test('takes the place of the one that was lost, and can be taken away', () => {
    expect(said(give('anna', 'new'))).toBe('accepted');
    expect(said(give('riet', 'hers'))).toBe('accepted');
    expect(cards()).toEqual(['anna new', 'riet hers']);
    expect(said(give('anna', null))).toBe('accepted');
    expect(cards()).toEqual(['riet hers']);
  });

  test('that somebody else has stays theirs, and it is said whose', () => {
    expect(send(give('riet', 'hash-of-anna'))).toEqual({ ok: false, error: { type: 'cardTaken', residentId: 'anna' } });
    expect(said(give('lies', 'new'))).toBe('residentUnknown');
    expect(cards()).toEqual(['anna hash-of-anna']);
  });
});
