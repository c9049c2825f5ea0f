/**
 * `/api/devices`: which tablets the house has, a code that makes a new one, and putting one out. Refuses to say of a code
 * that does not work why, and to let anybody try without end.
 */
import { randomInt } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { type Instant, instantText, MINUTE } from '../../domain/time.ts';
import type { NoteRest } from '../lockouts.ts';
import type { Sessions } from '../sessions.ts';
import { addressOf } from './address.ts';
import { type ClientFiles, servedBuild } from './client-files.ts';
import { addDevice, DEVICE_SECONDS, type EnrolmentDeps } from './enrolment.ts';
import { enrolRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import { DEVICE_COOKIE, type FindSender, type HouseContext, SESSION_COOKIE } from './sender.ts';
import { cookieFor } from './session-routes.ts';
import { createTries } from './tries.ts';

export interface DeviceRoutesDeps extends EnrolmentDeps {
  readonly noteRest: NoteRest;
  readonly findSender: FindSender;
  readonly sessions: Pick<Sessions, 'end'>;
}

export interface DeviceListDeps extends Pick<EnrolmentDeps, 'house'> {
  readonly clientFiles: ClientFiles;
}

type Route = (c: HouseContext) => Promise<Response>;

/** Without what looks alike: 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V. */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
const LENGTH = 6;
const LIFE: Instant = 10 * MINUTE;
const MOST_OF_AN_ADDRESS = 10;

/** `POST /api/devices/codes`, for managers: 201 with what to type at the new tablet. */
export function createDeviceCodeRoute({ house, now }: DeviceRoutesDeps): Route {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const until = now() + LIFE;
    await house.store.addOnceCode({ ...onceCode(code, { house }), until });
    return json(201, { code, until: instantText(until) });
  };
}

/** `POST /api/devices/enrol`, for who has typed such a code: 204 with the cookie of a tablet. */
export function createEnrolRoute(deps: DeviceRoutesDeps): Route {
  const { house, now, noteRest } = deps;
  // By address alone: nobody keeps another's tablet out by guessing, and there are 148 million codes.
  const tries = createTries(MOST_OF_AN_ADDRESS);
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(enrolRequestSchema, body.value);
    if (!asked.success || asked.output.name.trim() === '') return refuse('requestMalformed');
    const [address, at] = [addressOf(c), now()];
    const seconds = tries.rest(address, at);
    if (seconds > 0) return refuse('tooManyTries', { 'retry-after': String(seconds) });
    // Before it is known whether it is right, so that many at once are not more than one after another.
    tries.count(address, at);
    const begun = tries.rest(address, at);
    const typed = asked.output.code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    if (!(await house.store.takeOnceCode(onceCode(typed, deps), at))) {
      const until = at + begun * 1000;
      if (begun > 0) await noteRest({ way: 'enrolment', staffId: null, device: null, until });
      return refuse('codeUnknown');
    }
    tries.takeBack(address, at);
    const { token } = await addDevice(asked.output.name.trim(), deps);
    await endSession(c, deps);
    setCookie(c, DEVICE_COOKIE, token, { ...cookieFor(c), maxAge: DEVICE_SECONDS });
    return c.body(null, 204);
  };
}

/** Who made the tablet one of the house leaves nothing of theirs on it. */
async function endSession(c: HouseContext, { sessions }: Pick<DeviceRoutesDeps, 'sessions'>): Promise<void> {
  const session = getCookie(c, SESSION_COOKIE);
  if (session === undefined) return;
  await sessions.end(session);
  deleteCookie(c, SESSION_COOKIE, cookieFor(c));
}

const onceCode = (code: string, { house }: Pick<DeviceRoutesDeps, 'house'>) =>
  ({
    locationId: house.authority.locationId,
    purpose: 'enrolment',
    hash: house.secrets.hashEnrolmentCode(code),
  }) as const;

/** `GET /api/devices`, for managers. */
export function createDeviceListRoute({ clientFiles, house }: DeviceListDeps): Route {
  const served = servedBuild(clientFiles);
  return async () => {
    const devices = await house.store.listDevices(house.authority.locationId);
    const newestFirst = [...devices].sort((a, b) => b.at - a.at);
    const listed = newestFirst.map(({ at, lastSeen, told, ...device }) => ({
      ...device,
      at: instantText(at),
      lastSeen: lastSeen === null ? null : instantText(lastSeen),
      told:
        told === null ? null : { ...told, at: instantText(told.at), older: served !== null && told.build !== served },
    }));
    return json(200, listed);
  };
}

/** `DELETE /api/devices/:id`, for managers: 204, also where it was put out before. */
export function createRevokeRoute({ house }: DeviceRoutesDeps): Route {
  return async (c) => {
    const found = await house.store.revokeDevice(house.authority.locationId, c.req.param('id') ?? '');
    return found ? c.body(null, 204) : refuse('deviceNotFound');
  };
}

const json = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
