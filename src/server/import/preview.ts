/**
 * What an import would do, line by line, before it does it: what is new, what changes, and what somebody must decide
 * first. Judged by the rules themselves over a board that nobody sees. Refuses to write anything, and to show a card.
 */

import type { Board } from '../../domain/board.ts';
import { apply } from '../../domain/changes.ts';
import type { Command } from '../../domain/commands.ts';
import type { Verdict } from '../../domain/decide.ts';
import type { ImportKind } from '../../domain/import-preview.ts';
import { matchResidents } from '../../domain/import-residents.ts';
import { rows } from '../../domain/table.ts';
import { dateAt, type Instant } from '../../domain/time.ts';
import { type FileReading, type ImportFileSet, readImport } from './files.ts';
import type { Finding, Line, RawRow } from './finding.ts';
import { type Asked, type Difference, type Outcome, outcomesOf } from './preview-lines.ts';
import { type Answers, askAbout } from './questions.ts';
import { type Boards, tallyOf } from './tally.ts';

/** What a preview needs of a house. */
export interface PreviewHouse {
  readonly board: Board;
  readonly zone: string;
  readonly now: Instant;
  readonly hashCard: (uid: string) => string;
  /** The rules' verdict, as who imports. */
  readonly judge: (board: Board, command: Command) => Verdict;
}

/** By kind of file and by line. */
export type FileAnswers = { readonly [Kind in ImportKind]?: Answers | undefined };

export interface PreviewLine {
  readonly line: number;
  readonly what: 'added' | 'changed' | 'same' | 'refused' | 'skipped';
  /** The door of a resident; null elsewhere. */
  readonly door: string | null;
  /** Who or what it is about; empty where nobody can tell. */
  readonly name: string;
  /** Why it is refused. */
  readonly sentences: readonly string[];
  readonly asked: Asked | null;
  /** The cells as they stand, for who mends one; null where there are none to mend. */
  readonly cells: RawRow['cells'] | null;
  readonly differences: readonly Difference[];
}

export interface PreviewFile {
  readonly kind: ImportKind;
  readonly name: string;
  readonly count: number;
  /** Why nothing of it can be read. */
  readonly problems: readonly string[];
  readonly headings: readonly { readonly name: string; readonly label: string }[];
  readonly lines: readonly PreviewLine[];
  readonly remarks: readonly { readonly line: number | null; readonly sentence: string }[];
  /** What the house has and the file has not; it stays. */
  readonly missing: number;
}

export interface Preview {
  readonly files: readonly PreviewFile[];
  /** What would be done, in order. */
  readonly commands: readonly Command[];
  /** Lines and files that wait for a decision. */
  readonly undecided: number;
}

export function previewImport(house: PreviewHouse, files: ImportFileSet, answers: FileAnswers): Preview {
  const today = dateAt(house.now, house.zone);
  const readings = readImport(files, { today, zone: house.zone, hashCard: house.hashCard, goodLines: true });
  let { board } = house;
  const commands: Command[] = [];
  const told: PreviewFile[] = [];
  for (const reading of readings) {
    const file = previewFile({ ...house, board }, reading, {
      answers: answers[reading.kind] ?? new Map(),
      isSkipped: (line) => files[reading.kind]?.amended?.get(line)?.skip === true,
      today,
    });
    commands.push(...file.commands);
    ({ board } = file);
    told.push(file.told);
  }
  const undecided = told.map(({ lines, problems }) =>
    problems.length > 0 ? 1 : lines.filter(({ what }) => what === 'refused').length,
  );
  return { files: told, commands, undecided: undecided.reduce((sum, count) => sum + count, 0) };
}

interface FileWork {
  readonly answers: Answers;
  readonly isSkipped: (line: number) => boolean;
  readonly today: string;
}

