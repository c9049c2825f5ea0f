import { describe, expect, test } from 'vitest';
import type { BoardRows } from '../../../src/domain/board.ts';
import { houseRows, MORNING } from '../../support/builders.ts';
import { seed, sqlite } from '../../support/engines.ts';
import { openHouseOn, openTestHouse, secrets, type TestHouse, walkEnvelope } from './test-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PICTURES = [3, 0, 8] as const;

const codeOf = (id: string, pictures: readonly number[] = PICTURES) => ({
  id,
  hash: secrets.hashPictureCode(id, pictures),
});
const rows = (): BoardRows => ({
  ...houseRows(),
  card: [{ id: secrets.hashCard('04 A1'), residentId: 'anna' }],
  pictureCode: [codeOf('anna'), codeOf('kees', [1, 2, 3]), codeOf('lies')],
  clearance: [
    { id: 'c1', residentId: 'anna', validUntil: '2027-01-01', types: ['licht'] },
    { id: 'c2', residentId: 'kees', validUntil: '2027-01-01', types: ['licht'] },
  ],
});

const choose = (
  house: TestHouse,
  residentId: string,
  pictures: readonly number[],
  headers: Readonly<Record<string, string>> = {},
) => house.post('/api/identify', { residentId, pictures, visitId: 'visit-1' }, headers);
const right = (house: TestHouse, headers = {}) => choose(house, 'anna', PICTURES, headers);
const WRONG = [0, 0, 0] as const;

async function tablets(house: TestHouse, count: number): Promise<readonly Readonly<Record<string, string>>[]> {
  const names = Array.from({ length: count }, (_, n) => ({ name: `t${n}` }));
  const enrolled = await Promise.all(names.map((name) => house.operate('/api/devices', name)));
  return enrolled.map((reply) => ({ cookie: reply.json().cookie }));
}

describe('a picture code', () => {
  test('in the right order tells who it is, with a proof for this visit', async () => {
    const house = await openTestHouse({ rows: rows() });
    const reply = await right(house);
    expect(reply.status).toBe(200);
    expect(reply.json()).toMatchObject({ residentId: 'anna', proof: 'code', notices: [], signUps: [], bookings: [] });
    expect(reply.json().clearances).toEqual([rows().clearance?.[0]]);
    const actor = { residentId: 'anna', visitId: 'visit-1', token: reply.json().token };
    for (const [n, proof, status] of [
      [1, 'card', 'refused'],
      [2, 'code', 'accepted'],
    ] as const) {
      const tap = { ...walkEnvelope(n), actor: { ...actor, proof } };
      expect((await house.post('/api/commands', tap)).json()).toMatchObject({ status });
    }
  });

  test('tells its owner their trips, of which a shared screen does not know whose they are', async () => {
    const trip = (id: string, residentId: string, from: string, rest = {}) => ({
      id,
      scooterId: 'red',
      residentId,
      from: `${from}T10:00:00Z`,
      to: `${from}T11:00:00Z`,
      blockedUntil: `${from}T11:30:00Z`,
      status: 'booked' as const,
      takenAt: null,
      returnedAt: null,
      batteryLow: false,
      news: null,
      visitId: 'earlier',
      notMade: null,
      ...rest,
    });
    const booking = [
      trip('soon', 'anna', '2026-10-15'),
      trip('told', 'anna', '2026-08-01', { status: 'released', news: 'released' }),
      trip('old', 'anna', '2026-08-02', { status: 'returned' }),
      trip('other', 'kees', '2026-10-16'),
    ];
    const house = await openTestHouse({ rows: { ...rows(), booking } });
    const answer = (await right(house)).json();
    expect(answer.bookings.map(({ id }: { id: string }) => id).sort()).toEqual(['soon', 'told']);
    expect(answer.bookings).toContainEqual({ ...booking[0], visitId: null });
  });

  test.each([
    ['in another order', 'anna', [0, 3, 8]],
    ['of somebody else', 'anna', [1, 2, 3]],
    ['of who has none', 'riet', PICTURES],
    ['of who has left', 'lies', PICTURES],
    ['of who does not exist', 'nobody', PICTURES],
  ])('%s gets the same answer', async (_name, who, pictures) => {
    const house = await openTestHouse({ rows: rows() });
    const [reply, wrong] = [await choose(house, who, pictures), await choose(house, 'anna', WRONG)];
    expect([reply.status, reply.json().code]).toEqual([403, 'codeWrong']);
    expect(reply.text).toBe(wrong.text);
  });

  test.each([
    ['two pictures', [1, 2]],
    ['four pictures', [1, 2, 3, 4]],
    ['a tenth picture', [1, 2, 9]],
    ['a picture before the first', [-1, 2, 3]],
    ['half a picture', [1.5, 2, 3]],
    ['words', ['1', '2', '3']],
    ['nothing', null],
  ])('of %s is not understood, and not counted', async (_name, pictures) => {
    const house = await openTestHouse({ rows: rows() });
    for (let n = 0; n < 6; n += 1) {
      const reply = await choose(house, 'anna', pictures as never);
      expect([reply.status, reply.json().code]).toEqual([400, 'requestMalformed']);
    }
    expect((await right(house)).status).toBe(200);
  });

  test('is in no log and no answer', async () => {
    const house = await openTestHouse({ rows: rows() });
    const reply = await right(house);
    await choose(house, 'anna', [7, 7, 7]);
    expect(house.logged() + reply.text).not.toMatch(/\[3,0,8\]|\[7,7,7\]/);
    expect(reply.text).not.toContain(codeOf('anna').hash);
    expect(house.logged()).not.toContain('anna');
  });
});

