// The team as residents see it: who is there today, with which face; and who may say or change that.
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../src/domain/board.ts';
import { photosOf } from '../../src/domain/photos.ts';
import type { StaffMember } from '../../src/domain/staff-member.ts';
import { row } from '../../src/domain/table.ts';
import { dayOf, helpNumber, initialsOf, photoOfMember, teamToday, wholeTeam } from '../../src/domain/team-views.ts';
import { createWorld, houseRows, MORNING, refusalOf, staff } from '../support/builders.ts';

const DAY = 24 * 60 * 60_000;
const member = (id: string, from: string, until: string): StaffMember => ({
  ...{ id, name: id, role: 'manager', function: '', contact: false, calls: false, phone: null },
  presence: [{ weekdays: [3], from, until }],
});
const some = [member('later', '13:00', '17:00'), member('gone', '06:00', '08:00'), member('here', '08:00', '12:00')];
const without: StaffMember = { ...member('helper', '', ''), role: 'volunteer', presence: [], function: 'gastvrouw' };
const team = (rows: Parameters<typeof boardOf>[0] = {}) =>
  boardOf({ ...houseRows(), staffMember: [...some, without], ...rows });
const today = (board = team(), now = MORNING) =>
  teamToday(board, now).map(({ member: { id }, here, until }) => `${id} ${here} ${until}`);

describe('who is there today', () => {
  test('who is here now first, then who comes, and who has gone home is left out', () => {
    expect(today()).toEqual(['here true 12:00', 'later false 17:00']);
    expect(today(team(), MORNING + DAY)).toEqual([]);
  });

  test('against the fixed days, as somebody said, for that day alone', () => {
    const said = (id: string, here: boolean) => ({ id, photo: null, today: { date: '2026-10-14', here } });
    const board = team({ staffFace: [said('here', false), said('helper', true), said('gone', true)] });
    // Hours that are over do not end a day somebody says they are there.
    expect(today(board)).toEqual(['gone true null', 'helper true null', 'later false 17:00']);
    expect(today(board, MORNING + 7 * DAY)).toEqual(['here true 12:00', 'later false 17:00']);
    expect(dayOf(board, some[2]!, MORNING)).toEqual({ here: false, usual: true });
    expect(dayOf(board, without, MORNING + DAY)).toEqual({ here: false, usual: false });
  });

  test('the whole team has first who is there, then the others, and nobody residents need not know', () => {
    const nameless = { ...without, id: 'nameless', function: '' };
    const board = team({ staffMember: [...some, without, nameless] });
    expect(wholeTeam(board, MORNING).map(({ member: { id }, today: on }) => [id, on !== null])).toEqual([
      ['here', true],
      ['later', true],
      ['gone', false],
      ['helper', false],
    ]);
  });
});

test('initials are of the first word and the last, in any script', () => {
  expect(['Samira el Haddou', 'joke', '  ', 'ليلى حسن', '😀 x'].map(initialsOf)).toEqual(['SH', 'J', '', 'لح', '😀X']);
});

test('the number for help is of the fixed contact, else of the first of the team who has one', () => {
  const phoned = (id: string, contact = false): StaffMember => ({
    ...member(id, '09:00', '10:00'),
    phone: id,
    contact,
  });
  expect(helpNumber(team())).toBeNull();
  expect(helpNumber(team({ staffMember: [phoned('b'), phoned('a')] }))?.id).toBe('a');
  expect(helpNumber(team({ staffMember: [phoned('b', true), phoned('a')] }))?.id).toBe('b');
});

describe('a face', () => {
  const joke: StaffMember = { ...without, id: 'joke', name: 'Joke' };
  const boss: StaffMember = { ...without, id: 'boss', name: 'Boss', role: 'admin' };
  const world = () => {
    const made = createWorld();
    made.send(staff, { type: 'importStaff', lines: [joke].map(({ id: _id, ...line }) => line) });
    return made;
  };
  const idOf = (made: ReturnType<typeof world>, name: string) =>
    wholeTeam(made.board, MORNING).find(({ member: { name: known } }) => known === name)!.member.id;

  test('is given by who may act on that member, and goes when they leave', () => {
    const made = world();
    const id = idOf(made, 'Joke');
    expect(refusalOf(made.send(staff, { type: 'setStaffPhoto', staffId: id, photo: 'p1' }))).toBe('accepted');
    expect(photoOfMember(made.board, id)).toBe('p1');
    expect(refusalOf(made.send(staff, { type: 'setStaffToday', staffId: id, here: true }))).toBe('accepted');
    // The server keeps what somebody still sees, and no other.
    expect(photosOf(made.board)).toEqual(['p1']);
    // The one does not take the other away.
    expect(row(made.board.staffFace, id, id)).toEqual({ id, photo: 'p1', today: { date: '2026-10-14', here: true } });
    made.send(staff, { type: 'setStaffToday', staffId: id, here: null });
    expect(row(made.board.staffFace, id, id)).toEqual({ id, photo: 'p1', today: null });
    expect(refusalOf(made.send(staff, { type: 'removeStaffMember', staffId: id }))).toBe('accepted');
    expect(row(made.board.staffFace, id, id)).toBeUndefined();
    expect(photosOf(made.board)).toEqual([]);
  });

  test('of an admin is not for a manager to change, that they are not there today is; and nobody unknown has one', () => {
    const made = createWorld();
    made.send(staff, { type: 'putStaffMember', ...boss, id: null }, { role: 'admin' });
    const id = idOf(made, 'Boss');
    expect(refusalOf(made.send(staff, { type: 'setStaffPhoto', staffId: id, photo: 'p' }))).toBe('notAllowed');
    expect(refusalOf(made.send(staff, { type: 'setStaffToday', staffId: id, here: false }))).toBe('accepted');
    expect(refusalOf(made.send(staff, { type: 'setStaffToday', staffId: 'x', here: true }))).toBe('staffUnknown');
    expect(refusalOf(made.send(staff, { type: 'setStaffPhoto', staffId: 'x', photo: null }))).toBe('staffUnknown');
  });
});
