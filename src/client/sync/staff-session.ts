/**
 * Lets staff in and out: with a link that works once, with user name and password, or by the session this browser
 * already has. Refuses to keep a code or a password, and to say which of the two was wrong.
 */
import * as v from 'valibot';
import { answerSchema } from '../../domain/protocol.ts';
import { idSchema } from '../../domain/resident.ts';
import { staffRoles } from '../../domain/staff-member.ts';
import type { StaffHttp } from '../platform/http.ts';
import type { Connection } from '../state/connection.ts';
import type { Enrolment } from './enrolment.ts';

const meSchema = v.object({
  staffId: v.optional(v.nullable(idSchema)),
  name: v.string(),
  role: v.picklist([...staffRoles, 'operator']),
  /** False where somebody came by a link and can not come back without one. */
  hasPassword: v.optional(v.boolean()),
});
/** Who works at this screen. */
export type Me = Readonly<v.InferOutput<typeof meSchema>>;

/** `codeGone` it was used or is too old · `wrong` user name or password · `tooManyTries` the way in rests. */
export type WhyOut = 'noSession' | 'codeGone' | 'wrong' | 'tooManyTries' | 'unreachable';

export type Entered =
  | { readonly type: 'in'; readonly me: Me }
  /** `rests` is for how many seconds the way in rests; null where nobody said. */
  | { readonly type: 'out'; readonly why: WhyOut; readonly rests: number | null };

export interface Account {
  readonly userName: string;
  readonly password: string;
}

export type TabletKey = { readonly staffId: string; readonly digits: string } | { readonly card: string };

export interface SessionDesk {
  /** With a code, or null to go on with the session that is there. */
  readonly enter: (code: string | null) => Promise<Entered>;
  readonly enterWith: (account: Account) => Promise<Entered>;
  /** On an enrolled tablet: six digits of who one says to be, or a card. */
  readonly enterBy: (key: TabletKey) => Promise<Entered>;
  readonly leave: () => Promise<void>;
}

export interface SessionDeps {
  readonly http: StaffHttp;
}

const SESSIONS = '/api/sessions';

const out = (why: WhyOut, rests: number | null = null): Entered => ({ type: 'out', why, rests });

export function createSessionDesk({ http }: SessionDeps): SessionDesk {
  const known = async (): Promise<Entered> => {
    const reply = await http.get(SESSIONS);
    const parsed = reply.type === 'ok' ? v.safeParse(meSchema, reply.body) : null;
    if (parsed?.success === true) return { type: 'in', me: parsed.output };
    return out(reply.type === 'problem' && reply.status < 500 ? 'noSession' : 'unreachable');
  };
  /** Null is a plain no. */
  const knock = async (key: unknown): Promise<Entered | null> => {
    const reply = await http.post(SESSIONS, key);
    if (reply.type === 'ok') return known();
    if (reply.type === 'unreachable' || reply.status >= 500) return out('unreachable');
    return reply.status === 429 ? out('tooManyTries', reply.retryAfter ?? null) : null;
  };

  return {
    async enter(code) {
      if (code === null) return known();
      const entered = await knock({ code });
      if (entered !== null) return entered;
      // Who taps the link a second time may still be signed in by the first.
      const before = await known();
      return before.type === 'in' ? before : out('codeGone');
    },
    enterWith: async ({ userName, password }) => (await knock({ userName, password })) ?? out('wrong'),
    enterBy: async (key) => (await knock(key)) ?? out('wrong'),
    async leave() {
      await http.remove(SESSIONS);
    },
  };
}

/** For the feed: a session that has ended is told, never mended by itself. */
export function createSessionEnrolment({ connection }: { readonly connection: Connection }): Enrolment {
  return {
    async enrol() {
      connection.notEnrolled();
      return false;
    },
    judge(reply) {
      return reply.type === 'problem' && reply.status === 401 ? 'unknown' : 'known';
    },
  };
}

/** The same server, asked as staff: a browser can be a tablet too, and what residents tap there is no work of staff. */
export function asStaffOf(http: StaffHttp): StaffHttp {
  const asStaff = (path: string) => `${path}${path.includes('?') ? '&' : '?'}as=staff`;
  return {
    ...http,
    get: (path) => http.get(asStaff(path)),
    post: (path, body) => http.post(asStaff(path), body),
    postLast: (path, body) => http.postLast(asStaff(path), body),
    remove: (path) => http.remove(asStaff(path)),
    stream: (path, signal) => http.stream(asStaff(path), signal),
  };
}

/** Whether an answer to a command is a yes. */
export const isAccepted = (body: unknown): boolean => v.is(answerSchema, body) && body.status === 'accepted';
