import { expect, test } from 'vitest';
import { openTestHouse, walkEnvelope } from './test-house.ts';

test('it runs: what, since when, on what, and how far', async () => {
  const house = await openTestHouse();
  await house.post('/api/commands', walkEnvelope(1));
  const reply = await house.raw('/api/health');
  expect(reply.status).toBe(200);
  expect(reply.json()).toEqual({
    status: 'ok',
    version: '1.2.3',
    uptimeSeconds: expect.any(Number),
    database: 'geheugen',
    board: { version: 1 },
  });
});

test('without its database it does not, and says so with a problem', async () => {
  const house = await openTestHouse();
  house.store.fail(true);
  const reply = await house.raw('/api/health');
  expect(reply.status).toBe(503);
  expect(reply.json()).toMatchObject({ code: 'storeUnavailable' });
  house.store.fail(false);
  expect((await house.raw('/api/health')).status).toBe(200);
});

test('a token in it is checked, so that a tool knows it found its own server', async () => {
  const house = await openTestHouse();
  const ask = (token: string) => house.raw('/api/health', { headers: { authorization: `Bearer ${token}` } });
  expect((await ask(house.operatorToken)).status).toBe(200);
  expect((await ask('another')).status).toBe(401);
});

test('every answer tells the browser what it may not do', async () => {
  const house = await openTestHouse();
  const host = { host: 'a b' };
  for (const reply of [
    await house.raw('/'),
    await house.raw('/api/health'),
    await house.raw('/api/nothing'),
    await house.raw('/api/board'),
    await house.raw('/', { headers: host }),
  ]) {
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    const policy = String(reply.headers['content-security-policy']).split('; ');
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy.join()).not.toMatch(/unsafe|\*/);
  }
});

test('an address or method that is not there is a problem', async () => {
  const house = await openTestHouse();
  expect((await house.raw('/api/nothing')).json()).toMatchObject({ code: 'notFound', status: 404 });
  const wrong = await house.raw('/api/commands', { headers: { cookie: house.cookie } });
  expect(wrong.status).toBe(405);
  expect(wrong.headers.allow).toBe('POST');
  expect((await house.raw('/', { method: 'DELETE' })).status).toBe(405);
});

test('the log has one line for each request, without query and without names', async () => {
  const house = await openTestHouse();
  await house.post('/api/commands', walkEnvelope(1));
  await house.get('/api/changes?after=secret-query');
  await house.raw('/anna?anna=anna');
  const lines = house
    .logged()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { event: 'request', method: 'POST', route: '/api/commands', status: 200, ms: expect.any(Number), device: 'tablet' },
    { event: 'request', method: 'GET', route: '/api/changes', status: 400, device: 'tablet' },
    { event: 'request', method: 'GET', status: 503 },
  ]);
  expect(house.logged()).not.toMatch(/secret-query|anna|visit/);
});

test('an error nobody thought of is 500 without its message, and a line in the log without it', async () => {
  const house = await openTestHouse({
    importFiles: async () => {
      throw new Error('mevrouw De Vries, 12');
    },
  });
  const reply = await house.operate('/api/import', { files: {}, goodLines: true });
  expect(reply.status).toBe(500);
  expect(reply.json()).toMatchObject({ code: 'defect' });
  expect(reply.text).not.toMatch(/Vries|\.ts/);
  expect(house.logged()).toContain('"event":"defect"');
  expect(house.logged()).not.toContain('Vries');
});
