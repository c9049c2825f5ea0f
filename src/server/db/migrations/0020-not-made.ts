/** Why a trip that is told of never was. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table booking add column not_made text`.execute(db);
}
