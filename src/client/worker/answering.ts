/**
 * Answers what a page asks for from the build in charge, and does what pages and the browser tell the worker. Refuses
 * to answer for the server: of that only what is built is kept here.
 */
import { pages } from '../../domain/pages.ts';
import type { Look, MessageToWorker } from '../platform/offline-messages.ts';
import type { BuildCache, BuiltFile } from './build-cache.ts';
import type { KeptPointer } from './kept-pointer.ts';
import { arrived, failed, inCharge, opened, type Pointer, started, wanted } from './pointer.ts';

export interface WorkerDeps {
  /** The build this worker came with. */
  readonly build: string;
  readonly files: readonly BuiltFile[];
  readonly cache: BuildCache;
  readonly pointer: KeptPointer;
  readonly fetch: typeof fetch;
  readonly origin: string;
}

export interface Worker {
  readonly install: () => Promise<void>;
  readonly activate: () => Promise<void>;
  /** Null is not ours: the browser asks the network as if no worker were there. */
  readonly answer: (request: Request) => Promise<Response> | null;
  readonly hear: (message: MessageToWorker) => Promise<Look | null>;
}

export function createWorker({ build, cache, fetch, files, origin, pointer }: WorkerDeps): Worker {
  let isForgotten = false;
  const forget = async (): Promise<void> => {
    await pointer.forget();
    await cache.forgetAllBut([]);
  };
  const install = async (): Promise<void> => {
    if (!isForgotten) await cache.fill(build, files);
  };
  /** Of the build in charge; whole again where the browser threw something away and this worker knows what. */
  const look = async (): Promise<Look> => {
    let now = await pointer.read();
    if (!(await isWhole(now)) && [build, null].includes(inCharge(now))) {
      await install();
      now = await pointer.change((before) => arrived(before, build));
    }
    return { inCharge: inCharge(now), bad: now.bad, complete: await isWhole(now) };
  };
  const isWhole = async (now: Pointer) => {
    const name = inCharge(now);
    return name !== null && cache.isComplete(name);
  };
  const page = async (request: Request): Promise<Response> => {
    const now = request.destination === 'document' ? await pointer.change(opened) : await pointer.read();
    if (now.doubted) {
      const fresh = await fetch(request).catch(() => null);
      if (fresh?.ok) return fresh;
    }
    return (await cache.find(inCharge(now), '/index.html')) ?? fetch(request);
  };
  const file = async (request: Request, path: string): Promise<Response> =>
    (await cache.find(inCharge(await pointer.read()), path)) ?? fetch(request);

  return {
    install,
    async activate() {
      if (!(await cache.isComplete(build))) await install();
      const now = await pointer.change((before) => arrived(before, build));
      await cache.forgetAllBut(wanted(now));
    },
    answer(request) {
      const url = new URL(request.url);
      if (request.method !== 'GET' || url.origin !== origin) return null;
      if (pages.includes(url.pathname)) return orNetwork(page(request), () => fetch(request));
      if (!files.some((each) => each.url === url.pathname) && !url.pathname.startsWith('/assets/')) return null;
      return orNetwork(file(request, url.pathname), () => fetch(request));
    },
    async hear(message) {
      if (message.type === 'started') await pointer.change((now) => started(now, message.build));
      if (message.type === 'forget') isForgotten = true;
      if (message.type === 'failed') await pointer.change((now) => failed(now, message.build));
      const said = message.type === 'look' ? await look() : null;
      // Told so meanwhile: what was looked at or filled may have made a cache anew.
      if (isForgotten) await forget();
      return said;
    },
  };
}

/** A store that is broken must not be worse than none. */
const orNetwork = (kept: Promise<Response>, ask: () => Promise<Response>): Promise<Response> => kept.catch(ask);
