// Somebody guesses codes and passwords, from many tablets and addresses: it rests, and the house goes on.
import { describe, expect, test } from 'vitest';
import type { BoardRows } from '../../../src/domain/board.ts';
import { rows as rowsOf } from '../../../src/domain/table.ts';
import { createPasswordLimits } from '../../../src/server/http/password-limits.ts';
import { createPasswords } from '../../../src/server/passwords.ts';
import { houseRows, MORNING, residents } from '../../support/builders.ts';
import { openTestHouse, secrets, type TestHouse, walkEnvelope } from './test-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PASSWORD = 'Vier fietsen bij de vijver';
const RIGHT = '482913';

const volunteer = (id: string) => ({
  id,
  name: id,
  role: 'volunteer' as const,
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
});
const names = Array.from({ length: 30 }, (_, n) => `helper-${n}`);

async function rows(): Promise<BoardRows> {
  const passwordHash = await createPasswords().hash(PASSWORD);
  const code = (id: string) => ({ id, codeHash: secrets.hashStaffCode(id, RIGHT), userName: null, passwordHash: null });
  return {
    ...houseRows(),
    staffMember: [...(houseRows().staffMember ?? []), ...names.map(volunteer)],
    staffSecret: [
      { id: 'mila', codeHash: secrets.hashStaffCode('mila', RIGHT), userName: 'mila', passwordHash },
      ...names.map(code),
    ],
    staffCard: [{ id: secrets.hashStaffCard('CA4D'), staffId: 'helper-0' }],
  };
}
const open = async () => openTestHouse({ rows: await rows() });

const byCode = (house: TestHouse, staffId: string, digits: string, headers: Readonly<Record<string, string>> = {}) =>
  house.post('/api/sessions', { staffId, digits }, headers);
const wrongCode = (house: TestHouse, staffId: string, headers = {}) => byCode(house, staffId, '000000', headers);
const byPassword = (house: TestHouse, userName: string, password: string, address: string) =>
  house.post('/api/sessions', { userName, password }, { cookie: '', 'x-forwarded-for': address });

async function tablets(house: TestHouse, count: number): Promise<readonly { readonly cookie: string }[]> {
  const made = [];
  for (let n = 0; n < count; n += 1) {
    const reply = await house.operate('/api/devices', { name: `tablet ${n}` });
    made.push({ cookie: reply.json().cookie as string });
  }
  return made;
}

const lockouts = (house: TestHouse) => [...rowsOf(house.authority.state().board.lockout)];

