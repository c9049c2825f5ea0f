import { describe, expect, test } from 'vitest';
import type { BoardRows, Rows } from '../../../src/domain/board.ts';
import { houseRows, MORNING } from '../../support/builders.ts';
import { openTestHouse, type Reply, type TestHouse } from './test-house.ts';

const MINUTE = 60_000;
const member = (id: string, role: Rows['staffMember']['role']): Rows['staffMember'] => ({
  id,
  name: id,
  role,
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
});
const rows = (): BoardRows => ({
  ...houseRows(),
  staffMember: [
    member('mila', 'manager'),
    member('joke', 'volunteer'),
    member('ben', 'volunteer'),
    member('ada', 'admin'),
  ],
});
const open = () => openTestHouse({ rows: rows() });

const signIn = (house: TestHouse, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  house.post('/api/sessions', body, headers);
const sessionOf = (reply: Reply): string => /^session=[\w-]+/.exec(reply.headers['set-cookie']?.[0] ?? '')?.[0] ?? '';
const AWAY = { cookie: '' };

async function giveCode(house: TestHouse, staffId: string): Promise<string> {
  const cookie = await house.signIn('ada');
  const reply = await house.post('/api/staff-secrets', { staffId, way: 'code' }, { cookie });
  expect(reply.status).toBe(200);
  return reply.json().digits;
}

async function givePassword(house: TestHouse, staffId: string, userName: string, password: string): Promise<Reply> {
  const cookie = await house.signIn('ada');
  return house.post('/api/staff-secrets', { staffId, way: 'password', userName, password }, { cookie });
}

const otherThan = (digits: string): string => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');

describe('six digits', () => {
  test('let their owner in at a tablet of the house, until ten minutes without work', async () => {
    const house = await open();
    const digits = await giveCode(house, 'joke');
    expect(digits).toMatch(/^\d{6}$/);
    const reply = await signIn(house, { staffId: 'joke', digits });
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ staffId: 'joke', name: 'joke', role: 'volunteer', hasPassword: false });
    const cookie = `${house.cookie}; ${sessionOf(reply)}`;
    house.setNow(MORNING + 10 * MINUTE - 1);
    expect((await house.get('/api/sessions', { cookie })).status).toBe(200);
    house.setNow(MORNING + 10 * MINUTE);
    expect((await house.get('/api/sessions', { cookie })).json()).toMatchObject({ code: 'sessionUnknown' });
  });

  test('are nobody else’s, and a wrong code, nobody, and who has none are told the same', async () => {
    const house = await open();
    const digits = await giveCode(house, 'joke');
    const wrong = await signIn(house, { staffId: 'joke', digits: otherThan(digits) });
    expect([wrong.status, wrong.json().code]).toEqual([401, 'signInWrong']);
    for (const staffId of ['ben', 'nobody']) {
      const reply = await signIn(house, { staffId, digits });
      expect([reply.status, reply.text]).toEqual([wrong.status, wrong.text]);
      expect(reply.headers).not.toHaveProperty('set-cookie');
    }
  });

  test('open a session for that tablet alone: without it, or at another, it is none', async () => {
    const house = await open();
    const digits = await giveCode(house, 'joke');
    const session = sessionOf(await signIn(house, { staffId: 'joke', digits }));
    const other = (await house.operate('/api/devices', { name: 'keuken' })).json().cookie;
    for (const [cookie, status] of [
      [`${house.cookie}; ${session}`, 200],
      [session, 401],
      [`${other}; ${session}`, 401],
    ] as const)
      expect((await house.get('/api/sessions', { cookie })).status).toBe(status);
  });

  test('are for tablets of the house alone, as a card is', async () => {
    const house = await open();
    const digits = await giveCode(house, 'joke');
    for (const body of [{ staffId: 'joke', digits }, { card: '04A1' }]) {
      const reply = await signIn(house, body, AWAY);
      expect([reply.status, reply.json().code]).toEqual([403, 'deviceUnknown']);
    }
    house.store.revoke('tablet');
    const out = await signIn(house, { staffId: 'joke', digits });
    expect([out.status, out.json().code]).toEqual([410, 'deviceRevoked']);
  });

  test.each([['12345'], ['1234567'], ['abcdef'], ['１２３４５６'], [123456]])('%j are none', async (digits) => {
    const house = await open();
    expect((await signIn(house, { staffId: 'joke', digits })).json()).toMatchObject({ code: 'requestMalformed' });
  });

  test('are another person’s after a new code was given, and nobody’s after it was taken away', async () => {
    const house = await open();
    const first = await giveCode(house, 'joke');
    const second = await giveCode(house, 'joke');
    expect((await signIn(house, { staffId: 'joke', digits: second })).status).toBe(200);
    if (first !== second) expect((await signIn(house, { staffId: 'joke', digits: first })).status).toBe(401);
    const cookie = await house.signIn('ada');
    const gone = await house.post('/api/staff-secrets', { staffId: 'joke', way: 'code', remove: true }, { cookie });
    expect(gone.status).toBe(204);
    expect((await signIn(house, { staffId: 'joke', digits: second })).status).toBe(401);
  });
});

