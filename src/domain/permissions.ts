/** Who may have which intent: one table of command by role, and for residents by proof (DESIGN §4, §9). */
import type { Scope } from './board.ts';
import type { CommandType } from './commands.ts';
import type { Proof } from './envelope.ts';
import type { StaffRole } from './staff-member.ts';

/** `operator` is somebody with access to the server itself: the import and the tools beside it. */
export type Role = 'resident' | StaffRole | 'operator';

interface Permission {
  /** The proofs a resident needs one of; empty means no resident may. */
  readonly resident: readonly Proof[];
  readonly staff: readonly Exclude<Role, 'resident'>[];
}

const anyProof: readonly Proof[] = ['name', 'card', 'code'];
const everybody: Permission = { resident: anyProof, staff: ['volunteer', 'manager', 'admin', 'operator'] };
/** A vehicle on the public road: a name alone does not open it (DESIGN §9 Identity). */
const shown: Permission = { resident: ['card', 'code'], staff: ['volunteer', 'manager', 'admin', 'operator'] };
const staffOnly: Permission = { resident: [], staff: ['volunteer', 'manager', 'admin', 'operator'] };
/** What the server writes down by itself. */
const operators: Permission = { resident: [], staff: ['operator'] };
const managers: Permission = { resident: [], staff: ['manager', 'admin', 'operator'] };

export const permissions: { readonly [Type in CommandType]: Permission } = {
  signUp: everybody,
  changeGuests: everybody,
  withdraw: everybody,
  dismissNotice: everybody,
  addPlate: staffOnly,
  removePlate: staffOnly,
  restorePlate: staffOnly,
  letIn: staffOnly,
  backToLine: staffOnly,
  movePlate: staffOnly,
  chooseDish: everybody,
  setTakeAway: staffOnly,
  nameGuest: staffOnly,
  markPaid: staffOnly,
  markCame: staffOnly,
  setDiet: staffOnly,
  setGuestDiet: staffOnly,
  openMeal: staffOnly,
  closeMeal: staffOnly,
  resetMeal: staffOnly,
  finishMeal: staffOnly,
  printMeal: staffOnly,
  notePaperLine: staffOnly,
  setStanding: everybody,
  stopStanding: everybody,
  pauseStanding: everybody,
  resumeStanding: everybody,
  setMenu: staffOnly,
  putStaffMember: managers,
  removeStaffMember: managers,
  setStaffCode: managers,
  /** Everybody their own. */
  setStaffPassword: staffOnly,
  setStaffCard: managers,
  noteLockout: operators,
  book: shown,
  cancelBooking: shown,
  moveBooking: shown,
  takeScooter: shown,
  returnScooter: shown,
  seenBooking: shown,
  reportDefect: everybody,
  mendScooter: staffOnly,
  lendScooter: staffOnly,
  checkScooter: staffOnly,
  missScooter: everybody,
  setScooterRules: managers,
  setPictureCode: managers,
  /** A volunteer only whom the round was given to: `call-notes.ts`. */
  noteCall: staffOnly,
  undoCall: staffOnly,
  askVisit: everybody,
  takeBackVisit: everybody,
  changeActivity: managers,
  changeSeries: managers,
  putSeries: managers,
  endSeries: managers,
  copyActivities: managers,
  putRoom: managers,
  removeRoom: managers,
  setPeriod: managers,
  removePeriod: managers,
  markAttendance: staffOnly,
  countVisitors: staffOnly,
  messagePeople: managers,
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
  setClearance: managers,
  setResidentCard: managers,
  postAnnouncement: managers,
  changeAnnouncement: managers,
  endAnnouncement: managers,
  noteShowing: operators,
};

/** Whether the table allows it. Whose sign-up it is, is the rule's own question. */
export function may(type: CommandType, role: Role, proof: Proof): boolean {
  const permission = permissions[type];
  return role === 'resident' ? permission.resident.includes(proof) : permission.staff.includes(role);
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
