/** `POST /api/heartbeats`: a tablet tells how it is. Keeps the last one alone, and refuses to believe who sends it. */
import * as v from 'valibot';
import { heartbeatSchema } from '../../domain/heartbeat.ts';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface HeartbeatsDeps {
  readonly house: House;
  readonly now: () => Instant;
}

/** A tablet tells it once a minute; what comes sooner is heard and not written. */
const MOST_OFTEN: Instant = 20_000;
const MOST_REMEMBERED = 5_000;

export function createHeartbeatsRoute({ house, now }: HeartbeatsDeps): (c: HouseContext) => Promise<Response> {
  const written = new Map<string, Instant>();
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    // A newer build may tell more than this server knows: the rest is left out.
    const told = v.safeParse(heartbeatSchema, body.value);
    if (!told.success) return refuse('requestMalformed');
    const { deviceId } = c.get('sender');
    if (deviceId === null) return refuse('deviceUnknown');
    const at = now();
    if (Math.abs(at - (written.get(deviceId) ?? Number.NEGATIVE_INFINITY)) < MOST_OFTEN) return c.body(null, 204);
    if (written.size >= MOST_REMEMBERED) written.clear();
    written.set(deviceId, at);
    await house.store.deviceTold({ locationId: house.authority.locationId, id: deviceId }, told.output, at);
    return c.body(null, 204);
  };
}
