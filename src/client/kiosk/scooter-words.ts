/** How scooters, days and times of trips are said. */
import type { Scooter, ScooterPart } from '../../domain/scooter-rows.ts';
import { type BookingView, firstFreeTrip, myBookings, scooterDays, scooterTimes } from '../../domain/scooter-views.ts';
import type { PlainDate, PlainTime } from '../../domain/time.ts';
import {
  capitalised,
  civilDate,
  clockTime,
  formatDay,
  formatDayMonth,
  formatTime,
  formatWeekday,
} from '../i18n/dates.ts';
import type { Key } from '../i18n/keys.ts';
import type { Paint } from '../ui/ScooterTile.tsx';
import type { App } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { dayName, daysBetween, speechOf } from './now.ts';

/** Their own, what needs them first: late, away, ready, broken, then the news, then what is still to come. */
export function ownTrips(app: App, board: BoardProps['board']): readonly BookingView[] {
  if (app.own.value === null) return [];
  const trips = myBookings(board, app.minute.value, app.identity.value?.residentIds ?? []);
  return trips.toSorted((one, other) => URGENCY.indexOf(one.state) - URGENCY.indexOf(other.state));
}

const URGENCY: readonly BookingView['state'][] = ['late', 'away', 'ready', 'waits', 'doubt', 'over', 'early'];

/** Said once and put away; broken is no news but how it is. */
export function newsOf({ news }: BookingView): 'released' | 'cancelled' | 'moved' | 'mended' | null {
  return news === 'doubt' ? null : news;
}

export interface FirstTrip {
  readonly date: PlainDate;
  readonly time: PlainTime;
  readonly minutes: number;
  /** Null where it is only known that one of them is free. */
  readonly scooter: Scooter | null;
}

/** The first free time for who looks, which is never one at which they have a trip already. */
export function firstFree(app: App, board: BoardProps['board']): FirstTrip | null {
  const now = app.minute.value;
  const wanted = app.wanted.value;
  const trips = ownTrips(app, board).filter(({ state }) => state !== 'over');
  const first = firstFreeTrip(board, now, wanted);
  if (first === null || !trips.some((trip) => overlaps(trip, first))) return first;
  for (const { date, state } of scooterDays(board, now, wanted)) {
    if (state !== 'free') continue;
    for (const { time, lengths, longest } of scooterTimes(board, date, now, wanted)) {
      const usual = lengths.find(({ until }) => until === longest);
      if (usual === undefined || trips.some((trip) => overlaps(trip, { date, time, until: usual.until }))) continue;
      return { date, time, minutes: usual.minutes, scooter: app.chosenScooter.value };
    }
  }
  return null;
}

function overlaps(
  trip: BookingView,
  { date, time, until }: { readonly date: PlainDate; readonly time: PlainTime; readonly until: PlainTime },
): boolean {
  return trip.date === date && time < trip.to && trip.from < until;
}

const COLOURS: Readonly<Record<string, Paint | 'orange'>> = {
  rood: 'red',
  blauw: 'blue',
  groen: 'green',
  geel: 'yellow',
  wit: 'white',
  zwart: 'black',
  grijs: 'grey',
  oranje: 'orange',
};

/** "Merel, de rode" */
export function scooterName(app: App, scooter: Scooter): string {
  const colour = colourWord(app, scooter);
  return colour === '' ? scooter.name : app.i18n.t('scooter:named', { name: scooter.name, colour });
}

/** "de rode"; a colour without a word of its own stays as the house wrote it. */
export function colourWord(app: App, { colour }: Scooter): string {
  const known = COLOURS[colour.toLowerCase()];
  return known === undefined ? colour : app.i18n.t(`scooter:${known}`);
}

export function paintOf({ colour }: Scooter): Paint | undefined {
  const known = COLOURS[colour.toLowerCase()];
  return known === 'orange' ? undefined : known;
}

/** "licht"; a type without a word of its own stays as the house wrote it. */
export function typeWord(app: App, { type }: Scooter): string {
  const known = TYPES[type.trim().toLowerCase()];
  return known === undefined ? type : app.i18n.t(known);
}

const TYPES: Readonly<Record<string, Key>> = { licht: 'scooter:light', zwaar: 'scooter:heavy' };

/** "Kapot: band" */
export function brokenWords(app: App, part: ScooterPart): string {
  const { t, language } = app.i18n;
  if (part === 'other') return t('scooter:isBrokenOne');
  return t('scooter:isBrokenPart', { part: t(PART_WORDS[part]).toLocaleLowerCase(language.value.tag) });
}

/** What can be broken, as residents say it. */
export const PART_WORDS: Readonly<Record<ScooterPart, Key>> = {
  tyre: 'scooter:partTyre',
  battery: 'scooter:partBattery',
  brake: 'scooter:partBrake',
  light: 'scooter:partLight',
  seat: 'scooter:partSeat',
  other: 'scooter:partOther',
};

/** "9 uur" in Dutch, "9:00" elsewhere. */
export function hourWords(app: App, time: PlainTime): string {
  const at = clockTime(time);
  const whole = app.i18n.language.value.tag === 'nl' && at.minute === 0;
  return app.i18n.t('scooter:oclock', { time: whole ? at.hour : formatTime(at) });
}

/** "tot 11 uur" */
export function untilWords(app: App, time: PlainTime): string {
  return app.i18n.t('activity:until', { time: hourWords(app, time) });
}

/** "Morgen, 9 uur" */
export function dayAndHour(app: App, { date, time }: { readonly date: PlainDate; readonly time: PlainTime }): string {
  const speech = speechOf(app);
  const day = dayName(speech, app.wallClock.value.date, date);
  return capitalised(speech, speech.t('dates:dayWords', { day, words: hourWords(app, time) }));
}

/** "Scootmobiel, morgen 9 uur": what one is about to do. Large letters of a language with long words keep the day. */
export function tripInWords(app: App, { date, time }: { readonly date: PlainDate; readonly time: PlainTime }): string {
  if (app.size.value === 'groter' && app.i18n.language.value.long) return onDay(app, date);
  return `${onDay(app, date)} ${hourWords(app, time)}`;
}

/** "Scootmobiel, morgen"; of one that was chosen "Merel, morgen" */
export function onDay(app: App, date: PlainDate): string {
  const day = dayName(speechOf(app), app.wallClock.value.date, date);
  const name = app.chosenScooter.value?.name;
  return name === undefined ? app.i18n.t('scooter:onDay', { day }) : app.i18n.t('scooter:withOnDay', { name, day });
}

/** "Vandaag", "Morgen", then the day of the week. */
export function dayTitle(app: App, date: PlainDate): string {
  const speech = speechOf(app);
  const ahead = daysBetween(app.wallClock.value.date, date);
  const name = ahead <= 1 ? dayName(speech, app.wallClock.value.date, date) : formatWeekday(speech, civilDate(date));
  return capitalised(speech, name);
}

/** "woensdag 14 oktober" under Vandaag; where the name is the weekday, or room is short, "16 oktober". */
export function dateUnder(app: App, date: PlainDate): string {
  const speech = speechOf(app);
  const near = daysBetween(app.wallClock.value.date, date) <= 1;
  const brief = speech.language.long || app.size.value === 'groter';
  return near && !brief ? formatDay(speech, civilDate(date)) : formatDayMonth(speech, civilDate(date));
}

/** "2 uur", "90 minuten" */
export function lengthWords(app: App, minutes: number): string {
  const { t } = app.i18n;
  return minutes % 60 === 0 ? t('scooter:hours', { count: minutes / 60 }) : t('scooter:minutes', { count: minutes });
}
