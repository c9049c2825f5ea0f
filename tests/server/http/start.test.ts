import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Config } from '../../../src/server/config.ts';
import { importInto } from '../../../src/server/import/import-into.ts';
import { createLog } from '../../../src/server/log.ts';
import { findServer } from '../../../src/server/operator.ts';
import { startServer as startInProcess } from '../../../src/server/start.ts';
import { newDataFolder, removeDataFolder, startServer } from '../../support/running-server.ts';

const folder = () => {
  const made = newDataFolder();
  onTestFinished(() => removeDataFolder(made));
  return made;
};

const configOf = (dataFolder: string, rest: Partial<Config> = {}): Config => ({
  port: 0,
  host: '127.0.0.1',
  dataFolder,
  databaseUrl: null,
  demonstrate: true,
  version: '1.2.3',
  ...rest,
});

async function start(config: Config) {
  const log = createLog(() => undefined);
  const house = await startInProcess(config, { log, now: Date.now, clientFolder: '/nowhere', importInto });
  let stopped = false;
  const stop = async () => {
    if (!stopped) await house.stop();
    stopped = true;
  };
  onTestFinished(stop);
  return { ...house, stop };
}

const boardVersion = async (url: string): Promise<number> =>
  ((await (await fetch(`${url}/api/health`)).json()) as { board: { version: number } }).board.version;

