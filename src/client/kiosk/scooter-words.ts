/** How scooters, days and times of trips are said, and what somebody may be looking for. */
import type { Scooter } from '../../domain/scooter-rows.ts';
import {
  type BookingView,
  firstFreeTrip,
  myBookings,
  scooterDays,
  scooterTimes,
  type Wanted,
} from '../../domain/scooter-views.ts';
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
import type { App } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { dayName, daysBetween, speechOf } from './now.ts';

/** Whoever has shown their driving test looks for what they may ride; for who has none the rule says why not. */
export function wantedBy(app: App): Wanted {
  const types = (app.own.value?.clearances ?? []).flatMap((clearance) => clearance.types);
  return { scooterId: null, types: types.length === 0 ? null : types };
}

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
  const wanted = wantedBy(app);
  const trips = ownTrips(app, board).filter(({ state }) => state !== 'over');
  const first = firstFreeTrip(board, now, wanted);
  if (first === null || !trips.some((trip) => overlaps(trip, first))) return first;
  for (const { date, state } of scooterDays(board, now, wanted)) {
    if (state !== 'free') continue;
    for (const { time, lengths, longest } of scooterTimes(board, date, now, wanted)) {
      const usual = lengths.find(({ until }) => until === longest);
      if (usual === undefined || trips.some((trip) => overlaps(trip, { date, time, until: usual.until }))) continue;
      return { date, time, minutes: usual.minutes, scooter: null };
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

const COLOURS: Readonly<Record<string, 'red' | 'blue' | 'green' | 'yellow' | 'white' | 'black' | 'grey' | 'orange'>> = {
  rood: 'red',
  blauw: 'blue',
  groen: 'green',
  geel: 'yellow',
  wit: 'white',
  zwart: 'black',
  grijs: 'grey',
  oranje: 'orange',
};

/** "Merel, de rode"; a colour without a word of its own stays as the house wrote it. */
export function scooterName(app: App, { name, colour }: Scooter): string {
  const { t } = app.i18n;
  if (colour === '') return name;
  const known = COLOURS[colour.toLowerCase()];
  return t('scooter:named', { name, colour: known === undefined ? colour : t(`scooter:${known}`) });
}

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

/** "Scootmobiel, morgen" */
export function onDay(app: App, date: PlainDate): string {
  return app.i18n.t('scooter:onDay', { day: dayName(speechOf(app), app.wallClock.value.date, date) });
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
