/**
 * Makes a browser or tablet one of the house's devices. Refuses to show a token twice, and to enrol anybody by itself
 * anywhere but in a demonstration.
 */
import { randomUUID } from 'node:crypto';
import { setCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { deviceRequestSchema } from './messages.ts';
import { isDirect } from './origin.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import { DEVICE_COOKIE, type FindSender, type HouseContext } from './sender.ts';
import { createTries } from './tries.ts';

/** Browsers keep a cookie for 400 days at most. */
export const DEVICE_SECONDS = 400 * 86_400;
const MOST_IN_A_DEMONSTRATION = 60;

export interface EnrolmentDeps {
  readonly house: House;
  readonly demo: boolean;
  readonly now: () => Instant;
  readonly findSender: FindSender;
}

/** `POST /api/devices`, for the operator: 201 with what the device must send as its cookie. */
export function createDevicesRoute(deps: EnrolmentDeps): (c: HouseContext) => Promise<Response> {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(deviceRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { id, token } = await addDevice(asked.output.name, deps);
    return new Response(JSON.stringify({ id, cookie: `${DEVICE_COOKIE}=${token}` }), {
      status: 201,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

/** `POST /api/devices/demonstration`: 204 and a cookie, or nothing new where the browser has one already. */
export function createDemonstrationRoute(deps: EnrolmentDeps): (c: HouseContext) => Promise<Response> {
  const tries = createTries(MOST_IN_A_DEMONSTRATION);
  return async (c) => {
    const { socket, headers } = c.env.incoming;
    const isHere = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
    if (!deps.demo || !isHere || !isDirect(headers)) return refuse('notADemonstration');
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const sender = await deps.findSender(c);
    // Somebody of the staff who is signed in here does not make it a screen of the house.
    if (sender.ok && (sender.value.deviceId !== null || sender.value.role === 'operator')) return c.body(null, 204);
    const rest = tries.rest('', deps.now());
    if (rest > 0) return refuse('tooManyTries', { 'retry-after': String(rest) });
    tries.count('', deps.now());
    const { token } = await addDevice('demonstratie', deps);
    setCookie(c, DEVICE_COOKIE, token, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: DEVICE_SECONDS,
      secure: c.req.url.startsWith('https:'),
    });
    return c.body(null, 204);
  };
}

export async function addDevice(
  name: string,
  { house, now }: EnrolmentDeps,
): Promise<{ readonly id: string; readonly token: string }> {
  const [id, token] = [randomUUID(), house.secrets.newToken()];
  const { locationId } = house.authority;
  const tokenHash = house.secrets.hashToken(token);
  await house.store.addDevice({ id, name, revoked: false, locationId, tokenHash, at: now() });
  return { id, token };
}
