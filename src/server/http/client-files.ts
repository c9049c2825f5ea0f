/**
 * The built screens, read once at the start and served from memory with what was compressed beside them. Only what was
 * there at the start has an address, so no path can lead out of the folder.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { pages } from '../../domain/pages.ts';
import { acceptedEncoding, type Encoding } from './encoding.ts';
import type { HouseContext } from './sender.ts';

interface ClientFile {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content, so it never changes. */
  readonly hashed: boolean;
  readonly bodies: ReadonlyMap<Encoding | 'plain', Uint8Array<ArrayBuffer>>;
}

/** By address, such as `/assets/main-4f2a.js`; empty where the screens were not built. */
export type ClientFiles = ReadonlyMap<string, ClientFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSED: Readonly<Record<string, Encoding>> = { '.br': 'br', '.gz': 'gzip' };

/** Reads a folder of built screens. A folder that is not there is an empty one. */
export async function readClientFiles(folder: string): Promise<ClientFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    // What starts with a dot is the build's own.
    .filter((name) => !/(^|\/)\./.test(name));
  const originals = names.filter((name) => COMPRESSED[extname(name)] === undefined);
  const read = originals.map(async (name) => [`/${name}`, await readOne(folder, name, names)] as const);
  return new Map(await Promise.all(read));
}

async function readOne(folder: string, name: string, names: readonly string[]): Promise<ClientFile> {
  const plain = new Uint8Array(await readFile(join(folder, name)));
  const bodies = new Map<Encoding | 'plain', Uint8Array<ArrayBuffer>>([['plain', plain]]);
  for (const [ending, encoding] of Object.entries(COMPRESSED)) {
    if (!names.includes(name + ending)) continue;
    bodies.set(encoding, new Uint8Array(await readFile(join(folder, name + ending))));
  }
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    hashed: name.startsWith('assets/'),
    bodies,
  };
}

/** Every address but those of the page is a file or is not there. */
export function createClientRoute(files: ClientFiles): (c: HouseContext) => Response {
  return (c) => {
    const file = files.get(pages.includes(c.req.path) ? '/index.html' : c.req.path);
    if (file === undefined) return files.size === 0 ? page(503, NOT_BUILT) : page(404, 'Deze pagina bestaat niet.');
    const cacheControl = file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    const headers = { etag: file.etag, vary: 'accept-encoding', 'cache-control': cacheControl };
    if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
    const available = [...file.bodies.keys()].filter((name) => name !== 'plain');
    const encoding = acceptedEncoding(c.req.header('accept-encoding'), available);
    return new Response(file.bodies.get(encoding ?? 'plain') ?? null, {
      headers: {
        ...headers,
        'content-type': file.type,
        ...(encoding === null ? {} : { 'content-encoding': encoding }),
      },
    });
  };
}

export const NOT_BUILT = 'De schermen zijn nog niet gebouwd. Start de server met: npm start';

function page(status: number, sentence: string): Response {
  const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Huiskamer</title><h1>Huiskamer</h1><p>${sentence}</p>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** The scripts written into the page itself, as a content security policy names them. */
export function inlineScriptHashes(files: ClientFiles): readonly string[] {
  const html = Buffer.from(files.get('/index.html')?.bodies.get('plain') ?? []).toString('utf8');
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}

/** The name of the build that browsers are given; null where the screens were not built. */
export function servedBuild(files: ClientFiles): string | null {
  const html = Buffer.from(files.get('/index.html')?.bodies.get('plain') ?? []).toString('utf8');
  return /<html[^>]* data-build="([\w-]+)"/.exec(html)?.[1] ?? null;
}
