/** The call-and-knock round. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

/** Table, and its columns as `createTable` reads them. */
const tables: Readonly<Record<string, string>> = {
  call_note: 'id ?resident_id about outcome at ?by #tries since',
  visit_asked: 'id at',
};

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(tables))
    await createTable(db, engine, { table, columns, key: ['location_id', 'id'] });
  await sql`alter table staff_member add column calls integer not null default 0 check (calls in (0, 1))`.execute(db);
}
