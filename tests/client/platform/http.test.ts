import { describe, expect, test } from 'vitest';
import { createHttp } from '../../../src/client/platform/http.ts';
import { createManualTimers } from '../../support/manual-timers.ts';

const json = { 'content-type': 'application/json', date: 'Wed, 14 Oct 2026 12:30:00 GMT' };

function httpOver(fetch: typeof globalThis.fetch) {
  const timers = createManualTimers(5_000);
  const answers: number[] = [];
  const http = createHttp({ fetch, timers, systemNow: timers.now });
  http.whenAnswered(({ serverDate }) => answers.push(serverDate));
  return { answers, http, timers };
}
const answering = (body: string | null, init: ResponseInit) => httpOver(async () => new Response(body, init));

describe('an answer', () => {
  test('of the server is its body, and its time is told', async () => {
    const { answers, http } = answering('{"a":1}', { headers: json });
    expect(await http.get('/api/board')).toEqual({ type: 'ok', body: { a: 1 } });
    expect(answers).toEqual([Date.parse('2026-10-14T12:30:00Z')]);
  });

  test('without content is well', async () => {
    const { http } = answering(null, { status: 204 });
    expect(await http.post('/api/devices/demonstration', {})).toEqual({ type: 'ok', body: null });
  });

  test('that is a problem keeps its status and its code', async () => {
    const problem = { type: 'about:blank', title: 'Gone', status: 410, code: 'cursorGone' };
    const { http } = answering(JSON.stringify(problem), {
      status: 410,
      headers: { 'content-type': 'application/problem+json' },
    });
    expect(await http.get('/api/changes')).toEqual({ type: 'problem', status: 410, code: 'cursorGone' });
  });

  test.each([200, 403, 404])(
    'in HTML with status %i is of the network in between, not of the server',
    async (status) => {
      const { answers, http } = answering('<html>Welkom op ons wifi</html>', {
        status,
        headers: { 'content-type': 'text/html' },
      });
      expect(await http.get('/api/board')).toEqual({ type: 'unreachable', reason: 'notOurs' });
      expect(answers).toEqual([]);
    },
  );

  test('in HTML that a batch is too long is a problem without a name', async () => {
    const { answers, http } = answering('<html>Too large</html>', {
      status: 413,
      headers: { 'content-type': 'text/html' },
    });
    expect(await http.post('/api/commands', [])).toEqual({ type: 'problem', status: 413, code: '' });
    expect(answers).toEqual([]);
  });

  test('of a gateway whose server is down is a matter of time', async () => {
    const { http } = answering('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } });
    expect(await http.get('/api/board')).toEqual({ type: 'problem', status: 502, code: '' });
  });

  test('that breaks off halfway is none', async () => {
    const { http } = answering('{"a":', { headers: json });
    expect(await http.get('/api/board')).toEqual({ type: 'unreachable', reason: 'notOurs' });
  });

  test('that does not come is given up after 20 seconds', async () => {
    const { http, timers } = httpOver(
      (_path, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    const reply = http.get('/api/board');
    await timers.advance(20_000);
    expect(await reply).toEqual({ type: 'unreachable', reason: 'timeout' });
  });

  test('of no network is unreachable', async () => {
    const { http } = httpOver(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await http.post('/api/commands', [])).toEqual({ type: 'unreachable', reason: 'network' });
  });
});

test('a post is JSON, stays on its own site and follows no redirect', async () => {
  const sent: RequestInit[] = [];
  const { http } = httpOver(async (_path, init) => {
    sent.push(init ?? {});
    return new Response('{}', { headers: json });
  });
  await http.post('/api/identify', { card: '1234' });
  expect(sent[0]).toMatchObject({
    method: 'POST',
    credentials: 'same-origin',
    redirect: 'manual',
    body: '{"card":"1234"}',
  });
  expect(new Headers(sent[0]?.headers).get('content-type')).toBe('application/json');
});

test('a stream comes as text, also where a character is cut in two, and ends when it is no longer wanted', async () => {
  const bytes = new TextEncoder().encode('data: één\n\n');
  const { http } = httpOver(async (_path, init) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes.slice(0, 7));
        controller.enqueue(bytes.slice(7));
        init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  });
  const wanted = new AbortController();
  const reply = await http.stream('/api/changes', wanted.signal);
  if (reply.type !== 'ok') throw new Error('no stream');
  let text = '';
  await expect(async () => {
    for await (const chunk of reply.chunks) {
      text += chunk;
      if (text.endsWith('\n\n')) wanted.abort();
    }
  }).rejects.toThrow('aborted');
  expect(text).toBe('data: één\n\n');
});
