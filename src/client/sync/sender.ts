/** Keeps emptying the outbox, one batch at a time and in one tab at a time. Refuses to give up. */
import type { Timers } from '../platform/timers.ts';
import { createBackOff } from './back-off.ts';
import type { Delivery } from './delivery.ts';

export interface Sender {
  readonly start: () => void;
  /** There is something to send, or it may work now. */
  readonly hurry: () => void;
  readonly stop: () => void;
}

export interface SenderDeps {
  readonly timers: Timers;
  readonly deliver: () => Promise<Delivery>;
  /** Runs alone among all tabs of this browser. */
  readonly alone: (work: () => Promise<Delivery>) => Promise<Delivery>;
  readonly enrol: () => Promise<boolean>;
  readonly whenRevoked: () => void;
}

export function createSender({ timers, deliver, alone, enrol, whenRevoked }: SenderDeps): Sender {
  const backOff = createBackOff({ timers });
  let state: 'stopped' | 'idle' | 'running' = 'stopped';
  let wanted = false;

  const run = async (): Promise<void> => {
    state = 'running';
    do {
      wanted = false;
      const delivery = await alone(deliver);
      if (state !== 'running') return;
      if (delivery === 'revoked') return whenRevoked();
      if (delivery === 'unknown') await enrol();
      if (delivery === 'again') backOff.reset();
      else if (delivery !== 'nothing') await backOff.pause();
      wanted ||= delivery !== 'nothing';
    } while (wanted && state === 'running');
    if (state === 'running') state = 'idle';
  };

  return {
    start() {
      if (state === 'stopped') void run();
    },
    hurry() {
      wanted = true;
      if (state === 'idle') void run();
      else backOff.hurry();
    },
    stop() {
      state = 'stopped';
      backOff.hurry();
    },
  };
}
