// What a resident's screen shows of the board, at every moment of a day.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { boardOf } from '../../src/domain/board.ts';
import type { Command } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { redactBoard } from '../../src/domain/scopes.ts';
import {
  activityView,
  daysAhead,
  dayView,
  floorsOf,
  myActivities,
  myNotices,
  nextActivity,
  nobody,
  overlapsOf,
  personOf,
  type Viewer,
} from '../../src/domain/views.ts';
import { placesIn, story, take, worldOf } from '../support/arbitraries.ts';
import {
  aSeries,
  at,
  commandId,
  createWorld,
  house,
  houseRows,
  MORNING,
  partyOf,
  resident,
  residents,
  staff,
  type World,
} from '../support/builders.ts';

const CHOIR = 'choir/2026-10-14';
const LUNCH = 'lunch/2026-10-14';
const BINGO = 'bingo/2026-10-14';

let world: World;
beforeEach(() => {
  world = createWorld();
});

const viewer = (...residentIds: string[]): Viewer => ({ residentIds, signUpIds: new Set() });
const signUp = (activityId: string, ...residentIds: string[]) =>
  world.send(resident(residentIds[0]!), { type: 'signUp', activityId, residentIds, guests: 0 });
const stateOf = (id: string, who: Viewer = nobody) => activityView(world.board, id, world.now, who)?.state;

