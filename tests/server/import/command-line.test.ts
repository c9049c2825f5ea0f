import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announceServer } from '../../../src/server/operator.ts';
import { SAMPLE_FOLDER } from './sample.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiskamer-import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: readonly string[]) {
  const program = join(import.meta.dirname, '../../../src/server/import/main.ts');
  const env = { ...process.env, HUISKAMER_DATA: join(folder, 'data'), DATABASE_URL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('without a server the files go into the data folder, and a second time change nothing', () => {
  const files = ['--residents', join(SAMPLE_FOLDER, 'bewoners.csv'), '--menu', join(SAMPLE_FOLDER, 'menu.csv')];
  const first = run(...files);
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toContain('Ingelezen: 148 nieuw, 0 gewijzigd, 0 ongewijzigd.');
  expect(run(...files).stdout).toContain('Ingelezen: 0 nieuw, 0 gewijzigd, 148 ongewijzigd.');
});

test('with a server that lives but does not answer nothing is imported', () => {
  const data = join(folder, 'data');
  mkdirSync(data);
  announceServer(data, {
    url: 'http://127.0.0.1:1',
    token: 'a-token-of-more-than-twenty-characters',
    pid: process.pid,
  });
  const { status, stdout, stderr } = run('--menu', join(SAMPLE_FOLDER, 'menu.csv'));
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Er draait een server .*\n$/);
  expect(readdirSync(data)).toEqual(['server.json']);
});

test('a file with an error ends in a report and exit code 1', () => {
  const path = join(folder, 'menu.csv');
  writeFileSync(path, 'dag;maaltijd;menu\nooit;lunch;Soep\nma;lunch;Vis\n');
  const refused = run('--menu', path);
  expect([refused.status, refused.stderr.includes('regel 2: De dag ‘ooit’')]).toEqual([1, true]);
  const good = run('--menu', path, '--good-lines');
  expect([good.status, good.stdout.includes('Ingelezen: 1 nieuw')]).toEqual([0, true]);
});

test('help is help, and an unknown flag is one sentence', () => {
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
  const unknown = run('--bewoners', 'x');
  expect([unknown.status, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toBe('--bewoners is niet bekend. Uitleg: npm run import -- --help\n');
});
