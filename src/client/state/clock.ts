/** What time it is, corrected by the server, as a signal that moves once a minute. Refuses to run a timer: it is told. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Instant, MINUTE } from '../../domain/time.ts';

/** The `Date` of an answer between the moments (by the uncorrected clock) it was asked and came. */
export interface ServerTime {
  readonly serverDate: Instant;
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
}

export interface Clock {
  /** The current minute, for what screens show and for judging again. */
  readonly minute: ReadonlySignal<Instant>;
  /** To the millisecond, for judging and stamping a tap. */
  readonly now: () => Instant;
  /** To be called every minute, and whenever the screen wakes. */
  readonly tick: () => void;
  readonly correct: (time: ServerTime) => void;
}

/** `Date` counts whole seconds. */
const RESOLUTION = 1_000;
/** A difference nobody sees is left alone, so that time does not jitter with the network. */
const SLACK = 1_000;
/** An answer this slow says nothing about the time. */
const TOO_SLOW = 10_000;

export function createClock(deps: { readonly systemNow: () => Instant }): Clock {
  let offset = 0;
  const now = () => deps.systemNow() + offset;
  const wholeMinute = () => Math.floor(now() / MINUTE) * MINUTE;
  const minute = signal(wholeMinute());
  const tick = () => {
    minute.value = wholeMinute();
  };

  return {
    minute,
    now,
    tick,
    correct({ serverDate, sentAt, receivedAt }) {
      if (receivedAt < sentAt || receivedAt - sentAt > TOO_SLOW) return;
      const least = serverDate - receivedAt;
      const most = serverDate + RESOLUTION - sentAt;
      if (offset >= least - SLACK && offset <= most + SLACK) return;
      offset = Math.round((least + most) / 2);
      tick();
    },
  };
}