describe('wrong codes', () => {
  test('five in a row rest that person at that tablet for a quarter of an hour, and are written once', async () => {
    const house = await open();
    const [other] = await tablets(house, 1);
    for (let n = 0; n < 5; n += 1) expect((await wrongCode(house, 'mila')).status).toBe(401);
    for (let n = 0; n < 3; n += 1) {
      const reply = await byCode(house, 'mila', RIGHT);
      expect([reply.status, reply.json().code, reply.headers['retry-after']]).toEqual([429, 'tooManyTries', '900']);
    }
    expect(lockouts(house)).toMatchObject([{ way: 'code', staffId: 'mila', device: 'hal' }]);
    expect((await byCode(house, 'helper-0', RIGHT)).status).toBe(200);
    expect((await byCode(house, 'mila', RIGHT, other)).status).toBe(200);
    house.setNow(MORNING + 15 * MINUTE);
    expect((await byCode(house, 'mila', RIGHT)).status).toBe(200);
  });

  test('ten of one person within an hour rest them everywhere, and their password still works', async () => {
    const house = await open();
    const all = await tablets(house, 4);
    for (let n = 0; n < 10; n += 1) expect((await wrongCode(house, 'mila', all[n % 3])).status).toBe(401);
    for (const tablet of all) expect((await byCode(house, 'mila', RIGHT, tablet)).status).toBe(429);
    expect(lockouts(house)).toMatchObject([{ way: 'code', staffId: 'mila', device: null }]);
    expect((await byPassword(house, 'mila', PASSWORD, '203.0.113.9')).status).toBe(200);
    house.setNow(MORNING + 15 * MINUTE);
    expect((await byCode(house, 'mila', RIGHT, all[3])).status).toBe(200);
  });

  test('twenty at a tablet within an hour rest all codes there, and a card still works', async () => {
    const house = await open();
    const [other] = await tablets(house, 1);
    for (let n = 0; n < 20; n += 1) expect((await wrongCode(house, `helper-${n % 5}`)).status).toBe(401);
    expect((await byCode(house, 'helper-9', RIGHT)).status).toBe(429);
    expect((await byCode(house, 'helper-9', RIGHT, other)).status).toBe(200);
    expect((await house.post('/api/sessions', { card: 'CA4D' })).json()).toMatchObject({ staffId: 'helper-0' });
    expect(lockouts(house)).toMatchObject([{ way: 'code', staffId: null, device: 'hal' }]);
    house.setNow(MORNING + HOUR);
    expect((await byCode(house, 'helper-9', RIGHT)).status).toBe(200);
  });

  test('of who does not exist are counted at the tablet, and rest alike', async () => {
    const house = await open();
    const statuses = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await wrongCode(house, `nobody-${n}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  test('a rest that another process began counts here', async () => {
    const until = '2026-10-14T06:15:00Z';
    const lockout = [
      { id: 'l', way: 'code' as const, staffId: 'mila', device: null, at: '2026-10-14T06:00:00Z', until },
    ];
    const house = await openTestHouse({ rows: { ...(await rows()), lockout } });
    expect((await byCode(house, 'mila', RIGHT)).status).toBe(429);
    expect((await byCode(house, 'helper-1', RIGHT)).status).toBe(200);
    house.setNow(Date.parse(until));
    expect((await byCode(house, 'mila', RIGHT)).status).toBe(200);
  });

  test('ten thousand from fifty tablets are locked out, while the house goes on', async () => {
    const house = await open();
    const guessing = await tablets(house, 50);
    const statuses = new Map<number, number>();
    const guess = async (n: number) => {
      // Whoever guesses does not type the same twice, nor the one that is right.
      const digits = String((n * 37) % 480_000).padStart(6, '0');
      const { status } = await byCode(house, n % 2 === 0 ? 'mila' : `helper-${n % 29}`, digits, guessing[n % 50]);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let n = 0; n < 10_000; n += 100) await Promise.all(Array.from({ length: 100 }, (_, k) => guess(n + k)));
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    // Ten of each person everywhere, before anything else.
    expect(statuses.get(401)).toBeLessThanOrEqual(10 * (names.length + 1));
    const noted = lockouts(house);
    expect(noted.length).toBeGreaterThan(0);
    expect(noted.length).toBeLessThanOrEqual(120);
    expect(new Set(noted.filter(({ device }) => device === null).map(({ staffId }) => staffId)).size).toBe(
      noted.filter(({ device }) => device === null).length,
    );
    expect((await byCode(house, 'mila', RIGHT)).status).toBe(429);
    expect((await byCode(house, 'helper-29', RIGHT)).status).toBe(200);
    expect((await house.post('/api/sessions', { card: 'CA4D' })).status).toBe(200);
    expect((await byPassword(house, 'mila', PASSWORD, '203.0.113.9')).status).toBe(200);
    const signUps = await house.post(
      '/api/commands',
      residents.map((who, n) => walkEnvelope(n + 1, who)),
    );
    expect(signUps.json()).toMatchObject(residents.map(() => ({ status: 'accepted' })));
  }, 60_000);
});

describe('wrong passwords', () => {
  const limits = createPasswordLimits();
  const guess = (n: number, at: number) => ({ userName: `name-${n % 7}`, address: `203.0.113.${n % 50}`, at });

  test('ten thousand from fifty addresses get almost no try in an hour', () => {
    let tried = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const one = guess(n, MORNING + Math.floor((n * HOUR) / 10_000));
      if (limits.rest(one) > 0) continue;
      tried += 1;
      limits.count(one);
    }
    // Of each name: twenty, then one after 1, 2, 4 … seconds, and one each quarter of an hour.
    expect(tried).toBeLessThanOrEqual(7 * (20 + 10 + 4));
    expect(limits.rest({ userName: 'mila', address: '198.51.100.1', at: MORNING + HOUR })).toBe(0);
  });

  test('wait twice as long each time after five, up to a quarter of an hour, until a right one', () => {
    const one = createPasswordLimits();
    let at = MORNING;
    const rests = [];
    for (let n = 0; n < 17; n += 1) {
      const guess = { userName: 'mila', address: '198.51.100.1', at };
      one.count(guess);
      const rest = one.rest(guess);
      rests.push(rest);
      at += rest * 1000;
    }
    expect(rests).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    one.right({ userName: 'mila', address: '198.51.100.1', at });
    expect(one.rest({ userName: 'mila', address: '198.51.100.1', at })).toBe(0);
  });

  test('of one name from everywhere rest that name after twenty, and not where its owner came in this month', () => {
    const one = createPasswordLimits();
    const home = { userName: 'mila', address: '198.51.100.7', at: MORNING };
    one.count(home);
    one.right(home);
    const guesses = (from: number) => {
      for (let n = 0; n < 34; n += 1) one.count({ userName: 'mila', address: `203.0.113.${n}`, at: from });
    };
    guesses(MORNING);
    expect(one.rest({ userName: 'mila', address: 'elsewhere', at: MORNING })).toBe(900);
    expect(one.rest(home)).toBe(0);
    expect(one.rest({ ...home, userName: 'ben' })).toBe(0);
    const later = MORNING + 30 * 24 * HOUR;
    guesses(later - 1);
    expect(one.rest({ ...home, at: later - 1 })).toBe(0);
    expect(one.rest({ ...home, at: later })).toBe(900);
  });

  test('of one name at its owner’s own address rest there like anywhere', () => {
    const one = createPasswordLimits();
    const home = { userName: 'mila', address: '198.51.100.7', at: MORNING };
    one.count(home);
    one.right(home);
    for (let n = 0; n < 5; n += 1) one.count(home);
    expect(one.rest(home)).toBe(1);
  });

  test('of somebody whose name is known do not keep them out', async () => {
    const house = await open();
    expect((await byPassword(house, 'mila', PASSWORD, '198.51.100.7')).status).toBe(200);
    for (let n = 0; n < 25; n += 1) await byPassword(house, 'mila', 'niet het goede wachtwoord', `203.0.113.${n}`);
    expect((await byPassword(house, 'mila', PASSWORD, '203.0.113.99')).status).toBe(429);
    expect((await byPassword(house, 'mila', PASSWORD, '198.51.100.7')).status).toBe(200);
  });

  test('of many names from one address rest the address; other addresses go on', () => {
    const one = createPasswordLimits();
    for (let n = 0; n < 9; n += 1) one.count({ userName: `n${n}`, address: 'a', at: MORNING });
    expect(one.rest({ userName: 'new', address: 'a', at: MORNING })).toBe(16);
    expect(one.rest({ userName: 'new', address: 'b', at: MORNING })).toBe(0);
  });

  test('are forgotten before they fill the memory', () => {
    const one = createPasswordLimits();
    for (let n = 0; n < 5; n += 1) one.count({ userName: 'old', address: 'old', at: MORNING });
    expect(one.rest({ userName: 'old', address: 'old', at: MORNING })).toBe(1);
    for (let n = 0; n < 10_000; n += 1) one.count({ userName: `n${n}`, address: `a${n}`, at: MORNING });
    expect(one.rest({ userName: 'old', address: 'old', at: MORNING })).toBe(0);
  });

  test('a storm of them leaves the house answering, and the owner of another name gets in', async () => {
    const house = await open();
    const storm = Array.from({ length: 300 }, (_, n) =>
      byPassword(house, `name-${n % 10}`, 'niet het goede wachtwoord', `203.0.113.${n % 50}`),
    );
    const signUps = await Promise.all(residents.map((who, n) => house.post('/api/commands', walkEnvelope(n + 1, who))));
    expect(signUps.map((reply) => reply.json().status)).toEqual(residents.map(() => 'accepted'));
    const statuses = (await Promise.all(storm)).map(({ status }) => status);
    expect(statuses).toContain(401);
    // Twenty of each name, however many come at once.
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(200);
    expect(statuses.filter((status) => status !== 429 && status !== 401)).toEqual([]);
    expect((await byPassword(house, 'mila', PASSWORD, '198.51.100.7')).status).toBe(200);
  });

  test('for a name that exists and one that does not end the same, row for row', async () => {
    const house = await open();
    const ends = async (userName: string, address: string) => {
      const replies = [];
      for (let n = 0; n < 7; n += 1)
        replies.push(await byPassword(house, userName, 'niet het goede wachtwoord', address));
      return replies.map(({ status, text }) => [status, text]);
    };
    expect(await ends('nobody', '203.0.113.1')).toEqual(await ends('mila', '203.0.113.2'));
    const noted = lockouts(house).map(({ way, staffId }) => `${way} ${staffId}`);
    expect(noted.sort()).toEqual(['password mila', 'password null']);
  });
});
