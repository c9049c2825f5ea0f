// "Elke donderdag": what a habit is about, when it rests, and what stays as it was.
import { beforeEach, describe, expect, test } from 'vitest';
import { partiesOf, peopleGoing } from '../../src/domain/parties.ts';
import { group } from '../../src/domain/table.ts';
import { DAY } from '../../src/domain/time.ts';
import { at, line, MORNING, partyOf, refusalOf, resident, type World } from '../support/builders.ts';
import { adds, does, LUNCH, listOf, mealWorld, plateOf, prints, signsUp, told } from '../support/meal-house.ts';

let world: World;
beforeEach(() => {
  world = mealWorld({ rule: { type: 'weekly', interval: 1, weekdays: [3], from: '2026-01-07', until: null } });
});
const on = (date: string) => `lunch/${date}`;
const stands = (who: string, dish: string | null = null) =>
  refusalOf(world.send(resident(who), { type: 'setStanding', seriesId: 'lunch', residentId: who, dish }));
const about = (who: string) => ({ seriesId: 'lunch', residentId: who });
const pauses = (who: string, from: string, until: string) =>
  refusalOf(world.send(resident(who), { type: 'pauseStanding', ...about(who), from, until }));
const comesOn = (who: string, date: string) =>
  partiesOf(world.board, on(date)).going.some(({ residentIds }) => residentIds.includes(who));

test('counts on every date: those in sight are signed up for, later ones follow without a row', () => {
  expect(stands('anna', 'vlees')).toBe('accepted');
  expect(line(world.board, LUNCH)).toEqual(['going anna']);
  for (const date of ['2026-10-14', '2026-10-21', '2026-10-28', '2026-11-04', '2027-06-02'])
    expect(comesOn('anna', date)).toBe(true);
  expect(group(world.board.signUp, on('2026-11-04')).size).toBe(0);
  expect(told(listOf(world, on('2026-11-04')).plates)).toEqual(['Anna vlees']);
  expect(listOf(world, on('2026-11-04')).plates[0]!.standing).toBe(true);
});

test('is the habit of who has it, and not of who got the place', () => {
  stands('anna', 'vlees');
  const id = on('2026-11-04');
  const { id: plateId } = plateOf(world, 'anna', id);
  does(world, { type: 'movePlate', activityId: id, plateId, residentId: 'riet', guestName: '' });
  expect(listOf(world, id).plates.map(({ called, standing }) => [called?.firstName, standing])).toEqual([
    ['Riet', false],
  ]);
});

test('follows the clock, not the hour: a weekly lunch stays at half past twelve after the clock change', () => {
  stands('anna');
  expect(comesOn('anna', '2026-10-28')).toBe(true);
  expect(listOf(world, on('2026-10-28')).closesAt! - listOf(world, on('2026-10-21')).closesAt!).toBe(
    7 * DAY + 3_600_000,
  );
});

test('gets a row once something is said of it, and withdrawing once leaves the rest', () => {
  stands('anna');
  const later = on('2026-11-04');
  does(world, { type: 'setTakeAway', activityId: later, plateId: plateOf(world, 'anna', later).id, takeAway: true });
  expect(line(world.board, later)).toEqual(['going anna']);
  world.now = MORNING + 14 * DAY;
  const next = on('2026-11-11');
  const { going } = partiesOf(world.board, next);
  world.send(resident('anna'), { type: 'withdraw', activityId: next, signUpId: going[0]!.id, residentIds: ['anna'] });
  expect([comesOn('anna', '2026-11-11'), comesOn('anna', '2026-11-18')]).toEqual([false, true]);
});

test('takes a place, and there are no more habits than places', () => {
  for (const who of ['riet', 'kees', 'mo', 'hein']) expect(stands(who)).toBe('accepted');
  expect(stands('anna')).toBe('standingFull');
  expect(refusalOf(adds(world, 'anna', { activityId: on('2026-11-04') }))).toBe('activityFull');
  expect(peopleGoing(world.board, on('2026-11-04'))).toBe(4);
});

test('waits where a date in sight is full, and comes on the later ones', () => {
  for (const who of ['riet', 'kees', 'mo', 'hein']) signsUp(world, who);
  stands('anna');
  expect(partyOf(world.board, LUNCH, 'anna').status).toBe('waiting');
  expect(comesOn('anna', '2026-10-21')).toBe(true);
});

