import { describe, expect, test, vi } from 'vitest';
import { houseRows, MORNING, resident, staff } from '../../support/builders.ts';
import { openTestHouse, type Reply, secrets, type TestHouse, walkEnvelope } from './test-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const cookieOf = (reply: Reply): string => /^session=[\w-]+/.exec(reply.headers['set-cookie']?.[0] ?? '')?.[0] ?? '';
const signIn = (house: TestHouse, code: string, headers: Readonly<Record<string, string>> = {}) =>
  house.post('/api/sessions', { code }, { cookie: '', ...headers });
const who = (house: TestHouse, cookie: string) => house.raw('/api/sessions', { headers: { cookie } });
const signOut = (house: TestHouse, cookie: string) =>
  house.raw('/api/sessions', { method: 'DELETE', headers: { cookie, origin: house.origin } });

const cancelWalk = {
  ...walkEnvelope(1),
  command: { type: 'cancelActivity', activityId: 'walk/2026-10-14', reason: 'storm' },
  actor: staff,
};

describe('a link', () => {
  test('of the operator signs somebody of the team in, with a cookie no script can read', async () => {
    const house = await openTestHouse();
    const link = await house.operate('/api/sessions/links', { name: ' mila ' });
    expect(link.status).toBe(201);
    const { path, ...rest } = link.json();
    expect(rest).toEqual({ name: 'Mila', role: 'manager' });
    expect(path).toMatch(/^\/beheer#[\w-]{43}$/);
    const reply = await signIn(house, path.split('#')[1]);
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({ staffId: 'mila', name: 'Mila', role: 'manager', hasPassword: false });
    const [cookie = ''] = reply.headers['set-cookie'] ?? [];
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    expect((await who(house, cookieOf(reply))).json()).toEqual(reply.json());
  });

  test('works once, and for ten minutes', async () => {
    const house = await openTestHouse();
    const code = house.sessions.link('mila');
    expect((await signIn(house, code)).status).toBe(200);
    const again = await signIn(house, code);
    expect(again.status).toBe(404);
    expect(again.json()).toMatchObject({ code: 'linkUnknown' });
    expect(again.headers).not.toHaveProperty('set-cookie');
    const late = house.sessions.link('mila');
    house.setNow(MORNING + 10 * MINUTE);
    expect((await signIn(house, late)).status).toBe(404);
  });

  test('works once, also for two who use it at the same moment', async () => {
    const house = await openTestHouse();
    const code = house.sessions.link('mila');
    const replies = await Promise.all(Array.from({ length: 8 }, () => signIn(house, code)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(404)]);
  });

  test('brings the first of a team on it, with a role', async () => {
    const house = await openTestHouse({ rows: { ...houseRows(), staffMember: [] } });
    const nobody = await house.operate('/api/sessions/links', { name: 'Noor' });
    expect([nobody.status, nobody.json().code]).toEqual([404, 'staffUnknown']);
    const link = await house.operate('/api/sessions/links', { name: 'Noor', role: 'admin' });
    expect(link.json()).toMatchObject({ name: 'Noor', role: 'admin' });
    const reply = await signIn(house, link.json().path.split('#')[1]);
    expect(reply.json()).toMatchObject({ name: 'Noor', role: 'admin' });
  });

  test('does not give somebody of the team another role', async () => {
    const house = await openTestHouse();
    const link = await house.operate('/api/sessions/links', { name: 'Mila', role: 'admin' });
    expect(link.json()).toMatchObject({ name: 'Mila', role: 'manager' });
    expect(house.store.journal).toHaveLength(0);
  });

  test('is made by nobody but the operator', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    for (const headers of [{}, { cookie }, { authorization: 'Bearer guess' }]) {
      const reply = await house.post('/api/sessions/links', { name: 'Mila' }, headers);
      expect([reply.status, reply.json().code]).toEqual([401, 'operatorUnknown']);
    }
  });

  test.each([{}, { code: '' }, { code: 4 }, { code: 'x'.repeat(101) }, { code: 'x', staffId: 'mila' }, []])(
    'of the form %j is not understood',
    async (body) => {
      const house = await openTestHouse();
      expect((await house.post('/api/sessions', body)).status).toBe(400);
    },
  );

  test('of another site signs nobody in', async () => {
    const house = await openTestHouse();
    const reply = await signIn(house, house.sessions.link('mila'), { origin: 'https://evil.example' });
    expect([reply.status, reply.json().code]).toEqual([403, 'originForeign']);
  });

  test('over TLS gives a cookie that stays there', async () => {
    const house = await openTestHouse();
    const secure = { origin: `https://127.0.0.1:${house.port}` };
    const reply = await signIn(house, house.sessions.link('mila'), secure);
    expect(reply.headers['set-cookie']?.[0]).toContain('Secure');
  });
});

