/** Moves a resting screen by a few pixels now and then, so that nothing burns in. Refuses to move while it is used. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { MINUTE } from '../../domain/time.ts';
import type { Timers } from '../platform/timers.ts';

export interface Offset {
  /** CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export const MOST_ORBIT = 4;
const EVERY = 5 * MINUTE;
const HOME: Offset = { x: 0, y: 0 };
/** Round and round, and through the middle once. */
const PATH: readonly Offset[] = [
  HOME,
  { x: MOST_ORBIT, y: 0 },
  { x: MOST_ORBIT, y: MOST_ORBIT },
  { x: 0, y: MOST_ORBIT },
  { x: -MOST_ORBIT, y: MOST_ORBIT },
  { x: -MOST_ORBIT, y: 0 },
  { x: -MOST_ORBIT, y: -MOST_ORBIT },
  { x: 0, y: -MOST_ORBIT },
  { x: MOST_ORBIT, y: -MOST_ORBIT },
];

/** Where the screen stands; home whenever `resting` is not. */
export function createOrbit({
  resting,
  timers,
}: {
  readonly resting: ReadonlySignal<boolean>;
  readonly timers: Pick<Timers, 'after'>;
}): ReadonlySignal<Offset> {
  const offset = signal<Offset>(HOME);
  let step = 0;
  effect(() => {
    offset.value = HOME;
    if (!resting.value) return;
    let cancel = () => {};
    const goOn = () => {
      cancel = timers.after(EVERY, () => {
        step = (step + 1) % PATH.length;
        offset.value = PATH[step] ?? HOME;
        goOn();
      });
    };
    goOn();
    return () => cancel();
  });
  return offset;
}