describe('wrong picture codes', () => {
  test('five in a row rest that resident at that tablet for fifteen minutes, a right one as well', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (let n = 0; n < 5; n += 1) expect((await choose(house, 'anna', WRONG)).status).toBe(403);
    const reply = await right(house);
    expect([reply.status, reply.json().code]).toEqual([429, 'codeRests']);
    expect(reply.headers['retry-after']).toBe('900');
    const [other] = await tablets(house, 1);
    expect((await right(house, other)).status).toBe(200);
    expect((await choose(house, 'kees', [1, 2, 3])).status).toBe(200);
    house.setNow(MORNING + 15 * MINUTE - 1);
    expect((await right(house)).headers['retry-after']).toBe('1');
    house.setNow(MORNING + 15 * MINUTE);
    expect((await right(house)).status).toBe(200);
  });

  test('rest who has no code in the same way', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (const who of ['anna', 'riet']) {
      const statuses = [];
      for (let n = 0; n < 7; n += 1) statuses.push((await choose(house, who, WRONG)).status);
      expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429]);
    }
  });

  test('begin a new row after a right one', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (let turn = 0; turn < 4; turn += 1) {
      for (let n = 0; n < 4; n += 1) expect((await choose(house, 'anna', WRONG)).status).toBe(403);
      expect((await right(house)).status).toBe(200);
    }
  });

  test('sent at the same moment count one by one', async () => {
    const house = await openTestHouse({ rows: rows() });
    const replies = await Promise.all(Array.from({ length: 30 }, () => choose(house, 'anna', WRONG)));
    expect(replies.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  test('a walk along all doors opens nothing: after twenty all codes of that tablet rest for an hour', async () => {
    // Everybody in the house has the code that is guessed, but for the first twenty doors.
    const people = Array.from({ length: 300 }, (_, n) => `p${n}`);
    const house = await openTestHouse({
      rows: {
        ...rows(),
        resident: people.map((id) => ({ ...houseRows().resident![0]!, id, left: null })),
        pictureCode: people.map((id, n) => codeOf(id, n < 20 ? PICTURES : WRONG)),
      },
    });
    const statuses = [];
    for (const id of people) statuses.push((await choose(house, id, WRONG)).status);
    expect(statuses).toEqual([...Array(20).fill(403), ...Array(280).fill(429)]);
    house.setNow(MORNING + HOUR - 1);
    expect((await choose(house, 'p50', WRONG)).status).toBe(429);
    house.setNow(MORNING + HOUR);
    expect((await choose(house, 'p50', WRONG)).status).toBe(200);
  });

  test('from many tablets rest all codes of the house after fifty, and neither cards nor staff', async () => {
    const house = await openTestHouse({ rows: rows() });
    const doors = await tablets(house, 10);
    for (let n = 0; n < 50; n += 1)
      expect((await choose(house, `nobody-${n}`, WRONG, doors[n % doors.length])).status).toBe(403);
    const reply = await right(house);
    expect([reply.status, reply.json().code]).toEqual([429, 'codeRests']);
    expect(reply.headers['retry-after']).toBe('3600');
    expect((await house.post('/api/identify', { card: '04a1', visitId: 'v' })).status).toBe(200);
    const cookie = await house.signIn('mila');
    expect((await house.get('/api/board?as=staff', { cookie })).status).toBe(200);
    house.setNow(MORNING + HOUR);
    expect((await right(house)).status).toBe(200);
  });

  test('do not rest cards, and wrong cards do not rest codes', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (let n = 0; n < 21; n += 1) await house.post('/api/identify', { card: 'nobody', visitId: 'v' });
    expect((await right(house)).status).toBe(200);
  });
});

