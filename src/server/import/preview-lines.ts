/** What each line of an import makes of the board: new, as it was, or what changes into what. Refuses to phrase it. */

import { isDeepStrictEqual } from 'node:util';
import type { Board } from '../../domain/board.ts';
import { homeOf } from '../../domain/called.ts';
import type { ResidentLine, SeriesLine } from '../../domain/commands.ts';
import type { ImportChoice, ImportKind } from '../../domain/import-preview.ts';
import { matchResidents } from '../../domain/import-residents.ts';
import type { MenuDay } from '../../domain/meal.ts';
import { fieldsOf } from '../../domain/people.ts';
import { group, row, rows } from '../../domain/table.ts';

import type { Line } from './finding.ts';

import { nameOfLine } from './questions.ts';
import { dayNames } from './values.ts';

/** What somebody must decide about a line. */
export interface Asked {
  readonly type: 'cardTaken' | 'elsewhere' | 'left' | 'notYours';
  /** Whom it is about beside the line. */
  readonly who: { readonly name: string; readonly door: string | null } | null;
  readonly choices: readonly ImportChoice[];
}

/** One field before and after, as text; null is nothing, or nothing to show. */
export interface Difference {
  readonly field: string;
  readonly was: string | null;
  readonly is: string | null;
}

export interface Outcome {
  readonly line: number;
  readonly what: 'added' | 'changed' | 'same';
  readonly name: string;
  readonly door: string | null;
  readonly differences: readonly Difference[];
}

export interface Boards {
  readonly before: Board;
  readonly after: Board;
}

type Said = Readonly<Record<string, unknown>>;

/** Lines as the domain takes them, in the order of the command. */
export function outcomesOf(kind: ImportKind, lines: readonly Line<unknown>[], boards: Boards): readonly Outcome[] {
  if (kind === 'residents') return residentOutcomes(lines as readonly Line<ResidentLine>[], boards);
  return lines.map(({ line, value }) => {
    const [name, find] = finders[kind](value as never);
    const [was, is] = [find(boards.before), find(boards.after)];
    return { line, name, door: null, ...between(was, is) };
  });
}

type Found = (board: Board) => Said | null;

const finders: { readonly [Kind in Exclude<ImportKind, 'residents'>]: (value: never) => readonly [string, Found] } = {
  programme: ({ series }: SeriesLine) => [series.title, (board) => seriesOn(board, series.id)],
  scooters: ({ name }: { name: string }) => [name, (board) => named(rows(board.scooter), name)],
  staff: ({ name }: { name: string }) => [name, (board) => named(rows(board.staffMember), name)],
  menu: (day: Pick<MenuDay, 'on' | 'meal'>) => [
    `${typeof day.on === 'number' ? dayNames[day.on - 1] : day.on} ${day.meal}`,
    (board) => [...rows(board.menuDay)].find(({ on, meal }) => on === day.on && meal === day.meal) ?? null,
  ],
};

function named<Row extends { readonly name: string }>(all: Iterable<Row>, name: string): Row | null {
  const key = name.trim().toLowerCase();
  return [...all].find((each) => each.name.trim().toLowerCase() === key) ?? null;
}

function seriesOn(board: Board, id: string): Said | null {
  const series = row(board.series, id, id);
  if (series === undefined) return null;
  return { ...series, dates: [...group(board.override, id).values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function residentOutcomes(lines: readonly Line<ResidentLine>[], { before, after }: Boards): readonly Outcome[] {
  const values = lines.map(({ value }) => value);
  const matched = matchResidents(before, values);
  const now = matchResidents(after, values);
  return lines.map(({ line, value }, index) => {
    const id = matched.get(index);
    const was = id === undefined ? null : residentSaid(before, id);
    const is = residentSaid(after, id ?? now.get(index) ?? '');
    const { cardHash } = value;
    const newCard = cardHash ? row(before.card, cardHash, cardHash) === undefined : false;
    const card = newCard ? [{ field: 'card', was: null, is: null }] : [];
    const told = between(was, is);
    const differences = was === null ? introduced(is, card) : [...told.differences, ...card];
    const what = told.what === 'same' && differences.length > 0 ? 'changed' : told.what;
    return { line, name: nameOfLine(value), door: value.number, what, differences };
  });
}

/** Who somebody new is, in few words. */
function introduced(is: Said | null, card: readonly Difference[]): readonly Difference[] {
  const told = ['salutation', 'floor', 'language', 'phone', 'clearedUntil'].map((field) => ({
    field,
    was: null,
    is: shown(is?.[field]),
  }));
  return [...told.filter((each) => each.is !== null), ...card];
}

function residentSaid(board: Board, id: string): Said | null {
  const fields = fieldsOf(board, id);
  if (fields === null) return null;
  const [clearance] = [...group(board.clearance, id).values()];
  return {
    ...fields,
    floor: homeOf(board, id)?.floor ?? null,
    clearedUntil: clearance?.validUntil ?? null,
    clearedTypes: clearance?.types ?? null,
  };
}

/** `id` says nothing to people. */
function between(was: Said | null, is: Said | null): Pick<Outcome, 'what' | 'differences'> {
  if (was === null) return { what: 'added', differences: [] };
  const names = Object.keys({ ...was, ...is }).filter((name) => name !== 'id');
  const differing = names.filter((name) => !isDeepStrictEqual(was[name], is?.[name]));
  const differences = differing.map((field) => ({ field, was: shown(was[field]), is: shown(is?.[field]) }));
  return { what: differences.length === 0 ? 'same' : 'changed', differences };
}

/** What one line can show; a rule or a roster is told by its name alone. */
function shown(value: unknown): string | null {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? value.join(', ') : null;
  if (value === null || value === undefined || typeof value === 'object') return null;
  return String(value);
}
