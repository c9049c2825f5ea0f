/**
 * What happened in a range of dates, as lists for a spreadsheet: sign-ups, attendance, meals, scooter trips. Refuses the
 * names of who comes to a discreet activity: there only how many.
 */
import { type Activity, activitiesBetween } from '../../domain/activity.ts';
import { type Board, locationOf } from '../../domain/board.ts';
import { type Called, calledOf, homeOf } from '../../domain/called.ts';
import { mealExport } from '../../domain/meal-figures.ts';
import { isLive, partiesIn, peopleOf } from '../../domain/parties.ts';
import { plateViews } from '../../domain/plate-views.ts';
import type { Booking } from '../../domain/scooter-rows.ts';
import type { Category } from '../../domain/series.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import { group, row, rows } from '../../domain/table.ts';
import { instantOfText, localAt, type PlainDate } from '../../domain/time.ts';
import { type CsvCell, csvText } from './csv.ts';

/** Both included. */
export interface DateRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface List {
  /** Of the file, with its ending. */
  readonly file: string;
  readonly text: (board: Board, range: DateRange) => string;
}

export const lists = {
  'sign-ups': { file: 'aanmeldingen.csv', text: signUpsCsv },
  attendance: { file: 'aanwezigheid.csv', text: attendanceCsv },
  meals: { file: 'maaltijden.csv', text: mealsCsv },
  bookings: { file: 'scootmobielritten.csv', text: bookingsCsv },
} as const satisfies Readonly<Record<string, List>>;
export type ListName = keyof typeof lists;

const activitiesIn = (board: Board, { from, to }: DateRange): readonly Activity[] =>
  activitiesBetween(board, from, to).filter(({ date }) => date >= from && date <= to);

const partyStates: Readonly<Record<SignUp['status'], string>> = {
  going: 'doet mee',
  waiting: 'wachtlijst',
  withdrawn: 'afgemeld',
};

const kinds: Readonly<Record<Category, string>> = {
  meeting: 'ontmoeten',
  sharedMeal: 'samen eten',
  exercise: 'bewegen',
  fallPrevention: 'valpreventie',
  digitalSkills: 'digitaal',
  culture: 'cultuur',
  dementia: 'dementie',
  care: 'zorg',
  community: 'buurt',
};

/** A line for each resident, with the guests of the party at the first. */
function signUpsCsv(board: Board, range: DateRange): string {
  const headers = [
    'datum',
    'begin',
    'activiteit',
    'ruimte',
    'soort',
    'huisnummer',
    'naam',
    'gasten',
    'mensen',
    'staat',
    'te_laat',
  ];
  const lines = activitiesIn(board, range).flatMap((activity) => {
    const { category, date, discreet, room, startTime, title } = activity;
    const what = [date, startTime, title, room, kinds[category]];
    return [...partiesIn(board, activity.id)].flatMap((party): CsvCell[][] => {
      const state = [partyStates[party.status], party.late];
      if (discreet) return [[...what, null, null, null, peopleOf(party), ...state]];
      // A neighbour without a host is a line too.
      const who = party.residentIds.length === 0 ? [null] : party.residentIds;
      return who.map((id, index) => {
        const guests = index === 0 ? party.guests : 0;
        return [...what, ...personOf(board, id), guests, (id === null ? 0 : 1) + guests, ...state];
      });
    });
  });
  return csvText(headers, lines);
}

/** One line for each activity that was not cancelled: how many, never who. */
function attendanceCsv(board: Board, range: DateRange): string {
  const headers = [
    'datum',
    'begin',
    'activiteit',
    'soort',
    'aangemeld',
    'was_er',
    'was_er_niet',
    'niet_genoteerd',
    'anderen',
    'minuten_bewegen',
  ];
  const lines = activitiesIn(board, range)
    .filter(({ cancelled }) => cancelled === null)
    .map((activity): CsvCell[] => {
      const { category, date, minutesOfMovement, startTime, title } = activity;
      const { came, missed, people } = countsOf(board, activity);
      const others = row(board.visitors, activity.id, activity.id)?.people ?? 0;
      return [
        date,
        startTime,
        title,
        kinds[category],
        people,
        came,
        missed,
        people - came - missed,
        others,
        minutesOfMovement,
      ];
    });
  return csvText(headers, lines);
}

