/** Who may have which intent: of the team by role, and of residents by proof (DESIGN §4, §9). */
import type { Scope } from './board.ts';
import type { CommandType } from './commands.ts';
import type { Proof } from './envelope.ts';
import { residentMay } from './resident-permissions.ts';
import type { StaffRole } from './staff-member.ts';

/** `operator` is somebody with access to the server itself: the import and the tools beside it. */
export type Role = 'resident' | StaffRole | 'operator';

type Staff = Exclude<Role, 'resident'>;

const team: readonly Staff[] = ['volunteer', 'manager', 'admin', 'operator'];
const managers: readonly Staff[] = ['manager', 'admin', 'operator'];
/** What the server writes down by itself. */
const operators: readonly Staff[] = ['operator'];

/** Of residents: `resident-permissions.ts`. */
export const permissions: { readonly [Type in CommandType]: readonly Staff[] } = {
  signUp: team,
  changeGuests: team,
  withdraw: team,
  dismissNotice: team,
  addPlate: team,
  removePlate: team,
  restorePlate: team,
  letIn: team,
  backToLine: team,
  movePlate: team,
  chooseDish: team,
  setTakeAway: team,
  nameGuest: team,
  markPaid: team,
  markCame: team,
  setDiet: team,
  setGuestDiet: team,
  openMeal: team,
  closeMeal: team,
  resetMeal: team,
  finishMeal: team,
  printMeal: team,
  notePaperLine: team,
  setStanding: team,
  stopStanding: team,
  pauseStanding: team,
  resumeStanding: team,
  setMenu: team,
  putStaffMember: managers,
  removeStaffMember: managers,
  setStaffCode: managers,
  /** Everybody their own. */
  setStaffPassword: team,
  setStaffCard: managers,
  setStaffPhoto: managers,
  setStaffToday: managers,
  noteLockout: operators,
  book: team,
  cancelBooking: team,
  moveBooking: team,
  takeScooter: team,
  returnScooter: team,
  seenBooking: team,
  reportDefect: team,
  mendScooter: team,
  lendScooter: team,
  checkScooter: team,
  missScooter: team,
  setScooterRules: managers,
  setPictureCode: managers,
  /** A volunteer only whom the round was given to: `call-notes.ts`. */
  noteCall: team,
  undoCall: team,
  putOnRound: team,
  askVisit: team,
  takeBackVisit: team,
  changeActivity: managers,
  changeSeries: managers,
  putSeries: managers,
  endSeries: managers,
  copyActivities: managers,
  putRoom: managers,
  removeRoom: managers,
  setPeriod: managers,
  removePeriod: managers,
  markAttendance: team,
  countVisitors: team,
  messagePeople: managers,
  letPass: managers,
  cancelActivity: managers,
  restoreActivity: managers,
  skipDate: managers,
  restoreDate: managers,
  setLocation: managers,
  importResidents: managers,
  importProgramme: managers,
  importScooters: managers,
  importStaff: managers,
  importMenu: managers,
  addCalendarLink: managers,
  removeCalendarLink: managers,
  putResident: managers,
  leaveHouse: managers,
  returnToHouse: managers,
  /** Through a route of its own, which also writes down that no backup may bring them back. */
  eraseResident: operators,
  setClearance: managers,
  setResidentCard: managers,
  postAnnouncement: managers,
  changeAnnouncement: managers,
  endAnnouncement: managers,
  noteShowing: operators,
};

/** Whether the tables allow it. Whose sign-up it is, is the rule's own question. */
export function may(type: CommandType, role: Role, proof: Proof): boolean {
  return role === 'resident' ? residentMay(type, proof) : permissions[type].includes(role);
}

/**
 * What counts of staff although their session is over, because the tablet could not send it earlier: their work at a meal.
 * Anything else needs somebody who is signed in when it arrives.
 */
const mayComeLate: ReadonlySet<CommandType> = new Set([
  'addPlate',
  'removePlate',
  'restorePlate',
  'letIn',
  'backToLine',
  'movePlate',
  'chooseDish',
  'setTakeAway',
  'nameGuest',
  'markPaid',
  'markCame',
  'setDiet',
  'setGuestDiet',
  'openMeal',
  'closeMeal',
  'resetMeal',
  'finishMeal',
  'printMeal',
  'notePaperLine',
  'setStanding',
  'stopStanding',
  'pauseStanding',
  'resumeStanding',
]);

export const countsLate = (type: CommandType): boolean => mayComeLate.has(type);

/** Changes who is let in: a session of ten minutes at a tablet in the hall may not make itself last. */
const letsIn: ReadonlySet<CommandType> = new Set([
  'putStaffMember',
  'removeStaffMember',
  'importStaff',
  'setStaffCode',
  'setStaffPassword',
  'setStaffCard',
  'setPictureCode',
]);

export const needsPassword = (type: CommandType): boolean => letsIn.has(type);

/**
 * What a role may read: the collections of this scope (`board.ts`) and of those before it. `calls` is whether they make the
 * call-and-knock round: who does, may know the numbers to call.
 */
export function scopeOf(role: Role, calls: boolean): Exclude<Scope, 'server'> {
  if (role === 'resident') return 'kiosk';
  if (role !== 'volunteer') return 'manager';
  return calls ? 'caller' : 'volunteer';
}
