// Changing the programme, by hand and from a calendar file: nobody loses a place and everybody hears of it.
import { beforeEach, describe, expect, test } from 'vitest';
import { activitiesBetween, activityById } from '../../src/domain/activity.ts';
import { boardOf } from '../../src/domain/board.ts';
import type { Command, SeriesLine } from '../../src/domain/commands.ts';
import { redactBoard } from '../../src/domain/scopes.ts';
import type { Series } from '../../src/domain/series.ts';
import { dayView, nobody } from '../../src/domain/views.ts';
import {
  activity,
  at,
  createWorld,
  line,
  MORNING,
  noticesOf,
  refusalOf,
  resident,
  series,
  staff,
  tasksFor,
  type World,
} from '../support/builders.ts';

const CHOIR = 'choir/2026-10-14';

let world: World;
beforeEach(() => {
  world = createWorld();
});

const signUp = (activityId: string, who = 'anna') =>
  world.send(staff, { type: 'signUp', activityId, residentIds: [who], guests: 0 });
const manage = (command: Command) => world.send(staff, command);
const importSeries = (changed: Partial<Series> & Pick<Series, 'id'>, overrides: SeriesLine['overrides'] = []) => {
  const known = Object.values(series).find(({ id }) => id === changed.id);
  return manage({ type: 'importProgramme', lines: [{ series: { ...known!, ...changed }, overrides }] });
};
const thursdays = { type: 'weekly', interval: 1, weekdays: [4], from: '2026-01-07', until: null } as const;
const datesOf = (id: string, from: string, to: string) =>
  activitiesBetween(world.board, from, to)
    .filter(({ seriesId }) => seriesId === id)
    .map(({ date, cancelled }) => (cancelled === null ? date : `${date} cancelled`));

