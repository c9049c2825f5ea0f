/**
 * Speaks with a Chromium started with --remote-debugging-pipe: JSON, each message ended by a zero byte. Refuses to wait
 * for an answer for ever.
 */
import type { Readable, Writable } from 'node:stream';

export interface DevTools {
  /** The result, as the DevTools protocol has it. Rejects when the browser says no, is gone, or takes longer than `patience`. */
  ask(method: string, params?: object, sessionId?: string): Promise<Readonly<Record<string, unknown>>>;
}

interface Waiting {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** `to` and `from` are the browser's file descriptors 3 and 4; `patience` is in ms. */
export function createDevTools(to: Writable, from: Readable, patience: number): DevTools {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let rest = '';
  // A browser that went away is seen by who started it.
  to.on('error', () => undefined);
  from.on('error', () => undefined);
  from.setEncoding('utf8');
  from.on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) take(JSON.parse(part) as Message);
  });

  function take({ id, result = {}, error }: Message): void {
    // Without an id it is news that nobody asked for.
    const asked = id === undefined ? undefined : waiting.get(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
  }

  return {
    ask: async (method, params = {}, sessionId) => {
      const id = ++last;
      const { promise, resolve, reject } = Promise.withResolvers<Readonly<Record<string, unknown>>>();
      waiting.set(id, { resolve, reject });
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), patience);
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
  };
}