/** Runs the real program until it ends by itself. */
function run(environment: Readonly<Record<string, string>>) {
  const main = join(import.meta.dirname, '../../../src/server/main.ts');
  const env = { ...process.env, DATABASE_URL: '', HOST: '', PORT: '0', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8', timeout: 20_000 });
  return { status, stdout, sentences: stderr.trim().split('\n') };
}

describe('a first start', () => {
  test('in a new folder, to demonstrate, is a demonstration with the sample building', async () => {
    const data = folder();
    const house = await start(configOf(data));
    expect(house.demo).toBe(true);
    expect(existsSync(join(data, 'demo'))).toBe(true);
    expect(await boardVersion(house.url)).toBeGreaterThan(0);
  });

  test('in a new folder, not to demonstrate, is a real house', async () => {
    const data = folder();
    const house = await start(configOf(data, { demonstrate: false }));
    expect([house.demo, house.empty]).toEqual([false, true]);
    expect(await boardVersion(house.url)).toBe(0);
    expect(existsSync(join(data, 'demo'))).toBe(false);
  });

  test('in a folder that does not exist yet makes it', async () => {
    const data = join(folder(), 'a', 'b');
    expect((await start(configOf(data))).demo).toBe(true);
  });

  test('in a folder that has something in it is nobody’s demonstration', async () => {
    const data = folder();
    writeFileSync(join(data, 'notes.txt'), 'of the house');
    const house = await start(configOf(data));
    expect(house.demo).toBe(false);
    expect(await boardVersion(house.url)).toBe(0);
    expect(existsSync(join(data, 'demo'))).toBe(false);
  });

  test('that others can reach is no demonstration', async () => {
    const house = await start(configOf(folder(), { host: '0.0.0.0' }));
    expect(house.demo).toBe(false);
    expect(house.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await boardVersion(house.url)).toBe(0);
  });
});

describe('a second start', () => {
  test('of a demonstration goes on with what is there', async () => {
    const data = folder();
    const first = await start(configOf(data));
    const version = await boardVersion(first.url);
    await first.stop();
    const second = await start(configOf(data));
    expect(second.demo).toBe(true);
    expect(await boardVersion(second.url)).toBe(version);
  });

  test('of a demonstration offers a new way in for staff, and the same rider', async () => {
    const data = folder();
    const first = await start(configOf(data));
    await first.stop();
    const second = await start(configOf(data));
    expect(second.shown?.staffPath).toMatch(/^\/beheer#[\w-]{43}$/);
    expect(second.shown?.staffPath).not.toBe(first.shown?.staffPath);
    expect(second.shown?.rider).toEqual(first.shown?.rider);
    expect(second.shown?.rider?.name).toMatch(/^\p{Lu}/u);
    expect((await start(configOf(folder(), { demonstrate: false }))).shown).toBeNull();
  });

  test('of a demonstration is one, also without being asked to', async () => {
    const data = folder();
    await (await start(configOf(data))).stop();
    expect((await start(configOf(data, { demonstrate: false }))).demo).toBe(true);
  });

  test('finishes a sample building that was cut off', async () => {
    const data = folder();
    const first = await start(configOf(data));
    await first.stop();
    writeFileSync(join(data, 'demo'), 'Dit is een demonstratie. Het voorbeeldgebouw wordt geladen.\n');
    const second = await start(configOf(data));
    expect(second.demo).toBe(true);
    expect(readFileSync(join(data, 'demo'), 'utf8')).toContain('is geladen');
  });

  test('of a demonstration never shows it to others', async () => {
    const data = folder();
    await (await start(configOf(data))).stop();
    await expect(start(configOf(data, { host: '0.0.0.0' }))).rejects.toThrow(/demonstratie/);
  });
});

test('the server is found by its folder while it runs, and only then', async () => {
  const data = folder();
  const house = await start(configOf(data));
  const server = { url: house.url, token: house.operatorToken, pid: process.pid };
  expect(await findServer(data)).toEqual({ ok: true, value: server });
  expect(statSync(join(data, 'server.json')).mode & 0o777).toBe(0o600);
  await house.stop();
  expect(await findServer(data)).toEqual({ ok: true, value: null });
  expect(existsSync(join(data, 'server.json'))).toBe(false);
});

describe('the program', () => {
  test('says where to look, and ends with 0 on a signal, with streams and answers in flight', async () => {
    const data = folder();
    const server = await startServer({ dataFolder: data });
    // The tools may find the server a moment before its words are on the terminal.
    await vi.waitFor(() => expect(server.printed()).toMatch(/Huiskamer staat aan: http:\/\/localhost:\d+/));
    expect(server.printed()).toContain('Dit is een demonstratie');
    expect(server.printed()).toMatch(/Het beheer .*: http:\/\/localhost:\d+\/beheer#[\w-]{43}\n/);
    expect(server.printed()).toMatch(
      /Scootmobiel proberen: \S+, deur \d+\. De plaatjes: linksboven, midden, rechtsonder\./,
    );
    expect(server.printed()).toContain(data);
    const headers = { origin: server.url, 'content-type': 'application/json' };
    const enrolled = await fetch(`${server.url}/api/devices/demonstration`, { method: 'POST', headers, body: '{}' });
    const cookie = enrolled.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { epoch, version } = (await (await fetch(`${server.url}/api/board`, { headers: { cookie } })).json()) as {
      readonly epoch: string;
      readonly version: number;
    };
    const stream = await fetch(`${server.url}/api/changes?after=${epoch}:${version}`, { headers: { cookie } });
    expect(stream.status).toBe(200);
    const ended = stream.text();
    expect(await server.stop()).toBe(0);
    expect(await ended).toContain(': ');
    expect(existsSync(join(data, 'server.json'))).toBe(false);
  });

  test('of a real house that is empty says what to do next', async () => {
    const data = folder();
    const server = await startServer({ dataFolder: data, demonstrate: false });
    onTestFinished(() => void server.stop());
    await vi.waitFor(() => expect(server.printed()).toContain('Stoppen: Ctrl+C'));
    expect(server.printed()).not.toMatch(/demonstratie|\/beheer#/);
    expect(server.printed()).toContain('Dit huis is nog leeg.');
    expect(server.printed()).toContain(`HUISKAMER_DATA=${data} npm run import -- --residents`);
    expect(server.printed()).toContain(`HUISKAMER_DATA=${data} npm run admin -- --name`);
  });

  test('ends in good order when the signal comes twice, as Ctrl+C under npm does', async () => {
    const data = folder();
    const server = await startServer({ dataFolder: data });
    // Who is still sending keeps the stop busy until it is hung up on.
    const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined);
    socket.write(
      `POST /api/devices/demonstration HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\norigin: ${server.url}\r\n` +
        'content-type: application/json\r\ncontent-length: 9\r\nexpect: 100-continue\r\n\r\n',
    );
    await once(socket, 'data');
    process.kill(server.pid, 'SIGINT');
    await vi.waitFor(() => expect(fetch(`${server.url}/api/health`)).rejects.toThrow(), 5_000);
    process.kill(server.pid, 'SIGINT');
    process.kill(server.pid, 'SIGTERM');
    socket.destroy();
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(data, 'server.json'))).toBe(false);
  });

  test.each([
    ['PORT', '80800'],
    ['PORT', 'acht'],
    ['HOST', 'http://here'],
    ['DATABASE_URL', 'mysql://here'],
  ])('with %s=%s is one sentence and exit 1', (name, value) => {
    const data = folder();
    const { status, stdout, sentences } = run({ HUISKAMER_DATA: join(data, 'new'), [name]: value });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(sentences).toEqual([expect.stringMatching(new RegExp(`^${name} .*\\.$`))]);
    expect(existsSync(join(data, 'new'))).toBe(false);
  });

  test('on a port that is taken is one sentence and exit 1', async () => {
    const taken = net.createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as net.AddressInfo;
    const { status, sentences } = run({ HUISKAMER_DATA: folder(), PORT: String(port) });
    expect(status).toBe(1);
    expect(sentences).toEqual([expect.stringContaining(`Poort ${port} is al in gebruik.`)]);
  });

  test('on a folder that another server uses is one sentence and exit 1', async () => {
    const data = folder();
    await start(configOf(data));
    const { status, sentences } = run({ HUISKAMER_DATA: data });
    expect(status).toBe(1);
    expect(sentences).toHaveLength(1);
  });

  test('on a database that is damaged is one sentence and exit 1, and leaves it as it is', () => {
    const data = folder();
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'huiskamer.sqlite'), 'not a database at all'.repeat(400));
    const { status, sentences } = run({ HUISKAMER_DATA: data });
    expect(status).toBe(1);
    expect(sentences).toHaveLength(1);
    expect(readFileSync(join(data, 'huiskamer.sqlite'), 'utf8')).toMatch(/^not a database/);
  });

  test('without its database server is one sentence and exit 1', () => {
    const { status, sentences } = run({
      HUISKAMER_DATA: folder(),
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none',
    });
    expect(status).toBe(1);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).not.toContain('secret');
  });
});
