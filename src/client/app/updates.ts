/**
 * Keeps this device on the newest build that starts, and able to open without a network, without anybody (DESIGN §8,
 * UX requirement 59). Refuses to reload a page that somebody is using.
 */
import type { Signal } from '@preact/signals';
import { MINUTE } from '../../domain/time.ts';
import type { OfflineWorker } from '../platform/offline-worker.ts';
import type { Timers } from '../platform/timers.ts';
import type { OfflineCopy } from '../state/offline-copy.ts';
import { mayRenew, type Rest } from '../state/rest.ts';

export interface UpdatesDeps {
  readonly worker: OfflineWorker;
  readonly timers: Timers;
  /** Of this page. */
  readonly build: string;
  readonly copy: Signal<OfflineCopy>;
  readonly rest: () => Rest;
  /** Whether the server was reached a moment ago: asking a network that is not there helps nobody. */
  readonly reachable: () => boolean;
  /** False once this device was put out: then nothing is kept on it any more. */
  readonly belongs: () => boolean;
  /** The build this page was last reloaded for; null for none. Must survive the reload. */
  readonly reloadedFor: { readonly read: () => string | null; readonly keep: (build: string) => void };
  readonly reload: () => void;
}

/** The first screens come first, on the wire too. */
const REGISTER_AFTER = 10_000;
const EVERY = 60 * MINUTE;
/** All tablets of a town were switched on by the same power cut. */
const JITTER = 5 * MINUTE;
const SOON = 5 * MINUTE;
const LOOK_EVERY = 15_000;

export function createUpdates(deps: UpdatesDeps): { readonly start: () => void } {
  const { copy, timers, worker } = deps;
  /** The build that pages are given now, where it is not this page's. */
  let newer: string | null = null;

  const look = async (): Promise<boolean> => {
    const seen = await worker.look();
    if (seen === null || !seen.complete) {
      copy.value = { type: 'incomplete' };
      return false;
    }
    copy.value = { type: 'complete', bad: seen.bad };
    // A page that came from the network although its build is kept here would go round in circles.
    newer = [deps.build, deps.reloadedFor.read()].includes(seen.inCharge) ? null : seen.inCharge;
    return true;
  };
  const check = async (): Promise<boolean> => {
    if (!deps.belongs() || (copy.value.type !== 'unknown' && !deps.reachable())) return false;
    const renewed = await worker.renew();
    if (renewed === 'refused') {
      copy.value = { type: 'impossible', why: 'refused' };
      return true;
    }
    return (await look()) && renewed === 'done';
  };
  const keepChecking = async () => {
    const done = await check();
    timers.after(done ? EVERY + (timers.random() * 2 - 1) * JITTER : SOON, () => void keepChecking());
  };

  const takeChance = () => {
    if (!mayRenew(deps.rest())) return;
    if (newer !== null) {
      deps.reloadedFor.keep(newer);
      deps.reload();
    } else if (worker.isWaiting()) {
      worker.letTakeOver();
    }
  };
  const keepTaking = () => {
    takeChance();
    timers.after(LOOK_EVERY, keepTaking);
  };

  return {
    start() {
      worker.tellStarted(deps.build);
      if (worker.impossible !== null) {
        copy.value = { type: 'impossible', why: worker.impossible };
        return;
      }
      worker.whenTakenOver(() => {
        void look().then(takeChance);
      });
      timers.after(REGISTER_AFTER, () => {
        void keepChecking();
        keepTaking();
      });
    },
  };
}
