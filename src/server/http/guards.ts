/** Who may reach which route. Refuses to know what they may do there: the rules do. */
import type { MiddlewareHandler } from 'hono';
import { no } from '../../domain/result.ts';
import { type ProblemCode, refuse } from './problems.ts';
import { type FindSender, type HouseEnv, isOperator, type KnownSender } from './sender.ts';

/** Lets through who may be there, and says to the route who it is. */
function only(findSender: FindSender, complaint: (sender: KnownSender) => ProblemCode | null) {
  const guard: MiddlewareHandler<HouseEnv> = async (c, next) => {
    const sender = await findSender(c);
    if (!sender.ok) return refuse(sender.error);
    const wrong = complaint(sender.value);
    if (wrong !== null) return refuse(wrong);
    c.set('sender', sender.value);
    return next();
  };
  return guard;
}

/** Lets tablets, signed-in staff and the operator through. */
export const knownOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> => only(findSender, () => null);

/** Lets tablets and the operator through: what is shown there is for who stands at the screen. */
export const enrolledOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> =>
  only(findSender, (sender) => (isOperator(sender) || sender.deviceId !== null ? null : 'deviceUnknown'));

/** Lets signed-in staff and the operator through. */
export const staffOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> =>
  only(staffSender(findSender), notStaff);

/** The same where something is changed that lets somebody in: not for who came in by a code or a card (DESIGN §5). */
export const fullStaffOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> =>
  only(staffSender(findSender), (sender) => notStaff(sender) ?? notFull(sender));

const notStaff = (sender: KnownSender): ProblemCode | null =>
  isOperator(sender) || sender.staff !== null ? null : 'sessionUnknown';

const notFull = ({ staff }: KnownSender): ProblemCode | null => (staff?.full === false ? 'passwordNeeded' : null);

/** Who is no tablet either is asked to sign in. */
const staffSender =
  (findSender: FindSender): FindSender =>
  async (c) => {
    const sender = await findSender(c);
    return sender.ok || sender.error !== 'deviceUnknown' ? sender : no('sessionUnknown');
  };

/** Lets managers, admins and the operator through. */
export const managersOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> =>
  only(staffSender(findSender), notManager);

export const fullManagersOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> =>
  only(staffSender(findSender), (sender) => notManager(sender) ?? notFull(sender));

function notManager(sender: KnownSender): ProblemCode | null {
  const role = sender.staff?.role ?? sender.role;
  if (role === 'resident') return 'sessionUnknown';
  return role === 'volunteer' ? 'notAllowed' : null;
}

/** Lets only the operator through. */
export function operatorOnly(findSender: FindSender): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const sender = await findSender(c);
    if (!sender.ok || !isOperator(sender.value)) return refuse('operatorUnknown');
    c.set('sender', sender.value);
    return next();
  };
}
