/**
 * Gets the whole board, from the server or from the store, and keeps it for a start without network. Refuses to keep
 * names on a tablet that nobody has heard of for a week (DESIGN §5).
 */
import * as v from 'valibot';
import { type Board, type BoardRows, collectionNames } from '../../domain/board.ts';
import { rows } from '../../domain/table.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';
import type { Storage } from '../platform/storage.ts';
import type { Timers } from '../platform/timers.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Connection } from '../state/connection.ts';
import type { Enrolment } from './enrolment.ts';
import { readSnapshot } from './read-snapshot.ts';

export interface SnapshotKeeper {
  /** The board of the last run of this page, if there is one that can be read. */
  readonly restore: () => Promise<void>;
  /** A new board from the server. `failed` may work later. */
  readonly load: () => Promise<'loaded' | 'failed' | 'revoked'>;
  /** The board moved on: it will be stored, at most once a minute. */
  readonly keepSoon: () => void;
  /** Drops everything about people once the server was out of reach for a week. */
  readonly forgetIfLost: () => void;
}

export interface SnapshotDeps {
  readonly http: Http;
  readonly storage: Storage;
  readonly timers: Timers;
  readonly now: () => Instant;
  readonly board: BoardState;
  readonly connection: Connection;
  readonly enrolment: Enrolment;
  /** The new board belongs to another history than the one before. */
  readonly whenForked: () => void;
}

const WEEK = 7 * 24 * 60 * MINUTE;
const storedSchema = v.object({ at: v.number(), snapshot: v.unknown() });
const programme: readonly string[] = ['location', 'series', 'override', 'menuDay', 'scooter'];

export function createSnapshotKeeper(deps: SnapshotDeps): SnapshotKeeper {
  const { board, connection, enrolment, http, now, storage, timers } = deps;
  let loading: Promise<'loaded' | 'failed' | 'revoked'> | null = null;
  let saving = false;

  const keep = async () => {
    saving = false;
    const confirmed = board.confirmed.value;
    const at = connection.boardAsOf.value;
    if (confirmed === null || at === null) return;
    const { epoch, version } = confirmed;
    await storage.keepBoard({ at, snapshot: { epoch, version, rows: rowsOf(confirmed.board) } });
  };

  const load = async (): Promise<'loaded' | 'failed' | 'revoked'> => {
    let reply = await http.get('/api/board');
    if (enrolment.judge(reply) === 'unknown') {
      if (!(await enrolment.enrol())) return 'failed';
      reply = await http.get('/api/board');
    }
    if (enrolment.judge(reply) === 'revoked') return 'revoked';
    const snapshot = reply.type === 'ok' ? readSnapshot(reply.body) : null;
    if (snapshot === null) {
      connection.lost();
      return 'failed';
    }
    const before = board.confirmed.value?.epoch;
    board.replace(snapshot);
    connection.online();
    if (before !== undefined && before !== snapshot.epoch) deps.whenForked();
    await keep();
    return 'loaded';
  };

  return {
    async restore() {
      const stored = v.safeParse(storedSchema, await storage.board());
      const snapshot = stored.success ? readSnapshot(stored.output.snapshot) : null;
      if (!stored.success || snapshot === null || board.confirmed.value !== null) return;
      const { at } = stored.output;
      const lost = now() - at > WEEK;
      board.replace(lost ? { ...snapshot, rows: withoutPeople(snapshot.rows) } : snapshot);
      connection.boardIsOf(at);
      if (lost) await keep();
    },
    load() {
      loading ??= load().finally(() => {
        loading = null;
      });
      return loading;
    },
    keepSoon() {
      if (saving) return;
      saving = true;
      timers.after(MINUTE, () => void keep());
    },
    forgetIfLost() {
      const confirmed = board.confirmed.value;
      const at = connection.boardAsOf.value;
      if (confirmed === null || at === null || now() - at <= WEEK) return;
      if (rows(confirmed.board.resident).next().done === true) return;
      const { epoch, version } = confirmed;
      board.replace({ epoch, version, rows: withoutPeople(rowsOf(confirmed.board)) });
      void keep();
    },
  };
}

function rowsOf(board: Board): BoardRows {
  return Object.fromEntries(collectionNames.map((name) => [name, [...rows<unknown>(board[name])]])) as BoardRows;
}

function withoutPeople(lists: BoardRows): BoardRows {
  return Object.fromEntries(Object.entries(lists).filter(([name]) => programme.includes(name)));
}
