/**
 * Who is on the team, and the ways in each of them has. Managers act on volunteers and on themselves, admins on everybody
 * (DESIGN §10). Refuses to know a code, a card or a password: hashes come from the server's own routes.
 */
import type { Board } from './board.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Refusal } from './refusals.ts';
import { no, ok } from './result.ts';
import type { Lockout, StaffMember, StaffSecret } from './staff-member.ts';
import { row, rows } from './table.ts';
import { DAY, instantOfText, instantText } from './time.ts';

/** A rest is something to look at for so long. */
const LOCKOUTS_KEPT = 30 * DAY;
/** However long somebody goes on guessing. */
const MOST_LOCKOUTS = 500;

export function putStaffMember({ id, ...fields }: CommandOf<'putStaffMember'>, judgement: Judgement): Verdict {
  const { type: _type, ...member } = fields;
  if (id !== null && memberOf(judgement.board, id) === undefined) return no({ type: 'staffUnknown', staffId: id });
  return putMembers([{ ...member, id: id ?? judgement.newId() }], judgement);
}

/** These members as they will be, new ones too: all of them or none. */
export function putMembers(members: readonly StaffMember[], judgement: Judgement): Verdict {
  const { board } = judgement;
  for (const member of members) {
    const now = memberOf(board, member.id);
    if (now !== undefined && !mayActOn(now, judgement)) return no({ type: 'notAllowed' });
    if (!mayGive(member.role, now, judgement)) return no({ type: 'notAllowed' });
  }
  const after = new Map([...rows(board.staffMember)].map((each) => [each.id, each]));
  for (const member of members) after.set(member.id, member);
  if (haveOneName([...after.values()])) return no({ type: 'nameTaken' });
  const refusal = withoutAdmin(board, [...after.values()]);
  if (refusal !== null) return no(refusal);
  return ok(members.map((member): Change => ({ type: 'staffMemberPut', row: member })));
}

export function removeStaffMember({ staffId }: CommandOf<'removeStaffMember'>, judgement: Judgement): Verdict {
  const { board } = judgement;
  const member = memberOf(board, staffId);
  if (member === undefined) return no({ type: 'staffUnknown', staffId });
  if (!mayActOn(member, judgement)) return no({ type: 'notAllowed' });
  const rest = [...rows(board.staffMember)].filter(({ id }) => id !== staffId);
  const refusal = withoutAdmin(board, rest);
  if (refusal !== null) return no(refusal);
  return ok([
    { type: 'staffMemberRemoved', parent: staffId, id: staffId },
    { type: 'staffSecretRemoved', parent: staffId, id: staffId },
    { type: 'staffFaceRemoved', parent: staffId, id: staffId },
    ...withoutCards(board, staffId),
  ]);
}

export function setStaffCode({ staffId, codeHash }: CommandOf<'setStaffCode'>, judgement: Judgement): Verdict {
  return withMember(staffId, judgement, () => ok([secretPut(staffId, { codeHash }, judgement.board)]));
}

/** A name is one account: two would open each other's. */
export function setStaffPassword(command: CommandOf<'setStaffPassword'>, judgement: Judgement): Verdict {
  const { staffId, userName, passwordHash } = command;
  // A name without a password, or the other way round, lets nobody in.
  if ((userName === null) !== (passwordHash === null)) return no({ type: 'notAllowed' });
  return withMember(staffId, judgement, ({ board }) => {
    const others = [...rows(board.staffSecret)].filter(({ id }) => id !== staffId);
    if (userName !== null && others.some((each) => each.userName === userName)) return no({ type: 'userNameTaken' });
    return ok([secretPut(staffId, { userName, passwordHash }, board)]);
  });
}

/** One card a person: a new one takes the place of the one that was lost. Somebody else's card stays theirs. */
export function setStaffCard({ staffId, cardHash }: CommandOf<'setStaffCard'>, judgement: Judgement): Verdict {
  return withMember(staffId, judgement, ({ board }) => {
    if (cardHash === null) return ok(withoutCards(board, staffId));
    const held = row(board.staffCard, cardHash, cardHash);
    if (held !== undefined && held.staffId !== staffId) return no({ type: 'notAllowed' });
    const earlier = withoutCards(board, staffId).filter(({ id }) => id !== cardHash);
    return ok([...earlier, { type: 'staffCardPut', row: { id: cardHash, staffId } }]);
  });
}

export function noteLockout(command: CommandOf<'noteLockout'>, { board, now, newId }: Judgement): Verdict {
  const { type: _type, ...rest } = command;
  const lockout: Lockout = { ...rest, id: newId(), at: instantText(now) };
  const newestFirst = [...rows(board.lockout)].sort((a, b) => instantOfText(b.at) - instantOfText(a.at));
  const old = newestFirst.filter(
    ({ at }, index) => index >= MOST_LOCKOUTS - 1 || instantOfText(at) < now - LOCKOUTS_KEPT,
  );
  const gone = old.map(({ id }): Change => ({ type: 'lockoutRemoved', parent: id, id }));
  return ok([...gone, { type: 'lockoutPut', row: lockout }]);
}

/** What the rule says of a member they may act on. */
export function withMember(staffId: string, judgement: Judgement, rule: (judgement: Judgement) => Verdict): Verdict {
  const member = memberOf(judgement.board, staffId);
  if (member === undefined) return no({ type: 'staffUnknown', staffId });
  return mayActOn(member, judgement) ? rule(judgement) : no({ type: 'notAllowed' });
}

const memberOf = (board: Board, id: string): StaffMember | undefined => row(board.staffMember, id, id);

const isTop = ({ role }: Judgement): boolean => role === 'admin' || role === 'operator';

function mayActOn(member: StaffMember, judgement: Judgement): boolean {
  const { actor, role } = judgement;
  if (isTop(judgement) || ('staffId' in actor && actor.staffId === member.id)) return true;
  return role === 'manager' && member.role === 'volunteer';
}

/** Nobody gives more than volunteer but an admin; who is more already stays so. */
function mayGive(role: StaffMember['role'], now: StaffMember | undefined, judgement: Judgement): boolean {
  return isTop(judgement) || role === 'volunteer' || role === now?.role;
}

function withoutAdmin(board: Board, after: readonly StaffMember[]): Refusal | null {
  const isAdmin = ({ role }: StaffMember) => role === 'admin';
  const had = [...rows(board.staffMember)].some(isAdmin);
  return had && !after.some(isAdmin) ? { type: 'lastAdmin' } : null;
}

function haveOneName(members: readonly StaffMember[]): boolean {
  const names = members.map(({ name }) => name.trim().toLowerCase());
  return new Set(names).size < names.length;
}

function secretPut(staffId: string, fields: Partial<StaffSecret>, board: Board): Change {
  const now = row(board.staffSecret, staffId, staffId) ?? { codeHash: null, userName: null, passwordHash: null };
  return { type: 'staffSecretPut', row: { ...now, ...fields, id: staffId } };
}

function withoutCards(board: Board, staffId: string): readonly (Change & { readonly id: string })[] {
  const cards = [...rows(board.staffCard)].filter((card) => card.staffId === staffId);
  return cards.map(({ id }) => ({ type: 'staffCardRemoved', parent: id, id }));
}