describe('a session', () => {
  test('ends when its owner signs out, everywhere at once', async () => {
    const house = await openTestHouse();
    const [first, second] = [await house.signIn('mila'), await house.signIn('mila')];
    const reply = await signOut(house, first);
    expect(reply.status).toBe(204);
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^session=;.*Max-Age=0/);
    const gone = await who(house, first);
    expect([gone.status, gone.json().code]).toEqual([401, 'sessionUnknown']);
    expect((await who(house, second)).status).toBe(200);
    expect((await signOut(house, '')).status).toBe(204);
  });

  test('cannot be ended by another site', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    const reply = await house.raw('/api/sessions', {
      method: 'DELETE',
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(reply.status).toBe(403);
    expect((await who(house, cookie)).status).toBe(200);
  });

  test('is over after twelve hours without a request, and goes on with one in time', async () => {
    const house = await openTestHouse();
    const [used, unused] = [await house.signIn('mila'), await house.signIn('mila')];
    house.setNow(MORNING + 11 * HOUR);
    expect((await who(house, used)).status).toBe(200);
    house.setNow(MORNING + 12 * HOUR);
    expect((await who(house, unused)).status).toBe(401);
    house.setNow(MORNING + 22 * HOUR);
    expect((await who(house, used)).status).toBe(200);
  });

  test('on a tablet is over after ten minutes, however busy residents are there', async () => {
    const house = await openTestHouse();
    const link = await house.operate('/api/sessions/links', { name: 'Mila' });
    const code = (link.json() as { readonly path: string }).path.split('#')[1] ?? '';
    const cookie = `${house.cookie}; ${cookieOf(await signIn(house, code, { cookie: house.cookie }))}`;
    house.setNow(MORNING + 9 * MINUTE);
    expect((await house.raw('/api/board?as=staff', { headers: { cookie } })).status).toBe(200);
    house.setNow(MORNING + 18 * MINUTE);
    // Somebody who lives here, at the same tablet.
    expect((await house.post('/api/commands', walkEnvelope(3), { cookie })).status).toBe(200);
    house.setNow(MORNING + 19 * MINUTE);
    expect((await house.raw('/api/board?as=staff', { headers: { cookie } })).status).toBe(401);
    expect((await house.raw('/api/board', { headers: { cookie } })).status).toBe(200);
  });

  test('is worth what the board says of its owner now', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    const line = {
      name: 'Mila',
      role: 'volunteer',
      function: '',
      contact: false,
      calls: false,
      phone: null,
      presence: [],
    };
    const command = { type: 'importStaff', lines: [line] };
    await house.operate('/api/commands', { ...cancelWalk, command });
    expect((await who(house, cookie)).json()).toMatchObject({ role: 'volunteer' });
    const refused = await house.post('/api/commands', { ...cancelWalk, id: walkEnvelope(2).id }, { cookie });
    expect(refused.json()).toMatchObject({ status: 'refused', refusal: { type: 'notAllowed' } });
  });

  test('replaces the one the browser had', async () => {
    const house = await openTestHouse();
    const earlier = await house.signIn('mila');
    const reply = await signIn(house, house.sessions.link('mila'), { cookie: earlier });
    expect((await who(house, earlier)).status).toBe(401);
    expect((await who(house, cookieOf(reply))).status).toBe(200);
  });

  test('is kept by its hash alone, and told in no log', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    const token = cookie.replace('session=', '');
    await who(house, cookie);
    expect(await house.store.findSession(token)).toBeNull();
    expect(await house.store.findSession(secrets.hashToken(token))).toMatchObject({ staffId: 'mila' });
    expect(house.logged()).not.toContain(token);
  });

  test.each(['', 'session=', 'session=guess', `session=${'x'.repeat(43)}`, `session=${'x'.repeat(5000)}`])(
    'that was never given is none: %s',
    async (cookie) => {
      const house = await openTestHouse();
      const reply = await who(house, cookie);
      expect([reply.status, reply.json().code]).toEqual([401, 'sessionUnknown']);
    },
  );

  test('waits for the database like everything', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    house.store.fail(true);
    expect((await who(house, cookie)).status).toBe(503);
  });
});

