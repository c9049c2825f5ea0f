/** What an import did, as Dutch text for who ran it. Refuses to be longer than somebody reads. */
import type { ImportKind } from '../../domain/import-preview.ts';
import type { FileReading } from './files.ts';
import type { Finding } from './finding.ts';
import type { Tally } from './tally.ts';

export interface FileReport {
  readonly reading: FileReading;
  /** Null is nothing was imported. */
  readonly tally: Tally | null;
  /** Why the house would not have it, in a sentence; null is it did, or was not asked. */
  readonly refused: string | null;
}

const MOST_TOLD = 100;

const nouns: { readonly [Kind in ImportKind]: readonly [one: string, more: string] } = {
  residents: ['bewoner', 'bewoners'],
  programme: ['afspraak', 'afspraken'],
  scooters: ['scootmobiel', 'scootmobielen'],
  staff: ['medewerker', 'medewerkers'],
  menu: ['maaltijd', 'maaltijden'],
};

export function reportText(files: readonly FileReport[]): string {
  return `${files.map((file) => fileText(file).join('\n')).join('\n\n')}\n`;
}

function fileText({ reading, tally, refused }: FileReport): readonly string[] {
  const { kind, name, read } = reading;
  const [one, more] = nouns[kind];
  return [
    `${name}: ${read.count} ${read.count === 1 ? one : more} gelezen.`,
    ...(tally === null ? [] : tallyText(tally)),
    ...errorText(read.errors, tally !== null),
    ...(refused === null ? [] : [`  ${refused}`]),
    ...(read.remarks.length === 0 ? [] : ['  Let op:', ...findingText(read.remarks)]),
  ];
}

function tallyText({ added, updated, unchanged, missing }: Tally): readonly string[] {
  const line = `  Ingelezen: ${added} nieuw, ${updated} gewijzigd, ${unchanged} ongewijzigd.`;
  if (missing.length === 0) return [line];
  const shown = missing.slice(0, MOST_TOLD).join(', ');
  const more = missing.length > MOST_TOLD ? ` en nog ${missing.length - MOST_TOLD}` : '';
  return [line, `  Niet in dit bestand en toch blijven staan: ${shown}${more}.`];
}

function errorText(errors: readonly Finding[], imported: boolean): readonly string[] {
  if (errors.length === 0) return [];
  const count = errors.length === 1 ? '1 fout' : `${errors.length} fouten`;
  const head = imported
    ? `  ${count}; de andere regels zijn ingelezen:`
    : `  ${count}; uit dit bestand is niets ingelezen. Verbeter het, of voeg --good-lines toe voor de goede regels:`;
  return [head, ...findingText(errors)];
}

function findingText(findings: readonly Finding[]): readonly string[] {
  const shown = findings.slice(0, MOST_TOLD).map(({ line, sentence }) => {
    return line === null ? `    ${sentence}` : `    regel ${line}: ${sentence}`;
  });
  return findings.length > MOST_TOLD ? [...shown, `    … en nog ${findings.length - MOST_TOLD}.`] : shown;
}
