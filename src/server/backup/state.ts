/** How the last backups went, as the house itself writes it down for its desk. Refuses to say where they are. */
import * as v from 'valibot';
import { instantTextSchema } from '../../domain/time.ts';
import type { Store } from '../db/store.ts';

const NOTE = 'backup';

export const backupStateSchema = v.object({
  /** The last one that was made and read back; null is never yet. */
  made: v.nullable(v.object({ at: instantTextSchema, bytes: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  /** The last that failed, where none has been made since. `full` is a disk without room. */
  failed: v.nullable(v.object({ at: instantTextSchema, why: v.picklist(['full', 'other']) })),
});
export type BackupState = v.InferOutput<typeof backupStateSchema>;

const NEVER: BackupState = { made: null, failed: null };

/** Throws StoreUnavailable. */
export async function readBackupState(store: Store, locationId: string): Promise<BackupState> {
  const note = await store.readNote(locationId, NOTE);
  const parsed = note === null ? null : v.safeParse(backupStateSchema, JSON.parse(note));
  return parsed?.success ? parsed.output : NEVER;
}

/** Throws StoreUnavailable. */
export const writeBackupState = (store: Store, locationId: string, state: BackupState): Promise<void> =>
  store.writeNote(locationId, NOTE, JSON.stringify(state));
