/** Photos of the team, and who is there today. Frozen: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  await createTable(db, engine, { table: 'staff_face', columns: 'id ?photo ?today', key: ['location_id', 'id'] });
}
