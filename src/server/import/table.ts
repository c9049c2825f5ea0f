/**
 * A CSV file with a first row of headings, read by the names of its columns in any order and case. Refuses to guess:
 * a column that must be there and is not, stops the file.
 */
import * as v from 'valibot';
import { COMPUTED } from '../export/csv.ts';
import { type CsvProblem, type CsvRow, parseCsv } from './csv.ts';
import { type Complain, type Finding, type Line, quote, type RawRow, type Read, type Source } from './finding.ts';

/** What a column may be called, the surest word first; the first is what we call it in a sentence. */
export interface Column {
  readonly words: readonly [string, ...string[]];
  readonly required?: true;
  /** Never shown to anybody, not even to who brought the file. */
  readonly secret?: true;
}
export type Columns = Readonly<Record<string, Column>>;

/** The cells of one row. A column the file lacks is undefined, an empty cell is ''. */
export type Cells<Names extends Columns> = { readonly [Name in keyof Names]: string | undefined };

export interface LineReader<Names extends Columns, Value> {
  readonly columns: Names;
  /** What a line must look like in the end: the domain's own schema. */
  readonly schema: v.GenericSchema<unknown, Value>;
  /** A line that complains is not taken, whatever it returns. */
  readonly read: (cells: Cells<Names>, voice: Voice) => unknown;
}
export interface Voice {
  readonly complain: Complain;
  readonly remark: Complain;
}

/** As many lines as one command takes. */
const MOST_LINES = 5000;

const problems: { readonly [Problem in CsvProblem]: string } = {
  unterminatedQuote: 'Een aanhalingsteken gaat open en niet meer dicht.',
  tooLong: 'Deze regel is veel te lang.',
};

export function readTable<Names extends Columns, Value>(source: Source, reader: LineReader<Names, Value>): Read<Value> {
  const at = (line: number | null, sentence: string): Finding => ({ file: source.file, line, sentence });
  const csv = parseCsv(source.text);
  const isWanted = ({ line }: { readonly line: number }) => source.amended?.get(line)?.skip !== true;
  const broken = csv.errors.filter(isWanted).map(({ line, problem }) => at(line, problems[problem]));
  const [header, ...rows] = csv.rows;
  const count = rows.length + broken.length;
  const nothing = { lines: [], remarks: [], count };
  if (header === undefined) return { ...nothing, errors: [...broken, at(null, 'Er staat niets in dit bestand.')] };
  if (rows.length > MOST_LINES) {
    return { ...nothing, errors: [at(null, `Er staan meer dan ${MOST_LINES} regels in dit bestand.`)] };
  }
  const places = placesOf(header.cells, reader.columns);
  const missing = Object.entries(reader.columns)
    .filter(([name, column]) => column.required && !places.has(name))
    .map(([, { words }]) => at(header.line, `De kolom ‘${words[0]}’ ontbreekt.`));
  if (missing.length > 0) return { ...nothing, errors: [...broken, ...missing] };
  const used = new Set(places.values());
  const unused = header.cells.filter((cell, index) => cell.trim() !== '' && !used.has(index));
  const named = rows.map((row) => ({ row, cells: amendedCells<Names>(source, row, places) }));
  const readings = named
    .filter(({ row }) => isWanted(row))
    .map(({ row, cells }) => ({ line: row.line, ...readRow(row, header, { cells, reader }) }));
  return {
    lines: readings.flatMap(({ line, value }): Line<Value>[] => (value === null ? [] : [{ line, value }])),
    errors: [
      ...broken,
      ...readings.flatMap(({ line, complaints }) => complaints.map((sentence) => at(line, sentence))),
    ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    remarks: [
      ...unused.map((cell) => at(header.line, `De kolom ${quote(cell)} wordt niet gebruikt.`)),
      ...readings.flatMap(({ line, remarks }) => remarks.map((sentence) => at(line, sentence))),
    ],
    count,
    headings: shownHeadings(header, places, reader.columns),
    rows: named.map(({ row, cells }) => ({ line: row.line, cells: shownCells(cells, reader.columns) })),
  };
}

interface RowReading<Value> {
  /** Null where it complained. */
  readonly value: Value | null;
  readonly complaints: readonly string[];
  readonly remarks: readonly string[];
}

function readRow<Names extends Columns, Value>(
  row: CsvRow,
  header: CsvRow,
  { cells, reader }: { readonly cells: Cells<Names>; readonly reader: LineReader<Names, Value> },
): RowReading<Value> {
  const complaints: string[] = [];
  const remarks: string[] = [];
  if (row.cells.slice(header.cells.length).some((cell) => cell.trim() !== '')) {
    complaints.push('Deze regel heeft meer vakken dan er kopjes zijn.');
  }
  const read = reader.read(cells, {
    complain: (sentence) => complaints.push(sentence),
    remark: (sentence) => remarks.push(sentence),
  });
  const valid = v.safeParse(reader.schema, read);
  if (complaints.length === 0 && !valid.success) complaints.push('Een vak op deze regel is te lang of onleesbaar.');
  return { value: complaints.length === 0 && valid.success ? valid.output : null, complaints, remarks };
}

/** Where each column stands. Where two headings fit one column, the surer word has it. */
function placesOf(headings: readonly string[], columns: Columns): ReadonlyMap<string, number> {
  const plainHeadings = headings.map(plain);
  const places = new Map<string, number>();
  for (const [name, { words }] of Object.entries(columns)) {
    const found = words.map((word) => plainHeadings.indexOf(plain(word))).find((index) => index >= 0);
    if (found !== undefined) places.set(name, found);
  }
  return places;
}

function cellsOf<Names extends Columns>(cells: readonly string[], places: ReadonlyMap<string, number>): Cells<Names> {
  const named = [...places].map(([name, index]) => [name, cellText(cells[index] ?? '')]);
  return Object.fromEntries(named) as Cells<Names>;
}

/** Without what a table writes before what a spreadsheet would compute (`export/csv.ts`). */
function cellText(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && COMPUTED.test(text) ? text.slice(1).trim() : text;
}

/** What was amended takes the place of what stands there, in columns the file has. */
function amendedCells<Names extends Columns>(
  { amended }: Source,
  { cells, line }: CsvRow,
  places: ReadonlyMap<string, number>,
): Cells<Names> {
  const said = Object.entries(amended?.get(line)?.cells ?? {}).filter(([name]) => places.has(name));
  const trimmed = said.map(([name, text]) => [name, text.trim()]);
  return { ...cellsOf<Names>(cells, places), ...Object.fromEntries(trimmed) };
}

function shownHeadings(header: CsvRow, places: ReadonlyMap<string, number>, columns: Columns) {
  return [...places]
    .filter(([name]) => columns[name]?.secret !== true)
    .sort(([, a], [, b]) => a - b)
    .map(([name, index]) => ({ name, label: header.cells[index]?.trim() ?? '' }));
}

function shownCells(cells: Cells<Columns>, columns: Columns): RawRow['cells'] {
  const shown = Object.entries(cells).filter(([name]) => columns[name]?.secret !== true);
  return Object.fromEntries(shown.map(([name, text]) => [name, text ?? '']));
}

/** A heading or a word without case, accents, spaces and signs. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
