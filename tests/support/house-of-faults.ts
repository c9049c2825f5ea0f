// A real authority over a real store, tablets with their real sync code, and between them a network on which a test can
// lose, double, delay and reverse what travels. Time goes by only as the test says.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createHttp } from '../../src/client/platform/http.ts';
import { createIds } from '../../src/client/platform/ids.ts';
import { createMemoryStorage } from '../../src/client/platform/storage.ts';
import type { BoardRows } from '../../src/domain/board.ts';
import type { Envelope } from '../../src/domain/commands.ts';
import { parseCursor, type Snapshot } from '../../src/domain/protocol.ts';
import { redactBoard } from '../../src/domain/scopes.ts';
import { openAuthority } from '../../src/server/authority.ts';
import type { Store } from '../../src/server/db/store.ts';
import { createFeed, type Feed, type FeedReader } from '../../src/server/feed.ts';
import { createLog } from '../../src/server/log.ts';
import { LOCATION, seed } from './engines.ts';
import { createManualTimers } from './manual-timers.ts';
import { createScreen, type TestScreen } from './screens-and-server.ts';

/**
 * What happens to one request: it never comes, its answer never comes, it comes twice, or it comes long after the tablet
 * gave it up, and so after what the tablet sent later.
 */
export type Fate = 'arrives' | 'requestLost' | 'answerLost' | 'twice' | 'late';

/** Longer than a tablet waits for an answer. */
const LATE = 45_000;
const HEARTBEAT = 15_000;
const encoder = new TextEncoder();

export interface HouseOfFaults {
  readonly timers: ReturnType<typeof createManualTimers>;
  readonly hang: () => Promise<Tablet>;
  /** What another tablet sends, on a good network. */
  readonly submit: (envelope: Envelope) => Promise<void>;
  /** Ends as by a power cut and starts again from the store. */
  readonly restart: () => Promise<void>;
  readonly snapshot: () => Snapshot;
  /** Every command that was judged, in the order of the journal. */
  readonly journal: () => Promise<readonly { readonly commandId: string; readonly refused: boolean }[]>;
  readonly rows: () => BoardRows;
  readonly close: () => Promise<void>;
}

export interface Tablet {
  readonly screen: () => TestScreen;
  /** What becomes of its next requests, one each; those after them arrive. */
  readonly fates: (next: readonly Fate[]) => void;
  /** Every open stream breaks, or stays open and says nothing more. */
  readonly cut: () => void;
  readonly silence: () => void;
  readonly unplug: (is: boolean) => void;
  /** Its clock is put so much forward or back. */
  readonly putClock: (by: number) => void;
  /** The power is cut and comes back. Keeps what was refused before: it was told. */
  readonly restart: () => Promise<void>;
  readonly refused: () => readonly string[];
}

interface From {
  readonly deviceId: string;
  /** Gives the request up. */
  readonly signal: AbortSignal | undefined;
}

interface Stream {
  silent: boolean;
  readonly push: (bytes: Uint8Array) => void;
  readonly end: (how: 'whole' | 'broken') => void;
}

