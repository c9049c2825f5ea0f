/**
 * The file of a backup, the same for both engines: lines of JSON, compressed; first what it is, then each table with its
 * rows, last how many there were and their checksum. Refuses a file that is cut short, altered, or of another program.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as v from 'valibot';
import { instantTextSchema } from '../../domain/time.ts';
import type { Dump, DumpTable } from '../db/dump.ts';
import { StoreRefused } from '../db/store.ts';
import type { SqlValue } from '../db/tables.ts';

const headSchema = v.object({
  huiskamer: v.literal('backup'),
  format: v.literal(1),
  /** Of the program that wrote it. */
  version: v.string(),
  at: instantTextSchema,
  migrations: v.array(v.string()),
  /** The server's key: without it every card, code and tablet would have to be set anew. */
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  flats: v.array(v.string()),
  /** Whether it is the sample building. */
  demo: v.boolean(),
});
export type BackupHead = v.InferOutput<typeof headSchema>;

const tableSchema = v.object({ table: v.string(), columns: v.array(v.string()) });
const rowSchema = v.array(v.nullable(v.union([v.string(), v.number()])));
const endSchema = v.object({ end: v.number(), sha256: v.string() });

/** Some rows of one table, values in the order of its columns. */
export interface BackupRows {
  readonly table: DumpTable;
  readonly rows: readonly (readonly SqlValue[])[];
}

/** Writes a file that only its owner may read and that is on disk when this resolves. Throws the system's error. */
export async function writeBackup(file: string, head: Omit<BackupHead, 'huiskamer' | 'format'>, dump: Dump) {
  const sum = createHash('sha256');
  let rows = 0;
  async function* text(): AsyncGenerator<string> {
    yield summed(sum, { huiskamer: 'backup', format: 1, ...head });
    for (const table of dump.tables) {
      yield summed(sum, { table: table.name, columns: table.columns });
      for await (const some of dump.rows(table)) {
        rows += some.length;
        yield summed(sum, ...some);
      }
    }
    yield `${JSON.stringify({ end: rows, sha256: sum.digest('hex') })}\n`;
  }
  const onDisk = createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(Readable.from(text()), createGzip(), onDisk);
  return { rows };
}

function summed(sum: Hash, ...lines: readonly unknown[]): string {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  sum.update(text);
  return text;
}

export interface ReadBackup {
  readonly head: BackupHead;
  /** Everything after the head; throws StoreRefused at the end where something is missing or was altered. */
  readonly parts: AsyncIterable<BackupRows>;
}

/** Throws StoreRefused with a sentence where the file is no backup. */
export async function openBackup(file: string): Promise<ReadBackup> {
  const lines = linesOf(file);
  try {
    const first = await lines.next();
    const head = v.safeParse(headSchema, first.done ? null : parsed(first.value));
    if (!head.success) throw notABackup(file);
    const sum = createHash('sha256').update(`${first.value}\n`);
    return { head: head.output, parts: partsOf(file, lines, sum) };
  } catch (error) {
    throw error instanceof StoreRefused ? error : notABackup(file);
  }
}

/** Reads a whole file, and resolves with what it is and how many rows it has. Throws StoreRefused. */
export async function verifyBackup(file: string): Promise<{ readonly head: BackupHead; readonly rows: number }> {
  const { head, parts } = await openBackup(file);
  let rows = 0;
  for await (const part of parts) rows += part.rows.length;
  return { head, rows };
}

const AT_ONCE = 250;

async function* partsOf(file: string, lines: AsyncGenerator<string>, sum: Hash): AsyncGenerator<BackupRows> {
  let [table, rows, count]: [DumpTable | null, (readonly SqlValue[])[], number] = [null, [], 0];
  try {
    for await (const line of lines) {
      const value = parsed(line);
      if (v.is(endSchema, value)) {
        if (value.end !== count || value.sha256 !== sum.digest('hex')) throw damaged(file);
        if (table !== null && rows.length > 0) yield { table, rows };
        return;
      }
      sum.update(`${line}\n`);
      if (v.is(rowSchema, value) && value.length === table?.columns.length) {
        rows.push(value);
        count += 1;
      } else if (v.is(tableSchema, value)) {
        if (table !== null && rows.length > 0) yield { table, rows };
        [table, rows] = [{ name: value.table, columns: value.columns }, []];
      } else throw damaged(file);
      if (table === null || rows.length < AT_ONCE) continue;
      yield { table, rows };
      rows = [];
    }
  } catch (error) {
    // Half a compressed file ends in an error of the one who unpacks it.
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_') ? damaged(file) : error;
  }
  throw damaged(file);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  try {
    let rest = '';
    unpacked.setEncoding('utf8');
    for await (const chunk of unpacked) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    packed.destroy();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const notABackup = (file: string): StoreRefused =>
  new StoreRefused(`${file} is geen reservekopie van Huiskamer, of niet te lezen. Er is niets veranderd.`);

const damaged = (file: string): StoreRefused =>
  new StoreRefused(`De reservekopie ${file} is beschadigd of niet compleet. Er is niets veranderd. Neem een andere.`);
