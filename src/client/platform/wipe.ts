/** What a tablet keeps of anybody, by name, and how it forgets all of it. Refuses to choose when. */

import type { MessageToWorker } from './offline-messages.ts';

export const RESIDENTS_DATABASE = 'huiskamer';
export const STAFF_DATABASE = 'huiskamer-staff';
/** The name under which the shared screen looks whether there is any work of staff to go on with. */
export const KEPT_SESSION = 'huiskamer.staff';

export interface WipeDeps {
  readonly databases: () => Pick<IDBFactory, 'deleteDatabase'>;
  readonly store: () => Pick<globalThis.Storage, 'removeItem'>;
  /** Throws where the browser has none, as in an insecure context. */
  readonly caches: () => Pick<CacheStorage, 'delete' | 'keys'>;
  readonly worker: () => Pick<ServiceWorkerContainer, 'getRegistrations'> | undefined;
}

/** Also what the staff side left while nobody has it open. Where a browser keeps nothing there is nothing to forget. */
export function createWipe({ caches, databases, store, worker }: WipeDeps): () => void {
  const tried = (work: () => unknown) => {
    try {
      work();
    } catch {
      // A private window: it throws instead of keeping.
    }
  };
  // Without the worker too: it would believe that its files are still there, and whoever enrols next gets it anew.
  const forgetScreens = async () => {
    const forget: MessageToWorker = { type: 'forget' };
    for (const registration of (await worker()?.getRegistrations()) ?? []) {
      // It lives on under this page, and would write down what it is in the middle of.
      registration.active?.postMessage(forget);
      await registration.unregister();
    }
    for (const name of await caches().keys()) await caches().delete(name);
  };
  return () => {
    for (const name of [RESIDENTS_DATABASE, STAFF_DATABASE]) tried(() => databases().deleteDatabase(name));
    tried(() => store().removeItem(KEPT_SESSION));
    forgetScreens().catch(() => undefined);
  };
}
