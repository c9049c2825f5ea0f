// A newcomer's road: npm start in a fresh copy shows a house that keeps what people did, also without a network.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Envelope } from '../src/domain/commands.ts';
import type { Answer, Snapshot } from '../src/domain/protocol.ts';
import { newId } from './bench/load.ts';
import { freePort } from './support/free-port.ts';

const ROOT = join(import.meta.dirname, '..');
const LONG = 120_000;

let folder: string;
const started: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiskamer-start-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of files.toString().split('\0')) {
    if (file === '' || !existsSync(join(ROOT, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  // Installed once already: what is tested is that nothing more is asked of the network.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}, LONG);

afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly npm: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
}

function npmStart(settings: Readonly<Record<string, string>>): Started {
  const nowhere = { npm_config_registry: 'http://127.0.0.1:9/', http_proxy: 'http://127.0.0.1:9/' };
  const npm = spawn('npm', ['start'], { cwd: folder, env: { ...clean(process.env), ...nowhere, ...settings } });
  started.push(npm);
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  npm.stdout.on('data', hear);
  npm.stderr.on('data', hear);
  return { npm, printed: () => said, ended: new Promise((resolve) => npm.once('close', resolve)) };
}

/** Without what the npm that runs the tests has set, as in a newcomer's terminal. */
function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(npm_|INIT_CWD|NODE_ENV|VITEST|PORT|HOST|HUISKAMER_DATA|DATABASE_URL)/.test(name),
    ),
  );
}

async function answers(url: string, { printed, npm }: Started): Promise<void> {
  const until = Date.now() + LONG;
  while (Date.now() < until) {
    const reply = await fetch(`${url}/api/health`).catch(() => null);
    if (reply?.ok) return;
    if (npm.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it does not answer: ${printed()}`);
}

async function tablet(url: string) {
  const json = { 'content-type': 'application/json', origin: url };
  const enrolled = await fetch(`${url}/api/devices/demonstration`, { method: 'POST', headers: json, body: '{}' });
  expect(enrolled.status).toBe(204);
  const cookie = String(enrolled.headers.get('set-cookie')).split(';')[0] ?? '';
  const board = async () =>
    ((await (await fetch(`${url}/api/board`, { headers: { cookie } })).json()) as Snapshot).rows;
  const send = async (envelope: Envelope) => {
    const reply = await fetch(`${url}/api/commands`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify(envelope),
    });
    return (await reply.json()) as Answer;
  };
  return { board, send };
}

test(
  'npm start shows the sample building without a network, and a sign-up is there after the power was cut',
  async () => {
    const url = `http://localhost:${await freePort()}`;
    const settings = { PORT: new URL(url).port };
    const first = npmStart(settings);
    await answers(url, first);
    await vi.waitFor(() => expect(first.printed()).toContain(`Huiskamer staat aan: ${url}`));

    const { board, send } = await tablet(url);
    const rows = await board();
    expect(rows.resident).toHaveLength(148);
    const residentId = rows.resident![0]!.id;
    const date = new Date(Date.now() + 7 * 86_400_000);
    const thursday = new Date(date.getTime() + ((11 - date.getUTCDay()) % 7) * 86_400_000).toISOString().slice(0, 10);
    const activityId = `yoga@zilvermeeuw.example/${thursday}`;
    const answer = await send({
      id: newId(),
      command: { type: 'signUp', activityId, residentIds: [residentId], guests: 0 },
      tappedAt: new Date().toISOString(),
      actor: { residentId, proof: 'name', visitId: 'visit' },
    });
    expect(answer.status).toBe('accepted');

    const { pid } = JSON.parse(readFileSync(join(folder, 'data', 'server.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await first.ended;

    const second = npmStart(settings);
    await answers(url, second);
    expect(second.printed()).not.toMatch(/Installing|Building/);
    const after = await (await tablet(url)).board();
    // The sample building has sign-ups of its own, for meals.
    const there = after.signUp?.filter((party) => party.activityId === activityId);
    expect(there).toMatchObject([{ activityId, residentIds: [residentId], status: 'going' }]);

    second.npm.kill('SIGTERM');
    await second.ended;
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  },
  LONG,
);

test(
  'a wrong setting is one sentence and exit code 1',
  async () => {
    const { ended, printed } = npmStart({ PORT: 'tachtig' });
    expect(await ended).toBe(1);
    expect(
      printed()
        .split('\n')
        .filter((line) => /PORT/.test(line) && !line.startsWith('npm')).length,
    ).toBe(1);
    expect(printed()).not.toMatch(/at .*\.ts:\d+/);
  },
  LONG,
);
