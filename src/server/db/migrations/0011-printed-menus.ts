/** What was on the menu that a kitchen sheet was printed of. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table meal_print add column menu text`.execute(db);
}
