import { defineConfig } from 'vitest/config';

// On its own: it needs Debian's webkit2gtk-driver and xvfb, which not every machine has.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    environment: 'node',
    include: ['*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
