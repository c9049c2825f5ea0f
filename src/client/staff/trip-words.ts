/** What is said of a trip after an act, and what would take the act back. */
import type { Board } from '../../domain/board.ts';
import type { Change } from '../../domain/changes.ts';
import type { Booking } from '../../domain/scooter-rows.ts';
import type { Telling } from '../app/staff-app.ts';
import { scootersOf, tripIn as tripMade } from '../app/staff-trips.ts';
import type { StaffKey, StaffSpeech } from '../i18n/staff-i18n.ts';
import { dayAndSpan, riderOf, tripIn } from './desk-words.ts';

const news: Readonly<Record<NonNullable<Booking['news']>, StaffKey>> = {
  released: 'desktrip:newsReleased',
  doubt: 'desktrip:newsDoubt',
  mended: 'desktrip:newsMended',
  moved: 'desktrip:newsMoved',
  cancelled: 'desktrip:newsCancelled',
};

/** The sentence to say to its resident. */
export const newsWords = ({ t }: StaffSpeech, what: NonNullable<Booking['news']>, scooter: string): string =>
  t(news[what], { scooter });

/** Taken back, it is booked anew where that is still free. */
export function cancelTelling(speech: StaffSpeech, board: Board, booking: Booking): Telling {
  const { t } = speech;
  const trip = tripIn(board, booking);
  const { residentId, scooterId } = booking;
  const words = {
    who: riderOf(speech, board, booking).full,
    scooter: scootersOf(board).find(({ id }) => id === scooterId)?.name ?? '',
    when: dayAndSpan(speech, trip),
  };
  const undo = () => {
    if (residentId === null) return null;
    const { date, from: time, minutes } = trip;
    return {
      command: { type: 'book', residentId, scooterId, date, time, minutes } as const,
      text: t('desktrip:again', words),
    };
  };
  return { text: t('desktrip:cancelled', words), undo };
}

export interface Move {
  /** Names. */
  readonly from: string;
  readonly to: string;
  readonly toId: string;
}

export function moveTelling(speech: StaffSpeech, board: Board, booking: Booking, move: Move): Telling {
  const { t } = speech;
  const words = { who: riderOf(speech, board, booking).full, when: dayAndSpan(speech, tripIn(board, booking)) };
  const undo = (changes: readonly Change[]) => {
    const moved = tripMade(changes);
    if (moved === null) return null;
    const command = {
      type: 'moveBooking',
      bookingId: moved.id,
      scooterId: move.toId,
      toScooterId: booking.scooterId,
    } as const;
    return { command, text: t('desktrip:movedBack', { ...words, scooter: move.from }) };
  };
  return { text: t('desktrip:moved', { ...words, scooter: move.to }), undo };
}
