/** Who takes part in one activity, and the dates of its series, as the desk lists them. Refuses to know words. */
import { type Activity, activityById, activityId } from '../../domain/activity.ts';
import type { Board } from '../../domain/board.ts';
import { MOST_WORDS } from '../../domain/commands-programme.ts';
import { type DayOff, daysOff } from '../../domain/holidays.ts';
import { partiesOf, peopleGoing, peopleOf, placesLeft } from '../../domain/parties.ts';
import { lastDate, occurrences, seriesOn } from '../../domain/series.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import { group, row } from '../../domain/table.ts';
import { addDays, type PlainDate } from '../../domain/time.ts';
import { deskPerson } from './staff-people.ts';

/** Letters a message may have: it must fit the row of a screen in the hall. */
export const longestMessage = MOST_WORDS;

/** Places left for people; null has no limit. */
export function placesFree(board: Board, activity: Activity): number | null {
  return activity.capacity === null ? null : placesLeft(board, activity);
}

/** How many others came, without a name; null is not said. */
export const visitorsOf = (board: Board, id: string): number | null => row(board.visitors, id, id)?.people ?? null;

export interface PersonLine {
  readonly residentId: string;
  readonly signUpId: string;
  readonly name: string;
  readonly door: string;
  /** Of the party, with its first resident. */
  readonly guests: number;
  /** The others of the party. */
  readonly together: string;
  /** Null is not said. */
  readonly came: boolean | null;
}

export function peopleLines(board: Board, id: string, byName: boolean): readonly PersonLine[] {
  const nameOf = (residentId: string) => deskPerson(board, residentId)?.name ?? '';
  const lines = partiesOf(board, id).going.flatMap(({ guests, id: signUpId, residentIds }) =>
    residentIds.map((residentId, index) => ({
      ...{ residentId, signUpId, name: nameOf(residentId), door: deskPerson(board, residentId)?.door ?? '' },
      guests: index === 0 ? guests : 0,
      together: residentIds
        .filter((other) => other !== residentId)
        .map(nameOf)
        .join(', '),
      came: row(board.attendance, id, `${id}/${residentId}`)?.came ?? null,
    })),
  );
  const doorOf = ({ door }: PersonLine) => Number.parseInt(door, 10) || 0;
  return lines.sort((a, b) => (byName ? 0 : doorOf(a) - doorOf(b)) || a.name.localeCompare(b.name, 'nl'));
}

export interface WaitingLine {
  readonly signUpId: string;
  /** Who of it is asked. */
  readonly residentId: string;
  readonly names: string;
  readonly door: string;
  readonly people: number;
}

/** In order of the line. */
export const waitingLines = (board: Board, id: string): readonly WaitingLine[] =>
  partiesOf(board, id).waiting.map((party) => ({
    ...{ signUpId: party.id, people: peopleOf(party), residentId: party.residentIds[0] ?? '' },
    names: namesOf(board, party),
    door: deskPerson(board, party.residentIds[0] ?? '')?.door ?? '',
  }));

/** Who would fit where the head of the line does not: only after the head was asked. Null is nobody. */
export function nextThatFits([head, ...after]: readonly WaitingLine[], left: number): WaitingLine | null {
  if (head === undefined || left <= 0 || head.people <= left) return null;
  return after.find(({ people }) => people <= left) ?? null;
}

const namesOf = (board: Board, { residentIds }: SignUp): string =>
  residentIds.map((each) => deskPerson(board, each)?.name ?? '').join(' en ');

/** How many residents a message about it reaches. */
export function toldOf(board: Board, id: string): number {
  const { going, waiting } = partiesOf(board, id);
  return new Set([...going, ...waiting].flatMap(({ residentIds }) => residentIds)).size;
}

export interface DateAhead {
  readonly originalDate: PlainDate;
  readonly date: PlainDate;
  readonly skipped: boolean;
  readonly people: number;
  readonly off: DayOff | null;
}

const MOST_DATES = 26;
const LOOK_AHEAD = 366;

/** The dates to come by the calendar of the series, skipped ones too; null where the series is unknown. */
export function datesAhead(board: Board, seriesId: string, today: PlainDate) {
  const series = row(board.series, seriesId, seriesId);
  if (series === undefined) return null;
  const last = lastDate(series);
  const dates = occurrences({ ...series, skipped: [] }, today, addDays(today, LOOK_AHEAD)).slice(0, MOST_DATES);
  const off = daysOff(board, dates);
  const ahead = dates.map((originalDate): DateAhead => {
    const id = activityId(seriesId, originalDate);
    const activity = activityById(board, id);
    const override = group(board.override, seriesId).get(id);
    return {
      originalDate,
      date: activity?.date ?? override?.fields.date ?? addDays(originalDate, seriesOn(series, originalDate).shiftDays),
      skipped: activity === undefined || activity.cancelled !== null,
      people: peopleGoing(board, id),
      off: off.get(originalDate) ?? null,
    };
  });
  const isWhole = last !== null && last <= addDays(today, LOOK_AHEAD) && dates.length < MOST_DATES;
  return {
    dates: ahead,
    /** Until then; null is without end. */
    last,
    /** The last that goes on, as far as that can be seen from here. */
    lastOn: isWhole ? (ahead.findLast(({ skipped }) => !skipped)?.date ?? last) : last,
    comesOnce: series.rule.type === 'dates' && series.rule.dates.length + series.extra.length <= 1,
  };
}
