// Changing a series from the desk: one date, this and all that follow, or all; ending it, copying it, and its rooms.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { activitiesBetween, activityById } from '../../src/domain/activity.ts';
import { boardOf } from '../../src/domain/board.ts';
import { apply } from '../../src/domain/changes.ts';
import type { Command } from '../../src/domain/commands.ts';
import { daysOff, easterOf, holidaysOf } from '../../src/domain/holidays.ts';
import { reachOf } from '../../src/domain/reach.ts';
import { clashesOf, roomsOf } from '../../src/domain/rooms.ts';
import { redactBoard, redactChanges } from '../../src/domain/scopes.ts';
import { group, row, rows } from '../../src/domain/table.ts';
import { addDays } from '../../src/domain/time.ts';
import {
  activity,
  aSeries,
  at,
  createWorld,
  house,
  line,
  listsOf,
  MORNING,
  noticesOf,
  partiesIn,
  refusalOf,
  resident,
  series,
  staff,
  tasksFor,
  type World,
  ZONE,
} from '../support/builders.ts';

const [FIRST, SECOND, THIRD] = ['choir/2026-10-14', 'choir/2026-10-21', 'choir/2026-10-28'] as const;
const {
  id: _id,
  phases: _phases,
  revision: _revision,
  ...made
} = aSeries({
  id: 'new',
  title: 'Stoelyoga',
  rule: { type: 'weekly', interval: 1, weekdays: [2], from: '2026-11-03', until: '2026-12-29' },
});

let world: World;
const does = (command: Command, who = staff) => world.send(who, command);
const signUp = (activityId: string, residentIds: readonly string[]) =>
  does({ type: 'signUp', activityId, residentIds, guests: 0 }, resident(residentIds[0]!));
const change = (fields: Extract<Command, { type: 'changeSeries' }>['fields'], more: object = {}) =>
  does({ type: 'changeSeries', activityId: SECOND, reach: 'following', fields, days: 0, ...more });

beforeEach(() => {
  world = createWorld();
});

