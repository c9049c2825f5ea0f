import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { announceServer, findServer } from '../../src/server/operator.ts';

const TOKEN = 'a-token-of-more-than-twenty-characters';

const NONE = { ok: true, value: null };

/** Of a process that has ended. */
const { pid: gone } = spawnSync(process.execPath, ['--version']);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'huiskamer-operator-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

/** Something that answers as a server with this token would. */
async function listen(token: string, status = 200): Promise<string> {
  const server = http.createServer((incoming, outgoing) => {
    outgoing.statusCode = incoming.headers.authorization === `Bearer ${token}` ? status : 401;
    outgoing.end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a server that runs is found by who may read its folder, until it takes that back', async () => {
  const data = folder();
  const server = { url: await listen(TOKEN), token: TOKEN, pid: gone };
  // An old file that everybody may read does not lend its mode to the new one.
  writeFileSync(join(data, 'server.json'), '{}', { mode: 0o644 });
  const retract = announceServer(data, server);
  expect(await findServer(data)).toEqual({ ok: true, value: server });
  expect(statSync(join(data, 'server.json')).mode & 0o777).toBe(0o600);
  retract();
  expect(existsSync(join(data, 'server.json'))).toBe(false);
  expect(await findServer(data)).toEqual(NONE);
});

test('what a crash left behind is no server', async () => {
  const data = folder();
  announceServer(data, { url: 'http://127.0.0.1:1', token: TOKEN, pid: gone });
  expect(await findServer(data)).toEqual(NONE);
});

test('another server on the same port is not taken for it', async () => {
  const data = folder();
  announceServer(data, { url: await listen('another-token-of-more-than-twenty'), token: TOKEN, pid: gone });
  expect(await findServer(data)).toEqual(NONE);
});

test.each([
  ['does not answer', async () => 'http://127.0.0.1:1'],
  ['cannot reach its data', () => listen(TOKEN, 503)],
  ['is not who answers there', () => listen('another-token-of-more-than-twenty')],
])('a server that lives but %s is not taken for none', async (_how, start) => {
  const data = folder();
  announceServer(data, { url: await start(), token: TOKEN, pid: process.pid });
  const found = await findServer(data);
  expect(found).toEqual({ ok: false, error: expect.stringMatching(/^Er draait een server .*\.$/) });
  expect(found).toMatchObject({ error: expect.stringContaining(data) });
});

test.each(['', 'half {', '{"url": 4}', '{"url":"http://127.0.0.1:1","token":"","pid":1}'])(
  '%j is no server',
  async (text) => {
    const data = folder();
    writeFileSync(join(data, 'server.json'), text);
    expect(await findServer(data)).toEqual(NONE);
  },
);

test('a server that ends leaves the file of the one that came after it', async () => {
  const data = folder();
  const retract = announceServer(data, { url: 'http://127.0.0.1:1', token: TOKEN, pid: gone });
  announceServer(data, { url: 'http://127.0.0.1:2', token: `${TOKEN}-2`, pid: 8 });
  retract();
  expect(readFileSync(join(data, 'server.json'), 'utf8')).toContain(`${TOKEN}-2`);
});
