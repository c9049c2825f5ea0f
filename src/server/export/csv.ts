/**
 * A table as a Dutch spreadsheet opens it: UTF-8 with its mark, semicolons, lines that end as there (RFC 4180). Refuses to
 * let a cell be computed: what a spreadsheet would take for a formula gets an apostrophe, which the import takes off.
 */

/** Null is an empty cell. */
export type CsvCell = string | number | boolean | null;

const MARK = '\uFEFF';
/** What a spreadsheet computes, white space before it and wide signs too (CWE-1236); apostrophes of its own may come first. */
export const COMPUTED = /^'*\s*[=+\-@＝＋－＠]/;

export function csvText(headers: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [headers, ...rows].map((cells) => cells.map(cellText).join(';'));
  return `${MARK}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** The answer of a route: a file to save, of which nothing is kept on the way. */
export const csvResponse = (name: string, text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  // One more where it begins so by itself: the import takes exactly one off.
  const safe = COMPUTED.test(cell) ? `'${cell}` : cell;
  return /[";\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
