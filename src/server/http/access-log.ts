/** One line for each request: what was asked, how it ended, how long it took. Refuses addresses, queries and bodies. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../log.ts';
import type { HouseEnv, KnownSender } from './sender.ts';

export function accessLog(log: Log): MiddlewareHandler<HouseEnv> {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const ms = Math.round((performance.now() - start) * 10) / 10;
    // Not set where the request ended before anybody asked who sends it.
    const sender = c.get('sender') as KnownSender | undefined;
    const fields = { method: c.req.method, route: routePath(c), status: c.res.status, ms };
    log.info(
      'request',
      sender === undefined
        ? fields
        : { ...fields, device: sender.deviceId ?? (sender.staff === null ? sender.role : 'staff') },
    );
  };
}
