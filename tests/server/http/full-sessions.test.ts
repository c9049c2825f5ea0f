// What lets somebody in is changed by who came in with a link or a password, not with the code or card of a tablet.
import { describe, expect, test } from 'vitest';
import { instantText } from '../../../src/domain/time.ts';
import type { OpenedBy } from '../../../src/server/db/store.ts';
import { commandId, houseRows, MORNING } from '../../support/builders.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

const joke = {
  id: 'joke',
  name: 'Joke',
  role: 'volunteer',
  function: '',
  contact: false,
  calls: false,
  phone: null,
  presence: [],
};
const mila = { ...joke, id: 'mila', name: 'Mila', role: 'manager' };
const rows = { ...houseRows(), staffMember: [joke, mila] } as ReturnType<typeof houseRows>;
const open = () => openTestHouse({ rows });

const asMila = async (house: TestHouse, openedBy: OpenedBy) => ({
  cookie: `${house.cookie}; ${await house.signIn('mila', 'tablet', openedBy)}`,
});
const codeFor = (house: TestHouse, cookies: { readonly cookie: string }) =>
  house.post('/api/staff-secrets', { staffId: 'joke', way: 'code' }, cookies);
const { id: _id, ...newcomer } = { ...joke, name: 'Zoë' };
const command = (n: number, what: unknown) => ({
  id: commandId(n),
  command: what,
  tappedAt: instantText(MORNING),
  actor: { staffId: 'mila', proof: 'session', visitId: 'v' },
});

describe.each(['code', 'card'] as const)('a session that was opened with a %s', (openedBy) => {
  test('gives nobody a way in, not even its own owner', async () => {
    const house = await open();
    const cookies = await asMila(house, openedBy);
    const password = { staffId: 'mila', way: 'password', userName: 'mila', password: 'vier fietsen bij de vijver' };
    for (const reply of [await codeFor(house, cookies), await house.post('/api/staff-secrets', password, cookies)])
      expect([reply.status, reply.json().code]).toEqual([403, 'passwordNeeded']);
    expect(house.store.journal).toEqual([]);
  });

  test('gives no resident a picture code, and takes none away', async () => {
    const house = await open();
    const cookies = await asMila(house, openedBy);
    for (const pictures of [[5, 5, 6], null]) {
      const reply = await house.post('/api/picture-codes', { residentId: 'anna', pictures }, cookies);
      expect([reply.status, reply.json().code]).toEqual([403, 'passwordNeeded']);
    }
    expect(house.store.journal).toEqual([]);
  });

  test('brings no tablet into the house and puts none out', async () => {
    const house = await open();
    const cookies = await asMila(house, openedBy);
    const code = await house.post('/api/devices/codes', {}, cookies);
    expect([code.status, code.json()]).toMatchObject([403, { detail: 'Dat kan alleen met wachtwoord, op /beheer.' }]);
    const gone = await house.raw('/api/devices/01234567-89ab-4cde-8f01-23456789abcd', {
      method: 'DELETE',
      headers: { ...cookies, origin: house.origin },
    });
    expect([gone.status, gone.json().code]).toEqual([403, 'passwordNeeded']);
  });

  test('changes nothing of the team, and does the rest of its owner’s work', async () => {
    const house = await open();
    const cookies = await asMila(house, openedBy);
    const put = command(1, { type: 'putStaffMember', id: null, ...newcomer });
    const remove = command(2, { type: 'removeStaffMember', staffId: 'joke' });
    const cancel = command(3, { type: 'cancelActivity', activityId: 'walk/2026-10-14', reason: '' });
    const answers = (await house.post('/api/commands', [put, remove, cancel], cookies)).json();
    const no = { status: 'refused', refusal: { type: 'passwordNeeded' } };
    expect(answers).toMatchObject([no, no, { status: 'accepted' }]);
  });
});

describe.each(['link', 'password'] as const)('a session that was opened with a %s', (openedBy) => {
  test('does all that its owner may, at a tablet too', async () => {
    const house = await open();
    const cookies = await asMila(house, openedBy);
    expect((await house.post('/api/devices/codes', {}, cookies)).status).toBe(201);
    const put = command(1, { type: 'putStaffMember', id: null, ...newcomer });
    expect((await house.post('/api/commands', put, cookies)).json()).toMatchObject({ status: 'accepted' });
    expect((await codeFor(house, cookies)).status).toBe(200);
    const pictures = { residentId: 'anna', pictures: [5, 5, 6] };
    expect((await house.post('/api/picture-codes', pictures, cookies)).json()).toMatchObject({ status: 'accepted' });
  });
});

test.each(['code', 'card', 'link', 'password'] as const)(
  'signing in with a %s at a tablet is remembered',
  async (openedBy) => {
    const house = await open();
    const cookies = await asMila(house, 'password');
    const give = (way: object) => house.post('/api/staff-secrets', { staffId: 'mila', ...way }, cookies);
    const account = { userName: 'mila', password: 'vier fietsen bij de vijver' };
    const { digits } = (await give({ way: 'code' })).json();
    await give({ way: 'card', card: '04A2B3C4' });
    await give({ way: 'password', ...account });
    const keys = {
      code: { staffId: 'mila', digits },
      card: { card: '04A2B3C4' },
      link: { code: house.sessions.link('mila') },
      password: account,
    };
    const reply = await house.post('/api/sessions', keys[openedBy]);
    const cookie = `${house.cookie}; ${reply.headers['set-cookie']?.[0]?.split(';')[0]}`;
    const made = await house.post('/api/devices/codes', {}, { cookie });
    expect(made.status).toBe(openedBy === 'link' || openedBy === 'password' ? 201 : 403);
  },
);
