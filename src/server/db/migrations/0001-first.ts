/** The first shape of the database. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

/** Table, and its columns as `createTable` reads them. */
export const firstTables: Readonly<Record<string, string>> = {
  location: 'id name time_zone',
  home: 'id number #floor',
  resident: 'id home_id ?salutation first_name initial language #show_name ?left',
  resident_private: 'id first_name infix last_name ?phone',
  card: 'id resident_id',
  series:
    'id title description room start_time end_time #end_days #all_day sign_up ?#capacity ?closes #guests #neighbours ?#price rule skipped extra category pictogram ?meal ?#minutes_of_movement #discreet',
  override: 'id series_id original_date fields ?cancelled #absent #imported ?was',
  sign_up: 'id activity_id resident_ids #guests #hidden status #arrival ?visit_id #late',
  notice: 'id resident_id type activity_id at',
  call_task: 'id resident_id type activity_id at #done',
  staff_member: 'id name role function #contact ?phone presence',
  menu_day: 'id on meal menu choices allergens ?#price',
  scooter: 'id name colour type ?#max_speed place remark',
  clearance: 'id resident_id valid_until types',
  head: 'epoch #version',
  journal: '#version command_id hash ?refusal ?changes actor ?device_id at',
  device: 'id name token_hash #revoked at',
  setting: 'name value',
};

/** Of those that have no `id`. */
const keys: Readonly<Record<string, readonly string[]>> = {
  head: ['location_id'],
  journal: ['location_id', 'version'],
  setting: ['location_id', 'name'],
};

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(firstTables))
    await createTable(db, engine, { table, columns, key: keys[table] ?? ['location_id', 'id'] });
  await sql`create unique index journal_command on journal (location_id, command_id)`.execute(db);
  await sql`create unique index device_token on device (token_hash)`.execute(db);
  // The backstop of "nobody twice in one activity": if it fires, a rule has a bug.
  const first = engine === 'sqlite' ? sql`json_extract(resident_ids, '$[0]')` : sql`(resident_ids::json ->> 0)`;
  await sql`create unique index sign_up_once on sign_up (location_id, activity_id, (${first})) where status <> 'withdrawn'`.execute(
    db,
  );
}
