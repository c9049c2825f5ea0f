// Taking and leaving a place: every refusal in its own words, and what becomes of companions, guests and the line.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/commands.ts';
import { peopleGoing } from '../../src/domain/parties.ts';
import {
  at,
  createWorld,
  line,
  MORNING,
  noticesOf,
  partiesIn,
  partyOf,
  refusalOf,
  resident,
  staff,
  type World,
} from '../support/builders.ts';

const CHOIR = 'choir/2026-10-14';
const LUNCH = 'lunch/2026-10-14';
const BINGO = 'bingo/2026-10-14';
const MINUTE = 60_000;

let world: World;
beforeEach(() => {
  world = createWorld();
});

const signUp = (activityId: string, who: string, { guests = 0, along = [] as string[] } = {}) =>
  world.send(resident(who), { type: 'signUp', activityId, residentIds: [who, ...along], guests });
const withdraw = (activityId: string, who: string, { visit = `visit-${who}`, people = [who] } = {}) =>
  world.send(resident(who, visit), withdrawal(activityId, who, people));
const withdrawal = (activityId: string, who: string, residentIds: readonly string[]): Command => ({
  type: 'withdraw',
  activityId,
  signUpId: partyOf(world.board, activityId, who).id,
  residentIds: [...residentIds],
});
const changeGuests = (activityId: string, who: string, guests: number) =>
  world.send(resident(who), {
    type: 'changeGuests',
    activityId,
    signUpId: partyOf(world.board, activityId, who).id,
    guests,
  });
const change = (activityId: string, fields: Extract<Command, { type: 'changeActivity' }>['fields']) =>
  world.send(staff, { type: 'changeActivity', activityId, fields, beyond: true });