describe('a change to this date and all that follow', () => {
  test('leaves what was before, keeps every id and place, and tells who is signed up', () => {
    signUp(FIRST, ['anna']);
    signUp(SECOND, ['anna']);
    signUp(SECOND, ['riet', 'leen']);
    expect(refusalOf(change({ startTime: '11:00', endTime: '12:00' }))).toBe('accepted');
    expect(activity(world.board, FIRST).startTime).toBe('10:00');
    expect([SECOND, THIRD].map((id) => activity(world.board, id).startTime)).toEqual(['11:00', '11:00']);
    expect(line(world.board, SECOND)).toEqual(['going anna', 'going riet+leen']);
    expect(noticesOf(world.board, 'leen')).toEqual([`changed ${SECOND}`]);
    expect(tasksFor(world.board, 'anna')).toEqual([`changed ${SECOND}`]);
    expect(activity(world.board, SECOND).was).toEqual({ date: '2026-10-21', startTime: '10:00', room: 'Huiskamer' });
  });

  test('may be another day: the ids stay, and shared screens see the same day as the desk', () => {
    signUp(SECOND, ['anna']);
    const before = boardOf(redactBoard(world.board, 'kiosk', world.now));
    expect(refusalOf(change({}, { days: 1 }))).toBe('accepted');
    expect(activity(world.board, SECOND).date).toBe('2026-10-22');
    expect(activity(world.board, THIRD).date).toBe('2026-10-29');
    const kiosk = apply(before, redactChanges(world.journal.at(-1)!.changes, 'kiosk', world.board, world.now));
    const on = (board: typeof kiosk) =>
      activitiesBetween(board, '2026-10-20', '2026-10-28').map(({ id, date }) => [id, date]);
    expect(on(kiosk)).toEqual(on(world.board));
    expect(line(kiosk, SECOND)).toEqual(['going anna']);
  });

  test('leaves a date that was changed by hand, and a change to all takes that back', () => {
    does({ type: 'changeActivity', activityId: THIRD, fields: { startTime: '10:45', title: 'Koor met taart' } });
    change({ startTime: '09:00' });
    expect(activity(world.board, THIRD)).toMatchObject({ startTime: '10:45', title: 'Koor met taart' });
    change({ startTime: '09:30' }, { reach: 'all' });
    expect(activity(world.board, THIRD)).toMatchObject({ startTime: '09:30', title: 'Koor met taart' });
  });

  test('may run over midnight, and takes no afternoon that was set by hand along', () => {
    does({ type: 'changeActivity', activityId: THIRD, fields: { startTime: '15:00', endTime: '16:00' } });
    expect(refusalOf(change({ startTime: '22:00', endTime: '00:30', endDays: 1 }))).toBe('accepted');
    expect(activity(world.board, SECOND)).toMatchObject({ startTime: '22:00', endTime: '00:30', endDays: 1 });
    expect(activity(world.board, THIRD)).toMatchObject({ startTime: '15:00', endTime: '16:00', endDays: 0 });
    expect(refusalOf(change({ endDays: 0 }))).toBe('endsBeforeStart');
  });

  test('wins over what an earlier change said of later dates', () => {
    change({ title: 'Later', room: 'Hal' }, { activityId: THIRD });
    change({ title: 'Sooner' });
    expect([SECOND, THIRD].map((id) => activity(world.board, id).title)).toEqual(['Sooner', 'Sooner']);
    expect([SECOND, THIRD].map((id) => activity(world.board, id).room)).toEqual(['Huiskamer', 'Hal']);
  });

  test('never touches what has begun, not even when it is about all', () => {
    world.now = at('2026-10-21', '10:30');
    expect(refusalOf(change({ title: 'Nieuw' }, { reach: 'all' }))).toBe('accepted');
    expect([FIRST, SECOND, THIRD].map((id) => activity(world.board, id).title)).toEqual(['choir', 'choir', 'Nieuw']);
    world.now = at('2026-12-25', '10:30');
    expect(refusalOf(change({ title: 'Weer' }, { activityId: 'far/2026-12-24', reach: 'all' }))).toBe('seriesOver');
  });

  test('changes a date that was put off until after dates that have been', () => {
    does({ type: 'changeActivity', activityId: FIRST, fields: { date: '2026-11-20' } });
    world.now = at('2026-11-05', '08:00');
    change({ title: 'Nieuw' }, { activityId: FIRST, reach: 'all' });
    expect(activity(world.board, FIRST)).toMatchObject({ title: 'Nieuw', date: '2026-11-20' });
    expect(activity(world.board, THIRD).title).toBe('choir');
  });

  test('is refused in words where it cannot be, and nothing is half done', () => {
    const before = world.board;
    expect(refusalOf(change({ room: 'Zolder' }))).toBe('roomUnknown');
    expect(refusalOf(change({ endTime: '09:00' }))).toBe('endsBeforeStart');
    expect(refusalOf(change({}, { days: 40, activityId: 'choir/2026-10-15' }))).toBe('activityUnknown');
    change({}, { days: 40 });
    expect(refusalOf(change({}, { days: 40 }))).toBe('shiftTooFar');
    expect(row(before.series, 'choir', 'choir')!.phases).toEqual([]);
  });

  test('asks before a name shows that was hidden, and nobody where nobody is signed up', () => {
    const opens = { fields: { discreet: false }, activityId: 'memory/2026-10-15' } as const;
    expect(refusalOf(change(opens.fields, opens))).toBe('accepted');
    signUp('memory/2026-10-14', ['anna']);
    const one = { type: 'changeActivity', activityId: 'memory/2026-10-14', fields: { discreet: false } } as const;
    expect(refusalOf(does(one))).toBe('namesWouldShow');
    expect(refusalOf(does({ ...one, named: true }))).toBe('accepted');
    expect(refusalOf(does({ ...one, fields: { discreet: true } }))).toBe('accepted');
    expect(refusalOf(change({ discreet: true }, { activityId: 'lunch/2026-10-15' }))).toBe('mealHasNames');
  });

  test('asks before there are fewer places than people, and throws nobody out', () => {
    for (const who of ['anna', 'kees', 'hein']) signUp(SECOND, [who]);
    expect(change({ capacity: 2 })).toMatchObject({ error: { type: 'capacityBelow', people: 3, capacity: 2 } });
    expect(refusalOf(change({ capacity: 2 }, { beyond: true }))).toBe('accepted');
    expect(line(world.board, SECOND)).toEqual(['going anna', 'going kees', 'going hein']);
    const one = { type: 'changeActivity', activityId: SECOND, fields: { capacity: 1 } } as const;
    expect(refusalOf(does(one))).toBe('capacityBelow');
    expect(refusalOf(does({ ...one, beyond: true }))).toBe('accepted');
  });
});

