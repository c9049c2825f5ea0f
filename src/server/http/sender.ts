/**
 * Who sends a request: an enrolled tablet or signed-in staff by their cookies, or somebody with the server's own token.
 * Refuses to believe what a body says about that.
 */
import { timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { no, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Device } from '../db/store.ts';
import type { House } from '../house.ts';
import type { Sessions, SignedIn } from '../sessions.ts';
import { type ProblemCode, refuse } from './problems.ts';

export interface KnownSender {
  /** Null for the operator, and for a browser that is no tablet of the house. */
  readonly deviceId: string | null;
  /** What the request may without a session. */
  readonly role: 'resident' | 'operator';
  /** Who is signed in at this browser. */
  readonly staff: SignedIn | null;
  /** A session came along that is over. */
  readonly sessionOver: boolean;
}

export interface HouseEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: { sender: KnownSender };
}
export type HouseContext = Context<HouseEnv>;

export const DEVICE_COOKIE = 'device';
export const SESSION_COOKIE = 'session';
/** A revoked tablet is refused after this long at the latest. */
const BELIEVED: Instant = 5_000;
const MOST_BELIEVED = 5_000;

export interface SenderDeps {
  readonly house: House;
  readonly sessions: Sessions;
  readonly operatorToken: string;
  readonly now: () => Instant;
}

export type FindSender = (c: HouseContext) => Promise<Result<KnownSender, ProblemCode>>;

/** Finds the sender of a request. Throws StoreUnavailable. */
export function createFindSender({ house, sessions, operatorToken, now }: SenderDeps): FindSender {
  const believed = new Map<string, { readonly device: Device | null; readonly until: Instant }>();

  const findDevice = async (token: string): Promise<Device | null> => {
    const tokenHash = house.secrets.hashToken(token);
    const known = believed.get(tokenHash);
    if (known !== undefined && known.until > now()) return known.device;
    const found = await house.store.findDevice(tokenHash);
    const device = found?.locationId === house.authority.locationId ? found : null;
    if (believed.size >= MOST_BELIEVED) believed.clear();
    // An unknown token is asked again each time: it may be enrolled a moment later, by another process.
    if (device !== null) believed.set(tokenHash, { device, until: now() + BELIEVED });
    return device;
  };

  return async (c) => {
    const authorization = c.req.header('authorization');
    if (authorization !== undefined) {
      const given = authorization.replace(/^Bearer /i, '');
      const operator = { deviceId: null, role: 'operator', staff: null, sessionOver: false } as const;
      return sameText(given, operatorToken) ? ok(operator) : no('operatorUnknown');
    }
    const token = getCookie(c, DEVICE_COOKIE);
    const device = token !== undefined && /^[\w-]{20,100}$/.test(token) ? await findDevice(token) : null;
    if (device?.revoked) return no('deviceRevoked');
    const session = getCookie(c, SESSION_COOKIE);
    // A feed that comes back by itself is nobody at work, nor is a resident at a tablet where staff are signed in.
    const atWork = c.req.path !== '/api/changes' && (device === null || c.req.query('as') === 'staff');
    const staff = session === undefined ? null : await sessions.find(session, atWork);
    const sessionOver = session !== undefined && staff === null;
    if (device === null && staff === null) {
      return no(sessionOver || c.req.query('as') === 'staff' ? 'sessionUnknown' : 'deviceUnknown');
    }
    return ok({ deviceId: device?.id ?? null, role: 'resident', staff, sessionOver });
  };
}

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

const isOperator = ({ role }: KnownSender) => role === 'operator';

/** Lets tablets, signed-in staff and the operator through. */
export const knownOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> => only(findSender, () => null);

/** Lets tablets and the operator through: what is shown there is for who stands at the screen. */
export const enrolledOnly = (findSender: FindSender): MiddlewareHandler<HouseEnv> =>
  only(findSender, (sender) => (isOperator(sender) || sender.deviceId !== null ? null : 'deviceUnknown'));

/** Lets signed-in staff and the operator through. */
export function staffOnly(findSender: FindSender): MiddlewareHandler<HouseEnv> {
  const find: FindSender = async (c) => {
    const sender = await findSender(c);
    return sender.ok || sender.error !== 'deviceUnknown' ? sender : no('sessionUnknown');
  };
  return only(find, (sender) => (isOperator(sender) || sender.staff !== null ? null : 'sessionUnknown'));
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

/**
 * What of the board is asked for: a browser can be a tablet and have somebody of the staff signed in, so it says which
 * it is now. `?as=staff` needs a session; without it this is a shared screen.
 */
export function scopeAsked(c: HouseContext): Result<'kiosk' | 'staff', ProblemCode> {
  const sender = c.get('sender');
  const as = c.req.query('as');
  if (as !== undefined && as !== 'staff') return no('requestMalformed');
  if (as === 'staff') return isOperator(sender) || sender.staff !== null ? ok('staff') : no('sessionUnknown');
  return isOperator(sender) || sender.deviceId !== null ? ok('kiosk') : no('deviceUnknown');
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
