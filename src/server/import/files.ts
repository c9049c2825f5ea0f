/**
 * The files of one import to commands: what each says, and what is wrong with it. Refuses a file that has an error as a
 * whole, unless only its good lines are asked for; other files still count.
 */

import type { Command } from '../../domain/commands.ts';
import { type ImportKind, importKinds } from '../../domain/import-preview.ts';
import type { PlainDate } from '../../domain/time.ts';
import type { Amendment, Line, Read, Source } from './finding.ts';
import { readMenu } from './menu.ts';
import { readProgramme } from './programme.ts';
import { readResidents } from './residents.ts';
import { readScooters } from './scooters.ts';
import { readStaff } from './staff.ts';
import { decodeText } from './text.ts';

/** In the order in which they are read and told. */

export interface ImportFile {
  /** As the person knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What somebody decided about its lines. */
  readonly amended?: ReadonlyMap<number, Amendment>;
}
export type ImportFileSet = { readonly [Kind in ImportKind]?: ImportFile | undefined };

export interface ImportReading {
  readonly today: PlainDate;
  readonly zone: string;
  /** The keyed hash of a card's number. */
  readonly hashCard: (uid: string) => string;
  /** Take the good lines of a file that has bad ones. */
  readonly goodLines: boolean;
}

export type ImportCommand = Extract<Command, { readonly lines: readonly unknown[] }>;

export interface FileReading {
  readonly kind: ImportKind;
  readonly name: string;
  readonly read: Omit<Read<unknown>, 'lines'> & { readonly lines?: readonly Line<unknown>[] };
  /** Null is nothing to do. */
  readonly command: ImportCommand | null;
}

/** What each file given becomes. */
export function readImport(files: ImportFileSet, reading: ImportReading): readonly FileReading[] {
  return importKinds.flatMap((kind) => {
    const file = files[kind];
    return file === undefined ? [] : [readFile(kind, file, reading)];
  });
}

function readFile(kind: ImportKind, { name, bytes, amended }: ImportFile, reading: ImportReading): FileReading {
  const text = decodeText(bytes);
  const problem = problemOf(bytes, text);
  if (text === null || problem !== null) {
    const errors = [{ file: name, line: null, sentence: problem ?? NOT_TEXT }];
    return { kind, name, read: { errors, remarks: [], count: 0 }, command: null };
  }
  const { read, command } = readers[kind](
    amended === undefined ? { file: name, text } : { file: name, text, amended },
    reading,
  );
  const wanted = command.lines.length > 0 && (read.errors.length === 0 || reading.goodLines);
  return { kind, name, read, command: wanted ? command : null };
}

const NOT_TEXT = 'Dit is geen tekstbestand. Sla de lijst op als CSV (UTF-8), of de kalender als ICS.';

function problemOf(bytes: Uint8Array, text: string | null): string | null {
  // Every file of a modern spreadsheet program is a zip.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) {
    return 'Dit is een werkmap van een spreadsheet. Sla de lijst op als CSV (UTF-8).';
  }
  if (text === null) return NOT_TEXT;
  return text.trim() === '' ? 'Dit bestand is leeg.' : null;
}

type Reader = (source: Source, reading: ImportReading) => { read: Read<unknown>; command: ImportCommand };

const valuesOf = <Value>({ lines }: Read<Value>): Value[] => lines.map(({ value }) => value);

const readers: { readonly [Kind in ImportKind]: Reader } = {
  residents: (source, reading) => {
    const read = readResidents(source, reading);
    return { read, command: { type: 'importResidents', lines: valuesOf(read) } };
  },
  programme: (source, reading) => {
    const read = readProgramme(source, reading);
    return { read, command: { type: 'importProgramme', lines: valuesOf(read) } };
  },
  scooters: (source) => {
    const read = readScooters(source);
    return { read, command: { type: 'importScooters', lines: valuesOf(read) } };
  },
  staff: (source) => {
    const read = readStaff(source);
    return { read, command: { type: 'importStaff', lines: valuesOf(read) } };
  },
  menu: (source) => {
    const read = readMenu(source);
    return { read, command: { type: 'importMenu', lines: valuesOf(read) } };
  },
};
