// What was tapped without a network and refused when it came: told by a notice and the round, or by the trip itself.
import { describe, expect, test } from 'vitest';
import { callRound } from '../../src/domain/call-round.ts';
import type { Command, CommandType } from '../../src/domain/commands.ts';
import { residentCommands } from '../../src/domain/commands-residents.ts';
import type { Verdict } from '../../src/domain/decide.ts';
import { rows } from '../../src/domain/table.ts';
import { at, noticesOf, partyOf, refusalOf, resident, staff, tasksFor, type World } from '../support/builders.ts';
import { does, LUNCH, mealWorld, signsUp } from '../support/meal-house.ts';
import { about, asNow, book, booked, bookingsIn, scooterWorld, TOMORROW, withCard } from '../support/scooter-house.ts';

const MINUTE = 60_000;
const LATE = { underway: 30 * MINUTE };
const WALK = 'walk/2026-10-14';
const BINGO = 'bingo/2026-10-14';

const late = (world: World, who: string, command: Command) => world.send(resident(who), command, LATE);
const lateWithCard = (world: World, who: string, command: Command) => world.send(withCard(who), command, LATE);
const wasTold = (verdict: Verdict) => !verdict.ok && verdict.error.told === true;
const openCalls = (world: World) =>
  callRound(world.board, world.now).open.flatMap(({ calls }) =>
    calls.map(({ about: what, residentId }) => {
      const kind = what.type === 'news' ? what.task.type : what.type === 'trip' ? what.news : what.type;
      return `${residentId} ${kind}`;
    }),
  );

/** Everybody who is told something hears it twice: at the screen, and by a line on the round. */
function expectTold(world: World, who: string, news: string) {
  expect(noticesOf(world.board, who)).toEqual([news]);
  expect(tasksFor(world.board, who)).toEqual([news]);
  expect(openCalls(world)).toContain(`${who} ${news.split(' ')[0]}`);
}

describe('of taking part', () => {
  test('a sign-up against any rule is told to those who are not signed up', () => {
    const world = mealWorld();
    signsUp(world, 'leen', { on: WALK });
    const command = { type: 'signUp', activityId: WALK, residentIds: ['riet', 'leen'], guests: 0 } as const;
    const verdict = late(world, 'riet', command);
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['alreadySignedUp', true]);
    expectTold(world, 'riet', `tooLate ${WALK}`);
    expect(noticesOf(world.board, 'leen')).toEqual([]);
  });

  test('one that is so already by another tap is not', () => {
    const world = mealWorld();
    signsUp(world, 'riet', { on: WALK });
    const verdict = late(world, 'riet', { type: 'signUp', activityId: WALK, residentIds: ['riet'], guests: 0 });
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['alreadySignedUp', false]);
    expect(noticesOf(world.board, 'riet')).toEqual([]);
  });

  test('more guests than fit by now', () => {
    const world = mealWorld();
    signsUp(world, 'anna', { on: BINGO });
    signsUp(world, 'hein', { on: BINGO });
    signsUp(world, 'mo', { on: BINGO });
    const signUpId = partyOf(world.board, BINGO, 'anna').id;
    const verdict = late(world, 'anna', { type: 'changeGuests', activityId: BINGO, signUpId, guests: 1 });
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['activityFull', true]);
    expectTold(world, 'anna', `guestsStayed ${BINGO}`);
  });

  test('a withdrawal after the start, while it lasts; later there is nothing to say of it', () => {
    for (const [time, told] of [
      ['14:10', true],
      ['15:10', false],
    ] as const) {
      const world = mealWorld();
      signsUp(world, 'anna', { on: WALK });
      const signUpId = partyOf(world.board, WALK, 'anna').id;
      world.now = at('2026-10-14', time);
      const verdict = late(world, 'anna', { type: 'withdraw', activityId: WALK, signUpId, residentIds: ['anna'] });
      expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['activityStarted', told]);
      if (told) expectTold(world, 'anna', `stillIn ${WALK}`);
      else expect(noticesOf(world.board, 'anna')).toEqual([]);
    }
  });

  test('a withdrawal of who is out already is what they wanted', () => {
    const world = mealWorld();
    signsUp(world, 'anna', { on: WALK });
    const signUpId = partyOf(world.board, WALK, 'anna').id;
    const command = { type: 'withdraw', activityId: WALK, signUpId, residentIds: ['anna'] } as const;
    world.send(resident('anna'), command);
    expect(wasTold(late(world, 'anna', command))).toBe(false);
  });

  test('another dish after the list closed', () => {
    const world = mealWorld();
    signsUp(world, 'anna', { dishes: ['vlees'] });
    const [plate] = rows(world.board.plate);
    world.now = at('2026-10-14', '11:00');
    const dish = 'vegetarisch';
    const verdict = late(world, 'anna', { type: 'chooseDish', activityId: LUNCH, plateId: plate!.id, dish });
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['signUpClosed', true]);
    expectTold(world, 'anna', `dishStayed ${LUNCH}`);
  });

  test('coming every time, where all standing places are taken by then', () => {
    const world = mealWorld({ capacity: 1 });
    const stands = (residentId: string) =>
      ({ type: 'setStanding', seriesId: 'lunch', residentId, dish: null }) as const;
    expect(refusalOf(world.send(resident('anna'), stands('anna')))).toBe('accepted');
    const verdict = late(world, 'riet', stands('riet'));
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['standingFull', true]);
    expectTold(world, 'riet', `notStanding ${LUNCH}`);
    world.send(resident('anna'), { type: 'stopStanding', seriesId: 'lunch', residentId: 'anna' });
    expect(refusalOf(world.send(resident('riet'), stands('riet')))).toBe('accepted');
    expect(openCalls(world)).not.toContain('riet notStanding');
  });

  test('who has left the house, and who is not proven, is told nothing', () => {
    const world = mealWorld();
    does(world, { type: 'leaveHouse', residentId: 'anna', reason: 'moved' });
    expect(wasTold(late(world, 'anna', { type: 'signUp', activityId: WALK, residentIds: ['anna'], guests: 0 }))).toBe(
      false,
    );
    const signUp = { type: 'signUp', activityId: WALK, residentIds: ['riet'], guests: 0 } as const;
    expect(wasTold(late(world, 'hein', signUp))).toBe(false);
    expect([...rows(world.board.notice)]).toEqual([]);
  });
});

