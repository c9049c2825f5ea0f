/** What a house may set, as the desk shows it: which values there are to choose from, and the command a choice becomes. */
import { type Board, locationOf } from '../../domain/board.ts';
import type { CalendarLink } from '../../domain/calendar-link.ts';
import type { Command, CommandOf } from '../../domain/commands.ts';
import { periodsOf } from '../../domain/holidays.ts';
import type { Location } from '../../domain/location.ts';
import type { Period } from '../../domain/period.ts';
import type { Room } from '../../domain/room.ts';
import { roomsOf } from '../../domain/rooms.ts';
import { type SchoolHoliday, schoolHolidaysAfter } from '../../domain/school-holidays.ts';
import type { ScooterRules } from '../../domain/scooter-rows.ts';
import { row, rows } from '../../domain/table.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';

export type Rules = Omit<ScooterRules, 'id'>;

/** Each with the values a house is offered. Minutes, days, weeks or times, as the rule itself counts. */
export const ruleValues = {
  slotMinutes: [15, 20, 30, 60],
  longestMinutes: [60, 90, 120, 180, 240, 300, 360, 480, 600, 720],
  horizonDays: [3, 7, 14, 21, 28, 42, 60],
  mostOpen: [1, 2, 3, 4, 5, 10],
  mostMinutesAWeek: [240, 360, 480, 600, 720, 900, 1200, 1800, 2400],
  pauseMinutes: [0, 15, 30, 45, 60, 90, 120],
  earlyMinutes: [0, 5, 10, 15, 30, 60],
  lapseMinutes: [10, 15, 20, 30, 45, 60, 120],
  checkUpWeeks: [2, 4, 6, 8, 13, 26, 52],
  checkUpTrips: [20, 40, 60, 80, 100, 150, 200],
} as const satisfies Partial<Record<keyof Rules, readonly number[]>>;
export type NumberRule = keyof typeof ruleValues;

/** The values to choose from, with the one that holds now. */
export const valuesOf = (rules: Rules, rule: NumberRule): readonly number[] =>
  [...new Set<number>([...ruleValues[rule], rules[rule]])].sort((a, b) => a - b);

const HALF_HOUR = 30;

