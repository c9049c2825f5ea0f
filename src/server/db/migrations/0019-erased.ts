/** Who was erased, so that no backup brings them back (DESIGN §5). Frozen: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  await createTable(db, engine, { table: 'erased', columns: 'id at', key: ['location_id', 'id'] });
}