describe('of scooters', () => {
  const wanted = {
    type: 'book',
    residentId: 'riet',
    scooterId: null,
    date: TOMORROW,
    time: '10:00',
    minutes: 120,
  } as const;
  const newsOf = (world: World, who: string) =>
    bookingsIn(world.board)
      .filter(({ residentId, news }) => residentId === who && news !== null)
      .map(({ news, notMade, scooterId, status }) => [status, scooterId, news, notMade]);

  test('a trip somebody else had first is told as one that does not go on, and keeps nobody from the scooter', () => {
    const world = scooterWorld();
    booked(world, 'mo', { scooterId: 'meeuw' });
    booked(world, 'anna', { scooterId: 'merel' });
    const verdict = lateWithCard(world, 'riet', wanted);
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['noneFree', true]);
    expect(newsOf(world, 'riet')).toEqual([['cancelled', 'meeuw', 'cancelled', 'taken']]);
    expect(openCalls(world)).toContain('riet cancelled');
    // It counts for nothing: not for the hours of its resident, nor for the time of the scooter.
    expect(refusalOf(book(world, 'riet', { time: '13:00' }))).toBe('accepted');
    expect(refusalOf(book(world, 'riet', { time: '15:30', minutes: 60 }))).toBe('accepted');
    expect([...rows(world.board.miss)]).toHaveLength(1);
  });

  test('the scooter they chose, where that one is taken or broken by then', () => {
    const world = scooterWorld();
    booked(world, 'mo', { scooterId: 'merel' });
    expect(wasTold(lateWithCard(world, 'riet', { ...wanted, scooterId: 'merel' }))).toBe(true);
    does(world, { type: 'reportDefect', scooterId: 'meeuw', part: 'tyre' });
    expect(wasTold(lateWithCard(world, 'riet', { ...wanted, scooterId: 'meeuw' }))).toBe(true);
    expect(newsOf(world, 'riet')).toEqual([
      ['cancelled', 'merel', 'cancelled', 'taken'],
      ['cancelled', 'meeuw', 'cancelled', 'taken'],
    ]);
  });

  test('a trip over the number somebody may have is told as one that may not be', () => {
    const world = scooterWorld({ mostOpen: 1 });
    booked(world, 'riet', { time: '13:00' });
    expect(refusalOf(lateWithCard(world, 'riet', wanted))).toBe('tooManyBookings');
    expect(newsOf(world, 'riet')).toEqual([['cancelled', 'meeuw', 'cancelled', 'rule']]);
  });

  test('the same trip booked at another tablet meanwhile is what they wanted', () => {
    const world = scooterWorld();
    booked(world, 'riet');
    const verdict = lateWithCard(world, 'riet', wanted);
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['bookingOverlaps', false]);
    expect(bookingsIn(world.board)).toHaveLength(1);
  });

  test('who reads it, or is told, has been told', () => {
    const world = scooterWorld({ mostOpen: 1 });
    booked(world, 'riet', { time: '13:00' });
    lateWithCard(world, 'riet', wanted);
    const told = bookingsIn(world.board).find(({ notMade }) => notMade !== null)!;
    const ref = { type: 'trip', residentId: 'riet', ...about(told), news: 'cancelled' } as const;
    expect(refusalOf(does(world, { type: 'noteCall', calls: [ref], outcome: 'told' }))).toBe('accepted');
    expect(openCalls(world)).toEqual([]);
    expect(refusalOf(does(world, { type: 'undoCall', calls: [ref] }))).toBe('accepted');
    expect(openCalls(world)).toEqual(['riet cancelled']);
    world.send(withCard('riet'), { type: 'seenBooking', ...about(told) });
    expect(openCalls(world)).toEqual([]);
  });

  test('leaving a trip that the team moved by then: it is still theirs, on another scooter', () => {
    const world = scooterWorld();
    const trip = booked(world, 'riet', { scooterId: 'merel' });
    does(world, { type: 'moveBooking', ...about(trip), toScooterId: 'meeuw' });
    world.send(withCard('riet'), { type: 'seenBooking', bookingId: trip.id, scooterId: 'meeuw' });
    const verdict = lateWithCard(world, 'riet', { type: 'cancelBooking', ...about(trip) });
    expect([refusalOf(verdict), wasTold(verdict)]).toEqual(['bookingUnknown', true]);
    expect(asNow(world, trip)).toMatchObject({ status: 'booked', scooterId: 'meeuw', news: 'moved' });
  });

  test.each(['takeScooter', 'moveBooking'] as const)(
    '%s with a scooter that is broken: the doubt is told once more',
    (type) => {
      const world = scooterWorld();
      const trip = booked(world, 'riet', { scooterId: 'merel' });
      does(world, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
      world.send(withCard('riet'), { type: 'seenBooking', ...about(trip) });
      booked(world, 'mo', { scooterId: 'meeuw' });
      world.now = at(TOMORROW, '10:00');
      const command =
        type === 'takeScooter' ? { type, ...about(trip) } : { type, ...about(trip), toScooterId: 'meeuw' };
      const verdict = lateWithCard(world, 'riet', command);
      expect(wasTold(verdict)).toBe(true);
      expect(asNow(world, trip)).toMatchObject({ status: 'booked', news: 'doubt' });
      expect(openCalls(world)).toContain('riet doubt');
    },
  );

  test('a trip they could not take comes free, and that tells them', () => {
    const world = scooterWorld();
    const first = booked(world, 'mo', { scooterId: 'merel', time: '09:00', minutes: 60 });
    const trip = booked(world, 'riet', { scooterId: 'merel', time: '10:30', minutes: 60 });
    world.now = at(TOMORROW, '09:00');
    world.send(withCard('mo'), { type: 'takeScooter', ...about(first) });
    world.now = at(TOMORROW, '10:35');
    expect(refusalOf(lateWithCard(world, 'riet', { type: 'takeScooter', ...about(trip) }))).toBe('scooterNotBack');
    world.now = at(TOMORROW, '10:50');
    world.send(withCard('mo'), { type: 'returnScooter', ...about(first), batteryLow: false, broken: null });
    world.now = at(TOMORROW, '11:25');
    expect(openCalls(world)).toContain('riet released');
  });

  test('a return that somebody did already still says what is broken', () => {
    const world = scooterWorld();
    const trip = booked(world, 'riet', { scooterId: 'merel' });
    world.now = at(TOMORROW, '10:00');
    world.send(withCard('riet'), { type: 'takeScooter', ...about(trip) });
    does(world, { type: 'returnScooter', ...about(trip), batteryLow: false, broken: null });
    const brought = { type: 'returnScooter', ...about(trip), batteryLow: false, broken: 'brake' } as const;
    expect(refusalOf(lateWithCard(world, 'riet', brought))).toBe('notTaken');
    expect([...rows(world.board.defect)]).toMatchObject([{ scooterId: 'merel', part: 'brake', residentId: 'riet' }]);
  });
});

