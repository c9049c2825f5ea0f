/**
 * Joins what keeps this page whole without a network and new without anybody. Loaded after the first screens; refuses to
 * be needed by them.
 */
import type { Signal } from '@preact/signals';
import { createUpdates } from './app/updates.ts';
import { buildOf } from './platform/build.ts';
import { createOfflineWorker } from './platform/offline-worker.ts';
import type { Page } from './platform/page.ts';
import type { Timers } from './platform/timers.ts';
import type { OfflineCopy } from './state/offline-copy.ts';
import type { Rest } from './state/rest.ts';

export interface OfflinePlace {
  readonly timers: Timers;
  readonly page: Pick<Page, 'whenTouched'>;
  readonly systemNow: () => number;
  readonly copy: Signal<OfflineCopy>;
  /** All but how long ago the page was touched. */
  readonly rest: () => Omit<Rest, 'quiet'>;
  readonly reachable: () => boolean;
  readonly belongs: () => boolean;
}

const RELOADED_FOR = 'huiskamer.reloaded-for';

export function keepOffline({ page, systemNow, timers, ...place }: OfflinePlace): void {
  const root = document.documentElement;
  let touchedAt = systemNow();
  page.whenTouched(() => {
    touchedAt = systemNow();
  });
  // The script in index.html looks for this.
  root.dataset.started = '';
  createUpdates({
    ...place,
    timers,
    worker: createOfflineWorker({ view: window, container: navigator.serviceWorker, timers }),
    build: buildOf(root),
    rest: () => ({ ...place.rest(), quiet: systemNow() - touchedAt }),
    reloadedFor: rememberedReload(),
    reload: () => location.reload(),
  }).start();
}

/** A private window may have no session storage, and then no worker either. */
function rememberedReload() {
  return {
    read() {
      try {
        return sessionStorage.getItem(RELOADED_FOR);
      } catch {
        return null;
      }
    },
    keep(build: string) {
      try {
        sessionStorage.setItem(RELOADED_FOR, build);
      } catch {
        return;
      }
    },
  };
}
