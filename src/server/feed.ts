/**
 * Tells every open reader what was judged after its cursor, in order and without gaps, each entry turned into bytes once
 * for all. Refuses to wait for a slow reader: who is a megabyte behind is cut and comes back with its cursor.
 */

import type { Scope } from '../domain/board.ts';
import { type Cursor, cursorText, type FeedEntry } from '../domain/protocol.ts';
import { no, ok, type Result } from '../domain/result.ts';
import { redactChanges } from '../domain/scopes.ts';
import type { Authority } from './authority.ts';
import type { Entry } from './db/store.ts';
import { errorFields, type Log } from './log.ts';

/** As whom somebody reads. */
export type FeedScope = Exclude<Scope, 'server'>;

/** Where the bytes go. */
export interface FeedReader {
  write(bytes: Uint8Array): void;
  /** Bytes given to `write` that have not left yet. */
  readonly behind: number;
  /** Resolves once nothing waits to leave, or nobody is there any more. */
  drained(): Promise<void>;
  /** Ends in good order. */
  end(): void;
  /** Ends at once, and forgets what waits. */
  cut(): void;
}

export interface Feed {
  /** Whether history can be read from there; if not, where it is now (DESIGN §4 "History can fork"). */
  check(cursor: Cursor): Promise<Result<null, Cursor>>;
  /** Starts to read after a checked cursor; returns how to stop. */
  open(cursor: Cursor, scope: FeedScope, reader: FeedReader): () => void;
  readonly readers: number;
  /** Ends every reader, and refuses new ones. */
  close(): void;
}

interface Reading {
  readonly reader: FeedReader;
  readonly scope: FeedScope;
  /** Everything up to and including this version was written to it. */
  at: number;
  /** Has caught up and gets what comes as it comes. */
  live: boolean;
}

const HEARTBEAT = 15_000;
const heartbeat = Buffer.from(': hart\n\n');
const MOST_BEHIND = 1024 * 1024;
/** A reader that catches up gets no more until it has less than this waiting. */
const CALM = 256 * 1024;
const PATIENCE = 30_000;
const AT_ONCE = 500;
const REMEMBERED = 1_000;

export function createFeed({ authority, log }: { readonly authority: Authority; readonly log: Log }): Feed {
  const readings = new Set<Reading>();
  const bytesOf = createEncoder(authority);
  let { epoch, version: tail } = authority.state();
  let advancing = false;
  let again = false;
  let closed = false;

  const drop = (reading: Reading, how: 'end' | 'cut') => {
    if (readings.delete(reading)) reading.reader[how]();
  };
  const endAll = () => {
    for (const reading of [...readings]) drop(reading, 'end');
  };

  /** What comes after `reading.at` in these entries, as one write. */
  const give = (reading: Reading, entries: readonly Entry[], all?: Uint8Array) => {
    const unseen = entries[0]?.version === reading.at + 1 ? entries : entries.filter((e) => e.version > reading.at);
    const last = unseen.at(-1);
    if (last === undefined) return;
    reading.reader.write(
      unseen === entries && all !== undefined ? all : Buffer.concat(unseen.map(bytesOf(reading.scope))),
    );
    reading.at = last.version;
  };

  const broadcast = (entries: readonly Entry[]) => {
    tail = entries.at(-1)?.version ?? tail;
    if (readings.size === 0) return;
    const made = new Map<FeedScope, Uint8Array>();
    for (const reading of [...readings]) {
      if (!reading.live) continue;
      const all = made.get(reading.scope) ?? Buffer.concat(entries.map(bytesOf(reading.scope)));
      made.set(reading.scope, all);
      give(reading, entries, all);
      if (reading.reader.behind > MOST_BEHIND) drop(reading, 'cut');
    }
  };

  const advance = async () => {
    const state = authority.state();
    if (state.epoch !== epoch) {
      // Another history began: who comes back gets a 410 and a new snapshot.
      endAll();
      ({ epoch, version: tail } = state);
      return;
    }
    while (tail < authority.state().version) {
      const entries = await authority.entriesAfter(tail, AT_ONCE);
      // The bell of that other history has rung meanwhile.
      if (authority.state().epoch !== epoch) return;
      if (entries === null || entries.length === 0) {
        endAll();
        tail = authority.state().version;
        return;
      }
      broadcast(entries);
    }
  };

  const onBell = async () => {
    again = true;
    if (advancing) return;
    advancing = true;
    try {
      while (again) {
        again = false;
        await advance();
      }
    } catch (error) {
      // Without the journal nobody can be told anything in order; they come back with their cursor.
      log.warn('feed-stopped', errorFields(error));
      endAll();
      tail = authority.state().version;
    } finally {
      advancing = false;
    }
  };

  const catchUp = async (reading: Reading) => {
    while (readings.has(reading)) {
      if (reading.at >= tail) {
        reading.live = true;
        return;
      }
      const entries = await authority.entriesAfter(reading.at, AT_ONCE);
      if (!readings.has(reading) || authority.state().epoch !== epoch) return;
      if (entries === null || entries.length === 0) return drop(reading, 'end');
      give(reading, entries);
      if (reading.reader.behind > CALM && !(await calms(reading.reader))) drop(reading, 'cut');
    }
  };

  const stopListening = authority.onAdvance(() => void onBell());
  const timer = setInterval(() => {
    for (const { reader } of readings) reader.write(heartbeat);
  }, HEARTBEAT);

  return {
    check: async (cursor) => {
      // Another process may be ahead of this one.
      if (cursor.epoch === authority.state().epoch && cursor.version > authority.state().version) {
        await authority.catchUp();
      }
      const { epoch: name, version } = authority.state();
      const now: Cursor = { epoch: name, version };
      if (cursor.epoch !== name || cursor.version > version) return no(now);
      return (await authority.entriesAfter(cursor.version, 1)) === null ? no(now) : ok(null);
    },
    open: (cursor, scope, reader) => {
      const reading: Reading = { reader, scope, at: cursor.version, live: false };
      if (closed) {
        reader.end();
        return () => undefined;
      }
      readings.add(reading);
      // At once, so that whatever stands between sees that something flows.
      reader.write(heartbeat);
      catchUp(reading).catch((error: unknown) => {
        log.warn('feed-reader-stopped', errorFields(error));
        drop(reading, 'end');
      });
      return () => readings.delete(reading);
    },
    get readers() {
      return readings.size;
    },
    close: () => {
      closed = true;
      stopListening();
      clearInterval(timer);
      endAll();
    },
  };
}

async function calms(reader: FeedReader): Promise<boolean> {
  const { promise: tired, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE);
  const calm = await Promise.race([reader.drained().then(() => true), tired]);
  clearTimeout(timer);
  return calm;
}

/** One entry as a scope may know it, remembered while it is likely to be asked again. */
function createEncoder(authority: Authority): (scope: FeedScope) => (entry: Entry) => Uint8Array {
  const made = new Map<string, Uint8Array>();
  return (scope) => (entry) => {
    const { epoch, board } = authority.state();
    const id = cursorText({ epoch, version: entry.version });
    const key = `${scope} ${id}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const { commandId, refusal } = entry;
    const told: FeedEntry = { commandId, refusal, changes: [...redactChanges(entry.changes, scope, board, entry.at)] };
    const bytes = Buffer.from(`id: ${id}\ndata: ${JSON.stringify(told)}\n\n`);
    const oldest = made.size >= REMEMBERED ? made.keys().next().value : undefined;
    if (oldest !== undefined) made.delete(oldest);
    made.set(key, bytes);
    return bytes;
  };
}
