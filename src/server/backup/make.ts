/**
 * Makes a backup of a whole house while it runs: written beside, read back from the disk, and only then given its name.
 * Refuses to leave half a file.
 */
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Instant, instantText } from '../../domain/time.ts';
import { type Dump, type Place, withDump } from '../db/dump.ts';
import { isMarkedDemo } from '../demonstration.ts';
import { readServerKey } from '../secrets.ts';
import { verifyBackup, writeBackup } from './format.ts';

export interface Wish extends Place {
  readonly file: string;
  /** Of this program. */
  readonly version: string;
  readonly at: Instant;
}

export interface MadeBackup {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Null where there is no house yet. Throws StoreRefused with a sentence, or the system's error, such as a full disk. */
export async function makeBackup(wish: Wish): Promise<MadeBackup | null> {
  const { dataFolder, file, version, at } = wish;
  const key = readServerKey(dataFolder);
  if (key === null) return null;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.part`;
  rmSync(draft, { force: true });
  try {
    const made = await withDump(wish, async (dump) => {
      const about = { version, at: instantText(at), migrations: [...dump.migrations], key };
      const flats = await firstColumn(dump, 'head', 'location_id');
      const { rows } = await writeBackup(draft, { ...about, flats, demo: isMarkedDemo(dataFolder) }, dump);
      return { rows, erased: await erasedIn(dump) };
    });
    if (made === null) return null;
    const { rows } = await verifyBackup(draft);
    if (rows !== made.rows) throw new Error('a backup reads back as something else than was written');
    renameSync(draft, file);
    noteErased(dirname(file), made.erased);
    return { file, bytes: statSync(file).size, rows };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** `huiskamer-2026-11-22T02-10-05Z.backup`: in order of their names they are in order of time. */
export const backupName = (kind: 'huiskamer' | 'nacht', at: Instant): string => `${kind}-${stampOf(at)}.backup`;

export const stampOf = (at: Instant): string => instantText(at).replace(/\.\d+/, '').replaceAll(':', '-');

const ERASED = 'gewist.txt';

/**
 * Who was erased, beside the backups and outside them: an older backup knows nothing of it. Random ids, nobody's name.
 */
function noteErased(folder: string, erased: readonly string[]): void {
  if (erased.length === 0 && !existsSync(join(folder, ERASED))) return;
  const draft = join(folder, `${ERASED}.part`);
  writeFileSync(draft, erased.map((line) => `${line}\n`).join(''), { mode: 0o600, flush: true });
  renameSync(draft, join(folder, ERASED));
}

/** `location id`, a tab and `resident id` of each. */
export async function erasedIn(dump: Dump): Promise<readonly string[]> {
  const table = dump.tables.find(({ name }) => name === 'erased');
  if (table === undefined) return [];
  const at = (name: string, row: readonly unknown[]) => String(row[table.columns.indexOf(name)]);
  const found: string[] = [];
  for await (const rows of dump.rows(table))
    found.push(...rows.map((row) => [at('location_id', row), at('id', row), at('at', row)].join('\t')));
  return found;
}

async function firstColumn(dump: Dump, name: string, column: string): Promise<string[]> {
  const table = dump.tables.find((each) => each.name === name);
  if (table === undefined) return [];
  const found: string[] = [];
  for await (const rows of dump.rows(table))
    found.push(...rows.map((row) => String(row[table.columns.indexOf(column)])));
  return found;
}
