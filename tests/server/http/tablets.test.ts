// Tablets come into the house by a code of a manager, and are put out with one tap.
import { describe, expect, test, vi } from 'vitest';
import { rows as rowsOf } from '../../../src/domain/table.ts';
import { houseRows, MORNING } from '../../support/builders.ts';
import { openTestHouse, type Reply, type TestHouse, walkEnvelope } from './test-house.ts';

const MINUTE = 60_000;
const volunteer = {
  id: 'joke',
  name: 'Joke',
  role: 'volunteer',
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
} as const;
const rows = { ...houseRows(), staffMember: [...(houseRows().staffMember ?? []), volunteer] };
const open = () => openTestHouse({ rows });

async function newCode(house: TestHouse): Promise<string> {
  const reply = await house.post('/api/devices/codes', {}, { cookie: await house.signIn('mila') });
  expect(reply.status).toBe(201);
  return reply.json().code;
}
const enrol = (house: TestHouse, code: string, headers: Readonly<Record<string, string>> = {}, name = 'Keuken') =>
  house.post('/api/devices/enrol', { code, name }, { cookie: '', ...headers });
const remove = async (house: TestHouse, id: string, by = 'mila') =>
  house.raw(`/api/devices/${id}`, {
    method: 'DELETE',
    headers: { cookie: await house.signIn(by), origin: house.origin, 'content-type': 'application/json' },
  });

