import { describe, expect, test } from 'vitest';
import { type BuiltFile, createBuildCache } from '../../../src/client/worker/build-cache.ts';
import { createMemoryCaches } from '../../support/memory-caches.ts';

const file = (url: string, content: string): BuiltFile => ({ url, integrity: `sha256-${content}` });
const one = [file('/index.html', 'page one'), file('/assets/a.js', 'a'), file('/assets/font.woff2', 'font')];
const two = [file('/index.html', 'page two'), file('/assets/a.js', 'changed'), file('/assets/font.woff2', 'font')];

/** A server with these files; like a browser, `fetch` refuses what has another checksum. */
function createServer(files: readonly BuiltFile[]) {
  const asked: string[] = [];
  const server = {
    files,
    asked,
    fetch: (async (url: string, { integrity }: RequestInit) => {
      asked.push(url);
      const found = server.files.find((each) => each.url === url);
      if (found?.integrity !== integrity) throw new TypeError('integrity');
      return new Response(integrity!.slice(7));
    }) as unknown as typeof fetch,
  };
  return server;
}

function open(files: readonly BuiltFile[]) {
  const caches = createMemoryCaches();
  const server = createServer(files);
  return { caches, server, cache: createBuildCache({ caches, fetch: server.fetch }) };
}
const text = async (response: Promise<Response | undefined>) => (await response)?.text();

describe('a build is kept', () => {
  test('with every file, and found again', async () => {
    const { cache } = open(one);
    expect(await cache.isComplete('one')).toBe(false);
    await cache.fill('one', one);
    expect(await cache.isComplete('one')).toBe(true);
    expect(await text(cache.find('one', '/index.html'))).toBe('page one');
    expect(await cache.find('one', '/api/board')).toBeUndefined();
  });

  test.each(one.map(({ url }) => url))('with every file or not at all: without %s nothing is left', async (missing) => {
    const { cache, caches } = open(one.filter(({ url }) => url !== missing));
    await expect(cache.fill('one', one)).rejects.toThrow();
    expect(caches.all()).toEqual([]);
  });

  test('only with the checksums it was built with: what another network answers is refused, and asked for once more', async () => {
    const { cache, caches, server } = open([file('/index.html', 'Welkom in ons hotel'), ...one.slice(1)]);
    await expect(cache.fill('one', one)).rejects.toThrow('integrity');
    expect(server.asked.filter((url) => url === '/index.html')).toHaveLength(2);
    expect(caches.all()).toEqual([]);
  });

  test('not when the server answers that there is no such file', async () => {
    const caches = createMemoryCaches();
    const cache = createBuildCache({ caches, fetch: async () => new Response('', { status: 404 }) });
    await expect(cache.fill('one', one)).rejects.toThrow('404');
    expect(caches.all()).toEqual([]);
  });

  test('beside another one, and what did not change is not fetched again', async () => {
    const { cache, server } = open(one);
    await cache.fill('one', one);
    server.files = two;
    server.asked.length = 0;
    await cache.fill('two', two);
    expect([...server.asked].sort()).toEqual(['/assets/a.js', '/index.html']);
    expect(await text(cache.find('one', '/assets/a.js'))).toBe('a');
    expect(await text(cache.find('two', '/assets/a.js'))).toBe('changed');
  });
});

describe('what is kept already', () => {
  test('outlives a failing try to make it whole again', async () => {
    const { cache, server } = open(one);
    await cache.fill('one', one);
    server.files = [];
    await expect(cache.fill('one', two)).rejects.toThrow();
    expect(await text(cache.find('one', '/index.html'))).toBe('page one');
  });

  test('is whole again after the browser threw some of it away', async () => {
    const { cache, caches } = open(one);
    await cache.fill('one', one);
    await (await caches.open('huiskamer-build-one')).delete('/assets/font.woff2');
    expect(await cache.isComplete('one')).toBe(false);
    await cache.fill('one', one);
    expect(await cache.isComplete('one')).toBe(true);
  });

  test('also serves a page that is older than the build in charge', async () => {
    const { cache, server } = open([...one, file('/assets/old.js', 'old')]);
    await cache.fill('one', [...one, file('/assets/old.js', 'old')]);
    server.files = two;
    await cache.fill('two', two);
    expect(await text(cache.find('two', '/assets/old.js'))).toBe('old');
    await cache.forgetAllBut(['two']);
    expect(await cache.find('two', '/assets/old.js')).toBeUndefined();
    expect(await text(cache.find('two', '/index.html'))).toBe('page two');
  });
});
