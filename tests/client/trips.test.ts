// Booking, taking and bringing back a shared scooter, as the screens call it; the network plays along or does not.
import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/client/app.ts';
import { createI18n } from '../../src/client/i18n/create-i18n.ts';
import type { Http, Reply } from '../../src/client/platform/http.ts';
import { createIds } from '../../src/client/platform/ids.ts';
import { createMemoryStorage } from '../../src/client/platform/storage.ts';
import type { BoardRows } from '../../src/domain/board.ts';
import type { Command, Envelope } from '../../src/domain/commands.ts';
import { decideForResidents } from '../../src/domain/decide-for-residents.ts';
import type { Booking } from '../../src/domain/scooter-rows.ts';
import { myBookings } from '../../src/domain/scooter-views.ts';
import { rows } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { createFakeServer } from '../support/fake-server.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { smallHouse } from '../support/small-house.ts';

const scooter = (id: string) => ({
  id,
  name: id,
  colour: 'rood',
  type: 'licht',
  maxSpeed: 8,
  place: 'Vak 1',
  remark: '',
});
const house: BoardRows = {
  ...smallHouse,
  scooter: [scooter('Meeuw'), scooter('Merel')],
  clearance: ['ans', 'bep', 'riet'].map((id) => ({
    id: `c-${id}`,
    residentId: id,
    validUntil: '2027-01-01',
    types: ['licht'],
  })),
};
const TRIP = { date: '2026-10-14', time: '14:00', minutes: 120 } as const;
const BOOK = { type: 'book', ...TRIP } as const;

