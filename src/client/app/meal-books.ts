/**
 * The money of meals as a treasurer reads it: per day, per resident, and as a file for a spreadsheet. Refuses to take
 * money: it says what was written down.
 */
import { activityById } from '../../domain/activity.ts';
import type { Board } from '../../domain/board.ts';
import type { ExportRow } from '../../domain/meal-figures.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';
import { euros } from './meal-money.ts';

export interface DayMoney {
  readonly date: PlainDate;
  readonly meal: string;
  readonly plates: number;
  /** All that was taken in. */
  readonly paidCents: number;
  /** Of that, what is to be given back. */
  readonly backCents: number;
  readonly openCents: number;
}

/** One line a meal, in order of date. */
export function moneyByDay(rows: readonly ExportRow[]): readonly DayMoney[] {
  const days = new Map<string, DayMoney>();
  for (const { date, isOwedBack, meal, paidCents, priceCents } of rows) {
    const key = `${date} ${meal}`;
    const so = days.get(key) ?? { date, meal, plates: 0, paidCents: 0, backCents: 0, openCents: 0 };
    days.set(key, {
      ...so,
      plates: so.plates + (isOwedBack ? 0 : 1),
      paidCents: so.paidCents + (paidCents ?? 0),
      backCents: so.backCents + (isOwedBack ? (paidCents ?? 0) : 0),
      openCents: so.openCents + (paidCents === null ? (priceCents ?? 0) : 0),
    });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The date of the meal a plate is of; empty where that is gone. */
export const dateOfMeal = (board: Board, activityId: string): PlainDate => activityById(board, activityId)?.date ?? '';

/** This month until today. */
export const thisMonth = (today: PlainDate) => ({ from: `${today.slice(0, 7)}-01`, to: today }) as const;

/** What is wrong with a range; null is nothing. A year is the most. */
export function rangeWrong({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }) {
  if (from === '' || to === '') return 'missing';
  if (to < from) return 'backwards';
  return to > addDays(from, 366) ? 'long' : null;
}

/** The words of a file: heads of its columns, and what stands in them. */
export interface FileWords {
  readonly heads: readonly string[];
  readonly yes: string;
  readonly no: string;
  /** Of who paid and is not on the list. */
  readonly owed: string;
  readonly nameOf: (row: ExportRow) => string;
}

const BOM = '\uFEFF';

/** Semicolons, comma decimals and UTF-8 with its mark: as a Dutch spreadsheet opens it by itself. */
export function treasurerFile(rows: readonly ExportRow[], { heads, nameOf, no, owed, yes }: FileWords): string {
  const word = (is: boolean | null) => (is === null ? '' : is ? yes : no);
  const amount = (cents: number | null) => (cents === null ? '' : euros(cents));
  const lines = rows.map((row) => [
    dutchDate(row.date),
    row.meal,
    row.door ?? '',
    nameOf(row),
    row.guest ?? '',
    row.dish ?? '',
    word(row.takeAway),
    amount(row.priceCents),
    amount(row.paidCents),
    row.isOwedBack ? owed : word(row.came),
  ]);
  return `${BOM}${[heads, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

const dutchDate = (date: PlainDate): string => date.split('-').reverse().join('-');

/** What begins as a formula does is text, whoever typed it (CWE-1236); quotes where a cell would end too early. */
function cell(text: string): string {
  const plain = /^\s*[=+\-@]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
