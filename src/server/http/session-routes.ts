/**
 * `/api/sessions`: signing in with a link, who is signed in, signing out. Refuses to say why a link does not work, and
 * to show a token to a script.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { Board } from '../../domain/board.ts';
import type { Answer } from '../../domain/protocol.ts';
import type { StaffMember } from '../../domain/staff-member.ts';
import { rows } from '../../domain/table.ts';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { submitAsOperator } from '../operator-commands.ts';
import type { Sessions, SignedIn } from '../sessions.ts';
import { linkRequestSchema, sessionRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import { DEVICE_COOKIE, type HouseContext, SESSION_COOKIE } from './sender.ts';

/** Longer than any session: a browser that still has its cookie hears that the session is over. */
const COOKIE_SECONDS = 30 * 86_400;

export interface SessionRoutesDeps {
  readonly house: House;
  readonly sessions: Sessions;
  readonly now: () => Instant;
}

type Route = (c: HouseContext) => Promise<Response>;

/** `POST /api/sessions/links`, for the operator: 201 with the path to open, for somebody of the team or new on it. */
export function createLinksRoute({ house, sessions, now }: SessionRoutesDeps): Route {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(linkRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { name, role } = asked.output;
    if (staffNamed(name, house) === undefined && role !== undefined) {
      const line = { name, role, function: '', contact: false, phone: null, presence: [] };
      const answer: Answer = await submitAsOperator(house.authority, { type: 'importStaff', lines: [line] }, now());
      if (answer.status !== 'accepted') return refuse('requestMalformed');
    }
    const member = staffNamed(name, house);
    if (member === undefined) return refuse('staffUnknown');
    return json(201, { path: linkPath(sessions.link(member.id)), name: member.name, role: member.role });
  };
}

/** What somebody opens in a browser; the code stays out of logs because it is no part of what a browser sends. */
export const linkPath = (code: string): string => `/beheer#${code}`;

function staffNamed(name: string, house: House): StaffMember | undefined {
  const { board }: { readonly board: Board } = house.authority.state();
  const wanted = name.trim().toLowerCase();
  return [...rows(board.staffMember)].find((member) => member.name.trim().toLowerCase() === wanted);
}

/** `POST /api/sessions`: signs in with the code of a link. */
export function createSignInRoute({ sessions }: SessionRoutesDeps): Route {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(sessionRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const where = getCookie(c, DEVICE_COOKIE) === undefined ? 'own' : 'tablet';
    const opened = await sessions.open(asked.output.code, where);
    if (opened === null) return refuse('linkUnknown');
    const earlier = getCookie(c, SESSION_COOKIE);
    if (earlier !== undefined) await sessions.end(earlier);
    setCookie(c, SESSION_COOKIE, opened.token, { ...cookieFor(c), maxAge: COOKIE_SECONDS });
    return c.json(told(opened), 200, NOT_STORED);
  };
}

/** `GET /api/sessions`: who is signed in at this browser. */
export function createWhoRoute(): Route {
  return async (c) => {
    const { staff } = c.get('sender');
    return staff === null ? refuse('sessionUnknown') : json(200, told(staff));
  };
}

/** `DELETE /api/sessions`: 204, also where nobody was signed in. */
export function createSignOutRoute({ sessions }: SessionRoutesDeps): Route {
  return async (c) => {
    const token = getCookie(c, SESSION_COOKIE);
    if (token !== undefined) await sessions.end(token);
    deleteCookie(c, SESSION_COOKIE, cookieFor(c));
    return c.body(null, 204);
  };
}

/** Whoever stands between a browser and this server may speak TLS for it: the browser says so in its Origin. */
const cookieFor = (c: HouseContext) =>
  ({
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: c.req.header('origin')?.startsWith('https:') ?? false,
  }) as const;

const told = ({ staffId, name, role }: SignedIn) => ({ staffId, name, role });

const NOT_STORED = { 'cache-control': 'no-store' };

const json = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...NOT_STORED } });
