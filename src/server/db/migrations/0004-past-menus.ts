/** What a meal that is over had on its menu, and how many places a table has. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table sitting add column menu text`.execute(db);
  await sql`alter table location add column table_size integer not null default 8`.execute(db);
}
