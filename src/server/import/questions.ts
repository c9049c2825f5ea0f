/**
 * What only a person can decide about a line that reads well: whose card it is, whether somebody moved or is a namesake,
 * whether who left lives here again, who may make a manager. Refuses to choose silently.
 */

import type { Board } from '../../domain/board.ts';
import { calledOf, homeOf } from '../../domain/called.ts';
import type { Command, ResidentLine, SeriesLine } from '../../domain/commands.ts';
import type { ImportChoice, ImportKind } from '../../domain/import-preview.ts';
import { hasLeft, heldByAnother, matchResidents } from '../../domain/import-residents.ts';
import { fullNameKey, namedOn } from '../../domain/same-person.ts';
import { rows } from '../../domain/table.ts';

import type { Line } from './finding.ts';
import type { MenuLine } from './menu.ts';
import type { PreviewHouse } from './preview.ts';
import type { Asked } from './preview-lines.ts';
import type { ScooterLine } from './scooters.ts';
import type { StaffLine } from './staff.ts';

/** By line. */
export type Answers = ReadonlyMap<number, readonly ImportChoice[]>;

type Who = { readonly name: string; readonly door: string | null };

export interface Asking {
  /** What would be sent of the lines that are decided; null is nothing. */
  readonly command: Extract<Command, { readonly lines: readonly unknown[] }> | null;
  /** What goes before it. */
  readonly before: readonly Command[];
  readonly lines: readonly Line<unknown>[];
  readonly asked: readonly (Who & { readonly line: Line<unknown>; readonly asked: Asked })[];
  /** Worth a look, and nothing to decide. */
  readonly remarks: readonly { readonly line: number; readonly sentence: string }[];
  /** Lines that change nothing and are left out. */
  readonly same: readonly (Who & { readonly line: number })[];
}

interface About {
  readonly kind: ImportKind;
  readonly lines: readonly Line<unknown>[];
  readonly answers: Answers;
}

export function askAbout(house: PreviewHouse, { kind, lines, answers }: About): Asking {
  switch (kind) {
    case 'residents':
      return askAboutResidents(house.board, lines as readonly Line<ResidentLine>[], answers);
    case 'staff':
      return askAboutStaff(house, lines as readonly Line<StaffLine>[], answers);
    case 'programme':
      return plainly({ type: 'importProgramme', lines: valuesOf(lines as readonly Line<SeriesLine>[]) }, lines);
    case 'scooters':
      return plainly({ type: 'importScooters', lines: valuesOf(lines as readonly Line<ScooterLine>[]) }, lines);
    case 'menu':
      return plainly({ type: 'importMenu', lines: valuesOf(lines as readonly Line<MenuLine>[]) }, lines);
  }
}

const valuesOf = <Value>(lines: readonly Line<Value>[]): Value[] => lines.map(({ value }) => value);

const plainly = (command: NonNullable<Asking['command']>, lines: readonly Line<unknown>[]): Asking => ({
  command: lines.length === 0 ? null : command,
  before: [],
  lines,
  asked: [],
  remarks: [],
  same: [],
});

export const nameOfLine = ({ firstName, infix, lastName }: Pick<ResidentLine, 'firstName' | 'infix' | 'lastName'>) =>
  [firstName, infix, lastName].filter((word) => word !== '').join(' ');

function askAboutResidents(board: Board, lines: readonly Line<ResidentLine>[], answers: Answers): Asking {
  const matched = matchResidents(board, valuesOf(lines));
  const claimed = new Set(matched.values());
  const decided: Line<ResidentLine>[] = [];
  const asked: Asking['asked'][number][] = [];
  const before: Command[] = [];
  lines.forEach((line, index) => {
    const settled = settle(board, line.value, {
      id: matched.get(index) ?? null,
      given: answers.get(line.line) ?? [],
      claimed,
    });
    if ('asked' in settled) {
      asked.push({ name: nameOfLine(line.value), door: line.value.number, line, asked: settled.asked });
      return;
    }
    if (settled.value.residentId != null) claimed.add(settled.value.residentId);
    if (settled.back !== null) before.push({ type: 'returnToHouse', residentId: settled.back });
    decided.push({ line: line.line, value: settled.value });
  });
  const command = { type: 'importResidents', lines: valuesOf(decided) } as const;
  const remarks = namesakesIn(decided, (line) => matched.has(lines.findIndex((each) => each.line === line)));
  return { command: decided.length === 0 ? null : command, before, lines: decided, asked, remarks, same: [] };
}

