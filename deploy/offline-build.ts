// Gives a build its name and writes its service worker: the one script that knows every file of the build with its
// checksum. It adds no file of its own to what the browser keeps, and leaves what was built as it is.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'vite';

/** What the browser keeps of a build: an address, and its checksum as `fetch` wants it: `sha256-…`. */
export interface BuiltFile {
  readonly url: string;
  readonly integrity: string;
}

const WORKER = 'service-worker.js';
const PAGE = '/index.html';
/** Twelve letters of base64: two builds of one flat never share them. */
const NAME_LENGTH = 12;

export function offlineBuild(): Plugin {
  let folder = '';
  let failed = false;
  return {
    name: 'huiskamer-offline-build',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    // closeBundle and not writeBundle: the files of public/ are copied by then. Before the files are compressed.
    closeBundle: {
      order: 'pre',
      sequential: true,
      async handler() {
        if (!failed) await nameBuild(folder);
      },
    },
  };
}

/** Writes the name into the page, and the worker beside it. To be called again after a file was changed. Gives the name. */
export async function nameBuild(folder: string): Promise<string> {
  const page = join(folder, PAGE);
  const nameless = (await readFile(page, 'utf8')).replace(/ data-build="[^"]*"/, '');
  await writeFile(page, nameless);
  const name = createHash('sha256')
    .update(JSON.stringify(await builtFiles(folder)))
    .digest('base64url')
    .slice(0, NAME_LENGTH);
  await writeFile(page, nameless.replace('<html ', `<html data-build="${name}" `));
  await writeFile(join(folder, WORKER), await workerCode(name, await builtFiles(folder)));
  return name;
}

/** In the order of their addresses. Not the compressed copies, the worker itself, or what starts with a dot. */
export async function builtFiles(folder: string): Promise<readonly BuiltFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !/(^|\/)\.|\.(br|gz)$/.test(name) && name !== WORKER)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const checksum = createHash('sha256').update(await readFile(join(folder, name)));
      return { url: `/${name}`, integrity: `sha256-${checksum.digest('base64')}` };
    }),
  );
}

async function workerCode(name: string, files: readonly BuiltFile[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { __BUILD__: JSON.stringify(name), __FILES__: JSON.stringify(files) },
    build: {
      write: false,
      target: 'chrome144',
      lib: { entry: join(import.meta.dirname, '../src/client/service-worker.ts'), formats: ['iife'], name: 'worker' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('the service worker was not built');
  return chunk.code;
}
