import { defineConfig } from 'vitest/config';

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

// Two projects, so that the rules can be tested without waiting for a database:
// `vitest --project rules` starts no PostgreSQL, `--project server` starts one for all its files.
export default defineConfig({
  test: {
    projects: [
      {
        oxc: jsx,
        test: {
          name: 'rules',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/server/**', 'tests/e2e/**', 'tests/webkit/**'],
          testTimeout: 60_000,
        },
      },
      {
        oxc: jsx,
        test: {
          name: 'server',
          environment: 'node',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-for-all-tests.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
