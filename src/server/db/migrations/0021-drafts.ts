/** What somebody of the team began to fill in. Frozen: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  await createTable(db, engine, {
    table: 'draft',
    columns: 'staff_id name value at',
    key: ['location_id', 'staff_id', 'name'],
  });
}
