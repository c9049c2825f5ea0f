/** Which rows the commands that wait for the server are about: what a screen marks as kept, or as not yet certain. */
import type { BoardState } from '../state/board-state.ts';
import type { Untold } from '../sync/outbox.ts';

/** The sign-ups these waiting commands are about. */
export function waitingSignUps(board: BoardState, commandIds: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { envelope } of board.pending.value) {
    if (!commandIds.has(envelope.id)) continue;
    // The first id that a judged command gives out is its sign-up's (DESIGN §4).
    if (envelope.command.type === 'signUp') ids.add(`${envelope.id}/1`);
    if ('signUpId' in envelope.command) ids.add(envelope.command.signUpId);
  }
  return ids;
}

/** The trips these waiting commands make or change. */
export function waitingTrips(board: BoardState, commandIds: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { envelope } of board.pending.value) {
    if (!commandIds.has(envelope.id)) continue;
    // The first id that a judged command gives out is its booking's.
    if (envelope.command.type === 'book') ids.add(`${envelope.id}/1`);
    if ('bookingId' in envelope.command) ids.add(envelope.command.bookingId);
  }
  return ids;
}

/** Whether what came to nothing was these people's. */
export function concerns({ envelope }: Untold, residentIds: readonly string[]): boolean {
  const { actor, command } = envelope;
  const party = 'residentIds' in command ? command.residentIds : 'residentId' in actor ? [actor.residentId] : [];
  return residentIds.some((id) => party.includes(id));
}