describe('setting a picture code', () => {
  const set = async (house: TestHouse, body: unknown, who = 'mila') =>
    house.post('/api/picture-codes', body, { cookie: await house.signIn(who) });

  test('is for staff: the new one works at once, and the old one no more', async () => {
    const house = await openTestHouse({ rows: rows() });
    const reply = await set(house, { residentId: 'anna', pictures: [5, 5, 6] });
    expect(reply.json()).toMatchObject({ status: 'accepted' });
    expect((await choose(house, 'anna', [5, 5, 6])).status).toBe(200);
    expect((await right(house)).status).toBe(403);
    expect(house.store.journal.at(-1)).toMatchObject({ actor: { staffId: 'mila', proof: 'session' } });
    expect(house.logged()).not.toContain('[5,5,6]');
  });

  test('to nothing takes it away', async () => {
    const house = await openTestHouse({ rows: rows() });
    expect((await set(house, { residentId: 'anna', pictures: null })).json()).toMatchObject({ status: 'accepted' });
    expect((await right(house)).status).toBe(403);
  });

  test('the same pictures are another code for everybody', () => {
    const hashes = ['anna', 'kees', 'anna1', ''].map((id) => secrets.hashPictureCode(id, PICTURES));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(secrets.hashPictureCode('anna', [1, 23, 4])).not.toBe(secrets.hashPictureCode('anna', [12, 3, 4]));
  });

  test('is not for a tablet, nor for a volunteer, nor for who does not live here', async () => {
    const volunteer = { ...houseRows().staffMember![0]!, id: 'vera', name: 'Vera', role: 'volunteer' as const };
    const house = await openTestHouse({
      rows: { ...rows(), staffMember: [...houseRows().staffMember!, volunteer] },
    });
    const body = { residentId: 'anna', pictures: [5, 5, 6] };
    const fromTablet = await house.post('/api/picture-codes', body);
    expect([fromTablet.status, fromTablet.json().code]).toEqual([401, 'sessionUnknown']);
    expect((await set(house, body, 'vera')).json()).toMatchObject({ refusal: { type: 'notAllowed' } });
    expect((await set(house, { ...body, residentId: 'nobody' })).json()).toMatchObject({
      refusal: { type: 'residentUnknown' },
    });
    expect((await right(house)).status).toBe(200);
    expect((await house.operate('/api/picture-codes', body)).json()).toMatchObject({ status: 'accepted' });
  });

  test('tells no screen anything, not even staff', async () => {
    const house = await openTestHouse({ rows: rows() });
    await set(house, { residentId: 'anna', pictures: [5, 5, 6] });
    const { hash } = codeOf('anna', [5, 5, 6]);
    const cookie = await house.signIn('mila');
    for (const board of [await house.get('/api/board'), await house.get('/api/board?as=staff', { cookie })])
      expect(board.text).not.toContain(hash);
  });
});

describe('a stricter house', () => {
  const strict = { guessesInARow: 3, guessRestMinutes: 60, guessesOfDevice: 6, guessesOfLocation: 8 };
  const setting = async (house: Pick<TestHouse, 'post' | 'signIn'>, location: object, role = 'mila') => {
    const command = { type: 'setLocation', location };
    const envelope = { ...walkEnvelope(90), command, actor: { staffId: role, proof: 'session', visitId: 'v' } };
    return house.post('/api/commands', envelope, { cookie: await house.signIn(role, null) });
  };

  test('rests a code sooner and longer from then on, without a restart', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (let n = 0; n < 3; n += 1) expect((await choose(house, 'kees', WRONG)).status).toBe(403);
    expect((await setting(house, strict)).json()).toMatchObject({ status: 'accepted' });
    expect((await choose(house, 'kees', WRONG)).status).toBe(403);
    expect((await choose(house, 'kees', [1, 2, 3])).headers['retry-after']).toBe('3600');
  });

  test('rests a tablet and the house sooner, and never a right card', async () => {
    const house = await openTestHouse({ rows: rows() });
    await setting(house, strict);
    const [other, third] = await tablets(house, 2);
    for (const who of ['anna', 'kees', 'lies'])
      for (let n = 0; n < 2; n += 1) expect((await choose(house, who, WRONG)).status).toBe(403);
    expect((await right(house)).status).toBe(429);
    for (let n = 0; n < 2; n += 1) expect((await choose(house, 'lies', WRONG, other)).status).toBe(403);
    expect((await right(house, third)).status).toBe(429);
    expect((await house.post('/api/identify', { card: '04 A1', visitId: 'visit-1' })).status).toBe(200);
    const wrongCard = { card: '99 99', visitId: 'visit-1' };
    const statuses = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await house.post('/api/identify', wrongCard)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 429, 429]);
  });

  test('changes nothing for another flat of the same server', async () => {
    const store = await (await sqlite.create()).open();
    const flats = [];
    for (const id of ['linden', 'meeuw']) {
      await seed(store, { ...rows(), location: [] }, { ...houseRows().location![0]!, id });
      flats.push(await openHouseOn(store, id));
    }
    const [linden, meeuw] = flats as [(typeof flats)[0], (typeof flats)[0]];
    await setting(linden, strict);
    const until429 = async (house: typeof linden) => {
      let wrong = 0;
      while ((await choose(house as TestHouse, 'anna', WRONG)).status === 403) wrong += 1;
      return wrong;
    };
    expect(await until429(linden)).toBe(3);
    expect(await until429(meeuw)).toBe(5);
  });

  test('is never an easier one, whoever asks', async () => {
    const house = await openTestHouse({ rows: rows() });
    for (const looser of [{ guessesInARow: 6 }, { guessesOfDevice: 1000 }, { guessRestMinutes: 0 }]) {
      const reply = await setting(house, looser);
      expect(reply.json()).toMatchObject({ code: 'commandMalformed', detail: expect.stringContaining('location') });
    }
  });
});
