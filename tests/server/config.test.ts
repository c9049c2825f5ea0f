import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLoopback, readConfig } from '../../src/server/config.ts';

const SERVER = join(import.meta.dirname, '../../src/server');

test('without settings it is this computer, port 8080, SQLite in ./data', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    ok: true,
    value: { port: 8080, host: '127.0.0.1', dataFolder: resolve('data'), databaseUrl: null, demonstrate: false },
  });
  expect(config.ok && config.value.version).toMatch(/^\d+\.\d+\.\d+/);
});

test('every setting can be set', () => {
  const environment = {
    PORT: '0',
    HOST: '0.0.0.0',
    HUISKAMER_DATA: '/srv/house',
    DATABASE_URL: 'postgresql://u:p@db/house',
  };
  expect(readConfig(environment)).toMatchObject({
    ok: true,
    value: { port: 0, host: '0.0.0.0', dataFolder: '/srv/house', databaseUrl: 'postgresql://u:p@db/house' },
  });
  expect(readConfig({ DATABASE_URL: 'postgres:///house?host=/run/postgresql' })).toMatchObject({ ok: true });
  expect(readConfig({ HOST: '::1', PORT: '65535' })).toMatchObject({ ok: true });
});

test('what is set to nothing is not set', () => {
  expect(readConfig({ PORT: '', HOST: '', HUISKAMER_DATA: '', DATABASE_URL: '' })).toEqual(readConfig({}));
});

test('only npm start demonstrates', () => {
  expect(readConfig({ npm_lifecycle_event: 'start' })).toMatchObject({ value: { demonstrate: true } });
  expect(readConfig({ npm_lifecycle_event: 'test' })).toMatchObject({ value: { demonstrate: false } });
});

describe('a wrong value is one Dutch sentence with its name', () => {
  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', '8080.5'],
    ['PORT', ' 8080'],
    ['HOST', 'http://localhost'],
    ['HOST', 'a b'],
    ['HUISKAMER_DATA', 'a\0b'],
    ['DATABASE_URL', 'mysql://here/house'],
    ['DATABASE_URL', 'postgres'],
    ['DATABASE_URL', 'house.sqlite'],
  ])('%s=%j', (name, value) => {
    expect(readConfig({ [name]: value })).toEqual({
      ok: false,
      error: expect.stringMatching(new RegExp(`^${name} [^\n]+\\.$`)),
    });
  });

  test('and never repeats a password', () => {
    expect(JSON.stringify(readConfig({ DATABASE_URL: 'mysql://u:hunter2@here' }))).not.toContain('hunter2');
  });
});

test('only addresses of this computer itself are loopback', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.example', 'localhost.example', ''].some(isLoopback)).toBe(false);
});

test('no other file of the server reads the environment', async () => {
  const names = (await readdir(SERVER, { recursive: true })).filter((name) => name.endsWith('.ts'));
  expect(names).toContain('config.ts');
  const reading = [];
  for (const name of names) {
    if (/process\.env|process\[|\benv\b.*from 'node:process'/.test(await readFile(join(SERVER, name), 'utf8')))
      reading.push(name);
  }
  expect(reading).toEqual(['config.ts']);
});
