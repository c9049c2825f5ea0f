/** Asks the server how its backups went. Refuses to fetch one: it holds the keys of the house. */
import * as v from 'valibot';
import { type Instant, instantOfText, instantTextSchema } from '../../domain/time.ts';
import type { StaffHttp } from '../platform/http.ts';

const stateSchema = v.object({
  made: v.nullable(v.object({ at: instantTextSchema })),
  failed: v.nullable(v.object({ at: instantTextSchema, why: v.picklist(['full', 'other']) })),
  nightly: v.boolean(),
});

export interface BackupsSeen {
  /** When the last one was made; null is never yet. */
  readonly made: Instant | null;
  /** What went wrong since; null is nothing. */
  readonly failed: { readonly at: Instant; readonly why: 'full' | 'other' } | null;
  /** False is a demonstration. */
  readonly nightly: boolean;
}

export interface BackupDesk {
  /** Null where it cannot be asked now. */
  readonly seen: () => Promise<BackupsSeen | null>;
}

export function createBackupDesk(http: Pick<StaffHttp, 'get'>): BackupDesk {
  return {
    async seen() {
      const reply = await http.get('/api/backups');
      const parsed = reply.type === 'ok' ? v.safeParse(stateSchema, reply.body) : null;
      if (parsed?.success !== true) return null;
      const { failed, made, nightly } = parsed.output;
      return {
        nightly,
        made: made === null ? null : instantOfText(made.at),
        failed: failed === null ? null : { ...failed, at: instantOfText(failed.at) },
      };
    },
  };
}
