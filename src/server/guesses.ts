/**
 * Makes the limits on guessing count for all processes of a house, and across a restart: who guesses waits for their
 * turn, hears what was tried elsewhere, and is written down before the next one's turn. Refuses to know what is guessed
 * at; the limits do, and they get nothing that tells a secret.
 */

import type { Instant } from '../domain/time.ts';
import type { House } from './house.ts';

/** Verbs that take what JSON can carry. One that returns false changed nothing. */
type Limits = { readonly [Verb: string]: (...args: never[]) => unknown };

/** Works with the limits while nobody else does, in any process. Throws StoreUnavailable: then it counts here alone. */
export type Turn<Shared> = <Outcome>(work: (limits: Shared) => Outcome) => Promise<Outcome>;

export interface Guesses {
  /** `name` is how other processes know these limits, older and newer ones too; `asks` are the verbs that change nothing. */
  share<Shared extends { readonly [Verb in keyof Shared]: (...args: never[]) => unknown }>(
    name: string,
    limits: Shared,
    asks: readonly (keyof Shared)[],
  ): Turn<Shared>;
}

export interface GuessesDeps {
  readonly house: Pick<House, 'authority' | 'store'>;
  readonly now: () => Instant;
}

interface Heard {
  readonly name: string;
  readonly verb: string;
  readonly args: readonly never[];
}

export function createGuesses({ house, now }: GuessesDeps): Guesses {
  const { authority, store } = house;
  const known = new Map<string, Limits>();
  let last = 0;
  let waiting: Promise<unknown> = Promise.resolve();

  const hear = (what: string) => {
    const { args, name, verb } = JSON.parse(what) as Heard;
    known.get(name)?.[verb]?.(...args);
  };
  const takeTurn = async <Outcome>(work: (write: (heard: Heard) => void) => Outcome): Promise<Outcome> => {
    const outcome: Outcome[] = [];
    last = await store.takeGuessTurn({ locationId: authority.locationId, after: last, at: now() }, (lines) => {
      for (const { number, what } of lines) {
        hear(what);
        last = number;
      }
      const written: string[] = [];
      outcome.push(work((heard) => written.push(JSON.stringify(heard))));
      return written;
    });
    return outcome[0] as Outcome;
  };

  return {
    share(name, limits, asks) {
      known.set(name, limits as Limits);
      return (work) => {
        const turn = waiting.then(() =>
          takeTurn((write) => {
            const told = Object.entries(limits as Limits).map(([verb, act]) => [
              verb,
              asks.includes(verb as keyof typeof limits)
                ? act
                : (...args: never[]) => {
                    const outcome = act(...args);
                    if (outcome !== false) write({ name, verb, args });
                    return outcome;
                  },
            ]);
            return work(Object.fromEntries(told) as typeof limits);
          }),
        );
        waiting = turn.catch(() => undefined);
        return turn;
      };
    },
  };
}
