/**
 * The backup of each night, the last seven kept. Refuses to take an old one away before the new one is complete and read
 * back, to harm the house where it fails, and to be made twice where several processes share a database.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, instantOfText, instantText } from '../../domain/time.ts';
import { backupName, type MadeBackup, makeBackup, type Wish } from '../backup/make.ts';
import { type BackupState, readBackupState, writeBackupState } from '../backup/state.ts';
import { backupsOf, type Config } from '../config.ts';
import type { Store } from '../db/store.ts';
import { inTurn } from '../db/turn.ts';
import { errorFields, type Log } from '../log.ts';

export interface NightlyBackupDeps {
  readonly config: Config;
  readonly store: Store;
  readonly locationIds: readonly string[];
  readonly log: Log;
  readonly make?: (wish: Wish) => Promise<MadeBackup | null>;
}

const KEPT = 7;
const NIGHTLY = /^nacht-[\dTZ-]+\.backup$/;
const HALF = /^nacht-[\dTZ-]+\.backup\.part$/;

/** Makes one unless one was made since `due`. Whether there is one now, by this process or another. Never throws. */
export async function backUpSince(due: Instant, now: Instant, deps: NightlyBackupDeps): Promise<boolean> {
  const { config, log } = deps;
  try {
    if (await isMade(due, deps)) return true;
    let made = false;
    await inTurn(config.databaseUrl, async () => {
      // Another process may have been a moment earlier.
      made = (await isMade(due, deps)) || (await backUp(now, deps));
    });
    return made;
  } catch (error) {
    log.error('backup-failed', errorFields(error));
    return false;
  }
}

async function isMade(due: Instant, { store, locationIds: [first = ''] }: NightlyBackupDeps): Promise<boolean> {
  const { made } = await readBackupState(store, first);
  return made !== null && instantOfText(made.at) >= due;
}

async function backUp(now: Instant, deps: NightlyBackupDeps): Promise<boolean> {
  const { config, log, make = makeBackup } = deps;
  const folder = backupsOf(config);
  const file = join(folder, backupName('nacht', now));
  const at = instantText(now);
  try {
    const made = await make({ ...config, file, at: now });
    if (made === null) return false;
    removeOld(folder);
    await tell(deps, () => ({ made: { at, bytes: made.bytes }, failed: null }));
    log.info('backup-made', { bytes: made.bytes, rows: made.rows });
    return true;
  } catch (error) {
    log.error('backup-failed', errorFields(error));
    const why = error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? 'full' : 'other';
    await tell(deps, ({ made }) => ({ made, failed: { at, why } }));
    return false;
  }
}

async function tell({ store, locationIds }: NightlyBackupDeps, next: (was: BackupState) => BackupState): Promise<void> {
  for (const id of locationIds) await writeBackupState(store, id, next(await readBackupState(store, id)));
}

/** What somebody made by hand stays for ever. */
function removeOld(folder: string): void {
  const names = readdirSync(folder).toSorted();
  const old = names.filter((name) => NIGHTLY.test(name)).slice(0, -KEPT);
  for (const name of [...old, ...names.filter((name) => HALF.test(name))]) rmSync(join(folder, name), { force: true });
}
