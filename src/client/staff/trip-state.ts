/** How a trip stands, as one word to choose sentences by. */
import type { Board } from '../../domain/board.ts';
import type { Booking } from '../../domain/scooter-rows.ts';
import { viewOfTrip } from '../app/staff-trips.ts';

export type TripState = 'Booked' | 'Taken' | 'Late' | 'Done' | 'Doubt' | 'Cancelled' | 'Released';

export function tripState(board: Board, booking: Booking, now: number): TripState {
  const state = viewOfTrip(board, booking, now)?.state;
  if (state === 'late') return 'Late';
  if (state === 'away') return 'Taken';
  if (state === 'doubt') return 'Doubt';
  if (state !== 'over') return 'Booked';
  if (booking.status === 'returned') return 'Done';
  return booking.status === 'cancelled' ? 'Cancelled' : 'Released';
}
