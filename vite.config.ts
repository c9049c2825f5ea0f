import { defineConfig, type UserConfig } from 'vite';
import { offlineBuild } from './deploy/offline-build.ts';
import { precompressed } from './deploy/precompressed.ts';

// Preact needs no plugin to build: the compiler turns JSX into preact calls by itself. Only the dev server gets
// one, for hot replacement.
const jsx = { runtime: 'automatic', importSource: 'preact' } as const;

export default defineConfig(
  async ({ command }): Promise<UserConfig> => ({
    oxc: { jsx },
    plugins: command === 'serve' ? (await import('@preact/preset-vite')).default() : [offlineBuild(), precompressed()],
    build: {
      outDir: 'dist/client',
      emptyOutDir: true,
      // The kiosk's own browser: the first with Temporal.
      target: 'chrome144',
      cssTarget: 'chrome144',
      modulePreload: { polyfill: false },
      // Fonts and pictograms keep their own cache line instead of growing the script.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      manifest: true,
      // What the kiosk draws first comes in one piece: it packs better, and is not cut up because a later part shares it.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'kiosk', tags: ['$initial'] }] } } },
    },
    server: {
      host: '127.0.0.1',
      proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: true } },
    },
  }),
);
