/**
 * The demonstration: a data folder that the server made itself, marked so, with the sample building in it. Refuses to
 * put the sample building into a folder or database that is somebody's.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from './house.ts';
import type { ImportFiles } from './http/import-route.ts';

const MARK = 'demo';
const LOADING = 'Dit is een demonstratie. Het voorbeeldgebouw wordt geladen.\n';
const LOADED = 'Dit is een demonstratie. Het voorbeeldgebouw is geladen.\n';

const SAMPLE_FOLDER = join(import.meta.dirname, 'sample');
const SAMPLE_FILES = {
  residents: 'bewoners.csv',
  programme: 'weekprogramma.ics',
  scooters: 'scootmobielen.csv',
  staff: 'medewerkers.csv',
  menu: 'menu.csv',
} as const;

/** Whether nothing was ever kept there. To be asked before anything opens the folder. */
export function isNewFolder(dataFolder: string): boolean {
  return !existsSync(dataFolder) || readdirSync(dataFolder).length === 0;
}

export const isMarkedDemo = (dataFolder: string): boolean => existsSync(join(dataFolder, MARK));

export interface DemonstrationDeps {
  readonly dataFolder: string;
  /** A new folder, as it was before the house was opened, of who wants a demonstration. */
  readonly mayBecomeDemo: boolean;
  readonly house: House;
  readonly importFiles: ImportFiles;
}

/**
 * Marks a new folder and loads the sample building; goes on with a load that was cut off. Returns whether this house is
 * a demonstration. Throws where the sample building cannot be loaded.
 */
export async function prepareDemonstration(deps: DemonstrationDeps): Promise<boolean> {
  const { dataFolder, mayBecomeDemo, house, importFiles } = deps;
  const mark = join(dataFolder, MARK);
  if (!existsSync(mark)) {
    if (!mayBecomeDemo || !house.empty) return false;
    writeFileSync(mark, LOADING, { mode: 0o600 });
  }
  if (readFileSync(mark, 'utf8') === LOADED && !house.empty) return true;
  const outcome = await importFiles({ files: await sampleFiles(), goodLines: false });
  if (!outcome.ok) throw new Error(`the sample building cannot be loaded: ${outcome.text}`);
  writeFileSync(mark, LOADED, { mode: 0o600 });
  return true;
}

async function sampleFiles() {
  const read = Object.entries(SAMPLE_FILES).map(async ([kind, name]) => {
    const base64 = (await readFile(join(SAMPLE_FOLDER, name))).toString('base64');
    return [kind, { name, base64 }] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
