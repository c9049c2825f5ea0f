/** Sessions of staff as both engines keep them. Refuses to know when one is over. */
import * as v from 'valibot';
import { instantOfText, instantText } from '../../domain/time.ts';
import type { Db } from './rows.ts';
import type { OpenedBy, Session, Store } from './store.ts';

export type SessionVerbs = Pick<
  Store,
  'findSession' | 'sessionsAt' | 'addSession' | 'touchSession' | 'endSession' | 'endOtherSessions' | 'forgetWaysIn'
>;

export function sessionVerbs(db: Db): SessionVerbs {
  return {
    findSession: async (tokenHash) => {
      const found = await db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return found === undefined ? null : sessionOf(found);
    },
    sessionsAt: async (locationId, deviceId, staffId) => {
      const found = await db
        .selectFrom('session')
        .selectAll()
        .where('location_id', '=', locationId)
        .where('device_id', '=', deviceId)
        .where('staff_id', '=', staffId)
        .execute();
      return found.map(sessionOf);
    },
    addSession: async ({ id, locationId, staffId, idleMinutes, created, lastSeen, ended, tokenHash, ...how }) => {
      const line = { location_id: locationId, id, token_hash: tokenHash, staff_id: staffId, idle_minutes: idleMinutes };
      const times = { created: instantText(created), last_seen: instantText(lastSeen), ended: textOf(ended) };
      await db
        .insertInto('session')
        .values({
          ...line,
          ...times,
          device_id: how.deviceId,
          opened_by: how.openedBy,
          elsewhere: how.elsewhere.length === 0 ? null : JSON.stringify(how.elsewhere),
        })
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
    endSession: async ({ locationId, id }, at) => {
      const { numUpdatedRows } = await db
        .updateTable('session')
        .set({ ended: instantText(at) })
        .where('location_id', '=', locationId)
        .where('id', '=', id)
        .where('ended', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    endOtherSessions: async ({ locationId, staffId, except }, at) => {
      await db
        .updateTable('session')
        .set({ ended: instantText(at) })
        .where('location_id', '=', locationId)
        .where('staff_id', '=', staffId)
        .where('id', '<>', except ?? '')
        .where('ended', 'is', null)
        .execute();
    },
    forgetWaysIn: async (before) => {
      // The longest idle is less than a day: who was not seen so long has no session any more.
      await db.deleteFrom('session').where('last_seen', '<', instantText(before)).execute();
      await db.deleteFrom('once_code').where('until', '<', instantText(before)).execute();
    },
  };
}

const textOf = (at: number | null): string | null => (at === null ? null : instantText(at));

const sessionOf = (line: Readonly<Record<string, string | number | null>>): Session => ({
  id: String(line.id),
  locationId: String(line.location_id),
  staffId: String(line.staff_id),
  idleMinutes: Number(line.idle_minutes),
  created: instantOfText(String(line.created)),
  lastSeen: instantOfText(String(line.last_seen)),
  deviceId: line.device_id == null ? null : String(line.device_id),
  openedBy: openedByOf(line.opened_by),
  elsewhere: line.elsewhere == null ? [] : v.parse(elsewhereSchema, JSON.parse(String(line.elsewhere))),
  ended: line.ended == null ? null : instantOfText(String(line.ended)),
});

const OTHER_WAYS: readonly OpenedBy[] = ['password', 'code', 'card', 'offer'];

const elsewhereSchema = v.array(v.object({ locationId: v.string(), staffId: v.string(), mark: v.string() }));

/** A link was the only way in before it was kept. */
const openedByOf = (kept: string | number | null | undefined): OpenedBy =>
  OTHER_WAYS.find((way) => way === kept) ?? 'link';
