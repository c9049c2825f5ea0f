// Who of the team may do what to whom.
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../src/domain/board.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { Actor } from '../../src/domain/envelope.ts';
import type { StaffRole } from '../../src/domain/staff-member.ts';
import { row, rows } from '../../src/domain/table.ts';
import { DAY } from '../../src/domain/time.ts';
import { createWorld, houseRows, MORNING, refusalOf, type World } from '../support/builders.ts';

const member = (id: string, role: StaffRole) => ({
  id,
  name: id,
  role,
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
});
const roles = { ada: 'admin', mila: 'manager', sam: 'manager', joke: 'volunteer', ben: 'volunteer' } as const;
type Name = keyof typeof roles;
const team = Object.entries(roles).map(([id, role]) => member(id, role));
const secret = (id: string) => ({ id, codeHash: `code of ${id}`, userName: id, passwordHash: `hash of ${id}` });
const world = (staffMember = team) =>
  createWorld(
    boardOf({
      ...houseRows(),
      staffMember,
      staffSecret: staffMember.map(({ id }) => secret(id)),
      staffCard: staffMember.map(({ id }) => ({ id: `card of ${id}`, staffId: id })),
    }),
  );

const actor = (staffId: string): Actor => ({ staffId, proof: 'session', visitId: 'v' });
const send = (at: World, by: Name, command: Command) => refusalOf(at.send(actor(by), command, { role: roles[by] }));
const put = (id: string | null, name: string, role: StaffRole): Command => {
  const { id: _id, ...fields } = member(name, role);
  return { type: 'putStaffMember', id, ...fields };
};

describe.each([
  ['a new code', (staffId: string): Command => ({ type: 'setStaffCode', staffId, codeHash: 'new' })],
  ['a new card', (staffId: string): Command => ({ type: 'setStaffCard', staffId, cardHash: 'new' })],
  [
    'another password',
    (staffId: string): Command => ({ type: 'setStaffPassword', staffId, userName: 'x', passwordHash: 'y' }),
  ],
  ['a removal', (staffId: string): Command => ({ type: 'removeStaffMember', staffId })],
  ['another function', (staffId: string): Command => put(staffId, `${staffId} `, roles[staffId as Name])],
] as const)('%s', (name, command) => {
  test.each([
    ['mila', 'joke', true],
    ['mila', 'mila', true],
    ['mila', 'sam', false],
    ['mila', 'ada', false],
    ['ada', 'mila', true],
    ['ada', 'joke', true],
    ['joke', 'ben', false],
    ['joke', 'joke', name === 'another password'],
  ] as const)('by %s for %s', (by, whom, may) => {
    expect(send(world(), by, command(whom))).toBe(may ? 'accepted' : 'notAllowed');
  });
});

describe('a member', () => {
  test('is made more than volunteer by an admin alone, whatever the way', () => {
    const at = world();
    for (const role of ['manager', 'admin'] as const) {
      expect(send(at, 'mila', put('joke', 'joke', role))).toBe('notAllowed');
      expect(send(at, 'mila', put(null, 'new', role))).toBe('notAllowed');
      expect(send(at, 'mila', { type: 'importStaff', lines: [{ ...omitId(member('Joke', role)) }] })).toBe(
        'notAllowed',
      );
    }
    expect(send(at, 'mila', put('mila', 'mila', 'admin'))).toBe('notAllowed');
    expect(send(at, 'mila', put(null, 'new', 'volunteer'))).toBe('accepted');
    expect(send(at, 'ada', put('joke', 'joke', 'admin'))).toBe('accepted');
  });

  test('has a name of their own, however it is typed', () => {
    const at = world();
    expect(send(at, 'ada', put(null, ' JOKE ', 'volunteer'))).toBe('nameTaken');
    expect(send(at, 'ada', put('ben', 'Joke', 'volunteer'))).toBe('nameTaken');
    expect(send(at, 'ada', put('joke', 'Joke', 'volunteer'))).toBe('accepted');
    expect(send(at, 'ada', put('nobody', 'Nobody', 'volunteer'))).toBe('staffUnknown');
  });

  test('who goes takes every way in along, and nobody else’s', () => {
    const at = world();
    expect(send(at, 'ada', { type: 'removeStaffMember', staffId: 'joke' })).toBe('accepted');
    expect(row(at.board.staffSecret, 'joke', 'joke')).toBeUndefined();
    expect([...rows(at.board.staffCard)].map(({ staffId }) => staffId)).not.toContain('joke');
    expect([...rows(at.board.staffSecret)]).toHaveLength(team.length - 1);
  });

  test('keeps their ways in when a file has them again, and is no less an admin by it', () => {
    const at = world();
    const lines = [omitId(member('JOKE', 'manager')), omitId(member('Ada', 'volunteer'))];
    expect(refusalOf(at.send(actor('operator'), { type: 'importStaff', lines }, { role: 'operator' }))).toBe(
      'accepted',
    );
    expect(row(at.board.staffMember, 'joke', 'joke')).toMatchObject({ name: 'JOKE', role: 'manager' });
    expect(row(at.board.staffMember, 'ada', 'ada')).toMatchObject({ name: 'Ada', role: 'admin' });
    expect(row(at.board.staffSecret, 'joke', 'joke')).toEqual(secret('joke'));
  });
});

