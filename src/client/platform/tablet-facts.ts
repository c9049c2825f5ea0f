/** What the browser tells of the tablet under it. Refuses to guess: what it does not tell is null. */
import type { Heartbeat } from '../../domain/heartbeat.ts';

export type TabletFacts = Pick<Heartbeat, 'battery' | 'secure' | 'worker' | 'screen'>;

interface Battery {
  /** From 0 to 1. */
  readonly level: number;
  readonly charging: boolean;
}
/** Chromium's alone. */
type WithBattery = { readonly getBattery?: () => Promise<Battery> };

export async function readTabletFacts(view: Window): Promise<TabletFacts> {
  const { navigator } = view;
  const battery = await (navigator as WithBattery).getBattery?.().catch(() => null);
  const side = (pixels: number) => Math.min(20_000, Math.max(1, Math.round(pixels)));
  return {
    battery:
      battery != null && Number.isFinite(battery.level)
        ? { percent: Math.round(Math.min(1, Math.max(0, battery.level)) * 100), charging: battery.charging === true }
        : null,
    secure: view.isSecureContext,
    worker: (navigator.serviceWorker?.controller ?? null) !== null,
    screen: { width: side(view.innerWidth), height: side(view.innerHeight) },
  };
}

/** Bytes of JavaScript in use; null where the browser does not tell. */
export function heapInUse(view: Window): number | null {
  const { memory } = view.performance as { readonly memory?: { readonly usedJSHeapSize?: number } };
  const used = memory?.usedJSHeapSize;
  return used !== undefined && used > 0 ? used : null;
}
