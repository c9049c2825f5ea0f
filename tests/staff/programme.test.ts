// The programme on the desk: the week as it is drawn, the form and what it comes to, and what a copy of a week takes along.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  blankDraft,
  commandOf,
  datesOfDraft,
  draftOfActivity,
  editOf,
  hoursLater,
  moveOf,
  newSeriesOf,
  type ProgrammeDraft,
  whyNotDraft,
  withCategory,
} from '../../src/client/app/programme-draft.ts';
import { datesAhead, nextThatFits, peopleLines, toldOf } from '../../src/client/app/programme-people.ts';
import { houseWith } from '../../src/client/app/programme-preview.ts';
import { firstClash, usualRoom } from '../../src/client/app/programme-rooms.ts';
import { copiesOf, weekOfProgramme } from '../../src/client/app/staff-programme.ts';
import { roomsOfHouse } from '../../src/client/app/staff-settings.ts';
import { createStaffSpeech } from '../../src/client/i18n/staff-i18n.ts';
import { programmeRefusal } from '../../src/client/staff/programme/programme-words.ts';
import type { Reason } from '../../src/client/state/screens.ts';
import type { Command } from '../../src/domain/commands.ts';
import { rows } from '../../src/domain/table.ts';
import {
  activity,
  aSeries,
  at,
  createWorld,
  house,
  refusalOf,
  resident,
  series,
  staff,
  type World,
} from '../support/builders.ts';

const MONDAY = '2026-10-12';
let world: World;
const does = (command: Command) => world.send(staff, command);
const week = (room: string | null = null) => weekOfProgramme(world.board, MONDAY, { now: world.now, room });
const itemsOn = (date: string) => week().days.find((day) => day.date === date)!.items;

beforeEach(() => {
  world = createWorld();
});

describe('the week', () => {
  test.each([
    ['2026-10-19', { date: '2026-10-25', goes: 'back' }],
    ['2027-03-22', { date: '2027-03-28', goes: 'forward' }],
    ['2026-10-12', null],
  ] as const)('of %s tells the night in which the clock changes', (monday, clock) => {
    expect(weekOfProgramme(world.board, monday, { now: world.now, room: null }).clock).toEqual(clock);
  });

  test('has its days, each with what begins there, and the days off by name', () => {
    does({ type: 'setPeriod', id: null, name: 'Herfst', from: '2026-10-17', until: '2026-10-25' });
    expect(week().days.map(({ date, off }) => [date.slice(8), off?.period?.name ?? ''])).toEqual([
      ...['12', '13', '14', '15', '16'].map((day) => [day, '']),
      ['17', 'Herfst'],
      ['18', 'Herfst'],
    ]);
    expect(itemsOn('2026-10-14').map((item) => item.activity.title)).toContain('choir');
    expect(itemsOn('2026-10-15').map((item) => item.activity.title)).not.toContain('choir');
  });

  test('puts what is on at the same time side by side, and tells a clash in both', () => {
    world = createWorld(house([series.choir, series.walk, series.lunch, series.fair]));
    does({ type: 'changeActivity', activityId: 'walk/2026-10-14', fields: { startTime: '10:15', endTime: '11:00' } });
    const found = (title: string) => itemsOn('2026-10-14').find((item) => item.activity.title === title)!;
    expect(found('walk').lane).not.toBe(found('choir').lane);
    expect(found('choir').lanes).toBe(found('walk').lanes);
    expect(found('lunch').lanes).toBe(1);
    expect(found('choir').clashes.map(({ title }) => title)).toContain('walk');
    expect(found('walk').clashes.map(({ title }) => title)).toContain('choir');
    expect(week().clashes.every(([one, other]) => one.room === other.room)).toBe(true);
  });

  test('lays what begins well apart in steps, and says how far each is seen', () => {
    const at = (id: string, startTime: string, endTime: string) =>
      aSeries({ id, title: id, startTime, endTime, rule: { type: 'dates', dates: ['2026-10-14'] } });
    world = createWorld(
      house([at('long', '09:00', '12:00'), at('second', '10:00', '11:30'), at('third', '11:00', '13:00')]),
    );
    const steps = itemsOn('2026-10-14').map(({ activity, lane, seenUntil, stepped }) => [
      ...[activity.title, lane, seenUntil / 60, stepped],
    ]);
    expect(steps).toEqual([
      ['long', 0, 10, true],
      ['second', 1, 11, true],
      ['third', 2, 13, true],
    ]);
  });

  test('keeps a date in sight that was taken out, and shows one room alone', () => {
    does({ type: 'skipDate', seriesId: 'choir', date: '2026-10-14' });
    expect(itemsOn('2026-10-14').find((item) => item.activity.title === 'choir')!.skipped).toBe(true);
    does({ type: 'changeActivity', activityId: 'walk/2026-10-15', fields: { room: 'Tuin' } });
    expect(week('tuin').days.flatMap(({ items }) => items.map((item) => item.activity.id))).toEqual([
      'walk/2026-10-15',
    ]);
  });

  test('is copied without what comes again by itself', () => {
    const once = aSeries({ id: 'once', rule: { type: 'dates', dates: ['2026-10-14'] } });
    const weekly = aSeries({ id: 'weekly' });
    world = createWorld(house([once, weekly]));
    expect(copiesOf(world.board, '2026-10-19').map(({ id }) => id)).toEqual(['once/2026-10-14']);
  });
});

