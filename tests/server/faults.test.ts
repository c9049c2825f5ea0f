// The law of the network: whatever happens to what travels, to the tablets and to the server, in the end every screen
// shows the same board, nothing that somebody tapped is lost, and nothing is there twice.
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Command } from '../../src/domain/commands.ts';
import { partyWith } from '../../src/domain/parties.ts';
import { rows } from '../../src/domain/table.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { engines } from '../support/engines.ts';
import { type Fate, openHouseOfFaults, type Tablet } from '../support/house-of-faults.ts';
import { expectInStep, join, START } from '../support/screens-and-server.ts';
import { RESIDENTS, smallHouse } from '../support/small-house.ts';

const ACTIVITIES = ['coffee/2026-10-14', 'bingo/2026-10-14', 'memory/2026-10-15'] as const;
const HOUR = 60 * MINUTE;

type At = { readonly at: 0 | 1 };
type Step =
  | (At & { readonly type: 'join' | 'leave'; readonly who: string; readonly activityId: string })
  | { readonly type: 'rival'; readonly who: string; readonly activityId: string }
  | (At & { readonly type: 'fates'; readonly fates: readonly Fate[] })
  | (At & { readonly type: 'unplug' | 'plug' | 'cut' | 'silence' | 'restartTablet' })
  | (At & { readonly type: 'clock'; readonly by: number })
  | { readonly type: 'restartServer' }
  | { readonly type: 'wait'; readonly milliseconds: number };

const at = fc.constantFrom(0 as const, 1 as const);
const who = fc.constantFrom(...RESIDENTS);
const activityId = fc.constantFrom(...ACTIVITIES);
const fate = fc.constantFrom<Fate>('arrives', 'requestLost', 'answerLost', 'twice', 'late');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constantFrom('join' as const, 'leave' as const), at, who, activityId }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('rival' as const), who, activityId }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('fates' as const), at, fates: fc.array(fate, { maxLength: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('unplug' as const, 'plug' as const, 'cut' as const, 'silence' as const),
      at,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('restartTablet' as const), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restartServer' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('clock' as const), at, by: fc.constantFrom(HOUR, -HOUR, 7 * MINUTE) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(0, 700, 9_000, 50_000),
    }),
  },
);

const leaving = (
  { screen }: Tablet,
  { who: id, activityId: of }: { who: string; activityId: string },
): Command | null => {
  const shown = screen().board.board.value;
  const party = shown === null ? undefined : partyWith(shown, of, id);
  return party === undefined ? null : { type: 'withdraw', activityId: of, signUpId: party.id, residentIds: [id] };
};

describe.each(engines)('whatever happens on the way to $name', (engine) => {
  test('in the end every board is the same, nothing was lost, doubled or mixed up', async () => {
    const store = await (await engine.create()).open();
    let houses = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 22 }), async (steps) => {
        houses += 1;
        const house = await openHouseOfFaults(store, `house${houses}`, smallHouse, START);
        const tablets = [await house.hang(), await house.hang()] as const;
        await house.timers.advance(0);
        const tapped: [string[], string[]] = [[], []];
        for (const each of steps) {
          switch (each.type) {
            case 'join':
            case 'leave': {
              const tablet = tablets[each.at];
              const command = each.type === 'join' ? join(each.activityId, each.who) : leaving(tablet, each);
              const id = command === null ? null : await tablet.screen().tap(command, each.who);
              if (id !== null) tapped[each.at].push(id);
              break;
            }
            case 'rival':
              await house.submit(tablets[0].screen().envelope(join(each.activityId, each.who), each.who));
              break;
            case 'fates':
              tablets[each.at].fates(each.fates);
              break;
            case 'unplug':
            case 'plug':
              tablets[each.at].unplug(each.type === 'unplug');
              break;
            case 'cut':
              tablets[each.at].cut();
              break;
            case 'silence':
              tablets[each.at].silence();
              break;
            case 'restartTablet':
              await tablets[each.at].restart();
              break;
            case 'clock':
              tablets[each.at].putClock(each.by);
              break;
            case 'restartServer':
              await house.restart();
              break;
            case 'wait':
              await house.timers.advance(each.milliseconds);
          }
        }
        for (const tablet of tablets) {
          tablet.fates([]);
          tablet.unplug(false);
        }
        await house.timers.advance(5 * MINUTE);

        const judged = await house.journal();
        const ids = judged.map(({ commandId }) => commandId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [which, tablet] of tablets.entries()) {
          const screen = tablet.screen();
          expect(screen.sync.unanswered.value.size).toBe(0);
          expect(screen.board.pending.value).toEqual([]);
          expectInStep(screen, { server: house });
          expect(ids.filter((id) => tapped[which]?.includes(id))).toEqual(tapped[which]);
          const refusedThere = judged.filter(({ commandId, refused }) => refused && tapped[which]?.includes(commandId));
          expect([...tablet.refused()].sort()).toEqual(refusedThere.map(({ commandId }) => commandId).sort());
        }
        await house.close();
      }),
      { numRuns: engine.name === 'sqlite' ? 200 : 20 },
    );
  });
});

