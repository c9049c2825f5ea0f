/**
 * How often a password may be guessed: after five wrong ones from an address, each next one waits twice as long, up to a
 * quarter of an hour; a name that many addresses guess at rests too, but not where its owner came in before. Refuses to
 * know whether a name exists, and to remember without bound.
 */
import { DAY, type Instant, MINUTE } from '../../domain/time.ts';

const FREE = 5;
/** Of one name from everywhere together. */
const FREE_ANYWHERE = 20;
/** Who came in from there so lately is not kept out by what others try elsewhere. */
const KNOWN_THERE: Instant = 30 * DAY;
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
  /** It was right: the name begins anew there, and is known there; the address gets only this one back, for it may guess at another name. */
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
  const [here, addresses, names] = [createSlow(FREE), createSlow(FREE), createSlow(FREE_ANYWHERE)];
  const cameIn = new Map<string, Instant>();
  const both = ({ userName, address }: PasswordGuess) => JSON.stringify([userName, address]);
  const isKnownThere = (guess: PasswordGuess) =>
    guess.at < (cameIn.get(both(guess)) ?? Number.NEGATIVE_INFINITY) + KNOWN_THERE;
  return {
    rest: (guess) => {
      const { userName, address, at } = guess;
      const anywhere = isKnownThere(guess) ? 0 : names.rest(userName, at);
      return Math.max(here.rest(both(guess), at), addresses.rest(address, at), anywhere);
    },
    count: (guess) => {
      const { userName, address, at } = guess;
      const all = [here.count(both(guess), at), addresses.count(address, at)];
      if (!isKnownThere(guess)) all.push(names.count(userName, at));
      const untils = all.filter((until) => until !== null);
      return untils.length === 0 ? null : Math.max(...untils);
    },
    right: (guess) => {
      here.forget(both(guess));
      addresses.takeBack(guess.address);
      if (!isKnownThere(guess)) names.takeBack(guess.userName);
      remember(cameIn, both(guess), guess.at);
    },
    takeBack: (guess) => {
      here.takeBack(both(guess));
      addresses.takeBack(guess.address);
      if (!isKnownThere(guess)) names.takeBack(guess.userName);
    },
  };
}

/** In the order in which they were last there, so that the one at the front is the oldest. */
function remember<Value>(known: Map<string, Value>, who: string, value: Value): void {
  known.delete(who);
  const oldest = known.size >= MOST_REMEMBERED ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  known.set(who, value);
}

function createSlow(free: number) {
  const known = new Map<string, Slow>();
  return {
    rest: (who: string, at: Instant): number => Math.max(0, Math.ceil(((known.get(who)?.restsUntil ?? 0) - at) / 1000)),
    count: (who: string, at: Instant): Instant | null => {
      const before = known.get(who);
      const forgiven = before === undefined || at > Math.max(before.at, before.restsUntil) + FORGIVEN;
      const wrong = (forgiven ? 0 : before.wrong) + 1;
      const wait = wrong < free ? 0 : Math.min(LONGEST, FIRST * 2 ** Math.min(20, wrong - free));
      remember(known, who, { wrong, restsUntil: wait === 0 ? 0 : at + wait, at });
      return wrong === free || wait === LONGEST ? at + wait : null;
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
