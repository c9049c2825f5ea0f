/**
 * How often a password may be guessed: after five wrong ones for a user name, or from an address, each next one waits
 * twice as long, up to a quarter of an hour. Refuses to know whether a name exists, and to remember without bound.
 */
import { type Instant, MINUTE } from '../../domain/time.ts';

const FREE = 5;
const FIRST: Instant = 1_000;
const LONGEST: Instant = 15 * MINUTE;
const FORGIVEN: Instant = 60 * MINUTE;
const MOST_REMEMBERED = 10_000;

export interface PasswordGuess {
  readonly userName: string;
  readonly address: string;
  readonly at: Instant;
}

export interface PasswordLimits {
  /** Seconds until this one may be tried; 0 is now. A right one must wait as well. */
  rest(guess: PasswordGuess): number;
  /**
   * Counts it before it is known whether it is right, so that many at once are not more than one after another. Until
   * when it rests if it is wrong, where that is something to tell: at the first wait, and whenever it is the longest.
   */
  count(guess: PasswordGuess): Instant | null;
  /** It was right: the name begins anew; the address gets only this one back, for it may guess at another name. */
  right(guess: PasswordGuess): void;
  /** It was not even looked at. */
  takeBack(guess: PasswordGuess): void;
}

interface Slow {
  readonly wrong: number;
  readonly restsUntil: Instant;
  readonly at: Instant;
}

export function createPasswordLimits(): PasswordLimits {
  const names = createSlow();
  const addresses = createSlow();
  return {
    rest: ({ userName, address, at }) => Math.max(names.rest(userName, at), addresses.rest(address, at)),
    count: ({ userName, address, at }) => {
      const untils = [names.count(userName, at), addresses.count(address, at)].filter((until) => until !== null);
      return untils.length === 0 ? null : Math.max(...untils);
    },
    right: ({ userName, address }) => {
      names.forget(userName);
      addresses.takeBack(address);
    },
    takeBack: ({ userName, address }) => {
      names.takeBack(userName);
      addresses.takeBack(address);
    },
  };
}

function createSlow() {
  // In the order in which they were last tried, so that the one at the front is the oldest.
  const known = new Map<string, Slow>();
  const put = (who: string, slow: Slow) => {
    known.delete(who);
    const oldest = known.size >= MOST_REMEMBERED ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(who, slow);
  };
  return {
    rest: (who: string, at: Instant): number => Math.max(0, Math.ceil(((known.get(who)?.restsUntil ?? 0) - at) / 1000)),
    count: (who: string, at: Instant): Instant | null => {
      const before = known.get(who);
      const forgiven = before === undefined || at > Math.max(before.at, before.restsUntil) + FORGIVEN;
      const wrong = (forgiven ? 0 : before.wrong) + 1;
      const wait = wrong < FREE ? 0 : Math.min(LONGEST, FIRST * 2 ** Math.min(20, wrong - FREE));
      put(who, { wrong, restsUntil: wait === 0 ? 0 : at + wait, at });
      return wrong === FREE || wait === LONGEST ? at + wait : null;
    },
    takeBack: (who: string): void => {
      const now = known.get(who);
      if (now !== undefined) known.set(who, { ...now, wrong: now.wrong - 1, restsUntil: 0 });
    },
    forget: (who: string): void => {
      known.delete(who);
    },
  };
}