describe('the form', () => {
  const draft = (fields: Partial<ProgrammeDraft>): ProgrammeDraft => ({
    ...blankDraft('2026-12-15', 'Huiskamer'),
    ...{ title: 'Stoelgym', repeat: 'weekly', until: '2026-12-29' },
    ...fields,
  });

  test.each([
    ['title', { title: ' ' }],
    ['time', { endTime: '' }],
    [null, { endTime: '13:00' }],
    ['until', { until: '' }],
    ['until', { until: '2026-12-01' }],
    ['capacity', { capacity: '0' }],
    ['capacity', { capacity: 'tien' }],
    ['guests', { guests: '21' }],
    ['price', { price: '2,505' }],
    ['minutes', { minutesOfMovement: '-1' }],
    [null, {}],
    [null, { repeat: 'once', until: '', capacity: '12', price: '2,5', minutesOfMovement: '45' }],
  ] as const)('says %s of what is not right', (wrong, fields) => {
    expect(whyNotDraft(draft(fields), true)).toBe(wrong);
  });

  test('leaves days off out by name, and takes a date back or out by hand', () => {
    does({ type: 'setPeriod', id: null, name: 'Kerst', from: '2026-12-19', until: '2027-01-03' });
    const skipped = (fields: Partial<ProgrammeDraft>) =>
      datesOfDraft(world.board, draft(fields)).map((each) => [each.date.slice(8), each.skipped]);
    expect(skipped({})).toEqual([
      ['15', false],
      ['22', true],
      ['29', true],
    ]);
    expect(skipped({ otherwise: ['2026-12-22'] })[1]).toEqual(['22', false]);
    expect(skipped({ skipDaysOff: false, otherwise: ['2026-12-29'] })[2]).toEqual(['29', true]);
    expect(
      refusalOf(does(newSeriesOf(world.board, draft({ price: '2,50', ...withCategory(draft({}), 'dementia') })))),
    ).toBe('accepted');
    const made = [...rows(world.board.series)].find(({ title }) => title === 'Stoelgym')!;
    expect(made).toMatchObject({ skipped: ['2026-12-22', '2026-12-29'], price: 250, discreet: true });
  });

  test('carries only what changed, with what its editor saw', () => {
    const seen = activity(world.board, 'choir/2026-10-21');
    expect(editOf(seen, draftOfActivity(seen))).toBeNull();
    const edit = editOf(seen, { ...draftOfActivity(seen), room: 'Hal', date: '2026-10-22', capacity: '' })!;
    expect(edit).toMatchObject({
      days: 1,
      fields: { room: 'Hal', capacity: null },
      was: { room: 'Huiskamer', capacity: 4, date: '2026-10-21' },
    });
    expect(refusalOf(does(commandOf(edit, 'one', { beyond: false, date: seen.date })))).toBe('accepted');
    expect(activity(world.board, seen.id)).toMatchObject({ date: '2026-10-22', room: 'Hal', capacity: null });
    const moved = moveOf(seen, 0, { startTime: '11:00', endTime: '12:30' });
    expect(refusalOf(does(commandOf(moved, 'all', { beyond: false, date: seen.date })))).toBe('accepted');
    expect(activity(world.board, 'choir/2026-10-28').startTime).toBe('11:00');
  });

  test('takes an end at or before the start as the next day, and its hours together', () => {
    expect(refusalOf(does(newSeriesOf(world.board, draft({ startTime: '22:00', endTime: '00:30' }))))).toBe('accepted');
    const made = [...rows(world.board.series)].find(({ title }) => title === 'Stoelgym')!;
    expect(made).toMatchObject({ startTime: '22:00', endTime: '00:30', endDays: 1 });
    const seen = activity(world.board, `${made.id}/2026-12-22`);
    expect(editOf(seen, draftOfActivity(seen))).toBeNull();
    const edit = editOf(seen, { ...draftOfActivity(seen), endTime: '23:30' })!;
    expect([edit.fields, edit.was]).toEqual([
      { startTime: '22:00', endTime: '23:30', endDays: 0 },
      { startTime: '22:00', endTime: '00:30', endDays: 1 },
    ]);
    expect(refusalOf(does(commandOf(edit, 'one', { beyond: false, date: seen.date })))).toBe('accepted');
    expect(activity(world.board, seen.id)).toMatchObject({ endTime: '23:30', endDays: 0 });
    expect(activity(world.board, `${made.id}/2026-12-29`)).toMatchObject({ endTime: '00:30', endDays: 1 });
  });

  test('leaves what lasts for days as long as it is', () => {
    const seen = { ...activity(world.board, 'choir/2026-10-21'), endDays: 2 };
    expect(editOf(seen, draftOfActivity(seen))).toBeNull();
    expect(editOf(seen, { ...draftOfActivity(seen), endTime: '23:00' })!.fields).toEqual({ endTime: '23:00' });
  });

  test.each([
    [30, { startTime: '22:30', endTime: '00:00', endDays: 1 }],
    [15, { startTime: '22:15', endTime: '23:45' }],
    [300, { startTime: '23:59', endTime: '01:29', endDays: 1 }],
    [-1_800, { startTime: '00:00', endTime: '01:30' }],
  ])('moves an evening by %i minutes without making it shorter', (minutes, hours) => {
    const seen = { ...activity(world.board, 'choir/2026-10-21'), startTime: '22:00', endTime: '23:30' };
    expect(hoursLater(seen, minutes)).toEqual(hours);
  });

  test('starts in the room where most is, and knows the first who wants it too', () => {
    expect(usualRoom(world.board)).toBe('Huiskamer');
    const own = aSeries({ id: 'own', rule: { type: 'dates', dates: ['2026-10-14'] } });
    const board = createWorld(
      house([own, aSeries({ id: 'other', room: 'Huiskamer', startTime: '11:00', endTime: '12:00' })]),
    ).board;
    expect(firstClash(board, own)?.id).toBe('other/2026-10-14');
    expect(firstClash(board, { ...own, rule: { type: 'dates', dates: ['2026-10-15'] } })).toBeNull();
  });
});

