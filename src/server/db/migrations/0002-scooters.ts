/**
 * Scooters, their bookings and the sessions of staff. Two trips of one scooter can never overlap, whoever writes: the
 * database itself refuses that. Frozen: what comes later is a migration of its own.
 */
import { type Kysely, sql } from 'kysely';
import { messageOf } from '../guard.ts';
import type { Engine } from '../migrate.ts';
import { StoreRefused } from '../store.ts';
import { createTable } from './create-table.ts';

/** Table, and its columns as `createTable` reads them. */
const tables: Readonly<Record<string, string>> = {
  scooter_rules:
    'id opens closes #slot_minutes lengths #longest_minutes #horizon_days #most_open #most_minutes_a_week #pause_minutes #early_minutes #lapse_minutes blackouts #check_up_weeks #check_up_trips',
  booking:
    'id scooter_id ?resident_id from to blocked_until status ?taken_at ?returned_at #battery_low ?news ?visit_id',
  defect: 'id scooter_id part ?resident_id at ?mended_at',
  check_up: 'id scooter_id at',
  miss: 'id date at',
  picture_code: 'id hash',
  session: 'id token_hash staff_id #idle_minutes created last_seen',
};

export async function up(db: Kysely<never>, engine: Engine): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    const checks = table === 'booking' ? checksOf(engine) : [];
    await createTable(db, engine, { table, columns, key: ['location_id', 'id'], checks });
  }
  await sql`create unique index session_token on session (token_hash)`.execute(db);
  await (engine === 'sqlite' ? keepApartOnSqlite(db) : keepApartOnPostgres(db));
}

/** A trip that occupies its scooter: the others are over, or never began. */
const OCCUPIES = "status in ('booked', 'taken')";

/** Instants are text with or without a fraction of a second, so they are compared as moments, never as text. */
const momentOn: { readonly [Name in Engine]: (column: string) => string } = {
  sqlite: (column) => `cast(round(unixepoch(${column}, 'subsec') * 1000) as integer)`,
  // A cast to a timestamp would depend on the session's settings, and an index may not: this depends on nothing.
  postgres: (column) => {
    const part = (from: number, length: number) => `substr(${column}, ${from}, ${length})::integer`;
    const seconds = `rtrim(substr(${column}, 18), 'Z')::double precision`;
    return `make_timestamp(${part(1, 4)}, ${part(6, 2)}, ${part(9, 2)}, ${part(12, 2)}, ${part(15, 2)}, ${seconds})`;
  },
};

const SHAPE_ON: { readonly [Name in Engine]: string } = {
  sqlite: `glob '${'0000-00-00T00:00:00'.replaceAll('0', '[0-9]')}*Z'`,
  postgres: String.raw`~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$'`,
};

/** No trip of nothing, and none that ends before it starts. */
function checksOf(engine: Engine): readonly string[] {
  const moment = momentOn[engine];
  const shapes = ['"from"', '"to"', 'blocked_until'].map((column) => `${column} ${SHAPE_ON[engine]}`);
  const order = [`${moment('"from"')} < ${moment('"to"')}`, `${moment('"from"')} < ${moment('blocked_until')}`];
  return [
    ...shapes,
    // An instant that does not exist is null on SQLite, and a check takes null for a yes.
    `coalesce(${order[0]}, false)`,
    `${OCCUPIES.replace(' in ', ' not in ')} or coalesce(${order[1]}, false)`,
  ];
}

/**
 * Deferred: the rows of one commit are written in any order, and only what they come to in the end must be apart.
 * Throws StoreRefused where the extension may not be made.
 */
async function keepApartOnPostgres(db: Kysely<never>): Promise<void> {
  await sql`create extension if not exists btree_gist`.execute(db).catch((error: unknown) => {
    throw new StoreRefused(
      `De database mist de uitbreiding btree_gist, en Huiskamer kan die niet zelf aanzetten (${messageOf(error)}). ` +
        'Er is niets veranderd. Laat de beheerder van de database dit één keer uitvoeren: create extension btree_gist;',
    );
  });
  const span = `tsrange(${momentOn.postgres('"from"')}, ${momentOn.postgres('blocked_until')})`;
  await sql
    .raw(
      `alter table booking add constraint booking_apart
       exclude using gist (location_id with =, scooter_id with =, ${span} with &&)
       where (${OCCUPIES}) deferrable initially deferred`,
    )
    .execute(db);
}

/** At each row: the writer takes away all rows of a commit that change before it puts back what they come to. */
async function keepApartOnSqlite(db: Kysely<never>): Promise<void> {
  const moment = momentOn.sqlite;
  await sql.raw(`create index booking_occupies on booking (location_id, scooter_id) where ${OCCUPIES}`).execute(db);
  for (const event of ['insert', 'update']) {
    await sql
      .raw(
        `create trigger booking_apart_${event} before ${event} on booking when new.${OCCUPIES} begin
           select raise(abort, 'booking_apart') from booking
           where location_id = new.location_id and scooter_id = new.scooter_id and id <> new.id and ${OCCUPIES}
             and ${moment('"from"')} < ${moment('new.blocked_until')} and ${moment('new."from"')} < ${moment('blocked_until')};
         end`,
      )
      .execute(db);
  }
}
