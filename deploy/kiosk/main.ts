/**
 * The screen of a small Linux box: starts Chromium on one page and tells systemd each time that the page lives. Ends
 * with the browser, and refuses to judge how often it may fail: that is systemd's (huiskamer-kiosk.service).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createDevTools } from './devtools-pipe.ts';
import { FLAGS } from './flags.ts';
import { createLook, type Look, type Seen } from './look.ts';
import { readSettings, type Settings } from './settings.ts';

const settings = readSettings(process.env);
if (typeof settings === 'string') {
  console.error(settings);
  process.exit(1);
}
run(settings);

function run(settings: Settings): void {
  const browser = startBrowser(settings);
  browser.once('error', (error) => {
    console.error(`The browser cannot be started: ${error.message}`);
    process.exit(1);
  });
  browser.once('exit', (code, signal) => {
    console.error(`The browser ended (${signal ?? code}).`);
    process.exit(1);
  });
  process.once('SIGTERM', () => browser.kill('SIGTERM'));
  const [, , , to, from] = browser.stdio;
  const devTools = createDevTools(to as Writable, from as Readable, Math.max(1_000, settings.beat * 0.6));
  void watch(createLook(devTools, settings.url), settings.beat);
}

function startBrowser({ url, profile, chromium, moreFlags }: Settings): ChildProcess {
  mkdirSync(profile, { recursive: true });
  // Left behind by a power cut, under another name of this computer, it would keep the browser from starting.
  rmSync(join(profile, 'SingletonLock'), { force: true });
  const wayland = process.env.WAYLAND_DISPLAY ? ['--ozone-platform=wayland'] : [];
  const flags = [...FLAGS, ...wayland, `--user-data-dir=${profile}`, ...moreFlags, url];
  return spawn(chromium, flags, { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'] });
}

/** Says what it sees when that changes; a line for each look would fill the disk. */
async function watch(look: Look, beat: number): Promise<never> {
  let before = '';
  // The first look comes early: a page about a network that is not there yet should not hang for long.
  for (let pause = Math.min(2_000, beat); ; pause = beat) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const seen = await look().catch((error: Error) => error);
    const now = seen instanceof Error ? `no answer (${seen.message})` : seen;
    if (now !== before) console.error(`The page: ${now}`);
    before = now;
    if (isWell(seen)) tellSystemd();
  }
}

/** A page that cannot be reached is no fault of the browser: starting it again would not bring the network back. */
const isWell = (seen: Seen | Error): boolean => !(seen instanceof Error) && seen !== 'blank';

function tellSystemd(): void {
  if (process.env.NOTIFY_SOCKET) spawnSync('systemd-notify', ['WATCHDOG=1'], { stdio: 'inherit' });
}
