/** How a tablet is by its own word, as facts that somebody can do something about. Refuses to phrase. */
import { type Instant, instantOfText, MINUTE } from '../../domain/time.ts';
import type { Device } from './staff-team.ts';

export type HealthFact =
  /** `failed` is whether a newer one did not start there. */
  | { readonly type: 'build'; readonly build: string; readonly older: boolean; readonly failed: boolean }
  /** `lasting` is whether the browser promised never to clear it; null where it does not say. */
  | { readonly type: 'storage'; readonly keeps: boolean; readonly lasting: boolean | null }
  | { readonly type: 'offline'; readonly how: 'works' | 'notYet' | 'insecure' }
  | { readonly type: 'battery'; readonly percent: number; readonly charging: boolean; readonly low: boolean }
  | { readonly type: 'waiting'; readonly waiting: number; readonly parked: number }
  /** In whole minutes; 0 is right enough. */
  | { readonly type: 'clock'; readonly behind: boolean; readonly minutes: number };

export interface Health {
  readonly at: Instant;
  readonly facts: readonly HealthFact[];
}

/** Below it and not charging, the tablet is dark before the evening. */
const LOW_BATTERY = 20;

/** In the order in which somebody looks; null where the tablet has told nothing yet. */
export function healthOf({ told }: Device): Health | null {
  if (told === null) return null;
  const {
    badBuild,
    battery,
    build,
    clockOffset,
    complete,
    older,
    parked,
    persisted,
    secure,
    storage,
    waiting,
    worker,
  } = told;
  const minutes = Math.round(Math.abs(clockOffset * 1_000) / MINUTE);
  return {
    at: instantOfText(told.at),
    facts: [
      { type: 'waiting', waiting, parked },
      { type: 'storage', keeps: storage === 'durable', lasting: persisted },
      { type: 'offline', how: worker && complete !== false ? 'works' : secure ? 'notYet' : 'insecure' },
      ...(battery === null
        ? []
        : [{ type: 'battery', ...battery, low: battery.percent < LOW_BATTERY && !battery.charging } as const]),
      { type: 'clock', behind: clockOffset > 0, minutes },
      { type: 'build', build, older, failed: badBuild !== null },
    ],
  };
}

/** What somebody should look at. */
export function isTroubling(fact: HealthFact): boolean {
  switch (fact.type) {
    case 'build':
      return fact.failed;
    case 'storage':
      return !fact.keeps;
    case 'offline':
      return fact.how === 'insecure';
    case 'battery':
      return fact.low;
    case 'waiting':
      return fact.parked > 0;
    case 'clock':
      return fact.minutes > 0;
  }
}
