/** Meals, and how the team gets in. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

/** Table, and its columns as `createTable` reads them. */
const tables: Readonly<Record<string, string>> = {
  plate:
    'id activity_id sign_up_id ?resident_id guest_name ?dish #take_away ?#paid ?#came ?at ?by despite ?gone_at ?gone_by #gone_late ?moved_to',
  diet: 'id kinds allergens note at',
  standing: 'id series_id resident_id ?dish from ?until pauses',
  sitting: 'id door ?door_at ?door_by open_for ?#price ?finished_at',
  meal_print: 'id activity_id #number at ?by plates',
  paper_line: 'id activity_id #sheet #line outcome ?plate_id at ?by',
  staff_secret: 'id ?code_hash ?user_name ?password_hash',
  staff_card: 'id staff_id',
  lockout: 'id way ?staff_id ?device at until',
  once_code: 'id purpose until',
};

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(tables))
    await createTable(db, engine, { table, columns, key: ['location_id', 'id'] });
  // The backstop of "one name, one account": if it fires, a rule has a bug.
  await sql`create unique index staff_user_name on staff_secret (location_id, user_name)`.execute(db);
  // What a tablet did while the network was away counts if the session was open there at the tap (DESIGN §4).
  await sql`alter table session add column device_id text`.execute(db);
  await sql`alter table session add column opened_by text`.execute(db);
  await sql`alter table session add column ended text`.execute(db);
  await sql`alter table device add column last_seen text`.execute(db);
}
