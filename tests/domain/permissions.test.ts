// Who may do what: every command by every role and proof, written out so that a change of the table is seen.
import { describe, expect, test } from 'vitest';
import type { Command, CommandType } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { type Actor, proofs } from '../../src/domain/envelope.ts';
import { may, permissions, type Role, scopeOf } from '../../src/domain/permissions.ts';
import { commandId, house, MORNING, refusalOf, resident, staff } from '../support/builders.ts';

const forEverybody: readonly CommandType[] = [
  ...(['signUp', 'changeGuests', 'withdraw', 'dismissNotice', 'reportDefect', 'missScooter'] as const),
  ...(['chooseDish', 'setStanding', 'stopStanding', 'pauseStanding', 'resumeStanding'] as const),
  ...(['askVisit', 'takeBackVisit'] as const),
];
/** Staff, and residents who show more than a name. */
const forShown: readonly CommandType[] = [
  ...(['book', 'cancelBooking', 'moveBooking', 'takeScooter', 'returnScooter', 'seenBooking'] as const),
];
const forStaff: readonly CommandType[] = [
  ...(['mendScooter', 'lendScooter', 'checkScooter', 'addPlate', 'removePlate', 'restorePlate', 'movePlate'] as const),
  ...([
    'setTakeAway',
    'nameGuest',
    'markPaid',
    'markCame',
    'setDiet',
    'setGuestDiet',
    'openMeal',
    'closeMeal',
    'letIn',
    'backToLine',
    'resetMeal',
  ] as const),
  ...(['markAttendance', 'countVisitors'] as const),
  ...(['finishMeal', 'printMeal', 'notePaperLine', 'setMenu'] as const),
  /** Of a volunteer only whom the round was given to: the rule's own question. */
  ...(['noteCall', 'undoCall', 'putOnRound'] as const),
  /** Of whom, is the rule's own question. */
  'setStaffPassword',
];
const forOperators: readonly CommandType[] = ['noteLockout', 'noteShowing', 'eraseResident'];
const forManagers: readonly CommandType[] = [
  ...(['changeSeries', 'putSeries', 'endSeries', 'copyActivities', 'messagePeople', 'letPass'] as const),
  ...(['putRoom', 'removeRoom', 'setPeriod', 'removePeriod'] as const),
  ...(['changeActivity', 'cancelActivity', 'restoreActivity', 'skipDate', 'restoreDate', 'setLocation'] as const),
  ...([
    'setScooterRules',
    'setPictureCode',
    'putStaffMember',
    'removeStaffMember',
    'setStaffCode',
    'setStaffCard',
    'setStaffPhoto',
    'setStaffToday',
  ] as const),
  ...(['importResidents', 'importProgramme', 'importScooters', 'importStaff', 'importMenu'] as const),
  ...(['addCalendarLink', 'removeCalendarLink'] as const),
  ...(['putResident', 'leaveHouse', 'returnToHouse', 'setClearance', 'setResidentCard'] as const),
  ...(['postAnnouncement', 'changeAnnouncement', 'endAnnouncement'] as const),
];
const roles: readonly Role[] = ['resident', 'volunteer', 'manager', 'admin', 'operator'];

test('the table knows every command', () => {
  expect(Object.keys(permissions).sort()).toEqual(
    [...forEverybody, ...forShown, ...forStaff, ...forManagers, ...forOperators].sort(),
  );
});

describe.each(roles)('a %s', (role) => {
  test.each(proofs)('who shows %s may exactly what the table says', (proof) => {
    const known = role === 'resident' ? proof !== 'session' : true;
    for (const type of forEverybody) expect(may(type, role, proof)).toBe(known);
    const shown = role === 'resident' ? proof === 'card' || proof === 'code' : true;
    for (const type of forShown) expect(may(type, role, proof)).toBe(shown);
    for (const type of forStaff) expect(may(type, role, proof)).toBe(role !== 'resident');
    for (const type of forOperators) expect(may(type, role, proof)).toBe(role === 'operator');
    for (const type of forManagers)
      expect(may(type, role, proof)).toBe(['manager', 'admin', 'operator'].includes(role));
  });
});

describe('a judge', () => {
  const cancel: Command = { type: 'cancelActivity', activityId: 'choir/2026-10-14', reason: '' };
  const judged = (actor: Actor, role: Role) =>
    refusalOf(
      decide(
        house(),
        { id: commandId(1), command: cancel, actor, tappedAt: '2026-10-14T06:00:00Z' },
        { now: MORNING, tappedAt: MORNING, role },
      ),
    );

  test.each(roles)('never gives a resident’s envelope more than a resident’s power, not even of a %s', (role) => {
    expect(judged(resident('anna'), role)).toBe('notAllowed');
    expect(judged({ residentId: 'anna', proof: 'code', visitId: 'v' }, role)).toBe('notAllowed');
  });

  test('never believes an envelope that says it is staff where the sender is not', () => {
    expect(judged(staff, 'resident')).toBe('notAllowed');
    expect(judged(staff, 'volunteer')).toBe('notAllowed');
    expect(judged(staff, 'manager')).toBe('accepted');
  });
});

test.each([
  ['resident', 'kiosk', 'kiosk'],
  ['volunteer', 'volunteer', 'caller'],
  ['manager', 'manager', 'manager'],
  ['admin', 'manager', 'manager'],
  ['operator', 'manager', 'manager'],
] as const)('a %s reads what is for a %s, and who makes the round what is for a %s', (role, scope, calling) => {
  expect([scopeOf(role, false), scopeOf(role, true)]).toEqual([scope, calling]);
});
