import { expect, test } from 'vitest';
import { createLog, errorFields, gatherLines } from '../../src/server/log.ts';

test('each event is one JSON line with its moment and level', () => {
  const lines: string[] = [];
  const log = createLog((line) => void lines.push(line));
  log.info('request', { route: '/api/board', status: 200 });
  log.error('two\nlines', { text: 'a\nb' });
  expect(lines.map((line) => line.match(/\n/g)?.length)).toEqual([1, 1]);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { at: expect.stringMatching(/^\d{4}-.+Z$/), level: 'info', event: 'request', route: '/api/board', status: 200 },
    { at: expect.any(String), level: 'error', event: 'two\nlines', text: 'a\nb' },
  ]);
});

test('lines below the level that was asked for are not made', () => {
  const lines: string[] = [];
  const log = createLog((line) => void lines.push(line), 'warn');
  log.info('request');
  log.warn('slow');
  expect(lines).toEqual([expect.stringContaining('slow')]);
});

test('of an error its kind and place are told, never its message', () => {
  const error = Object.assign(new TypeError('mevrouw De Vries'), { code: 'ECODE' });
  const fields = errorFields(error);
  expect(fields).toMatchObject({ error: 'TypeError', code: 'ECODE', where: expect.stringContaining('log.test.ts') });
  expect(JSON.stringify([fields, errorFields('De Vries')])).not.toContain('De Vries');
});

test('the lines of one turn are one write, and none is lost at the end', async () => {
  const writes: string[] = [];
  const lines = gatherLines((text) => void writes.push(text));
  lines.add('a\n');
  lines.add('b\n');
  expect(writes).toEqual([]);
  await new Promise(setImmediate);
  expect(writes).toEqual(['a\nb\n']);
  lines.add('c\n');
  lines.flush();
  await new Promise(setImmediate);
  expect(writes).toEqual(['a\nb\n', 'c\n']);
});
