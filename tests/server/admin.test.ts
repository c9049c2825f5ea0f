import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newDataFolder, type RunningServer, removeDataFolder, startServer } from '../support/running-server.ts';

const PROGRAM = join(import.meta.dirname, '../../src/server/admin/main.ts');

async function run(dataFolder: string, ...args: readonly string[]) {
  const env = { ...process.env, HUISKAMER_DATA: dataFolder, DATABASE_URL: '' };
  const child = spawn(process.execPath, [PROGRAM, ...args], { env });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { status, stdout, stderr };
}

async function running(): Promise<RunningServer> {
  const server = await startServer();
  onTestFinished(async () => {
    await server.stop();
    removeDataFolder(server.dataFolder);
  });
  return server;
}

const signIn = (server: RunningServer, code: string) =>
  fetch(`${server.url}/api/sessions`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });

describe('asking for a way in', () => {
  test('prints a link for somebody of the team, which signs them in once', async () => {
    const server = await running();
    const { status, stdout, stderr } = await run(server.dataFolder, '--name', 'samira haddou');
    expect([status, stderr]).toEqual([0, '']);
    const [, code = ''] =
      /^Samira Haddou \(manager\): http:\/\/localhost:\d+\/beheer#([\w-]{43})\n$/.exec(stdout) ?? [];
    expect((await signIn(server, code)).status).toBe(200);
    expect((await signIn(server, code)).status).toBe(404);
  });

  test('brings the first admin on the team', async () => {
    const server = await running();
    const nobody = await run(server.dataFolder, '--name', 'Noor');
    expect([nobody.status, nobody.stdout]).toEqual([1, '']);
    expect(nobody.stderr).toMatch(/Niemand van het team heet zo/);
    const admin = await run(server.dataFolder, '--name', 'Noor', '--role', 'admin');
    expect(admin.stdout).toMatch(/^Noor \(admin\): http/);
  });

  test.each([
    ['an unknown role', ['--name', 'Noor', '--role', 'operator']],
    ['a role of nobody', ['--role', 'admin']],
    ['a word too many', ['Noor']],
    ['an unknown wish', ['--naam', 'Noor']],
  ])('with %s is one sentence and exit 1', async (_name, args) => {
    const folder = newDataFolder();
    onTestFinished(() => removeDataFolder(folder));
    const { status, stdout, stderr } = await run(folder, ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('Dit is niet begrepen. Uitleg: npm run admin -- --help\n');
  });

  test('without a server is one sentence and exit 1, and without a name the explanation', async () => {
    const folder = newDataFolder();
    onTestFinished(() => removeDataFolder(folder));
    const refused = await run(folder, '--name', 'Noor');
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/^De server draait niet\./)]);
    expect((await run(folder)).stdout).toContain('npm run admin -- --name');
    expect((await run(folder, '--help')).status).toBe(0);
  });
});
