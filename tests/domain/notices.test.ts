// Who is told what, on the screen and on the call-and-knock round.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/commands.ts';
import { isCurrent } from '../../src/domain/notice-rules.ts';
import { group } from '../../src/domain/table.ts';
import {
  activity,
  at,
  createWorld,
  noticesOf,
  partyOf,
  refusalOf,
  resident,
  staff,
  tasksFor,
  type World,
  ZONE,
} from '../support/builders.ts';

const BINGO = 'bingo/2026-10-14';
const CHOIR = 'choir/2026-10-14';
const MINUTE = 60_000;

let world: World;
beforeEach(() => {
  world = createWorld();
});

const signUp = (activityId: string, residentIds: string[], underway = 0) =>
  world.send(resident(residentIds[0]!), { type: 'signUp', activityId, residentIds, guests: 0 }, { underway });
const withdraw = (activityId: string, who: string, visit: string, residentIds = [who]) => {
  const signUpId = partyOf(world.board, activityId, who).id;
  return world.send(resident(who, visit), { type: 'withdraw', activityId, signUpId, residentIds });
};
const manage = (command: Command) => world.send(staff, command);

describe('a notice', () => {
  test('promoted comes with a line on the round, for each of the party', () => {
    signUp(BINGO, ['mo', 'fatima', 'yusuf']);
    signUp(BINGO, ['riet', 'leen']);
    withdraw(BINGO, 'mo', 'visit-mo', ['mo', 'fatima', 'yusuf']);
    for (const who of ['riet', 'leen']) {
      expect(noticesOf(world.board, who)).toEqual([`promoted ${BINGO}`]);
      expect(tasksFor(world.board, who)).toEqual([`promoted ${BINGO}`]);
    }
    expect(noticesOf(world.board, 'mo')).toEqual([]);
  });

  test.each([
    ['another room', { room: 'Tuin' }],
    ['another time', { startTime: '10:30' }],
    ['another date', { date: '2026-10-15' }],
  ])('changed is for who is signed up, waiting or going, when there is %s', (_what, fields) => {
    signUp(CHOIR, ['mo', 'fatima', 'yusuf']);
    signUp(CHOIR, ['riet', 'leen']);
    manage({ type: 'changeActivity', activityId: CHOIR, fields });
    for (const who of ['mo', 'riet', 'leen']) expect(noticesOf(world.board, who)).toEqual([`changed ${CHOIR}`]);
    expect(tasksFor(world.board, 'riet')).toEqual([`changed ${CHOIR}`]);
    expect(activity(world.board, CHOIR).was).toEqual({ date: '2026-10-14', startTime: '10:00', room: 'Huiskamer' });
    expect(noticesOf(world.board, 'anna')).toEqual([]);
  });

  test('changed twice stays one, and remembers what people were told first', () => {
    signUp(CHOIR, ['anna']);
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { room: 'Tuin' } });
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { startTime: '11:00' } });
    expect(noticesOf(world.board, 'anna')).toEqual([`changed ${CHOIR}`]);
    expect(activity(world.board, CHOIR).was).toMatchObject({ room: 'Huiskamer', startTime: '10:00' });
  });

  test('changed is not given for another title or price', () => {
    signUp(CHOIR, ['anna']);
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { title: 'Koor van de flat', price: 250 } });
    expect(noticesOf(world.board, 'anna')).toEqual([]);
  });

  test('cancelled and restored reach everybody who is signed up, and who withdrew hears nothing', () => {
    signUp(CHOIR, ['anna']);
    signUp(CHOIR, ['hein']);
    withdraw(CHOIR, 'hein', 'visit-hein');
    manage({ type: 'cancelActivity', activityId: CHOIR, reason: 'Dirigent ziek' });
    expect(noticesOf(world.board, 'anna')).toEqual([`cancelled ${CHOIR}`]);
    manage({ type: 'cancelActivity', activityId: CHOIR, reason: 'Dirigent nog ziek' });
    expect(tasksFor(world.board, 'anna')).toEqual([`cancelled ${CHOIR}`]);
    manage({ type: 'restoreActivity', activityId: CHOIR });
    expect(noticesOf(world.board, 'anna')).toContain(`restored ${CHOIR}`);
    expect(noticesOf(world.board, 'hein')).toEqual([]);
  });

  test('restored of what was moved while it was cancelled still marks the activity as changed', () => {
    signUp(CHOIR, ['anna']);
    manage({ type: 'cancelActivity', activityId: CHOIR, reason: '' });
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { startTime: '16:00', endTime: '17:00' } });
    manage({ type: 'restoreActivity', activityId: CHOIR });
    expect(noticesOf(world.board, 'anna')).toContain(`restored ${CHOIR}`);
    expect(activity(world.board, CHOIR).was).toMatchObject({ startTime: '10:00' });
  });

  test('withdrawn is left by another visit only, for who was withdrawn, without a line on the round', () => {
    signUp(CHOIR, ['riet', 'leen']);
    withdraw(CHOIR, 'riet', 'visit-riet');
    expect(noticesOf(world.board, 'riet')).toEqual([]);
    withdraw(CHOIR, 'leen', 'another-visit');
    expect(noticesOf(world.board, 'leen')).toEqual([`withdrawn ${CHOIR}`]);
    expect(tasksFor(world.board, 'leen')).toEqual([]);
    expect(noticesOf(world.board, 'riet')).toEqual([]);
  });

  test('withdrawn is on offer for a day, every other one until the activity is over', () => {
    signUp('bingo/2026-10-16', ['anna']);
    withdraw('bingo/2026-10-16', 'anna', 'another-visit');
    const notice = [...group(world.board.notice, 'anna').values()][0]!;
    const current = (now: number, type = notice.type) =>
      isCurrent({ ...notice, type }, { board: world.board, now, zone: ZONE });
    expect(current(world.now + 24 * 60 * MINUTE - 1)).toBe(true);
    expect(current(world.now + 24 * 60 * MINUTE)).toBe(false);
    expect(current(at('2026-10-17', '00:59'), 'promoted')).toBe(true);
    expect(current(at('2026-10-17', '01:00'), 'promoted')).toBe(false);
  });

  test('tooLate is for who tapped while the network was away and has left the screen', () => {
    world.now = at('2026-10-14', '10:01');
    expect(refusalOf(signUp(CHOIR, ['riet', 'leen'], MINUTE))).toBe('activityStarted');
    expect(noticesOf(world.board, 'riet')).toEqual([]);
    expect(refusalOf(signUp(CHOIR, ['riet', 'leen'], 20 * MINUTE))).toBe('tooLate');
    for (const who of ['riet', 'leen']) {
      expect(noticesOf(world.board, who)).toEqual([`tooLate ${CHOIR}`]);
      expect(tasksFor(world.board, who)).toEqual([`tooLate ${CHOIR}`]);
    }
  });

  test('disappears when its resident dismisses it, and nobody else can', () => {
    signUp(CHOIR, ['anna']);
    manage({ type: 'cancelActivity', activityId: CHOIR, reason: '' });
    const noticeId = [...group(world.board.notice, 'anna').keys()][0]!;
    expect(refusalOf(world.send(resident('riet'), { type: 'dismissNotice', noticeId }))).toBe('noticeUnknown');
    expect(refusalOf(world.send(resident('anna'), { type: 'dismissNotice', noticeId }))).toBe('accepted');
    expect(noticesOf(world.board, 'anna')).toEqual([]);
    expect(refusalOf(world.send(resident('anna'), { type: 'dismissNotice', noticeId }))).toBe('noticeUnknown');
  });

  test('that is over goes when the next one comes, so that they never pile up', () => {
    for (let day = 14; day < 28; day += 1) {
      const activityId = `walk/2026-10-${day}`;
      world.now = at(`2026-10-${day}`, '08:00');
      signUp(activityId, ['anna']);
      manage({ type: 'cancelActivity', activityId, reason: '' });
    }
    expect(noticesOf(world.board, 'anna')).toEqual(['cancelled walk/2026-10-27']);
  });

  test('is never given for what has started', () => {
    signUp(CHOIR, ['anna']);
    world.now = at('2026-10-14', '10:00');
    manage({ type: 'cancelActivity', activityId: CHOIR, reason: '' });
    expect(noticesOf(world.board, 'anna')).toEqual([]);
  });

  test('is given for what had started and is moved to a later day', () => {
    signUp(CHOIR, ['anna']);
    world.now = at('2026-10-14', '10:10');
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { date: '2026-10-16' } });
    expect(noticesOf(world.board, 'anna')).toEqual([`changed ${CHOIR}`]);
  });
});
