/** Which rows the commands that wait for the server are about: what a screen marks as kept, or as not yet certain. */
import type { Command } from '../../domain/commands.ts';
import { partyOfPlate } from '../../domain/own-meal-views.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Untold } from '../sync/outbox.ts';

/** The sign-ups these waiting commands make or change, and what is said about every time. */
export const waitingSignUps = (board: BoardState, commandIds: ReadonlySet<string>): ReadonlySet<string> =>
  waitingRows(board, commandIds, { makes: 'signUp', of: signUpOrStanding });

function signUpOrStanding(command: Command, { board }: BoardState): string | false {
  if ('signUpId' in command) return command.signUpId;
  if (command.type === 'chooseDish') {
    return board.value === null ? false : (partyOfPlate(board.value, command.activityId, command.plateId)?.id ?? false);
  }
  return 'seriesId' in command && 'residentId' in command && `${command.seriesId}/${command.residentId}`;
}

/** The trips these waiting commands make or change. */
export const waitingTrips = (board: BoardState, commandIds: ReadonlySet<string>): ReadonlySet<string> =>
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
export function concerns({ envelope }: Untold, residentIds: readonly string[]): boolean {
  const { actor, command } = envelope;
  const party = 'residentIds' in command ? command.residentIds : 'residentId' in actor ? [actor.residentId] : [];
  return residentIds.some((id) => party.includes(id));
}
