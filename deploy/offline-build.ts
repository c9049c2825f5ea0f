// Gives a build its name: a checksum of all its files. It leaves what was built as it is.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** What the browser keeps of a build: an address, and its checksum as `fetch` wants it: `sha256-…`. */
export interface BuiltFile {
  readonly url: string;
  readonly integrity: string;
}

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

/** Writes the name into the page. To be called again after a file was changed. Gives the name. */
export async function nameBuild(folder: string): Promise<string> {
  const page = join(folder, PAGE);
  const nameless = (await readFile(page, 'utf8')).replace(/ data-build="[^"]*"/, '');
  await writeFile(page, nameless);
  const name = createHash('sha256')
    .update(JSON.stringify(await builtFiles(folder)))
    .digest('base64url')
    .slice(0, NAME_LENGTH);
  await writeFile(page, nameless.replace('<html ', `<html data-build="${name}" `));
  return name;
}

/** In the order of their addresses. Not the compressed copies, or what starts with a dot. */
export async function builtFiles(folder: string): Promise<readonly BuiltFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !/(^|\/)\.|\.(br|gz)$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const checksum = createHash('sha256').update(await readFile(join(folder, name)));
      return { url: `/${name}`, integrity: `sha256-${checksum.digest('base64')}` };
    }),
  );
}
