/**
 * The flats of a server, opened: one database and key, an authority for each, kept in step with other processes. Refuses
 * to serve: that is `app.ts`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../domain/table.ts';
import type { Instant } from '../domain/time.ts';
import { type Authority, openAuthority } from './authority.ts';
import { type Config, type Flat, flatsOf } from './config.ts';
import { openPostgres } from './db/postgres.ts';
import { openSqlite } from './db/sqlite.ts';
import { type Store, StoreUnavailable } from './db/store.ts';
import { eraseAgain } from './erasures.ts';
import { forgetOld } from './jobs/forgetting.ts';
import { errorFields, type Log } from './log.ts';
import { openSecrets, type Secrets } from './secrets.ts';

export interface House {
  readonly flat: Flat;
  readonly authority: Authority;
  readonly store: Store;
  readonly secrets: Secrets;
  /** Nobody lives here yet and nothing is on the programme. */
  readonly empty: boolean;
  /** The data folder is marked as a demonstration. */
  readonly demo: boolean;
}

const TIME_ZONE = 'Europe/Amsterdam';
const LOOK_AGAIN = 2_000;

interface Opening {
  readonly log: Log;
  readonly now: () => Instant;
}

/** All flats of one server, over one database. */
export interface Houses {
  /** In the order of the configuration; at least one. */
  readonly all: readonly [House, ...House[]];
  close(): Promise<void>;
}

/** Opens the flats of a configuration. Throws StoreRefused with a sentence for who installs it. */
export async function openHouses(config: Config, opening: Opening): Promise<Houses> {
  const secrets = openSecrets(config.dataFolder);
  const store =
    config.databaseUrl === null ? await openSqlite(config.dataFolder) : await openPostgres(config.databaseUrl);
  const stops: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const stop of stops) await stop();
    await store.close();
  };
  try {
    const demo = existsSync(join(config.dataFolder, 'demo'));
    const houses: House[] = [];
    for (const flat of flatsOf(config)) {
      await store.ensureLocation({ id: flat.id, name: firstName(config, flat), timeZone: TIME_ZONE });
      await store.claimKey(flat.id, secrets.fingerprint);
      const authority = await openAuthority(flat.id, { store, ...opening });
      stops.push(followOthers(authority, store, opening.log), () => authority.close());
      await eraseAgain({ authority, store }, opening.now());
      houses.push({ flat, authority, store, secrets, demo, empty: isEmpty(authority) });
    }
    const authorities = houses.map(({ authority }) => authority);
    const forgetting = forgetOld(store, authorities, opening.now()).catch((error: unknown) => {
      opening.log.warn('forget-failed', errorFields(error));
    });
    stops.push(() => forgetting);
    const [first, ...others] = houses;
    if (first === undefined) throw new Error('a server without a flat');
    return { all: [first, ...others], close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a flat is called until somebody says so. */
function firstName({ demonstrate }: Config, { hostName, id }: Flat): string {
  if (demonstrate) return 'De Zilvermeeuw';
  return hostName === null ? 'Onze flat' : id;
}

function isEmpty(authority: Authority): boolean {
  const { board } = authority.state();
  return rows(board.resident).next().done === true && rows(board.series).next().done === true;
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