/** Ans lives alone on the ground floor and has a card and the pictures 0, 1, 2. At 11:00 on the wall. */
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
  let code: Reply | null = null;
  const bookings = () => [...rows(server.history().board.booking)];
  const identify = (body: { card?: string; residentId?: string; pictures?: readonly number[] }): Reply => {
    if (body.pictures !== undefined && code !== null) return code;
    const residentId = body.card ?? (body.pictures?.join() === '0,1,2' ? body.residentId : undefined);
    if (residentId === undefined) return { type: 'problem', status: 403, code: 'codeWrong' };
    const theirs = <Row extends { readonly residentId: string | null }>(all: Iterable<Row>) =>
      [...all].filter((each) => each.residentId === residentId);
    const clearances = theirs(rows(server.history().board.clearance));
    return { type: 'ok', body: { residentId, token: 'token', signUps: [], bookings: theirs(bookings()), clearances } };
  };
  const http: Http = {
    ...server.http,
    post: async (path, body) =>
      path === '/api/identify' ? identify(body as Parameters<typeof identify>[0]) : server.http.post(path, body),
  };
  const app = createApp({
    rules: signal(decideForResidents),
    i18n: createI18n({ root: { lang: '', dir: '' }, load: () => Promise.reject(new Error('no words in this test')) }),
    platform: {
      http,
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
  const tap = async (act: () => void) => {
    act();
    await timers.advance(0);
  };
  const elsewhere = (residentId: string, command: Command): Envelope => ({
    id: newId(),
    command,
    tappedAt: instantText(timers.now()),
    actor: { residentId, proof: 'card', visitId: 'elsewhere' },
  });
  const mine = () => myBookings(app.board.value!, timers.now(), ['ans']);
  const answerCodesWith = (reply: Reply) => {
    code = reply;
  };
  return { answerCodesWith, app, bookings, elsewhere, mine, server, tap, timers };
}

/** Ans has shown her card. */
async function standAsAns() {
  const stand = await standBefore();
  await stand.tap(() => stand.app.cardRead('ans'));
  return stand;
}

async function withTrip() {
  const stand = await standAsAns();
  await stand.tap(() => stand.app.book(TRIP));
  await stand.timers.advance(1_000);
  return { ...stand, booking: stand.bookings()[0]! };
}

describe('booking', () => {
  test('after the card is one tap, and the trip is known to be theirs when the feed has it without a name', async () => {
    const { app, bookings, mine, timers, tap } = await standAsAns();
    await tap(() => app.book(TRIP));
    await timers.advance(1_000);
    expect(app.screen.value).toMatchObject({ type: 'tripDone', what: 'booked', bookingId: bookings()[0]?.id });
    expect(app.uncertain.value.size).toBe(0);
    expect(mine()).toMatchObject([{ state: 'early', from: '14:00', to: '16:00' }]);
  });

  test('by a name alone leads to card or pictures, and goes on after them', async () => {
    const { app, bookings, tap } = await standBefore();
    await tap(() => app.book(TRIP));
    expect(app.screen.value).toMatchObject({ type: 'who', intent: BOOK });
    await tap(() => app.chooseFloor(BOOK, 0));
    await tap(() => app.chooseDoor(BOOK, 'h1'));
    expect(app.screen.value).toMatchObject({ type: 'code', residentId: 'ans', chosen: [] });
    expect(bookings()).toEqual([]);
    for (const picture of ['sun', 'coffee', 'home'] as const) await tap(() => app.choosePicture(picture));
    expect(app.identity.value).toMatchObject({ residentIds: ['ans'], proof: 'code' });
    expect(app.screen.value).toMatchObject({ type: 'tripDone', what: 'booked' });
    await tap(() => app.back());
    expect(app.screen.value.type).toBe('today');
  });

  test('of who is known by name goes straight to the pictures', async () => {
    const { app, tap } = await standBefore();
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.book(TRIP));
    expect(app.screen.value).toMatchObject({ type: 'code', residentId: 'ans' });
  });

  test('of two who came together asks which of them', async () => {
    const { app, tap } = await standBefore();
    await tap(() => app.identify({ type: 'myThings' }, ['riet', 'leen']));
    await tap(() => app.book(TRIP));
    expect(app.screen.value).toMatchObject({ type: 'who', floor: 1, homeId: 'h12' });
  });

  test('is of the scooter that was chosen, also when card and code came after it', async () => {
    const { app, bookings, tap, timers } = await standBefore();
    await tap(() => app.show({ type: 'scooter', page: 2 }));
    await tap(() => app.show({ type: 'scooterChoice', page: 0 }));
    await tap(() => app.chooseScooter('Merel'));
    expect(app.screen.value).toEqual({ type: 'scooter', page: 0 });
    expect(app.wanted.value).toEqual({ scooterId: 'Merel', types: null });
    await tap(() => app.book(TRIP));
    await tap(() => app.cardRead('ans'));
    await timers.advance(1_000);
    expect(bookings()).toMatchObject([{ scooterId: 'Merel' }]);
    await tap(() => app.finish());
    expect(app.wanted.value).toEqual({ scooterId: null, types: null });
  });

  test('of a chosen one that is gone from the house is of any', async () => {
    const { app, tap } = await standAsAns();
    await tap(() => app.chooseScooter('Nergens'));
    expect(app.wanted.value).toEqual({ scooterId: null, types: ['licht'] });
  });

  test('is refused here, and nothing is sent', async () => {
    const { app, bookings, server, tap } = await standAsAns();
    const sent = server.received.length;
    await tap(() => app.book({ ...TRIP, time: '18:00' }));
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: 'scootersClosed' }, date: TRIP.date });
    expect(server.received).toHaveLength(sent);
    expect(bookings()).toEqual([]);
  });

  test('that the server refuses is never called done', async () => {
    const { app, elsewhere, server, tap, timers } = await standAsAns();
    server.fallSilent();
    server.submit(elsewhere('bep', { ...BOOK, scooterId: 'Meeuw', residentId: 'bep' }));
    server.submit(elsewhere('bep', { ...BOOK, time: '15:00', scooterId: 'Merel', residentId: 'bep' }));
    server.submit(elsewhere('ans', { ...BOOK, date: '2026-10-15', scooterId: null, residentId: 'ans' }));
    server.submit(elsewhere('ans', { ...BOOK, date: '2026-10-16', scooterId: null, residentId: 'ans' }));
    await tap(() => app.book(TRIP));
    await timers.advance(1_000);
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: 'tooManyBookings' } });
  });

  test('waits a moment for the answer, says so, and then that it is noted', async () => {
    const { app, bookings, server, tap, timers } = await standAsAns();
    server.become('down');
    await tap(() => app.book(TRIP));
    expect(app.screen.value.type).toBe('today');
    await timers.advance(800);
    expect(app.screen.value.type).toBe('moment');
    await timers.advance(4_000);
    expect(app.screen.value).toMatchObject({ type: 'tripDone', what: 'booked' });
    expect(app.uncertain.value.size).toBe(1);
    expect(bookings()).toEqual([]);
    server.become('well');
    await timers.advance(60_000);
    expect(app.uncertain.value.size).toBe(0);
    expect(bookings()).toHaveLength(1);
  });

  test('that came to nothing after they left is told at any tablet by the trip itself, and here not twice', async () => {
    const { app, bookings, elsewhere, mine, server, tap, timers } = await standAsAns();
    server.become('down');
    server.cut();
    await tap(() => app.book(TRIP));
    await tap(() => app.finish());
    server.submit(elsewhere('bep', { ...BOOK, scooterId: 'Meeuw', residentId: 'bep' }));
    server.submit(elsewhere('riet', { ...BOOK, scooterId: 'Merel', residentId: 'riet' }));
    await timers.advance(10 * 60_000);
    server.become('well');
    await timers.advance(60_000);
    expect(app.answersPending.value).toBe(0);
    await tap(() => app.wake());
    await tap(() => app.cardRead('ans'));
    expect(app.untold.value).toEqual([]);
    expect(mine()).toMatchObject([{ state: 'over', news: 'cancelled', booking: { notMade: 'taken' } }]);
    await tap(() => app.tripSeen(mine()[0]!.booking.id));
    await timers.advance(1_000);
    expect(mine()).toEqual([]);
    expect(bookings().filter(({ notMade }) => notMade !== null)).toMatchObject([{ news: null }]);
  });

  test('of who left while the server was asked shows nothing to the next one', async () => {
    const { app, server, tap, timers } = await standAsAns();
    server.become('down');
    await tap(() => app.book(TRIP));
    await tap(() => app.finish());
    await timers.advance(5_000);
    expect(app.screen.value).toEqual({ type: 'today', page: 0 });
    expect(app.own.value).toBeNull();
  });
});