/** New people of one name behind two doors may be one person: nobody can tell but who knows them. */
function namesakesIn(lines: readonly Line<ResidentLine>[], isKnown: (line: number) => boolean): Asking['remarks'] {
  const byName = Map.groupBy(lines, ({ value }) => fullNameKey(value));
  return [...byName.values()].flatMap((same) =>
    same
      .filter(({ line }) => same.length > 1 && !isKnown(line))
      .map(({ line }) => {
        const others = same.filter((each) => each.line !== line).map((each) => each.line);
        return {
          line,
          sentence: `Deze naam staat ook op regel ${others.join(', ')}, achter een andere deur. Is het één persoon? Sla dan een regel over.`,
        };
      }),
  );
}

interface Known {
  /** Who of the board the line is by itself. */
  readonly id: string | null;
  readonly given: readonly ImportChoice[];
  /** Whom other lines are about. */
  readonly claimed: ReadonlySet<string>;
}

/** The line as it can be sent, or the one question that stands before that. */
function settle(
  board: Board,
  line: ResidentLine,
  { claimed, given, id }: Known,
): { readonly asked: Asked } | { readonly value: ResidentLine; readonly back: string | null } {
  const ask = (type: Asked['type'], about: string, choices: readonly ImportChoice[]) => ({
    asked: { type, who: whoIs(board, about), choices },
  });
  const back = id !== null && hasLeft(board, id) ? id : null;
  if (back !== null && !given.includes('back')) return ask('left', back, ['back']);
  const namesake = id === null ? namesakeOf(board, line, claimed) : null;
  if (namesake !== null && !given.includes('moved') && !given.includes('other'))
    return ask('elsewhere', namesake, ['moved', 'other']);
  const isAbout = id ?? (given.includes('moved') ? namesake : null);
  const holder = heldByAnother(board, line, isAbout ?? undefined);
  if (holder !== null && !given.includes('withoutCard')) return ask('cardTaken', holder, ['withoutCard']);
  const value = {
    ...line,
    ...(isAbout === null && namesake === null ? {} : { residentId: isAbout }),
    ...(holder === null ? {} : { cardHash: null }),
  };
  return { value, back };
}

const whoIs = (board: Board, residentId: string): Who => ({
  name: nameOfLine(calledOf(board, residentId) ?? { firstName: '', infix: '', lastName: '' }),
  door: homeOf(board, residentId)?.number ?? null,
});

/** Somebody of the same name behind another door, whom no line of the file is about: moved house, or somebody else. */
function namesakeOf(board: Board, line: ResidentLine, claimed: ReadonlySet<string>): string | null {
  const key = fullNameKey(line);
  for (const resident of rows(board.resident)) {
    if (resident.left !== null || claimed.has(resident.id)) continue;
    if (fullNameKey(namedOn(board, resident)) === key) return resident.id;
  }
  return null;
}

/** Each alone, because one that is not theirs to give would keep out all. */
function askAboutStaff(house: PreviewHouse, lines: readonly Line<StaffLine>[], answers: Answers): Asking {
  const decided: Line<StaffLine>[] = [];
  const asked: Asking['asked'][number][] = [];
  const same: Asking['same'][number][] = [];
  for (const line of lines) {
    const who = { name: line.value.name, door: null };
    const isTheirs = (value: StaffLine) => house.judge(house.board, { type: 'importStaff', lines: [value] }).ok;
    const known = [...rows(house.board.staffMember)].find(({ name }) => isSameName(name, line.value.name));
    const asVolunteer: StaffLine = { ...line.value, role: 'volunteer' };
    if (isTheirs(line.value)) decided.push(line);
    else if (known !== undefined && isSame(line.value, known)) same.push({ ...who, line: line.line });
    else if (known === undefined && answers.get(line.line)?.includes('asVolunteer'))
      decided.push({ ...line, value: asVolunteer });
    else
      asked.push({
        ...who,
        line,
        asked: { type: 'notYours', who: null, choices: known === undefined ? ['asVolunteer'] : [] },
      });
  }
  const command = { type: 'importStaff', lines: valuesOf(decided) } as const;
  return { command: decided.length === 0 ? null : command, before: [], lines: decided, asked, remarks: [], same };
}

const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function isSame(line: StaffLine, { id, role, ...known }: StaffLine & { readonly id: string }): boolean {
  // No list says who makes the round.
  const now = { ...known, calls: line.calls, role: role === 'admin' ? line.role : role };
  return id !== '' && JSON.stringify(sorted(line)) === JSON.stringify(sorted(now));
}

const sorted = (fields: object) => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
