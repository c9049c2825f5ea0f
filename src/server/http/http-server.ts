/**
 * The socket: hands requests to the app with the headers every answer has, and stops without leaving anybody without
 * an answer. Refuses to know any route.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Instant } from '../../domain/time.ts';
import type { Serve } from './by-host.ts';
import { refuse } from './problems.ts';

export interface HttpServerDeps {
  readonly serve: Serve;
  readonly headers: Readonly<Record<string, string>>;
  readonly now: () => Instant;
  readonly isStopping: () => boolean;
}

export interface HttpServer {
  /** Resolves with the port it listens on. Rejects with the system's error, such as EADDRINUSE. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connections and resolves once the last answer is out; after `patience` ms it hangs up. */
  stop(patience: number): Promise<void>;
}

export function createHttpServer({ serve, headers, now, isStopping }: HttpServerDeps): HttpServer {
  const always = Object.entries(headers);
  const listener = getRequestListener((request, env) => serve(request, env as HttpBindings), {
    errorHandler: () => refuse('requestMalformed'),
  });
  const server = createServer({ requestTimeout: 60_000, keepAliveTimeout: 75_000 }, (incoming, outgoing) => {
    for (const [name, value] of always) outgoing.setHeader(name, value);
    // Tablets set their clock by this one, so it is the clock that judges.
    outgoing.setHeader('date', new Date(now()).toUTCString());
    if (isStopping()) outgoing.setHeader('connection', 'close');
    void listener(incoming, outgoing);
  });
  return { listen: (port, host) => listenOn(server, port, host), stop: (patience) => stopServer(server, patience) };
}

function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stopServer(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection kept open after its answer must not keep the server.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}