describe('commands of signed-in staff', () => {
  test('count with the power of their role, also from a tablet', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    expect((await house.post('/api/commands', cancelWalk, { cookie })).json()).toMatchObject({ status: 'accepted' });
    expect(house.store.journal.at(-1)).toMatchObject({ deviceId: null, actor: { staffId: 'mila' } });
    const both = { cookie: `${house.cookie}; ${await house.signIn('mila', 'tablet')}` };
    const restore = {
      ...cancelWalk,
      id: walkEnvelope(2).id,
      command: { type: 'restoreActivity', activityId: 'walk/2026-10-14' },
    };
    expect((await house.post('/api/commands', restore, both)).json()).toMatchObject({ status: 'accepted' });
    expect(house.store.journal.at(-1)).toMatchObject({ deviceId: 'tablet', actor: { staffId: 'mila' } });
  });

  test('do not count in the name of somebody else, and are not kept', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    const actor = { ...staff, staffId: 'operator' };
    const reply = await house.post('/api/commands', { ...cancelWalk, actor }, { cookie });
    expect(reply.json()).toMatchObject({ status: 'refused', refusal: { type: 'notAllowed' } });
    expect(house.store.journal).toHaveLength(0);
  });

  test('wait for a new session when theirs is over, and the residents’ beside them do not', async () => {
    const house = await openTestHouse();
    const session = await house.signIn('mila', 'tablet');
    await signOut(house, session);
    const cookie = `${house.cookie}; ${session}`;
    const single = await house.post('/api/commands', cancelWalk, { cookie });
    expect([single.status, single.json().code]).toEqual([401, 'sessionUnknown']);
    const batch = await house.post('/api/commands', [cancelWalk, walkEnvelope(2)], { cookie });
    expect(batch.json()).toMatchObject([
      { commandId: cancelWalk.id, status: 'problem', problem: { code: 'sessionUnknown', status: 401 } },
      { status: 'accepted' },
    ]);
    const again = { cookie: `${house.cookie}; ${await house.signIn('mila', 'tablet')}` };
    expect((await house.post('/api/commands', cancelWalk, again)).json()).toMatchObject({ status: 'accepted' });
  });

  test('a resident’s command never carries staff power, and needs a tablet of the house', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    const asResident = { ...cancelWalk, actor: resident('anna') };
    const both = { cookie: `${house.cookie}; ${await house.signIn('mila', 'tablet')}` };
    const refused = { status: 'refused', refusal: { type: 'notAllowed' } };
    expect((await house.post('/api/commands', asResident, both)).json()).toMatchObject(refused);
    expect((await house.post('/api/commands', walkEnvelope(3), { cookie })).json()).toMatchObject(refused);
    expect((await house.post('/api/commands', walkEnvelope(4), both)).json()).toMatchObject({ status: 'accepted' });
  });

  test('may not set a picture code by its hash: that has a route of its own', async () => {
    const house = await openTestHouse();
    const command = { type: 'setPictureCode', residentId: 'anna', hash: 'made up' };
    const refused = { status: 'refused', refusal: { type: 'notAllowed' } };
    const cookie = await house.signIn('mila');
    expect((await house.post('/api/commands', { ...cancelWalk, command }, { cookie })).json()).toMatchObject(refused);
    expect((await house.operate('/api/commands', { ...cancelWalk, command })).json()).toMatchObject(refused);
    expect(house.store.journal).toHaveLength(0);
  });
});

