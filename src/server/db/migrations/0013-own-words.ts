/** The round's own words, and its later tries. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  const columns = 'id resident_id words at';
  await createTable(db, engine, { table: 'to_tell', columns, key: ['location_id', 'id'] });
  await sql`alter table call_note add column again text`.execute(db);
}
