/** What somebody typed after `npm run import --`, to files and wishes. Refuses with one Dutch sentence. */

import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportKind, importKinds } from '../../domain/import-preview.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import type { ImportFile, ImportFileSet } from './files.ts';

export interface Wish {
  readonly files: ImportFileSet;
  readonly goodLines: boolean;
  /** Which flat of this server; null is the only one. */
  readonly flat: string | null;
  readonly help: boolean;
}

export const HELP = `Een eigen gebouw inlezen:

  npm run import -- --residents bewoners.csv --programme weekprogramma.ics

  --residents BESTAND   bewoners (CSV): huisnummer, verdieping, aanhef, voornaam, achternaam, …
  --programme BESTAND   het programma (iCalendar, .ics)
  --scooters BESTAND    scootmobielen (CSV): naam, type, …
  --staff BESTAND       medewerkers (CSV): naam, rol, functie, telefoon, aanwezig
  --menu BESTAND        het menu (CSV): datum of dag, maaltijd, menu, keuzes, allergenen, prijs
  --good-lines          lees ook een bestand met fouten in, zonder de regels waar de fouten staan
  --flat NAAM           de flat, waar één server er meer heeft
  --help                deze uitleg

Opnieuw inlezen werkt bij en verdubbelt niets. Wie niet meer in een bestand staat, wordt genoemd en blijft staan.
Draait de server, dan gaat het inlezen daardoorheen en zien de tablets het meteen.
`;

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 20 * MEGABYTE;
/** What one request to the server may carry, as bytes before it is written as text. */
const LARGEST_TOGETHER = 28 * MEGABYTE;

const options = {
  residents: { type: 'string' },
  programme: { type: 'string' },
  scooters: { type: 'string' },
  staff: { type: 'string' },
  menu: { type: 'string' },
  'good-lines': { type: 'boolean' },
  flat: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function readArguments(args: readonly string[]): Result<Wish, string> {
  const typed = parse(args);
  if (!typed.ok) return typed;
  const files: Partial<Record<ImportKind, ImportFile>> = {};
  for (const kind of importKinds) {
    const path = typed.value[kind];
    if (path === undefined || typed.value.help) continue;
    const file = readInput(path);
    if (!file.ok) return file;
    files[kind] = file.value;
  }
  const together = Object.values(files).reduce((size, { bytes }) => size + bytes.length, 0);
  if (together > LARGEST_TOGETHER) return no('De bestanden zijn samen te groot. Lees ze één voor één in.');
  const help = typed.value.help ?? false;
  if (!help && Object.keys(files).length === 0) {
    return no('Zeg welk bestand, bijvoorbeeld --residents bewoners.csv. Uitleg: npm run import -- --help');
  }
  return ok({ files, goodLines: typed.value['good-lines'] ?? false, flat: typed.value.flat ?? null, help });
}

function parse(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values);
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const known = Object.keys(options).find((name) => text.includes(`'--${name}`) || text.includes(`--${name} `));
    const unknown = /'(-[^']*)'/.exec(text)?.[1];
    if (known !== undefined) return no(`Na --${known} hoort ${argumentOf(known)}.`);
    return no(`${unknown ?? 'Wat er staat'} is niet bekend. Uitleg: npm run import -- --help`);
  }
}

function argumentOf(option: string): string {
  if (option === 'flat') return 'de naam van een flat';
  return option === 'help' || option === 'good-lines' ? 'niets' : 'een bestand';
}

function readInput(path: string): Result<ImportFile, string> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return no(`Het bestand ${path} bestaat niet.`);
  if (stat.isDirectory()) return no(`${path} is een map, geen bestand.`);
  if (!stat.isFile()) return no(`${path} is geen gewoon bestand.`);
  if (stat.size === 0) return no(`Het bestand ${path} is leeg.`);
  if (stat.size > LARGEST_FILE) return no(`Het bestand ${path} is groter dan 20 MB.`);
  try {
    const bytes = readFileSync(path);
    if (bytes.includes(0) && !isUtf16(bytes)) {
      return no(`${path} is geen tekstbestand. Sla de lijst op als CSV (UTF-8), of de kalender als ICS.`);
    }
    return ok({ name: basename(path), bytes });
  } catch {
    return no(`Het bestand ${path} mag niet worden gelezen.`);
  }
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
