// What comes in broken, from another version or from somebody else: each mends itself, or is told.
import { describe, expect, test } from 'vitest';
import { createMemoryStorage } from '../../../src/client/platform/storage.ts';
import type { Envelope } from '../../../src/domain/commands.ts';
import { partyWith } from '../../../src/domain/parties.ts';
import { rows } from '../../../src/domain/table.ts';
import { createWorld, expectInStep, join, startedScreen } from '../../support/screens-and-server.ts';

const COFFEE = 'coffee/2026-10-14';

describe('a proxy that holds the stream back', () => {
  test.each(['body', 'all'] as const)('(%s): whole boards come instead, and the stream is tried again', async (how) => {
    const world = createWorld();
    world.server.holdStreams(how);
    const screen = await startedScreen(world);
    await world.timers.advance(11_000);
    world.server.submit(screen.envelope(join(COFFEE, 'bep'), 'bep'));
    await world.timers.advance(40_000);
    expect(partyWith(screen.board.board.value!, COFFEE, 'bep')?.status).toBe('going');
    expect(screen.connection.state.value.type).toBe('online');
    expect(screen.connection.boardAsOf.value).toBeGreaterThan(world.timers.now() - 41_000);
    const { streams } = world.server.asked();
    world.server.holdStreams('no');
    await world.timers.advance(150_000);
    expect(world.server.asked().streams).toBeGreaterThan(streams);
    await world.timers.advance(1_000);
    world.server.submit(screen.envelope(join(COFFEE, 'ans'), 'ans'));
    await world.timers.advance(0);
    expect(partyWith(screen.board.board.value!, COFFEE, 'ans')?.status).toBe('going');
    const { boards } = world.server.asked();
    for (let beats = 0; beats < 20; beats += 1) {
      world.server.heartbeat();
      await world.timers.advance(15_000);
    }
    expect(world.server.asked().boards).toBe(boards);
  });

  test('what was tapped there is sent and certain, and the server is not flooded with questions', async () => {
    const world = createWorld();
    world.server.holdStreams('body');
    const screen = await startedScreen(world);
    await world.timers.advance(15_000);
    await screen.tap(join(COFFEE, 'ans'), 'ans');
    await world.timers.advance(60_000);
    expect(screen.sync.unanswered.value.size).toBe(0);
    expect(screen.board.pending.value).toEqual([]);
    expectInStep(screen, world);
    const { boards } = world.server.asked();
    await world.timers.advance(600_000);
    // One in 20 seconds, and one more after each new try of the stream.
    expect(world.server.asked().boards - boards).toBeLessThanOrEqual(35);
  });
});

test('a line of the feed that was cut in half is asked for again', async () => {
  const world = createWorld();
  const screen = await startedScreen(world);
  world.server.cutInALine();
  world.server.submit(screen.envelope(join(COFFEE, 'bep'), 'bep'));
  await world.timers.advance(5_000);
  expect(partyWith(screen.board.board.value!, COFFEE, 'bep')?.status).toBe('going');
  expectInStep(screen, world);
});

test.each([
  ['half a line that somebody closed', 'data: {"commandId":"01\n\n'],
  ['a page of a portal', 'data: <html>Welkom op ons wifi</html>\n\n'],
  ['a change of a newer version', 'data: {"commandId":"x","refusal":null,"changes":[{"type":"moonPut"}]}\n\n'],
])('%s in the feed is not believed: a new board comes', async (_name, line) => {
  const world = createWorld();
  const screen = await startedScreen(world);
  const { epoch, version } = screen.board.confirmed.value!;
  world.server.speakNewer({}, `id: ${epoch}:${version + 1}\n${line}`);
  await world.timers.advance(5_000);
  expectInStep(screen, world);
  world.server.submit(screen.envelope(join(COFFEE, 'bep'), 'bep'));
  await world.timers.advance(0);
  expect(partyWith(screen.board.board.value!, COFFEE, 'bep')?.status).toBe('going');
});

describe('a board of a newer version', () => {
  const newer = (board: ReturnType<typeof createWorld>['server']['snapshot']) => {
    const { rows: lists } = board();
    const [coffee] = lists.series!;
    return {
      ...lists,
      moon: [{ id: 'full' }],
      series: [...lists.series!, { ...coffee, id: 'dream', rule: { type: 'everyFullMoon' } }],
    } as never;
  };

  test('from the server is shown as far as it is understood', async () => {
    const world = createWorld();
    world.server.speakNewer(newer(world.server.snapshot), '');
    const screen = await startedScreen(world);
    expect([...rows(screen.board.board.value!.series)].map(({ id }) => id)).not.toContain('dream');
    await screen.tap(join(COFFEE, 'ans'), 'ans');
    await world.timers.advance(1_000);
    expect(screen.sync.unanswered.value.size).toBe(0);
    expect(screen.connection.state.value.type).toBe('online');
  });

  test('from the store is shown as far as it is understood, until the server gives its own', async () => {
    const world = createWorld();
    const snapshot = world.server.snapshot();
    await world.storage.keepBoard({
      at: world.timers.now() - 60_000,
      written: 'by version 9',
      snapshot: { ...snapshot, rows: newer(() => snapshot) },
    });
    world.server.become('down');
    const screen = await startedScreen(world);
    expect([...rows(screen.board.board.value!.resident)]).toHaveLength(4);
    world.server.become('well');
    await world.timers.advance(60_000);
    expectInStep(screen, world);
  });

  test.each([
    ['without a house', { rows: { location: [] } }],
    ['with half a row', { rows: { location: [{ id: 'house' }] } }],
    ['without rows', { rows: 'gone' }],
    ['with no version', { version: 'four' }],
  ])('or a damaged one %s is passed over: the server has another', async (_name, damage) => {
    const world = createWorld();
    const snapshot = { ...world.server.snapshot(), ...damage };
    await world.storage.keepBoard({ at: world.timers.now(), snapshot });
    world.server.become('down');
    const screen = await startedScreen(world);
    expect(screen.board.board.value).toBeNull();
    expect(screen.connection.state.value.type).toBe('offline');
    world.server.become('well');
    await world.timers.advance(60_000);
    expectInStep(screen, world);
  });
});