describe('the last admin', () => {
  test('cannot go, nor become less', () => {
    const at = world();
    expect(send(at, 'ada', { type: 'removeStaffMember', staffId: 'ada' })).toBe('lastAdmin');
    expect(send(at, 'ada', put('ada', 'ada', 'manager'))).toBe('lastAdmin');
    expect(send(at, 'ada', put('mila', 'mila', 'admin'))).toBe('accepted');
    expect(send(at, 'ada', put('ada', 'ada', 'manager'))).toBe('accepted');
  });

  test('is nobody’s question where there is none', () => {
    const at = world(team.filter(({ role }) => role !== 'admin'));
    expect(send(at, 'mila', { type: 'removeStaffMember', staffId: 'mila' })).toBe('accepted');
  });
});

describe('a way in', () => {
  test('by password is one account a name', () => {
    const at = world();
    const set = (userName: string | null, passwordHash: string | null): Command => ({
      type: 'setStaffPassword',
      staffId: 'joke',
      userName,
      passwordHash,
    });
    expect(send(at, 'ada', set('mila', 'h'))).toBe('userNameTaken');
    expect(send(at, 'ada', set('joke', null))).toBe('notAllowed');
    expect(send(at, 'ada', set(null, 'h'))).toBe('notAllowed');
    expect(send(at, 'ada', set(null, null))).toBe('accepted');
    expect(row(at.board.staffSecret, 'joke', 'joke')).toMatchObject({ codeHash: 'code of joke', passwordHash: null });
  });

  test('by card is one card a person, and somebody else’s card stays theirs', () => {
    const at = world();
    const set = (cardHash: string | null): Command => ({ type: 'setStaffCard', staffId: 'joke', cardHash });
    const cards = () => [...rows(at.board.staffCard)].filter(({ staffId }) => staffId === 'joke').map(({ id }) => id);
    expect(send(at, 'ada', set('card of ben'))).toBe('notAllowed');
    expect(send(at, 'ada', set('new'))).toBe('accepted');
    expect(cards()).toEqual(['new']);
    expect(send(at, 'ada', set(null))).toBe('accepted');
    expect(cards()).toEqual([]);
  });
});

describe('a rest of a way in', () => {
  const note: Command = {
    type: 'noteLockout',
    way: 'code',
    staffId: 'joke',
    device: 'hal',
    until: '2026-10-14T06:15:00Z',
  };
  const sendNote = (at: World) => refusalOf(at.send(actor('operator'), note, { role: 'operator' }));

  test('is kept for thirty days', () => {
    const at = world();
    expect(sendNote(at)).toBe('accepted');
    at.now = MORNING + 29 * DAY;
    expect(sendNote(at)).toBe('accepted');
    at.now = MORNING + 31 * DAY;
    expect(sendNote(at)).toBe('accepted');
    const times = [...rows(at.board.lockout)].map((each) => Date.parse(each.at)).sort();
    expect(times).toEqual([MORNING + 29 * DAY, MORNING + 31 * DAY]);
  });

  test('is one of the five hundred newest, however long somebody guesses', () => {
    const at = world();
    for (let n = 0; n < 510; n += 1) {
      at.now = MORNING + n;
      expect(sendNote(at)).toBe('accepted');
    }
    const kept = [...rows(at.board.lockout)].map((each) => Date.parse(each.at));
    expect(kept).toHaveLength(500);
    expect(Math.min(...kept)).toBe(MORNING + 10);
  });

  test('is written by the server alone', () => {
    expect(send(world(), 'ada', note)).toBe('notAllowed');
  });
});

function omitId<Row extends { readonly id: string }>({ id: _id, ...rest }: Row): Omit<Row, 'id'> {
  return rest;
}