describe('one date', () => {
  test('can be skipped and put back, as often as people like', () => {
    const skip = { type: 'skipDate', seriesId: 'choir', date: '2026-10-14' } as const;
    for (let round = 0; round < 3; round += 1) {
      expect(refusalOf(manage(skip))).toBe('accepted');
      expect(datesOf('choir', '2026-10-07', '2026-10-21')).toEqual(['2026-10-07', '2026-10-21']);
      expect(refusalOf(manage(skip))).toBe('dateNotInSeries');
      expect(refusalOf(manage({ ...skip, type: 'restoreDate' }))).toBe('accepted');
      expect(datesOf('choir', '2026-10-07', '2026-10-21')).toEqual(['2026-10-07', '2026-10-14', '2026-10-21']);
    }
    expect(refusalOf(manage({ ...skip, type: 'restoreDate' }))).toBe('dateNotInSeries');
  });

  test('that the house took out or put back stays so when the calendar file is read again', () => {
    manage({ type: 'skipDate', seriesId: 'choir', date: '2026-10-14' });
    importSeries({ id: 'choir', skipped: ['2026-10-21'] });
    expect(datesOf('choir', '2026-10-07', '2026-10-28')).toEqual(['2026-10-07', '2026-10-28']);
    expect(refusalOf(manage({ type: 'restoreDate', seriesId: 'choir', date: '2026-10-21' }))).toBe('accepted');
    importSeries({ id: 'choir', skipped: ['2026-10-21'] });
    expect(datesOf('choir', '2026-10-07', '2026-10-28')).toEqual(['2026-10-07', '2026-10-21', '2026-10-28']);
    expect(refusalOf(manage({ type: 'restoreDate', seriesId: 'choir', date: '2026-10-15' }))).toBe('dateNotInSeries');
  });

  test('taken out is gone from a shared screen too, which gets the row that says so', () => {
    manage({ type: 'skipDate', seriesId: 'choir', date: '2026-10-14' });
    const screen = boardOf(redactBoard(world.board, 'kiosk', MORNING));
    expect(activityById(screen, CHOIR)).toBeUndefined();
  });

  test('of some days is on until its last day', () => {
    importSeries({ id: 'far', endDays: 3, startTime: '10:00', endTime: '16:00' });
    const onDay = (date: string) =>
      dayView(world.board, date, at(date, '12:00'), nobody).map((view) => view.activity.id);
    expect(onDay('2026-12-27')).toContain('far/2026-12-24');
    expect(onDay('2026-12-28')).not.toContain('far/2026-12-24');
  });

  test('skipped under somebody who is signed up stays in sight as cancelled, and comes back with them', () => {
    signUp(CHOIR);
    manage({ type: 'skipDate', seriesId: 'choir', date: '2026-10-14' });
    expect(datesOf('choir', '2026-10-14', '2026-10-14')).toEqual(['2026-10-14 cancelled']);
    expect(noticesOf(world.board, 'anna')).toEqual([`cancelled ${CHOIR}`]);
    manage({ type: 'restoreDate', seriesId: 'choir', date: '2026-10-14' });
    expect(datesOf('choir', '2026-10-14', '2026-10-14')).toEqual(['2026-10-14']);
    expect(line(world.board, CHOIR)).toEqual(['going anna']);
    expect(noticesOf(world.board, 'anna')).toContain(`restored ${CHOIR}`);
  });

  test('that says something else can be skipped too, with and without people', () => {
    for (const activityId of [CHOIR, 'choir/2026-10-21']) {
      manage({ type: 'changeActivity', activityId, fields: { title: 'Koor met taart' } });
    }
    signUp(CHOIR);
    manage({ type: 'skipDate', seriesId: 'choir', date: '2026-10-14' });
    manage({ type: 'skipDate', seriesId: 'choir', date: '2026-10-21' });
    expect(datesOf('choir', '2026-10-14', '2026-10-21')).toEqual(['2026-10-14 cancelled']);
    expect(activity(world.board, CHOIR).title).toBe('Koor met taart');
  });

  test('that is over keeps who was there, also when it is skipped afterwards', () => {
    signUp(CHOIR);
    world.now = at('2026-10-15', '09:00');
    manage({ type: 'skipDate', seriesId: 'choir', date: '2026-10-14' });
    expect(activityById(world.board, CHOIR)).toMatchObject({ title: 'choir', cancelled: null });
    expect(noticesOf(world.board, 'anna')).toEqual([]);
  });

  test('moved keeps its id and its people, and is found on its new day only', () => {
    signUp(CHOIR);
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { date: '2026-10-16' } });
    expect(datesOf('choir', '2026-10-14', '2026-10-16')).toEqual(['2026-10-16']);
    expect(datesOf('choir', '2026-10-14', '2026-10-14')).toEqual([]);
    expect(activity(world.board, CHOIR).date).toBe('2026-10-16');
    expect(line(world.board, CHOIR)).toEqual(['going anna']);
  });

  test('cannot end before it starts', () => {
    const wrong = { type: 'changeActivity', activityId: CHOIR, fields: { endTime: '09:59' } } as const;
    expect(refusalOf(manage(wrong))).toBe('endsBeforeStart');
    expect(refusalOf(manage({ ...wrong, fields: { endTime: '10:00' } }))).toBe('endsBeforeStart');
    expect(refusalOf(manage({ ...wrong, fields: { endTime: '01:00', endDays: 1 } }))).toBe('accepted');
  });

  test.each(['changeActivity', 'cancelActivity', 'restoreActivity'] as const)(
    'that does not exist refuses %s',
    (type) => {
      const activityId = 'choir/2026-10-15';
      expect(refusalOf(manage({ type, activityId, fields: {}, reason: '' } as Command))).toBe('activityUnknown');
    },
  );

  test('that is not cancelled cannot be restored, nor a date of a series nobody has', () => {
    expect(refusalOf(manage({ type: 'restoreActivity', activityId: CHOIR }))).toBe('activityNotCancelled');
    expect(refusalOf(manage({ type: 'skipDate', seriesId: 'opera', date: '2026-10-14' }))).toBe('seriesUnknown');
    expect(refusalOf(manage({ type: 'restoreDate', seriesId: 'opera', date: '2026-10-14' }))).toBe('seriesUnknown');
    expect(refusalOf(manage({ type: 'skipDate', seriesId: 'choir', date: '2026-10-15' }))).toBe('dateNotInSeries');
  });
});

