/**
 * One tap at a time: makes the envelope for who stands there, judges it on this screen and hands it on (DESIGN §4).
 * Refuses a second tap while the first is on its way, and to say what came of it.
 */
import type { Change } from '../../domain/changes.ts';
import type { Command, Envelope } from '../../domain/commands.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Reason } from '../state/screens.ts';
import type { Visit } from '../state/visit.ts';

export interface ActingDeps {
  readonly board: BoardState;
  readonly visit: Visit;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Whether a tap can be kept, or else sent at once. */
  readonly mayKeep: () => boolean;
}

export interface Act {
  readonly command: Command;
  /** One of those who stand there. */
  readonly residentId: string;
  readonly refuse: (reason: Reason, command: Command) => void;
  /** `isHere` says whether the person who tapped is still in front of the screen. */
  readonly send: (envelope: Envelope, changes: readonly Change[], isHere: () => boolean) => Promise<void>;
}

export type Acting = (act: Act) => Promise<void>;

export function createActing({ board, visit, now, newId, mayKeep }: ActingDeps): Acting {
  /** The visit whose tap is on its way: it must not cost the next visitor theirs. */
  let acting: string | null = null;
  return async ({ command, residentId, refuse, send }) => {
    const who = visit.identity.value;
    if (acting === visit.id.value || who === null || board.board.value === null) return;
    const visitId = visit.id.value;
    const envelope: Envelope = {
      id: newId(),
      command,
      tappedAt: instantText(now()),
      actor: { residentId, proof: who.proof, visitId, ...(who.token === null ? {} : { token: who.token }) },
    };
    const verdict = board.judge(envelope);
    if (!verdict.ok) return refuse(verdict.error, command);
    if (!mayKeep()) return refuse({ type: 'needsNetwork' }, command);
    acting = visitId;
    try {
      await send(envelope, verdict.value, () => visit.id.value === visitId);
    } finally {
      if (acting === visitId) acting = null;
    }
  };
}
