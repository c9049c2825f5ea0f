/**
 * Who sends a request: an enrolled tablet or signed-in staff by their cookies, or somebody with the server's own token.
 * Refuses to believe what a body says about that.
 */
import { timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { scopeOf } from '../../domain/permissions.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { KnownDevice } from '../db/store.ts';
import type { FeedScope } from '../feed.ts';
import type { House } from '../house.ts';
import type { Sessions, SignedIn } from '../sessions.ts';
import type { ProblemCode } from './problems.ts';

export interface KnownSender {
  /** Null for the operator, and for a browser that is no tablet of the house. */
  readonly deviceId: string | null;
  /** As people call it, such as "hal". */
  readonly deviceName: string | null;
  /** When this tablet was last answered, as far as it is written down, by whichever process; null is not known. */
  readonly lastAnswered: Instant | null;
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
/** How exactly it is known when a tablet was last there. */
const SEEN_EVERY: Instant = MINUTE;

export interface SenderDeps {
  readonly house: House;
  readonly sessions: Sessions;
  readonly operatorToken: string;
  readonly now: () => Instant;
}

export type FindSender = (c: HouseContext) => Promise<Result<KnownSender, ProblemCode>>;

/** Finds the sender of a request. Throws StoreUnavailable. */
export function createFindSender({ house, sessions, operatorToken, now }: SenderDeps): FindSender {
  const believed = new Map<string, { readonly device: KnownDevice | null; readonly until: Instant }>();

  const findDevice = async (token: string): Promise<KnownDevice | null> => {
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

  const seen = new Map<string, Instant>();
  const noteSeen = (id: string) => {
    const at = now();
    if (at < (seen.get(id) ?? Number.NEGATIVE_INFINITY) + SEEN_EVERY) return;
    seen.set(id, at);
    // Nice to know, and nobody waits for it.
    house.store.touchDevice({ locationId: house.authority.locationId, id }, at).catch(() => seen.delete(id));
  };

  return async (c) => {
    const authorization = c.req.header('authorization');
    if (authorization !== undefined) {
      const given = authorization.replace(/^Bearer /i, '');
      const nobody = { deviceId: null, deviceName: null, lastAnswered: null, staff: null, sessionOver: false };
      const operator = { ...nobody, role: 'operator' } as const;
      return sameText(given, operatorToken) ? ok(operator) : no('operatorUnknown');
    }
    const token = getCookie(c, DEVICE_COOKIE);
    const device = token !== undefined && /^[\w-]{20,100}$/.test(token) ? await findDevice(token) : null;
    if (device?.revoked) return no('deviceRevoked');
    if (device !== null) noteSeen(device.id);
    const session = getCookie(c, SESSION_COOKIE);
    // A feed that comes back by itself is nobody at work, nor is a resident at a tablet where staff are signed in.
    const atWork = c.req.path !== '/api/changes' && (device === null || c.req.query('as') === 'staff');
    const staff = session === undefined ? null : await sessions.find(session, { deviceId: device?.id ?? null, atWork });
    const sessionOver = session !== undefined && staff === null;
    if (device === null && staff === null) {
      return no(sessionOver || c.req.query('as') === 'staff' ? 'sessionUnknown' : 'deviceUnknown');
    }
    const known = { deviceId: device?.id ?? null, deviceName: device?.name ?? null };
    const lastAnswered = device?.lastAnswered ?? null;
    return ok({ ...known, lastAnswered, role: 'resident', staff, sessionOver });
  };
}

export const isOperator = ({ role }: KnownSender): boolean => role === 'operator';

/**
 * What of the board is asked for: a browser can be a tablet and have somebody of the staff signed in, so it says which
 * it is now. `?as=staff` needs a session, and gives what its role may read; without it this is a shared screen.
 */
export function scopeAsked(c: HouseContext): Result<FeedScope, ProblemCode> {
  const as = c.req.query('as');
  if (as !== undefined && as !== 'staff') return no('requestMalformed');
  const scope = scopeOfSender(c.get('sender'), as === 'staff');
  return scope === null ? no(as === 'staff' ? 'sessionUnknown' : 'deviceUnknown') : ok(scope);
}

/** Null where there is none of that kind. */
export function scopeOfSender(sender: KnownSender, asStaff: boolean): FeedScope | null {
  const role = sender.staff?.role ?? sender.role;
  if (asStaff) return role === 'resident' ? null : scopeOf(role, sender.staff?.calls ?? false);
  return isOperator(sender) || sender.deviceId !== null ? 'kiosk' : null;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
