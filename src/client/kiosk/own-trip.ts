/** The viewer's own trip with this id, as it stands now. */
import { useRef } from 'preact/hooks';
import { type BookingView, bookingView } from '../../domain/scooter-views.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';

/** Null where it is somebody else's, or gone. Also of a trip that is over: a result is still to be told. */
export function ownTrip(app: App, board: BoardProps['board'], bookingId: string): BookingView | null {
  const booking = app.ownBooking(bookingId);
  return booking === null ? null : bookingView(board, booking, app.minute.value);
}

/**
 * What a screen goes on showing while the server is asked: the tap counts on this board already, and what was possible
 * before it no longer is. Null where there is nothing to show and nothing is asked.
 */
export function useWhileAsked<Shown>(shown: Shown | null): Shown | null {
  const app = useApp();
  const last = useRef<Shown | null>(null);
  if (shown !== null) last.current = shown;
  return shown ?? (app.uncertain.value.size > 0 ? last.current : null);
}
