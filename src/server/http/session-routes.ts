/**
 * `/api/sessions`: signing in, who is signed in, signing out. Refuses to say why it does not work, and to show a token
 * to a script.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { no, ok, type Result } from '../../domain/result.ts';
import type { OpenedBy } from '../db/store.ts';
import type { FirstAdmin } from '../first-admin.ts';
import type { Sessions, SignedIn } from '../sessions.ts';
import type { Elsewhere, Sisters } from '../sisters.ts';
import { addressOf } from './address.ts';
import { sessionRequestSchema } from './messages.ts';
import { problemOf, problemResponse, refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import { type FindSender, type HouseContext, SESSION_COOKIE } from './sender.ts';
import {
  createCardReader,
  createDigitsReader,
  createPasswordReader,
  type Tablet,
  userNameOf,
  type WaysInDeps,
} from './ways-in.ts';

/** Longer than any session: a browser that still has its cookie hears that the session is over. */
const COOKIE_SECONDS = 30 * 86_400;

export interface SignInDeps extends WaysInDeps {
  readonly sessions: Sessions;
  readonly firstAdmin: FirstAdmin;
  readonly sisters: Sisters;
  readonly findSender: FindSender;
}

type Route = (c: HouseContext) => Promise<Response>;
type Asked = v.InferOutput<typeof sessionRequestSchema>;

/** `POST /api/sessions`: signs in with the code of a link, six digits, a card or a password. */
export function createSignInRoute(deps: SignInDeps): Route {
  const recognise = createRecognise(deps);
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(sessionRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const sender = await deps.findSender(c);
    if (!sender.ok && sender.error === 'deviceRevoked') return refuse(sender.error);
    if (sender.ok) c.set('sender', sender.value);
    const { deviceId, deviceName } = sender.ok ? sender.value : { deviceId: null, deviceName: null };
    const tablet = deviceId === null ? null : { deviceId, deviceName };
    const who = await recognise(asked.output, tablet, addressOf(c));
    if (!who.ok) return who.error;
    const { staffId, elsewhere } = who.value;
    const opened = await deps.sessions.open(staffId, { deviceId, openedBy: wayOf(asked.output), elsewhere });
    if (opened === null) return refuse('code' in asked.output ? 'linkUnknown' : 'signInWrong');
    const earlier = getCookie(c, SESSION_COOKIE);
    if (earlier !== undefined) await deps.sessions.end(earlier);
    setCookie(c, SESSION_COOKIE, opened.token, { ...cookieFor(c), maxAge: COOKIE_SECONDS });
    return c.json(told(opened), 200, NOT_STORED);
  };
}

function wayOf(asked: Asked): OpenedBy {
  if ('code' in asked) return 'link';
  if ('userName' in asked) return 'password';
  return 'card' in asked ? 'card' : 'code';
}

interface Recognised {
  readonly staffId: string;
  readonly elsewhere: readonly Elsewhere[];
}

const onlyHere = (staffId: string): Recognised => ({ staffId, elsewhere: [] });

/** Whose way in it is, or the response that says no. */
function createRecognise(deps: SignInDeps) {
  const { sisters } = deps;
  const [byDigits, byCard, byPassword] = [createDigitsReader(deps), createCardReader(deps), createPasswordReader(deps)];
  return async (asked: Asked, tablet: Tablet | null, address: string): Promise<Result<Recognised, Response>> => {
    if ('code' in asked) {
      const who = await byLink(asked.code, deps);
      return who === null ? no(refuse('linkUnknown')) : ok(who);
    }
    if ('userName' in asked) {
      const who = await byPassword(asked, address);
      if (!who.ok) return who;
      const account = { userName: userNameOf(asked.userName), password: asked.password };
      return ok({ staffId: who.value, elsewhere: await sisters.find(account) });
    }
    if (tablet === null) return no(tabletOnly());
    const who = await ('card' in asked ? byCard(asked, tablet) : byDigits(asked, tablet));
    return who.ok ? ok(onlyHere(who.value)) : who;
  };
}

/** A link of the operator, the first one of a house, or one of who comes from another flat. Null where it is none. */
async function byLink(code: string, { sessions, firstAdmin }: SignInDeps): Promise<Recognised | null> {
  const staffId = sessions.redeem(code) ?? (await firstAdmin.redeem(code));
  return staffId === null ? sessions.take(code) : onlyHere(staffId);
}

/** Signing in somewhere else would help, so this is no 401. */
const tabletOnly = (): Response => problemResponse({ ...problemOf('deviceUnknown'), status: 403 });

/** `GET /api/sessions`: who is signed in at this browser. */
export function createWhoRoute(): Route {
  return async (c) => {
    const { staff } = c.get('sender');
    return staff === null ? refuse('sessionUnknown') : json(200, told(staff));
  };
}

/** `DELETE /api/sessions`: 204, also where nobody was signed in. */
export function createSignOutRoute({ sessions, findSender }: Pick<SignInDeps, 'sessions' | 'findSender'>): Route {
  return async (c) => {
    const sender = await findSender(c);
    if (sender.ok) c.set('sender', sender.value);
    const token = getCookie(c, SESSION_COOKIE);
    if (token !== undefined) await sessions.end(token);
    deleteCookie(c, SESSION_COOKIE, cookieFor(c));
    return c.body(null, 204);
  };
}

/** Whoever stands between a browser and this server may speak TLS for it: the browser says so in its Origin. */
export const cookieFor = (c: HouseContext) =>
  ({
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: c.req.header('origin')?.startsWith('https:') ?? false,
  }) as const;

const told = ({ staffId, name, role, hasPassword }: SignedIn) => ({ staffId, name, role, hasPassword });

const NOT_STORED = { 'cache-control': 'no-store' };

const json = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...NOT_STORED } });
