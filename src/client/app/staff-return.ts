/**
 * The way back for somebody whose session ended while they were at work: signed in again they go on with what stands
 * there. Refuses to let anybody else go on with it: for them the page begins anew.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../../domain/time.ts';
import type { ConnectionState } from '../state/connection.ts';
import type { Account, Entered, Me, SessionDesk, WhyOut } from '../sync/staff-session.ts';

export interface Away {
  readonly why: WhyOut | 'ended';
  /** From when it may be tried again; null where nobody said. */
  readonly restsUntil: Instant | null;
}

export interface StaffReturn {
  /** Null while the session holds. */
  readonly away: ReadonlySignal<Away | null>;
  readonly comeBack: (account: Account) => Promise<void>;
  /** Somebody may have signed in beside this page: look whether it was them. */
  readonly lookAgain: () => Promise<void>;
}

export interface StaffReturnDeps {
  readonly me: Me;
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly sessions: Pick<SessionDesk, 'enter' | 'enterWith'>;
  readonly now: () => Instant;
  /** The network is tried at once. */
  readonly hurry: () => void;
  /** Loads the page for somebody else. */
  readonly startAnew: () => void;
}

const SECOND = 1_000;

export function createStaffReturn({ connection, hurry, me, now, sessions, startAnew }: StaffReturnDeps): StaffReturn {
  const away = signal<Away | null>(null);

  const meet = (entered: Entered) => {
    if (entered.type === 'out') {
      const { rests, why } = entered;
      away.value = {
        why: why === 'noSession' ? 'ended' : why,
        restsUntil: rests === null ? null : now() + rests * SECOND,
      };
      return;
    }
    if (!isSame(entered.me, me)) return startAnew();
    away.value = null;
    hurry();
  };
  const lookAgain = async () => meet(await sessions.enter(null));

  effect(() => {
    const { type } = connection.value;
    const isAway = away.peek() !== null;
    if (type === 'notEnrolled' && !isAway) away.value = { why: 'ended', restsUntil: null };
    // The session is of somebody again: by another page of this browser, perhaps.
    if (type === 'online' && isAway) void lookAgain();
  });

  return {
    away,
    comeBack: async (account) => meet(await sessions.enterWith(account)),
    lookAgain,
  };
}

const isSame = (one: Me, other: Me): boolean =>
  (one.staffId ?? null) === (other.staffId ?? null) && one.role === other.role;
