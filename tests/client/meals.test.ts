// What residents say about their meals, as the screens call it: what they eat, every time, and not for a while.
import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/client/app.ts';
import { createI18n } from '../../src/client/i18n/create-i18n.ts';
import { createIds } from '../../src/client/platform/ids.ts';
import { createMemoryStorage } from '../../src/client/platform/storage.ts';
import type { BoardRows } from '../../src/domain/board.ts';
import type { Envelope } from '../../src/domain/commands.ts';
import { decideForResidents } from '../../src/domain/decide-for-residents.ts';
import { ownPlates, pauseOf, rhythmOf, standingView } from '../../src/domain/own-meal-views.ts';
import { instantText } from '../../src/domain/time.ts';
import { activityView, myNotices } from '../../src/domain/views.ts';
import { aSeries } from '../support/builders.ts';
import { createFakeServer } from '../support/fake-server.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { smallHouse } from '../support/small-house.ts';

const DINNER = 'dinner/2026-10-14';
const NEXT_WEEK = 'dinner/2026-10-21';
const menu = { meal: 'warm', menu: 'Stamppot', allergens: [], price: 550 };
const house: BoardRows = {
  ...smallHouse,
  series: [
    ...(smallHouse.series ?? []),
    aSeries({
      id: 'dinner',
      title: 'Samen eten',
      meal: 'warm',
      startTime: '17:30',
      endTime: '19:00',
      closes: { daysBefore: 0, time: '12:00' },
      guests: 1,
    }),
    aSeries({ id: 'soup', meal: 'lunch', startTime: '12:30', endTime: '13:30' }),
  ],
  menuDay: [
    { id: 'm1', on: 3, ...menu, choices: ['vlees', 'vegetarisch', 'halal'] },
    { id: 'm2', on: 3, ...menu, meal: 'lunch', choices: ['soep'] },
  ],
};

/** At 11:00 on a Wednesday, an hour before the dinner of the evening closes. */
async function standBefore() {
  const timers = createManualTimers(Date.parse('2026-10-14T09:00:00Z'));
  const server = createFakeServer(house, timers.now);
  let made = 0;
  const newId = createIds({
    now: timers.now,
    fillRandom(bytes) {
      made += 1;
      new DataView(bytes.buffer).setUint32(12, made);
    },
  });
  const app = createApp({
    rules: signal(decideForResidents),
    i18n: createI18n({ root: { lang: '', dir: '' }, load: () => Promise.reject(new Error('no words in this test')) }),
    platform: {
      http: server.http,
      storage: createMemoryStorage({ type: 'durable' }),
      timers,
      systemNow: timers.now,
      idsFrom: () => newId,
      alone: (work) => work(),
      page: { whenTouched: () => {}, whenWoken: () => {} },
    },
  });
  await app.start();
  await timers.advance(1_000);
  app.wake();
  const tap = async (act: () => unknown) => {
    void act();
    await timers.advance(0);
  };
  const view = (id: string) => activityView(app.board.value!, id, timers.now(), app.viewer.value)!;
  const eats = (id: string) => {
    const { party } = view(id);
    return party === null ? null : ownPlates(app.board.value!, party).map(({ dish }) => dish);
  };
  const stands = (residentId: string) =>
    standingView(app.board.value!, { seriesId: 'dinner', residentId }, timers.now())!;
  const byStaff = (command: Envelope['command']): Envelope => ({
    id: newId(),
    command,
    tappedAt: instantText(timers.now()),
    actor: { staffId: 'operator', proof: 'session', visitId: 'desk' },
  });
  return { app, byStaff, eats, server, stands, tap, timers, view };
}

const join = (guests = 0) => ({ type: 'join', activityId: DINNER, guests }) as const;

