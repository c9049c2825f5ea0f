// The screen of a small Linux box: systemd hears of a page that lives, and of no other.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FLAGS, NEVER, refusedFlag } from '../../deploy/kiosk/flags.ts';
import { judge, WAITING_PAGE } from '../../deploy/kiosk/look.ts';
import { readSettings } from '../../deploy/kiosk/settings.ts';
import { freePort } from '../support/free-port.ts';

const MAIN = join(import.meta.dirname, '../../deploy/kiosk/main.ts');
const FAKE = join(import.meta.dirname, 'fake-browser.mjs');
const LONG = 30_000;

let folder: string;
let launcher: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiskamer-kiosk-'));
});
afterEach(() => {
  if (launcher?.exitCode === null) launcher.kill('SIGKILL');
  launcher = null;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

type Page = readonly [address: string, elements: number] | null | 'end';

/** The launcher with a browser that finds these pages, one at each look. */
function launch(url: string, pages: readonly Page[]) {
  script('chromium', `exec '${process.execPath}' '${FAKE}' "$@"`);
  script('systemd-notify', `echo "$1" >> '${join(folder, 'beats')}'`);
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: `${folder}:/usr/bin:/bin`,
      NOTIFY_SOCKET: 'there',
      KIOSK_URL: url,
      KIOSK_PROFILE: join(folder, 'profile'),
      KIOSK_BEAT: '0.05',
      FAKE_LOG: join(folder, 'asked'),
      FAKE_PAGES: JSON.stringify(pages),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  launcher = child;
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const asked = () =>
    lines('asked').map((line) => JSON.parse(line) as { went?: string; looked?: Page; flags?: string[] });
  return {
    said: () => said,
    looks: () => asked().filter((event) => 'looked' in event).length,
    went: () => asked().flatMap(({ went = [] }) => went),
    flags: () => asked().flatMap(({ flags = [] }) => flags),
    beats: () => lines('beats'),
    ended: new Promise<number | null>((resolve) => child.once('exit', resolve)),
  };
}

function script(name: string, line: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`);
  chmodSync(join(folder, name), 0o755);
}

function lines(name: string): string[] {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

const URL_SHOWN = 'https://huiskamer.home.arpa/';

describe('the launcher', () => {
  test('starts one browser on one page and one profile, and beats for each look at a page that is shown', async () => {
    const kiosk = launch(URL_SHOWN, [[URL_SHOWN, 1]]);
    await vi.waitFor(() => expect(kiosk.beats().length).toBeGreaterThan(2), LONG);
    expect(new Set(kiosk.beats())).toEqual(new Set(['WATCHDOG=1']));
    expect(kiosk.flags()).toEqual([...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, URL_SHOWN]);
    expect(kiosk.went()).toEqual([]);
  });

  test('does not beat for a page that no longer answers, nor for one that stays empty', async () => {
    for (const broken of [null, [URL_SHOWN, 0]] as const) {
      rmSync(join(folder, 'beats'), { force: true });
      rmSync(join(folder, 'asked'), { force: true });
      const kiosk = launch(URL_SHOWN, [[URL_SHOWN, 1], [URL_SHOWN, 1], broken]);
      await vi.waitFor(() => expect(kiosk.looks()).toBeGreaterThan(4), LONG);
      expect(kiosk.beats()).toHaveLength(2);
      expect(kiosk.said()).toContain(broken === null ? 'no answer' : 'blank');
      launcher?.kill('SIGKILL');
      await kiosk.ended;
    }
  });

  test('ends when the browser ends, so that systemd starts both again', async () => {
    const kiosk = launch(URL_SHOWN, [[URL_SHOWN, 1], 'end']);
    expect(await kiosk.ended).toBe(1);
    expect(kiosk.said()).toContain('The browser ended (7)');
  });

  test('shows calm words while there is no network, beats all the same, and comes back by itself', async () => {
    const url = `http://localhost:${await freePort()}/`;
    const nowhere: Page = ['chrome-error://chromewebdata/', 0];
    const kiosk = launch(url, [nowhere, [WAITING_PAGE, 0]]);
    await vi.waitFor(() => expect(kiosk.beats().length).toBeGreaterThan(3), LONG);
    expect(kiosk.went()).toEqual([WAITING_PAGE]);
    const server = createServer().listen(Number(new URL(url).port), 'localhost');
    await vi.waitFor(() => expect(kiosk.went()).toContain(url), LONG);
    server.close();
  });
});

describe('the flags', () => {
  test.each([
    '--kiosk',
    '--no-first-run',
    '--noerrdialogs',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--overscroll-history-navigation=0',
    '--disable-pinch',
    '--disable-features=Translate',
    '--autoplay-policy=no-user-gesture-required',
    '--kiosk-printing',
    '--password-store=basic',
  ])('have %s', (flag) => expect(FLAGS).toContain(flag));

  test.each(['--incognito', '--disable-web-security', '--disable-gpu-sandbox', '--disable-component-update'])(
    'never have %s, not even when asked for',
    (flag) => {
      expect(Object.keys(NEVER)).toContain(flag);
      expect(FLAGS.map((each) => each.split('=')[0])).not.toContain(flag);
      expect(readSettings({ KIOSK_FLAGS: `--lang=nl ${flag}` })).toContain(flag);
    },
  );

  test('open no port, and may be added to', () => {
    expect(refusedFlag(FLAGS)).toBeNull();
    expect(refusedFlag(['--remote-debugging-port=9222'])).toContain('--remote-debugging-port');
    expect(readSettings({ KIOSK_FLAGS: ' --lang=nl  --force-device-scale-factor=1.25' })).toMatchObject({
      moreFlags: ['--lang=nl', '--force-device-scale-factor=1.25'],
    });
  });
});

test('settings that cannot be are one sentence', () => {
  for (const [name, value] of [
    ['KIOSK_URL', 'huiskamer'],
    ['KIOSK_URL', 'file:///etc/passwd'],
    ['KIOSK_PROFILE', 'profile'],
    ['KIOSK_BEAT', '0'],
    ['KIOSK_BEAT', 'often'],
  ] as const) {
    expect(readSettings({ [name]: value })).toEqual(expect.stringContaining(name));
  }
  expect(readSettings({})).toMatchObject({ url: 'http://localhost:8080/', beat: 15_000, chromium: 'chromium' });
});

test('a page is what it shows', () => {
  // The launcher counts what stands in the element that the screens are drawn in.
  expect(readFileSync(join(import.meta.dirname, '../../index.html'), 'utf8')).toContain('<div id="app">');
  expect(judge('https://huiskamer.home.arpa/beheer', 1, URL_SHOWN)).toBe('shown');
  expect(judge(URL_SHOWN, 0, URL_SHOWN)).toBe('blank');
  expect(judge('about:blank', 0, URL_SHOWN)).toBe('blank');
  expect(judge('chrome-error://chromewebdata/', 0, URL_SHOWN)).toBe('elsewhere');
  expect(judge('https://huiskamer.home.arpa:8443/', 3, URL_SHOWN)).toBe('elsewhere');
  expect(judge(WAITING_PAGE, 0, URL_SHOWN)).toBe('waiting');
});
