/**
 * One house, opened: its database, its key and its authority, kept in step with other processes. Refuses to serve: that
 * is `app.ts`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../domain/table.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { type Authority, openAuthority } from './authority.ts';
import type { Config } from './config.ts';
import { openPostgres } from './db/postgres.ts';
import { openSqlite } from './db/sqlite.ts';
import { type Store, StoreUnavailable } from './db/store.ts';
import { errorFields, type Log } from './log.ts';
import { openSecrets, type Secrets } from './secrets.ts';

export interface House {
  readonly authority: Authority;
  readonly store: Store;
  readonly secrets: Secrets;
  /** Nobody lives here yet and nothing is on the programme. */
  readonly empty: boolean;
  /** The data folder is marked as a demonstration. */
  readonly demo: boolean;
  close(): Promise<void>;
}

/** The one location of a server process; a process for each flat, or a database for many (DESIGN §6). */
export const LOCATION_ID = 'house';
const LOCATION = { id: LOCATION_ID, name: 'De Zilvermeeuw', timeZone: 'Europe/Amsterdam' };
const LOOK_AGAIN = 2_000;

/** Opens the house of a configuration. Throws StoreRefused with a sentence for who installs it. */
export async function openHouse(
  config: Config,
  { log, now }: { readonly log: Log; readonly now: () => Instant },
): Promise<House> {
  const secrets = openSecrets(config.dataFolder);
  const store =
    config.databaseUrl === null ? await openSqlite(config.dataFolder) : await openPostgres(config.databaseUrl);
  try {
    await store.ensureLocation(LOCATION);
    await store.claimKey(LOCATION_ID, secrets.fingerprint);
    const authority = await openAuthority(LOCATION_ID, { store, log, now });
    const stopFollowing = followOthers(authority, store, log);
    const stopForgetting = forgetDaily(store, { log, now });
    const { board } = authority.state();
    const demo = existsSync(join(config.dataFolder, 'demo'));
    return {
      authority,
      store,
      secrets,
      demo,
      empty: rows(board.resident).next().done === true && rows(board.series).next().done === true,
      close: async () => {
        stopFollowing();
        stopForgetting();
        await authority.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The bell is a hint: versions are compared every two seconds as well (DESIGN §6). */
function followOthers(authority: Authority, store: Store, log: Log): () => void {
  const look = () => {
    authority.catchUp().catch((error: unknown) => {
      log.warn('catch-up-failed', error instanceof StoreUnavailable ? { reason: error.message } : errorFields(error));
    });
  };
  store.onRing((locationId, version) => {
    // Who rang hears it too: looking at once would keep its next group waiting for nothing.
    if (locationId === authority.locationId && version > authority.state().version) look();
  });
  const timer = setInterval(look, LOOK_AGAIN);
  return () => clearInterval(timer);
}

/** Personal data in the journal goes after 14 days, the slim entry after two years (DESIGN §5). */
function forgetDaily(store: Store, { log, now }: { readonly log: Log; readonly now: () => Instant }): () => void {
  const forget = () => {
    const journal = store.forget(now() - 14 * DAY, now() - 730 * DAY);
    // As long as a tablet keeps what it sent, to send it again.
    Promise.all([journal, store.forgetWaysIn(now() - 3 * DAY)]).catch((error: unknown) => {
      log.warn('forget-failed', { reason: error instanceof Error ? error.message : 'unknown' });
    });
  };
  forget();
  const timer = setInterval(forget, DAY);
  return () => clearInterval(timer);
}
