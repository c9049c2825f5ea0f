/** What the desk says of the programme. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

/** Table, and its columns as `createTable` reads them. */
const tables: Readonly<Record<string, string>> = {
  room: 'id name ?#places #shared',
  period: 'id name from until',
  attendance: 'id activity_id resident_id #came',
  visitors: 'id #people',
};

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(tables))
    await createTable(db, engine, { table, columns, key: ['location_id', 'id'] });
  await sql`alter table series add column leader text not null default ''`.execute(db);
  await sql`alter table series add column phases text not null default '[]'`.execute(db);
  await sql`alter table series add column revision integer not null default 0`.execute(db);
  await sql`alter table notice add column words text not null default ''`.execute(db);
  await sql`alter table call_task add column words text not null default ''`.execute(db);
}
