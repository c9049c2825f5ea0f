/**
 * The authority over one location: commands go through one queue, all that wait share one transaction, and nobody is
 * answered before it is on disk (DESIGN §4). Refuses to judge by itself: `decide` does.
 */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { boardOf } from '../domain/board.ts';
import { apply } from '../domain/changes.ts';
import type { Envelope } from '../domain/commands.ts';
import type { Answer } from '../domain/protocol.ts';
import type { Instant } from '../domain/time.ts';
import { ConstraintError, type Entry, type Head, type Store, StoreUnavailable } from './db/store.ts';
import { type Judged, judgeGroup, type Sender, type State, type Submitted, submitted } from './judging.ts';
import { errorFields, type Fields, type Log } from './log.ts';

export interface Authority {
  readonly locationId: string;
  state(): State;
  /** Judges after everything before it and resolves after the commit. Throws StoreUnavailable. */
  submit(envelope: Envelope, sender: Sender): Promise<Answer>;
  /** Entries after a version, oldest first; null where the journal no longer has them all. */
  entriesAfter(version: number, limit: number): Promise<readonly Entry[] | null>;
  /** Calls after every commit and catch-up; returns how to stop. */
  onAdvance(listener: () => void): () => void;
  /** Takes over what other processes committed. Throws StoreUnavailable. */
  catchUp(): Promise<void>;
  /** Answers what waits, then refuses everything. */
  close(): Promise<void>;
}

export interface AuthorityDeps {
  readonly store: Store;
  readonly log: Log;
  readonly now: () => Instant;
}

interface Waiting extends Submitted {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

const LARGEST_GROUP = 256;
const REMEMBERED = 2_000;
const ATTEMPTS = 4;

export async function openAuthority(locationId: string, { store, log, now }: AuthorityDeps): Promise<Authority> {
  let state = await load(store, locationId);
  let recent: readonly Entry[] = [];
  let queue: Waiting[] = [];
  let working: Promise<void> = Promise.resolve();
  let running = false;
  let lastRun: Promise<void> = Promise.resolve();
  let closed = false;
  const listeners = new Set<() => void>();

  /** One at a time: a batch, or catching up. */
  const exclusive = (work: () => Promise<void>): Promise<void> => {
    const done = working.then(work);
    working = done.catch(() => undefined);
    return done;
  };

  const advance = (next: State, entries: readonly Entry[]) => {
    state = next;
    recent = [...recent, ...entries].slice(-REMEMBERED);
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        log.error('listener-failed', errorFields(error));
      }
    }
  };

  const follow = async (head: Head): Promise<void> => {
    while (state.epoch !== head.epoch || state.version !== head.version) {
      // Another history, or one that went back in time, cannot be followed.
      const follows = state.epoch === head.epoch && state.version < head.version;
      const behind = Math.min(head.version - state.version, 1_000);
      const entries = follows ? await store.entriesAfter(locationId, state.version, behind) : null;
      if (entries === null || entries.length === 0) {
        recent = [];
        advance(await load(store, locationId), []);
        return;
      }
      const board = entries.reduce((after, entry) => apply(after, entry.changes), state.board);
      advance({ ...state, board, version: entries.at(-1)?.version ?? state.version }, entries);
    }
  };

  const commitGroup = async (group: readonly Waiting[], alone: boolean): Promise<void> => {
    const ids = group.map(({ envelope }) => envelope.id);
    const transaction = await store.begin(locationId, ids);
    let judged: Judged<Waiting>;
    try {
      await follow(transaction.head);
      judged = await judgeGroup({ group, state, transaction, log, now: now(), alone });
      await transaction.commit(alone ? [] : judged.entries);
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
    advance(judged.state, judged.entries);
    for (const [waiting, answer] of judged.answers) waiting.resolve(answer);
    if (judged.entries.length > 0) void store.ring(locationId, state.version);
  };

  const judgeWithRetries = async (group: readonly Waiting[]): Promise<void> => {
    let alone = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        // After a failure nobody knows what is on disk: follow the journal, look every id up, judge the rest.
        return await commitGroup(group, alone);
      } catch (error) {
        if (error instanceof ConstraintError && !alone) {
          alone = true;
          continue;
        }
        log.error('commit-failed', { attempt, commands: group.length, ...reasonOf(error) });
        if (attempt >= ATTEMPTS || closed) {
          for (const waiting of group) waiting.reject(new StoreUnavailable('the commit failed'));
          return;
        }
        await pause(50 * 4 ** (attempt - 1));
      }
    }
  };

  const run = async (): Promise<void> => {
    running = true;
    while (queue.length > 0) {
      // One turn of the event loop, so that everything that arrived meanwhile joins this group.
      await nextTurn();
      const group = queue.slice(0, LARGEST_GROUP);
      queue = queue.slice(LARGEST_GROUP);
      await exclusive(() => judgeWithRetries(group));
    }
    running = false;
  };

  return {
    locationId,
    state: () => state,
    submit: (envelope, sender) =>
      new Promise<Answer>((resolve, reject) => {
        if (closed) return reject(new StoreUnavailable('the server is stopping'));
        queue.push({ ...submitted(envelope, sender), resolve, reject });
        if (!running) lastRun = run();
      }),
    entriesAfter: async (version, limit) => {
      const first = recent[0]?.version ?? Number.POSITIVE_INFINITY;
      if (version >= state.version) return [];
      if (version + 1 < first) return store.entriesAfter(locationId, version, limit);
      return recent.slice(version + 1 - first, version + 1 - first + limit);
    },
    onAdvance: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    catchUp: () => exclusive(async () => follow(await store.head(locationId))),
    close: async () => {
      closed = true;
      await lastRun;
      await working;
      listeners.clear();
    },
  };
}

async function load(store: Store, locationId: string): Promise<State> {
  const { epoch, version, rows } = await store.load(locationId);
  return { epoch, version, board: boardOf(rows) };
}

/** Only what a database says of itself is told in words: other messages may quote what somebody typed. */
const reasonOf = (error: unknown): Fields =>
  error instanceof StoreUnavailable ? { reason: error.message } : errorFields(error);
