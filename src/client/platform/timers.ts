/** Waiting and chance, the two things that make a program differ from run to run. Refuses to know what waits. */

export interface Timers {
  /** Calls once after so many milliseconds, unless the returned function was called before. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

export function createTimers(): Timers {
  return {
    after(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
}