describe('the pictures', () => {
  const atCode = async () => {
    const stand = await standBefore();
    await stand.tap(() => stand.app.identify({ type: 'scooter' }, ['ans']));
    return stand;
  };
  const choose = async ({ app, tap }: Awaited<ReturnType<typeof atCode>>) => {
    for (const picture of ['moon', 'sun', 'key'] as const) await tap(() => app.choosePicture(picture));
  };

  test('in the wrong order are said to be wrong, and one begins again', async () => {
    const stand = await atCode();
    await choose(stand);
    expect(stand.app.code.value).toBe('wrong');
    expect(stand.app.screen.value).toMatchObject({ type: 'code', chosen: [] });
    expect(stand.app.identity.value?.proof).toBe('name');
  });

  test.each([
    [{ type: 'problem', status: 429, code: 'codeRests' }, 'resting'],
    [{ type: 'problem', status: 503, code: 'unavailable' }, 'unreachable'],
    [{ type: 'unreachable', reason: 'network' }, 'unreachable'],
  ] as const)('after %o say %s', async (reply, said) => {
    const stand = await atCode();
    stand.answerCodesWith(reply);
    await choose(stand);
    expect(stand.app.code.value).toBe(said);
  });

  test('are never chosen twice, and Opnieuw forgets them', async () => {
    const { app, tap } = await atCode();
    await tap(() => app.choosePicture('sun'));
    await tap(() => app.choosePicture('sun'));
    expect(app.screen.value).toMatchObject({ chosen: ['sun'] });
    await tap(() => app.clearPictures());
    expect(app.screen.value).toMatchObject({ chosen: [] });
  });

  test('give way to the card', async () => {
    const { app, tap } = await atCode();
    await tap(() => app.choosePicture('sun'));
    await tap(() => app.cardRead('ans'));
    expect(app.screen.value).toEqual({ type: 'scooter', page: 0 });
    expect(app.identity.value?.proof).toBe('card');
  });
});

