// Somebody is erased: their id is nowhere any more, and every list of what was still adds up as it did.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityById, lastMoment } from '../../src/domain/activity.ts';
import { boardOf, type Collection, collectionNames, type Rows } from '../../src/domain/board.ts';
import { peopleGoing } from '../../src/domain/parties.ts';
import { redactBoard } from '../../src/domain/scopes.ts';
import { group, rows, type Table } from '../../src/domain/table.ts';
import { at, createWorld, line, refusalOf, resident, residents, staff, type World, ZONE } from '../support/builders.ts';
import { listOf, mealWorld, signsUp } from '../support/meal-house.ts';
import { lunchesIn, type Story, story, take, worldOf } from '../support/meal-stories.ts';
import { about, asNow, booked, scooterWorld, TODAY } from '../support/scooter-house.ts';

const CHOIR = 'choir/2026-10-14';
const erase = (world: World, residentId: string) =>
  world.send(staff, { type: 'eraseResident', residentId }, { role: 'operator' });

/** Whether an id stands anywhere on a board, as itself or as a part of another. */
function mentions(world: World, id: string): boolean {
  const lists = collectionNames.map((name) => [
    ...rows<Rows[Collection]>(world.board[name] as Table<Rows[Collection]>),
  ]);
  return new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(JSON.stringify(lists));
}

describe('who is erased', () => {
  test('and lives here leaves first: places to come go to who waits', () => {
    const world = createWorld();
    for (const who of ['riet', 'kees', 'anna']) {
      const guests = who === 'riet' ? 2 : 0;
      world.send(resident(who), { type: 'signUp', activityId: CHOIR, residentIds: [who], guests });
    }
    expect(line(world.board, CHOIR)).toContain('waiting anna');
    expect(refusalOf(erase(world, 'riet'))).toBe('accepted');
    expect(line(world.board, CHOIR)).toContain('going anna');
    expect(mentions(world, 'riet')).toBe(false);
  });

  test('of a party of two leaves the other, and the party counts as it did', () => {
    const world = createWorld();
    world.send(resident('riet'), { type: 'signUp', activityId: CHOIR, residentIds: ['riet', 'leen'], guests: 1 });
    world.now = at('2026-10-15', '10:00');
    erase(world, 'riet');
    const [party] = group(world.board.signUp, CHOIR).values();
    expect(party).toMatchObject({ guests: 1, status: 'going' });
    expect(party?.residentIds).toHaveLength(2);
    expect(party?.residentIds).toContain('leen');
    expect(mentions(world, 'riet')).toBe(false);
  });

  test('is not to be followed from one activity to the next', () => {
    const world = createWorld();
    for (const activityId of [CHOIR, 'walk/2026-10-14'])
      world.send(resident('anna'), { type: 'signUp', activityId, residentIds: ['anna'], guests: 0 });
    world.now = at('2026-10-15', '10:00');
    erase(world, 'anna');
    const strangers = [...rows(world.board.signUp)].flatMap(({ residentIds }) => residentIds);
    expect(new Set(strangers).size).toBe(2);
  });

  test('leaves what was eaten and paid on the list of that day', () => {
    const world = mealWorld();
    signsUp(world, 'anna');
    const [plate] = listOf(world).plates;
    world.now = at('2026-10-15', '10:00');
    const before = listOf(world).totals;
    expect(plate?.plate.residentId).toBe('anna');
    erase(world, 'anna');
    expect(listOf(world).totals).toEqual(before);
    expect(mentions(world, 'anna')).toBe(false);
  });

  test('leaves trips without a name, and one that is out must still come back', () => {
    const world = scooterWorld();
    const trip = booked(world, 'anna', { date: TODAY, time: '09:00', minutes: 60 });
    world.now = at('2026-10-14', '09:00');
    world.send(staff, { type: 'takeScooter', ...about(trip) });
    erase(world, 'anna');
    expect(asNow(world, trip)).toMatchObject({ status: 'taken', residentId: null, visitId: null });
    expect(
      refusalOf(world.send(staff, { type: 'returnScooter', ...about(trip), batteryLow: false, broken: null })),
    ).toBe('accepted');
  });

  test('is unknown from then on', () => {
    const world = createWorld();
    erase(world, 'anna');
    expect(refusalOf(erase(world, 'anna'))).toBe('residentUnknown');
    expect(refusalOf(world.send(staff, { type: 'returnToHouse', residentId: 'anna' }))).toBe('residentUnknown');
  });
});

test('whatever had happened, nothing names them, what was counts as it did, and every reader can still read', () => {
  fc.assert(
    fc.property(story, fc.nat({ max: residents.length - 1 }), (told: Story, nth) => {
      const world = worldOf(told);
      for (const step of told.steps) take(world, step, told);
      const who = residents[nth]!;
      world.send(staff, { type: 'setStanding', seriesId: 'lunch', residentId: who, dish: null });
      world.send(staff, { type: 'setDiet', residentId: who, kinds: ['diabetes'], allergens: [], note: '' });
      const before = world.board;
      expect(refusalOf(erase(world, who))).toBe('accepted');
      expect(mentions(world, who)).toBe(false);
      for (const id of lunchesIn(told)) {
        const activity = activityById(world.board, id);
        if (activity === undefined || world.now < lastMoment(activity, ZONE)) continue;
        expect(peopleGoing(world.board, id)).toBe(peopleGoing(before, id));
      }
      for (const scope of ['kiosk', 'volunteer', 'manager'] as const)
        expect(() => boardOf(redactBoard(world.board, scope, world.now))).not.toThrow();
    }),
    { numRuns: 60 },
  );
});
