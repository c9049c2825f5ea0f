/** The living style guide of the developers: shows all there is, and is never built into what tablets get. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

let server: ViteDevServer;
let mode: string | undefined;
test.beforeAll(async () => {
  // Whoever built something in this process has left it in production.
  mode = process.env.NODE_ENV;
  process.env.NODE_ENV = 'development';
  server = await createServer({
    root: ROOT,
    logLevel: 'error',
    cacheDir: join(ROOT, 'node_modules/.cache/vite-guide'),
    server: { host: '127.0.0.1', port: 0, strictPort: false, hmr: false },
  });
  await server.listen();
});
test.afterAll(async () => {
  await server.close();
  if (mode === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = mode;
});

test('it shows every token and every drawing, in both sizes and directions, without an error', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${server.resolvedUrls?.local[0]}stijl`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('Huiskamer: style guide');

  const root = /:root \{([\s\S]*?)\n\}/.exec(read('src/client/styles/tokens.css'))?.[1] ?? '';
  const tokens = [...root.matchAll(/^ {2}(--[a-z0-9-]+):/gm)].map(([, name]) => name);
  expect(tokens.length).toBeGreaterThan(50);
  const shown = await page.locator('[data-token]').evaluateAll((all) => all.map((each) => each.dataset.token));
  expect(tokens.filter((name) => !shown.includes(name))).toEqual([]);

  const drawings = readdirSync(join(ROOT, 'src/client/ui/pictograms'))
    .filter((file) => file.endsWith('-pictograms.ts'))
    .flatMap((file) => [...read(`src/client/ui/pictograms/${file}`).matchAll(/^ {2}'?([a-z-]+)'?: \[/gm)])
    .map(([, name]) => name);
  expect(drawings.length).toBeGreaterThan(60);
  const drawn = await page.locator('[data-drawing]').evaluateAll((all) => all.map((each) => each.dataset.drawing));
  expect(drawings.filter((name) => !drawn.includes(name))).toEqual([]);

  const letters = page.locator('[data-token="--text-body"] span');
  const normal = await letters.evaluate((element) => getComputedStyle(element).fontSize);
  await page.getByLabel('in Groter').check();
  await expect(letters).not.toHaveCSS('font-size', normal);
  await page.getByLabel('from right to left').check();
  await expect(page.locator('.guide > [lang="nl"]')).toHaveAttribute('dir', 'rtl');
  expect(errors).toEqual([]);
});

test('every building block of the residents’ screens stands in it', () => {
  const folder = join(ROOT, 'src/client/ui');
  const blocks = readdirSync(folder)
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/^export function ([A-Z]\w+)\(/gm)])
    .map(([, name]) => name);
  expect(blocks.length).toBeGreaterThan(25);
  const guide = readdirSync(join(ROOT, 'src/client/style-guide'))
    .map((file) => read(`src/client/style-guide/${file}`))
    .join('\n');
  // These are inside every other block.
  const inside = ['Screen', 'TapButton', 'Tiles', 'Name', 'Photo', 'Stub', 'Tool'];
  expect(blocks.filter((name) => !inside.includes(name!) && !guide.includes(`<${name}`))).toEqual([]);
});

test('what is built does not carry it', () => {
  const manifest = JSON.parse(read('dist/client/.vite/manifest.json')) as Record<string, unknown>;
  expect(Object.keys(manifest).filter((name) => name.includes('style-guide'))).toEqual([]);
});
