import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './tests/support/chromium.ts';

/**
 * How far a screen may be from its picture: what two builds of Chromium draw differently at the edges of letters, and
 * less than anybody sees. A colour or a tile that moved is more; a test of the comparison says so.
 */
const SAME_PICTURE = { maxDiffPixelRatio: 0.0015, threshold: 0.04 } as const;

// Every spec starts its own server on its own data folder, so there is no shared server here.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'node_modules/.cache/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // A picture that is not there is a failure; `npm run pictures` takes them anew.
  updateSnapshots: 'none',
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  expect: { toHaveScreenshot: { ...SAME_PICTURE, animations: 'disabled', caret: 'hide', scale: 'css' } },
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunch(),
    viewport: { width: 1280, height: 800 },
    hasTouch: true,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Only what tests the service worker has one: else what a test changes on the way to the server would pass it by.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // A trace of every test costs a fifth of the time; `--trace retain-on-failure` asks for one.
    trace: 'off',
  },
});
