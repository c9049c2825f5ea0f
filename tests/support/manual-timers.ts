// Time that goes by when a test says so.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Timers } from '../../src/client/platform/timers.ts';

export interface ManualTimers extends Timers {
  readonly now: () => number;
  /** Time goes by, in steps, and everything that comes due happens in its order. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** The machine sleeps: the clock on the wall goes on, and what waits goes on waiting as long as before. */
  readonly sleep: (milliseconds: number) => void;
}

/** `settled` is when everything that was set in motion has come to rest. */
export function createManualTimers(start: number, settled: () => Promise<void> = allDone): ManualTimers {
  let now = start;
  let made = 0;
  let due: readonly { readonly id: number; readonly at: number; readonly call: () => void }[] = [];

  return {
    now: () => now,
    random: () => 0.5,
    after(milliseconds, call) {
      made += 1;
      const timer = { id: made, at: now + milliseconds, call };
      due = [...due, timer];
      return () => {
        due = due.filter(({ id }) => id !== timer.id);
      };
    },
    sleep(milliseconds) {
      now += milliseconds;
      due = due.map((timer) => ({ ...timer, at: timer.at + milliseconds }));
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settled();
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due = due.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.call();
        await settled();
      }
      now = end;
    },
  };
}

/** Everything that only waits for promises has happened. */
export async function allDone(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await nextTurn();
}
