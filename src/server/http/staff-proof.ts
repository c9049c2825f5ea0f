/**
 * Whether a command of staff counts as theirs, and with which role it is judged: by the session that came along, or by
 * one that was open on that tablet at the tap, for what may come late (DESIGN §4). Refuses to lend anybody more than the session they have.
 */
import type { Envelope } from '../../domain/commands.ts';
import { countsLate, type Role } from '../../domain/permissions.ts';
import { believedTap } from '../../domain/protocol.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { type StaffRole, staffRoles } from '../../domain/staff-member.ts';
import { row } from '../../domain/table.ts';
import { type Instant, instantOfText } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import type { Sessions } from '../sessions.ts';
import type { KnownSender } from './sender.ts';

export interface StaffDelivery {
  readonly sender: KnownSender;
  readonly lastAnswered: Instant | null;
  readonly authority: Authority;
  readonly sessions: Sessions;
  readonly now: () => Instant;
}

export interface StaffProof {
  readonly proven: boolean;
  readonly role: Role;
}

/** `sessionUnknown`: it may come again once somebody has signed in. Throws StoreUnavailable. */
export async function proveStaff(
  { actor, command, tappedAt }: Envelope,
  delivery: StaffDelivery,
): Promise<Result<StaffProof, 'sessionUnknown'>> {
  const { sender, lastAnswered, sessions, now } = delivery;
  const { deviceId, staff } = sender;
  if ('residentId' in actor) return ok({ proven: false, role: sender.role });
  if (sender.role === 'operator') return ok({ proven: true, role: sender.role });
  const { staffId } = actor;
  const isTheirs = staff?.staffId === staffId;
  const said = instantOfText(tappedAt);
  const atTablet =
    deviceId !== null &&
    countsLate(command.type) &&
    !Number.isNaN(said) &&
    (await sessions.tapCounts({ staffId, deviceId, tappedAt: believedTap(said, now(), lastAnswered) }));
  if (isTheirs) return ok({ proven: true, role: staff.role });
  const role = roleOf(staffId, delivery);
  if (atTablet && role !== null) return ok({ proven: true, role });
  // Who is off the team cannot sign in any more: waiting for that would be for ever.
  if (staff === null) return role === null ? ok({ proven: false, role: sender.role }) : no('sessionUnknown');
  // Somebody else stands there now: whether it was theirs, who leads decides, and never with more power than either has.
  const decides = deviceId !== null && staff.role !== 'volunteer' && role !== null;
  return ok({ proven: decides, role: decides ? lesser(role, staff.role) : staff.role });
}

const roleOf = (staffId: string, { authority }: StaffDelivery): StaffRole | null =>
  row(authority.state().board.staffMember, staffId, staffId)?.role ?? null;

const lesser = (a: StaffRole, b: StaffRole): StaffRole => (staffRoles.indexOf(a) < staffRoles.indexOf(b) ? a : b);
