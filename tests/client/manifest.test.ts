// On the home screen of a tablet the kiosk fills the glass, with a picture of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readClientFiles } from '../../src/server/http/client-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const PUBLIC = join(ROOT, 'public');
const manifest = JSON.parse(await readFile(join(PUBLIC, 'manifest.webmanifest'), 'utf8')) as {
  readonly display: string;
  readonly start_url: string;
  readonly background_color: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string }[];
};

test('the page names it, and it fills the glass from the first colour on', async () => {
  const page = await readFile(join(ROOT, 'index.html'), 'utf8');
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest" />');
  expect(manifest).toMatchObject({ display: 'fullscreen', start_url: '/' });
  expect(page).toContain(`<meta name="theme-color" content="${manifest.background_color}" />`);
});

test('every icon is there, of the size and kind it says', async () => {
  const files = await readClientFiles(PUBLIC);
  expect(files.get('/manifest.webmanifest')?.type).toBe('application/manifest+json');
  const said = manifest.icons.map(({ sizes, src, type }) => ({ src, sizes, type }));
  const found = await Promise.all(
    said.map(async ({ src }) => ({ src, sizes: await sizeOf(join(PUBLIC, src)), type: files.get(src)?.type })),
  );
  expect(found).toEqual(said);
  expect(said.filter(({ type }) => type === 'image/png').length).toBeGreaterThanOrEqual(3);
});

/** As the header of a PNG says; a drawing has any size. */
async function sizeOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return 'any';
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
