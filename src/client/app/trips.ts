/**
 * What a resident can do with a shared scooter from a screen: book, leave, take, bring back, say what is broken. Each tap
 * is judged here first; a booking is never called certain before the server said so (DESIGN §9). Refuses to do two
 * things at a time.
 */
import type { Change } from '../../domain/changes.ts';
import type { Command, Envelope } from '../../domain/commands.ts';
import type { Booking, ScooterPart } from '../../domain/scooter-rows.ts';
import type { Wanted } from '../../domain/scooter-views.ts';
import { rows } from '../../domain/table.ts';
import type { PlainDate, PlainTime } from '../../domain/time.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Reason, Screens, TripDone } from '../state/screens.ts';
import type { Visit } from '../state/visit.ts';
import type { Untold } from '../sync/outbox.ts';
import type { Acting } from './acting.ts';

export interface WantedTrip {
  readonly date: PlainDate;
  readonly time: PlainTime;
  readonly minutes: number;
}

export interface Returned {
  readonly batteryLow: boolean;
  readonly broken: ScooterPart | null;
}

export interface Trips {
  /** Asks who it is where that was not shown yet. */
  readonly book: (trip: WantedTrip) => Promise<void>;
  /** This scooter, or any: the days show what of it is free. */
  readonly chooseScooter: (scooterId: string | null) => void;
  readonly cancelTrip: (bookingId: string) => Promise<void>;
  readonly takeScooter: (bookingId: string) => Promise<void>;
  readonly returnScooter: (bookingId: string, returned: Returned) => Promise<void>;
  /** The offer: the same trip on this scooter. */
  readonly moveTrip: (bookingId: string, toScooterId: string) => Promise<void>;
  /** They have read what there was to tell about it. */
  readonly tripSeen: (bookingId: string) => Promise<void>;
  /** Found before leaving. */
  readonly reportBroken: (bookingId: string, part: ScooterPart) => Promise<void>;
  /** None was free on this day: counted where it is known who asks, and what is free is shown instead. */
  readonly missed: (date: PlainDate) => void;
  /** The server said no to what this screen had said yes to. */
  readonly refusedLater: (untold: Untold) => void;
}

export interface TripsDeps {
  readonly board: BoardState;
  readonly visit: Visit;
  readonly screens: Screens;
  readonly acting: Acting;
  readonly send: (envelope: Envelope) => Promise<void>;
  readonly told: (commandId: string) => void;
  /** Done when the server has answered, or when it takes longer than a moment. */
  readonly answered: (commandId: string) => Promise<void>;
  readonly wanted: () => Wanted;
  /** Nobody has shown yet who they are. */
  readonly askWho: (trip: WantedTrip) => void;
}

type Accepted = (changed: readonly Booking[]) => void;
const asItWas: Accepted = () => {};

