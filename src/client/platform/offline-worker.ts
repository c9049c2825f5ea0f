/**
 * The page's end of the service worker: registers it, asks it, lets a newer one take over. Refuses to decide when that
 * may be.
 */
import { messageSW, Workbox } from 'workbox-window';
import type { Look, MessageToWorker } from './offline-messages.ts';
import type { Timers } from './timers.ts';

export interface OfflineWorker {
  /** Why there can be none; null where there can. */
  readonly impossible: 'insecure' | 'unsupported' | null;
  /** The page of this build has drawn its screens. */
  readonly tellStarted: (build: string) => void;
  /** Registers the worker, or looks whether the server has a newer one. `unreachable` may be better another time. */
  readonly renew: () => Promise<'done' | 'unreachable' | 'refused'>;
  /** Null where the worker does not answer. */
  readonly look: () => Promise<Look | null>;
  /** A newer build is here and waits. */
  readonly isWaiting: () => boolean;
  readonly letTakeOver: () => void;
  /** Another worker is in charge of this page from now on. */
  readonly whenTakenOver: (listener: () => void) => void;
}

export interface OfflineWorkerDeps {
  readonly view: Pick<Window, 'isSecureContext'>;
  /** Absent in an insecure context and in some private windows. */
  readonly container: ServiceWorkerContainer | undefined;
  readonly timers: Pick<Timers, 'after'>;
}

const WORKER = '/service-worker.js';
/** A worker that has to fetch what the browser threw away takes its time. */
const LONGEST_LOOK = 60_000;

export function createOfflineWorker({ container, timers, view }: OfflineWorkerDeps): OfflineWorker {
  const workbox = new Workbox(WORKER);
  let registration: ServiceWorkerRegistration | undefined;

  const impossible = () => {
    if (!view.isSecureContext) return 'insecure';
    return container === undefined ? 'unsupported' : null;
  };
  /** One that failed to install leaves no registration behind. */
  const isAlive = () =>
    registration !== undefined && (registration.installing ?? registration.waiting ?? registration.active) !== null;

  return {
    impossible: impossible(),
    tellStarted(build) {
      const message: MessageToWorker = { type: 'started', build };
      container?.controller?.postMessage(message);
    },
    async renew() {
      try {
        if (isAlive()) await registration?.update();
        else registration = await workbox.register({ immediate: true });
        return 'done';
      } catch (error) {
        // What the browser forbids by itself has a name; a file that did not come is a TypeError.
        const isForbidden =
          error instanceof DOMException && ['SecurityError', 'NotSupportedError'].includes(error.name);
        return isForbidden ? 'refused' : 'unreachable';
      }
    },
    async look() {
      const worker = registration?.active;
      if (worker == null) return null;
      const message: MessageToWorker = { type: 'look' };
      const asked: Promise<Look | null> = activated(worker).then(() => messageSW(worker, message));
      return new Promise((resolve) => {
        timers.after(LONGEST_LOOK, () => resolve(null));
        asked.then(resolve, () => resolve(null));
      });
    },
    isWaiting: () => registration?.waiting != null,
    letTakeOver() {
      const message: MessageToWorker = { type: 'SKIP_WAITING' };
      registration?.waiting?.postMessage(message);
    },
    whenTakenOver(listener) {
      container?.addEventListener('controllerchange', listener);
    },
  };
}

/** A worker has the pages before it has put its build in charge. */
function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state !== 'activating') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
