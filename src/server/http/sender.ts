/**
 * Who sends a request: an enrolled tablet by its cookie, or somebody with the server's own token. Refuses to believe
 * what a body says about that.
 */
import { timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { no, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Device } from '../db/store.ts';
import type { House } from '../house.ts';
import { type ProblemCode, refuse } from './problems.ts';

export interface KnownSender {
  /** Null for the operator. */
  readonly deviceId: string | null;
  readonly role: 'resident' | 'operator';
}

export interface HouseEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: { sender: KnownSender };
}
export type HouseContext = Context<HouseEnv>;

export const DEVICE_COOKIE = 'device';
/** A revoked tablet is refused after this long at the latest. */
const BELIEVED: Instant = 5_000;
const MOST_BELIEVED = 5_000;

export interface SenderDeps {
  readonly house: House;
  readonly operatorToken: string;
  readonly now: () => Instant;
}

export type FindSender = (c: HouseContext) => Promise<Result<KnownSender, ProblemCode>>;

/** Finds the sender of a request. Throws StoreUnavailable. */
export function createFindSender({ house, operatorToken, now }: SenderDeps): FindSender {
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
      return sameText(given, operatorToken) ? ok({ deviceId: null, role: 'operator' }) : no('operatorUnknown');
    }
    const token = getCookie(c, DEVICE_COOKIE);
    const device = token !== undefined && /^[\w-]{20,100}$/.test(token) ? await findDevice(token) : null;
    if (device === null) return no('deviceUnknown');
    return device.revoked ? no('deviceRevoked') : ok({ deviceId: device.id, role: 'resident' });
  };
}

/** Lets tablets and the operator through, and says to the route which. */
export function enrolledOnly(findSender: FindSender): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const sender = await findSender(c);
    if (!sender.ok) return refuse(sender.error);
    c.set('sender', sender.value);
    return next();
  };
}

/** Lets only the operator through. */
export function operatorOnly(findSender: FindSender): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const sender = await findSender(c);
    if (!sender.ok || sender.value.role !== 'operator') return refuse('operatorUnknown');
    c.set('sender', sender.value);
    return next();
  };
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