describe('the house with a draft in it', () => {
  const foresee = (command: Command) => {
    const verdict = createWorld(world.board, world.now).send(staff, command);
    return verdict.ok ? verdict.value : null;
  };

  test('has something new on its day, while people may still sign up, and is itself left as it is', () => {
    const draft = { ...blankDraft('2026-12-15', 'Huiskamer'), title: 'Stoelgym', startTime: '11:30' };
    const closes = { daysBefore: 0, time: '10:00' };
    const then = houseWith(world.board, { draft: { ...draft, closes }, seen: null, foresee })!;
    expect(then.activity).toMatchObject({ title: 'Stoelgym', date: '2026-12-15' });
    expect(then.now).toBe(at('2026-12-15', '09:59'));
    expect([...rows(world.board.series)].some(({ title }) => title === 'Stoelgym')).toBe(false);
    const dayBefore = houseWith(world.board, {
      ...{ draft: { ...draft, closes: { daysBefore: 1, time: '17:00' } }, seen: null, foresee },
    })!;
    expect(dayBefore.now).toBe(at('2026-12-15', '11:29'));
    expect(houseWith(world.board, { draft: { ...draft, title: '' }, seen: null, foresee })).toBeNull();
    expect(houseWith(world.board, { draft: { ...draft, room: 'Zolder' }, seen: null, foresee })).toBeNull();
  });

  test('has what is changed as it will be', () => {
    const seen = activity(world.board, 'choir/2026-10-21');
    const draft = { ...draftOfActivity(seen), title: 'Koor met taart', date: '2026-10-22' };
    expect(houseWith(world.board, { draft, seen, foresee })!.activity).toMatchObject({
      ...{ id: seen.id, title: 'Koor met taart', date: '2026-10-22' },
    });
    expect(houseWith(world.board, { draft: draftOfActivity(seen), seen, foresee })!.activity).toEqual(seen);
  });
});

test('a room that may be shared is nobody’s clash any more', () => {
  expect(week().clashes.length).toBeGreaterThan(0);
  const { id, isDescribed, name } = roomsOfHouse(world.board).find((room) => room.name === 'Huiskamer')!;
  expect(isDescribed).toBe(false);
  expect(refusalOf(does({ type: 'putRoom', id, name, places: 40, shared: true }))).toBe('accepted');
  expect(week().clashes).toEqual([]);
});

