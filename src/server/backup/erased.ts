/** Who was erased, as a file says it: a later backup, or the list that stands beside backups. Refuses what is neither. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { instantTextSchema } from '../../domain/time.ts';
import type { Rows } from '../db/fill.ts';
import { StoreRefused } from '../db/store.ts';
import type { SqlValue } from '../db/tables.ts';
import { openBackup } from './format.ts';

const TABLE = { name: 'erased', columns: ['location_id', 'id', 'at'] };
const lineSchema = v.tuple([v.pipe(v.string(), v.minLength(1)), v.pipe(v.string(), v.minLength(1)), instantTextSchema]);

/** Throws StoreRefused with a sentence. */
export async function readErased(file: string): Promise<Rows> {
  const lines = readLines(file);
  const parsed = lines.map((line) => v.safeParse(lineSchema, line.split('\t')));
  if (lines.length > 0 && parsed.every(({ success }) => success))
    return { table: TABLE, rows: parsed.map(({ output }) => output as readonly SqlValue[]) };
  const rows: (readonly SqlValue[])[] = [];
  const { parts } = await openBackup(file);
  for await (const part of parts) {
    if (part.table.name !== TABLE.name) continue;
    const places = TABLE.columns.map((column) => part.table.columns.indexOf(column));
    rows.push(...part.rows.map((row) => places.map((place) => row[place] ?? null)));
  }
  return { table: TABLE, rows };
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    throw new StoreRefused(`${file} is niet te lezen. Er is niets veranderd.`);
  }
}
