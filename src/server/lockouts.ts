/**
 * Writes down that a way in began to rest, for managers to see. Refuses to let who guesses fill the journal: what is more
 * than so many in an hour is only counted in the log.
 */
import type { CommandOf } from '../domain/commands.ts';
import { type Instant, instantText } from '../domain/time.ts';
import type { Authority } from './authority.ts';
import { createTries } from './http/tries.ts';
import { errorFields, type Log } from './log.ts';
import { submitAsOperator } from './operator-commands.ts';

export interface Rest extends Pick<CommandOf<'noteLockout'>, 'way' | 'staffId' | 'device'> {
  readonly until: Instant;
}

/** Resolves once it is written, or cannot be. */
export type NoteRest = (rest: Rest) => Promise<void>;

const MOST_IN_AN_HOUR = 120;

export interface LockoutDeps {
  readonly authority: Authority;
  readonly log: Log;
  readonly now: () => Instant;
}

export function createNoteRest({ authority, log, now }: LockoutDeps): NoteRest {
  const tries = createTries(MOST_IN_AN_HOUR);
  return async ({ until, ...rest }) => {
    const at = now();
    log.warn('way-in-rests', { way: rest.way });
    if (tries.rest('', at) > 0) return;
    tries.count('', at);
    const command = { type: 'noteLockout', ...rest, until: instantText(until) } as const;
    // Who is at the door hears the same, whether or not this could be written.
    await submitAsOperator(authority, command, at).catch((error: unknown) => {
      log.error('lockout-not-noted', errorFields(error));
    });
  };
}