describe('two managers at the same series', () => {
  test('who changes what the other has not touched, loses nothing', () => {
    change({ room: 'Hal' }, { was: { room: 'Huiskamer' } });
    expect(refusalOf(change({ title: 'Zangkoor' }, { was: { title: 'choir' } }))).toBe('accepted');
    expect(activity(world.board, SECOND)).toMatchObject({ room: 'Hal', title: 'Zangkoor' });
  });

  test('who would overwrite the other unseen is asked, for one date and for all', () => {
    change({ room: 'Hal' }, { was: { room: 'Huiskamer' } });
    const second = { room: 'Tuin', title: 'Zangkoor' };
    const was = { room: 'Huiskamer', title: 'choir' };
    expect(change(second, { was })).toMatchObject({ error: { type: 'changedMeanwhile', fields: ['room'] } });
    expect(does({ type: 'changeActivity', activityId: SECOND, fields: second, was })).toMatchObject({
      error: { type: 'changedMeanwhile', fields: ['room'] },
    });
    expect(activity(world.board, SECOND)).toMatchObject({ room: 'Hal', title: 'choir' });
    expect(refusalOf(change(second, { was: { ...was, room: 'Hal' } }))).toBe('accepted');
  });

  test('every change gives calendars a new number, and a change of nothing does not', () => {
    const number = () => row(world.board.series, 'choir', 'choir')!.revision;
    change({ title: 'Zangkoor' });
    expect(number()).toBe(1);
    change({ title: 'Zangkoor' });
    does({ type: 'skipDate', seriesId: 'choir', date: '2026-10-28' });
    expect(number()).toBe(2);
  });
});

describe('a new series', () => {
  const begin = (fields: object) => does({ type: 'putSeries', series: { ...made, ...fields } });

  test('is on the programme, on its dates and not on the days it leaves out', () => {
    expect(refusalOf(begin({ skipped: ['2026-12-22', '2026-12-29'] }))).toBe('accepted');
    const id = [...rows(world.board.series)].find(({ title }) => title === 'Stoelyoga')!.id;
    expect(activityById(world.board, `${id}/2026-12-15`)).toMatchObject({ title: 'Stoelyoga', date: '2026-12-15' });
    expect(activityById(world.board, `${id}/2026-12-22`)).toBeUndefined();
  });

  test.each([
    ['without end', { rule: { ...made.rule, until: null } }, 'seriesEndless'],
    ['that skips its first date', { skipped: ['2026-11-03'] }, 'firstDateSkipped'],
    ['without any date', { rule: { ...made.rule, until: '2026-10-01' } }, 'seriesEmpty'],
    ['in a room there is not', { room: 'Zolder' }, 'roomUnknown'],
    ['that ends before it begins', { endTime: '09:00' }, 'endsBeforeStart'],
  ])('%s is refused, and nothing is written', (_name, fields, refusal) => {
    const before = listsOf(world.board);
    expect(refusalOf(begin(fields))).toBe(refusal);
    expect(listsOf(world.board)).toEqual(before);
  });

  test('that skips its first date hears on which it may begin', () => {
    expect(begin({ skipped: ['2026-11-03', '2026-11-10'] })).toMatchObject({
      error: { date: '2026-11-03', next: '2026-11-17' },
    });
  });
});

