/**
 * One import from files to report, the same for the server that runs and for the command line without one. Refuses to
 * write anything itself: commands go to the house, which judges them.
 */
import type { Board } from '../../domain/board.ts';
import { dateAt, type Instant } from '../../domain/time.ts';
import { type ImportCommand, type ImportFileSet, readImport } from './files.ts';
import { type FileReport, reportText } from './report.ts';
import { tallyOf } from './tally.ts';

/** What an import needs of a house. */
export interface ImportHouse {
  readonly zone: string;
  readonly now: () => Instant;
  readonly hashCard: (uid: string) => string;
  board(): Board;
  /** Null is done; else a Dutch sentence that says why not. */
  submit(command: ImportCommand): Promise<string | null>;
}

export interface ImportReport {
  readonly text: string;
  /** Every file was imported, if only its good lines. */
  readonly ok: boolean;
  readonly files: readonly FileReport[];
}

export async function runImport(
  house: ImportHouse,
  files: ImportFileSet,
  { goodLines }: { readonly goodLines: boolean },
): Promise<ImportReport> {
  const today = dateAt(house.now(), house.zone);
  const readings = readImport(files, { today, zone: house.zone, hashCard: house.hashCard, goodLines });
  const reports: FileReport[] = [];
  for (const reading of readings) {
    const { command } = reading;
    if (command === null) {
      reports.push({ reading, tally: null, refused: null });
      continue;
    }
    const before = house.board();
    const refused = await house.submit(command);
    const tally = refused === null ? tallyOf(command, { before, after: house.board(), today }) : null;
    reports.push({ reading, tally, refused });
  }
  return { text: reportText(reports), ok: reports.every(({ tally }) => tally !== null), files: reports };
}
