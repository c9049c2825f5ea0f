/**
 * Joins what keeps a kiosk a kiosk for months: it tells how it is, spares its panel, stays where it is, and begins anew
 * at night. Loaded after the first screens; refuses to be needed by them.
 */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Heartbeat } from '../domain/heartbeat.ts';
import { startFreshness } from './app/freshness.ts';
import { startHeartbeat } from './app/heartbeat.ts';
import { createOrbit } from './app/orbit.ts';
import type { App } from './app.ts';
import { buildOf } from './platform/build.ts';
import { stayPut } from './platform/gestures.ts';
import type { Http } from './platform/http.ts';
import type { Page } from './platform/page.ts';
import { createPanel } from './platform/panel.ts';
import { heapInUse, readTabletFacts } from './platform/tablet-facts.ts';
import type { Timers } from './platform/timers.ts';
import { createClock } from './state/clock.ts';
import type { OfflineCopy } from './state/offline-copy.ts';
import { isQuiet } from './state/rest.ts';
import './styles/care.css';
import './styles/night.css';

export interface CarePlace {
  readonly app: Pick<App, 'answersPending' | 'connection' | 'dark' | 'parked' | 'phase' | 'storageState' | 'wallClock'>;
  readonly http: Pick<Http, 'post' | 'whenAnswered'>;
  readonly page: Pick<Page, 'whenTouched'>;
  readonly timers: Timers;
  readonly systemNow: () => number;
  readonly copy: ReadonlySignal<OfflineCopy>;
  /** Somebody of the team is at work, or an alarm is over everything. */
  readonly covered: ReadonlySignal<boolean>;
}

export function keepWell(place: CarePlace): void {
  const { app, copy, covered, http, page, systemNow, timers } = place;
  const root = document.documentElement;
  const resting = computed(() => app.phase.value.type === 'resting' && !covered.value);

  stayPut(window);
  spareThePanel({ root, resting, night: computed(() => app.dark.value && !covered.value), timers });

  const clock = createClock({ systemNow });
  http.whenAnswered(clock.correct);
  startHeartbeat({
    http,
    timers,
    belongs: () => !['notEnrolled', 'revoked'].includes(app.connection.value.type),
    read: async () => ({
      ...(await readTabletFacts(window)),
      build: buildOf(root),
      ...keptOf(copy.value),
      storage: app.storageState.value.type,
      persisted: app.storageState.value.persisted,
      waiting: app.answersPending.value,
      parked: app.parked.value,
      clockOffset: Math.round((clock.now() - systemNow()) / 1_000),
    }),
  });

  let touchedAt = systemNow();
  page.whenTouched(() => {
    touchedAt = systemNow();
  });
  startFreshness({
    timers,
    systemNow,
    isQuiet: () => isQuiet({ free: resting.value, quiet: systemNow() - touchedAt, unsent: app.answersPending.value }),
    comesBack: () => app.connection.value.type === 'online' || navigator.serviceWorker?.controller != null,
    time: () => app.wallClock.value.time,
    heap: () => heapInUse(window),
    reload: () => location.reload(),
  });
}

const keptOf = (copy: OfflineCopy): Pick<Heartbeat, 'badBuild' | 'complete'> => ({
  badBuild: copy.type === 'complete' ? copy.bad : null,
  complete: copy.type === 'unknown' ? null : copy.type === 'complete',
});

interface PanelDeps {
  readonly root: HTMLElement;
  readonly resting: ReadonlySignal<boolean>;
  readonly night: ReadonlySignal<boolean>;
  readonly timers: Timers;
}

/** Dark in the hours of the house, dimmed while nobody is there, and never long in the same place. */
function spareThePanel({ night, resting, root, timers }: PanelDeps): void {
  const panel = createPanel(window);
  effect(() => {
    root.toggleAttribute('data-night', night.value);
  });
  effect(() => {
    if (night.value && resting.value) panel.dim();
    else panel.light();
  });
  const orbit = createOrbit({ resting, timers });
  effect(() => {
    root.style.setProperty('--orbit-x', `${orbit.value.x}px`);
    root.style.setProperty('--orbit-y', `${orbit.value.y}px`);
  });
}
