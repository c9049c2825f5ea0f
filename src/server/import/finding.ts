/** What the import has to say about a place in a file, in plain Dutch. Refuses to repeat what is personal. */

/** What somebody decided about one line: not this one, or other words in some of its cells. */
export interface Amendment {
  readonly skip: boolean;
  /** By the names of the columns. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The text of one file, with the name the person knows it by. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** By line. */
  readonly amended?: ReadonlyMap<number, Amendment>;
}

/** A row of a table as it stands in the file, what was amended included; of a column that is nobody's business nothing. */
export interface RawRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Finding {
  readonly file: string;
  /** Counted from 1 as an editor does; null is the file as a whole. */
  readonly line: number | null;
  readonly sentence: string;
}

/** One readable line of a file, with where it stood. */
export interface Line<Value> {
  readonly line: number;
  readonly value: Value;
}

/** What came of reading a file. An error keeps its line out; a remark is only told. */
export interface Read<Value> {
  readonly lines: readonly Line<Value>[];
  readonly errors: readonly Finding[];
  readonly remarks: readonly Finding[];
  /** Lines or events there were, readable or not. */
  readonly count: number;
  /** Of a table: its columns as it calls them, and every row, readable or not. */
  readonly headings?: readonly { readonly name: string; readonly label: string }[];
  readonly rows?: readonly RawRow[];
}

export type Complain = (sentence: string) => void;

const LONGEST_QUOTE = 40;

/** A piece of a file, short and without anything that could disturb a terminal. For columns that are not personal. */
export function quote(text: string): string {
  const clean = text.replace(/\p{Control}+/gu, ' ').trim();
  return `‘${clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean}’`;
}
