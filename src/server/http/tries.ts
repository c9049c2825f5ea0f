/** Counts what may happen only so often within an hour. Refuses to remember longer, or by itself to tell other processes. */
import type { Instant } from '../../domain/time.ts';

const HOUR: Instant = 3_600_000;
const MOST_REMEMBERED = 10_000;

export interface Tries {
  /** Seconds until there may be another try; 0 is now. `fewer` may be allowed at the moment than at most. */
  rest(who: string, now: Instant, fewer?: number): number;
  count(who: string, now: Instant): void;
  /** The one that was counted then was none. */
  takeBack(who: string, counted: Instant): void;
}

/** At most `most` within an hour, for each `who` apart. */
export function createTries(most: number): Tries {
  const seen = new Map<string, readonly Instant[]>();
  const recent = (who: string, now: Instant) => (seen.get(who) ?? []).filter((at) => at > now - HOUR);
  return {
    rest: (who, now, fewer = most) => {
      const earlier = recent(who, now);
      const first = earlier[earlier.length - Math.min(most, fewer)];
      return first === undefined ? 0 : Math.max(1, Math.ceil((first + HOUR - now) / 1000));
    },
    count: (who, now) => {
      const counted = [...recent(who, now), now].slice(-most);
      // Who was counted last stands last, so that the one at the front is the oldest.
      seen.delete(who);
      const oldest = seen.size >= MOST_REMEMBERED ? seen.keys().next().value : undefined;
      if (oldest !== undefined) seen.delete(oldest);
      seen.set(who, counted);
    },
    takeBack: (who, counted) => {
      const all = seen.get(who) ?? [];
      const at = all.lastIndexOf(counted);
      if (at >= 0) seen.set(who, all.toSpliced(at, 1));
    },
  };
}