describe('signing up', () => {
  test('takes a place, alone or with who shares the door and guests, as one party', () => {
    signUp(CHOIR, 'anna');
    signUp(CHOIR, 'riet', { along: ['leen'], guests: 1 });
    expect(line(world.board, CHOIR)).toEqual(['going anna', 'going riet+leen +1']);
    expect(peopleGoing(world.board, CHOIR)).toBe(4);
  });

  test('may be for somebody of the same door by who goes along, and by staff for anybody', () => {
    expect(refusalOf(world.send(staff, { type: 'signUp', activityId: CHOIR, residentIds: ['kees'], guests: 0 }))).toBe(
      'accepted',
    );
    const foreign: Command = { type: 'signUp', activityId: CHOIR, residentIds: ['leen'], guests: 0 };
    expect(refusalOf(world.send(resident('riet'), foreign))).toBe('notAllowed');
  });

  test('can take the very last place', () => {
    signUp(CHOIR, 'mo', { along: ['fatima', 'yusuf'] });
    signUp(CHOIR, 'anna');
    expect(line(world.board, CHOIR)).toEqual(['going mo+fatima+yusuf', 'going anna']);
  });

  test('waits as a whole where the whole party does not fit, and everybody after it waits behind it', () => {
    signUp(CHOIR, 'mo', { along: ['fatima', 'yusuf'] });
    signUp(CHOIR, 'riet', { along: ['leen'] });
    signUp(CHOIR, 'anna');
    expect(line(world.board, CHOIR)).toEqual(['going mo+fatima+yusuf', 'waiting riet+leen', 'waiting anna']);
  });

  test('a second time is refused, and undoes nothing', () => {
    signUp(CHOIR, 'anna');
    expect(signUp(CHOIR, 'anna')).toEqual({
      ok: false,
      error: { type: 'alreadySignedUp', activityId: CHOIR },
    });
    expect(line(world.board, CHOIR)).toEqual(['going anna']);
  });

  test('is refused together with somebody who goes already', () => {
    signUp(CHOIR, 'leen');
    expect(signUp(CHOIR, 'riet', { along: ['leen'] })).toMatchObject({
      error: { type: 'alreadySignedUp' },
    });
  });

  test('is refused for people of two doors, for who is unknown and for who has left', () => {
    expect(refusalOf(signUp(CHOIR, 'anna', { along: ['riet'] }))).toBe('notSameHome');
    expect(refusalOf(signUp(CHOIR, 'nobody'))).toBe('residentUnknown');
    expect(refusalOf(signUp(CHOIR, 'lies'))).toBe('residentUnknown');
  });

  test('is refused with more guests than the activity takes, or more people than it has places', () => {
    expect(signUp(CHOIR, 'anna', { guests: 3 })).toEqual({
      ok: false,
      error: { type: 'tooManyGuests', activityId: CHOIR, limit: 2 },
    });
    expect(signUp(CHOIR, 'mo', { along: ['fatima', 'yusuf'], guests: 2 })).toEqual({
      ok: false,
      error: { type: 'partyTooLarge', activityId: CHOIR, capacity: 4 },
    });
  });

  test.each([
    'choir/2026-10-15',
    'choir/2026-02-30',
    'choir/2026-10-14x',
    'choir/2026-10-1',
    'choir/2026-10-14/2026-10-14',
    'lunch/2026-13-01',
    'lunch/2026-02-29',
    'lunch/',
    'lunch',
    'opera/2026-10-14',
    '/',
  ])('is refused for %s, which is no activity', (activityId) => {
    expect(refusalOf(world.send(staff, { type: 'signUp', activityId, residentIds: ['anna'], guests: 0 }))).toBe(
      'activityUnknown',
    );
  });

  test('is refused where none is needed', () => {
    expect(refusalOf(signUp('library/2026-10-14', 'anna'))).toBe('signUpNotNeeded');
  });

  test('is refused more than fourteen days ahead, except for staff', () => {
    expect(refusalOf(signUp('lunch/2026-10-28', 'anna'))).toBe('accepted');
    expect(refusalOf(signUp('lunch/2026-10-29', 'anna'))).toBe('activityTooFarAhead');
    const byStaff = { type: 'signUp', activityId: 'far/2026-12-24', residentIds: ['anna'], guests: 0 } as const;
    expect(refusalOf(world.send(staff, byStaff))).toBe('accepted');
  });

  test('is refused from the closing minute on, except for staff, and from the start on for everybody', () => {
    world.now = at('2026-10-14', '10:00') - 1;
    expect(refusalOf(signUp(LUNCH, 'anna'))).toBe('accepted');
    world.now += 1;
    expect(refusalOf(signUp(LUNCH, 'riet'))).toBe('signUpClosed');
    const byStaff = { type: 'signUp', activityId: LUNCH, residentIds: ['riet'], guests: 0 } as const;
    expect(refusalOf(world.send(staff, byStaff))).toBe('accepted');
    world.now = at('2026-10-14', '12:30');
    expect(refusalOf(signUp(LUNCH, 'kees'))).toBe('activityStarted');
    expect(refusalOf(world.send(staff, { ...byStaff, residentIds: ['kees'] }))).toBe('activityStarted');
  });

  test('is possible the whole day for what lasts all day', () => {
    world.now = at('2026-10-14', '23:59');
    expect(refusalOf(signUp('fair/2026-10-14', 'anna'))).toBe('accepted');
    world.now += MINUTE;
    expect(refusalOf(signUp('fair/2026-10-14', 'riet'))).toBe('activityStarted');
  });

  test('is refused for what is cancelled', () => {
    world.send(staff, { type: 'cancelActivity', activityId: CHOIR, reason: 'Ziek' });
    expect(refusalOf(signUp(CHOIR, 'anna'))).toBe('activityCancelled');
  });

  test('tapped before the closing time and arrived after it, still counts', () => {
    world.now = at('2026-10-14', '10:05');
    const command = { type: 'signUp', activityId: LUNCH, residentIds: ['anna'], guests: 0 } as const;
    expect(refusalOf(world.send(resident('anna'), command, { underway: 6 * MINUTE }))).toBe('accepted');
    expect(refusalOf(world.send(resident('riet'), { ...command, residentIds: ['riet'] }, { underway: MINUTE }))).toBe(
      'signUpClosed',
    );
  });

  test('tapped more than half a day ago counts as tapped now, and is told at the door', () => {
    world.now = at('2026-10-14', '11:00');
    const command = { type: 'signUp', activityId: LUNCH, residentIds: ['anna'], guests: 0 } as const;
    expect(refusalOf(world.send(resident('anna'), command, { underway: 13 * 60 * MINUTE }))).toBe('tooLate');
    expect(noticesOf(world.board, 'anna')).toEqual([`tooLate ${LUNCH}`]);
  });

  test('again after withdrawing goes to the end of the line and leaves one row', () => {
    signUp(CHOIR, 'mo', { along: ['fatima', 'yusuf'] });
    signUp(CHOIR, 'riet', { along: ['leen'] });
    signUp(CHOIR, 'anna');
    withdraw(CHOIR, 'riet', { people: ['riet', 'leen'] });
    expect(line(world.board, CHOIR)).toEqual(['going mo+fatima+yusuf', 'withdrawn riet+leen', 'going anna']);
    signUp(CHOIR, 'riet', { along: ['leen'] });
    expect(line(world.board, CHOIR)).toEqual(['going mo+fatima+yusuf', 'going anna', 'waiting riet+leen']);
  });
});

