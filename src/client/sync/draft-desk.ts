/**
 * Asks the server for what somebody began to fill in, and lets it keep more. Refuses to keep any of it here, and to say
 * of one account what another began.
 */
import * as v from 'valibot';
import { idSchema } from '../../domain/resident.ts';
import type { Reply, StaffHttp } from '../platform/http.ts';

const form = v.record(v.string(), v.unknown());
const draftsSchema = v.object({ staffId: idSchema, drafts: v.array(v.object({ name: idSchema, value: form })) });

export interface DraftDesk {
  /** Each by its name; null where it cannot be asked now. */
  readonly list: () => Promise<ReadonlyMap<string, object> | null>;
  /** Null takes it away. `later` may work then, `never` not: it is of somebody else, or too much. */
  readonly keep: (name: string, value: object | null) => Promise<'kept' | 'later' | 'never'>;
}

const DRAFTS = '/api/drafts';

/** Null is somebody without an account: nothing is kept of them. */
export function createDraftDesk(http: Pick<StaffHttp, 'get' | 'postLast'>, staffId: string | null): DraftDesk {
  return {
    async list() {
      if (staffId === null) return new Map();
      const reply = await http.get(DRAFTS);
      const parsed = reply.type === 'ok' ? v.safeParse(draftsSchema, reply.body) : null;
      if (parsed?.success !== true || parsed.output.staffId !== staffId) return null;
      return new Map(parsed.output.drafts.map(({ name, value }) => [name, value]));
    },
    async keep(name, value) {
      if (staffId === null) return 'never';
      return wentOf(await http.postLast(DRAFTS, { staffId, name, value }));
    },
  };
}

function wentOf(reply: Reply): 'kept' | 'later' | 'never' {
  if (reply.type === 'ok') return 'kept';
  // Signed in again, it is kept after all.
  return reply.type === 'unreachable' || reply.status >= 500 || reply.status === 401 ? 'later' : 'never';
}
