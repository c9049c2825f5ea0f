/** What an answer to a batch means for what was sent. Refuses to act on it. */
import * as v from 'valibot';
import { type Answer, answerSchema } from '../../domain/protocol.ts';

/**
 * `nothing` there was nothing to send · `again` there may be more, at once · `failed` the same later · `unknown` the
 * server does not know this tablet · `revoked` it was put away.
 */
export type Delivery = 'nothing' | 'again' | 'failed' | 'unknown' | 'revoked';

/** DESIGN §8: what the server cannot read is parked, everything else is only a matter of time. */
export function outcomeOf(status: number): 'park' | 'retry' {
  return status === 400 || status === 413 || status === 415 || status === 422 ? 'park' : 'retry';
}

/** The answers that can be read; a command without one stays where it is and is sent again. */
export function parseAnswers(body: unknown): readonly Answer[] {
  const list: readonly unknown[] = Array.isArray(body) ? body : [body];
  return list.flatMap((each) => {
    const parsed = v.safeParse(answerSchema, each);
    return parsed.success ? [parsed.output] : [];
  });
}