describe('withdrawing', () => {
  test('gives the place to the head of the line, never to a smaller party behind it', () => {
    signUp(BINGO, 'anna');
    signUp(BINGO, 'kees', { along: ['toos'] });
    signUp(BINGO, 'mo', { along: ['fatima'] });
    signUp(BINGO, 'hein');
    withdraw(BINGO, 'anna');
    expect(line(world.board, BINGO).slice(1)).toEqual(['going kees+toos', 'waiting mo+fatima', 'waiting hein']);
    withdraw(BINGO, 'kees');
    expect(line(world.board, BINGO).slice(1)).toEqual(['going toos', 'going mo+fatima', 'waiting hein']);
  });

  test('of a waiting party gives nobody a place, unless who stands behind it fits', () => {
    signUp(BINGO, 'mo', { along: ['fatima'] });
    signUp(BINGO, 'riet', { along: ['leen'] });
    signUp(BINGO, 'kees', { along: ['toos'] });
    signUp(BINGO, 'anna');
    withdraw(BINGO, 'riet', { people: ['riet', 'leen'] });
    expect(line(world.board, BINGO).slice(2)).toEqual(['waiting kees+toos', 'waiting anna']);
    withdraw(BINGO, 'kees');
    expect(line(world.board, BINGO).slice(2)).toEqual(['going toos', 'waiting anna']);
  });

  test('of one of two keeps the other, and their guests', () => {
    signUp(CHOIR, 'riet', { along: ['leen'], guests: 1 });
    withdraw(CHOIR, 'riet');
    expect(line(world.board, CHOIR)).toEqual(['going leen +1']);
    withdraw(CHOIR, 'leen');
    expect(peopleGoing(world.board, CHOIR)).toBe(0);
  });

  test('of the whole party by one of its people is possible', () => {
    signUp(CHOIR, 'riet', { along: ['leen'] });
    withdraw(CHOIR, 'leen', { people: ['riet', 'leen'] });
    expect(peopleGoing(world.board, CHOIR)).toBe(0);
  });

  test('is possible when it is full and when it is closed, until the start', () => {
    signUp(LUNCH, 'mo', { along: ['fatima', 'yusuf'], guests: 1 });
    world.now = at('2026-10-14', '12:30') - 1;
    expect(refusalOf(withdraw(LUNCH, 'mo'))).toBe('accepted');
    world.now += 1;
    expect(refusalOf(withdraw(LUNCH, 'fatima'))).toBe('activityStarted');
  });

  test('after the closing time is kept as late, before it is not', () => {
    signUp(LUNCH, 'anna');
    signUp(LUNCH, 'hein');
    withdraw(LUNCH, 'hein');
    world.now = at('2026-10-14', '10:00');
    withdraw(LUNCH, 'anna');
    expect(partiesIn(world.board, LUNCH).map(({ late, status }) => ({ late, status }))).toEqual([
      { late: true, status: 'withdrawn' },
      { late: false, status: 'withdrawn' },
    ]);
  });

  test('by one of two, or of a guest, after the closing time is kept as late on who stays', () => {
    signUp(LUNCH, 'riet', { along: ['leen'] });
    signUp(LUNCH, 'anna', { guests: 1 });
    world.now = at('2026-10-14', '10:30');
    withdraw(LUNCH, 'leen');
    changeGuests(LUNCH, 'anna', 0);
    expect(partyOf(world.board, LUNCH, 'riet')).toMatchObject({ residentIds: ['riet'], status: 'going', late: true });
    expect(partyOf(world.board, LUNCH, 'anna')).toMatchObject({ guests: 0, status: 'going', late: true });
  });

  test('from the waiting list is never late: nobody had counted on them', () => {
    signUp(LUNCH, 'mo', { along: ['fatima', 'yusuf'], guests: 1 });
    signUp(LUNCH, 'anna');
    world.now = at('2026-10-14', '11:00');
    withdraw(LUNCH, 'anna');
    expect(partyOf(world.board, LUNCH, 'anna')).toMatchObject({ status: 'withdrawn', late: false });
  });

  test('from a cancelled activity is possible and gives no places away until it happens after all', () => {
    signUp(BINGO, 'kees', { along: ['toos'], guests: 1 });
    signUp(BINGO, 'anna');
    world.send(staff, { type: 'cancelActivity', activityId: BINGO, reason: '' });
    expect(refusalOf(withdraw(BINGO, 'kees', { people: ['kees', 'toos'] }))).toBe('accepted');
    expect(line(world.board, BINGO)).toContain('waiting anna');
    world.send(staff, { type: 'restoreActivity', activityId: BINGO });
    expect(line(world.board, BINGO)).toContain('going anna');
  });

  test('somebody else is refused, except for staff and for who shares the party', () => {
    signUp(CHOIR, 'anna');
    expect(refusalOf(world.send(resident('riet'), withdrawal(CHOIR, 'anna', ['anna'])))).toBe('notAllowed');
    expect(refusalOf(world.send(staff, withdrawal(CHOIR, 'anna', ['anna'])))).toBe('accepted');
  });

  test('what is withdrawn already, or nobody made, is refused', () => {
    signUp(CHOIR, 'anna');
    withdraw(CHOIR, 'anna');
    expect(refusalOf(withdraw(CHOIR, 'anna'))).toBe('signUpUnknown');
    const nothing = { type: 'withdraw', activityId: CHOIR, signUpId: 'none', residentIds: ['anna'] } as const;
    expect(refusalOf(world.send(resident('anna'), { ...nothing, residentIds: ['anna'] }))).toBe('signUpUnknown');
    expect(
      refusalOf(world.send(resident('anna'), { ...nothing, activityId: 'opera/2026-10-14', residentIds: ['anna'] })),
    ).toBe('activityUnknown');
  });

  test('people who are not in the party is refused and changes nothing', () => {
    signUp(CHOIR, 'riet');
    const before = world.board;
    expect(refusalOf(world.send(resident('riet'), withdrawal(CHOIR, 'riet', ['anna'])))).toBe('signUpUnknown');
    expect(world.board).toBe(before);
  });
});

