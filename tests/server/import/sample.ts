// The sample building's files, as the import gets them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SAMPLE_FOLDER = join(import.meta.dirname, '../../../src/server/sample');

export const sampleNames = {
  residents: 'bewoners.csv',
  programme: 'weekprogramma.ics',
  scooters: 'scootmobielen.csv',
  staff: 'medewerkers.csv',
  menu: 'menu.csv',
} as const;

export const sampleBytes = (name: string): Buffer => readFileSync(join(SAMPLE_FOLDER, name));

export const sample = (file: string) => ({ file, text: sampleBytes(file).toString('utf8') });
