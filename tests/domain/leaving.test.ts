// Somebody moves out or dies: what they had to come goes to who waits, what was stays, and nothing of them counts again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityById, lastMoment } from '../../src/domain/activity.ts';
import { type Board, boardOf, type Scope } from '../../src/domain/board.ts';
import { apply, type Change } from '../../src/domain/changes.ts';
import { isLive, partiesIn, partiesOf, peopleGoing, peopleOf, placesLeft } from '../../src/domain/parties.ts';
import { redactBoard, redactChanges } from '../../src/domain/scopes.ts';
import { group, row, rows } from '../../src/domain/table.ts';
import { addDays } from '../../src/domain/time.ts';
import { floorsOf, personOf } from '../../src/domain/views.ts';
import {
  at,
  createWorld,
  line,
  noticesOf,
  refusalOf,
  resident,
  residents,
  staff,
  tasksFor,
  type World,
  ZONE,
} from '../support/builders.ts';
import { listOf, mealWorld, plateOf, prints, signsUp } from '../support/meal-house.ts';
import { lunchesIn, type Story, story, take, worldOf } from '../support/meal-stories.ts';
import { about, asNow, book, booked, scooterWorld, TODAY } from '../support/scooter-house.ts';

const CHOIR = 'choir/2026-10-14';
const leaves = (world: World, residentId: string) =>
  world.send(staff, { type: 'leaveHouse', residentId, reason: 'deceased' });

describe('who leaves', () => {
  test('gives places to come to who waits, who is told; the partner keeps the rest of the party', () => {
    const world = createWorld();
    const signUp = (residentIds: string[], guests = 0) =>
      world.send(resident(residentIds[0]!), { type: 'signUp', activityId: CHOIR, residentIds, guests });
    signUp(['riet', 'leen'], 1);
    signUp(['kees']);
    signUp(['anna']);
    expect(line(world.board, CHOIR)).toEqual(['going riet+leen +1', 'going kees', 'waiting anna']);
    expect(refusalOf(leaves(world, 'riet'))).toBe('accepted');
    expect(line(world.board, CHOIR)).toEqual(['going leen +1', 'going kees', 'going anna']);
    expect(noticesOf(world.board, 'anna')).toEqual([`promoted ${CHOIR}`]);
    expect(tasksFor(world.board, 'anna')).toEqual([`promoted ${CHOIR}`]);
    expect(row(world.board.resident, 'riet', 'riet')?.left).toBe('deceased');
  });

  test('keeps what was: an activity that has begun is not touched', () => {
    const world = createWorld();
    world.send(resident('anna'), { type: 'signUp', activityId: CHOIR, residentIds: ['anna'], guests: 0 });
    world.now = at('2026-10-14', '10:00');
    leaves(world, 'anna');
    expect(line(world.board, CHOIR)).toEqual(['going anna']);
  });

  test('after closing is off the list, and the kitchen that had counted on them is told', () => {
    const world = mealWorld();
    signsUp(world, 'anna');
    prints(world);
    world.now = at('2026-10-14', '11:00');
    leaves(world, 'anna');
    expect(listOf(world).plates).toEqual([]);
    expect(plateOf(world, 'anna')).toMatchObject({ goneLate: true });
  });

  test('with a standing place keeps the meals that were, and none to come', () => {
    const world = mealWorld();
    world.send(staff, { type: 'setStanding', seriesId: 'lunch', residentId: 'anna', dish: null });
    world.now = at('2026-11-09', '13:00');
    const was = 'lunch/2026-11-05';
    expect(peopleGoing(world.board, was)).toBe(1);
    leaves(world, 'anna');
    expect(peopleGoing(world.board, was)).toBe(1);
    expect(peopleGoing(world.board, 'lunch/2026-11-09')).toBe(1);
    expect(peopleGoing(world.board, 'lunch/2026-11-10')).toBe(0);
    expect([...rows(world.board.standing)]).toEqual([]);
  });

  test('gives scooters back that are booked, and one that is out must still come back', () => {
    const world = scooterWorld();
    const later = booked(world, 'anna');
    const now = booked(world, 'anna', { date: TODAY, time: '09:00', minutes: 60 });
    world.now = at('2026-10-14', '09:00');
    world.send(staff, { type: 'takeScooter', ...about(now) });
    leaves(world, 'anna');
    expect(asNow(world, later)).toMatchObject({ status: 'cancelled', news: null });
    expect(asNow(world, now)).toMatchObject({ status: 'taken', residentId: 'anna' });
    expect(refusalOf(book(world, 'anna', { time: '12:00' }, staff))).toBe('residentUnknown');
  });

  test('cannot leave twice, and can come back without what was given away', () => {
    const world = createWorld();
    world.send(resident('anna'), { type: 'signUp', activityId: CHOIR, residentIds: ['anna'], guests: 0 });
    leaves(world, 'anna');
    expect(refusalOf(leaves(world, 'anna'))).toBe('residentUnknown');
    expect(refusalOf(world.send(staff, { type: 'returnToHouse', residentId: 'anna' }))).toBe('accepted');
    expect(refusalOf(world.send(staff, { type: 'returnToHouse', residentId: 'anna' }))).toBe('residentUnknown');
    expect(personOf(world.board, 'anna')).not.toBeNull();
    expect(line(world.board, CHOIR)).toEqual(['withdrawn anna']);
    expect([...rows(world.board.card)]).toEqual([]);
  });

  test('is not brought back by an old list', () => {
    const world = createWorld();
    leaves(world, 'anna');
    const line = { number: '101', floor: 1, salutation: 'mevrouw', firstName: 'Anna', infix: '' } as const;
    const verdict = world.send(staff, { type: 'importResidents', lines: [{ ...line, lastName: 'Van Anna' }] });
    expect(verdict).toEqual({ ok: true, value: [] });
  });

  test('takes news of a discreet group along without a word to shared screens', () => {
    const world = createWorld();
    world.send(staff, { type: 'signUp', activityId: 'memory/2026-10-14', residentIds: ['anna'], guests: 0 });
    world.send(staff, { type: 'signUp', activityId: CHOIR, residentIds: ['anna'], guests: 0 });
    world.send(staff, { type: 'cancelActivity', activityId: 'memory/2026-10-14', reason: 'ziek' });
    world.send(staff, { type: 'cancelActivity', activityId: CHOIR, reason: 'ziek' });
    const verdict = leaves(world, 'anna');
    const told = redactChanges(verdict.ok ? verdict.value : [], 'kiosk', world.board, world.now);
    expect(told.filter(({ type }) => type === 'noticeRemoved')).toEqual([
      { type: 'noticeRemoved', parent: 'anna', id: `anna/${CHOIR}/cancelled` },
    ]);
    expect(noticesOf(world.board, 'anna')).toEqual([]);
  });
});

