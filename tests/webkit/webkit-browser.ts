/**
 * A browser of another make, WebKitGTK, on a screen of its own: for where Debian's `webkit2gtk-driver` and `xvfb` are
 * installed. Refuses to share anything with other browsers: display, ports and home are its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { freePort } from '../support/free-port.ts';

export interface WebkitBrowser {
  readonly driver: WebDriver;
  stop(): Promise<void>;
}

const WEB_DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const BROWSERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (machine) => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`,
);

/** Opened with the inside of its window at this size, in CSS pixels. */
export async function openWebkit(size: { readonly width: number; readonly height: number }): Promise<WebkitBrowser> {
  const binary = BROWSERS.find((path) => existsSync(path));
  if (binary === undefined) throw new Error('webkit2gtk-driver is not installed');
  const home = mkdtempSync(join(tmpdir(), 'huiskamer-webkit-'));
  chmodSync(home, 0o700);
  const children: ChildProcess[] = [];
  const run = (program: string, args: readonly string[], display?: string) => {
    const env = {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      // It forbids its own sandbox to run as root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      ...(display === undefined ? {} : { DISPLAY: display }),
    };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  };
  const stop = async () => {
    for (const child of children.toReversed()) await end(child);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    // It chooses a display that is free, and says which.
    const screen = run(SCREEN, ['-displayfd', '1', '-screen', '0', '2200x1600x24', '-nolisten', 'tcp']);
    const display = `:${(await firstLine(screen)).trim()}`;
    const port = await freePort();
    run(WEB_DRIVER, [`--port=${port}`], display);
    const url = `http://127.0.0.1:${port}`;
    await answers(url);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
    const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    await driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...size });
    const inside = (await driver.executeScript('return [innerWidth, innerHeight]')) as [number, number];
    const [width, height] = [2 * size.width - inside[0], 2 * size.height - inside[1]];
    await driver.manage().window().setRect({ x: 0, y: 0, width, height });
    return {
      driver,
      async stop() {
        await driver.quit();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', () => reject(new Error('it ended before it said anything')));
  });

async function answers(url: string): Promise<void> {
  for (let tried = 0; tried < 100; tried += 1) {
    const ready = await fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the driver does not answer');
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
