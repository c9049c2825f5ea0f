// Gets a Chromium for the tests where there is none: Playwright's own, else Debian's package, else a clear sentence.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../tests/support/chromium.ts';

const SOURCES: readonly (() => void)[] = [fromPlaywright, fromDebian];

for (const get of SOURCES) {
  if (findChromium() !== undefined) break;
  get();
}
if (findChromium() === undefined) {
  console.error(
    process.env.CHROMIUM
      ? `CHROMIUM points to ${process.env.CHROMIUM}, but no browser starts from there.`
      : 'No Chromium was found and none could be installed. Install Chromium, or set CHROMIUM to its path.',
  );
  process.exitCode = 1;
}

function fromPlaywright(): void {
  if (process.env.CHROMIUM) return;
  console.error('No Chromium here: asking Playwright for one …');
  run('node_modules/.bin/playwright', ['install', 'chromium']);
}

function fromDebian(): void {
  if (process.env.CHROMIUM || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.error('Asking Debian for Chromium …');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
