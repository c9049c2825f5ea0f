// Two flats on one PostgreSQL: whoever may do something in the one is nobody in the other, and sees nothing of it.
import { describe, expect, test } from 'vitest';
import type { BoardRows } from '../../src/domain/board.ts';
import { usualSettings } from '../../src/domain/location.ts';
import { rows as rowsOf } from '../../src/domain/table.ts';
import { houseRows } from '../support/builders.ts';
import { postgres, seed } from '../support/engines.ts';
import { openHouseOn, secrets, walkEnvelope } from './http/test-house.ts';

const CODE = '482913';

/** The same ids in both, so that only the flat tells them apart; everything that can be read has the flat's name in it. */
function rowsNamed(name: string, code: string): BoardRows {
  const rows = houseRows();
  return {
    ...rows,
    location: [{ id: name, name, timeZone: 'Europe/Amsterdam', ...usualSettings }],
    resident: (rows.resident ?? []).map((each) => ({ ...each, firstName: `${each.firstName} of ${name}` })),
    residentPrivate: (rows.residentPrivate ?? []).map((each) => ({ ...each, lastName: `Resident of ${name}` })),
    series: (rows.series ?? []).map((each) => ({ ...each, title: `${each.title} of ${name}` })),
    diet: [{ id: 'anna', kinds: ['diabetes'], allergens: [], note: `Diet of ${name}`, at: '2026-10-14T06:00:00Z' }],
    staffMember: [
      {
        id: 'joke',
        name: `Joke of ${name}`,
        role: 'volunteer',
        function: '',
        contact: false,
        calls: false,
        phone: null,
        presence: [],
      },
      {
        id: 'mila',
        name: `Mila of ${name}`,
        role: 'manager',
        function: '',
        contact: false,
        calls: false,
        phone: null,
        presence: [],
      },
    ],
    staffSecret: [{ id: 'joke', codeHash: secrets.hashStaffCode('joke', code), userName: null, passwordHash: null }],
    staffCard: [{ id: secrets.hashStaffCard(`card of ${name}`), staffId: 'joke' }],
  };
}

async function openBoth() {
  const store = await (await postgres.create()).open();
  for (const [name, code] of [
    ['linden', CODE],
    ['meeuw', '000777'],
  ] as const) {
    await seed(store, rowsNamed(name, code), { id: name, name, timeZone: 'Europe/Amsterdam', ...usualSettings });
  }
  return { linden: await openHouseOn(store, 'linden'), meeuw: await openHouseOn(store, 'meeuw') };
}

describe('a volunteer of one flat', () => {
  test('sees everything of it, and nothing of another', async () => {
    const { linden, meeuw } = await openBoth();
    const cookie = await linden.signIn('joke');
    const own = await linden.get('/api/board?as=staff', { cookie });
    expect(own.text).toContain('Diet of linden');
    expect(own.text).not.toContain('meeuw');
    for (const path of ['/api/board?as=staff', '/api/sessions', '/api/staff-secrets', '/api/devices']) {
      const reply = await meeuw.raw(path, { headers: { cookie } });
      expect([path, reply.status, reply.json().code]).toEqual([path, 401, 'sessionUnknown']);
      expect(reply.text).not.toMatch(/meeuw|Joke|Diet/);
    }
    const { epoch, version } = (await meeuw.get('/api/board')).json();
    const stream = await meeuw.raw(`/api/changes?after=${epoch}:${version}&as=staff`, { headers: { cookie } });
    expect(stream.status).toBe(401);
  });

  test('commands nothing there, not even at a tablet of the other flat', async () => {
    const { linden, meeuw } = await openBoth();
    const session = await linden.signIn('joke', 'tablet');
    const envelope = { ...walkEnvelope(1), actor: { staffId: 'joke', proof: 'session', visitId: 'v' } };
    for (const cookie of [session, `${meeuw.cookie}; ${session}`, `${linden.cookie}; ${session}`]) {
      const reply = await meeuw.post('/api/commands', envelope, { cookie });
      expect([reply.status, reply.json().code]).toEqual([401, 'sessionUnknown']);
    }
    expect([...rowsOf(meeuw.authority.state().board.signUp)]).toEqual([]);
    const own = await linden.post('/api/commands', envelope, { cookie: `${linden.cookie}; ${session}` });
    expect(own.json()).toMatchObject({ status: 'accepted' });
    expect([...rowsOf(meeuw.authority.state().board.signUp)]).toEqual([]);
  });

  test('gets in there with neither code, card nor link, nor with a tablet of the own', async () => {
    const { linden, meeuw } = await openBoth();
    const signIn = (body: unknown, headers = {}) => meeuw.post('/api/sessions', body, headers);
    expect((await signIn({ staffId: 'joke', digits: CODE })).status).toBe(401);
    expect((await signIn({ card: 'card of linden' })).status).toBe(401);
    expect((await signIn({ code: linden.sessions.link('joke') })).status).toBe(404);
    const foreign = await signIn({ staffId: 'joke', digits: '000777' }, { cookie: linden.cookie });
    expect([foreign.status, foreign.json().code]).toEqual([403, 'deviceUnknown']);
    expect((await meeuw.get('/api/board', { cookie: linden.cookie })).status).toBe(401);
  });
});

test('a tablet comes into the flat whose code was typed, and is put out by that flat alone', async () => {
  const { linden, meeuw } = await openBoth();
  const managers = { linden: await linden.signIn('mila'), meeuw: await meeuw.signIn('mila') };
  const { code } = (await linden.post('/api/devices/codes', {}, { cookie: managers.linden })).json();
  const enrol = (house: typeof linden) => house.post('/api/devices/enrol', { code, name: 'Keuken' }, { cookie: '' });
  expect((await enrol(meeuw)).status).toBe(401);
  expect((await enrol(linden)).status).toBe(204);
  const listed = async (house: typeof linden, cookie: string) =>
    (await house.get('/api/devices', { cookie })).json().map(({ name }: { readonly name: string }) => name);
  expect(await listed(linden, managers.linden)).toEqual(['Keuken', 'hal']);
  expect(await listed(meeuw, managers.meeuw)).toEqual(['hal']);
  const { id } = (await linden.get('/api/devices', { cookie: managers.linden })).json()[0];
  const remove = (house: typeof linden, cookie: string) =>
    house.raw(`/api/devices/${id}`, {
      method: 'DELETE',
      headers: { cookie, origin: house.origin, 'content-type': 'application/json' },
    });
  expect((await remove(meeuw, managers.meeuw)).status).toBe(404);
  expect((await remove(linden, managers.linden)).status).toBe(204);
});
