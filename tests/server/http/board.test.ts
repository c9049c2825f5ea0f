import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { snapshotSchema } from '../../../src/domain/protocol.ts';
import { at, resident } from '../../support/builders.ts';
import { openTestHouse, walkEnvelope } from './test-house.ts';

test('a tablet gets the board with the place in history the feed goes on from', async () => {
  const house = await openTestHouse();
  await house.post('/api/commands', walkEnvelope(1));
  const reply = await house.get('/api/board');
  expect(reply.status).toBe(200);
  const snapshot = v.parse(snapshotSchema, reply.json());
  expect(snapshot).toMatchObject({ epoch: 'epoch0001', version: 1 });
  expect(snapshot.rows.signUp).toHaveLength(1);
});

test('what a shared screen may not know never leaves the server', async () => {
  const house = await openTestHouse();
  await house.post('/api/commands', {
    ...walkEnvelope(1),
    command: { type: 'signUp', activityId: 'memory/2026-10-14', residentIds: ['anna'], guests: 0 },
    actor: resident('anna', 'secret-visit'),
  });
  const { rows } = (await house.get('/api/board')).json();
  for (const name of ['residentPrivate', 'card', 'clearance', 'callTask']) expect(rows).not.toHaveProperty(name);
  expect(rows.signUp).toMatchObject([{ residentIds: [], hidden: 1, visitId: null }]);
  expect(rows.resident.find(({ id }: { id: string }) => id === 'hein')).toMatchObject({ firstName: '' });
  expect(JSON.stringify(rows)).not.toMatch(/0612345678|Van Anna|hash-of-anna|secret-visit/);
});

test('it is compressed the way the browser asks', async () => {
  const house = await openTestHouse();
  const plain = await house.get('/api/board');
  const brotli = await house.get('/api/board', { 'accept-encoding': 'gzip, br' });
  const gzip = await house.get('/api/board', { 'accept-encoding': 'gzip, br;q=0' });
  expect([plain, brotli, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(plain.text);
  expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text);
  expect(brotli.headers.vary).toContain('accept-encoding');
});

test('the board a tablet has already is not sent again, until something or the day changes', async () => {
  const house = await openTestHouse();
  const first = await house.get('/api/board');
  const etag = String(first.headers.etag);
  const same = await house.get('/api/board', { 'if-none-match': etag });
  expect(same).toMatchObject({ status: 304, text: '' });
  await house.post('/api/commands', walkEnvelope(1));
  const changed = await house.get('/api/board', { 'if-none-match': etag });
  expect(changed.status).toBe(200);
  house.setNow(at('2026-10-15', '00:01'));
  const tomorrow = await house.get('/api/board', { 'if-none-match': String(changed.headers.etag) });
  expect(tomorrow.status).toBe(200);
});

test('a browser keeps no copy on its disk', async () => {
  const house = await openTestHouse();
  expect((await house.get('/api/board')).headers['cache-control']).toBe('no-store');
});

test('it is for enrolled tablets', async () => {
  const house = await openTestHouse();
  const reply = await house.raw('/api/board');
  expect(reply.status).toBe(401);
  expect(reply.json()).toMatchObject({ code: 'deviceUnknown' });
  expect(reply.text).not.toContain('Anna');
});

test('a herd that asks at once gets the same bytes, of the version that stands', async () => {
  const house = await openTestHouse();
  await house.post('/api/commands', [walkEnvelope(1), walkEnvelope(2, 'kees')]);
  const herd = await Promise.all(
    Array.from({ length: 50 }, () => house.get('/api/board', { 'accept-encoding': 'br' })),
  );
  expect(new Set(herd.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
  expect(JSON.parse(brotliDecompressSync(herd[0]!.bytes).toString())).toMatchObject({ version: 2 });
});
