/**
 * Begins the page anew before months of use make it slow: every night, and by day when its memory has doubled. Refuses
 * to do so while somebody is there, while something waits to be sent, or where the page might not come back.
 */
import { type Instant, MINUTE, type PlainTime } from '../../domain/time.ts';
import type { Timers } from '../platform/timers.ts';

export interface FreshnessDeps {
  readonly timers: Timers;
  /** Of the tablet: only how much of it went by counts. */
  readonly systemNow: () => Instant;
  readonly isQuiet: () => boolean;
  /** The page can be fetched, or opens without a network. */
  readonly comesBack: () => boolean;
  /** On the wall of the house. */
  readonly time: () => PlainTime;
  /** Bytes; null where the browser does not tell. */
  readonly heap: () => number | null;
  readonly reload: () => void;
}

/** After the hour that is doubled or skipped when the clocks change. */
const NIGHT = { hour: 3, minute: 30 } as const;
const NIGHT_LASTS = 60;
/** All tablets of a house and of a town would come at once. */
const JITTER_MINUTES = 20;
/** A page as young as this has had its night, or its fright. */
const YOUNG = 2 * 60 * MINUTE;
/** By then everything that is always there is there. */
const SETTLED = 10 * MINUTE;
const MOST_GROWTH = 2;

export function startFreshness(deps: FreshnessDeps): void {
  const { systemNow, timers } = deps;
  const startedAt = systemNow();
  const begins = NIGHT.hour * 60 + NIGHT.minute + Math.floor(timers.random() * JITTER_MINUTES);
  let baseline: number | null = null;

  const isNight = () => {
    const [hour = 0, minute = 0] = deps.time().split(':').map(Number);
    const now = hour * 60 + minute;
    return now >= begins && now < begins + NIGHT_LASTS;
  };
  const hasGrown = () => {
    const heap = deps.heap();
    return heap !== null && baseline !== null && heap > MOST_GROWTH * baseline;
  };
  const look = () => {
    const age = systemNow() - startedAt;
    if (baseline === null && age >= SETTLED) baseline = deps.heap();
    if (age >= YOUNG && (isNight() || hasGrown()) && deps.isQuiet() && deps.comesBack()) return deps.reload();
    timers.after(MINUTE, look);
  };
  timers.after(MINUTE, look);
}