interface Counts {
  readonly people: number;
  readonly came: number;
  readonly missed: number;
}

/** A meal is ticked plate by plate, everything else resident by resident. */
function countsOf(board: Board, activity: Activity): Counts {
  if (activity.meal !== null) {
    const { going } = plateViews(board, activity);
    const ticked = (came: boolean) => going.filter(({ plate }) => plate.came === came).length;
    return { people: going.length, came: ticked(true), missed: ticked(false) };
  }
  const going = [...partiesIn(board, activity.id)].filter((party) => isLive(party) && party.status === 'going');
  const here = new Set(going.flatMap(({ residentIds }) => residentIds));
  const marks = [...group(board.attendance, activity.id).values()].filter(({ residentId }) => here.has(residentId));
  const came = marks.filter((mark) => mark.came).length;
  return { people: going.reduce((sum, party) => sum + peopleOf(party), 0), came, missed: marks.length - came };
}

function mealsCsv(board: Board, range: DateRange): string {
  const headers = [
    'datum',
    'maaltijd',
    'huisnummer',
    'naam',
    'gast',
    'gerecht',
    'afhalen',
    'prijs',
    'betaald',
    'was_er',
    'terug_te_geven',
  ];
  const lines = mealExport(board, range).map((plate): CsvCell[] => [
    plate.date,
    plate.meal,
    plate.door,
    plate.name === null ? null : nameOf(plate.name),
    plate.guest === null ? null : plate.guest || 'gast',
    plate.dish,
    plate.takeAway,
    euros(plate.priceCents),
    euros(plate.paidCents),
    plate.came,
    plate.isOwedBack,
  ]);
  return csvText(headers, lines);
}

const bookingStates: Readonly<Record<Booking['status'], string>> = {
  booked: 'geboekt',
  taken: 'weg',
  returned: 'terug',
  cancelled: 'afgezegd',
  released: 'niet gehaald',
};

/** By the day it was to begin, on the clock of the house. */
function bookingsCsv(board: Board, { from, to }: DateRange): string {
  const zone = locationOf(board).timeZone;
  const local = (text: string | null) => (text === null ? null : localAt(instantOfText(text), zone));
  const headers = [
    'datum',
    'van',
    'tot',
    'scootmobiel',
    'huisnummer',
    'naam',
    'staat',
    'gehaald',
    'gebracht',
    'accu_laag',
  ];
  const lines = [...rows(board.booking)].flatMap((booking): CsvCell[][] => {
    const start = local(booking.from);
    if (start === null || start.date < from || start.date > to) return [];
    // Nobody had it, and nobody left it.
    if (booking.notMade !== null) return [];
    const scooter = row(board.scooter, booking.scooterId, booking.scooterId)?.name ?? '';
    const times = [local(booking.to)?.time ?? null, scooter];
    const kept = [local(booking.takenAt)?.time ?? null, local(booking.returnedAt)?.time ?? null, booking.batteryLow];
    return [
      [
        start.date,
        start.time,
        ...times,
        ...personOf(board, booking.residentId),
        bookingStates[booking.status],
        ...kept,
      ],
    ];
  });
  return csvText(
    headers,
    lines.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  );
}

/** Door and name; nothing of who does not live here. */
function personOf(board: Board, residentId: string | null): readonly [string | null, string | null] {
  const called = residentId === null ? null : calledOf(board, residentId);
  if (residentId === null || called === null) return [null, null];
  return [homeOf(board, residentId)?.number ?? null, nameOf(called)];
}

const nameOf = ({ firstName, infix, lastName }: Called): string =>
  [firstName, infix, lastName].filter(Boolean).join(' ');

/** With a comma and two digits, as a Dutch spreadsheet reads money. */
const euros = (cents: number | null): string | null =>
  cents === null ? null : (cents / 100).toFixed(2).replace('.', ',');
