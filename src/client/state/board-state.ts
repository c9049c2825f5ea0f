/**
 * The board a screen shows: what the server confirmed, and on top of it what was tapped here and not yet confirmed,
 * judged by the one judge (DESIGN §4). Refuses to send or to store anything.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Board, boardOf } from '../../domain/board.ts';
import { apply, type Change } from '../../domain/changes.ts';
import type { Envelope } from '../../domain/commands.ts';
import type { Context, Verdict } from '../../domain/decide.ts';
import { asKnownBy, type OwnRows } from '../../domain/own-trips.ts';
import type { Role } from '../../domain/permissions.ts';
import { believedTap, type Cursor, type FeedEntry, type Snapshot } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import type { Clock } from './clock.ts';

export interface Confirmed extends Cursor {
  readonly board: Board;
}

/** A command on its way. `acceptedAt` is the version the server named, null while it has not answered. */
export interface Pending {
  readonly envelope: Envelope;
  readonly acceptedAt: number | null;
}

/** A command on its way that would not pass any more. Only the server's answer ends it. */
export interface Doomed {
  readonly envelope: Envelope;
  readonly refusal: Refusal;
}

export interface BoardState {
  readonly confirmed: ReadonlySignal<Confirmed | null>;
  readonly pending: ReadonlySignal<readonly Pending[]>;
  /** Null until the first board came, from the server or from the store. */
  readonly board: ReadonlySignal<Board | null>;
  readonly doomed: ReadonlySignal<readonly Doomed[]>;
  /** What the rules say to this tap now. Throws without a board: there was nothing to tap. */
  readonly judge: (envelope: Envelope) => Verdict;
  readonly add: (envelope: Envelope, acceptedAt?: number | null) => void;
  readonly accepted: (commandId: string, version: number) => void;
  readonly drop: (commandId: string) => void;
  /** A whole board came. Entries that arrived while it was under way are not lost. */
  readonly replace: (snapshot: Snapshot) => void;
  /** One entry of the feed. `gap` means that this history cannot be followed from here: a new board is needed. */
  readonly follow: (cursor: Cursor, entry: FeedEntry) => 'followed' | 'known' | 'gap';
  readonly clear: () => void;
}

export type Decide = (board: Board, envelope: Envelope, context: Context) => Verdict;

export interface BoardStateDeps {
  /** The rules this screen needs, of residents or all, read as a signal; null until they are here. */
  readonly decide: () => Decide | null;
  readonly clock: Pick<Clock, 'minute' | 'now'>;
  readonly lastAnswered: () => Instant | null;
  /** What the session of who taps is worth; a resident's without one. */
  readonly role?: Role;
  /** What the visit knows of its own trips, read as a signal; null while nobody has shown who they are. */
  readonly own?: () => OwnRows | null;
}

interface Recent {
  readonly version: number;
  readonly changes: readonly Change[];
}

const nobody = () => null;

/** Entries kept to bridge the time between the making of a snapshot and its arrival. */
const RECENT = 500;

export function createBoardState({
  clock,
  decide,
  lastAnswered,
  role = 'resident',
  own = nobody,
}: BoardStateDeps): BoardState {
  const confirmed = signal<Confirmed | null>(null);
  const pending = signal<readonly Pending[]>([]);
  let recent: readonly Recent[] = [];

  const judgeOn = (board: Board, envelope: Envelope): Verdict => {
    const now = clock.now();
    const tappedAt = believedTap(Date.parse(envelope.tappedAt), now, lastAnswered());
    const rules = decide();
    if (rules === null) throw new Error('a tap before the rules');
    return rules(board, envelope, { now, tappedAt, role });
  };

  const judged = computed(() => {
    if (confirmed.value === null) return { board: null, doomed: [] };
    // Deadlines pass while commands wait, so every minute they are judged again.
    clock.minute.value;
    const known = asKnownBy(confirmed.value.board, own());
    // What the last run left is shown as soon as it can be judged.
    return judgeAll(known, decide() === null ? [] : pending.value, judgeOn);
  });
  const board = computed(() => judged.value.board);

  const dropCaughtUp = () => {
    const version = confirmed.value?.version ?? -1;
    const rest = pending.value.filter(({ acceptedAt }) => acceptedAt === null || acceptedAt > version);
    if (rest.length < pending.value.length) pending.value = rest;
  };
  const without = (commandId: string) => {
    if (pending.value.some(({ envelope }) => envelope.id === commandId)) {
      pending.value = pending.value.filter(({ envelope }) => envelope.id !== commandId);
    }
  };

  return {
    confirmed,
    pending,
    board,
    doomed: computed(() => judged.value.doomed),
    judge(envelope) {
      if (board.value === null) throw new Error('a tap without a board');
      return judgeOn(board.value, envelope);
    },
    add(envelope, acceptedAt = null) {
      if (pending.value.some((each) => each.envelope.id === envelope.id)) return;
      pending.value = [...pending.value, { envelope, acceptedAt }];
      dropCaughtUp();
    },
    accepted(commandId, version) {
      batch(() => {
        pending.value = pending.value.map((each) =>
          each.envelope.id === commandId ? { ...each, acceptedAt: version } : each,
        );
        dropCaughtUp();
      });
    },
    drop: without,
    replace(snapshot) {
      batch(() => {
        if (confirmed.value !== null && snapshot.epoch !== confirmed.value.epoch) {
          recent = [];
          // Versions of another history say nothing here.
          pending.value = pending.value.map(({ envelope }) => ({ envelope, acceptedAt: null }));
        }
        confirmed.value = caughtUp(snapshot, recent);
        dropCaughtUp();
      });
    },
    follow(cursor, entry) {
      const was = confirmed.value;
      if (was === null || was.epoch !== cursor.epoch || cursor.version > was.version + 1) return 'gap';
      if (cursor.version <= was.version) return 'known';
      batch(() => {
        recent = [...recent.slice(1 - RECENT), { version: cursor.version, changes: entry.changes }];
        confirmed.value = { ...cursor, board: apply(was.board, entry.changes) };
        without(entry.commandId);
        dropCaughtUp();
      });
      return 'followed';
    },
    clear() {
      batch(() => {
        recent = [];
        confirmed.value = null;
        pending.value = [];
      });
    },
  };
}

function judgeAll(
  confirmed: Board,
  pending: readonly Pending[],
  judge: (board: Board, envelope: Envelope) => Verdict,
): { readonly board: Board; readonly doomed: readonly Doomed[] } {
  const doomed: Doomed[] = [];
  let board = confirmed;
  for (const { envelope } of pending) {
    const verdict = judge(board, envelope);
    if (verdict.ok) board = apply(board, verdict.value);
    else doomed.push({ envelope, refusal: verdict.error });
  }
  return { board, doomed };
}

function caughtUp({ epoch, version, rows }: Snapshot, recent: readonly Recent[]): Confirmed {
  let state: Confirmed = { epoch, version, board: boardOf(rows) };
  for (const entry of recent) {
    if (entry.version !== state.version + 1) continue;
    state = { epoch, version: entry.version, board: apply(state.board, entry.changes) };
  }
  return state;
}
