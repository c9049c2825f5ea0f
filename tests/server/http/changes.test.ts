import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { feedEntrySchema } from '../../../src/domain/protocol.ts';
import { ok } from '../../../src/domain/result.ts';
import type { FeedReader } from '../../../src/server/feed.ts';
import { createChangesRoute, readerOf } from '../../../src/server/http/changes.ts';
import { createHttpServer } from '../../../src/server/http/http-server.ts';
import type { HouseEnv, KnownSender } from '../../../src/server/http/sender.ts';
import { MORNING } from '../../support/builders.ts';
import { openTestHouse, type TestHouse, walkEnvelope } from './test-house.ts';

interface Stream {
  readonly headers: http.IncomingHttpHeaders;
  readonly text: () => string;
  readonly ended: Promise<void>;
  close(): void;
}

function openStream(house: TestHouse, after: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: house.cookie, 'accept-encoding': 'br, gzip' };
    const sent = http.get({
      host: '127.0.0.1',
      port: house.port,
      path: `/api/changes?after=${after}`,
      headers,
      agent: false,
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      const ended = new Promise<void>((done) => response.on('close', done));
      resolve({ headers: response.headers, text: () => text, ended, close: () => sent.destroy() });
    });
  });
}

test('an event stream, uncompressed and unbuffered, alive from the first moment', async () => {
  const house = await openTestHouse();
  const stream = await openStream(house, 'epoch0001:0');
  expect(stream.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  expect(stream.headers).not.toHaveProperty('content-encoding');
  expect(stream.headers['cache-control']).toContain('no-store');
  await vi.waitFor(() => expect(stream.text()).toMatch(/^: /));
  stream.close();
});

test('tells what another tablet did', async () => {
  const house = await openTestHouse();
  const stream = await openStream(house, 'epoch0001:0');
  await house.post('/api/commands', walkEnvelope(1));
  await vi.waitFor(() => expect(stream.text()).toContain('data: '));
  const [, id, data = ''] = /^id: (.+)\ndata: (.+)\n\n/m.exec(stream.text()) ?? [];
  expect(id).toBe('epoch0001:1');
  const entry = v.parse(feedEntrySchema, JSON.parse(data));
  expect(entry).toMatchObject({ commandId: walkEnvelope(1).id, refusal: null });
  expect(entry.changes.map(({ type }) => type)).toEqual(['signUpPut']);
  expect(stream.text()).not.toContain('visit-anna');
  stream.close();
});

test('goes on where a broken connection left off', async () => {
  const house = await openTestHouse();
  await house.post('/api/commands', [walkEnvelope(1), walkEnvelope(2, 'kees'), walkEnvelope(3, 'toos')]);
  const stream = await openStream(house, 'epoch0001:1');
  await vi.waitFor(() => expect(stream.text().match(/^id: .+$/gm)).toEqual(['id: epoch0001:2', 'id: epoch0001:3']));
  stream.close();
});

describe('a cursor it cannot read on from', () => {
  test.each(['another00:0', 'epoch0001:1', 'epoch0001:999999999999999'])(
    '%s is gone, and hears where history is',
    async (after) => {
      const house = await openTestHouse();
      const reply = await house.get(`/api/changes?after=${after}`);
      expect(reply.status).toBe(410);
      expect(reply.headers['content-type']).toBe('application/problem+json');
      expect(reply.json()).toMatchObject({ code: 'cursorGone', epoch: 'epoch0001', version: 0 });
    },
  );

  test.each([
    '',
    '?after=',
    '?after=epoch0001',
    '?after=epoch0001:-1',
    '?after=epoch0001:1e3',
    '?after=EPOCH0001:1',
    '?after=%00:1',
  ])('"%s" is none', async (query) => {
    const house = await openTestHouse();
    const reply = await house.get(`/api/changes${query}`);
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'cursorMalformed' });
  });
});

test('it is for enrolled tablets, and has no head', async () => {
  const house = await openTestHouse();
  expect((await house.raw('/api/changes?after=epoch0001:0')).status).toBe(401);
  const { cookie } = house;
  expect((await house.raw('/api/changes?after=epoch0001:0', { method: 'HEAD', headers: { cookie } })).status).toBe(405);
  expect(house.feed.readers).toBe(0);
});

test('a tablet that goes away is forgotten', async () => {
  const house = await openTestHouse();
  const stream = await openStream(house, 'epoch0001:0');
  await vi.waitFor(() => expect(house.feed.readers).toBe(1));
  stream.close();
  await vi.waitFor(() => expect(house.feed.readers).toBe(0));
});

test('a tablet that hung up before it was let in is no reader', async () => {
  const house = await openTestHouse();
  const tablet: KnownSender = {
    deviceId: 'tablet',
    deviceName: 'hal',
    lastAnswered: null,
    role: 'resident',
    staff: null,
    sessionOver: false,
  };
  const [arrived, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const route = createChangesRoute({ feed: house.feed, findSender: async () => ok(tablet) });
  const app = new Hono<HouseEnv>().get('/', async (c) => {
    c.set('sender', tablet);
    arrived.resolve();
    await once(c.env.outgoing, 'close');
    return route(c).finally(answered.resolve);
  });
  const server = createHttpServer({ serve: app.fetch, headers: {}, now: () => MORNING, isStopping: () => false });
  const port = await server.listen(0, '127.0.0.1');
  onTestFinished(() => server.stop(0));
  const sent = http.get({ host: '127.0.0.1', port, path: '/?after=epoch0001:0', agent: false });
  sent.on('error', () => undefined);
  await arrived.promise;
  sent.destroy();
  await answered.promise;
  expect(house.feed.readers).toBe(0);
});

test('what a tablet does not read is counted, and a cut gives it back', async () => {
  const readers: FeedReader[] = [];
  const server = http.createServer((_incoming, outgoing) => void readers.push(readerOf(outgoing)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const sent = http.get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, agent: false });
  const hungUp = new Promise((resolve) => sent.on('close', resolve));
  // Nobody ever reads from this socket.
  sent.on('socket', (socket) => socket.pause()).on('error', () => undefined);
  const reader = await vi.waitUntil(() => readers[0]);
  for (let n = 0; reader.behind <= 1024 * 1024; n += 1) {
    // What the system itself holds on to is far less than this.
    expect(n).toBeLessThan(400);
    reader.write(Buffer.alloc(256 * 1024));
    await new Promise(setImmediate);
  }
  const drained = reader.drained();
  reader.cut();
  await drained;
  sent.destroy();
  await hungUp;
});

test('a stop ends the streams', async () => {
  const house = await openTestHouse();
  const streams = await Promise.all(Array.from({ length: 5 }, () => openStream(house, 'epoch0001:0')));
  await house.stop();
  await Promise.all(streams.map(({ ended }) => ended));
});
