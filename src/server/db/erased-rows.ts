/** Who was erased, and what the server notes for itself, as both engines keep them. Refuses to erase from the board. */
import { type Kysely, sql } from 'kysely';
import { instantText } from '../../domain/time.ts';
import type { Db } from './rows.ts';
import type { Store } from './store.ts';

export type ErasedVerbs = Pick<Store, 'noteErased' | 'listErased' | 'forgetResidents' | 'readNote' | 'writeNote'>;

export function erasedVerbs(db: Db): ErasedVerbs {
  return {
    noteErased: async (locationId, residentId, at) => {
      await db
        .insertInto('erased')
        .values({ location_id: locationId, id: residentId, at: instantText(at) })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    listErased: async (locationId, since) => {
      const found = await db
        .selectFrom('erased')
        .select('id')
        .where('location_id', '=', locationId)
        .where('at', '>=', instantText(since))
        .execute();
      return found.map(({ id }) => String(id));
    },
    forgetResidents: async (locationId, residentIds) => {
      for (const id of residentIds) await forgetResident(db as unknown as Kysely<never>, locationId, id);
    },
    readNote: async (locationId, name) => {
      const found = await db
        .selectFrom('setting')
        .select('value')
        .where('location_id', '=', locationId)
        .where('name', '=', name)
        .executeTakeFirst();
      return found === undefined ? null : String(found.value);
    },
    writeNote: async (locationId, name, value) => {
      await db
        .insertInto('setting')
        .values({ location_id: locationId, name, value })
        .onConflict((on) => on.columns(['location_id', 'name']).doUpdateSet({ value }))
        .execute();
    },
  };
}

/** A refusal that somebody got stays one, without saying about whom: it may still be asked for again. */
const REFUSED = JSON.stringify({ type: 'residentUnknown', residentId: '' });
const NOBODY = '{}';

async function forgetResident(db: Kysely<never>, locationId: string, residentId: string): Promise<void> {
  // As it stands inside a text of JSON.
  const inside = JSON.stringify(residentId).slice(1, -1);
  const anywhere = `%${inside.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const at = sql`location_id = ${locationId}`;
  await sql`update journal set changes = null where ${at} and changes like ${anywhere} escape '\\'`.execute(db);
  await sql`update journal set refusal = ${REFUSED} where ${at} and refusal like ${anywhere} escape '\\'`.execute(db);
  await sql`update journal set actor = ${NOBODY} where ${at} and actor like ${anywhere} escape '\\'`.execute(db);
  await sql`delete from draft where ${at} and (value like ${anywhere} escape '\\' or name like ${anywhere} escape '\\')`.execute(
    db,
  );
}
