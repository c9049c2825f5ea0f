/** `GET /api/backups`, for managers: how the last backups went. Refuses to hand one out: it holds the keys of the house. */
import { readBackupState } from '../backup/state.ts';
import type { House } from '../house.ts';

export interface BackupsDeps {
  readonly house: House;
  /** Of which none are made. */
  readonly demo: boolean;
}

export function createBackupsRoute({ demo, house }: BackupsDeps): () => Promise<Response> {
  return async () => {
    const state = await readBackupState(house.store, house.flat.id);
    return new Response(JSON.stringify({ ...state, nightly: !demo }), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}
