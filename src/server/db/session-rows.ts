/** Sessions of staff as both engines keep them. Refuses to know when one is over. */
import { instantOfText, instantText } from '../../domain/time.ts';
import type { Db } from './rows.ts';
import type { Session, Store } from './store.ts';

export type SessionVerbs = Pick<Store, 'findSession' | 'addSession' | 'touchSession' | 'endSession'>;

export function sessionVerbs(db: Db): SessionVerbs {
  return {
    findSession: async (tokenHash) => {
      const found = await db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return found === undefined ? null : sessionOf(found);
    },
    addSession: async ({ id, locationId, staffId, idleMinutes, lastSeen, tokenHash }) => {
      const line = { location_id: locationId, id, token_hash: tokenHash, staff_id: staffId, idle_minutes: idleMinutes };
      const at = instantText(lastSeen);
      await db
        .insertInto('session')
        .values({ ...line, created: at, last_seen: at })
        .execute();
    },
    touchSession: async ({ locationId, id }, at) => {
      await db
        .updateTable('session')
        .set({ last_seen: instantText(at) })
        .where('location_id', '=', locationId)
        .where('id', '=', id)
        .execute();
    },
    endSession: async ({ locationId, id }) => {
      await db.deleteFrom('session').where('location_id', '=', locationId).where('id', '=', id).execute();
    },
  };
}

const sessionOf = (line: Readonly<Record<string, string | number | null>>): Session => ({
  id: String(line.id),
  locationId: String(line.location_id),
  staffId: String(line.staff_id),
  idleMinutes: Number(line.idle_minutes),
  lastSeen: instantOfText(String(line.last_seen)),
});