describe('what somebody eats', () => {
  test('is asked after who it is, and the answer is the sign-up', async () => {
    const { app, eats, tap, view } = await standBefore();
    await tap(() => app.identify(join(), ['ans']));
    expect(app.screen.value).toMatchObject({ type: 'dish', residentIds: ['ans'], chosen: [] });
    expect(view(DINNER).party).toBeNull();
    await tap(() => app.chooseToEat('halal'));
    expect(app.screen.value).toMatchObject({ type: 'done', what: 'joined' });
    expect(eats(DINNER)).toEqual(['halal']);
  });

  test('is asked of each who comes and of the guest, in turn, with a way back to the one before', async () => {
    const { app, eats, tap } = await standBefore();
    await tap(() => app.identify(join(1), ['riet', 'leen']));
    await tap(() => app.chooseToEat('vlees'));
    await tap(() => app.chooseToEat('vlees'));
    await tap(() => app.back());
    expect(app.screen.value).toMatchObject({ type: 'dish', chosen: ['vlees'] });
    await tap(() => app.chooseToEat('halal'));
    await tap(() => app.chooseToEat('vegetarisch'));
    expect(eats(DINNER)).toEqual(['vlees', 'halal', 'vegetarisch']);
  });

  test('is asked again of who comes back after all, and what they were told is put away', async () => {
    const { app, eats, tap, timers, view } = await standBefore();
    await tap(() => app.identify(join(), ['ans']));
    await tap(() => app.chooseToEat('halal'));
    await tap(() => app.finish());
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.withdraw(DINNER, view(DINNER).party!.id));
    await timers.advance(1_000);
    const told = () => myNotices(app.board.value!, timers.now(), app.viewer.value);
    const [notice] = told();
    expect(notice?.type).toBe('withdrawn');
    await tap(() => app.signUpAgain(notice!));
    expect(app.screen.value.type).toBe('dish');
    expect(told()).toHaveLength(1);
    await tap(() => app.chooseToEat('vlees'));
    expect(eats(DINNER)).toEqual(['vlees']);
    expect(told()).toEqual([]);
  });

  test('is not asked where there is one dish for all', async () => {
    const { app, tap, view } = await standBefore();
    await tap(() => app.identify({ type: 'join', activityId: 'soup/2026-10-14', guests: 0 }, ['ans']));
    expect(app.screen.value.type).toBe('done');
    expect(view('soup/2026-10-14').state).toBe('joined');
  });

  test('is not asked of who comes too late to be asked', async () => {
    const { app, tap, timers } = await standBefore();
    await timers.advance(3_600_000);
    app.wake();
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.join(DINNER, 0));
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: 'signUpClosed' } });
  });

  test('can be something else until the door closes', async () => {
    const { app, eats, tap, timers, view } = await standBefore();
    await tap(() => app.identify(join(), ['ans']));
    await tap(() => app.chooseToEat('halal'));
    const signUpId = view(DINNER).party!.id;
    const plateId = `${signUpId}/ans`;
    app.show({ type: 'plate', activityId: DINNER, signUpId, plateId: null, page: 0 });
    await tap(() => app.changeDish(DINNER, plateId, 'vlees'));
    expect(app.screen.value.type).toBe('done');
    expect(eats(DINNER)).toEqual(['vlees']);
    await timers.advance(3_600_000);
    app.wake();
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.changeDish(DINNER, plateId, 'halal'));
    expect(app.screen.value.type).toBe('refused');
    expect(eats(DINNER)).toEqual(['vlees']);
  });

  test('is asked of a guest who comes along later', async () => {
    const { app, eats, tap, view } = await standBefore();
    await tap(() => app.identify(join(), ['ans']));
    await tap(() => app.chooseToEat('halal'));
    const signUpId = view(DINNER).party!.id;
    await tap(() => app.changeGuests(DINNER, signUpId, 1));
    expect(app.screen.value).toMatchObject({ type: 'plate', plateId: `${signUpId}/1` });
    await tap(() => app.changeDish(DINNER, `${signUpId}/1`, 'vlees'));
    expect(eats(DINNER)).toEqual(['halal', 'vlees']);
  });

  test('without a connection it is kept, and says so', async () => {
    const { app, eats, server, tap, timers, view } = await standBefore();
    await tap(() => app.identify(join(), ['ans']));
    await tap(() => app.chooseToEat('halal'));
    await timers.advance(1_000);
    server.become('down');
    await timers.advance(60_000);
    const signUpId = view(DINNER).party!.id;
    await tap(() => app.changeDish(DINNER, `${signUpId}/ans`, 'vlees'));
    expect(eats(DINNER)).toEqual(['vlees']);
    expect(app.unsent.value.has(signUpId)).toBe(true);
  });
});