describe('the end of a series', () => {
  test('tells who is signed up for a date that goes, and may be put later again', () => {
    signUp(THIRD, ['anna']);
    does({ type: 'changeActivity', activityId: 'choir/2026-11-11', fields: { title: 'Met taart' } });
    expect(refusalOf(does({ type: 'endSeries', seriesId: 'choir', until: '2026-10-21' }))).toBe('accepted');
    expect(activityById(world.board, 'choir/2026-11-04')).toBeUndefined();
    expect(activityById(world.board, 'choir/2026-11-11')).toBeUndefined();
    expect(activity(world.board, THIRD).cancelled).toBe('');
    expect(line(world.board, THIRD)).toEqual(['going anna']);
    expect(noticesOf(world.board, 'anna')).toEqual([`cancelled ${THIRD}`]);
    does({ type: 'endSeries', seriesId: 'choir', until: '2026-12-30' });
    expect(activityById(world.board, 'choir/2026-11-04')).toBeDefined();
  });

  test('never lies in the past', () => {
    expect(does({ type: 'endSeries', seriesId: 'choir', until: '2026-10-12' })).toMatchObject({
      error: { type: 'endInPast', first: '2026-10-13' },
    });
    expect(refusalOf(does({ type: 'endSeries', seriesId: 'opera', until: '2026-12-12' }))).toBe('seriesUnknown');
  });
});

test('a week is done once more, with what its dates had of their own, and what is there already stays', () => {
  does({ type: 'changeActivity', activityId: 'fair/2026-10-14', fields: { title: 'Kermis', capacity: 9 } });
  const copy = { type: 'copyActivities', activityIds: ['fair/2026-10-14', FIRST], days: 7 } as const;
  expect(refusalOf(does(copy))).toBe('accepted');
  expect(activity(world.board, 'fair/2026-10-21')).toMatchObject({ title: 'Kermis', capacity: 9, date: '2026-10-21' });
  expect(row(world.board.series, 'choir', 'choir')).toEqual(series.choir);
  const once = listsOf(world.board);
  does(copy);
  expect(listsOf(world.board)).toEqual(once);
});

describe('rooms', () => {
  test('are those of the house and those only the programme names', () => {
    expect(roomsOf(world.board).map(({ name }) => name)).toContain('Huiskamer');
    does({ type: 'putRoom', id: null, name: 'Gymzaal', places: 16, shared: false });
    expect(refusalOf(does({ type: 'putRoom', id: null, name: ' gymzaal ', places: null, shared: true }))).toBe(
      'nameTaken',
    );
    expect(refusalOf(does({ type: 'removeRoom', roomId: 'gymzaal' }))).toBe('accepted');
    expect(refusalOf(does({ type: 'removeRoom', roomId: 'gymzaal' }))).toBe('roomUnknown');
  });

  test('under another name stay the same room, and nobody is told anything', () => {
    signUp(SECOND, ['anna']);
    does({ type: 'changeActivity', activityId: SECOND, fields: { room: 'Hal' } });
    const before = noticesOf(world.board, 'anna');
    expect(refusalOf(does({ type: 'putRoom', id: 'hal', name: 'Entree', places: null, shared: false }))).toBe(
      'accepted',
    );
    expect(refusalOf(does({ type: 'putRoom', id: 'huiskamer', name: 'De Zaal', places: 60, shared: false }))).toBe(
      'accepted',
    );
    expect([FIRST, SECOND].map((id) => activity(world.board, id).room)).toEqual(['De Zaal', 'Entree']);
    expect(noticesOf(world.board, 'anna')).toEqual(before);
  });

  test('clash in both activities, unless the room is shared, or one of them is off', () => {
    const clash = () => {
      const clashes = clashesOf(world.board, activitiesBetween(world.board, '2026-10-14', '2026-10-14'), ZONE);
      return [...clashes].map(([id, others]) => [id, others.map((each) => each.id)]);
    };
    does({ type: 'changeActivity', activityId: 'walk/2026-10-14', fields: { startTime: '11:00', endTime: '12:00' } });
    does({ type: 'changeActivity', activityId: 'library/2026-10-14', fields: { room: 'Tuin' } });
    expect(clash()).toEqual([
      [FIRST, ['walk/2026-10-14']],
      ['walk/2026-10-14', [FIRST]],
    ]);
    does({ type: 'cancelActivity', activityId: FIRST, reason: '' });
    expect(clash()).toEqual([]);
    does({ type: 'restoreActivity', activityId: FIRST });
    does({ type: 'putRoom', id: 'huiskamer', name: 'Huiskamer', places: null, shared: true });
    expect(clash()).toEqual([]);
  });
});

