/** What a piece of the timeline says: few words in it, and a whole sentence for who hears it. */
import type { Board } from '../../domain/board.ts';
import type { Scooter } from '../../domain/scooter-rows.ts';
import type { Bar, DayLine } from '../app/staff-week.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { clock, dayAndSpan, momentIn, partWord, riderOf, shortName, span, tripIn } from './desk-words.ts';

export interface BlockWords {
  /** "9:30 tot 12:00" */
  readonly times: string;
  /** What stands in it: "van Dijk 89". */
  readonly text: string;
  /** Where that has no room: "van Dijk 89", then "89". */
  readonly shorter: readonly string[];
  /** "afgesproken" */
  readonly state: string;
  /** "Ria van Dijk (89)", or what is broken. */
  readonly who: string;
  readonly sentence: string;
}

export function blockWords(
  speech: StaffSpeech,
  board: Board,
  { bar: { block }, scooter, day }: { readonly bar: Bar; readonly scooter: Scooter; readonly day: DayLine },
): BlockWords {
  const { t } = speech;
  if (block.booking === null) {
    const part = block.defect === null ? '' : partWord(speech, block.defect.part);
    const whole = t('deskweek:barBroken', { part });
    const times = spanInDay(board, block, day);
    const when = dayAndSpan(speech, { ...times, date: day.date });
    return {
      times: span(speech, times),
      // What has been said on the day it broke leaves room for who is in doubt.
      text: block.from < day.opens ? t('deskweek:broken') : whole,
      shorter: [t('deskweek:broken')],
      state: t('deskweek:broken'),
      who: whole,
      sentence: t('deskweek:brokenSays', { part, scooter: scooter.name, when }),
    };
  }
  const rider = riderOf(speech, board, block.booking);
  const short = rider.person === null ? rider.short : shortName(rider.person);
  const trip = tripIn(board, block.booking);
  const when = dayAndSpan(speech, trip);
  const text = {
    booked: short,
    done: short,
    taken: t('deskweek:barTaken', { who: short }),
    late: t('deskweek:barLate', { who: short, time: clock(trip.to) }),
    doubt: t('deskweek:barDoubt', { who: short }),
    broken: short,
  }[block.type];
  const state = t(`deskweek:${block.type}`);
  return {
    times: span(speech, trip),
    text,
    shorter: rider.person === null ? [] : [short, rider.person.door],
    state,
    who: rider.full,
    sentence: said(speech, { text, scooter, when, state }),
  };
}

/** What is broken for days is said as far as this day goes. */
const spanInDay = (board: Board, { from, to }: Bar['block'], { opens, closes }: DayLine) => ({
  from: momentIn(board, Math.max(from, opens)).time,
  to: momentIn(board, Math.min(to, closes)).time,
});

function said(
  { t }: StaffSpeech,
  words: { readonly text: string; readonly scooter: Scooter; readonly when: string; readonly state: string },
): string {
  return t('deskweek:barSays', { ...words, scooter: words.scooter.name });
}