test('rests in a pause, gives its places to the line, and goes on', () => {
  for (const who of ['riet', 'kees', 'mo', 'anna']) stands(who);
  signsUp(world, 'hein', { on: on('2026-10-21') });
  expect(pauses('anna', '2026-10-20', '2026-11-05')).toBe('accepted');
  expect(partyOf(world.board, on('2026-10-21'), 'hein').status).toBe('going');
  expect(['2026-10-14', '2026-10-21', '2026-11-04', '2026-11-11'].map((date) => comesOn('anna', date))).toEqual([
    ...[true, false, false, true],
  ]);
  expect(refusalOf(world.send(resident('anna'), { type: 'resumeStanding', ...about('anna') }))).toBe('accepted');
  expect(partyOf(world.board, on('2026-10-21'), 'anna').status).toBe('waiting');
  expect(comesOn('anna', '2026-11-04')).toBe(true);
});

test('leaves what is closed as it was, and ends with the next meal that is not', () => {
  stands('anna');
  world.now = MORNING + 3 * 3_600_000;
  does(world, { type: 'stopStanding', ...about('anna') });
  expect(['2026-10-14', '2026-10-21', '2026-11-04'].map((date) => comesOn('anna', date))).toEqual([true, false, false]);
});

test('that was taken up again keeps what it was about before', () => {
  stands('anna');
  world.now = MORNING + 28 * DAY;
  does(world, { type: 'stopStanding', ...about('anna') });
  world.now = MORNING + 35 * DAY;
  expect(stands('anna')).toBe('accepted');
  expect(['2026-11-04', '2026-11-11', '2026-11-18', '2026-12-30'].map((date) => comesOn('anna', date))).toEqual([
    ...[true, false, true, true],
  ]);
});

test('told the kitchen as taken off where it stood on a sheet and rests now', () => {
  stands('anna');
  world.now = MORNING + 21 * DAY;
  const id = on('2026-11-04');
  prints(world, id);
  pauses('anna', '2026-11-01', '2026-11-30');
  expect(told(listOf(world, id).delta!.removed)).toEqual(['Anna -']);
});

describe('a habit is refused', () => {
  test('to others, for what is no meal, and for who does not live here', () => {
    const set = { type: 'setStanding', seriesId: 'lunch', residentId: 'anna', dish: null } as const;
    expect(refusalOf(world.send(resident('mo'), set))).toBe('notAllowed');
    expect(refusalOf(does(world, { ...set, seriesId: 'walk' }))).toBe('notAMeal');
    expect(refusalOf(does(world, { ...set, seriesId: 'nothing' }))).toBe('seriesUnknown');
    expect(refusalOf(does(world, { ...set, residentId: 'lies' }))).toBe('residentUnknown');
    expect(group(world.board.standing, 'lunch').size).toBe(0);
  });

  test('to rest or end where there is none, or backwards', () => {
    expect(refusalOf(does(world, { type: 'stopStanding', ...about('anna') }))).toBe('standingUnknown');
    stands('anna');
    expect(pauses('anna', '2026-11-10', '2026-11-01')).toBe('pauseInvalid');
    expect(pauses('anna', '2026-09-01', '2026-10-01')).toBe('pauseInvalid');
    expect(refusalOf(does(world, { type: 'resumeStanding', ...about('anna') }))).toBe('pauseInvalid');
  });
});

test('what is finished stays as it was when a habit changes later', () => {
  stands('anna', 'vlees');
  world.now = at('2026-11-04', '12:45');
  does(world, { type: 'finishMeal', activityId: on('2026-11-04') });
  stands('anna', 'vegetarisch');
  expect(plateOf(world, 'anna', on('2026-11-04')).dish).toBe('vlees');
  expect(plateOf(world, 'anna', on('2026-11-11')).dish).toBe('vegetarisch');
});

test('does not come to a meal that was closed by hand before the habit began, nor over its own number', () => {
  const far = on('2026-11-11');
  does(world, { type: 'closeMeal', activityId: far });
  does(world, { type: 'changeActivity', activityId: far, fields: { capacity: 1 } });
  for (const who of ['anna', 'riet']) stands(who);
  expect(peopleGoing(world.board, far)).toBe(0);
  expect(comesOn('anna', '2026-11-18')).toBe(true);
});

