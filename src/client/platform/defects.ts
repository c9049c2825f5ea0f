/**
 * When we were wrong: a calm screen, and the page again after a while that grows (DESIGN §8). The outbox survives that.
 * Refuses to hide the error from the log, and to show it to a resident.
 */
import type { Timers } from './timers.ts';

export interface DefectDeps {
  readonly view: Window;
  readonly timers: Pick<Timers, 'after'>;
  readonly log: (defect: unknown) => void;
  /** Draws the calm screen; where that fails too, a sentence does. */
  readonly draw: (place: HTMLElement) => void;
}

const KEY = 'huiskamer.defects';
const DELAYS: readonly number[] = [2_000, 5_000, 15_000, 60_000, 300_000];
/** A page that ran this long was healthy. */
const HEALTHY = 120_000;

export function watchForDefects({ view, timers, log, draw }: DefectDeps): (defect: unknown) => void {
  let failing = false;
  timers.after(HEALTHY, () => {
    if (!failing) remember(view, 0);
  });
  const fail = (defect: unknown) => {
    log(defect);
    if (failing) return;
    failing = true;
    const before = remembered(view);
    remember(view, before + 1);
    showCalm(view.document, draw);
    timers.after(DELAYS[Math.min(before, DELAYS.length - 1)] ?? HEALTHY, () => view.location.reload());
  };
  view.addEventListener('error', (event) => {
    // Without an error object it is the browser grumbling, as about a late ResizeObserver.
    if (event.error !== null && event.error !== undefined) fail(event.error);
  });
  view.addEventListener('unhandledrejection', (event) => fail(event.reason));
  return fail;
}

function showCalm(document: Document, draw: DefectDeps['draw']): void {
  const place = document.createElement('div');
  place.style.cssText = 'position:fixed;inset:0;z-index:9999;background:#fbf6ec';
  // Not over the screen that was there: nobody can see that one, so nobody may hear or touch it either.
  document.body.replaceChildren(place);
  try {
    draw(place);
  } catch {
    place.style.font = '700 52px/1.3 sans-serif';
    place.textContent = 'Eén moment. Wij maken het scherm weer klaar.';
  }
}

// A private window may have no session storage: then the delay does not grow, and that is all.
function remembered(view: Window): number {
  try {
    return Number(view.sessionStorage.getItem(KEY) ?? 0) || 0;
  } catch {
    return 0;
  }
}

function remember(view: Window, count: number): void {
  try {
    view.sessionStorage.setItem(KEY, String(count));
  } catch {
    return;
  }
}