describe('a trip', () => {
  test('is given back in one tap', async () => {
    const { app, booking, bookings, tap, timers } = await withTrip();
    await tap(() => app.cancelTrip(booking.id));
    await timers.advance(1_000);
    expect(app.screen.value).toMatchObject({ type: 'tripDone', what: 'left' });
    expect(bookings()).toMatchObject([{ status: 'cancelled' }]);
  });

  test('cannot be taken long before its time', async () => {
    const { app, booking, tap } = await withTrip();
    await tap(() => app.takeScooter(booking.id));
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: 'takenTooEarly' } });
  });

  test('is taken and brought back, with what is broken', async () => {
    const { app, booking, bookings, tap, timers } = await withTrip();
    await timers.advance(Date.parse('2026-10-14T11:50:00Z') - timers.now());
    await tap(() => app.wake());
    await tap(() => app.cardRead('ans'));
    await tap(() => app.takeScooter(booking.id));
    await timers.advance(1_000);
    expect(app.screen.value).toMatchObject({ type: 'tripDone', what: 'taken' });
    await tap(() => app.returnScooter(booking.id, { batteryLow: false, broken: 'light' }));
    await timers.advance(1_000);
    expect(app.screen.value).toMatchObject({ type: 'tripDone', what: 'returnedBroken' });
    expect(bookings()).toMatchObject([{ status: 'returned' }]);
  });

  test('on a scooter found broken moves to the other in one tap', async () => {
    const { app, booking, bookings, mine, tap, timers } = await withTrip();
    await tap(() => app.reportBroken(booking.id, 'tyre'));
    await timers.advance(1_000);
    expect(app.screen.value).toEqual({ type: 'trip', bookingId: booking.id });
    const [stuck] = mine();
    expect(stuck?.state).toBe('doubt');
    await tap(() => app.moveTrip(booking.id, stuck!.other!.id));
    await timers.advance(1_000);
    expect(app.screen.value).toMatchObject({ type: 'tripDone', what: 'booked' });
    expect(live(bookings())).toMatchObject([{ scooterId: stuck!.other!.id, residentId: 'ans' }]);
  });

  test('that was not taken is told once', async () => {
    const { app, booking, mine, tap, timers } = await withTrip();
    await timers.advance(Date.parse('2026-10-14T12:40:00Z') - timers.now());
    await tap(() => app.wake());
    await tap(() => app.cardRead('ans'));
    expect(mine()).toMatchObject([{ state: 'over', news: 'released' }]);
    await tap(() => app.tripSeen(booking.id));
    await timers.advance(1_000);
    expect(mine()).toEqual([]);
  });

  test('leaves the screen with the visit', async () => {
    const { app, mine, tap } = await withTrip();
    await tap(() => app.finish());
    expect(mine()).toEqual([]);
    expect(app.own.value).toBeNull();
  });
});

describe('a day on which none is free', () => {
  test('is counted once where it is known who asks', async () => {
    const { app, server, tap, timers } = await standAsAns();
    await tap(() => app.missed('2026-10-15'));
    expect(app.screen.value).toEqual({ type: 'scooterFull', date: '2026-10-15' });
    await tap(() => app.missed('2026-10-15'));
    await timers.advance(1_000);
    expect([...rows(server.history().board.miss)]).toMatchObject([{ date: '2026-10-15' }]);
  });

  test('is shown and not counted where it is not', async () => {
    const { app, server, tap } = await standBefore();
    await tap(() => app.missed('2026-10-15'));
    expect(app.screen.value.type).toBe('scooterFull');
    expect([...rows(server.history().board.miss)]).toEqual([]);
  });
});

const live = (bookings: readonly Booking[]) => bookings.filter(({ status }) => status === 'booked');