const crowd = Array.from({ length: 20 }, (_, n) => `r${n}`);
const crowded = {
  ...smallHouse,
  home: crowd.map((id) => ({ id: `door-${id}`, number: id.slice(1), floor: 0 })),
  resident: crowd.map((id) => ({ ...smallHouse.resident![0]!, id, homeId: `door-${id}` })),
};
/** The tablet is awake for a while every day. */
const ADAY = 24 * HOUR;
const AWAKE = 20 * MINUTE;
const PEOPLE_KEPT = 7;

/** Two hundred taps without network: twenty people on ten days. Then it stays away until so many days have gone by. */
async function awayFor(days: number) {
  const store = await (await engines[0]!.create()).open();
  const house = await openHouseOfFaults(store, `away${days}`, crowded, START);
  onTestFinished(house.close);
  const tablet = await house.hang();
  await house.timers.advance(MINUTE);
  tablet.unplug(true);
  const tapped: string[] = [];
  for (let day = 0; day < days; day += 1) {
    for (const id of day < 5 ? crowd : [])
      for (const ahead of [2 * day + 3, 2 * day + 4]) {
        const date = new Date(START + ahead * ADAY).toISOString().slice(0, 10);
        tapped.push((await tablet.screen().tap(join(`coffee/${date}`, id), id)) ?? 'not taken');
      }
    await house.timers.advance(AWAKE);
    house.timers.sleep(ADAY - AWAKE);
    tablet.screen().sync.forgetIfLost();
    if (day % 10 === 9) await tablet.restart();
  }
  const people = () => [...rows(tablet.screen().board.board.value!.resident)].length;
  expect(people()).toBe(days > PEOPLE_KEPT ? 0 : crowd.length);
  expect(tapped).toHaveLength(200);
  tablet.unplug(false);
  const began = performance.now();
  await house.timers.advance(MINUTE);
  console.info(`200 taps of ${days} days settled in ${Math.round(performance.now() - began)} ms of this machine`);
  await house.timers.advance(MINUTE);
  return { house, people, tablet, tapped };
}

describe('two hundred taps without network', () => {
  test('of six days are all delivered when it is back, each once and in their order', async () => {
    const { house, tablet, tapped } = await awayFor(6);
    const judged = await house.journal();
    expect(judged.map(({ commandId }) => commandId)).toEqual(tapped);
    // What was to be in those six days came too late; nothing else did.
    const late = judged.filter(({ refused }) => refused).map(({ commandId }) => commandId);
    expect(late).toEqual(tablet.refused());
    expect(late).toHaveLength(3 * crowd.length);
    expect(tablet.screen().sync.unanswered.value.size).toBe(0);
    expectInStep(tablet.screen(), { server: house });
  });

  test('of thirty days are all told on the tablet they were made at, though it had forgotten who lives there', async () => {
    const { house, people, tablet, tapped } = await awayFor(30);
    const judged = await house.journal();
    expect(judged.map(({ commandId }) => commandId)).toEqual(tapped);
    expect([...tablet.refused()]).toEqual(tapped);
    expect(tablet.screen().sync.untold.value).toHaveLength(200);
    expect(people()).toBe(crowd.length);
    expectInStep(tablet.screen(), { server: house });
  });
});
