/**
 * Asks the server and says what came of it, as a value. Tells a server that refuses from a network that is not there,
 * and from one that answers in somebody else's name. Refuses to try again: that is for who asked.
 */
import * as v from 'valibot';
import { problemSchema } from '../../domain/protocol.ts';
import type { Instant } from '../../domain/time.ts';
import type { Timers } from './timers.ts';

export type Trouble =
  /** The server answered, and it is a no. `code` is the problem's, or empty where the answer was not a problem. */
  | {
      readonly type: 'problem';
      readonly status: number;
      readonly code: string;
      /** For how many seconds the server will not listen; absent where it did not say. */
      readonly retryAfter?: number;
    }
  /** No answer, none in time, or one that is not ours, such as the sign-in page of a hotel's network. */
  | { readonly type: 'unreachable'; readonly reason: 'network' | 'timeout' | 'notOurs' };

export type Reply = { readonly type: 'ok'; readonly body: unknown } | Trouble;

export type StreamReply = { readonly type: 'ok'; readonly chunks: AsyncIterable<string> } | Trouble;

export interface AnsweredAt {
  readonly serverDate: Instant;
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
}

export interface Http {
  readonly get: (path: string) => Promise<Reply>;
  readonly post: (path: string, body: unknown) => Promise<Reply>;
  /** An event stream as text. Its chunks end, or throw, when the connection does or `signal` aborts. */
  readonly stream: (path: string, signal: AbortSignal) => Promise<StreamReply>;
  /** Called for every answer of the server itself. */
  readonly whenAnswered: (listener: (at: AnsweredAt) => void) => void;
}

/** Staff also take things away, and type what must not be lost; a kiosk never does. */
export interface StaffHttp extends Http {
  readonly remove: (path: string) => Promise<Reply>;
  /** Goes on where the page is gone meanwhile; at most 64 KB of these at a time. */
  readonly postLast: (path: string, body: unknown) => Promise<Reply>;
}

export interface HttpDeps {
  readonly fetch: typeof fetch;
  readonly timers: Pick<Timers, 'after'>;
  readonly systemNow: () => Instant;
}

const LONGEST_WAIT = 20_000;

type Headed = { readonly type: 'ok'; readonly response: Response } | Trouble;

export function createHttp({ fetch, timers, systemNow }: HttpDeps): StaffHttp {
  const listeners: ((at: AnsweredAt) => void)[] = [];

  const tell = (response: Response, sentAt: Instant) => {
    const serverDate = Date.parse(response.headers.get('date') ?? '');
    const receivedAt = systemNow();
    const at = { serverDate: Number.isFinite(serverDate) ? serverDate : receivedAt, sentAt, receivedAt };
    for (const listener of listeners) listener(at);
  };

  const ask = async (path: string, init: RequestInit, expected: string): Promise<Headed> => {
    const sentAt = systemNow();
    // A redirect is never ours: it leads to the sign-in page of some network.
    const response = await fetch(path, { ...init, credentials: 'same-origin', redirect: 'manual', cache: 'no-store' });
    const kind = response.headers.get('content-type') ?? '';
    if (response.status === 204 || (response.ok && kind.startsWith(expected))) {
      tell(response, sentAt);
      return { type: 'ok', response };
    }
    if (response.type === 'opaqueredirect' || response.ok) return { type: 'unreachable', reason: 'notOurs' };
    // A gateway that finds a batch too long says so in HTML; a shorter one passes.
    if (!kind.startsWith('application/problem+json') && response.status < 500 && response.status !== 413) {
      return { type: 'unreachable', reason: 'notOurs' };
    }
    const code = await codeOf(response);
    if (code !== '') tell(response, sentAt);
    const retryAfter = Number(response.headers.get('retry-after') ?? 'none');
    const rests = Number.isFinite(retryAfter) ? { retryAfter } : {};
    return { type: 'problem', status: response.status, code, ...rests };
  };

  const fetchJson = async (path: string, init: RequestInit): Promise<Reply> => {
    const limit = new AbortController();
    const cancel = timers.after(LONGEST_WAIT, () => limit.abort());
    try {
      const reply = await ask(path, { ...init, signal: limit.signal }, 'application/json');
      if (reply.type !== 'ok') return reply;
      return { type: 'ok', body: reply.response.status === 204 ? null : await reply.response.json() };
    } catch (failure) {
      return { type: 'unreachable', reason: reasonOf(failure, limit.signal) };
    } finally {
      cancel();
    }
  };

  const post = (path: string, body: unknown, how: RequestInit = {}) =>
    fetchJson(path, {
      ...how,
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return {
    get: (path) => fetchJson(path, { method: 'GET', headers: { accept: 'application/json' } }),
    post: (path, body) => post(path, body),
    postLast: (path, body) => post(path, body, { keepalive: true }),
    remove: (path) => fetchJson(path, { method: 'DELETE', headers: { accept: 'application/json' } }),
    async stream(path, signal) {
      const limit = new AbortController();
      const cancel = timers.after(LONGEST_WAIT, () => limit.abort());
      const either = AbortSignal.any([signal, limit.signal]);
      try {
        const reply = await ask(
          path,
          { headers: { accept: 'text/event-stream' }, signal: either },
          'text/event-stream',
        );
        if (reply.type !== 'ok') return reply;
        if (reply.response.body === null) return { type: 'unreachable', reason: 'notOurs' };
        return { type: 'ok', chunks: textOf(reply.response.body) };
      } catch (failure) {
        return { type: 'unreachable', reason: reasonOf(failure, limit.signal) };
      } finally {
        cancel();
      }
    },
    whenAnswered(listener) {
      listeners.push(listener);
    },
  };
}

async function codeOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const problem = v.safeParse(problemSchema, JSON.parse(text));
    return problem.success ? problem.output.code : '';
  } catch {
    // A gateway in between speaks HTML: the status says enough.
    return '';
  }
}

function reasonOf(failure: unknown, limit: AbortSignal): 'network' | 'timeout' | 'notOurs' {
  if (limit.aborted) return 'timeout';
  return failure instanceof SyntaxError ? 'notOurs' : 'network';
}

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    // The other end may be gone already; leaving must not fail.
    reader.cancel().catch(() => undefined);
  }
}