describe('days off', () => {
  test('are computed, King’s Day on Saturday where the 27th is a Sunday', () => {
    // Easter Sundays as published, the earliest and the latest of the century among them.
    expect([2008, 2011, 2024, 2026, 2027, 2038].map(easterOf)).toEqual([
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]);
    const of = (year: number) => Object.fromEntries(holidaysOf(year).map(({ date, holiday }) => [holiday, date]));
    expect(of(2026)).toMatchObject({ ascension: '2026-05-14', whitMonday: '2026-05-25', kingsDay: '2026-04-27' });
    expect(of(2031).kingsDay).toBe('2031-04-26');
  });

  test('are named, with the periods of the house', () => {
    expect(
      refusalOf(does({ type: 'setPeriod', id: null, name: 'Kerst', from: '2026-12-24', until: '2026-12-20' })),
    ).toBe('periodInvalid');
    does({ type: 'setPeriod', id: null, name: 'Kerstvakantie', from: '2026-12-19', until: '2027-01-03' });
    const found = daysOff(world.board, ['2026-12-15', '2026-12-22', '2026-12-25']);
    expect([...found.values()].map(({ date, holiday, period }) => [date, holiday, period?.name])).toEqual([
      ['2026-12-22', null, 'Kerstvakantie'],
      ['2026-12-25', 'christmas', 'Kerstvakantie'],
    ]);
    const [period] = [...rows(world.board.period)];
    expect(refusalOf(does({ type: 'removePeriod', periodId: period!.id }))).toBe('accepted');
    expect(refusalOf(does({ type: 'removePeriod', periodId: period!.id }))).toBe('periodUnknown');
  });
});

describe('the people of an activity', () => {
  test('are marked as come or not, by who was there, and never of a meal or a day to come', () => {
    const mark = { type: 'markAttendance', activityId: FIRST, residentIds: ['anna', 'kees'], came: true } as const;
    expect(refusalOf(does(mark))).toBe('accepted');
    does({ ...mark, residentIds: ['kees'], came: null });
    does({ type: 'countVisitors', activityId: FIRST, people: 3 });
    expect(
      [...group(world.board.attendance, FIRST).values()].map(({ came, residentId }) => [residentId, came]),
    ).toEqual([['anna', true]]);
    expect(row(world.board.visitors, FIRST, FIRST)).toEqual({ id: FIRST, people: 3 });
    expect(refusalOf(does({ ...mark, activityId: 'lunch/2026-10-14' }))).toBe('isAMeal');
    expect(refusalOf(does({ ...mark, activityId: SECOND }))).toBe('activityNotToday');
    expect(refusalOf(does({ ...mark, residentIds: ['lies'] }))).toBe('residentUnknown');
  });

  test('each get the team’s words once, on the screen and on the round', () => {
    signUp(SECOND, ['riet', 'leen']);
    const say = { type: 'messagePeople', activityId: SECOND, words: 'Neem een jas mee.' } as const;
    expect(refusalOf(does(say))).toBe('accepted');
    does({ ...say, words: 'En een paraplu.' });
    const words = [...group(world.board.notice, 'leen').values()].map((notice) => [notice.type, notice.words]);
    expect(words).toEqual([
      ['message', 'Neem een jas mee.'],
      ['message', 'En een paraplu.'],
    ]);
    expect(group(world.board.callTask, 'riet').size).toBe(2);
    expect(refusalOf(does({ ...say, activityId: THIRD }))).toBe('nobodyToTell');
  });
});

