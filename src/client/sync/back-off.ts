/** Waits longer after every failure, by chance so that tablets do not all come back at once. Refuses to give up. */
import type { Timers } from '../platform/timers.ts';

export interface BackOff {
  /** Done after a while, or as soon as somebody hurries. */
  readonly pause: () => Promise<void>;
  /** Done after so long, or as soon as somebody hurries; says nothing of a failure. */
  readonly rest: (milliseconds: number) => Promise<void>;
  /** It worked: the next failure waits shortly again. */
  readonly reset: () => void;
  /** Something changed for the better, such as the network: try now. */
  readonly hurry: () => void;
}

const FIRST = 500;
const LONGEST = 30_000;

export function createBackOff({ timers }: { readonly timers: Timers }): BackOff {
  let longest = FIRST;
  let waiting: (() => void) | null = null;

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        cancel();
        waiting = null;
        resolve();
      };
      const cancel = timers.after(milliseconds, done);
      waiting = done;
    });

  return {
    rest,
    pause() {
      const wait = longest / 2 + (longest / 2) * timers.random();
      longest = Math.min(LONGEST, longest * 2);
      return rest(wait);
    },
    reset() {
      longest = FIRST;
    },
    hurry() {
      waiting?.();
    },
  };
}
