/** What members of the team began to fill in, as both engines keep it: text. Refuses to know what a form is. */
import { instantText } from '../../domain/time.ts';
import type { Db } from './rows.ts';
import type { Store } from './store.ts';

export type DraftVerbs = Pick<Store, 'draftsOf' | 'keepDraft' | 'dropDraft' | 'forgetDrafts'>;

export function draftVerbs(db: Db): DraftVerbs {
  return {
    draftsOf: async ({ locationId, staffId }, since) => {
      const found = await db
        .selectFrom('draft')
        .select(['name', 'value'])
        .where('location_id', '=', locationId)
        .where('staff_id', '=', staffId)
        .where('at', '>=', instantText(since))
        .orderBy('name')
        .execute();
      return found.map(({ name, value }) => ({ name: String(name), value: String(value) }));
    },
    keepDraft: ({ locationId, staffId, name, value }, { at, most }) =>
      db.transaction().execute(async (writing) => {
        const others = await writing
          .selectFrom('draft')
          .select('name')
          .where('location_id', '=', locationId)
          .where('staff_id', '=', staffId)
          .where('name', '<>', name)
          .execute();
        if (others.length >= most) return false;
        const next = { value, at: instantText(at) };
        await writing
          .insertInto('draft')
          .values({ location_id: locationId, staff_id: staffId, name, ...next })
          .onConflict((on) => on.columns(['location_id', 'staff_id', 'name']).doUpdateSet(next))
          .execute();
        return true;
      }),
    dropDraft: async ({ locationId, staffId }, name) => {
      await db
        .deleteFrom('draft')
        .where('location_id', '=', locationId)
        .where('staff_id', '=', staffId)
        .where('name', '=', name)
        .execute();
    },
    forgetDrafts: async (locationId, staffIds, before) => {
      await db
        .deleteFrom('draft')
        .where('location_id', '=', locationId)
        // A list of nothing is no list to every engine.
        .where((or) => or.or([or('at', '<', instantText(before)), or('staff_id', 'not in', ['', ...staffIds])]))
        .execute();
    },
  };
}
