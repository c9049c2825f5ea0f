/** Which words of an alarm stand on which tablet. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table announcement add column revision integer not null default 0`.execute(db);
  await sql`alter table announcement add column changed_at text`.execute(db);
  await sql`alter table showing add column revision integer not null default 0`.execute(db);
}
