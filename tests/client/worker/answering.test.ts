import { describe, expect, test } from 'vitest';
import { createWorker } from '../../../src/client/worker/answering.ts';
import { createBuildCache } from '../../../src/client/worker/build-cache.ts';
import { createKeptPointer } from '../../../src/client/worker/kept-pointer.ts';
import { pages } from '../../../src/domain/pages.ts';
import { createMemoryCaches, type MemoryCaches } from '../../support/memory-caches.ts';

const ORIGIN = 'http://kiosk';

/** A browser and a server; each build has a page that says its name. */
function createTablet() {
  const caches = createMemoryCaches();
  let reachable = true;
  let served = 'one';
  const fetch = (async (asked: string | Request) => {
    if (!reachable) throw new TypeError('no network');
    return new Response(`${served} ${new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname}`);
  }) as typeof globalThis.fetch;
  const worker = (build: string) =>
    createWorker({
      build,
      files: [
        { url: '/index.html', integrity: `sha256-${build}` },
        { url: '/icon.svg', integrity: 'sha256-icon' },
      ],
      cache: createBuildCache({ caches, fetch }),
      pointer: createKeptPointer(caches),
      fetch,
      origin: ORIGIN,
    });
  return {
    caches,
    worker,
    /** The house has this build, the browser fetches it and its worker takes over. */
    async update(build: string) {
      served = build;
      const next = worker(build);
      await next.install();
      await next.activate();
      return next;
    },
    pull: () => {
      reachable = false;
    },
    plugIn: () => {
      reachable = true;
    },
  };
}
/** As a browser asks for a page; a Request of Node knows no navigation. */
const navigation = (path: string) =>
  ({ url: `${ORIGIN}${path}`, method: 'GET', destination: 'document' }) as unknown as Request;
const shown = async (tablet: { answer: (request: Request) => Promise<Response> | null }, path = '/') =>
  (await tablet.answer(navigation(path)))?.text();

describe('a request', () => {
  test.each(pages)('for the page at %s is answered from here', async (path) => {
    const tablet = createTablet();
    const worker = await tablet.update('one');
    tablet.pull();
    expect(await shown(worker, path)).toBe('one /index.html');
    expect(await shown(worker, `${path}?scherm=32`)).toBe('one /index.html');
    expect(await shown(worker, '/icon.svg')).toBe('one /icon.svg');
  });

  test.each([
    new Request(`${ORIGIN}/api/board`),
    new Request(`${ORIGIN}/api/commands`, { method: 'POST', body: '[]' }),
    new Request(`${ORIGIN}/calendar/abc.ics`),
    new Request(`${ORIGIN}/`, { method: 'POST' }),
    new Request('http://elsewhere/icon.svg'),
    navigation('/api/exports/residents.csv'),
    navigation('/nergens'),
  ])('that is not for the screens is left to the network: %#', async (request) => {
    const worker = await createTablet().update('one');
    expect(worker.answer(request)).toBeNull();
  });

  test('is asked of the server where the browser threw everything away', async () => {
    const tablet = createTablet();
    const worker = await tablet.update('one');
    for (const name of await tablet.caches.keys()) await tablet.caches.delete(name);
    expect(await shown(worker)).toBe('one /');
    // On a tablet that was put out nothing comes back by being asked for.
    expect(await tablet.caches.keys()).toEqual([]);
  });

  test('is asked of the server where the store is broken', async () => {
    const tablet = createTablet();
    await tablet.update('one');
    const fails = () => Promise.reject(new Error('disk'));
    const broken = { ...tablet.caches, open: fails, match: fails } as MemoryCaches;
    const fetch = async () => new Response('from the server');
    const cache = createBuildCache({ caches: broken, fetch });
    const pointer = createKeptPointer(broken);
    const worker = createWorker({ build: 'one', files: [], cache, pointer, fetch, origin: ORIGIN });
    expect(await shown(worker)).toBe('from the server');
  });
});

