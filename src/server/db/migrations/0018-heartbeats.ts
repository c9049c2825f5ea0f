/** What each tablet last told of itself. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table device add column heartbeat text`.execute(db);
  await sql`alter table device add column heartbeat_at text`.execute(db);
}