describe('a way in that changes', () => {
  test('ends what its owner had open with the old one, at once, but not the session that changed it', async () => {
    const house = await open();
    const digits = await giveCode(house, 'mila');
    const there = `${house.cookie}; ${sessionOf(await signIn(house, { staffId: 'mila', digits }))}`;
    expect((await house.get('/api/sessions', { cookie: there })).status).toBe(200);
    const here = await house.signIn('mila');
    const body = { staffId: 'mila', way: 'password', userName: 'mila', password: 'vier paarse stoelen' };
    expect((await house.post('/api/staff-secrets', body, { cookie: here })).status).toBe(204);
    expect((await house.get('/api/sessions', { cookie: there })).json()).toMatchObject({ code: 'sessionUnknown' });
    expect((await house.get('/api/sessions', { cookie: here })).status).toBe(200);
    const admin = await house.signIn('ada');
    await house.post('/api/staff-secrets', { staffId: 'mila', way: 'code', remove: true }, { cookie: admin });
    expect((await house.get('/api/sessions', { cookie: here })).json()).toMatchObject({ code: 'sessionUnknown' });
    expect((await house.get('/api/sessions', { cookie: admin })).status).toBe(200);
  });
});

describe('a card', () => {
  test.each(['---', '   ', '0-4-a', '::: 1 2 3'])('is not %j, at neither end', async (card) => {
    const house = await open();
    const cookie = await house.signIn('mila');
    const given = await house.post('/api/staff-secrets', { staffId: 'joke', way: 'card', card }, { cookie });
    expect([given.status, given.json().code]).toEqual([400, 'requestMalformed']);
    const shown = await signIn(house, { card });
    expect([shown.status, shown.json().code]).toEqual([400, 'requestMalformed']);
  });

  test('lets its owner in however the reader types it, and nobody once it was taken away', async () => {
    const house = await open();
    const cookie = await house.signIn('mila');
    const way = { staffId: 'joke', way: 'card' };
    expect((await house.post('/api/staff-secrets', { ...way, card: '04:a1:b2' }, { cookie })).status).toBe(204);
    expect((await signIn(house, { card: '04A1B2' })).json()).toMatchObject({ staffId: 'joke' });
    expect((await signIn(house, { card: '04A1B3' })).json()).toMatchObject({ code: 'signInWrong' });
    await house.post('/api/staff-secrets', { ...way, remove: true }, { cookie });
    expect((await signIn(house, { card: '04A1B2' })).status).toBe(401);
  });

  test('of somebody else of the team stays theirs', async () => {
    const house = await open();
    const cookie = await house.signIn('ada');
    const give = (staffId: string) =>
      house.post('/api/staff-secrets', { staffId, way: 'card', card: '04A1' }, { cookie });
    expect((await give('joke')).status).toBe(204);
    expect((await give('ben')).json()).toMatchObject({ code: 'cardTaken' });
    expect((await signIn(house, { card: '04A1' })).json()).toMatchObject({ staffId: 'joke' });
  });
});

