/** Whether a newer build may take over now (UX requirement 59). Refuses to make it do so. */
import type { PlainTime } from '../../domain/time.ts';

/** What a page knows about who is at it. */
export interface Rest {
  /** Nobody's visit is under way, nobody of the team is signed in, and nothing covers the screen. */
  readonly free: boolean;
  /** For how many milliseconds nobody touched the screen. */
  readonly quiet: number;
  /** Commands that the server has not answered. */
  readonly unsent: number;
  /** What waits survives the page. */
  readonly durable: boolean;
  /** On the wall of the house; null while the house is not known. */
  readonly time: PlainTime | null;
}

const QUIET = 120_000;
/** The hour that is doubled or skipped when the clocks change ends before it begins. */
const NIGHT = { from: '03:00', until: '04:30' };

/** Whether the page may go away for a moment without anybody noticing. */
export const isQuiet = ({ free, quiet, unsent }: Pick<Rest, 'free' | 'quiet' | 'unsent'>): boolean =>
  free && unsent === 0 && quiet >= QUIET;

export function mayRenew(rest: Rest): boolean {
  const { durable, free, time, unsent } = rest;
  if (!free) return false;
  if (unsent > 0 && !durable) return false;
  if (time !== null && time >= NIGHT.from && time < NIGHT.until) return true;
  return isQuiet(rest);
}