describe('a record of the outbox', () => {
  test('with a command of a newer version stays for that version, and holds nothing up', async () => {
    const world = createWorld();
    const before = await startedScreen(world);
    const later: Envelope = before.envelope(join(COFFEE, 'ans'), 'ans');
    const unknown = {
      id: '01890000-0000-7000-8000-00000000aaaa',
      order: 1,
      state: { type: 'queued' },
      envelope: { ...later, id: '01890000-0000-7000-8000-00000000aaaa', command: { type: 'bookMoon', moonId: 'full' } },
    };
    const known = { id: later.id, order: 2, state: { type: 'queued' }, envelope: later };
    const storage = createMemoryStorage();
    await storage.keepInOutbox([unknown, known]);
    const screen = await startedScreen({ ...world, storage });
    await world.timers.advance(5_000);
    expect(world.server.history().entries.map(({ commandId }) => commandId)).toEqual([later.id]);
    expect(await storage.outbox()).toContainEqual(unknown);
    expect(screen.sync.unanswered.value.size).toBe(0);
  });

  test('that is damaged is passed over and stays where it is', async () => {
    const world = createWorld();
    const storage = createMemoryStorage();
    const damaged = [{ id: 'half', order: 'first' }, { id: 'empty' }];
    await storage.keepInOutbox(damaged);
    const screen = await startedScreen({ ...world, storage });
    await screen.tap(join(COFFEE, 'ans'), 'ans');
    await world.timers.advance(1_000);
    expect(screen.sync.unanswered.value.size).toBe(0);
    expect(await storage.outbox()).toEqual(expect.arrayContaining(damaged));
  });
});

describe('a batch that is too long', () => {
  test.each([
    ['for the server', 'bodyTooLarge'],
    ['for a gateway in between', ''],
  ])('%s is halved until it passes, in its order, and nothing is set aside', async (_name, code) => {
    const world = createWorld();
    const screen = await startedScreen(world);
    const { post } = world.server.http;
    world.server.become('down');
    const tapped: (string | null)[] = [];
    for (const who of ['ans', 'bep', 'riet', 'leen'])
      for (const activity of [COFFEE, 'coffee/2026-10-15', 'coffee/2026-10-16'])
        tapped.push(await screen.tap(join(activity, who), who));
    Object.assign(world.server.http, {
      post: (path: string, body: readonly Envelope[]) =>
        path === '/api/commands' && body.length > 3
          ? Promise.resolve({ type: 'problem', status: 413, code })
          : post(path, body),
    });
    world.server.become('well');
    await world.timers.advance(120_000);
    expect(world.server.history().entries.map(({ commandId }) => commandId)).toEqual(tapped);
    expect(screen.sync.parked.value).toBe(0);
    expectInStep(screen, world);
  });

  test('even alone for a gateway waits for another gateway; for the server it is set aside and told', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.answer({ type: 'problem', status: 413, code: '' });
    await screen.tap(join(COFFEE, 'ans'), 'ans');
    await world.timers.advance(600_000);
    expect(screen.sync.unanswered.value.size).toBe(1);
    world.server.answer({ type: 'problem', status: 413, code: 'bodyTooLarge' });
    await world.timers.advance(60_000);
    expect(screen.refused.map(({ reason }) => reason.type)).toEqual(['notUnderstood']);
  });
});

test('a captive portal that answers everything with its own page and 200 is no network, and leaves no trace', async () => {
  const world = createWorld();
  const screen = await startedScreen(world);
  world.server.become('portal');
  world.server.cut();
  const id = await screen.tap(join(COFFEE, 'ans'), 'ans');
  await world.timers.advance(600_000);
  expect(screen.connection.state.value.type).toBe('offline');
  expect(screen.sync.unanswered.value).toEqual(new Set([id]));
  expect(partyWith(screen.board.board.value!, COFFEE, 'ans')?.status).toBe('going');
  world.server.become('well');
  await world.timers.advance(60_000);
  expect(world.server.history().entries.map(({ commandId }) => commandId)).toEqual([id]);
  expectInStep(screen, world);
});

test.each([
  ['an empty list', []],
  ['nothing of ours', { hello: 'wifi' }],
  ['answers to somebody else', [{ commandId: 'x', status: 'accepted', version: 4 }]],
])('%s with 200 in answer to commands is no answer', async (_name, body) => {
  const world = createWorld();
  const screen = await startedScreen(world);
  world.server.answer({ type: 'ok', body });
  const id = await screen.tap(join(COFFEE, 'ans'), 'ans');
  await world.timers.advance(60_000);
  expect(screen.sync.unanswered.value).toEqual(new Set([id]));
  world.server.answer(null);
  await world.timers.advance(60_000);
  expect(world.server.history().entries.map(({ commandId }) => commandId)).toEqual([id]);
});