/** Every half hour of a day, with the time that holds now. */
export function timesOfDay(now: string): readonly string[] {
  const times = Array.from({ length: (24 * 60) / HALF_HOUR }, (_, index) => {
    const minutes = index * HALF_HOUR;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
  return [...new Set([...times, now])].sort();
}

const LENGTHS = [30, 60, 90, 120, 180, 240, 300, 360, 480, 600, 720] as const;
/** A resident chooses from so many. */
export const MOST_LENGTHS = 6;

/** The lengths a resident may be offered: whole slots, none longer than the longest trip. */
export const lengthsToOffer = (rules: Rules): readonly number[] =>
  [...new Set<number>([...LENGTHS, ...rules.lengths, rules.longestMinutes])]
    .filter((minutes) => fits(rules, minutes))
    .sort((a, b) => a - b);

const fits = ({ slotMinutes, longestMinutes }: Rules, minutes: number): boolean =>
  minutes <= longestMinutes && minutes % slotMinutes === 0;

/** One rule changed, with the lengths that go with it: what can no longer be is no longer offered, and there always is one. */
export function changeOf(rules: Rules, change: Partial<Rules>): Partial<Rules> {
  const next = { ...rules, ...change };
  const lengths = next.lengths.filter((minutes) => fits(next, minutes));
  if (lengths.length === rules.lengths.length && change.lengths === undefined) return change;
  if (lengths.length > 0) return { ...change, lengths };
  const longest = Math.floor(next.longestMinutes / next.slotMinutes) * next.slotMinutes;
  return { ...change, lengths: [Math.max(longest, next.slotMinutes)] };
}

/** Sets these and leaves every other to who set it. */
export const setRules = (change: Partial<Rules>): CommandOf<'setScooterRules'> => ({
  type: 'setScooterRules',
  rules: change,
});

/** What of the rules a change takes the place of. */
export const rulesBefore = (rules: Rules, change: Partial<Rules>): Partial<Rules> =>
  Object.fromEntries(Object.entries(rules).filter(([rule]) => Object.hasOwn(change, rule)));

/** Null where the name is as it was, or nothing. */
export function renameHouse(board: Board, typed: string): CommandOf<'setLocation'> | null {
  const name = typed.trim();
  return name === '' || name === locationOf(board).name ? null : setHouse({ name });
}

export type HouseSettings = CommandOf<'setLocation'>['location'];

/** Sets these and leaves every other to who set it. */
export const setHouse = (location: HouseSettings): CommandOf<'setLocation'> => ({ type: 'setLocation', location });

const TABLES = [2, 4, 6, 8, 10, 12, 16, 20] as const;

export const tableSizeOf = (board: Board): number => locationOf(board).tableSize;

/** Places a table may have, with what holds now. */
export const tableSizes = (board: Board): readonly number[] =>
  [...new Set<number>([...TABLES, tableSizeOf(board)])].sort((a, b) => a - b);

/** How strict a house may be on who guesses codes and cards: the usual, and stricter. */
export const guessValues = {
  guessesInARow: [5, 4, 3],
  guessRestMinutes: [15, 30, 60, 120],
  guessesOfDevice: [20, 15, 10],
  guessesOfLocation: [50, 40, 30, 20],
} as const satisfies Partial<Record<keyof Location, readonly number[]>>;
export type GuessSetting = keyof typeof guessValues;

/** The values to choose from, with the one that holds now; the usual one first. */
export function guessChoices(board: Board, setting: GuessSetting): readonly number[] {
  const values = new Set<number>([...guessValues[setting], locationOf(board)[setting]]);
  return [...values].sort((a, b) => (setting === 'guessRestMinutes' ? a - b : b - a));
}

export const settingsOf = (board: Board): Location => locationOf(board);

export const HOUSE_NAME_LENGTH = 80;

export interface RoomOfHouse extends Room {
  /** False where only the programme names it. */
  readonly isDescribed: boolean;
}

export const roomsOfHouse = (board: Board): readonly RoomOfHouse[] =>
  roomsOf(board).map((room) => ({ ...room, isDescribed: row(board.room, room.id, room.id) !== undefined }));

/** What makes it as it was; null where it was not described. */
export function putBack({ isDescribed, name, places, shared }: RoomOfHouse): Command | null {
  return isDescribed ? { type: 'putRoom', id: null, name, places, shared } : null;
}

/** A number of people somebody typed: null is left open. */
export function placesTyped(
  typed: string,
): { readonly ok: true; readonly places: number | null } | { readonly ok: false } {
  const text = typed.trim();
  if (text === '') return { ok: true, places: null };
  const places = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return places >= 1 && places <= 5000 ? { ok: true, places } : { ok: false };
}

/** Those that are over do not matter any more. */
export const periodsAhead = (board: Board, today: PlainDate): readonly Period[] =>
  periodsOf(board).filter(({ until }) => until >= today);

export type SchoolBreak = SchoolHoliday;

export const schoolHolidays = (board: Board, today: PlainDate): readonly SchoolHoliday[] =>
  schoolHolidaysAfter(today, periodsOf(board));

/** Latest first. */
export const calendarLinks = (board: Board): readonly CalendarLink[] =>
  [...rows(board.calendarLink)].sort((a, b) => (a.at > b.at ? -1 : 1));

export const calendarPath = ({ id }: Pick<CalendarLink, 'id'>): string => `/calendar/${id}.ics`;

/** What can be taken away as a file; those with days want to know from when until when. */
export const files = [
  { kind: 'residents', hasDays: false },
  { kind: 'sign-ups', hasDays: true },
  { kind: 'attendance', hasDays: true },
  { kind: 'meals', hasDays: true },
  { kind: 'bookings', hasDays: true },
  { kind: 'programme', hasDays: false },
] as const;
export type FileKind = (typeof files)[number]['kind'];

export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The last quarter. */
export const usualDays = (today: PlainDate): Days => ({ from: addDays(today, -90), until: today });

const LONGEST_DAYS = 800;

/** Why there is no file of these days; null where there is. */
export function whyNoDays({ from, until }: Days): 'noDate' | 'untilBeforeFrom' | 'tooLong' | null {
  if (from === '' || until === '') return 'noDate';
  if (until < from) return 'untilBeforeFrom';
  return addDays(from, LONGEST_DAYS) < until ? 'tooLong' : null;
}

/** Where a file is; asked as staff, whoever else this browser is. */
export function pathOfFile({ kind, hasDays }: (typeof files)[number], { from, until }: Days): string {
  if (kind === 'programme') return '/api/exports/programme.ics?as=staff';
  return `/api/exports/${kind}.csv?as=staff${hasDays ? `&from=${from}&to=${until}` : ''}`;
}
