// A whole house on a real socket: the real routes, authority and rules over a store in memory, at a time of its own.

import { hash } from 'node:crypto';
import http from 'node:http';
import { onTestFinished } from 'vitest';
import type { BoardRows } from '../../../src/domain/board.ts';
import type { Envelope } from '../../../src/domain/commands.ts';
import { type Instant, instantText } from '../../../src/domain/time.ts';
import { createApp } from '../../../src/server/app.ts';
import { type Authority, openAuthority } from '../../../src/server/authority.ts';
import type { OpenedBy, Store } from '../../../src/server/db/store.ts';
import { createFeed, type Feed } from '../../../src/server/feed.ts';
import { createFirstAdmin } from '../../../src/server/first-admin.ts';
import type { House } from '../../../src/server/house.ts';
import type { ClientFiles } from '../../../src/server/http/client-files.ts';
import { createHttpServer } from '../../../src/server/http/http-server.ts';
import type { ImportFiles } from '../../../src/server/http/import-route.ts';
import { securityHeaders } from '../../../src/server/http/security-headers.ts';
import { createLog } from '../../../src/server/log.ts';
import { createPasswords } from '../../../src/server/passwords.ts';
import { secretsOf } from '../../../src/server/secrets.ts';
import { createSessions, type Sessions } from '../../../src/server/sessions.ts';
import { createSisters, type Sister } from '../../../src/server/sisters.ts';
import { commandId, houseRows, MORNING, resident } from '../../support/builders.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

export interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
  json(): ReturnType<typeof JSON.parse>;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Without one each request has its own connection. */
  readonly agent?: http.Agent | undefined;
}

export interface TestHouse {
  readonly port: number;
  readonly origin: string;
  readonly store: MemoryStore;
  readonly authority: Authority;
  readonly feed: Feed;
  readonly sessions: Sessions;
  readonly operatorToken: string;
  /** By which the store knows the tablet. */
  readonly tokenHash: string;
  /** Of an enrolled tablet. */
  readonly cookie: string;
  readonly deviceId: string;
  readonly logged: () => string;
  /** What the clock says. */
  setNow(now: Instant): void;
  /** As it is, without cookie and origin. */
  raw(path: string, ask?: Ask): Promise<Reply>;
  /** As the tablet. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>, agent?: http.Agent): Promise<Reply>;
  /** As the operator. */
  operate(path: string, body: unknown): Promise<Reply>;
  /** Signs this member of staff in at a browser of their own, or at this tablet; resolves with its cookie. */
  signIn(staffId: string, where?: string | null, openedBy?: OpenedBy): Promise<string>;
  stop(patience?: number): Promise<void>;
}

export interface TestHouseOptions {
  readonly rows?: BoardRows;
  readonly demo?: boolean;
  readonly dataFolder?: string;
  readonly clientFiles?: ClientFiles;
  readonly importFiles?: ImportFiles;
  readonly hostName?: string;
  /** The flats of one server, this one added to them. */
  readonly sisters?: Sister[];
}

export const secrets = secretsOf('ab'.repeat(32));
const OPERATOR = 'operator-token-of-a-test-and-of-nothing-else';
const TABLET = 'tablet-token-of-a-test-and-of-nothing-else';
const config = {
  port: 0,
  host: '127.0.0.1',
  dataFolder: '/nowhere',
  databaseUrl: null,
  demonstrate: false,
  version: '1.2.3',
};

export async function openTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const store = createMemoryStore(options.rows ?? houseRows());
  return { ...(await openHouseOn(store, 'flat', options)), store };
}

/** The same over any store, of which one location is this house. */
export async function openHouseOn(
  store: Store,
  locationId: string,
  options: Omit<TestHouseOptions, 'rows'> = {},
): Promise<Omit<TestHouse, 'store'>> {
  const {
    demo = false,
    dataFolder = '/nowhere',
    clientFiles = new Map(),
    importFiles = async () => ({ text: '', ok: true }),
    sisters = [],
  } = options;
  let time = MORNING;
  let stopping = false;
  const lines: string[] = [];
  const now = () => time;
  const log = createLog((line) => void lines.push(line));
  const tablet = `${TABLET}-${locationId}`;
  const tokenHash = hash('sha256', tablet);
  // Another process of the same house may have it already.
  if ((await store.findDevice(tokenHash)) === null)
    await store.addDevice({ id: 'tablet', name: 'hal', revoked: false, locationId, tokenHash, at: 0 });
  const authority = await openAuthority(locationId, { store, log, now });
  const flat = { id: locationId, hostName: options.hostName ?? null };
  const house: House = { flat, authority, store, secrets, empty: false, demo };
  const feed = createFeed({ authority, log });
  const sessions = createSessions({ house, now });
  const isStopping = () => stopping;
  const passwords = createPasswords();
  sisters.push({ house, sessions });
  const app = createApp({
    house,
    feed,
    sessions,
    sisters: createSisters(house, sisters, passwords),
    firstAdmin: createFirstAdmin({ house, dataFolder, now }),
    passwords,
    config,
    log,
    now,
    demo,
    operatorToken: OPERATOR,
    clientFiles,
    importFiles,
    isStopping,
  });
  const server = createHttpServer({ serve: app.fetch, headers: securityHeaders([]), now, isStopping });
  const port = await server.listen(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  const cookie = `device=${tablet}`;
  const raw = (path: string, ask: Ask = {}) => request(port, path, ask);
  const json = { 'content-type': 'application/json' };
  const stop = async (patience = 1_000) => {
    stopping = true;
    feed.close();
    await server.stop(patience);
    await authority.close();
  };
  onTestFinished(() => (stopping ? undefined : stop(0)));
  return {
    port,
    origin,
    authority,
    feed,
    sessions,
    operatorToken: OPERATOR,
    cookie,
    tokenHash,
    deviceId: 'tablet',
    logged: () => lines.join(''),
    setNow: (at) => {
      time = at;
    },
    raw,
    get: (path, headers = {}) => raw(path, { headers: { cookie, ...headers } }),
    post: (path, body, headers = {}, agent) =>
      raw(path, {
        method: 'POST',
        headers: { cookie, origin, ...json, ...headers },
        body: JSON.stringify(body),
        agent,
      }),
    operate: (path, body) =>
      raw(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${OPERATOR}`, ...json },
        body: JSON.stringify(body),
      }),
    signIn: async (staffId, where = null, openedBy = where === null ? 'password' : 'code') => {
      const opened = await sessions.open(staffId, { deviceId: where, openedBy });
      if (opened === null) throw new Error(`nobody to sign in as ${staffId}`);
      return `session=${opened.token}`;
    },
    stop,
  };
}

export function request(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, agent }: Ask = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = http.request({ host: '127.0.0.1', port, path, method, headers, agent: agent ?? false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text,
          json: () => JSON.parse(text),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Somebody signs up for the walk, which has no end of places. */
export const walkEnvelope = (n: number, who = 'anna'): Envelope => ({
  id: commandId(n),
  command: { type: 'signUp', activityId: 'walk/2026-10-14', residentIds: [who], guests: 0 },
  tappedAt: instantText(MORNING),
  actor: resident(who),
});
