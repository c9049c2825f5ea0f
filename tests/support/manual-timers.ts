// Time that goes by when a test says so.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Timers } from '../../src/client/platform/timers.ts';

export interface ManualTimers extends Timers {
  readonly now: () => number;
  /** Time goes by, in steps, and everything that comes due happens in its order. */
  readonly advance: (milliseconds: number) => Promise<void>;
}

export function createManualTimers(start: number): ManualTimers {
  let now = start;
  let due: readonly { readonly at: number; readonly call: () => void }[] = [];

  return {
    now: () => now,
    random: () => 0.5,
    after(milliseconds, call) {
      const timer = { at: now + milliseconds, call };
      due = [...due, timer];
      return () => {
        due = due.filter((each) => each !== timer);
      };
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await allDone();
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due = due.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.call();
        await allDone();
      }
      now = end;
    },
  };
}

/** Everything that only waits for promises has happened. */
export async function allDone(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await nextTurn();
}