describe('guests', () => {
  test('can be more while there are places, and fewer until the start', () => {
    signUp(CHOIR, 'anna');
    expect(refusalOf(changeGuests(CHOIR, 'anna', 2))).toBe('accepted');
    expect(line(world.board, CHOIR)).toEqual(['going anna +2']);
    expect(refusalOf(changeGuests(CHOIR, 'anna', 3))).toBe('tooManyGuests');
    world.now = at('2026-10-14', '10:00') - 1;
    expect(refusalOf(changeGuests(CHOIR, 'anna', 1))).toBe('accepted');
    world.now += 1;
    expect(refusalOf(changeGuests(CHOIR, 'anna', 0))).toBe('activityStarted');
    expect(refusalOf(changeGuests(CHOIR, 'anna', 2))).toBe('activityStarted');
  });

  test('more than the places left are refused with how many are left, and none pass who wait', () => {
    signUp(BINGO, 'anna');
    signUp(BINGO, 'hein');
    expect(changeGuests(BINGO, 'anna', 2)).toEqual({
      ok: false,
      error: { type: 'activityFull', activityId: BINGO, left: 1 },
    });
    signUp(BINGO, 'kees', { along: ['toos'] });
    expect(changeGuests(BINGO, 'anna', 1)).toEqual({
      ok: false,
      error: { type: 'activityFull', activityId: BINGO, left: 0 },
    });
  });

  test('fewer make room for the head of the line', () => {
    signUp(BINGO, 'anna', { guests: 2 });
    signUp(BINGO, 'hein');
    changeGuests(BINGO, 'anna', 1);
    expect(line(world.board, BINGO)).toEqual(['going anna +1', 'going hein']);
  });

  test('fewer make a waiting party fit', () => {
    signUp(BINGO, 'anna', { guests: 1 });
    signUp(BINGO, 'hein', { guests: 1 });
    changeGuests(BINGO, 'hein', 0);
    expect(line(world.board, BINGO)).toEqual(['going anna +1', 'going hein']);
  });

  test('more keep a waiting party in its place in line, but never past what the room holds', () => {
    signUp(BINGO, 'anna', { guests: 2 });
    signUp(BINGO, 'kees', { along: ['toos'] });
    expect(refusalOf(changeGuests(BINGO, 'kees', 1))).toBe('accepted');
    expect(line(world.board, BINGO)).toEqual(['going anna +2', 'waiting kees+toos +1']);
    expect(changeGuests(BINGO, 'kees', 2)).toEqual({
      ok: false,
      error: { type: 'partyTooLarge', activityId: BINGO, capacity: 3 },
    });
  });

  test('of an unknown sign-up, or somebody else’s, are refused', () => {
    signUp(CHOIR, 'anna');
    const command = {
      type: 'changeGuests',
      activityId: CHOIR,
      signUpId: partyOf(world.board, CHOIR, 'anna').id,
      guests: 1,
    } as const;
    expect(refusalOf(world.send(resident('riet'), command))).toBe('notAllowed');
    expect(refusalOf(world.send(resident('anna'), { ...command, signUpId: 'none' }))).toBe('signUpUnknown');
    expect(refusalOf(world.send(resident('anna'), { ...command, activityId: 'opera/1' }))).toBe('activityUnknown');
  });

  test('are not taken after the closing time', () => {
    signUp(LUNCH, 'anna');
    world.now = at('2026-10-14', '10:00');
    expect(refusalOf(changeGuests(LUNCH, 'anna', 1))).toBe('signUpClosed');
  });
});

