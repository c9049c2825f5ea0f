/** Lists that are read in at the desk: which kind a file is, and what was decided about its lines. Refuses to read a line. */

import type { ImportKind, ImportLine, ImportPreview } from '../../domain/import-preview.ts';
import type { ChosenFile } from '../platform/read-file.ts';
import type { ImportAsked, ImportDecision } from '../sync/people-desk.ts';

export {
  type ImportChoice,
  type ImportKind,
  type ImportLine,
  type ImportPreview,
  importKinds,
  type PreviewedFile,
} from '../../domain/import-preview.ts';
export type { ChosenFile } from '../platform/read-file.ts';
export type { ImportAnswer, ImportDecision, ImportNo } from '../sync/people-desk.ts';

/** By kind, one file each. */
export type ChosenFiles = { readonly [Kind in ImportKind]?: ChosenFile };
/** By kind and line. */
export type Decisions = { readonly [Kind in ImportKind]?: ReadonlyMap<number, ImportDecision> };

const signs: readonly (readonly [ImportKind, RegExp])[] = [
  ['programme', /^\uFEFF?\s*BEGIN:VCALENDAR/i],
  ['menu', /maaltijd|keuzes|allergenen/i],
  ['staff', /(^|[;,\t"])\s*rol|functie|aanwezig/i],
  ['scooters', /kleur|max_km|scootmobiel;|standplaats|stalling/i],
  ['residents', /achternaam|voornaam|huisnummer|verdieping|naam/i],
];

/** What a file looks like by its first line; residents where nothing says otherwise. */
export function kindOf({ name, opening }: Pick<ChosenFile, 'name' | 'opening'>): ImportKind {
  if (/\.ics$/i.test(name)) return 'programme';
  const first = opening.replace(/^sep=.\r?\n/i, '').split(/\r?\n/)[0] ?? '';
  if (/achternaam|voornaam/i.test(first)) return 'residents';
  return signs.find(([, sign]) => sign.test(first))?.[0] ?? 'residents';
}

export function askedOf(files: ChosenFiles, decisions: Decisions): ImportAsked {
  const sent = Object.entries(files).map(([kind, { name, base64 }]) => [kind, { name, base64 }]);
  const decided = Object.entries(decisions)
    .filter(([kind]) => kind in files)
    .map(([kind, lines]) => [kind, [...lines.values()]]);
  return { files: Object.fromEntries(sent), decisions: Object.fromEntries(decided) };
}

/** What was decided about a line so far. */
export const decisionOf = (decisions: Decisions, kind: ImportKind, line: number): ImportDecision =>
  decisions[kind]?.get(line) ?? { line, skip: false, cells: {}, answers: [] };

export function withDecision(decisions: Decisions, kind: ImportKind, decision: ImportDecision): Decisions {
  return { ...decisions, [kind]: new Map(decisions[kind]).set(decision.line, decision) };
}

export type Counted = Readonly<Record<ImportLine['what'], number>>;

export function countLines(lines: readonly ImportLine[]): Counted {
  const counted = { added: 0, changed: 0, same: 0, refused: 0, skipped: 0 };
  for (const { what } of lines) counted[what] += 1;
  return counted;
}

/** Lines that would do something. */
export const linesToRead = ({ files }: ImportPreview): number =>
  files.reduce((sum, { lines }) => sum + countLines(lines).added + countLines(lines).changed, 0);

const order: readonly ImportLine['what'][] = ['refused', 'skipped', 'changed', 'added', 'same'];

/** What waits for a decision first, then what changes, then what is new. */
export const inOrder = (lines: readonly ImportLine[]): readonly ImportLine[] =>
  [...lines].sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what) || a.line - b.line);
