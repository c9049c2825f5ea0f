/** Lines with separated cells (RFC 4180) to rows that remember their line. Refuses to know what a column means. */

export interface CsvRow {
  /** The first line of the row in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Csv {
  readonly rows: readonly CsvRow[];
  readonly errors: readonly { readonly line: number; readonly problem: CsvProblem }[];
}

export type CsvProblem = 'unterminatedQuote' | 'tooLong';

interface Cursor {
  readonly at: number;
  readonly line: number;
}

interface Cell {
  readonly text: string;
  readonly end: number;
  readonly problem?: CsvProblem;
}

/** Where a quote is still open after this many characters, it was never meant to close there. */
const LONGEST_CELL = 10_000;
const LONGEST_ROW = 50_000;

/** Reads all rows. Empty rows are left out, also those of separators alone. A broken row costs only its own line. */
export function parseCsv(file: string): Csv {
  const { text, separator, line } = opening(file);
  const rows: CsvRow[] = [];
  const errors: { line: number; problem: CsvProblem }[] = [];
  let cursor: Cursor = { at: 0, line };
  while (cursor.at < text.length) {
    const row = readRow(text, separator, cursor);
    if (row.problem !== undefined) errors.push({ line: cursor.line, problem: row.problem });
    else if (row.cells.some((cell) => cell.trim() !== '')) rows.push({ line: cursor.line, cells: row.cells });
    cursor = row.next;
  }
  return { rows, errors };
}

/** A spreadsheet may say the separator in a line of its own; else the first line that has text shows it. */
function opening(file: string): { readonly text: string; readonly separator: string; readonly line: number } {
  const said = /^sep=(.)\r?\n/i.exec(file);
  if (said?.[1] !== undefined) return { text: file.slice(said[0].length), separator: said[1], line: 2 };
  const first = /[^\r\n]*\S[^\r\n]*/.exec(file.slice(0, LONGEST_ROW))?.[0] ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const uses = (separator: string) => bare.split(separator).length;
  const separator = [';', ',', '\t'].reduce((best, each) => (uses(each) > uses(best) ? each : best));
  return { text: file, separator, line: 1 };
}

function readRow(text: string, separator: string, start: Cursor) {
  const cells: string[] = [];
  let at = start.at;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, separator, at) : plainCell(text, separator, at);
    const problem = cell.problem ?? (cell.end - start.at > LONGEST_ROW ? ('tooLong' as const) : undefined);
    if (problem !== undefined) return { cells: [], problem, next: lineAfter(text, start.at, start.line) };
    cells.push(cell.text);
    if (text[cell.end] !== separator) {
      const lines = start.line + newlines(text.slice(start.at, cell.end));
      return { cells, next: lineAfter(text, cell.end, lines) };
    }
    at = cell.end + 1;
  }
}

function plainCell(text: string, separator: string, start: number): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, separator: string, start: number): Cell {
  let inside = '';
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0 || close - start > LONGEST_CELL) return { text: '', end: start, problem: 'unterminatedQuote' };
    inside += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const rest = plainCell(text, separator, close + 1);
      return { text: inside + rest.text, end: rest.end };
    }
    inside += '"';
    at = close + 2;
  }
}

/** The start of the line after the one that `at` is on. */
function lineAfter(text: string, at: number, line: number): Cursor {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { at: end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1), line: line + 1 };
}

const newlines = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