const scopes: readonly Exclude<Scope, 'server'>[] = ['kiosk', 'volunteer', 'manager'];

/** After a random story, with everything on somebody that can be. */
function atTheEnd(
  law: (before: Board, changes: readonly Change[], about: { who: string; now: number; ids: readonly string[] }) => void,
) {
  fc.assert(
    fc.property(story, fc.nat({ max: residents.length - 1 }), (told: Story, nth) => {
      const world = worldOf(told);
      for (const step of told.steps) take(world, step, told);
      const who = residents[nth]!;
      world.send(staff, { type: 'setStanding', seriesId: 'lunch', residentId: who, dish: null });
      world.send(staff, { type: 'setDiet', residentId: who, kinds: ['diabetes'], allergens: [], note: '' });
      world.send(staff, { type: 'setPictureCode', residentId: who, hash: 'hash' });
      world.send(staff, { type: 'setResidentCard', residentId: who, cardHash: 'card' });
      world.send(staff, {
        type: 'setClearance',
        residentId: who,
        clearance: { validUntil: '2030-01-01', types: ['licht'] },
      });
      const before = world.board;
      const verdict = leaves(world, who);
      expect(verdict.ok).toBe(true);
      const today = told.from;
      const ahead = Array.from({ length: 40 }, (_, n) => `lunch/${addDays(today, n)}`);
      const ids = new Set([
        ...lunchesIn(told),
        ...ahead,
        ...[...rows(before.signUp)].map(({ activityId }) => activityId),
      ]);
      law(before, verdict.ok ? verdict.value : [], { who, now: world.now, ids: [...ids] });
    }),
    { numRuns: 60 },
  );
}

describe('whatever had happened, of who leaves', () => {
  test('nothing counts any more that is to come, for any reader, in a snapshot or by the feed', () => {
    atTheEnd((before, changes, { who, now, ids }) => {
      const board = apply(before, changes);
      for (const scope of scopes) {
        const fed = apply(boardOf(redactBoard(before, scope, now)), redactChanges(changes, scope, board, now));
        for (const seen of [board, boardOf(redactBoard(board, scope, now)), fed]) {
          for (const id of ids) {
            const activity = activityById(board, id);
            if (activity === undefined || now >= lastMoment(activity, ZONE)) continue;
            expect([...partiesIn(seen, id)].filter((each) => isLive(each) && each.residentIds.includes(who))).toEqual(
              [],
            );
          }
          expect(personOf(seen, who)).toBeNull();
          expect(JSON.stringify(floorsOf(seen))).not.toContain(`"${who}"`);
          expect([
            group(seen.notice, who).size,
            group(seen.callTask, who).size,
            group(seen.clearance, who).size,
          ]).toEqual([0, 0, 0]);
          const theirs = [...rows(seen.card), ...rows(seen.standing)].filter(({ residentId }) => residentId === who);
          expect(theirs).toEqual([]);
          expect([row(seen.diet, who, who), row(seen.pictureCode, who, who)]).toEqual([undefined, undefined]);
        }
      }
    });
  });

  test('what has begun counts as it did, others keep their places, and free places go to who waits', () => {
    atTheEnd((before, changes, { who, now, ids }) => {
      const board = apply(before, changes);
      for (const id of ids) {
        const activity = activityById(board, id);
        if (activity === undefined) continue;
        if (now >= lastMoment(activity, ZONE)) {
          expect(peopleGoing(board, id)).toBe(peopleGoing(before, id));
          continue;
        }
        const others = (on: Board) =>
          partiesOf(on, id).going.flatMap(({ residentIds }) => residentIds.filter((each) => each !== who));
        expect(others(board)).toEqual(expect.arrayContaining(others(before)));
        const [head] = partiesOf(board, id).waiting;
        if (head === undefined || activity.cancelled !== null) continue;
        expect(peopleOf(head)).toBeGreaterThan(placesLeft(board, activity));
      }
    });
  });
});
