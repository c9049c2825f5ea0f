/** Several flats on one server: which accounts elsewhere a session is good for. Frozen. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table session add column elsewhere text`.execute(db);
}
