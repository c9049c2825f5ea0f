/**
 * Keeps whole builds, one cache each: all files of a build with the checksums it was built with, or none. Refuses to
 * know which one is in charge.
 */
import * as v from 'valibot';

const filesSchema = v.array(v.object({ url: v.string(), integrity: v.string() }));
/** `integrity` as `fetch` wants it: `sha256-…`. */
export type BuiltFile = Readonly<v.InferOutput<typeof filesSchema>[number]>;

export interface BuildCache {
  /** Done when every file is there. Rejects where one could not be had, and then leaves the build as it was. */
  readonly fill: (build: string, files: readonly BuiltFile[]) => Promise<void>;
  readonly isComplete: (build: string) => Promise<boolean>;
  /** A file as this build has it, else as any other has it: a page may be older than the build in charge. */
  readonly find: (build: string | null, url: string) => Promise<Response | undefined>;
  readonly forgetAllBut: (builds: readonly string[]) => Promise<void>;
}

export interface BuildCacheDeps {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
}

const PREFIX = 'huiskamer-build-';
/** What a build consists of. Written last: a cache without it is none. */
const LIST = '/.files';
/** A weak network is not helped by asking for everything at once, and neither is who stands at the screen. */
const AT_ONCE = 4;

export function createBuildCache({ caches, fetch }: BuildCacheDeps): BuildCache {
  const openOne = (build: string) => caches.open(PREFIX + build);
  const names = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

  /** Where files of other builds with the same content are. */
  const here = async () => {
    const found = new Map<string, () => Promise<Response | undefined>>();
    for (const name of await names()) {
      const cache = await caches.open(name);
      for (const { url, integrity } of await listOf(cache)) found.set(integrity, () => cache.match(url));
    }
    return found;
  };
  const download = async ({ integrity, url }: BuiltFile): Promise<Response> => {
    // The checksum also refuses what somebody else's network answers with, and a server that is half-way to a new build.
    const response = await fetch(url, { integrity, redirect: 'error' }).catch(() =>
      fetch(url, { integrity, redirect: 'error', cache: 'reload' }),
    );
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };

  return {
    async fill(build, files) {
      const known = await here();
      const cache = await openOne(build);
      const wasWhole = (await listOf(cache)).length > 0;
      try {
        await inLanes(files, async (file) => {
          await cache.put(file.url, (await known.get(file.integrity)?.()) ?? (await download(file)));
        });
        await cache.put(LIST, new Response(JSON.stringify(files)));
      } catch (error) {
        if (!wasWhole) await caches.delete(PREFIX + build);
        throw error;
      }
    },
    async isComplete(build) {
      if (!(await caches.has(PREFIX + build))) return false;
      const cache = await openOne(build);
      const files = await listOf(cache);
      const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
      return files.length > 0 && files.every(({ url }) => kept.has(url));
    },
    async find(build, url) {
      const all = await names();
      const first = all.filter((name) => name === PREFIX + build);
      for (const name of new Set([...first, ...all])) {
        // Not by opening the cache: what is forgotten meanwhile would be there again.
        const found = await caches.match(url, { cacheName: name, ignoreVary: true });
        if (found !== undefined) return found;
      }
      return undefined;
    },
    async forgetAllBut(builds) {
      const kept = builds.map((build) => PREFIX + build);
      await Promise.all((await names()).filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
    },
  };
}

async function listOf(cache: Cache): Promise<readonly BuiltFile[]> {
  const list = await cache.match(LIST);
  const parsed = v.safeParse(filesSchema, await list?.json().catch(() => null));
  return parsed.success ? parsed.output : [];
}

async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
