/**
 * How often a picture code may be guessed (DESIGN §9 Identity): five wrong in a row rest one resident at one tablet, too
 * many within an hour rest all codes of that tablet or of the house. A house may be stricter. Refuses to know who has a
 * code: all are alike.
 */
import { type Location, usualSettings } from '../../domain/location.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import { createTries } from './tries.ts';

/** As the house has set it by now. */
export type GuessSettings = () => Pick<
  Location,
  'guessesInARow' | 'guessRestMinutes' | 'guessesOfDevice' | 'guessesOfLocation'
>;

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

/** Guesses of a tablet and of the whole house, of codes or of cards. */
export function createCommonLimits(settings: GuessSettings) {
  const ofDevice = createTries(usualSettings.guessesOfDevice);
  const ofAll = createTries(usualSettings.guessesOfLocation);
  return {
    rest: (device: string, at: Instant) => {
      const { guessesOfDevice, guessesOfLocation } = settings();
      return Math.max(ofDevice.rest(device, at, guessesOfDevice), ofAll.rest('', at, guessesOfLocation));
    },
    wrong: (device: string, at: Instant) => {
      ofDevice.count(device, at);
      ofAll.count('', at);
    },
  };
}

export function createCodeLimits(settings: GuessSettings): CodeLimits {
  const common = createCommonLimits(settings);
  const inARow = new Map<string, { readonly wrong: number; readonly restsUntil: Instant }>();
  const keyOf = ({ device, residentId }: Guess) => JSON.stringify([device, residentId]);
  return {
    rest: (guess) => {
      const restsUntil = inARow.get(keyOf(guess))?.restsUntil ?? 0;
      const ofThisOne = Math.max(0, Math.ceil((restsUntil - guess.at) / 1000));
      return Math.max(ofThisOne, common.rest(guess.device, guess.at));
    },
    wrong: (guess) => {
      common.wrong(guess.device, guess.at);
      const { guessesInARow, guessRestMinutes } = settings();
      const wrong = (inARow.get(keyOf(guess))?.wrong ?? 0) + 1;
      const full = wrong >= guessesInARow;
      const restsUntil = full ? guess.at + guessRestMinutes * MINUTE : 0;
      inARow.set(keyOf(guess), { wrong: full ? 0 : wrong, restsUntil });
    },
    right: (guess) => inARow.delete(keyOf(guess)),
  };
}
