/**
 * How often the six digits of somebody of the team may be guessed: five wrong in a row rest that person at that tablet,
 * ten within an hour that person everywhere, twenty all codes of that tablet. Refuses to slow down a card or a password.
 */
import type { Instant } from '../../domain/time.ts';
import { createTries } from './tries.ts';

const MOST_IN_A_ROW = 5;
const MOST_OF_A_DEVICE = 20;
const MOST_OF_A_PERSON = 10;
const REST: Instant = 15 * 60_000;
const HOUR: Instant = 60 * 60_000;

export interface StaffGuess {
  /** Null is nobody of the team. */
  readonly staffId: string | null;
  readonly deviceId: string;
  readonly at: Instant;
}

/** A rest that begins: null is everybody's, or everywhere. */
export interface Began {
  readonly staffId: string | null;
  readonly deviceId: string | null;
  readonly until: Instant;
}

export interface StaffCodeLimits {
  /** Seconds until this person's code may be tried at this tablet; 0 is now. A right one must wait as well. */
  rest(guess: StaffGuess): number;
  /** The rests that this wrong one begins. */
  wrong(guess: StaffGuess): readonly Began[];
  /** False where there was nothing to forget. */
  right(guess: StaffGuess): boolean;
}

export function createStaffCodeLimits(): StaffCodeLimits {
  const ofDevice = createTries(MOST_OF_A_DEVICE);
  const inARow = new Map<string, { readonly wrong: number; readonly restsUntil: Instant }>();
  const ofPerson = new Map<string, { readonly seen: readonly Instant[]; readonly restsUntil: Instant }>();
  const keyOf = ({ deviceId, staffId }: StaffGuess) => JSON.stringify([deviceId, staffId]);

  const countHere = (guess: StaffGuess): boolean => {
    const wrong = (inARow.get(keyOf(guess))?.wrong ?? 0) + 1;
    const full = wrong >= MOST_IN_A_ROW;
    inARow.set(keyOf(guess), { wrong: full ? 0 : wrong, restsUntil: full ? guess.at + REST : 0 });
    return full;
  };
  /** Whoever signs in well in between takes nothing back: it may be another than who guesses. */
  const countEverywhere = (staffId: string, at: Instant): boolean => {
    const recent = (ofPerson.get(staffId)?.seen ?? []).filter((each) => each > at - HOUR);
    const seen = [...recent, at].slice(-MOST_OF_A_PERSON);
    const full = seen.length >= MOST_OF_A_PERSON;
    ofPerson.set(staffId, { seen, restsUntil: full ? at + REST : 0 });
    return full;
  };

  return {
    rest: (guess) => {
      const { staffId, deviceId, at } = guess;
      const person = staffId === null ? 0 : (ofPerson.get(staffId)?.restsUntil ?? 0);
      const until = Math.max(inARow.get(keyOf(guess))?.restsUntil ?? 0, person);
      return Math.max(0, Math.ceil((until - at) / 1000), ofDevice.rest(deviceId, at));
    },
    wrong: (guess) => {
      const { staffId, deviceId, at } = guess;
      const here = countHere(guess);
      const everywhere = staffId !== null && countEverywhere(staffId, at);
      ofDevice.count(deviceId, at);
      const device = ofDevice.rest(deviceId, at) * 1000;
      return [
        ...(here ? [{ staffId, deviceId, until: at + REST }] : []),
        ...(everywhere ? [{ staffId, deviceId: null, until: at + REST }] : []),
        ...(device > 0 ? [{ staffId: null, deviceId, until: at + device }] : []),
      ];
    },
    right: (guess) => inARow.delete(keyOf(guess)),
  };
}
