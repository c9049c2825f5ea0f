/** Takes from a database all that later versions added to it, as if the first version had just made it. */
import { firstTables } from '../../src/server/db/migrations/0001-first.ts';
import type { Engine, TestDatabase } from './engines.ts';

const COLUMNS = {
  sqlite: `select m.name as "table", p.name as "column" from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table'`,
  postgres: `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema()`,
} as const;

export async function toFirstShape(database: TestDatabase, { name }: Engine): Promise<void> {
  const first = new Map(Object.entries(firstTables).map(([table, columns]) => [table, namesOf(columns)]));
  const now = Map.groupBy(await database.query(COLUMNS[name]), (line) => String(line.table));
  for (const [table, lines] of now) {
    const known = first.get(table);
    if (table.startsWith('kysely_') || table.startsWith('sqlite_')) continue;
    if (known === undefined) await database.query(`drop table "${table}"`);
    for (const { column } of known === undefined ? [] : lines)
      if (!known?.has(String(column))) await database.query(`alter table "${table}" drop column "${column}"`);
  }
  await database.query("delete from kysely_migration where name > '0001-first'");
}

const namesOf = (columns: string): ReadonlySet<string> =>
  new Set(['location_id', ...columns.split(' ').map((column) => column.replace(/[?#]/g, ''))]);