test('the people of an activity stand by door or by name, each resident once', () => {
  const join = (residentIds: readonly string[], guests = 0) =>
    world.send(resident(residentIds[0]!), { type: 'signUp', activityId: 'walk/2026-10-14', residentIds, guests });
  join(['kees', 'toos'], 1);
  join(['anna']);
  const lines = peopleLines(world.board, 'walk/2026-10-14', false);
  expect(lines.map(({ door, guests, residentId }) => [door, residentId, guests])).toEqual([
    ['101', 'anna', 0],
    ['103', 'kees', 1],
    ['103', 'toos', 0],
  ]);
  expect(lines[1]!.together).toBe('Toos Van Toos');
  expect(peopleLines(world.board, 'walk/2026-10-14', true).map(({ residentId }) => residentId)).toEqual([
    'anna',
    'kees',
    'toos',
  ]);
  expect(toldOf(world.board, 'walk/2026-10-14')).toBe(3);
});

test('who would fit is named only where the head of the line does not', () => {
  const waits = (signUpId: string, people: number) => ({ signUpId, people, residentId: '', names: '', door: '' });
  const line = [waits('pair', 2), waits('three', 3), waits('one', 1), waits('other', 1)];
  expect([0, 1, 2].map((left) => nextThatFits(line, left)?.signUpId ?? null)).toEqual([null, 'one', null]);
  expect(nextThatFits(line.slice(0, 2), 1)).toBeNull();
  expect(nextThatFits([], 1)).toBeNull();
});

test('the dates to come are listed with those taken out, and a series without end says so', () => {
  does({ type: 'skipDate', seriesId: 'choir', date: '2026-10-21' });
  const found = datesAhead(world.board, 'choir', '2026-10-14')!;
  expect(found.dates.slice(0, 2).map(({ date, skipped }) => [date, skipped])).toEqual([
    ['2026-10-14', false],
    ['2026-10-21', true],
  ]);
  expect([found.last, found.comesOnce]).toEqual([null, false]);
  expect(datesAhead(world.board, 'far', '2026-10-14')!.comesOnce).toBe(true);
});

test('the last time is the last that goes on, not the day on which the series stops', () => {
  does({ type: 'endSeries', seriesId: 'choir', until: '2026-11-06' });
  const lastOn = () => datesAhead(world.board, 'choir', '2026-10-14')!.lastOn;
  expect(lastOn()).toBe('2026-11-04');
  does({ type: 'skipDate', seriesId: 'choir', date: '2026-11-04' });
  expect(lastOn()).toBe('2026-10-28');
  does({ type: 'endSeries', seriesId: 'choir', until: '2028-01-01' });
  expect(lastOn()).toBe('2028-01-01');
});

describe('a no about the programme says what to do now', () => {
  const speech = createStaffSpeech({ lang: '', dir: '' });
  test.each<readonly [Reason, string]>([
    [{ type: 'seriesEndless' }, 'Een reeks stopt altijd. Kies een laatste keer.'],
    [
      { type: 'firstDateSkipped', date: '2026-12-25', next: '2027-01-08' },
      'De eerste keer, vrijdag 25 december, slaat over. Begin op vrijdag 8 januari, of laat de eerste keer doorgaan.',
    ],
    [{ type: 'seriesEmpty' }, 'Zo is er geen enkele keer. Kies andere dagen, of laat een keer doorgaan.'],
    [{ type: 'roomUnknown', room: 'Zolder' }, 'Zolder is geen ruimte van dit huis. Kies een ruimte, of voeg haar toe.'],
    [
      { type: 'capacityBelow', activityId: 'a', people: 3, capacity: 2 },
      'Er doen al 3 mensen mee. Kies meer plaatsen, of verander het toch.',
    ],
    [{ type: 'namesWouldShow', people: 2 }, '2 mensen weten niet dat hun naam op het bord komt. Vraag het hun eerst.'],
    [{ type: 'endsBeforeStart', activityId: 'a' }, 'Het einde moet na het begin zijn. Verander de tijden.'],
    [{ type: 'endInPast', first: '2026-10-13' }, 'Wat is geweest blijft staan. Kies een dag vanaf dinsdag 13 oktober.'],
    [
      { type: 'changedMeanwhile', fields: ['room'] },
      'Iemand anders heeft dit intussen veranderd. Kijk wat er nu staat.',
    ],
    [{ type: 'mealHasNames', activityId: 'a' }, 'Bij eten kan dit niet. Maak er een nieuwe activiteit van.'],
    [
      { type: 'activityFull', activityId: 'a', left: 1 },
      'Er zijn niet genoeg plaatsen vrij. Maak er meer, of laat hen wachten.',
    ],
    [{ type: 'againTooLate', days: 7 }, 'Dat is te ver weg. Kies een dag binnen 7 dagen.'],
  ])('%o', (reason, sentence) => {
    expect(programmeRefusal(speech, reason)).toBe(sentence);
  });
});