describe('the board and its changes', () => {
  test('show staff what staff may know, and only who asks as staff', async () => {
    const house = await openTestHouse();
    const cookie = `${house.cookie}; ${await house.signIn('mila', 'tablet')}`;
    const seen = (await house.get('/api/board?as=staff', { cookie })).json().rows;
    expect(seen.residentPrivate).toContainEqual(expect.objectContaining({ id: 'anna', phone: '0612345678' }));
    for (const name of ['card', 'pictureCode']) expect(seen).not.toHaveProperty(name);
    const shared = await house.get('/api/board', { cookie });
    expect(shared.text).toBe((await house.get('/api/board')).text);
    expect(shared.text).not.toContain('0612345678');
  });

  test('are never mixed up by what was made before for others', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    const first = await house.get('/api/board?as=staff', { cookie });
    const shared = await house.get('/api/board', { 'if-none-match': String(first.headers.etag) });
    expect(shared.status).toBe(200);
    expect(shared.text).not.toContain('0612345678');
    const again = await house.get('/api/board?as=staff', { cookie, 'if-none-match': String(first.headers.etag) });
    expect(again.status).toBe(304);
  });

  test.each([
    ['/api/board?as=staff', 401, 'sessionUnknown'],
    ['/api/changes?after=epoch0001:0&as=staff', 401, 'sessionUnknown'],
    ['/api/board?as=manager', 400, 'requestMalformed'],
  ])('of %s are not for a tablet', async (path, status, code) => {
    const house = await openTestHouse();
    const reply = await house.get(path);
    expect([reply.status, reply.json().code]).toEqual([status, code]);
    const nobody = await house.raw('/api/board?as=staff');
    expect(nobody.json()).toMatchObject({ code: 'sessionUnknown' });
  });

  test('of a shared screen are not for a browser that is none', async () => {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    for (const path of ['/api/board', '/api/changes?after=epoch0001:0']) {
      const reply = await house.get(path, { cookie });
      expect([reply.status, reply.json().code]).toEqual([401, 'deviceUnknown']);
    }
    expect((await house.post('/api/identify', { card: 'x', visitId: 'v' }, { cookie })).status).toBe(401);
  });
});

test('the stream of who has signed out ends', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const house = await openTestHouse();
    const cookie = await house.signIn('mila');
    const stream = house.get('/api/changes?after=epoch0001:0&as=staff', { cookie });
    await vi.waitFor(() => expect(house.feed.readers).toBe(1));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(house.feed.readers).toBe(1);
    await signOut(house, cookie);
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await stream).text).toContain(': hart');
  } finally {
    vi.useRealTimers();
  }
});

describe('a session of somebody’s own browser', () => {
  const both = (house: TestHouse, session: string) => `${house.cookie}; ${session}`;

  test('is none at a tablet of the house', async () => {
    const house = await openTestHouse();
    const session = await house.signIn('mila');
    expect((await who(house, both(house, session))).status).toBe(401);
    expect((await who(house, session)).status).toBe(200);
  });

  test('goes on in a demonstration, which makes a tablet of that browser', async () => {
    const house = await openTestHouse({ demo: true });
    const session = await house.signIn('mila');
    expect((await who(house, both(house, session))).status).toBe(200);
  });
});
