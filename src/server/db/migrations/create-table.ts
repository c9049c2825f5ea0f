/** Makes a table the way every migration does, on either engine. Refuses types other than text and integer (DESIGN §6). */
import { type Kysely, sql } from 'kysely';
import type { Engine } from '../migrate.ts';

export interface TableShape {
  readonly table: string;
  /** `?` may be null, `#` is an integer, the others are text. Every table has `location_id` first. */
  readonly columns: string;
  readonly key: readonly string[];
  /** Conditions on a row, as SQL of this engine. */
  readonly checks?: readonly string[];
}

const FLAG =
  /^(show_name|all_day|neighbours|discreet|absent|imported|late|done|contact|revoked|battery_low|take_away|came|gone_late|shared)$/;

export async function createTable(db: Kysely<never>, engine: Engine, shape: TableShape): Promise<void> {
  const { table, columns, key, checks = [] } = shape;
  const lines = ['location_id', ...columns.split(' ')].map((column) => {
    const name = column.replace(/[?#]/g, '');
    const type = column.includes('#') ? 'integer' : 'text';
    const check = FLAG.test(name) ? ` check ("${name}" in (0, 1))` : '';
    return `"${name}" ${type}${column.includes('?') ? '' : ' not null'}${check}`;
  });
  const conditions = checks.map((check) => `check (${check})`);
  const end = engine === 'sqlite' ? ' strict, without rowid' : '';
  const inside = [...lines, ...conditions, `primary key (${key.join(', ')})`].join(', ');
  await sql.raw(`create table "${table}" (${inside})${end}`).execute(db);
}
