// Finds the Chromium that the tests drive, and says how to start it. It installs nothing: deploy/chromium.ts does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium that starts on this machine, or undefined. CHROMIUM in the environment comes first. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM;
  const candidates = chosen ? [chosen] : [...SYSTEM_PATHS, chromium.executablePath()];
  return candidates.find((path) => existsSync(path) && starts(path));
}

/** How to launch that browser in a test: quiet, without a network of its own, in any container. */
export function chromiumLaunch(): LaunchOptions {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found. `npm test` gets one; or set CHROMIUM.');
  return {
    executablePath,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  };
}

// A browser that lacks a system library is there and yet cannot be used.
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