describe('a code for a tablet', () => {
  test('makes one browser a tablet of the house, once, with a cookie no script can read', async () => {
    const house = await open();
    const code = await newCode(house);
    expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{6}$/);
    const reply = await enrol(house, ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `);
    expect(reply.status).toBe(204);
    const [cookie = ''] = reply.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^device=[\w-]{43}; /);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${400 * 86_400}`])
      expect(cookie).toContain(part);
    const mine = { cookie: cookie.split(';')[0] ?? '' };
    expect((await house.post('/api/commands', walkEnvelope(1), mine)).json()).toMatchObject({ status: 'accepted' });
    const again = await enrol(house, code);
    expect([again.status, again.json().code]).toEqual([401, 'codeUnknown']);
    expect(again.headers).not.toHaveProperty('set-cookie');
    expect(house.logged()).not.toContain(code);
  });

  test('is safe over TLS alone where the browser speaks it', async () => {
    const house = await open();
    const code = await newCode(house);
    const secure = { host: 'huis.example', origin: 'https://huis.example' };
    expect((await enrol(house, code, secure)).headers['set-cookie']?.[0]).toContain('Secure');
  });

  test('works for ten minutes', async () => {
    const house = await open();
    const code = await newCode(house);
    house.setNow(MORNING + 10 * MINUTE);
    expect((await enrol(house, code)).status).toBe(401);
  });

  test('is for managers to make', async () => {
    const house = await open();
    const asVolunteer = await house.post('/api/devices/codes', {}, { cookie: await house.signIn('joke') });
    expect([asVolunteer.status, asVolunteer.json().code]).toEqual([403, 'notAllowed']);
    expect((await house.post('/api/devices/codes', {})).status).toBe(401);
  });

  test.each([{}, { code: 'K7M2QX' }, { code: 'K7M2QX', name: '  ' }, { code: 'x'.repeat(21), name: 'Hal' }])(
    'is not %j',
    async (body) => {
      const house = await open();
      expect((await house.post('/api/devices/enrol', body, { cookie: '' })).json()).toMatchObject({
        code: 'requestMalformed',
      });
    },
  );

  test('cannot be guessed: ten wrong ones rest the address, and other addresses go on', async () => {
    const house = await open();
    const code = await newCode(house);
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let n = 0; n < 10; n += 1) expect((await enrol(house, 'AAAAAA', from('203.0.113.1'))).status).toBe(401);
    expect((await enrol(house, code, from('203.0.113.1'))).status).toBe(429);
    expect([...rowsOf(house.authority.state().board.lockout)]).toMatchObject([{ way: 'enrolment', staffId: null }]);
    expect((await enrol(house, code, from('203.0.113.2'))).status).toBe(204);
  });

  test('cannot be guessed by many tries at once', async () => {
    const house = await open();
    const { takeOnceCode } = house.store;
    const slowly: typeof takeOnceCode = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return takeOnceCode(...asked);
    };
    Object.assign(house.store, { takeOnceCode: slowly });
    const guesses = Array.from({ length: 60 }, (_, n) => enrol(house, `AAAA${String(n).padStart(2, '0')}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(50);
  });

  test('is not used up by who guesses elsewhere, and does not count against its own address', async () => {
    const house = await open();
    for (let n = 0; n < 250; n += 1) {
      const reply = await enrol(house, 'AAAAAA', { 'x-forwarded-for': `203.0.113.${n % 25}` });
      expect(reply.status).toBe(401);
    }
    for (let n = 0; n < 12; n += 1) {
      const reply = await enrol(house, await newCode(house), { 'x-forwarded-for': '198.51.100.7' });
      expect(reply.status).toBe(204);
    }
  });

  test('ends the session of who makes the tablet one of the house, and takes it off the tablet', async () => {
    const house = await open();
    const code = await newCode(house);
    const session = await house.signIn('mila');
    const reply = await enrol(house, code, { cookie: session });
    expect(reply.status).toBe(204);
    const [device = '', gone = ''] = [...(reply.headers['set-cookie'] ?? [])].sort();
    expect(gone).toMatch(/^session=;.*Max-Age=0/);
    expect((await house.raw('/api/sessions', { headers: { cookie: session } })).status).toBe(401);
    const both = { cookie: `${device.split(';')[0]}; ${session}` };
    expect((await house.raw('/api/board?as=staff', { headers: both })).status).toBe(401);
  });

  test('from another site does nothing', async () => {
    const house = await open();
    const code = await newCode(house);
    expect((await enrol(house, code, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await enrol(house, code)).status).toBe(204);
  });
});

describe('the tablets', () => {
  test('are listed for managers, with when each was last there', async () => {
    const house = await open();
    const id = (await house.operate('/api/devices', { name: 'Keuken' })).json().id;
    house.setNow(MORNING + 5 * MINUTE);
    await house.get('/api/board');
    const reply = await house.get('/api/devices', { cookie: await house.signIn('mila') });
    expect(reply.json()).toEqual([
      { id, name: 'Keuken', at: '2026-10-14T06:00:00Z', lastSeen: null, revoked: false, told: null },
      {
        ...{ id: 'tablet', name: 'hal', at: '1970-01-01T00:00:00Z', lastSeen: '2026-10-14T06:05:00Z' },
        ...{ revoked: false, told: null },
      },
    ]);
    expect(reply.text).not.toContain('token');
    expect((await house.get('/api/devices', { cookie: await house.signIn('joke') })).status).toBe(403);
    expect((await house.get('/api/devices')).status).toBe(401);
  });

  test('are put out for good: no answer within five seconds, and no stream any more', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const house = await open();
      const { id, cookie } = (await house.operate('/api/devices', { name: 'Keuken' })).json();
      const stream = house.get('/api/changes?after=epoch0001:0', { cookie });
      await vi.waitFor(() => expect(house.feed.readers).toBe(1));
      expect((await remove(house, id, 'joke')).status).toBe(403);
      expect((await remove(house, id)).status).toBe(204);
      house.setNow(MORNING + 5_000);
      const reply = await house.get('/api/board', { cookie });
      expect([reply.status, reply.json().code]).toEqual([410, 'deviceRevoked']);
      await vi.advanceTimersByTimeAsync(5_000);
      expect((await stream).text).toContain(': hart');
      expect(house.feed.readers).toBe(0);
      expect((await remove(house, id)).status).toBe(204);
      const nobody = await remove(house, '01234567-89ab-4cde-8f01-23456789abcd');
      expect([nobody.status, nobody.json().code]).toEqual([404, 'deviceNotFound']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a tablet that was put out', () => {
  const UNSENT = ['01234567-89ab-7cde-8f01-23456789abcd', '01234567-89ab-7cde-8f01-23456789abce'];
  const report = (house: TestHouse, cookie: string, body: unknown = { commandIds: UNSENT }) =>
    house.post('/api/devices/unsent', body, { cookie });
  const lines = (house: TestHouse) =>
    house
      .logged()
      .split('\n')
      .filter((line) => line.includes('"put-out-unsent"'))
      .map((line) => JSON.parse(line));
  async function putOut() {
    const house = await open();
    const { id, cookie } = (await house.operate('/api/devices', { name: 'Keuken' })).json();
    expect((await report(house, cookie)).status).toBe(401);
    expect((await remove(house, id)).status).toBe(204);
    return { house, id, cookie };
  }

  const everything: readonly [string, (house: TestHouse, cookie: string) => Promise<Reply>][] = [
    ['its board', (house, cookie) => house.get('/api/board', { cookie })],
    ['its feed', (house, cookie) => house.get('/api/changes?after=epoch0001:0', { cookie })],
    ['what waited', (house, cookie) => house.post('/api/commands', [], { cookie })],
    ['a card', (house, cookie) => house.post('/api/identify', { card: '04A1B2C3', visitId: 'v' }, { cookie })],
    ['who it is', (house, cookie) => house.get('/api/device', { cookie })],
  ];
  test.each(everything)('is told so at its next contact, whatever it wants: %s', async (_what, ask) => {
    const { house, cookie } = await putOut();
    const reply = await ask(house, cookie);
    expect([reply.status, reply.json().code]).toEqual([410, 'deviceRevoked']);
  });

  test('says once which commands never came, by their ids alone', async () => {
    const { house, id, cookie } = await putOut();
    expect((await report(house, cookie)).status).toBe(204);
    expect(lines(house)).toMatchObject([{ level: 'warn', deviceId: id, count: 2, commandIds: UNSENT.join(' ') }]);
    expect((await house.get('/api/board', { cookie })).status).toBe(410);
  });

  test('is the only one who may, and says nothing else that way', async () => {
    const { house, cookie } = await putOut();
    for (const other of [house.cookie, '', 'device=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'])
      expect((await report(house, other)).json()).toMatchObject({ status: 401, code: 'deviceUnknown' });
    for (const body of [
      {},
      { commandIds: [] },
      { commandIds: ['Riet eet mee'] },
      { commandIds: Array(201).fill(UNSENT[0]) },
    ])
      expect((await report(house, cookie, body)).json()).toMatchObject({ code: 'requestMalformed' });
    expect(lines(house)).toEqual([]);
  });

  test('cannot fill the log', async () => {
    const { house, cookie } = await putOut();
    for (let n = 0; n < 20; n += 1) expect((await report(house, cookie)).status).toBe(204);
    expect((await report(house, cookie)).status).toBe(429);
    expect(lines(house)).toHaveLength(20);
    house.setNow(MORNING + 60 * MINUTE);
    expect((await report(house, cookie)).status).toBe(204);
  });
});
