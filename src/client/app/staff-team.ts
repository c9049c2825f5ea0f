/** The team as its managers see it, and what each of them may change of whom. Refuses to know a code or a password. */
import type { Board } from '../../domain/board.ts';
import type { Lockout, StaffMember, StaffRole } from '../../domain/staff-member.ts';
import { row, rows } from '../../domain/table.ts';
import { DAY, type Instant, instantOfText, MINUTE } from '../../domain/time.ts';
import type { Account, Me } from '../sync/staff-session.ts';
import type {
  TeamAnswer as AnswerOfTeam,
  TeamNo as NoOfTeam,
  Device as TeamDevice,
  NewTablet as TeamNewTablet,
  Secret as TeamSecret,
  Way as WayIn,
} from '../sync/team-desk.ts';

export type Device = TeamDevice;
export type Secret = TeamSecret;
export type NewTablet = TeamNewTablet;
export type TeamAnswer<Value> = AnswerOfTeam<Value>;
export type TeamNo = NoOfTeam;
export type Way = WayIn;

/** NIST SP 800-63B: length is what counts. The server also knows the common ones. */
export const passwordLength = { least: 12, most: 200 } as const;
const LONGEST_USER_NAME = 40;

/** What is wrong with it before it is sent; null is nothing that this side can see. */
export function whyNotAccount({ userName, password }: Account) {
  if (userName.trim() === '') return 'noUserName';
  if (userName.trim().length > LONGEST_USER_NAME) return 'longUserName';
  if (password.length < passwordLength.least) return 'short';
  if (password.length > passwordLength.most) return 'long';
  return password.trim().toLowerCase() === userName.trim().toLowerCase() ? 'isUserName' : null;
}

export const rolesInOrder: readonly StaffRole[] = ['admin', 'manager', 'volunteer'];

/** Managers look after volunteers and themselves; admins and who runs the server after everybody. */
export function mayChange(me: Me, member: Pick<StaffMember, 'id' | 'role'>): boolean {
  if (me.role === 'admin' || me.role === 'operator') return true;
  return me.role === 'manager' && (member.role === 'volunteer' || member.id === me.staffId);
}

/** Which roles somebody may be given. A manager keeps their own. */
export function rolesToGive(me: Me, member: Pick<StaffMember, 'id' | 'role'> | null): readonly StaffRole[] {
  if (me.role === 'admin' || me.role === 'operator') return rolesInOrder;
  return member !== null && member.id === me.staffId ? [member.role] : ['volunteer'];
}

/** By role, then by name. */
export function teamOf(board: Board): readonly StaffMember[] {
  const place = (member: StaffMember) => rolesInOrder.indexOf(member.role);
  return [...rows(board.staffMember)].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'nl'));
}

export const memberOf = (board: Board, staffId: string): StaffMember | null =>
  row(board.staffMember, staffId, staffId) ?? null;

export interface RecentLockout extends Lockout {
  readonly who: string | null;
  /** Whether the way in still rests. */
  readonly rests: boolean;
}

const SHOWN_DAYS = 7;

/** Of the last week, latest first. */
export function recentLockouts(board: Board, now: Instant): readonly RecentLockout[] {
  return [...rows(board.lockout)]
    .filter(({ at }) => now - instantOfText(at) < SHOWN_DAYS * DAY)
    .sort((a, b) => instantOfText(b.at) - instantOfText(a.at))
    .map((lockout) => ({
      ...lockout,
      who: lockout.staffId === null ? null : (memberOf(board, lockout.staffId)?.name ?? null),
      rests: instantOfText(lockout.until) > now,
    }));
}

/** "482 913" */
export const inTwo = (code: string): string => `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;

/** Longer silent than this is out of reach: a kiosk tells of itself every minute. */
const SILENT = 10 * MINUTE;
const SECOND = 1_000;

/** For how many seconds a code for a new tablet works. */
export const CODE_LASTS = (10 * MINUTE) / SECOND;

export const isOut = ({ revoked }: Device): boolean => revoked !== null && revoked !== false;

export const isSeen = ({ lastSeen }: Device, now: Instant): boolean =>
  lastSeen !== null && now - instantOfText(lastSeen) < SILENT;

export const minutesSince = (at: Instant, now: Instant): number => Math.max(0, Math.floor((now - at) / MINUTE));

/** Never below zero. */
export const secondsUntil = (until: string, now: Instant): number =>
  Math.max(0, Math.ceil((instantOfText(until) - now) / SECOND));