describe('the number of places', () => {
  test('made larger lets the line move up, in order', () => {
    signUp(BINGO, 'kees', { along: ['toos'], guests: 1 });
    for (const who of ['anna', 'hein']) signUp(BINGO, who);
    change(BINGO, { capacity: 4 });
    expect(line(world.board, BINGO)).toEqual(['going kees+toos +1', 'going anna', 'waiting hein']);
    change(BINGO, { capacity: null });
    expect(line(world.board, BINGO)).toEqual(['going kees+toos +1', 'going anna', 'going hein']);
  });

  test('made smaller throws nobody out and lets nobody in', () => {
    signUp(BINGO, 'kees', { along: ['toos'], guests: 1 });
    signUp(BINGO, 'anna');
    change(BINGO, { capacity: 1 });
    expect(line(world.board, BINGO)).toEqual(['going kees+toos +1', 'waiting anna']);
    withdraw(BINGO, 'kees');
    expect(line(world.board, BINGO)).toEqual(['going toos +1', 'waiting anna']);
  });

  test('made larger together with a move into the past lets nobody in', () => {
    world.now = at('2026-10-14', '19:00');
    signUp(BINGO, 'kees', { along: ['toos'], guests: 1 });
    signUp(BINGO, 'anna');
    change(BINGO, { capacity: 5, startTime: '18:30' });
    expect(line(world.board, BINGO)).toContain('waiting anna');
  });

  test('made larger after the start lets nobody in, until it is moved to a later time', () => {
    signUp(BINGO, 'kees', { along: ['toos'], guests: 1 });
    signUp(BINGO, 'anna');
    world.now = at('2026-10-14', '20:00');
    change(BINGO, { capacity: 5 });
    expect(line(world.board, BINGO)).toContain('waiting anna');
    change(BINGO, { startTime: '21:00' });
    expect(line(world.board, BINGO)).toContain('going anna');
  });
});

test('a discreet activity is signed up for and withdrawn from like any other', () => {
  expect(refusalOf(signUp('memory/2026-10-14', 'anna'))).toBe('accepted');
  expect(refusalOf(withdraw('memory/2026-10-14', 'anna'))).toBe('accepted');
  expect(world.now).toBe(MORNING);
});

describe('letting somebody pass who waits', () => {
  const pass = (activityId: string, who: string) =>
    world.send(staff, { type: 'letPass', activityId, signUpId: partyOf(world.board, activityId, who).id });

  test('gives them a free place past a party that is too large for it, which stays at the head', () => {
    signUp(CHOIR, 'mo', { along: ['fatima', 'yusuf'] });
    signUp(CHOIR, 'riet', { along: ['leen'] });
    signUp(CHOIR, 'anna');
    signUp(CHOIR, 'hein');
    expect(refusalOf(pass(CHOIR, 'riet'))).toBe('activityFull');
    expect(refusalOf(pass(CHOIR, 'anna'))).toBe('accepted');
    expect(line(world.board, CHOIR)).toEqual([
      'going mo+fatima+yusuf',
      'waiting riet+leen',
      'going anna',
      'waiting hein',
    ]);
    expect(noticesOf(world.board, 'anna')).toEqual([`promoted ${CHOIR}`]);
    expect(refusalOf(pass(CHOIR, 'hein'))).toBe('activityFull');
  });

  test('is for who waits, before the start, and not for a meal', () => {
    signUp(CHOIR, 'anna');
    expect(refusalOf(pass(CHOIR, 'anna'))).toBe('signUpUnknown');
    signUp(LUNCH, 'anna');
    expect(refusalOf(pass(LUNCH, 'anna'))).toBe('isAMeal');
    world.now = at('2026-10-14', '10:00');
    expect(refusalOf(pass(CHOIR, 'anna'))).toBe('activityStarted');
  });
});
