// What an installation is made of names only what is there, and keeps the promises of docs/running.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettings } from '../../deploy/kiosk/settings.ts';
import { readConfig } from '../../src/server/config.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const units = readdirSync(join(ROOT, 'deploy/systemd')).filter((name) => /\.(service|timer|conf)$/.test(name));

/** `Section.Key` → its values, as systemd reads them. Throws at a line that is none. */
function unit(name: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let section = '';
  for (const line of read(`deploy/systemd/${name}`).split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const head = /^\[(\w+)\]$/.exec(line)?.[1];
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (head !== undefined) section = head;
    else if (key === undefined || value === undefined || section === '') throw new Error(`${name}: ${line}`);
    else found.set(`${section}.${key}`, [...(found.get(`${section}.${key}`) ?? []), value]);
  }
  return found;
}

test('UX 55: the guide for hanging it says how high, how far to reach, how it leans and what light', () => {
  const guide = read('docs/guides/mounting.md');
  for (const words of ['0.90 and 1.20 m', '15 to 30°', '0.9 × 1.2 m', '0.5 m']) expect(guide).toContain(words);
  expect(guide).toMatch(/knees/i);
  expect(guide).toMatch(/window/i);
});

describe('the units', () => {
  test.each(units)('%s reads as one, and every file of the project that it names is there', (name) => {
    expect(unit(name).size).toBeGreaterThan(0);
    const named = [...read(`deploy/systemd/${name}`).matchAll(/\/opt\/huiskamer\/([\w./-]+)/g)];
    for (const [, path = ''] of named) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  test('start Node itself, and bring what ends back for ever, each time later', () => {
    for (const name of ['huiskamer.service', 'huiskamer-kiosk.service']) {
      const found = unit(name);
      const [command = ''] = found.get('Service.ExecStart') ?? [];
      expect(command).toMatch(/\/opt\/huiskamer\/node_modules\/\.bin\/node \S+\/main\.ts$/);
      expect(command).not.toContain('npm');
      expect(found.get('Service.Restart')).toEqual(['always']);
      expect(found.get('Unit.StartLimitIntervalSec')).toEqual(['0']);
      expect(Number(found.get('Service.RestartMaxDelaySec'))).toBeGreaterThan(Number(found.get('Service.RestartSec')));
      expect(Number(found.get('Service.RestartSteps'))).toBeGreaterThan(1);
      expect(found.get('Service.User')).not.toContain('root');
    }
    expect(existsSync(join(ROOT, 'src/server/main.ts'))).toBe(true);
  });

  test('give the server longer to stop than it takes, and only its data folder and cache to write in', () => {
    const found = unit('huiskamer.service');
    const [, longest = ''] = /LONGEST_STOP = (\d+)_000/.exec(read('src/server/process.ts')) ?? [];
    expect(Number(longest)).toBeGreaterThan(0);
    expect(Number(found.get('Service.TimeoutStopSec'))).toBeGreaterThan(Number(longest));
    expect(found.get('Service.ProtectSystem')).toEqual(['strict']);
    expect(found.get('Service.StateDirectory')).toEqual(['huiskamer']);
    expect(found.get('Service.StateDirectoryMode')).toEqual(['0700']);
    expect(found.get('Service.CacheDirectory')).toEqual(['huiskamer']);
    expect(found.get('Service.Environment')).toEqual([
      'HUISKAMER_DATA=/var/lib/huiskamer',
      'NODE_COMPILE_CACHE=/var/cache/huiskamer/compiled',
    ]);
  });

  test('ask the health that the server has, on the port it listens on by default', () => {
    const found = unit('huiskamer-watch.service');
    const config = readConfig({});
    const [command = ''] = found.get('Service.ExecStart') ?? [];
    const [, path = ''] = /http:\/\/127\.0\.0\.1:\$\{PORT\}(\S+)$/.exec(command) ?? [];
    expect(read('src/server/app.ts')).toContain(`app.get('${path}'`);
    expect(config.ok && found.get('Service.Environment')).toEqual([`PORT=${config.ok ? config.value.port : ''}`]);
    expect(found.get('Service.ExecStopPost')?.join()).toContain('try-restart huiskamer.service');
    expect(found.get('Service.ExecCondition')?.join()).toContain('is-active --quiet huiskamer.service');
  });

  test('miss at least three beats of the screen before they start it again', () => {
    const settings = readSettings({});
    const found = unit('huiskamer-kiosk.service');
    const beat = typeof settings === 'string' ? Number.NaN : settings.beat / 1_000;
    expect(Number(found.get('Service.WatchdogSec'))).toBeGreaterThan(3 * beat);
    expect(found.get('Service.NotifyAccess')).toEqual(['all']);
    // A profile in memory would lose the outbox with the power.
    expect(found.get('Service.Environment')?.join(' ')).toContain('KIOSK_PROFILE=/var/lib/kiosk/');
    expect(found.get('Service.StateDirectory')).toEqual(['kiosk']);
  });
});

describe('the installer', () => {
  let to: string;
  beforeEach(() => {
    to = mkdtempSync(join(tmpdir(), 'huiskamer-install-'));
  });
  afterEach(() => rmSync(to, { recursive: true, force: true }));
  const install = (...what: readonly string[]) =>
    execFileSync('sh', [join(ROOT, 'deploy/install.sh'), ...what], { env: { ...process.env, DESTDIR: to } });

  test('puts every unit in its place, and keeps what somebody has set', () => {
    install('server', 'kiosk');
    const placed = readdirSync(join(to, 'etc/systemd/system'));
    expect(placed.sort()).toEqual(units.filter((name) => !name.endsWith('.conf')).sort());
    expect(statSync(join(to, 'etc/huiskamer.env')).mode & 0o777).toBe(0o600);
    for (const file of ['systemd/system.conf.d/huiskamer.conf', 'chromium/policies/managed/huiskamer.json'])
      expect(existsSync(join(to, 'etc', file)), file).toBe(true);
    writeFileSync(join(to, 'etc/huiskamer.env'), 'PORT=8090\n');
    writeFileSync(join(to, 'etc/systemd/system/huiskamer.service'), 'old');
    install('server');
    expect(readFileSync(join(to, 'etc/huiskamer.env'), 'utf8')).toBe('PORT=8090\n');
    expect(readFileSync(join(to, 'etc/systemd/system/huiskamer.service'), 'utf8')).toBe(
      read('deploy/systemd/huiskamer.service'),
    );
  });

  test('of a server alone brings no screen, and refuses what it does not know', () => {
    install('server');
    expect(existsSync(join(to, 'etc/systemd/system/huiskamer-kiosk.service'))).toBe(false);
    expect(() => install('printer')).toThrow();
    expect(() => install()).toThrow();
  });
});

test('the command on the computer itself runs what npm runs', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const shell = read('deploy/huiskamer');
  const known = [...shell.matchAll(/^ {2}(\w+)\) script=(\S+) ;;$/gm)].map(([, name, script]) => [name, script]);
  expect(known).toEqual(
    ['admin', 'import', 'backup', 'restore'].map((name) => [name, scripts[name]?.split(' ').at(-1)]),
  );
});

