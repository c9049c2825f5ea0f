/**
 * `POST /api/devices/unsent`: a tablet that was put out says which commands it had not brought, before it forgets them
 * (DESIGN §5). They go into the log by their ids. Refuses to hear what was in them, and anybody but such a tablet.
 */
import { getCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import type { Log } from '../log.ts';
import { unsentRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import { DEVICE_COOKIE, type HouseContext } from './sender.ts';
import { createTries } from './tries.ts';

/** Of one tablet in an hour: whoever has it now does not fill the log. */
const MOST_OF_A_DEVICE = 20;

export interface UnsentDeps {
  readonly house: Pick<House, 'authority' | 'secrets' | 'store'>;
  readonly log: Log;
  readonly now: () => Instant;
}

export function createUnsentRoute({ house, log, now }: UnsentDeps): (c: HouseContext) => Promise<Response> {
  const { authority, secrets, store } = house;
  const tries = createTries(MOST_OF_A_DEVICE);
  return async (c) => {
    const token = getCookie(c, DEVICE_COOKIE);
    const device = token === undefined ? null : await store.findDevice(secrets.hashToken(token));
    if (device === null || device.locationId !== authority.locationId || !device.revoked)
      return refuse('deviceUnknown');
    const body = await readJson(c.env.incoming, 16 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(unsentRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const at = now();
    const rest = tries.rest(device.id, at);
    if (rest > 0) return refuse('tooManyTries', { 'retry-after': String(rest) });
    tries.count(device.id, at);
    const { commandIds } = asked.output;
    log.warn('put-out-unsent', {
      deviceId: device.id,
      count: commandIds.length,
      commandIds: commandIds.join(' '),
    });
    return c.body(null, 204);
  };
}