describe('a calendar file read again', () => {
  test('changes nothing when it says the same', () => {
    importSeries({ id: 'choir' });
    const before = world.board;
    expect(importSeries({ id: 'choir' })).toEqual({ ok: true, value: [] });
    expect(world.board).toBe(before);
  });

  test('with another weekday keeps every date people are signed up for, as cancelled, and tells them', () => {
    signUp(CHOIR);
    signUp('choir/2026-10-21', 'hein');
    importSeries({ id: 'choir', rule: thursdays });
    expect(datesOf('choir', '2026-10-14', '2026-10-29')).toEqual([
      '2026-10-14 cancelled',
      '2026-10-15',
      '2026-10-21 cancelled',
      '2026-10-22',
      '2026-10-29',
    ]);
    expect(line(world.board, CHOIR)).toEqual(['going anna']);
    expect(noticesOf(world.board, 'hein')).toEqual(['cancelled choir/2026-10-21']);
  });

  test('with another weekday says the same again, and nobody hears of it twice', () => {
    signUp(CHOIR);
    importSeries({ id: 'choir', rule: thursdays });
    expect(importSeries({ id: 'choir', rule: thursdays })).toEqual({ ok: true, value: [] });
    expect(tasksFor(world.board, 'anna')).toEqual([`cancelled ${CHOIR}`]);
  });

  test('keeps who is signed up by staff for a date far ahead', () => {
    signUp('far/2026-12-24');
    importSeries({ id: 'far', rule: { type: 'dates', dates: ['2026-12-23'] } });
    expect(activityById(world.board, 'far/2026-12-24')).toMatchObject({ date: '2026-12-24', cancelled: '' });
    expect(noticesOf(world.board, 'anna')).toEqual(['cancelled far/2026-12-24']);
  });

  test('leaves what is over as it was, without telling anybody', () => {
    signUp(CHOIR);
    world.now = at('2026-10-20', '09:00');
    importSeries({ id: 'choir', rule: thursdays });
    expect(activityById(world.board, CHOIR)).toMatchObject({ date: '2026-10-14', cancelled: null, title: 'choir' });
    expect(noticesOf(world.board, 'anna')).toEqual([]);
  });

  test('that has a date again which an earlier file had lost, lets it happen after all', () => {
    signUp(CHOIR);
    importSeries({ id: 'choir', rule: thursdays });
    importSeries({ id: 'choir' });
    expect(activity(world.board, CHOIR).cancelled).toBe(null);
    expect(noticesOf(world.board, 'anna')).toContain(`restored ${CHOIR}`);
  });

  test('with another time for the series tells who is signed up, and a later file can still cancel one date', () => {
    signUp(CHOIR);
    importSeries({ id: 'choir', startTime: '09:30' });
    expect(noticesOf(world.board, 'anna')).toEqual([`changed ${CHOIR}`]);
    expect(activity(world.board, CHOIR).was).toMatchObject({ startTime: '10:00' });
    importSeries({ id: 'choir', startTime: '09:30' }, [{ originalDate: '2026-10-14', fields: {}, cancelled: 'Uitje' }]);
    expect(activity(world.board, CHOIR)).toMatchObject({ cancelled: 'Uitje', was: { startTime: '10:00' } });
  });

  test('says the same twice after people were told of a change, and changes nothing the second time', () => {
    signUp(CHOIR);
    importSeries({ id: 'choir', startTime: '09:30' });
    expect(importSeries({ id: 'choir', startTime: '09:30' })).toEqual({ ok: true, value: [] });
  });

  test('with more places lets the line move up', () => {
    for (const who of ['anna', 'hein', 'riet', 'leen', 'kees']) signUp(CHOIR, who);
    expect(line(world.board, CHOIR)).toContain('waiting kees');
    importSeries({ id: 'choir', capacity: 6 });
    expect(line(world.board, CHOIR)).toContain('going kees');
  });

  test('says something about one date, and takes it back when a later file does not', () => {
    importSeries({ id: 'choir' }, [{ originalDate: '2026-10-14', fields: { room: 'Tuin' }, cancelled: null }]);
    expect(activity(world.board, CHOIR).room).toBe('Tuin');
    importSeries({ id: 'choir' });
    expect(activity(world.board, CHOIR).room).toBe('Huiskamer');
  });

  test('never overrules what the house decided about one date', () => {
    manage({ type: 'cancelActivity', activityId: CHOIR, reason: 'Feest' });
    importSeries({ id: 'choir' }, [{ originalDate: '2026-10-14', fields: { room: 'Tuin' }, cancelled: null }]);
    expect(activity(world.board, CHOIR)).toMatchObject({ cancelled: 'Feest', room: 'Huiskamer' });
  });

  test('has dates of its own that differ only in one series, and touches no other', () => {
    const before = world.board;
    importSeries({ id: 'choir', title: 'Koor' });
    expect(activity(world.board, 'lunch/2026-10-14')).toEqual(activity(before, 'lunch/2026-10-14'));
  });
});

test('a resident may sign up for a moved activity until its new start', () => {
  manage({ type: 'changeActivity', activityId: CHOIR, fields: { date: '2026-10-16' } });
  world.now = at('2026-10-16', '09:59');
  const command = { type: 'signUp', activityId: CHOIR, residentIds: ['riet'], guests: 0 } as const;
  expect(refusalOf(world.send(resident('riet'), { ...command, residentIds: ['riet'] }))).toBe('accepted');
});
