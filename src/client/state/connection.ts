/** Whether the server is within reach, and since when not. Refuses to reach for it. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../../domain/time.ts';

export type ConnectionState =
  | { readonly type: 'connecting' }
  | { readonly type: 'online' }
  | { readonly type: 'offline'; readonly since: Instant }
  /** The server does not know this tablet; the board and the outbox stay. */
  | { readonly type: 'notEnrolled' }
  /** This tablet was put away; nothing of it is left. */
  | { readonly type: 'revoked' };

export interface Connection {
  readonly state: ReadonlySignal<ConnectionState>;
  /** When the server last answered anything at all. */
  readonly lastContact: ReadonlySignal<Instant | null>;
  /** Until when the board on this screen is known to be complete. */
  readonly boardAsOf: ReadonlySignal<Instant | null>;
  readonly contact: () => void;
  /** The board is complete as of this moment; a moment from the store does not make the screen online. */
  readonly boardIsOf: (at: Instant) => void;
  readonly online: () => void;
  readonly lost: () => void;
  readonly notEnrolled: () => void;
  readonly revoked: () => void;
}

export function createConnection({ now }: { readonly now: () => Instant }): Connection {
  const state = signal<ConnectionState>({ type: 'connecting' });
  const lastContact = signal<Instant | null>(null);
  const boardAsOf = signal<Instant | null>(null);
  const become = (next: ConnectionState) => {
    if (state.value.type !== next.type && state.value.type !== 'revoked') state.value = next;
  };

  return {
    state,
    lastContact,
    boardAsOf,
    contact() {
      lastContact.value = now();
    },
    boardIsOf(at) {
      boardAsOf.value = at;
    },
    online() {
      batch(() => {
        boardAsOf.value = now();
        become({ type: 'online' });
      });
    },
    lost() {
      if (state.value.type !== 'notEnrolled') become({ type: 'offline', since: now() });
    },
    notEnrolled() {
      become({ type: 'notEnrolled' });
    },
    revoked() {
      become({ type: 'revoked' });
    },
  };
}