describe('a newer build', () => {
  test('that does not start is taken back without a network, and the next one replaces both', async () => {
    const tablet = createTablet();
    await (await tablet.update('one')).hear({ type: 'started', build: 'one' });
    const two = await tablet.update('two');
    tablet.pull();
    expect(await shown(two)).toBe('two /index.html');
    await two.hear({ type: 'failed', build: 'two' });
    expect(await shown(two)).toBe('one /index.html');
    expect(await two.hear({ type: 'look' })).toEqual({ inCharge: 'one', bad: 'two', complete: true });

    tablet.plugIn();
    const three = await tablet.update('three');
    expect(await shown(three)).toBe('three /index.html');
    await three.hear({ type: 'started', build: 'three' });
    expect(await three.hear({ type: 'look' })).toEqual({ inCharge: 'three', bad: null, complete: true });
    expect((await tablet.caches.keys()).filter((name) => name.startsWith('huiskamer-build-')).sort()).toEqual([
      'huiskamer-build-one',
      'huiskamer-build-three',
    ]);
  });

  test('stays in charge when only its pictures were asked for again and again', async () => {
    const tablet = createTablet();
    await tablet.update('one');
    const two = await tablet.update('two');
    for (let turn = 0; turn < 9; turn += 1) await shown(two, '/icon.svg');
    expect(await shown(two)).toBe('two /index.html');
  });

  test('whose files the browser threw away while it waited is fetched again before it is in charge', async () => {
    const tablet = createTablet();
    await tablet.update('one');
    const two = tablet.worker('two');
    await two.install();
    await tablet.caches.delete('huiskamer-build-two');
    await two.activate();
    tablet.pull();
    expect(await shown(two)).toBe('one /index.html');
    expect(await two.hear({ type: 'look' })).toMatchObject({ inCharge: 'two', complete: true });
  });
});

describe('looking', () => {
  test('makes whole what the browser threw away', async () => {
    const tablet = createTablet();
    const worker = await tablet.update('one');
    for (const name of await tablet.caches.keys()) await tablet.caches.delete(name);
    expect(await worker.hear({ type: 'look' })).toEqual({ inCharge: 'one', bad: null, complete: true });
    tablet.pull();
    expect(await shown(worker)).toBe('one /index.html');
  });

  test('fails where that cannot be fetched, and changes nothing', async () => {
    const tablet = createTablet();
    const worker = await tablet.update('one');
    await tablet.caches.delete('huiskamer-build-one');
    tablet.pull();
    await expect(worker.hear({ type: 'look' })).rejects.toThrow('no network');
    tablet.plugIn();
    expect(await worker.hear({ type: 'look' })).toMatchObject({ complete: true });
  });
});

test('a build that was good and does not start any more is asked of the server first, until it starts', async () => {
  const tablet = createTablet();
  const worker = await tablet.update('one');
  await worker.hear({ type: 'failed', build: 'one' });
  expect(await shown(worker)).toBe('one /');
  tablet.pull();
  expect(await shown(worker)).toBe('one /index.html');
  tablet.plugIn();
  await worker.hear({ type: 'started', build: 'one' });
  expect(await shown(worker)).toBe('one /index.html');
});

describe('a tablet that is put out', () => {
  test('keeps nothing, whatever the worker is in the middle of and is told afterwards', async () => {
    const tablet = createTablet();
    const worker = await tablet.update('one');
    for (const name of await tablet.caches.keys()) await tablet.caches.delete(name);
    const looking = worker.hear({ type: 'look' });
    await Promise.all([worker.hear({ type: 'forget' }), looking]);
    expect(await tablet.caches.keys()).toEqual([]);
    await worker.hear({ type: 'started', build: 'one' });
    expect(await worker.hear({ type: 'look' })).toEqual({ inCharge: null, bad: null, complete: false });
    expect(await shown(worker)).toBe('one /');
    expect(await tablet.caches.keys()).toEqual([]);
  });
});