function previewFile(house: PreviewHouse, reading: FileReading, { answers, isSkipped, today }: FileWork) {
  const { kind, name, read } = reading;
  const lines = (read.lines ?? []).filter(({ line }) => !isSkipped(line));
  const wholly = read.errors.filter(({ line }) => line === null || isOfWholeFile(reading));
  const asking = askAbout(house, { kind, lines, answers });
  const { board, command, problem } = judged(house, asking.command, asking.before);
  const outcomes = outcomesOf(kind, asking.lines, { before: house.board, after: board });
  const shown: PreviewLine[] = [
    ...refusedLines(reading, isSkipped),
    ...asking.asked.map(({ asked, line, ...who }) => ({
      ...nothing(line.line, 'refused'),
      ...who,
      asked,
      cells: read.rows?.find((row) => row.line === line.line)?.cells ?? null,
    })),
    ...asking.same.map(({ line, ...who }) => ({ ...nothing(line, 'same'), ...who })),
    ...outcomes.map(({ line, ...outcome }: Outcome) => ({ ...nothing(line, outcome.what), ...outcome })),
    ...skippedLines(reading, isSkipped),
  ];
  const told: PreviewFile = {
    kind,
    name,
    count: read.count,
    problems: [...wholly.map(({ sentence }) => sentence), ...problem],
    headings: read.headings ?? [],
    lines: wholly.length > 0 ? [] : shown.sort((a, b) => a.line - b.line),
    remarks: [...read.remarks.map(({ line, sentence }) => ({ line, sentence })), ...asking.remarks],
    missing: command === null ? 0 : missingOf(command, { before: house.board, after: board, today }),
  };
  const commands = command === null ? [] : [...asking.before, command];
  return { told, board, commands };
}

/** What the rules make of it; a no of a whole file is a sentence. */
function judged(
  house: PreviewHouse,
  command: Extract<Command, { lines: readonly unknown[] }> | null,
  before: readonly Command[],
) {
  let { board } = house;
  if (command === null) return { board, command, problem: [] };
  for (const each of [...before, command]) {
    const verdict = house.judge(board, each);
    if (!verdict.ok) {
      const problem = [`Het huis weigert dit bestand (${verdict.error.type}). Er is niets ingelezen.`];
      return { board: house.board, command: null, problem };
    }
    board = apply(board, verdict.value);
  }
  return { board, command, problem: [] };
}

/** People are counted one by one; of them a tally names the doors. */
function missingOf(command: Parameters<typeof tallyOf>[0], boards: Boards): number {
  if (command.type !== 'importResidents') return tallyOf(command, boards).missing.length;
  const present = new Set(matchResidents(boards.before, command.lines).values());
  return [...rows(boards.before.resident)].filter(({ id, left }) => left === null && !present.has(id)).length;
}

/** A table of which no row was read has its complaint at its first row. */
const isOfWholeFile = ({ kind, read }: FileReading): boolean => kind !== 'programme' && read.rows === undefined;

function refusedLines({ read }: FileReading, isSkipped: (line: number) => boolean): readonly PreviewLine[] {
  const byLine = Map.groupBy(
    read.errors.filter((error): error is Finding & { line: number } => error.line !== null && !isSkipped(error.line)),
    ({ line }) => line,
  );
  return [...byLine].map(([line, findings]) => {
    const cells = read.rows?.find((row) => row.line === line)?.cells ?? null;
    const sentences = findings.map(({ sentence }) => sentence);
    return { ...nothing(line, 'refused'), ...namedBy(cells), sentences, cells };
  });
}

function skippedLines({ read }: FileReading, isSkipped: (line: number) => boolean): readonly PreviewLine[] {
  const known = [...(read.rows ?? []), ...read.errors, ...(read.lines ?? [])] as readonly Pick<Line<unknown>, 'line'>[];
  const lines = new Set(known.map(({ line }) => line).filter((line) => line !== null && isSkipped(line)));
  return [...lines].map((line) => ({
    ...nothing(line, 'skipped'),
    ...namedBy(read.rows?.find((row) => row.line === line)?.cells ?? null),
  }));
}

/** Who a row that could not be read seems to be about. */
function namedBy(cells: RawRow['cells'] | null): Pick<PreviewLine, 'name' | 'door'> {
  const words = ['name', 'firstName', 'infix', 'lastName', 'title', 'on', 'meal'].map(
    (column) => cells?.[column] ?? '',
  );
  return { name: words.filter((word) => word !== '').join(' '), door: cells?.number || null };
}

const nothing = (line: number, what: PreviewLine['what']): PreviewLine => ({
  ...{ line, what, door: null, name: '', sentences: [], asked: null, cells: null, differences: [] },
});
