/** What was tried at the ways in, a line each in one order for all processes, as both engines keep it. Refuses to read it. */
import { instantText, MINUTE } from '../../domain/time.ts';
import type { Db } from './rows.ts';
import type { Store } from './store.ts';

/** Longer than any limit counts; in a storm of guesses more would only fill the disk. */
const KEPT = 120 * MINUTE;
/** So many lines are written before old ones are looked for. */
const SWEPT_EVERY = 100;
const SETTING = 'guesses';

export const guessVerbs = (db: Db): Pick<Store, 'takeGuessTurn'> => ({
  takeGuessTurn: ({ after, at, locationId }, work) =>
    db.transaction().execute(async (turn) => {
      const line = { location_id: locationId, name: SETTING };
      // Locks the line until the end of this transaction: who comes next, in any process, waits here.
      const { value } = await turn
        .insertInto('setting')
        .values({ ...line, value: '0' })
        .onConflict((on) => on.columns(['location_id', 'name']).doUpdateSet({ name: SETTING }))
        .returning('value')
        .executeTakeFirstOrThrow();
      const heard = await turn
        .selectFrom('guess')
        .select(['number', 'what'])
        .where('location_id', '=', locationId)
        .where('number', '>', after)
        .orderBy('number')
        .execute();
      const written = work(heard.map(({ number, what }) => ({ number: Number(number), what: String(what) })));
      const first = Number(value) + 1;
      if (written.length === 0) return first - 1;
      const lines = written.map((what, index) => ({
        location_id: locationId,
        number: first + index,
        what,
        at: instantText(at),
      }));
      await turn.insertInto('guess').values(lines).execute();
      const last = first + lines.length - 1;
      await turn
        .updateTable('setting')
        .set({ value: String(last) })
        .where('location_id', '=', locationId)
        .where('name', '=', SETTING)
        .execute();
      if (Math.floor(last / SWEPT_EVERY) > Math.floor((first - 1) / SWEPT_EVERY)) {
        const old = instantText(at - KEPT);
        await turn.deleteFrom('guess').where('location_id', '=', locationId).where('at', '<', old).execute();
      }
      return last;
    }),
});
