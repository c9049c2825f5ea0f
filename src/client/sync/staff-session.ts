/**
 * Lets staff in and out: with a code that works once, or by the session this browser already has. Refuses to keep the
 * code, and to make the browser a tablet: who has no session needs a new link.
 */
import * as v from 'valibot';
import { answerSchema } from '../../domain/protocol.ts';
import { idSchema } from '../../domain/resident.ts';
import { staffRoles } from '../../domain/staff-member.ts';
import type { Http } from '../platform/http.ts';
import type { Connection } from '../state/connection.ts';
import type { Enrolment } from './enrolment.ts';

const meSchema = v.object({
  staffId: v.optional(v.nullable(idSchema)),
  name: v.string(),
  role: v.picklist([...staffRoles, 'operator']),
});
/** Who works at this screen. */
export type Me = Readonly<v.InferOutput<typeof meSchema>>;

/** `codeGone` it was used or is too old · `tooManyTries` codes rest for a while. */
export type WhyOut = 'noSession' | 'codeGone' | 'tooManyTries' | 'unreachable';

export type Entered = { readonly type: 'in'; readonly me: Me } | { readonly type: 'out'; readonly why: WhyOut };

export interface SessionDesk {
  /** With a code, or null to go on with the session that is there. */
  readonly enter: (code: string | null) => Promise<Entered>;
  readonly leave: () => Promise<void>;
}

export interface SessionDeps {
  readonly http: Http;
  /** Asks the server to forget the session; the kiosk's `Http` never removes anything. */
  readonly remove: (path: string) => Promise<void>;
}

const SESSIONS = '/api/sessions';

export function createSessionDesk({ http, remove }: SessionDeps): SessionDesk {
  const known = async (): Promise<Entered> => {
    const reply = await http.get(SESSIONS);
    const parsed = reply.type === 'ok' ? v.safeParse(meSchema, reply.body) : null;
    if (parsed?.success === true) return { type: 'in', me: parsed.output };
    if (reply.type === 'problem' && reply.status < 500) return { type: 'out', why: 'noSession' };
    return { type: 'out', why: 'unreachable' };
  };

  return {
    async enter(code) {
      if (code === null) return known();
      const reply = await http.post(SESSIONS, { code });
      if (reply.type === 'ok') return known();
      if (reply.type === 'problem' && reply.status === 429) return { type: 'out', why: 'tooManyTries' };
      if (reply.type === 'unreachable' || reply.status >= 500) return { type: 'out', why: 'unreachable' };
      // Who taps the link a second time may still be signed in by the first.
      const before = await known();
      return before.type === 'in' ? before : { type: 'out', why: 'codeGone' };
    },
    async leave() {
      await remove(SESSIONS);
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
export function asStaffOf(http: Http): Http {
  const asStaff = (path: string) => `${path}${path.includes('?') ? '&' : '?'}as=staff`;
  return {
    ...http,
    get: (path) => http.get(asStaff(path)),
    post: (path, body) => http.post(asStaff(path), body),
    stream: (path, signal) => http.stream(asStaff(path), signal),
  };
}

/** Whether an answer to a command is a yes. */
export const isAccepted = (body: unknown): boolean => v.is(answerSchema, body) && body.status === 'accepted';
