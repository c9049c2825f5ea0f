/**
 * How often a picture code may be guessed (DESIGN §9 Identity): five wrong in a row rest one resident at one tablet, too
 * many within an hour rest all codes of that tablet or of the house. Refuses to know who has a code: all are alike.
 */
import type { Instant } from '../../domain/time.ts';
import { createTries } from './tries.ts';

const MOST_IN_A_ROW = 5;
const MOST_OF_A_DEVICE = 20;
const MOST_OF_ALL = 50;
const REST: Instant = 15 * 60_000;

export interface Guess {
  readonly device: string;
  readonly residentId: string;
  readonly at: Instant;
}

export interface CodeLimits {
  /** Seconds until this resident's code may be tried at this tablet; 0 is now. A right one must wait as well. */
  rest(guess: Guess): number;
  wrong(guess: Guess): void;
  /** False where there was nothing to forget. */
  right(guess: Guess): boolean;
}

export function createCodeLimits(): CodeLimits {
  const ofDevice = createTries(MOST_OF_A_DEVICE);
  const ofAll = createTries(MOST_OF_ALL);
  const inARow = new Map<string, { readonly wrong: number; readonly restsUntil: Instant }>();
  const keyOf = ({ device, residentId }: Guess) => JSON.stringify([device, residentId]);
  return {
    rest: (guess) => {
      const restsUntil = inARow.get(keyOf(guess))?.restsUntil ?? 0;
      const ofThisOne = Math.max(0, Math.ceil((restsUntil - guess.at) / 1000));
      return Math.max(ofThisOne, ofDevice.rest(guess.device, guess.at), ofAll.rest('', guess.at));
    },
    wrong: (guess) => {
      ofDevice.count(guess.device, guess.at);
      ofAll.count('', guess.at);
      const wrong = (inARow.get(keyOf(guess))?.wrong ?? 0) + 1;
      const full = wrong >= MOST_IN_A_ROW;
      inARow.set(keyOf(guess), { wrong: full ? 0 : wrong, restsUntil: full ? guess.at + REST : 0 });
    },
    right: (guess) => inARow.delete(keyOf(guess)),
  };
}