test('who still stands at the screen is told there alone, and the team always is', () => {
  const world = scooterWorld({ mostOpen: 1 });
  booked(world, 'riet', { time: '13:00' });
  const before = world.board;
  expect(refusalOf(book(world, 'riet'))).toBe('tooManyBookings');
  const staffs = {
    type: 'book',
    residentId: 'riet',
    scooterId: null,
    date: TOMORROW,
    time: '13:30',
    minutes: 60,
  } as const;
  expect(refusalOf(world.send(staff, staffs, LATE))).toBe('bookingOverlaps');
  expect(world.board).toBe(before);
});

/** Nobody waits for what comes of these, or what they want is so where they are refused. */
const QUIET: readonly CommandType[] = [
  ...(['dismissNotice', 'seenBooking', 'missScooter', 'askVisit', 'takeBackVisit', 'reportDefect'] as const),
  ...(['stopStanding', 'pauseStanding', 'resumeStanding'] as const),
];
const TOLD: readonly CommandType[] = [
  ...(['signUp', 'changeGuests', 'withdraw', 'chooseDish', 'setStanding'] as const),
  ...(['book', 'cancelBooking', 'moveBooking', 'takeScooter', 'returnScooter'] as const),
];

test('every intent of residents is either told above or needs no telling', () => {
  const all = residentCommands.map(({ entries }) => entries.type.literal);
  expect([...QUIET, ...TOLD].sort()).toEqual([...all].sort());
});
