/** What a screen may ask of the trips of who stands there. Refuses to tell of anybody else's. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { locationOf } from '../../domain/board.ts';
import type { OwnRows } from '../../domain/own-trips.ts';
import type { Booking, Scooter } from '../../domain/scooter-rows.ts';
import { scooterRulesOf } from '../../domain/scooter-time.ts';
import { typesOf, type Wanted } from '../../domain/scooter-views.ts';
import { row, rows } from '../../domain/table.ts';
import { instantOfText, localAt, MINUTE, type PlainTime } from '../../domain/time.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Visit } from '../state/visit.ts';

export interface OwnTrips {
  readonly hasScooters: ReadonlySignal<boolean>;
  /** What this visit knows of its own trips; null until card or code. */
  readonly own: ReadonlySignal<OwnRows | null>;
  /** The one scooter they want; null is any. */
  readonly chosenScooter: ReadonlySignal<Scooter | null>;
  /** What they may look for: the scooter they chose, or any of those they may ride. */
  readonly wanted: ReadonlySignal<Wanted>;
  /** The row of one's own trip; null where it is somebody else's, or gone. */
  readonly ownBooking: (bookingId: string) => Booking | null;
  /** From when it can be taken, at the wall of the house. */
  readonly takenFrom: (booking: Booking) => PlainTime;
}

export function createOwnTrips({
  board: { board },
  visit,
}: {
  readonly board: BoardState;
  readonly visit: Visit;
}): OwnTrips {
  const isOwn = ({ residentId }: Booking): boolean =>
    residentId !== null && visit.identity.value?.residentIds.includes(residentId) === true;
  const chosenScooter = computed(() => {
    const id = visit.scooterId.value;
    return id === null || board.value === null ? null : (row(board.value.scooter, id, id) ?? null);
  });
  return {
    chosenScooter,
    hasScooters: computed(() => board.value !== null && !rows(board.value.scooter).next().done),
    own: visit.own,
    wanted: computed(() => {
      const chosen = chosenScooter.value;
      // Whoever chose one they may not ride hears so when they book; it is never another one in silence.
      return { scooterId: chosen?.id ?? null, types: chosen === null ? typesOf(visit.own.value) : null };
    }),
    ownBooking(bookingId) {
      const all = board.value === null ? [] : rows(board.value.booking);
      for (const booking of all) if (booking.id === bookingId) return isOwn(booking) ? booking : null;
      return null;
    },
    takenFrom({ from }) {
      const shown = board.value;
      const early = shown === null ? 0 : scooterRulesOf(shown).earlyMinutes * MINUTE;
      return localAt(instantOfText(from) - early, shown === null ? 'UTC' : locationOf(shown).timeZone).time;
    },
  };
}