describe('what is closed stays as it was', () => {
  const LATER = on('2026-11-11');
  /** The Thursday before: the next open lunch is Wednesday 4 November. */
  const later = () => {
    world.now = MORNING + 15 * DAY;
  };
  const shuts = (id: string) => does(world, { type: 'closeMeal', activityId: id });
  const stops = (who: string) => refusalOf(world.send(resident(who), { type: 'stopStanding', ...about(who) }));
  const resumes = (who: string) => refusalOf(world.send(resident(who), { type: 'resumeStanding', ...about(who) }));

  test.each(['stops', 'rests'])('when a habit that came to it %s, printed or not', (how) => {
    stands('anna', 'vlees');
    later();
    shuts(LATER);
    prints(world, LATER);
    expect(how === 'stops' ? stops('anna') : pauses('anna', '2026-11-01', '2026-11-30')).toBe('accepted');
    expect(told(listOf(world, LATER).plates)).toEqual(['Anna vlees']);
    expect([listOf(world, LATER).delta, comesOn('anna', '2026-11-04'), comesOn('anna', '2026-11-18')]).toEqual([
      ...[null, false, false],
    ]);
  });

  test('also where it was closed by hand long before', () => {
    const far = on('2026-12-02');
    stands('anna');
    shuts(far);
    expect(stops('anna')).toBe('accepted');
    expect([comesOn('anna', '2026-12-02'), comesOn('anna', '2026-12-09')]).toEqual([true, false]);
  });

  test('also where the date was put forward, and is over by now', () => {
    stands('anna', 'vlees');
    const forward = on('2026-11-18');
    later();
    does(world, { type: 'changeActivity', activityId: forward, fields: { date: '2026-11-02' } });
    world.now = at('2026-11-03', '09:00');
    stops('anna');
    // Its new day has no menu.
    expect(told(listOf(world, forward).plates)).toEqual(['Anna -']);
  });

  test('when somebody who rested comes back: a table that is full stays full', () => {
    for (const who of ['anna', 'riet', 'kees', 'mo']) stands(who);
    later();
    pauses('anna', '2026-11-01', '2026-11-30');
    signsUp(world, 'hein', { on: LATER });
    shuts(LATER);
    expect(resumes('anna')).toBe('accepted');
    expect([peopleGoing(world.board, LATER), comesOn('anna', '2026-11-11'), comesOn('anna', '2026-11-18')]).toEqual([
      ...[4, false, true],
    ]);
  });

  test('and so does a date that was cancelled meanwhile, and is restored later', () => {
    for (const who of ['anna', 'riet', 'kees', 'mo']) stands(who);
    later();
    pauses('anna', '2026-11-01', '2026-11-30');
    signsUp(world, 'hein', { on: LATER });
    does(world, { type: 'cancelActivity', activityId: LATER, reason: '' });
    resumes('anna');
    does(world, { type: 'restoreActivity', activityId: LATER });
    expect(peopleGoing(world.board, LATER)).toBe(4);
  });

  test('when a habit has another dish: what is closed or over keeps the one it had', () => {
    stands('anna', 'vlees');
    world.now = at('2026-12-09', '11:00');
    expect(stands('anna', 'vegetarisch')).toBe('accepted');
    const dish = (date: string) => plateOf(world, 'anna', on(date)).dish;
    expect(['2026-11-04', '2026-12-02', '2026-12-09', '2026-12-16'].map(dish)).toEqual([
      ...['vlees', 'vlees', 'vlees', 'vegetarisch'],
    ]);
  });

  test('when a habit with another dish is taken up again', () => {
    stands('anna', 'vlees');
    world.now = at('2026-11-04', '14:00');
    stops('anna');
    stands('anna', 'vegetarisch');
    expect(plateOf(world, 'anna', on('2026-11-04')).dish).toBe('vlees');
  });
});

test('has its new dish on the dates in sight too, but where another was chosen', () => {
  stands('anna', 'vlees');
  does(world, { type: 'chooseDish', activityId: LUNCH, plateId: plateOf(world, 'anna').id, dish: null });
  stands('anna', 'vegetarisch');
  const dish = (date: string) => plateOf(world, 'anna', on(date)).dish;
  expect(['2026-10-14', '2026-10-21', '2026-10-28', '2026-11-04'].map(dish)).toEqual([
    ...[null, 'vegetarisch', 'vegetarisch', 'vegetarisch'],
  ]);
});

test('that ended in a pause and is taken up again does not rest any more', () => {
  stands('anna');
  world.now = MORNING + 40 * DAY;
  pauses('anna', '2026-11-24', '2027-03-01');
  world.now = MORNING + 50 * DAY;
  does(world, { type: 'stopStanding', ...about('anna') });
  world.now = MORNING + 60 * DAY;
  expect(stands('anna')).toBe('accepted');
  expect(['2026-12-02', '2026-12-16', '2026-12-30', '2027-01-06'].map((date) => comesOn('anna', date))).toEqual([
    ...[false, true, true, true],
  ]);
});
