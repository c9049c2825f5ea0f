/**
 * One person's turn at the tablet: who they are, what they made, and when they are gone (UX requirements 25 to 27).
 * Refuses to know the screens: those are told to reset.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { OwnRows } from '../../domain/own-trips.ts';
import type { Booking } from '../../domain/scooter-rows.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import type { Instant } from '../../domain/time.ts';

export type Phase =
  | { readonly type: 'resting' }
  | { readonly type: 'active' }
  /** "Bent u er nog?", over the screen that stays as it was. `since` and `until` are by the device's clock. */
  | { readonly type: 'asking'; readonly since: Instant; readonly until: Instant };

export interface Identity {
  /** Who acts; two people behind one door act as one party. The first one is the actor. */
  readonly residentIds: readonly [string, ...string[]];
  readonly proof: 'name' | 'card' | 'code';
  /** The server's word that card or code was shown; null by name. */
  readonly token: string | null;
}

export interface Visit {
  readonly id: ReadonlySignal<string>;
  readonly phase: ReadonlySignal<Phase>;
  /** Of the question, from 60 down; 0 while it is not asked. */
  readonly secondsLeft: ReadonlySignal<number>;
  readonly identity: ReadonlySignal<Identity | null>;
  /** Their own sign-ups that the board may not name: of discreet activities, by card or made in this visit. */
  readonly known: ReadonlySignal<readonly SignUp[]>;
  /** Their trips and their driving test, which a shared screen's board does not name; null until card or code. */
  readonly own: ReadonlySignal<OwnRows | null>;
  /** The scooter they want to ride; null is any that suits. */
  readonly scooterId: ReadonlySignal<string | null>;
  /** Ids of the sign-ups made in this visit: these may be undone without a word. */
  readonly signUpIds: ReadonlySignal<readonly string[]>;
  readonly begin: (at: Instant) => void;
  /** Somebody touched the screen, or said to be still there. */
  readonly touch: (at: Instant) => void;
  /** Who it is, or that they have shown more of who they are. Somebody else is another visit. */
  readonly identify: (identity: Identity, known: readonly SignUp[], own?: OwnRows) => void;
  readonly made: (signUp: SignUp) => void;
  /** A trip of theirs was made or changed in this visit. */
  readonly tripChanged: (booking: Booking) => void;
  readonly chooseScooter: (scooterId: string | null) => void;
  /** The personal part is over, somebody is still at the screen: what follows is another visit. */
  readonly finish: (at: Instant) => void;
  readonly rest: () => void;
  /** Time went by; true when the visit ended by it. `personal` is whether the screen shows somebody's business. */
  readonly passTime: (at: Instant, personal: boolean) => boolean;
}

/** Without a touch a screen without names goes to rest. */
const PUBLIC_QUIET = 120_000;
/** Without a touch a screen with a name asks. */
const PERSONAL_QUIET = 90_000;
/** The question stays this long. */
const ASKING = 60_000;

export function createVisit({ newId }: { readonly newId: () => string }): Visit {
  const id = signal(newId());
  const phase = signal<Phase>({ type: 'resting' });
  const secondsLeft = signal(0);
  const identity = signal<Identity | null>(null);
  const known = signal<readonly SignUp[]>([]);
  const own = signal<OwnRows | null>(null);
  const scooterId = signal<string | null>(null);
  const signUpIds = signal<readonly string[]>([]);
  let touchedAt: Instant = 0;

  const forget = () => {
    id.value = newId();
    identity.value = null;
    known.value = [];
    own.value = null;
    scooterId.value = null;
    signUpIds.value = [];
  };
  const become = (next: Phase) => {
    if (next.type !== phase.value.type) phase.value = next;
    if (next.type !== 'asking') secondsLeft.value = 0;
  };
  const restart = (at: Instant) => {
    batch(() => {
      forget();
      touchedAt = at;
      become({ type: 'active' });
    });
  };
  const rest = () => {
    batch(() => {
      forget();
      become({ type: 'resting' });
    });
  };

  return {
    id,
    phase,
    secondsLeft,
    identity,
    known,
    own,
    scooterId,
    signUpIds,
    begin: restart,
    finish: restart,
    rest,
    touch(at) {
      touchedAt = at;
      if (phase.value.type === 'asking') become({ type: 'active' });
    },
    identify(who, theirs, rows) {
      batch(() => {
        const before = identity.value?.residentIds ?? who.residentIds;
        if (!before.some((each) => who.residentIds.includes(each))) forget();
        identity.value = who;
        // What was made a moment ago may not have reached the server's list yet.
        const made = known.value.filter((each) => !theirs.some((other) => other.id === each.id));
        known.value = [...theirs, ...made];
        if (rows !== undefined) {
          const trips = (own.value?.bookings ?? []).filter((each) => !rows.bookings.some(({ id }) => id === each.id));
          own.value = { ...rows, bookings: [...rows.bookings, ...trips] };
        }
      });
    },
    made(signUp) {
      batch(() => {
        known.value = [...known.value, signUp];
        signUpIds.value = [...signUpIds.value, signUp.id];
      });
    },
    tripChanged(booking) {
      if (own.value === null) return;
      const others = own.value.bookings.filter(({ id }) => id !== booking.id);
      own.value = { ...own.value, bookings: [...others, booking] };
    },
    chooseScooter(id) {
      scooterId.value = id;
    },
    passTime(at, personal) {
      // A clock set back must not keep a visit alive for hours.
      if (at < touchedAt) touchedAt = at;
      const next = nextPhase(phase.value, { at, quiet: at - touchedAt, personal });
      if (next.type === 'resting' && phase.value.type !== 'resting') {
        rest();
        return true;
      }
      batch(() => {
        become(next);
        if (next.type === 'asking') secondsLeft.value = Math.ceil((next.until - at) / 1_000);
      });
      return false;
    },
  };
}

function nextPhase(
  phase: Phase,
  { at, quiet, personal }: { readonly at: Instant; readonly quiet: number; readonly personal: boolean },
): Phase {
  switch (phase.type) {
    case 'resting':
      return phase;
    case 'asking':
      return at >= phase.until || at < phase.since ? { type: 'resting' } : phase;
    case 'active':
      if (!personal) return quiet >= PUBLIC_QUIET ? { type: 'resting' } : phase;
      // The tablet slept through question and answer: whoever touches it now is somebody else.
      if (quiet >= PERSONAL_QUIET + ASKING) return { type: 'resting' };
      return quiet >= PERSONAL_QUIET ? { type: 'asking', since: at, until: at + ASKING } : phase;
  }
}
