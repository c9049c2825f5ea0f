/** Takes in a JSON body up to a limit. Refuses other media types, and stops reading at the limit. */
import type { IncomingMessage } from 'node:http';
import { no, ok, type Result } from '../../domain/result.ts';
import type { ProblemCode } from './problems.ts';

export const KILOBYTE = 1024;
export const MEGABYTE = 1024 * KILOBYTE;

/** The parsed body, of which nothing is known yet. `limit` in bytes. */
export async function readJson(incoming: IncomingMessage, limit: number): Promise<Result<unknown, ProblemCode>> {
  if (!/^application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) return no('typeNotJson');
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return no('bodyTooLarge');
  const body = await readUpTo(incoming, limit);
  if (body === null) return no('bodyTooLarge');
  try {
    return ok(JSON.parse(body.toString('utf8')));
  } catch {
    return no('bodyMalformed');
  }
}

/** Null where there is more than the limit. Rejects when the sender goes away. */
function readUpTo(incoming: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(null);
      else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', () => reject(new SenderGone()));
    incoming.on('close', () => {
      if (!incoming.readableEnded) reject(new SenderGone());
    });
  });
}

/** The sender closed the connection before the body was whole: nobody waits for an answer. */
export class SenderGone extends Error {
  override readonly name = 'SenderGone';
}
