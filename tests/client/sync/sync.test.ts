import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStorage, type Storage } from '../../../src/client/platform/storage.ts';
import type { Envelope } from '../../../src/domain/commands.ts';
import { partyWith } from '../../../src/domain/parties.ts';
import { rows } from '../../../src/domain/table.ts';
import type { Network } from '../../support/fake-server.ts';
import { allDone } from '../../support/manual-timers.ts';
import { createWorld, expectInStep, join, startedScreen } from '../../support/screens-and-server.ts';
import { RESIDENTS } from '../../support/small-house.ts';

const ACTIVITIES = ['coffee/2026-10-14', 'bingo/2026-10-14', 'memory/2026-10-15'] as const;

describe('a screen and its server', () => {
  test('a new browser of the demonstration enrols itself and shows the board', async () => {
    const world = createWorld();
    world.server.enrolled(false);
    const screen = await startedScreen(world);
    await world.timers.advance(2_000);
    expectInStep(screen, world);
    expect(screen.connection.state.value.type).toBe('online');
  });

  test('a tablet that nobody enrolled says so, and comes in once somebody does', async () => {
    const world = createWorld();
    world.server.enrolled(false, false);
    const screen = await startedScreen(world);
    await world.timers.advance(60_000);
    expect(screen.connection.state.value.type).toBe('notEnrolled');
    world.server.enrolled(true);
    await world.timers.advance(60_000);
    expectInStep(screen, world);
    expect(screen.connection.state.value.type).toBe('online');
  });

  test('a tap shows at once, is stored before it is sent, and stays after the server has confirmed it', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.become('down');
    await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    expect(partyWith(screen.board.board.value!, 'coffee/2026-10-14', 'ans')?.status).toBe('going');
    expect(await world.storage.outbox()).toHaveLength(1);
    expect(screen.sync.unanswered.value.size).toBe(1);
    world.server.become('well');
    await world.timers.advance(120_000);
    expect(screen.sync.unanswered.value.size).toBe(0);
    expect(screen.board.pending.value).toEqual([]);
    expect(partyWith(screen.board.board.value!, 'coffee/2026-10-14', 'ans')?.status).toBe('going');
    expectInStep(screen, world);
  });

  test('a tap on one screen stands on the other without any time going by', async () => {
    const world = createWorld();
    const one = await startedScreen(world);
    const other = await startedScreen({ ...world, storage: createMemoryStorage() });
    await one.tap(join('coffee/2026-10-14', 'bep'), 'bep');
    await world.timers.advance(0);
    expect(partyWith(other.board.board.value!, 'coffee/2026-10-14', 'bep')?.status).toBe('going');
  });

  test('a lost answer is asked for again and the command is judged once', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.fallSilent();
    world.server.become('lost');
    const id = await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    await world.timers.advance(5_000);
    world.server.become('well');
    await world.timers.advance(30_000);
    expect(world.server.received.filter((ids) => ids.includes(id!)).length).toBeGreaterThan(1);
    expect(world.server.history().entries.filter(({ commandId }) => commandId === id)).toHaveLength(1);
    expect(screen.sync.unanswered.value.size).toBe(0);
  });

  test('the feed settles a command whose answer was lost, so that it is not sent again', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.become('lost');
    await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    await world.timers.advance(0);
    expect(screen.sync.unanswered.value.size).toBe(0);
    const requests = world.server.received.length;
    world.server.become('well');
    await world.timers.advance(60_000);
    expect(world.server.received).toHaveLength(requests);
  });

  test('a refusal that the screen did not foresee is told once and kept until it was read', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    // On this screen a discreet activity has no names, so only the server knows that Ans is in it.
    world.server.submit(screen.envelope(join('memory/2026-10-14', 'ans'), 'ans'));
    await world.timers.advance(0);
    const id = await screen.tap(join('memory/2026-10-14', 'ans'), 'ans');
    await world.timers.advance(10_000);
    expect(screen.refused.map(({ reason }) => reason.type)).toEqual(['alreadySignedUp']);
    expect(screen.board.pending.value).toEqual([]);
    expect(screen.sync.untold.value).toHaveLength(1);
    screen.sync.told(id!);
    expect(screen.sync.untold.value).toEqual([]);
    expect(await world.storage.outbox()).toEqual([]);
  });

  test('what the server cannot read is parked and told, and does not hold up the others', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.become('down');
    const [first, second] = [
      await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans'),
      await screen.tap(join('coffee/2026-10-14', 'bep'), 'bep'),
    ];
    world.server.become('well');
    const { post } = world.server.http;
    Object.assign(world.server.http, {
      post: (path: string, body: readonly Envelope[]) =>
        path === '/api/commands' && body.some(({ id }) => id === first)
          ? Promise.resolve({ type: 'problem', status: 422, code: 'shape' })
          : post(path, body),
    });
    await world.timers.advance(120_000);
    expect(screen.sync.parked.value).toBe(1);
    expect(screen.refused.map(({ reason }) => reason.type)).toEqual(['notUnderstood']);
    expect(world.server.history().entries.map(({ commandId }) => commandId)).toEqual([second]);
    expect((await world.storage.outbox()).map((each) => (each as { id: string }).id)).toContain(first);
  });

  test.each([408, 429, 500, 502, 503])('status %i is only a matter of time', async (status) => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.answer({ type: 'problem', status, code: '' });
    await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    await world.timers.advance(3_600_000);
    expect(screen.sync.unanswered.value.size).toBe(1);
    world.server.answer(null);
    await world.timers.advance(60_000);
    expect(screen.sync.unanswered.value.size).toBe(0);
    expectInStep(screen, world);
  });

  test('a tablet that was put away keeps nothing', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    world.server.answer({ type: 'problem', status: 410, code: 'deviceRevoked' });
    world.server.cut();
    await world.timers.advance(10_000);
    expect(screen.connection.state.value.type).toBe('revoked');
    expect(screen.board.board.value).toBeNull();
    expect(await world.storage.board()).toBeNull();
    expect(await world.storage.outbox()).toEqual([]);
  });

  test('without network the last board and the unsent taps are there after a restart', async () => {
    const world = createWorld();
    const before = await startedScreen(world);
    world.server.become('down');
    world.server.cut();
    await before.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    const after = await startedScreen(world);
    expect(partyWith(after.board.board.value!, 'coffee/2026-10-14', 'ans')?.status).toBe('going');
    expect(after.connection.state.value.type).toBe('offline');
    expect(after.connection.boardAsOf.value).not.toBeNull();
  });

  test('what was confirmed after the board was stored is not forgotten by a restart without network', async () => {
    const world = createWorld();
    const before = await startedScreen(world);
    await before.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    await world.timers.advance(1_000);
    expect(before.board.pending.value).toEqual([]);
    world.server.become('down');
    const after = await startedScreen(world);
    expect(partyWith(after.board.board.value!, 'coffee/2026-10-14', 'ans')?.status).toBe('going');
  });

  test('a feed that fell silent is left after 40 seconds and found again', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.fallSilent();
    world.server.submit(screen.envelope(join('coffee/2026-10-14', 'bep'), 'bep'));
    await world.timers.advance(39_000);
    expect(partyWith(screen.board.board.value!, 'coffee/2026-10-14', 'bep')).toBeUndefined();
    await world.timers.advance(3_000);
    expect(partyWith(screen.board.board.value!, 'coffee/2026-10-14', 'bep')?.status).toBe('going');
  });

  test('after an hour of sleep a dead feed is left at once', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.fallSilent();
    world.server.submit(screen.envelope(join('coffee/2026-10-14', 'bep'), 'bep'));
    await world.timers.advance(25_000);
    screen.sync.hurry();
    await world.timers.advance(2_000);
    expect(partyWith(screen.board.board.value!, 'coffee/2026-10-14', 'bep')?.status).toBe('going');
  });

  test('who hurries twice does not break off what the first hurry began', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.become('down');
    world.server.cut();
    await world.timers.advance(120_000);
    world.server.become('well');
    const { stream } = world.server.http;
    let broken = 0;
    Object.assign(world.server.http, {
      stream: async (path: string, signal: AbortSignal) => {
        await new Promise<void>((resolve) => void world.timers.after(1_000, resolve));
        if (signal.aborted) broken += 1;
        return signal.aborted ? { type: 'unreachable', reason: 'network' } : stream(path, signal);
      },
    });
    for (let times = 0; times < 3; times += 1) {
      screen.sync.hurry();
      await world.timers.advance(100);
    }
    await world.timers.advance(1_000);
    expect(broken).toBe(0);
    expect(screen.connection.state.value.type).toBe('online');
  });

  test('a restore that lost a confirmed sign-up gets it back from the screen that made it', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    const earlier = world.server.history();
    const id = await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    await world.timers.advance(1_000);
    world.server.restore(earlier);
    await world.timers.advance(30_000);
    expect(world.server.history().entries.map(({ commandId }) => commandId)).toEqual([id]);
    expectInStep(screen, world);
  });

  test('after 72 hours a confirmed command leaves the archive', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    await screen.tap(join('coffee/2026-10-14', 'ans'), 'ans');
    await world.timers.advance(0);
    expect(await world.storage.outbox()).toHaveLength(1);
    await world.timers.advance(73 * 3_600_000);
    const later = await startedScreen(world);
    expect(later.sync.unanswered.value.size).toBe(0);
    expect(await world.storage.outbox()).toEqual([]);
  });

  test('a tablet out of reach for a week forgets the people and keeps the programme', async () => {
    const world = createWorld();
    const screen = await startedScreen(world);
    world.server.become('down');
    world.server.cut();
    await world.timers.advance(8 * 24 * 3_600_000);
    screen.sync.forgetIfLost();
    const kept = screen.board.board.value!;
    expect([...rows(kept.resident)]).toEqual([]);
    expect([...rows(kept.home)]).toEqual([]);
    expect([...rows(kept.series)]).toHaveLength(5);
  });

  test('what the store could not give at the start is sent when it can', async () => {
    const world = createWorld();
    world.server.become('down');
    const before = await startedScreen(world);
    const stored = before.envelope(join('coffee/2026-10-14', 'ans'), 'ans');
    const record = { id: stored.id, order: 1, envelope: stored, state: { type: 'queued' } };
    let whenChanged = (_state: { readonly type: 'durable' }) => {};
    let isWell = false;
    const storage: Storage = {
      ...createMemoryStorage(),
      outbox: async () => (isWell ? [record] : []),
      whenChanged: (listener) => {
        whenChanged = listener;
      },
    };
    world.server.become('well');
    const screen = await startedScreen({ ...world, storage });
    await world.timers.advance(1_000);
    expect(world.server.history().entries).toEqual([]);
    isWell = true;
    whenChanged({ type: 'durable' });
    await world.timers.advance(1_000);
    expect(world.server.history().entries.map(({ commandId }) => commandId)).toEqual([stored.id]);
    expectInStep(screen, world);
  });

  test('a stored board that cannot be read is passed over', async () => {
    const world = createWorld();
    await world.storage.keepBoard({ at: 'yesterday', snapshot: 7 });
    await world.storage.keepInOutbox([{ id: 'nonsense' }]);
    const screen = await startedScreen(world);
    expectInStep(screen, world);
    expect(await world.storage.outbox()).toEqual([{ id: 'nonsense' }]);
  });
});

