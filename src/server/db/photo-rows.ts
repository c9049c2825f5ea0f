/** Photos of announcements, as both engines keep them: text, beside the board. Refuses to know what is on them. */
import { instantText } from '../../domain/time.ts';
import type { Db } from './rows.ts';
import type { Store } from './store.ts';

export type PhotoVerbs = Pick<Store, 'addPhoto' | 'findPhoto' | 'forgetPhotos'>;

export function photoVerbs(db: Db): PhotoVerbs {
  return {
    addPhoto: async ({ locationId, id, type, base64 }, at) => {
      const line = { location_id: locationId, id, type, base64, at: instantText(at) };
      await db.insertInto('photo').values(line).execute();
    },
    findPhoto: async (locationId, id) => {
      const found = await db
        .selectFrom('photo')
        .selectAll()
        .where('location_id', '=', locationId)
        .where('id', '=', id)
        .executeTakeFirst();
      return found === undefined
        ? null
        : { locationId, id, type: found.type === 'webp' ? 'webp' : 'jpeg', base64: String(found.base64) };
    },
    forgetPhotos: async (locationId, kept, before) => {
      await db
        .deleteFrom('photo')
        .where('location_id', '=', locationId)
        .where('at', '<', instantText(before))
        // A list of nothing is no list to every engine.
        .where('id', 'not in', ['', ...kept])
        .execute();
    },
  };
}
