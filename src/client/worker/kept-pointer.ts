/** Keeps the pointer in a cache of its own, so that a restarted worker goes on where it was. Refuses to change it by itself. */
import * as v from 'valibot';
import { NOTHING, type Pointer, pointerSchema } from './pointer.ts';

export interface KeptPointer {
  readonly read: () => Promise<Pointer>;
  /** One change after the other, each on what the one before left. */
  readonly change: (by: (pointer: Pointer) => Pointer) => Promise<Pointer>;
  /** For good: changes that come later are not written. */
  readonly forget: () => Promise<void>;
}

const CACHE = 'huiskamer-pointer';
const KEY = '/.pointer';

export function createKeptPointer(caches: CacheStorage): KeptPointer {
  let last: Promise<unknown> = Promise.resolve();
  let isForgotten = false;
  const read = async (): Promise<Pointer> => {
    // Not by opening the cache: on a tablet that was put out that would bring it back.
    const kept = await caches.match(KEY, { cacheName: CACHE });
    const parsed = v.safeParse(pointerSchema, await kept?.json().catch(() => null));
    return parsed.success ? parsed.output : NOTHING;
  };
  const write = async (by: (pointer: Pointer) => Pointer): Promise<Pointer> => {
    const before = await read();
    const after = isForgotten ? before : by(before);
    if (after !== before && !isForgotten)
      await (await caches.open(CACHE)).put(KEY, new Response(JSON.stringify(after)));
    return after;
  };
  return {
    read,
    change(by) {
      const changed = last.then(() => write(by));
      last = changed.catch(() => undefined);
      return changed;
    },
    async forget() {
      isForgotten = true;
      await last;
      await caches.delete(CACHE);
    },
  };
}