describe('every time', () => {
  test('counts for all who stand there, and stops for all of them', async () => {
    const { app, stands, tap, view } = await standBefore();
    await tap(() => app.identify(join(), ['riet', 'leen']));
    await tap(() => app.chooseToEat('vlees'));
    await tap(() => app.chooseToEat('halal'));
    expect(stands('riet').state).toBe('none');
    await tap(() => app.eatEveryTime('dinner', DINNER));
    expect([stands('riet').state, stands('leen').state]).toEqual(['on', 'on']);
    expect(view(NEXT_WEEK).state).toBe('joined');
    await tap(() => app.stopEveryTime('dinner'));
    expect([stands('riet').state, stands('leen').state]).toEqual(['none', 'none']);
    expect(view(NEXT_WEEK).party).toBeNull();
  });

  test('can rest for a while, from the next meal that is not closed, and go on', async () => {
    const { app, stands, tap, timers, view } = await standBefore();
    await timers.advance(3_600_000);
    app.wake();
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.eatEveryTime('dinner', null));
    expect(stands('ans')).toMatchObject({ state: 'on', next: { id: NEXT_WEEK } });
    const pause = pauseOf(app.board.value!, stands('ans'), 7)!;
    expect(pause).toEqual({ from: '2026-10-21', until: '2026-10-27', backOn: '2026-10-28' });
    app.show({ type: 'standing', seriesId: 'dinner', activityId: null });
    app.show({ type: 'pause', seriesId: 'dinner' });
    await tap(() => app.pauseEveryTime('dinner', pause));
    expect(app.screen.value.type).toBe('standing');
    expect(stands('ans')).toMatchObject({ state: 'paused', backOn: '2026-10-28' });
    expect(view(NEXT_WEEK).party).toBeNull();
    await tap(() => app.resumeEveryTime('dinner'));
    expect(stands('ans').state).toBe('on');
    expect(view(NEXT_WEEK).state).toBe('joined');
  });

  test('this time not leaves the other times as they are', async () => {
    const { app, stands, tap, view } = await standBefore();
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.eatEveryTime('dinner', null));
    await tap(() => app.withdraw(DINNER, view(DINNER).party!.id));
    expect(view(DINNER).party).toBeNull();
    expect(view(NEXT_WEEK).state).toBe('joined');
    expect(stands('ans').state).toBe('on');
  });

  test('is offered by its weekday only where there is one', () => {
    const from = { interval: 1, from: '2026-01-01', until: null };
    expect(rhythmOf({ type: 'weekly', ...from, weekdays: [4] })).toBe(4);
    expect(rhythmOf({ type: 'weekly', ...from, weekdays: [1, 4] })).toBe(0);
    expect(rhythmOf({ type: 'weekly', ...from, interval: 2, weekdays: [4] })).toBe(0);
    expect(rhythmOf({ type: 'daily', ...from })).toBe(0);
    expect(rhythmOf({ type: 'dates', dates: ['2026-10-14'] })).toBeNull();
  });
});

describe('a meal that was closed', () => {
  test('is open for the one it was opened for, as soon as they say who they are', async () => {
    const { app, byStaff, eats, server, tap, timers, view } = await standBefore();
    await timers.advance(3_600_000);
    app.wake();
    server.submit(byStaff({ type: 'openMeal', activityId: DINNER, residentId: 'ans' }));
    await timers.advance(1_000);
    expect(view(DINNER).state).toBe('closed');
    await tap(() => app.join(DINNER, 0));
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: 'signUpClosed' } });
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    expect(view(DINNER).state).toBe('open');
    await tap(() => app.join(DINNER, 0));
    await tap(() => app.chooseToEat('vlees'));
    expect(eats(DINNER)).toEqual(['vlees']);
  });
});
