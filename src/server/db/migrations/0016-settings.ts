/** How often a code may be guessed, and when screens are dark. Frozen: what comes later is a migration of its own. */
import { type Kysely, sql } from 'kysely';

const columns = [
  'guesses_in_a_row integer not null default 5',
  'guess_rest_minutes integer not null default 15',
  'guesses_of_device integer not null default 20',
  'guesses_of_location integer not null default 50',
  "dark_from text not null default '21:00'",
  "dark_until text not null default '07:00'",
];

export async function up(db: Kysely<never>): Promise<void> {
  for (const column of columns) await sql.raw(`alter table location add column ${column}`).execute(db);
}
