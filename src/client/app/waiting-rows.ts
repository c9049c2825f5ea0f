/** What waits for the server, as screens mark it: kept here, not yet certain, come to nothing. Refuses to send anything. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Command } from '../../domain/commands.ts';
import { partyOfPlate } from '../../domain/own-meal-views.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Connection } from '../state/connection.ts';
import type { Untold } from '../sync/outbox.ts';
import type { Sync } from '../sync/sync.ts';

export interface Waiting {
  /** Sign-ups with something that is kept on this tablet and waits for the network: these say "bewaard". */
  readonly unsent: ReadonlySignal<ReadonlySet<string>>;
  /** Trips of which the server has not said yes: these say "genoteerd, nog niet zeker". */
  readonly uncertain: ReadonlySignal<ReadonlySet<string>>;
  /** Commands that the server has not answered. */
  readonly answersPending: ReadonlySignal<number>;
  /** Commands that the server could not understand. */
  readonly parked: ReadonlySignal<number>;
  /** What came to nothing after these people had left the screen. */
  readonly untold: ReadonlySignal<readonly Untold[]>;
}

export interface WaitingDeps {
  readonly board: BoardState;
  readonly connection: Connection;
  readonly sync: Pick<Sync, 'delayed' | 'parked' | 'unanswered' | 'untold'>;
  /** Commands whose rows the feed has not brought. */
  readonly underWay: ReadonlySignal<ReadonlySet<string>>;
  readonly residentIds: ReadonlySignal<readonly string[]>;
}

export function createWaiting({ board, connection, sync, underWay, residentIds }: WaitingDeps): Waiting {
  const type = computed(() => connection.state.value.type);
  return {
    unsent: computed(() => {
      // What is on its way and will be there in a blink needs no words.
      const waits = type.value !== 'online' || sync.delayed.value;
      return waits ? waitingSignUps(board, sync.unanswered.value) : new Set<string>();
    }),
    uncertain: computed(() => waitingTrips(board, underWay.value)),
    answersPending: computed(() => sync.unanswered.value.size),
    parked: sync.parked,
    untold: computed(() => sync.untold.value.filter((untold) => concerns(untold, residentIds.value))),
  };
}

/** The sign-ups these waiting commands make or change, and what is said about every time. */
const waitingSignUps = (board: BoardState, commandIds: ReadonlySet<string>): ReadonlySet<string> =>
  waitingRows(board, commandIds, { makes: 'signUp', of: signUpOrStanding });

function signUpOrStanding(command: Command, { board }: BoardState): string | false {
  if ('signUpId' in command) return command.signUpId;
  if (command.type === 'chooseDish') {
    return board.value === null ? false : (partyOfPlate(board.value, command.activityId, command.plateId)?.id ?? false);
  }
  return 'seriesId' in command && 'residentId' in command && `${command.seriesId}/${command.residentId}`;
}

/** The trips these waiting commands make or change. */
const waitingTrips = (board: BoardState, commandIds: ReadonlySet<string>): ReadonlySet<string> =>
  waitingRows(board, commandIds, { makes: 'book', of: (command) => 'bookingId' in command && command.bookingId });

interface About {
  readonly makes: Command['type'];
  readonly of: (command: Command, board: BoardState) => string | false;
}

function waitingRows(board: BoardState, commandIds: ReadonlySet<string>, { makes, of }: About): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { envelope } of board.pending.value) {
    if (!commandIds.has(envelope.id)) continue;
    // The first id that a judged command gives out is its row's (DESIGN §4).
    if (envelope.command.type === makes) ids.add(`${envelope.id}/1`);
    const changed = of(envelope.command, board);
    if (changed !== false) ids.add(changed);
  }
  return ids;
}

/** Whether what came to nothing was these people's. */
function concerns({ envelope }: Untold, residentIds: readonly string[]): boolean {
  const { actor, command } = envelope;
  const party = 'residentIds' in command ? command.residentIds : 'residentId' in actor ? [actor.residentId] : [];
  return residentIds.some((id) => party.includes(id));
}
