/** What several processes must know of each other's guessers and tablets. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';
import type { Engine } from '../migrate.ts';
import { createTable } from './create-table.ts';

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  // What it sends later was not tapped before (DESIGN §4 "Which clock").
  await sql`alter table device add column last_answered text`.execute(db);
  await createTable(db, engine, { table: 'guess', columns: '#number what at', key: ['location_id', 'number'] });
}
