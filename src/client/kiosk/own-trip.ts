/** The viewer's own trip with this id, as it stands now. */
import { type BookingView, bookingView } from '../../domain/scooter-views.ts';
import type { App } from './app-context.ts';
import type { BoardProps } from './board-props.ts';

/** Null where it is somebody else's, or gone. Also of a trip that is over: a result is still to be told. */
export function ownTrip(app: App, board: BoardProps['board'], bookingId: string): BookingView | null {
  const booking = app.ownBooking(bookingId);
  return booking === null ? null : bookingView(board, booking, app.minute.value);
}
