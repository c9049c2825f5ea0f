// A screen with its real sync code and its state, over a server, a store and a time that a test holds in its hands.
import { expect } from 'vitest';
import type { Http } from '../../src/client/platform/http.ts';
import { createIds } from '../../src/client/platform/ids.ts';
import { createMemoryStorage, type Storage } from '../../src/client/platform/storage.ts';
import { createBoardState } from '../../src/client/state/board-state.ts';
import { createClock } from '../../src/client/state/clock.ts';
import { createConnection } from '../../src/client/state/connection.ts';
import type { Untold } from '../../src/client/sync/outbox.ts';
import { createSync } from '../../src/client/sync/sync.ts';
import { type Board, type BoardRows, boardOf, collectionNames } from '../../src/domain/board.ts';
import { type Command, type Envelope, envelopeSchema } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { rows } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { createFakeServer, type FakeServer } from './fake-server.ts';
import { createManualTimers, type ManualTimers } from './manual-timers.ts';
import { smallHouse } from './small-house.ts';

export const START = Date.parse('2026-10-14T09:00:00Z');

export interface World {
  readonly timers: ManualTimers;
  readonly server: FakeServer;
  readonly storage: Storage;
  readonly newId: () => string;
}

export function createWorld(): World {
  const timers = createManualTimers(START);
  let made = 0;
  const fillRandom = (bytes: Uint8Array) => {
    made += 1;
    new DataView(bytes.buffer).setUint32(12, made);
  };
  return {
    timers,
    server: createFakeServer(smallHouse, timers.now),
    storage: createMemoryStorage(),
    newId: createIds({ now: timers.now, fillRandom }),
  };
}

/** Where a screen hangs: its time, its store, and the way to its server. */
export interface Place {
  readonly timers: ManualTimers;
  readonly server: { readonly http: Http };
  readonly storage: Storage;
  readonly newId: () => string;
  /** The tablet's own clock, right or wrong; the time of its timers if nothing else is said. */
  readonly systemNow?: () => number;
}

export function createScreen({ timers, newId, systemNow = timers.now, ...world }: Place) {
  const page = { gone: false };
  const { server, storage } = whileThere(world, page);
  const clock = createClock({ systemNow });
  const connection = createConnection({ now: clock.now });
  server.http.whenAnswered((at) => {
    clock.correct(at);
    connection.contact();
  });
  const board = createBoardState({ clock, decide: () => decide, lastAnswered: () => connection.lastContact.peek() });
  const refused: Untold[] = [];
  const sync = createSync({
    envelopeSchema,
    http: server.http,
    storage,
    timers,
    systemNow,
    now: clock.now,
    board,
    connection,
    alone: (work) => work(),
    whenRefused: (untold) => refused.push(untold),
  });
  const envelope = (command: Command, residentId: string): Envelope => ({
    id: newId(),
    command,
    tappedAt: instantText(clock.now()),
    actor: { residentId, proof: 'name', visitId: 'visit' },
  });
  /** A tap as a screen makes it: what the rules refuse at once is not sent. */
  const tap = async (command: Command, residentId: string): Promise<string | null> => {
    if (board.board.value === null) return null;
    const tapped = envelope(command, residentId);
    if (!board.judge(tapped).ok) return null;
    await sync.send(tapped);
    return tapped.id;
  };
  /** The power is cut: what this page was doing never ends. */
  const die = () => {
    page.gone = true;
  };
  return { board, clock, connection, sync, refused, tap, envelope, die };
}
export type TestScreen = ReturnType<typeof createScreen>;

function whileThere({ server, storage }: Pick<Place, 'server' | 'storage'>, page: { readonly gone: boolean }) {
  const stopping = <Call extends (...input: never[]) => unknown>(call: Call): Call =>
    ((...input: Parameters<Call>) => (page.gone ? new Promise(() => {}) : call(...input))) as Call;
  const all = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.keys(part).map((name) => [
        name,
        stopping((...input: never[]) => (part[name as keyof Part] as (...input: never[]) => unknown)(...input)),
      ]),
    ) as Part;
  return { server: { http: all(server.http) }, storage: all(storage) };
}

export const join = (activityId: string, ...residentIds: string[]): Command => ({
  type: 'signUp',
  activityId,
  residentIds,
  guests: 0,
});

export async function startedScreen(world: Place): Promise<TestScreen> {
  const screen = createScreen(world);
  await screen.sync.start();
  await world.timers.advance(0);
  return screen;
}

function sorted(lists: BoardRows): Record<string, readonly string[]> {
  return Object.fromEntries(collectionNames.map((name) => [name, (lists[name] ?? []).map(inOrder).sort()]));
}
/** The same text for the same row, whatever the order of its fields. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
const listsOf = (board: Board): BoardRows =>
  Object.fromEntries(collectionNames.map((name) => [name, [...rows<unknown>(board[name])]])) as BoardRows;

export const expectInStep = (
  screen: TestScreen,
  { server }: { readonly server: { readonly snapshot: () => Snapshot } },
) => {
  const confirmed = screen.board.confirmed.value!;
  const theirs = server.snapshot();
  expect({ epoch: confirmed.epoch, version: confirmed.version }).toEqual({
    epoch: theirs.epoch,
    version: theirs.version,
  });
  expect(sorted(listsOf(confirmed.board))).toEqual(sorted(listsOf(boardOf(theirs.rows))));
};
