/** The way in for the team at a shared screen: a name, six digits, or a card. Refuses to keep digits once they were tried. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Entered, Me, SessionDesk, TabletKey } from '../sync/staff-session.ts';

export const CODE_DIGITS = 6;

/** What became of the last try. `over` somebody was away too long. */
export type Knock =
  | { readonly type: 'none' | 'checking' | 'wrong' | 'wrongCard' | 'unreachable' | 'notEnrolled' | 'over' }
  | { readonly type: 'rests'; readonly seconds: number | null };

export interface StaffDoor {
  /** Whose code is asked; null asks for the name. */
  readonly staffId: ReadonlySignal<string | null>;
  readonly digits: ReadonlySignal<string>;
  readonly knock: ReadonlySignal<Knock>;
  readonly chooseName: (staffId: string | null) => void;
  /** The sixth one knocks by itself. */
  readonly digit: (digit: string) => void;
  readonly wipe: () => void;
  readonly again: () => void;
  readonly card: (raw: string) => void;
  readonly reset: (knock: Knock['type'] & ('none' | 'over')) => void;
}

export interface StaffDoorDeps {
  readonly sessions: Pick<SessionDesk, 'enterBy' | 'leave'>;
  readonly onEntered: (me: Me) => void;
}

export function createStaffDoor({ onEntered, sessions }: StaffDoorDeps): StaffDoor {
  const staffId = signal<string | null>(null);
  const digits = signal('');
  const knock = signal<Knock>({ type: 'none' });
  /** An answer for who has turned away is nobody's. */
  let turn = 0;
  /** Whom the server let in after they had turned away. */
  let isNobodys = false;

  const reset = (type: 'none' | 'over', whose: string | null) => {
    turn += 1;
    batch(() => {
      staffId.value = whose;
      digits.value = '';
      knock.value = { type };
    });
  };
  const tryKey = async (key: TabletKey): Promise<void> => {
    turn += 1;
    const mine = turn;
    knock.value = { type: 'checking' };
    const entered = await sessions.enterBy(key);
    if (mine !== turn) {
      isNobodys ||= entered.type === 'in';
      return endNobodys();
    }
    digits.value = '';
    if (entered.type === 'in') {
      // The server has ended the one before.
      isNobodys = false;
      reset('none', null);
      return onEntered(entered.me);
    }
    knock.value = knockOf(entered, 'card' in key);
    endNobodys();
  };
  /** While somebody else knocks it waits: theirs may be the session by then. */
  const endNobodys = () => {
    if (!isNobodys || knock.value.type === 'checking') return;
    isNobodys = false;
    void sessions.leave().catch(() => undefined);
  };

  return {
    staffId,
    digits,
    knock,
    chooseName: (id) => reset('none', id),
    digit(digit) {
      const id = staffId.value;
      if (id === null || knock.value.type === 'checking' || digits.value.length >= CODE_DIGITS) return;
      digits.value += digit;
      if (knock.value.type !== 'none') knock.value = { type: 'none' };
      if (digits.value.length === CODE_DIGITS) void tryKey({ staffId: id, digits: digits.value });
    },
    wipe() {
      if (knock.value.type !== 'checking') digits.value = digits.value.slice(0, -1);
    },
    again() {
      if (knock.value.type !== 'checking') reset('none', staffId.value);
    },
    card(raw) {
      if (knock.value.type !== 'checking') void tryKey({ card: raw });
    },
    reset: (type) => reset(type, null),
  };
}

function knockOf({ rests, why }: Extract<Entered, { type: 'out' }>, byCard: boolean): Knock {
  switch (why) {
    case 'tooManyTries':
      return { type: 'rests', seconds: rests };
    case 'unreachable':
      return { type: 'unreachable' };
    case 'codeGone':
    case 'noSession':
    case 'wrong':
      return { type: byCard ? 'wrongCard' : 'wrong' };
  }
}
