import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inlineScriptHashes, readClientFiles } from '../../../src/server/http/client-files.ts';
import { openTestHouse } from './test-house.ts';

const HTML = '<!doctype html><script>start()</script><script type="module" src="/assets/main-1a2b.js"></script>';

async function buildClient() {
  const folder = await mkdtemp(join(tmpdir(), 'huiskamer-client-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const client = join(folder, 'client');
  await mkdir(join(client, 'assets'), { recursive: true });
  await mkdir(join(client, '.vite'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(client, '.vite/manifest.json'), '{}');
  await writeFile(join(client, 'index.html'), HTML);
  await writeFile(join(client, 'index.html.gz'), 'as gzip');
  await writeFile(join(client, 'icon.svg'), '<svg/>');
  await writeFile(join(client, 'assets/main-1a2b.js'), 'start()');
  await writeFile(join(client, 'assets/main-1a2b.js.br'), 'as brotli');
  await writeFile(join(client, 'assets/main-1a2b.js.gz'), 'as gzip');
  await writeFile(join(client, 'assets/letters.woff2'), 'font');
  return client;
}

const openWithClient = async () => openTestHouse({ clientFiles: await readClientFiles(await buildClient()) });

test('the page is asked for again each time, what has its content in its name never', async () => {
  const house = await openWithClient();
  const page = await house.raw('/');
  expect(page).toMatchObject({ status: 200, text: HTML });
  expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  // The side of staff is the same page; what is behind the # never comes here.
  expect((await house.raw('/beheer')).text).toBe(HTML);
  expect((await house.raw('/beheer/')).status).toBe(404);
  const script = await house.raw('/assets/main-1a2b.js');
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await house.raw('/icon.svg')).headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'no-cache',
  });
  expect((await house.raw('/assets/letters.woff2')).headers['content-type']).toBe('font/woff2');
});

test('what was compressed when it was built is sent so', async () => {
  const house = await openWithClient();
  const ask = async (path: string, accepted: string) => {
    const { text, headers } = await house.raw(path, { headers: { 'accept-encoding': accepted } });
    return [text, headers['content-encoding'], headers.vary];
  };
  expect(await ask('/assets/main-1a2b.js', 'gzip, deflate, br')).toEqual(['as brotli', 'br', 'accept-encoding']);
  expect(await ask('/assets/main-1a2b.js', 'gzip')).toEqual(['as gzip', 'gzip', 'accept-encoding']);
  expect(await ask('/assets/main-1a2b.js', 'br;q=0, *')).toEqual(['as gzip', 'gzip', 'accept-encoding']);
  expect(await ask('/assets/main-1a2b.js', 'identity')).toEqual(['start()', undefined, 'accept-encoding']);
  expect(await ask('/', 'br, gzip')).toEqual(['as gzip', 'gzip', 'accept-encoding']);
});

test('a file somebody has already is not sent again, and a head has no body', async () => {
  const house = await openWithClient();
  const { headers } = await house.raw('/');
  expect(await house.raw('/', { headers: { 'if-none-match': String(headers.etag) } })).toMatchObject({
    status: 304,
    text: '',
  });
  const head = await house.raw('/', { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, text: '' });
  expect(head.headers['content-type']).toBe('text/html; charset=utf-8');
});

test.each([
  '/secret.txt',
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/assets/%00',
  '/.vite/manifest.json',
  '/assets',
  '/assets/',
  '/assets/main-1a2b.js.br',
  '//etc/passwd',
  '/vandaag',
])('%s is not there', async (path) => {
  const house = await openWithClient();
  const answer = await rawGet(house.port, path);
  expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /);
  expect(answer).not.toMatch(/secret|root:/);
});

test('what is not there says so in Dutch', async () => {
  const house = await openWithClient();
  const reply = await house.raw('/vandaag');
  expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(reply.text).toContain('Deze pagina bestaat niet.');
});

test('without built screens there is one clear sentence', async () => {
  const house = await openTestHouse({ clientFiles: await readClientFiles('/nowhere/at/all') });
  const reply = await house.raw('/');
  expect(reply.status).toBe(503);
  expect(reply.text).toContain('De schermen zijn nog niet gebouwd. Start de server met: npm start');
});

test('only the scripts written into the page may run beside its own files', async () => {
  const files = await readClientFiles(await buildClient());
  expect(inlineScriptHashes(files)).toEqual([`'sha256-${createHash('sha256').update('start()').digest('base64')}'`]);
  expect(inlineScriptHashes(new Map())).toEqual([]);
});

/** As it stands: other clients tidy a path up before they send it. */
function rawGet(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n\r\n`);
    });
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}