type Step =
  | { readonly type: 'join'; readonly who: string; readonly activityId: string; readonly rival: boolean }
  | { readonly type: 'leave'; readonly who: string; readonly activityId: string }
  | { readonly type: 'network'; readonly network: Network }
  | { readonly type: 'cut' | 'silence' | 'heartbeat' | 'restart' | 'backup' | 'restore' }
  | { readonly type: 'wait'; readonly milliseconds: number };

const who = fc.constantFrom(...RESIDENTS);
const activityId = fc.constantFrom(...ACTIVITIES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('join' as const), who, activityId, rival: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('leave' as const), who, activityId }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('network' as const),
      network: fc.constantFrom<Network>('well', 'down', 'lost', 'portal', 'failing'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('cut', 'silence', 'heartbeat', 'restart', 'backup', 'restore'),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 700, 9_000, 70_000) }),
  },
);

describe('whatever happens in between', () => {
  test('in the end nothing waits, nothing was lost or judged twice, and both have the same board', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const world = createWorld();
        const tapped: string[] = [];
        // What was refused and told stays so when history forks: it is not sent again.
        const refusals: string[] = [];
        let screen = await startedScreen(world);
        let backup = world.server.history();
        for (const each of steps) {
          await allDone();
          switch (each.type) {
            case 'join': {
              const command = join(each.activityId, each.who);
              const id = each.rival ? null : await screen.tap(command, each.who);
              if (each.rival) world.server.submit(screen.envelope(command, each.who));
              if (id !== null) tapped.push(id);
              break;
            }
            case 'leave': {
              const shown = screen.board.board.value;
              const party = shown === null ? undefined : partyWith(shown, each.activityId, each.who);
              if (party === undefined) break;
              const { id: signUpId } = party;
              const leaving = { activityId: each.activityId, signUpId, residentIds: [each.who] };
              const id = await screen.tap({ type: 'withdraw', ...leaving }, each.who);
              if (id !== null) tapped.push(id);
              break;
            }
            case 'network':
              world.server.become(each.network);
              break;
            case 'wait':
              await world.timers.advance(each.milliseconds);
              break;
            case 'cut':
              world.server.cut();
              break;
            case 'silence':
              world.server.fallSilent();
              break;
            case 'heartbeat':
              world.server.heartbeat();
              break;
            case 'restart':
              screen.die();
              refusals.push(...screen.refused.map(({ envelope }) => envelope.id));
              screen = await startedScreen(world);
              break;
            case 'backup':
              backup = world.server.history();
              break;
            case 'restore':
              world.server.restore(backup);
          }
        }
        world.server.become('well');
        await world.timers.advance(240_000);

        expect(screen.board.pending.value).toEqual([]);
        expect(screen.sync.unanswered.value.size).toBe(0);
        expectInStep(screen, world);
        refusals.push(...screen.refused.map(({ envelope }) => envelope.id));
        const judged = world.server.history().entries.map(({ commandId }) => commandId);
        expect(new Set(judged).size).toBe(judged.length);
        const settled = [...judged, ...refusals];
        expect(settled).toEqual(expect.arrayContaining(tapped));
      }),
      { numRuns: 200 },
    );
  });
});
