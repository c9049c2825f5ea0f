/**
 * Follows the server's journal, entry by entry, over one long request, and finds its way back after every break
 * (DESIGN §4). Where something in between holds the stream back, asks for whole boards instead. Refuses to guess over a gap:
 * then too it asks for a new board.
 */
import * as v from 'valibot';
import { type Cursor, cursorText, type FeedEntry, feedEntrySchema, parseCursor } from '../../domain/protocol.ts';
import type { Instant } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';
import type { Timers } from '../platform/timers.ts';
import type { BoardState } from '../state/board-state.ts';
import type { Connection } from '../state/connection.ts';
import { createBackOff } from './back-off.ts';
import type { Enrolment } from './enrolment.ts';
import { createEventStreamParser, type StreamMessage } from './event-stream.ts';
import type { SnapshotKeeper } from './snapshot.ts';

export interface Feed {
  readonly start: () => void;
  /** The network may be back, or the screen slept: do not wait any longer. */
  readonly hurry: () => void;
  readonly stop: () => void;
}

export interface FeedDeps {
  readonly http: Http;
  readonly timers: Timers;
  readonly systemNow: () => Instant;
  readonly board: BoardState;
  readonly connection: Connection;
  readonly enrolment: Enrolment;
  readonly snapshot: SnapshotKeeper;
  readonly whenEntry: (cursor: Cursor, entry: FeedEntry) => void;
  readonly whenRevoked: () => void;
}

/** More than two heartbeats of 15 s: longer silence is a dead connection. */
const WATCHDOG = 40_000;
/** A heartbeat that did not come. */
const OVERDUE = 20_000;

/** The server says something at once: what has said nothing by now is held back on its way. */
const FIRST_WORD = 10_000;
/** While nothing streams a whole board comes so often, and after so many of them the stream is tried again. */
const BOARD_EVERY = 20_000;
const BOARDS = 6;

/**
 * Why following ended: `lost` the connection broke · `gap` a new board is needed · `mute` answered, but nothing streams ·
 * `revoked` it is over.
 */
type End = 'lost' | 'gap' | 'mute' | 'revoked';

export function createFeed(deps: FeedDeps): Feed {
  const { board, connection, enrolment, http, snapshot, timers } = deps;
  const backOff = createBackOff({ timers });
  let running = false;
  let current: AbortController | null = null;
  let heardAt: Instant = 0;

  const receive = (message: StreamMessage): boolean => {
    const cursor = parseCursor(message.id);
    const entry = parseEntry(message.data);
    if (cursor === null || entry === null) return false;
    const followed = board.follow(cursor, entry);
    if (followed === 'followed') deps.whenEntry(cursor, entry);
    return followed !== 'gap';
  };

  const listen = async (chunks: AsyncIterable<string>, abort: AbortController): Promise<End> => {
    const parse = createEventStreamParser();
    let heard = false;
    let cancelWatchdog = timers.after(FIRST_WORD, () => abort.abort());
    try {
      for await (const chunk of chunks) {
        cancelWatchdog();
        if (abort.signal.aborted) return 'lost';
        cancelWatchdog = timers.after(WATCHDOG, () => abort.abort());
        heard = true;
        heardAt = deps.systemNow();
        backOff.reset();
        connection.contact();
        if (!parse(chunk).every(receive)) return 'gap';
        connection.online();
        snapshot.keepSoon();
      }
    } catch {
      // A broken connection is the normal end of a feed.
    } finally {
      cancelWatchdog();
      abort.abort();
    }
    return heard || !running ? 'lost' : 'mute';
  };

  const follow = async (): Promise<End | 'ready'> => {
    const cursor = board.confirmed.value;
    if (cursor === null) return 'gap';
    const abort = new AbortController();
    current = abort;
    // Who hurries again must not break off what has just begun.
    heardAt = deps.systemNow();
    const reply = await http.stream(`/api/changes?after=${cursorText(cursor)}`, abort.signal);
    if (reply.type === 'ok') return listen(reply.chunks, abort);
    // Not even a head came: some hold that back too.
    if (reply.type === 'unreachable' && reply.reason === 'timeout') return 'mute';
    const device = enrolment.judge(reply);
    if (device === 'revoked') return 'revoked';
    if (device === 'unknown') return (await enrolment.enrol()) ? 'gap' : 'lost';
    // 410: the server no longer has what follows; 400: it cannot make anything of this cursor.
    return reply.type === 'problem' && (reply.status === 410 || reply.status === 400) ? 'gap' : 'lost';
  };

  const load = async (): Promise<End | 'ready'> => {
    const loaded = await snapshot.load();
    return loaded === 'loaded' ? 'ready' : loaded === 'revoked' ? 'revoked' : 'lost';
  };

  const run = async (): Promise<void> => {
    let step = load;
    let boards = 0;
    while (running) {
      const end = await step();
      if (!running) return;
      if (end === 'revoked') return deps.whenRevoked();
      if (end === 'ready') {
        step = boards > 0 ? load : follow;
        if (boards > 0) await backOff.rest(BOARD_EVERY);
        boards = Math.max(0, boards - 1);
        continue;
      }
      if (end === 'mute') boards = BOARDS;
      if (end === 'lost') connection.lost();
      else step = load;
      if (end !== 'mute') await backOff.pause();
    }
  };

  return {
    start() {
      if (running) return;
      running = true;
      void run();
    },
    hurry() {
      // What slept with the tablet is a dead connection that does not know it yet.
      if (deps.systemNow() - heardAt > OVERDUE) current?.abort();
      backOff.hurry();
    },
    stop() {
      running = false;
      current?.abort();
      backOff.hurry();
    },
  };
}

function parseEntry(data: string): FeedEntry | null {
  try {
    const parsed = v.safeParse(feedEntrySchema, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
