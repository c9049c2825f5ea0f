/** Brings a database to the shape this version knows. Refuses one that a newer version has already changed. */
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as first from './migrations/0001-first.ts';
import * as scooters from './migrations/0002-scooters.ts';
import * as meals from './migrations/0003-meals.ts';
import * as pastMenus from './migrations/0004-past-menus.ts';
import * as answered from './migrations/0005-answered.ts';
import * as programme from './migrations/0006-programme.ts';
import * as announcements from './migrations/0007-announcements.ts';
import * as rounds from './migrations/0008-rounds.ts';
import * as calendar from './migrations/0009-calendar.ts';
import * as flats from './migrations/0010-flats.ts';
import * as printedMenus from './migrations/0011-printed-menus.ts';
import * as ownWords from './migrations/0013-own-words.ts';
import * as wordsSaidAnew from './migrations/0014-words-said-anew.ts';
import * as staffFaces from './migrations/0015-staff-faces.ts';
import * as settings from './migrations/0016-settings.ts';
import * as heartbeats from './migrations/0018-heartbeats.ts';
import * as erased from './migrations/0019-erased.ts';
import * as notMade from './migrations/0020-not-made.ts';
import * as drafts from './migrations/0021-drafts.ts';
import { StoreRefused } from './store.ts';

export type Engine = 'sqlite' | 'postgres';

const migrations = {
  '0001-first': first,
  '0002-scooters': scooters,
  '0003-meals': meals,
  '0004-past-menus': pastMenus,
  '0005-answered': answered,
  '0006-programme': programme,
  '0007-announcements': announcements,
  '0008-rounds': rounds,
  '0009-calendar': calendar,
  '0010-flats': flats,
  '0011-printed-menus': printedMenus,
  '0013-own-words': ownWords,
  '0014-words-said-anew': wordsSaidAnew,
  '0015-staff-faces': staffFaces,
  '0016-settings': settings,
  '0018-heartbeats': heartbeats,
  '0019-erased': erased,
  '0020-not-made': notMade,
  '0021-drafts': drafts,
};

/** Throws StoreRefused for a database of a newer version; it is left as it is. */
export async function migrate(db: Kysely<never>, engine: Engine): Promise<void> {
  await refuseNewer(db, engine);
  const { error } = await migratorFor(db, engine).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Brings an empty database to the shape it had after these migrations. Throws StoreRefused where one is unknown. */
export async function migrateAsFar(db: Kysely<never>, engine: Engine, names: readonly string[]): Promise<void> {
  refuseUnknown(names);
  const last = names.toSorted().at(-1);
  if (last === undefined) return;
  const { error } = await migratorFor(db, engine).migrateTo(last);
  if (error !== undefined) throw error;
}

function migratorFor(db: Kysely<never>, engine: Engine): Migrator {
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(migrations).map(([name, { up }]) => [name, { up: (on: Kysely<never>) => up(on, engine) }]),
      ),
  };
  return new Migrator({ db, provider });
}

/** Throws StoreRefused for a database that a newer version has changed; reads only. */
export async function refuseNewer(db: Kysely<never>, engine: Engine): Promise<void> {
  const found =
    engine === 'sqlite'
      ? sql<{ n: number }>`select 1 as n from sqlite_master where name = 'kysely_migration'`
      : sql<{
          n: number;
        }>`select 1 as n from pg_tables where schemaname = current_schema() and tablename = 'kysely_migration'`;
  if ((await found.execute(db)).rows.length === 0) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  refuseUnknown(rows.map(({ name }) => name));
}

/** Throws StoreRefused where a newer version has been at it. */
export function refuseUnknown(names: readonly string[]): void {
  const unknown = names.find((name) => !(name in migrations));
  if (unknown === undefined) return;
  throw new StoreRefused(
    `Deze gegevens zijn gemaakt door een nieuwere versie van Huiskamer (${unknown}). Er is niets veranderd. ` +
      'Installeer de nieuwere versie, of zet een oudere kopie van de gegevens terug.',
  );
}
