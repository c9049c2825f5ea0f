/** What a visit knows of its own resident's trips, put back on a board that does not say whose they are. Refuses any rule. */
import type { Board } from './board.ts';
import { apply, type Change } from './changes.ts';
import type { Booking, Clearance } from './scooter-rows.ts';
import { row, rows } from './table.ts';

/** What only this visit knows: put back on a shared screen's board. */
export interface OwnRows {
  readonly residentId: string;
  readonly bookings: readonly Booking[];
  readonly clearances: readonly Clearance[];
}

/**
 * A shared screen's board with what this visit knows of its own resident: their bookings have a name again, at the
 * board's own status, and their driving tests are there. With null the board as it was.
 */
export function asKnownBy(board: Board, own: OwnRows | null): Board {
  if (own === null) return board;
  const bookings = own.bookings.flatMap((booking): readonly Change[] => {
    const shown = rowOnBoard(board, booking);
    if (shown?.residentId != null) return [];
    // A screen drops what is long over; whatever was to come and is gone, is gone.
    if (shown === undefined) return isOver(booking) ? [{ type: 'bookingPut', row: booking }] : [];
    const { visitId, news, notMade } = booking;
    return [{ type: 'bookingPut', row: { ...shown, residentId: own.residentId, visitId, news, notMade } }];
  });
  const clearances = own.clearances.map((each): Change => ({ type: 'clearancePut', row: each }));
  return apply(board, [...bookings, ...clearances]);
}

const isOver = ({ status }: Booking): boolean => status !== 'booked' && status !== 'taken';

/** Where a booking is now: it may have been moved to another scooter since. */
function rowOnBoard(board: Board, { id, scooterId }: Booking): Booking | undefined {
  const inPlace = row(board.booking, scooterId, id);
  if (inPlace !== undefined) return inPlace;
  return [...rows(board.scooter)].flatMap((scooter) => row(board.booking, scooter.id, id) ?? [])[0];
}