export async function openHouseOfFaults(
  store: Store,
  id: string,
  rows: BoardRows,
  start: number,
): Promise<HouseOfFaults> {
  let busy = 0;
  const settled = async () => {
    do for (let turn = 0; turn < 6; turn += 1) await nextTurn();
    while (busy > 0);
  };
  const timers = createManualTimers(start, settled);
  const location = { ...LOCATION, id };
  await seed(store, { ...rows, location: [location] }, location);
  const log = createLog(() => undefined);
  const open = async () => {
    const authority = await openAuthority(id, { store, log, now: timers.now });
    return { authority, feed: createFeed({ authority, log }) };
  };
  let server: Awaited<ReturnType<typeof open>> | null = await open();
  const streams = new Set<Stream>();
  let made = 0;
  const newId = createIds({
    now: timers.now,
    fillRandom(bytes) {
      made += 1;
      new DataView(bytes.buffer).setUint32(12, made);
    },
  });

  const snapshot = (): Snapshot => {
    const { board, epoch, version } = there().authority.state();
    return { epoch, version, rows: redactBoard(board, 'kiosk', timers.now()) };
  };
  const there = () => {
    if (server === null) throw new TypeError('the server is down');
    return server;
  };
  const headers = () => ({ 'content-type': 'application/json', date: new Date(timers.now()).toUTCString() });
  const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: headers() });

  /** As the routes do it; what tablets and rooms may do is shown elsewhere. */
  const handle = async (path: string, body: unknown, from: From): Promise<Response> => {
    busy += 1;
    try {
      const { authority, feed } = there();
      if (path === '/api/board') return json(snapshot());
      if (path.startsWith('/api/changes')) return await follow(path, feed, from.signal);
      const sender = { deviceId: from.deviceId, role: 'resident', lastAnswered: null, proven: true } as const;
      return json(await Promise.all((body as readonly Envelope[]).map((each) => authority.submit(each, sender))));
    } finally {
      busy -= 1;
    }
  };
  const follow = async (path: string, feed: Feed, signal: AbortSignal | undefined): Promise<Response> => {
    const cursor = parseCursor(path.split('after=')[1] ?? '');
    if (cursor === null || !(await feed.check(cursor)).ok) {
      const gone = { type: 'about:blank', title: 'Gone', status: 410, code: 'cursorGone' };
      return new Response(JSON.stringify(gone), {
        status: 410,
        headers: { 'content-type': 'application/problem+json' },
      });
    }
    let leave = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        let open = true;
        const stream: Stream = {
          silent: false,
          push(bytes) {
            if (open && !stream.silent) controller.enqueue(bytes);
          },
          end(how) {
            if (!open) return;
            open = false;
            leave();
            if (how === 'broken') controller.error(new TypeError('network error'));
            else controller.close();
          },
        };
        leave = () => {
          open = false;
          streams.delete(stream);
          stop();
        };
        streams.add(stream);
        signal?.addEventListener('abort', () => stream.end('broken'));
        const whole = () => stream.end('whole');
        const reader: FeedReader = {
          write: stream.push,
          behind: 0,
          drained: async () => undefined,
          end: whole,
          cut: whole,
        };
        const stop = feed.open(cursor, 'kiosk', reader);
        beatSoon();
      },
      cancel: () => leave(),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  let beating = false;
  const beatSoon = () => {
    if (beating) return;
    beating = true;
    timers.after(HEARTBEAT, () => {
      beating = false;
      for (const { push } of streams) push(encoder.encode(': hart\n\n'));
      if (streams.size > 0) beatSoon();
    });
  };

  const hang = async (): Promise<Tablet> => {
    const deviceId = `tablet-${newId()}`;
    const storage = createMemoryStorage({ type: 'durable' });
    let fates: readonly Fate[] = [];
    let unplugged = false;
    let offset = 0;
    let mine: readonly Stream[] = [];
    const systemNow = () => timers.now() + offset;
    const nothing = () => Promise.reject(new TypeError('Failed to fetch'));

    const fetch: typeof globalThis.fetch = async (input, init) => {
      const path = String(input);
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
      const [fate = 'arrives', ...rest] = fates;
      fates = rest;
      if (unplugged) return nothing();
      const send = () => handle(path, body, { deviceId, signal: init?.signal ?? undefined });
      const before = new Set(streams);
      switch (fate) {
        case 'requestLost':
          return nothing();
        case 'late':
          timers.after(LATE, () => void send().catch(() => undefined));
          return silence(init?.signal);
        case 'answerLost':
          await send();
          return silence(init?.signal);
        case 'twice':
          await send();
          break;
        case 'arrives':
      }
      const reply = await send();
      mine = [...mine, ...[...streams].filter((each) => !before.has(each))];
      return reply;
    };
    const start = async () => {
      const http = createHttp({ fetch, timers, systemNow });
      const screen = createScreen({ timers, newId, storage, systemNow, server: { http } });
      await screen.sync.start();
      return screen;
    };
    let screen = await start();
    const refused: string[] = [];
    const refusedHere = () => screen.refused.map(({ envelope }) => envelope.id);
    const endAll = () => {
      for (const { end } of mine) end('broken');
      mine = [];
    };
    return {
      screen: () => screen,
      fates(next) {
        fates = next;
      },
      cut: endAll,
      silence() {
        for (const stream of mine) stream.silent = true;
      },
      unplug(is) {
        unplugged = is;
        if (is) endAll();
      },
      putClock(by) {
        offset += by;
      },
      async restart() {
        screen.die();
        refused.push(...refusedHere());
        endAll();
        screen = await start();
      },
      refused: () => [...refused, ...refusedHere()],
    };
  };

  const stop = async () => {
    const stopping = server;
    server = null;
    stopping?.feed.close();
    await stopping?.authority.close();
  };
  return {
    timers,
    hang,
    async submit(envelope) {
      await handle('/api/commands', [envelope], { deviceId: 'elsewhere', signal: undefined });
    },
    async restart() {
      await stop();
      server = await open();
    },
    snapshot,
    async journal() {
      const entries = (await there().authority.entriesAfter(1, 100_000)) ?? [];
      return entries.map(({ commandId, refusal }) => ({ commandId, refused: refusal !== null }));
    },
    rows: () => redactBoard(there().authority.state().board, 'manager', timers.now()),
    close: stop,
  };
}

/** Until the tablet gives it up. */
function silence(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}
