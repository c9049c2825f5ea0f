import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HELP, readArguments } from '../../../src/server/import/arguments.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiskamer-import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('the files are read, under the name the person knows', () => {
  const path = file('lijst.csv', 'a;b');
  const read = readArguments(['--residents', path, '--good-lines']);
  expect(read).toEqual({
    ok: true,
    value: {
      files: { residents: { name: 'lijst.csv', bytes: Buffer.from('a;b') } },
      goodLines: true,
      flat: null,
      help: false,
    },
  });
});

test('help asks for nothing else, and names every flag', () => {
  expect(readArguments(['--help'])).toMatchObject({ ok: true, value: { help: true } });
  for (const flag of ['residents', 'programme', 'scooters', 'staff', 'menu', 'good-lines'])
    expect(HELP).toContain(`--${flag} `);
});

describe('refused in one sentence', () => {
  const sentence = (...args: string[]) => {
    const read = readArguments(args);
    return read.ok ? null : read.error;
  };

  test.each([
    ['nothing', [], /^Zeg welk bestand/],
    ['an unknown flag', ['--bewoners', 'x'], /^--bewoners is niet bekend/],
    ['a loose word', ['bewoners.csv'], /is niet bekend/],
    ['a flag without its file', ['--residents'], /^Na --residents hoort een bestand\.$/],
    ['a value where none belongs', ['--good-lines=ja'], /^Na --good-lines hoort niets\.$/],
    [
      'a file that is not there',
      ['--residents', '/bestaat/niet.csv'],
      /^Het bestand \/bestaat\/niet\.csv bestaat niet\.$/,
    ],
  ])('%s', (_name, args, expected) => {
    expect(sentence(...args)).toMatch(expected);
  });

  test('a folder, an empty file, a picture and a file too large', () => {
    mkdirSync(join(folder, 'map'));
    const large = file('groot.csv', 'a');
    truncateSync(large, 21 * 1024 * 1024);
    expect(sentence('--menu', join(folder, 'map'))).toMatch(/is een map, geen bestand\.$/);
    expect(sentence('--menu', file('leeg.csv', ''))).toMatch(/is leeg\.$/);
    expect(sentence('--menu', file('foto.csv', new Uint8Array([0x89, 0x50, 0, 0])))).toMatch(/is geen tekstbestand/);
    expect(sentence('--menu', large)).toMatch(/is groter dan 20 MB\.$/);
  });

  test('a UTF-16 file is text', () => {
    expect(sentence('--menu', file('utf16.csv', Buffer.from('\ufeffdag', 'utf16le')))).toBeNull();
  });
});
