/** Which flat of this server a request is for, by the name it asked for. Refuses one that is no flat's. */
import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Flat } from '../config.ts';
import { refuse } from './problems.ts';
import type { HouseEnv } from './sender.ts';

/** What the server's own tools say instead of a host, with the operator's token. */
export const FLAT_HEADER = 'huiskamer-flat';

export interface ServedFlat {
  readonly flat: Flat;
  readonly app: Hono<HouseEnv>;
}

export type Serve = (request: Request, env: HttpBindings) => Response | Promise<Response>;

/** One flat answers whatever the name. Who balances the load asks for health under the name of no flat. */
export function serveByHost(served: readonly [ServedFlat, ...ServedFlat[]]): Serve {
  return (request, env) => {
    const found = served.length === 1 ? served[0] : served.find(({ flat }) => isFor(flat, env.incoming));
    if (found !== undefined) return found.app.fetch(request, env);
    const isHealth = new URL(request.url).pathname === '/api/health';
    return isHealth ? served[0].app.fetch(request, env) : refuse('hostUnknown');
  };
}

function isFor({ id, hostName }: Flat, { headers }: IncomingMessage): boolean {
  if (headers.authorization !== undefined && headers[FLAT_HEADER] !== undefined) return headers[FLAT_HEADER] === id;
  return (headers.host ?? '').toLowerCase().replace(/:\d+$/, '') === hostName;
}