describe('a password', () => {
  const PASSWORD = 'Vier fietsen bij de vijver';

  test('lets its owner in anywhere, however it is typed, for a working day', async () => {
    const house = await open();
    expect((await givePassword(house, 'mila', ' Mila.V ', PASSWORD)).status).toBe(204);
    const reply = await signIn(house, { userName: 'MILA.v', password: PASSWORD.normalize('NFD') }, AWAY);
    expect(reply.json()).toEqual({ staffId: 'mila', name: 'mila', role: 'manager', hasPassword: true });
    const cookie = sessionOf(reply);
    house.setNow(MORNING + 12 * 60 * MINUTE - 1);
    expect((await house.get('/api/sessions', { cookie })).json()).toMatchObject({ hasPassword: true });
  });

  test('that is wrong, and a name that does not exist, are told the same', async () => {
    const house = await open();
    await givePassword(house, 'mila', 'mila.v', PASSWORD);
    const wrong = await signIn(house, { userName: 'mila.v', password: 'Vijf fietsen bij de vijver' }, AWAY);
    const nobody = await signIn(house, { userName: 'nobody', password: PASSWORD }, AWAY);
    expect([wrong.status, wrong.json().code]).toEqual([401, 'signInWrong']);
    expect([nobody.status, nobody.text]).toEqual([wrong.status, wrong.text]);
  });

  test.each([
    ['short', 'Elf tekens!'],
    ['common', 'q1w2e3r4t5y6'],
    ['of one sign', 'aaaaaaaaaaaaaaaa'],
    ['of a few signs', '121212121212'],
    ['a row of keys', 'qwertyuiopasdfghjkl'],
    ['there and back', 'abcdefgh87654321'],
    ['a word everybody tries', 'Wachtwoord2026!'],
    ['their own name', 'milamila2026'],
    ['the user name', 'voorzitter-2026'],
    ['the name of the house', 'DeLinden12345'],
    ['a date', '14-10-1954-10'],
    ['endless', 'x'.repeat(201)],
  ])('that is %s is refused', async (_name, password) => {
    const house = await open();
    const reply = await givePassword(house, 'mila', 'voorzitter', password);
    expect([reply.status, reply.json().code]).toEqual([422, 'passwordWeak']);
    expect(house.store.journal).toEqual([]);
  });

  test('for a name somebody else has is refused', async () => {
    const house = await open();
    await givePassword(house, 'mila', 'mila', PASSWORD);
    const reply = await givePassword(house, 'ada', 'MILA', PASSWORD);
    expect([reply.status, reply.json().code]).toEqual([422, 'userNameTaken']);
  });

  test('everybody may set for themselves, volunteers for nobody else', async () => {
    const house = await open();
    const cookie = await house.signIn('joke');
    const set = (staffId: string) =>
      house.post('/api/staff-secrets', { staffId, way: 'password', userName: 'jokep', password: PASSWORD }, { cookie });
    expect((await set('ben')).json()).toMatchObject({ code: 'notAllowed' });
    expect((await set('joke')).status).toBe(204);
    expect((await signIn(house, { userName: 'jokep', password: PASSWORD }, AWAY)).json()).toMatchObject({
      staffId: 'joke',
      role: 'volunteer',
    });
  });
});

describe('who has which way in', () => {
  test('is for managers to know, and says nothing of what it is', async () => {
    const house = await open();
    const digits = await giveCode(house, 'joke');
    await givePassword(house, 'mila', 'mila', 'Vier fietsen bij de vijver');
    const cookie = await house.signIn('mila');
    const reply = await house.get('/api/staff-secrets', { cookie });
    expect(reply.json()).toContainEqual({ staffId: 'joke', code: true, userName: null, card: false });
    expect(reply.json()).toContainEqual({ staffId: 'mila', code: false, userName: 'mila', card: false });
    expect(reply.text).not.toContain(digits);
    expect(reply.text).not.toContain('argon2');
    const asVolunteer = await house.get('/api/staff-secrets', { cookie: await house.signIn('joke') });
    expect([asVolunteer.status, asVolunteer.json().code]).toEqual([403, 'notAllowed']);
    expect((await house.get('/api/staff-secrets')).status).toBe(401);
  });

  test('a manager changes for volunteers and themselves, an admin for everybody', async () => {
    const house = await open();
    const asked = async (by: string, staffId: string) =>
      (await house.post('/api/staff-secrets', { staffId, way: 'code' }, { cookie: await house.signIn(by) })).status;
    expect(await asked('mila', 'joke')).toBe(200);
    expect(await asked('mila', 'mila')).toBe(200);
    expect(await asked('mila', 'ada')).toBe(403);
    expect(await asked('joke', 'ben')).toBe(403);
    expect(await asked('joke', 'joke')).toBe(403);
    expect(await asked('ada', 'mila')).toBe(200);
    expect(await asked('ada', 'nobody')).toBe(404);
  });

  test('is in no log', async () => {
    const house = await open();
    const digits = await giveCode(house, 'joke');
    await givePassword(house, 'mila', 'mila.secretary', 'Vier fietsen bij de vijver');
    await signIn(house, { staffId: 'joke', digits });
    await signIn(house, { card: '04A1B2C3' });
    await signIn(house, { userName: 'mila.secretary', password: 'Vier fietsen bij de vijver' }, AWAY);
    expect(house.logged()).not.toMatch(new RegExp(`${digits}|04A1B2C3|secretary|fietsen|argon2|mila|joke`));
  });
});