test('before a change each choice says its people, its dates and those changed by hand', () => {
  does({ type: 'endSeries', seriesId: 'choir', until: '2026-11-11' });
  signUp(FIRST, ['anna']);
  signUp(SECOND, ['anna']);
  signUp(SECOND, ['riet', 'leen']);
  does({ type: 'changeActivity', activityId: THIRD, fields: { startTime: '10:45' } });
  const reach = reachOf(world.board, world.now, { activityId: SECOND, fields: ['startTime'] })!;
  expect(reach.one).toMatchObject({ people: 3, dates: 1 });
  expect(reach.following).toMatchObject({ people: 3, dates: 4, first: '2026-10-21', last: '2026-11-11', most: 3 });
  expect(reach.following.byHand.map(({ id }) => id)).toEqual([THIRD]);
  expect(reach.all).toMatchObject({ people: 3, dates: 5, endless: false });
  expect(reachOf(world.board, world.now, { activityId: 'opera/2026-10-14', fields: [] })).toBeNull();
});

describe('a calendar file read again', () => {
  test('keeps what the house said from a date on, and its end where the file has none', () => {
    change({ title: 'Zangkoor' }, { reach: 'all' });
    does({ type: 'endSeries', seriesId: 'choir', until: '2026-11-11' });
    const before = row(world.board.series, 'choir', 'choir');
    does({ type: 'importProgramme', lines: [{ series: series.choir, overrides: [] }] });
    expect(row(world.board.series, 'choir', 'choir')).toEqual(before);
    does({ type: 'importProgramme', lines: [{ series: { ...series.choir, capacity: 9 }, overrides: [] }] });
    expect(row(world.board.series, 'choir', 'choir')!.revision).toBe(before!.revision + 1);
  });
});

const seriesStep = fc.record({
  kind: fc.constantFrom('following', 'all', 'end', 'one', 'skip', 'restore'),
  at: fc.nat({ max: 13 }),
  days: fc.integer({ min: -9, max: 9 }),
  start: fc.constantFrom('09:00', '10:00', '13:00'),
  title: fc.constantFrom('Een', 'Twee'),
});

function commandOf({
  at: nth,
  days,
  kind,
  start,
  title,
}: typeof seriesStep extends fc.Arbitrary<infer S> ? S : never): Command {
  const originalDate = addDays('2026-10-14', nth);
  const activityId = `walk/${originalDate}`;
  const fields = { startTime: start, endTime: '15:00', title };
  if (kind === 'end') return { type: 'endSeries', seriesId: 'walk', until: addDays('2026-10-14', nth) };
  if (kind === 'one')
    return { type: 'changeActivity', activityId, fields: { ...fields, date: addDays(originalDate, days) } };
  if (kind === 'skip') return { type: 'skipDate', seriesId: 'walk', date: originalDate };
  if (kind === 'restore') return { type: 'restoreDate', seriesId: 'walk', date: originalDate };
  return { type: 'changeSeries', activityId, reach: kind as 'all' | 'following', fields, days };
}

test('however a series is changed: nobody loses a place, ids stay, and a shared screen shows what the desk shows', () => {
  fc.assert(
    fc.property(fc.array(seriesStep, { minLength: 1, maxLength: 6 }), (steps) => {
      world = createWorld(house());
      const ids = Array.from({ length: 14 }, (_, n) => `walk/${addDays('2026-10-14', n)}`);
      for (const id of ids) signUp(id, ['anna']);
      const before = new Map(
        ids.map((id) => [id, partiesIn(world.board, id).map((party) => [party.id, party.status])]),
      );
      let kiosk = boardOf(redactBoard(world.board, 'kiosk', MORNING));
      for (const step of steps) {
        does(commandOf(step));
        const { changes } = world.journal.at(-1)!;
        kiosk = apply(kiosk, redactChanges(changes, 'kiosk', world.board, world.now));
      }
      for (const id of ids) {
        expect(partiesIn(world.board, id).map((party) => [party.id, party.status])).toEqual(before.get(id));
        expect(activityById(world.board, id)?.originalDate).toBe(id.slice(5));
      }
      const on = (board: typeof kiosk) => activitiesBetween(board, '2026-10-14', '2026-10-28');
      expect(on(kiosk)).toEqual(on(world.board));
      for (const { id } of on(world.board)) expect(line(kiosk, id)).toEqual(line(world.board, id));
    }),
    { numRuns: 30 },
  );
});