describe('an activity', () => {
  test('is open, then full for others and joined for who goes, and tells the place in line', () => {
    expect(stateOf(BINGO)).toBe('open');
    signUp(BINGO, 'mo', 'fatima', 'yusuf');
    signUp(BINGO, 'riet', 'leen');
    signUp(BINGO, 'anna');
    expect(activityView(world.board, BINGO, world.now, viewer('leen'))).toMatchObject({
      state: 'waiting',
      place: 1,
      left: 0,
      people: 3,
      waiting: 2,
    });
    expect(activityView(world.board, BINGO, world.now, viewer('anna'))).toMatchObject({ state: 'waiting', place: 2 });
    expect(activityView(world.board, BINGO, world.now, viewer('fatima'))).toMatchObject({
      state: 'joined',
      place: null,
    });
    expect(stateOf(BINGO)).toBe('full');
  });

  test('is full while somebody waits, also where a single place is left', () => {
    signUp(BINGO, 'mo', 'fatima');
    signUp(BINGO, 'riet', 'leen');
    expect(activityView(world.board, BINGO, world.now, nobody)).toMatchObject({ state: 'full', left: 1 });
  });

  test('is closed, free, started or cancelled', () => {
    expect(stateOf('library/2026-10-14')).toBe('free');
    world.now = at('2026-10-14', '10:00');
    expect([stateOf(LUNCH), stateOf(CHOIR), stateOf('fair/2026-10-14')]).toEqual(['closed', 'started', 'open']);
    world.send(staff, { type: 'cancelActivity', activityId: LUNCH, reason: '' });
    expect(stateOf(LUNCH)).toBe('cancelled');
    expect(activityView(world.board, 'opera/2026-10-14', world.now, nobody)).toBe(null);
  });

  test('is now, soon or later', () => {
    const moment = () => activityView(world.board, CHOIR, world.now, nobody)?.moment;
    expect(moment()).toBe('later');
    world.now = at('2026-10-14', '09:00');
    expect(moment()).toBe('soon');
    world.now = at('2026-10-14', '10:00');
    expect(moment()).toBe('now');
  });

  test('that is discreet is the viewer’s own only in the visit that made it', () => {
    signUp('memory/2026-10-14', 'anna');
    const screen = boardOf(redactBoard(world.board, 'kiosk', world.now));
    const { id } = partyOf(world.board, 'memory/2026-10-14', 'anna');
    const state = (who: Viewer) => activityView(screen, 'memory/2026-10-14', world.now, who)?.state;
    expect(state(viewer('anna'))).toBe('open');
    expect(state({ residentIds: ['anna'], signUpIds: new Set([id]) })).toBe('joined');
  });

  test('says yes exactly where the judge does', () => {
    fc.assert(
      fc.property(story, fc.nat({ max: residents.length - 1 }), (told, nth) => {
        const random = worldOf(told);
        for (const step of told.steps) take(random, step, placesIn(told));
        const { board, now } = random;
        for (const activityId of placesIn(told).filter((id) => !id.startsWith('far'))) {
          const view = activityView(board, activityId, now, viewer(residents[nth]!));
          if (view === null) continue;
          const command = { type: 'signUp', activityId, residentIds: [residents[nth]!], guests: 0 } as const;
          const envelope = {
            id: commandId(999),
            command,
            actor: resident(residents[nth]!),
            tappedAt: '2026-10-14T06:00:00Z',
          };
          const verdict = decide(board, envelope, { now, tappedAt: now, role: 'resident' });
          expect(verdict.ok).toBe(view.state === 'open' || view.state === 'full');
          if (!verdict.ok) continue;
          const status = verdict.value.flatMap((change) => (change.type === 'signUpPut' ? [change.row.status] : []));
          expect(status).toEqual([view.state === 'open' ? 'going' : 'waiting']);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a day', () => {
  const ids = (date: string) => dayView(world.board, date, world.now, nobody).map(({ activity }) => activity.id);

  test('loses what is over, and keeps an evening over midnight until its end', () => {
    world.now = at('2026-10-14', '19:59');
    expect(ids('2026-10-14')).toEqual(['fair/2026-10-14', BINGO]);
    world.now = at('2026-10-15', '00:59');
    expect(ids('2026-10-15')[0]).toBe(BINGO);
    expect(dayView(world.board, '2026-10-15', world.now, nobody)[0]?.moment).toBe('now');
    world.now = at('2026-10-15', '01:00');
    expect(ids('2026-10-15')).not.toContain(BINGO);
  });

  test('of later is fourteen, each under its own date, over a clock change too', () => {
    world.now = at('2026-10-20', '08:00');
    const days = daysAhead(world.board, world.now, nobody);
    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 14 }, (_, n) => (n < 11 ? `2026-10-${21 + n}` : `2026-11-0${n - 10}`)),
    );
    expect(days[4]?.activities.map(({ activity }) => activity.seriesId)).toContain('fair');
    for (const { date, activities } of days) for (const { activity } of activities) expect(activity.date).toBe(date);
  });

  test('has something next, unless all is cancelled or the programme is empty', () => {
    expect(nextActivity(world.board, world.now)?.activity.id).toBe('fair/2026-10-14');
    expect(nextActivity(house([]), world.now)).toBe(null);
    const once = createWorld(house([aSeries({ id: 'choir', rule: { type: 'dates', dates: ['2026-10-14'] } })]));
    once.send(staff, { type: 'cancelActivity', activityId: CHOIR, reason: '' });
    expect(nextActivity(once.board, once.now)).toBe(null);
  });
});

describe('one’s own things', () => {
  test('are what one goes to or waits for and is not over, in order', () => {
    for (const id of [BINGO, LUNCH, CHOIR, 'lunch/2026-10-15']) signUp(id, 'anna');
    const mine = () => myActivities(world.board, world.now, viewer('anna')).map(({ activity }) => activity.id);
    expect(mine()).toEqual([CHOIR, LUNCH, BINGO, 'lunch/2026-10-15']);
    world.now = at('2026-10-14', '11:30');
    expect(mine()).toEqual([LUNCH, BINGO, 'lunch/2026-10-15']);
    expect(myActivities(world.board, world.now, viewer('riet'))).toEqual([]);
  });

  test('at the same time are told, and what only touches is not', () => {
    const board = house([
      aSeries({ id: 'one' }),
      aSeries({ id: 'during', startTime: '11:00', endTime: '12:00' }),
      aSeries({ id: 'after', startTime: '11:30', endTime: '12:30' }),
    ]);
    world = createWorld(board);
    for (const id of ['during', 'after']) signUp(`${id}/2026-10-14`, 'anna');
    const overlaps = (who: string) =>
      overlapsOf(world.board, 'one/2026-10-14', world.now, viewer(who)).map(({ id }) => id);
    expect(overlaps('anna')).toEqual(['during/2026-10-14']);
    expect(overlaps('riet')).toEqual([]);
  });

  test('at the same time are found when they began long before, or are of the day before', () => {
    const everyDay = { type: 'daily', interval: 1, from: '2026-01-01', until: null } as const;
    const board = house([
      aSeries({ id: 'night', rule: everyDay, startTime: '00:30', endTime: '01:30' }),
      aSeries({ id: 'dance', rule: everyDay, startTime: '20:00', endTime: '02:00', endDays: 1 }),
    ]);
    world = createWorld(board);
    signUp('dance/2026-10-14', 'anna');
    const found = overlapsOf(world.board, 'night/2026-10-15', world.now, viewer('anna')).map(({ id }) => id);
    expect(found).toEqual(['dance/2026-10-14']);
  });

  test('have news, oldest first, that goes with the activity', () => {
    signUp(CHOIR, 'anna');
    signUp(LUNCH, 'anna');
    world.send(staff, { type: 'changeActivity', activityId: LUNCH, fields: { room: 'Tuin' } });
    world.now += 60_000;
    world.send(staff, { type: 'cancelActivity', activityId: CHOIR, reason: '' });
    const news = () => myNotices(world.board, world.now, viewer('anna')).map(({ type }) => type);
    expect(news()).toEqual(['changed', 'cancelled']);
    world.now = at('2026-10-14', '11:30');
    expect(news()).toEqual(['changed']);
  });

  test('have no news of another room once it is cancelled, nor of that once it goes on', () => {
    signUp(LUNCH, 'anna');
    const news = () => myNotices(world.board, world.now, viewer('anna')).map(({ type }) => type);
    const does = (command: Command) => world.send(staff, command);
    does({ type: 'changeActivity', activityId: LUNCH, fields: { room: 'Tuin' } });
    does({ type: 'messagePeople', activityId: LUNCH, words: 'Neem een jas mee.' });
    does({ type: 'cancelActivity', activityId: LUNCH, reason: 'Regen' });
    expect(news().sort()).toEqual(['cancelled', 'message']);
    does({ type: 'restoreActivity', activityId: LUNCH });
    expect(news().sort()).toEqual(['changed', 'message', 'restored']);
  });
});

describe('the house', () => {
  test('has floors from below and doors as people count them', () => {
    const rows = houseRows();
    const numbers = ['12A', '9', '12', '10'];
    const board = boardOf({
      ...rows,
      home: [...rows.home!, ...numbers.map((number) => ({ id: number, number, floor: 0 }))],
      resident: [
        ...rows.resident!,
        ...numbers.map((number) => ({ ...rows.resident![0]!, id: `at-${number}`, homeId: number })),
      ],
    });
    const floors = floorsOf(board);
    expect(floors.map(({ floor }) => floor)).toEqual([0, 1, 2]);
    expect(floors[0]?.doors.map(({ number }) => number)).toEqual(['9', '10', '12', '12A']);
    expect(floors[1]?.doors.map(({ people }) => people.map(({ id }) => id))).toEqual([
      ['anna'],
      ['leen', 'riet'],
      ['kees', 'toos'],
    ]);
    expect(floors[2]?.doors.map(({ number }) => number)).toEqual(['201', '202']);
  });

  test('names who agreed to it, and nobody who has left', () => {
    const screen = boardOf(redactBoard(world.board, 'kiosk', MORNING));
    for (const board of [world.board, screen]) {
      expect(personOf(board, 'anna')?.name).toEqual({ firstName: 'Anna', initial: 'V.' });
      expect(personOf(board, 'hein')).toMatchObject({ name: null, number: '201', salutation: 'mevrouw' });
      expect(personOf(board, 'lies')).toBe(null);
      expect(personOf(board, 'nobody')).toBe(null);
    }
  });
});
