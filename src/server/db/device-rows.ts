/** Enrolled devices, and the codes that let somebody in once, as both engines keep them. Refuses to know who may enrol. */
import * as v from 'valibot';
import { heartbeatSchema } from '../../domain/heartbeat.ts';
import { type Instant, instantOfText, instantText } from '../../domain/time.ts';
import type { Db } from './rows.ts';
import type { Device, ListedDevice, Store } from './store.ts';

export type DeviceVerbs = Pick<
  Store,
  | 'findDevice'
  | 'addDevice'
  | 'listDevices'
  | 'revokeDevice'
  | 'touchDevice'
  | 'deviceAnswered'
  | 'deviceTold'
  | 'addOnceCode'
  | 'takeOnceCode'
  | 'dropOnceCodes'
>;

export function deviceVerbs(db: Db): DeviceVerbs {
  return {
    findDevice: async (tokenHash) => {
      const found = await db.selectFrom('device').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      if (found === undefined) return null;
      return { ...deviceOf(found), locationId: String(found.location_id), lastAnswered: momentOf(found.last_answered) };
    },
    addDevice: async ({ id, name, revoked, locationId, tokenHash, at }) => {
      const line = { location_id: locationId, id, name, token_hash: tokenHash, revoked: revoked ? 1 : 0 };
      await db
        .insertInto('device')
        .values({ ...line, at: instantText(at) })
        .execute();
    },
    listDevices: async (locationId) => {
      const found = await db.selectFrom('device').selectAll().where('location_id', '=', locationId).execute();
      return found.map((line) => ({
        ...deviceOf(line),
        at: instantOfText(String(line.at)),
        lastSeen: momentOf(line.last_seen),
        told: toldOf(line),
      }));
    },
    revokeDevice: async (locationId, id) => {
      const { numUpdatedRows } = await db
        .updateTable('device')
        .set({ revoked: 1 })
        .where('location_id', '=', locationId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },
    touchDevice: async ({ locationId, id }, at) => {
      await db
        .updateTable('device')
        .set({ last_seen: instantText(at) })
        .where('location_id', '=', locationId)
        .where('id', '=', id)
        .execute();
    },
    deviceAnswered: async ({ locationId, id }, at) => {
      const text = instantText(at);
      await db
        .updateTable('device')
        .set({ last_answered: text })
        .where('location_id', '=', locationId)
        .where('id', '=', id)
        .where((where) => where.or([where('last_answered', 'is', null), where('last_answered', '<', text)]))
        .execute();
    },
    deviceTold: async ({ locationId, id }, heartbeat, at) => {
      await db
        .updateTable('device')
        .set({ heartbeat: JSON.stringify(heartbeat), heartbeat_at: instantText(at) })
        .where('location_id', '=', locationId)
        .where('id', '=', id)
        .execute();
    },
    addOnceCode: async ({ locationId, purpose, hash, until }) => {
      const line = { location_id: locationId, id: hash, purpose, until: instantText(until) };
      await db.insertInto('once_code').values(line).execute();
    },
    takeOnceCode: async ({ locationId, purpose, hash }, now) => {
      // One statement, so that of two who come at once only one takes it.
      const { numDeletedRows } = await db
        .deleteFrom('once_code')
        .where('location_id', '=', locationId)
        .where('purpose', '=', purpose)
        .where('id', '=', hash)
        .where('until', '>', instantText(now))
        .executeTakeFirst();
      return numDeletedRows > 0;
    },
    dropOnceCodes: async (locationId, purpose) => {
      await db.deleteFrom('once_code').where('location_id', '=', locationId).where('purpose', '=', purpose).execute();
    },
  };
}

const momentOf = (text: string | number | null | undefined): Instant | null =>
  text == null ? null : instantOfText(String(text));

/** What another version wrote in another shape is nothing: the next minute brings what this one knows. */
function toldOf(line: Line): ListedDevice['told'] {
  const at = momentOf(line.heartbeat_at);
  const told = at === null ? null : v.safeParse(heartbeatSchema, JSON.parse(String(line.heartbeat)));
  return at === null || told?.success !== true ? null : { ...told.output, at };
}

type Line = Readonly<Record<string, string | number | null>>;

const deviceOf = (line: Line): Device => ({
  id: String(line.id),
  name: String(line.name),
  revoked: line.revoked === 1,
});
