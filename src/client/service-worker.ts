/**
 * Keeps every build of the screens whole on this device and opens them without a network; the browser starts it beside
 * the pages. Refuses to touch the server's API: board and outbox are the page's own.
 */
import type { MessageToWorker } from './platform/offline-messages.ts';
import { createWorker } from './worker/answering.ts';
import { type BuiltFile, createBuildCache } from './worker/build-cache.ts';
import { createKeptPointer } from './worker/kept-pointer.ts';

// Written in by deploy/offline-build.ts.
declare const __BUILD__: string;
declare const __FILES__: readonly BuiltFile[];

/** What this file uses of the worker's world: the types of windows and of workers exclude each other in one project. */
interface WorkerScope {
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ) => void;
}
interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Installing extends Lasting {
  /** Not in every browser. */
  readonly addRoutes?: (route: {
    readonly condition: { readonly urlPattern: string };
    readonly source: 'network';
  }) => Promise<void>;
}
interface WorkerEvents {
  readonly install: Installing;
  readonly activate: Lasting;
  readonly fetch: Lasting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
  readonly message: Lasting & { readonly data: MessageToWorker; readonly ports: readonly MessagePort[] };
}

const scope = self as unknown as WorkerScope;
const ask: typeof fetch = (...input) => fetch(...input);
const worker = createWorker({
  build: __BUILD__,
  files: __FILES__,
  cache: createBuildCache({ caches, fetch: ask }),
  pointer: createKeptPointer(caches),
  fetch: ask,
  origin: location.origin,
});

scope.addEventListener('install', (event) => {
  // The worker is not even woken for these: it would hold up every one of them, and they its own going.
  void event.addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' });
  event.waitUntil(worker.install());
});
scope.addEventListener('activate', (event) => event.waitUntil(worker.activate().then(() => scope.clients.claim())));
scope.addEventListener('fetch', (event) => {
  const answer = worker.answer(event.request);
  if (answer !== null) event.respondWith(answer);
});
scope.addEventListener('message', (event) => {
  if (event.data.type === 'SKIP_WAITING') event.waitUntil(scope.skipWaiting());
  else
    event.waitUntil(
      worker.hear(event.data).then(
        (said) => event.ports[0]?.postMessage(said),
        () => event.ports[0]?.postMessage(null),
      ),
    );
});