describe('the Caddyfiles', () => {
  test.each(['building', 'city'])('%s passes the stream on unheld and the name as it was asked for', (name) => {
    const text = read(`deploy/caddy/${name}.Caddyfile`);
    const braces = [
      ...text
        .replace(/\{\$[^}]*\}|\{uri\}/g, '')
        .replace(/#.*/g, '')
        .matchAll(/[{}]/g),
    ].map(String);
    let depth = 0;
    for (const brace of braces) {
      depth += brace === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toContain('flush_interval -1');
    expect(lines.filter((line) => /^(header_up|log\b|encode\b)/.test(line))).toEqual([]);
    expect(text).toMatch(/reverse_proxy \{\$HUISKAMER_UPSTREAMS?:127\.0\.0\.1:8080/);
  });

  test('city asks the health that the server has', () => {
    const [, path = ''] = /health_uri (\S+)/.exec(read('deploy/caddy/city.Caddyfile')) ?? [];
    expect(read('src/server/app.ts')).toContain(`app.get('${path}'`);
  });
});

describe('the container', () => {
  test('is made from files that are there, and runs the server as somebody without rights', () => {
    const text = read('deploy/container/Containerfile');
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied).toEqual(expect.arrayContaining(['package-lock.json', '.']));
    for (const path of copied) expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect(text).toMatch(/^USER huiskamer$/m);
    expect(text).toMatch(/^CMD \["node_modules\/\.bin\/node", "src\/server\/main\.ts"\]$/m);
    // Secrets and data of who builds it stay out of it.
    expect(read('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['data', 'deploy/container/secrets', '.git']),
    );
  });

  test('is composed with Caddy, a database, and a port for each process that Caddy knows', () => {
    const text = read('deploy/container/compose.yaml');
    for (const path of ['../../deploy/container/Containerfile', '../caddy/city.Caddyfile']) {
      expect(text).toContain(path.replace('../../', ''));
      expect(existsSync(join(ROOT, 'deploy/container', path)), path).toBe(true);
    }
    const upstreams = /HUISKAMER_UPSTREAMS: (.+)/.exec(text)?.[1]?.split(' ') ?? [];
    const ports = [...text.matchAll(/PORT: '(\d+)'/g)].map(([, port]) => `127.0.0.1:${port}`);
    expect(upstreams).toEqual(ports);
    // A colon with a space would make a map of a command.
    expect(text.split('\n').filter((line) => /^ +- [^'"].*: /.test(line))).toEqual([]);
    const [, health = ''] = /127\.0\.0\.1:\$\$\{process\.env\.PORT\}(\/[\w/]+)/.exec(text) ?? [];
    expect(read('src/server/app.ts')).toContain(`app.get('${health}'`);
    // Who is not at this computer's own address is not believed about addresses: all stand in Caddy's network.
    expect(text).toContain('network_mode: service:proxy');
    expect(text).not.toMatch(/PASSWORD: |HOST:/);
  });
});

test('the browser of the screen offers neither a translation nor to keep a password, and has no private window', () => {
  expect(JSON.parse(read('deploy/kiosk/policy.json'))).toMatchObject({
    TranslateEnabled: false,
    PasswordManagerEnabled: false,
    IncognitoModeAvailability: 1,
  });
});
