/** The board of the house, what tablets showed of it, and its photos. Frozen: what comes later is a migration of its own. */
import type { Kysely } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

/** Table, and its columns as `createTable` reads them. */
const tables: Readonly<Record<string, string>> = {
  announcement: 'id level title text ?picture acts from until device_ids translations ?by at ?ended_at',
  showing: 'id announcement_id device_id at',
  photo: 'id type base64 at',
};

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(tables))
    await createTable(db, engine, { table, columns, key: ['location_id', 'id'] });
}
