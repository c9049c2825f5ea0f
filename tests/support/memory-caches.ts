/** A browser's caches, in memory, for tests of the service worker. Knows addresses only: no methods, no varying. */

export interface MemoryCaches extends CacheStorage {
  /** Every address in every cache, as `name /address`. */
  readonly all: () => readonly string[];
}

export function createMemoryCaches(): MemoryCaches {
  const kept = new Map<string, Map<string, Response>>();
  const cacheOf = (name: string): Cache => {
    const responses = kept.get(name) ?? new Map<string, Response>();
    kept.set(name, responses);
    return {
      match: async (url: string) => responses.get(url)?.clone(),
      put: async (url: string, response: Response) => void responses.set(url, response.clone()),
      delete: async (url: string) => responses.delete(url),
      keys: async () => [...responses.keys()].map((url) => ({ url: `http://kiosk${url}` })),
    } as unknown as Cache;
  };
  return {
    open: async (name: string) => cacheOf(name),
    match: async (url: string, { cacheName }: { readonly cacheName: string }) => kept.get(cacheName)?.get(url)?.clone(),
    has: async (name: string) => kept.has(name),
    delete: async (name: string) => kept.delete(name),
    keys: async () => [...kept.keys()],
    all: () => [...kept].flatMap(([name, responses]) => [...responses.keys()].map((url) => `${name} ${url}`)).sort(),
  } as unknown as MemoryCaches;
}
