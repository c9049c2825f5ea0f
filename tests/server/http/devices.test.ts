import { describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, walkEnvelope } from './test-house.ts';

const enrol = (house: TestHouse, headers: Readonly<Record<string, string>> = {}) =>
  house.raw('/api/devices/demonstration', {
    method: 'POST',
    headers: { origin: house.origin, 'content-type': 'application/json', ...headers },
    body: '{}',
  });
const cookieOf = (header: readonly string[] | undefined) => /^device=[\w-]+/.exec(header?.[0] ?? '')?.[0] ?? '';

describe('a demonstration', () => {
  test('enrols the browser on this computer with a cookie no script can read', async () => {
    const house = await openTestHouse({ demo: true });
    const reply = await enrol(house);
    expect(reply.status).toBe(204);
    const [cookie = ''] = reply.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^device=[\w-]{43}; /);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${400 * 86_400}`])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    const mine = { cookie: cookieOf(reply.headers['set-cookie']) };
    expect((await house.post('/api/commands', walkEnvelope(1), mine)).status).toBe(200);
    expect(house.store.journal[0]?.deviceId).not.toBe('tablet');
  });

  test('leaves a browser that has one already as it is', async () => {
    const house = await openTestHouse({ demo: true });
    const reply = await enrol(house, { cookie: house.cookie });
    expect(reply.status).toBe(204);
    expect(reply.headers).not.toHaveProperty('set-cookie');
  });

  test('enrols a browser in which staff signed in first', async () => {
    const house = await openTestHouse({ demo: true });
    const session = await house.signIn('mila');
    const reply = await enrol(house, { cookie: session });
    const cookie = `${session}; ${cookieOf(reply.headers['set-cookie'])}`;
    expect((await house.get('/api/board', { cookie })).status).toBe(200);
    expect((await enrol(house, { cookie })).headers).not.toHaveProperty('set-cookie');
  });

  test('does not enrol without end', async () => {
    const house = await openTestHouse({ demo: true });
    for (let n = 0; n < 60; n += 1) expect((await enrol(house)).status).toBe(204);
    const reply = await enrol(house);
    expect(reply.status).toBe(429);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  });

  test.each([
    ['a foreign name', { host: 'huiskamer.example' }],
    ['a name that only begins like ours', { host: 'localhost.example' }],
    ['an address of the network', { host: '192.168.1.20' }],
    ['a proxy', { 'x-forwarded-for': '10.0.0.1' }],
    ['a proxy by the book', { forwarded: 'for=10.0.0.1' }],
    ['a proxy with another name', { 'x-forwarded-host': 'localhost' }],
    ['a gateway', { via: '1.1 gateway' }],
  ])('answers nobody who comes by %s', async (_name, headers) => {
    const house = await openTestHouse({ demo: true });
    for (const path of ['/', '/api/health', '/api/board', '/anything']) {
      const reply = await house.raw(path, { headers: { cookie: house.cookie, ...headers } });
      expect(reply.status).toBe(421);
      expect(reply.json()).toMatchObject({ code: 'misdirected' });
    }
    expect((await enrol(house, headers)).status).toBe(421);
  });

  test.each(['localhost', 'LOCALHOST:8080', '127.0.0.1', '[::1]:3000'])('answers at %s', async (host) => {
    const house = await openTestHouse({ demo: true });
    expect((await house.raw('/api/health', { headers: { host } })).status).toBe(200);
  });
});

describe('a house that is no demonstration', () => {
  test('enrols nobody by itself', async () => {
    const house = await openTestHouse();
    const reply = await enrol(house);
    expect(reply.status).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'notADemonstration' });
    expect(reply.headers).not.toHaveProperty('set-cookie');
  });

  test('answers behind a proxy and under its own name', async () => {
    const house = await openTestHouse();
    const headers = { host: 'huiskamer.example', 'x-forwarded-for': '10.0.0.1' };
    expect((await house.raw('/api/health', { headers })).status).toBe(200);
  });
});

describe('the operator', () => {
  test('enrols a tablet, whose cookie then counts', async () => {
    const house = await openTestHouse();
    const reply = await house.operate('/api/devices', { name: 'hal' });
    expect(reply.status).toBe(201);
    const { id, cookie } = reply.json();
    expect((await house.post('/api/commands', walkEnvelope(1), { cookie })).status).toBe(200);
    expect(house.store.journal).toMatchObject([{ deviceId: id }]);
    expect(house.logged()).not.toContain(cookie.slice('device='.length));
  });

  test.each([{}, { name: '' }, { name: 'x'.repeat(81) }, { name: 'hal', revoked: false }, []])(
    '%j is no tablet',
    async (body) => {
      const house = await openTestHouse();
      expect((await house.operate('/api/devices', body)).status).toBe(400);
    },
  );

  test.each(['/api/devices', '/api/import'])('%s is for nobody else', async (path) => {
    const house = await openTestHouse();
    const asTablet = await house.post(path, { name: 'hal' });
    const asNobody = await house.post(path, { name: 'hal' }, { cookie: '' });
    const asGuesser = await house.post(path, { name: 'hal' }, { authorization: `Bearer ${house.operatorToken}x` });
    for (const reply of [asTablet, asNobody, asGuesser]) {
      expect(reply.status).toBe(401);
      expect(reply.json()).toMatchObject({ code: 'operatorUnknown' });
    }
  });
});

describe('where a request comes from', () => {
  test.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', 'file://', 'not an origin', ''])(
    '"%s" may change nothing',
    async (origin) => {
      const house = await openTestHouse();
      const reply = await house.post('/api/commands', walkEnvelope(1), { origin });
      expect(reply.status).toBe(403);
      expect(reply.json()).toMatchObject({ code: 'originForeign' });
      expect(house.store.journal).toEqual([]);
    },
  );

  test('nowhere may change nothing either, but for who has the token of the server', async () => {
    const house = await openTestHouse();
    const headers = { cookie: house.cookie, 'content-type': 'application/json' };
    const body = JSON.stringify(walkEnvelope(1));
    expect((await house.raw('/api/commands', { method: 'POST', headers, body })).status).toBe(403);
    expect((await house.operate('/api/commands', walkEnvelope(1))).status).toBe(200);
    const foreign = {
      authorization: `Bearer ${house.operatorToken}`,
      'content-type': 'application/json',
      origin: 'https://evil.example',
    };
    expect((await house.raw('/api/commands', { method: 'POST', headers: foreign, body })).status).toBe(403);
  });

  test('its own name behind a proxy counts', async () => {
    const house = await openTestHouse();
    const headers = { host: 'huiskamer.example', origin: 'https://huiskamer.example' };
    expect((await house.post('/api/commands', walkEnvelope(1), headers)).status).toBe(200);
  });
});

describe('an import', () => {
  const file = { name: 'bewoners.csv', base64: Buffer.from('naam').toString('base64') };

  test('gets the files of the operator and gives the report', async () => {
    const asked: unknown[] = [];
    const house = await openTestHouse({
      importFiles: async (request) => {
        asked.push(request);
        return { text: 'Bewoners: 1 nieuw', ok: true };
      },
    });
    const body = { files: { residents: file }, goodLines: true };
    const reply = await house.operate('/api/import', body);
    expect(reply.json()).toEqual({ text: 'Bewoners: 1 nieuw', ok: true });
    expect(asked).toEqual([body]);
  });

  test('may be larger than a command, up to 40 MB', async () => {
    const house = await openTestHouse();
    const large = (bytes: number) => ({
      files: { residents: { name: 'a', base64: Buffer.alloc(bytes).toString('base64') } },
      goodLines: false,
    });
    expect((await house.operate('/api/import', large(2 * 1024 * 1024))).status).toBe(200);
    expect((await house.operate('/api/import', large(31 * 1024 * 1024))).status).toBe(413);
  });

  test.each([
    {},
    { files: {}, goodLines: 'yes' },
    { files: { secrets: file }, goodLines: false },
    { files: { residents: { name: 'a', base64: '%%%' } }, goodLines: false },
  ])('%j is not understood', async (body) => {
    const house = await openTestHouse();
    const reply = await house.operate('/api/import', body);
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'importMalformed' });
  });
});
