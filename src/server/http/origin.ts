/**
 * Where a request comes from. Refuses what another site makes a browser send, and in a demonstration everything that
 * did not come straight from this computer (DESIGN §10).
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '../config.ts';
import { refuse } from './problems.ts';
import type { HouseEnv } from './sender.ts';

/**
 * Every request that changes something says where it comes from, and that must be this server. Who sends the operator's
 * token needs no origin: a browser never adds that token by itself.
 */
export const ownOriginOnly: MiddlewareHandler<HouseEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const { origin, host, authorization } = c.env.incoming.headers;
  if (origin === undefined && authorization !== undefined) return next();
  // Browsers write both the same way: lower case, and no port where it is the usual one.
  const own = origin === `http://${host}` || origin === `https://${host}`;
  return own ? next() : refuse('originForeign');
};

/** In a demonstration: 421 for whoever is not at this computer. */
export const thisComputerOnly: MiddlewareHandler<HouseEnv> = async (c, next) =>
  isDirect(c.env.incoming.headers) ? next() : refuse('misdirected');

/** Whether nobody passed the request on, and it was meant for this computer. */
export function isDirect(headers: IncomingHttpHeaders): boolean {
  const passedOn = Object.keys(headers).some((name) => /^(forwarded|via|x-forwarded-.*|x-real-ip)$/.test(name));
  const url = URL.parse(`http://${headers.host ?? ''}`);
  return !passedOn && url !== null && isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
}
