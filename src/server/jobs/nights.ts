/**
 * What is done once a night, in the quiet hour of the house: judged by what is due, on a coarse timer, so that a machine
 * that was off catches up. Refuses to do two things at once, and to let what fails reach the house.
 */
import { locationOf } from '../../domain/board.ts';
import { addDays, type Instant, instantOf, localAt, MINUTE, type PlainTime } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { errorFields, type Log } from '../log.ts';
import { forgetOld } from './forgetting.ts';
import { backUpSince, type NightlyBackupDeps } from './nightly-backup.ts';

export interface NightsDeps extends Pick<NightlyBackupDeps, 'config' | 'make'> {
  readonly houses: readonly [House, ...House[]];
  /** A demonstration is forgotten without a loss. */
  readonly demo: boolean;
  readonly log: Log;
  readonly now: () => Instant;
}

export interface Nights {
  /** Does what is due; resolves when it is done. */
  look(): Promise<void>;
  stop(): void;
}

const QUIET: PlainTime = '02:00';
const LOOK_AGAIN: Instant = 10 * MINUTE;
/** Who has just switched on a screen should not wait for a backup. */
const FIRST_LOOK: Instant = MINUTE;
/** After a failure the next try waits: whatever filled the disk is not gone in ten minutes. */
const TRY_AGAIN: Instant = 60 * MINUTE;

/** The last quiet hour that has begun, at this location. */
export function lastNight(now: Instant, zone: string): Instant {
  const { date } = localAt(now, zone);
  const today = instantOf(date, QUIET, zone);
  return today <= now ? today : instantOf(addDays(date, -1), QUIET, zone);
}

export function createNights(deps: NightsDeps): Nights {
  const { houses, log, now, demo } = deps;
  const [{ authority, store }] = houses;
  // It was done when the house was opened.
  let forgotten = now();
  let tried = Number.NEGATIVE_INFINITY;
  let busy: Promise<void> | null = null;

  const work = async () => {
    const at = now();
    const due = lastNight(at, locationOf(authority.state().board).timeZone);
    if (forgotten < due) {
      const authorities = houses.map((house) => house.authority);
      await forgetOld(store, authorities, at).then(
        () => {
          forgotten = at;
        },
        (error: unknown) => log.warn('forget-failed', errorFields(error)),
      );
    }
    if (demo || at - tried < TRY_AGAIN) return;
    const made = await backUpSince(due, at, { ...deps, store, locationIds: houses.map(({ flat }) => flat.id) });
    if (!made) tried = at;
  };

  const look = () => {
    busy ??= work()
      .catch((error: unknown) => log.error('night-failed', errorFields(error)))
      .finally(() => {
        busy = null;
      });
    return busy;
  };

  const first = setTimeout(() => void look(), FIRST_LOOK);
  const timer = setInterval(() => void look(), LOOK_AGAIN);
  return {
    look,
    stop: () => {
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}
