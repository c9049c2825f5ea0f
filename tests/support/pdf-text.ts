/**
 * Reads the words back out of a PDF that Chromium made, page by page, in the order in which they stand: lines from top to
 * bottom, words from the left. Refuses every other PDF: it knows the few objects this printer writes.
 */
import { inflateSync } from 'node:zlib';

interface Placed {
  readonly x: number;
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
  readonly text: string;
}

interface Glyphs {
  /** Hexadecimal digits of one glyph: two where the letters are drawn, four where the font is embedded. */
  readonly digits: 2 | 4;
  readonly letters: ReadonlyMap<number, string>;
}
const noGlyphs: Glyphs = { digits: 4, letters: new Map() };
type Matrix = readonly [number, number, number, number, number, number];

/** The lines of each page. */
export function pdfLines(pdf: Uint8Array): readonly (readonly string[])[] {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) objects.set(id!, body!);
  const streamOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const start = /stream\r?\n/.exec(body);
    if (start === null) return '';
    const raw = Buffer.from(body.slice(start.index + start[0].length).replace(/\r?\nendstream[\s\S]*$/, ''), 'latin1');
    return body.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1');
  };
  const glyphsOf = (fontId: string): Glyphs => {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId) ?? '')?.[1];
    return unicode === undefined ? noGlyphs : glyphsIn(streamOf(unicode));
  };
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  return pages.map((page) => {
    const fonts = new Map<string, Glyphs>();
    const resources = /\/Resources (\d+) 0 R/.exec(page)?.[1];
    const listed = resources === undefined ? page : (objects.get(resources) ?? '');
    const fontList = /\/Font\s*<<([^>]*)>>/.exec(listed)?.[1] ?? '';
    for (const [, name, id] of fontList.matchAll(/\/(\w+) (\d+) 0 R/g)) fonts.set(name!, glyphsOf(id!));
    const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
    return linesOf(wordsIn(streamOf(contents), fonts));
  });
}

/** Glyph numbers to letters. */
function glyphsIn(cmap: string): Glyphs {
  const glyphs = new Map<number, string>();
  const digits = /begincodespacerange\s*<([0-9A-F]+)>/i.exec(cmap)?.[1]?.length === 2 ? 2 : 4;
  const letters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from, to] of block!.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      glyphs.set(Number.parseInt(from!, 16), letters(to!));
    }
  }
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, until, to] of block!.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      const [first, last, start] = [from!, until!, to!].map((hex) => Number.parseInt(hex, 16)) as [
        number,
        number,
        number,
      ];
      for (let glyph = first; glyph <= last; glyph += 1) glyphs.set(glyph, String.fromCodePoint(start + glyph - first));
    }
  }
  return { digits, letters: glyphs };
}

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

function wordsIn(content: string, fonts: ReadonlyMap<string, Glyphs>): readonly Placed[] {
  const words: Placed[] = [];
  const kept: Matrix[] = [];
  let page: Matrix = UNIT;
  let line: Matrix = UNIT;
  let glyphs = noGlyphs;
  let size = 0;
  let stack: string[] = [];
  const six = () => stack.slice(-6).map(Number) as unknown as Matrix;
  for (const [token] of content.matchAll(/\[[^\]]*\]|<[0-9A-Fa-f]*>|\/\w+|[-+.\d]+|[A-Za-z*'"]+/g)) {
    if (!/^[A-Za-z*'"]/.test(token)) {
      stack.push(token);
      continue;
    }
    if (token === 'q') kept.push(page);
    if (token === 'Q') page = kept.pop() ?? UNIT;
    if (token === 'cm') page = times(six(), page);
    if (token === 'BT') line = UNIT;
    if (token === 'Tm') line = six();
    if (token === 'Td') line = times([1, 0, 0, 1, Number(stack.at(-2)), Number(stack.at(-1))], line);
    if (token === 'Tf') size = Number(stack.at(-1));
    if (token === 'Tf') glyphs = fonts.get((stack.at(-2) ?? '').slice(1)) ?? noGlyphs;
    if (token === 'Tj' || token === 'TJ') {
      const at = times(line, page);
      words.push({ x: at[4], y: at[5], size: Math.abs(at[0]) * size, text: lettersIn(stack.at(-1) ?? '', glyphs) });
    }
    stack = [];
  }
  return words;
}

function lettersIn(shown: string, { digits, letters }: Glyphs): string {
  let text = '';
  for (const [, hex = ''] of shown.matchAll(/<([0-9A-Fa-f]*)>/g)) {
    for (let at = 0; at + digits <= hex.length; at += digits) {
      text += letters.get(Number.parseInt(hex.slice(at, at + digits), 16)) ?? '';
    }
  }
  return text;
}

/** First `a`, then `b`. */
function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** Words whose feet stand at one height are one line. */
function linesOf(words: readonly Placed[]): readonly string[] {
  const lines = new Map<number, Placed[]>();
  for (const word of words) {
    const height = [...lines.keys()].find((each) => Math.abs(each - word.y) < 2) ?? word.y;
    lines.set(height, [...(lines.get(height) ?? []), word]);
  }
  const up = (words[0]?.y ?? 0) > (words.at(-1)?.y ?? 0) ? -1 : 1;
  return [...lines].sort(([a], [b]) => up * (a - b)).map(([, all]) => joined(all.sort((a, b) => a.x - b.x)));
}

/** Letters come one by one; where the next is further than a letter is wide, another column begins. */
function joined(all: readonly Placed[]): string {
  let text = '';
  for (const [at, { size, text: letters, x }] of all.entries()) {
    const before = all[at - 1];
    text += before !== undefined && x - before.x > WIDEST * size ? ` ${letters}` : letters;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** In sizes of the letter. */
const WIDEST = 1.6;