export function createTrips(deps: TripsDeps): Trips {
  const { board, screens, visit } = deps;
  let refusedId: string | null = null;

  const refuse = (reason: Reason, command: Command) => {
    if (isQuiet(command)) return;
    screens.show({ type: 'refused', reason, activityId: null, date: dateOf(command) });
  };

  /** Stores the tap, waits a moment for the server, and goes on only for the person who tapped. */
  const act = async (command: Command, accepted: Accepted): Promise<void> => {
    const residentId = visit.identity.value?.residentIds[0];
    if (residentId === undefined) return;
    await deps.acting({
      command,
      residentId,
      refuse,
      async send(envelope, changes, isHere) {
        const changed = tripsIn(changes);
        await deps.send(envelope);
        if (isHere()) for (const each of changed) keepOwn(each);
        if (!isQuiet(command)) await deps.answered(envelope.id);
        if (isHere() && refusedId !== envelope.id) accepted(changed);
      },
    });
  };
  const keepOwn = (booking: Booking) => {
    if (visit.identity.value?.residentIds.includes(booking.residentId ?? '') === true) visit.tripChanged(booking);
  };
  const scooterOf = (bookingId: string): string | null => {
    if (board.board.value === null) return null;
    for (const booking of rows(board.board.value.booking)) if (booking.id === bookingId) return booking.scooterId;
    return null;
  };
  const actOn = async (bookingId: string, command: (scooterId: string) => Command, accepted: Accepted) => {
    const scooterId = scooterOf(bookingId);
    if (scooterId === null) return refuse({ type: 'bookingUnknown', bookingId }, command(''));
    await act(command(scooterId), accepted);
  };
  const finished = (bookingId: string, what: TripDone) => screens.finishTrip({ type: 'tripDone', bookingId, what });
  const forTaker = (made: readonly Booking[]) => {
    const booking = made.find(({ status }) => status === 'booked');
    if (booking !== undefined) finished(booking.id, 'booked');
  };

  return {
    async book(trip) {
      const who = visit.identity.value;
      if (who === null || who.proof === 'name') return deps.askWho(trip);
      await act(
        { type: 'book', scooterId: deps.wanted().scooterId, residentId: who.residentIds[0], ...trip },
        forTaker,
      );
    },
    chooseScooter(scooterId) {
      visit.chooseScooter(scooterId);
      screens.finishTrip({ type: 'scooter', page: 0 });
    },
    cancelTrip: (bookingId) =>
      actOn(
        bookingId,
        (scooterId) => ({ type: 'cancelBooking', bookingId, scooterId }),
        () => finished(bookingId, 'left'),
      ),
    takeScooter: (bookingId) =>
      actOn(
        bookingId,
        (scooterId) => ({ type: 'takeScooter', bookingId, scooterId }),
        () => finished(bookingId, 'taken'),
      ),
    returnScooter: (bookingId, returned) =>
      actOn(
        bookingId,
        (scooterId) => ({ type: 'returnScooter', bookingId, scooterId, ...returned }),
        () => finished(bookingId, returned.broken === null ? 'returned' : 'returnedBroken'),
      ),
    moveTrip: (bookingId, toScooterId) =>
      actOn(bookingId, (scooterId) => ({ type: 'moveBooking', bookingId, scooterId, toScooterId }), forTaker),
    tripSeen: (bookingId) => actOn(bookingId, (scooterId) => ({ type: 'seenBooking', bookingId, scooterId }), asItWas),
    async reportBroken(bookingId, part) {
      const scooterId = scooterOf(bookingId);
      if (scooterId === null) return;
      await act({ type: 'reportDefect', scooterId, part }, () => screens.finishTrip({ type: 'trip', bookingId }));
    },
    missed(date) {
      screens.show({ type: 'scooterFull', date });
      void act({ type: 'missScooter', date }, asItWas);
    },
    refusedLater({ envelope, reason }) {
      refusedId = envelope.id;
      if (isQuiet(envelope.command)) return deps.told(envelope.id);
      const isHere = envelope.actor.visitId === visit.id.value;
      // Who has left is told in Mijn dingen when they come back: by what the server says of the trip, or what is kept here.
      if (!isHere && !isToldByServer(reason)) return;
      deps.told(envelope.id);
      if (!isHere) return;
      screens.finishTrip({ type: 'refused', reason, activityId: null, date: dateOf(envelope.command) });
    },
  };
}

/** Commands that `createTrips` makes; what comes of them later is for it to tell. */
export function isTrip(command: Command): boolean {
  return 'bookingId' in command || 'scooterId' in command || command.type === 'missScooter';
}

function tripsIn(changes: readonly Change[]): readonly Booking[] {
  return changes.flatMap((change) => (change.type === 'bookingPut' ? [change.row] : []));
}

function dateOf(command: Command): PlainDate | undefined {
  return command.type === 'book' ? command.date : undefined;
}

const isToldByServer = (reason: Untold['reason']): boolean => 'told' in reason && reason.told === true;

/** Nobody waits for what comes of these. */
function isQuiet(command: Command): boolean {
  return command.type === 'missScooter' || command.type === 'seenBooking';
}
